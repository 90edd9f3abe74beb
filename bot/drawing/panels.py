"""The parts of a sheet, drawn; calendars are in `days`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from bot.drawing import days
from bot.drawing.looks import FAINT, INK, LINE, PAPER, ROW, RULE, SPREAD, TITLE, Frame, shown
from bot.drawing.looks import wrapped as _wrapped
from bot.drawing.sheet import Bar, Bars, Calendar, Course, Lines, Panel, Point

SMALL, WORDS = 8.5, 9.5  # points
_EDGE = 0.26  # inches of a course that stay free, on both sides together
_MIDDLE: dict[str, Any] = {"size": SMALL, "color": INK, "ha": "center", "va": "center"}
_SIDE: dict[str, Any] = {"size": 9, "color": FAINT, "ha": "right", "va": "center"}
_BELOW: dict[str, Any] = {"size": 9, "color": FAINT, "ha": "center", "va": "center"}
_CLOSE = 0.035  # of the width: nearer points are drawn smaller


def height_of(panel: Panel, width: float) -> float:
    """Inches, the title included."""
    match panel:
        case Course():
            return TITLE + _high(width, 2.1, 1.7) + ROW * len(_legend(panel, width))
        case Calendar():
            return TITLE + days.height_of(panel, width)
        case Bars():
            note = _wrapped(panel.note, width, SMALL)
            return TITLE + _high(width, 1.45, 1.1) + ROW * len(note)
        case Lines():
            rows = [len(_wrapped(line, width, WORDS)) for line in panel.lines]
            return TITLE + ROW * sum(rows) + 0.06 * len(rows)


def _high(width: float, narrow: float, wide: float) -> float:
    """On a page, what is drawn can be lower."""
    return wide if width > days.WIDE else narrow


def draw(panel: Panel, frame: Frame) -> None:
    """Draw one panel into its frame."""
    if frame.height <= TITLE:
        return
    frame.write(
        0, frame.height - 0.12, panel.title, size=10.5, weight="bold", color=INK, va="center"
    )
    match panel:
        case Course():
            _course(panel, frame)
        case Calendar():
            days.draw(panel, frame)
        case Bars():
            _bars(panel, frame)
        case Lines():
            _lines(panel, frame)


# --- a course


def _legend(panel: Course, width: float) -> list[str]:
    """The words of the marks, behind their numbers."""
    named = [f"{number}  {mark.words}" for number, mark in enumerate(panel.marks, 1)]
    return [line for words in named for line in _wrapped(words, width, SMALL)]


def _course(panel: Course, frame: Frame) -> None:
    legend = _legend(panel, frame.width)
    left = _room_for(panel.levels)
    below = 0.3 + ROW * len(legend)
    room = frame.height - TITLE - below - (0.32 if panel.marks else 0.06)
    wide = frame.width - left - _EDGE

    def across(at: float) -> float:
        return left + _EDGE / 2 + at * wide

    def up(level: float) -> float:
        return below + (level - 0.6) / (len(panel.levels) - 0.6) * room

    for level, name in enumerate(panel.levels, 1):
        frame.line((left, frame.width), (up(level), up(level)), color=RULE, linewidth=0.7)
        frame.write(left - 0.08, up(level), name, **_SIDE)
    for at, words in panel.ticks:
        frame.write(across(at), below - 0.12, words, **_BELOW)
    close = any(after.at - before.at < _CLOSE for before, after in pairwise(panel.points))
    for point in panel.points:
        if point.high > point.low:
            spread: dict[str, Any] = {"linewidth": 3.5 if close else 6, "color": SPREAD}
            spread |= {"solid_capstyle": "round"}
            frame.line((across(point.at),) * 2, (up(point.low), up(point.high)), **spread)
    for run in _runs(panel.points):
        dots: dict[str, Any] = {"marker": "o", "markersize": 4 if close else 6.5}
        dots |= {"markeredgecolor": PAPER, "markeredgewidth": 0.5 if close else 0.9}
        heights = [up(point.level) for point in run]
        frame.line([across(p.at) for p in run], heights, color=LINE, linewidth=1.5, **dots)
    for number, mark in enumerate(panel.marks, 1):
        place, high = across(mark.at), up(len(panel.levels)) + 0.13
        dashes: dict[str, Any] = {"linestyle": (0, (2, 2)), "linewidth": 0.9, "color": FAINT}
        frame.line((place, place), (below, high), **dashes)
        ring = {"boxstyle": "circle,pad=0.2", "fc": PAPER, "ec": FAINT, "lw": 0.7}
        frame.write(place, high + 0.08, str(number), bbox=ring, **_MIDDLE | {"size": 7.5})
    _rows(frame, legend, ROW * len(legend), SMALL, FAINT)


def _room_for(names: Sequence[str]) -> float:
    """Inches on the left for the longest of these."""
    return 0.16 + 0.085 * max(map(len, names))


def _runs(points: Sequence[Point]) -> list[list[Point]]:
    """Points that one line leads through; across a gap there is none."""
    runs: list[list[Point]] = []
    for point in points:
        if point.joined and runs:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


# --- bars


def _bars(panel: Bars, frame: Frame) -> None:
    note = _wrapped(panel.note, frame.width, SMALL)
    left = _room_for((panel.above, panel.middle, panel.below))
    below = 0.3 + ROW * len(note)
    half = (frame.height - TITLE - below - 0.06) / 2
    places = _places(panel.groups)
    wide = (frame.width - left) / (places[-1] + 1.2)
    bars = [bar for group in panel.groups for bar in group]
    reach = max([1.0, *(math.ceil(abs(bar.value or 0) * 2) / 2 for bar in bars)])
    for side, words in ((1, panel.above), (0, panel.middle), (-1, panel.below)):
        height = below + half * (1 + side)
        rule = {"color": RULE, "linewidth": 0.7} if side else {"color": FAINT, "linewidth": 0.9}
        frame.line((left, frame.width), (height, height), **rule)
        frame.write(left - 0.08, height, words, **_SIDE)
    boxes = []
    for place, bar in zip(places, bars, strict=True):
        middle = left + (place + 0.6) * wide
        frame.write(middle, below - 0.15, bar.label, **_MIDDLE)
        if bar.value is None:
            circle: dict[str, Any] = {"marker": "o", "markersize": 4, "markeredgecolor": FAINT}
            frame.line((middle,), (below + half,), color=PAPER, **circle)
        else:
            high = bar.value / reach * half
            boxes.append((middle - 0.3 * wide, below + half + min(high, 0), 0.6 * wide, abs(high)))
    frame.boxes(boxes, [LINE] * len(boxes), linewidth=0)
    _rows(frame, note, ROW * len(note), SMALL, FAINT)


def _places(groups: Sequence[Sequence[Bar]]) -> list[float]:
    """Where each bar stands; long labels need more room, and groups have some between them."""
    places: list[float] = []
    at = 0.0
    for group in groups:
        apart = 0.85 + 0.15 * max(len(bar.label) for bar in group)
        places += [at + number * apart for number in range(len(group))]
        at = places[-1] + apart + 0.8
    return places


# --- words


def _lines(panel: Lines, frame: Frame) -> None:
    """As many paragraphs as fit, and how many did not."""
    room = frame.height - TITLE
    paragraphs = [_wrapped(line, frame.width, WORDS) for line in panel.lines]
    needed = [ROW * len(each) + 0.06 for each in paragraphs]
    fitting = 0
    while fitting < len(needed) and sum(needed[: fitting + 1]) <= room + 0.01:
        fitting += 1
    if fitting < len(needed) and panel.more:
        while fitting and sum(needed[:fitting]) > room - ROW:
            fitting -= 1
        more = panel.more.replace("{count}", str(len(needed) - fitting))
        paragraphs, needed = [*paragraphs[:fitting], [shown(more)]], [*needed[:fitting], ROW]
        fitting += 1
    top = room
    for paragraph, height in zip(paragraphs[:fitting], needed, strict=False):
        _rows(frame, paragraph, top, WORDS, INK)
        top -= height


def _rows(frame: Frame, lines: Sequence[str], top: float, size: float, colour: str) -> None:
    """Lines below each other; `top` in inches from the frame's lower edge."""
    for row, line in enumerate(lines):
        frame.write(0, top - ROW * row - 0.14, line, size=size, color=colour)
