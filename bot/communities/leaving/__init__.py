"""Communities that end: put to sleep, exported, removed; erased everywhere."""
