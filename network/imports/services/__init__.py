"""Reading tables, looking at their rows, taking them over."""
