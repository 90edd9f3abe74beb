"""What no answer may contain, whatever was said before: judged as both platforms render it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

from adapters.discord import markdown
from adapters.matrix import outgoing
from bot.richtext import (
    Block,
    Body,
    Bold,
    Bullets,
    Link,
    Mention,
    Moment,
    Quote,
    Span,
    Spans,
)
from tests.discord_standin.visible import shown
from tests.fuzz.hostile import CANARY, EVIL

_MARKUP = frozenset(
    ("bold", "italics", "underline", "strike", "spoiler", "code", "code block", "heading", "small")
)
_BARE = re.compile(rf"(?<![*\w]){CANARY}(?![*\w])")


class _Page(HTMLParser):
    """The tags of a page, and the characters that it shows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag == "br":
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags["comment"] += 1

    def handle_decl(self, decl: str) -> None:
        self.tags["declaration"] += 1

    def handle_pi(self, data: str) -> None:
        self.tags["instruction"] += 1


def spans_of(body: Body) -> Iterator[Span]:
    for block in body:
        for row in rows_of(block):
            yield from row


def rows_of(block: Block) -> tuple[Spans, ...]:
    return block.items if isinstance(block, Bullets) else (block.spans,)


def faults(body: Body, known: Collection[str]) -> list[str]:
    """What is wrong with an answer; empty if nothing is.

    Args:
        known: the accounts that may be mentioned.
    """
    return [*_in_spans(body, known), *_on_discord(body), *_on_matrix(body)]


def _in_spans(body: Body, known: Collection[str]) -> Iterator[str]:
    for span in spans_of(body):
        match span:
            case Mention(user=user) if user not in known:
                yield "mentions somebody whom nobody named"
            case Bold(text) if text == CANARY:
                yield "words became emphasis"
            case Link(label, url):
                if urlsplit(url).scheme not in ("https", "http", "tel", "sms", "mailto"):
                    yield "a link with a strange scheme"
                if EVIL in url and label != url:
                    yield "a foreign address behind a label"


def _on_discord(body: Body) -> Iterator[str]:
    spans = list(spans_of(body))
    allowed = Counter(
        bold=sum(isinstance(span, Bold) for span in spans),
        mention=sum(isinstance(span, Mention) for span in spans),
        moment=sum(isinstance(span, Moment) for span in spans),
        link=sum(isinstance(span, Link) for span in spans),
        emoji=0,
    )
    marks = Counter(kind for kind, _ in shown(markdown.render(body)).marks)
    for kind in (_MARKUP | {"mention", "moment", "link", "emoji"}) & set(marks):
        if marks[kind] > allowed[kind]:
            yield f"{kind} on Discord out of what somebody wrote"
    if not any(isinstance(block, Quote) for block in body) and marks["quote"]:
        yield "a quote on Discord out of what somebody wrote"


def _on_matrix(body: Body) -> Iterator[str]:
    spans = list(spans_of(body))
    contents = outgoing.contents(body, None, str, rings=True) if body else []
    page = _Page()
    page.feed("".join(content.get("formatted_body", "") for content in contents))
    page.close()
    links = sum(isinstance(span, Link | Mention) for span in spans)
    if any(content["m.mentions"] for content in contents):
        yield "calls somebody on Matrix"
    if strange := set(page.tags) - {"p", "br", "ul", "li", "blockquote", "strong", "a"}:
        yield f"{sorted(strange)} on Matrix out of what somebody wrote"
    if page.attributes - {"href"}:
        yield "an attribute on Matrix out of what somebody wrote"
    bolds = sum(isinstance(span, Bold) for span in spans)
    parted = len(contents) > 1  # what is long may be emphasised in several pieces
    if not parted and (page.tags["a"] > links or page.tags["strong"] > bolds):
        yield "markup on Matrix out of what somebody wrote"
    if any(urlsplit(link).scheme not in ("https", "http", "tel", "sms", "mailto", "matrix")
           for link in page.links):  # fmt: skip
        yield "a strange link on Matrix"
    expected = "".join(map(_read, spans))
    if _squeezed(page.text) != _squeezed(expected):
        yield "Matrix shows other words than were meant"


def _read(span: Span) -> str:
    match span:
        case Link(label, _):
            return label
        case Mention(name=name):
            return name
        case Moment(words=words):
            return words
        case _:
            return span.text


def _squeezed(text: str) -> str:
    """Without blanks, and without what HTML cannot hold: NUL and half characters."""
    return "".join(char for char in text if not char.isspace() and char not in "\x00\ufffd")
