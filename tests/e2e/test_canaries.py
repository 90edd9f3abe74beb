"""Words and ids are planted through the front door, and looked for in all that is kept or logged.

One member uses everything that keeps words or ids; her team does, too. Then every file is searched
for each of them, in whatever way they could have been written.
"""

from __future__ import annotations

import asyncio
import base64
import io
import logging
import re
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from bot.logs import configure_logs
from bot.platform import (
    Action,
    Address,
    Attachment,
    Audience,
    Choice,
    Choices,
    Chose,
    Outcome,
    Receipt,
    Said,
    Say,
)
from bot.richtext import paragraph
from storage import buddies, checkin_groups, community_settings, members
from storage.backup import make_backup
from storage.buddies import Seeker
from storage.database import Transaction
from storage.encryption import Key
from storage.engines import dialect_of, read_url, sqlite_path
from storage.tables import metadata
from tests.contract.rooms_matrix import Room, Rooms, matrix_rooms
from tests.support import buddies as support
from tests.support.buddies import Harbour, harbour
from tests.support.console import logs_put_back
from tests.support.person import Person
from tests.support.synapse import Homeserver
from tests.support.world import MONDAY_NOON

WORDS = {
    name: f"kanari{name}xq7zv"
    for name in (
        *("note", "gratitude", "prompt", "datename", "lapsenote", "goal", "step", "profile"),
        *("teamline", "meeting", "host", "topic", "said", "report", "term", "crisis"),
        *("housename", "poison", "library", "unsent", "handed", "reason"),
    )
}
IDS = {
    name: f"kanari{name}id815" for name in ("ada", "bo", "second", "space", "staff", "room", "mod")
}
PIN = "73915846"
_URL_SAFE = bytes.maketrans(b"+/", b"-_")


