"""`buddies words`: words handed over with a report, read by two moderators together or by nobody.

Both acts are written down, neither name is told to anybody. Once they agree both read the words,
which are removed with that; the two members learn that they were read, and by how many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot import wall_time
from bot.buddies.pairing.looking import concerns, signed, signed_for
from bot.buddies.pairing.reporting import Reporting
from bot.buddies.pairing.telling import News, ready, tell
from bot.buddies.parts import Parts
from bot.commands import Command, Field, Form, Kind, Role
from bot.delivery.messages import send
from bot.feature import StaffOf
from bot.platform import Action, Address, Audience, Choices, FormFilled, MemberChanged, Say
from bot.richtext import Body, Mention, Paragraph, Quote, Text
from bot.turn import ChoiceGoneError, Turn
from storage import access_log, audit, buddy_pairs, duty, handed, members
from storage.access_log import Access, How
from storage.handed import Asked, Handed
from storage.outbox import Draft

PROMPT = "buddies-words"
FORM = Form(name="handed-reason", fields=(Field(name="reason", kind=Kind.LONG_TEXT, longest=300),))
WITHIN = timedelta(hours=24)
"""So long a second moderator may agree; then somebody has to ask anew."""
ASKED, AGREED = "buddies words: asked", "buddies words: agreed"
"""As they stand in the log of what the team did."""
ITEM = "relayed"


class Reading:
    """Shows what waits, and lets two read it."""

    def __init__(self, staff_of: StaffOf) -> None:
        self._reporting = Reporting(staff_of)

    def parts(self) -> Parts:
        """This module's share of the feature."""
        return Parts(
            commands=(Command(name="buddies words", handler=waiting, needs=Role.MODERATOR),),
            forms=(FORM,),
            prompts={PROMPT: self.chosen},
            notices=((MemberChanged, gone),),
        )

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """They ask, agree, or leave it."""
        found = handed.with_id(turn.tx, signed_for(turn))
        if found is None or concerns(turn, found, found.words):
            return [turn.answer("handed-gone")]
        if turn.choice == "leave":
            return [turn.answer("handed-left")]
        asked = _standing(found, turn.now)
        if asked is None:
            return self._ask(turn, found)
        if _is_theirs(turn, asked):
            return [_wait(turn, asked)]
        if turn.choice != "agree":  # somebody else has asked meanwhile
            return [_to_agree(turn, found, asked)]
        return _agree(turn, found, asked)

    def _ask(self, turn: Turn, found: Handed) -> Sequence[Action]:
        """The first of two; nothing is shown before the second."""
        if not isinstance(turn.event, FormFilled):
            if turn.choice == "ask":
                return [turn.ask(FORM.name, f"{PROMPT}/{turn.detail}")]
            raise ChoiceGoneError("nobody asks any more")
        reason = turn.words("reason")
        if reason is None:
            return [turn.answer("handed-left")]
        asked = Asked(
            at=turn.now,
            index=_index(turn),
            person=turn.member.id if turn.member is not None else None,
            platform=turn.actor.platform,
            user=turn.actor.user or "",
            language=turn.language,
            reason=reason,
        )
        handed.ask(turn.tx, found.id, asked)
        _note(turn, found, ASKED)
        self._reporting.alert(turn, found.community, found.about, "handed-asked-for")
        return [_wait(turn, asked)]


def waiting(turn: Turn) -> Sequence[Action]:
    """`buddies words`: the oldest that waits, without a word of it."""
    if not turn.communities:
        return [turn.answer("buddies-reports-nowhere")]
    found = [
        each
        for each in handed.waiting(turn.tx, turn.communities[0].id)
        if not concerns(turn, each, each.words)
    ]
    if not found:
        return [turn.answer("handed-nothing")]
    # What somebody else has asked for comes first: it waits for whoever looks now.
    by_others = [
        (each, asked)
        for each in found
        if (asked := _standing(each, turn.now)) is not None and not _is_theirs(turn, asked)
    ]
    if by_others:
        return [_to_agree(turn, *by_others[0])]
    unasked = [each for each in found if _standing(each, turn.now) is None]
    if not unasked:
        asked = found[0].asked
        return [_wait(turn, asked)] if asked is not None else []
    return [_to_ask(turn, unasked[0], len(found))]


