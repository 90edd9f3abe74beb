"""Discord's markdown, judged by an independent reading of it."""

from __future__ import annotations

import string
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.markdown import LONGEST, cut, escape, length, render, split
from bot.richtext import (
    Bold,
    Bullets,
    Link,
    Mention,
    Moment,
    Paragraph,
    Quote,
    Text,
    paragraph,
    plain,
)
from tests.discord_standin.visible import shown

MARKUP = st.text(alphabet="*_~`|<>#-+.[]()\\:@!&/ \nab1", max_size=40)
ANYTHING = st.text(max_size=60) | MARKUP


@given(MARKUP.filter(lambda text: "://" not in text))
def test_whatever_is_typed_is_shown_as_it_is(text: str) -> None:
    """No sequence of characters forms markup."""
    read = shown(escape(text))

    assert read.text == text.strip()
    assert read.marks == []


@given(ANYTHING, ANYTHING)
def test_emphasis_holds_whatever_it_emphasises(first: str, second: str) -> None:
    """Bold begins and ends where we say, however much markup is typed inside."""
    body = (Paragraph((Text(first), Text(" "), Bold("x" + second.replace("://", "") + "y"))),)

    read = shown(render(body))

    assert [kind for kind, _ in read.marks if kind != "url"] == ["bold"]


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        pytest.param("https://a.example/x_y_z", None, id="underscores"),
        pytest.param("(https://a.example/x)", None, id="in brackets"),
        pytest.param("[https://a.example].", None, id="in square brackets"),
        pytest.param("https://a.example/*b*", "https://a.example/%2Ab%2A", id="stars"),
        pytest.param("https://a.example<@1>", "https://a.example <@1>", id="a mention behind"),
        pytest.param("<https://a.example>", None, id="in angle brackets"),
    ],
)
def test_an_address_can_still_be_followed(typed: str, seen: str | None) -> None:
    """A backslash in it would lead elsewhere; what could be markup is percent-encoded."""
    read = shown(escape(typed))

    assert read.text == (seen or typed)
    assert {kind for kind, _ in read.marks} == {"url"}


def test_every_kind_of_block_and_span_is_rendered() -> None:
    at = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
    body = (
        Paragraph((Text("Hi "), Bold("a"), Bold("*b"), Text("!"))),
        Bullets(((Text("one\ntwo"),), (Link("page", "https://a.example"), Text(".")))),
        Quote((Text("first\n> second"),)),
        Paragraph((Moment(at, "relative", "soon"), Mention("discord", "7", "Ana"))),
        Paragraph((Link("https://a.example", "https://a.example"), Mention("matrix", "@b", "B_"))),
    )

    assert render(body) == (
        "Hi **a\\*b**!\n\n"
        "- one\n  two\n- [page](<https://a.example>).\n\n"
        "> first\n> \\> second\n\n"
        f"<t:{int(at.timestamp())}:R><@7>\n\n"
        "<https://a.example>B\\_"
    )


def test_a_label_cannot_break_out_of_its_link() -> None:
    body = paragraph(Link("a](https://evil.example) [b", "https://a.example/()<>"))

    read = shown(render(body))

    assert [where for kind, where in read.marks if kind == "link"] == []
    assert "https://a.example/%28%29%3C%3E" in [where for _, where in read.marks]


@given(
    st.lists(
        st.text(alphabet=string.ascii_letters + "*_ \n😀", min_size=1, max_size=900), max_size=6
    )
)
def test_nothing_is_lost_when_a_text_is_split(texts: list[str]) -> None:
    """Every part fits, and together they hold every word."""
    body = tuple(Paragraph((Text(text), Bold(text))) for text in texts)

    parts = split(body)

    assert all(0 < length(part) <= LONGEST for part in parts)
    read = "".join(shown(part).text for part in parts)
    assert "".join(read.split()) == "".join(plain(body).split())


@pytest.mark.parametrize("size", [1999, 2000, 2001, 5000, 20_000])
def test_long_texts_split_between_words(size: int) -> None:
    words = ("word " * size)[:size].strip()

    parts = split(paragraph(words))

    assert " ".join(part.strip() for part in parts) == words
    assert len(parts) <= size // 1900 + 1


@pytest.mark.parametrize(
    "block", [Quote((Text("line\n" * 900),)), Bullets(((Text("x " * 3000),),))]
)
def test_a_part_of_a_quote_is_a_quote(block: Quote | Bullets) -> None:
    mark = "> " if isinstance(block, Quote) else "- "

    assert all(part.startswith(mark) and length(part) <= LONGEST for part in split((block,)))


def test_nothing_to_show_is_no_message() -> None:
    """Discord refuses empty messages."""
    assert split(()) == []
    assert split(paragraph(" \n ")) == []


def test_a_label_that_is_too_long_ends_in_an_ellipsis() -> None:
    assert cut("short", 5) == "short"
    assert cut("longer", 5) == "long…"
    assert length(cut("😀" * 50, 80)) <= 80
