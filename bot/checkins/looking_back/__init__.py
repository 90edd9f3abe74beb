"""Looking back: one's own days as words, as a picture, by the week, and to take along."""
