"""The bot's own texts, places, help lines and features; read once, since that takes long."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.crisis.lines.helplines import HelpLines
from bot.feature import Feature
from bot.features import Around, wired
from bot.places import Places
from bot.texts import Texts


class _ReadOnce(Texts):
    """Further languages are read for the first core that speaks them, not for each."""

    def speak_in_part(self, language: str, path: Path) -> None:
        if language not in self.languages_in_part:
            super().speak_in_part(language, path)


@cache
def own_texts() -> Texts:
    """Shared by all tests; nothing changes them."""
    return _ReadOnce()


@cache
def own_places() -> Places:
    """Shared likewise."""
    return Places()


@cache
def own_directory() -> HelpLines:
    """Shared likewise."""
    return HelpLines()


def own_features() -> tuple[Feature, ...]:
    """Every feature, where no room is watched."""
    around = Around(texts=own_texts(), places=own_places(), directory=own_directory())
    return wired(around).features
