"""Those who walk with newcomers: their yes, their load, and who looks after them."""
