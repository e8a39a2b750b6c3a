"""The fora for programs."""
