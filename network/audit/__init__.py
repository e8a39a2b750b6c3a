"""Who did what, when and why: append-only and searchable by staff."""
