"""What a page and the server say to each other: one JSON object per WebSocket frame.

Ids travel as strings: a 63-bit number would lose digits in JavaScript.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal, NotRequired, TypedDict

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)

LONGEST_TEXT = 10_000
"""Characters in one message or one answer."""

LONGEST_FRAME = 256 * 1024
"""Bytes in one frame: a form of five long answers in a script of four bytes a character."""


class WireError(Exception):
    """A frame is not one of ours; the page sent nonsense, or is an old one."""


def _mended(text: object) -> object:
    """Half characters and NUL, which neither UTF-8 nor PostgreSQL takes, become U+FFFD."""
    if not isinstance(text, str):
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "\ufffd")


Words = Annotated[str, BeforeValidator(_mended), StringConstraints(max_length=LONGEST_TEXT)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9:_-]{1,80}$")]
Name = Annotated[str, BeforeValidator(_mended), StringConstraints(max_length=200)]
Prompt = Annotated[str, BeforeValidator(_mended), StringConstraints(max_length=60)]


class _Frame(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Hello(_Frame):
    """The page shows this account; everything it may see is sent."""

    type: Literal["hello"] = "hello"
    account: Id
    language: Annotated[str, StringConstraints(max_length=35)]
    zone: Annotated[str, StringConstraints(max_length=64)] = ""


class _Deed(_Frame):
    """Something that the account did; the page repeats it with the same id until it is heard."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")]
    account: Id


class Typed(_Deed):
    """Words typed into a room."""

    type: Literal["say"] = "say"
    room: Id
    text: Words


class Pressed(_Deed):
    """A button of a message."""

    type: Literal["press"] = "press"
    message: Id
    choice: Name


class Filled(_Deed):
    """A form was sent; `message` is the one whose button opened it."""

    type: Literal["fill"] = "fill"
    room: Id
    form: Name
    prompt: Prompt
    message: Id | None = None
    values: Annotated[dict[Name, Words], Field(max_length=25)]


class Moved(_Deed):
    """The clock shall show this moment."""

    type: Literal["move"] = "move"
    to: Annotated[AwareDatetime, Field(strict=False)]


Deed = Typed | Pressed | Filled | Moved
FromPage = Hello | Deed
_from_page: TypeAdapter[FromPage] = TypeAdapter(Annotated[FromPage, Field(discriminator="type")])


def read(frame: str) -> FromPage:
    """A frame from the page. Raises: WireError."""
    try:
        return _from_page.validate_python(json.loads(frame))
    except (ValidationError, ValueError, RecursionError) as error:
        # What it says may be somebody's words: only its kind goes on.
        raise WireError(type(error).__name__) from None


# --- what the page is told


class ShownAccount(TypedDict):
    """One of the demo's people."""

    id: str
    name: str
    moderator: bool


class ShownRoom(TypedDict):
    """A room in the list; `kind` is channel, direct or private."""

    id: str
    kind: str
    name: str
    topic: str
    closed: bool


class ShownFile(TypedDict):
    """An attachment; `image` where the page shows it by itself."""

    name: str
    url: str
    description: str
    image: bool


class ShownOption(TypedDict):
    """A button."""

    id: str
    label: str
    tone: str


class ShownChoices(TypedDict):
    """The buttons of a message."""

    prompt: str
    options: list[ShownOption]


class ShownMessage(TypedDict):
    """A message, new or changed; `author` is an account's id, None for the bot.

    `body` is `richtext.to_data`.
    """

    id: str
    room: str
    author: str | None
    at: str
    body: list[dict[str, Any]]
    only_you: bool
    edited: bool
    rings: bool
    answers: str | None
    choices: ShownChoices | None
    files: list[ShownFile]


class ShownCommand(TypedDict):
    """A command for the suggestions."""

    name: str
    words: str
    summary: str


class ShownOptionOfField(TypedDict):
    """A possible answer."""

    id: str
    label: str


class ShownField(TypedDict):
    """One question of a form; `kind` as in `bot.commands.Kind`."""

    name: str
    kind: str
    label: str
    hint: str
    required: bool
    value: str
    options: list[ShownOptionOfField]
    longest: int


class WorldFrame(TypedDict):
    """All that the account may see; replaces what the page showed."""

    type: Literal["world"]
    account: str
    language: str
    now: str
    accounts: list[ShownAccount]
    rooms: list[ShownRoom]
    messages: list[ShownMessage]
    commands: list[ShownCommand]


class MessageFrame(TypedDict):
    """A message to show, in place of an older one of the same id."""

    type: Literal["message"]
    message: ShownMessage


class RemovedFrame(TypedDict):
    """A message is gone."""

    type: Literal["removed"]
    room: str
    id: str


class RoomsFrame(TypedDict):
    """The rooms have changed."""

    type: Literal["rooms"]
    rooms: list[ShownRoom]


class FormFrame(TypedDict):
    """Open this form."""

    type: Literal["form"]
    account: str
    form: str
    prompt: str
    room: str
    message: str | None
    title: str
    fields: list[ShownField]


class ClockFrame(TypedDict):
    """The playground's time."""

    type: Literal["clock"]
    now: str


class StirFrame(TypedDict):
    """Others than the account shown have got a message."""

    type: Literal["stir"]
    accounts: list[str]


class HeardFrame(TypedDict):
    """A deed has had its effect; `problem` is the end of a label's name if it could not."""

    type: Literal["heard"]
    id: str
    problem: NotRequired[str]


ToPage = (
    WorldFrame
    | MessageFrame
    | RemovedFrame
    | RoomsFrame
    | FormFrame
    | ClockFrame
    | StirFrame
    | HeardFrame
)


def write(frame: ToPage) -> str:
    """A frame to the page."""
    return json.dumps(frame, separators=(",", ":"))
