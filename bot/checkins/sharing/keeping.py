"""What the owner can see of what they share, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence

from bot.checkins.sharing import ending, wording
from bot.checkins.sharing.opening import Opening, shown_to
from bot.checkins.sharing.readers import Readers
from bot.delivery.messages import send
from bot.platform import Action, Choice, Choices
from bot.richtext import Body, Bullets
from bot.turn import ChoiceGoneError, Turn
from storage import access_log, shares
from storage.database import Transaction
from storage.ids import read_id
from storage.shares import Share

LISTED = 20
SHOWN_OF_LOG = 20
ALL = "all"
LIST = "share-list"


class Keeping:
    """The owner's side.

    Args:
        readers: who may see something of whom.
        opening: the readers' side; what is shown to the member stands on their list too.
    """

    def __init__(self, readers: Readers, opening: Opening) -> None:
        self._readers = readers
        self._opening = opening

    def list(self, turn: Turn) -> Sequence[Action]:
        """`share list`: what the member shows, and what is shown to them."""
        person = turn.person.id
        mine = standing(turn.tx, person)
        theirs = [
            each
            for each in shares.of_reader(turn.tx, person)
            if each.stands and self._readers.may_see(turn.tx, each)
        ][:LISTED]
        if not mine and not theirs:
            return [turn.answer("share-list-empty")]
        body: Body = ()
        if mine:
            lines = tuple(wording.mine(turn, each) for each in mine)
            body = (*turn.body("share-list-mine"), Bullets(lines))
        if theirs:
            lines = tuple(wording.shown_to_me(turn, each) for each in theirs)
            body = (*body, *turn.body("share-list-theirs"), Bullets(lines))
        options = [wording.to_stop(turn, each) for each in mine]
        options += [wording.to_see(turn, each) for each in theirs]
        return [turn.show(body, Choices(prompt=LIST, options=tuple(options[:LISTED])))]

    def stop(self, turn: Turn) -> Sequence[Action]:
        """`share stop`: take one of them back, or all."""
        mine = standing(turn.tx, turn.person.id)
        if not mine:
            return [turn.answer("share-none")]
        if len(mine) == 1:
            return _take_back(turn, mine)
        return [turn.answer("share-stop-which", stop_choices(turn, mine))]

    def listed(self, turn: Turn) -> Sequence[Action]:
        """A button that takes something back, or opens what is shown to the member."""
        what, _, which = turn.choice.partition(" ")
        if what == "stop" and which == ALL:
            return _take_back(turn, standing(turn.tx, turn.person.id))
        if what == "stop":
            return _take_back(turn, [own(turn, which)])
        if what == "see":
            return self._opening.see(turn, shown_to(turn, which), in_place=False)
        raise ChoiceGoneError("no such choice of what is shared")

    def history(self, turn: Turn) -> Sequence[Action]:
        """`share history`: who has seen what, and when."""
        log = access_log.of_person(turn.tx, turn.person.id, SHOWN_OF_LOG)
        if not log:
            return [turn.answer("share-history-empty")]
        lines = tuple(wording.seen(turn, each) for each in log)
        return [turn.show((*turn.body("share-history"), Bullets(lines)))]


def stop_choices(turn: Turn, some: Sequence[Share]) -> Choices:
    """A button to end each of them, and one for all."""
    options = [wording.to_stop(turn, each) for each in some]
    if len(some) > 1:
        options.append(Choice(id=f"stop {ALL}", label=turn.line("share-stop-all")))
    return Choices(prompt=LIST, options=tuple(options))


def standing(tx: Transaction, person: int) -> list[Share]:
    """What somebody shows at this moment, the oldest first."""
    return [each for each in shares.of_owner(tx, person) if each.stands]


def own(turn: Turn, id: str) -> Share:
    """What a button of the owner's is about. Raises: ChoiceGoneError."""
    share = shares.with_id(turn.tx, read_id(id) or 0)
    if share is None or share.person != turn.person.id or share.ended_at is not None:
        raise ChoiceGoneError("nothing of theirs")
    return share


def _take_back(turn: Turn, some: Sequence[Share]) -> Sequence[Action]:
    ended = [each for each in some if each.stands]
    drafts = ending.end(turn.tx, ended, turn.now)
    send(turn, drafts)
    if not ended:
        return [turn.answer("share-none")]
    return [turn.answer("share-taken-back" if drafts else "share-taken-back-unseen")]
