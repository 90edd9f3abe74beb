"""Files of meetings from elsewhere, read as drafts that a person confirms."""
