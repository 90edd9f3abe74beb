"""What a member shows to others: by a press of theirs, for a time, taken back at any moment."""
