"""Commands as people type them: by the names in the table, or by what our languages call them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import lru_cache

from bot.commands import ArgumentsError, Command, CommandTable, UnknownCommandError
from bot.reading.words import forms, plain
from bot.texts import Texts
from bot.turn import DOORS

_ALWAYS = frozenset({"help", "help now", "start", "stop"})
_LONGEST_NAME = 4  # words: "hablar con una persona"
_NEAR_ENOUGH = 0.6  # of difflib's ratio


class SpokenCommands:
    """Finds the command in a typed line."""

    def __init__(self, table: CommandTable, texts: Texts) -> None:
        self._table = table
        self._called = _called(tuple((command.text_id, command.name) for command in table), texts)

    def read(self, text: str) -> tuple[Command, dict[str, str]] | None:
        """The command with its arguments as typed; None if the line begins with none.

        Raises: ArgumentsError if words are missing or left over.
        """
        if (name := self._called.get(plain(text))) is not None:
            return self._table.read(name)
        if (found := self._table.read(text)) is not None:
            return found
        words = text.split()
        for length in range(min(len(words), _LONGEST_NAME), 0, -1):
            name = self._called.get(plain(" ".join(words[:length])))
            if name is not None:
                rest = text.split(maxsplit=length)[length:]
                return self._table.read(" ".join([name, *rest]))
        return None

    def always(self, text: str) -> bool:
        """Whether it is one of the commands that are no answer to an open question."""
        try:
            found = self.read(text)
        except ArgumentsError:
            return False
        if found is None or found[0].name not in _ALWAYS:
            return False
        # "stop worrying" may be somebody's note; who asks for help lines is never held up.
        return not found[1] or found[0].name == "help now"

    def unknown(self, text: str) -> UnknownCommandError:
        """The error for a line that is no command, with the nearest name there is."""
        words = " ".join(text.casefold().split()[:2])
        near = difflib.get_close_matches(words, self._table.names(), n=1, cutoff=_NEAR_ENOUGH)
        return UnknownCommandError(
            "no such command", nearest=near[0] if near else "", near=len(near)
        )


def fitting(command: Command, args: Mapping[str, str]) -> dict[str, str]:
    """The arguments, those with options as one of them. Raises: ArgumentsError."""
    given = {name: words for name, words in args.items() if words.strip()}
    for argument in command.arguments:
        words = given.get(argument.name)
        if words is None and argument.required:
            raise ArgumentsError(f"{command.name} misses {argument.name}", command=command.name)
        if words is not None and argument.options:
            given[argument.name] = words = words.casefold().strip(" .!")
            if words not in argument.options:
                raise ArgumentsError(
                    f"{command.name} got another {argument.name}", command=command.name
                )
    return given


@lru_cache(maxsize=1)  # the router and the crisis watch read by the same table
def _called(names: tuple[tuple[str, str], ...], texts: Texts) -> Mapping[str, str]:
    """What our languages call commands, in plain form, with the names in the table."""
    called: dict[str, str] = {}
    for language in texts.languages:
        for text_id, name in (*names, *DOORS):
            phrases = [texts.line(language, text_id)] if text_id.startswith("door-") else []
            if texts.has(language, f"{text_id}.words"):
                phrases += texts.line(language, f"{text_id}.words").split(",")
            called |= dict.fromkeys(forms(phrases), name)
    return called
