"""Pages of the database of good practices."""
