"""Writing: answers, new threads, drafts, edits."""
