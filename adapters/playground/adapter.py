"""The playground as a platform: a demo community inside one page."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Protocol

import structlog

from adapters.playground import view, wire
from adapters.playground.world import Message, Room, RoomKind, World, direct_room
from bot.commands import CommandTable
from bot.platform import (
    Ability,
    Action,
    AdapterState,
    Address,
    Audience,
    CancelEvent,
    CloseRoom,
    Delete,
    Event,
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
    Say,
    SetFloor,
    SetRole,
    ShowEvent,
    Sink,
    Tidy,
)
from bot.texts import Texts

log = structlog.get_logger(__name__)

PLATFORM = "playground"
LARGEST_FILE = 8 * 1024 * 1024  # bytes
_HANDLES = 256


class PlaygroundClock(Protocol):
    """The bot's clock, as far as the page may turn it."""

    def now(self) -> datetime: ...

    async def move_to(self, moment: datetime) -> None:
        """Go forward to the moment; what has become due by then is planned and sent at once."""


class Viewer(Protocol):
    """An open page that shows the demo as one account sees it."""

    @property
    def account(self) -> str: ...

    @property
    def language(self) -> str: ...

    def tell(self, frame: wire.ToPage) -> None: ...

    def refresh(self) -> None:
        """Send everything anew."""

    def leave(self) -> None: ...


