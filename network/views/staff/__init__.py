"""Pages of staff managers: people, invitations, registrations, hand-overs, organizations, states, topics."""
