"""Rounds: profiles on their way to the engine, and numbers that point at nobody."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.communities import community
from bot.buddies.matching import Profile, read_profiles
from bot.buddies.matching.matching import match
from bot.buddies.matching.profiles import Consent
from bot.buddies.rounds import numbers
from bot.buddies.rounds.people import Looking, line_of, person_of
from bot.richtext import plain
from tests.support.texts import own_texts

PEOPLE = community(60)
WHYS = ("language", "gender", "blocked", "topic", "stage", "hours", "past", "taken", "alone")


@given(st.integers(0, 59), st.integers(0, 8), st.booleans(), st.sets(st.sampled_from(Consent)))
def test_a_profile_arrives_at_the_engine_as_it_was(
    which: int, waited: int, flag: bool, agrees: set[Consent]
) -> None:
    """What is left out on the way is what restricts nobody."""
    profile = replace(
        PEOPLE[which],
        waited=waited,
        mentor_only=flag,
        past={"7": 2} if flag else {},
        consents_to=frozenset(agrees),
    )

    assert read_profiles([line_of(profile)]) == [profile]


def test_a_fingerprint_tells_changes_and_not_the_order() -> None:
    """What was previewed goes out only if people are as they were."""
    shuffled = random.Random(1).sample(PEOPLE, len(PEOPLE))
    changed = [replace(PEOPLE[0], waited=PEOPLE[0].waited + 1), *PEOPLE[1:]]

    def fingerprint(people: list[Profile]) -> str:
        return Looking(tuple(people), frozenset()).fingerprint

    assert fingerprint(shuffled) == fingerprint(list(PEOPLE))
    assert fingerprint(changed) != fingerprint(list(PEOPLE))
    assert fingerprint(list(PEOPLE[1:])) != fingerprint(list(PEOPLE))


def test_a_mentor_is_told_from_the_same_person_who_looks() -> None:
    """Both can be in one round."""
    assert person_of("m12") == person_of("12") == 12


def test_whoever_only_wants_a_mentor_gets_no_buddy() -> None:
    """Nor is told that nobody fits them."""
    alike = [Profile(id=str(number)) for number in range(4)]
    asks = replace(alike[0], id="new", mentor_only=True, seeks_mentor=True)

    found = match([*alike, asks])

    assert len(found.pairs) == 2
    assert "new" not in found.unmatched
    assert all("new" not in (pair.a, pair.b) for pair in found.pairs)


@pytest.mark.parametrize("many", [30, 60, 500])
def test_all_are_paired_where_all_are_alike(many: int) -> None:
    """Most say little of themselves; they must not all be kept for the same few."""
    found = match([Profile(id=str(number), topics=frozenset("a")) for number in range(many)])

    assert len(found.pairs) == many // 2


@settings(max_examples=30, deadline=None)
@given(
    st.dictionaries(st.sampled_from([f"why_{why}" for why in numbers.WHY]), st.integers(1, 4)),
    st.sampled_from(("en", "es", "de")),
)
def test_small_counts_are_never_told(counts: dict[str, int], language: str) -> None:
    """One person left for want of a language would be known to everybody in the team."""
    texts = own_texts()
    few = texts.line(language, "rounds-few")

    told = plain(numbers.shown(texts, language, {"looking": 40.0, "pairs": 20.0, **counts}))

    lines = [line for line in told.splitlines() if line.startswith("- ")]
    assert sum(line.endswith(few) for line in lines) == len(counts)
    assert not any(line.endswith((": 1", ": 2", ": 3", ": 4")) for line in lines)


@pytest.mark.parametrize(
    ("total", "bound", "says"),
    [(1000, 1000.0, "no other choice fits better"), (995, 1000.0, "0.5 %"), (-9, 1000.0, "can't")],
)
def test_the_certificate_is_told_in_words(total: float, bound: float, says: str) -> None:
    """A moderator need not know what a bound is."""
    words = numbers.certificate(
        own_texts(), "en", {"pairs": 20, "total": total, "upper_bound": bound}
    )

    assert says in plain(words)


@pytest.mark.parametrize("why", [why for why in WHYS if why != "blocked"])
def test_every_reason_of_the_engine_has_words(why: str) -> None:
    """But that two are kept apart, which is told nobody."""
    for language in ("en", "es", "de"):
        assert own_texts().has(language, f"rounds-left-{why}")
        assert own_texts().has(language, f"rounds-why-{why}")
    assert not own_texts().has("en", "rounds-left-blocked")
