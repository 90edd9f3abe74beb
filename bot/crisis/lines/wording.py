"""Help lines as a member reads them: short, since whoever reads them has little strength to spare.

Pure: needs no transaction. The words around the facts are the texts named in `TEXTS`; `topic-…`
are used besides, for a line that is about something else than what was asked for.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from babel import Locale, UnknownLocaleError
from babel.dates import format_time, get_timezone_location

from bot.crisis.lines.choosing import GENERAL, Chosen, Prefers
from bot.crisis.lines.helplines import Country, HelpLine
from bot.crisis.lines.opening import Opening, Span
from bot.errors import TextValue
from bot.richtext import Body, Bullets, Link, Spans, Text

TEXTS = {
    "lines-emergency": {"country", "number"},
    "lines-emergency-police": {"country", "number", "police"},
    "lines-anywhere": {"directory"},
    "lines-people": set[str](),
    "lines-call": {"number"},
    "lines-call-press": {"number", "key"},
    "lines-text": {"number"},
    "lines-text-word": {"number", "word"},
    "lines-chat": set[str](),
    "lines-always": set[str](),
    "lines-closed": set[str](),
    "lines-directory": {"directory"},
    "lines-public": set[str](),
    "lines-checked": {"day"},
}
"""Every text that `body_of` asks for, with its variables; replies in further languages bring
these."""

# Where "10:00" needs a city beside it.
_SEVERAL_CLOCKS = frozenset({"AU", "BR", "CA", "ES", "ID", "MX", "PT", "RU", "US"})
_DAYS = 7


class Words(Protocol):
    """Where the texts come from; `bot.texts.Texts` is one."""

    def line(self, language: str, text_id: str, **values: TextValue) -> str: ...

    def body(self, language: str, text_id: str, **values: TextValue) -> Body: ...


def body_of(chosen: Chosen, texts: Words, language: str) -> Body:
    """The emergency number, the lines, and where they come from.

    Args:
        language: of `texts`; also that in which countries, days and hours are written.
    """
    danger = _danger(chosen, texts, language)
    people = _people(chosen, texts, language)
    return danger + people if chosen.life_at_stake else people + danger


def name_of(country: Country, language: str) -> str:
    """The country's name in a language; in English where that is not known."""
    locale = _locale(language)
    return str(locale.territories.get(country.code, country.name)) if locale else country.name


def spans_of(
    line: HelpLine,
    texts: Words,
    language: str,
    *,
    country: Country | None = None,
    prefers: Prefers | None = None,
    about: str | None = None,
    closed: bool = False,
) -> Spans:
    """One line: who answers, every way to reach them, and when.

    Args:
        about: a topic to name beside it.
        closed: nobody answers right now.
    """
    parts: list[Text | Link] = [Text(_title(line, texts, language, about))]
    ways = _ways(line, texts, language, prefers)
    for number, way in enumerate(ways):
        parts += [Text(": " if number == 0 else ", "), way]
    if line.opening is not None:
        several = country is not None and country.code in _SEVERAL_CLOCKS
        parts.append(Text(f" · {hours_of(line.opening, texts, language, city=several)}"))
    if closed:
        parts.append(Text(f" ({texts.line(language, 'lines-closed')})"))
    return _joined(parts)


def hours_of(opening: Opening, texts: Words, language: str, *, city: bool = False) -> str:
    """When a line answers, in the language; `city` tells by whose clock."""
    if opening.always:
        return texts.line(language, "lines-always")
    locale = _locale(language) or Locale("en")
    shown = ", ".join(_span(span, locale) for span in opening.spans)
    if city and opening.zone is not None:
        where = get_timezone_location(opening.zone, locale=locale, return_city=True)
        return f"{shown} ({where})"
    return shown


def source_of(checked: date | None, texts: Words, language: str) -> Body:
    """Where lines come from; `checked`: the oldest check of them, if all were checked lately."""
    if checked is None:
        return texts.body(language, "lines-public")
    return texts.body(language, "lines-checked", day=checked)


def _danger(chosen: Chosen, texts: Words, language: str) -> Body:
    country, number, police = chosen.country, chosen.emergency, chosen.police
    if country is None or number is None:
        return texts.body(language, "lines-anywhere", directory=chosen.directory_url)
    name = name_of(country, language)
    if police is not None:
        return texts.body(
            language, "lines-emergency-police", country=name, number=number, police=police
        )
    return texts.body(language, "lines-emergency", country=name, number=number)


def _people(chosen: Chosen, texts: Words, language: str) -> Body:
    if not chosen.lines:
        known = chosen.country is not None and chosen.emergency is not None
        elsewhere = texts.body(language, "lines-directory", directory=chosen.directory_url)
        return elsewhere if known else ()
    items = tuple(
        spans_of(
            line,
            texts,
            language,
            country=chosen.country,
            prefers=chosen.prefers,
            about=_unasked(line, chosen.topics),
            closed=line in chosen.closed,
        )
        for line in chosen.lines
    )
    body = (*texts.body(language, "lines-people"), Bullets(items))
    body += source_of(chosen.checked, texts, language)
    if all(_unasked(line, chosen.topics) for line in chosen.lines):
        # None of them is meant for this: there may be a better one that we do not know.
        body += texts.body(language, "lines-directory", directory=chosen.directory_url)
    return body


def _unasked(line: HelpLine, topics: tuple[str, ...]) -> str | None:
    """What a line is about, if that is not what anybody in need expects."""
    if GENERAL & set(line.topics) or set(topics) & set(line.topics):
        return None
    return next(iter(line.topics), None)


def _title(line: HelpLine, texts: Words, language: str, about: str | None) -> str:
    topic = texts.line(language, f"topic-{about.replace('_', '-')}") if about else None
    notes = ", ".join(note for note in (line.region, topic) if note)
    return f"{line.name} ({notes})" if notes else line.name


def _ways(
    line: HelpLine, texts: Words, language: str, prefers: Prefers | None
) -> list[Text | Link]:
    def say(text_id: str, **values: str) -> Text:
        return Text(texts.line(language, text_id, **values))

    calls: list[Text | Link] = []
    if line.phone and line.press:
        calls.append(say("lines-call-press", number=line.phone, key=line.press))
    elif line.phone:
        calls.append(say("lines-call", number=line.phone))
    if line.also:
        calls.append(say("lines-call", number=line.also))
    writes: list[Text | Link] = []
    if line.sms and line.sms_word:
        writes.append(say("lines-text-word", number=line.sms, word=line.sms_word))
    elif line.sms:
        writes.append(say("lines-text", number=line.sms))
    if line.chat_url:
        writes.append(Link(texts.line(language, "lines-chat"), line.chat_url))
    return writes + calls if prefers == "text" else calls + writes


def _span(span: Span, locale: Locale) -> str:
    opens, closes = (format_time(at, "short", locale=locale) for at in (span.opens, span.closes))
    hours = f"{opens}–{closes}"
    names = locale.days["format"]["abbreviated"]
    if (span.last - span.first) % _DAYS == _DAYS - 1:
        return hours
    if span.first == span.last:
        return f"{names[span.first]} {hours}"
    return f"{names[span.first]}–{names[span.last]} {hours}"


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def _joined(parts: list[Text | Link]) -> Spans:
    """The parts, with plain characters beside each other made one."""
    joined: list[Text | Link] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + part.text)
        else:
            joined.append(part)
    return tuple(joined)
