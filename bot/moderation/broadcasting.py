"""What moderators say to write to all members: `community broadcast`. And who wants no more.

First it is shown as it would go out; the same account then confirms it, by a press or by `send`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import structlog

from bot.commands import Argument, Command, Kind, Role
from bot.errors import HandrailError
from bot.moderation.counted import about
from bot.moderation.going_out import LIVES, NO_MORE, OFF, ON, GoingOut, look_again, message
from bot.moderation.here import community_here
from bot.platform import Action, Choices
from bot.turn import ChoiceGoneError, Turn
from storage import audit, broadcasts, duty, resting
from storage.broadcasts import Broadcast, State
from storage.database import Transaction

log = structlog.get_logger(__name__)

PROMPT = "broadcast"
SEND, STOP, DROP = "send", "stop", "drop"
NAME = "community broadcast"
WAITS = timedelta(minutes=30)
"""How long a preview can be confirmed."""
LONGEST = 1500


class TooLongError(HandrailError):
    """More words than a message to everybody may have."""

    text_id = "form-too-long"


class Broadcasting:
    """Previews, confirms, calls back."""

    def __init__(self, going_out: GoingOut) -> None:
        self._going_out = going_out

    def commands(self) -> tuple[Command, ...]:
        """What moderators can say."""
        words = Argument(name="announcement", kind=Kind.LONG_TEXT, required=False)
        needs = Role.MODERATOR
        return (Command(name=NAME, handler=self.said, arguments=(words,), needs=needs),)

    def said(self, turn: Turn) -> Sequence[Action]:
        """`community broadcast <words>`, or `send`, `stop`, or nothing: how far it has come."""
        community = community_here(turn)
        words = turn.words("announcement") or ""
        match words.casefold().rstrip(".!"):
            case "":
                return self._how_far(turn, community.id)
            case "send":
                found = broadcasts.previewed_by(turn.tx, community.id, _account(turn))
                if found is None:
                    return [turn.answer("broadcast-nothing")]
                return self._confirmed(turn, found)
            case "stop":
                return self._stop(turn, community.id)
        if self._had_its_day(turn, community.id):
            return [turn.answer("broadcast-once-a-day")]
        if len(words) > LONGEST:
            raise TooLongError("a broadcast", given=len(words), longest=LONGEST)
        many = self._going_out.count(turn.tx, community.id, turn.now)
        if many == 0:
            return [turn.answer("broadcast-nobody")]
        made = broadcasts.preview(
            turn.tx, community.id, words=words, made_by=_account(turn), now=turn.now
        )
        look_again(turn.tx, made.id, turn.now + WAITS)
        body = (
            *turn.body("broadcast-preview", count=about(many)),
            *message(turn.texts, turn.language, words, community.name),
        )
        options = (
            turn.option(SEND, "broadcast-send", tone="primary"),
            turn.option(DROP, "broadcast-drop"),
        )
        return [turn.show(body, Choices(prompt=f"{PROMPT}/{made.id}", options=options))]

    def pressed(self, turn: Turn) -> Sequence[Action]:
        """A preview confirmed or dropped, by whoever it was shown to; or one called back."""
        found = broadcasts.with_id(turn.tx, int(turn.detail)) if turn.detail.isdecimal() else None
        if found is None:
            raise ChoiceGoneError("forgotten")
        if turn.event.where.space is not None and turn.role < Role.MODERATOR:
            raise ChoiceGoneError("no moderator any more")
        if turn.choice == STOP and turn.role >= Role.MODERATOR:
            if found.community not in {each.id for each in turn.communities}:
                raise ChoiceGoneError("another community's")
            return self._stop(turn, found.community)
        if found.state is not State.PREVIEWED or found.made_by != _account(turn):
            raise ChoiceGoneError("confirmed already, or somebody else's")
        if turn.choice == SEND:
            return self._confirmed(turn, found)
        broadcasts.forget(turn.tx, found.id)
        return [turn.answer("broadcast-dropped", replaces=True)]

    def refused(self, turn: Turn) -> Sequence[Action]:
        """A member wants no more of a team's messages, or wants them again."""
        person = turn.person.id
        community = int(turn.detail) if turn.detail.isdecimal() else 0
        if not resting.belongs(turn.tx, person, community):
            raise ChoiceGoneError("none of theirs")
        if turn.choice == ON:
            broadcasts.accept(turn.tx, person, community)
            return [turn.answer("broadcast-on-again")]
        if turn.choice != OFF:
            raise ChoiceGoneError("neither")
        broadcasts.refuse(turn.tx, person, community, turn.now)
        options = (turn.option(ON, "broadcast-again"),)
        again = Choices(prompt=f"{NO_MORE}/{community}", options=options)
        return [turn.answer("broadcast-off", again)]

    # --- one

    def _confirmed(self, turn: Turn, found: Broadcast) -> Sequence[Action]:
        if turn.now >= found.at + WAITS:
            broadcasts.forget(turn.tx, found.id)
            raise ChoiceGoneError("shown too long ago")
        broadcasts.hold(turn.tx, found.community)
        if self._had_its_day(turn, found.community):
            return [turn.answer("broadcast-once-a-day")]
        if not broadcasts.confirm(turn.tx, found.id, turn.now):
            raise ChoiceGoneError("confirmed already")
        look_again(turn.tx, found.id, turn.now)
        _keep(turn, found.community, f"{NAME} {SEND}")
        log.info("broadcast_confirmed", row=found.id, community=found.community)
        return [turn.answer("broadcast-going", _stop_button(turn, found))]

    def _stop(self, turn: Turn, community: int) -> Sequence[Action]:
        found = broadcasts.latest(turn.tx, community)
        if found is None or found.state is not State.GOING or turn.now >= found.at + LIVES:
            return [turn.answer("broadcast-nothing-going")]
        broadcasts.call_back(turn.tx, found.id, turn.now)
        look_again(turn.tx, found.id, found.at + LIVES)  # until then it counts as the day's
        _keep(turn, community, f"{NAME} {STOP}")
        log.info("broadcast_called_back", row=found.id, community=community)
        many = broadcasts.count_sent(turn.tx, found.id)
        return [turn.answer("broadcast-stopped", count=about(many))]

    def _how_far(self, turn: Turn, community: int) -> Sequence[Action]:
        found = broadcasts.latest(turn.tx, community)
        if found is None:
            return [turn.answer("broadcast-how")]
        many = about(broadcasts.count_sent(turn.tx, found.id))
        if found.state is State.CALLED_BACK:
            return [turn.answer("broadcast-stopped", count=many)]
        return [turn.answer("broadcast-so-far", _stop_button(turn, found), count=many)]

    def _had_its_day(self, turn: Turn, community: int) -> bool:
        last = broadcasts.latest(turn.tx, community)
        return last is not None and turn.now < last.at + LIVES


def export(tx: Transaction, person: int) -> dict[str, list[str]]:
    """Since when somebody wants no messages of which teams."""
    since = broadcasts.refused_since(tx, person)
    return {"no_team_messages_since": [each.isoformat() for each in since]} if since else {}


def erase(tx: Transaction, person: int) -> None:
    """Forget that, and what they previewed; their accounts must still be there."""
    broadcasts.erase(tx, person, duty.indexes_of(tx, person))


def _stop_button(turn: Turn, found: Broadcast) -> Choices:
    stop = turn.option(STOP, "broadcast-stop", tone="danger")
    return Choices(prompt=f"{PROMPT}/{found.id}", options=(stop,))


def _account(turn: Turn) -> bytes:
    return duty.account_index(turn.tx, turn.actor.platform, turn.actor.user or "")


def _keep(turn: Turn, community: int, what: str) -> None:
    """In the log of the team's acts: a press is no command."""
    audit.record(
        turn.tx,
        community,
        command=what,
        platform=turn.actor.platform,
        user=turn.actor.user or "",
        person=turn.member.id if turn.member else None,
        now=turn.now,
    )
