"""Nothing promised is lost, whatever dies: seeded faults against a whole portal, counted from outside."""
