"""The fora's pages."""
