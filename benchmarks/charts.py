"""Looking back: charts drawn beside the loop, queries among millions of check-ins, a week's end.

Goals: a one-year chart within 250 ms (p99) off the loop, and 120 MiB after 200 of them; history and
summary queries within 20 ms (p99) on both databases with 3,000,000 check-ins of 10,000 members; a
night of 100,000 summaries within 5 minutes of processor time, the loop never held up for 100 ms.
"""

from __future__ import annotations

import asyncio
import os
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psutil
from sqlalchemy import insert, select, text, update

from benchmarks.databases import DUE, filled, fresh, in_a_process_of_its_own, merged
from benchmarks.delivery import AnswersAtOnce, Blocks
from bot.checkins.looking_back import sheets, summary
from bot.checkins.looking_back.figures import STEPS, look
from bot.checkins.looking_back.wording import Wording
from bot.clock import ManualClock
from bot.core import Core
from bot.drawing.process import Drawing
from bot.drawing.sheet import Sheet
from bot.features import all_features
from bot.metrics import Metrics
from bot.texts import Texts
from storage import checkin_history, checkins, members, outbox
from storage.checkin_history import Answer
from storage.checkins import WORD
from storage.database import Database, Transaction
from storage.ids import batched, new_ids
from storage.tables import checkins as checkin_table
from storage.tables import persons, schedules

WORDS = (*STEPS, "skip")
ASKED = 1_000  # members whose history is looked up
OF_SUMMARIES = 35  # days that one week's look back reads
TODAY = DUE.date()


def run(charts: int, members: int, days: int, summaries: int, databases: Sequence[str]) -> Any:
    """Measure charts, then each database in processes of their own."""
    figures: dict[str, Any] = {
        "load_before": os.getloadavg()[0],
        "charts": charts,
        "checkins": members * days,
        "members": members,
        "summaries": summaries,
    }
    if charts:
        figures |= in_a_process_of_its_own(_measure_charts, charts)
    parts = []
    for name in databases:
        if members:
            with fresh(name) as url:
                in_a_process_of_its_own(_fill, url, members, days)
                parts.append((name, in_a_process_of_its_own(_measure_queries, url)))
        if summaries:
            with fresh(name) as url:
                in_a_process_of_its_own(_fill, url, summaries, OF_SUMMARIES)
                parts.append((name, in_a_process_of_its_own(_measure_night, url, summaries)))
    for name in databases:
        figures |= merged([part for part in parts if part[0] == name])
    return figures | {"load_after": os.getloadavg()[0]}


# --- charts


def _measure_charts(charts: int) -> dict[str, Any]:
    return asyncio.run(_draw(charts))


async def _draw(charts: int) -> dict[str, Any]:
    drawing, blocks = Drawing(), Blocks()
    made = [_year(seed) for seed in range(20)]
    before = _resident(os.getpid())
    began = time.perf_counter()
    await drawing.draw(made[0], "png")
    first = time.perf_counter() - began
    fresh_mib = _resident(drawing.pid)
    watching = asyncio.create_task(blocks.watch())
    spent_before = _spent(drawing.pid)
    taken, size = [], 0
    for number in range(charts):
        began = time.perf_counter()
        size = len(await drawing.draw(made[number % len(made)], "png"))
        taken.append(time.perf_counter() - began)
    watching.cancel()
    spent = _spent(drawing.pid) - spent_before
    after_mib, own = _resident(drawing.pid), _resident(os.getpid()) - before
    await drawing.close()
    return {
        "first_chart_ms": _ms(first),
        "chart_ms_p50": _ms(statistics.median(taken)),
        "chart_ms_p99": _ms(_p99(taken)),
        "chart_ms_longest": _ms(max(taken)),
        "chart_cpu_ms": _ms(spent / charts),
        "chart_bytes": size,
        "chart_loop_block_ms": _ms(blocks.longest),
        "drawing_process_mib_at_first": round(fresh_mib, 1),
        "drawing_process_mib_after": round(after_mib, 1),
        "own_process_grew_mib": round(own, 1),
        "extra_mib": round(after_mib + own, 1),
    }


def _year(seed: int) -> Sheet:
    chance = random.Random(seed)
    answers = []
    for number in range(370, -1, -1):
        day = TODAY - timedelta(days=number)
        if chance.random() < 0.9:
            at = datetime(
                day.year, day.month, day.day, chance.choice((6, 12, 20)), tzinfo=DUE.tzinfo
            )
            answers.append(Answer(day, chance.choice(WORDS), at))
    back = look(answers, TODAY - timedelta(days=370), TODAY, ZoneInfo("UTC"))
    dates = [(TODAY - timedelta(days=30 * n), f"a date of {n}") for n in range(1, 5)]
    return sheets.picture(back, Wording(_TEXTS, "en"), dates)


