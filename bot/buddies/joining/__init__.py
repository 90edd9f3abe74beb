"""Who looks for a buddy, and what they say of themselves."""
