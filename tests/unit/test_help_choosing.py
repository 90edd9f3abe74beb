"""Which help lines somebody is shown: one rule, one table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crisis.lines.choosing import FOR_SOME, GENERAL, Chosen, Prefers, choose
from bot.crisis.lines.helplines import FRESH, TOPICS, Country, HelpLine, HelpLines
from bot.crisis.lines.opening import read_opening
from bot.crisis.lines.wording import TEXTS, body_of
from bot.errors import TextValue
from bot.richtext import Body, Bold, Bullets, Paragraph, plain
from tests.support.texts import own_texts

DIRECTORY = HelpLines()
WORDS = own_texts()
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def line(name: str, *topics: str, **facts: Any) -> HelpLine:
    known: dict[str, Any] = {"phone": "1234567", "opening": read_opening("24/7")} | facts
    return HelpLine(name=name, topics=topics, **known)


def picked(lines: Sequence[HelpLine], *topics: str, **how: Any) -> list[str]:
    """The names of what is shown in a country with just these lines."""
    country = Country(code="ZZ", name="Land", emergency="112", police=None, lines=tuple(lines))
    asked: dict[str, Any] = {"language": "en", "now": NOON} | how
    return [each.name for each in choose(DIRECTORY, country, topics=topics, **asked).lines]


def of(code: str, *topics: str, **how: Any) -> Chosen:
    asked: dict[str, Any] = {"language": "en", "now": NOON} | how
    return choose(DIRECTORY, DIRECTORY.country(code), topics=topics, **asked)


# --- topics


def test_once_too_much_was_taken_nobody_is_sent_to_a_line_for_company() -> None:
    """Company while somebody uses helps before, not after."""
    before = [each.name for each in of("US", "overdose").lines]
    after = [each.name for each in of("US", "overdose", happening=True).lines]

    assert before[0] == "Never Use Alone"
    assert after[0] == "Poison Help"
    assert "Never Use Alone" not in after


@pytest.mark.parametrize(
    ("code", "topic", "first"),
    [
        ("US", "overdose", "Never Use Alone"),
        ("US", "domestic_violence", "National Domestic Violence Hotline"),
        ("US", "lgbtq", "The Trevor Project"),
        ("US", "veterans", "Veterans Crisis Line"),
        ("US", "sexual_violence", "RAINN National Sexual Assault Hotline"),
        ("US", "suicide", "988 Suicide & Crisis Lifeline"),
        ("US", "self_harm", "988 Suicide & Crisis Lifeline"),
        ("GB", "youth", "Childline"),
        ("GB", "substance", "FRANK (drugs)"),
        ("GB", "domestic_violence", "National Domestic Abuse Helpline (Refuge)"),
        ("DE", "substance", "Sucht & Drogen Hotline"),
        ("DE", "domestic_violence", "Hilfetelefon Gewalt gegen Frauen"),
        ("CH", "overdose", "Tox Info Suisse"),
        ("FR", "suicide", "3114 national suicide prevention number"),
    ],
)
def test_the_topic_comes_first(code: str, topic: str, first: str) -> None:
    """Whoever needs something particular is not sent to the general line first."""
    assert of(code, topic).lines[0].name == first


def test_the_graver_topic_comes_first() -> None:
    """The detector names the gravest first."""
    lines = [line("home", "domestic_violence"), line("overdose", "overdose"), line("any", "crisis")]

    assert picked(lines, "overdose", "domestic_violence") == ["overdose", "home", "any"]
    assert picked(lines, "domestic_violence", "overdose") == ["home", "overdose", "any"]


def test_lines_for_some_are_for_those_who_ask() -> None:
    """A grown-up without uniform is not sent to a children's or a veterans' line."""
    lines = [
        line("veterans", "veterans", "crisis"),
        line("children", "youth", "suicide"),
        line("everybody", "crisis", "suicide"),
        line("listening", "emotional_support"),
    ]

    assert picked(lines) == ["everybody", "listening"]
    assert picked(lines, "suicide") == ["everybody", "listening"]
    assert picked(lines, "youth") == ["children", "everybody", "listening"]
    assert picked(lines, "veterans")[0] == "veterans"


def test_where_there_is_nothing_else_a_line_for_some_is_better_than_none() -> None:
    """They can tell whom to call."""
    assert picked([line("children", "youth")], "suicide") == ["children"]


def test_without_a_topic_lines_for_anybody_come_first_then_the_others() -> None:
    """Nobody knows yet what it is; with a topic, what is about something else stays out."""
    lines = [line("home", "domestic_violence"), line("gambling", "gambling"), line("any", "crisis")]

    assert picked(lines) == ["any", "home", "gambling"]
    assert picked(lines, "suicide") == ["any"]


def test_a_topic_without_a_line_of_its_own_gets_the_nearest() -> None:
    """Poison centres know overdoses."""
    lines = [line("any", "crisis"), line("poison", "poison"), line("drugs", "substance")]

    assert picked(lines, "overdose") == ["poison", "drugs", "any"]


@pytest.mark.parametrize("code", [c for c in DIRECTORY.codes if DIRECTORY.lines_of(c)])
def test_who_is_young_gets_lines_for_the_young_first(code: str) -> None:
    """Where a country has one."""
    young = [each for each in DIRECTORY.lines_of(code) if "youth" in each.topics]
    shown = of(code, "youth", now=datetime(2026, 11, 23, 16, 0, tzinfo=UTC)).lines

    assert shown
    assert not young or any("youth" in each.topics for each in shown)


# --- language, way, hours


def test_among_equals_the_language_decides() -> None:
    """Then lines of many languages or unknown ones, then the rest."""
    lines = [
        line("finnish", "crisis", languages=("fi",)),
        line("unknown", "crisis"),
        line("many", "crisis", languages=("fi", "multi")),
        line("english", "crisis", languages=("en",)),
    ]

    assert picked(lines) == ["english", "unknown", "many"]
    assert picked(lines, language="fi-FI")[0] == "finnish"


def test_the_topic_outweighs_the_language() -> None:
    """A poison centre is called in whatever language."""
    lines = [
        line("any", "crisis", languages=("en",)),
        line("poison", "overdose", languages=("fi",)),
    ]

    assert picked(lines, "overdose") == ["poison", "any"]


@pytest.mark.parametrize(
    ("prefers", "first"), [(None, "voice"), ("call", "voice"), ("text", "chat")]
)
def test_who_would_rather_write_is_shown_where(prefers: Prefers | None, first: str) -> None:
    """Many cannot speak aloud where they are."""
    lines = [
        line("voice", "crisis"),
        line("chat", "crisis", phone=None, chat_url="https://example.org"),
        line("text", "crisis", phone=None, sms="741741"),
    ]

    assert picked(lines, prefers=prefers)[0] == first


def test_open_lines_come_before_unknown_hours_and_closed_ones_last() -> None:
    """Closed ones are worth knowing for later."""
    lines = [
        line("closed", "crisis", opening=read_opening("17:00-18:00", "UTC")),
        line("unknown", "crisis", opening=None),
        line("open", "crisis"),
    ]

    assert picked(lines) == ["open", "unknown", "closed"]


def test_a_closed_line_for_the_topic_is_named_behind_one_that_answers() -> None:
    """Nobody is left with three numbers that ring out."""
    closed = [
        line(f"night {number}", "overdose", opening=read_opening("22:00-23:00", "UTC"))
        for number in range(3)
    ]
    lines = [*closed, line("any", "crisis")]

    assert picked(lines, "overdose") == ["any", "night 0", "night 1"]
    evening = NOON.replace(hour=22)
    assert picked(lines, "overdose", now=evening) == ["night 0", "night 1", "night 2"]


def test_a_service_is_shown_once() -> None:
    """Three numbers of one service are no choice."""
    names = [each.name for each in of("DE", "suicide").lines]

    assert names == ["TelefonSeelsorge"]


def test_a_line_for_one_region_comes_after_those_for_the_country() -> None:
    """Most people do not live there."""
    lines = [line("north", "crisis", region="North"), line("all", "crisis")]

    assert picked(lines) == ["all", "north"]


# --- what communities add, and who checked


def test_a_communitys_own_line_comes_first_among_its_like() -> None:
    """They know their place; the topic still counts more."""
    own = line("harbour", "eating_disorder", local=True)
    lines = [line("any", "crisis")]

    assert picked(lines, "eating_disorder", local=[own]) == ["harbour", "any"]
    assert picked(lines, "suicide", local=[own]) == ["any"]
    near = line("near", "crisis", local=True, opening=None)
    lines = [line("any", "crisis", languages=("en",))]
    assert picked(lines, local=[near]) == ["near", "any"]


@pytest.mark.parametrize(
    ("ages", "counts"),
    [
        ([0, 0], True),
        ([180, 10], True),
        ([181, 0], False),
        ([0, None], False),
    ],
)
def test_checked_is_only_said_if_it_is_true_of_every_line(
    ages: list[int | None], counts: bool
) -> None:
    """An old check, or one line that nobody checked, and they come from public lists."""
    lines = [line("a", "crisis"), line("b", "crisis", phone="7654321")]
    checked = {
        each.key: NOON.date() - timedelta(days=age)
        for each, age in zip(lines, ages, strict=True)
        if age is not None
    }
    country = Country(code="DE", name="Land", emergency="112", police=None, lines=tuple(lines))
    chosen = choose(DIRECTORY, country, language="en", now=NOON, checked=checked)

    assert (chosen.checked is not None) is counts
    told = plain(body_of(chosen, WORDS, "en"))
    assert ("public lists" in told) is not counts
    assert ("made sure" in told) is counts
    if counts:
        assert chosen.checked == min(checked.values())


def test_a_check_counts_for_the_facts_it_saw() -> None:
    """A number that changes in a later release was not checked."""
    before, after = line("a", "crisis"), line("a", "crisis", phone="999999")

    assert before.key != after.key
    assert before.key == line("a", "suicide").key
    assert line("a", checked=date(2026, 1, 1)).checked_by(date(2026, 1, 1) + FRESH)


# --- the emergency number


def test_against_violence_the_polices_number_stands_first() -> None:
    """In countries with two numbers; else both are named."""
    assert (of("JP").emergency, of("JP").police) == ("119", "110")
    assert (of("JP", "domestic_violence").emergency, of("JP", "domestic_violence").police) == (
        "110",
        None,
    )
    assert of("US", "domestic_violence").emergency == "911"
    both = plain(body_of(of("JP"), WORDS, "en")).splitlines()[0]
    assert "119" in both
    assert "110" in both


@pytest.mark.parametrize("at_stake", [True, False])
def test_the_emergency_number_comes_first_when_life_is_at_stake(at_stake: bool) -> None:
    """Else the people who listen; the number is never missing."""
    body = body_of(of("US", life_at_stake=at_stake), WORDS, "en")
    place = next(
        number
        for number, block in enumerate(body)
        if isinstance(block, Paragraph) and Bold("911") in block.spans
    )

    assert place == (0 if at_stake else len(body) - 1)


def test_an_unknown_country_gets_the_international_directory() -> None:
    """And is asked for its name."""
    chosen = choose(DIRECTORY, None, language="en", now=NOON)
    told = plain(body_of(chosen, WORDS, "en"))

    assert chosen.lines == ()
    assert "112 in much of Europe" in told
    assert "https://findahelpline.com" in told
    assert "and its name" in told


def test_where_no_line_is_meant_for_it_the_directory_is_named_too() -> None:
    """Malaysia's one line is about violence at home; there may be others."""
    told = plain(body_of(of("MY", "suicide"), WORDS, "en"))

    assert "Talian Kasih (violence at home)" in told
    assert "Help lines by country: https://findahelpline.com" in told
    assert "by country" not in plain(body_of(of("US", "suicide"), WORDS, "en"))


