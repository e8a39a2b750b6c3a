"""Courses, sessions, technical assistance offered and asked."""
