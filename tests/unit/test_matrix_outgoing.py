"""What the bot says on Matrix: safe, readable everywhere, never too long for an event."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.matrix import outgoing, polls
from bot import richtext
from bot.platform import Choice, Choices
from bot.richtext import Bold, Bullets, Link, Mention, Moment, Paragraph, Quote, Text, paragraph


def _line(text_id: str) -> str:
    return f"<{text_id}>"


def _one(*spans: Any, rings: bool = False) -> dict[str, Any]:
    (content,) = outgoing.contents(paragraph(*spans), None, _line, rings=rings)
    return content


class _Tags(HTMLParser):
    """Collects the tags and the characters that a client would show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.shown = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))
        if tag == "br":
            self.shown += "\n"

    def handle_data(self, data: str) -> None:
        self.shown += data


def _read_html(content: dict[str, Any]) -> _Tags:
    reader = _Tags()
    reader.feed(content["formatted_body"])
    reader.close()
    return reader


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), min_size=1))
def test_what_a_member_typed_is_shown_and_means_nothing(text: str) -> None:
    """HTML, markup and pings in free text are characters; nobody is notified."""
    content = _one(Text(text))
    html = _read_html(content)
    assert {tag for tag, _ in html.tags} <= {"p", "br"}
    assert html.shown == text
    assert content["body"] == text
    assert content["m.mentions"] == {}


@pytest.mark.parametrize(
    "text",
    ["<b>x</b>", "@room", '"><img src=x onerror=y>', "&lt;script&gt;", "**x** @ben:x", "https://x"],
)
def test_dangerous_text_stays_text(text: str) -> None:
    html = _read_html(_one(Bold(text)))
    assert (html.tags, html.shown) == ([("p", []), ("strong", [])], text)


def test_nobody_is_called_by_words_or_where_they_are_only_spoken_of() -> None:
    """The member whom an alert is about may be in the room; what they typed names nobody."""
    spoken_of = Mention("matrix", "@ada:x", "Ada", quiet=True)
    content = _one(spoken_of, ": @ben:x https://matrix.to/#/@ben:x @room", rings=True)

    assert content["m.mentions"] == {}


def test_what_belongs_to_a_thread_is_in_it_and_below_its_root_elsewhere() -> None:
    """Clients without threads show it as a reply."""
    content = outgoing.related(_one("still there"), "$root", "$root")

    assert content["m.relates_to"] == {
        "rel_type": "m.thread",
        "event_id": "$root",
        "is_falling_back": True,
        "m.in_reply_to": {"event_id": "$root"},
    }


@pytest.mark.parametrize("rings", [True, False])
def test_a_known_account_is_mentioned_and_one_of_elsewhere_only_named(rings: bool) -> None:
    """What rings calls exactly whom we named, by id; what does not ring calls nobody."""
    here, elsewhere = Mention("matrix", "@ben:x", "Ben <3"), Mention("discord", "42", "Cleo")
    content = _one(here, " and ", elsewhere, rings=rings)
    html = _read_html(content)
    assert content["m.mentions"] == ({"user_ids": ["@ben:x"]} if rings else {})
    assert html.tags[1] == ("a", [("href", "https://matrix.to/#/@ben:x")])
    assert html.shown == content["body"] == "Ben <3 and Cleo"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/?a=1&b=2", True),
        ("tel:988", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
    ],
)
def test_only_harmless_addresses_are_linked(url: str, linked: bool) -> None:
    html = _read_html(_one(Link("here", url)))
    assert (("a", [("href", url)]) in html.tags) is linked


def test_every_kind_of_block_reads_well_in_both_forms() -> None:
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    body = (
        Paragraph((Text("Hi, it is "), Moment(at, "time", "9:00"))),
        Bullets(((Text("one"),), (Bold("two"),))),
        Quote((Text("words"),)),
    )
    (content,) = outgoing.contents(body, None, _line, rings=True)
    assert content["msgtype"] == "m.text"
    assert content["body"] == richtext.plain(body)
    assert content["formatted_body"] == (
        "<p>Hi, it is 9:00</p><ul><li>one</li><li><strong>two</strong></li></ul>"
        "<blockquote><p>words</p></blockquote>"
    )


