"""Meetings as calendars read them."""
