"""Who is paired with whom, against every other way to pair small groups."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.communities import community
from bot.buddies.matching import Matching, Pool, Profile
from bot.buddies.matching.matching import match
from bot.buddies.matching.profiles import Consent
from bot.buddies.matching.scoring import REPEAT_WINDOW, SHARED_HOURS, STAGE_GAP

EVENINGS = "".join("1" if 18 <= hour % 24 < 22 else "0" for hour in range(168))
MORNINGS = "".join("1" if 6 <= hour % 24 < 9 else "0" for hour in range(168))


def may(one: Profile, other: Profile) -> bool:
    """The hard rules, as the contract words them, one pair at a time."""
    consents = one.consents_to & other.consents_to
    topics = one.topics is None or other.topics is None or one.topics & other.topics
    languages = (
        one.languages is None
        or other.languages is None
        or set(one.languages) & set(other.languages)
    )
    hours = sum(
        a == b == "1"
        for a, b in zip(one.free_hours or "1" * 168, other.free_hours or "1" * 168, strict=True)
    )
    known = one.stage is not None and other.stage is not None
    gap = abs((one.stage or 0) - (other.stage or 0)) if known else 0
    same = bool(one.gender) and one.gender == other.gender
    past = min(one.past.get(other.id, 99), other.past.get(one.id, 99))
    return bool(
        one.pool == other.pool != Pool.MENTOR
        and (topics or one.any_topic or other.any_topic)
        and languages
        and (same or "same" not in (one.gender_rule, other.gender_rule))
        and other.id not in one.blocks
        and one.id not in other.blocks
        and (gap <= STAGE_GAP or Consent.WIDER_STAGE in consents)
        and (
            hours >= SHARED_HOURS
            or (one.text_only and other.text_only)
            or Consent.TEXT_ONLY in consents
        )
        and (past > REPEAT_WINDOW or Consent.REPEAT in consents)
    )


def pairings(people: list[Profile]) -> Iterator[list[tuple[str, str]]]:
    """Every way to pair some of them."""
    if not people:
        yield []
        return
    first, rest = people[0], people[1:]
    yield from pairings(rest)
    for number, other in enumerate(rest):
        if may(first, other):
            left = rest[:number] + rest[number + 1 :]
            for others in pairings(left):
                yield [(first.id, other.id), *others]


def people_of(matching: Matching) -> list[str]:
    """Everybody who is in a pair or a trio."""
    return [id for pair in matching.pairs for id in (pair.a, pair.b)] + [
        id for trio in matching.trios for id in trio
    ]


small = st.builds(
    lambda members, seed, consenting: community(members, seed, consenting=consenting),
    st.integers(0, 9),
    st.integers(0, 10_000),
    st.sampled_from((0.0, 0.5)),
)


@given(small)
def test_no_other_way_pairs_more_people_or_fits_better(people: list[Profile]) -> None:
    """The engine's pairs are as many as can be, and none as many have a higher total."""
    people = [replace(each, consents_to=each.consents_to - {Consent.TRIO}) for each in people]
    found = match(people, keep_edges=True)
    score = {frozenset((a, b)): value for a, b, value in found.considered}
    best = max(
        ((len(way), sum(score[frozenset(pair)] for pair in way)) for way in pairings(people)),
        default=(0, 0),
    )
    assert (len(found.pairs), found.total) == best
    assert found.total <= found.upper_bound + 1e-6


@given(small)
def test_every_pair_keeps_the_rules_and_nobody_is_in_two(people: list[Profile]) -> None:
    """Blocks, languages, gender, stage, hours and repeats hold; what gave way was agreed to."""
    by_id = {each.id: each for each in people}
    found = match(people)
    assert all(may(by_id[pair.a], by_id[pair.b]) for pair in found.pairs)
    for a, b, c in found.trios:
        assert may(by_id[a], by_id[b]) or may(by_id[a], by_id[c])
        assert all(Consent.TRIO in by_id[each].consents_to for each in (a, b, c))
    paired = people_of(found)
    assert len(paired) == len(set(paired))
    members = {each.id for each in people if each.pool is not Pool.MENTOR}
    assert set(paired) | set(found.unmatched) == members
    assert not set(paired) & set(found.unmatched)


@given(small, st.randoms(use_true_random=False))
def test_the_order_of_the_members_does_not_matter(
    people: list[Profile], shuffler: random.Random
) -> None:
    """Whoever signs up first has no advantage."""
    shuffled = list(people)
    shuffler.shuffle(shuffled)
    assert match(shuffled) == match(people)


