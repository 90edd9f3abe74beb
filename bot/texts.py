"""Every text that people read, in Fluent, in the member's language.

A text may use a little markup of our own, read after formatting: an empty line parts
paragraphs, a line that begins with `- ` is a list item, `**` emphasises. Values put into a text
are never read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message, Resource

from bot.errors import TextValue
from bot.richtext import Block, Body, Bold, Bullets, Paragraph, Span, Text

FALLBACK = "en"
LOCALES = Path(__file__).parent / "locales"

# Stand-ins for values while our own markup is read; Unicode keeps these for private use.
_OPEN, _CLOSE = "\ue000", "\ue001"
_SLOT = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_ENTRY = re.compile(r"^(-?[A-Za-z][A-Za-z0-9_-]*) *=", re.MULTILINE)
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


class Texts:
    """The texts of all languages.

    Args:
        overrides: a community's own folder, laid out like `bot/locales`; its messages win, and
            ours stand in for what they leave out (an `.example`).

    Raises: ValueError if one of `overrides` cannot be read as Fluent, or has a message that we do
        not know, or a variable that we do not fill in.
    """

    def __init__(self, overrides: Path | None = None) -> None:
        self._spoken: dict[str, list[_Spoken]] = {}
        self._in_part: dict[str, list[_Spoken]] = {}
        for folder in sorted(LOCALES.iterdir()):
            if folder.is_dir():
                ours = _entries(folder.glob("*.ftl"))
                self._spoken[folder.name] = [_Spoken(folder.name, ours)]
                if overrides is not None:
                    theirs = _overriding(overrides / folder.name, ours)
                    self._spoken[folder.name].insert(0, _Spoken(folder.name, ours | theirs))

    def speak_in_part(self, language: str, path: Path) -> None:
        """Know a further language for the messages of one file; it is none of `languages`."""
        self._in_part[language] = [_Spoken(language, _entries([path]))]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._spoken)

    @property
    def languages_in_part(self) -> tuple[str, ...]:
        """Further languages, for some of the messages."""
        return tuple(self._in_part)

    def language_for(self, *tags: str | None) -> str:
        """The first language we speak among the tags ("de-AT" means "de"), else English."""
        for tag in tags:
            language = (tag or "").replace("_", "-").split("-")[0].casefold()
            if language in self._spoken:
                return language
        return FALLBACK

    def marked_up(self, written: str) -> Body:
        """Our own markup, read; never of what a member wrote."""
        return _marked_up(written, ())

    def line(self, language: str, text_id: str, **values: TextValue) -> str:
        """The text as plain characters, for labels and the like. Attributes: `id.attribute`."""
        return self._format(language, text_id, values)

    def body(self, language: str, text_id: str, **values: TextValue) -> Body:
        """The text as a rich text; values are data."""
        shown: list[str] = []

        def slot(value: str) -> str:
            shown.append(value)
            return f"{_OPEN}{len(shown) - 1}{_CLOSE}"

        slots = {
            name: slot(value) if isinstance(value, str) else value for name, value in values.items()
        }
        return _marked_up(self._format(language, text_id, slots), shown)

    def has(self, language: str, text_id: str) -> bool:
        """Whether the language itself, not its fallback, has the text."""
        return any(each.pattern(text_id) is not None for each in self._spoken.get(language, ()))

    def when(self, language: str, moment: date | datetime | time, style: str = "time") -> str:
        """A local date or time in words; `style`: time, date, short, day, datetime."""
        if isinstance(moment, datetime | time):
            # The same moment in two zones is equal, and would be found as one in the cache.
            moment = moment.replace(tzinfo=None)
        return _when(language, moment, style)

    def _of(self, language: str) -> Sequence[_Spoken]:
        return self._spoken.get(language) or self._in_part.get(language) or ()

    def _format(self, language: str, text_id: str, values: Mapping[str, TextValue]) -> str:
        for spoken in (*self._of(language), *self._spoken[FALLBACK]):
            if (pattern := spoken.pattern(text_id)) is not None:
                written, errors = spoken.bundle.format_pattern(pattern, dict(values))
                if errors:
                    raise KeyError(f"{language}/{text_id}: {errors[0]}")
                return str(written)
        raise KeyError(f"no text is called {text_id!r}")


class _Spoken:
    """A language's messages, each parsed when it is first needed.

    Parsing all of them takes a third of a second and ten MiB, and few of them are ever needed by
    one process. Any thread may ask.

    Args:
        entries: messages and terms as Fluent writes them, by name.
    """

    def __init__(self, language: str, entries: Mapping[str, str]) -> None:
        self._language = language
        self._unread = dict(entries)
        self._ready: set[str] = set()
        self._lock = Lock()

    @cached_property
    def bundle(self) -> FluentBundle:
        return FluentBundle([self._language], use_isolating=False)

    def pattern(self, text_id: str) -> Any:
        """A message's text, or that of an attribute; None if there is none."""
        name, _, attribute = text_id.partition(".")
        if name not in self._ready:
            with self._lock:
                if name not in self._ready and not self._read(name):
                    return None
        if not self.bundle.has_message(name):
            return None
        message = self.bundle.get_message(name)
        return message.attributes.get(attribute) if attribute else message.value

    def _read(self, name: str) -> bool:
        """Have the message, and what it refers to, in the bundle; False if there is none."""
        wanted = {name}
        while wanted:
            entry = wanted.pop()
            if (written := self._unread.get(entry)) is not None:
                resource = _parsed(written, f"{self._language}/{entry}")
                self.bundle.add_resource(resource)
                del self._unread[entry]
                wanted |= _named_by(resource, "MessageReference")
                wanted |= {f"-{term}" for term in _named_by(resource, "TermReference")}
        if self.bundle.has_message(name):
            self._ready.add(name)
        return name in self._ready


