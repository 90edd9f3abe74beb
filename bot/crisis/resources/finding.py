"""Finding help by topic and place: help lines of a country, and a community's directory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.crisis.lines.helplines import HelpLine
from bot.crisis.resources.hsds import Service
from bot.reading.words import plain
from storage.services import Listed

_MOST_WORDS = 12  # that are looked for; databases take no question without end
_LEADS = (" in ", " near ", " bei ", " en ", " cerca de ")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for.

    Args:
        topic, place: words as typed; empty: any.
        named: the topic of ours that the words name, if they do.
    """

    topic: str = ""
    place: str = ""
    named: str | None = None

    @property
    def about(self) -> list[str]:
        """The words of the topic, as they are looked for."""
        return words_of(self.topic)

    @property
    def at(self) -> list[str]:
        """The words of the place, as they are looked for."""
        return words_of(self.place)


def read_wanted(words: str) -> tuple[str, str]:
    """A topic and a place ("food near Leeds"); all of it as a topic if nothing parts them."""
    said = f" {words.strip()} "
    for lead in _LEADS:
        topic, found, place = said.casefold().partition(lead)
        if found and place.strip():
            return topic.strip(), place.strip()
    return words.strip(), ""


def find_lines(wanted: Wanted, lines: Sequence[HelpLine]) -> list[HelpLine]:
    """The lines that fit. They are for a whole country, so a place leaves them out."""
    return [line for line in lines if not wanted.place and _fits(line, wanted)]


def listed(service: Service) -> Listed:
    """A service, with what it is found by: without regard to case and accents."""
    about = (service.name, service.organization, service.description, *service.topics)
    return Listed(service.facts(), plain(" ".join(about)), plain(" ".join(service.places)))


def words_of(said: str) -> list[str]:
    """The words, in the plain form in which they are looked for."""
    return plain(said.replace("_", " ")).split()[:_MOST_WORDS]


def _fits(line: HelpLine, wanted: Wanted) -> bool:
    if not wanted.topic or wanted.named in line.topics:
        return True
    name = plain(f"{line.name} {line.region or ''}")
    return all(word in name for word in wanted.about)
