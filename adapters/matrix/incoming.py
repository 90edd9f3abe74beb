"""Matrix events as the core's events.

Everything here was sent by somebody else: whatever has the wrong shape is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import unquote

from adapters.matrix.prompts import Made, Shown
from bot.commands import ArgumentsError, CommandTable
from bot.platform import Address, Chose, Commanded, Event, Said, TookBack

PLATFORM = "matrix"

_SPOKEN = ("m.text", "m.emote")  # never m.notice: it is how bots speak, also this one
_FILES = ("m.image", "m.file", "m.audio", "m.video")
_WORDLESS = (*_FILES, "m.location")
_REPLIED_LINE = "> "
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an event happened and who was there, read from the room's state.

    Args:
        space: the community; None in direct messages.
    """

    room: str
    space: str | None
    roles: frozenset[str] = frozenset()
    spaces: tuple[str, ...] = ()
    zone: str | None = None
    ranks: frozenset[str] = frozenset()

    @property
    def direct(self) -> bool:
        return self.space is None


@dataclass(frozen=True, slots=True)
class Message:
    """What a person wrote, without what their client added.

    Args:
        replied: the message that they replied to.
        thread: the first message of the thread it was written in.
        with_file: the words are the caption of a picture or another file.
        to_bot: it began with a mention of the bot, which is not part of the text.
    """

    id: str
    sender: str
    text: str
    to_bot: bool = False
    replied: str | None = None
    thread: str | None = None
    with_file: bool = False


@dataclass(frozen=True, slots=True)
class Reaction:
    """A key set to a message."""

    id: str
    sender: str
    message: str
    key: str


def message_of(raw: Mapping[str, Any], me: str) -> Message | None:
    """What a person wrote; None for notices, edits, wordless files and what cannot be read.

    Args:
        me: the bot's own id.
    """
    content = _mapping(raw.get("content"))
    relation = _mapping(content.get("m.relates_to"))
    text = content.get("body")
    if not isinstance(text, str) or _is_edit(content):
        return None
    if content.get("msgtype") not in _SPOKEN and not _has_caption(content):
        return None
    in_thread = relation.get("rel_type") == "m.thread"
    replied = _string(_mapping(relation.get("m.in_reply_to")).get("event_id"))
    if in_thread and relation.get("is_falling_back") is True:
        replied = None  # only there for clients without threads
    text = without_replied(text) if "m.in_reply_to" in relation else text
    behind_mention = _behind_mention(content, text, me)
    return Message(
        id=str(raw.get("event_id")),
        sender=str(raw.get("sender")),
        text=(text if behind_mention is None else behind_mention).strip(),
        to_bot=behind_mention is not None,
        replied=replied,
        thread=_string(relation.get("event_id")) if in_thread else None,
        with_file=_has_caption(content),
    )


def reaction_of(raw: Mapping[str, Any]) -> Reaction | None:
    """A reaction; None if it is not one."""
    relation = _mapping(_mapping(raw.get("content")).get("m.relates_to"))
    message, key = _string(relation.get("event_id")), _string(relation.get("key"))
    if relation.get("rel_type") != "m.annotation" or not message or not key:
        return None
    return Reaction(str(raw.get("event_id")), str(raw.get("sender")), message, key)


def is_wordless(raw: Mapping[str, Any]) -> bool:
    """Whether it is a picture, a voice message or the like without words."""
    content = _mapping(raw.get("content"))
    return content.get("msgtype") in _WORDLESS and not _is_edit(content)


def _is_edit(content: Mapping[str, Any]) -> bool:
    relation = _mapping(content.get("m.relates_to"))
    return relation.get("rel_type") == "m.replace" or "m.new_content" in content


def _has_caption(content: Mapping[str, Any]) -> bool:
    """Whether a file comes with words. Source: spec, "Media captions"."""
    name = content.get("filename")
    return (
        content.get("msgtype") in _FILES
        and isinstance(name, str)
        and content.get("body") not in (name, "")
    )


def without_replied(text: str) -> str:
    """The text without the quotation that older clients put in front of a reply.

    Source: spec, "Fallbacks for rich replies" (removed in v1.13, still sent).
    """
    if not text.startswith(_REPLIED_LINE):
        return text
    lines = text.split("\n")
    while lines and lines[0].startswith(">"):
        del lines[0]
    return "\n".join(lines).lstrip("\n")


