"""A neutral text as the content of Matrix messages.

What a person typed is data: escaped in HTML, never a pill, never a ping. `m.mentions` is always
set, so that no client looks for names in the text; it names somebody only where a message rings.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

from adapters.matrix.polls import is_poll
from adapters.matrix.prompts import REACTIONS_AT_MOST
from bot import richtext
from bot.platform import Attachment, Choices
from bot.richtext import (
    Block,
    Body,
    Bold,
    Bullets,
    Link,
    Mention,
    Moment,
    Paragraph,
    Quote,
    Span,
    Spans,
    Text,
)

PLATFORM = "matrix"

CONTENT_AT_MOST = 40_000
"""Bytes of a content as JSON. An event may have 65,536; encryption makes a content longer by a
third, and the envelope needs some."""

# One text where it has to be cut: characters, and bytes of its HTML as JSON, where an emoji takes
# twelve. A content holds each text twice, as it is and as HTML.
_PIECE, _PIECE_BYTES = 12_000, 16_000
_BETWEEN = ("\n\n", "\n", ". ", " ")
_SCHEMES = ("https", "http", "mailto", "tel")

Line = Callable[[str], str]
"""A text of ours by its name, in the reader's language."""


def contents(
    body: Body, choices: Choices | None, line: Line, *, rings: bool
) -> list[dict[str, Any]]:
    """The body as one message content, or as several where one would be too long.

    The choices are numbered at the end of the last one.
    """
    blocks = (*body, *_numbered(choices, line)) if choices else body
    kind = "m.text" if rings else "m.notice"
    return [_content(part, kind, rings=rings) for part in _parts(blocks)]


def as_edit(content: dict[str, Any], message: str) -> dict[str, Any]:
    """The content in place of an earlier message. Source: spec, "Event replacements"."""
    shown = {**content, "body": f"* {content['body']}", "m.mentions": {}}
    if "formatted_body" in content:
        shown["formatted_body"] = f"* {content['formatted_body']}"
    return {
        **shown,
        "m.new_content": content,
        "m.relates_to": {"rel_type": "m.replace", "event_id": message},
    }


def related(content: dict[str, Any], answers: str | None, thread: str | None) -> dict[str, Any]:
    """The content as an answer: in a thread, else as a reply.

    Args:
        answers: what it answers; in a thread, what clients that know no threads show it below.
        thread: the first message of the thread.

    Source: spec, "Rich replies" and "Threading".
    """
    if answers is None:
        return content
    relation: dict[str, Any] = {"m.in_reply_to": {"event_id": answers}}
    if thread:
        relation |= {"rel_type": "m.thread", "event_id": thread, "is_falling_back": True}
    return {**content, "m.relates_to": relation}


def thread_in(event: Mapping[str, Any]) -> str | None:
    """The thread that an event belongs to; encryption leaves relations readable."""
    content = event.get("content")
    relation = content.get("m.relates_to") if isinstance(content, Mapping) else None
    if not isinstance(relation, Mapping) or relation.get("rel_type") != "m.thread":
        return None
    root = relation.get("event_id")
    return root if isinstance(root, str) else None


def file_content(
    attachment: Attachment, uri: str, encryption: dict[str, Any] | None
) -> dict[str, Any]:
    """A message that shows an uploaded file."""
    kind, _, _ = attachment.content_type.partition("/")
    content: dict[str, Any] = {
        "msgtype": "m.image" if kind == "image" else "m.file",
        "body": attachment.description or attachment.name,
        "filename": attachment.name,
        "info": {"mimetype": attachment.content_type, "size": len(attachment.data)},
        "m.mentions": {},
    }
    if encryption is None:
        return {**content, "url": uri}
    return {**content, "file": {**encryption, "url": uri}}


def _numbered(choices: Choices, line: Line) -> Body:
    """The options as a list that starts with numbers, and how to answer."""
    rows = "\n".join(f"{n}. {option.label}" for n, option in enumerate(choices.options, 1))
    hint = "matrix-reply-hint"
    if is_poll(choices):
        hint = "matrix-reply-hint-poll"
    elif len(choices.options) > REACTIONS_AT_MOST:
        hint = "matrix-reply-hint-typed"
    elif len(choices.options) == 1:
        hint = "matrix-reply-hint-one"
    return (Paragraph((Text(rows),)), Paragraph((Text(line(hint)),)))


