"""Buddies and their pairs, as they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from storage import buddies, buddy_pairs, buddy_rounds, members
from storage.buddies import Seeker, State, Ways
from storage.buddy_pairs import Ending, Pair, Partner, Stage
from storage.buddy_rounds import Round
from storage.database import Database, Transaction
from storage.tables import buddy_profiles

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def two(tx: Transaction) -> tuple[int, int, int]:
    """A community with two people in it."""
    ada, bo = (
        members.join(tx, platform="memory", user=name, language="en", zone="UTC", now=NOW)
        for name in ("ada", "bo")
    )
    community = members.put_community(
        tx, name="Harbour", language="en", country=None, zone="UTC", spaces_of=[("memory", "s")]
    )
    return community, ada.id, bo.id


async def test_what_somebody_said_of_themselves_is_sealed_and_read_again(
    database: Database,
) -> None:
    """It comes back as it was said, and its words are in no column in the clear."""

    def work(tx: Transaction) -> None:
        community, ada, _ = two(tx)
        said = {"topics": ["a rare canary topic"], "stage": 2}
        buddies.put_seeker(tx, Seeker(person=ada, community=community, said=said, since=NOW))
        found = buddies.seeker(tx, community, ada)
        assert found is not None
        assert found.said == said
        sealed = tx.execute(select(buddy_profiles.c.profile)).scalars()
        assert b"canary" not in b"".join(sealed)
        rested = buddies.change_seeker(tx, found, state=State.RESTING, resting_until=NOW)
        assert buddies.seekers(tx, community) == [rested]
        assert buddies.count_states(tx, community) == {("peer", "resting"): 1}
        buddies.remove_seeker(tx, community, ada)
        assert buddies.seekers_of(tx, ada) == []

    await database.write(work)


async def test_a_pair_from_the_proposal_to_the_end(database: Database) -> None:
    """It is found by its people, its community and its room, until it is over."""

    def work(tx: Transaction) -> None:
        community, ada, bo = two(tx)
        pair = Pair(
            community=community,
            partners=(Partner(person=ada), Partner(person=bo)),
            proposed_at=NOW,
            expires_at=NOW + timedelta(hours=48),
            relaxed=("repeat",),
        )
        buddy_pairs.put(tx, pair)
        assert buddy_pairs.of_person(tx, bo, Stage.PROPOSED) == [pair]
        assert buddy_pairs.in_room(tx, "memory", "thread") is None
        met = replace(pair, stage=Stage.TOGETHER, way="thread", room=("memory", "s", "thread"))
        buddy_pairs.put(tx, met)
        assert buddy_pairs.in_room(tx, "memory", "thread") == met
        buddy_pairs.wrote(tx, pair.id, ada, NOW)
        again = buddy_pairs.with_id(tx, pair.id)
        assert again is not None
        assert again.partner(ada).wrote_at == NOW
        assert [each.person for each in again.others(ada)] == [bo]
        over = replace(again, stage=Stage.OVER, ending=Ending.ENDED, ended_at=NOW)
        buddy_pairs.put(tx, over)
        assert buddy_pairs.in_room(tx, "memory", "thread") is None
        assert buddy_pairs.of_community(tx, community, Stage.TOGETHER) == []
        assert buddy_pairs.forget_over(tx, NOW + timedelta(days=1)) == 1
        assert buddy_pairs.of_person(tx, ada) == []

    await database.write(work)


async def test_a_report_loses_its_words_once_somebody_has_looked(database: Database) -> None:
    """And it is no longer open."""

    def work(tx: Transaction) -> None:
        community, ada, bo = two(tx)
        pair = Pair(
            community=community,
            partners=(Partner(person=ada), Partner(person=bo)),
            proposed_at=NOW,
            expires_at=NOW,
        )
        buddy_pairs.put(tx, pair)
        id = buddies.add_report(
            tx, community=community, pair=pair.id, person=ada, about=bo, words="rude", now=NOW
        )
        assert [each.words for each in buddies.open_reports(tx, community, about=bo)] == ["rude"]
        buddies.look_at_report(tx, id, b"somebody", NOW)
        looked = buddies.report(tx, id)
        assert looked is not None
        assert looked.words is None
        assert buddies.open_reports(tx, community) == []
        buddies.block(tx, ada, bo, NOW)
        buddies.block(tx, ada, bo, NOW)
        assert buddies.blocks_among(tx, [bo]) == {(ada, bo)}
        assert buddies.blocked_by(tx, bo) == 1

    await database.write(work)


async def test_rounds_and_ways(database: Database) -> None:
    """The last round comes first; a community that said nothing pairs weekly."""

    def work(tx: Transaction) -> None:
        community, ada, bo = two(tx)
        assert buddies.ways(tx, community).cadence == "weekly"
        buddies.set_ways(tx, community, Ways(cadence="off", weekday=3, hour="19:00"))
        assert buddies.ways(tx, community) == Ways(cadence="off", weekday=3, hour="19:00")
        for wave in (1, 2):
            buddy_rounds.put(
                tx,
                Round(
                    community=community,
                    wave=wave,
                    state="previewed",
                    at=NOW,
                    plan=[[ada, bo]],
                    numbers={"pairs": 1},
                ),
            )
        assert [each.wave for each in buddy_rounds.last(tx, community)] == [2, 1]

    await database.write(work)
