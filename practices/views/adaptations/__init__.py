"""Pages of adaptations of practices."""
