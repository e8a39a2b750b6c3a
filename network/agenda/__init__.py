"""Meetings, fora, sessions and deadlines."""
