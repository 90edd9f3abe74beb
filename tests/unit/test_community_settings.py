"""What counts for a community: chat over the file over the default, and what the file keeps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.communities.commands import ranks_count
from bot.communities.effective import Effective, FromFile, Source, merged
from bot.communities.listing import set_up_communities
from bot.communities.values import Said, UnclearRoomError, Values
from bot.errors import HandrailError
from bot.platform import Address
from bot.settings import Settings
from storage import members
from storage.database import Database, open_database
from storage.encryption import MasterKey
from tests.support.databases import with_tables
from tests.support.texts import own_places, own_texts

MASTER = MasterKey.from_base64("A" * 43 + "=")
STAFF = ["discord", "7", "70"]


@pytest.mark.parametrize(
    ("file", "chosen", "value", "source"),
    [
        pytest.param({}, {}, "en", Source.DEFAULT, id="nobody said anything"),
        pytest.param({"language": "de"}, {}, "de", Source.FILE, id="the file over the default"),
        pytest.param(
            {"language": "de"}, {"language": "es"}, "es", Source.CHAT, id="chat over the file"
        ),
    ],
)
def test_chat_counts_before_the_file_and_the_file_before_the_default(
    file: dict[str, str], chosen: dict[str, str], value: str, source: Source
) -> None:
    """Whoever set it last where it may be set is right."""
    setting = merged(FromFile(values=file), chosen).by_key["language"]

    assert (setting.value, setting.source) == (value, source)


def test_what_the_file_locks_is_the_files() -> None:
    """Also where chat chose something before the operator locked it."""
    file = FromFile(values={"country": "US"}, locked=frozenset({"country", "language"}))
    settings = merged(file, {"country": "DE", "language": "de"})

    assert settings["country"] == "US"
    assert settings.by_key["country"].locked
    assert settings["language"] == "en"  # locked, and the file says nothing: the default


def test_a_staff_room_that_was_not_reached_is_kept_and_not_used() -> None:
    """Nobody relies on a room in which nothing arrives."""
    settings = merged(FromFile(), {"staff_room": [STAFF], "unreached": [STAFF]})

    assert settings.rooms("staff_room") == [Address(*STAFF)]
    assert settings.staff == []


# --- over restarts


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path / 'h.db'}"
    opened = open_database(with_tables(url, MASTER), MASTER)
    yield opened
    opened.close_sync()


def _settings(**community: object) -> Settings:
    section = {"name": "Harbour House", "spaces": ["discord:7"], **community}
    return Settings.model_validate(
        {"discord": {"guilds": [7]}, "community": [section]},
    )


def test_what_chat_chose_survives_a_restart_and_a_change_of_the_file(database: Database) -> None:
    """The community stays as its owners set it, and falls back to the file where they let go."""
    before = _settings(language="en", country="US", time_zone="America/Chicago")
    effective, ((_, id),) = database.write_sync(lambda tx: set_up_communities(tx, before))
    database.write_sync(lambda tx: effective.change(tx, id, "name", "Lighthouse"))
    database.write_sync(lambda tx: effective.change(tx, id, "country", "DE"))
    database.write_sync(lambda tx: effective.change(tx, id, "time_zone", "Europe/Berlin"))

    after = _settings(language="es", country="GB", time_zone="Europe/London")
    effective, _ = database.write_sync(lambda tx: set_up_communities(tx, after))

    found = database.read_sync(lambda tx: members.community(tx, id))
    assert found == members.Community(id, "Lighthouse", "es", "DE", "Europe/Berlin")

    database.write_sync(lambda tx: effective.reset(tx, id, "country"))
    found = database.read_sync(lambda tx: members.community(tx, id))
    assert found is not None
    assert found.country == "GB"


def test_a_lock_takes_back_what_chat_chose(database: Database) -> None:
    """The operator's word counts from the next start on."""
    effective, ((_, id),) = database.write_sync(lambda tx: set_up_communities(tx, _settings()))
    database.write_sync(lambda tx: effective.change(tx, id, "language", "de"))

    locked = _settings(language="en", locked=["language"])
    database.write_sync(lambda tx: set_up_communities(tx, locked))

    found = database.read_sync(lambda tx: members.community(tx, id))
    assert found is not None
    assert found.language == "en"


def test_rooms_that_chat_names_are_sealed(database: Database, tmp_path: Path) -> None:
    """Whoever gets the file of the database learns nothing of where a community talks."""
    effective = Effective()
    _, ((_, id),) = database.write_sync(lambda tx: set_up_communities(tx, _settings()))
    room = ["discord", "7", "918273645546372819"]
    database.write_sync(lambda tx: effective.change(tx, id, "staff_room", [room]))

    written = b"".join(path.read_bytes() for path in tmp_path.glob("h.db*"))
    assert b"918273645546372819" not in written
    assert b"staff_room" in written  # the key is no secret: the check looks at the right bytes


