"""What people send to the fora."""
