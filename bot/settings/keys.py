"""Every key of config.toml: its type, its default, what it means.

`config.example.toml` says the same to operators; a test holds the two together.
"""

from __future__ import annotations

import difflib
import ipaddress
import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    SecretStr,
    ValidationInfo,
)

_LOCALES = Path(__file__).parents[1] / "locales"


# --- how values are read; what these raise is shown as "expected ..."


def _below_folder(path: Path, info: ValidationInfo) -> Path:
    """Paths count from the folder of the configuration."""
    folder: Path = (info.context or {}).get("folder", Path.cwd())
    return folder / path.expanduser()


def _existing_folder(path: Path | None) -> Path | None:
    try:
        there = path is None or path.is_dir()
    except OSError:  # such as a name that is too long for one
        there = False
    if not there:
        raise ValueError("a folder that is there")
    return path


def _database(url: str, info: ValidationInfo) -> str:
    """The URL; a relative file of SQLite counts from the folder of the configuration."""
    scheme, _, rest = url.partition("://")
    kind = scheme.partition("+")[0]
    if kind in ("postgresql", "postgres") and rest:
        return url
    file, _, options = rest.removeprefix("/").partition("?")
    if kind != "sqlite" or not rest.startswith("/") or file in ("", ":memory:"):
        raise ValueError("sqlite:///folder/name.db or postgresql://name@host/database")
    path = _below_folder(Path(file), info)
    return f"{scheme}:///{path}" + (f"?{options}" if options else "")


def _web_address(url: str) -> str:
    read = urlsplit(url)
    if read.scheme not in ("http", "https") or not read.hostname:
        raise ValueError("an address such as https://matrix.example.org")
    return url.rstrip("/")


def _heartbeat(url: SecretStr | None) -> SecretStr | None:
    """Only what nobody on the way can read."""
    if url is not None:
        read = urlsplit(url.get_secret_value())
        here = read.hostname in ("localhost", "127.0.0.1", "::1")
        if not read.hostname or not (read.scheme == "https" or (read.scheme == "http" and here)):
            raise ValueError("an address that begins with https:// (http only on this machine)")
    return url


def _socket_address(url: str) -> str:
    if urlsplit(url).scheme not in ("ws", "wss"):
        raise ValueError("an address such as wss://gateway.example.org")
    return url


def _matrix_account(name: str) -> str:
    if not re.fullmatch(r"@[^\s:]+:\S+", name):
        raise ValueError("an account's full id, such as @handrail:example.org")
    return name


def _prefix(prefix: str) -> str:
    if not prefix or re.search(r"[\s\w]", prefix):
        raise ValueError("one or more signs, such as ! (no letters, digits or spaces)")
    return prefix


def _language(tag: str) -> str:
    spoken = sorted(folder.name for folder in _LOCALES.iterdir() if folder.is_dir())
    if tag not in spoken:
        raise ValueError(f"one of {', '.join(spoken)}")
    return tag


def _hour(written: str) -> str:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", written):
        raise ValueError("an hour from 00:00 to 23:59, such as 09:00")
    return written


def _two_hours(written: str) -> str:
    hour = r"(?:[01]\d|2[0-3]):[0-5]\d"
    read = re.fullmatch(rf"({hour})-({hour})", written)
    if read is None or read[1] == read[2]:
        raise ValueError('two hours, such as "22:00-07:00"')
    return written


def _country(code: str) -> str:
    from babel import Locale  # takes a while, and most configurations name no country

    if not re.fullmatch("[A-Z]{2}", code) or code not in Locale("en").territories:
        raise ValueError("a country's code of two letters, such as US, GB or DE (ISO 3166)")
    return code


def _zone(name: str) -> str:
    import zoneinfo

    from bot.wall_time import zone_named

    try:
        zone_named(name)
    except zoneinfo.ZoneInfoNotFoundError:
        near = difflib.get_close_matches(name, zoneinfo.available_timezones(), 1)
        example = near[0] if near else "America/New_York"
        raise ValueError(f"an IANA time zone, such as {example}") from None
    return name


@dataclass(frozen=True, slots=True)
class Room:
    """A space or room as the file writes it: `discord:123`, `matrix:!abc:example.org`."""

    platform: str
    id: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.id}"


