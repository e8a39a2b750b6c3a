"""Offers and requests that fit: a score that explains itself, proposals, and what both sides say to them."""