def _entries(paths: Iterable[Path]) -> dict[str, str]:
    """Messages and terms as they are written, by name, those with their dash.

    An entry begins at the margin with a name and an equals sign, as nothing else in Fluent does.
    """
    found: dict[str, str] = {}
    for path in sorted(paths):
        text = path.read_text(encoding="utf-8")
        begins = list(_ENTRY.finditer(text))
        ends = [*(each.start() for each in begins[1:]), len(text)]
        found |= {each[1]: text[each.start() : end] for each, end in zip(begins, ends, strict=True)}
    return found


def _overriding(folder: Path, ours: Mapping[str, str]) -> dict[str, str]:
    """A community's own texts of a language. Raises: ValueError if one does not fit ours."""
    paths = sorted(folder.glob("*.ftl"))
    for path in paths:
        for entry in _parsed(path.read_text(encoding="utf-8"), path.name).body:
            if isinstance(entry, Message):
                name = entry.id.name
                if name not in ours:
                    raise ValueError(f"{path.name}: no text is called {name!r}")
                if strange := variables_of(entry) - variables_of(_parsed(ours[name], name)):
                    raise ValueError(f"{path.name}: {name} has no variable ${min(strange)}")
    return _entries(paths)


def _parsed(written: str, where: str) -> Resource:
    """Fluent, read. Raises: ValueError if it cannot be read."""
    resource = FluentResource(written)
    junk = [entry for entry in resource.body if type(entry).__name__ == "Junk"]
    if junk:
        line = str(getattr(junk[0], "content", "")).splitlines()[0]
        raise ValueError(f"{where}: cannot read the message that begins {line!r}")
    return resource


@lru_cache(maxsize=4096)
def _when(language: str, moment: date | datetime | time, style: str) -> str:
    locale = Locale.parse(language)
    match style, moment:
        case "time", datetime() | time():
            return format_time(moment, "short", locale=locale)
        case "date", date():
            return format_date(moment, "full", locale=locale)
        case "short", date():
            return str(format_skeleton("MMMEd", moment, locale=locale))
        case "day", date():
            return format_date(moment, "EEEE", locale=locale)
        case "datetime", datetime():
            day, hour = moment.date(), moment.time()
            return f"{_when(language, day, 'short')}, {_when(language, hour, 'time')}"
        case _:
            raise ValueError(f"{type(moment).__name__} has no style {style!r}")


def _marked_up(written: str, shown: Sequence[str]) -> Body:
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", written.strip()):
        lines = chunk.splitlines()
        items = [line[2:] for line in lines if line.startswith("- ")]
        prose = "\n".join(line for line in lines if not line.startswith("- "))
        if prose:
            blocks.append(Paragraph(_spans(prose, shown)))
        if items:
            blocks.append(Bullets(tuple(_spans(item, shown) for item in items)))
    return tuple(blocks)


def _spans(marked: str, shown: Sequence[str]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for index, part in enumerate(_BOLD.split(marked)):
        if part:
            words = _SLOT.sub(lambda match: shown[int(match[1])], part)
            spans.append(Bold(words) if index % 2 else Text(words))
    return tuple(spans)


def variables_of(message: Any) -> set[str]:
    """The names of the variables that a parsed Fluent message uses, attributes included."""
    return _named_by(message, "VariableReference")


def _named_by(parsed: Any, kind: str) -> set[str]:
    """The names in all nodes of a kind."""
    found: set[str] = set()

    def visit(node: Any) -> None:
        if type(node).__name__ == kind:
            found.add(node.id.name)
        for value in vars(node).values() if hasattr(node, "__dict__") else ():
            for child in value if isinstance(value, list) else [value]:
                if hasattr(child, "__dict__"):
                    visit(child)

    visit(parsed)
    return found
