"""A small neutral rich text that every adapter renders in its platform's own way.

What a person typed always travels as `Text`: it is shown, never interpreted. Markup
characters, mentions and HTML in it mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

MomentStyle = Literal["time", "date", "datetime", "relative"]


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters, shown as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Bold:
    """Emphasised characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its label; `url` comes from us or from checked data, never from a member."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time; platforms that can show it in the reader's own zone do so.

    Args:
        at: aware.
        words: the same moment in words, for platforms that cannot.
    """

    at: datetime
    style: MomentStyle
    words: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A known account, by its platform's immutable id; `name` is what is shown without a ping.

    Args:
        quiet: it names them without calling them, be the message one that rings.
    """

    platform: str
    user: str
    name: str
    quiet: bool = False


Span = Text | Bold | Link | Moment | Mention
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody, set apart."""

    spans: Spans


Block = Paragraph | Bullets | Quote
Body = tuple[Block, ...]


def paragraph(*parts: str | Span) -> Body:
    """A body of one paragraph; strings become `Text`."""
    return (Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in parts)),)


def words_of(spans: Iterable[Span]) -> str:
    """The spans as plain characters, for clients without formatting and for tests."""
    return "".join(map(_span_words, spans))


def called(body: Body, platform: str) -> tuple[str, ...]:
    """The accounts of a platform that a body calls if its message rings, each once."""
    spans = (
        span
        for block in body
        for row in (block.items if isinstance(block, Bullets) else (block.spans,))
        for span in row
    )
    users = (
        span.user
        for span in spans
        if isinstance(span, Mention) and span.platform == platform and not span.quiet
    )
    return tuple(dict.fromkeys(users))


def plain(body: Body) -> str:
    """The whole body as plain text: blocks apart by an empty line, list items behind a dash."""
    blocks: list[str] = []
    for block in body:
        match block:
            case Paragraph(spans):
                blocks.append(words_of(spans))
            case Bullets(items):
                blocks.append("\n".join(f"- {words_of(item)}" for item in items))
            case Quote(spans):
                blocks.append("\n".join(f"> {line}" for line in words_of(spans).splitlines()))
    return "\n\n".join(blocks)


def _span_words(span: Span) -> str:
    match span:
        case Text(text) | Bold(text):
            return text
        case Link(label, url):
            return label if label == url else f"{label} ({url})"
        case Moment(words=words):
            return words
        case Mention(name=name):
            return name


def to_data(body: Body) -> list[dict[str, Any]]:
    """The body as JSON-ready data, for the outbox."""
    data: list[dict[str, Any]] = []
    for block in body:
        match block:
            case Paragraph(spans):
                data.append({"p": [_span_to_data(span) for span in spans]})
            case Quote(spans):
                data.append({"q": [_span_to_data(span) for span in spans]})
            case Bullets(items):
                data.append({"ul": [[_span_to_data(span) for span in item] for item in items]})
    return data


def from_data(data: Iterable[Mapping[str, Any]]) -> Body:
    """The inverse of `to_data`."""
    blocks: list[Block] = []
    for block in data:
        if "p" in block:
            blocks.append(Paragraph(_spans_from_data(block["p"])))
        elif "q" in block:
            blocks.append(Quote(_spans_from_data(block["q"])))
        else:
            blocks.append(Bullets(tuple(_spans_from_data(item) for item in block["ul"])))
    return tuple(blocks)


def _span_to_data(span: Span) -> dict[str, Any]:
    match span:
        case Text(text):
            return {"t": text}
        case Bold(text):
            return {"b": text}
        case Link(label, url):
            return {"a": label, "url": url}
        case Moment(at, style, words):
            return {"at": at.astimezone(UTC).isoformat(), "style": style, "words": words}
        case Mention(platform, user, name, quiet):
            return {"platform": platform, "user": user, "name": name, "quiet": quiet}


def _spans_from_data(data: Iterable[Mapping[str, Any]]) -> Spans:
    return tuple(map(_span_from_data, data))


def _span_from_data(data: Mapping[str, Any]) -> Span:
    if "t" in data:
        return Text(data["t"])
    if "b" in data:
        return Bold(data["b"])
    if "a" in data:
        return Link(data["a"], data["url"])
    if "at" in data:
        return Moment(datetime.fromisoformat(data["at"]), data["style"], data["words"])
    return Mention(data["platform"], data["user"], data["name"], data.get("quiet", False))
