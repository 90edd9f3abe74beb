"""Databases to measure on, and members to fill them with."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import insert

from bot.wall_time import next_due
from storage.database import Database, Transaction, open_database
from storage.encryption import MasterKey
from storage.ids import new_ids
from storage.members import USER
from storage.schedules import EVERY_DAY
from storage.tables import accounts, checkin_plans, person_keys, persons, schedules

KEY = MasterKey.from_base64("A" * 43 + "=")
ZONES = ("Europe/Berlin", "America/New_York", "America/Chicago", "Europe/Madrid", "UTC")
DUE = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
_CHUNK = 5_000
_MOMENT = timedelta(milliseconds=1)


@contextmanager
def fresh(dialect: str) -> Iterator[str]:
    """The URL of an empty database that is gone afterwards; servers listen on loopback only."""
    if dialect == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'handrail.db'}"
        return
    from tests.support.postgres import PostgresServer

    server = PostgresServer()
    server.start()
    try:
        yield server.url(server.create_database())
    finally:
        server.stop()
        server.remove()


def quiet() -> None:
    """Log warnings only, as an operator would under load."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))


def in_a_process_of_its_own(work: Callable[..., dict[str, Any]], *given: Any) -> dict[str, Any]:
    """Measure where no other measurement has left memory or threads behind."""
    context = get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=context, initializer=quiet) as pool:
        return pool.submit(work, *given).result()


def filled(url: str, members: int, *, platform: str = "memory") -> Database:
    """A database with members of five zones, all due for their check-in at one moment."""
    database = open_database(url, KEY)
    for first in range(0, members, _CHUNK):
        count = min(_CHUNK, members - first)
        database.write_sync(partial(_fill, count=count, first=first, platform=platform))
    return database


def _fill(tx: Transaction, count: int, first: int, platform: str) -> None:
    people, account_ids, rule_ids = new_ids(count), new_ids(count), new_ids(count)
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("keys", "persons", "accounts", "plans", "rules")
    }
    for number, person, account, rule in zip(
        range(first, first + count), people, account_ids, rule_ids, strict=True
    ):
        key, wrapped = tx.keys.new_person_key(person)
        user = f"member-{number}"
        zone = ZONES[number % len(ZONES)]
        local = DUE.astimezone(ZoneInfo(zone))
        day, due = next_due(DUE - _MOMENT, local.time(), EVERY_DAY, ZoneInfo(zone))
        rows["keys"].append({"person": person, "kid": KEY.kid, "wrapped": wrapped})
        rows["persons"].append(
            {
                "id": person,
                "language": ("en", "es", "de")[number % 3],
                "zone": zone,
                "adult_since": DUE,
                "joined_at": DUE,
                "main_account": account,
            }
        )
        rows["accounts"].append(
            {
                "id": account,
                "person": person,
                "platform": platform,
                "user_index": tx.keys.index(f"{platform}:{user}"),
                "user": key.seal_text(USER, account, user),
                "reachable": True,
            }
        )
        rows["plans"].append({"person": person, "asleep": False})
        rows["rules"].append(
            {
                "id": rule,
                "kind": "checkin",
                "subject": person,
                "person": person,
                "wall_time": f"{local:%H:%M}",
                "days": EVERY_DAY,
                "next_day": day,
                "next_due": due,
                "version": 0,
            }
        )
    for table, name in (
        (person_keys, "keys"),
        (persons, "persons"),
        (accounts, "accounts"),
        (checkin_plans, "plans"),
        (schedules, "rules"),
    ):
        tx.execute(insert(table), rows[name])


def merged(parts: Sequence[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """Figures side by side: SQLite's under their own names, others with theirs in front."""
    return {
        (key if name == "sqlite" else f"{name}_{key}"): value
        for name, figures in parts
        for key, value in figures.items()
    }