_ROOM_IDS = {"discord": r"\d+", "matrix": r"!\S+", "playground": r"\S+"}


def _room(written: Any) -> Any:
    if not isinstance(written, str):
        return written
    platform, _, native_id = written.partition(":")
    if not re.fullmatch(_ROOM_IDS.get(platform, "(?!)"), native_id):
        raise ValueError(
            'a room such as "discord:123" or "matrix:!abc:example.org" (the internal id in the'
            " room's settings, not its #address)"
        )
    return Room(platform, native_id)


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody's account as the file writes it: `discord:123`, `matrix:@sam:example.org`."""

    platform: str
    id: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.id}"


_ACCOUNT_IDS = {"discord": r"\d+", "matrix": r"@[^\s:]+:\S+", "playground": r"\S+"}


def _account(written: Any) -> Any:
    if not isinstance(written, str):
        return written
    platform, _, native_id = written.partition(":")
    if not re.fullmatch(_ACCOUNT_IDS.get(platform, "(?!)"), native_id):
        raise ValueError('an account such as "discord:123" or "matrix:@sam:example.org"')
    return Account(platform, native_id)


MILESTONE = r"(?:24|48|72)h|[1-9]\d{0,3}d|[1-9]\d{0,2}[wm]|[1-9]\d?y"
"""How one is written; beside them "years" stands for every year."""


def _milestone(written: str) -> str:
    if not re.fullmatch(rf"years|{MILESTONE}", written):
        raise ValueError('a milestone such as "24h", "1w", "30d", "6m", "1y" or "years"')
    return written


def _chip(written: str) -> str:
    if not re.fullmatch(rf"(?:{MILESTONE})=discord:\d+", written):
        raise ValueError('a milestone and the role for it, such as "30d=discord:123"')
    return written


_RANKS = {"discord": r"\d+", "matrix": r"[1-9]|[1-4]\d|50", "playground": r"\w+"}


def _rank(written: Any) -> Any:
    if not isinstance(written, str):
        return written
    platform, _, held = written.partition(":")
    if not re.fullmatch(_RANKS.get(platform, "(?!)"), held):
        raise ValueError('a role such as "discord:123", or a power level such as "matrix:25"')
    return Account(platform, held)


