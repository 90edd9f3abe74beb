"""Operators are warned in time, once a day, until it is well again; silence means trouble."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot.clock import ManualClock
from bot.delivery.messages import row_of
from bot.operating.alarms import checks
from bot.operating.alarms.heartbeat import Heartbeat, Wellness
from bot.operating.alarms.warnings import Check, Trouble, Warnings
from bot.platform import Address, Audience, Say
from storage import outbox
from storage.database import Database, Transaction, open_database
from storage.encryption import MasterKey
from tests.support.databases import with_tables
from tests.support.texts import own_texts

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
GIB = 1024**3
MASTER = MasterKey.from_base64("A" * 43 + "=")
FULL = Trouble("disk:data", "alarm-disk", {"what": "data", "free": 0.4})
ROOM = (Address("memory", channel="operators"), "en")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = open_database(with_tables(f"sqlite:///{tmp_path / 'h.db'}", MASTER), MASTER)
    yield opened
    await opened.close()


class Office:
    """The operator's side: what is wrong, and what they were told."""

    def __init__(self, database: Database, room: tuple[Address, str] | None = None) -> None:
        self.clock = ManualClock(NOW)
        self.database = database
        self.room = room
        self.wrong: list[Trouble] = []
        self.told: list[str] = []
        self.start()

    def start(self) -> None:
        """A process begins, and remembers nothing."""

        async def look() -> Sequence[Trouble]:
            return self.wrong

        self.warnings = Warnings(
            self.database,
            self.clock,
            own_texts(),
            [Check("disk", timedelta(0), look)],
            announce=self.told.append,
            room=self.room,
        )

    async def after(self, **span: float) -> list[str]:
        """What is told by then, since the last time."""
        self.clock.move_to(self.clock.now() + timedelta(**span))
        self.told.clear()
        await self.warnings.look()
        return list(self.told)


async def test_the_operator_is_told_once_a_day_until_it_is_well_again(database: Database) -> None:
    """Also over a restart; and the end of it is told, once."""
    office = Office(database)
    office.wrong = [FULL]

    (line,) = await office.after()
    assert "nearly full" in line
    assert await office.after(hours=1) == []
    office.start()
    assert await office.after(hours=22) == []
    assert await office.after(hours=2) == [line]
    office.wrong = []
    assert await office.after(minutes=10) == ["Well again: disk:data"]
    assert await office.after(minutes=10) == []


async def test_the_operators_room_is_told_what_the_console_is(database: Database) -> None:
    """By a row of the same transaction: neither lost nor told twice."""
    office = Office(database, ROOM)
    office.wrong = [FULL]

    await office.after()
    await office.after(hours=1)

    assert await database.read(outbox.count_by_state) == {("memory", "waiting"): 1}


async def test_a_database_that_takes_nothing_does_not_silence_a_warning(
    database: Database,
) -> None:
    """A full disk is just when it can take nothing."""
    office = Office(database)
    office.wrong = [FULL]
    await database.close()

    assert len(await office.after()) == 1
    assert await office.after(hours=1) == []
    assert len(await office.after(hours=24)) == 1


async def test_a_check_that_breaks_ends_no_other_and_calls_nothing_well(
    database: Database,
) -> None:
    """Not to know is not to be well."""
    office = Office(database)
    office.wrong = [FULL]
    await office.after()
    broken = True

    async def look() -> Sequence[Trouble]:
        if broken:
            raise OSError("no such folder")
        return []

    office.warnings = Warnings(
        database,
        office.clock,
        own_texts(),
        [Check("disk", timedelta(0), look)],
        announce=office.told.append,
    )

    assert await office.after(hours=1) == []
    broken = False
    assert await office.after(hours=1) == ["Well again: disk:data"]


# --- what is wrong


@pytest.mark.parametrize(
    ("total", "free", "full"),
    [
        pytest.param(20, 0.5, True, id="half a GiB is too little anywhere"),
        pytest.param(100, 4, True, id="a twenty-fifth"),
        pytest.param(100, 6, False, id="more than a twentieth"),
        pytest.param(4000, 50, False, id="a small part of much is much"),
        pytest.param(16, 2, False, id="a small machine with room"),
    ],
)
def test_when_a_disk_is_nearly_full(total: float, free: float, full: bool) -> None:
    """Neither too late on small disks nor all the time on large ones."""
    assert checks.is_nearly_full(int(total * GIB), int(free * GIB)) is full


async def test_a_platform_that_is_away_for_long_is_told_with_its_reason() -> None:
    """A moment's break is not."""
    clock, up = ManualClock(NOW), {"matrix": False}

    async def health() -> Mapping[str, str | None]:
        return {"matrix": "the homeserver refused the password"}

    look = checks.platforms(health, lambda: up, clock).look
    assert await look() == []
    clock.move_to(NOW + timedelta(minutes=16))
    (trouble,) = await look()
    assert trouble.values["why"] == "the homeserver refused the password"
    up["matrix"] = True
    assert await look() == []


