"""The readers' side: a card is opened, or no more of them are wanted."""

from __future__ import annotations

from collections.abc import Sequence

from bot.checkins.sharing.arriving import note
from bot.checkins.sharing.readers import Readers
from bot.checkins.sharing.showing import Showings, opened_row
from bot.checkins.sharing.wording import PROMPT, opened_choices, today_of
from bot.delivery.messages import send
from bot.errors import HandrailError
from bot.platform import Action, Choices, Chose
from bot.turn import ChoiceGoneError, Turn
from storage import shares
from storage.access_log import How
from storage.ids import read_id
from storage.shares import Share


class ShareOverError(HandrailError):
    """It is not shown any more; why is the owner's matter."""

    text_id = "share-over"


class Opening:
    """What a reader does with a card.

    Args:
        readers: who may see something of whom.
        showings: what it is that they see.
    """

    def __init__(self, readers: Readers, showings: Showings) -> None:
        self._readers = readers
        self._showings = showings

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """A button below a card."""
        share = shown_to(turn, turn.detail)
        match turn.choice:
            case "see":
                return self.see(turn, share, in_place=True)
            case "mute":
                shares.mute(turn.tx, turn.person.id, share.person)
                again = turn.option("unmute", "share-unmute")
                choices = Choices(prompt=f"{PROMPT}/{share.id}", options=(again,))
                return [turn.answer("share-muted", choices)]
            case "unmute":
                shares.unmute(turn.tx, turn.person.id, share.person)
                return [turn.answer("share-unmuted")]
        raise ChoiceGoneError("no such choice of a card")

    def see(self, turn: Turn, share: Share, *, in_place: bool) -> Sequence[Action]:
        """Show how it is now, and note in the owner's log that it was seen.

        A press turns the card into it, so that there is one message to remove. Typed words have
        none: then it is a message of its own.
        """
        day = today_of(turn.tx, share.person, turn.now)
        if not self._readers.may_see(turn.tx, share) or day is None:
            return [turn.answer("share-over", replaces=in_place)]
        platform = turn.actor.platform
        if self._showings.content(turn.tx, share, day, turn.language):
            note(turn.tx, share, day, How.OPENED, turn.now)
        typed = isinstance(turn.event, Chose) and turn.event.typed
        if in_place and not typed and turn.event.direct:
            body = self._showings.opened(
                turn.tx, turn.texts, turn.language, share, turn.now, platform
            )
            choices = opened_choices(turn.texts, turn.language, share)
            return [turn.show(body, choices, replaces=True)]
        send(turn, [opened_row(share, day, turn.now, platform)])
        return [turn.answer("share-coming")]


def shown_to(turn: Turn, id: str) -> Share:
    """What is shown to the member. Raises: ShareOverError."""
    share = shares.with_id(turn.tx, read_id(id) or 0)
    if share is None or share.other != turn.person.id or not share.stands:
        raise ShareOverError("nothing that is shown to them")
    return share