def _one_or_several(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


# What stands first in `Annotated` decides how an environment variable is read.
FilePath = Annotated[Path, AfterValidator(_below_folder)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Rooms = Annotated[
    tuple[Annotated[Room, BeforeValidator(_room)], ...], BeforeValidator(_one_or_several)
]

Accounts = Annotated[
    tuple[Annotated[Account, BeforeValidator(_account)], ...], BeforeValidator(_one_or_several)
]


Ranks = Annotated[
    tuple[Annotated[Account, BeforeValidator(_rank)], ...], BeforeValidator(_one_or_several)
]


_Ids = Annotated[tuple[Annotated[int, Field(gt=0)], ...], BeforeValidator(_one_or_several)]


# --- the keys


class _Section(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_default=True,
        hide_input_in_errors=True,  # a mistake may stand where a secret belongs
    )


class StorageSettings(_Section):
    """`[storage]`: where everything is kept."""

    url: Annotated[str, AfterValidator(_database), Field(repr=False)] = "sqlite:///data/handrail.db"
    """The database; SQLite or PostgreSQL. A password stands in the environment only."""
    key: SecretStr | None = None
    """The key-encryption key: 32 bytes in base64. Or in `key_file`, which is read later."""
    key_file: FilePath = Path("data/handrail.key")
    """A file that holds the key; the first `handrail run` makes it if none is configured."""

    @property
    def key_configured(self) -> bool:
        """Whether the operator said where the key is; else `run` may make one."""
        return self.key is not None or "key_file" in self.model_fields_set


class BackupsSettings(_Section):
    """`[backups]`: what the running bot does for the day when its disk breaks."""

    folder: FilePath = Path("data/backups")
    """Where sealed backups go; best on another disk."""
    every_hours: Annotated[float, Field(ge=0, le=24 * 7)] = 24
    """How often; 0: never by itself."""
    keep_days: Annotated[int, Field(ge=1, le=30)] = 30
    """How long they are kept; the latest stays in any case."""


class MatrixSettings(_Section):
    """`[matrix]`: one account on a homeserver."""

    homeserver: WebAddress
    """The homeserver's client address."""
    user_id: Annotated[str, AfterValidator(_matrix_account)]
    """The bot's account."""
    password: SecretStr | None = None
    """The account's password."""
    password_file: FilePath | None = None
    """A file that holds the password."""
    access_token: SecretStr | None = None
    """An access token in place of the password; cannot be renewed by the bot."""
    access_token_file: FilePath | None = None
    """A file that holds the access token."""
    store_dir: FilePath = Path("data/matrix")
    """The folder of the device's encryption keys; as precious as the database."""
    command_prefix: Annotated[str, AfterValidator(_prefix)] = "!"
    """What a command in a room begins with; in direct messages it may be left out."""
    idle_days: Annotated[int, Field(ge=1, le=3650)] | None = None
    """Direct messages in which nothing was said for so many days are left, and opened again when
    there is something to say. None: they are kept."""
    invites: Literal["anyone", "known", "nobody"] = "known"
    """Whose invitations are accepted; known: who shares a listed space with the bot."""


class DiscordSettings(_Section):
    """`[discord]`: one bot account."""

    token: SecretStr | None = None
    """The bot's token."""
    token_file: FilePath | None = None
    """A file that holds the token."""
    guilds: _Ids = ()
    """Ids of the servers it is at home in: commands appear there at once, and it leaves others,
    saying why. Empty: it stays anywhere, and Discord takes up to an hour to show commands."""
    new_dms_per_minute: Annotated[float, Field(gt=0, le=600)] = 10
    """First direct messages to people, per minute."""
    dms_per_minute: Annotated[float, Field(gt=0, le=3000)] = 60
    """Direct messages in all, per minute; answers and crisis replies are not held back."""
    message_content: bool = False
    """Whether the account has the Message Content intent, which watched channels need."""
    members: bool = False
    """Whether the account has the Server Members intent: then it is noticed who leaves. Bans are
    noticed without it."""
    moderator_roles: _Ids = ()
    """Ids of server roles whose holders are moderators here, besides those whom Discord lets
    moderate: who may administer, manage the server or messages, or time members out."""
    facilitator_roles: _Ids = ()
    """Ids of server roles whose holders are facilitators here."""
    peer_supporter_roles: _Ids = ()
    """Ids of server roles whose holders are peer supporters here."""
    operator: Annotated[str, Field(max_length=200)] | None = None
    """How those who run it can be reached; told in servers that it leaves."""
    shard_count: Annotated[int, Field(ge=1, le=1000)] | None = None
    """Into how many connections its servers are parted; None: all on one."""
    shard_ids: Annotated[
        tuple[Annotated[int, Field(ge=0)], ...], BeforeValidator(_one_or_several)
    ] = ()
    """Which of them this process has, from 0. Empty: all."""
    api_base: WebAddress | None = None
    """Another REST address, for stand-ins; None: Discord's own."""
    gateway: Annotated[str, AfterValidator(_socket_address)] | None = None
    """Another gateway address, for stand-ins; None: Discord's own."""

    @property
    def roles(self) -> dict[str, str]:
        """What server roles mean here, by their ids; the highest where one is named twice."""
        named = {
            "peer_supporter": self.peer_supporter_roles,
            "facilitator": self.facilitator_roles,
            "moderator": self.moderator_roles,
        }
        return {str(role): name for name, roles in named.items() for role in roles}

    @property
    def own_shards(self) -> tuple[int, ...]:
        """Those that this process has."""
        return self.shard_ids or tuple(range(self.shard_count or 1))


class WebSettings(_Section):
    """`[web]`: the one HTTP server."""

    host: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    """The address to listen on."""
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    """The TCP port; 0 takes a free one."""
    public_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+(/[^\s]*[^\s/])?$")] | None = None
    """The address at which members reach this server, where a reverse proxy leads to it; calendar
    feeds need it. Without a slash at its end."""

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine reaches the server."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


class PlaygroundSettings(_Section):
    """`[playground]`: a page where one person tries everything as any demo member."""

    enabled: bool | None = None
    """None: only while no platform is configured."""
    alongside: bool = False
    """Whether it may run beside a real platform, with the same database."""
    hosts: tuple[str, ...] = ()
    """Names under which the page may be opened besides loopback ones. Whoever opens it may act
    as any demo member or moderator."""


class RehearsalSettings(_Section):
    """`[rehearsal]`: trying out days to come."""

    allow: bool = False
    """Whether HANDRAIL_CLOCK_OFFSET may shift the bot's clock; every log line then says
    `rehearsal`."""


class MeetingsSettings(_Section):
    """`[meetings]`: what other people publish."""

    from_web: bool = False
    """Whether `handrail meetings import` reads files at https addresses as well."""


class HeartbeatSettings(_Section):
    """`[heartbeat]`: a request as long as all is well, so that silence alarms."""

    url: Annotated[SecretStr | None, AfterValidator(_heartbeat)] = None
    """What is asked: https, or http on this machine. It may carry a token, so it is a secret."""
    url_file: FilePath | None = None
    """A file that holds the address."""
    every_seconds: Annotated[float, Field(ge=5, le=3600)] = 60
    """Seconds between two requests."""


class OperatorSettings(_Section):
    """`[operator]`: those who run it."""

    room: Annotated[Room, BeforeValidator(_room)] | None = None
    """Where the bot warns them: a room of their own, in which the bot is."""
    language: Annotated[str, AfterValidator(_language)] = "en"
    """In which language."""
    outage_minutes: Annotated[int, Field(ge=1, le=1440)] = 5
    """Up to so many minutes away the teams are not told."""


class LeavingSettings(_Section):
    """`[leaving]`: communities that the bot was put out of."""

    erase_after_days: Annotated[int, Field(ge=1, le=30)] = 30
    """Days after which what is kept of them is erased, unless the bot is invited again."""


class RetentionSettings(_Section):
    """`[retention]`: how many days things are kept; less than usual at will, never more."""

    notes_days: Annotated[int, Field(ge=1, le=365)] = 365
    """What members wrote beside a day of theirs."""
    answers_days: Annotated[int, Field(ge=1, le=1095)] = 1095
    """A day's word, and all beside it."""
    crises_days: Annotated[int, Field(ge=1, le=90)] = 90
    """That somebody was in danger, and what the team did."""
    acts_days: Annotated[int, Field(ge=30, le=365)] = 365
    """What the team did with its commands."""
    views_days: Annotated[int, Field(ge=30, le=365)] = 365
    """Who saw what members shared."""
    pairs_days: Annotated[int, Field(ge=182, le=365)] = 365
    """Who were buddies of whom; until then two who parted are not proposed to each other again."""


class TextsSettings(_Section):
    """`[texts]`: what the bot says."""

    overrides: Annotated[FilePath | None, AfterValidator(_existing_folder)] = None
    """A folder laid out like `bot/locales`; its messages win."""


class LogsSettings(_Section):
    """`[logs]`: what is written to stderr."""

    format: Literal["console", "json"] = "console"
    """Lines to read, or one JSON object a line."""
    level: Literal["debug", "info", "warning", "error"] = "info"
    """The least urgent lines that are written."""


class CommunitySettings(_Section):
    """`[[community]]`: spaces that share meetings and settings; defaults that chat may change."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    """What members call it."""
    spaces: Annotated[Rooms, Field(min_length=1)]
    """Discord servers, Matrix spaces or rooms."""
    staff_room: Rooms = ()
    """Where the team is alerted; one room, or one on each platform."""
    watched: Rooms = ()
    """Rooms that are read for signs of a crisis; read in memory, never stored."""
    soft_offers: bool = False
    """Whether who does not sound well in a watched room is asked in private if a person would
    help, at most once a day; in direct messages they are in any case."""
    escalation: Accounts = ()
    """Whom of the team to call first while nobody answers an alert, in this order; the rest of the
    roster follows."""
    pages: tuple[SecretStr, ...] = ()
    """Where to page if nobody answers: addresses as apprise writes them."""
    pages_file: FilePath | None = None
    """A file that holds them, one a line."""
    checkin_delivery: Literal["dm", "channel", "thread"] = "dm"
    """Where members are asked who have not chosen: in direct messages, by one post a day in the
    channel `checkin_room`, or in a private thread there. Where the platform has no private threads,
    or there is no such room: in direct messages."""
    checkin_room: Rooms = ()
    """The channel of the daily post, and below which private threads are; one on each platform."""
    checkin_hour: Annotated[str, AfterValidator(_hour)] = "09:00"
    """When the daily post appears, on the community's clock."""
    quiet_hours: Annotated[str, AfterValidator(_two_hours)] | None = None
    """In which nothing unasked comes to members who chose no hours of their own, on the clock of
    each; "22:00-07:00"."""
    buddy_room: Rooms = ()
    """The channel below which private threads of two buddies are opened, on platforms that need
    one; else below `checkin_room`, else the bot carries their words."""
    meetings_as_events: bool = False
    """Whether the next occurrence of each meeting is shown among a Discord server's own events; the
    bot's role then needs Create Events."""
    language: Annotated[str, AfterValidator(_language)] = "en"
    """Spoken where nothing is known of a member."""
    country: Annotated[str, AfterValidator(_country)] | None = None
    """Whose help lines are shown where nothing is known of a member (ISO 3166)."""
    time_zone: Annotated[str, AfterValidator(_zone)] = "UTC"
    """An IANA name; for meetings, and suggested to members."""
    milestones: tuple[Annotated[str, AfterValidator(_milestone)], ...] = ()
    """Which milestones members are asked about, in private; empty: the usual ones."""
    milestone_room: Rooms = ()
    """Where a member may share a milestone by a press of their own; empty: nowhere."""
    milestone_chips: tuple[Annotated[str, AfterValidator(_chip)], ...] = ()
    """Discord roles that a member may take for a milestone by a press of their own."""
    features: tuple[Literal["checkins", "buddies", "meetings"], ...] = (
        "checkins",
        "buddies",
        "meetings",
    )
    """What members find here; help in a crisis is always there."""
    moderators: Ranks = ()
    """Besides whom the platform lets moderate: Discord roles by their ids ("discord:123"), and on
    Matrix from which power level on, below 50 ("matrix:25")."""
    locked: tuple[
        Literal[
            "name",
            "staff_room",
            "watched",
            "language",
            "country",
            "time_zone",
            "features",
            "moderators",
            "checkin_delivery",
            "checkin_room",
            "checkin_hour",
            "quiet_hours",
            "buddy_room",
            "milestones",
            "milestone_room",
            "milestone_chips",
            "soft_offers",
            "meetings_as_events",
        ],
        ...,
    ] = ()
    """Keys of this section that cannot be changed from chat."""


class Settings(_Section):
    """Everything that operators decide."""

    communities: Literal["listed", "open"] = "listed"
    """Who may use this bot: communities of this file, or everybody."""
    storage: StorageSettings = Field(default_factory=StorageSettings)
    backups: BackupsSettings = Field(default_factory=BackupsSettings)
    matrix: MatrixSettings | None = None
    discord: DiscordSettings | None = None
    web: WebSettings = Field(default_factory=WebSettings)
    playground: PlaygroundSettings = Field(default_factory=PlaygroundSettings)
    rehearsal: RehearsalSettings = Field(default_factory=RehearsalSettings)
    meetings: MeetingsSettings = Field(default_factory=MeetingsSettings)
    heartbeat: HeartbeatSettings = Field(default_factory=HeartbeatSettings)
    operator: OperatorSettings = Field(default_factory=OperatorSettings)
    leaving: LeavingSettings = Field(default_factory=LeavingSettings)
    retention: RetentionSettings = Field(default_factory=RetentionSettings)
    texts: TextsSettings = Field(default_factory=TextsSettings)
    logs: LogsSettings = Field(default_factory=LogsSettings)
    community: tuple[CommunitySettings, ...] = ()

    _clock_offset: timedelta = PrivateAttr(default=timedelta(0))

    def model_post_init(self, context: Any) -> None:
        self._clock_offset = (context or {}).get("clock_offset", timedelta(0))

    @property
    def clock_offset(self) -> timedelta:
        """How far the bot's clock is shifted; nothing outside a rehearsal."""
        return self._clock_offset

    @property
    def platforms(self) -> tuple[str, ...]:
        """The real platforms that are configured."""
        return tuple(name for name in ("discord", "matrix") if getattr(self, name) is not None)

    @property
    def playground_on(self) -> bool:
        """The playground's own word, else only while no platform is configured."""
        if self.playground.enabled is None:
            return not self.platforms
        return self.playground.enabled
