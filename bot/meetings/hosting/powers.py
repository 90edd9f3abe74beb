"""Changes of a room's rights: each is looked after until it is known what became of it.

What may or may not have happened is done again, since doing it twice is the same as once. What the
platform refuses is told to the team in plain words, and the meeting goes on without it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.feature import StaffOf
from bot.meetings.hosting.saying import Place
from bot.platform import Audience, Floor, Say
from bot.texts import Texts
from storage import hosting, outbox
from storage.hosting import Session, Stage
from storage.ids import new_id
from storage.outbox import Draft, State

AWAITED_FOR = timedelta(seconds=20)
_TRIES = 10
_TOLD_FOR = timedelta(hours=12)
SET_UP = "room"
"""Stands for an occurrence where a room is being set up."""


class Powers:
    """Changes rights, and tells teams what cannot be.

    Args:
        staff_of: where they are told.
    """

    def __init__(self, texts: Texts, staff_of: StaffOf) -> None:
        self._texts = texts
        self._staff_of = staff_of

    def change(
        self, place: Place, session: Session, name: str, floor: Floor, attempt: int = 1
    ) -> tuple[Session, list[Draft]]:
        """Open or close a room.

        Args:
            name: "open" or "close", or "try" to find out whether the bot may.

        Returns: the session that awaits it, not written yet.
        """
        key = place.key(session, f"{name}:{attempt}")
        return replace(session, awaited=(*session.awaited, key)), [place.set_floor(key, floor)]

    def set_up(self, place: Place) -> list[Draft]:
        """Have a room as it is to be between meetings, or find out whether the bot may."""
        before = [
            each
            for each in hosting.sessions_of(place.tx, [place.meeting.id])
            if each.occurrence == SET_UP
        ]
        for each in before:
            hosting.drop(place.tx, each.id)
        session = Session(
            id=new_id(),
            meeting=place.meeting.id,
            occurrence=SET_UP,
            stage=Stage.CLOSED,
            starts=place.now,
            ends=place.now,
        )
        closed = place.hosted.wishes.closed_between
        name, floor = ("close", Floor.CLOSED) if closed else ("try", Floor.AS_BEFORE)
        session, rows = self.change(place, session, name, floor)
        hosting.save(place.tx, session)
        return rows

    def look_after(self, place: Place, session: Session) -> tuple[Session, list[Draft]]:
        """What has become of the changes of a session.

        Returns: the session as it stands now, written.
        """
        drafts: list[Draft] = []
        left = replace(session, awaited=())
        for key in session.awaited:
            name, attempt = key.split(":")[2], int(key.split(":")[3])
            match hosting.fate(place.tx, key):
                case state if state in outbox.OPEN:
                    left = replace(left, awaited=(*left.awaited, key))
                case State.SENT:
                    pass
                case State.DEAD:
                    drafts += self._told(place, session, name)
                    if name == "open":
                        left = replace(left, course=replace(left.course, powerless=True))
                case _ if _is_wanted(session, name) and attempt < _TRIES:
                    floor = _floor(place, name)
                    left, rows = self.change(place, left, name, floor, attempt + 1)
                    drafts += rows
        if left != session:
            hosting.save(place.tx, left)
        return left, drafts

    def _told(self, place: Place, session: Session, name: str) -> list[Draft]:
        """Tell the team; where no room of theirs is known, the meeting's own room."""
        text_id = "hosting-cannot-open"
        if name == "said":
            text_id = "hosting-cannot-write"
        elif name == "close" and session.occurrence != SET_UP:
            text_id = "hosting-cannot-close"
        rooms = self._staff_of(place.tx, place.meeting.community)
        drafts = []
        for number, (room, language) in enumerate(rooms or [(place.address, place.language)]):
            body = self._texts.body(language, text_id, name=place.meeting.card.name)
            say = Say(to=room, body=body, audience=Audience.PUBLIC, rings=True)
            key = place.key(session, f"team:{name}:{number}")
            until = place.now + _TOLD_FOR
            drafts.append(place.row(say, key, until))
        return drafts


def _is_wanted(session: Session, name: str) -> bool:
    """Whether a change is to be made again: a room is not opened after its meeting."""
    return name in ("close", "try") or (name == "open" and session.stage is Stage.OPEN)


def _floor(place: Place, name: str) -> Floor:
    if name == "open":
        return Floor.OPEN
    if name == "close" and place.hosted.wishes.closed_between:
        return Floor.CLOSED
    return Floor.AS_BEFORE
