"""The translation desk and what readers see of translations."""
