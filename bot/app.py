"""The composition root: settings in, a running Handrail out."""

from __future__ import annotations

import asyncio
import base64
import gc
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

import structlog
from aiohttp import web

from bot.clock import Clock, MovableClock, SystemClock
from bot.commands import Kind, Suggest, Typing
from bot.communities import listing
from bot.communities.leaving import feature as leaving
from bot.communities.listing import DEMO_SPACE, set_up_communities, spaces_on
from bot.core import Core, StoredState
from bot.crisis.lines.helplines import HelpLines
from bot.crisis.lines.verifying import unverified
from bot.delivery.keeping import Keeping
from bot.delivery.ownership import Owned
from bot.drawing.process import Drawing
from bot.feature import Feature
from bot.features import Around, wired
from bot.limits import Limits
from bot.meetings.calendars import feeds
from bot.meetings.telling.planning import wake_all
from bot.metrics import Metrics
from bot.moderation.status import Health as TeamHealth
from bot.operating.alarms import running as alarms
from bot.operating.alarms.checks import OLD_BACKUP, help_lines
from bot.operating.alarms.checks import backups as old_backups
from bot.operating.backups.making import back_up
from bot.operating.backups.scheduled import ScheduledBackups
from bot.places import Places, UnclearPlaceError
from bot.platform import Adapter
from bot.served import Served
from bot.settings import Settings
from bot.texts import Texts
from bot.wall_time import use_pinned_zone_data
from bot.web import Health, WebServer
from storage import facts, outbox
from storage.database import Database, open_database
from storage.encryption import load_master_key

log = structlog.get_logger(__name__)

ZONE_DATA = "zone_data"
WATCH = 15.0  # seconds between looks at the outbox for the metrics
RESERVE = 60.0  # seconds between looks at the room kept on the disk


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
        gc.disable()  # until everything is there: what a start makes stays
        await _run(settings, role, database, zone_data, announce, stop)
    finally:
        gc.unfreeze()
        gc.enable()
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
    effective, listed = await database.write(lambda tx: set_up_communities(tx, settings))
    served, pages = Served(effective, texts), listing.pages(listed)
    await database.write(lambda tx: served.checkin_rooms.set_up_posts(tx, clock.now()))
    running = _Running()
    around = Around(
        texts=texts,
        staff_rooms=served.staff_rooms,
        places=places,
        checkin_rooms=served.checkin_rooms,
        rooms_of=served.rooms_of,
        pages_of={community: len(addresses) for community, addresses in pages.items()},
        mirrors=served.mirror,
        calendar_base=_calendar_base(settings),
        buddy_rooms=served.buddy_room,
        date_offers=served.offer,
        effective=effective,
        open_to_all=settings.communities == "open",
        drawing=Drawing(),
        health=running.health,
        leaving=partial(
            leaving.feature,
            settings_of=lambda tx, community: {
                key: setting.value for key, setting in effective.of(tx, community).by_key.items()
            },
            operator=alarms.operator_of(settings),
            erased_after=timedelta(days=settings.leaving.erase_after_days),
        ),
    )
    whole = wired(around)
    features = whole.features
    if role != "worker":
        suggest = partial(_suggest, places, texts, database, features)
        adapters = await _platforms(settings, database, texts, clock, suggest, announce)
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
        features=features,
        texts=texts,
        clock=clock,
        metrics=metrics,
        announce=announce,
        sends_elsewhere=_sends_elsewhere(settings),
        ahead=whole.watch(database, clock),
        pager=_pager(settings, role, pages, announce),
        limits=Limits(time.monotonic),
        keeping=_keeping(settings),
        waits=whole.waits,
    )
    if settings.playground_on and role != "worker":
        turning.moved = core.look_again
    await _follow_zone_data(database, core, clock, zone_data)
    backups = ScheduledBackups(settings, database, SystemClock(), announce, metrics.backed_up)
    running.core, running.backups = core, backups
    server = WebServer(
        settings.web.host,
        settings.web.port,
        health=lambda: _health(core, settings, backups),
        metrics=metrics,
        routes=[*routes, *feeds.routes(database, texts, clock)],
    )
    await core.begin()  # who opens the page finds everything there
    gc.freeze()  # nor need it be looked through ever again
    gc.enable()
    await server.start()
    log.info("started", zone_data=zone_data, database=database.dialect, adapters=len(adapters))
    _greet(settings, server, announce)
    watching = asyncio.create_task(_watch(database, core, metrics, clock))
    reserving = asyncio.create_task(_keep_reserve(database))
    alarming = asyncio.create_task(
        alarms.run(
            settings,
            database,
            SystemClock(offset),
            texts,
            core,
            announce=announce,
            standing=metrics.alarms,
            more=[
                *(
                    [help_lines(partial(_unverified, database, SystemClock(offset)))]
                    if settings.platforms  # a demo serves nobody
                    else []
                ),
                *(
                    [old_backups(backups.last, SystemClock(), _old(settings))]
                    if backups.wanted
                    else []
                ),
            ],
        )
    )
    backing_up = asyncio.create_task(backups.run()) if role != "worker" else None
    try:
        await core.run(stop)
    finally:
        watching.cancel()
        reserving.cancel()
        alarming.cancel()
        if backing_up is not None:
            backing_up.cancel()
        await server.stop()
        log.info("stopped")


