"""Canary words in every text of the fora, and every place where one could come out."""
