"""Meetings of a file beside those that came from it before: what is new, changed, or edited here.

A meeting is known again by its source and what that calls it. What the file changed is taken over,
unless somebody here changed the same thing: then theirs stays, and the difference is reported.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from zoneinfo import ZoneInfoNotFoundError

from bot.meetings import agenda
from bot.meetings.importing.drafts import Draft
from bot.meetings.importing.texts import is_private
from bot.meetings.keeping.details import LONGEST
from bot.meetings.recurrence.series import Series
from bot.meetings.recurrence.series_json import as_json, read_series
from bot.meetings.telling import planning, rows
from bot.wall_time import zone_named
from storage import meetings, outbox
from storage.database import Transaction
from storage.ids import new_id
from storage.meetings import Card, Imported, Meeting, State

_LONGEST_LABELS = 60
_OPEN, _CLOSED = frozenset(("o", "open")), frozenset(("c", "closed"))


@dataclass(slots=True)
class Report:
    """What became of a file's meetings, by name or number.

    Args:
        kept: names of those whose own changes stayed, with the details that differ.
        gone: names of those that the file no longer has; nothing is done about them.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    kept: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def take_over(
    tx: Transaction, community: int, source: str, drafts: Sequence[Draft], now: datetime
) -> Report:
    """Keep a file's drafts, and change what came from it before.

    New ones wait for somebody's yes. Members are told of another day or time as of any change.
    """
    known = meetings.from_source(tx, community, source)
    report = Report()
    for draft in drafts:
        said = imported(draft)
        mark = meetings.source_mark(tx, draft.source_id)
        before = known.pop(mark, None)
        if before is None:
            meetings.put(tx, _new(community, source, mark, said, now))
            report.new += 1
        elif before.imported == said:
            report.same += 1
        else:
            after, kept = merged(before, said, now)
            meetings.put(tx, after)
            if kept:
                report.kept.append((before.card.name, kept))
            if (after.card, after.series) == (before.card, before.series):
                report.same += not kept
                continue
            report.changed += 1
            if after.state in (State.ON, State.PAUSED):
                planning.wake(tx, after, now)
                if after.series != before.series:
                    outbox.add(tx, rows.tell_all(tx, after, "changed", now), now)
    for each in known.values():
        if each.state is State.DRAFT:
            meetings.remove(tx, each.id)
        elif each.state in (State.ON, State.PAUSED):
            report.gone.append(each.card.name)
    return report


def imported(draft: Draft) -> Imported:
    """What a file says of a meeting, as it is kept."""
    public = "\n".join(line for line in draft.notes.splitlines() if not is_private(line))
    types = {each.casefold() for each in draft.types}
    kind = "open" if types & _OPEN else "closed" if types & _CLOSED else ""
    labels = [each for each in draft.types if each.casefold() not in _OPEN | _CLOSED]
    place = "" if is_private(draft.place) else " ".join(draft.place.split())
    card = Card(
        name=draft.name[: LONGEST["name"]],
        kind=kind,
        labels=", ".join(labels)[:_LONGEST_LABELS],
        about=public[: LONGEST["about"]],
        place=place[: LONGEST["place"]],
        link=draft.online_url or "",
        passcode="; ".join(draft.private),
    )
    return Imported(
        card=card,
        series=json.dumps(as_json(draft.series)) if draft.series is not None else None,
        questions=tuple((each.about, each.values) for each in draft.questions),
    )


def series_said(said: Imported) -> Series | None:
    """When the source says it is; its zone is None where that says none. None: no day or time."""
    if said.series is None:
        return None
    data = json.loads(said.series)
    if data["tzid"] is None:
        return replace(read_series({**data, "tzid": "UTC"}), zone=None)
    return read_series(data)


def whole(series: Series | None) -> str:
    """A series as it is stored; "" while its day, time or zone is open."""
    return agenda.written(series) if series is not None and series.zone is not None else ""


def begun(series: Series, now: datetime) -> Series:
    """The series from the day of the confirmation on: directories do not say when it began."""
    try:
        today = now.astimezone(zone_named(series.zone or "UTC")).date()
    except ZoneInfoNotFoundError:
        return series
    return series.beginning(today)


def merged(before: Meeting, said: Imported, now: datetime) -> tuple[Meeting, tuple[str, ...]]:
    """The meeting with what the source changed, and the details where ours stay and differ."""
    base = before.imported or said
    kept: list[str] = []
    taken: dict[str, str] = {}
    for each in fields(Card):
        ours, old, new = (getattr(card, each.name) for card in (before.card, base.card, said.card))
        if ours == old:
            taken[each.name] = new
        elif new not in (old, ours):
            kept.append(each.name)
    after = replace(before, imported=said, card=replace(before.card, **taken))
    if said.series != base.series:
        old_series, new_series = series_said(base), series_said(said)
        if _core(before.series) != _core(whole(old_series)):
            kept.append("when")
        elif before.state is State.DRAFT or new_series is None or new_series.zone is None:
            after = replace(after, series=whole(new_series) or after.series)
        else:
            after = replace(after, series=whole(begun(new_series, now)))
    if (after.card, after.series) != (before.card, before.series):
        after = planning.changed(after, now)
    return after, tuple(kept)


def _core(series: str) -> object:
    """What makes a series the same one, whenever it began and whatever exceptions it has."""
    if not series:
        return None
    read = read_series(json.loads(series))
    if read.rule is None:
        return read.first, read.zone, read.minutes
    return str(read.rule.beginning(read.first)), read.first.time(), read.zone, read.minutes


def _new(community: int, source: str, mark: str, said: Imported, now: datetime) -> Meeting:
    return Meeting(
        id=new_id(),
        community=community,
        state=State.DRAFT,
        series=whole(series_said(said)),
        card=said.card,
        changed_at=now,
        source=source,
        source_id=mark,
        imported=said,
    )