class _Running:
    """What teams are told of the running bot; nothing before it is put together."""

    def __init__(self) -> None:
        self.core: Core | None = None
        self.backups: ScheduledBackups | None = None

    def health(self) -> TeamHealth:
        if self.core is None or self.backups is None:
            return TeamHealth()
        away = [platform for platform, up in self.core.connected().items() if not up]
        return TeamHealth(tuple(away), self.backups.last_backup)


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

    def before_migrating(_schema: str) -> None:
        back_up(settings, master, SystemClock().now())

    return open_database(settings.storage.url, master, back_up=before_migrating)


async def _platforms(
    settings: Settings,
    database: Database,
    texts: Texts,
    clock: Clock,
    suggest: Suggest,
    announce: Callable[[str], None],
) -> list[Adapter]:
    """The adapters of the configured platforms; each library is loaded only if it is needed."""
    adapters: list[Adapter] = []
    open_to_all = settings.communities == "open"
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
                invites="anyone" if open_to_all and matrix.invites == "known" else matrix.invites,
                open_to_all=open_to_all,
                idle_days=matrix.idle_days,
                listed=spaces_on("matrix", settings),
            )
        )
    if settings.discord is not None:
        from adapters.discord.adapter import DiscordAdapter

        discord = settings.discord
        on_discord = DiscordAdapter(
            token=discord.token.get_secret_value() if discord.token else "",
            guilds=tuple(str(guild) for guild in discord.guilds),
            texts=texts,
            state=StoredState(database, "discord"),
            now=clock.now,
            offset=settings.clock_offset,
            open_to_all=open_to_all,
            operator=discord.operator or "",
            message_content=discord.message_content,
            members=discord.members,
            suggest=suggest,
            new_dms_per_minute=discord.new_dms_per_minute,
            dms_per_minute=discord.dms_per_minute,
            roles=discord.roles,
            shard_count=discord.shard_count,
            shard_ids=discord.shard_ids,
            api_base=discord.api_base,
            gateway=discord.gateway,
        )
        shards = [f"discord shard {n} of {discord.shard_count or 1}" for n in discord.own_shards]
        adapters.append(Owned(on_discord, database, shards, announce))
    return adapters


def _keeping(settings: Settings) -> Keeping:
    kept = settings.retention
    return Keeping(
        notes=timedelta(days=kept.notes_days),
        answers=timedelta(days=kept.answers_days),
        crises=timedelta(days=kept.crises_days),
        acts=timedelta(days=kept.acts_days),
        views=timedelta(days=kept.views_days),
        pairs=timedelta(days=kept.pairs_days),
    )