def _content(body: Body, kind: str, *, rings: bool = False) -> dict[str, Any]:
    mentioned = sorted(richtext.called(body, PLATFORM)) if rings else []
    return {
        "msgtype": kind,
        "body": richtext.plain(body),
        "format": "org.matrix.custom.html",
        "formatted_body": "".join(map(_html, body)),
        "m.mentions": {"user_ids": mentioned} if mentioned else {},
    }


def _is_account(span: Span) -> bool:
    return isinstance(span, Mention) and span.platform == PLATFORM


# --- HTML


def _html(block: Block) -> str:
    match block:
        case Paragraph(spans):
            return f"<p>{_html_spans(spans)}</p>"
        case Quote(spans):
            return f"<blockquote><p>{_html_spans(spans)}</p></blockquote>"
        case Bullets(items):
            return "<ul>" + "".join(f"<li>{_html_spans(item)}</li>" for item in items) + "</ul>"


def _html_spans(spans: Spans) -> str:
    return "".join(map(_html_span, spans))


def _html_span(span: Span) -> str:
    match span:
        case Text(text):
            return _escaped(text)
        case Bold(text):
            return f"<strong>{_escaped(text)}</strong>"
        case Link(label, url) if urlsplit(url).scheme in _SCHEMES:
            return f'<a href="{escape(url)}">{_escaped(label)}</a>'
        case Link(label, _):
            return _escaped(label)
        case Mention(user=user, name=name) if _is_account(span):
            address = "https://matrix.to/#/" + quote(user, safe="@:")
            return f'<a href="{escape(address)}">{_escaped(name)}</a>'
        case Mention(name=name):
            return _escaped(name)
        case Moment(words=words):
            return _escaped(words)


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")


# --- long texts


def _parts(body: Body) -> list[Body]:
    """The body cut between blocks so that each part fits into one event."""
    parts: list[Body] = [()]
    for block in _pieces(body):
        if parts[-1] and not _fits((*parts[-1], block)):
            parts.append(())
        parts[-1] = (*parts[-1], block)
    return parts


def _fits(body: Body) -> bool:
    return len(json.dumps(_content(body, "m.notice"))) <= CONTENT_AT_MOST


def _pieces(body: Body) -> Iterator[Block]:
    """The blocks, those that are too long by themselves cut into several of their kind."""
    for block in body:
        if _fits((block,)):
            yield block
            continue
        match block:
            case Bullets(items):
                for item in items:
                    yield from _pieces((Bullets((item,)) if _is_short(item) else Paragraph(item),))
            case Paragraph(spans) | Quote(spans):
                for part in _short_rows(spans):
                    yield replace(block, spans=part)


def _is_short(spans: Spans) -> bool:
    return _fits((Paragraph(spans),))


def _short_rows(spans: Spans) -> Iterator[Spans]:
    """The spans in rows that each fit into one event, no more rows than needed."""
    row: Spans = ()
    for span in spans:
        for piece in _short_spans(span):
            if row and not _is_short((*row, piece)):
                yield row
                row = ()
            row = (*row, piece)
    yield row


def _short_spans(span: Span) -> Iterator[Span]:
    match span:
        case Text(text) | Bold(text):
            for piece in _short_texts(text):
                yield replace(span, text=piece)
        case _:
            yield span


def _short_texts(text: str) -> Iterator[str]:
    """Pieces that make up the text; cut between lines, else sentences, else words, if it can be."""
    while text:
        cut = _PIECE
        while len(json.dumps(_escaped(text[:cut]))) > _PIECE_BYTES:
            cut //= 2
        if cut < len(text):
            ends = (text.rfind(mark, cut // 2, cut) + len(mark) for mark in _BETWEEN)
            cut = next((end for end in ends if end > cut // 2 + 1), cut)
        yield text[:cut]
        text = text[cut:]
