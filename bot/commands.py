"""The one table of commands and forms.

Every platform's menus, forms, help and permissions come from it. Texts are found by name:
command `checkin pause` is described by the message `command-checkin-pause` (attribute
`.example`: a line to copy; `.words`: what else a language calls it, apart by commas), its
argument `until` by `argument-until`; form `join` by `form-join` (its title) and its field
`hour` by `form-join-hour` (label; attribute `.hint`: what to type; for an option `yes`:
`form-join-adult-yes`).
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import pairwise
from typing import Any

from bot.errors import HandrailError
from bot.platform import Action, Address


class Role(IntEnum):
    """Who may do something; each includes those before it."""

    ANYONE = 0
    MEMBER = 1
    PEER_SUPPORTER = 2
    FACILITATOR = 3
    MODERATOR = 4
    OWNER = 5


class Kind(StrEnum):
    """How an argument or a field is read; the core reads it, platforms may suggest values."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    TIME = "time"
    DAY = "day"
    PLACE = "place"
    MEETING = "meeting"
    MEMBER = "member"
    OPTION = "option"


class FirstResponse(StrEnum):
    """What a platform that must answer at once shows before the handler has run."""

    FORM = "form"
    PRIVATE = "private"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of a command; the last one typed takes the rest of the line."""

    name: str
    kind: Kind
    required: bool = True
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """Somebody types an argument, and their platform can offer what it might become.

    Args:
        typed: what stands there so far.
        locale: the client's language tag.
        space: where they type it; None in direct messages.
    """

    kind: Kind
    argument: str
    typed: str
    locale: str
    actor: Address
    space: str | None


Suggest = Callable[[Typing], Awaitable[Sequence[tuple[str, str]]]]
"""What an argument might become: labels and values. Asked at every key, and of no use later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of a form.

    Args:
        default: what is filled in beforehand, and what an empty answer means.
        longest: characters taken; more are refused with a hint, never cut silently.
    """

    name: str
    kind: Kind
    required: bool = True
    default: str = ""
    options: tuple[str, ...] = ()
    longest: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Up to five questions that are asked at once, or one after another where forms are missing."""

    name: str
    fields: tuple[Field, ...]

    def text_id(self, field: Field | None = None, option: str = "") -> str:
        """The message that titles the form, labels a field, or names an option of it."""
        parts = ["form", self.name, *([field.name] if field else []), *([option] if option else [])]
        return "-".join(parts)


# One word, or several between quotes: straight ones, or those that phones make of them.
_QUOTED = r'"([^"]*)"|“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»'
_WORD = re.compile(rf"(?:{_QUOTED})(?!\S)|(\S+)")
_ALL_QUOTED = re.compile(_QUOTED)

Handler = Callable[[Any], Sequence[Action]]
"""A plain function of one `bot.turn.Turn`; runs inside the event's transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing that people can say.

    Args:
        name: one or two words; the first is the group.
        needs: checked in the core for every call, on every platform.
        form: opened at once where `first_response` is FORM.
        listed: shown in `help` and in menus.
        on_messages: offered at each message as well, as its text's `.menu`, where a platform has
            such menus; what comes of it is a `bot.platform.Reported`.
        admits: lets in somebody whom `needs` does not, by a list of the feature's own, for this
            command only.
        used: whether it is of any use where it is said; None: everywhere. `help` and buttons that
            lead everywhere leave it out where it is not.
    """

    name: str
    handler: Handler
    arguments: tuple[Argument, ...] = ()
    needs: Role = Role.MEMBER
    first_response: FirstResponse = FirstResponse.PRIVATE
    form: str | None = None
    aliases: tuple[str, ...] = ()
    listed: bool = True
    on_messages: bool = False
    admits: Callable[[Any], bool] | None = None
    used: Callable[[Any], bool] | None = None

    @property
    def text_id(self) -> str:
        return "command-" + self.name.replace(" ", "-")


class UnknownCommandError(HandrailError):
    """Nothing in the table is called that; the member is shown the nearest name and `help`."""

    text_id = "command-unknown"


class ArgumentsError(HandrailError):
    """The words behind a command do not fit; the member gets an example to copy."""

    text_id = "command-arguments"


class CommandTable:
    """All commands and forms, by name. Raises ValueError on two of the same name."""

    def __init__(self, commands: Sequence[Command], forms: Sequence[Form]) -> None:
        self._by_name: dict[str, Command] = {}
        for command in commands:
            for name in (command.name, *command.aliases):
                if name in self._by_name:
                    raise ValueError(f"two commands are called {name!r}")
                self._by_name[name] = command
        self._commands = tuple(commands)
        self._forms = {form.name: form for form in forms}

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands)

    def form(self, name: str) -> Form:
        """The form of that name. Raises: KeyError."""
        return self._forms[name]

    @property
    def forms(self) -> tuple[Form, ...]:
        return tuple(self._forms.values())

    def names(self) -> tuple[str, ...]:
        """Every name and alias, for suggestions."""
        return tuple(self._by_name)

    def named(self, name: str) -> Command | None:
        return self._by_name.get(name)

    def read(self, typed: str) -> tuple[Command, dict[str, str]] | None:
        """A typed line as a command with its arguments as strings; None if it begins with none.

        The longest name wins ("checkin pause" before "checkin"). A line that goes on behind a
        command without arguments ("help me") does not mean that command. Quotes hold words
        together, and a meeting's name reaches to the option behind it; the last argument is the
        rest of the line, as it was typed.
        Raises: ArgumentsError if words are missing.
        """
        words = typed.split()
        for length in (2, 1):
            name = " ".join(words[:length]).casefold().rstrip(".!?")
            command = self._by_name.get(name)
            if command is None or len(words) < length:
                continue
            rest = typed.split(maxsplit=length)[length:]
            if not rest or command.arguments:
                return command, _arguments(command, rest[0] if rest else "")
        return None


def _arguments(command: Command, typed: str) -> dict[str, str]:
    """The words behind the name, matched to the declared arguments in order."""
    given: dict[str, str] = {}
    rest = typed.strip()
    for argument, following in pairwise(command.arguments):
        if argument.kind is Kind.MEETING and following.options and (name := _name(rest, following)):
            given[argument.name] = name
            rest = rest[len(name) :].lstrip()
        elif word := _WORD.match(rest):
            given[argument.name] = _unquoted(word)
            rest = rest[word.end() :].lstrip()
    if command.arguments and rest:
        quoted = _ALL_QUOTED.fullmatch(rest)
        given[command.arguments[-1].name] = _unquoted(quoted) if quoted else rest
    missing = [a.name for a in command.arguments if a.required and not given.get(a.name)]
    if missing:
        raise ArgumentsError(f"{command.name} misses {missing}", command=command.name)
    return given


def _name(typed: str, following: Argument) -> str:
    """The words of a name without quotes: up to the first that is an option of the next argument.

    Without such a word, all of them where that argument may be missing, else none.
    """
    if _WORD.match(typed) is None or _ALL_QUOTED.match(typed):
        return ""
    words = list(re.finditer(r"\S+", typed))
    for word in words[1:]:
        if word[0].casefold() in following.options:
            return typed[: word.start()].rstrip()
    return typed if not following.required else ""


def _unquoted(word: re.Match[str]) -> str:
    return next(part for part in word.groups() if part is not None)
