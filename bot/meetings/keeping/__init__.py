"""How facilitators make meetings and change them."""