def gone(turn: Turn) -> Sequence[Action]:
    """Who has left a community, or was banned, is shown nothing that they asked for there."""
    left = turn.left
    if left:
        handed.take_back(turn.tx, left, _index(turn))
    return []


def _to_ask(turn: Turn, found: Handed, count: int) -> Action:
    options = (
        turn.option("ask", "handed-ask", form=FORM.name),
        turn.option("leave", "handed-leave"),
    )
    asked = Choices(prompt=f"{PROMPT}/{signed(turn, found.id)}", options=options)
    day = turn.texts.when(turn.language, found.at.date(), "date")
    return turn.answer("handed-shown", asked, day=day, count=count, length=len(found.words))


def _to_agree(turn: Turn, found: Handed, asked: Asked) -> Action:
    options = (
        turn.option("agree", "handed-agree", tone="primary"),
        turn.option("leave", "handed-leave"),
    )
    choices = Choices(prompt=f"{PROMPT}/{signed(turn, found.id)}", options=options)
    body = turn.body("handed-second", until=_until(turn, asked))
    return turn.show((*body, Quote((Text(asked.reason),))), choices)


def _wait(turn: Turn, asked: Asked) -> Action:
    return turn.answer("handed-asked", until=_until(turn, asked))


def _agree(turn: Turn, found: Handed, asked: Asked) -> Sequence[Action]:
    """Both read the words, once; nothing of them is kept."""
    handed.let_go(turn.tx, found.id)
    _note(turn, found, AGREED)
    first = Say(
        to=Address(asked.platform, user=asked.user),
        body=_read(turn, found, asked.language),
        audience=Audience.DIRECT,
        rings=True,
    )
    send(turn, [ready(turn.tx, first, 0, turn.now), *_tell_both(turn, found)])
    return [turn.show(_read(turn, found, turn.language))]


def _read(turn: Turn, found: Handed, language: str) -> Body:
    """The words, and whose they are said to be."""
    accounts = members.accounts_of(turn.tx, found.about)
    who = tuple(Mention(each.platform, each.user, each.user, quiet=True) for each in accounts)
    head = turn.texts.body(language, "handed-read")
    return (*head, Paragraph(who), Quote((Text(found.words),)))


def _tell_both(turn: Turn, found: Handed) -> list[Draft]:
    """That it was read, in their access logs and in words; by how many, and never by whom."""
    pair = buddy_pairs.with_id(turn.tx, found.pair)
    people = [each.person for each in pair.partners] if pair is not None else []
    zones = {id: to.zone for id, to in members.recipients(turn.tx, people).items()}
    for person, zone in zones.items():
        day = turn.now.astimezone(wall_time.zone_named(zone)).date()
        for how in (How.DELIVERED, How.OPENED):
            seen = Access(
                person=person,
                viewer=None,
                reader=access_log.TEAM,
                item=ITEM,
                day=day,
                how=how,
                at=turn.now,
            )
            access_log.add(turn.tx, seen)
    told = tell(turn.tx, pair, people, News.READ, turn.now) if pair is not None else []
    return [replace(each, dedupe_key=f"{each.dedupe_key}:{found.id}") for each in told]


def _standing(found: Handed, now: datetime) -> Asked | None:
    """Who asked, if a second one may still agree."""
    return found.asked if found.asked is not None and now < found.asked.at + WITHIN else None


def _is_theirs(turn: Turn, asked: Asked) -> bool:
    """Whether whoever answers is the one who asked, be it from another account of theirs."""
    same = turn.member is not None and turn.member.id == asked.person
    return same or asked.index == _index(turn)


def _index(turn: Turn) -> bytes:
    return duty.account_index(turn.tx, turn.actor.platform, turn.actor.user or "")


def _until(turn: Turn, asked: Asked) -> str:
    community = next(iter(turn.communities), None)
    zone = wall_time.zone_named(community.zone if community is not None else "UTC")
    return turn.texts.when(turn.language, (asked.at + WITHIN).astimezone(zone), "datetime")


def _note(turn: Turn, found: Handed, act: str) -> None:
    """Write it into the log of what the team did."""
    audit.record(
        turn.tx,
        found.community,
        command=act,
        platform=turn.actor.platform,
        user=turn.actor.user or "",
        person=turn.member.id if turn.member is not None else None,
        now=turn.now,
    )