_TEXTS = Texts()


def _spent(pid: int | None) -> float:
    """Processor seconds of a process."""
    times = psutil.Process(pid).cpu_times()
    return times.user + times.system


def _resident(pid: int | None) -> float:
    """Memory of a process in MiB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


# --- queries


def _fill(url: str, people: int, days: int) -> dict[str, Any]:
    database = filled(url, people)
    ids = database.read_sync(lambda tx: [id for (id,) in tx.execute(select(persons.c.id))])
    for some in batched(ids, 200):
        database.write_sync(partial(_answer, people=some, days=days))
    database.write_sync(lambda tx: tx.execute(text("ANALYZE")))
    database.close_sync()
    return {}


def _answer(tx: Transaction, people: Sequence[int], days: int) -> None:
    rows = []
    for person, key in tx.keys_of(people).items():
        for number, id in enumerate(new_ids(days)):
            day = TODAY - timedelta(days=number)
            word = key.seal_text(WORD, id, WORDS[(person + number * 7) % len(WORDS)])
            at = DUE - timedelta(days=number)
            rows.append({"id": id, "person": person, "day": day, "word": word, "answered_at": at})
    tx.execute(insert(checkin_table), rows)


def _measure_queries(url: str) -> dict[str, Any]:
    database = filled(url, 0)
    ids = database.read_sync(lambda tx: [id for (id,) in tx.execute(select(persons.c.id))])
    asked = random.Random(3).choices(ids, k=ASKED)
    counted = len(asked)
    figures: dict[str, Any] = {}
    for name, query in (("history", _history), ("summary", _summary)):
        _times(database, query, asked[:50])  # the first few open what stays open
        taken, spent = _times(database, query, asked)
        figures[f"{name}_query_ms_p50"] = _ms(statistics.median(taken))
        figures[f"{name}_query_ms_p99"] = _ms(_p99(taken))
        figures[f"{name}_query_cpu_ms_p99"] = _ms(_p99(spent))
    figures["asked"] = counted
    database.close_sync()
    return figures


def _times(
    database: Database, query: Callable[..., object], people: Sequence[int]
) -> tuple[list[float], list[float]]:
    """Seconds, and processor seconds of ours: on a busy machine the latter say more."""
    taken, spent = [], []
    for person in people:
        began, cpu = time.perf_counter(), time.thread_time()
        database.read_sync(partial(query, person=person))
        taken.append(time.perf_counter() - began)
        spent.append(time.thread_time() - cpu)
    return taken, spent


def _history(tx: Transaction, person: int) -> None:
    """All that `checkin history 53` reads, decrypted."""
    checkins.days_of(tx, person)
    checkin_history.answers_of(tx, [person], TODAY - timedelta(days=370), TODAY)
    checkins.between(tx, person, TODAY - timedelta(days=13), TODAY)
    checkin_history.wishes_of(tx, person)


def _summary(tx: Transaction, person: int) -> None:
    """All that one weekly look back reads."""
    members.recipients(tx, [person])
    checkin_history.answers_of(tx, [person], TODAY - timedelta(days=OF_SUMMARIES), TODAY)


# --- a night


def _measure_night(url: str, people: int) -> dict[str, Any]:
    return asyncio.run(_night(url, people))


async def _night(url: str, people: int) -> dict[str, Any]:
    database, clock, platform = filled(url, 0), ManualClock(DUE), AnswersAtOnce()
    await database.write(lambda tx: tx.execute(update(schedules).values(kind=summary.KIND)))
    features = all_features()
    core = Core(
        database=database,
        adapters=[platform],
        features=features,
        texts=Texts(),
        clock=clock,
        metrics=Metrics(),
    )
    blocks = Blocks()
    watching = asyncio.create_task(blocks.watch())
    began, cpu = time.perf_counter(), time.process_time()
    await core.planner.tick()
    stop = asyncio.Event()
    running = asyncio.create_task(core.run(stop))
    await core.settled()
    seconds, spent = time.perf_counter() - began, time.process_time() - cpu
    watching.cancel()
    stop.set()
    await running
    rows = await database.read(outbox.count_by_state)
    await database.close()
    if platform.taken != people:
        raise RuntimeError(f"{platform.taken} sent of {people}: {rows}")
    scale = 100_000 / people
    return {
        "summaries_seconds": round(seconds, 1),
        "summaries_cpu_seconds": round(spent, 1),
        "summaries_cpu_seconds_of_100000": round(spent * scale, 1),
        "summaries_loop_block_ms": _ms(blocks.longest),
        "summaries_peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _p99(taken: Sequence[float]) -> float:
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.99))]


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
