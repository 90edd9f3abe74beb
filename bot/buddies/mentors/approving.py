"""A moderator's yes: the request in the staff room, and its two buttons.

Nobody decides about themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.buddies.joining.items import ITEMS, answer
from bot.buddies.joining.wording import labels
from bot.buddies.mentors.naming import mention
from bot.buddies.mentors.news import option, tell
from bot.buddies.mentors.standing import ABOUT, CARRYING, change, stands, without
from bot.buddies.parts import Parts
from bot.commands import Role
from bot.delivery import rules
from bot.delivery.messages import send
from bot.delivery.sender import ANSWERS
from bot.errors import HandrailError
from bot.feature import StaffOf
from bot.platform import Action, Audience, Choices, Say, Send, new_key
from bot.richtext import Body, Paragraph, Quote, Text
from bot.texts import Texts
from bot.turn import ChoiceGoneError, Turn
from storage import buddies, members
from storage.buddies import Mentor, MentorState
from storage.database import Transaction
from storage.ids import new_id, read_id
from storage.outbox import Claimed, Draft
from storage.schedules import Due

REQUEST = "mentor-request"
"""The kind of the request's rows, and its prompt: `<REQUEST>/<community>/<mentor>`."""
WAITS = "mentor-waits"
REMINDED_AFTER = timedelta(days=3)
ASKED_AT = time(17)
"""When the monthly question comes, on the mentor's clock."""


class NotYoursToDecideError(HandrailError):
    """Pressed by somebody who is no moderator, or elsewhere than among the team."""

    text_id = "mentor-request-not-yours"


class OwnRequestError(HandrailError):
    """Pressed by the one whom it is about."""

    text_id = "mentor-request-own"


