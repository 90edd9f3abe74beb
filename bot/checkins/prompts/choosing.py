"""What stands below a member's question: their own words, their community's, or ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.checkins.days import SUNDAY
from bot.checkins.prompts.rotation import in_turn, pool, turns_until
from bot.checkins.question import EVENING
from bot.richtext import Body, paragraph
from bot.texts import Texts
from storage import checkin_prompts, checkins
from storage.checkin_prompts import Prompt
from storage.database import Transaction
from storage.schedules import EVERY_DAY

SLOTS = ("day", "week", "morning", "evening")
OURS: Mapping[str, int] = {"day": 14, "week": 6, "morning": 7, "evening": 7}
"""How many prompts of our own there are of each kind."""


class Choosing:
    """Chooses for some people at once; reads what it needs when it is made.

    Args:
        alone: who is asked where nobody else reads along; their own words stay there.
    """

    def __init__(
        self, tx: Transaction, texts: Texts, people: Sequence[int], alone: Sequence[int]
    ) -> None:
        self._texts = texts
        self._own = checkins.prompts_of(tx, alone)
        self._plain = checkins.without_prompts(tx, people)
        self._days = checkin_prompts.days_asked(tx, people, "checkin")
        self._evenings = set(checkin_prompts.days_asked(tx, people, EVENING))
        self._communities = {
            person: communities
            for person, (_, communities) in checkins.wishes_of(tx, people).items()
        }
        every = {id for some in self._communities.values() for id in some}
        self._theirs = checkin_prompts.in_use(tx, sorted(every))

    def for_day(self, person: int, day: date, language: str) -> Body:
        """Below the day's question; empty for who wants nothing there."""
        if person in self._own:
            return paragraph(self._own[person])
        day_slot = "morning" if person in self._evenings else "day"
        return self._in_turn(person, day, language, ("week", day_slot))

    def for_evening(self, person: int, day: date, language: str) -> Body:
        """Below the evening's look back."""
        return self._in_turn(person, day, language, ("evening",))

    def _in_turn(self, person: int, day: date, language: str, slots: Sequence[str]) -> Body:
        if person in self._plain:
            return ()
        days = self._days.get(person, EVERY_DAY)
        for community in self._communities.get(person, ()):
            theirs = [
                each
                for each in self._theirs
                if each.community == community and language in each.words
            ]
            if found := pool(theirs, day, slots):
                return paragraph(_one(found, person, day, days).words[language])
        slot = "week" if "week" in slots and day.weekday() == 6 else slots[-1]
        turn = turns_until(day, days & SUNDAY or SUNDAY if slot == "week" else days)
        number = in_turn(range(1, OURS[slot] + 1), person, turn)
        return self._texts.body(language, f"checkin-prompts-{slot}-{number}")


def _one(found: Sequence[Prompt], person: int, day: date, days: int) -> Prompt:
    by_id = {each.id: each for each in found}
    asked = found[0].days & days or found[0].days
    return by_id[in_turn(list(by_id), person, turns_until(day, asked))]
