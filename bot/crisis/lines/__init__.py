"""Help lines: the directory, which of them somebody is shown, and what a team adds."""
