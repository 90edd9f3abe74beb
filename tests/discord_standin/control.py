"""The stand-in played from another process: one JSON object asks, one answers.

Messages and uses are named by their ids. A request is `{"do": name, ...}`; see the methods of
`Control` for what there is to do. Errors come back as `{"error": class, "message": text}`.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.discord_standin.faults import Fault
from tests.discord_standin.member import Member, Use, labels
from tests.discord_standin.rush import Rush
from tests.discord_standin.server import Standin
from tests.discord_standin.world import MODERATE_MEMBERS, Channel, Message

Json = dict[str, Any]
PATH = "/control"


class Control:
    """Plays members and Discord itself, as asked over HTTP."""

    def __init__(self, standin: Standin) -> None:
        self._standin = standin
        self._uses: dict[int, Use] = {}
        self._rush: asyncio.Task[Json] | None = None

    def route(self) -> web.RouteDef:
        return web.post(PATH, self._serve)

    async def _serve(self, request: web.Request) -> web.Response:
        asked: Json = await request.json()
        known: dict[str, Callable[..., Awaitable[Any]]] = {
            "status": self.status,
            "member": self.member,
            "slash": self.slash,
            "press": self.press,
            "submit": self.submit,
            "write": self.write,
            "seen": self.seen,
            "fault": self.fault,
            "advance": self.advance,
            "gateway": self.gateway,
            "crowd": self.crowd,
            "limits": self.limits,
            "rush": self.rush,
            "rush_result": self.rush_result,
        }
        try:
            answer = await known[asked.pop("do")](**asked)
        except Exception as error:
            while isinstance(error, ExceptionGroup):
                error = error.exceptions[0]
            failed = {"error": type(error).__name__, "message": str(error)}
            return web.json_response(failed, status=400)
        return web.json_response({"answer": answer}, dumps=json.dumps)

    async def status(self) -> Json:
        standin = self._standin
        return {
            "guild": str(standin.guild.id),
            "general": str(standin.general.id),
            "connected": bool(standin.gateway.sessions),
            "identifies": standin.gateway.identifies,
            "resumes": standin.gateway.resumes,
            "commands": sum(len(menu) for menu in standin.commands.values()),
            "calls": len(standin.calls),
            "limited": standin.limits.caused,
            "invalid": standin.invalid,
            "refused": dict(
                Counter(f"{c.status} {c.template}" for c in standin.calls if c.status >= 400)
            ),
            "complaints": standin.complaints,
            "own_faults": standin.own_faults,
        }

    async def member(
        self, name: str, locale: str = "en-US", moderator: bool = False, dms: str = "open"
    ) -> str:
        """Make or change a member; returns their id."""
        member = self._standin.member(name, locale=locale)
        member.person.dms = dms
        if moderator:
            role = self._standin.world.role(self._standin.guild, "team", MODERATE_MEMBERS)
            self._standin.guild.members[member.id].add(role.id)
        return str(member.id)

    async def slash(
        self, member: str, name: str, args: dict[str, str] | None = None, where: str = "general"
    ) -> Json:
        who = self._standin.member(member)
        return self._used(await who.slash(name, args, channel=self._place(who, where)))

    async def press(self, member: str, what: str, message: str | None = None) -> Json:
        """Press in a message, or in the newest one that has such a control."""
        who = self._standin.member(member)
        return self._used(await who.press(self._found(who, what, message), what))

    async def submit(self, member: str, use: int, values: dict[str, str]) -> Json:
        who = self._standin.member(member)
        return self._used(await who.submit_modal(self._uses[use], values))

    async def write(self, member: str, text: str, where: str = "dm", mention: bool = False) -> str:
        """Write a message; returns its id."""
        who = self._standin.member(member)
        written = await who.say(text, self._place(who, where), mention=mention)
        return str(written.id)

    async def seen(self, member: str, where: str = "dm") -> list[Json]:
        """What the member's client shows of the bot there."""
        who = self._standin.member(member)
        return [
            {
                "id": str(message.id),
                "text": Member.read(self._standin, message).text,
                "labels": labels(message),
                "ephemeral": message.ephemeral,
                "at": message.at.timestamp(),
            }
            for message in who.seen(self._place(who, where))
        ]

    async def fault(self, **fault: Any) -> None:
        """See `Fault`."""
        self._standin.faults.append(Fault(**fault))

    async def advance(self, seconds: float) -> None:
        self._standin.clock.advance(seconds)

    async def gateway(self, how: str, code: int = 4000) -> None:
        """`how`: reconnect (op 7), resume or renew (op 9), close, drop."""
        gateway = self._standin.gateway
        match how:
            case "reconnect":
                await gateway.ask_to_reconnect()
            case "resume" | "renew":
                await gateway.invalidate(resumable=how == "resume")
            case "close":
                await gateway.close(code)
            case "drop":
                gateway.drop()
            case _:
                raise ValueError(how)

    async def crowd(self, count: int) -> list[list[str]]:
        """So many members with open direct messages; returns account and channel of each."""
        made = []
        for number in range(count):
            member = self._standin.member(f"crowd-{number}")
            channel = self._standin.world.open_dm(member.person)
            made.append([str(member.id), str(channel.id)])
        return made

    async def limits(self, everything: int) -> None:
        """How many requests a second pass."""
        self._standin.limits.everything = everything

    async def rush(self, seconds: float, messages: float, uses: float, commands: list[str]) -> None:
        """Begin: members talk in "general" and use commands there, each so often a second."""
        self._standin.interactions.deadline = 3.0  # Discord's: whoever waits longer is counted
        rush = Rush(self._standin, messages, uses, commands)
        self._rush = asyncio.create_task(rush.run(seconds))

    async def rush_result(self) -> Json:
        """Wait for the end of the rush."""
        assert self._rush is not None
        return await self._rush

    def _used(self, use: Use) -> Json:
        number = use.interaction.id
        self._uses[number] = use
        return {"use": number, "modal": use.interaction.modal}

    def _place(self, who: Member, where: str) -> Channel:
        if where == "dm":
            return self._standin.world.open_dm(who.person)
        if where == "general":
            return self._standin.general
        return self._standin.world.channels[int(where)]

    def _found(self, who: Member, what: str, message: str | None) -> Message:
        places = [who.dm_channel, *self._standin.guild.channels.values()]
        shown = [seen for place in places if place for seen in who.seen(place)]
        for seen in sorted(shown, key=lambda item: item.id, reverse=True):
            names = [*labels(seen), *(part.get("custom_id") for part in seen.controls())]
            if message in (None, str(seen.id)) and what in names:
                return seen
        raise LookupError(f"no message with {what!r}")
