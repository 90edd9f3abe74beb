"""Meetings: when they are, where they come from, how calendars read them."""
