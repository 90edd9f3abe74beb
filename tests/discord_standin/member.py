"""Members at play: what a person does in their client, and what it shows them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.discord_standin import payloads
from tests.discord_standin.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL_SUBMIT,
    Interaction,
)
from tests.discord_standin.visible import Shown, shown
from tests.discord_standin.world import Channel, Message

if TYPE_CHECKING:
    from tests.discord_standin.server import Standin

Json = dict[str, Any]
STRING, USER = 3, 6


class ClientRefuses(Exception):
    """The member's own client does not let them do that."""


class DidNotRespond(Exception):
    """The member reads "The application did not respond"."""


@dataclass(eq=False)
class Use:
    """One use of a command, button or form, and what came of it."""

    standin: Standin
    interaction: Interaction

    @property
    def modal(self) -> Json:
        """The form that opened. Raises: AssertionError."""
        assert self.interaction.modal is not None, "no form opened"
        return self.interaction.modal

    @property
    def messages(self) -> list[Message]:
        """The finished messages that answer it, oldest first."""
        return [m for m in self.interaction.messages if not m.deleted and not m.loading]

    async def message(self, count: int = 1) -> Message:
        """The `count`-th finished message."""
        found = await self.standin.until(
            lambda: self.messages[count - 1 :], f"answer {count} to an interaction"
        )
        return found[0]

    async def text(self) -> str:
        """What the first answer says, as read."""
        return self.standin_text(await self.message())

    async def replaced(self) -> Message:
        """The pressed message, once it was replaced."""
        await self.standin.until(
            lambda: self.interaction.replaced_source, "the pressed message replaced"
        )
        assert self.interaction.source is not None
        return self.interaction.source

    def standin_text(self, message: Message) -> str:
        return Member.read(self.standin, message).text


