"""Rounds of buddies, as they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from storage import buddies, buddy_pairs, buddy_rounds, members
from storage.buddies import Seeker, State
from storage.buddy_pairs import Ending, Pair, Partner, Stage
from storage.buddy_rounds import Round
from storage.database import Database, Transaction
from tests.storage.test_buddies import NOW, two

DAY = timedelta(days=1)


def wave(community: int, **of: object) -> Round:
    made = Round(community=community, wave=1, state="asked", at=NOW, plan={}, numbers={})
    return replace(made, **of)  # type: ignore[arg-type]


async def test_what_is_to_be_done_is_found_until_it_is_done(database: Database) -> None:
    """Of all communities for whoever works, of one for its team; the oldest first."""

    def work(tx: Transaction) -> None:
        community, _, _ = two(tx)
        asked = wave(community, plan={"then": "show"})
        sent = wave(community, state="done", at=NOW - DAY, numbers={"pairs": 2})
        second = wave(community, state="done", wave=2)
        for each in (sent, second, asked):
            buddy_rounds.put(tx, each)

        assert buddy_rounds.in_state(tx, "asked", "running") == [asked]
        assert buddy_rounds.in_state(tx, "asked", community=community + 1) == []
        assert buddy_rounds.held(tx, asked.id) == buddy_rounds.wave(tx, asked.id) == asked
        assert buddy_rounds.held(tx, 1) is None
        assert buddy_rounds.begun(tx, community) == [NOW - DAY]
        newest = max(sent, second, key=lambda each: each.id)
        assert buddy_rounds.last_done(tx, community) == newest
        assert buddy_rounds.last_done(tx, community, wave=1) == sent

    await database.write(work)


async def test_who_is_asked_or_together_is_not_free_anywhere(database: Database) -> None:
    """Until it is over; who is accompanied by a mentor may have a buddy besides."""

    def work(tx: Transaction) -> None:
        community, ada, bo = two(tx)
        pair = Pair(
            community=community,
            partners=(Partner(person=ada), Partner(person=bo)),
            proposed_at=NOW,
            expires_at=NOW + 2 * DAY,
        )
        mentoring = replace(pair, id=pair.id + 1, kind="mentoring", stage=Stage.TOGETHER)
        buddy_pairs.put(tx, mentoring)
        assert buddy_rounds.taken(tx) == set()
        for stage in (Stage.PROPOSED, Stage.TOGETHER):
            buddy_pairs.put(tx, replace(pair, stage=stage))
            assert buddy_rounds.taken(tx) == {ada, bo}
        buddy_pairs.put(tx, replace(pair, stage=Stage.OVER, ending=Ending.LEFT, ended_at=NOW))
        assert buddy_rounds.taken(tx) == set()
        assert buddy_rounds.count_pairs(tx, community) == {
            ("buddies", "over"): 1,
            ("mentoring", "together"): 1,
        }
        assert buddy_rounds.count_endings(tx, community, NOW) == {Ending.LEFT: 1}
        assert buddy_rounds.count_endings(tx, community, NOW + DAY) == {}

    await database.write(work)


async def test_a_round_more_is_counted_for_those_who_look(database: Database) -> None:
    """Not for who came later, rests, or is in a group that had no round; nothing else changes."""

    def work(tx: Transaction) -> None:
        community, ada, bo = two(tx)
        looks = Seeker(person=ada, community=community, said={"topics": ["x"]}, since=NOW - DAY)
        later = Seeker(person=bo, community=community, said={}, since=NOW + DAY)
        buddies.put_seeker(tx, looks)
        buddies.put_seeker(tx, later)

        buddy_rounds.count_waited(tx, community, ["family"], NOW)
        assert buddy_rounds.count_waiting(tx, community) == {0: 2}
        buddy_rounds.count_waited(tx, community, ["peer"], NOW)
        assert buddies.seekers(tx, community) == [replace(looks, waited=1), later]
        assert buddy_rounds.count_waiting(tx, community) == {0: 1, 1: 1}

        rests = buddies.change_seeker(tx, replace(looks, waited=1), state=State.RESTING)
        buddy_rounds.count_waited(tx, community, ["peer"], NOW)
        assert buddies.seeker(tx, community, ada) == rests

    await database.write(work)


async def test_where_those_who_look_have_accounts(database: Database) -> None:
    """A facilitator may name somebody who is on another platform."""

    def work(tx: Transaction) -> None:
        community, ada, _ = two(tx)
        assert buddy_rounds.platforms(tx, community) == []
        buddies.put_seeker(tx, Seeker(person=ada, community=community, said={}, since=NOW))
        assert buddy_rounds.platforms(tx, community) == ["memory"]

    await database.write(work)


async def test_who_stopped_a_community_does_not_belong_to_it(database: Database) -> None:
    """They are in no round of it."""

    def work(tx: Transaction) -> None:
        community, ada, bo = two(tx)
        for person in (ada, bo):
            members.add_membership(tx, person, community, NOW)
        assert buddy_rounds.belonging(tx, community) == {ada, bo}
        members.stop_community(tx, bo, community, NOW)
        assert buddy_rounds.belonging(tx, community) == {ada}
        assert buddy_rounds.belonging(tx, community + 1) == set()

    await database.write(work)
