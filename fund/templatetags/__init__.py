"""Template tags of the Fund."""
