"""Dates as something that a member may share; only those whose names may be shown."""

from __future__ import annotations

from datetime import date

from bot.checkins.dates import planning
from bot.checkins.dates.milestones import Milestone
from bot.checkins.dates.showing import span_in_words
from bot.checkins.sharing.items import Items
from bot.richtext import Body, Bullets, Spans, Text
from bot.texts import Texts
from storage import dates
from storage.database import Transaction


def date_items(texts: Texts) -> Items:
    """What dates offer to be shared: how long it has been, and never what came between."""

    def shown(tx: Transaction, person: int, day: date, language: str) -> Body:
        lapses = dates.lapses_of(tx, person)
        lines: list[Spans] = []
        for each in dates.dates_of(tx, person):
            if each.shown:
                counts = planning.counts_of(each, lapses, day)
                span = span_in_words(texts, language, Milestone(counts.days, "d"))
                lines.append((Text(f"{each.name}: {span}"),))
        return (Bullets(tuple(lines)),) if lines else ()

    return {"dates": shown}
