"""Template tags, form renderer and components; knows no model."""
