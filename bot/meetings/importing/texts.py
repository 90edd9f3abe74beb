"""Texts of other people's files: made plain, and searched for what contradicts the schedule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from bot.meetings.importing.drafts import Question, RefusedError

LONGEST = 20_000  # characters of one field
LONGEST_NAME = 200

_SHOWN = 80
# HTML by patterns without nesting: the library's parser needs seconds for some texts of 20,000
# characters, and all that is wanted is their words. The address of a link stays, since it may be
# the only place where it stands.
_SILENT = re.compile(
    r"<(script|style)\b[^<>]*>.{0,2000}?</\1\s*>|<!--.{0,2000}?-->", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[^<>]*>|<![^<>]*>")
_ADDRESS = re.compile(r"href\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)
_BLOCKS = frozenset(("br", "p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4"))
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']+|\b(?:[\w-]{1,40}\.){0,3}zoom\.us/[^\s<>\"']+", re.IGNORECASE
)
_SECRET = re.compile(
    r"\b(?:pass ?codes?|passwords?|pwd|pw|contrase[ñn]a|clave|kennwort|passwort|mot de passe"
    r"|meeting id|zoom id|id)\s*[:#=]|\b\d{3}[ -]?\d{3,4}[ -]?\d{3,4}\b",
    re.IGNORECASE,
)

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_NTH = r"(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last)"
_PATTERN = re.compile(
    rf"\b{_NTH}(?:\s*(?:,|and|&|/|or)\s*{_NTH}){{0,4}}"
    rf"\s+(?:{_DAY}|weeks?\b|day of|of (?:the|each|every))"
    r"|\bevery (?:other|second|third|2nd|3rd|two|2|three|3)\s+\w+"
    r"|\balternat\w*\s+\w+|\bbi-?weekly\b|\bfortnight\w*|\bonce a month\b|\bmonthly\b"
    r"|\b(?:odd|even) weeks\b|\bseasonal\w*|\b(?:summer|winter)s? only\b|\bexcept (?:for )?\w+"
    rf"|\b{_MONTH}\s*(?:-|–|to|through|thru|until)\s*{_MONTH}\b"
    r"|\bletzte[rn]? \w+tag\b|\balle (?:zwei|2|vierzehn|14)\b|\bjede[nr]? (?:zweite|erste|dritte)"
    r"|\b(?:primer|segund|tercer|últim)\w* (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
    r"|\bcada dos\b|\bun \w+ sur deux\b|\b(?:premier|dernier) \w+di\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\bclosed (?:until|till|for|due|temporarily|permanently|indefinitely|on|in)\b"
    r"|\b(?:temporarily|permanently|currently) (?:closed|suspended|not)\b|\bsuspended\b"
    r"|\bon hold\b|\bcancell?ed\b|\bnot (?:meeting|currently)\b|\bno (?:longer|meetings?)\b"
    r"|\binactive\b|\bdiscontinued\b|\bfurther notice\b|\bpaused\b|\bdisbanded\b"
    r"|\bgeschlossen bis\b|\bfällt aus\b|\bpausiert\b|\bcerrado hasta\b|\bsuspendid\w+"
    r"|\bhasta nuevo aviso\b|\bfermée? jusqu|\bannulée?\b|\bbis auf weiteres\b",
    re.IGNORECASE,
)


def plain(value: object) -> str:
    """A field as text: without HTML, control characters and doubled blanks; "" for none.

    Raises: RefusedError if it is longer than any honest one.
    """
    if value is None or isinstance(value, dict | list | bool):
        return ""
    text = str(value)
    if len(text) > LONGEST:
        raise RefusedError("too-long")
    if "<" in text or "&" in text:
        text = unescape(_TAG.sub(_instead, _SILENT.sub("", text)))
    # A lone surrogate can be written into JSON, but nowhere else.
    text = text.encode("utf-8", "replace").decode("utf-8")
    lines = (" ".join("".join(_visible(line)).split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _instead(tag: re.Match[str]) -> str:
    """What stands for a tag: a new line, the address of a link, or nothing."""
    name = (tag[1] or "").lower()
    address = _ADDRESS.search(tag[0]) if name == "a" else None
    return f" {address[1]} " if address else "\n" if name in _BLOCKS else ""


def _visible(line: str) -> Iterator[str]:
    return (char if char.isprintable() or char == " " else " " for char in line)


def name_of(value: object) -> str:
    """A meeting's name, on one line. Raises: RefusedError if there is none."""
    name = " ".join(plain(value).split())
    if not name:
        raise RefusedError("no-name")
    return name[:LONGEST_NAME]


def web_address(value: object) -> str | None:
    """An address that people can be sent to, else None: no other scheme, nothing without a host."""
    text = plain(value)
    try:
        parts = urlsplit(text)
        plausible = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        return None
    return text if plausible and not re.search(r"\s", text) else None


def is_private(text: str) -> bool:
    """Whether a text holds a link, a passcode or the number of a conference."""
    return bool(_LINK.search(text) or _SECRET.search(text))


def hints(*texts: str) -> Iterator[Question]:
    """What the texts say against a meeting every week, each kind once."""
    text = "\n".join(texts)
    if match := _CLOSED.search(text):
        yield Question("closed", (("words", _around(text, match)),))
    if match := _PATTERN.search(text):
        yield Question("pattern", (("words", _around(text, match)),))


def link_in(text: str) -> Question | None:
    """The question whether a link in a text is where people meet; it shows the host only."""
    if match := _LINK.search(text):
        address = match[0] if "//" in match[0] else f"https://{match[0]}"
        try:
            host = urlsplit(address).hostname or ""
        except ValueError:
            host = ""
        return Question("link-in-text", (("host", host[:_SHOWN]),))
    return None


def _around(text: str, match: re.Match[str]) -> str:
    """The words found, in their line; of a line with something private, the words alone."""
    begin = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[begin : end if end >= 0 else None]
    return (match[0] if is_private(line) or len(line) > _SHOWN else line).strip()
