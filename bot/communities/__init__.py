"""What a community is set to, and how its owner sets it up from chat."""
