"""The Fund's desk in the browser: everything that writes."""
