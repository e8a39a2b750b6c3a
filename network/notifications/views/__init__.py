"""Pages of the inbox, preferences, announcements, the outbox for staff; figures for machines."""
