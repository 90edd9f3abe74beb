"""The drawing process: it draws, it ends when idle, and no hanging one stops the next picture."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.checkins.looking_back import sheets
from bot.checkins.looking_back.figures import look
from bot.checkins.looking_back.wording import Wording
from bot.drawing.process import Drawing, DrawingError
from bot.drawing.sheet import Lines, Sheet
from storage.checkin_history import Answer
from tests.support.texts import own_texts

TODAY = date(2026, 11, 22)
PATIENCE = 240.0  # seconds, on a busy machine
HANGS = (sys.executable, "-c", "import time; time.sleep(600)")
DIES = (sys.executable, "-c", "import sys; sys.stdin.buffer.read(4)")


@pytest.fixture
async def drawing() -> AsyncIterator[Drawing]:
    made = Drawing(longest=PATIENCE)
    yield made
    await made.close()


def sheet(days: int, *, page: bool = False) -> Sheet:
    zone = ZoneInfo("UTC")
    answers = []
    for number in reversed(range(days)):
        day = TODAY - timedelta(days=number)
        word = ("good", "rough", "skip", "mixed")[number % 4]
        answers.append(Answer(day, word, datetime(day.year, day.month, day.day, 9, tzinfo=zone)))
    back = look(answers, TODAY - timedelta(days=365), TODAY, zone)
    make = sheets.page if page else sheets.picture
    return make(back, Wording(own_texts(), "de"), [(TODAY, "$\\frac{x}$ 🙂 <b>")])


async def test_every_length_of_history_is_drawn(drawing: Drawing) -> None:
    """From the first day to a year, as a picture and as a page, with any words in it."""
    for days in (0, 1, 3, 14, 365):
        assert (await drawing.draw(sheet(days), "png")).startswith(b"\x89PNG")
        first = drawing.pid
        pdf = await drawing.draw(sheet(days, page=True), "pdf")
        assert pdf.startswith(b"%PDF")
        assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") <= 1
        assert b"atplotlib" not in pdf
        assert drawing.pid == first


async def test_what_cannot_be_drawn_costs_only_itself(drawing: Drawing) -> None:
    """The process goes on with the next picture."""
    before = await drawing.draw(sheet(3), "png")
    pid = drawing.pid
    with pytest.raises(DrawingError, match="cannot draw that"):
        await drawing.draw(Sheet(title="x", panels=(Lines(title="y", lines=(7,)),)), "png")  # type: ignore[arg-type]

    assert await drawing.draw(sheet(3), "png") == before
    assert drawing.pid == pid


@pytest.mark.parametrize("command", [HANGS, DIES])
async def test_a_process_that_hangs_or_dies_is_no_end(command: tuple[str, ...]) -> None:
    """It is killed, and the next picture gets a fresh one."""
    broken = Drawing(command=command, longest=0.5 if command is HANGS else PATIENCE)
    with pytest.raises(DrawingError):
        await broken.draw(sheet(1), "png")

    assert broken.pid is None


async def test_it_ends_when_nothing_is_to_be_drawn() -> None:
    """A hundred MiB are given back."""
    drawing = Drawing(longest=PATIENCE, idle=0.05)
    await drawing.draw(sheet(1), "png")
    process = drawing._process
    assert process is not None
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    assert drawing.pid is None
    await drawing.draw(sheet(1), "png")
    await drawing.close()

    assert drawing.pid is None
