"""What moderators decide about a meeting in chat: its room, how it is held, and its texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.commands import Field, Form, Kind, Role
from bot.delivery.messages import send
from bot.errors import HandrailError
from bot.meetings import which
from bot.meetings.hosting.here import look
from bot.meetings.hosting.powers import Powers
from bot.meetings.hosting.running import Running
from bot.meetings.hosting.saying import Place
from bot.platform import Action, Floor
from bot.reading.words import plain
from bot.turn import ChoiceGoneError, Turn
from storage import hosting, meetings
from storage.hosting import Hosted, Stage, Wishes
from storage.meetings import Meeting

TEXT_FORM = "hosting-text"
LONGEST_TEXT = 3_500
LONGEST_WORD = 20
MOST_NOTES = 25
LONGEST_SHARE = 30  # minutes
READINGS = ("opening", "closing")
DETAILS = (*READINGS, "topic", "share", "greeting", "role")
_FIELDS = {"greeting": "greets"}

FORM = Form(
    name=TEXT_FORM,
    fields=(Field(name="text", kind=Kind.LONG_TEXT, required=False, longest=LONGEST_TEXT),),
)

_NONE = frozenset({"none", "off", "no", "-", "nada", "kein", "keine", "aus"})
_ROLE = re.compile(r"<@&(\d+)>|([\w-]{1,40})")


class NoRoomHereError(HandrailError):
    """Said in direct messages, which are no room."""

    text_id = "hosting-room-where"


class NotHostedError(HandrailError):
    """The meeting is not held in chat."""

    text_id = "hosting-not-hosted"


class UnclearValueError(HandrailError):
    """Nothing that would do for the detail."""

    text_id = "hosting-value-unclear"


class OwnersRoleError(HandrailError):
    """Only an owner may have the bot lend a role."""

    text_id = "hosting-role-owners"


class BusyError(HandrailError):
    """The meeting takes place at the moment."""

    text_id = "hosting-room-busy"


class SettingUp:
    """Changes to how meetings are held in chat."""

    def __init__(self, running: Running, powers: Powers) -> None:
        self._running = running
        self._powers = powers

    def room(self, turn: Turn) -> Sequence[Action]:
        """`host room <meeting> [closed | off]`: it is held where this is said, or no longer."""
        meeting, words = which.named(turn, "meeting", "between")
        before = hosting.hosted(turn.tx, meeting.id)
        sessions = hosting.sessions_of(turn.tx, [meeting.id])
        if any(each.stage is Stage.OPEN for each in sessions):
            raise BusyError(f"meeting {meeting.id} is open")
        if words == "off":
            if before is not None:
                self._give_back(turn, before, meeting)
            return [turn.answer("hosting-room-off", name=meeting.card.name)]
        where = turn.event.where
        if turn.event.direct or where.channel is None or turn.event.thread_of is not None:
            raise NoRoomHereError("not in a room")
        if before is not None and _room(before) != (where.platform, where.channel):
            self._give_back(turn, before, meeting)
        wishes = before.wishes if before is not None else Wishes()
        hosted = Hosted(
            meeting=meeting.id,
            platform=where.platform,
            space=where.space,
            channel=where.channel,
            wishes=replace(wishes, closed_between=words == "closed"),
        )
        hosting.put(turn.tx, hosted)
        place = Place.of(turn.tx, self._running.texts, hosted, meeting, turn.now)
        send(turn, self._powers.set_up(place))
        look(turn, self._running, meeting.id)
        text_id = "hosting-room-closed" if words == "closed" else "hosting-room-on"
        return [turn.answer(text_id, name=meeting.card.name)]

    def _give_back(self, turn: Turn, hosted: Hosted, meeting: Meeting) -> None:
        """Put the room's rights back, and forget what was to come there."""
        place = Place.of(turn.tx, self._running.texts, hosted, meeting, turn.now)
        here = hosting.in_room(turn.tx, hosted.platform, hosted.channel)
        if all(each.meeting == meeting.id for each in here):  # else another one needs it so
            key = f"hosting-off:{meeting.id}:{int(turn.now.timestamp() * 1000)}"
            send(turn, [place.set_floor(key, Floor.AS_BEFORE)])
        hosting.remove(turn.tx, meeting.id)
        look(turn, self._running, meeting.id)

    def set(self, turn: Turn) -> Sequence[Action]:
        """`host set <meeting> <detail> [<value>]`: how it is held."""
        hosted, meeting, words = self._named(turn, "meeting", "part", "content")
        detail, _, value = words.partition(" ")
        if detail not in DETAILS:
            raise UnclearValueError(f"no detail of {len(detail)} characters")
        if detail in READINGS and not value.strip():
            return self._ask(turn, meeting, detail)
        if detail == "role" and turn.role < Role.OWNER:
            raise OwnersRoleError("a role is lent by owners only")
        wanted = _read(detail, _as_typed(turn, value))
        wishes = replace(hosted.wishes, **{_FIELDS.get(detail, detail): wanted})  # type: ignore[arg-type]
        return self._kept(turn, hosted, meeting, wishes)

    def keep(self, turn: Turn) -> Sequence[Action]:
        """`host keep <meeting> <word> [<text>]`: a text that can be posted by that word."""
        hosted, meeting, words = self._named(turn, "meeting", "note", "content")
        word, _, text = words.partition(" ")
        word = plain(word)[:LONGEST_WORD]
        if not word:
            raise UnclearValueError("no word")
        if not text.strip():
            return self._ask(turn, meeting, f"note:{word}")
        return self._kept(
            turn, hosted, meeting, _with_note(hosted.wishes, word, _as_typed(turn, text))
        )

    def _ask(self, turn: Turn, meeting: Meeting, what: str) -> Sequence[Action]:
        """Open the form for a text; where there are none, texts are written behind the command."""
        if turn.event.waiting is None:
            return [turn.answer("hosting-text-behind")]
        return [turn.ask(TEXT_FORM, f"{TEXT_FORM}/{meeting.id}/{what}")]

    def filled(self, turn: Turn) -> Sequence[Action]:
        """A text from the form; an empty one takes it away."""
        id, _, what = turn.detail.partition("/")
        meeting = meetings.named(turn.tx, id)
        hosted = hosting.hosted(turn.tx, meeting.id) if meeting is not None else None
        if hosted is None or meeting is None or not which.is_theirs(turn, meeting):
            raise ChoiceGoneError("no such meeting here")
        if turn.role < Role.MODERATOR:
            raise ChoiceGoneError("for moderators")
        text = turn.given.get("text", "")
        if what in READINGS:
            wishes = replace(hosted.wishes, **{what: _text(text)})  # type: ignore[arg-type]
        elif what.startswith("note:"):
            wishes = _with_note(hosted.wishes, what.removeprefix("note:"), text)
        else:
            raise ChoiceGoneError("no such text")
        return self._kept(turn, hosted, meeting, wishes)

    def _named(self, turn: Turn, *arguments: str) -> tuple[Hosted, Meeting, str]:
        meeting, words = which.named(turn, *arguments)
        hosted = hosting.hosted(turn.tx, meeting.id)
        if hosted is None:
            raise NotHostedError(f"meeting {meeting.id}")
        return hosted, meeting, words

    def _kept(
        self, turn: Turn, hosted: Hosted, meeting: Meeting, wishes: Wishes
    ) -> Sequence[Action]:
        hosting.put(turn.tx, replace(hosted, wishes=wishes))
        look(turn, self._running, meeting.id)
        return [turn.answer("hosting-set-done", name=meeting.card.name)]


