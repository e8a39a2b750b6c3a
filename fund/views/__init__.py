"""The Fund's pages."""
