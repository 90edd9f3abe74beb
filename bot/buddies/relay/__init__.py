"""Being buddies: words carried between two platforms, first words, times, and the long way."""
