"""The neutral rich text: kept as data without loss, readable without formatting."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.richtext import (
    Body,
    Bold,
    Bullets,
    Link,
    Mention,
    Moment,
    Paragraph,
    Quote,
    Text,
    from_data,
    paragraph,
    plain,
    to_data,
    words_of,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

moments = st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- a zone is drawn
spans = st.one_of(
    st.builds(Text, st.text()),
    st.builds(Bold, st.text()),
    st.builds(Link, st.text(), st.text()),
    st.builds(
        Moment, moments, st.sampled_from(["time", "date", "datetime", "relative"]), st.text()
    ),
    st.builds(Mention, st.text(), st.text(), st.text()),
)
lines = st.lists(spans, max_size=4).map(tuple)
blocks = st.one_of(
    st.builds(Paragraph, lines),
    st.builds(Quote, lines),
    st.builds(Bullets, st.lists(lines, max_size=4).map(tuple)),
)
bodies = st.lists(blocks, max_size=4).map(tuple)


@given(bodies)
def test_a_body_survives_the_outbox(body: Body) -> None:
    """What is sent after a restart is what was written before it."""
    assert from_data(json.loads(json.dumps(to_data(body)))) == body


@given(st.text())
def test_words_stay_words(words: str) -> None:
    """No character of what somebody wrote is lost, added or read as markup."""
    assert plain(paragraph(words)) == words
    assert from_data(to_data(paragraph(words))) == (Paragraph((Text(words),)),)


def test_a_moment_is_kept_in_utc() -> None:
    """Whoever reads the outbox need not know a zone."""
    (data,) = to_data(paragraph(Moment(NOON, "time", "12:00")))

    assert data["p"][0]["at"] == "2026-11-23T12:00:00+00:00"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("Hello ", Bold("Ada"), "."), "Hello Ada."),
        (paragraph(Link("the page", "https://example.org")), "the page (https://example.org)"),
        (paragraph(Link("https://example.org", "https://example.org")), "https://example.org"),
        (paragraph("at ", Moment(NOON, "time", "13:00")), "at 13:00"),
        (paragraph(Mention("matrix", "@a:example.org", "Ada"), "?"), "Ada?"),
        ((Bullets(((Text("one"),), (Bold("two"),))),), "- one\n- two"),
        ((Quote((Text("first\nsecond"),)),), "> first\n> second"),
        (paragraph("a") + paragraph("b"), "a\n\nb"),
        ((), ""),
    ],
)
def test_it_reads_well_without_formatting(body: Body, expected: str) -> None:
    """On a lock screen, in a watch, by a screen reader."""
    assert plain(body) == expected


def test_a_mention_in_words_is_a_name_only() -> None:
    """Where it cannot be linked nobody is pinged, and no id is shown."""
    assert words_of([Mention("discord", "1234567890", "Ada")]) == "Ada"
