"""Every counting rule, as examples and against counting day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.checkins.dates.counting import Counts, Gap, count, days_in_all, runs

TODAY = date(2026, 11, 22)


def gap(day: str, on_from: str | None = None) -> Gap:
    return Gap(date.fromisoformat(day), date.fromisoformat(on_from or day))


@pytest.mark.parametrize(
    ("since", "gaps", "days", "longest", "total"),
    [
        pytest.param("2026-11-22", [], 0, 0, 0, id="today: nothing yet, and no day one"),
        pytest.param("2026-10-23", [], 30, 30, 30, id="thirty days"),
        pytest.param("2026-11-23", [], 0, 0, 0, id="tomorrow, after a journey west"),
        pytest.param("2026-10-01", [gap("2026-11-20")], 2, 50, 52, id="a lapse: all days stay"),
        pytest.param("2026-10-01", [gap("2026-11-22")], 0, 52, 52, id="a lapse today"),
        pytest.param("2026-10-01", [gap("2026-11-23")], 0, 52, 52, id="told further east"),
        pytest.param(
            "2026-10-01", [gap("2026-10-11", "2026-10-21")], 32, 32, 42, id="ten days in between"
        ),
        pytest.param(
            "2026-10-01", [gap("2026-11-20"), gap("2026-10-11")], 2, 40, 52, id="back-dated"
        ),
        pytest.param(
            "2026-10-01", [gap("2026-10-11"), gap("2026-10-11")], 42, 42, 52, id="told twice"
        ),
        pytest.param(
            "2026-10-01",
            [gap("2026-10-11", "2026-10-21"), gap("2026-10-15", "2026-10-18")],
            32,
            32,
            42,
            id="one within another",
        ),
        pytest.param("2026-11-01", [gap("2026-10-11")], 21, 21, 21, id="before the beginning"),
        pytest.param(
            "2026-11-01", [gap("2026-10-11", "2026-11-11")], 11, 11, 11, id="reaching into it"
        ),
    ],
)
def test_what_a_date_amounts_to(
    since: str, gaps: list[Gap], days: int, longest: int, total: int
) -> None:
    """A lapse parts the days and takes none; days in between count only if they were lived so."""
    counted = count(date.fromisoformat(since), gaps, TODAY)

    assert (counted.days, counted.longest, counted.total) == (days, longest, total)


DAYS = st.dates(date(2024, 1, 1), date(2024, 4, 30))
GAPS = st.lists(
    st.builds(lambda day, more: Gap(day, day + timedelta(days=more)), DAYS, st.integers(0, 20)),
    max_size=6,
)


def day_by_day(since: date, gaps: list[Gap], today: date) -> list[set[date]]:
    """The runs, by walking through the calendar."""
    gaps = [Gap(min(g.day, today), min(g.on_from, today)) for g in gaps]
    walked: list[set[date]] = [set()]
    day = since
    while day < today:
        if any(each.day == day for each in gaps):
            walked.append(set())
        if any(each.day <= day < each.on_from for each in gaps):
            if walked[-1]:
                walked.append(set())
        else:
            walked[-1].add(day)
        day += timedelta(days=1)
    if any(each.day == today for each in gaps) or any(
        each.day <= today - timedelta(days=1) < each.on_from for each in gaps
    ):
        walked.append(set())
    return walked


@given(DAYS, GAPS, DAYS)
def test_counting_is_walking_through_the_calendar(
    since: date, gaps: list[Gap], today: date
) -> None:
    """However lapses overlap, whatever order they were told in, wherever the day stands."""
    walked = day_by_day(since, gaps, today)

    counted = count(since, gaps, today)

    assert counted.total == sum(map(len, walked))
    assert counted.longest == max(map(len, walked))
    assert counted.days == len(walked[-1])
    assert {(run.first, run.days) for run in runs(since, gaps, today) if run.days} == {
        (min(days), len(days)) for days in walked if days
    }


@given(DAYS, GAPS, DAYS)
def test_the_order_in_which_lapses_are_told_means_nothing(
    since: date, gaps: list[Gap], today: date
) -> None:
    """Nor does telling one twice."""
    assert count(since, [*reversed(gaps), *gaps], today) == count(since, gaps, today)


@given(DAYS, GAPS, DAYS)
def test_a_lapse_of_today_takes_nothing(since: date, gaps: list[Gap], today: date) -> None:
    """The longest run and all days together are what they were before it was told."""
    before = count(since, gaps, today)

    after = count(since, [*gaps, Gap(today, today)], today)

    assert (after.longest, after.total) == (before.longest, before.total)
    assert after.days == 0


@given(DAYS, GAPS, DAYS, st.integers(0, 40))
def test_time_alone_never_takes_days_away(
    since: date, gaps: list[Gap], today: date, later: int
) -> None:
    """Nothing falls while nobody tells anything."""
    now, then = count(since, gaps, today), count(since, gaps, today + timedelta(days=later))

    assert then.total >= now.total
    assert then.longest >= now.longest


@given(DAYS, DAYS, DAYS)
def test_correcting_a_date_backwards_only_adds(one: date, other: date, today: date) -> None:
    """Somebody finds out that it was longer than they thought."""
    earlier, later = sorted((one, other))

    assert count(earlier, [], today).days >= count(later, [], today).days >= 0


@given(DAYS, GAPS, DAYS)
def test_a_journey_west_never_makes_a_count_negative(
    since: date, gaps: list[Gap], today: date
) -> None:
    """The member's own calendar may go back a day."""
    yesterday = count(since, gaps, today - timedelta(days=1))

    assert yesterday.days >= 0
    assert count(since, gaps, today).total - yesterday.total in (0, 1)


@given(st.lists(st.tuples(DAYS, GAPS), max_size=4), DAYS)
def test_days_of_several_dates_count_once(
    several: list[tuple[date, list[Gap]]], today: date
) -> None:
    """Two dates that overlap do not make more days than there were."""
    walked = [days for since, gaps in several for days in day_by_day(since, gaps, today)]

    counted = days_in_all([runs(since, gaps, today) for since, gaps in several])

    assert counted == len(set().union(*walked))


def test_a_run_begins_where_it_goes_on() -> None:
    """Milestones are counted from there."""
    counted = count(date(2026, 1, 1), [gap("2026-11-01", "2026-11-10")], TODAY)

    assert counted == Counts(run_from=date(2026, 11, 10), days=12, longest=304, total=316)