# --- whatever is asked for

CODES = st.sampled_from(DIRECTORY.codes)
ASKED = st.fixed_dictionaries(
    {
        "topics": st.lists(st.sampled_from((*TOPICS, "abuse", "nonsense")), max_size=3),
        "language": st.sampled_from(("en", "de", "es", "pt-BR", "zh_Hans", "xx", "")),
        "now": st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
        "prefers": st.sampled_from((None, "text", "call")),
        "at_most": st.integers(0, 9),
        "life_at_stake": st.booleans(),
    }
)
OWN = st.lists(
    st.builds(
        HelpLine,
        name=st.text(min_size=1, max_size=20),
        phone=st.sampled_from(("116 123", "0800 111")),
        topics=st.lists(st.sampled_from(TOPICS), min_size=1, max_size=2).map(tuple),
        local=st.just(True),
    ),
    max_size=4,
)


@given(code=CODES, asked=ASKED, own=OWN)
def test_never_more_than_three_never_hidden_never_another_countrys(
    code: str, asked: dict[str, Any], own: list[HelpLine]
) -> None:
    """Whatever the topic, the language, the hour, the wish."""
    chosen = choose(DIRECTORY, DIRECTORY.country(code), local=own, **asked)
    here = {each.key for each in (*DIRECTORY.lines_of(code), *own)}

    assert len(chosen.lines) <= min(3, asked["at_most"])
    assert {each.key for each in chosen.lines} <= here
    assert len({each.service for each in chosen.lines}) == len(chosen.lines)
    wanted = set(asked["topics"]) | ({"youth"} if "child_abuse" in asked["topics"] else set())
    for_anybody = [
        each
        for each in (*DIRECTORY.lines_of(code), *own)
        if set(each.topics) & GENERAL and not set(each.topics) & FOR_SOME
    ]
    for each in chosen.lines if for_anybody else ():
        assert not set(each.topics) & FOR_SOME or set(each.topics) & FOR_SOME & wanted


