"""Erasing somebody: a typed phrase, silence at once, a day to think again, then nothing is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.delivery import rules
from bot.delivery.messages import row_of
from bot.delivery.sender import REST
from bot.errors import HandrailError
from bot.platform import Action, Address, Audience, Choices, Forget, FormFilled, Reply, Say
from bot.privacy.holding import Holding
from bot.reading.words import plain
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT, Turn
from storage import members, schedules
from storage.database import Transaction
from storage.members import Member
from storage.outbox import Draft
from storage.schedules import Due

KIND = "erasure"
WAY_BACK = timedelta(hours=24)
FAREWELL_FOR = timedelta(days=1)
AFTER_FAREWELL = timedelta(seconds=30)


class PhraseUnclearError(HandrailError):
    """What was typed is not the phrase; nothing is erased."""

    text_id = "privacy-erase-unclear"


class ErasureDueError(HandrailError):
    """They come back while their data waits to be erased: that is for them to decide first."""

    text_id = "privacy-erase-decide"


def typed(turn: Turn, member: Member) -> Sequence[Action]:
    """The phrase, typed: nothing is sent from here on, and in a day everything goes."""
    if not isinstance(turn.event, FormFilled):
        return [turn.ask("erase", "privacy-erase")]
    phrase = turn.line("privacy-erase-phrase")
    if plain(turn.words("phrase") or "") != plain(phrase):
        raise PhraseUnclearError(f"person {member.id} typed something else", phrase=phrase)
    if member.stopped_at is None:
        turn.say("stop")
    due = due_of(turn.tx, member.id) or turn.now + WAY_BACK
    # It happens to no person: neither `stop` nor `pause` may put it to sleep.
    rules.set_once(turn.tx, kind=KIND, subject=member.id, at=due, zone=member.zone.key)
    return [planned(turn, member, due)]


def planned(turn: Turn, member: Member, due: datetime) -> Reply:
    """When it will happen, and how to take it back until then."""
    choices = Choices(
        prompt=COMMAND_PROMPT, options=(turn.option("privacy keep", "privacy-keep-button"),)
    )
    return turn.answer("privacy-erase-planned", choices, when=in_words(turn, member, due))


def in_words(turn: Turn, member: Member, moment: datetime) -> str:
    """A moment on the member's own clock; works after `stop` as well."""
    return turn.texts.when(turn.language, moment.astimezone(member.zone), "datetime")


def due_of(tx: Transaction, person: int) -> datetime | None:
    """When this person's data will be erased; None if that is not planned."""
    waiting = schedules.schedule_of(tx, KIND, person)
    return waiting.next_due if waiting is not None else None


def call_off(tx: Transaction, person: int) -> None:
    """The data stays, for now."""
    schedules.remove(tx, KIND, person)


def decide_first(turn: Turn) -> None:
    """Part of `start`: who comes back says first whether the data is to stay.

    Raises: ErasureDueError.
    """
    if turn.member is not None and due_of(turn.tx, turn.member.id) is not None:
        raise ErasureDueError(f"person {turn.member.id} waits to be erased")


def plan(
    tx: Transaction,
    due: Sequence[Due],
    now: datetime,
    *,
    texts: Texts,
    holding: Holding,
    erased: Callable[[], None],
) -> Sequence[Draft]:
    """The day is over: remove everything, and say so for the last time."""
    drafts: list[Draft] = []
    for each in due:
        # Under the system's key: theirs is gone. A row's content goes as soon as it is sent.
        farewell = _farewell(tx, each.subject, texts)
        if farewell is not None:
            expires = now + FAREWELL_FOR
            drafts.append(row_of(tx, farewell, lane=REST, due=now, expires=expires))
        for gone in holding.farewell(tx, each.subject, now):
            drafts.append(row_of(tx, gone, lane=REST, due=now, expires=None))
        for account in members.accounts_of(tx, each.subject):
            forgotten = Forget(to=Address(account.platform, user=account.user))
            later = now + AFTER_FAREWELL
            drafts.append(row_of(tx, forgotten, lane=REST, due=later, expires=None))
        holding.erase(tx, each.subject)
        erased()
    return drafts


def _farewell(tx: Transaction, person: int, texts: Texts) -> Say | None:
    found = members.recipients(tx, [person]).get(person)
    if found is None:
        return None
    return Say(
        to=Address(found.account.platform, user=found.account.user),
        body=texts.body(found.language, "privacy-erased"),
        audience=Audience.DIRECT,
    )
