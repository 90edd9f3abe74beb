"""What somebody in a crisis reads: complete, short, and safe in every language of the detector."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from itertools import product
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from bot.crisis.detector import TOPICS, Level, Subject
from bot.crisis.lines.helplines import HelpLines
from bot.crisis.lines.wording import TEXTS
from bot.crisis.watching.answering import (
    FURTHER,
    Answering,
    Situation,
    Told,
    add_languages,
    language_of,
)
from bot.richtext import Bullets, plain
from bot.texts import LOCALES, Texts, variables_of
from tests.support.texts import own_texts

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LANGUAGES = sorted(path.stem for path in FURTHER.glob("*.ftl"))
ALL = [*LANGUAGES, "de", "en", "es"]
THEMES = [topic for topic in TOPICS if topic != "abuse"]
TOLD: tuple[Told, ...] = ("room", "direct", "nobody")

# What could be done to oneself, or with what; none of it belongs into an answer.
METHODS = re.compile(
    r"\b(suicid\w*|kill\w*|pills?|rope|knife|blade|bridge|gun|overdos\w*|hang(ing|ed)|cut(ting)?"
    r"|committed|fail(ed)?|successful\w*|Suizid\w*|Selbstmord\w*|Tabletten|Messer|Überdosis"
    r"|suicidi\w*|pastillas|cuchillo|sobredosis|pilules|couteau|pillole|coltello)\b",
    re.IGNORECASE,
)


@cache
def texts() -> Texts:
    made = own_texts()
    add_languages(made)
    return made


@cache
def answering() -> Answering:
    return Answering(texts(), HelpLines())


@cache
def written(language: str) -> dict[str, Message]:
    """The messages of a language's replies."""
    path = FURTHER / f"{language}.ftl"
    if not path.exists():
        path = LOCALES / language / "crisis-replies.ftl"
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    return {entry.id.name: entry for entry in body if isinstance(entry, Message)}


def situation(**more: Any) -> Situation:
    given: dict[str, Any] = {
        "episode": 2**62,
        "level": Level.HIGH,
        "subject": Subject.SELF,
        "topics": ("suicide",),
        "language": "en",
        "country": "US",
        "told": "nobody",
        "team": "Harbour",
    }
    return Situation(**given | more)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_text_of_a_reply(language: str) -> None:
    """A reply never changes its language half-way, and shows the same facts in each."""
    ours = {name: each for name, each in written("en").items() if name.startswith("reply-")}
    wanted = {name: variables_of(each) for name, each in ours.items()} | TEXTS

    assert {name: variables_of(each) for name, each in written(language).items()} == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_that_it_awaits_a_native_reader(language: str) -> None:
    """Nobody takes it for reviewed."""
    head = (FURTHER / f"{language}.ftl").read_text(encoding="utf-8").splitlines()[0]

    assert "Awaiting native review." in head


def test_the_languages_of_replies_are_many() -> None:
    """Those that the detector knows, besides the interface's own."""
    known = ("en", "es", "fr", "de", "pt", "it", "nl", "pl", "ru", "tr", "ar", "hi", "zh", "ja")

    assert set(ALL) >= set(known)


@pytest.mark.parametrize(
    ("tags", "language"),
    [
        (("fr", "de"), "fr"),
        (("", None, "pt-BR"), "pt"),
        (("xx", "es_MX"), "es"),
        (("hi-Latn",), "hi"),
        ((None,), "en"),
    ],
)
def test_the_language_is_the_first_that_replies_are_written_in(
    tags: tuple[str | None, ...], language: str
) -> None:
    """What was written first, then what is known of the member and their community."""
    assert language_of(texts(), *tags) == language


@cache
def every_reply() -> tuple[tuple[Situation, str], ...]:
    """Each level, subject, topic and hearer, in each language."""
    levels, subjects = (Level.HIGH, Level.EMERGENCY), (Subject.SELF, Subject.OTHER)
    found = []
    for language, level, subject, topic, told in product(ALL, levels, subjects, THEMES, TOLD):
        made = situation(
            language=language, level=level, subject=subject, topics=(topic,), told=told
        )
        found.append((made, plain(answering().whole(made, NOW).body)))
    return tuple(found)


