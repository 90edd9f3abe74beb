"""What goes out to be read: answers and messages, with their options and files."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from bot.platform.address import Address
from bot.platform.events import Event
from bot.richtext import Body


class Audience(StrEnum):
    """Who may read it. A fallback may narrow the audience, never widen it."""

    PUBLIC = "public"
    ACTOR_ONLY = "actor_only"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option of a prompt.

    Args:
        id: what comes back in `Chose.choice`; at most 40 characters.
        label: at most 80 characters.
        words: further words that mean it when typed, in lower case.
        form: a form of the command table that opens instead of the choice being sent; where
            there are no forms the choice is sent and the core asks one question at a time.
    """

    id: str
    label: str
    words: tuple[str, ...] = ()
    form: str | None = None
    tone: Literal["plain", "primary", "danger"] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """A question with options; at most 25.

    Args:
        prompt: what comes back in `Chose.prompt`: `<handler>` or `<handler>/<detail>`, at most
            60 characters. It is not secret and not trusted.
        language: of the adapter's own words, where it has to explain how to answer.
        poll: everybody in the room is asked, so that a platform's own poll suits it, with the
            votes to be seen.
    """

    prompt: str
    options: tuple[Choice, ...]
    language: str = "en"
    poll: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file; `description` is read to those who do not see it."""

    name: str
    content_type: str
    data: bytes
    description: str


def new_key() -> str:
    """22 random characters: a Matrix transaction id and a Discord nonce (at most 25)."""
    return secrets.token_urlsafe(16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to one event, performed right after the commit while its platform waits.

    Where nothing waits it becomes a `Say`. Private unless said otherwise.

    Args:
        form: opens this form of the command table instead of showing a text.
        replaces: shows the text in place of the message whose button was pressed.
    """

    to: Event
    body: Body
    audience: Audience = Audience.ACTOR_ONLY
    choices: Choices | None = None
    attachments: tuple[Attachment, ...] = ()
    form: str | None = None
    form_prompt: str = ""
    replaces: bool = False
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """A message of its own.

    Args:
        key: stays the same however often it is tried.
        answers: the message it refers to, shown as a reply or in its thread.
        thread: the message whose thread it belongs to, where all that is said about one thing
            hangs together; a reply to that message where there can be no thread.
        asked: the room in which somebody said what this answers in private. Where direct messages
            do not arrive, a platform may offer the answer there, to this person alone.
        aside: a room below which this is said to `to.user` in a private thread of theirs, instead
            of in direct messages, where the platform has such threads; else in direct messages.
        edits: the bot's own message it replaces.
        rings: it should notify (a reminder); an answer or a status does not. In a room it then
            calls those whom the body mentions, but for quiet mentions, and never anybody else.
        urgent: it cannot wait: no limit of our own holds it up, and where the person cannot be
            written to right now it is offered in `asked`.
    """

    to: Address
    body: Body
    audience: Audience
    choices: Choices | None = None
    attachments: tuple[Attachment, ...] = ()
    answers: str | None = None
    thread: str | None = None
    asked: Address | None = None
    aside: Address | None = None
    edits: str | None = None
    rings: bool = False
    urgent: bool = False
    key: str = field(default_factory=new_key)
