"""The moderators' desk, and what readers and authors have to do with it."""
