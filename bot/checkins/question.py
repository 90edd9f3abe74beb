"""The daily question: when it is due, and what it looks like when it goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.checkins.where import NO_ROOMS, CheckInRooms, Where
from bot.platform import Address, Audience, Choice, Choices, Say, Send, new_key
from bot.richtext import Body, paragraph
from bot.texts import Texts
from storage import checkins, members
from storage.database import Transaction
from storage.ids import new_ids
from storage.outbox import Claimed, Draft, State
from storage.schedules import Due

if TYPE_CHECKING:
    from bot.turn import Turn

KIND = "checkin"
AGAIN = "checkin-again"
WORDS = ("good", "okay", "mixed", "low", "rough", "skip")
FRESH_FOR = timedelta(hours=3)
LANE = 2


def plan(
    tx: Transaction, due: Sequence[Due], now: datetime, rooms: CheckInRooms = NO_ROOMS
) -> list[Draft]:
    """One row for each member who is due, under the key of their local date.

    What is too late to be asked (the bot was away) is written as expired, so that it is seen. Who
    answers below the channel's daily post is not asked besides, unless they wanted it later.
    """
    platforms = members.platforms_of(tx, [each.subject for each in due])
    in_channel = {
        person
        for person, (where, _) in rooms.asked(tx, platforms).items()
        if where is Where.CHANNEL
    }
    due = [each for each in due if each.kind != KIND or each.subject not in in_channel]
    rows = new_ids(len(due))
    return [
        Draft(
            id=row,
            send_id=new_key(),
            dedupe_key=_key(each),
            kind=KIND,
            subject=each.subject,
            person=each.subject,
            platform=platforms[each.subject],
            lane=LANE,
            detail=each.day.isoformat(),
            due=each.due,
            expires=each.due + FRESH_FOR,
            state=State.WAITING if now < each.due + FRESH_FOR else State.EXPIRED,
        )
        for row, each in zip(rows, due, strict=True)
        if each.subject in platforms
    ]


def _key(due: Due) -> str:
    key = f"checkin:{due.subject}:{due.day.isoformat()}"
    return key if due.kind == KIND else f"{key}:{due.due.timestamp():.0f}"


def write(
    tx: Transaction, texts: Texts, rows: Sequence[Claimed], rooms: CheckInRooms = NO_ROOMS
) -> Mapping[int, Send | None]:
    """The questions of claimed rows; None for who stopped, answered or cannot be reached."""
    people = [row.subject for row in rows]
    recipients = members.recipients(tx, people)
    asked = rooms.asked(tx, {person: to.account.platform for person, to in recipients.items()})
    prompts = checkins.prompts_of(tx, people)
    days = {row.id: date.fromisoformat(row.detail or "") for row in rows}
    answered = checkins.answered(tx, [(row.subject, days[row.id]) for row in rows])
    bodies: dict[tuple[str, time], Body] = {}
    choices: dict[tuple[str, date], Choices] = {}
    written: dict[int, Send | None] = {}
    for row in rows:
        person, day = row.subject, days[row.id]
        to = recipients.get(person)
        where, room = asked.get(person, (Where.DM, None))
        aside = room.address if room is not None and where is Where.THREAD else None
        reached = to is not None and not to.stopped and (to.account.reachable or aside is not None)
        if to is None or not reached or (person, day) in answered:
            written[row.id] = None
            continue
        hour = row.due.astimezone(ZoneInfo(to.zone)).time()
        body = bodies.get((to.language, hour))
        if body is None:
            body = bodies[to.language, hour] = _greeting(texts, to.language, hour)
        if person in prompts and aside is None:  # the team can read what stands in a thread
            body = (*body, *paragraph(prompts[person]))
        options = choices.get((to.language, day))
        if options is None:
            options = choices[to.language, day] = options_for(texts, to.language, day)
        written[row.id] = Say(
            to=Address(to.account.platform, user=to.account.user),
            body=body,
            audience=Audience.DIRECT,
            choices=options,
            aside=aside,
            rings=True,
            key=row.send_id,
        )
    return written


def _greeting(texts: Texts, language: str, hour: time) -> Body:
    return texts.body(language, "checkin-question", hour=texts.when(language, hour))


def options_for(texts: Texts, language: str, day: date) -> Choices:
    """The words to tap, and "later"."""
    options = tuple(
        Choice(id=word, label=texts.line(language, f"checkin-word-{word}")) for word in WORDS
    )
    later = Choice(id="later", label=texts.line(language, "checkin-later"))
    prompt = f"{KIND}/{day.isoformat()}"
    return Choices(prompt=prompt, options=(*options, later), language=language)


def ask_now(turn: Turn, day: date) -> Body:
    """The question as an answer to somebody who wants it now."""
    own = checkins.prompts_of(turn.tx, [turn.person.id]).get(turn.person.id)
    body = turn.body("checkin-question-now")
    return (*body, *paragraph(own)) if own else body