def spellings(word: str) -> Iterator[bytes]:
    """How a word could stand in a file: as text, in hexadecimal, in base64 from any place on."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield from written_as(word.encode(encoding))


def written_as(raw: bytes) -> Iterator[bytes]:
    """How bytes could stand in a file: as they are, in hexadecimal, in base64."""
    yield raw
    yield raw.hex().encode()
    for offset in range(3):
        # What stands before and after it changes the ends only.
        inside = base64.b64encode(bytes(offset) + raw).rstrip(b"=")[4 if offset else 0 : -2]
        if len(inside) > 10:  # else random bytes would have it, too
            yield inside
            if (safe := inside.translate(_URL_SAFE)) != inside:
                yield safe


def found_in(data: bytes, *more: str) -> list[str]:
    """The canaries that stand in it, and what else is to be looked for."""
    lower = data.lower()
    return [
        word
        for word in (*WORDS.values(), *IDS.values(), PIN, *more)
        if any(each in data or each.lower() in lower for each in spellings(word))
    ]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that is logged, libraries' lines too, as `logs.level = "debug"` has it."""
    stream = io.StringIO()
    with logs_put_back():
        configure_logs("json", "debug", stream=stream)
        logging.root.setLevel(logging.DEBUG)
        yield stream


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Everything that is sealed, as it was before."""
    seen: list[bytes] = []
    seal = Key.seal

    def noting(self: Key, column: str, row: int, plain: bytes) -> bytes:
        seen.append(plain)
        return seal(self, column, row, plain)

    monkeypatch.setattr(Key, "seal", noting)
    return seen


@pytest.fixture
async def house(
    database_url: str, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Harbour]:
    """A community with rooms of its own, and two members who are buddies."""
    staff = Address("memory", space=IDS["space"], channel=IDS["staff"])
    monkeypatch.setattr(support, "SPACE", IDS["space"])
    monkeypatch.setattr(support, "STAFF", staff)
    async with harbour(database_url, (IDS["ada"], IDS["bo"])) as made:
        made.opens = Outcome.UNSUPPORTED  # so that the bot carries their words
        await made.pairs(IDS["ada"], IDS["bo"])
        yield made


async def everything_is_used(house: Harbour, monkeypatch: pytest.MonkeyPatch) -> str:
    """By a member, her buddy and the team, each thing that keeps words or ids.

    Returns: a code with which accounts are linked.
    """
    ada, bo = house.person(IDS["ada"]), house.person(IDS["bo"])
    await checks_in(ada)
    await ada.say(f"date add {WORDS['datename']} since 3 May 2024")
    await ada.say(f'lapse yesterday "{WORDS["lapsenote"]}"')
    await ada.say("goal list")
    await ada.fill("new", words=WORDS["goal"], step=WORDS["step"], review="Friday")
    await ada.say("share note with my buddy for a week")
    await ada.press("yes")
    await bo.press("see")
    await ada.say(f"buddy say {WORDS['said']}")
    await ada.say("pin set")
    await ada.fill("enter", digits=PIN)
    await house.world.database.write(lambda tx: chosen(tx, house))
    await writes_with_the_team(house, ada)
    await meets(house)
    await house.command(IDS["mod"], f"crisis term add {WORDS['term']}")
    code = await links(house, ada)
    await ada.say("okay")
    await ada.say(f"I want to kill myself {WORDS['crisis']}")
    with monkeypatch.context() as broken:
        broken.setattr("storage.checkins.set_note", breaks)
        await ada.say(f"note {WORDS['poison']}")
    logging.getLogger("library").debug("room %s says %s", IDS["room"], WORDS["library"])
    await waits_unsent(house)
    await bo.say(f"buddy report {WORDS['report']}")
    await hands_over(house, bo)
    return code


async def checks_in(ada: Person) -> None:
    await ada.say("checkin notes on")
    await ada.say("checkin extras gratitude on")
    await ada.say(f'checkin prompt "{WORDS["prompt"]}"')
    await ada.say("okay")
    await ada.fill("gratitude", words=WORDS["gratitude"])
    await ada.say(f"note {WORDS['note']}")


def chosen(tx: Transaction, house: Harbour) -> None:
    """What is told in long dialogues, each with tests of its own."""
    ada = house.people[IDS["ada"]]
    said = {"ready": True, "languages": ["en"], "topics": [WORDS["profile"]]}
    now = house.world.clock.now()
    buddies.put_seeker(tx, Seeker(person=ada, community=house.community, said=said, since=now))
    members.rename(tx, house.community, WORDS["housename"])
    room = ("memory", IDS["space"], IDS["room"])
    checkin_groups.put(tx, house.community, room, "thread")
    community_settings.put(tx, house.community, "checkins", {"channel": IDS["room"]})
    set_up = community_settings.SetUp(house.community, room)
    until = now + timedelta(hours=1)
    community_settings.begin(tx, "memory", IDS["mod"], set_up, now, until)


async def writes_with_the_team(house: Harbour, ada: Person) -> None:
    await ada.say(f"team {WORDS['teamline']}")
    for press in ("yes", "unnamed"):
        if press in ada.offered:
            await ada.press(press)


async def meets(house: Harbour) -> None:
    mod = Person(house.world, IDS["mod"], spaces=(IDS["space"],), roles=frozenset({"moderator"}))
    await mod.say(f"meeting add every Tuesday 7pm {WORDS['meeting']}")
    await mod.press("yes")
    await mod.say(f"meeting edit {WORDS['meeting']} link https://{WORDS['host']}.example/j/815")
    await mod.say(f"meeting edit {WORDS['meeting']} topic {WORDS['topic']}")


async def links(house: Harbour, ada: Person) -> str:
    """Another account of hers is to be linked. Returns: the code."""
    await ada.say("link")
    found = re.search(r"link ([A-Z0-9-]{6,})", ada.last)
    assert found, ada.last
    second = house.person(IDS["second"])
    await second.say(f"link {found[1]}")
    await second.press("yes")
    return found[1]


async def hands_over(house: Harbour, bo: Person) -> None:
    """Words between them, which a moderator asks to read."""
    await bo.press("words")
    await bo.fill("hand", words=WORDS["handed"])
    mod = Person(house.world, IDS["mod"], spaces=(IDS["space"],), roles=frozenset({"moderator"}))
    await mod.say("buddies words")
    await mod.fill("ask", reason=WORDS["reason"])


async def waits_unsent(house: Harbour) -> None:
    """Something is to be sent, and the platform takes nothing."""

    def later(action: Action) -> Receipt | None:
        return Receipt(outcome=Outcome.RETRY, retry_after=3600) if isinstance(action, Say) else None

    house.world.platform.script = later
    await house.person(IDS["bo"]).say(f"buddy say {WORDS['unsent']}")


def breaks(*_: object, **__: object) -> None:
    raise ValueError(f"{WORDS['poison']} by {IDS['ada']}")


def kept(url: str) -> dict[str, bytes]:
    """What a database holds, as bytes: the files of SQLite, PostgreSQL's rows as it sends them."""
    read = read_url(url)
    if dialect_of(read) == "sqlite":
        folder = sqlite_path(read).parent
        return {path.name: path.read_bytes() for path in folder.glob(f"{sqlite_path(read).name}*")}
    with psycopg.connect(url.replace("+psycopg", "")) as connection, connection.cursor() as cursor:
        found = {}
        for table in metadata.tables:
            copying = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.Identifier(table))
            with cursor.copy(copying) as rows:
                found[table] = b"".join(bytes(each) for each in rows)
        return found


