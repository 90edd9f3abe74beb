"""What a Discord client makes of a message's text: an independent reading of its markdown.

Written from how the client behaves, not from how the adapter writes, so that it can convict it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_URL = re.compile(r"https?://[^\s<]+[^<.,:;\"'\])\s]")
_ANGLE = re.compile(r"<(https?://[^\s>]+)>")
_MENTION = re.compile(r"<(@!?|@&|#|/[^:>]+:|id:)(\w+)>")
_EMOJI = re.compile(r"<a?:(\w+):\d+>")
_MOMENT = re.compile(r"<t:(-?\d+)(?::([tTdDfFRsS]))?>")
_LINK = re.compile(r"\[((?:\\.|[^\]\\])+)\]\(<?(https?://[^\s<>)]+)>?\)")
_PAIRED = [
    ("code block", re.compile(r"```(.+?)```", re.DOTALL)),
    ("code", re.compile(r"`([^`]+)`")),
    ("bold", re.compile(r"\*\*((?:\\.|[^\\])+?)\*\*(?!\*)", re.DOTALL)),
    ("underline", re.compile(r"__((?:\\.|[^\\])+?)__(?!_)", re.DOTALL)),
    ("strike", re.compile(r"~~((?:\\.|[^\\])+?)~~", re.DOTALL)),
    ("spoiler", re.compile(r"\|\|((?:\\.|[^\\])+?)\|\|", re.DOTALL)),
    ("italics", re.compile(r"\*((?:\\.|[^\\*\s])(?:\\.|[^\\*])*?)\*(?!\*)", re.DOTALL)),
    ("italics", re.compile(r"(?<![0-9A-Za-z])_((?:\\.|[^\\_])+?)_(?![0-9A-Za-z])", re.DOTALL)),
]
_LINE = re.compile(r"(\s*)(#{1,3} |-# |>>> |> |[-*] |\d+\. )")
_LINE_MARKS = {"-#": "small", ">": "quote", ">>>": "quote", "-": "list", "*": "list"}


@dataclass
class Shown:
    """`text` as read; `marks`: every piece of markup that took effect, as (kind, its words)."""

    text: str
    marks: list[tuple[str, str]]


def shown(content: str, name_of: Callable[[int], str] = str) -> Shown:
    """The message as a person reads it. `name_of`: the name of an account's id."""
    marks: list[tuple[str, str]] = []
    text = _read(content, marks, name_of, fresh_line=True)
    return Shown(text.strip(), marks)


def _read(
    source: str,
    marks: list[tuple[str, str]],
    name_of: Callable[[int], str],
    *,
    fresh_line: bool = False,
) -> str:
    out: list[str] = []
    at = 0
    while at < len(source):
        if fresh_line and (line := _LINE.match(source, at)):
            mark = line[2].strip()
            kind = _LINE_MARKS.get(mark, "heading" if mark.startswith("#") else "list")
            end = source.find("\n", at)
            marks.append((kind, source[line.end() : end if end >= 0 else None]))
            out.append(line[1] + ("" if kind in ("heading", "small") else line[2]))
            at = line.end()
            # A quote may hold a list; nothing else nests at the start of a line.
            fresh_line = kind == "quote"
            continue
        fresh_line = source[at] == "\n"
        piece, at = _one(source, at, marks, name_of)
        out.append(piece)
    return "".join(out)


def _one(
    source: str, at: int, marks: list[tuple[str, str]], name_of: Callable[[int], str]
) -> tuple[str, int]:
    if found := _ESCAPE.match(source, at):
        return found[1], found.end()
    if (found := _ANGLE.match(source, at)) or (found := _URL.match(source, at)):
        url = found[1] if found.re is _ANGLE else found[0]
        marks.append(("url", url))
        return url, found.end()
    if found := _MENTION.match(source, at):
        marks.append(("mention", found[2]))
        return f"@{name_of(int(found[2]))}" if found[2].isdecimal() else found[0], found.end()
    if found := _EMOJI.match(source, at):
        marks.append(("emoji", found[1]))
        return f":{found[1]}:", found.end()
    if found := _MOMENT.match(source, at):
        marks.append(("moment", found[1]))
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        return moment.strftime("%Y-%m-%d %H:%M UTC"), found.end()
    if found := _LINK.match(source, at):
        marks.append(("link", found[2]))
        return f"{_read(found[1], marks, name_of)} ({found[2]})", found.end()
    for kind, pattern in _PAIRED:
        if found := pattern.match(source, at):
            plain = kind.startswith("code")
            inner = found[1] if plain else _read(found[1], marks, name_of)
            marks.append((kind, inner))
            return inner, found.end()
    return source[at], at + 1
