"""When a milestone is asked about: at the member's check-in hour, on their own calendar.

Each date has one schedule, for the day of its next milestone. It is a rule with an hour, so that
a pause, a `stop` or a move to another zone treats it as any other; whenever it comes due on a day
that has no milestone, it is aimed anew and nothing is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import wall_time
from bot.checkins.dates import counting, milestones
from bot.checkins.dates.milestones import Marks
from bot.checkins.dates.offers import Offers, marks_for
from bot.checkins.dates.showing import milestone_options, span_in_words
from bot.checkins.hours import hour_of, resting
from bot.delivery import rules
from bot.delivery.messages import direct, planned
from bot.platform import Audience, Say, Send
from bot.richtext import Body, paragraph
from bot.texts import Texts
from storage import dates, members, schedules
from storage.database import Transaction
from storage.dates import Asked, Dated, Lapse
from storage.members import Recipient
from storage.outbox import Claimed, Draft
from storage.schedules import Due

KIND = "milestone"
LANE = 2
LATE_FOR = timedelta(hours=36)
"""A day late is fine; what would come later than that is let go."""
QUIET_DAYS = 3
"""After a lapse nobody is asked about any date for so many days."""


def counts_of(dated: Dated, lapses: Sequence[Lapse], today: date) -> counting.Counts:
    """What a date amounts to; `lapses`: all of the member's."""
    return counting.count(dated.since, gaps_of(dated, lapses), today)


def gaps_of(dated: Dated, lapses: Sequence[Lapse]) -> list[counting.Gap]:
    """The lapses that are about this date."""
    return [counting.Gap(each.day, each.on_from) for each in lapses if each.dated == dated.id]


def aim(
    tx: Transaction,
    dated: Dated,
    offers: Offers,
    *,
    zone: ZoneInfo,
    now: datetime,
    after: date | None = None,
    hour: time | None = None,
) -> None:
    """Have the next milestone of a date asked about.

    Args:
        zone: the member's.
        after: the last day that has been seen to; else the last one whose hour has passed.
        hour: the member's check-in hour, where it is known.
    """
    today = now.astimezone(zone).date()
    at = hour or hour_of(tx, dated.person)
    passed = wall_time.due_on(today, at, zone) <= now
    seen = after or (today if passed else today - timedelta(days=1))
    counts = counts_of(dated, dates.lapses_of(tx, dated.person), max(today, seen))
    marks = marks_for(tx, offers, dated.person)
    day = milestones.next_after(counts.run_from, marks, seen)
    if day is None:
        schedules.remove(tx, KIND, dated.id)
        return
    rules.set_daily(
        tx,
        kind=KIND,
        person=dated.person,
        subject=dated.id,
        at=at,
        zone=zone,
        now=now,
        not_before=day,  # what it is aimed at; a pause puts its own end in its place
    )


def plan(tx: Transaction, due: Sequence[Due], now: datetime, offers: Offers) -> list[Draft]:
    """A row for each date that has a milestone; each date is aimed at its next one."""
    by_date: dict[int, list[Due]] = defaultdict(list)
    for each in due:
        by_date[each.subject].append(each)
    platforms = members.platforms_of(tx, sorted({each.person or 0 for each in due}))
    drafts: list[Draft] = []
    for subject, some in by_date.items():
        dated = dates.with_id(tx, subject)
        if dated is None:
            schedules.remove(tx, KIND, subject)
            continue
        if platform := platforms.get(dated.person):
            marks = marks_for(tx, offers, dated.person)
            days = [*_skipped(tx, some[0]), *some]
            drafts += [d for each in days for d in _asking(tx, dated, each, now, marks, platform)]
        last = some[-1]
        zone = wall_time.zone_named(last.zone)
        aim(tx, dated, offers, zone=zone, now=now, after=last.day, hour=last.wall_time)
    return drafts


def _skipped(tx: Transaction, due: Due) -> list[Due]:
    """The day before, if it was the one aimed at and a journey east has passed over its hour."""
    rule = schedules.schedule_of(tx, KIND, due.subject)
    before = due.day - timedelta(days=1)
    return [replace(due, day=before)] if rule is not None and rule.paused_until == before else []


def _asking(
    tx: Transaction, dated: Dated, due: Due, now: datetime, marks: Marks, platform: str
) -> list[Draft]:
    """The row that asks about the milestone of a day, if there is one and nobody wants quiet."""
    lapses = dates.lapses_of(tx, dated.person)
    begin = counts_of(dated, lapses, due.day).run_from
    milestone = milestones.reached_on(begin, marks, due.day)
    if milestone is None or resting(tx, dated.person, due.day) or _too_soon(lapses, now):
        return []
    fresh = now < due.due + LATE_FOR
    asked = dates.ask(tx, dated.person, dated.id, due.day, milestone.code) if fresh else dated.id
    if asked is None:
        return []
    return [
        planned(
            key=f"{KIND}:{asked}:{due.day.isoformat()}",
            kind=KIND,
            subject=asked,
            person=dated.person,
            platform=platform,
            lane=LANE,
            due=due.due,
            expires=due.due + LATE_FOR,
            now=now,
        )
    ]


def _too_soon(lapses: Sequence[Lapse], now: datetime) -> bool:
    return any(now - each.told_at < timedelta(days=QUIET_DAYS) for each in lapses)


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The questions of claimed rows; None for who stopped, or whose date has changed since."""
    people = members.recipients(tx, [row.person for row in rows if row.person is not None])
    return {row.id: _question(tx, texts, row, people.get(row.person or 0)) for row in rows}


def _question(tx: Transaction, texts: Texts, row: Claimed, to: Recipient | None) -> Say | None:
    asked = dates.asked(tx, row.subject)
    dated = dates.with_id(tx, asked.dated) if asked is not None else None
    if asked is None or dated is None or asked.answer is not None:
        return None
    if to is None or to.stopped or not to.account.reachable:
        return None
    lapses = dates.lapses_of(tx, dated.person)
    # The moment at which it is claimed; only who was not reached in time reads of another day.
    today = row.doubt_since.astimezone(wall_time.zone_named(to.zone)).date()
    begin = counts_of(dated, lapses, asked.day).run_from
    return Say(
        to=direct(to),
        body=_words(texts, to.language, dated, asked, begin, late=asked.day < today),
        audience=Audience.DIRECT,
        choices=milestone_options(texts, to.language, asked.id),
        rings=True,
        key=row.send_id,
    )


def _words(
    texts: Texts, language: str, dated: Dated, asked: Asked, begin: date, *, late: bool
) -> Body:
    """The first line is safe to be read by others; a name stands there only if it is shown."""
    span = span_in_words(texts, language, milestones.read_mark(asked.code))
    since = texts.when(language, begin, "date")
    if late:
        day = texts.when(language, asked.day, "date")
        body = texts.body(language, "milestone-question-late", span=span, day=day, since=since)
    else:
        body = texts.body(language, "milestone-question", span=span, since=since)
    return (*body, *paragraph(dated.name)) if dated.shown else body
