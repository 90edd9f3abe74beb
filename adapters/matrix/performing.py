"""Actions carried out on the homeserver, each with a receipt."""

from __future__ import annotations

import asyncio
from datetime import datetime
from http import HTTPStatus
from typing import Any

from adapters.matrix import history, outgoing
from adapters.matrix.api import MatrixError, UnreachableError, receipt_of
from adapters.matrix.direct import PersonGoneError
from adapters.matrix.prompts import reaction_keys
from adapters.matrix.room import Room
from adapters.matrix.session import Session
from bot.platform import (
    Action,
    Address,
    Attachment,
    Audience,
    Choices,
    CloseRoom,
    Delete,
    OpenRoom,
    Outcome,
    Receipt,
    Reply,
    Say,
    SetRole,
)
from bot.texts import Texts

_SECONDS = 50  # all of one action; the outbox leases a row for 60
_PATIENCE = 20.0  # seconds that the reactions of one question may wait for the rate limit


class _RefusedError(Exception):
    """The action makes no sense here, now or later."""


class Performer:
    """Performs actions with one session."""

    def __init__(self, session: Session, texts: Texts) -> None:
        self._session = session
        self._texts = texts

    async def perform(self, action: Action) -> Receipt:
        """Perform once; what the homeserver refuses is in the receipt."""
        try:
            async with asyncio.timeout(_SECONDS):
                return await self._perform(action)
        except (MatrixError, UnreachableError, TimeoutError) as error:
            return receipt_of(error)
        except PersonGoneError:
            return Receipt(outcome=Outcome.GONE, reason="left")
        except _RefusedError as error:
            return Receipt(outcome=Outcome.REFUSED, reason=str(error))

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | None:
        """Look for a transaction id in the room it would have gone to."""
        room_id = to.channel
        if to.user is not None:
            room_id = (await self._session.direct.record_of(to.user)).room or room_id
        if room_id is None:
            return None
        try:
            message = await history.sent_with(self._session.homeserver, room_id, key, since)
        except (MatrixError, UnreachableError):
            return None
        if message is None:
            return None
        return Receipt(outcome=Outcome.SENT, message=message, channel=room_id)

    async def _perform(self, action: Action) -> Receipt:
        rooms = self._session.rooms
        match action:
            case Reply():
                return await self._say(as_say(action))
            case Say():
                return await self._say(action)
            case Delete():
                return await self._delete(action)
            case OpenRoom():
                members = [member.user for member in action.members if member.user]
                room_id = await rooms.create(action.key, members, name=action.name)
                return Receipt(outcome=Outcome.SENT, channel=room_id)
            case CloseRoom():
                await rooms.leave(_channel(action.to))
                return Receipt(outcome=Outcome.SENT)
            case SetRole():
                return Receipt(outcome=Outcome.UNSUPPORTED, reason="no_roles")

    async def _say(self, say: Say) -> Receipt:
        """Attachments first and the text last, so that one key tells whether all of it is there.

        A long text becomes several messages; the last one has the choices and the key.
        """
        room = await self._room_for(say)
        parts = outgoing.contents(say.body, say.choices, self._line(say.choices), rings=say.rings)
        if say.edits is not None:
            if len(parts) > 1:
                raise _RefusedError("edit_too_long")
            parts = [outgoing.as_edit(parts[0], say.edits)]
        else:
            thread = self._session.threads.of(say.answers)
            # In direct messages it is clear what is meant: no quotation above each answer.
            answers = say.answers if thread or say.audience is Audience.PUBLIC else None
            parts = [outgoing.related(part, answers, thread) for part in parts]

        for number, attachment in enumerate(say.attachments, 1):
            content = await self._uploaded(room, attachment)
            await self._send(room, "m.room.message", content, f"{say.key}-a{number}")
        for number, part in enumerate(parts[:-1], 1):
            await self._send(room, "m.room.message", part, f"{say.key}-{number}")
        sent = await self._send(room, "m.room.message", parts[-1], say.key)
        shown = say.edits or sent
        outcome = await self._show_choices(room, shown, say)
        return Receipt(outcome=outcome, message=shown, channel=room.id)

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

    async def _send(self, room: Room, kind: str, content: dict[str, Any], key: str) -> str:
        """Send an event, encrypted if the room is; the same key is the same event for a day.

        Raises: MatrixError, UnreachableError.
        """
        session = self._session
        if kind != "m.reaction":  # reactions are never encrypted
            kind, content = await session.crypto.encrypted(room.id, kind, content)
        path = ("rooms", room.id, "send", kind, key)
        try:
            answer = await session.homeserver.call("PUT", *path, body=content)
        except MatrixError as error:
            if error.status == HTTPStatus.FORBIDDEN:
                session.rooms.forget(room.id)  # the room is not as we thought
            raise
        return str(answer["event_id"])

    async def _show_choices(self, room: Room, message: str, say: Say) -> Outcome:
        """Remember what the message asks, and set a reaction for each option."""
        prompts = self._session.prompts
        if say.choices is None:
            if say.edits is not None:
                await prompts.close(room.id, message)
            else:
                await prompts.talk_on(room.id)
            return Outcome.SENT
        member = "" if say.audience is Audience.PUBLIC else room.partner_of(self._session.me) or ""
        await prompts.show(room.id, message, member, say.choices)
        waited = 0.0
        for number, key in enumerate(reaction_keys(len(say.choices.options)), 1):
            relation = {"rel_type": "m.annotation", "event_id": message, "key": key}
            content = {"m.relates_to": relation}
            while True:
                try:
                    await self._send(room, "m.reaction", content, f"{say.key}-r{number}")
                    break
                except MatrixError as error:
                    wait = error.retry_after
                    if error.code == "M_DUPLICATE_ANNOTATION":
                        break  # an edited question keeps its reactions
                    if wait is None or waited + wait > _PATIENCE:
                        return Outcome.DEGRADED  # the numbers can be typed
                    waited += wait
                    await asyncio.sleep(wait)
                except UnreachableError:
                    return Outcome.DEGRADED
        return Outcome.SENT

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
        room_id = delete.to.channel
        if room_id is None and delete.to.user is not None:
            room_id = (await self._session.direct.record_of(delete.to.user)).room
        if not room_id:
            raise _RefusedError("no_room")
        path = ("rooms", room_id, "redact", delete.message, delete.key)
        await self._session.homeserver.call("PUT", *path, body={})
        await self._session.prompts.close(room_id, delete.message)
        return Receipt(outcome=Outcome.SENT, message=delete.message, channel=room_id)

    def _line(self, choices: Choices | None) -> outgoing.Line:
        language = choices.language if choices else "en"
        return lambda text_id: self._texts.line(language, text_id)


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


def _channel(address: Address) -> str:
    if address.channel is None:
        raise _RefusedError("no_room")
    return address.channel
