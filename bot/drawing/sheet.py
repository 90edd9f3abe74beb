"""What is on a picture: words and numbers, ready to be drawn, in no language of ours.

All of it is plain data, so that what a picture says can be read without drawing it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One step of a course.

    Args:
        at: where it stands from left to right, from 0 to 1.
        level: its mean, counted in levels from 1; low, high: between which it lay.
        joined: a line leads to it from the point before; not across a gap.
    """

    at: float
    level: float
    low: float
    high: float
    joined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A date in a course; the words stand below it, behind a number."""

    at: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How something went over time.

    Args:
        levels: their names, the lowest first.
        ticks: what stands below, and where, from 0 to 1.
    """

    title: str
    levels: tuple[str, ...]
    points: tuple[Point, ...]
    ticks: tuple[tuple[float, str], ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One day of a calendar.

    Args:
        number: of the day in its month.
        level: from 1; None without one.
        answered: there was an answer, be it one without a level.
        inside: it belongs to the days that are shown.
    """

    number: int
    level: int | None = None
    answered: bool = False
    inside: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Days as shades, week by week.

    Args:
        weekdays: seven short names, Monday first.
        weeks: seven cells each, Monday first; oldest first.
        months: names, by the week in which the month begins to be shown.
        levels: names of the shades, the lowest first.
        answered, empty: what a day with an answer without a level, and one without any, is called.
    """

    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Cell, ...], ...]
    months: tuple[tuple[int, str], ...]
    levels: tuple[str, ...]
    answered: str
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How far something lies above or below the middle; None: too few to tell."""

    label: str
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Groups of bars around one middle.

    Args:
        above, middle, below: what the middle and its two sides are called.
        groups: side by side.
        note: what a missing bar means.
    """

    title: str
    above: str
    middle: str
    below: str
    groups: tuple[tuple[Bar, ...], ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Words, a paragraph each; those that do not fit on a page are counted.

    Args:
        more: what stands below if some were left out, with `{count}` in it.
    """

    title: str
    lines: tuple[str, ...]
    more: str = ""


Panel = Course | Calendar | Bars | Lines
_PANELS: Mapping[str, type[Any]] = {each.__name__: each for each in (Course, Calendar, Bars, Lines)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One picture, from top to bottom.

    Args:
        page: it fills one page of A4; else it is as high as it needs to be.
    """

    title: str
    subtitle: str = ""
    panels: tuple[Panel, ...] = field(default=())
    footer: str = ""
    page: bool = False


def to_data(sheet: Sheet) -> dict[str, Any]:
    """A sheet as JSON-ready data."""
    data = asdict(sheet)
    data["panels"] = [[type(panel).__name__, asdict(panel)] for panel in sheet.panels]
    return data


def from_data(data: Mapping[str, Any]) -> Sheet:
    """The inverse of `to_data`. Raises: KeyError or TypeError if it is no sheet."""
    panels = tuple(_panel(kind, dict(given)) for kind, given in data["panels"])
    return Sheet(**{**data, "panels": panels})


def _panel(kind: str, given: dict[str, Any]) -> Panel:
    match kind:
        case "Course":
            given["points"] = tuple(Point(**each) for each in given["points"])
            given["marks"] = tuple(Mark(**each) for each in given["marks"])
        case "Calendar":
            given["weeks"] = tuple(tuple(Cell(**day) for day in week) for week in given["weeks"])
        case "Bars":
            given["groups"] = tuple(tuple(Bar(**bar) for bar in group) for group in given["groups"])
    made: Panel = _PANELS[kind](**given)
    return made
