"""One open page: what its person does becomes events, what happens is queued for it."""

from __future__ import annotations

import asyncio
from datetime import UTC, timedelta
from typing import Any

import structlog

from adapters.playground import view, wire
from adapters.playground.adapter import PLATFORM, PlaygroundAdapter
from adapters.playground.places import is_place
from adapters.playground.world import Message, Room, RoomKind, World
from bot import richtext
from bot.commands import ArgumentsError, Command, CommandTable, FirstResponse
from bot.platform import Address, Chose, Commanded, Event, FormFilled, Said

log = structlog.get_logger(__name__)

FARTHEST = timedelta(days=400)
"""The clock goes no further in one step: a year of check-ins is enough to see."""

_QUEUE = 2_000  # frames that a page may be behind before it has to come back


class Refused(Exception):
    """The page asked for what is not there; `problem` is the end of its label's name."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class Session:
    """A connection to one page. It may show one account after another."""

    def __init__(self, adapter: PlaygroundAdapter) -> None:
        self.account = ""
        self.language = ""
        self.outgoing: asyncio.Queue[wire.ToPage | None] = asyncio.Queue(_QUEUE)
        """Frames to send; None ends the connection."""
        self._adapter = adapter
        self._world: World | None = None
        self._commands: CommandTable | None = None
        self._zone: str | None = None

    def tell(self, frame: wire.ToPage) -> None:
        try:
            self.outgoing.put_nowait(frame)
        except asyncio.QueueFull:
            self.leave()

    def leave(self) -> None:
        while self.outgoing.full():
            self.outgoing.get_nowait()
        self.outgoing.put_nowait(None)

    def refresh(self) -> None:
        adapter, world = self._adapter, self._world
        if world is None or self._commands is None:
            return
        account = world.accounts[self.account]
        self.tell(
            {
                "type": "world",
                "account": account.id,
                "language": self.language,
                "now": adapter.clock.now().isoformat(),
                "accounts": view.shown_accounts(world),
                "rooms": view.shown_rooms(world, account.id, adapter.texts, self.language),
                "messages": [view.shown_message(m) for m in world.messages_of(account.id)],
                "commands": view.shown_commands(
                    self._commands, account, adapter.texts, self.language
                ),
            }
        )

    async def hear(self, frame: wire.FromPage) -> None:
        """Take one frame. Whatever happens, the page is told so."""
        _, self._commands = await self._adapter.core()
        self._world = await self._adapter.world()
        if frame.type == "hello":
            self._greet(frame, self._world)
            return
        heard: wire.HeardFrame = {"type": "heard", "id": frame.id}
        try:
            if frame.account not in self._world.accounts:
                raise Refused("room")
            await self._do(frame, self._world, self._commands)
        except Refused as refused:
            heard["problem"] = refused.problem
        except Exception as error:
            log.error("playground_event_lost", error=type(error).__name__)
            heard["problem"] = "ours"
        self.tell(heard)

    def _greet(self, hello: wire.Hello, world: World) -> None:
        first = next(iter(world.accounts))
        self.account = hello.account if hello.account in world.accounts else first
        self.language = self._adapter.texts.language_for(hello.language)
        self._zone = hello.zone if is_place(hello.zone) else None
        self._adapter.join(self)
        self.refresh()

    async def _do(self, deed: wire.Deed, world: World, commands: CommandTable) -> None:
        match deed:
            case wire.Typed():
                await self._typed(deed, world, commands)
            case wire.Pressed():
                await self._pressed(deed, world)
            case wire.Filled():
                await self._filled(deed, world, commands)
            case wire.Moved():
                await self._moved(deed)

    # --- deeds

    async def _typed(self, typed: wire.Typed, world: World, commands: CommandTable) -> None:
        room = self._room(world, typed.account, typed.room)
        if not world.may_write(typed.account, room):
            raise Refused("room")
        text = typed.text.strip()
        if not text:
            return
        prefixed = text[0] in "/!" and text[1:2].isalpha()
        slashed = prefixed and text[0] == "/"
        shown = self._show_own(world, room, typed, text, private=slashed)
        facts = self._facts(typed, room, world, shown)
        command = _command(commands, text[1:]) if slashed else None
        event: Event
        if command is None:
            event = Said(
                **facts,
                text=text[1:] if prefixed else text,
                addressed=prefixed or room.kind is RoomKind.DIRECT,
            )
        else:
            declared, args = command
            if declared.first_response is FirstResponse.FORM and declared.form:
                self._adapter.open_form(self, typed.account, declared.form, room=room.id)
                await self._adapter.save()
                return
            event = Commanded(**facts, name=declared.name, args=args)
        await self._hand_over(event)

    def _show_own(
        self, world: World, room: Room, typed: wire.Typed, text: str, *, private: bool
    ) -> Message | None:
        """Show the person's words in the room; a command to nobody else, as on other platforms."""
        key = _key(typed)
        if done := world.done(key):
            return world.message(done.message)
        message = world.post(
            key=key,
            room=room.id,
            author=typed.account,
            at=self._adapter.clock.now().astimezone(UTC),
            body=richtext.paragraph(text),
            only_for=typed.account if private and room.kind is not RoomKind.DIRECT else None,
        )
        self._adapter.show(world, message)
        return message

    async def _pressed(self, pressed: wire.Pressed, world: World) -> None:
        message = world.message(pressed.message)
        if message is None or not world.sees(pressed.account, message):
            raise Refused("button")
        room = self._room(world, pressed.account, message.room)
        options = message.choices.options if message.choices else ()
        option = next((option for option in options if option.id == pressed.choice), None)
        if option is None or message.choices is None:
            raise Refused("button")
        prompt = message.choices.prompt
        if option.form and self._adapter.open_form(
            self,
            pressed.account,
            option.form,
            room=room.id,
            prompt=prompt,
            message=message.id,
            values=self._adapter.filled_before(message, option.form),
        ):
            return
        facts = self._facts(pressed, room, world, message)
        await self._hand_over(Chose(**facts, prompt=prompt, choice=option.id))

    async def _filled(self, filled: wire.Filled, world: World, commands: CommandTable) -> None:
        room = self._room(world, filled.account, filled.room)
        message = world.message(filled.message)
        if message is not None and not world.sees(filled.account, message):
            raise Refused("button")
        try:
            fields = {field.name: field for field in commands.form(filled.form).fields}
        except KeyError:
            raise Refused("form") from None
        if not set(filled.values) <= set(fields):
            raise Refused("form")
        if any(len(value) > fields[name].longest for name, value in filled.values.items()):
            raise Refused("too-long")
        facts = self._facts(filled, room, world, message)
        await self._hand_over(
            FormFilled(**facts, form=filled.form, prompt=filled.prompt, values=filled.values)
        )

    async def _moved(self, moved: wire.Moved) -> None:
        now = self._adapter.clock.now()
        if moved.to <= now:
            raise Refused("backwards")
        if moved.to - now > FARTHEST:
            raise Refused("too-far")
        await self._adapter.move_clock(moved.to)

    # --- events

    def _room(self, world: World, account: str, room_id: str) -> Room:
        room = world.rooms.get(room_id)
        if room is None or room.closed or not world.sees_room(account, room):
            raise Refused("room")
        return room

    def _facts(
        self, deed: wire.Deed, room: Room, world: World, message: Message | None = None
    ) -> dict[str, Any]:
        """What every event says."""
        key = _key(deed)
        self._adapter.wait_for_answer(key, self)
        return {
            "id": key,
            "at": self._adapter.clock.now().astimezone(UTC),
            "where": self._adapter.address(room),
            "actor": Address(PLATFORM, user=deed.account),
            "locale": self.language,
            "zone": self._zone,
            "roles": world.accounts[deed.account].roles,
            "spaces": (self._adapter.space,),
            "direct": room.kind is RoomKind.DIRECT,
            "message": message.id if message else None,
            "waiting": key,
        }

    async def _hand_over(self, event: Event) -> None:
        sink, _ = await self._adapter.core()
        try:
            await sink(event)
        finally:
            # After the answer: it must not wait for a database that cannot be written.
            await self._adapter.save()


def _key(deed: wire.Deed) -> str:
    return f"{deed.account}:{deed.id}"


def _command(commands: CommandTable, typed: str) -> tuple[Command, dict[str, str]] | None:
    """The command, or None if the words do not fit: then the core reads them, and says why."""
    try:
        return commands.read(typed)
    except ArgumentsError:
        return None
