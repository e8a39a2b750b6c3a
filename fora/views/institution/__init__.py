"""The forum as an institution: proposals, preparation, final report, proceedings, working groups."""
