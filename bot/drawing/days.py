"""Days as shades: a few weeks as a month is printed, many weeks side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.drawing.looks import FAINT, INK, PAPER, ROW, RULE, TITLE, Frame, ink_on, shade
from bot.drawing.sheet import Calendar, Cell

SMALL = 8.5  # points
_MONTH_UP_TO = 7  # weeks that are shown one below the other, with the days' numbers
_SIDE_BY_SIDE, _SIDE_BY_SIDE_WIDE = 27, 54  # weeks at most, else a second row begins
WIDE = 5.0  # inches from which on they are those of a page
_ROW_HEIGHT = 0.33  # inches of a week in a printed month
_MONTHS, _WEEKDAYS = 0.5, 0.42  # inches for names on the left
_LARGEST = 0.3  # inches of a day there
_KEY = 0.34  # inches for what the shades mean
_BETWEEN = 0.12  # inches between rows of weeks


def height_of(panel: Calendar, width: float) -> float:
    """Inches, without the title."""
    if len(panel.weeks) <= _MONTH_UP_TO:
        return 0.22 + _ROW_HEIGHT * len(panel.weeks) + _KEY
    side = _side(panel, width)
    bands = -(-len(panel.weeks) // _most(width))
    return bands * (7 * side + ROW) + (bands - 1) * _BETWEEN + _KEY


def draw(panel: Calendar, frame: Frame) -> None:
    """Draw the days and the key to their shades."""
    days = _Days(len(panel.levels))
    if len(panel.weeks) <= _MONTH_UP_TO:
        _printed_month(panel, days, frame)
    else:
        _many_weeks(panel, days, frame)
    _key(panel, days, frame)
    frame.boxes(days.boxes, days.colours, edgecolor=RULE, linewidth=0.6)
    if days.dots:
        across, up = zip(*days.dots, strict=True)
        frame.line(across, up, linestyle="", marker=".", markersize=5, color=FAINT)


@dataclass(slots=True)
class _Days:
    """Days that are to be drawn, all at once: one by one they would take most of the time.

    Args:
        levels: how many there are.
        boxes: left, bottom, width and height. dots: days that were answered without a word.
    """

    levels: int
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    colours: list[str] = field(default_factory=list)
    dots: list[tuple[float, float]] = field(default_factory=list)

    def add(self, cell: Cell, left: float, bottom: float, wide: float, high: float) -> str:
        """One day, in inches from the frame's corner. Returns: its colour."""
        colour = PAPER if cell.level is None else shade(cell.level, self.levels)
        if cell.inside:
            gap = 0.06 * min(wide, high)
            self.boxes.append((left + gap, bottom + gap, wide - 2 * gap, high - 2 * gap))
            self.colours.append(colour)
            if cell.answered and cell.level is None:
                # Beside the number in a printed month, in the middle of a bare day.
                across = 0.86 if wide > 1.2 * high else 0.5
                self.dots.append((left + wide * across, bottom + high / 2))
        return colour


def _most(width: float) -> int:
    return _SIDE_BY_SIDE_WIDE if width > WIDE else _SIDE_BY_SIDE


def _side(panel: Calendar, width: float) -> float:
    """Inches of a day where weeks stand side by side."""
    return min((width - _WEEKDAYS) / min(len(panel.weeks), _most(width)), _LARGEST)


def _printed_month(panel: Calendar, days: _Days, frame: Frame) -> None:
    wide = (frame.width - _MONTHS) / 7
    top = frame.height - TITLE
    for column, name in enumerate(panel.weekdays):
        words: dict[str, Any] = {"size": SMALL, "color": FAINT, "ha": "center", "va": "center"}
        frame.write(_MONTHS + (column + 0.5) * wide, top - 0.08, name, **words)
    months = dict(panel.months)
    for row, week in enumerate(panel.weeks):
        bottom = top - 0.22 - (row + 1) * _ROW_HEIGHT
        if row in months:
            frame.write(
                0, bottom + _ROW_HEIGHT / 2, months[row], size=SMALL, color=INK, va="center"
            )
        for column, cell in enumerate(week):
            left = _MONTHS + column * wide
            colour = days.add(cell, left, bottom, wide, _ROW_HEIGHT)
            if cell.inside:
                words = {"size": SMALL, "color": ink_on(colour), "ha": "center", "va": "center"}
                middle = bottom + _ROW_HEIGHT / 2
                frame.write(left + wide / 2, middle, str(cell.number), **words)


def _many_weeks(panel: Calendar, days: _Days, frame: Frame) -> None:
    side = _side(panel, frame.width)
    months = _apart(panel)
    top = frame.height - TITLE
    most = _most(frame.width)
    for first in range(0, len(panel.weeks), most):
        for row in (0, 2, 4, 6):
            middle = top - ROW - (row + 0.5) * side
            frame.write(0, middle, panel.weekdays[row], size=SMALL - 1, color=FAINT, va="center")
        for column, week in enumerate(panel.weeks[first : first + most]):
            left = _WEEKDAYS + column * side
            if first + column in months:
                frame.write(left, top - 0.12, months[first + column], size=SMALL, color=INK)
            for row, cell in enumerate(week):
                days.add(cell, left, top - ROW - (row + 1) * side, side, side)
        top -= 7 * side + ROW + _BETWEEN


def _apart(panel: Calendar) -> dict[int, str]:
    """The months' names, without a first one that would stand in the second."""
    months = list(panel.months)
    if len(months) > 1 and months[1][0] - months[0][0] < 3:
        del months[0]
    return dict(months)


def _key(panel: Calendar, days: _Days, frame: Frame) -> None:
    side = 0.15
    cells = [
        *(Cell(number=0, level=level) for level in range(1, len(panel.levels) + 1)),
        Cell(number=0, answered=True),
        Cell(number=0),
    ]
    names = (*panel.levels, panel.answered, panel.empty)
    room = [side + 0.07 + 0.068 * len(name) + 0.14 for name in names]
    squeeze = min(1.0, frame.width / sum(room))
    left = 0.0
    for cell, name, wide in zip(cells, names, room, strict=True):
        days.add(cell, left, 0.04, side, side)
        frame.write(
            left + side + 0.05,
            0.04 + side / 2,
            name,
            size=(SMALL - 0.5) * min(1.0, squeeze * 1.04),
            color=FAINT,
            va="center",
        )
        left += wide * squeeze