@pytest.mark.parametrize(
    ("count", "hint"),
    [(1, "-one"), (3, "matrix-reply-hint"), (10, "matrix-reply-hint"), (11, "-typed")],
)
def test_choices_are_numbered_with_a_hint(count: int, hint: str) -> None:
    """Without buttons the options are read, and tapped or typed by number."""
    options = tuple(Choice(id=f"o{n}", label=f"option {n}") for n in range(1, count + 1))
    choices = Choices(prompt="p", options=options)
    (content,) = outgoing.contents(paragraph("Which?"), choices, _line, rings=False)
    lines = content["body"].splitlines()
    assert lines[2 : 2 + count] == [f"{n}. option {n}" for n in range(1, count + 1)]
    assert hint in lines[-1]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(paragraph("wörd " * 30_000), id="one long paragraph"),
        pytest.param(paragraph("x" * 120_000), id="no spaces"),
        pytest.param(paragraph("😀" * 20_000), id="emoji"),
        pytest.param(paragraph("<&>" * 20_000), id="what HTML makes longer"),
        pytest.param(paragraph("word " * 30) * 1_000, id="many paragraphs"),
        pytest.param((Bullets(((Text("word " * 200),),) * 300),), id="a long list"),
    ],
)
def test_a_long_text_is_cut_so_that_each_part_fits(body: richtext.Body) -> None:
    """Nothing is lost, and no part is refused for its size."""
    parts = outgoing.contents(body, None, _line, rings=False)
    assert len(parts) > 1
    assert all(len(json.dumps(part)) <= outgoing.CONTENT_AT_MOST for part in parts)
    said = "".join("".join(part["body"].split()) for part in parts)
    wanted = "".join(richtext.plain(body).replace("- ", "").split())
    assert said.replace("-", "") == wanted


def test_an_edit_replaces_and_reads_well_where_edits_are_unknown() -> None:
    edit = outgoing.as_edit(_one(Text("new")), "$1")
    assert edit["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$1"}
    assert (edit["body"], edit["m.new_content"]["body"]) == ("* new", "new")


def test_a_long_text_is_cut_between_sentences() -> None:
    """A reader of the first part must not stop in the middle of a word or a thought."""
    sentence = "One day at a time is how it goes. "
    first, *rest = outgoing.contents(paragraph(sentence * 2_000), None, _line, rings=False)
    assert rest
    assert first["body"].endswith("how it goes. ")


def test_what_is_emphasised_stays_in_its_sentence_when_a_text_is_cut() -> None:
    """A long paragraph of many spans is not torn into one paragraph for each."""
    spans: list[richtext.Span] = [Text("Please call "), Bold("112"), Text(" now. ")] * 800
    parts = outgoing.contents(paragraph(*spans), None, _line, rings=False)
    assert 1 < len(parts) < 5
    assert "".join(part["body"] for part in parts) == "Please call 112 now. " * 800


def test_a_long_list_stays_a_list() -> None:
    items = tuple((Text("word " * 200),) for _ in range(100))
    parts = outgoing.contents((Bullets(items),), None, _line, rings=False)
    assert len(parts) > 1
    assert sum(part["formatted_body"].count("<li>") for part in parts) == 100


def _question(count: int, *, poll: bool) -> Choices:
    options = tuple(Choice(id=f"o{n}", label=f"option {n}") for n in range(1, count + 1))
    return Choices(prompt="p", options=options, poll=poll)


@pytest.mark.parametrize(
    ("count", "poll", "shown"),
    [(3, True, True), (20, True, True), (21, True, False), (3, False, False)],
)
def test_a_poll_holds_twenty_options_at_most(count: int, poll: bool, shown: bool) -> None:
    """Source: spec, `m.poll.start`: clients cut off what is beyond."""
    choices = _question(count, poll=poll)
    (content,) = outgoing.contents(paragraph("Which?"), choices, _line, rings=False)
    assert polls.is_poll(choices) is shown
    assert ("matrix-reply-hint-poll" in content["body"]) is shown
    assert f"{count}. option {count}" in content["body"]


def test_a_poll_reads_as_text_where_polls_are_unknown() -> None:
    """Clients without polls show what stands under the text keys."""
    content = polls.poll_content("Which?", _question(2, poll=True))
    assert content["m.text"] == [{"body": "Which?\n1. option 1\n2. option 2"}]
    assert content["org.matrix.msc1767.text"] == content["m.text"][0]["body"]
    assert content["m.mentions"] == {}


@pytest.mark.parametrize(
    ("content", "root"),
    [
        ({"m.relates_to": {"rel_type": "m.thread", "event_id": "$root"}}, "$root"),
        ({"m.relates_to": {"rel_type": "m.annotation", "event_id": "$1"}}, None),
        ({"m.relates_to": {"rel_type": "m.thread", "event_id": ["$root"]}}, None),
        ({"m.relates_to": []}, None),
        ({}, None),
        (None, None),
    ],
)
def test_a_thread_is_read_off_an_event(content: Any, root: str | None) -> None:
    """Relations are readable in encrypted events too; nonsense in them is no thread."""
    assert outgoing.thread_in({"content": content}) == root