async def test_nothing_that_was_entrusted_stands_anywhere_in_the_clear(
    house: Harbour,
    database_url: str,
    sealed: list[bytes],
    log: io.StringIO,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever gets hold of the files, or reads the log, learns neither words nor who it is."""
    code = await everything_is_used(house, monkeypatch)
    database, folder = house.world.database, tmp_path / "backups"
    master = database.newest_master()
    await asyncio.to_thread(make_backup, database_url, master, folder, MONDAY_NOON)

    entrusted = b"\n".join(sealed).decode("utf-8", "replace")
    unkept = {"poison", "library", "space", "mod"}  # only logged, or found by a hash alone
    planted = {name: word for name, word in (WORDS | IDS).items() if name not in unkept}
    assert {name for name, word in planted.items() if word not in entrusted} == set()
    files = kept(database_url) | {path.suffix: path.read_bytes() for path in folder.iterdir()}
    assert {".backup", ".keys", ".json"} <= files.keys()
    assert sum(map(len, files.values())) > 100_000
    assert {name: found for name, data in files.items() if (found := found_in(data, code))} == {}
    said = log.getvalue()
    assert "event_broke" in said
    assert "ValueError" in said
    assert '"library": "library"' in said
    assert found_in(said.encode(), code) == []


@pytest.fixture
async def rooms(synapse: Homeserver, tmp_path: Path) -> AsyncIterator[Rooms]:
    async with matrix_rooms(synapse, tmp_path) as running:
        yield running


async def talks(rooms: Rooms) -> Room:
    """Words go to and fro in an encrypted room, a question and a file among them."""
    room = await rooms.direct(IDS["ada"])
    await room.say(WORDS["note"])
    await rooms.wait_for(lambda events: any(isinstance(each, Said) for each in events))
    question = Choices(prompt="mood", options=(Choice(id=WORDS["goal"], label=WORDS["step"]),))
    file = Attachment(
        name=f"{WORDS['meeting']}.txt",
        content_type="text/plain",
        data=WORDS["report"].encode(),
        description=WORDS["topic"],
    )
    receipt = await rooms.adapter.perform(
        Say(
            to=room.address,
            body=paragraph(WORDS["said"]),
            audience=Audience.DIRECT,
            choices=question,
            attachments=(file,),
        )
    )
    assert receipt.outcome is Outcome.SENT
    await room.wait_for(lambda texts: any(WORDS["said"] in text for text in texts))
    await room.press("mood", WORDS["step"])
    await rooms.wait_for(lambda events: any(isinstance(each, Chose) for each in events))
    return room


def secrets_of(rooms: Rooms) -> dict[str, bytes]:
    """What opens what was said, and what speaks for the account; each as bare bytes."""
    session: Any = rooms.adapter._session
    olm = session.crypto._client.olm
    found = {
        "password": rooms.account.password.encode(),
        "token": session.homeserver.token.encode(),
    }
    found["the store's key"] = b"a key of the tests"
    for usage, seed in (session.crypto.seeds.read() or {}).items():
        found[f"seed: {usage}"] = seed
    # What is exported or handed out begins with a version and a counter; 128 bytes of ratchet
    # follow, each quarter a key of its own.
    exported = {
        f"heard: {each.id}": each.export_session(each.first_known_index)
        for each in olm.inbound_group_store
    }
    exported |= {
        f"said: {each.id}": each.session_key for each in olm.outbound_group_sessions.values()
    }
    for name, written in exported.items():
        ratchet = base64.b64decode(written + "=" * (-len(written) % 4))[5:133]
        found |= {f"{name} {at}": ratchet[at : at + 32] for at in range(0, 128, 32)}
    return found


async def test_the_key_store_of_matrix_holds_ids_and_neither_words_nor_keys(rooms: Rooms) -> None:
    """Whoever gets hold of it reads nothing that was said; with whom the bot speaks, they do."""
    room = await talks(rooms)
    hidden = secrets_of(rooms)
    assert {name.partition(":")[0] for name in hidden} >= {"heard", "said", "seed", "token"}
    await rooms.stop()

    files = {path.name: path.read_bytes() for path in (rooms.directory / "keys").iterdir()}
    whole = b"\0".join(files.values())
    assert len(whole) > 50_000
    assert [word for word in found_in(whole) if word in WORDS.values()] == []
    secret = [name for name, key in hidden.items() if any(s in whole for s in written_as(key))]
    assert secret == []
    # So that docs/privacy.md stays true, which says that these can be read.
    assert room.member_id.encode() in whole
    assert room.id.encode() in whole
    assert rooms.account.user_id.encode() in whole


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [b"", b"x", b"xy", b"xyz"])
def test_the_search_finds_what_is_there(encoding: str, before: bytes) -> None:
    """It would be no proof otherwise."""
    written = before + WORDS["note"].upper().encode(encoding) + b"after"

    assert found_in(b"\0" + written + b"\0") == [WORDS["note"]]
    written = written.lower()
    for hidden in (base64.b64encode(written), base64.urlsafe_b64encode(written)):
        assert found_in(b"\xff" + hidden) == [WORDS["note"]]
    assert found_in(written.hex().upper().encode()) == [WORDS["note"]]
    assert found_in(PIN.encode()) == [PIN]
