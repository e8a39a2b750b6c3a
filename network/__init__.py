"""People, organizations, member states, topics, and the rooms every app needs."""
