"""Measurements and pictures of the whole face, taken from a running demonstration."""
