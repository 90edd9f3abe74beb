"""What stands before the router, and what goes on beside it."""

from __future__ import annotations

from functools import partial

from bot.between import shown_dates
from bot.buddies.relay.noticing import Noticing
from bot.buddies.rounds.working import Working
from bot.checkins.looking_back.counts import course
from bot.checkins.looking_back.pictures import Pictures
from bot.clock import Clock
from bot.crisis.watching.answering import Answering
from bot.crisis.watching.knowing import Knowing
from bot.crisis.watching.watch import Watch
from bot.features.around import Around
from bot.features.shared import Shared
from bot.listeners import Listeners
from bot.meetings import looking_over
from bot.meetings.hosting.listening import Listening
from bot.moderation.picturing import TrendPictures
from bot.teamline.listening import Listening as BelowLines
from storage.database import Database


def listeners(around: Around, shared: Shared, database: Database, clock: Clock) -> Listeners:
    """All of them, over a database."""
    texts, checkpoint = around.texts, around.checkpoint
    watching = Watch(
        database=database,
        clock=clock,
        texts=texts,
        knowing=Knowing(database, clock, shared.looking, around.detector_with),
        answering=Answering(texts, around.directory),
        staff=shared.staff,
        helping=shared.helping,
        places=around.places,
        checkpoint=checkpoint,
    )
    return Listeners(
        watching,
        Listening(database, texts),
        Working(database, clock, texts, shared.staff_of, checkpoint=checkpoint),
        Noticing(database),
        BelowLines(database),
        partial(shared.shedding.run, database),
        pictures=_pictures(around, database, clock),
        trends=_trends(around, shared, database, clock),
    )


def _pictures(around: Around, database: Database, clock: Clock) -> Pictures | None:
    if around.drawing is None:
        return None
    return Pictures(
        database,
        clock,
        around.texts,
        around.drawing,
        dates_of=shown_dates,
        checkpoint=around.checkpoint,
    )


def _trends(
    around: Around, shared: Shared, database: Database, clock: Clock
) -> TrendPictures | None:
    if around.drawing is None:
        return None
    return TrendPictures(
        database,
        clock,
        around.texts,
        around.drawing,
        checked_in=course,
        held_and_skipped=looking_over.held_and_skipped,
        staff_of=shared.staff_of,
    )