def _as_typed(turn: Turn, words: str) -> str:
    """The content with its own paragraphs, where no part of it belongs to the meeting's name."""
    typed = turn.words("content") or ""
    return typed if typed.split() == words.split() else words.strip()


def _room(hosted: Hosted) -> tuple[str, str]:
    return hosted.platform, hosted.channel


def _text(words: str) -> str:
    return "" if plain(words) in _NONE else words.strip()[:LONGEST_TEXT]


def _with_note(wishes: Wishes, word: str, text: str) -> Wishes:
    others = tuple(each for each in wishes.notes if each[0] != word)
    kept = _text(text)
    if kept and len(others) >= MOST_NOTES:
        raise UnclearValueError("too many notes")
    return replace(wishes, notes=(*others, (word, kept)) if kept else others)


def _read(detail: str, value: str) -> str | int | bool:
    """A detail's value from words. Raises: UnclearValueError."""
    off = plain(value) in _NONE
    match detail:
        case "share":
            minutes = value.split()[0] if value else ""
            if off:
                return 0
            if not minutes.isdecimal() or not 0 < int(minutes) <= LONGEST_SHARE:
                raise UnclearValueError("no such minutes")
            return int(minutes)
        case "greeting":
            if not off and plain(value) not in ("on", "yes", "ja", "an", "si"):
                raise UnclearValueError("neither on nor off")
            return not off
        case "role":
            found = _ROLE.fullmatch(value)
            if not off and found is None:
                raise UnclearValueError("no role")
            return "" if off or found is None else found[1] or found[2]
        case _:
            return _text(value)
