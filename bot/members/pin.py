"""A PIN before what others should not see on a shared phone; nobody has one unless they ask for it.

What is `guarded` asks for it, and goes on once it was given; in that conversation nothing more is
asked for ten minutes. Wrong ones make it rest. Whoever forgot theirs waits a day: long enough for
its owner to notice that somebody else holds the phone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.commands import Command, Field, Form, Handler, Kind
from bot.delivery import rules
from bot.delivery.messages import direct, planned
from bot.feature import Feature
from bot.members.pin_digits import LONGEST, SHORTEST, fits, hashed, read_digits
from bot.platform import (
    Action,
    Audience,
    Choices,
    Chose,
    Delete,
    FormFilled,
    Say,
    Send,
)
from bot.texts import Texts
from bot.turn import ChoiceGoneError, NotJoinedError, Turn
from storage import members, pins, schedules
from storage.database import Transaction
from storage.members import Member
from storage.outbox import Claimed, Draft
from storage.pins import Pin
from storage.schedules import Due

OPEN_FOR = timedelta(minutes=10)
PATIENCE = timedelta(minutes=10)
FREE_TRIES = 5
FIRST_REST, LONGEST_REST = timedelta(minutes=15), timedelta(days=1)
FORGOTTEN_FOR = timedelta(hours=24)

PROMPT, FORGOTTEN, GONE = "pin", "pin-forgotten", "pin-gone"
ENTER = Form(name="pin", fields=(Field(name="digits", kind=Kind.TEXT, longest=40),))
CHOOSE = Form(name="pin-new", fields=(Field(name="digits", kind=Kind.TEXT, longest=40),))


def feature() -> Feature:
    """The feature of PINs."""
    return Feature(
        name="pin",
        commands=(
            Command(name="pin set", handler=set_, aliases=("pin",)),
            Command(name="pin change", handler=change),
            Command(name="pin remove", handler=remove),
            Command(name="pin forgot", handler=forgot),
        ),
        forms=(ENTER, CHOOSE),
        prompts={PROMPT: chosen},
        hear=hear,
        plans={FORGOTTEN: plan_gone},
        writes={GONE: write_gone},
        export=export,
        erase=erase,
    )


def guarded(handler: Handler) -> Handler:
    """The handler behind the member's PIN, if they have one.

    Once it was given, a command of the table is done as it was said; of anything else the member
    is asked to press it again.
    """

    def behind_a_pin(turn: Turn) -> Sequence[Action]:
        if not is_shut(turn):
            return handler(turn)
        wanted = {"command": turn.command, "given": dict(turn.given)}
        return [_ask(turn, "open", "pin-asked", wanted)]

    return behind_a_pin


def is_shut(turn: Turn) -> bool:
    """Whether a PIN has to be given before anything private is shown here."""
    if turn.member is None or _pin_of(turn).hash is None:
        return False
    actor = turn.actor
    return not pins.is_open(turn.tx, actor.platform, actor.user or "", turn.now)


# --- what members can say


def set_(turn: Turn) -> Sequence[Action]:
    """`pin set`: choose one."""
    if _pin_of(turn).hash is not None:
        return [turn.answer("pin-set-already")]
    return [_ask(turn, "new", "pin-choose")]


def change(turn: Turn) -> Sequence[Action]:
    """`pin change`: the old one, then another."""
    if _pin_of(turn).hash is None:
        return [turn.answer("pin-none")]
    return [_ask(turn, "change", "pin-change-asked")]


def remove(turn: Turn) -> Sequence[Action]:
    """`pin remove`: have none any more."""
    if _pin_of(turn).hash is None:
        return [turn.answer("pin-none")]
    return [_ask(turn, "remove", "pin-remove-asked")]


def forgot(turn: Turn) -> Sequence[Action]:
    """`pin forgot`: it goes after a day, unless somebody gives it before."""
    pin = _pin_of(turn)
    if pin.hash is None:
        return [turn.answer("pin-none")]
    goes_at = pin.goes_at or turn.now + FORGOTTEN_FOR
    pins.put(turn.tx, replace(pin, goes_at=goes_at))
    # Nobody's, so that neither `stop` nor `pause` keeps it from happening.
    rules.set_once(turn.tx, kind=FORGOTTEN, subject=pin.person, at=goes_at, zone="UTC")
    keep = Choices(prompt=PROMPT, options=(turn.option("keep", "pin-keep"),))
    return [turn.answer("pin-goes", keep, at=_hour(turn, goes_at))]


def chosen(turn: Turn) -> Sequence[Action]:
    """A button below a question for the PIN, or the PIN in its form."""
    pin, what = _pin_of(turn), turn.detail
    match turn.event:
        case FormFilled():
            return _taken(turn, what, turn.words("digits") or "")
        case Chose(choice="keep") if pin.hash is not None:
            pins.put(turn.tx, replace(pin, goes_at=None))
            schedules.remove(turn.tx, FORGOTTEN, pin.person)
            return [turn.answer("pin-kept")]
        case Chose(choice="enter") if what in _TO_DO:
            return [turn.ask(_form(what).name, f"{PROMPT}/{what}")]
    raise ChoiceGoneError("no such choice about a PIN")


def hear(turn: Turn, text: str) -> Sequence[Action] | None:
    """Digits typed in private while a PIN is wanted; None if these are no such."""
    if turn.member is None or not turn.event.direct:
        return None
    question = pins.question_of(turn.tx, turn.member.id, turn.now)
    if question is None or read_digits(text) is None:
        return None
    return _taken(turn, question["what"], text)


# --- a PIN is wanted, and given


def _ask(turn: Turn, what: str, text_id: str, wanted: Mapping[str, Any] | None = None) -> Action:
    """Ask for the PIN: in a form where there are forms, and typed digits count as well."""
    question = {"what": what, **(wanted or {})}
    pins.ask(turn.tx, _whose(turn).id, question, turn.now + PATIENCE)
    label = "pin-choose-button" if what == "new" else "pin-enter"
    enter = turn.option("enter", label, form=_form(what).name, tone="primary")
    return turn.answer(text_id, Choices(prompt=f"{PROMPT}/{what}", options=(enter,)))


def _form(what: str) -> Form:
    return CHOOSE if what == "new" else ENTER


def _taken(turn: Turn, what: str, typed: str) -> Sequence[Action]:
    """Digits were given for something."""
    done = _TO_DO.get(what)
    if done is None:
        raise ChoiceGoneError("nothing is behind that PIN")
    said = [*_wiped(turn)]
    digits, pin = read_digits(typed), _pin_of(turn)
    if digits is None:
        return [*said, turn.answer("pin-unclear", shortest=SHORTEST, longest=LONGEST)]
    if what == "new":
        return [*said, *_choose(turn, pin, digits)]
    if pin.hash is None:
        return [*said, turn.answer("pin-none")]
    if pin.rests_until is not None and pin.rests_until > turn.now:
        return [*said, turn.answer("pin-rests", at=_hour(turn, pin.rests_until))]
    if not fits(digits, pin.hash):
        return [*said, _wrong(turn, pin, what)]
    if pin.goes_at is not None:
        schedules.remove(turn.tx, FORGOTTEN, pin.person)
    pin = replace(pin, wrong=0, rests_until=None, goes_at=None)
    pins.put(turn.tx, pin)
    return [*said, *done(turn, pin)]


def _choose(turn: Turn, pin: Pin, digits: str) -> Sequence[Action]:
    may_change = pin.changes_until is not None and pin.changes_until > turn.now
    if pin.hash is not None and not may_change:
        return [turn.answer("pin-set-already")]
    pins.put(turn.tx, Pin(person=pin.person, hash=hashed(digits), set_at=turn.now))
    pins.drop_question(turn.tx, pin.person)
    pins.close(turn.tx, pin.person)
    return [turn.answer("pin-set-done")]


def _wrong(turn: Turn, pin: Pin, what: str) -> Action:
    """Not that one: after five it rests, and after each further one for twice as long."""
    wrong = pin.wrong + 1
    if wrong < FREE_TRIES:
        pins.put(turn.tx, replace(pin, wrong=wrong))
        options = (turn.option("enter", "pin-enter", form=ENTER.name, tone="primary"),)
        again = Choices(prompt=f"{PROMPT}/{what}", options=options)
        return turn.answer("pin-wrong", again, left=FREE_TRIES - wrong)
    rest = min(FIRST_REST * 2 ** min(wrong - FREE_TRIES, 10), LONGEST_REST)
    pins.put(turn.tx, replace(pin, wrong=wrong, rests_until=turn.now + rest))
    return turn.answer("pin-rests", at=_hour(turn, turn.now + rest))


def _open(turn: Turn, pin: Pin) -> Sequence[Action]:
    """The right one: open this conversation, and do what was wanted."""
    actor, question = turn.actor, pins.question_of(turn.tx, pin.person, turn.now) or {}
    until = turn.now + OPEN_FOR
    pins.open_until(turn.tx, pin.person, actor.platform, actor.user or "", until)
    pins.drop_question(turn.tx, pin.person)
    command = turn.table.named(question.get("command", ""))
    if command is None or turn.role < command.needs:
        return [turn.answer("pin-open", at=_hour(turn, until))]
    turn.given, turn.command = question["given"], command.name
    return command.handler(turn)


def _change(turn: Turn, pin: Pin) -> Sequence[Action]:
    pins.put(turn.tx, replace(pin, changes_until=turn.now + PATIENCE))
    return [_ask(turn, "new", "pin-choose-other")]


def _remove(turn: Turn, pin: Pin) -> Sequence[Action]:
    pins.erase(turn.tx, pin.person)
    return [turn.answer("pin-removed")]


_TO_DO = {"open": _open, "change": _change, "remove": _remove, "new": _open}


def _wiped(turn: Turn) -> Sequence[Send]:
    """Remove a typed PIN, where a platform lets the bot remove what others wrote."""
    event = turn.event
    in_a_form = isinstance(event, FormFilled) and event.waiting is not None
    if in_a_form or not event.direct or event.message is None:
        return []
    return [Delete(to=event.where, message=event.message, theirs=True)]


def _pin_of(turn: Turn) -> Pin:
    """The member's; one that was forgotten a day ago is none."""
    pin = pins.of_person(turn.tx, _whose(turn).id)
    if pin.goes_at is not None and pin.goes_at <= turn.now:
        pins.erase(turn.tx, pin.person)
        return Pin(person=pin.person)
    return pin


