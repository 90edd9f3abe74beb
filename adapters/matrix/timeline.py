"""One event of a room's timeline, as the core's event."""

from __future__ import annotations

from typing import Any

import structlog

from adapters.matrix.api import MatrixError, UnreachableError
from adapters.matrix.comings import Comings, HandOn
from adapters.matrix.incoming import (
    Message,
    Reader,
    is_wordless,
    message_of,
    reaction_of,
)
from adapters.matrix.outgoing import contents
from adapters.matrix.polls import VOTES, vote_of
from adapters.matrix.prompts import Shown
from adapters.matrix.reporting import hide, report_words, reported
from adapters.matrix.room import Room
from adapters.matrix.sending import send_event
from adapters.matrix.session import Session
from bot.platform import Undecryptable

log = structlog.get_logger(__name__)

_TEXT_ONLY = "text-only/"


class Timeline:
    """Reads events with the room's state at hand, and hands them on."""

    def __init__(self, session: Session, reader: Reader, comings: Comings, hand_on: HandOn) -> None:
        self._session = session
        self._reader = reader
        self._comings = comings
        self._hand_on = hand_on
        self._report_words = report_words(reader.commands, session.texts)

    async def read(self, room: Room, raw: dict[str, Any]) -> None:
        """One event, which the room's state already includes. Raises: what handing on raises."""
        session, kind, sender = self._session, raw.get("type"), raw.get("sender")
        if not isinstance(raw.get("event_id"), str) or not isinstance(sender, str) or not sender:
            return
        if "state_key" in raw:
            if kind == "m.room.member":
                await self._comings.membership(room, raw)
            elif kind == "m.room.tombstone":
                await self._comings.moved(room, raw)
        elif kind == "m.room.redaction":
            await self._redaction(room, raw)
        elif sender == session.me:
            return
        elif kind == "m.room.message":
            session.unread.note_read(room.id, sender)
            await self._message(room, raw)
        elif kind == "m.reaction":
            await self._reaction(room, raw)
        elif kind in VOTES:
            await self._vote(room, raw)
        elif kind == "m.room.encrypted":
            opened = session.unread.read(room.id, raw)
            if opened is not None:
                await self.read(room, opened)

    async def report_unread(self, room: Room, raw: dict[str, Any]) -> None:
        """A message of a person whose key did not come."""
        sender = str(raw["sender"])
        scene = await self._session.scene_of(room, sender)
        facts = self._reader.facts(raw, sender, scene, str(raw["event_id"]))
        await self._hand_on(Undecryptable(**facts))

    async def _message(self, room: Room, raw: dict[str, Any]) -> None:
        session = self._session
        message = message_of(raw, session.me)
        if message is None or not message.text:
            if is_wordless(raw):
                await self._wordless(room, raw)
            return
        session.threads.note(message.id, message.thread)
        scene = await session.scene_of(room, message.sender)
        command = self._reader.command_in(message)
        if message.replied is not None and not scene.direct and self._reports(message, command):
            await self._hand_on(await reported(session, self._reader, room, raw, message))
            await hide(session, room, message)
            return
        meant = await self._meant(room, message) if command is None else None
        session.prompts.spoken_in(room.id)
        to_bot = scene.direct or command is not None or meant is not None
        if to_bot:
            session.attention.prepares(room.id, message.sender)
        if meant is not None:
            event = self._reader.chose(raw, message.sender, scene, *meant, typed=True)
            await self._hand_on(event)
        else:
            await self._hand_on(self._reader.spoken(raw, message, scene))
        if to_bot:
            session.attention.read(room.id, message.id, message.thread)

    def _reports(self, message: Message, command: str | None) -> bool:
        said = message.text if command is None else command
        return said.casefold().strip(" .!") in self._report_words

    async def _meant(self, room: Room, message: Message) -> tuple[Shown, str] | None:
        """What a message chooses: of the question that it replies to, or that was asked last."""
        prompts, session = self._session.prompts, self._session
        if message.replied is not None:
            shown = await prompts.at(room.id, message.replied)
            choice = shown.chosen_by(message.sender, message.text) if shown else None
            return (shown, choice) if shown and choice else None
        if not await session.direct.is_direct(room, message.sender):
            return None
        return await prompts.meant(room.id, message.sender, message.text)

    async def _reaction(self, room: Room, raw: dict[str, Any]) -> None:
        reaction, prompts = reaction_of(raw), self._session.prompts
        shown = await prompts.at(room.id, reaction.message) if reaction else None
        if reaction is None or shown is None:
            return
        choice = shown.chosen_by(reaction.sender, reaction.key)
        prompts.spoken_in(room.id)
        if choice and await prompts.take(room.id, shown, reaction.sender, choice, reaction.id):
            scene = await self._session.scene_of(room, reaction.sender)
            await self._hand_on(self._reader.chose(raw, reaction.sender, scene, shown, choice))

    async def _vote(self, room: Room, raw: dict[str, Any]) -> None:
        """An answer to a poll of the bot; the latest one of each person counts."""
        vote = vote_of(raw)
        shown = await self._session.prompts.at(room.id, vote.poll) if vote else None
        choice = shown.chosen_by(vote.sender, vote.answer) if vote and shown else None
        if vote and shown and choice:
            scene = await self._session.scene_of(room, vote.sender)
            await self._hand_on(self._reader.chose(raw, vote.sender, scene, shown, choice))

    async def _redaction(self, room: Room, raw: dict[str, Any]) -> None:
        """A reaction removed takes its choice back; a question removed takes no answers."""
        content, prompts = raw.get("content"), self._session.prompts
        target = raw.get("redacts") or (content.get("redacts") if isinstance(content, dict) else "")
        if not isinstance(target, str) or not target:
            return
        if found := await prompts.made_by(room.id, target):
            shown, made = found
            if made.person == raw["sender"]:  # what a moderator clears away is still meant
                scene = await self._session.scene_of(room, made.person)
                await self._hand_on(self._reader.took_back(raw, scene, shown, made))
            prompts.take_back(room.id, shown, target)
        await prompts.close(room.id, target)

    async def _wordless(self, room: Room, raw: dict[str, Any]) -> None:
        """A picture or a voice message: say once a day that the bot only reads."""
        session, sender = self._session, str(raw["sender"])
        scene = await session.scene_of(room, sender)
        if not scene.direct:
            return
        key, today = _TEXT_ONLY + room.id, self._reader.now().date().isoformat().encode()
        if await session.state.get(key) == today:
            return
        body = session.texts.body(await session.prompts.language_in(room.id), "matrix-text-only")
        (content,) = contents(body, None, str, rings=False)
        try:
            # The same message is answered by the same event, if this is read again.
            message = str(raw["event_id"])
            await send_event(session, room.id, "m.room.message", content, f"text-only-{message}")
        except (MatrixError, UnreachableError) as error:
            log.warning("matrix_hint_not_sent", error=str(error))
            return
        await session.state.put({key: today})
