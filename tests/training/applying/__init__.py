"""Applications to sessions."""
