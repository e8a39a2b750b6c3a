"""Cooperations: terms that both sides agree to, activities, and the report at the end."""
