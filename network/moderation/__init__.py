"""Flags, cases, actions and appeals for whatever people write."""
