"""What is asked and told about leading, as its time comes: the team, whoever leads, members."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.feature import StaffOf
from bot.meetings import agenda, times
from bot.meetings.agenda import Held
from bot.meetings.chairing import rota
from bot.meetings.chairing.stages import STAGES, Stage, reached
from bot.meetings.keeping.details import WANTED
from bot.meetings.telling import rows
from bot.platform import Audience, Choice, Choices, Say
from bot.texts import Texts
from storage import meeting_answers, meeting_chairs
from storage.database import Transaction
from storage.meeting_answers import Answer
from storage.meetings import Meeting
from storage.outbox import Draft

TAKE = "meeting-chair"
SETTLED = timedelta(hours=12)
"""Whoever took it within that time is not asked again whether it suits them."""
_OPEN_AHEAD = timedelta(days=14)
_MOST_OPEN = 5


class Asking:
    """Asks and tells in time.

    Args:
        staff_of: where teams are asked.
    """

    def __init__(self, texts: Texts, staff_of: StaffOf) -> None:
        self._texts = texts
        self.staff_of = staff_of

    def plan(
        self, tx: Transaction, meeting: Meeting, until: datetime, now: datetime
    ) -> list[Draft]:
        """What is asked and told since the last look; the rota is kept filled."""
        if meeting.card.chair != WANTED:
            return []
        rota.fill(tx, meeting, now)
        drafts: list[Draft] = []
        for stage in STAGES:
            since = now - stage.stale
            if meeting.told_until is not None:
                since = max(since, meeting.told_until)
            for held in reached(meeting, stage, since, until):
                drafts += self._at(tx, stage, held, now)
        return drafts

    def _at(self, tx: Transaction, stage: Stage, held: Held, now: datetime) -> list[Draft]:
        meeting, key = held.meeting, held.key
        chair = meeting_chairs.chair_of(tx, meeting.id, key)
        match stage.name:
            case "ahead" if chair is None:
                return self._ask_for_dates(tx, meeting, now)
            case "needed" | "check" if chair is None:
                how = "needed" if stage.name == "needed" else "soon"
                return self.ask_team(tx, held, how, now)
            case "needed" if chair is not None and chair.at < now - SETTLED:
                return rows.tell_once(tx, held, f"turn/{key}", {chair.person}, now)
            case "check" if chair is not None and not chair.here:
                return rows.tell_once(tx, held, f"check/{key}", {chair.person}, now)
            case "now" if chair is None or not chair.here:
                away = {chair.person} if chair is not None else set()
                others = {each.person for each in meeting_chairs.volunteers(tx, meeting.id)} - away
                return [
                    *self.ask_team(tx, held, "now", now),
                    *rows.tell_once(tx, held, f"standin/{key}", others, now),
                ]
            case "absent" if chair is None or not chair.here:
                return rows.tell_once(tx, held, f"absent/{key}", expecting(tx, held), now)
            case "over" if chair is not None and chair.here and self._wants_report(tx, meeting):
                return rows.tell_once(tx, held, f"report/{key}", {chair.person}, now)
        return []

    def _wants_report(self, tx: Transaction, meeting: Meeting) -> bool:
        return meeting.card.report != "no" and bool(self.staff_of(tx, meeting.community))

    # --- in the team's rooms

    def ask_team(
        self, tx: Transaction, held: Held, how: str, now: datetime, again: str = ""
    ) -> list[Draft]:
        """Ask in the team's rooms who leads one occurrence; each question once.

        Args:
            again: what tells a question from the same one asked before.
        """
        meeting, drafts = held.meeting, []
        for number, (room, language) in enumerate(self.staff_of(tx, meeting.community)):
            take = Choice(id="take", label=self._texts.line(language, "meeting-chair-take"))
            body = self._texts.body(
                language,
                f"meeting-chair-{how}",
                name=meeting.card.name,
                when=when_of(self._texts, language, held),
            )
            prompt = f"{TAKE}/{meeting.id}/{held.key}"
            say = Say(
                to=room,
                body=body,
                audience=Audience.PUBLIC,
                choices=Choices(prompt=prompt, options=(take,), language=language),
                rings=True,
            )
            key = f"meeting-chair:{meeting.id}:{held.key}:{how}{again}:{number}"
            key += f":{held.at.start:%d%H%M}"
            drafts.append(rows.to_rooms(tx, meeting, say, key, now, held.at.end))
        return drafts

    def _ask_for_dates(self, tx: Transaction, meeting: Meeting, now: datetime) -> list[Draft]:
        """Ask once a week for all dates ahead that are open."""
        taken = meeting_chairs.chairs(tx, [meeting.id])
        ahead = agenda.between([meeting], now, now + _OPEN_AHEAD)
        free = [held for held in ahead if (meeting.id, held.key) not in taken][:_MOST_OPEN]
        week = "{}-{}".format(*now.isocalendar()[:2])
        drafts = []
        for number, (room, language) in enumerate(self.staff_of(tx, meeting.community)):
            options = tuple(
                Choice(id=f"take/{held.key}", label=when_of(self._texts, language, held))
                for held in free
            )
            say = Say(
                to=room,
                body=self._texts.body(language, "meeting-chair-ahead", name=meeting.card.name),
                audience=Audience.PUBLIC,
                choices=Choices(prompt=f"{TAKE}/{meeting.id}", options=options, language=language),
            )
            key = f"meeting-rota:{meeting.id}:{week}:{number}"
            drafts.append(rows.to_rooms(tx, meeting, say, key, now, now + timedelta(days=1)))
        return drafts


def expecting(tx: Transaction, held: Held) -> set[int]:
    """Who said they come, or may."""
    said = meeting_answers.who_said(tx, held.meeting.id, held.key, Answer.COMING, Answer.MAYBE)
    return {person for person, _ in said}


def when_of(texts: Texts, language: str, held: Held) -> str:
    """A start on the meeting's own clock, with its city."""
    zone = agenda.series_of(held.meeting).zone or "UTC"
    return f"{times.dates(texts, language, [held.at.start], zone)} ({times.city(zone)})"
