"""Pages of people: sign-in, staff, invitations, organisations, persons, one's own data."""
