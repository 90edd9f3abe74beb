"""Which message shows which question: what a reaction or a typed word means in a room."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from bot.platform import AdapterState, Choice, Choices, choice_of

REACTIONS_AT_MOST = 10
_KEPT_PER_ROOM = 8
_TOGETHER = 60.0  # seconds between questions that are asked together, at the most
_KEYCAP = "\u20e3"
_VARIANT = "\ufe0f"  # "show as an emoji": some clients leave it away
_TEN = "\U0001f51f"


def reaction_keys(count: int) -> list[str]:
    """The reactions set below a question: digits only, since reactions are not encrypted."""
    keys = [f"{digit}{_VARIANT}{_KEYCAP}" for digit in range(1, 10)]
    return [*keys, _TEN][: min(count, REACTIONS_AT_MOST)]


def number_of(key: str) -> int | None:
    """The number that a keycap emoji shows."""
    bare = key.replace(_VARIANT, "").strip()
    if bare == _TEN:
        return 10
    if len(bare) == 2 and bare[1] == _KEYCAP and bare[0] in "123456789":
        return int(bare[0])
    return None


@dataclass
class Shown:
    """A question that a message of the bot shows.

    Args:
        message: the event that shows it.
        member: the only one who may answer; "" for everybody in the room.
        options: id, label and further words of each.
        made: by the reaction that made it, each choice: the person, the prompt, the option.
            Kept while the message shows something else, since it can still be taken back.
        last: nothing without options was said since, so that a bare word may mean it.
        language: that it is asked in.
        poll: the event of the poll that shows it too; "" without.
        beside: asked together with the question before it, whose words are still meant then.
    """

    message: str
    member: str
    prompt: str
    options: list[tuple[str, str, list[str]]]
    made: dict[str, list[str]] = field(default_factory=dict)
    last: bool = True
    language: str = "en"
    poll: str = ""
    beside: bool = False

    def chosen_by(self, person: str, typed: str) -> str | None:
        """The id of the option that a reaction or typed words mean.

        None if they mean none, or the person is not the one who was asked.
        """
        if self.member not in ("", person):
            return None
        number = number_of(typed)
        meant = choice_of(
            tuple(
                Choice(id=i, label=label, words=tuple(words)) for i, label, words in self.options
            ),
            typed if number is None else str(number),
        )
        return meant.id if meant else None


class Made(NamedTuple):
    """A choice that somebody made by a reaction."""

    person: str
    prompt: str
    choice: str


class Prompts:
    """The latest questions of each room; kept in the adapter's state over a restart."""

    def __init__(self, state: AdapterState) -> None:
        self._state = state
        self._rooms: dict[str, list[Shown]] = {}
        self._changed: set[str] = set()
        # When the last question of a room was asked, on the loop's clock, if nobody spoke since.
        self._asked: dict[str, float] = {}

    async def show(self, room_id: str, message: str, member: str, choices: Choices) -> None:
        """A message shows a question. Shown again by a repeated send, it stays as it was."""
        shown = await self._of(room_id)
        options = [(o.id, o.label, list(o.words)) for o in choices.options]
        if any(s.message == message and s.options == options for s in shown):
            return
        made = {event: m for s in shown if s.message == message for event, m in s.made.items()}
        shown[:] = [s for s in shown if s.message != message]
        new = Shown(message, member, choices.prompt, options, made, language=choices.language)
        now = asyncio.get_running_loop().time()
        new.beside = bool(shown) and now - self._asked.get(room_id, -_TOGETHER) < _TOGETHER
        self._asked[room_id] = now
        shown.append(new)
        del shown[:-_KEPT_PER_ROOM]
        self._changed.add(room_id)
        await self._state.put(self.unsaved())

    async def close(self, room_id: str, message: str) -> None:
        """A message no longer shows a question."""
        shown = await self._of(room_id)
        if any(s.message == message for s in shown):
            shown[:] = [s for s in shown if s.message != message]
            self._changed.add(room_id)
            await self._state.put(self.unsaved())

    async def note_poll(self, room_id: str, message: str, poll: str) -> None:
        """The question of a message is shown by a poll too."""
        shown = await self.at(room_id, message)
        if shown is not None and shown.poll != poll:
            shown.poll = poll
            self._changed.add(room_id)
            await self._state.put(self.unsaved())

    async def talk_on(self, room_id: str) -> None:
        """The bot said something else: bare words no longer mean what was asked before."""
        shown = await self._of(room_id)
        if shown and shown[-1].last:
            shown[-1].last = False
            self._changed.add(room_id)
            await self._state.put(self.unsaved())

    async def at(self, room_id: str, message: str) -> Shown | None:
        """The question that a message, or its poll, shows."""
        of_room = await self._of(room_id)
        return next((s for s in of_room if message in (s.message, s.poll)), None)

    async def language_in(self, room_id: str) -> str:
        """The language in which the bot asked something last."""
        shown = await self._of(room_id)
        return shown[-1].language if shown else "en"

    def spoken_in(self, room_id: str) -> None:
        """Somebody spoke or reacted: what is asked next stands by itself."""
        self._asked.pop(room_id, None)

    async def latest(self, room_id: str) -> Shown | None:
        """The question that a bare word in the room means, if any."""
        shown = await self._of(room_id)
        return shown[-1] if shown and shown[-1].last else None

    async def meant(self, room_id: str, person: str, typed: str) -> tuple[Shown, str] | None:
        """The question and the option that bare words mean.

        A number is of the last question; words may be of those that were asked together with it.
        """
        for shown in reversed(await self._of(room_id) if await self.latest(room_id) else []):
            if choice := shown.chosen_by(person, typed):
                return shown, choice
            if not shown.beside or number_of(typed) or typed.strip(" .").isdecimal():
                return None
        return None

    async def take(self, room_id: str, shown: Shown, user: str, choice: str, reaction: str) -> bool:
        """A member chose by reaction; False if this choice of theirs stands already."""
        made = [user, shown.prompt, choice]
        if any(event != reaction for event, other in shown.made.items() if other == made):
            return False
        if reaction not in shown.made:
            # Before the core hears of it: who takes it back after a crash must find it here.
            shown.made[reaction] = made
            self._changed.add(room_id)
            await self._state.put(self.unsaved())
        return True

    async def made_by(self, room_id: str, reaction: str) -> tuple[Shown, Made] | None:
        """What a reaction chose, and the question that it stands below."""
        for shown in await self._of(room_id):
            if reaction in shown.made:
                return shown, Made(*shown.made[reaction])
        return None

    def take_back(self, room_id: str, shown: Shown, reaction: str) -> None:
        """A reaction was removed: the same choice may be made anew."""
        shown.made.pop(reaction, None)
        self._changed.add(room_id)

    def unsaved(self) -> dict[str, bytes | None]:
        """What changed since the last call, as entries of the adapter's state."""
        changed, self._changed = self._changed, set()
        return {
            f"prompts/{room_id}": json.dumps([asdict(s) for s in self._rooms[room_id]]).encode()
            for room_id in changed
            if room_id in self._rooms
        }

    async def _of(self, room_id: str) -> list[Shown]:
        if room_id not in self._rooms:
            raw = await self._state.get(f"prompts/{room_id}")
            read = _shown_from(json.loads(raw)) if raw else []
            self._rooms.setdefault(room_id, read)
        return self._rooms[room_id]


def _shown_from(data: Sequence[dict[str, Any]]) -> list[Shown]:
    return [
        Shown(
            message=d["message"],
            member=d["member"],
            prompt=d["prompt"],
            options=[(i, label, words) for i, label, words in d["options"]],
            made=d.get("made", {}),
            last=d["last"],
            language=d.get("language", "en"),
            poll=d.get("poll", ""),
            beside=d.get("beside", False),
        )
        for d in data
    ]