class Member:
    """One person; messages are what their client shows."""

    def __init__(self, standin: Standin, person: Any) -> None:
        self._standin = standin
        self.person = person

    @property
    def id(self) -> int:
        return int(self.person.id)

    @property
    def dm_channel(self) -> Channel | None:
        return self._standin.world.dm_of(self.person)

    # --- what they see

    @staticmethod
    def read(standin: Standin, message: Message) -> Shown:
        def name_of(user: int) -> str:
            person = standin.world.people.get(user)
            return person.name if person else str(user)

        return shown(message.content, name_of)

    def seen(self, channel: Channel | None = None) -> list[Message]:
        """The bot's finished messages there (by default: in direct messages), oldest first."""
        where = channel or self.dm_channel
        if where is None:
            return []
        bot = self._standin.world.bot
        found = self._standin.world.visible_to(where, self.person)
        return [m for m in found if m.author is bot and not m.loading]

    def texts(self, channel: Channel | None = None) -> list[str]:
        return [self.read(self._standin, m).text for m in self.seen(channel)]

    async def sees(self, count: int = 1, channel: Channel | None = None) -> Message:
        """The `count`-th message of the bot there, once it is there."""
        found = await self._standin.until(
            lambda: self.seen(channel)[count - 1 :], f"message {count} of the bot"
        )
        return found[0]

    # --- what they write

    async def dm(self, text: str) -> Message:
        """Write to the bot; opens the direct messages."""
        channel = self._standin.world.open_dm(self.person)
        return await self.say(text, channel)

    async def say(
        self, text: str, channel: Channel | None = None, *, mention: bool = False
    ) -> Message:
        """Write in a channel, by default "general"; `mention`: naming the bot."""
        where = channel or self._standin.general
        bot = self._standin.world.bot
        content = f"<@{bot.id}> {text}" if mention else text
        if where.guild is not None and not where.guild.may_write(self.person, where):
            raise ClientRefuses("you do not have permission to send messages in this channel")
        message = self._standin.world.post(where, self.person, content)
        await self._standin.announce(message, mentions_bot=mention)
        return message

    async def post_in(self, forum: Channel, title: str, text: str) -> Channel:
        """Open a post of a forum."""
        world = self._standin.world
        post = world.post_in(forum, title, self.person)
        message = world.post(post, self.person, text)
        message.id = post.id
        created = payloads.channel(post) | {"newly_created": True}
        await self._standin.gateway.dispatch("THREAD_CREATE", created)
        await self._standin.announce(message)
        return post

    # --- commands, buttons, forms

    async def slash(
        self,
        name: str,
        args: dict[str, str] | None = None,
        *,
        channel: Channel | None = None,
        wait: bool = True,
    ) -> Use:
        """Use `/name`. Raises: ClientRefuses if it is not offered there, DidNotRespond."""
        where = channel or self._standin.general
        command, path = self._offered(name, where)
        leaf, values = path[-1], dict(args or {})
        options: list[Json] = []
        for option in leaf.get("options") or []:
            if option["name"] not in values:
                if option.get("required"):
                    raise ClientRefuses(f"/{name} needs {option['name']}")
                continue
            value = values.pop(option["name"])
            choices = [choice["value"] for choice in option.get("choices") or []]
            if choices and value not in choices:
                raise ClientRefuses(f"/{name} {option['name']}: one of {choices}")
            options.append({"name": option["name"], "type": option["type"], "value": value})
        if values:
            raise ClientRefuses(f"/{name} takes no {sorted(values)}")
        named = [option["value"] for option in options if option["type"] == USER]
        for part in reversed(path[1:]):
            options = [{"name": part["name"], "type": part["type"], "options": options}]
        data: Json = {"id": command["id"], "name": command["name"], "type": 1, "options": options}
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        if named:
            data["resolved"] = self._resolved(named)
        return await self._use(COMMAND, where, data, None, wait=wait)

    def _resolved(self, ids: list[str]) -> Json:
        """The accounts that options name."""
        people = [self._standin.world.people[int(each)] for each in ids]
        return {"users": {str(person.id): payloads.user(person) for person in people}}

    def offered(self, channel: Channel | None = None) -> list[str]:
        """Every command that the client offers there, as one types it."""
        where = channel or self._standin.general
        names: list[str] = []
        for command in self._registered(where):
            if command["type"] == 3:
                continue
            subs = [o for o in command.get("options") or [] if o["type"] == 1]
            names += [f"{command['name']} {sub['name']}" for sub in subs] or [command["name"]]
        return sorted(names)

    def _registered(self, where: Channel) -> list[Json]:
        everywhere = self._standin.commands.get(None, [])
        if where.guild is None:
            return [c for c in everywhere if 1 in (c.get("contexts") or [0, 1])]
        own = self._standin.commands.get(where.guild.id, [])
        taken = {command["name"] for command in own}
        shared = [c for c in everywhere if 0 in (c.get("contexts") or [0, 1])]
        return own + [command for command in shared if command["name"] not in taken]

    def _offered(self, name: str, where: Channel) -> tuple[Json, list[Json]]:
        words = name.split()
        for command in self._registered(where):
            if command["name"] != words[0]:
                continue
            path = [command]
            for word in words[1:]:
                subs = [o for o in path[-1].get("options") or [] if o["type"] in (1, 2)]
                path += [sub for sub in subs if sub["name"] == word][:1]
            has_subs = any(o["type"] in (1, 2) for o in path[-1].get("options") or [])
            if len(path) == len(words) and not has_subs:
                return command, path
        raise ClientRefuses(f"/{name} is not offered here: {self.offered(where)}")

    async def choose_at(self, message: Message, name: str) -> Use:
        """Choose from the menu of a message. Raises: ClientRefuses if that is not offered."""
        where = message.channel
        offered = [each for each in self._registered(where) if each["type"] == 3]
        command = next((each for each in offered if each["name"] == name), None)
        if command is None:
            raise ClientRefuses(f"{name!r} is not offered at messages here")
        data: Json = {"id": command["id"], "name": name, "type": 3, "target_id": str(message.id)}
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        data["resolved"] = {"messages": {str(message.id): payloads.message(message)}}
        return await self._use(COMMAND, where, data, None)

    async def type_in(self, name: str, argument: str, typed: str) -> list[Json]:
        """What autocomplete suggests for an argument."""
        command, path = self._offered(name, self._standin.general)
        options: list[Json] = [{"name": argument, "type": STRING, "value": typed, "focused": True}]
        for part in reversed(path[1:]):
            options = [{"name": part["name"], "type": part["type"], "options": options}]
        data = {"id": command["id"], "name": command["name"], "type": 1, "options": options}
        use = await self._use(AUTOCOMPLETE, self._standin.general, data, None)
        return use.interaction.suggestions or []

    async def press(self, message: Message, what: str, *, wait: bool = True) -> Use:
        """Press a button by its label or custom_id, or pick that option of a select.

        Raises: ClientRefuses if this person's client shows no such control.
        """
        visible = self._standin.world.visible_to(message.channel, self.person)
        if message not in list(visible):
            raise ClientRefuses("this person does not see that message")
        for part in message.controls():
            if part["type"] == 2 and what in (part.get("label"), part.get("custom_id")):
                if part.get("disabled"):
                    raise ClientRefuses(f"{what!r} is greyed out")
                data: Json = {"component_type": 2, "custom_id": part["custom_id"], "id": 2}
                return await self._use(COMPONENT, message.channel, data, message, wait=wait)
            for option in part.get("options") or []:
                if what in (option["label"], option["value"]):
                    data = {
                        "component_type": part["type"],
                        "custom_id": part["custom_id"],
                        "values": [option["value"]],
                        "id": 2,
                    }
                    return await self._use(COMPONENT, message.channel, data, message, wait=wait)
        raise ClientRefuses(f"no control {what!r} there: {labels(message)}")

    async def submit_modal(self, use: Use, values: dict[str, str], *, wait: bool = True) -> Use:
        """Fill in the form that `use` opened; what is not named stays as it was filled in.

        Raises: ClientRefuses if the client would not send it.
        """
        modal, given = use.modal, dict(values)
        components: list[Json] = []
        for number, label in enumerate(modal["components"], start=1):
            part = label["component"]
            name = part["custom_id"]
            shown_options = part.get("options") or []
            beforehand = next((o["value"] for o in shown_options if o.get("default")), None)
            value = given.pop(name, part.get("value") or beforehand or "")
            if not value and part.get("required", True):
                raise ClientRefuses(f"{name} must be filled in")
            if len(value) > (part.get("max_length") or 4000):
                raise ClientRefuses(f"{name} is too long")
            if shown_options and value and value not in [o["value"] for o in shown_options]:
                raise ClientRefuses(f"{name}: no option {value!r}")
            inner: Json = {"type": part["type"], "id": number * 2, "custom_id": name}
            if part["type"] == 4:
                inner["value"] = value
            elif part["type"] == 3:
                inner["values"] = [value] if value else []
            else:
                inner["value"] = value or None
            components.append({"type": 18, "id": number * 2 - 1, "component": inner})
        if given:
            raise ClientRefuses(f"the form does not ask for {sorted(given)}")
        source = use.interaction.source
        data = {"custom_id": modal["custom_id"], "components": components}
        return await self._use(MODAL_SUBMIT, use.interaction.channel, data, source, wait=wait)

    async def _use(
        self, kind: int, where: Channel, data: Json, source: Message | None, *, wait: bool = True
    ) -> Use:
        standin = self._standin
        interaction = standin.interactions.begin(kind, self.person, where, data, source)
        reached = await standin.gateway.dispatch(
            "INTERACTION_CREATE", self._event(interaction, where, source)
        )
        use = Use(standin, interaction)
        if not wait:
            return use
        if not reached:
            raise DidNotRespond("nobody is on the gateway")
        try:
            async with asyncio.timeout(standin.interactions.deadline):
                await interaction.acknowledged.wait()
        except TimeoutError:
            raise DidNotRespond(f"not within {standin.interactions.deadline:g} s") from None
        standin.changed()
        return use

    def _event(self, interaction: Interaction, where: Channel, source: Message | None) -> Json:
        guild = where.guild
        event: Json = {
            "id": str(interaction.id),
            "application_id": str(self._standin.world.bot.id),
            "type": interaction.type,
            "token": interaction.token,
            "version": 1,
            "data": interaction.data,
            "channel": payloads.channel(where),
            "channel_id": str(where.id),
            "locale": self.person.locale,
            "context": 0 if guild else 1,
            "app_permissions": str((1 << 50) - 1),
            "attachment_size_limit": 10_485_760,
            "entitlements": [],
            "authorizing_integration_owners": {"0": str(guild.id) if guild else "0"},
        }
        if guild is not None:
            permissions = str(guild.permissions_of(self.person))
            event |= {
                "guild_id": str(guild.id),
                "guild_locale": "en-US",
                "guild": {"id": str(guild.id), "locale": "en-US", "features": []},
                "member": payloads.member(guild, self.person) | {"permissions": permissions},
            }
        else:
            event["user"] = payloads.user(self.person)
        if source is not None:
            event["message"] = payloads.message(source)
        return event


def labels(message: Message) -> list[str]:
    """What the controls of a message say, in reading order."""
    found: list[str] = []
    for part in message.controls():
        if "label" in part:
            found.append(part["label"])
        found += [option["label"] for option in part.get("options") or []]
    return found
