"""What readers are shown of the ledger: figures, entries, the chain. Nothing here writes."""
