"""How the buddies of a community fare, in counts that point at nobody."""

from __future__ import annotations

from datetime import timedelta

from babel import Locale

from bot import wall_time
from bot.buddies.rounds import cadence, numbers
from bot.richtext import Body, Bullets, Spans, Text
from bot.turn import Turn
from storage import buddies, buddy_rounds
from storage.buddies import State
from storage.buddy_pairs import Ending, Stage
from storage.members import Community

LOOKED_BACK = timedelta(days=90)
_NOT_BOTH = (Ending.DECLINED, Ending.SILENT)
"""Which of the two it was is told nobody."""
_LONG = 3  # rounds


def report(turn: Turn, community: Community) -> Body:
    """People, pairs, ends, waiting, and the last round."""
    tx, of = turn.tx, community.id
    states, pairs = buddies.count_states(tx, of), buddy_rounds.count_pairs(tx, of)
    endings = buddy_rounds.count_endings(tx, of, turn.now - LOOKED_BACK)
    waiting = buddy_rounds.count_waiting(tx, of)
    counts = {
        "looking": _of_state(states, State.LOOKING),
        "resting": _of_state(states, State.RESTING),
        "together": pairs.get(("buddies", Stage.TOGETHER), 0),
        "asked": pairs.get(("buddies", Stage.PROPOSED), 0),
        "mentoring": pairs.get(("mentoring", Stage.TOGETHER), 0),
        "ended": sum(many for ending, many in endings.items() if ending not in _NOT_BOTH),
        "not-both": sum(endings.get(ending, 0) for ending in _NOT_BOTH),
        "waited-some": sum(many for waited, many in waiting.items() if 0 < waited < _LONG),
        "waited-long": sum(many for waited, many in waiting.items() if waited >= _LONG),
    }
    items: list[Spans] = []
    for name, many in counts.items():
        told = numbers.some(turn.texts, turn.language, many)
        items.append((Text(turn.line(f"rounds-report-{name}", count=told)),))
    body = (*turn.body("rounds-report"), Bullets(tuple(items)))
    last = buddy_rounds.last_done(tx, of, wave=1)
    if last is not None and last.numbers.get("looking"):
        local = last.at.astimezone(wall_time.zone_named(community.zone)).date()
        day = turn.texts.when(turn.language, local, "short")
        body += turn.body("rounds-report-last", day=day)
        body += numbers.shown(turn.texts, turn.language, last.numbers)
    return (*body, *when(turn, community))


def when(turn: Turn, community: Community) -> Body:
    """When rounds come, by the community's clock."""
    ways = buddies.ways(turn.tx, community.id)
    until = cadence.paused_until(turn.tx, community.id, turn.now)
    if until is not None:
        return turn.body("rounds-are-paused")
    following = cadence.next_round(turn.tx, community.id, turn.now)
    if following is None:
        return turn.body("rounds-schedule-off")
    local = following.astimezone(wall_time.zone_named(community.zone))
    days = Locale.parse(turn.language).days["stand-alone"]["wide"]
    return turn.body(
        f"rounds-schedule-{ways.cadence}",
        weekday=days[ways.weekday],
        hour=turn.clock_words(local.time()),
        next=turn.texts.when(turn.language, local, "datetime"),
    )


def _of_state(states: dict[tuple[str, str], int], state: State) -> int:
    return sum(many for (_, of), many in states.items() if of == state)
