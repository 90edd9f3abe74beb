"""REST v10: the routes that the bot uses, with Discord's states, permissions and error codes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.discord_standin import payloads, scheduled
from tests.discord_standin.faults import Fault, limited, too_many
from tests.discord_standin.gateway import (
    GUILD_MEMBERS,
    GUILD_SCHEDULED_EVENTS,
    MESSAGE_CONTENT,
)
from tests.discord_standin.interactions import (
    ANSWER,
    THINKING,
    UPDATE,
    ApiError,
    Interaction,
    apply_edit,
)
from tests.discord_standin.judge import faults_of_answer, faults_of_request, mentioned_in
from tests.discord_standin.world import (
    DM,
    FORUM,
    MANAGE_ROLES,
    PRIVATE_THREAD,
    SEND_MESSAGES,
    TEXT,
    Channel,
    Guild,
    Message,
)

if TYPE_CHECKING:
    from tests.discord_standin.server import Standin

Json = dict[str, Any]
Answer = tuple[int, Any]
Handler = Callable[["Call"], Awaitable[Answer]]
PREFIX = "/api/v10"
HISTORY_LIMIT = 100


@dataclass
class Call:
    """One request: where it goes, what it carries."""

    request: web.Request
    method: str
    path: str
    template: str
    body: Any
    files: dict[str, bytes]
    status: int = 0

    def id(self, name: str) -> int:
        return int(self.request.match_info[name])


class Rest:
    """Answers requests for one stand-in."""

    def __init__(self, standin: Standin) -> None:
        self._standin = standin
        self._world = standin.world

    def routes(self) -> list[web.RouteDef]:
        """Paths are written as in the OpenAPI, so that its schemas are found by them."""
        message = "/channels/{channel_id}/messages"
        hook = "/webhooks/{webhook_id}/{webhook_token}"
        commands = "/applications/{application_id}/commands"
        guild_commands = "/applications/{application_id}/guilds/{guild_id}/commands"
        events = "/guilds/{guild_id}/scheduled-events"
        event = events + "/{guild_scheduled_event_id}"
        member_role = "/guilds/{guild_id}/members/{user_id}/roles/{role_id}"
        table: list[tuple[str, str, Handler]] = [
            ("GET", "/users/@me", self._me),
            ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/applications/@me", self._application),
            ("GET", "/gateway", self._gateway),
            ("GET", "/gateway/bot", self._gateway),
            ("GET", commands, self._commands),
            ("PUT", commands, self._put_commands),
            ("GET", guild_commands, self._commands),
            ("PUT", guild_commands, self._put_commands),
            ("POST", "/users/@me/channels", self._open_dm),
            ("DELETE", "/users/@me/guilds/{guild_id}", self._leave_guild),
            ("GET", "/channels/{channel_id}", self._channel),
            ("PATCH", "/channels/{channel_id}", self._edit_channel),
            ("POST", "/channels/{channel_id}/threads", self._thread),
            ("POST", message + "/{message_id}/threads", self._thread_below),
            ("PUT", "/channels/{channel_id}/thread-members/{user_id}", self._thread_member),
            ("DELETE", "/channels/{channel_id}/thread-members/{user_id}", self._leave_thread),
            ("PUT", "/channels/{channel_id}/permissions/{overwrite_id}", self._overwrite),
            ("DELETE", "/channels/{channel_id}/permissions/{overwrite_id}", self._no_overwrite),
            ("GET", "/guilds/{guild_id}/threads/active", self._active_threads),
            ("POST", "/channels/{channel_id}/typing", self._typing),
            ("GET", message, self._history),
            ("POST", message, self._send),
            ("GET", message + "/{message_id}", self._message),
            ("PATCH", message + "/{message_id}", self._edit),
            ("DELETE", message + "/{message_id}", self._delete),
            ("GET", "/guilds/{guild_id}/members/{user_id}", self._member),
            ("PUT", member_role, self._give_role),
            ("DELETE", member_role, self._take_role),
            ("GET", events, self._scheduled),
            ("POST", events, self._schedule),
            ("GET", event, self._scheduled_event),
            ("PATCH", event, self._reschedule),
            ("DELETE", event, self._unschedule),
            ("POST", "/interactions/{interaction_id}/{interaction_token}/callback", self._respond),
            ("POST", hook, self._follow_up),
            ("GET", hook + "/messages/@original", self._original),
            ("PATCH", hook + "/messages/@original", self._edit_original),
            ("DELETE", hook + "/messages/@original", self._delete_original),
            ("PATCH", hook + "/messages/{message_id}", self._edit_follow_up),
            ("DELETE", hook + "/messages/{message_id}", self._delete_follow_up),
        ]
        return [
            web.route(method, PREFIX + path, self._served(path, handler))
            for method, path, handler in table
        ]

    # --- the way of every request

    def _served(
        self, template: str, handler: Handler
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def serve(request: web.Request) -> web.StreamResponse:
            body, files = await _read(request)
            path = request.path.removeprefix(PREFIX)
            call = Call(request, request.method, path, template, body, files)
            self._standin.calls.append(call)
            fault = self._standin.fault_for(call.method, path)
            if fault is not None and fault.delay:
                await asyncio.sleep(fault.delay)
            if fault is not None and fault.cut == "before":
                return _cut(request)
            status, answer, headers = await self._answer(call, handler, fault)
            call.status = status
            self._standin.changed()
            if fault is not None and fault.cut == "after":
                return _cut(request)
            if status == 204:
                return web.Response(status=204, headers=headers)
            return web.Response(
                status=status,
                body=json.dumps(answer).encode(),
                headers=headers | {"Content-Type": "application/json"},
            )

        return serve

    async def _answer(
        self, call: Call, handler: Handler, fault: Fault | None
    ) -> tuple[int, Any, dict[str, str]]:
        standin = self._standin
        bucket = f"{call.method} {call.template} {_major(call)}"
        headers = standin.limits.headers(bucket)
        by_token = "{interaction_token}" in call.template or "{webhook_token}" in call.template
        if not by_token and call.request.headers.get("Authorization") != f"Bot {standin.token}":
            return 401, {"message": "401: Unauthorized", "code": 0}, headers
        if fault is not None and fault.status is not None:
            if fault.status == 429:
                headers |= limited(fault.retry_after, everywhere=fault.everywhere)
                if not fault.via:
                    del headers["Via"]
                return 429, too_many(fault.retry_after, everywhere=fault.everywhere), headers
            return fault.status, {"message": "as asked for", "code": fault.code}, headers
        refused = standin.limits.take(
            bucket, counts_globally=not call.template.startswith(("/interactions", "/webhooks"))
        )
        headers = standin.limits.headers(bucket)
        if refused is not None:
            wait, everywhere = refused
            headers |= limited(wait, everywhere=everywhere)
            return 429, too_many(wait, everywhere=everywhere), headers
        wrong = faults_of_request(call.method, call.template, call.body)
        if wrong:
            standin.complaints += [f"{call.method} {call.template}: {fault}" for fault in wrong]
            return 400, {"code": 50035, "message": "; ".join(wrong)}, headers
        try:
            status, answer = await handler(call)
        except ApiError as error:
            return error.status, error.body, headers
        own = faults_of_answer(call.method, call.template, status, answer)
        standin.own_faults += [f"{call.method} {call.template}: {fault}" for fault in own]
        return status, answer, headers

    # --- who the bot is

    async def _me(self, call: Call) -> Answer:
        return 200, payloads.own_user(self._world.bot)

    async def _application(self, call: Call) -> Answer:
        on = self._standin.gateway.privileged
        flags = (bool(on & GUILD_MEMBERS) << 15) | (bool(on & MESSAGE_CONTENT) << 19)
        return 200, payloads.application(self._world.bot, flags)

    async def _gateway(self, call: Call) -> Answer:
        limit = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
        data: Json = {"url": self._standin.gateway.url}
        if call.template.endswith("bot"):
            data |= {"shards": 1, "session_start_limit": limit}
        return 200, data

    # --- commands

    async def _commands(self, call: Call) -> Answer:
        return 200, self._standin.commands.get(self._scope(call), [])

    async def _put_commands(self, call: Call) -> Answer:
        scope = self._scope(call)
        registered = [
            {
                "type": 1,
                "version": str(self._world.new_id()),
                "default_member_permissions": None,
                "integration_types": [0],
                "nsfw": False,
                "description": "",  # as of those in the menu of a message
                **command,
                "id": str(self._world.new_id()),
                "application_id": str(self._world.bot.id),
                **({"guild_id": str(scope)} if scope else {"contexts": [0, 1]}),
                **({"contexts": command["contexts"]} if command.get("contexts") else {}),
            }
            for command in call.body
        ]
        self._standin.commands[scope] = registered
        return 200, registered

    def _scope(self, call: Call) -> int | None:
        if call.id("application_id") != self._world.bot.id:
            raise ApiError(403, 20012, "You are not authorized to perform this action")
        if "guild_id" not in call.request.match_info:
            return None
        guild_id = call.id("guild_id")
        guild = self._world.guilds.get(guild_id)
        if guild is None or self._world.bot.id not in guild.members:
            raise ApiError(403, 50001, "Missing Access")
        return guild_id

    # --- channels and threads

    async def _open_dm(self, call: Call) -> Answer:
        person = self._world.people.get(int(call.body["recipient_id"]))
        if person is None or person.bot:
            raise ApiError(400, 50033, "Invalid Recipient(s)")
        if self._world.dm_of(person) is None and not self._standin.limits.may_open():
            raise ApiError(403, 40003, "You are opening direct messages too fast.")
        return 200, payloads.channel(self._world.open_dm(person))

    def _seen(self, call: Call) -> Channel:
        channel = self._world.channels.get(call.id("channel_id"))
        if channel is None:
            raise ApiError(404, 10003, "Unknown Channel")
        guild = channel.guild
        if guild is not None and self._world.bot.id not in guild.members:
            raise ApiError(403, 50001, "Missing Access")
        if guild is not None and "view_channel" in guild.bot_lacks:
            raise ApiError(403, 50001, "Missing Access")
        return channel

    def _needs(self, guild: Guild | None, permission: str) -> None:
        if guild is not None and permission in guild.bot_lacks:
            raise ApiError(403, 50013, "Missing Permissions")

    async def _channel(self, call: Call) -> Answer:
        return 200, payloads.channel(self._seen(call))

    async def _edit_channel(self, call: Call) -> Answer:
        channel = self._seen(call)
        self._needs(channel.guild, "manage_threads")
        if not channel.is_thread:
            raise ApiError(400, 50024, "Cannot execute action on this channel type")
        channel.archived = bool(call.body.get("archived", channel.archived))
        channel.locked = bool(call.body.get("locked", channel.locked))
        channel.name = call.body.get("name") or channel.name
        await self._standin.gateway.dispatch("THREAD_UPDATE", payloads.channel(channel))
        return 200, payloads.channel(channel)

    async def _thread(self, call: Call) -> Answer:
        parent = self._seen(call)
        if parent.type == FORUM:
            return await self._post_in_forum(call, parent)
        self._needs(parent.guild, "create_private_threads")
        if parent.type != 0 or call.body.get("type") != PRIVATE_THREAD:
            raise ApiError(400, 50024, "Cannot execute action on this channel type")
        thread = self._world.thread(
            parent, call.body["name"], invitable=bool(call.body.get("invitable", True))
        )
        await self._standin.gateway.dispatch(
            "THREAD_CREATE", payloads.channel(thread) | {"newly_created": True}
        )
        return 201, payloads.channel(thread)

    async def _thread_below(self, call: Call) -> Answer:
        """A public thread that begins with a message, once."""
        parent = self._seen(call)
        self._needs(parent.guild, "create_public_threads")
        if parent.type != TEXT:
            raise ApiError(400, 50024, "Cannot execute action on this channel type")
        message = self._known(call)
        if message.id in self._world.channels:
            raise ApiError(400, 160004, "A thread has already been created for this message")
        thread = self._world.thread_below(message, call.body["name"])
        await self._standin.gateway.dispatch(
            "THREAD_CREATE", payloads.channel(thread) | {"newly_created": True}
        )
        return 201, payloads.channel(thread)

    async def _post_in_forum(self, call: Call, forum: Channel) -> Answer:
        """The thread and its first message, which carries no nonce that anybody enforces."""
        self._needs(forum.guild, "send_messages")
        asked = call.body.get("message")
        if not asked:
            raise ApiError(400, 50035, "message: a post has one")
        post = self._world.post_in(forum, call.body["name"], self._world.bot)
        message = self._world.post(
            post,
            self._world.bot,
            asked.get("content") or "",
            components=asked.get("components") or [],
            flags=int(asked.get("flags") or 0),
        )
        message.id = post.id
        await self._standin.gateway.dispatch(
            "THREAD_CREATE", payloads.channel(post) | {"newly_created": True}
        )
        await self._standin.announce(message)
        return 201, payloads.channel(post) | {"message": payloads.message(message)}

    async def _overwrite(self, call: Call) -> Answer:
        """Manage Roles, and no permission that the bot has not itself."""
        channel = self._rights_of(call)
        allow, deny = int(call.body.get("allow") or 0), int(call.body.get("deny") or 0)
        assert channel.guild is not None
        held = channel.guild.permissions_of(self._world.bot)
        if not channel.guild.may_write(self._world.bot, channel):
            held &= ~SEND_MESSAGES
        before = channel.overwrites.get(call.id("overwrite_id"), (0, 0, 0))
        if ((allow ^ before[1]) | (deny ^ before[2])) & ~held:
            raise ApiError(403, 50013, "Missing Permissions")
        channel.overwrites[call.id("overwrite_id")] = (int(call.body["type"]), allow, deny)
        await self._standin.gateway.dispatch("CHANNEL_UPDATE", payloads.channel(channel))
        return 204, None

    async def _no_overwrite(self, call: Call) -> Answer:
        channel = self._rights_of(call)
        if channel.overwrites.pop(call.id("overwrite_id"), None) is None:
            raise ApiError(404, 10009, "Unknown Overwrite")
        await self._standin.gateway.dispatch("CHANNEL_UPDATE", payloads.channel(channel))
        return 204, None

    def _rights_of(self, call: Call) -> Channel:
        channel = self._seen(call)
        guild = channel.guild
        if guild is None or not guild.permissions_of(self._world.bot) & MANAGE_ROLES:
            raise ApiError(403, 50013, "Missing Permissions")
        self._needs(guild, "manage_roles")
        return channel

    async def _thread_member(self, call: Call) -> Answer:
        thread = self._seen(call)
        if thread.archived:
            raise ApiError(400, 50083, "Thread is archived")
        assert thread.guild is not None
        if call.id("user_id") not in thread.guild.members:
            raise ApiError(404, 10007, "Unknown Member")
        thread.members.add(call.id("user_id"))
        return 204, None

    async def _leave_thread(self, call: Call) -> Answer:
        thread = self._seen(call)
        self._needs(thread.guild, "manage_threads")
        if thread.archived:
            raise ApiError(400, 50083, "Thread is archived")
        if call.id("user_id") not in thread.members:
            raise ApiError(404, 10007, "Unknown Member")
        thread.members.discard(call.id("user_id"))
        return 204, None

    async def _active_threads(self, call: Call) -> Answer:
        guild = self._guild(call)
        found = [
            payloads.channel(channel)
            for channel in self._world.channels.values()
            if channel.guild is guild and channel.is_thread and not channel.archived
        ]
        return 200, {"threads": found, "members": [], "has_more": False}

    async def _typing(self, call: Call) -> Answer:
        self._seen(call)
        return 204, None

    # --- messages

    async def _send(self, call: Call) -> Answer:
        channel = self._seen(call)
        self._may_write(channel)
        nonce = call.body.get("nonce")
        if nonce is not None and call.body.get("enforce_nonce"):
            earlier = self._world.nonces.get((channel.id, str(nonce)))
            if earlier and self._world.clock.time() - earlier[1] <= self._standin.nonce_window:
                return 200, payloads.message(earlier[0], nonce=True)
        reference = (call.body.get("message_reference") or {}).get("message_id")
        if reference and channel.message(int(reference)) is None:
            if call.body["message_reference"].get("fail_if_not_exists", True):
                raise ApiError(400, 50035, "Unknown message")
            reference = None
        message = self._world.post(
            channel,
            self._world.bot,
            call.body.get("content") or "",
            components=call.body.get("components") or [],
            flags=int(call.body.get("flags") or 0),
            nonce=None if nonce is None else str(nonce),
            attachments=_stored(self._world.new_id, call),
            files=call.files,
            reference=int(reference) if reference else None,
            pinged=self._pinged(call.body, channel),
        )
        if nonce is not None:
            self._world.nonces[channel.id, str(nonce)] = (message, self._world.clock.time())
        await self._standin.announce(message)
        return 200, payloads.message(message, nonce=True)

    def _pinged(self, body: Json, channel: Channel) -> frozenset[int]:
        """Whom a message notifies by name; in a thread they are in it from then on."""
        allowed = (body.get("allowed_mentions") or {}).get("users") or []
        named = {str(user) for user in allowed} & mentioned_in(body.get("content") or "")
        there = channel.guild.members if channel.guild is not None else {}
        pinged = frozenset(int(user) for user in named if int(user) in there)
        if channel.is_thread:
            channel.members |= pinged
        return pinged

    def _may_write(self, channel: Channel) -> None:
        if channel.type == DM:
            person = channel.recipient
            assert person is not None
            if person.dms == "blocked":
                raise ApiError(403, 50278, "Cannot send messages to this user")
            if person.dms == "closed" or not self._world.share_a_guild(person):
                raise ApiError(403, 50007, "Cannot send messages to this user")
            return
        if channel.type == FORUM:
            raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
        self._needs(
            channel.guild, "send_messages_in_threads" if channel.is_thread else "send_messages"
        )
        if channel.guild is not None and not channel.guild.may_write(self._world.bot, channel):
            raise ApiError(403, 50013, "Missing Permissions")
        if channel.archived and channel.locked:
            raise ApiError(400, 50083, "Thread is archived")
        channel.archived = False

    async def _history(self, call: Call) -> Answer:
        channel = self._seen(call)
        self._needs(channel.guild, "read_message_history")
        query = call.request.query
        limit = int(query.get("limit", 50))
        if not 1 <= limit <= HISTORY_LIMIT:
            raise ApiError(400, 50035, "limit: 1 to 100")
        found = [m for m in channel.messages if not m.deleted and m.only_for is None]
        if "after" in query:
            found = [m for m in found if m.id > int(query["after"])][:limit]
        elif "before" in query:
            found = [m for m in found if m.id < int(query["before"])][-limit:]
        found = found[-limit:]
        with_nonce = self._standin.history_has_nonces
        return 200, [payloads.message(m, nonce=with_nonce) for m in reversed(found)]

    def _known(self, call: Call) -> Message:
        message = self._seen(call).message(call.id("message_id"))
        if message is None or message.only_for is not None:
            raise ApiError(404, 10008, "Unknown Message")
        return message

    async def _message(self, call: Call) -> Answer:
        return 200, payloads.message(self._known(call))

    async def _edit(self, call: Call) -> Answer:
        message = self._known(call)
        if message.author is not self._world.bot:
            raise ApiError(403, 50005, "Cannot edit a message authored by another user")
        apply_edit(message, call.body, self._world)
        return 200, payloads.message(message)

    async def _delete(self, call: Call) -> Answer:
        message = self._known(call)
        if message.author is not self._world.bot:
            self._needs(message.channel.guild, "manage_messages")
        message.deleted = True
        return 204, None

    # --- members

    async def _member(self, call: Call) -> Answer:
        guild = self._guild(call)
        person = guild.people.get(call.id("user_id"))
        if person is None:
            raise ApiError(404, 10007, "Unknown Member")
        return 200, payloads.member(guild, person)

    async def _leave_guild(self, call: Call) -> Answer:
        guild = self._guild(call)
        await self._standin.gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)})
        del guild.members[self._world.bot.id]
        guild.people.pop(self._world.bot.id, None)
        return 204, None

    def _guild(self, call: Call) -> Guild:
        guild = self._world.guilds.get(call.id("guild_id"))
        if guild is None or self._world.bot.id not in guild.members:
            raise ApiError(404, 10004, "Unknown Guild")
        return guild

    async def _give_role(self, call: Call) -> Answer:
        self._held(call).add(call.id("role_id"))
        return 204, None

    async def _take_role(self, call: Call) -> Answer:
        self._held(call).discard(call.id("role_id"))
        return 204, None

    def _held(self, call: Call) -> set[int]:
        guild = self._guild(call)
        self._needs(guild, "manage_roles")
        if call.id("role_id") not in guild.roles:
            raise ApiError(404, 10011, "Unknown Role")
        if call.id("user_id") not in guild.members:
            raise ApiError(404, 10007, "Unknown Member")
        return guild.members[call.id("user_id")]

    # --- scheduled events

    async def _scheduled(self, call: Call) -> Answer:
        scheduled.begin_and_end(self._guild(call), self._world)
        events = self._guild(call).scheduled.values()
        to_come = (scheduled.SCHEDULED, scheduled.ACTIVE)
        return 200, [scheduled.shown(event) for event in events if event["status"] in to_come]

    def _may_plan(self, guild: Guild, event: Json | None = None) -> None:
        """Create Events is enough for one's own; Manage Events for everybody's."""
        own = event is None or event["creator_id"] == str(self._world.bot.id)
        if not own or "create_events" in guild.bot_lacks:
            self._needs(guild, "manage_events")

    async def _schedule(self, call: Call) -> Answer:
        guild = self._guild(call)
        self._may_plan(guild)
        event = scheduled.create(guild, call.body, self._world)
        await self._standin.gateway.dispatch(
            "GUILD_SCHEDULED_EVENT_CREATE", event, needs=GUILD_SCHEDULED_EVENTS
        )
        return 200, scheduled.shown(event)

    async def _scheduled_event(self, call: Call) -> Answer:
        guild = self._guild(call)
        scheduled.begin_and_end(guild, self._world)
        found = scheduled.find(guild, call.id("guild_scheduled_event_id"))
        return 200, scheduled.shown(found)

    async def _reschedule(self, call: Call) -> Answer:
        guild = self._guild(call)
        event_id = call.id("guild_scheduled_event_id")
        scheduled.begin_and_end(guild, self._world)
        self._may_plan(guild, scheduled.find(guild, event_id))
        event = scheduled.edit(guild, event_id, call.body, self._world)
        await self._standin.gateway.dispatch(
            "GUILD_SCHEDULED_EVENT_UPDATE", event, needs=GUILD_SCHEDULED_EVENTS
        )
        return 200, scheduled.shown(event)

    async def _unschedule(self, call: Call) -> Answer:
        guild = self._guild(call)
        event = scheduled.find(guild, call.id("guild_scheduled_event_id"))
        self._may_plan(guild, event)
        del guild.scheduled[int(event["id"])]
        await self._standin.gateway.dispatch(
            "GUILD_SCHEDULED_EVENT_DELETE", event, needs=GUILD_SCHEDULED_EVENTS
        )
        return 204, None

    # --- interactions

    async def _respond(self, call: Call) -> Answer:
        token = call.request.match_info["interaction_token"]
        body = dict(call.body)
        if body.get("data"):
            body["data"] = dict(body["data"]) | {"files": call.files}
        interaction = self._standin.interactions.answer(call.id("interaction_id"), token, body)
        if not call.request.query.get("with_response"):
            return 204, None
        data: Json = {
            "id": str(interaction.id),
            "type": interaction.type,
        }
        answer: Json = {"interaction": data}
        message = interaction.original or interaction.source
        if message is not None and interaction.response in (ANSWER, THINKING, UPDATE):
            data |= {
                "response_message_id": str(message.id),
                "response_message_loading": message.loading,
                "response_message_ephemeral": message.ephemeral,
            }
            if interaction.response != THINKING:
                shown = payloads.message(message)
                answer["resource"] = {"type": interaction.response, "message": shown}
        return 200, answer

    def _interaction(self, call: Call) -> Interaction:
        if call.id("webhook_id") != self._world.bot.id:
            raise ApiError(404, 10015, "Unknown Webhook")
        return self._standin.interactions.by_token(call.request.match_info["webhook_token"])

    async def _follow_up(self, call: Call) -> Answer:
        data = _with_files(self._world.new_id, call)
        message = self._standin.interactions.follow_up(self._interaction(call), data)
        return 200, payloads.message(message)

    async def _original(self, call: Call) -> Answer:
        interaction = self._interaction(call)
        return 200, payloads.message(self._standin.interactions.original(interaction))

    async def _edit_original(self, call: Call) -> Answer:
        interaction = self._interaction(call)
        message = self._standin.interactions.original(interaction)
        data = _with_files(self._world.new_id, call)
        return 200, payloads.message(self._standin.interactions.edit(interaction, message, data))

    async def _delete_original(self, call: Call) -> Answer:
        self._standin.interactions.original(self._interaction(call)).deleted = True
        return 204, None

    async def _edit_follow_up(self, call: Call) -> Answer:
        interaction = self._interaction(call)
        message = self._standin.interactions.message(interaction, call.id("message_id"))
        data = _with_files(self._world.new_id, call)
        return 200, payloads.message(self._standin.interactions.edit(interaction, message, data))

    async def _delete_follow_up(self, call: Call) -> Answer:
        interaction = self._interaction(call)
        message = self._standin.interactions.message(interaction, call.id("message_id"))
        message.deleted = True
        return 204, None


async def _read(request: web.Request) -> tuple[Any, dict[str, bytes]]:
    """The body, and files by their field's name ("files[0]")."""
    if request.content_type != "multipart/form-data":
        text = await request.text()
        return (json.loads(text) if text else None), {}
    body: Any = None
    files: dict[str, bytes] = {}
    async for part in await request.multipart():
        assert not isinstance(part, str)
        data = await part.read(decode=False)  # type: ignore[union-attr]
        if part.name == "payload_json":  # type: ignore[union-attr]
            body = json.loads(data)
        else:
            files[str(part.name)] = bytes(data)  # type: ignore[union-attr]
    return body, files


def _major(call: Call) -> str:
    """What a route's bucket is counted by."""
    found = call.request.match_info
    names = ("channel_id", "guild_id", "webhook_token", "interaction_token")
    return next((found[name] for name in names if name in found), "")


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def _stored(new_id: Callable[[], int], call: Call) -> list[Json]:
    """Attachments as they are shown afterwards."""
    stored: list[Json] = []
    for asked in call.body.get("attachments") or []:
        data = call.files.get(f"files[{asked['id']}]")
        if data is None:
            continue
        url = f"http://127.0.0.1/attachments/{asked['id']}/{asked['filename']}"
        stored.append(
            {
                "id": str(new_id()),
                "filename": asked["filename"],
                "description": asked.get("description") or "",
                "size": len(data),
                "url": url,
                "proxy_url": url,
            }
        )
    return stored


def _with_files(new_id: Callable[[], int], call: Call) -> Json:
    data: Json = dict(call.body)
    if call.files or "attachments" in data:
        data |= {"attachments": _stored(new_id, call), "files": call.files}
    return data
