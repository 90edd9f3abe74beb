"""Rounds: from everybody who looks for a buddy to proposals, and what moderators see of them."""
