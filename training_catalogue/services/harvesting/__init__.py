"""Reading what providers keep at their addresses, once a day."""