@pytest.mark.parametrize(
    ("age", "name"),
    [(None, "backup:none"), (timedelta(days=3), "backup:old"), (timedelta(hours=30), None)],
)
async def test_an_old_backup_is_told(age: timedelta | None, name: str | None) -> None:
    """Two days without a good one; none at all is told as that."""

    async def last() -> datetime | None:
        return NOW - age if age is not None else None

    clock = ManualClock(NOW)
    look = checks.backups(last, clock).look
    assert age is not None or await look() == [], "the first one takes a while"
    clock.move_to(NOW + timedelta(hours=1))
    found = await look()

    assert [each.name for each in found] == ([name] if name else [])


@pytest.mark.parametrize(
    ("days", "told"), [pytest.param(30, False), pytest.param(13, True), pytest.param(-2, True)]
)
async def test_a_certificate_is_told_a_fortnight_before_it_ends(
    tmp_path: Path, days: int, told: bool
) -> None:
    """Also one that has ended, or that nobody vouches for."""
    now = datetime.now(UTC)
    with listening(tmp_path, now + timedelta(days=days, hours=1)) as port:
        url = f"https://127.0.0.1:{port}"
        check = checks.certificates({"web": url, "matrix": "http://127.0.0.1"}, ManualClock(now))
        found = await check.look()

    assert [each.name for each in found] == (["certificate:web"] if told else [])


async def test_a_server_that_is_not_there_is_no_certificate_that_ends() -> None:
    """What is wrong then is told by others."""
    check = checks.certificates({"web": "https://127.0.0.1:1"}, ManualClock(NOW))

    assert await check.look() == []


@contextmanager
def listening(folder: Path, until: datetime) -> Iterator[int]:
    """A server on loopback with a certificate of its own making."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "here")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(until - dt.timedelta(days=90))
        .not_valid_after(until)
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(made.public_bytes(pem) + private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection, suppress(OSError):  # the other side has seen enough
                context.wrap_socket(connection, server_side=True).close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join(10)


# --- the heartbeat


class Ear:
    """What listens for the heartbeat."""

    def __init__(self) -> None:
        self.heard = 0
        self.status = 200

    async def hear(self, request: web.Request) -> web.Response:
        self.heard += 1
        return web.Response(status=self.status, headers={"Location": "/elsewhere"})


@pytest.fixture
async def ear() -> AsyncIterator[tuple[Ear, str]]:
    made = Ear()
    app = web.Application()
    app.router.add_get("/{way:.*}", made.hear)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield made, f"http://127.0.0.1:{runner.addresses[0][1]}/s3cret-token"
    await runner.cleanup()


def wellness(database: Database, *, up: bool = True, wrong: str = "") -> Wellness:
    async def health() -> Mapping[str, str | None]:
        return {"database": None, "planner": None, wrong: "no"}

    return Wellness(database, ManualClock(NOW), health, lambda: {"memory": up, "matrix": False})


async def test_it_beats_while_all_is_well(database: Database, ear: tuple[Ear, str]) -> None:
    """One platform is enough: each has its own warning."""
    heard, url = ear

    assert await Heartbeat(url, 60, wellness(database).wrong).beat()
    assert heard.heard == 1


@pytest.mark.parametrize("part", ["database", "planner", "platforms"])
async def test_it_falls_silent_when_people_cannot_rely_on_it(
    database: Database, ear: tuple[Ear, str], part: str
) -> None:
    """So that whoever listens alarms."""
    heard, url = ear
    well = wellness(database, up=part != "platforms", wrong=part)

    assert not await Heartbeat(url, 60, well.wrong).beat()
    assert heard.heard == 0


@pytest.mark.parametrize(
    ("lane", "minutes", "beats"),
    [
        pytest.param(1, 11, False, id="an answer that is stuck"),
        pytest.param(0, 11, False, id="a call for help that is stuck"),
        pytest.param(1, 5, True, id="one that is only slow"),
        pytest.param(2, 60, True, id="what is paced on purpose"),
    ],
)
async def test_an_answer_that_is_stuck_silences_it(
    database: Database, ear: tuple[Ear, str], lane: int, minutes: int, beats: bool
) -> None:
    """Whoever wrote to the bot waits in vain, though every part says that it is well."""
    due = NOW - timedelta(minutes=minutes)
    say = Say(to=Address("memory", user="ada"), body=(), audience=Audience.DIRECT)

    def wait(tx: Transaction) -> None:
        outbox.add(tx, [row_of(tx, say, lane=lane, due=due, expires=None)], due)

    await database.write(wait)

    assert await Heartbeat(ear[1], 60, wellness(database).wrong).beat() is beats


@pytest.mark.parametrize("status", [302, 404, 500])
async def test_a_beat_that_was_not_taken_says_so_and_never_where(
    database: Database, ear: tuple[Ear, str], status: int
) -> None:
    """The address holds a token; nor is it carried on to where the answer points."""
    heard, url = ear
    heard.status = status

    with structlog.testing.capture_logs() as logs:
        assert not await Heartbeat(url, 60, wellness(database).wrong).beat()
        assert not await Heartbeat("http://127.0.0.1:1/s3cret", 60, wellness(database).wrong).beat()

    assert heard.heard == 1
    assert [each["event"] for each in logs] == ["heartbeat_not_taken"] * 2
    assert "s3cret" not in str(logs)
