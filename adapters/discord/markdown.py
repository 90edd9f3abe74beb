r"""The neutral rich text as Discord's markdown.

Every piece of data is escaped: Discord shows any ASCII punctuation behind a backslash as it is,
so what a member typed can form no markup, link, mention or time stamp. Addresses of web pages are
the one thing left readable, since a backslash would break them; what markup could hide in them is
percent-encoded (RFC 3986).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import quote

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

LONGEST = 2000
"""Characters that a message takes, counted in UTF-16 as the strictest reading."""

_PLATFORM = "discord"
_LONGEST_WORD = 400
_MARKUP = re.compile(r"[\\*_~`|<\[]")
_LINE_START = re.compile(r"^([ \t]*)([#>-])", re.MULTILINE)
_NUMBERED = re.compile(r"^([ \t]*\d+)\.", re.MULTILINE)
_URL = re.compile(r"https?://[^\s<>]*[^\s<>.,:;!?\"'\])]")
_OPEN_URL = re.compile(r"https?://[^\s<>]*\Z")
_BEHIND_URL = re.compile(r"\A([^\s<]*)<")
_IN_URL = re.compile(r"[*`|\[\]()\\]")
_WORD = re.compile(r"\s*\S+\s*|\s+")
_STYLES = {"time": "t", "date": "D", "datetime": "f", "relative": "R"}


def escape(text: str) -> str:
    """Data as it is to be read; nothing in it takes effect."""
    text = readable(text)
    out: list[str] = []
    at = 0
    for url in _URL.finditer(text):
        out.append(_escape_plain(text[at : url.start()], after_url=at > 0))
        out.append(_IN_URL.sub(lambda found: quote(found[0], safe=""), url[0]))
        at = url.end()
    out.append(_escape_plain(text[at:], after_url=at > 0))
    return "".join(out)


def readable(text: str) -> str:
    """Without what cannot be sent: half surrogate pairs and NUL."""
    repaired = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return repaired.replace("\x00", "")


def length(text: str) -> int:
    """Characters as Discord's clients count them."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, longest: int) -> str:
    """A label that fits; a longer one ends in an ellipsis."""
    text = readable(text)
    if length(text) <= longest:
        return text
    text = text[: longest - 1]  # no character counts for less than one
    while length(text) > longest - 1:
        text = text[:-1]
    return text + "…"


def render(body: Body) -> str:
    """The whole body, however long."""
    return "\n\n".join(filter(None, map(_block, body)))


def split(body: Body, longest: int = LONGEST) -> list[str]:
    """The body as messages of at most `longest` characters; empty if there is nothing to show.

    Parts end between blocks, list items or words; emphasis and quotes go on in the next part.
    """
    parts: list[str] = []
    for block in body:
        for piece in _pieces(block, longest):
            written = _block(piece)
            if not written.strip():
                continue
            if parts and length(parts[-1]) + 2 + length(written) <= longest:
                parts[-1] += "\n\n" + written
            else:
                parts.append(written)
    return parts


def _escape_plain(text: str, *, after_url: bool) -> str:
    first, line_break, rest = text.partition("\n") if after_url else ("", "", text)
    # Else the backslash would count as the address's last character, and escape nothing.
    first = _BEHIND_URL.sub(r"\1 <", first)
    rest = _LINE_START.sub(r"\1\\\2", _MARKUP.sub(_with_backslash, rest))
    rest = _NUMBERED.sub(r"\1\\.", rest)
    return _MARKUP.sub(_with_backslash, first) + line_break + rest


def _with_backslash(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _block(block: Block) -> str:
    match block:
        case Paragraph(spans):
            return _spans(spans)
        case Bullets(items):
            return "\n".join("- " + _spans(item).replace("\n", "\n  ") for item in items)
        case Quote(spans):
            return "\n".join("> " + line for line in _spans(spans).split("\n"))


def _spans(spans: Spans) -> str:
    pieces: list[str] = []
    open_url = False
    for span in _joined(spans):
        piece = _span(span)
        if open_url and piece and not piece[0].isspace():
            pieces.append(" ")  # an address takes in whatever follows without a blank
        open_url = isinstance(span, Text) and bool(_OPEN_URL.search(piece))
        pieces.append(piece)
    return "".join(pieces)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbours of a kind as one: `**a****b**` would not be bold."""
    for kind, group in groupby(spans, type):
        if kind is Bold:
            yield Bold("".join(span.text for span in group if isinstance(span, Bold)))
        elif kind is Text:
            yield Text("".join(span.text for span in group if isinstance(span, Text)))
        else:
            yield from group


def _span(span: Span) -> str:
    match span:
        case Text(text):
            return escape(text)
        case Bold(text):
            return f"**{escape(text)}**" if text.strip() else text
        case Link(label, url):
            return _link(label, url)
        case Moment(at, style, _):
            return f"<t:{int(at.timestamp())}:{_STYLES[style]}>"
        case Mention(platform, user, _) if platform == _PLATFORM and user.isdecimal():
            return f"<@{user}>"
        case Mention(name=name):
            return escape(name)


def _link(label: str, url: str) -> str:
    # In angle brackets Discord shows no preview of the page.
    target = f"<{quote(readable(url), safe=':/?#@!$&;=+,%~._-')}>"
    if label == url:
        return target
    if "://" in label:  # Discord takes no address as the label of another
        return f"{escape(label)} ({target})"
    return f"[{escape(label).replace(']', chr(92) + ']')}]({target})"


def _pieces(block: Block, longest: int) -> Iterator[Block]:
    """The block, or as many of its kind as it takes for each to fit."""
    if length(_block(block)) <= longest:
        yield block
        return
    match block:
        case Paragraph(spans):
            yield from (Paragraph(part) for part in _packed(spans, longest))
        case Quote(spans):
            yield from (Quote(part) for part in _packed(spans, longest))
        case Bullets(items):
            for item in items:
                yield from (Bullets((part,)) for part in _packed(item, longest))


def _packed(spans: Spans, longest: int) -> Iterator[Spans]:
    """Words put together while their written length fits, counted from above."""
    part: list[Span] = []
    used = 0
    for word in _words(spans):
        written = _span(word)
        # A line break may become "\n> " or "\n  ".
        size = length(written) + 2 * written.count("\n")
        if part and used + size > longest - 2:
            yield tuple(part)
            part, used = [], 0
        part.append(word)
        used += size
    if part:
        yield tuple(part)


def _words(spans: Spans) -> Iterator[Span]:
    for span in spans:
        if not isinstance(span, Text | Bold):
            yield span
            continue
        for word in _WORD.findall(readable(span.text)):
            for start in range(0, len(word), _LONGEST_WORD):
                yield type(span)(word[start : start + _LONGEST_WORD])