def _whose(turn: Turn) -> Member:
    """The member, stopped or not: what is theirs stays behind their PIN, and within their reach."""
    if turn.member is None:
        raise NotJoinedError("needs a member")
    return turn.member


def _hour(turn: Turn, at: datetime) -> str:
    return turn.texts.when(turn.language, at.astimezone(_whose(turn).zone), "datetime")


# --- a forgotten one goes


def plan_gone(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """Take it off, and tell whose it was."""
    platforms = members.platforms_of(tx, [each.subject for each in due])
    drafts = []
    for each in due:
        pin = pins.of_person(tx, each.subject)
        if pin.goes_at is None or pin.goes_at > now:
            continue
        pins.erase(tx, each.subject)
        if (platform := platforms.get(each.subject)) is not None:
            drafts.append(
                planned(
                    key=f"{GONE}:{each.subject}:{each.due.timestamp():.0f}",
                    kind=GONE,
                    subject=each.subject,
                    person=each.subject,
                    platform=platform,
                    lane=2,
                    due=now,
                    expires=now + timedelta(days=7),
                    now=now,
                )
            )
    return drafts


def write_gone(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The news that no PIN is asked for any more."""
    recipients = members.recipients(tx, [row.subject for row in rows])
    written: dict[int, Send | None] = {row.id: None for row in rows}
    for row in rows:
        to = recipients.get(row.subject)
        if to is not None and not to.stopped and to.account.reachable:
            written[row.id] = Say(
                to=direct(to),
                body=texts.body(to.language, "pin-gone"),
                audience=Audience.DIRECT,
                key=row.send_id,
            )
    return written


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """Whether there is a PIN; nobody can tell which."""
    pin = pins.of_person(tx, person)
    return {"set_at": pin.set_at.isoformat() if pin.set_at and pin.hash else None}


def erase(tx: Transaction, person: int) -> None:
    """Remove it, and what was to happen to it."""
    pins.erase(tx, person)
    schedules.remove(tx, FORGOTTEN, person)
