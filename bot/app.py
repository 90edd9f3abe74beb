"""The composition root: settings in, a running Handrail out."""

from __future__ import annotations

import asyncio
import base64
import signal
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

import structlog
from aiohttp import web

from bot.clock import Clock, MovableClock, SystemClock
from bot.commands import Kind
from bot.core import Core, StoredState
from bot.features import all_features
from bot.metrics import Metrics
from bot.moderation.staff import StaffRoom
from bot.places import Places, UnclearPlaceError
from bot.platform import Adapter, Address
from bot.settings import CommunitySettings, Settings
from bot.texts import Texts
from bot.wall_time import use_pinned_zone_data
from bot.web import Health, WebServer
from storage import facts, members, outbox
from storage.database import Database, Transaction, open_database
from storage.encryption import load_master_key

log = structlog.get_logger(__name__)

DEMO_SPACE = "demo"
ZONE_DATA = "zone_data"
WATCH = 15.0  # seconds between looks at the outbox for the metrics


async def serve(
    settings: Settings,
    *,
    role: str = "all",
    announce: Callable[[str], None],
    stop: asyncio.Event | None = None,
) -> None:
    """Run until SIGTERM or SIGINT, then finish what is under way, within ten seconds.

    Args:
        role: all, gateway (adapters and sending) or worker (planning only).
        announce: takes lines for the person at the console.
        stop: ends the run as a signal would.

    Raises: StorageError, PortTakenError, AdapterStopped; each says how to mend it.
    """
    stop = stop or asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    zone_data = use_pinned_zone_data()
    database = await asyncio.to_thread(_open, settings)
    try:
        await _run(settings, role, database, zone_data, announce, stop)
    finally:
        await database.close()


async def _run(
    settings: Settings,
    role: str,
    database: Database,
    zone_data: str,
    announce: Callable[[str], None],
    stop: asyncio.Event,
) -> None:
    texts = Texts(settings.texts.overrides)
    places = Places()
    metrics = Metrics()
    metrics.rehearsing(settings.rehearsal.allow)
    offset = settings.clock_offset
    clock: Clock = SystemClock(offset)
    adapters: list[Adapter] = []
    routes: Sequence[web.RouteDef] = ()
    await database.write(lambda tx: _set_up_communities(tx, settings))
    if role != "worker":
        adapters = await _platforms(settings, database, texts, clock, places)
        if settings.playground_on:
            from adapters.playground.adapter import PlaygroundAdapter
            from adapters.playground.server import PlaygroundServer

            clock = movable = MovableClock(offset=offset)
            turning = _TurningClock(movable)
            playground = PlaygroundAdapter(
                texts, StoredState(database, "playground"), turning, DEMO_SPACE
            )
            adapters.append(playground)
            routes = PlaygroundServer(playground, settings.playground.hosts).routes()
    core = Core(
        database=database,
        adapters=adapters,
        features=all_features(_staff_rooms(settings.community), places),
        texts=texts,
        clock=clock,
        metrics=metrics,
        announce=announce,
    )
    if settings.playground_on and role != "worker":
        turning.moved = core.look_again
    await _follow_zone_data(database, core, zone_data)
    server = WebServer(
        settings.web.host,
        settings.web.port,
        health=lambda: _health(core, settings),
        metrics=metrics,
        routes=routes,
    )
    await server.start()
    log.info("started", zone_data=zone_data, database=database.dialect, adapters=len(adapters))
    _greet(settings, server, announce)
    watching = asyncio.create_task(_watch(database, core, metrics, clock))
    try:
        await core.run(stop)
    finally:
        watching.cancel()
        await server.stop()
        log.info("stopped")


class _TurningClock:
    """The playground's clock: what has become due by a turn is sent at once."""

    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock
        self.moved: Callable[[], object] | None = None

    def now(self) -> datetime:
        return self._clock.now()

    async def move_to(self, moment: datetime) -> None:
        self._clock.move_to(moment)
        if self.moved is not None:
            await self.moved()  # type: ignore[misc]


def _open(settings: Settings) -> Database:
    key = settings.storage.key
    master = load_master_key(key.get_secret_value() if key else None, settings.storage.key_file)
    return open_database(settings.storage.url, master)


