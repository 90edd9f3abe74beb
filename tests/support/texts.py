"""The bot's own texts and places, read once: that takes longer than most tests do."""

from __future__ import annotations

from functools import cache

from bot.places import Places
from bot.texts import Texts


@cache
def own_texts() -> Texts:
    """Shared by all tests; nothing changes them."""
    return Texts()


@cache
def own_places() -> Places:
    """Shared likewise."""
    return Places()
