"""What can be done with courses and sessions, each one call, one transaction."""
