"""When a series of meetings takes place; pure."""
