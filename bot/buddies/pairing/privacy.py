"""What the buddies hold about a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import delete, or_, select

from bot.buddies.pairing.ending import part_from_erased
from storage import buddies, buddy_lives, buddy_pairs, duty, handed
from storage.buddy_lives import Life
from storage.buddy_pairs import Ending, Pair, Stage
from storage.database import Transaction
from storage.tables import (
    buddy_blocks,
    buddy_carried,
    buddy_mentors,
    buddy_pair_members,
    buddy_profiles,
    buddy_reports,
    buddy_talks,
)


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """Everything held about them, JSON-ready.

    Nothing of others: neither who their buddies are, nor what those answered, nor why a pair
    ended, since that would tell who declined.
    """
    blocked = tx.execute(select(buddy_blocks.c.at).where(buddy_blocks.c.person == person))
    carried = tx.execute(select(buddy_carried.c.at).where(buddy_carried.c.person == person))
    talk = buddy_lives.talk_of(tx, person)
    reported = tx.execute(select(buddy_reports.c.id).where(buddy_reports.c.person == person))
    reports = [buddies.report(tx, row.id) for row in reported]
    return {
        "looks_for_a_buddy": [
            {
                "community": each.community,
                "pool": each.pool,
                "state": "resting" if each.state is buddies.State.RESTING else "there",
                "said": each.said,
                "since": each.since.isoformat(),
                "waited": each.waited,
            }
            for each in buddies.seekers_of(tx, person)
        ],
        "mentors": [
            {
                "community": each.community,
                "state": each.state.value,
                "said": each.said,
                "capacity": each.capacity,
                "since": each.since.isoformat(),
            }
            for each in buddies.mentors_of(tx, person)
        ],
        "pairs": [
            _pair(each, buddy_lives.life_of(tx, each.id), person)
            for each in buddy_pairs.of_person(tx, person)
        ],
        "talks_until": talk.until.isoformat() if talk is not None else None,
        "carried": [row.at.isoformat() for row in carried],
        "blocks": [row.at.isoformat() for row in blocked],
        "handed_over": handed.export(tx, person),
        "reports": [
            {"at": each.at.isoformat(), "words": each.words} for each in reports if each is not None
        ],
    }


def _pair(pair: Pair, life: Life, person: int) -> dict[str, Any]:
    own = pair.partner(person)
    return {
        "community": pair.community,
        "kind": pair.kind,
        "state": pair.stage.value,
        "proposed_at": pair.proposed_at.isoformat(),
        "began_at": pair.began_at.isoformat() if pair.began_at else None,
        "ended_at": pair.ended_at.isoformat() if pair.ended_at else None,
        "way": pair.way,
        "room": list(pair.room) if pair.room else None,
        "mentors": own.mentors,
        "said": own.said,
        "keeps": own.keeps,
        "shows_account": own.shows_account,
        "wrote_at": own.wrote_at.isoformat() if own.wrote_at else None,
        "minutes": life.minutes,
        "times_a_week": life.a_week,
        "chose": [each.isoformat() for each in life.chosen.get(person, ())],
    }


def erase(tx: Transaction, person: int) -> None:
    """Remove it; whoever is with them is told gently, as after any end."""
    for pair in buddy_pairs.of_person(tx, person):
        if pair.stage is Stage.TOGETHER:
            buddy_lives.forget_life(tx, pair.id)
            part_from_erased(tx, pair)
        elif pair.stage is Stage.PROPOSED:
            # It cannot come about; the other one is told as after a no, when it expires.
            buddy_pairs.put(tx, replace(pair, ending=pair.ending or Ending.LEFT))
    some = (buddy_profiles, buddy_mentors, buddy_pair_members, buddy_talks, buddy_carried)
    for table in some:
        tx.execute(delete(table).where(table.c.person == person))
    tx.execute(
        delete(buddy_blocks).where(
            or_(buddy_blocks.c.person == person, buddy_blocks.c.against == person)
        )
    )
    tx.execute(
        delete(buddy_reports).where(
            or_(buddy_reports.c.person == person, buddy_reports.c.about == person)
        )
    )
    handed.erase(tx, person, duty.indexes_of(tx, person))
