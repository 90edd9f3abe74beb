"""A sheet becomes a picture. Only the drawing process imports this."""

from __future__ import annotations

import io
import logging
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from PIL import Image

from bot.drawing import panels
from bot.drawing.looks import FAINT, FONT, INK, PAPER, Frame, wrapped
from bot.drawing.sheet import Sheet

WIDTH, MARGIN, GAP, DPI = 5.4, 0.36, 0.26, 185  # inches; about a thousand pixels wide
PAGE_WIDTH, PAGE_HEIGHT, PAGE_MARGIN, PAGE_DPI = 8.27, 11.69, 0.75, 150  # A4
SUBTITLE, FOOTER = 9.5, 7.5  # points
_SETTINGS = {
    "font.family": FONT,
    "text.parse_math": False,  # what members write is never a formula
    "pdf.fonttype": 42,  # text that can be searched and read aloud
}
_NO_TRACES = {"Creator": None, "Producer": None, "CreationDate": None}
_COLOURS = 128

logging.getLogger("matplotlib").setLevel(logging.ERROR)


def paint(sheet: Sheet, format: str) -> bytes:
    """The picture as PNG or PDF bytes, with nothing in it of when and by what it was made."""
    with mpl.rc_context(_SETTINGS):  # type: ignore[arg-type]
        figure, dpi = _laid_out(sheet)
        drawn = io.BytesIO()
        if format == "pdf":
            page = FigureCanvasPdf(figure)
            page.print_figure(drawn, format="pdf", facecolor=PAPER, metadata=_NO_TRACES)
        else:
            figure.set_dpi(dpi)
            figure.set_facecolor(PAPER)
            canvas: Any = FigureCanvasAgg(figure)
            canvas.draw()
            size = canvas.get_width_height(physical=True)
            image = Image.frombuffer("RGBA", size, canvas.buffer_rgba()).convert("RGB")
            # A tenth of the bytes: there are few colours besides the edges of letters.
            image.quantize(_COLOURS, Image.Quantize.FASTOCTREE).save(drawn, "png")
    return drawn.getvalue()


def _laid_out(sheet: Sheet) -> tuple[Figure, int]:
    """Panels below each other; on a page the last one gets what is left."""
    width, margin = (PAGE_WIDTH, PAGE_MARGIN) if sheet.page else (WIDTH, MARGIN)
    inner = width - 2 * margin
    subtitle = wrapped(sheet.subtitle, inner, SUBTITLE)
    footer = wrapped(sheet.footer, inner, FOOTER)
    head, foot = 0.26 + 0.2 * len(subtitle), 0.15 * len(footer)
    heights = [panels.height_of(panel, inner) for panel in sheet.panels]
    needed = 2 * margin + head + foot + sum(heights) + GAP * (len(heights) + bool(footer))
    height = PAGE_HEIGHT if sheet.page else needed
    if sheet.page and heights:
        heights[-1] = max(min(heights[-1], heights[-1] + height - needed), 0.0)

    figure = Figure(figsize=(width, height))
    whole = Frame(figure, left=margin, top=height, width=inner, height=height)
    top = height - margin
    whole.write(0, top - 0.19, sheet.title, size=14, weight="bold", color=INK)
    for row, line in enumerate(subtitle):
        whole.write(0, top - 0.43 - 0.2 * row, line, size=SUBTITLE, color=FAINT)
    for row, line in enumerate(reversed(footer)):
        whole.write(0, margin + 0.15 * row, line, size=FOOTER, color=FAINT)
    top -= head + GAP
    for panel, own in zip(sheet.panels, heights, strict=True):
        panels.draw(panel, Frame(figure, left=margin, top=top, width=inner, height=own))
        top -= own + GAP
    return figure, PAGE_DPI if sheet.page else DPI
