"""Saved searches, and following a state, a topic or a record."""
