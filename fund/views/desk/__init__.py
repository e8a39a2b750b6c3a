"""The Fund's desk: what officers prepare and approvers decide."""
