"""Pages of those who enter courses and sessions, and of the Secretariat that reads first entries."""
