"""A platform that lives in memory: the simplest adapter there is, for tests and benchmarks.

It remembers keys as real platforms do, shows what each person would see, and can be told to
answer as badly as they do.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.platform import (
    Ability,
    Action,
    Address,
    Audience,
    CancelEvent,
    Choices,
    Chose,
    CloseRoom,
    Delete,
    Floor,
    Forget,
    FormFilled,
    LookAt,
    NotSent,
    OpenRoom,
    Outcome,
    Pace,
    Receipt,
    Reply,
    Right,
    Said,
    Say,
    SetFloor,
    SetRole,
    ShowEvent,
    Sink,
    Tidy,
)
from bot.richtext import Body, called, plain

if TYPE_CHECKING:
    from bot.commands import CommandTable

Script = Callable[[Action], Receipt | None]
"""Answers for the platform; None lets it do as asked."""

UNHURRIED = Pace(per_minute=60_000_000, burst=1_000_000, concurrent=64, in_doubt_seconds=86_400)


@dataclass(slots=True)
class Shown:
    """One message as its readers see it."""

    id: str
    body: Body
    audience: Audience
    choices: Choices | None
    form: str | None = None
    readers: frozenset[str] | None = None  # None: everybody in the room
    answers: str | None = None
    thread: str | None = None
    called: tuple[str, ...] = ()  # whose clients it notifies by name
    at: datetime | None = None

    @property
    def text(self) -> str:
        return plain(self.body)


@dataclass(slots=True)
class MemoryAdapter:
    """The platform and its adapter in one.

    Args:
        forms: whether it has forms and waits for answers, as Discord does.
        script: may answer in the platform's place.
        tells: its history shows all that was sent, so that what it does not show was not.
        closed_rooms: in which only the team may write. keeps_rights: it lets the bot change that.
        roles: what people have been given, by who and what.
        rights: what the bot may do in a room; everything in those that are not there.
    """

    platform: str = "memory"
    forms: bool = True
    pace: Pace = UNHURRIED
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    script: Script | None = None
    closed: frozenset[str] = frozenset()  # whose direct messages nobody can write to
    tells: bool = True
    closed_rooms: set[str] = field(default_factory=set)
    keeps_rights: bool = False
    roles: set[tuple[str, str]] = field(default_factory=set)
    rights: dict[str, frozenset[Right]] = field(default_factory=dict)
    connected: bool = False
    performed: int = 0
    forgotten: list[str] = field(default_factory=list)
    rooms: dict[str, list[Shown]] = field(default_factory=lambda: defaultdict(list))
    _floors: dict[str, bool] = field(default_factory=dict)  # whether it was closed before
    _lent: dict[tuple[str, str], bool] = field(default_factory=dict)  # had it before, by role
    _by_key: dict[str, Receipt] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=itertools.count)
    _sink: Sink | None = None
    _ready: asyncio.Event = field(default_factory=asyncio.Event)

    # --- the adapter

    def abilities(self, where: Address) -> frozenset[Ability]:
        return frozenset({Ability.PRIVATE_REPLY, Ability.FORM}) if self.forms else frozenset()

    async def run(self, sink: Sink, commands: CommandTable) -> None:
        self._sink = sink
        self.connected = True
        self._ready.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.connected = False
            self._ready.clear()

    async def perform(self, action: Action) -> Receipt:
        self.performed += 1
        if self.script is not None:
            scripted = self.script(action)
            if scripted is not None:
                if scripted.outcome is Outcome.UNKNOWN:
                    self._show(action)  # it arrived, and nobody heard so
                return scripted
        if isinstance(action, LookAt):
            held = self.rights.get(action.to.channel or "", frozenset(Right))
            return Receipt(outcome=Outcome.SENT, rights=held)
        return self._show(action)

    async def can_reach(self, user: Address) -> bool:
        return user.user not in self.closed

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | NotSent | None:
        if key in self._by_key:
            return self._by_key[key]
        return NotSent() if self.tells else None

    async def close(self) -> None:
        self.connected = False

    def _show(self, action: Action) -> Receipt:
        if action.key in self._by_key:
            return self._by_key[action.key]
        receipt = Receipt(outcome=Outcome.SENT, message=f"m{next(self._numbers)}")
        match action:
            case Say():
                room = self.rooms[_room(action.to)]
                if action.edits is not None:
                    _edit(room, action.edits, action.body, action.choices)
                else:
                    room.append(
                        Shown(
                            receipt.message or "",
                            action.body,
                            action.audience,
                            action.choices,
                            answers=action.answers or action.thread,
                            thread=action.thread,
                            called=called(action.body, self.platform) if action.rings else (),
                            at=self.now(),
                        )
                    )
            case Reply():
                event = action.to
                room = self.rooms[_room(event.where)]
                pressed = event.message if action.replaces else None
                if pressed is None or not _edit(room, pressed, action.body, action.choices):
                    private = action.audience is not Audience.PUBLIC
                    room.append(
                        Shown(
                            receipt.message or "",
                            action.body,
                            action.audience,
                            action.choices,
                            action.form,
                            frozenset({event.actor.user or ""}) if private else None,
                            at=self.now(),
                        )
                    )
            case Delete(message=message):
                room = self.rooms[_room(action.to)]
                room[:] = [shown for shown in room if shown.id != message]
            case Tidy(since=since, before=before):
                room = self.rooms[_room(action.to)]
                room[:] = [
                    shown
                    for shown in room
                    if shown.at is None or not (since or shown.at) <= shown.at < before
                ]
            case Forget():
                self.forgotten.append(action.to.user or "")
            case SetFloor():
                if self.keeps_rights:
                    return Receipt(outcome=Outcome.REFUSED, reason="no_right")
                self._set_floor(_room(action.to), action.floor)
            case SetRole():
                self._set_role(action)
            case OpenRoom() | CloseRoom() | ShowEvent() | CancelEvent() | LookAt():
                return Receipt(outcome=Outcome.UNSUPPORTED)
        self._by_key[action.key] = receipt
        return receipt

    def _set_floor(self, room: str, floor: Floor) -> None:
        before = room in self.closed_rooms
        if floor is Floor.AS_BEFORE:
            closed = self._floors.pop(room, before)
        else:
            self._floors.setdefault(room, before)
            closed = floor is Floor.CLOSED
        (self.closed_rooms.add if closed else self.closed_rooms.discard)(room)

    def _set_role(self, wanted: SetRole) -> None:
        held = (wanted.to.user or "", wanted.role)
        if wanted.given:
            if wanted.lent:
                self._lent.setdefault(held, held in self.roles)
            self.roles.add(held)
        elif not self._lent.pop(held, False):
            self.roles.discard(held)

    # --- the people on it

    async def ready(self) -> None:
        """Wait until events are taken."""
        await self._ready.wait()

    def direct(self, user: str) -> Address:
        return Address(self.platform, user=user)

    async def say(self, user: str, text: str, *, room: Address | None = None) -> None:
        """A person writes to the bot, or into a room."""
        where = room or self.direct(user)
        direct = room is None
        await self._take(
            Said(**self.event(user, where), direct=direct, addressed=direct, text=text)
        )

    async def press(self, user: str, choice: str, *, prompt: str | None = None) -> None:
        """A person presses a button of the newest message that has it."""
        shown = self.offering(user, choice, prompt)
        if shown.choices is None:
            raise LookupError(choice)
        event = self.event(user, self.direct(user)) | {"message": shown.id}
        option = next(o for o in shown.choices.options if o.id == choice)
        if option.form is not None and self.forms:
            raise AssertionError(f"{choice!r} opens a form: fill it")
        await self._take(Chose(**event, direct=True, prompt=shown.choices.prompt, choice=choice))

    async def fill(self, user: str, form: str, prompt: str, values: dict[str, str]) -> None:
        """A person sends a form."""
        event = self.event(user, self.direct(user))
        await self._take(FormFilled(**event, direct=True, form=form, prompt=prompt, values=values))

    def offering(self, user: str, choice: str, prompt: str | None = None) -> Shown:
        """The newest message of a person's that offers a choice."""
        for shown in reversed(self.rooms[user]):
            if shown.choices is None or prompt not in (None, shown.choices.prompt):
                continue
            if any(option.id == choice for option in shown.choices.options):
                return shown
        raise LookupError(f"nothing offers {choice!r}")

    def read(self, user: str) -> list[str]:
        """What a person's direct messages show."""
        return [shown.text for shown in self.rooms[user]]

    async def _take(self, event: Said | Chose | FormFilled) -> None:
        if self._sink is None:
            raise RuntimeError("the adapter is not running")
        await self._sink(event)

    def event(self, user: str, where: Address | None = None) -> dict[str, Any]:
        """What every event of a person's begins with."""
        number = f"e{next(self._numbers)}"
        return {
            "id": number,
            "at": self.now(),
            "where": where or self.direct(user),
            "actor": Address(self.platform, user=user),
            "message": number,
            "waiting": number if self.forms else None,
        }


def _room(address: Address) -> str:
    return address.channel or address.user or ""


def _edit(room: list[Shown], message: str, body: Body, choices: Choices | None) -> bool:
    for shown in room:
        if shown.id == message:
            shown.body, shown.choices = body, choices
            return True
    return False
