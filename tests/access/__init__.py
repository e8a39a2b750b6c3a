"""Who gets what at which address: one world, one table."""