def _sends_elsewhere(settings: Settings) -> frozenset[str]:
    """Direct messages come to the process with shard 0, and all sending is one account's."""
    discord = settings.discord
    return frozenset({"discord"} if discord is not None and 0 not in discord.own_shards else ())


async def _suggest(
    places: Places, texts: Texts, database: Database, features: Sequence[Feature], typing: Typing
) -> Sequence[tuple[str, str]]:
    """What an argument might become while somebody types it: labels and values."""
    if typing.kind is not Kind.PLACE:
        known = (each.suggests.get(typing.kind) for each in features)
        suggest = next(filter(None, known), None)
        return await database.read(lambda tx: suggest(tx, typing)) if suggest else []
    if not typing.typed.strip():
        return []
    try:
        found = places.find(typing.typed, texts.language_for(typing.locale), limit=25)
    except UnclearPlaceError:
        return []  # what is unclear is said when it is sent
    return [(f"{place.city}, {place.country}", place.zone) for place in found]


def matrix_store_key(database: Database) -> str:
    """What the Matrix key store is encrypted with: made of the database's own keys."""
    return base64.b64encode(database.keys.index("the matrix store's key")).decode()


def _calendar_base(settings: Settings) -> str | None:
    """Where members find their calendar feeds; on this machine for those who try the demo."""
    here = settings.web
    if here.public_url is None and settings.playground_on and here.port:
        return f"http://{here.host}:{here.port}"
    return here.public_url


def _pager(
    settings: Settings,
    role: str,
    pages: Mapping[int, Sequence[str]],
    announce: Callable[[str], None],
) -> Adapter | None:
    """The pager, in the one process that sends; its library is loaded only if it is needed."""
    if not pages or role == "worker" or _sends_elsewhere(settings):
        return None
    from adapters.pager.adapter import PagerAdapter

    pager = PagerAdapter(pages)
    if pager.unclear:
        announce(
            f"community.pages: {pager.unclear} of the addresses cannot be used; expected addresses"
            " as apprise writes them. Nobody is paged there."
        )
    return pager


async def _follow_zone_data(database: Database, core: Core, clock: Clock, version: str) -> None:
    """New zone data may mean other moments: work them out anew."""
    known = await database.read(lambda tx: facts.get(tx, ZONE_DATA))
    if known != version:
        if known is not None:
            count = await core.planner.recompute()
            count += await database.write(partial(wake_all, now=clock.now()))
            log.info("zone_data_changed", count=count)
        await database.write(lambda tx: facts.put(tx, ZONE_DATA, version))


async def _health(core: Core, settings: Settings, backups: ScheduledBackups) -> Health:
    return Health(
        parts=await core.health(),
        rehearsal=settings.rehearsal.allow,
        last_backup=backups.last_backup,
    )


def _old(settings: Settings) -> timedelta:
    """From which age on a backup is too old: two of those that follow did not succeed."""
    return max(OLD_BACKUP, 2 * timedelta(hours=settings.backups.every_hours))


async def _unverified(database: Database, clock: Clock) -> Sequence[str]:
    """Countries of whose help lines nobody has made sure for long."""
    today = clock.now().date()
    return await database.read(lambda tx: unverified(tx, HelpLines(), today))


async def _keep_reserve(database: Database) -> None:
    """Have room on the disk for what is vital."""
    while True:
        if not await database.keep_reserve():
            log.warning("no_reserve_on_disk")
        await asyncio.sleep(RESERVE)


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
    if settings.discord is not None and not settings.discord.message_content:
        announce(
            "Discord: without the Message Content intent, crisis watching is limited to direct"
            " messages and mentions."
        )
    if settings.matrix is None and settings.discord is None:
        announce(
            "Next: connect Matrix or Discord. Copy config.example.toml to config.toml, fill in"
            " [matrix] or [discord], and run `handrail run --config config.toml`;"
            " README.md shows it step by step."
        )