@given(code=CODES, asked=ASKED, own=OWN, language=st.sampled_from(("en", "de", "es")))
def test_whatever_is_chosen_can_be_read_and_begins_with_the_number(
    code: str, asked: dict[str, Any], own: list[HelpLine], language: str
) -> None:
    """When life is at stake the first thing to read is whom to call."""
    chosen = choose(
        DIRECTORY, DIRECTORY.country(code), local=own, **asked | {"life_at_stake": True}
    )
    body = body_of(chosen, WORDS, language)

    first = body[0]
    assert isinstance(first, Paragraph)
    if chosen.emergency:
        assert Bold(chosen.emergency) in first.spans
    shown = [item for block in body if isinstance(block, Bullets) for item in block.items]
    assert len(shown) == len(chosen.lines)
    assert "None" not in plain(body)


def test_the_words_around_the_lines_are_those_that_are_listed() -> None:
    """Replies in further languages bring exactly these."""
    asked: dict[str, set[str]] = {}

    class Listening:
        def line(self, language: str, text_id: str, **values: TextValue) -> str:
            asked.setdefault(text_id, set()).update(values)
            return WORDS.line(language, text_id, **values)

        def body(self, language: str, text_id: str, **values: TextValue) -> Body:
            asked.setdefault(text_id, set()).update(values)
            return WORDS.body(language, text_id, **values)

    for code in DIRECTORY.codes:
        for topics in ((), *((topic,) for topic in TOPICS)):
            for hour in (3, 12):
                chosen = of(code, *topics, now=NOON.replace(hour=hour))
                body_of(chosen, Listening(), "en")
    fresh = {each.key: NOON.date() for each in DIRECTORY.lines_of("GB")}
    body_of(of("GB", checked=fresh), Listening(), "en")
    body_of(choose(DIRECTORY, None, language="en", now=NOON), Listening(), "en")

    assert {name: values for name, values in asked.items() if name.startswith("lines-")} == TEXTS
