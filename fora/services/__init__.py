"""Verbs of the fora; each is one transaction that locks the thread first, then the post."""
