"""How long and how often two want to talk: a suggestion that each of them can change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.buddies.relay.news import Page, Written, tell
from bot.delivery.messages import send
from bot.errors import HandrailError
from bot.platform import Action
from bot.turn import Turn
from storage import buddy_lives
from storage.buddy_lives import Life
from storage.buddy_pairs import Pair

SHORTEST, LONGEST = 10, 180  # minutes
MOST_A_WEEK = 7


class RhythmUnclearError(HandrailError):
    """Not minutes and how often a week."""

    text_id = "together-rhythm-unclear"


def rhythm(turn: Turn, pair: Pair) -> Sequence[Action]:
    """`buddy rhythm [minutes] [times a week]`: shown, or changed for both; the other is told."""
    life = buddy_lives.life_of(turn.tx, pair.id)
    given = turn.words("rhythm")
    if given is None:
        return [turn.answer("together-rhythm", minutes=life.minutes, often=life.a_week)]
    minutes, a_week = read_rhythm(given, life)
    buddy_lives.put_life(turn.tx, replace(life, minutes=minutes, a_week=a_week))
    others = [each.person for each in pair.others(turn.person.id)]
    again = f"{turn.now.timestamp():.0f}"
    about = f"rhythm:{minutes}:{a_week}"
    send(turn, tell(turn.tx, pair, others, about, turn.now, again=again))
    return [turn.answer("together-rhythm-set", minutes=minutes, often=a_week)]


def read_rhythm(words: str, life: Life) -> tuple[int, int]:
    """Minutes and times a week, of which the smaller number is the latter.

    Raises: RhythmUnclearError.
    """
    numbers = sorted(int(each) for each in re.findall(r"(?<!\d)\d{1,3}(?!\d)", words))
    match numbers:
        case [only] if only > MOST_A_WEEK:
            a_week, minutes = life.a_week, only
        case [only]:
            a_week, minutes = only, life.minutes
        case [a_week, minutes]:
            pass
        case _:
            raise RhythmUnclearError(f"{len(numbers)} numbers")
    if not (1 <= a_week <= MOST_A_WEEK and SHORTEST <= minutes <= LONGEST):
        raise RhythmUnclearError(f"{minutes} minutes, {a_week} a week")
    return minutes, a_week


def told(page: Page) -> Written:
    """The other has changed how often and how long."""
    minutes, _, often = page.about.partition(":")
    return page.body("together-rhythm-told", minutes=int(minutes), often=int(often)), None
