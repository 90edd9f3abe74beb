"""Interactions: three seconds to acknowledge, once, and fifteen minutes to finish."""

from __future__ import annotations

import asyncio
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from tests.discord_standin.world import EPHEMERAL, LOADING, Channel, Message, Person, World

Json = dict[str, Any]

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
PONG, ANSWER, THINKING, UPDATE_LATER, UPDATE, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9


class ApiError(Exception):
    """An answer with one of Discord's error codes."""

    def __init__(self, status: int, code: int, message: str, **more: Any) -> None:
        super().__init__(message)
        self.status = status
        self.body: Json = {"code": code, "message": message, **more}


@dataclass(eq=False)
class Interaction:
    """One use of a command, a component or a modal."""

    id: int
    token: str
    type: int
    person: Person
    channel: Channel
    data: Json
    source: Message | None
    began: float = field(default_factory=time.monotonic)
    made_at: float = 0.0
    response: int | None = None
    original: Message | None = None
    modal: Json | None = None
    suggestions: list[Json] | None = None
    messages: list[Message] = field(default_factory=list)
    replaced_source: bool = False
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    acknowledged_after: float | None = None


class Interactions:
    """All of them, and the rules on answering.

    Attributes:
        deadline: seconds until an interaction cannot be acknowledged any more. Discord's are three;
            here more, since what is late on a busy machine is not the bot's fault.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_id: dict[int, Interaction] = {}
        self._by_token: dict[str, Interaction] = {}
        self.deadline = 30.0
        self.lifetime = 15 * 60.0

    def begin(
        self, kind: int, person: Person, channel: Channel, data: Json, source: Message | None
    ) -> Interaction:
        interaction = Interaction(
            self._world.new_id(),
            secrets.token_urlsafe(40),
            kind,
            person,
            channel,
            data,
            source,
            made_at=self._world.clock.time(),
        )
        self._by_id[interaction.id] = self._by_token[interaction.token] = interaction
        return interaction

    def by_token(self, token: str) -> Interaction:
        """For follow-ups. Raises: ApiError (10015, 50027)."""
        interaction = self._by_token.get(token)
        if interaction is None:
            raise ApiError(404, 10015, "Unknown Webhook")
        if self._world.clock.time() - interaction.made_at > self.lifetime:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        return interaction

    def answer(self, interaction_id: int, token: str, body: Json) -> Interaction:
        """The first response. Raises: ApiError (10062, 40060)."""
        interaction = self._by_id.get(interaction_id)
        late = interaction and time.monotonic() - interaction.began > self.deadline
        if interaction is None or interaction.token != token:
            raise ApiError(404, 10062, "Unknown interaction")
        if interaction.response is not None:
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        if late:
            raise ApiError(404, 10062, "Unknown interaction")
        kind, data = int(body["type"]), body.get("data") or {}
        self._check(interaction, kind)
        interaction.response = kind
        if kind in (ANSWER, THINKING):
            flags = int(data.get("flags") or 0)
            if kind == THINKING:
                flags |= LOADING
            interaction.original = self.post(interaction, data, flags)
        elif kind == UPDATE:
            self.edit(interaction, self._source(interaction), data)
        elif kind == MODAL:
            interaction.modal = data
        elif kind == CHOICES:
            interaction.suggestions = data["choices"]
        interaction.acknowledged_after = time.monotonic() - interaction.began
        interaction.acknowledged.set()
        return interaction

    def _check(self, interaction: Interaction, kind: int) -> None:
        by_type = {
            COMMAND: {ANSWER, THINKING, MODAL},
            COMPONENT: {ANSWER, THINKING, UPDATE_LATER, UPDATE, MODAL},
            AUTOCOMPLETE: {CHOICES},
            MODAL_SUBMIT: {ANSWER, THINKING},
        }
        allowed = by_type[interaction.type]
        if interaction.type == MODAL_SUBMIT and interaction.source is not None:
            allowed = allowed | {UPDATE_LATER, UPDATE}
        if kind not in allowed:
            raise ApiError(400, 50035, f"type {kind} cannot answer type {interaction.type}")

    def follow_up(self, interaction: Interaction, data: Json) -> Message:
        """A further message. While the first is still "thinking", it becomes that one."""
        if interaction.response is None:
            raise ApiError(404, 10015, "Unknown Webhook")
        waiting = interaction.original
        if waiting is not None and waiting.loading and not waiting.deleted:
            # Documented: the follow-up right after a deferral edits it, and keeps its audience.
            return self.edit(interaction, waiting, data)
        return self.post(interaction, data, int(data.get("flags") or 0))

    def original(self, interaction: Interaction) -> Message:
        """What "@original" names. Raises: ApiError (10008)."""
        if interaction.response in (UPDATE, UPDATE_LATER):
            return self._source(interaction)
        found = interaction.original
        if found is None or found.deleted:
            raise ApiError(404, 10008, "Unknown Message")
        return found

    def message(self, interaction: Interaction, message_id: int) -> Message:
        for message in interaction.messages:
            if message.id == message_id and not message.deleted:
                return message
        raise ApiError(404, 10008, "Unknown Message")

    def post(self, interaction: Interaction, data: Json, flags: int) -> Message:
        private = bool(flags & EPHEMERAL)
        message = self._world.post(
            interaction.channel,
            self._world.bot,
            data.get("content") or "",
            components=data.get("components") or [],
            flags=flags,
            only_for=interaction.person.id if private else None,
            interaction=_metadata(interaction, self._world.bot),
            attachments=data.get("attachments") or [],
            files=data.get("files") or {},
            reference=interaction.source.id if interaction.source else None,
        )
        interaction.messages.append(message)
        return message

    def edit(self, interaction: Interaction, message: Message, data: Json) -> Message:
        if message is interaction.source:
            interaction.replaced_source = True
        apply_edit(message, data, self._world)
        return message

    def _source(self, interaction: Interaction) -> Message:
        if interaction.source is None or interaction.source.deleted:
            raise ApiError(404, 10008, "Unknown Message")
        return interaction.source


def apply_edit(message: Message, data: Json, world: World) -> None:
    """What an edit names is replaced, the rest stays; a "thinking" message is then there."""
    if "content" in data:
        message.content = data["content"] or ""
    if "components" in data:
        message.components = data["components"] or []
    if "attachments" in data:
        message.attachments = data["attachments"] or []
        message.files = data.get("files") or {}
    if message.loading:
        message.flags &= ~LOADING
    else:
        message.edited_at = world.clock.now()


def _metadata(interaction: Interaction, bot: Person) -> Json:
    from tests.discord_standin import payloads

    data: Json = {
        "id": str(interaction.id),
        "type": interaction.type,
        "user": payloads.user(interaction.person),
        "authorizing_integration_owners": {"0": _owner(interaction.channel)},
    }
    if interaction.type == COMPONENT and interaction.source is not None:
        data["interacted_message_id"] = str(interaction.source.id)
    if interaction.type == MODAL_SUBMIT:
        data["triggering_interaction_metadata"] = {
            "id": str(interaction.id),
            "type": COMMAND,
            "user": payloads.user(interaction.person),
            "authorizing_integration_owners": {"0": _owner(interaction.channel)},
        }
    return data


def _owner(channel: Channel) -> str:
    return str(channel.guild.id) if channel.guild else "0"