class PlaygroundAdapter:
    """One demo community.

    Everything is shown first and kept afterwards: what a page shows must not wait for a
    database that is locked or full. What could not be kept is written with the next change.

    Args:
        state: keeps people, rooms and messages over a restart.
        community_space: the id of the one space that the demo has.
    """

    def __init__(
        self,
        texts: Texts,
        state: AdapterState,
        clock: PlaygroundClock,
        community_space: str = "demo",
    ) -> None:
        self.texts = texts
        self.clock = clock
        self.space = community_space
        self._state = state
        self._world: World | None = None
        self._opening = asyncio.Lock()
        self._saving = asyncio.Lock()
        self._running = asyncio.Event()
        self._core: tuple[Sink, CommandTable] | None = None
        self._viewers: set[Viewer] = set()
        # Which page an event came from, to open a form there.
        self._waiting: OrderedDict[str, Viewer] = OrderedDict()
        # What a form said that a message answers; never kept longer than the process.
        self._answered_forms: OrderedDict[str, FormFilled] = OrderedDict()

    # --- bot.platform.Adapter

    @property
    def platform(self) -> str:
        return PLATFORM

    @property
    def pace(self) -> Pace:
        return Pace(per_minute=6000, burst=200, concurrent=8, in_doubt_seconds=86_400)

    @property
    def connected(self) -> bool:
        return self._core is not None

    def abilities(self, where: Address) -> frozenset[Ability]:
        return frozenset(Ability)

    async def run(self, sink: Sink, commands: CommandTable) -> None:
        world = await self.world()
        if world.latest and world.latest > self.clock.now():
            # The demo was left at a later hour; going back would ask everything again.
            await self.clock.move_to(world.latest)
        self._core = sink, commands
        self._running.set()
        for viewer in self._viewers:
            viewer.refresh()
        try:
            await asyncio.Event().wait()
        finally:
            self._core = None
            self._running.clear()

    async def perform(self, action: Action) -> Receipt:
        world = await self.world()
        if done := world.done(action.key):
            return Receipt(outcome=Outcome.SENT, message=done.message, channel=done.room)
        match action:
            case Reply():
                receipt = self._reply(world, action)
            case Say():
                receipt = self._say(world, action)
            case Delete():
                receipt = self._delete(world, action)
            case Tidy():
                receipt = self._tidy(world, action)
            case Forget():
                receipt = Receipt(outcome=Outcome.SENT)
            case SetRole():
                receipt = self._set_role(world, action)
            case SetFloor():
                receipt = self._set_floor(world, action)
            case OpenRoom():
                receipt = self._open_room(world, action)
            case CloseRoom():
                receipt = self._close_room(world, action)
            case LookAt(to=to):
                there = to.channel in world.rooms
                return Receipt(
                    outcome=Outcome.SENT if there else Outcome.GONE,
                    rights=frozenset(Right) if there else frozenset(),
                )
            case ShowEvent() | CancelEvent():
                return Receipt(outcome=Outcome.UNSUPPORTED, reason="no_events")
        await self.save()
        return receipt

    async def can_reach(self, user: Address) -> bool:
        return user.user in (await self.world()).accounts

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | NotSent | None:
        world = await self.world()
        done = world.done(key)
        if done is None:
            return None if world.forgets else NotSent()
        return Receipt(outcome=Outcome.SENT, message=done.message, channel=done.room)

    async def close(self) -> None:
        """Close every page's connection; the pages come back by themselves."""
        for viewer in tuple(self._viewers):
            viewer.leave()
        await self.save()

    # --- for the open pages

    async def world(self) -> World:
        """The demo as it was left. Read once."""
        async with self._opening:
            if self._world is None:
                self._world = World(await self._state.all(""))
            return self._world

    async def core(self) -> tuple[Sink, CommandTable]:
        """Where events go and what can be said, as soon as the adapter runs."""
        while self._core is None:
            await self._running.wait()
        return self._core

    def join(self, viewer: Viewer) -> None:
        self._viewers.add(viewer)

    def leave(self, viewer: Viewer) -> None:
        self._viewers.discard(viewer)
        for handle in [h for h, waiting in self._waiting.items() if waiting is viewer]:
            del self._waiting[handle]

    def wait_for_answer(self, handle: str, viewer: Viewer) -> None:
        """A form that answers the event `handle` opens at this viewer."""
        self._waiting[handle] = viewer
        while len(self._waiting) > _HANDLES:
            self._waiting.popitem(last=False)

    def address(self, room: Room) -> Address:
        """Where the core says that something happened."""
        if room.kind is RoomKind.DIRECT:
            return Address(PLATFORM, channel=room.id, user=room.members[0])
        return Address(PLATFORM, space=self.space, channel=room.id)

    def show(self, world: World, message: Message, *, new: bool = True) -> None:
        """Tell every page; those that show somebody else learn only whom it is for."""
        readers = [account for account in world.accounts if world.sees(account, message)]
        frame: wire.MessageFrame = {"type": "message", "message": view.shown_message(message)}
        for viewer in self._viewers:
            if viewer.account in readers:
                viewer.tell(frame)
            elif new:
                viewer.tell({"type": "stir", "accounts": readers})

    async def move_clock(self, moment: datetime) -> None:
        await self.clock.move_to(moment)
        (await self.world()).pass_time(self.clock.now())
        for viewer in self._viewers:
            viewer.tell({"type": "clock", "now": self.clock.now().isoformat()})
        await self.save()

    async def save(self) -> None:
        """Keep what has changed; if that goes wrong, it is tried again with the next change."""
        world = await self.world()
        async with self._saving:
            changes, world.unsaved = world.unsaved, {}
            if not changes:
                return
            try:
                await self._state.put(changes)
            except BaseException as error:
                world.unsaved = {**changes, **world.unsaved}
                if not isinstance(error, Exception):
                    raise
                log.error("playground_not_kept", entries=len(changes), error=type(error).__name__)

    def filled_before(self, message: Message, form: str) -> Mapping[str, str]:
        """What was written in the form to which the message is the answer, to go on from there."""
        filled = self._answered_forms.get(message.id)
        return filled.values if filled and filled.form == form else {}

    def open_form(
        self,
        viewer: Viewer,
        account: str,
        name: str,
        *,
        room: str,
        prompt: str = "",
        message: str | None = None,
        values: Mapping[str, str] | None = None,
    ) -> bool:
        """Show a form of the command table as a dialog.

        False if there is none of that name, or if the page shows another account by now.
        """
        try:
            form = self._core[1].form(name) if self._core else None
        except KeyError:
            form = None
        if form is None or viewer.account != account:
            return False
        frame = view.form_frame(
            form,
            self.texts,
            viewer.language,
            account=account,
            room=room,
            prompt=prompt,
            message=message,
            values=values or {},
        )
        viewer.tell(frame)
        return True

    # --- actions

    def _reply(self, world: World, reply: Reply) -> Receipt:
        event = reply.to
        if reply.form and self._form_opened(reply, reply.form):
            return Receipt(outcome=Outcome.SENT, channel=event.where.channel)
        place = self._place(world, _answered(event), reply.audience)
        if isinstance(place, Receipt):
            return place
        if _too_large(reply):
            return Receipt(outcome=Outcome.REFUSED, reason="file_too_large")
        room, only_for = place
        pressed = world.message(event.message) if reply.replaces else None
        # In place of a message that all can read, only what all may read.
        if pressed and pressed.author is None and not (only_for and pressed.only_for is None):
            return self._changed(world, pressed, reply)
        return self._posted(
            world, room, only_for, reply, degraded=bool(reply.replaces or reply.form)
        )

    def _form_opened(self, reply: Reply, form: str) -> bool:
        event = reply.to
        viewer = self._waiting.get(event.waiting or "")
        if viewer is None:
            return False
        again = isinstance(event, FormFilled) and event.form == form
        return self.open_form(
            viewer,
            event.actor.user or "",
            form,
            room=event.where.channel or "",
            prompt=reply.form_prompt,
            message=event.message,
            values=event.values if isinstance(event, FormFilled) and again else None,
        )

    def _say(self, world: World, say: Say) -> Receipt:
        if _too_large(say):
            return Receipt(outcome=Outcome.REFUSED, reason="file_too_large")
        place = self._place(world, say.to, say.audience)
        if isinstance(place, Receipt):
            return place
        room, only_for = place
        if say.edits is None:
            return self._posted(world, room, only_for, say)
        edited = world.message(say.edits)
        if edited is None or edited.author is not None:
            return Receipt(outcome=Outcome.GONE, reason="no_message")
        if only_for and edited.only_for is None:
            return Receipt(outcome=Outcome.REFUSED, reason="would_be_public")
        return self._changed(world, edited, say)

    def _place(
        self, world: World, to: Address, audience: Audience
    ) -> tuple[Room, str | None] | Receipt:
        """The room, and whom in it the message is for; or why there is none."""
        if to.user is not None and to.user not in world.accounts:
            return Receipt(outcome=Outcome.GONE, reason="no_account")
        room = world.rooms.get(to.channel or "")
        if to.user and (to.channel is None or audience is Audience.DIRECT):
            room = world.rooms[direct_room(to.user)]
        if room is None or room.closed:
            return Receipt(outcome=Outcome.GONE, reason="no_room")
        if room.kind is RoomKind.DIRECT:
            if to.user not in (None, *room.members):
                return Receipt(outcome=Outcome.REFUSED, reason="not_their_room")
            return room, None
        if audience is Audience.PUBLIC:
            return room, None
        if to.user is None or audience is Audience.DIRECT:
            return Receipt(outcome=Outcome.REFUSED, reason="no_account")
        if not world.sees_room(to.user, room):
            return world.rooms[direct_room(to.user)], None
        return room, to.user

    def _posted(
        self,
        world: World,
        room: Room,
        only_for: str | None,
        action: Reply | Say,
        *,
        degraded: bool = False,
    ) -> Receipt:
        message = world.post(
            key=action.key,
            room=room.id,
            author=None,
            at=self.clock.now().astimezone(UTC),
            body=action.body,
            only_for=only_for,
            choices=action.choices,
            attachments=action.attachments,
            answers=action.answers or action.thread if isinstance(action, Say) else None,
            rings=isinstance(action, Say) and action.rings,
        )
        if isinstance(action, Reply) and isinstance(action.to, FormFilled):
            self._answered_forms[message.id] = action.to
            if len(self._answered_forms) > _HANDLES:
                self._answered_forms.popitem(last=False)
        self.show(world, message)
        outcome = Outcome.DEGRADED if degraded else Outcome.SENT
        return Receipt(outcome=outcome, message=message.id, channel=room.id)

    def _changed(self, world: World, message: Message, action: Reply | Say) -> Receipt:
        changed = world.edit(
            message,
            key=action.key,
            body=action.body,
            choices=action.choices,
            attachments=action.attachments,
        )
        self.show(world, changed, new=False)
        return Receipt(outcome=Outcome.SENT, message=changed.id, channel=changed.room)

    def _delete(self, world: World, delete: Delete) -> Receipt:
        message = world.message(delete.message)
        if message is None:
            return Receipt(outcome=Outcome.GONE, reason="no_message")
        wiped = delete.theirs and world.rooms[message.room].kind is RoomKind.DIRECT
        if message.author is not None and not wiped:
            return Receipt(outcome=Outcome.REFUSED, reason="not_ours")
        self._remove(world, message, delete.key)
        return Receipt(outcome=Outcome.SENT, message=message.id, channel=message.room)

    def _tidy(self, world: World, tidy: Tidy) -> Receipt:
        room = direct_room(tidy.to.user or "")
        for message in world.messages_of(tidy.to.user or ""):
            ours = message.room == room and message.author is None
            if ours and (tidy.since or message.at) <= message.at < tidy.before:
                self._remove(world, message, tidy.key)
        return Receipt(outcome=Outcome.SENT, channel=room)

    def _remove(self, world: World, message: Message, key: str) -> None:
        world.remove(message, key)
        for viewer in self._viewers:
            viewer.tell({"type": "removed", "room": message.room, "id": message.id})

    def _set_role(self, world: World, action: SetRole) -> Receipt:
        if action.to.user not in world.accounts:
            return Receipt(outcome=Outcome.GONE, reason="no_account")
        world.set_role(action.to.user, action.role, action.given, action.key, lent=action.lent)
        for viewer in self._viewers:
            # Another role may see other rooms, and with them other messages.
            viewer.refresh()
        return Receipt(outcome=Outcome.SENT)

    def _set_floor(self, world: World, action: SetFloor) -> Receipt:
        room = world.rooms.get(action.to.channel or "")
        if room is None or room.kind is not RoomKind.CHANNEL:
            return Receipt(outcome=Outcome.REFUSED, reason="no_channel")
        world.set_floor(room, action.floor, action.key)
        self._show_rooms(world)
        return Receipt(outcome=Outcome.SENT, channel=room.id)

    def _open_room(self, world: World, action: OpenRoom) -> Receipt:
        members = tuple(m.user for m in action.members if m.user in world.accounts)
        if not members:
            return Receipt(outcome=Outcome.GONE, reason="no_account")
        room = world.open_room(
            key=action.key,
            name=action.name,
            members=tuple(member for member in members if member),
            at=self.clock.now(),
        )
        self._show_rooms(world)
        degraded = len(members) < len(action.members)
        outcome = Outcome.DEGRADED if degraded else Outcome.SENT
        return Receipt(outcome=outcome, channel=room.id)

    def _close_room(self, world: World, action: CloseRoom) -> Receipt:
        room = world.rooms.get(action.to.channel or "")
        if room is None:
            return Receipt(outcome=Outcome.GONE, reason="no_room")
        if room.kind is not RoomKind.PRIVATE:
            return Receipt(outcome=Outcome.REFUSED, reason="not_ours")
        world.close_room(room, action.key)
        self._show_rooms(world)
        return Receipt(outcome=Outcome.SENT, channel=room.id)

    def _show_rooms(self, world: World) -> None:
        for viewer in self._viewers:
            rooms = view.shown_rooms(world, viewer.account, self.texts, viewer.language)
            viewer.tell({"type": "rooms", "rooms": rooms})


def _answered(event: Event) -> Address:
    """The event's room with its actor: an answer is for the one who asked."""
    where, actor = event.where, event.actor.user
    return Address(where.platform, where.space, where.channel, actor)


def _too_large(action: Reply | Say) -> bool:
    return any(len(attachment.data) > LARGEST_FILE for attachment in action.attachments)