class Approving:
    """Shows requests to the team, and carries out what it decides."""

    def __init__(self, staff_of: StaffOf) -> None:
        self._staff_of = staff_of

    def parts(self) -> Parts:
        """This module's share of the feature."""
        return Parts(
            prompts={REQUEST: self.decided},
            plans={WAITS: self.plan_reminder},
            writes={REQUEST: self.write},
        )

    def ask(self, turn: Turn, mentor: Mentor) -> None:
        """Have the team see a request; once more after some days, if nobody has decided."""
        send(turn, self._rows(turn.tx, mentor, turn.now, "first"))
        at = turn.now + REMINDED_AFTER
        rules.set_once(turn.tx, kind=WAITS, subject=mentor.person, at=at, person=mentor.person)

    def plan_reminder(self, tx: Transaction, due: Sequence[Due], now: datetime) -> Sequence[Draft]:
        """What still waits is shown again."""
        return [
            row
            for each in due
            for mentor in buddies.mentors_of(tx, each.subject)
            if mentor.state is MentorState.ASKED
            for row in self._rows(tx, mentor, now, "again")
        ]

    def _rows(self, tx: Transaction, mentor: Mentor, now: datetime, which: str) -> list[Draft]:
        return [
            Draft(
                id=new_id(),
                send_id=new_key(),
                dedupe_key=f"{REQUEST}:{mentor.id}:{number}:{which}",
                kind=REQUEST,
                subject=mentor.id,
                person=None,
                platform=address.platform,
                lane=ANSWERS,
                detail=f"{mentor.community}/{number}",
                due=now,
                expires=None,
            )
            for number, (address, _) in enumerate(self._staff_of(tx, mentor.community))
        ]

    def write(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """The requests of claimed rows; none for what was decided or taken back since."""
        return {row.id: self._request(tx, texts, row) for row in rows}

    def _request(self, tx: Transaction, texts: Texts, row: Claimed) -> Say | None:
        community, _, number = (row.detail or "").partition("/")
        mentor = _waiting(tx, int(community), row.subject)
        rooms = self._staff_of(tx, int(community))
        if mentor is None or int(number) >= len(rooms):
            return None
        address, language = rooms[int(number)]
        return Say(
            to=address,
            body=request(tx, texts, language, mentor),
            audience=Audience.PUBLIC,
            choices=buttons(texts, language, mentor),
            rings=True,
            key=row.send_id,
        )

    # --- deciding

    def decided(self, turn: Turn) -> Sequence[Action]:
        """A moderator pressed one of the two."""
        of, _, which = turn.detail.partition("/")
        community, id = read_id(of), read_id(which)
        if community is None or id is None:
            raise ChoiceGoneError("the prompt names no request")
        language, readers = self._place(turn, community)

        def said(body: Body) -> Sequence[Action]:
            """In place of the request, for all who read that."""
            return [replace(turn.show(body, replaces=True), audience=readers)]

        mentor = _waiting(turn.tx, community, id)
        if mentor is None:
            return said(turn.texts.body(language, "mentor-request-over"))
        if turn.member is not None and turn.member.id == mentor.person:
            raise OwnRequestError("decides about themselves")
        name = mention(turn.tx, mentor.community, mentor.person, turn.actor.platform)
        match turn.choice:
            case "approve":
                text_id = "mentor-request-approved"
                approve(turn.tx, mentor, turn.now)
            case "decline":
                text_id = "mentor-request-declined"
                buddies.remove_mentor(turn.tx, mentor.community, mentor.person)
            case _:
                raise ChoiceGoneError("no such choice of a request")
        send(turn, tell(turn.tx, mentor, turn.choice, turn.now))
        return said((Paragraph((name, Text(" " + turn.texts.line(language, text_id)))),))

    def _place(self, turn: Turn, community: int) -> tuple[str, Audience]:
        """That a moderator decides, among their team; the prompt is not to be trusted.

        Returns: the language of the place, and who reads there. Raises: NotYoursToDecideError.
        """
        if turn.role < Role.MODERATOR:
            raise NotYoursToDecideError(f"needs a moderator, is {turn.role.name}")
        event = turn.event
        around = {event.where.channel, event.thread_of} - {None}
        for address, language in self._staff_of(turn.tx, community):
            if address.platform == event.where.platform and address.channel in around:
                return language, Audience.PUBLIC
        if event.where.space and any(each.id == community for each in turn.communities):
            return turn.language, Audience.ACTOR_ONLY  # below what `buddies mentors` showed them
        raise NotYoursToDecideError("not in a room of that community")


def request(tx: Transaction, texts: Texts, language: str, mentor: Mentor) -> Body:
    """Who offers to mentor, and what of it the team sees: never what they live with."""
    name = mention(tx, mentor.community, mentor.person)
    spoken = labels(texts, language, ITEMS["languages"], answer(mentor.said, "languages"))
    offers = texts.line(language, "mentor-request-offers", count=mentor.capacity, languages=spoken)
    body: Body = (Paragraph((name, Text(" " + offers))),)
    if about := mentor.said.get(ABOUT):
        body += (Quote((Text(about),)),)
    return body + texts.body(language, "mentor-request-decide")


def buttons(texts: Texts, language: str, mentor: Mentor) -> Choices:
    """The team's two answers to a request."""
    return Choices(
        prompt=f"{REQUEST}/{mentor.community}/{mentor.id}",
        options=(
            option(texts, language, "approve", "mentor-button-approve", tone="primary"),
            option(texts, language, "decline", "mentor-button-decline"),
        ),
        language=language,
    )


def approve(tx: Transaction, mentor: Mentor, now: datetime) -> None:
    """They mentor from now on, and are asked every four weeks how they carry it."""
    said = without(mentor, ABOUT)
    change(tx, mentor, state=MentorState.APPROVED, since=now, said=said)
    zone = ZoneInfo(members.recipients(tx, [mentor.person])[mentor.person].zone)
    rules.set_daily(
        tx,
        kind=CARRYING,
        person=mentor.person,
        at=ASKED_AT,
        zone=zone,
        now=now,
        days=1 << now.astimezone(zone).weekday(),
    )


def _waiting(tx: Transaction, community: int, id: int) -> Mentor | None:
    """The request of that id; None if it is decided, or they do not want it any more."""
    found = (each for each in buddies.mentors(tx, community) if each.id == id)
    mentor = next(found, None)
    waits = mentor is not None and mentor.state is MentorState.ASKED and stands(tx, mentor)
    return mentor if waits else None
