"""The detectors in use: the usual one, and those with a community's own terms and silences."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Protocol

import structlog

from bot.crisis.detector import Detector, Level, Verdict

log = structlog.get_logger(__name__)

Terms = tuple[tuple[str, Level], ...]
"""A community's own terms with their levels."""
Wishes = tuple[Terms, frozenset[str]]
"""Own terms, and the names of silenced rules."""

NO_WISHES: Wishes = ((), frozenset())


class Classifier(Protocol):
    """What says how grave a message is; `bot.crisis.detector.Detector`."""

    def classify(self, text: str, language: str | None = None) -> Verdict: ...


DetectorWith = Callable[[Terms, frozenset[str]], Classifier]
"""The detector with a community's own terms, and without the rules that it silenced."""


class Detectors:
    """Made in a thread, since that takes a second.

    What a community wants and cannot be is left out, and told to operators once.
    """

    def __init__(self, detector_with: DetectorWith) -> None:
        self._detector_with = detector_with
        self._made: dict[Wishes, Classifier] = {}

    async def prepare(self, wanted: Iterable[Wishes]) -> None:
        """Have these besides the usual one; others are let go of."""
        made: dict[Wishes, Classifier] = {}
        for wishes in dict.fromkeys((NO_WISHES, *wanted)):
            if wishes in self._made:
                made[wishes] = self._made[wishes]
            else:
                made[wishes] = await asyncio.to_thread(self._make, wishes)
        self._made = made

    def with_wishes(self, wishes: Wishes) -> Classifier:
        """The one that a community wants; the usual one while it is not there.

        The usual one must have been prepared.
        """
        return self._made.get(wishes) or self._made[NO_WISHES]

    def _make(self, wishes: Wishes) -> Classifier:
        try:
            return self._detector_with(*wishes)
        except ValueError:
            log.exception("detector_settings_refused")
            return self._detector_with(*NO_WISHES)


def detector_with_terms(terms: Terms, silenced: frozenset[str]) -> Detector:
    """A detector of its own for these wishes; it takes a second and some memory."""
    return Detector(extra=dict(terms), silenced=tuple(sorted(silenced)))
