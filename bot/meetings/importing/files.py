"""Files of meetings from elsewhere, read as drafts that a person confirms.

`read_meetings` never guesses a zone or a day, never stops at a bad record, and never does more
work than the size of the file deserves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bot.meetings.importing import directories, ics
from bot.meetings.importing.drafts import (
    FORMATS,
    Draft,
    Imported,
    Question,
    Refused,
    RefusedError,
    UnreadableError,
)
from bot.meetings.importing.guard import (
    LONGEST_LINE,
    MOST_BYTES,
    MOST_RECORDS,
    csv_of,
    json_of,
    text_of,
    yaml_of,
)
from bot.meetings.recurrence.rrule import RuleError

__all__ = [
    "FORMATS",
    "LONGEST_LINE",
    "MOST_BYTES",
    "MOST_RECORDS",
    "Draft",
    "Imported",
    "Question",
    "Refused",
    "UnreadableError",
    "read_meetings",
]

_DRAFT: Mapping[str, Callable[[str, Any], Draft]] = {
    "meeting-guide": directories.meeting_guide,
    "bmlt": directories.bmlt,
    "oiaa": directories.oiaa,
    "naws": directories.naws,
    "recoverysource": directories.recoverysource,
    "ics": ics.draft,
}

_ID_FIELDS = {
    "meeting-guide": ("slug", "id"),
    "bmlt": ("id_bigint",),
    "oiaa": ("slug",),
    "naws": ("Committee", "bmlt_id"),
}
_LONGEST_ID = 200

Records = Sequence[tuple[str, Any]]


def read_meetings(
    data: bytes,
    format: str | None = None,
    progress: Callable[[Records], Iterable[tuple[str, Any]]] = iter,
) -> Imported:
    """The drafts of a file, and what was refused.

    Args:
        format: one of `FORMATS`; None finds out.
        progress: is given the records and gives them back one by one, as they are read.

    Raises: UnreadableError if nothing of the file can be read.
    """
    format, records = _records(text_of(data), format)
    if len(records) > MOST_RECORDS:
        raise UnreadableError(f"the file has more than {MOST_RECORDS} meetings")
    drafts: list[Draft] = []
    refused: list[Refused] = []
    seen: set[str] = set()
    for source_id, record in progress(records):
        try:
            if source_id in seen:
                raise RefusedError("twice")
            seen.add(source_id)
            if not isinstance(record, Mapping | ics.Found):
                raise RefusedError("no-object")
            drafts.append(_DRAFT[format](source_id, record))
        except RefusedError as error:
            refused.append(Refused(source_id, error.reason))
        except RuleError:
            refused.append(Refused(source_id, "rule"))
    return Imported(format, tuple(drafts), tuple(refused))


def _records(text: str, format: str | None) -> tuple[str, Records]:
    """The format of a file, and its records with their identity in it."""
    begin = text.lstrip()[:2_000]
    if format == "ics" or (format is None and begin[:6].upper() == "BEGIN:"):
        return "ics", [(found.uid, found) for found in ics.found_in(text)]
    if format == "naws" or (format is None and begin.startswith(("Committee,", '"Committee",'))):
        return "naws", _identified("naws", csv_of(text))
    if begin[:1] in ("[", "{"):
        listed = json_of(text)
        if isinstance(listed, dict):
            listed = listed.get("meetings")
        if isinstance(listed, list):
            format = format or _format_of(listed)
            if format in _ID_FIELDS:
                return format, _identified(format, listed)
    elif format in (None, "recoverysource") and (records := _yaml(text)):
        return "recoverysource", records
    raise UnreadableError("no meetings are found in the file" + (f" as {format}" if format else ""))


def _yaml(text: str) -> Records:
    listed = yaml_of(text)
    if not isinstance(listed, dict):
        return []
    if not any(isinstance(each, dict) and "time" in each for each in listed.values()):
        return []
    return [(str(slug)[:_LONGEST_ID], record) for slug, record in listed.items()]


def _format_of(listed: list[Any]) -> str | None:
    """The format of a JSON list, by the fields that only it has."""
    fields = {key for each in listed[:50] if isinstance(each, dict) for key in each}
    if "id_bigint" in fields or "weekday_tinyint" in fields:
        return "bmlt"
    if {"groupID", "startDateUTC", "archived"} & fields and "slug" in fields:
        return "oiaa"
    if {"name", "slug"} <= fields or {"name", "time"} <= fields or not listed:
        return "meeting-guide"
    return None


def _identified(format: str, listed: Sequence[Any]) -> Records:
    """The records under the source's own ids, else their position from 1."""
    found = []
    for position, record in enumerate(listed, 1):
        own = (
            [record.get(field) for field in _ID_FIELDS[format]] if isinstance(record, dict) else []
        )
        ids = (str(each) for each in own if isinstance(each, str | int) and str(each).strip())
        found.append((next(ids, str(position)).strip()[:_LONGEST_ID], record))
    return found
