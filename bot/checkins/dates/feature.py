"""The dates feature: dates that matter, milestones, lapses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from bot.checkins.dates import celebrating, keeping, lapses, planning, posting, remembering
from bot.checkins.dates.celebrating import Celebrating
from bot.checkins.dates.keeping import Keeping
from bot.checkins.dates.lapses import Lapses
from bot.checkins.dates.offers import Offers, no_offers
from bot.checkins.dates.showing import ASKED
from bot.feature import Feature
from bot.turn import Turn
from storage import dates


def feature(offers: Offers = no_offers) -> Feature:
    """The dates feature.

    Args:
        offers: what communities offer around milestones.
    """
    kept = Keeping(offers, posting.withdraw)
    told = Lapses(kept.changed)
    celebrated = Celebrating(
        offers,
        kept.move,
        lambda turn, dated, day: told.note_down(turn, day=day, dated=dated),
    )
    return Feature(
        name="dates",
        commands=(*kept.commands(), *told.commands(), *celebrated.commands()),
        forms=(keeping.NEW_DATE, keeping.DAY, *lapses.FORMS),
        prompts={
            keeping.NEW: kept.filled,
            keeping.PICK: kept.picked,
            keeping.SURE: kept.sure,
            ASKED: celebrated.answered,
            celebrating.SHARE: celebrated.shared,
            lapses.PROMPT: told.answered,
            lapses.MORE: told.more,
            lapses.OPEN: told.opened,
            remembering.HELPED: told.helped,
        },
        hear=told.hear,
        plans={
            planning.KIND: partial(planning.plan, offers=offers),
            remembering.KIND: remembering.plan,
        },
        writes={
            planning.KIND: planning.write,
            remembering.KIND: remembering.write,
            posting.KIND: posting.write_posts,
        },
        arrived={posting.KIND: posting.posted},
        farewell=posting.farewell,
        export=dates.export,
        erase=dates.erase,
    )


def also(offers: Offers = no_offers) -> Mapping[str, Callable[[Turn], None]]:
    """What dates do with commands about check-ins, by the command's name."""
    return {
        "checkin time": partial(keeping.hour_changed, offers=offers),
        "checkin notes": lapses.notes_off,
    }
