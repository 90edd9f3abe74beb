"""What people write for a setting, read into the shape in which it is kept; and shown again.

Rooms are named as people can: by a mention, a link, an id, or "here" in the room itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any
from urllib.parse import unquote

from bot import reading
from bot.communities.effective import FEATURES, ROOMS, kept_room, room_of
from bot.errors import HandrailError
from bot.places import Places, UnclearPlaceError
from bot.platform import Address
from bot.reading.words import plain
from bot.settings.keys import MILESTONE
from bot.texts import Texts
from storage.quiet import Hours

MOST_WATCHED = 50
LONGEST_NAME = 100
MOST_RANKS = 20
MOST_MILESTONES = 40
_ROOM = {
    "discord": re.compile(r"<#(\d+)>|(\d{15,20})|https://\S+/channels/\d+/(\d+)\S*"),
    # The "!" of an id is a command's sign, too, and may be gone at the beginning of a message.
    "matrix": re.compile(
        r"!?([^\s!#@:/]+:[^\s!#@/]+|[\w-]{43})|https://matrix\.to/#/(?:!|%21)([^\s?]+)\S*"
    ),
    "playground": re.compile(r"#?([a-z][\w:-]*)"),
    "memory": re.compile(r"#?([a-z]\S*)"),
}
_RANK = {
    "discord": re.compile(r"<@&(\d+)>|(\d{15,20})"),
    "matrix": re.compile(r"(?:power:|level )?([1-9]|[1-4]\d|50)"),
    "playground": re.compile(r"@?(\w+)"),
    "memory": re.compile(r"@?(\w+)"),
}


class UnclearRoomError(HandrailError):
    """No room can be made out; or "here", said in no room."""

    text_id = "community-unclear-room"


class TooManyRoomsError(HandrailError):
    """More rooms than a setting takes."""

    text_id = "community-too-many"


class UnclearValueError(HandrailError):
    """The words are none of what a setting takes; the text says what it takes."""

    def __init__(self, text_id: str, **values: str | int) -> None:
        super().__init__(f"not read: {text_id}", **values)
        self.text_id = text_id


@dataclass(frozen=True, slots=True)
class Said:
    """How a value was said.

    Args:
        platform: where it was said.
        space: the community's space there.
        here: the room in which it was said, or in which setting up began.
        now: what counts so far.
    """

    words: str
    language: str
    platform: str
    space: str | None
    here: Address | None
    now: Any


class Values:
    """Reads and shows values.

    Args:
        places: those that are known.
    """

    def __init__(self, places: Places, texts: Texts) -> None:
        self._places = places
        self._texts = texts
        self._read: dict[str, Callable[[Said], Any]] = {
            "name": _name,
            "staff_room": lambda said: _rooms(said, 1),
            "watched": lambda said: _rooms(said, MOST_WATCHED),
            "checkin_room": lambda said: _rooms(said, 1),
            "buddy_room": lambda said: _rooms(said, 1),
            "milestones": _milestones,
            "milestone_room": lambda said: _rooms(said, 1),
            "milestone_chips": _chips,
            "language": self._language,
            "country": self._country,
            "time_zone": self._zone,
            "features": _features,
            "moderators": _ranks,
            "checkin_delivery": _delivery,
            "checkin_hour": _hour,
            "quiet_hours": _quiet,
            "soft_offers": _switch,
            "meetings_as_events": _switch,
        }

    def read(self, key: str, said: Said) -> Any:
        """The value in the shape of `effective.DEFAULTS`.

        Raises: HandrailError with what would do.
        """
        return self._read[key](said)

    def _language(self, said: Said) -> str:
        wanted = plain(said.words)
        for language in self._texts.languages:
            names = self._texts.line(language, "language-names").split(", ")
            if wanted in (language, *map(plain, names)):
                return language
        raise UnclearValueError(
            "community-unclear-language", languages=", ".join(sorted(self._texts.languages))
        )

    def _country(self, said: Said) -> str | None:
        if _is_none(said.words):
            return None
        from babel import Locale  # takes a while, and is asked for once in a community's life

        code = said.words.strip().upper()
        if re.fullmatch("[A-Z]{2}", code) and code in Locale("en").territories:
            return code
        named = self._places.country_named(said.words)
        if named is None:
            raise UnclearValueError("community-unclear-country")
        return named

    def _zone(self, said: Said) -> str:
        try:
            found = self._places.find(said.words, said.language)
        except UnclearPlaceError:
            found = []
        if len(found) != 1:
            raise UnclearValueError("community-unclear-zone")
        return found[0].zone


def show(texts: Texts, language: str, key: str, value: Any, unreached: frozenset[Address]) -> str:
    """A value as people read it."""
    if key == "milestones" and not value:
        return texts.line(language, "community-milestones-usual")
    if value in ([], None, ""):
        return texts.line(language, "community-none")
    if key in ROOMS:
        shown = []
        for room in map(room_of, value):
            name = _shown_room(room)
            if room in unreached:
                name += " " + texts.line(language, "community-not-reached")
            shown.append(name)
        return ", ".join(shown)
    if isinstance(value, bool):
        return texts.line(language, "community-on" if value else "community-off")
    if isinstance(value, list):
        if key == "features":
            value = [texts.line(language, f"community-feature-{each}") for each in value]
        return ", ".join(value)
    return str(value)


def _shown_room(room: Address) -> str:
    """As people of that platform can follow it."""
    if room.platform == "discord":
        return f"<#{room.channel}>"
    return f"#{room.channel}" if room.platform != "matrix" else room.channel or ""


def _is_none(words: str) -> bool:
    return plain(words) in ("none", "nobody", "nothing", "-", "keine", "keiner", "nichts", "nada")


def _name(said: Said) -> str:
    name = " ".join(said.words.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise UnclearValueError("community-unclear-name", longest=LONGEST_NAME)
    return name


def _rooms(said: Said, most: int) -> list[list[str | None]]:
    """The rooms on the platform where it was said; those on others stay."""
    others = [each for each in said.now if each[0] != said.platform]
    if _is_none(said.words):
        return others
    found: list[Address] = []
    for word in re.split(r"[\s,]+", said.words.strip()):
        room = _room(said, word)
        if room not in found:
            found.append(room)
    if len(found) > most:
        raise TooManyRoomsError(f"{len(found)} rooms", most=most)
    return [*others, *map(kept_room, found)]


def _room(said: Said, word: str) -> Address:
    if plain(word) in ("here", "hier", "aqui"):
        if said.here is None:
            raise UnclearRoomError('"here" in no room')
        return said.here
    bare = word.removeprefix(f"{said.platform}:")
    pattern = _ROOM.get(said.platform)
    match = pattern.fullmatch(bare) if pattern is not None else None
    if match is None:
        raise UnclearRoomError(f"no room in {len(word)} characters")
    id = unquote(next(part for part in match.groups() if part))
    if said.platform == "matrix":
        id = f"!{id}"
    return Address(said.platform, said.space, id)


def _features(said: Said) -> list[str]:
    """Those that are named, alone or with what they are called in the texts."""
    if _is_none(said.words):
        return []
    if plain(said.words) in ("all", "alle", "todo", "todos"):
        return list(FEATURES)
    words = re.split(r"[\s,]+", plain(said.words).strip())
    found = {
        feature
        for word in words
        for feature in FEATURES
        if len(word) > 3 and feature.startswith(word.replace("-", "").rstrip("s"))
    }
    if len(found) < len({word for word in words if word not in ("and", "und", "y")}):
        raise UnclearValueError("community-unclear-features", features=", ".join(FEATURES))
    return [feature for feature in FEATURES if feature in found]


def _ranks(said: Said) -> list[str]:
    """Roles or levels on the platform where it was said; those of others stay."""
    others = [each for each in said.now if not each.startswith(f"{said.platform}:")]
    if _is_none(said.words):
        return others
    pattern = _RANK.get(said.platform)
    found: list[str] = []
    words: Sequence[str] = [said.words.strip()]
    if said.platform != "matrix":
        words = re.split(r"[\s,]+", said.words.strip())
    for word in words:
        match = pattern.fullmatch(word.removeprefix(f"{said.platform}:")) if pattern else None
        if match is None or len(found) >= MOST_RANKS:
            raise UnclearValueError("community-unclear-moderators")
        found.append(f"{said.platform}:{next(part for part in match.groups() if part)}")
    return [*others, *dict.fromkeys(found)]


def _milestones(said: Said) -> list[str]:
    """Codes such as "30d", "years"; empty: the usual ones."""
    if _is_none(said.words):
        return []
    codes = [word.casefold() for word in re.split(r"[\s,]+", said.words.strip())]
    known = all(re.fullmatch(rf"years|{MILESTONE}", code) for code in codes)
    if not known or len(codes) > MOST_MILESTONES:
        raise UnclearValueError("community-unclear-milestones")
    return list(dict.fromkeys(codes))


def _chips(said: Said) -> list[str]:
    """A Discord role for each of some milestones, kept as "30d=discord:123"."""
    if _is_none(said.words):
        return []
    found: dict[str, str] = {}
    for word in re.split(r"[\s,]+", re.sub(r"\s*=\s*", "=", said.words.strip())):
        code, _, role = word.casefold().partition("=")
        match = _RANK["discord"].fullmatch(role.removeprefix("discord:"))
        known = re.fullmatch(MILESTONE, code)
        if match is None or known is None or len(found) >= MOST_MILESTONES:
            raise UnclearValueError("community-unclear-chips")
        found[code] = f"{code}=discord:{match[1] or match[2]}"
    return list(found.values())


def _delivery(said: Said) -> str:
    if plain(said.words) not in ("dm", "channel", "thread"):
        raise UnclearValueError("community-unclear-delivery")
    return plain(said.words)


def _hour(said: Said) -> str:
    return reading.read_time(said.words, said.language).strftime("%H:%M")


def _quiet(said: Said) -> str | None:
    """Such as "22:00-07:00"."""
    if _is_none(said.words) or plain(said.words) in ("off", "aus"):
        return None
    begins, ends = reading.read_hours(said.words, said.language)
    return f"{begins:%H:%M}-{ends:%H:%M}"


def hours_of(kept: str | None) -> Hours | None:
    """Quiet hours as they are kept, in figures; None for none."""
    if kept is None:
        return None
    begins, _, ends = kept.partition("-")
    return Hours(time.fromisoformat(begins), time.fromisoformat(ends))


def _switch(said: Said) -> bool:
    words = plain(said.words)
    if words not in ("on", "off", "yes", "no", "an", "aus", "ja", "nein", "si"):
        raise UnclearValueError("community-unclear-switch")
    return words in ("on", "yes", "an", "ja", "si")
