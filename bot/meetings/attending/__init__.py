"""How members find meetings, say that they come, and ask to be reminded."""
