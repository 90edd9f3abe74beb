"""Everything of ours that reads or shows free text by itself, as functions of a text.

Each takes whatever is typed, and returns or raises an error that a member is told kindly.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from adapters.discord import markdown
from adapters.matrix import incoming, outgoing
from adapters.playground import wire
from bot import reading
from bot.buddies.relay.rhythm import read_rhythm
from bot.checkins.answering import past
from bot.checkins.days import read_days
from bot.checkins.sharing.reading import read_wish, words_of
from bot.commands import CommandTable
from bot.communities.effective import DEFAULTS, ROOMS
from bot.communities.values import Said, Values
from bot.crisis.detector import Level
from bot.crisis.detector.own import own_language
from bot.crisis.lines.local_lines import line_of, read_line, read_reach
from bot.crisis.lines.opening import UnclearHoursError, read_opening
from bot.crisis.resources.finding import read_wanted
from bot.errors import HandrailError
from bot.meetings.importing import texts as imported_texts
from bot.meetings.importing.drafts import RefusedError
from bot.meetings.recurrence.rrule import read_rule
from bot.meetings.words.frequency import read_often
from bot.meetings.words.phrases import read_schedule
from bot.members.pin_digits import read_digits
from bot.reading.words import plain
from bot.richtext import Body, Bold, Bullets, Link, Paragraph, Quote, Text
from bot.spoken import SpokenCommands
from storage.buddy_lives import Life
from tests.fuzz.hostile import BITS
from tests.support.detectors import shared_detector
from tests.support.texts import own_features, own_places, own_texts

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
_LANGUAGES = ("en", "de", "es")

Reader = Callable[[str], object]


def whole(text: str) -> Body:
    """A text in every kind of block and span that shows what somebody wrote."""
    return (
        Paragraph((Text("He said: "), Text(text), Text("."))),
        Quote((Text(text),)),
        Bullets(((Text(text),), (Bold(text), Text(" and more")))),
        Paragraph((Link(text, "https://handrail.example/"), Text(" "))),
    )


def _kindly(read: Reader) -> Reader:
    def kindly(text: str) -> object:
        with suppress(HandrailError, UnclearHoursError, RefusedError):
            return read(text)
        return None

    return kindly


@cache
def _spoken() -> SpokenCommands:
    features = own_features()
    commands = [command for feature in features for command in feature.commands]
    return SpokenCommands(CommandTable(commands, []), own_texts())


def _in_each_language(read: Callable[[str, str], object]) -> Reader:
    def all_languages(text: str) -> object:
        for language in _LANGUAGES:
            with suppress(HandrailError):
                read(text, language)
        return None

    return all_languages


def _frame(text: str) -> object:
    said = {"type": "say", "id": "12345678", "account": "a", "room": "r", "text": text}
    with suppress(wire.WireError):
        wire.read(text)
    with suppress(wire.WireError):
        return wire.read(json.dumps(said))
    return None


def _matrix_event(text: str) -> object:
    content = {
        "msgtype": "m.text",
        "body": text,
        "formatted_body": text,
        "m.mentions": {"user_ids": ["@bot:x", text]},
        "m.relates_to": {"m.in_reply_to": {"event_id": text}},
    }
    return incoming.message_of({"event_id": "$1", "sender": "@a:x", "content": content}, "@bot:x")


def _help_line(text: str, language: str) -> object:
    """Each thing that a team writes of it, by turns."""
    fine = {"name": "Ours", "reach": "0808 801 0677", "about": "grief", "hours": "9-17"}
    for each in fine:
        with suppress(HandrailError):
            said: dict[str, Any] = fine | {each: text}
            line_of(read_line(own_texts(), language, zone="Europe/Berlin", **said))
    return None


def _setting(text: str) -> object:
    """Every setting that a team can change, on every platform that names rooms and roles."""
    values = Values(own_places(), own_texts())
    for key, before in DEFAULTS.items():
        for platform in ("discord", "matrix") if key in (*ROOMS, "moderators") else ("memory",):
            said = Said(
                words=text, language="en", platform=platform, space="s", here=None, now=before
            )
            with suppress(HandrailError):
                values.read(key, said)
    return None


def readers() -> Mapping[str, Reader]:
    """All of them, by name."""
    spoken, detector, places = _spoken(), shared_detector((), frozenset()), own_places()
    own_terms = shared_detector(tuple((bit, Level.HIGH) for bit in BITS[::7]), frozenset())
    sharing = words_of(own_texts())
    return {
        "plain": plain,
        "word": _kindly(reading.read_word),
        "time": _in_each_language(reading.read_time),
        "day": _in_each_language(lambda text, at: reading.read_day(text, TODAY, at)),
        "past day": _in_each_language(lambda text, at: reading.read_past_day(text, TODAY, at)),
        "span": _in_each_language(reading.read_span),
        "hours": _in_each_language(reading.read_hours),
        "weekdays": _in_each_language(
            lambda text, at: read_days(text, at, "every day", "weekdays", "weekend")
        ),
        "schedule": _in_each_language(
            lambda text, at: read_schedule(text, at, NOON, "America/New_York", places)
        ),
        "rule": _kindly(read_rule),
        "rhythm": _kindly(lambda text: read_rhythm(text, Life(pair=1))),
        "opening": _kindly(read_opening),
        "opening's zone": _kindly(lambda text: read_opening("09:00-17:00", text)),
        "reach": _kindly(read_reach),
        "wanted": _kindly(read_wanted),
        "digits": read_digits,
        "places": _kindly(lambda text: places.find(text, "en")),
        "command": _kindly(spoken.read),
        "always": spoken.always,
        "unknown command": spoken.unknown,
        "crisis": detector.classify,
        "crisis with a team's own terms": own_terms.classify,
        "a team's own term": lambda text: own_language({text: Level.HIGH, "a": Level.CONCERN}),
        "whom to share with": _in_each_language(
            lambda text, at: read_wish(text, sharing, TODAY, at)
        ),
        "a day and words": _in_each_language(lambda text, at: past.split(text, TODAY, at)),
        "how often": _in_each_language(read_often),
        "a help line": _in_each_language(_help_line),
        "a community's settings": _setting,
        "imported words": _kindly(imported_texts.plain),
        "imported link": _kindly(imported_texts.web_address),
        "imported link in words": _kindly(imported_texts.link_in),
        "a private line": imported_texts.is_private,
        "slots": lambda text: own_texts().body("en", "command-unknown", nearest=text, near=1),
        "Discord": lambda text: markdown.render(whole(text)),
        "Discord in parts": lambda text: markdown.split(whole(text)),
        "Discord's label": lambda text: markdown.cut(text, 80),
        "Matrix": lambda text: outgoing.contents(whole(text), None, str, rings=True),
        "Matrix's event": _matrix_event,
        "playground's frame": _frame,
    }
