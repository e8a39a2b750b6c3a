"""Offers and requests of assistance: writing, their way, how they are found and told of."""
