"""Being asked again, later the same day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot import reading, wall_time
from bot.checkins.missing import waking
from bot.checkins.question import AGAIN, still_open
from bot.delivery import rules
from bot.platform import Action, Choices
from bot.turn import ChoiceGoneError, Turn

LATER = "later"
EVENING_HOUR = time(20, 0)
_SPANS = {
    "1h": reading.Later(minutes=60, evening=False),
    "3h": reading.Later(minutes=180, evening=False),
    "tonight": reading.Later(minutes=None, evening=True),
}


def choices(turn: Turn, day: date) -> Choices:
    """When to be asked again."""
    options = tuple(turn.option(name, f"checkin-later-{name}") for name in _SPANS)
    return Choices(prompt=f"{LATER}/{day.isoformat()}", options=options)


def chosen(turn: Turn, day: date) -> Sequence[Action]:
    """One of these."""
    span = _SPANS.get(turn.choice)
    if span is None or not still_open(turn, day):
        raise ChoiceGoneError("no such time, or of a day long ago")
    return ask_again(turn, day, span)


def ask_again(turn: Turn, day: date, span: reading.Later) -> Sequence[Action]:
    """Put the question of a day off."""
    if span.minutes is not None:
        moment = turn.now + timedelta(minutes=span.minutes)
    else:
        tonight = datetime.combine(turn.today, EVENING_HOUR)
        moment = wall_time.due_on(tonight.date(), EVENING_HOUR, turn.zone)
        if moment <= turn.now:
            moment = turn.now + timedelta(hours=1)
    me = turn.person.id
    woken = waking.heard(turn)
    rules.set_once(turn.tx, kind=AGAIN, subject=me, person=me, day=day, at=moment)
    local = moment.astimezone(turn.zone)
    told = turn.answer("checkin-later-set", replaces=True, at=turn.clock_words(local))
    return [told, *woken]
