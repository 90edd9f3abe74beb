"""When one writes and the other does not: a gentle word to the silent one, then somebody new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.buddies.pairing.ending import end
from bot.buddies.relay.life import NUDGE, RELAY, REMATCH, awake, living
from bot.buddies.relay.meaning import pair_named
from bot.buddies.relay.news import Page, Written, tell
from bot.delivery import rules
from bot.delivery.messages import send
from bot.platform import Action
from bot.turn import Turn
from storage import buddies, buddy_pairs, schedules
from storage.buddy_pairs import Ending, Pair
from storage.database import Transaction
from storage.outbox import Draft
from storage.schedules import Due

AFTER = timedelta(hours=24)
"""How long nobody is reminded of words that they have not answered."""
WEEK = timedelta(days=7)
HERE = "buddy-here"


def wrote(tx: Transaction, pair: Pair, person: int, now: datetime) -> None:
    """Somebody wrote to their buddy: they are silent no longer, and may wait for an answer.

    A talk has an end, so the last words of one are not waited on; and nobody is reminded of the
    same silence twice.
    """
    buddy_pairs.wrote(tx, pair.id, person, now)
    mine = pair.partner(person).wrote_at
    theirs = max((each.wrote_at for each in pair.others(person) if each.wrote_at), default=None)
    stop_rematch(tx, pair, person)
    if theirs is not None and (mine is None or theirs > mine):
        schedules.remove(tx, NUDGE, pair.id)
    talked_before = mine is None or (theirs is not None and theirs > mine - AFTER)
    if talked_before and (theirs is None or now - theirs >= AFTER):
        rules.set_once(tx, kind=NUDGE, subject=pair.id, at=now + AFTER, zone="UTC")


def plan_nudge(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """A gentle word to those who have not answered in a day."""
    drafts: list[Draft] = []
    for each, pair in living(tx, due):
        last = max((p.wrote_at for p in pair.partners if p.wrote_at), default=None)
        wrote_last = {p.person for p in pair.partners if p.wrote_at == last}
        silent = [person for person in awake(tx, pair, now) if person not in wrote_last]
        drafts += tell(tx, pair, silent, "nudge", each.due, again=f"{each.due.timestamp():.0f}")
    return drafts


# --- a silent buddy, reported kindly


def silent(turn: Turn, pair: Pair) -> Sequence[Action]:
    """`buddy silent`: ask them gently; after a week without a word, somebody new for both."""
    person = turn.person.id
    running = schedules.schedule_of(turn.tx, REMATCH, pair.id)
    if running is not None and running.next_due is not None:
        at = running.next_due
    else:
        at = turn.now + WEEK
        rules.set_once(turn.tx, kind=REMATCH, subject=pair.id, at=at, person=person)
        others = [each.person for each in pair.others(person)]
        again = f"{turn.now.timestamp():.0f}"
        send(turn, tell(turn.tx, pair, others, "silent", turn.now, again=again))
    return [turn.answer("together-silent-noted", day=turn.day_words(at.astimezone(turn.zone)))]


def asked(page: Page) -> Written:
    """To the silent one: all answers are fine."""
    body = page.body("together-silent")
    options = [("here", "together-silent-here"), ("end", "together-end")]
    if page.pair.way == RELAY:
        options.insert(0, ("talk", "together-talk"))
    return body, page.choices(f"{HERE}/{page.pair.id}", *options)


def here(turn: Turn) -> Sequence[Action]:
    """The silent one is there."""
    pair = pair_named(turn, turn.detail)
    stop_rematch(turn.tx, pair, turn.person.id)
    return [turn.answer("together-silent-thanks")]


def stop_rematch(tx: Transaction, pair: Pair, person: int) -> None:
    """Somebody gave a sign: it goes on, unless they are the one who waits for one."""
    rule = schedules.schedule_of(tx, REMATCH, pair.id)
    if rule is not None and rule.person != person:
        schedules.remove(tx, REMATCH, pair.id)


def plan_rematch(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """A week without a word: it ends kindly, and both are first in line."""
    drafts: list[Draft] = []
    for each, pair in living(tx, due):
        if each.person is None:
            continue
        drafts += end(tx, pair, Ending.REMATCHED, each.person, now)
        seeker = buddies.seeker(tx, pair.community, each.person)
        if seeker is not None and pair.kind == "buddies":
            buddies.put_seeker(tx, replace(seeker, first_in_line=True))
        drafts += tell(tx, pair, [each.person], "rematched", now)
    return drafts


def rematched(page: Page) -> Written:
    """To whoever waited."""
    return page.body("together-rematched"), None
