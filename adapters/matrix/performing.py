"""Actions carried out on the homeserver, each with a receipt."""

from __future__ import annotations

import asyncio
import dataclasses
from contextlib import nullcontext
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

from adapters.matrix import asking, history, outgoing
from adapters.matrix.api import MatrixError, UnreachableError, receipt_of
from adapters.matrix.direct import InDoubtError, PersonGoneError
from adapters.matrix.floor import Floors
from adapters.matrix.looking import look
from adapters.matrix.memory import urgently
from adapters.matrix.room import Room
from adapters.matrix.sending import send_event
from adapters.matrix.session import Session
from adapters.matrix.tidying import Tidying
from bot.platform import (
    Action,
    Address,
    Attachment,
    Audience,
    CancelEvent,
    Choices,
    CloseRoom,
    Delete,
    Forget,
    LookAt,
    NotSent,
    OpenRoom,
    Outcome,
    Receipt,
    Reply,
    Say,
    SetFloor,
    SetRole,
    ShowEvent,
    Tidy,
)

_SECONDS = 50  # all of one action; the outbox leases a row for 60
_LOOKING_SECONDS = 9  # for it in history, before that
_NO_UPLOAD = (HTTPStatus.FORBIDDEN, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


class _RefusedError(Exception):
    """The action makes no sense here, now or later."""


class Performer:
    """Performs actions with one session.

    Args:
        offset: what the bot's clock is ahead of the real one, in rehearsals.
    """

    def __init__(self, session: Session, offset: timedelta = timedelta()) -> None:
        self._session = session
        self._tidying = Tidying(session, offset)
        self._floors = Floors(session)

    async def perform(self, action: Action) -> Receipt:
        """Perform once; what the homeserver refuses is in the receipt."""
        try:
            with urgently() if isinstance(action, Say) and action.urgent else nullcontext():
                async with asyncio.timeout(_SECONDS):
                    return await self._perform(action)
        except (MatrixError, UnreachableError, TimeoutError) as error:
            receipt = receipt_of(error)
            if receipt.outcome is Outcome.GONE and _in_public(action):
                # The bot may not do this there; that says nothing of the member who asked.
                return dataclasses.replace(receipt, outcome=Outcome.REFUSED)
            return receipt
        except InDoubtError as error:
            return Receipt(
                outcome=Outcome.RETRY, retry_after=error.retry_after, reason="room_in_doubt"
            )
        except PersonGoneError:
            return Receipt(outcome=Outcome.GONE, reason="left")
        except _RefusedError as error:
            return Receipt(outcome=Outcome.REFUSED, reason=str(error))

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | NotSent | None:
        """Look for a transaction id wherever it may have gone."""
        session, rooms = self._session, {to.channel}
        if to.user is not None:
            rooms.add((await session.direct.record_of(to.user)).room)
        seen = []
        try:
            async with asyncio.timeout(_LOOKING_SECONDS):
                for room_id in filter(None, rooms):
                    found = await history.sent_with(
                        session.homeserver, room_id, session.me, key, since
                    )
                    if isinstance(found, str):
                        return Receipt(outcome=Outcome.SENT, message=found, channel=room_id)
                    seen.append(found)
        except (MatrixError, UnreachableError, TimeoutError):
            return None
        return NotSent() if seen and None not in seen else None

    async def _perform(self, action: Action) -> Receipt:
        rooms = self._session.rooms
        match action:
            case Reply():
                return await self._say(as_say(action))
            case Say():
                return await self._say(action)
            case Delete():
                return await self._delete(action)
            case Tidy():
                return await self._tidying.tidy(action)
            case Forget():
                await self._session.direct.forget(action.to.user or "")
                return Receipt(outcome=Outcome.SENT)
            case OpenRoom():
                members = [member.user for member in action.members if member.user]
                room_id = await rooms.create(action.key, members, name=action.name)
                return Receipt(outcome=Outcome.SENT, channel=room_id)
            case CloseRoom():
                return await self._close(_channel(action.to))
            case SetRole():
                return await self._floors.set_role(action)
            case SetFloor():
                return await self._floors.set(action)
            case LookAt():
                return await look(self._session, action)
            case ShowEvent() | CancelEvent():
                return Receipt(outcome=Outcome.UNSUPPORTED, reason="no_events")

    async def _say(self, say: Say) -> Receipt:
        """Attachments first and the text last, so that one key tells whether all of it is there.

        A long text becomes several messages; the last one has the choices and the key.
        """
        session = self._session
        room = await self._room_for(say)
        partner = room.partner_of(session.me)
        outcome = await self._attach(room, say)
        *before, last = await self._parts(room, say)
        for number, part in enumerate(before, 1):
            await send_event(session, room.id, "m.room.message", part, f"{say.key}-{number}")
        sent = await send_event(session, room.id, "m.room.message", last, say.key)
        session.attention.answered(room.id, say.to.user or partner)
        if partner is not None:
            await session.direct.note_use(partner, room.id)
        shown = say.edits or sent
        member = "" if say.audience is Audience.PUBLIC else partner or ""
        asked = await asking.show_choices(session, room.id, shown, member, say)
        outcome = asked if outcome is Outcome.SENT else outcome
        return Receipt(outcome=outcome, message=shown, channel=room.id)

    async def _parts(self, room: Room, say: Say) -> list[dict[str, Any]]:
        """The text as the contents of messages, related to what they answer or replace."""
        parts = outgoing.contents(say.body, say.choices, self._line(say.choices), rings=say.rings)
        if say.edits is not None:
            if len(parts) > 1:
                raise _RefusedError("edit_too_long")
            return [outgoing.as_edit(parts[0], say.edits)]
        if say.thread is not None:
            # No thread begins inside another: then it is that one.
            root = await self._thread_of(room, say.thread) or say.thread
            return [outgoing.related(part, say.answers or say.thread, root) for part in parts]
        thread = await self._thread_of(room, say.answers)
        # In direct messages it is clear what is meant: no quotation above each answer.
        answers = say.answers if thread or say.audience is Audience.PUBLIC else None
        return [outgoing.related(part, answers, thread) for part in parts]

    async def _thread_of(self, room: Room, message: str | None) -> str | None:
        """The thread that a message was written in; after a restart the homeserver knows."""
        if message is None:
            return None
        threads = self._session.threads
        if not threads.knows(message):
            event = await self._event(room.id, message)
            threads.note(message, outgoing.thread_in(event) if event else None)
        return threads.of(message)

    async def _event(self, room_id: str, event_id: str) -> dict[str, Any] | None:
        """An event as the homeserver has it, maybe encrypted; None if there is none to be seen."""
        path = ("rooms", room_id, "event", event_id)
        try:
            event = await self._session.homeserver.call("GET", *path)
        except MatrixError as error:
            if error.status in (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND):
                return None
            raise
        return event if isinstance(event, dict) else None

    async def _attach(self, room: Room, say: Say) -> Outcome:
        """Send the files; without those that the homeserver does not take, the text still goes."""
        outcome = Outcome.SENT
        for number, attachment in enumerate(say.attachments, 1):
            try:
                content = await self._uploaded(room, attachment)
            except MatrixError as error:
                if error.status not in _NO_UPLOAD:
                    raise
                outcome = Outcome.DEGRADED
                continue
            key = f"{say.key}-a{number}"
            await send_event(self._session, room.id, "m.room.message", content, key)
        return outcome

    async def _room_for(self, say: Say) -> Room:
        """The room to speak in; what is private goes where only that person reads.

        There is no message that one member of a room alone can see, so what is for the actor
        goes to their direct messages.
        """
        rooms, to = self._session.rooms, say.to
        if say.audience is Audience.PUBLIC and to.channel is not None:
            return await rooms.load(to.channel)
        if to.channel is not None:
            try:
                room = await rooms.load(to.channel)
            except MatrixError as error:
                if to.user is None or error.status != HTTPStatus.FORBIDDEN:
                    raise
            else:
                partner = room.partner_of(self._session.me)
                if partner is not None and to.user in (None, partner):
                    return room
        if to.user is None:
            raise _RefusedError("nobody_named")
        return await self._session.direct.open(to.user, say.key)

    async def _uploaded(self, room: Room, attachment: Attachment) -> dict[str, Any]:
        """The file, encrypted if the room is, as the content of a message."""
        session = self._session
        data, encryption, content_type = attachment.data, None, attachment.content_type
        if session.crypto.is_encrypted(room.id):
            data, encryption = session.crypto.encrypted_file(attachment.data)
            content_type = "application/octet-stream"
        answer = await session.homeserver.call(
            "POST", "upload", data=data, content_type=content_type, root="_matrix/media/v3"
        )
        return outgoing.file_content(attachment, str(answer["content_uri"]), encryption)

    async def _delete(self, delete: Delete) -> Receipt:
        """Redact a message of the bot, and its poll; one of the member's where it has the power.

        The bot has it in rooms that it made, not in those that a member made.
        """
        session, room_id = self._session, delete.to.channel
        if room_id is None and delete.to.user is not None:
            room_id = (await session.direct.record_of(delete.to.user)).room
        if not room_id:
            raise _RefusedError("no_room")
        event = await self._event(room_id, delete.message)
        if event is None:
            return Receipt(outcome=Outcome.GONE, reason="no_event")
        if delete.theirs:
            return await self._wipe(room_id, delete)
        if event.get("sender") != session.me:
            raise _RefusedError("not_ours")
        shown = await session.prompts.at(room_id, delete.message)
        for target, key in (
            (delete.message, delete.key),
            (shown and shown.poll, f"{delete.key}-p"),
        ):
            if target:
                path = ("rooms", room_id, "redact", target, key)
                await session.homeserver.call("PUT", *path, body={})
        await session.prompts.close(room_id, delete.message)
        return Receipt(outcome=Outcome.SENT, message=delete.message, channel=room_id)

    async def _wipe(self, room_id: str, delete: Delete) -> Receipt:
        path = ("rooms", room_id, "redact", delete.message, delete.key)
        try:
            await self._session.homeserver.call("PUT", *path, body={})
        except MatrixError as error:
            if error.status != HTTPStatus.FORBIDDEN:
                raise
            return Receipt(outcome=Outcome.DEGRADED, reason="no_power")
        return Receipt(outcome=Outcome.SENT, message=delete.message, channel=room_id)

    async def _close(self, room_id: str) -> Receipt:
        """Go out of a room that the bot opened; never out of somebody else's."""
        rooms = self._session.rooms
        room = await rooms.load_if_in(room_id)
        if room is not None:
            if self._session.me not in room.creators or not room.mark:
                raise _RefusedError("not_ours")
            await rooms.leave(room_id)
        return Receipt(outcome=Outcome.SENT)

    def _line(self, choices: Choices | None) -> outgoing.Line:
        language = choices.language if choices else "en"
        return lambda text_id: self._session.texts.line(language, text_id)


def as_say(reply: Reply) -> Say:
    """An answer as a message of its own: nothing waits for it here."""
    event = reply.to
    where = Address(outgoing.PLATFORM, channel=event.where.channel, user=event.actor.user)
    return Say(
        to=where,
        body=reply.body,
        audience=reply.audience,
        choices=reply.choices,
        attachments=reply.attachments,
        answers=event.message,
        edits=event.message if reply.replaces else None,
        key=reply.key,
    )


def _in_public(action: Action) -> bool:
    return isinstance(action, Reply | Say) and action.audience is Audience.PUBLIC


def _channel(address: Address) -> str:
    if address.channel is None:
        raise _RefusedError("no_room")
    return address.channel
