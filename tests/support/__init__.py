"""Real servers and browsers for the tests, on loopback only."""
