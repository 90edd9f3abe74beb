"""What helped before: asked on another day than the lapse, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.checkins.dates import planning
from bot.checkins.hours import hour_of, resting
from bot.delivery import rules
from bot.delivery.messages import direct, planned
from bot.platform import Audience, Choice, Choices, Say, Send
from bot.texts import Texts
from bot.turn import Turn
from storage import dates, members, schedules
from storage.database import Transaction
from storage.dates import Lapse
from storage.members import Recipient
from storage.outbox import Claimed, Draft
from storage.schedules import Due

KIND = "lapse-later"
HELPED = FORM = "lapse-helped"
ASKED_AFTER = timedelta(days=2)
FORGOTTEN_AFTER = timedelta(days=14)


def ask_another_day(turn: Turn, lapse: Lapse) -> None:
    """One question two days later, in place of one that waits from before."""
    for each in dates.lapses_of(turn.tx, lapse.person):
        schedules.remove(turn.tx, KIND, each.id)
    rules.set_daily(
        turn.tx,
        kind=KIND,
        person=lapse.person,
        subject=lapse.id,
        at=hour_of(turn.tx, lapse.person),
        zone=turn.zone,
        now=turn.now,
        not_before=turn.now.astimezone(turn.zone).date() + ASKED_AFTER,
    )


def plan(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """The question what helped before: once; not while they rest, and not long afterwards."""
    platforms = members.platforms_of(tx, sorted({each.person or 0 for each in due}))
    latest = {each.subject: each for each in due}
    drafts: list[Draft] = []
    for each in latest.values():
        schedules.remove(tx, KIND, each.subject)
        lapse = dates.lapse_with_id(tx, each.subject)
        if lapse is None or lapse.person not in platforms or now - lapse.told_at > FORGOTTEN_AFTER:
            continue
        if resting(tx, lapse.person, each.day):
            continue
        expires = each.due + planning.LATE_FOR
        drafts.append(
            planned(
                key=f"{KIND}:{lapse.id}",
                kind=KIND,
                subject=lapse.id,
                person=lapse.person,
                platform=platforms[lapse.person],
                lane=planning.LANE,
                due=each.due,
                expires=expires,
                now=now,
            )
        )
    return drafts


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The questions of claimed rows; None for who stopped, or took it back."""
    people = members.recipients(tx, [row.person for row in rows if row.person is not None])
    return {row.id: _question(tx, texts, row, people.get(row.person or 0)) for row in rows}


def _question(tx: Transaction, texts: Texts, row: Claimed, to: Recipient | None) -> Say | None:
    lapse = dates.lapse_with_id(tx, row.subject)
    if lapse is None or lapse.helped is not None:
        return None
    if to is None or to.stopped or not to.account.reachable:
        return None
    write_it = Choice(id="write", label=texts.line(to.language, "lapse-helped-write"), form=FORM)
    not_now = Choice(id="not", label=texts.line(to.language, "lapse-helped-not-now"))
    prompt = f"{HELPED}/{lapse.id}"
    return Say(
        to=direct(to),
        body=texts.body(to.language, "lapse-helped-question"),
        audience=Audience.DIRECT,
        choices=Choices(prompt=prompt, options=(write_it, not_now), language=to.language),
        rings=True,
        key=row.send_id,
    )