def test_mentors_only_mentor_within_their_capacity() -> None:
    """A mentor takes so many and no more, and is nobody's buddy."""
    mentor = Profile(id="m", pool=Pool.MENTOR, topics=frozenset({"grief"}), capacity=2)
    seekers = [
        Profile(id=name, topics=frozenset({"grief"}), seeks_mentor=True, stage=0) for name in "abc"
    ]
    found = match([mentor, *seekers])
    assert len(found.mentoring) == 2
    assert all(each.mentor == "m" for each in found.mentoring)
    assert "m" not in people_of(found)
    assert len(found.pairs) == 1, "a seeker may have a buddy as well"


def test_a_mentor_may_be_far_ahead() -> None:
    """A stage gap binds peers, not mentoring."""
    grief = frozenset({"grief"})
    mentor = Profile(id="m", pool=Pool.MENTOR, topics=grief, stage=5)
    found = match([mentor, Profile(id="a", topics=grief, stage=0, seeks_mentor=True)])
    assert [(each.mentor, each.seeker) for each in found.mentoring] == [("m", "a")]


def test_whoever_waited_longer_is_not_left_again() -> None:
    """Of three who fit, the one who has a buddy to spare is not the one who waited."""
    people = [Profile(id="a", waited=3), Profile(id="b"), Profile(id="c")]
    assert "a" not in match(people).unmatched


@pytest.mark.parametrize(
    ("one", "other", "consent"),
    [
        ({"stage": 0}, {"stage": 5}, Consent.WIDER_STAGE),
        ({"free_hours": EVENINGS}, {"free_hours": MORNINGS}, Consent.TEXT_ONLY),
        ({"past": {"b": 2}}, {}, Consent.REPEAT),
    ],
)
def test_a_rule_gives_way_only_if_both_agreed(
    one: dict[str, object], other: dict[str, object], consent: Consent
) -> None:
    """One who agrees is not enough; where both do, the result names what gave way."""
    agreed = frozenset({consent})
    a, b = Profile(id="a", **one), Profile(id="b", **other)  # type: ignore[arg-type]
    assert not match([a, b]).pairs
    assert not match([replace(a, consents_to=agreed), b]).pairs
    both = match([replace(a, consents_to=agreed), replace(b, consents_to=agreed)])
    assert [pair.relaxed for pair in both.pairs] == [(consent,)]


def test_two_who_only_write_need_no_common_hour() -> None:
    """Nothing is relaxed for them."""
    a = Profile(id="a", text_only=True, free_hours=EVENINGS)
    b = Profile(id="b", text_only=True, free_hours=MORNINGS)
    assert [pair.relaxed for pair in match([a, b]).pairs] == [()]


def test_a_third_joins_where_all_three_agreed() -> None:
    """An odd one out is not left alone if a pair is willing."""
    trio = frozenset({Consent.TRIO})
    willing = [Profile(id=name, consents_to=trio) for name in "abc"]
    assert match(willing).trios == (("a", "b", "c"),)
    assert not match([replace(willing[0], consents_to=frozenset()), *willing[1:]]).trios


def test_a_newcomer_does_not_unpair_everybody() -> None:
    """One more member changes few pairs, not the whole round."""
    people = community(300, 4)
    before = {(pair.a, pair.b) for pair in match(people).pairs}
    after = {(pair.a, pair.b) for pair in match([*people, Profile(id="new", any_topic=True)]).pairs}
    assert len(before - after) < 0.2 * len(before)


@pytest.mark.parametrize("consenting", [0.0, 0.3])
def test_a_large_community_is_near_the_best_and_keeps_every_rule(consenting: float) -> None:
    """The way for large pools: every rule holds, and the bound certifies the total."""
    people = community(3_000, 5, consenting=consenting)
    by_id = {each.id: each for each in people}
    found = match(people)
    assert all(may(by_id[pair.a], by_id[pair.b]) for pair in found.pairs)
    assert consenting or found.total >= 0.995 * found.upper_bound
    assert found.total <= found.upper_bound
    paired = people_of(found)
    assert len(paired) == len(set(paired))
    assert len(paired) >= 0.95 * sum(each.pool is not Pool.MENTOR for each in people)


def test_nobody_at_all() -> None:
    """An empty community is no error."""
    assert match([]) == match([Profile(id="m", pool=Pool.MENTOR)])
