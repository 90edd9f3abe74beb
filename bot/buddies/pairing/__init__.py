"""A pair of buddies from the proposal to the end."""
