"""When a meeting is, and which one is meant, as people say it."""
