"""A double-entry ledger that anyone can verify."""