async def _platforms(
    settings: Settings, database: Database, texts: Texts, clock: Clock, places: Places
) -> list[Adapter]:
    """The adapters of the configured platforms; each library is loaded only if it is needed."""
    adapters: list[Adapter] = []
    if settings.matrix is not None:
        from adapters.matrix.adapter import MatrixAdapter

        matrix = settings.matrix
        adapters.append(
            MatrixAdapter(
                homeserver=matrix.homeserver,
                user_id=matrix.user_id,
                password=matrix.password.get_secret_value() if matrix.password else None,
                token=matrix.access_token.get_secret_value() if matrix.access_token else None,
                store_dir=matrix.store_dir,
                store_key=matrix_store_key(database),
                texts=texts,
                state=StoredState(database, "matrix"),
                now=clock.now,
                offset=settings.clock_offset,
                command_prefix=matrix.command_prefix,
                invites=matrix.invites,
                idle_days=matrix.idle_days,
                listed=_spaces_on("matrix", settings.community),
            )
        )
    if settings.discord is not None:
        from adapters.discord.adapter import DiscordAdapter

        discord = settings.discord
        adapters.append(
            DiscordAdapter(
                token=discord.token.get_secret_value() if discord.token else "",
                guilds=tuple(str(guild) for guild in discord.guilds),
                texts=texts,
                state=StoredState(database, "discord"),
                now=clock.now,
                offset=settings.clock_offset,
                open_to_all=settings.communities == "open",
                message_content=discord.message_content,
                suggest=partial(_suggest, places, texts),
                new_dms_per_minute=discord.new_dms_per_minute,
                dms_per_minute=discord.dms_per_minute,
                api_base=discord.api_base,
                gateway=discord.gateway,
            )
        )
    return adapters


def _suggest(
    places: Places, texts: Texts, kind: Kind, typed: str, locale: str
) -> list[tuple[str, str]]:
    """What an argument might become while somebody types it: labels and values."""
    if kind is not Kind.PLACE or not typed.strip():
        return []
    try:
        found = places.find(typed, texts.language_for(locale), limit=25)
    except UnclearPlaceError:
        return []  # what is unclear is said when it is sent
    return [(f"{place.city}, {place.country}", place.zone) for place in found]


def matrix_store_key(database: Database) -> str:
    """What the Matrix key store is encrypted with: made of the database's own keys."""
    return base64.b64encode(database.keys.index("the matrix store's key")).decode()


def _staff_rooms(communities: Sequence[CommunitySettings]) -> list[StaffRoom]:
    return [
        StaffRoom(Address(room.platform, channel=room.id), each.language)
        for each in communities
        for room in each.staff_room
    ]


def _spaces_on(platform: str, communities: Sequence[CommunitySettings]) -> list[str]:
    return [space.id for each in communities for space in each.spaces if space.platform == platform]


def _set_up_communities(tx: Transaction, settings: Settings) -> None:
    listed = [
        members.put_community(
            tx,
            name=each.name,
            language=each.language,
            country=each.country,
            zone=each.time_zone,
            spaces_of=[(space.platform, space.id) for space in each.spaces],
        )
        for each in settings.community
    ]
    if settings.playground_on:
        listed.append(
            members.put_community(
                tx,
                name="Demo",
                language="en",
                country="US",
                zone="America/New_York",
                spaces_of=[("playground", DEMO_SPACE)],
            )
        )
    members.unlist_others(tx, listed)


async def _follow_zone_data(database: Database, core: Core, version: str) -> None:
    """New zone data may mean other moments: work them out anew."""
    known = await database.read(lambda tx: facts.get(tx, ZONE_DATA))
    if known != version:
        if known is not None:
            count = await core.planner.recompute()
            log.info("zone_data_changed", count=count)
        await database.write(lambda tx: facts.put(tx, ZONE_DATA, version))


async def _health(core: Core, settings: Settings) -> Health:
    return Health(parts=await core.health(), rehearsal=settings.rehearsal.allow)


async def _watch(database: Database, core: Core, metrics: Metrics, clock: Clock) -> None:
    """Keep the figures about the outbox fresh."""
    while True:
        now = clock.now()
        try:
            rows = await database.read(outbox.count_by_state)
            oldest = await database.read(partial(outbox.oldest_open, now=now))
        except Exception:
            log.exception("metrics_not_read")
        else:
            by_state: dict[str, int] = {}
            for (_platform, state), count in rows.items():
                by_state[state] = by_state.get(state, 0) + count
            metrics.outbox(by_state, (now - oldest).total_seconds() if oldest else 0.0)
        for platform, connected in core.connected().items():
            metrics.adapter_connected(platform, connected)
        await asyncio.sleep(WATCH)


def _greet(settings: Settings, server: WebServer, announce: Callable[[str], None]) -> None:
    if settings.rehearsal.allow:
        announce("This is a rehearsal: the clock may be shifted. Don't serve people with it.")
    if settings.playground_on:
        announce(f"Playground: {server.url}")
    if settings.matrix is None and settings.discord is None:
        announce(
            "Next: connect Matrix or Discord. Copy config.example.toml to config.toml, fill in"
            " [matrix] or [discord], and run `handrail run --config config.toml`;"
            " README.md shows it step by step."
        )
