"""A private line between a member and the team of their community, and reports to the team."""
