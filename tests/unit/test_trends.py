"""The weeks of a community as a picture: what is on it, and what is not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.checkins.looking_back.counts import WEEKS
from bot.drawing.sheet import Course
from bot.moderation.trends import Trends, Weeks, description, sheet
from tests.support.texts import own_texts

FIRST = date(2026, 8, 31)


def weeks(*counts: int | None) -> Weeks:
    return [(FIRST + timedelta(days=7 * n), count) for n, count in enumerate(counts)]


def courses(trends: Trends) -> list[Course]:
    panels = sheet(trends, own_texts(), "en").panels
    assert all(isinstance(panel, Course) for panel in panels)
    return [panel for panel in panels if isinstance(panel, Course)]


def test_a_week_that_is_not_told_is_a_gap() -> None:
    """No point, and no line across it; the picture says why."""
    trends = Trends(checked_in=weeks(10, 15, None, 5, 10), meetings=weeks(0, 0, 0, 0, 0))
    (course,) = courses(trends)

    assert [point.at for point in course.points] == [0.0, 0.25, 0.75, 1.0]
    assert [point.joined for point in course.points] == [False, True, False, True]
    assert "five members or fewer" in sheet(trends, own_texts(), "en").footer


def test_numbers_stand_where_the_scale_says() -> None:
    """From nothing on, in a few round steps."""
    (course,) = courses(Trends(checked_in=weeks(20, 35), meetings=weeks(0, 0)))

    assert course.levels == ("0", "10", "20", "30", "40")
    assert [point.level for point in course.points] == [3.0, 4.5]
    assert sheet(Trends(checked_in=weeks(20), meetings=weeks(0)), own_texts(), "en").footer == ""


@pytest.mark.parametrize("highest", [1, 4, 5, 6, 30, 95, 3_000, 123_456, 499_999])
def test_every_scale_has_few_steps(highest: int) -> None:
    """It stays readable for three meetings and for a hundred thousand members."""
    course = courses(Trends(checked_in=weeks(*[None] * 11, None), meetings=weeks(0, highest)))[0]

    assert 2 <= len(course.levels) <= 6
    assert int(course.levels[-1]) >= highest


def test_no_meetings_and_nobody_told_is_nothing_to_draw() -> None:
    """An empty picture would only look broken."""
    assert not Trends(checked_in=weeks(None, None), meetings=weeks(0, 0)).anything
    assert Trends(checked_in=weeks(None, 5), meetings=weeks(0, 0)).anything
    assert Trends(checked_in=weeks(None, None), meetings=weeks(1, 0)).anything


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_the_words_tell_all_that_the_picture_does(language: str) -> None:
    """For those who don't see it: every week, and which of them are not told."""
    trends = Trends(checked_in=weeks(*[10] * (WEEKS - 1), None), meetings=weeks(*range(WEEKS)))
    texts = own_texts()
    said = description(trends, texts, language)

    assert said.count("10") >= WEEKS - 1
    assert len(said) < 1000  # what platforms keep of it
    assert said.count(texts.line(language, "trends-no-number")) == 1
    for number in range(WEEKS):
        assert f" {number}" in said
    for panel in sheet(trends, texts, language).panels:
        assert panel.title in said
