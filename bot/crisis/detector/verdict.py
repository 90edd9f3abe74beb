"""What the detector says of one message."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum


class Level(IntEnum):
    """How much a message asks of us; a higher level asks for more."""

    NONE = 0
    """Nothing."""
    CONCERN = 1
    """A soft private offer, no alarm."""
    HIGH = 2
    """A private reply with help lines, and the staff are alerted."""
    EMERGENCY = 3
    """As high, the emergency number first, and the staff are paged."""

    @property
    def word(self) -> str:
        """As the command line and the lexicon spell it."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Level:
        """Reads `word` back. Raises: ValueError for another word."""
        try:
            return cls[word.upper()]
        except KeyError:
            raise ValueError(f"no level is called {word!r}") from None


class Subject(Enum):
    """Who may be in danger."""

    SELF = "self"
    OTHER = "other"
    NONE = "none"

    @property
    def word(self) -> str:
        """As the command line and the lexicon spell it."""
        return self.value


TOPICS = (
    "suicide",
    "self_harm",
    "overdose",
    "domestic_violence",
    "sexual_violence",
    "substance",
    "abuse",
)
"""What a message may be about; `abuse` is aimed at others and a matter for moderators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the detector says of one message, without what was said before it."""

    level: Level
    subject: Subject
    score: float
    """0..1. Orders messages by how worrying they are; it is no probability."""
    reasons: tuple[str, ...] = ()
    """Names of the rules that fired, the gravest first."""
    topics: tuple[str, ...] = ()
    """Of `TOPICS`, the gravest first."""
    language: str = ""
    """The language whose rules fired, as in the names of the lexicon's files; "" if none did."""
