"""Courses and sessions for programs."""
