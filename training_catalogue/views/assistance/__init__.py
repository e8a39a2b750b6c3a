"""Pages of offers and requests, matches, cooperations, the needs survey and what is missing."""
