"""The daily question: when it is due, and what it looks like when it goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.checkins.missing.planning import NOBODY_TOLD, Missing
from bot.checkins.missing.silence import Step
from bot.checkins.offers import ExtraLines, no_lines
from bot.checkins.prompts.choosing import Choosing
from bot.checkins.question import FRESH_FOR, KIND, LANE, options_for
from bot.checkins.where import NO_ROOMS, CheckInRooms, Where
from bot.delivery.messages import direct, planned
from bot.platform import Audience, Choices, Say, Send
from bot.richtext import Body
from bot.texts import Texts
from storage import checkins, members
from storage.database import Transaction
from storage.outbox import Claimed, Draft
from storage.schedules import Due

if TYPE_CHECKING:
    from bot.turn import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """Plans and writes the daily question.

    Args:
        rooms: where members can be asked besides direct messages.
        lines: what others put beside the question.
        missing: what happens after several that were not answered.
    """

    rooms: CheckInRooms = NO_ROOMS
    lines: ExtraLines = no_lines
    missing: Missing = NOBODY_TOLD

    def plan(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """One row for each member who is due, under the key of their local date.

        What is too late to be asked (the bot was away) is written as expired, so that it is seen.
        Who answers below the channel's daily post is not asked besides, unless they wanted it
        later. After a silence it is another message; see `missing`.
        """
        platforms = members.platforms_of(tx, [each.subject for each in due])
        in_channel = {
            person
            for person, (where, _) in self.rooms.asked(tx, platforms).items()
            if where is Where.CHANNEL
        }
        due = [
            each
            for each in due
            if each.subject in platforms and (each.kind != KIND or each.subject not in in_channel)
        ]
        found = self.missing.look(tx, due, now)
        drafts = [
            planned(
                key=_key(each),
                kind=step.value,
                subject=each.subject,
                person=each.subject,
                platform=platforms[each.subject],
                lane=LANE,
                detail=each.day.isoformat(),
                due=each.due,
                expires=each.due + FRESH_FOR,
                now=now,
            )
            for each in due
            for step in [found.steps.get((each.subject, each.day), Step.ASK)]
        ]
        return [*drafts, *self.missing.hearers(tx, found.told_of, now)]

    def write(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """The questions of claimed rows; None for who stopped, answered or cannot be reached."""
        people = [row.subject for row in rows]
        recipients = members.recipients(tx, people)
        asked = self.rooms.asked(
            tx, {person: to.account.platform for person, to in recipients.items()}
        )
        days = {row.id: date.fromisoformat(row.detail or "") for row in rows}
        answered = checkins.answered(tx, [(row.subject, days[row.id]) for row in rows])
        asides = {
            person: room.address
            for person, (where, room) in asked.items()
            if room is not None and where is Where.THREAD
        }
        # The team can read what stands in a thread: nothing of the member's own goes there.
        alone = [person for person in people if person not in asides]
        choosing = Choosing(tx, texts, people, alone)
        greetings: dict[tuple[str, time], Body] = {}
        choices: dict[tuple[str, date], Choices] = {}
        written: dict[int, Send | None] = {}
        for row in rows:
            person, day = row.subject, days[row.id]
            to, aside = recipients.get(person), asides.get(person)
            reached = to is not None and not to.stopped and (to.account.reachable or aside)
            if to is None or not reached or (person, day) in answered:
                written[row.id] = None
                continue
            hour = row.due.astimezone(ZoneInfo(to.zone)).time()
            body = greetings.get((to.language, hour))
            if body is None:
                body = greetings[to.language, hour] = _greeting(texts, to.language, hour)
            body = (*body, *choosing.for_day(person, day, to.language))
            if aside is None:
                for line in self.lines(tx, person, day, to.language):
                    body = (*body, *line)
            options = choices.get((to.language, day))
            if options is None:
                options = choices[to.language, day] = options_for(texts, to.language, day)
            written[row.id] = Say(
                to=direct(to),
                body=body,
                audience=Audience.DIRECT,
                choices=options,
                aside=aside,
                rings=True,
                key=row.send_id,
            )
        return written

    def now(self, turn: Turn) -> Body:
        """The question as an answer to somebody who wants it now."""
        person, day = turn.person.id, turn.today
        choosing = Choosing(turn.tx, turn.texts, [person], [person])
        body = (*turn.body("checkin-question-now"), *choosing.for_day(person, day, turn.language))
        for line in self.lines(turn.tx, person, day, turn.language):
            body = (*body, *line)
        return body


def _key(due: Due) -> str:
    """One row for each local date, whatever it is that goes out."""
    key = f"{KIND}:{due.subject}:{due.day.isoformat()}"
    return key if due.kind == KIND else f"{key}:{due.due.timestamp():.0f}"


def _greeting(texts: Texts, language: str, hour: time) -> Body:
    return texts.body(language, "checkin-question", hour=texts.when(language, hour))
