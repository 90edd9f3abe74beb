"""The people of a community who are alerted: duty, calls, drills, what they teach."""
