"""What a team writes of a help line of its own, read: numbers, topics, hours.

Facts of a local line are kept as JSON; the names here are those of `HelpLine`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.crisis.lines.helplines import TOPICS, HelpLine
from bot.crisis.lines.opening import UnclearHoursError, read_opening
from bot.errors import HandrailError
from bot.reading.words import forms, plain
from bot.texts import Texts
from storage.lines import LocalLine

LONGEST_NAME = 80
MOST = 30  # lines of one community

_DIGITS = range(2, 16)  # E.164 allows 15
_SHORTEST_ABROAD = 8  # digits behind "+"; anything shorter is a short code with a prefix
_NUMBER = re.compile(r"[0-9+*#()./\- ]+")
_TEXTED = re.compile(
    r"(?:text|sms)\s+(?:(?P<word>\S{1,20})\s+(?:to|an|al|a)\s+)?(?P<number>.+)", re.IGNORECASE
)
_PARTS = re.compile(r"[;,\n]")
_LINK = re.compile(r"https://[^\s<>\"]{4,300}", re.IGNORECASE)
_ENDED = frozenset({"18002738255", "8002738255"})  # 988 by its old number


class LettersInNumberError(HandrailError):
    """A number with letters: not every phone shows them on its keys."""

    text_id = "line-letters"


class UnclearNumberError(HandrailError):
    """Neither a number nor a web address."""

    text_id = "line-unclear"


class PrefixedShortCodeError(HandrailError):
    """A short number with a country's prefix: nobody can dial that."""

    text_id = "line-prefixed"


class EndedNumberError(HandrailError):
    """A number that another has replaced."""

    text_id = "line-ended"


class UnknownTopicError(HandrailError):
    """Words that name no topic; the team is shown those there are."""

    text_id = "line-topic-unknown"


class HoursUnclearError(HandrailError):
    """Hours that cannot be read; the team gets an example to copy."""

    text_id = "line-hours-unclear"


def read_line(
    texts: Texts,
    language: str,
    *,
    name: str,
    reach: str,
    about: str | None,
    hours: str | None,
    zone: str,
) -> dict[str, Any]:
    """A local line's facts, as its team wrote them.

    Args:
        reach: numbers and addresses apart by commas: "0808 801 0677, text HELP to 85258,
            https://…".
        about: topics apart by commas, in any of our languages; None: a crisis.
        hours: "24/7" or spans; None: nobody knows. zone: whose clock they mean.

    Raises: HandrailError with what would do; nothing is added then.
    """
    facts: dict[str, Any] = {"name": " ".join(name.split())[:LONGEST_NAME]}
    facts |= read_reach(reach)
    facts["topics"] = _topics(texts, language, about)
    if hours is not None:
        try:
            read_opening(hours)
        except UnclearHoursError:
            raise HoursUnclearError(f"{len(hours)} characters of hours") from None
        facts |= {"hours": hours.strip(), "zone": zone}
    return facts


def read_reach(written: str) -> dict[str, str]:
    """The ways to reach a line. Raises: HandrailError."""
    found: dict[str, str] = {}
    for part in (each.strip() for each in _PARTS.split(written)):
        if not part:
            continue
        if _LINK.fullmatch(part):
            found.setdefault("chat_url", part)
        elif texted := _TEXTED.fullmatch(part):
            found.setdefault("sms", _number(texted["number"]))
            if texted["word"]:
                found.setdefault("sms_word", texted["word"])
        else:
            found.setdefault("also" if "phone" in found else "phone", _number(part))
    if not found:
        raise UnclearNumberError("no number at all", number=written[:40])
    return found


def line_of(facts: Mapping[str, Any]) -> HelpLine:
    """A local line from its facts."""
    hours = facts.get("hours")
    return HelpLine(
        name=facts["name"],
        phone=facts.get("phone"),
        also=facts.get("also"),
        sms=facts.get("sms"),
        sms_word=facts.get("sms_word"),
        chat_url=facts.get("chat_url"),
        opening=read_opening(hours, facts.get("zone")) if hours else None,
        topics=tuple(facts["topics"]),
        local=True,
    )


def lines_for(kept: Sequence[LocalLine], country: str | None) -> list[HelpLine]:
    """Of the lines that communities added, those that are not another country's (ISO 3166)."""
    return [line_of(each.facts) for each in kept if each.country in (None, country)]


def topic_named(said: str, texts: Texts) -> str | None:
    """The topic that the words name, in any of our languages; None if none."""
    key = plain(said)
    for topic in TOPICS:
        text_id = f"topic-{topic.replace('_', '-')}"
        phrases = [topic, topic.replace("_", " ")]
        for language in texts.languages:
            phrases.append(texts.line(language, text_id))
            if texts.has(language, f"{text_id}.words"):
                phrases += texts.line(language, f"{text_id}.words").split(",")
        if key in forms(phrases):
            return topic
    return None


def _topics(texts: Texts, language: str, about: str | None) -> list[str]:
    if about is None:
        return ["crisis"]
    found = []
    for said in about.split(","):
        topic = topic_named(said, texts)
        if topic is None:
            known = [texts.line(language, f"topic-{each.replace('_', '-')}") for each in TOPICS]
            raise UnknownTopicError("no such topic", topics=", ".join(known))
        found.append(topic)
    return found


def _number(written: str) -> str:
    """A number as it is dialled. Raises: HandrailError."""
    number = " ".join(written.split())
    digits = "".join(char for char in number if char in "0123456789")
    if any(char.isalpha() for char in number):
        raise LettersInNumberError("a number with letters", number=number[:40])
    if not _NUMBER.fullmatch(number) or len(digits) not in _DIGITS:
        raise UnclearNumberError(f"{len(digits)} digits", number=number[:40])
    if number.startswith("+") and len(digits) < _SHORTEST_ABROAD:
        raise PrefixedShortCodeError("a short code with a prefix", number=number)
    if digits in _ENDED:
        raise EndedNumberError("988 by its old number", number=number)
    return number