# --- what people write


def _said(words: str, platform: str = "discord", now: object = ()) -> Said:
    return Said(
        words=words,
        language="en",
        platform=platform,
        space="7",
        here=Address(platform, "7", "70"),
        now=now,
    )


def _values() -> Values:
    return Values(own_places(), own_texts())


@pytest.mark.parametrize(
    ("platform", "words", "channels"),
    [
        ("discord", "here", ["70"]),
        ("discord", "<#123456789012345678>", ["123456789012345678"]),
        ("discord", "123456789012345678", ["123456789012345678"]),
        ("discord", "discord:123456789012345678", ["123456789012345678"]),
        ("discord", "https://discord.com/channels/7/123456789012345678", ["123456789012345678"]),
        ("discord", "<#11111111111111111>, <#22222222222222222>", ["1" * 17, "2" * 17]),
        ("matrix", "!abc:example.org", ["!abc:example.org"]),
        ("matrix", "abc:example.org", ["!abc:example.org"]),
        ("matrix", "matrix:!abc:example.org", ["!abc:example.org"]),
        ("matrix", "https://matrix.to/#/!abc:example.org?via=example.org", ["!abc:example.org"]),
        ("matrix", "https://matrix.to/#/%21abc%3Aexample.org", ["!abc:example.org"]),
        ("playground", "#general", ["general"]),
        ("discord", "none", []),
    ],
)
def test_rooms_are_named_as_people_can(platform: str, words: str, channels: list[str]) -> None:
    """A mention, a link, an id, or the room itself."""
    rooms = _values().read("watched", _said(words, platform))

    assert rooms == [[platform, "7", channel] for channel in channels]


@pytest.mark.parametrize("words", ["somewhere", "#general", "matrix:!abc:example.org", "@everyone"])
def test_what_is_no_room_of_that_platform_is_told(words: str) -> None:
    """Nothing is guessed: an alert in a wrong room helps nobody."""
    with pytest.raises(UnclearRoomError):
        _values().read("staff_room", _said(words))


def test_rooms_on_other_platforms_stay() -> None:
    """A community on two platforms has a staff room on each, set where it is."""
    now = [["matrix", None, "!staff:example.org"], ["discord", "7", "69"]]

    rooms = _values().read("staff_room", _said("here", now=now))

    assert rooms == [["matrix", None, "!staff:example.org"], STAFF]


@pytest.mark.parametrize(
    ("key", "words", "value"),
    [
        ("language", "Deutsch", "de"),
        ("language", "EN", "en"),
        ("country", "de", "DE"),
        ("country", "Germany", "DE"),
        ("country", "none", None),
        ("time_zone", "Chicago", "America/Chicago"),
        ("features", "check-ins, meetings", ["checkins", "meetings"]),
        ("features", "all", ["checkins", "buddies", "meetings"]),
        ("features", "none", []),
        ("moderators", "<@&123456789012345678>", ["discord:123456789012345678"]),
        ("checkin_hour", "9 am", "09:00"),
        ("quiet_hours", "10 pm to 7 am", "22:00-07:00"),
        ("quiet_hours", "none", None),
        ("soft_offers", "on", True),
        ("checkin_delivery", "thread", "thread"),
        ("name", "  Harbour   House ", "Harbour House"),
    ],
)
def test_values_are_read_as_people_write_them(key: str, words: str, value: object) -> None:
    """Names and codes, in whatever case."""
    assert _values().read(key, _said(words)) == value


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("language", "Klingon"),
        ("country", "Atlantis"),
        ("time_zone", "EST"),
        ("features", "parties"),
        ("moderators", "everybody"),
        ("checkin_hour", "late"),
        ("quiet_hours", "22:00"),
        ("soft_offers", "maybe"),
        ("checkin_delivery", "pigeon"),
        ("name", " "),
        ("name", "x" * 101),
        ("watched", " ".join(f"<#{10**17 + n}>" for n in range(51))),
    ],
)
def test_what_cannot_be_read_is_told_and_changes_nothing(key: str, words: str) -> None:
    """Every refusal is one that a person can read."""
    with pytest.raises(HandrailError):
        _values().read(key, _said(words))


@pytest.mark.parametrize(
    ("platform", "rank", "named", "counts"),
    [
        ("discord", "77", {"discord:77"}, True),
        ("discord", "78", {"discord:77"}, False),
        ("matrix", "power:25", {"matrix:25"}, True),
        ("matrix", "power:60", {"matrix:25"}, True),
        ("matrix", "power:24", {"matrix:25"}, False),
        ("matrix", "power:25", {"discord:25"}, False),
        ("matrix", "power:25", set(), False),
    ],
)
def test_who_counts_as_a_moderator(platform: str, rank: str, named: set[str], counts: bool) -> None:
    """A role by its id, a power level from the named one on; each platform's own only."""
    assert ranks_count(platform, rank, named) is counts
