"""A look back in the evening, for those who want a second question a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.checkins.plans import next_in_words, rule_of
from bot.checkins.prompts.choosing import Choosing
from bot.checkins.question import EVENING, FRESH_FOR, LANE, options_for, prompt_of
from bot.delivery import rules
from bot.delivery.messages import direct, planned_for_each
from bot.platform import Action, Audience, Choice, Choices, Say, Send
from bot.reading.words import plain
from bot.richtext import Body, Quote, Text
from bot.texts import Texts
from bot.turn import Turn
from storage import checkins, members, schedules
from storage.database import Transaction
from storage.outbox import Claimed, Draft
from storage.schedules import Due

OFF = "off"


def evening(turn: Turn) -> Sequence[Action]:
    """`checkin evening <hour>|off`: a look back as well, or not any more."""
    main = rule_of(turn)
    if plain(turn.words("hour") or "") == OFF:
        schedules.remove(turn.tx, EVENING, turn.person.id)
        return [turn.answer("checkin-evening-off")]
    rule = rules.set_daily(
        turn.tx,
        kind=EVENING,
        person=turn.person.id,
        at=turn.hour("hour"),
        zone=turn.zone,
        now=turn.now,
        days=main.days,
    )
    return [turn.answer("checkin-evening-on", next=next_in_words(turn, rule, turn.person))]


def plan(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """One row for each member who is due; nothing of it counts as missed."""
    return planned_for_each(tx, due, kind=EVENING, lane=LANE, fresh_for=FRESH_FOR, now=now)


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The look back of claimed rows, always in direct messages."""
    people = [row.subject for row in rows]
    recipients = members.recipients(tx, people)
    choosing = Choosing(tx, texts, people, ())
    written: dict[int, Send | None] = {}
    for row in rows:
        to = recipients.get(row.subject)
        if to is None or to.stopped or not to.account.reachable:
            written[row.id] = None
            continue
        day, language = date.fromisoformat(row.detail or ""), to.language
        hour = row.due.astimezone(ZoneInfo(to.zone)).time()
        given = checkins.of_day(tx, row.subject, day)
        body = texts.body(language, "checkin-evening-question", hour=texts.when(language, hour))
        body = (*body, *choosing.for_evening(row.subject, day, language))
        if given is not None and (meant := given.extras.get("intention")):
            body = (*body, *_intention(texts, language, meant))
        written[row.id] = Say(
            to=direct(to),
            body=body,
            audience=Audience.DIRECT,
            choices=_choices(texts, language, day, answered=given is not None),
            rings=True,
            key=row.send_id,
        )
    return written


def _intention(texts: Texts, language: str, words: str) -> Body:
    return (*texts.body(language, "checkin-evening-intention"), Quote((Text(words),)))


def _choices(texts: Texts, language: str, day: date, *, answered: bool) -> Choices:
    """The words; who gave one already is not asked for it again."""
    if not answered:
        return options_for(texts, language, day, later=False)
    options = tuple(
        Choice(id=id, label=texts.line(language, text_id))
        for id, text_id in (("add", "checkin-add-note"), ("change", "checkin-change-word"))
    )
    return Choices(prompt=prompt_of(day), options=options, language=language)
