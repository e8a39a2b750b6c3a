"""Template tags of the fora."""
