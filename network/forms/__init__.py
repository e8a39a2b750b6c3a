"""What people fill in: at the door, about themselves, and on the staff's pages."""
