"""Buddies: people who agreed to look after each other."""
