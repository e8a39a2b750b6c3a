"""Applications to sessions: made, cleared, decided, promoted from the waiting list, closed."""