def _behind_mention(content: Mapping[str, Any], text: str, me: str) -> str | None:
    """What follows a mention of the bot at the beginning of a text; None without one.

    Clients write the bot's name or id there, and link it in the formatted text.
    Source: spec, "User and room mentions".
    """
    mentioned = _mapping(content.get("m.mentions")).get("user_ids")
    if not isinstance(mentioned, list) or me not in mentioned:
        return None
    linked = re.match(
        r'<a href="https://matrix\.to/#/([^"]+)">([^<]+)</a>', str(content.get("formatted_body"))
    )
    names = [me, me.partition(":")[0]]
    if linked and unquote(linked[1]) == me:
        names.insert(0, unescape(linked[2]))
    for name in names:
        if text.casefold().startswith(name.casefold()):
            return text[len(name) :].lstrip(":, ")
    return None


@dataclass
class Reader:
    """Turns what was said into the core's events.

    Args:
        prefix: what a command begins with in a room, unless it mentions the bot; in direct
            messages neither is needed.
        now: the bot's clock; nothing happened later than that.
        offset: added to the homeserver's times, in rehearsals.
    """

    prefix: str
    commands: CommandTable
    now: Callable[[], datetime]
    offset: timedelta = timedelta()

    def when(self, raw: Mapping[str, Any]) -> datetime:
        """When the event happened, as its sender's homeserver says.

        Never in the future; and now, if what it says cannot be.
        """
        stamp, now = raw.get("origin_server_ts"), self.now()
        if not isinstance(stamp, int):
            return now
        try:
            at = _EPOCH + timedelta(milliseconds=stamp) + self.offset
        except OverflowError:
            return now
        return min(at, now) if at >= _EPOCH else now

    def spoken(self, raw: Mapping[str, Any], message: Message, scene: Scene) -> Event:
        """A message as a command if it is one with the prefix, else as said."""
        facts = self.facts(raw, message.sender, scene, message.id)
        facts["below"] = message.thread or message.replied
        text = self.command_in(message)
        if text is None:
            replied = message.replied or message.thread
            return Said(
                text=message.text,
                addressed=scene.direct,
                replies_to=replied,
                with_file=message.with_file,
                **facts,
            )
        try:
            read = self.commands.read(text)
        except ArgumentsError:
            read = None  # the core reads it again and answers with an example
        if read is None:
            return Said(text=text, addressed=True, **facts)
        command, args = read
        return Commanded(name=command.name, args=args, **facts)

    def command_in(self, message: Message) -> str | None:
        """What stands behind the prefix or a mention; None without. "!!!" is no command."""
        rest = message.text.removeprefix(self.prefix)
        if message.text.startswith(self.prefix) and rest[:1].isalnum():
            return rest.strip()
        return message.text if message.to_bot else None

    def chose(
        self,
        raw: Mapping[str, Any],
        sender: str,
        scene: Scene,
        shown: Shown,
        choice: str,
        *,
        typed: bool = False,
    ) -> Chose:
        """An option of a question; an answer refers to the message that shows the question."""
        facts = self.facts(raw, sender, scene, shown.message)
        return Chose(prompt=shown.prompt, choice=choice, typed=typed, **facts)

    def took_back(self, raw: Mapping[str, Any], scene: Scene, shown: Shown, made: Made) -> TookBack:
        """A choice undone by removing its reaction."""
        facts = self.facts(raw, made.person, scene, shown.message)
        return TookBack(prompt=made.prompt, choice=made.choice, **facts)

    def facts(
        self, raw: Mapping[str, Any], actor: str, scene: Scene, message: str | None = None
    ) -> dict[str, Any]:
        """What every event carries."""
        return {
            "id": str(raw.get("event_id")),
            "at": self.when(raw),
            "where": Address(
                PLATFORM,
                space=scene.space,
                channel=scene.room,
                user=actor if scene.direct else None,
            ),
            "actor": Address(PLATFORM, user=actor),
            "zone": scene.zone,
            "roles": frozenset() if scene.direct else scene.roles,
            "ranks": frozenset() if scene.direct else scene.ranks,
            "spaces": scene.spaces,
            "direct": scene.direct,
            "message": message,
        }


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
