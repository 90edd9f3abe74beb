"""Two accounts of one person: a code made on the one, typed on the other, confirmed on both.

Somebody may be talked into typing another person's code, which would show that person all they
have told. So the account on which it is typed is told what joining means before it says yes, and
the account that made the code has the last word.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.commands import Argument, Command, Kind, Role
from bot.delivery import rules
from bot.errors import HandrailError
from bot.feature import Feature
from bot.platform import Action, Address, Audience, Choices, Say
from bot.richtext import Bullets, Mention, Text
from bot.turn import ChoiceGoneError, NotJoinedError, Turn
from storage import linking, members, merging, schedules
from storage.database import Transaction
from storage.ids import read_id
from storage.linking import Linking, Native
from storage.members import Member

PROMPT = "link"
VALID = timedelta(minutes=15)
_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # nothing that looks like something else
_LENGTH = 8  # 39 bits, for a quarter of an hour

Held = Callable[[Turn, int], Sequence[str]]
"""What is held about a person, by feature, in words."""


class CodeUnclearError(HandrailError):
    """No code that means anything now."""

    text_id = "link-code-unclear"


class LinkRefusedError(HandrailError):
    """The two cannot be one person."""

    text_id = "link-refused"


def feature(held: Held) -> Feature:
    """The feature of linked accounts.

    Args:
        held: what would be joined, for whoever is asked.
    """

    def link(turn: Turn) -> Sequence[Action]:
        """`link`: a code; `link <code>`: this account is the same person's."""
        code = turn.words("code")
        return _begin(turn) if code is None else _typed(turn, code, held)

    return Feature(
        name="linking",
        commands=(
            Command(
                name="link",
                handler=link,
                arguments=(Argument(name="code", kind=Kind.TEXT, required=False),),
                needs=Role.ANYONE,
            ),
            Command(name="link here", handler=write_here),
            Command(name="link remove", handler=remove),
        ),
        prompts={PROMPT: _chosen},
        export=_export,
        erase=linking.end,
    )


def _begin(turn: Turn) -> Sequence[Action]:
    if turn.member is None:
        return [turn.answer("link-begin-there", turn.doors())]
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    linking.begin(turn.tx, turn.person.id, code, _native(turn), turn.now + VALID)
    minutes = int(VALID.total_seconds() // 60)
    return [turn.answer("link-code", code=f"{code[:4]}-{code[4:]}", minutes=minutes)]


def _typed(turn: Turn, code: str, held: Held) -> Sequence[Action]:
    bare = "".join(sign for sign in code.upper() if sign.isalnum())
    found = linking.with_code(turn.tx, bare, turn.now)
    if found is None:
        raise CodeUnclearError("no such code")
    _check(turn, found)
    options = (
        turn.option("yes", "link-agree", tone="danger"),
        turn.option("no", "link-decline"),
    )
    body = turn.body("link-ask", platform=found.made_on[0].capitalize())
    parts = held(turn, turn.member.id) if turn.member is not None else ()
    if parts:
        body += turn.body("link-ask-held")
        body = (*body, Bullets(tuple((Text(part),) for part in parts)))
    return [turn.show(body, Choices(prompt=f"{PROMPT}/{found.id}", options=options))]


def _chosen(turn: Turn) -> Sequence[Action]:
    """A yes or no, on either account."""
    id = read_id(turn.detail)
    found = linking.with_id(turn.tx, id, turn.now) if id is not None else None
    if found is None:
        raise ChoiceGoneError("no such link")
    if turn.choice not in ("yes", "no"):
        raise ChoiceGoneError("no such choice")
    if turn.choice == "no":
        linking.end(turn.tx, found.person)
        others = [found.made_on, *([found.other] if found.other else [])]
        told = [_tell(turn, each, "link-declined") for each in others if each != _native(turn)]
        return [turn.answer("link-declined-here"), *told]
    if turn.member is not None and turn.member.id == found.person:
        return _confirmed(turn, turn.member, found)
    _check(turn, found)
    linking.agreed(turn.tx, found, _native(turn))
    asked = Say(
        to=_direct(found.made_on),
        body=(
            *turn.body("link-confirm"),
            Bullets(((Mention(*_native(turn), _native(turn)[1], quiet=True),),)),
        ),
        audience=Audience.DIRECT,
        choices=Choices(
            prompt=f"{PROMPT}/{found.id}",
            options=(turn.option("yes", "link-mine"), turn.option("no", "link-not-mine")),
            language=turn.language,
        ),
        rings=True,
    )
    return [turn.answer("link-agreed"), asked]


def _confirmed(turn: Turn, member: Member, found: Linking) -> Sequence[Action]:
    """Both said yes: from here on they are one."""
    if found.other is None:
        return [turn.answer("link-not-yet")]
    second = members.member_with(turn.tx, *found.other)
    linking.end(turn.tx, found.person)
    if second is None:
        linking.add_account(turn.tx, member.id, found.other)
    elif second.id != member.id:
        if merging.are_a_pair(turn.tx, second.id, member.id):
            raise LinkRefusedError("they have been buddies")
        merging.merge(turn.tx, second.id, member.id)
        for schedule in schedules.of_person(turn.tx, member.id):
            if schedule.next_due is not None:
                rules.wake(turn.tx, schedule, member.zone, turn.now)
    return [turn.answer("link-done"), _tell(turn, found.other, "link-done-there")]


def write_here(turn: Turn) -> Sequence[Action]:
    """`link here`: messages come to this account from now on."""
    members.use_account(turn.tx, turn.person.id, turn.person.account)
    return [turn.answer("link-here", turn.doors())]


def remove(turn: Turn) -> Sequence[Action]:
    """`link remove`: this account is no longer the person's; what is kept stays with the others."""
    member = turn.person
    if len(members.accounts_of(turn.tx, member.id)) < 2:
        return [turn.answer("link-only-one")]
    linking.remove_account(turn.tx, member.id, member.account)
    return [turn.answer("link-removed")]


def _check(turn: Turn, found: Linking) -> None:
    """Whether these two may be one. Raises: LinkRefusedError, NotJoinedError."""
    if turn.member is None:
        return
    if turn.member.id == found.person:
        raise LinkRefusedError("it is the same person already")
    if turn.member.stopped_at is not None:
        raise NotJoinedError("stopped here")
    if merging.are_a_pair(turn.tx, turn.member.id, found.person):
        raise LinkRefusedError("they have been buddies")


def _tell(turn: Turn, to: Native, text_id: str) -> Say:
    body = turn.body(text_id)
    return Say(to=_direct(to), body=body, audience=Audience.DIRECT)


def _direct(native: Native) -> Address:
    return Address(native[0], user=native[1])


def _native(turn: Turn) -> Native:
    return turn.actor.platform, turn.actor.user or ""


def _export(tx: Transaction, person: int) -> dict[str, str]:
    return {}
