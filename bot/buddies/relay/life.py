"""The steps of a pair's life together: prompts, two questions, and what else is to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.buddies.joining.resting import rests
from bot.buddies.relay.news import Page, Written, tell, tell_room
from bot.delivery import rules
from bot.turn import COMMAND_PROMPT
from storage import buddies, buddy_lives, buddy_pairs, schedules
from storage.buddy_pairs import Pair, Stage
from storage.database import Transaction
from storage.outbox import Draft
from storage.schedules import Due

PROMPT, TALKED, STILL = "buddy-prompt", "buddy-talked", "buddy-still"
TIMES, SOON, NUDGE, REMATCH = "buddy-times", "buddy-soon", "buddy-nudge", "buddy-rematch"
STEPS = (PROMPT, TALKED, STILL, TIMES, SOON, NUDGE, REMATCH)
"""What can be to come for a pair, as kinds of schedules; each of them once at a time."""

PROMPT_DAYS = (1, 4, 8, 13)
MIDDLE = timedelta(days=14)
STILL_EVERY = timedelta(weeks=4)
RELAY = "relay"


def begin_life(tx: Transaction, pair: Pair, now: datetime) -> None:
    """They have met: set what happens in the weeks that follow."""
    _set(tx, PROMPT, pair, now + timedelta(days=PROMPT_DAYS[0]))
    _set(tx, TALKED, pair, now + MIDDLE)
    _set(tx, STILL, pair, now + STILL_EVERY)
    _set(tx, TIMES, pair, now + timedelta(minutes=10))


def end_life(tx: Transaction, pair: Pair) -> None:
    """It is over: nothing more happens, and nothing that waits is carried.

    Who is still talking is told when they write, or after their quiet hour, as ever: that it
    ended at once would tell of a block.
    """
    for kind in STEPS:
        schedules.remove(tx, kind, pair.id)
    buddy_lives.forget_life(tx, pair.id)


def plan_prompt(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """Something to begin a talk with, in the evening: four times in the first two weeks."""
    drafts: list[Draft] = []
    for each, pair in living(tx, due):
        number = next_prompt(pair, each.due)
        news = f"prompt:{number}"
        if pair.room is not None:
            drafts += tell_room(tx, pair, news, each.due)
        else:
            drafts += tell(tx, pair, awake(tx, pair, now), news, each.due, evening=True)
        if number < len(PROMPT_DAYS) and pair.began_at is not None:
            _set(tx, PROMPT, pair, pair.began_at + timedelta(days=PROMPT_DAYS[number]))
    return drafts


def next_prompt(pair: Pair, at: datetime) -> int:
    """Which prompt belongs to a moment, from 1."""
    began = pair.began_at or at
    return max(1, sum(began + timedelta(days=day) <= at for day in PROMPT_DAYS))


def plan_talked(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """Whether they talked, once; each is asked for themselves."""
    return [
        draft
        for each, pair in living(tx, due)
        for draft in tell(tx, pair, awake(tx, pair, now), "talked", each.due, evening=True)
    ]


def plan_still(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """Whether it is still good, every four weeks; not once all want it to last."""
    drafts: list[Draft] = []
    for each, pair in living(tx, due):
        _set(tx, STILL, pair, each.due + STILL_EVERY)
        if not all(partner.keeps for partner in pair.partners):
            again = f"{each.due:%Y-%m-%d}"
            people = awake(tx, pair, now)
            drafts += tell(tx, pair, people, "still", each.due, again=again, evening=True)
    return drafts


def living(tx: Transaction, due: Sequence[Due]) -> list[tuple[Due, Pair]]:
    """Those steps whose pairs are still together."""
    found = [(each, buddy_pairs.with_id(tx, each.subject)) for each in due]
    return [
        (each, pair) for each, pair in found if pair is not None and pair.stage is Stage.TOGETHER
    ]


def everybody(pair: Pair) -> list[int]:
    """The people of a pair."""
    return [each.person for each in pair.partners]


def awake(tx: Transaction, pair: Pair, now: datetime) -> list[int]:
    """Those of a pair who do not rest; the others are asked nothing that they did not ask for."""
    found = {each: buddies.seeker(tx, pair.community, each) for each in everybody(pair)}
    return [each for each, seeker in found.items() if seeker is None or not rests(seeker, now)]


def _set(tx: Transaction, kind: str, pair: Pair, at: datetime) -> None:
    schedules.remove(tx, kind, pair.id)  # a step that is under way is forgotten when it is done
    rules.set_once(tx, kind=kind, subject=pair.id, at=at, zone="UTC")


# --- how it reads


def prompt(page: Page) -> Written:
    """Something to begin a talk with; one tap, and no more of them come."""
    number = int(page.about)
    body = page.body(f"together-prompt-{number}")
    options = [("stop", "together-prompts-stop")] if number < len(PROMPT_DAYS) else []
    if page.pair.way == RELAY:
        options.insert(0, ("talk", "together-talk"))
    if not options:
        return body, None
    return body, page.choices(f"{PROMPT}/{page.pair.id}", *options)


def talked(page: Page) -> Written:
    """The question in the middle."""
    options = (("yes", "together-talked-yes"), ("no", "together-talked-no"))
    return page.body("together-talked"), page.choices(f"{TALKED}/{page.pair.id}", *options)


def still(page: Page) -> Written:
    """The question of every four weeks."""
    options = (("yes", "together-still-yes"), ("no", "together-still-no"))
    return page.body("together-still"), page.choices(f"{STILL}/{page.pair.id}", *options)


def nudge(page: Page) -> Written:
    """To the silent one only; nothing is expected."""
    body = page.body("together-nudge")
    if page.pair.way == RELAY:
        return body, page.choices(f"{PROMPT}/{page.pair.id}", ("talk", "together-talk"))
    return body, page.choices(COMMAND_PROMPT, ("buddy end", "together-end"))
