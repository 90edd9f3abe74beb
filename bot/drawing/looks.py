"""Colours, measures and letters of our pictures.

Shades run from dark to light in even steps of lightness, so that they keep their order in grey
and for every kind of colour vision; nothing is told by a colour alone.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from matplotlib.collections import PatchCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

FONT = "DejaVu Sans"
PAPER, INK, FAINT, RULE = "#ffffff", "#24292f", "#5b6470", "#d5d9de"
SHADES = ("#25305c", "#4d5f8c", "#8494a8", "#b9ba96", "#f5e6aa")
LINE, SPREAD = "#3c4a7a", "#cfd6e6"
TITLE = 0.32  # inches above each panel's drawing
ROW = 0.2  # inches of a line of small words
_LETTER = 0.54  # of the size: what a letter is wide on average


@dataclass(frozen=True, slots=True)
class Frame:
    """Where on a figure a panel is, in inches; `top` is counted from below.

    Everything is drawn in inches from the frame's own lower left corner, straight onto the figure:
    matplotlib's axes with their ticks would take most of the time.
    """

    figure: Figure
    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top - self.height

    def write(self, x: float, y: float, words: str, **look: Any) -> None:
        """Words at a place."""
        at = (self.left + x, self.bottom + y)
        self.figure.text(*at, shown(words), transform=self.figure.dpi_scale_trans, **look)

    def line(self, xs: Sequence[float], ys: Sequence[float], **look: Any) -> None:
        """A line from place to place, or marks there."""
        across, up = [self.left + x for x in xs], [self.bottom + y for y in ys]
        line = Line2D(across, up, transform=self.figure.dpi_scale_trans, **look)
        self.figure.add_artist(line)

    def boxes(
        self,
        boxes: Sequence[tuple[float, float, float, float]],
        colours: Sequence[str],
        **look: Any,
    ) -> None:
        """Rectangles as left, bottom, width and height, drawn all at once."""
        made = [Rectangle((self.left + x, self.bottom + y), w, h) for x, y, w, h in boxes]
        together = PatchCollection(
            made, facecolor=colours, transform=self.figure.dpi_scale_trans, **look
        )
        self.figure.add_artist(together)


def shade(level: int, count: int) -> str:
    """The shade of a level from 1 to `count`."""
    step = (level - 1) / max(count - 1, 1) * (len(SHADES) - 1)
    return SHADES[round(step)]


def ink_on(colour: str) -> str:
    """What can be read on a shade."""
    return PAPER if luminance(colour) < 0.2 else INK


def luminance(colour: str) -> float:
    """Relative luminance from 0 to 1. Source: WCAG 2.2, "relative luminance"."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def wrapped(words: str, width: float, size: float) -> list[str]:
    """Lines that fit into `width` inches."""
    return textwrap.wrap(shown(words), max(int(width * 72 / size / _LETTER), 8)) if words else []


def shown(words: str) -> str:
    """Words with what the font cannot show (most emoji) as a small square."""
    known = _glyphs()
    return "".join(letter if ord(letter) in known else "▫" for letter in words)


@lru_cache(maxsize=1)
def _glyphs() -> frozenset[int]:
    return frozenset(get_font(findfont(FontProperties(family=[FONT]))).get_charmap())
