"""Sharing something: what would be seen, and by whom, is shown before the press that does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from bot import wall_time
from bot.checkins.sharing import ending
from bot.checkins.sharing.items import Items
from bot.checkins.sharing.keeping import own, standing, stop_choices
from bot.checkins.sharing.readers import SLOT, Readers, reader_of, with_span
from bot.checkins.sharing.reading import last_day, read_wish, words_of
from bot.checkins.sharing.showing import Showings
from bot.checkins.sharing.wording import item_name
from bot.delivery import rules
from bot.delivery.messages import send
from bot.errors import HandrailError
from bot.platform import Action, Choices
from bot.richtext import Body, plain
from bot.texts import Texts
from bot.turn import Turn
from storage import shares
from storage.shares import Share

MOST = 20
SURE = "share-sure"


class TooManyError(HandrailError):
    """As much is shared as can be listed; something has to end first."""

    text_id = "share-too-many"


class Proposing:
    """What the owner says first, and the press that shares it.

    Args:
        readers: who may see something of whom.
    """

    def __init__(self, texts: Texts, items: Items, readers: Readers) -> None:
        self._words = words_of(texts)
        self._readers = readers
        self._showings = Showings(items, readers)

    def new(self, turn: Turn) -> Sequence[Action]:
        """`share <item> <whom> [time]`: shows what would be seen, and by whom."""
        person, today = turn.person.id, turn.today
        wish = read_wish(turn.words("whom") or "", self._words, today, turn.language)
        if len(standing(turn.tx, person)) >= MOST:
            raise TooManyError(f"person {person} shares {MOST} things", most=MOST)
        shares.forget_unanswered(turn.tx, person)
        meant = self._readers.meant(turn, turn.given["shared"], wish)
        return [self._preview(turn, each) for each in meant]

    def _preview(self, turn: Turn, share: Share) -> Action:
        shown = self._as_seen(turn, share)
        shares.put(turn.tx, replace(share, preview=_mark(turn, shown)))
        sure = turn.option("yes", "share-yes", tone="primary")
        options = (sure, turn.option("no", "share-no"))
        return turn.show(shown, Choices(prompt=f"share-sure/{share.id}", options=options))

    def _as_seen(self, turn: Turn, share: Share) -> Body:
        """Exactly what would be seen now, by whom, and until when."""
        day, platform = turn.today, turn.actor.platform
        item = item_name(turn, share)
        until = turn.day_words(last_day(day, share.days))
        reader = reader_of(turn.tx, turn.texts, turn.language, share, platform)
        head = turn.body("share-preview", item=item, who=SLOT, until=until)
        now = self._showings.content(turn.tx, share, day, turn.language)
        seen = (*turn.body("share-preview-now"), *now) if now else turn.body("share-preview-empty")
        later = turn.body("share-preview-later", until=until) if share.days else ()
        return (*with_span(head, reader), *seen, *later, *turn.body("share-preview-who"))

    def sure(self, turn: Turn) -> Sequence[Action]:
        """The press below a preview; what has changed since is shown first."""
        share = own(turn, turn.detail)
        if share.until is not None:
            return [turn.answer("share-already")]
        if turn.choice != "yes":
            shares.remove(turn.tx, share.id)
            return [turn.answer("share-not-done", replaces=True)]
        if not self._readers.may_see(turn.tx, share):
            shares.remove(turn.tx, share.id)
            return [turn.answer("share-nobody")]
        if share.preview != _mark(turn, self._as_seen(turn, share)):
            return [turn.answer("share-changed"), self._preview(turn, share)]
        after = last_day(turn.today, share.days + 1)
        until = wall_time.due_on(after, time(0), turn.zone)
        share = replace(share, until=until, preview=None)
        shares.put(turn.tx, share)
        rules.set_once(turn.tx, kind=ending.OVER, subject=share.id, at=until, zone="UTC")
        send(turn, self._showings.tell(turn.tx, share, turn.now, first=True))
        last = turn.day_words(last_day(turn.today, share.days))
        return [turn.answer("share-done", stop_choices(turn, [share]), until=last)]


def _mark(turn: Turn, shown: Body) -> bytes:
    """By which it is known again, without being kept."""
    return turn.tx.keys.index(f"preview:{plain(shown)}")
