"""One table that every app's lists and the search over everything are served from."""
