"""How much one person, and one place, may ask."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.limits import PERSON, Limits, Rate, Verdict
from bot.platform import Address, Said


class Stopwatch:
    """Seconds that go forward when told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def said(user: str, space: str | None = None) -> Said:
    return Said(
        id="1",
        at=datetime(2026, 11, 21, tzinfo=UTC),
        where=Address("memory", space=space, channel="general", user=user),
        actor=Address("memory", user=user),
        text="hi",
        addressed=True,
    )


def test_who_writes_by_hand_never_meets_it() -> None:
    """Twenty at once, then one a second for an hour: more than anybody types."""
    watch = Stopwatch()
    limits = Limits(watch)

    verdicts = [limits.judge(said("ada")) for _ in range(20)]
    for _ in range(3600):
        watch.seconds += 1
        verdicts.append(limits.judge(said("ada")))

    assert set(verdicts) == {Verdict.TAKE}
    assert PERSON.burst >= 20
    assert PERSON.per_minute >= 60


def test_a_flood_is_told_once_and_takes_nothing_from_others() -> None:
    """One answer to ten thousand messages, not ten thousand answers."""
    watch = Stopwatch()
    limits = Limits(watch)
    verdicts = [limits.judge(said("mallory")) for _ in range(10_000)]

    assert verdicts.count(Verdict.TAKE) == PERSON.burst
    assert verdicts.count(Verdict.SPEAK) == 1
    assert limits.judge(said("ada")) is Verdict.TAKE


def test_after_a_rest_they_are_heard_again_and_told_anew() -> None:
    watch = Stopwatch()
    limits = Limits(watch, person=Rate(burst=10, per_minute=60))
    first = [limits.judge(said("ada")) for _ in range(12)]
    watch.seconds += 60
    second = [limits.judge(said("ada")) for _ in range(12)]

    assert first == second
    assert first[-2:] == [Verdict.SPEAK, Verdict.DROP]


def test_a_place_has_a_limit_of_its_own() -> None:
    """Many accounts in one server must not drown the other communities."""
    watch = Stopwatch()
    limits = Limits(watch, place=Rate(burst=5, per_minute=60))
    verdicts = [limits.judge(said(f"member-{n}", "harbour")) for n in range(6)]

    assert verdicts == [Verdict.TAKE] * 5 + [Verdict.SPEAK]
    assert limits.judge(said("member-9", "island")) is Verdict.TAKE
    assert limits.judge(said("member-9")) is Verdict.TAKE
