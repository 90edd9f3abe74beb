"""What is said to a milestone, and what a member may make of it.

Everything is private. Where a community offers it, a press of the member's own button shares a
milestone in its room, after they saw the exact words, or gives them a chip; both can be taken back
at any moment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bot.checkins.dates.finding import own_milestone
from bot.checkins.dates.keeping import DAY
from bot.checkins.dates.offers import Offer, Offers
from bot.checkins.dates.posting import (
    language_of,
    row,
    set_role,
    span_of,
    unchip,
    unshare,
    withdraw_chips,
    withdraw_posts,
    words_of,
)
from bot.checkins.dates.showing import ASKED
from bot.commands import Command
from bot.delivery.messages import send as send_rows
from bot.platform import (
    Action,
    Address,
    Choices,
    FormFilled,
)
from bot.richtext import Paragraph, Quote
from bot.turn import ChoiceGoneError, Turn
from storage import dates, members
from storage.dates import Asked, Chip, Dated, Post

SHARE = "milestone-share"


class Celebrating:
    """Takes the answers to milestones.

    Args:
        offers: what communities offer.
        move: has a date begin on another day, in the member's words.
        lapse: notes a lapse about a date.
    """

    def __init__(
        self,
        offers: Offers,
        move: Callable[[Turn, Dated, str], Sequence[Action]],
        lapse: Callable[[Turn, Dated, date], Sequence[Action]],
    ) -> None:
        self._offers = offers
        self._move = move
        self._lapse = lapse

    def commands(self) -> tuple[Command, ...]:
        """Taking back; giving is by buttons only."""
        return (
            Command(name="date unshare", handler=unshare),
            Command(name="date unchip", handler=unchip),
        )

    def answered(self, turn: Turn) -> Sequence[Action]:
        """Yes, another date, quietly, or a lapse."""
        asked, dated = own_milestone(turn, turn.detail)
        if isinstance(turn.event, FormFilled):
            return self._move(turn, dated, turn.words("since") or "")
        match turn.choice:
            case "yes":
                dates.answer(turn.tx, asked.id, "yes")
                span = span_of(turn.texts, turn.language, asked)
                return [turn.answer("milestone-kept", self._ways(turn, asked), span=span)]
            case "quiet":
                dates.answer(turn.tx, asked.id, "quiet")
                return [turn.answer("milestone-kept-quietly", replaces=True)]
            case "change":
                return [turn.ask(DAY.name, f"{ASKED}/{asked.id}")]
            case "lapse":
                return self._lapse(turn, dated, turn.today)
            case _:
                raise ChoiceGoneError("no such answer to a milestone")

    # --- sharing, by the member's own press

    def _ways(self, turn: Turn, asked: Asked) -> Choices | None:
        """What the member's communities offer for it; None: nothing."""
        options = []
        if self._room(turn) is not None:
            options.append(turn.option("share", "milestone-share"))
        if self._chip(turn, asked) is not None:
            options.append(turn.option("chip", "milestone-chip"))
        return Choices(prompt=f"{SHARE}/{asked.id}", options=tuple(options)) if options else None

    def shared(self, turn: Turn) -> Sequence[Action]:
        """See the words, have them posted, wear a chip, take any of it back."""
        asked, _ = own_milestone(turn, turn.detail)
        match turn.choice:
            case "share":
                return [self._preview(turn, asked)]
            case "post":
                return self._post(turn, asked)
            case "back":
                return [*withdraw_posts(turn, [asked]), turn.answer("milestone-taken-back")]
            case "chip":
                return self._give_chip(turn, asked)
            case "unchip":
                return [*withdraw_chips(turn, [asked]), turn.answer("milestone-chip-is-off")]
            case "no":
                return [turn.answer("milestone-not-shared", replaces=True)]
            case _:
                raise ChoiceGoneError("no such wish about a milestone")

    def _preview(self, turn: Turn, asked: Asked) -> Action:
        place = self._room(turn)
        if place is None:
            raise ChoiceGoneError("the room is no longer offered")
        community, _ = place
        language = language_of(turn.tx, community)
        words = words_of(turn.texts, language, asked, turn.actor.platform, turn.actor.user or "")
        quoted = tuple(Quote(each.spans) for each in words if isinstance(each, Paragraph))
        options = (
            turn.option("post", "milestone-post", tone="primary"),
            turn.option("no", "milestone-do-not-post"),
        )
        choices = Choices(prompt=f"{SHARE}/{asked.id}", options=options)
        return turn.show((*turn.body("milestone-preview"), *quoted), choices)

    def _post(self, turn: Turn, asked: Asked) -> Sequence[Action]:
        place = self._room(turn)
        if place is None:
            raise ChoiceGoneError("the room is no longer offered")
        community, room = place
        if asked.post is None or asked.post.taken_back:
            post = Post(
                platform=room.platform, space=room.space, channel=room.channel, community=community
            )
            dates.set_post(turn.tx, asked, post)
            send_rows(turn, [row(turn, asked, room)])
        back = Choices(
            prompt=f"{SHARE}/{asked.id}", options=(turn.option("back", "milestone-take-back"),)
        )
        return [turn.answer("milestone-posted", back, replaces=True)]

    def _room(self, turn: Turn) -> tuple[int, Address] | None:
        """The first room that a community of the member has, on their platform."""
        for community, offer in self._of(turn):
            if room := offer.rooms.get(turn.actor.platform):
                return community, room
        return None

    # --- chips

    def _chip(self, turn: Turn, asked: Asked) -> Chip | None:
        for _, offer in self._of(turn):
            place, role = offer.chips.get(asked.code, (None, ""))
            if place is not None and place.platform == turn.actor.platform:
                return Chip(
                    platform=place.platform, space=place.space, channel=place.channel, role=role
                )
        return None

    def _give_chip(self, turn: Turn, asked: Asked) -> Sequence[Action]:
        chip = self._chip(turn, asked)
        if chip is None:
            raise ChoiceGoneError("the chip is no longer offered")
        former = [
            each
            for each in dates.asked_of(turn.tx, asked.person, asked.dated)
            if each.chip is not None and each.id != asked.id
        ]
        taken = withdraw_chips(turn, former)
        dates.set_chip(turn.tx, asked, chip)
        off = Choices(
            prompt=f"{SHARE}/{asked.id}", options=(turn.option("unchip", "milestone-chip-off"),)
        )
        given = set_role(chip, turn.actor.user or "", given=True)
        return [*taken, given, turn.answer("milestone-chip-on", off)]

    def _of(self, turn: Turn) -> list[tuple[int, Offer]]:
        own = members.communities_of(turn.tx, turn.person.id)
        return [(each.id, self._offers(turn.tx, each.id)) for each in own]
