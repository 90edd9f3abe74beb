"""Messages: sent, edited, taken back; where each goes, and in how many parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import discord

from adapters.discord import controls, markdown
from adapters.discord.answering import files
from adapters.discord.asides import Asides
from adapters.discord.direct import DirectMessages
from adapters.discord.incoming import PLATFORM
from adapters.discord.posts import Posts
from adapters.discord.receipts import NOT_A_TEXT_CHANNEL, UNKNOWN_CHANNEL
from adapters.discord.threads import Threads
from bot.platform import Address, Audience, Delete, Outcome, Receipt, Say
from bot.richtext import called

_NO_PINGS = discord.AllowedMentions.none()
_MOST_CALLED = 100
# Not behind a backslash that takes the bracket as it is: what somebody typed is no mention.
_MENTIONS = re.compile(r"(?<!\\)(?:\\\\)*<@(\d+)>")
# Discord's documentation, "JSON error codes": archived or locked for good, too many threads.
_CLOSED = frozenset({50083, 160005, 160006})


class Messages:
    """Performs what has to do with messages. Everything here raises FAILURES of receipts."""

    def __init__(
        self,
        client: discord.Client,
        direct: DirectMessages,
        posts: Posts,
        asides: Asides,
        threads: Threads,
    ) -> None:
        self._client = client
        self._direct = direct
        self._posts = posts
        self._asides = asides
        self._threads = threads

    async def say(self, say: Say) -> Receipt:
        parts = markdown.split(say.body)
        if not parts:
            return Receipt(outcome=Outcome.REFUSED, reason="empty")
        if say.aside is not None and (there := await self._say_aside(say, say.aside, parts)):
            return there
        if say.thread is not None and _in_room(say):
            return await self._say_below(say, say.thread, parts)
        channel = await self._place(say)
        if channel is None:
            return Receipt(outcome=Outcome.REFUSED, reason="nobody to say it to privately")
        if (forum := await self._posts.forum(channel)) is not None:
            return await self._post_in(forum, say, parts)
        try:
            message = await self._post(say, channel, parts)
        except discord.HTTPException as error:
            forum = None
            if error.code == NOT_A_TEXT_CHANNEL:
                forum = await self._posts.forum(channel, ask=True)
            if forum is None:
                raise
            return await self._post_in(forum, say, parts)
        where_else = say.aside is not None
        return Receipt(
            outcome=Outcome.DEGRADED if where_else else Outcome.SENT,
            message=str(message.id),
            channel=str(channel),
            reason="no private thread" if where_else else "",
        )

    async def _say_aside(self, say: Say, below: Address, parts: Sequence[str]) -> Receipt | None:
        """In a private thread with the person; None if there can be none."""
        if say.to.user is None or say.audience is Audience.PUBLIC:
            return None
        language = say.choices.language if say.choices else None
        for _ in range(2):
            thread = await self._asides.thread(say.to.user, below, language)
            if thread is None:
                return None
            await self._asides.note(say.key, thread)
            try:
                message = await self._post(say, thread, parts)
                return Receipt(outcome=Outcome.SENT, message=str(message.id), channel=str(thread))
            except discord.HTTPException as error:
                if error.code != UNKNOWN_CHANNEL:
                    raise
                await self._asides.forget(say.to.user, below)
        return None

    async def _say_below(self, say: Say, root: str, parts: Sequence[str]) -> Receipt:
        """In the thread of a message; where there is none, as a reply to it in the room."""
        room, below = int(say.to.channel or 0), int(root)
        reply = replace(say, answers=say.answers or root, thread=None)
        if not self._threads.can_hold(room):
            return await self.say(reply)
        went = await self._asides.went_to(say.key)
        thread = None if went == room else await self._threads.of(room, below)
        if thread is not None:
            await self._asides.note(say.key, thread)
            try:
                message = await self._post(replace(say, answers=None), thread, parts)
                return Receipt(outcome=Outcome.SENT, message=str(message.id), channel=str(thread))
            except discord.HTTPException as error:
                if not _is_closed(error):
                    raise
        await self._asides.note(say.key, room)  # it stays there, however often it is tried
        said = await self.say(reply)
        if said.outcome is not Outcome.SENT:
            return said
        return replace(said, outcome=Outcome.DEGRADED, reason="no thread")

    async def _post_in(
        self, forum: discord.ForumChannel, say: Say, parts: Sequence[str]
    ) -> Receipt:
        """As a post of its own; what does not fit follows in it."""
        more = self._shown_with(say) if len(parts) == 1 else {}
        more["allowed_mentions"] = _pings(say, parts[0])
        thread = await self._posts.open(forum, say, parts[0], **more)
        last = thread.id
        if len(parts) > 1:
            last = (await self._post(replace(say, answers=None), thread.id, parts[1:])).id
        await self._posts.done(say)
        return Receipt(outcome=Outcome.SENT, message=str(last), channel=str(thread.id))

    def _shown_with(self, say: Say) -> dict[str, Any]:
        """What stands below the last part. Raises: TooManyChoicesError."""
        more: dict[str, Any] = {}
        view = controls.choices_view(say.choices)
        if view is not None:
            more["view"] = view
        if say.attachments:
            more["files"] = files(say.attachments)
        return more

    async def _post(self, say: Say, channel_id: int, parts: Sequence[str]) -> discord.Message:
        channel = self._client.get_partial_messageable(channel_id)
        shown_with = self._shown_with(say)
        more: dict[str, Any] = {"silent": not say.rings}
        if say.answers is not None and say.to.space is not None:
            # In direct messages it is plain what an answer refers to.
            more["reference"] = discord.MessageReference(
                message_id=int(say.answers), channel_id=channel_id, fail_if_not_exists=False
            )
        for number, text in enumerate(parts[:-1], start=1):
            pings = _pings(say, text)
            await channel.send(text, nonce=f"{say.key}.{number}", allowed_mentions=pings, **more)
            more.pop("reference", None)
        # The key itself on the last part: once that one is there, all are.
        return await channel.send(
            parts[-1],
            nonce=say.key,
            allowed_mentions=_pings(say, parts[-1]),
            **more,
            **shown_with,
        )

    async def _place(self, say: Say) -> int | None:
        """The channel it goes to; private things only ever to the person's direct messages."""
        to = say.to
        if say.audience is Audience.PUBLIC and to.channel is not None:
            return int(to.channel)
        in_direct = to.channel if to.space is None else None
        if to.user is None:
            return int(in_direct) if in_direct is not None else None
        return await self._direct.channel_of(to.user, self._client, in_direct, urgent=say.urgent)

    async def edit(self, say: Say, edited: str) -> Receipt:
        """Put the text in place of an earlier message; what does not fit follows below."""
        parts = markdown.split(say.body)
        channel = await self._place(say)
        if channel is None or not parts:
            return Receipt(outcome=Outcome.REFUSED, reason="nothing to edit")
        view = controls.choices_view(say.choices) if len(parts) == 1 else None
        message = self._client.get_partial_messageable(channel).get_partial_message(int(edited))
        await message.edit(content=parts[0], view=view)
        if len(parts) > 1:
            await self._post(say, channel, parts[1:])
        return Receipt(outcome=Outcome.SENT, message=edited, channel=str(channel))

    async def delete(self, delete: Delete) -> Receipt:
        place = await self.room_of(delete.to)
        if place is None:
            return Receipt(outcome=Outcome.GONE, reason="no channel")
        channel = self._client.get_partial_messageable(place)
        with suppress(discord.NotFound):  # it is gone, as was wanted
            await channel.get_partial_message(int(delete.message)).delete()
        return Receipt(outcome=Outcome.SENT, message=delete.message, channel=str(place))

    async def room_of(self, to: Address) -> int | None:
        if to.channel is not None:
            return int(to.channel)
        return await self._direct.known(to.user) if to.user else None


def _in_room(say: Say) -> bool:
    return say.audience is Audience.PUBLIC and say.to.channel is not None and say.to.user is None


def _pings(say: Say, part: str) -> discord.AllowedMentions:
    """Whom a part of a message may notify: those it calls, in a room, and never by edits."""
    if not say.rings or say.edits is not None or not _in_room(say):
        return _NO_PINGS
    here = set(_MENTIONS.findall(part))
    users = [discord.Object(int(user)) for user in called(say.body, PLATFORM) if user in here]
    users = users[:_MOST_CALLED]
    return discord.AllowedMentions(everyone=False, roles=False, users=users, replied_user=False)


def _is_closed(error: discord.HTTPException) -> bool:
    """Whether a thread takes nothing any more, or nothing of ours: it is gone, locked or full."""
    return error.status in (403, 404) or error.code in _CLOSED
