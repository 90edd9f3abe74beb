"""What somebody's days say: figures, words and the sheet behind the picture."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.checkins.looking_back import export, sheets
from bot.checkins.looking_back.counts import K, published
from bot.checkins.looking_back.figures import STEPS, Look, Part, difference, look, part_of
from bot.checkins.looking_back.wording import Wording
from bot.drawing.looks import SHADES, ink_on, luminance
from bot.drawing.sheet import Calendar, Course, from_data, to_data
from storage.checkin_history import Answer, Told
from tests.support.texts import own_texts

TODAY = date(2026, 11, 22)  # a Sunday
ZONE = ZoneInfo("Europe/Berlin")
WORDS = (*STEPS, "skip")


def answers(*words: str | None, until: date = TODAY, hour: int = 9) -> list[Answer]:
    """One a day up to `until`; None: no answer."""
    days = [until - timedelta(days=number) for number in range(len(words))]
    return [
        Answer(day, word, datetime.combine(day, time(hour), ZONE))
        for day, word in zip(reversed(days), words, strict=True)
        if word
    ]


def back(given: Sequence[Answer], weeks: int = 53) -> Look:
    return look(given, TODAY - timedelta(days=7 * weeks - 1), TODAY, ZONE)


histories = st.lists(st.sampled_from([*WORDS, None]), min_size=1, max_size=400)


# --- figures


def test_few_days_go_day_by_day_and_many_week_by_week() -> None:
    """A year of dots would be a cloud; a week of one dot would be nothing."""
    assert [step.mean for step in back(answers("rough", "skip", "good")).course] == [1, 5]
    months = back(answers(*["low", "good"] * 35))
    assert months.by_week
    assert {(step.low, step.high) for step in months.course} == {(2, 5)}


def test_no_line_leads_across_a_long_gap() -> None:
    """What was not told is not made up."""
    course = back(answers("good", None, "good", *[None] * 9, "low")).course

    assert [step.joined for step in course] == [False, True, False]


def test_an_answer_counts_for_the_hour_of_its_own_day() -> None:
    """A day that was filled in, or changed, later says nothing about an hour."""
    (late,) = answers("okay", hour=23)
    filled_in = Answer(TODAY - timedelta(days=3), "okay", late.answered_at)

    assert part_of(late, ZONE) is Part.NIGHT
    assert part_of(late, ZoneInfo("UTC")) is Part.NIGHT
    assert part_of(late, ZoneInfo("Asia/Tokyo")) is None
    assert part_of(filled_in, ZONE) is None


def test_times_are_told_beside_ones_own_average_and_not_from_too_few() -> None:
    """Three Mondays tell something; two do not."""
    days = answers(*["good", *["okay"] * 6] * 3)
    found = back(days)
    too_few = back(days[7:])

    assert found.weekdays[0] is not None
    assert found.weekdays[0] > 0.8
    assert too_few.weekdays[0] is None


@given(histories)
def test_whatever_was_answered_is_counted_once(words: list[str | None]) -> None:
    """No day is lost or doubled, and averages stay among the words."""
    given_days = answers(*words)
    found = back(given_days, weeks=60)
    cells = [c for week in _calendar(found).weeks for c in week if c.inside and c.answered]

    assert len(found.answers) == len(given_days) == len(cells)
    assert all(1 <= step.low <= step.mean <= step.high <= 5 for step in found.course)
    together = [
        n * value for n, value in zip(_weekday_counts(found), found.weekdays, strict=True) if value
    ]
    if None not in found.weekdays:
        assert sum(together) == pytest.approx(0, abs=1e-6)


def _weekday_counts(found: Look) -> list[int]:
    days = [answer.day.weekday() for answer in found.answers if answer.word in STEPS]
    return [days.count(weekday) for weekday in range(7)]


def test_weeks_are_compared_only_where_both_say_enough() -> None:
    """Two days are no week."""
    week, before = answers("low", "low", "low"), answers("okay", "okay", "good")

    assert difference(week, before) == pytest.approx(-7 / 3)
    assert difference(week[:2], before) is None
    assert difference(week, answers("skip", "skip", "skip")) is None


# --- the sheet, and what is said of it


def _calendar(found: Look, language: str = "en") -> Calendar:
    sheet = sheets.picture(found, Wording(own_texts(), language))
    return next(panel for panel in sheet.panels if isinstance(panel, Calendar))


@given(histories)
def test_a_sheet_travels_to_the_drawing_process_unchanged(words: list[str | None]) -> None:
    """Nothing is drawn that is not in it."""
    sheet = sheets.page(back(answers(*words)), Wording(own_texts(), "es"), [(TODAY, "$x_2$ 🙂")])

    assert from_data(to_data(sheet)) == sheet


def test_days_before_the_first_answer_are_not_shown_as_missed() -> None:
    """Who began three days ago was not away before."""
    cells = [c for week in _calendar(back(answers("okay", None, "good"))).weeks for c in week]

    assert [(c.number, c.level, c.answered) for c in cells if c.inside] == [
        (20, 4, True),
        (21, None, False),
        (22, 5, True),
    ]


def test_the_description_says_what_the_picture_says() -> None:
    """For whoever does not see it, and within what Discord takes."""
    wording = Wording(own_texts(), "en")
    found = back(answers(*["good", *["low"] * 6] * 12))
    said = wording.description(found, [(TODAY, "x" * 2_000)])

    assert "from Aug 31, 2026 to Nov 22, 2026, 84 answers: good 12, low 72." in said
    assert "Lighter than usual: Monday." in said
    assert len(said) < 1_024


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_a_picture_speaks_the_members_language(language: str) -> None:
    """Its words are those on the buttons."""
    sheet = sheets.picture(back(answers("good", "rough")), Wording(own_texts(), language))
    course = next(panel for panel in sheet.panels if isinstance(panel, Course))

    assert course.levels[0] == own_texts().line(language, "checkin-word-rough")
    assert len(sheet.panels) == 2  # too few days for what lies beside the usual


def test_shades_keep_their_order_in_grey() -> None:
    """Each is clearly lighter than the one before, and what stands on it can be read."""
    lightness = [luminance(shade) for shade in SHADES]

    assert all((b + 0.05) / (a + 0.05) > 1.4 for a, b in pairwise(lightness))
    for shade in SHADES:
        pair = sorted((luminance(shade), luminance(ink_on(shade))))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


# --- tables and counts


@pytest.mark.parametrize("value", ["=1", "+1", "-1", "@a", "\tx"])
def test_no_cell_of_a_table_is_a_formula(value: str) -> None:
    """A counsellor's spreadsheet runs nothing."""
    table = export.as_csv([{"day": "2026-11-22", "note": value}]).decode("utf-8-sig")

    ((_, cell),) = list(csv.reader(io.StringIO(table)))[1:]
    assert cell == f"'{value}"


def test_of_few_nothing_is_told() -> None:
    """Neither of five, nor of fewer."""
    assert [published(None, TODAY, n).told for n in (0, 4, 5, 6, 9, 10, 14)] == [
        0, 0, 0, 5, 5, 10, 10,
    ]  # fmt: skip


@given(st.lists(st.integers(0, 60), min_size=2, max_size=20))
def test_no_single_person_changes_what_is_told(weeks: list[int]) -> None:
    """Above five, a number only moves by the doing of five; within a week it never does."""
    told: Told | None = None
    for number, counted in enumerate(weeks):
        week = TODAY + timedelta(weeks=number)
        after = published(told, week, counted)
        if told is not None and counted > K and after.told != told.told:
            assert abs(counted - told.counted) >= K
        assert after.told == 0 or counted > K
        assert after.told % 5 == 0
        told = after


def test_answers_given_at_midnight_belong_to_the_night() -> None:
    """The night is one part of the day, before and after midnight."""
    early = Answer(TODAY, "okay", datetime(2026, 11, 22, 0, 30, tzinfo=UTC))

    assert part_of(early, ZoneInfo("UTC")) is Part.NIGHT
