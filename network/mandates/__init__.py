"""What the ministers asked for, and what was done about it."""
