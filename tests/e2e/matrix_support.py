"""A member's own Matrix client: matrix-nio as it is, with a key store of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from nio import (
    AsyncClient,
    AsyncClientConfig,
    EnableEncryptionBuilder,
    Event,
    InviteMemberEvent,
    MatrixRoom,
    MegolmEvent,
    RoomMemberEvent,
    SyncResponse,
)

from tests.support.process import Bot
from tests.support.synapse import Account, Homeserver

PATIENCE = 60.0
"""Seconds until something that should be seen must be there; enough for a busy machine."""


def matrix_bot(folder: Path, homeserver: str, account: Account, more: str = "") -> Bot:
    """An installation on Matrix that anybody may invite.

    Args:
        homeserver: its address. more: what else stands in the configuration, after [matrix].
    """
    config = (
        f'[matrix]\nhomeserver = "{homeserver}"\nuser_id = "{account.user_id}"\n'
        f'invites = "anyone"\n{more}'
    )
    return Bot(folder, config, {"HANDRAIL_MATRIX_PASSWORD": account.password})


@dataclass
class Seen:
    """One message as the member's client shows it."""

    id: str
    sender: str
    content: dict[str, Any]
    encrypted: bool
    reactions: dict[str, str] = field(default_factory=dict)
    """Reaction event to key, of everybody."""

    @property
    def text(self) -> str:
        return str(self.content.get("body", ""))


class Member:
    """A member's client that keeps syncing; `async with` starts and ends it."""

    def __init__(self, homeserver: Homeserver, account: Account, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.id = account.user_id
        self.password = account.password
        self.client: Any = AsyncClient(
            homeserver.url,
            account.user_id,
            store_path=str(directory),
            config=AsyncClientConfig(store_sync_tokens=True, pickle_key="a member's own"),
        )
        self.timeline: dict[str, list[Seen]] = {}
        self.unreadable: list[str] = []
        self.raw: list[dict[str, Any]] = []
        self._changed = asyncio.Condition()
        self._syncing: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self.client.login(self.password, device_name="a member's phone")
        self.client.add_event_callback(self._on_event, Event)
        self.client.add_event_callback(self._on_invite, InviteMemberEvent)
        self.client.add_response_callback(self._on_sync, SyncResponse)
        await self.client.sync(timeout=0)
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        self._syncing = asyncio.create_task(self.client.sync_forever(timeout=30_000))
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._syncing is not None:
            self._syncing.cancel()
            await asyncio.gather(self._syncing, return_exceptions=True)
        await self.client.close()

    # --- what the member does

    async def open_direct(self, bot: str, *, encrypted: bool = True) -> str:
        """Start a conversation, as a client's "new message" does."""
        answer = await self.client.room_create(
            is_direct=True,
            invite=[bot],
            initial_state=[EnableEncryptionBuilder().as_dict()] if encrypted else [],
        )
        room_id = str(answer.room_id)
        await self.wait_until(lambda: room_id in self.client.rooms)
        return room_id

    async def open_room(self, *invited: str, name: str = "A group", **more: Any) -> str:
        answer = await self.client.room_create(name=name, invite=list(invited), **more)
        room_id = str(answer.room_id)
        await self.wait_until(lambda: room_id in self.client.rooms)
        return room_id

    async def say(self, room_id: str, text: str, **more: Any) -> str:
        content = {"msgtype": "m.text", "body": text, **more}
        return await self.send(room_id, "m.room.message", content)

    async def send(self, room_id: str, kind: str, content: dict[str, Any]) -> str:
        answer = await self.client.room_send(room_id, kind, content, ignore_unverified_devices=True)
        return str(answer.event_id)

    async def react(self, room_id: str, message: str, key: str) -> str:
        relation = {"rel_type": "m.annotation", "event_id": message, "key": key}
        return await self.send(room_id, "m.reaction", {"m.relates_to": relation})

    async def redact(self, room_id: str, event: str) -> None:
        await self.client.room_redact(room_id, event)

    async def leave(self, room_id: str) -> None:
        await self.client.room_leave(room_id)

    # --- what the member sees

    def read(self, room_id: str, sender: str) -> list[str]:
        """The sender's messages as they stand, in order: edits applied, deleted ones gone."""
        return [seen.text for seen in self.messages(room_id, sender)]

    def messages(self, room_id: str, sender: str) -> list[Seen]:
        return [seen for seen in self.timeline.get(room_id, []) if seen.sender == sender]

    def room_with(self, bot: str) -> str | None:
        """The room in which only this member and the bot are."""
        for room_id, room in self.client.rooms.items():
            if set(room.users) == {self.id, bot}:
                return str(room_id)
        return None

    async def is_in(self, bot: str, room_id: str) -> None:
        """Wait until the bot has joined, so that messages are encrypted for it too."""

        def joined() -> bool:
            room = self.client.rooms.get(room_id)
            return bool(room and bot in room.users and not room.users[bot].invited)

        await self.wait_until(joined)

    async def wait_until(self, seen: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Wait until the client shows something; nothing is polled by time."""
        async with self._changed, asyncio.timeout(seconds):
            await self._changed.wait_for(lambda: bool(seen()))

    # --- what comes in

    async def _on_sync(self, _: SyncResponse) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _on_invite(self, room: MatrixRoom, event: InviteMemberEvent) -> None:
        if event.state_key == self.id and event.membership == "invite":
            await self.client.join(room.room_id)

    async def _on_event(self, room: MatrixRoom, event: Event) -> None:
        source, shown = event.source, self.timeline.setdefault(room.room_id, [])
        self.raw.append(source)
        if isinstance(event, MegolmEvent):
            self.unreadable.append(event.event_id)
        if isinstance(event, RoomMemberEvent):
            return
        content = source.get("content", {})
        relation = content.get("m.relates_to", {})
        by_id = {seen.id: seen for seen in shown}
        if source.get("type") == "m.room.redaction":
            target = source.get("redacts") or content.get("redacts")
            shown[:] = [seen for seen in shown if seen.id != target]
            for seen in shown:
                seen.reactions.pop(target, None)
        elif source.get("type") == "m.reaction":
            if relation.get("event_id") in by_id:
                by_id[relation["event_id"]].reactions[source["event_id"]] = relation["key"]
        elif source.get("type") == "m.room.message" and relation.get("rel_type") == "m.replace":
            original = by_id.get(relation["event_id"])
            if original is not None and original.sender == source["sender"]:
                original.content = content["m.new_content"]
        elif source.get("type") == "m.room.message" and source["event_id"] not in by_id:
            shown.append(Seen(source["event_id"], source["sender"], content, bool(event.decrypted)))
