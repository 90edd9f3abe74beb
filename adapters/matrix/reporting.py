"""A reply that says "report": the message above it, as something for the team."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from adapters.matrix.api import MatrixError
from adapters.matrix.incoming import PLATFORM, Message, Reader, message_of
from adapters.matrix.room import Room
from adapters.matrix.session import Session
from bot.commands import CommandTable
from bot.platform import Address, Reported
from bot.texts import Texts

_NOT_SEEN = (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)


def report_words(commands: CommandTable, texts: Texts) -> frozenset[str]:
    """What means a report, written alone below a message, in any of our languages."""
    words: set[str] = set()
    for command in commands:
        if command.on_messages:
            words.add(command.name)
            for language in texts.languages:
                if texts.has(language, f"{command.text_id}.words"):
                    also = texts.line(language, f"{command.text_id}.words")
                    words |= {word.strip().casefold() for word in also.split(",")}
    return frozenset(words)


async def reported(
    session: Session, reader: Reader, room: Room, raw: Mapping[str, Any], message: Message
) -> Reported:
    """The report of the message that was replied to. Raises: MatrixError, UnreachableError."""
    scene = await session.scene_of(room, message.sender)
    target = message.replied or ""
    found = await _event(session, room.id, target)
    written = message_of(found, session.me) if found else None
    author = str(found["sender"]) if found and "sender" in found else None
    theirs = await session.scene_of(room, author) if author is not None else None
    return Reported(
        reported=target,
        author=Address(PLATFORM, user=author) if author is not None else None,
        author_roles=theirs.roles if theirs is not None else frozenset(),
        quote=written.text if written is not None else "",
        **reader.facts(raw, message.sender, scene, message.id),
    )


async def hide(session: Session, room: Room, message: Message) -> None:
    """Remove the reply, where the bot may: whoever it is about need not read who wrote it.

    Raises: UnreachableError.
    """
    path = ("rooms", room.id, "redact", message.id, f"report-{message.id}")
    try:
        await session.homeserver.call("PUT", *path, body={})
    except MatrixError:
        return  # it stays; the report has gone its way


async def _event(session: Session, room_id: str, event_id: str) -> dict[str, Any] | None:
    """The message, decrypted if we have its key; None if it cannot be seen."""
    try:
        event = await session.homeserver.call("GET", "rooms", room_id, "event", event_id)
    except MatrixError as error:
        if error.status in _NOT_SEEN:
            return None
        raise
    if not isinstance(event, dict):
        return None
    if event.get("type") == "m.room.encrypted":
        return session.crypto.decrypted(room_id, event) or event
    return event
