"""Practices for programs: the same records, rules and filters as the pages."""
