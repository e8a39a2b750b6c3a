"""Verbs of the Fund. Amounts are whole numbers of a currency's smallest unit."""
