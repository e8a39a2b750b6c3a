"""Adaptations of practices: writing, clearing, screening, and what follows from it."""
