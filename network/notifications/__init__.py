"""Outbox, inbox, mail and digests: what happens reaches whom it concerns."""
