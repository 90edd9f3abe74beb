"""The alarms of one process, put together as the settings ask for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from bot.clock import Clock
from bot.core import Core
from bot.operating.alarms import checks
from bot.operating.alarms.heartbeat import Heartbeat, Wellness
from bot.operating.alarms.warnings import Check, Warnings
from bot.operating.alarms.watchman import Watchman
from bot.platform import Address
from bot.settings import Settings
from bot.texts import Texts
from storage.database import Database


def operator_of(settings: Settings) -> tuple[Address, str] | None:
    """Where the operator reads, and in which language."""
    room = settings.operator.room
    if room is None:
        return None
    return Address(room.platform, channel=room.id), settings.operator.language


async def run(
    settings: Settings,
    database: Database,
    clock: Clock,
    texts: Texts,
    core: Core,
    *,
    announce: Callable[[str], None],
    standing: Callable[[Mapping[str, int]], None],
    more: Sequence[Check] = (),
) -> None:
    """Watch until cancelled; nothing in a process that hears no platform.

    Args:
        clock: one that nobody moves: on the playground's, a turned day would be an outage.
        announce: takes lines for the person at the console.
        standing: told the kinds of trouble that there are.
        more: what only others can look at: backups, help lines.
    """
    if not core.connected():
        return
    warnings = Warnings(
        database,
        clock,
        texts,
        [
            checks.disk(_folders(settings)),
            checks.certificates(_addresses(settings), clock),
            checks.platforms(core.health, core.connected, clock),
            *more,
        ],
        announce=announce,
        room=operator_of(settings),
        standing=standing,
        wake=core.wake,
    )
    short = timedelta(minutes=settings.operator.outage_minutes)
    url, every = settings.heartbeat.url, settings.heartbeat.every_seconds
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(Watchman(database, clock, core.connected, short).run())
        tasks.create_task(warnings.run())
        if url is not None:
            wellness = Wellness(database, clock, core.health, core.connected)
            heartbeat = Heartbeat(url.get_secret_value(), every, wellness.wrong)
            tasks.create_task(heartbeat.run())


def _folders(settings: Settings) -> dict[str, Path]:
    folders = {"backups": settings.backups.folder}
    kind, _, rest = settings.storage.url.partition(":///")
    if kind.startswith("sqlite"):
        folders["data"] = Path(rest.partition("?")[0]).parent
    return folders


def _addresses(settings: Settings) -> dict[str, str]:
    found = {"web": settings.web.public_url or ""}
    if settings.matrix is not None:
        found["matrix"] = settings.matrix.homeserver
    return found