def test_no_reply_names_a_method_or_a_diagnosis() -> None:
    """Safe messaging: nothing to do harm with is named, nobody is judged."""
    found = {
        (each.language, match[0])
        for each, text in every_reply()
        if (match := METHODS.search(_without_lines(text)))
    }

    assert not found


def _without_lines(text: str) -> str:
    """Help lines are called what they are called."""
    return "\n".join(line for line in text.splitlines() if not line.startswith("- "))


def test_the_check_for_methods_would_notice() -> None:
    """A check that cannot find anything protects nobody."""
    assert METHODS.search("Put away the pills.")


def test_every_reply_says_what_it_is_who_was_told_and_where_to_call() -> None:
    """Automatic; the team or nobody; and a number."""
    for each, text in every_reply():
        say = texts().line
        opening = "reply-opening-other" if each.subject is Subject.OTHER else "reply-opening-self"
        assert text.startswith(say(each.language, opening)), each
        told = {
            "room": say(each.language, "reply-told-room", team="Harbour"),
            "direct": say(each.language, "reply-told-direct", team="Harbour"),
            "nobody": say(each.language, "reply-told-nobody"),
        }
        assert text.endswith(told[each.told]), each
        assert "911" in text, each


def test_no_more_than_three_ways_are_offered() -> None:
    """The emergency number and two lines: more would be a list that nobody reads."""
    for each, _text in every_reply():
        body = answering().whole(each, NOW).body
        lines = [item for block in body if isinstance(block, Bullets) for item in block.items]
        assert len(lines) <= 2, each


@pytest.mark.parametrize("language", ALL)
def test_with_a_life_at_stake_the_number_comes_before_everything(language: str) -> None:
    """Only the line that is safe on a locked screen stands above it."""
    urgent = situation(language=language, level=Level.EMERGENCY, topics=("overdose",))
    paragraphs = plain(answering().whole(urgent, NOW).body).split("\n\n")

    assert "911" in paragraphs[1]


@pytest.mark.parametrize("language", ALL)
def test_what_danger_at_home_shows_first_says_nothing_of_it(language: str) -> None:
    """One short question and one button."""
    shown = answering().first(situation(language=language, topics=("domestic_violence",)), NOW)

    assert plain(shown.body) == texts().line(language, "reply-safe")
    assert len(plain(shown.body)) < 50
    assert len(shown.choices.options) == 1


def test_danger_at_somebody_else_s_home_is_answered_at_once() -> None:
    """The one who reads is not the one who is watched."""
    shown = answering().first(situation(topics=("domestic_violence",), subject=Subject.OTHER), NOW)

    assert "let them decide" in plain(shown.body)


@pytest.mark.parametrize("language", ALL)
def test_buttons_fit_every_platform(language: str) -> None:
    """Labels of 80 characters, prompts of 60, and choices that can be told apart when typed."""
    shown = [
        answering().whole(situation(language=language, told="direct"), NOW),
        answering().first(situation(language=language, topics=("domestic_violence",)), NOW),
        answering().soft(language),
    ]
    for each in shown:
        labels = [option.label for option in each.choices.options]
        assert all(0 < len(label) <= 80 for label in labels)
        assert len(set(labels)) == len(labels)
        assert len(each.choices.prompt) <= 60


def test_nobody_is_asked_to_show_what_the_team_can_see() -> None:
    """Only words from direct messages need a yes, and only if there is a team to show them to."""
    offered = {
        told: {o.id for o in answering().whole(situation(told=told), NOW).choices.options}
        for told in TOLD
    }

    assert "show" in offered["direct"]
    assert "show" not in offered["room"] | offered["nobody"]


def test_without_a_country_one_reads_where_to_look() -> None:
    """Nobody is given another country's number."""
    text = plain(answering().whole(situation(country=None), NOW).body)

    assert "112" in text
    assert "findahelpline" in text
