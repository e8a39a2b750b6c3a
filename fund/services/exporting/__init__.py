"""The ledger as files: for auditors all of it, for everyone what the pages show."""
