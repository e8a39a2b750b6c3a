"""Pages of the translation desk, its tools, and what readers may say about a translation."""
