"""Meetings that are held in a room's chat: opened, led, and closed on time."""
