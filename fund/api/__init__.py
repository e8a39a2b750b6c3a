"""The Fund for programs: figures, contributions, projects and entries, and IATI."""
