"""What changes practices: one verb per change, one transaction each."""
