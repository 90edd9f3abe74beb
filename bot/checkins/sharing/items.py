"""What can be shared, each as a function that writes what is to be seen of a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.richtext import Body, Paragraph, Quote, Text
from bot.texts import Texts
from storage import checkins
from storage.database import Transaction

Render = Callable[[Transaction, int, date, str], Body]
"""What is to be seen of a person's day, in a language; empty if there is nothing.

Nothing else about the person may be in it: it is shown as it is.
"""

Items = Mapping[str, Render]
"""By the name that members say; `share-item-<name>` is what it is called in a text."""


def own_items(texts: Texts) -> Items:
    """What check-ins offer: a day's word, and a day's note."""

    def today(tx: Transaction, person: int, day: date, language: str) -> Body:
        given = checkins.of_day(tx, person, day)
        if given is None:
            return ()
        word = texts.line(language, f"checkin-word-{given.word}")
        return (Paragraph((Text(f"{texts.when(language, day, 'date')}: {word}"),)),)

    def note(tx: Transaction, person: int, day: date, language: str) -> Body:
        given = checkins.of_day(tx, person, day)
        if given is None or given.note is None:
            return ()
        return (
            Paragraph((Text(texts.when(language, day, "date")),)),
            Quote((Text(given.note),)),
        )

    return {"today": today, "note": note}
