"""The composition root: settings in, a running Handrail out."""

from __future__ import annotations

import asyncio
import base64
import gc
import signal
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time
from functools import partial

import structlog
from aiohttp import web

from bot.buddies.pairing.introducing import RoomBelow
from bot.checkins.where import CheckInRoom, CheckInRooms, Where
from bot.clock import Clock, MovableClock, SystemClock
from bot.commands import Kind, Suggest, Typing
from bot.core import Core, StoredState
from bot.crisis.watching.knowing import Rooms, configured
from bot.crisis.watching.knowing import StaffRoom as AlertRoom
from bot.delivery.ownership import Owned
from bot.feature import Feature
from bot.features import wired
from bot.meetings.calendars import feeds
from bot.meetings.telling.mirroring import Mirror
from bot.meetings.telling.planning import wake_all
from bot.metrics import Metrics
from bot.moderation.staff import StaffRoom
from bot.places import Places, UnclearPlaceError
from bot.platform import Adapter, Address
from bot.settings import CommunitySettings, Settings
from bot.texts import Texts
from bot.wall_time import use_pinned_zone_data
from bot.web import Health, WebServer
from storage import duty, facts, members, outbox
from storage.database import Database, Transaction, open_database
from storage.encryption import load_master_key

log = structlog.get_logger(__name__)

DEMO_SPACE = "demo"
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
    communities = await database.write(lambda tx: _set_up_communities(tx, settings))
    pages = _pages(settings.community, communities)
    checkin_rooms = CheckInRooms(_checkin_rooms(settings.community, communities))
    await database.write(lambda tx: checkin_rooms.set_up_posts(tx, clock.now()))
    whole = wired(
        texts,
        _staff_rooms(settings.community),
        places,
        checkin_rooms,
        configured(_crisis_rooms(settings, communities)),
        {community: len(addresses) for community, addresses in pages.items()},
        mirrors=_mirrors(settings.community, communities, texts),
        calendar_base=_calendar_base(settings),
        buddy_rooms=_buddy_rooms(settings.community, communities),
    )
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
    )
    if settings.playground_on and role != "worker":
        turning.moved = core.look_again
    await _follow_zone_data(database, core, clock, zone_data)
    server = WebServer(
        settings.web.host,
        settings.web.port,
        health=lambda: _health(core, settings),
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
    try:
        await core.run(stop)
    finally:
        watching.cancel()
        reserving.cancel()
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
    settings: Settings,
    database: Database,
    texts: Texts,
    clock: Clock,
    suggest: Suggest,
    announce: Callable[[str], None],
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
        on_discord = DiscordAdapter(
            token=discord.token.get_secret_value() if discord.token else "",
            guilds=tuple(str(guild) for guild in discord.guilds),
            texts=texts,
            state=StoredState(database, "discord"),
            now=clock.now,
            offset=settings.clock_offset,
            open_to_all=settings.communities == "open",
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


def _staff_rooms(communities: Sequence[CommunitySettings]) -> list[StaffRoom]:
    return [
        StaffRoom(Address(room.platform, channel=room.id), each.language)
        for each in communities
        for room in each.staff_room
    ]


def _checkin_rooms(
    communities: Sequence[CommunitySettings], ids: Sequence[int]
) -> list[CheckInRoom]:
    return [
        CheckInRoom(
            community=community,
            address=Address(room.platform, channel=room.id),
            usual=Where(each.checkin_delivery),
            threads=room.platform == "discord",
            hour=time.fromisoformat(each.checkin_hour),
            zone=each.time_zone,
            language=each.language,
        )
        for each, community in zip(communities, ids, strict=False)
        for room in each.checkin_room
    ]


def _buddy_rooms(communities: Sequence[CommunitySettings], ids: Sequence[int]) -> RoomBelow:
    """Below which channel rooms of two buddies are opened; only Discord needs one."""
    channels = {
        community: Address(room.platform, _server_of(each, room.platform), room.id)
        for each, community in zip(communities, ids, strict=False)
        for room in (*each.checkin_room, *each.buddy_room)
        if room.platform == "discord"
    }

    def room_below(tx: Transaction, community: int, platform: str) -> Address | None:
        return channels.get(community) if platform == "discord" else Address(platform)

    return room_below


def _mirrors(
    communities: Sequence[CommunitySettings], ids: Sequence[int], texts: Texts
) -> Mapping[int, Mirror]:
    """Where meetings are shown among a platform's own events; so far only Discord has such."""
    return {
        community: Mirror(
            tuple(
                Address(space.platform, space=space.id)
                for space in each.spaces
                if space.platform == "discord"
            ),
            where=texts.line(each.language, "meeting-event-where"),
        )
        for each, community in zip(communities, ids, strict=False)
        if each.meetings_as_events
    }


def _calendar_base(settings: Settings) -> str | None:
    """Where members find their calendar feeds; on this machine for those who try the demo."""
    here = settings.web
    if here.public_url is None and settings.playground_on and here.port:
        return f"http://{here.host}:{here.port}"
    return here.public_url


def _crisis_rooms(settings: Settings, communities: Sequence[int]) -> dict[int, Rooms]:
    """Where teams are alerted and what is read along, by community; in the demo too."""
    rooms = {
        community: Rooms(
            staff=tuple(
                AlertRoom(
                    Address(room.platform, _server_of(each, room.platform), room.id), each.language
                )
                for room in each.staff_room
            ),
            watched=frozenset((room.platform, room.id) for room in each.watched),
            soft_offers=each.soft_offers,
        )
        for each, community in zip(settings.community, communities, strict=False)
    }
    if settings.playground_on:
        staff = Address("playground", space=DEMO_SPACE, channel="staff")
        rooms[communities[-1]] = Rooms(
            staff=(AlertRoom(staff, "en"),), watched=frozenset({("playground", "general")})
        )
    return rooms


def _server_of(community: CommunitySettings, platform: str) -> str | None:
    """The Discord server that a room of theirs is in, where there can be but one."""
    servers = [space.id for space in community.spaces if space.platform == platform == "discord"]
    return servers[0] if len(servers) == 1 else None


def _pages(communities: Sequence[CommunitySettings], ids: Sequence[int]) -> dict[int, list[str]]:
    """Where each community is paged; secrets."""
    return {
        community: [address.get_secret_value() for address in each.pages]
        for each, community in zip(communities, ids, strict=False)
        if each.pages
    }


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


def _spaces_on(platform: str, communities: Sequence[CommunitySettings]) -> list[str]:
    return [space.id for each in communities for space in each.spaces if space.platform == platform]


def _set_up_communities(tx: Transaction, settings: Settings) -> list[int]:
    """Returns: their ids, in the order of the settings."""
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
    for each, community in zip(settings.community, listed, strict=False):
        first = [
            duty.enlist(tx, community, account.platform, account.id, zone=each.time_zone).id
            for account in each.escalation
        ]
        if first:
            duty.reorder(tx, community, first)
    return listed


async def _follow_zone_data(database: Database, core: Core, clock: Clock, version: str) -> None:
    """New zone data may mean other moments: work them out anew."""
    known = await database.read(lambda tx: facts.get(tx, ZONE_DATA))
    if known != version:
        if known is not None:
            count = await core.planner.recompute()
            count += await database.write(partial(wake_all, now=clock.now()))
            log.info("zone_data_changed", count=count)
        await database.write(lambda tx: facts.put(tx, ZONE_DATA, version))


async def _health(core: Core, settings: Settings) -> Health:
    return Health(parts=await core.health(), rehearsal=settings.rehearsal.allow)


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
