"""Who leads a meeting, and what happens when nobody does.

The team is asked a day before, whoever leads is asked 15 minutes before whether they are there,
stand-ins are asked at the start, and five minutes later members are told honestly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.meetings import agenda, rows, times, which
from bot.meetings.agenda import Held
from bot.meetings.details import WANTED
from bot.platform import Action, Address, Audience, Choice, Choices, Reply, Say
from bot.texts import Texts
from bot.turn import ChoiceGoneError, Turn
from storage import meeting_answers, meeting_chairs, meetings, outbox
from storage.database import Transaction
from storage.meeting_answers import Answer
from storage.meetings import Meeting
from storage.outbox import Draft

PROMPT, CHECK = "meeting-chair", "meeting-chair-here"
ASKED_BEFORE = timedelta(hours=24)
CHECKED_BEFORE = timedelta(minutes=15)
PATIENCE = timedelta(minutes=5)
STALE = timedelta(minutes=30)
"""What was missed by more is not made up for."""

StaffOf = Callable[[Transaction, int], Sequence[tuple[Address, str]]]
"""Where a community's team talks, and in which language."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One moment at which somebody is asked or told. Args: after: from the start on."""

    name: str
    after: timedelta


STAGES = (
    Stage("needed", -ASKED_BEFORE),
    Stage("check", -CHECKED_BEFORE),
    Stage("now", timedelta(0)),
    Stage("absent", PATIENCE),
)


class Chairing:
    """Who leads.

    Args:
        staff_of: where teams are asked.
    """

    def __init__(self, texts: Texts, staff_of: StaffOf) -> None:
        self._texts = texts
        self._staff_of = staff_of

    # --- what has become due

    def plan(
        self, tx: Transaction, meeting: Meeting, until: datetime, now: datetime
    ) -> list[Draft]:
        """What is asked and told since the last look."""
        if meeting.card.chair != WANTED:
            return []
        drafts: list[Draft] = []
        since = max(meeting.told_until or now - STALE, now - STALE)
        for stage in STAGES:
            for held in reached(meeting, stage, since, until):
                drafts += self._at(tx, stage, held, now)
        return drafts

    def _at(self, tx: Transaction, stage: Stage, held: Held, now: datetime) -> list[Draft]:
        chair = meeting_chairs.chair_of(tx, held.meeting.id, held.key)
        match stage.name:
            case "needed" if chair is None:
                return self._ask_team(tx, held, "needed", now)
            case "check" if chair is None:
                return self._ask_team(tx, held, "soon", now)
            case "check" if chair is not None:
                return rows.tell(tx, held.meeting, f"check/{held.key}", {chair.person}, now)
            case "now" if chair is None or not chair.here:
                return self._ask_team(tx, held, "now", now)
            case "absent" if chair is None or not chair.here:
                said = meeting_answers.who_said(
                    tx, held.meeting.id, held.key, Answer.COMING, Answer.MAYBE
                )
                people = {person for person, _ in said}
                return rows.tell(tx, held.meeting, f"absent/{held.key}", people, now)
        return []

    def _ask_team(self, tx: Transaction, held: Held, how: str, now: datetime) -> list[Draft]:
        """Ask in the team's rooms; each question once."""
        meeting, drafts = held.meeting, []
        for number, (room, language) in enumerate(self._staff_of(tx, meeting.community)):
            say = Say(
                to=room,
                body=self._texts.body(
                    language,
                    f"meeting-chair-{how}",
                    name=meeting.card.name,
                    when=_when(self._texts, language, held),
                ),
                audience=Audience.PUBLIC,
                choices=Choices(
                    prompt=f"{PROMPT}/{meeting.id}/{held.key}",
                    options=(
                        Choice(
                            id="take",
                            label=self._texts.line(language, "meeting-chair-take"),
                        ),
                    ),
                    language=language,
                ),
                rings=True,
            )
            key = f"meeting-chair:{meeting.id}:{held.key}:{how}:{number}:{held.at.start:%d%H%M}"
            drafts.append(rows.to_rooms(tx, meeting, say, key, now, held.at.end))
        return drafts

    # --- what people say

    def volunteer(self, turn: Turn) -> Sequence[Action]:
        """`meeting host <meeting> [<day>]`: the one who says it leads the next, or that day's."""
        meeting, words = which.named(turn, "meeting", "day")
        held = which.of_day(turn, meeting, words) if words else which.next_of(turn, meeting)
        self._leads(turn, held)
        when = _when(turn.texts, turn.language, held)
        return [turn.answer("meeting-chair-yours", name=meeting.card.name, when=when)]

    def taken(self, turn: Turn) -> Sequence[Action]:
        """Somebody can, says a button in a team's room."""
        held = _held(turn)
        here = (turn.event.where.platform, turn.event.where.channel)
        rooms = self._staff_of(turn.tx, held.meeting.community)
        if here not in [(room.platform, room.channel) for room, _ in rooms]:
            raise ChoiceGoneError("not in a team's room")
        chair = meeting_chairs.chair_of(turn.tx, held.meeting.id, held.key)
        if chair is None or (held.at.start <= turn.now and not chair.here):
            self._leads(turn, held)
        when = _when(turn.texts, turn.language, held)
        told = turn.answer(
            "meeting-chair-taken", replaces=True, name=held.meeting.card.name, when=when
        )
        return [_public(told)]

    def checked(self, turn: Turn) -> Sequence[Action]:
        """The answer of whoever leads, shortly before it begins."""
        held = _held(turn)
        chair = meeting_chairs.chair_of(turn.tx, held.meeting.id, held.key)
        if chair is None or chair.person != turn.person.id:
            raise ChoiceGoneError("somebody else leads it")
        if turn.choice == "here":
            meeting_chairs.set_here(turn.tx, held.meeting.id, held.key)
            return [turn.answer("meeting-chair-thanks")]
        meeting_chairs.remove(turn.tx, held.meeting.id, held.key)
        drafts = self._ask_team(turn.tx, held, "soon", turn.now)
        turn.wakes |= {each.platform for each in drafts}
        outbox.add(turn.tx, drafts, turn.now)
        return [turn.answer("meeting-chair-released")]

    def _leads(self, turn: Turn, held: Held) -> None:
        # Who takes it this late is there.
        here = held.at.start - CHECKED_BEFORE <= turn.now
        meeting_chairs.put(
            turn.tx, held.meeting.id, held.key, turn.person.id, here=here, now=turn.now
        )


