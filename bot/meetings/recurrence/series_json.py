"""Series as JSON: how they are stored, given to the command line and exchanged."""

from __future__ import annotations

from datetime import datetime

from bot.meetings.recurrence.rrule import RuleError, read_rule
from bot.meetings.recurrence.series import MOST_EXCEPTIONS, MOST_MINUTES, YEARS, Moved, Series


def read_series(rule: object) -> Series:
    """A series from JSON: `dtstart_local`, `tzid`, `rrule`, `duration_minutes`, exceptions.

    Without `rrule` it is a single meeting. Raises: RuleError.
    """
    if not isinstance(rule, dict):
        raise RuleError("rule is no object")
    tzid = rule.get("tzid")
    if not isinstance(tzid, str):
        raise RuleError("tzid is missing")
    text = rule.get("rrule")
    if text is not None and not isinstance(text, str):
        raise RuleError("rrule is no text")
    moved = []
    for each in _list(rule, "overrides"):
        if not isinstance(each, dict):
            raise RuleError("overrides has an entry that is no object")
        moved.append(
            Moved(
                _wall(each.get("recurrence_id_local"), "recurrence_id_local"),
                _wall(each.get("new_start_local"), "new_start_local"),
                _minutes(each.get("duration_minutes", rule.get("duration_minutes"))),
            )
        )
    if len({each.original for each in moved}) < len(moved):
        raise RuleError("overrides moves an occurrence twice")
    found = Series(
        first=_wall(rule.get("dtstart_local"), "dtstart_local"),
        zone=tzid,
        minutes=_minutes(rule.get("duration_minutes")),
        rule=read_rule(text) if text else None,
        cancelled=frozenset(_wall(each, "exdate_local") for each in _list(rule, "exdate_local")),
        extra=tuple(_wall(each, "rdate_local") for each in _list(rule, "rdate_local")),
        moved=tuple(sorted(moved)),
    )
    found.clock()
    return found


def as_json(series: Series) -> dict[str, object]:
    """What `read_series` reads; a series without a zone has `tzid` null."""
    shown: dict[str, object] = {
        "dtstart_local": series.first.isoformat(),
        "tzid": series.zone,
        "duration_minutes": series.minutes,
    }
    if series.rule is not None:
        shown["rrule"] = str(series.rule)
    if series.cancelled:
        shown["exdate_local"] = [each.isoformat() for each in sorted(series.cancelled)]
    if series.extra:
        shown["rdate_local"] = [each.isoformat() for each in series.extra]
    if series.moved:
        shown["overrides"] = [
            {
                "recurrence_id_local": each.original.isoformat(),
                "new_start_local": each.start.isoformat(),
                "duration_minutes": each.minutes,
            }
            for each in series.moved
        ]
    return shown


def _list(rule: dict[str, object], key: str) -> list[object]:
    found = rule.get(key) or []
    if not isinstance(found, list) or len(found) > MOST_EXCEPTIONS:
        raise RuleError(f"{key} is no list of at most {MOST_EXCEPTIONS}")
    return found


def _wall(text: object, key: str) -> datetime:
    try:
        if not isinstance(text, str) or "T" not in text:
            raise ValueError
        wall = datetime.fromisoformat(text)
    except ValueError:
        raise RuleError(f"{key} is no date and time") from None
    if wall.tzinfo is not None or wall.microsecond or wall.year not in YEARS:
        raise RuleError(f"{key} is no wall time between {YEARS.start} and {YEARS.stop - 1}")
    return wall


def _minutes(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= MOST_MINUTES:
        raise RuleError(f"duration_minutes is no number from 1 to {MOST_MINUTES}")
    return value
