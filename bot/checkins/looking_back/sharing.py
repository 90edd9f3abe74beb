"""The last week as something that a member may show: how often which word was given, no notes."""

from __future__ import annotations

from datetime import date, timedelta

from bot.checkins.looking_back.wording import Wording
from bot.checkins.sharing.items import Items
from bot.richtext import Body
from bot.texts import Texts
from storage import checkin_history
from storage.database import Transaction

WEEK = timedelta(days=7)


def week_items(texts: Texts) -> Items:
    """What looking back offers to be shared: the seven days up to the day that is seen."""

    def week(tx: Transaction, person: int, day: date, language: str) -> Body:
        first = day - WEEK + timedelta(days=1)
        answers = checkin_history.answers_of(tx, [person], first, day).get(person, [])
        if not answers:
            return ()
        words = Wording(texts, language)
        return words.body(
            "share-week",
            first=words.long(first),
            last=words.long(day),
            days=len(answers),
            words=words.counted(answers),
        )

    return {"week": week}