def reached(meeting: Meeting, stage: Stage, since: datetime, until: datetime) -> Iterator[Held]:
    """The occurrences that came to a stage after `since` and by `until`."""
    for held in agenda.between([meeting], since - stage.after, until - stage.after + _A_SECOND):
        if since < held.at.start + stage.after <= until:
            yield held


def next_stage(meeting: Meeting, after: datetime) -> datetime | None:
    """The next moment at which somebody is asked or told; None if nobody has to lead it."""
    if meeting.card.chair != WANTED:
        return None
    return min(
        (
            held.at.start + stage.after
            for stage in STAGES
            for held in agenda.following(meeting, after - stage.after)
        ),
        default=None,
    )


_A_SECOND = timedelta(seconds=1)


def check_choices(texts: Texts, language: str, held: Held) -> Choices:
    """What whoever leads can answer."""
    options = tuple(
        Choice(id=each, label=texts.line(language, f"meeting-chair-answer-{each}"))
        for each in ("here", "cannot")
    )
    return Choices(
        prompt=f"{CHECK}/{held.meeting.id}/{held.key}", options=options, language=language
    )


def _held(turn: Turn) -> Held:
    id, _, key = turn.detail.partition("/")
    meeting = meetings.get(turn.tx, int(id)) if id.isdecimal() else None
    if meeting is None:
        raise ChoiceGoneError("no such meeting")
    return which.held_at(turn, meeting, key)


def _when(texts: Texts, language: str, held: Held) -> str:
    zone = agenda.series_of(held.meeting).zone or "UTC"
    return f"{times.dates(texts, language, [held.at.start], zone)} ({times.city(zone)})"


def _public(reply: Reply) -> Reply:
    return replace(reply, audience=Audience.PUBLIC)
