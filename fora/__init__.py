"""Discussion, virtual fora and working groups."""
