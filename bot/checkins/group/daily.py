"""The post of a day: what it says, its thread, and the taps below it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.checkins.prompts.choosing import OURS
from bot.checkins.prompts.rotation import in_turn, pool, turns_until
from bot.checkins.question import LANE
from bot.delivery.messages import planned, row_of
from bot.platform import (
    Action,
    Address,
    Audience,
    Choice,
    Choices,
    Outcome,
    Receipt,
    Reply,
    Say,
    Send,
    TookBack,
)
from bot.reading import MOODS
from bot.richtext import Body, paragraph
from bot.texts import Texts
from bot.turn import ChoiceGoneError, Turn
from storage import checkin_groups, checkin_prompts, members
from storage.checkin_groups import Group
from storage.database import Transaction
from storage.ids import read_id
from storage.outbox import Claimed, Draft
from storage.schedules import EVERY_DAY, Due

GROUP = "checkin-group"
FRESH_FOR = timedelta(hours=6)
THREAD, POLL = "thread", "poll"


def plan(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """One row a day for each room; yesterday's taps are forgotten."""
    drafts: list[Draft] = []
    for each in due:
        group = checkin_groups.get(tx, each.subject)
        if group is None:
            continue
        checkin_groups.forget_votes(tx, group.id, each.day)
        expires = each.due + FRESH_FOR
        drafts.append(
            planned(
                key=f"{GROUP}:{group.id}:{each.day}",
                kind=GROUP,
                subject=group.id,
                person=None,
                platform=group.room[0],
                lane=LANE,
                detail=each.day.isoformat(),
                due=each.due,
                expires=expires,
                now=now,
            )
        )
    return drafts


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The posts of claimed rows; None where none is wanted any more."""
    return {row.id: _post(tx, texts, row) for row in rows}


def arrived(
    texts: Texts, tx: Transaction, row: Claimed, receipt: Receipt, now: datetime
) -> Sequence[Draft]:
    """The post stands: open its thread, so that what is said stays together."""
    group = checkin_groups.get(tx, row.subject)
    there = receipt.outcome in (Outcome.SENT, Outcome.DEGRADED) and receipt.message is not None
    if group is None or group.way != THREAD or not there:
        return []
    language = _language(tx, group)
    say = Say(
        to=Address(*group.room),
        body=texts.body(language, "group-thread"),
        audience=Audience.PUBLIC,
        thread=receipt.message,
    )
    key = f"{GROUP}-thread:{group.id}:{row.detail}"
    expires = now + FRESH_FOR
    return [row_of(tx, say, lane=LANE, due=now, expires=expires, subject=group.id, key=key)]


def chosen(turn: Turn) -> Sequence[Action]:
    """A tap: counted, and shown to everybody where the platform does not do so itself."""
    group, day = _meant(turn)
    if turn.choice not in MOODS:
        raise ChoiceGoneError("no such word")
    account = f"{turn.actor.platform}:{turn.actor.user}"
    checkin_groups.vote(turn.tx, group.id, day, account, turn.choice)
    if turn.event.waiting is None:  # the poll, or the reactions, show it already
        return []
    return [_with_counts(turn, group, day)]


def taken_back(turn: Turn) -> Sequence[Action]:
    """A reaction was removed."""
    group, day = _meant(turn)
    account = f"{turn.actor.platform}:{turn.actor.user}"
    if isinstance(turn.event, TookBack):
        checkin_groups.vote(turn.tx, group.id, day, account, None)
    return []


def _post(tx: Transaction, texts: Texts, row: Claimed) -> Say | None:
    group = checkin_groups.get(tx, row.subject)
    if group is None:
        return None
    day = date.fromisoformat(row.detail or "")
    language = _language(tx, group)
    return Say(
        to=Address(*group.room),
        body=_body(tx, texts, group, day, language),
        audience=Audience.PUBLIC,
        choices=_choices(texts, group, day, language) if group.way == POLL else None,
        key=row.send_id,
    )


def _body(tx: Transaction, texts: Texts, group: Group, day: date, language: str) -> Body:
    """The greeting, that answers are public, and the day's prompt."""
    body = texts.body(language, f"group-post-{group.way}")
    theirs = [
        each for each in checkin_prompts.in_use(tx, [group.community]) if language in each.words
    ]
    if found := pool(theirs, day, ("week", "day")):
        by_id = {each.id: each for each in found}
        turn = turns_until(day, found[0].days)
        return (*body, *paragraph(by_id[in_turn(list(by_id), group.id, turn)].words[language]))
    number = in_turn(range(1, OURS["day"] + 1), group.id, turns_until(day, EVERY_DAY))
    return (*body, *texts.body(language, f"checkin-prompts-day-{number}"))


def _choices(texts: Texts, group: Group, day: date, language: str) -> Choices:
    options = tuple(
        Choice(id=word, label=texts.line(language, f"checkin-word-{word}")) for word in MOODS
    )
    prompt = f"{GROUP}/{group.id}/{day.isoformat()}"
    return Choices(prompt=prompt, options=options, language=language, poll=True)


def _with_counts(turn: Turn, group: Group, day: date) -> Reply:
    language = _language(turn.tx, group)
    counts = checkin_groups.counts(turn.tx, group.id, day)
    said = " · ".join(
        f"{turn.texts.line(language, f'checkin-word-{word}')} {counts[word]}"
        for word in MOODS
        if counts.get(word)
    )
    body = (*_body(turn.tx, turn.texts, group, day, language), *paragraph(said))
    choices = _choices(turn.texts, group, day, language)
    told = turn.show(body, choices, replaces=True)
    return dataclasses.replace(told, audience=Audience.PUBLIC)


def _meant(turn: Turn) -> tuple[Group, date]:
    """The room and the day of the prompt. Raises: ChoiceGoneError."""
    written, _, day = turn.detail.partition("/")
    id = read_id(written)
    group = checkin_groups.get(turn.tx, id) if id is not None else None
    room = turn.event.where
    if group is None or (room.platform, room.channel) != (group.room[0], group.room[2]):
        raise ChoiceGoneError("no check-in of this room")
    try:
        return group, date.fromisoformat(day)
    except ValueError:
        raise ChoiceGoneError("the prompt carries no day") from None


def _language(tx: Transaction, group: Group) -> str:
    """The community's."""
    found = members.community(tx, group.community)
    return found.language if found is not None else "en"
