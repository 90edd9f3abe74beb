"""Where a member is asked, and the question right away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.checkins.asking.daily import Daily
from bot.checkins.plans import rule_of
from bot.checkins.question import options_for
from bot.checkins.where import Where
from bot.platform import Action, Choices
from bot.turn import ChoiceGoneError, Turn
from storage import checkins

WHERE = "checkin-where"


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks a member where they are, or would rather be asked."""

    daily: Daily

    def now(self, turn: Turn) -> Sequence[Action]:
        """`checkin now`: the question, right away."""
        options = options_for(turn.texts, turn.language, turn.today)
        asked = turn.show(self.daily.now(turn), options)
        offered = [] if turn.person.reachable or turn.event.direct else self._other_places(turn)
        if not offered:
            return [asked]
        places = tuple(turn.option(place, f"checkin-where-{place}-button") for place in offered)
        return [asked, turn.answer("checkin-where-offer", Choices(prompt=WHERE, options=places))]

    def where(self, turn: Turn) -> Sequence[Action]:
        """`checkin where dm|channel|thread`: where to be asked."""
        rule_of(turn)
        return self._ask_in(turn, turn.words("spot") or "")

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """The same, by a button."""
        return self._ask_in(turn, turn.choice)

    def _other_places(self, turn: Turn) -> list[Where]:
        """What the member's communities offer besides direct messages."""
        found = self.daily.rooms.of(turn.tx, turn.person.id, turn.actor.platform)
        return [
            place
            for place in (Where.CHANNEL, Where.THREAD)
            if any(room.offers(place) for room in found)
        ]

    def _ask_in(self, turn: Turn, wanted: str) -> Sequence[Action]:
        """Ask there from now on; in direct messages where there is no such place."""
        if wanted not in tuple(Where):
            raise ChoiceGoneError("no such place")
        place = Where(wanted)
        there = place is Where.DM or place in self._other_places(turn)
        checkins.set_place(turn.tx, turn.person.id, place if there else Where.DM)
        return [turn.answer(f"checkin-where-{place}" if there else "checkin-where-missing")]
