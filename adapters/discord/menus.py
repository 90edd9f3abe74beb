"""The command table as Discord's application commands.

A name of two words is a subcommand of the group that its first word names. A group cannot be
used by itself, so a command that is called like a group stands in it as `show`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import discord

from adapters.discord.controls import text_or
from adapters.discord.markdown import cut
from bot.commands import Argument, Command, CommandTable, Kind
from bot.texts import FALLBACK, Texts

Json = dict[str, Any]

ITSELF = "show"
GUILD, BOT_DM = 0, 1
_CHAT_INPUT, _SUBCOMMAND, _STRING = 1, 1, 3
_LONGEST_DESCRIPTION, _LONGEST_CHOICE = 100, 100
_MOST_COMMANDS, _MOST_IN_A_GROUP, _MOST_CHOICES = 100, 25, 25


class Menus:
    """What Discord is told of the table, and how its answers are read.

    Raises: ValueError if the table does not fit into Discord's menus.
    """

    def __init__(self, table: CommandTable, texts: Texts) -> None:
        self._texts = texts
        self._paths: dict[str, Command] = {}
        listed = [command for command in table if command.listed]
        groups = {c.name.split()[0] for c in listed if len(c.name.split()) == 2}
        for command in listed:
            path = f"{command.name} {ITSELF}" if command.name in groups else command.name
            if path in self._paths:
                raise ValueError(f"two commands would be called /{path}")
            self._paths[path] = command

    def payload(self, contexts: Sequence[int] | None = None) -> list[Json]:
        """All commands as Discord takes them.

        Args:
            contexts: where they are offered (GUILD, BOT_DM); None for commands of one guild.
        """
        tops: dict[str, Json] = {}
        for path, command in self._paths.items():
            first, _, second = path.partition(" ")
            if not second:
                tops[first] = self._command(first, command)
                continue
            group = tops.setdefault(
                first,
                {
                    "name": first,
                    "type": _CHAT_INPUT,
                    # Clients never show a group's own description.
                    **self._described(command.text_id, command.name),
                    "options": [],
                },
            )
            group["options"].append(self._command(second, command) | {"type": _SUBCOMMAND})
            if len(group["options"]) > _MOST_IN_A_GROUP:
                raise ValueError(f"/{first} has more than {_MOST_IN_A_GROUP} commands")
        if len(tops) > _MOST_COMMANDS:
            raise ValueError(f"more than {_MOST_COMMANDS} commands")
        if contexts is not None:
            for top in tops.values():
                top |= {"contexts": list(contexts), "integration_types": [0]}
        return list(tops.values())

    def command(self, data: Mapping[str, Any]) -> tuple[Command, dict[str, str]] | None:
        """The command and arguments of an interaction; None if the table has it no longer."""
        words, options = [str(data["name"])], data.get("options") or []
        while options and options[0]["type"] in (_SUBCOMMAND, 2):
            words.append(str(options[0]["name"]))
            options = options[0].get("options") or []
        command = self._paths.get(" ".join(words))
        if command is None:
            return None
        return command, {str(o["name"]): str(o.get("value", "")) for o in options}

    def _command(self, name: str, command: Command) -> Json:
        # Discord wants the required ones first.
        arguments = sorted(command.arguments, key=lambda argument: not argument.required)
        return {
            "name": name,
            "type": _CHAT_INPUT,
            **self._described(command.text_id, command.name),
            "options": [self._argument(argument) for argument in arguments],
        }

    def _argument(self, argument: Argument) -> Json:
        option: Json = {
            "name": argument.name,
            "type": _STRING,
            **self._described(f"argument-{argument.name}", argument.name),
            "required": argument.required,
        }
        if argument.kind is Kind.OPTION and argument.options:
            option["choices"] = [
                {"name": cut(value, _LONGEST_CHOICE), "value": value}
                for value in argument.options[:_MOST_CHOICES]
            ]
        return option

    def _described(self, text_id: str, otherwise: str) -> Json:
        described: Json = {
            "description": cut(
                text_or(self._texts, FALLBACK, text_id, otherwise), _LONGEST_DESCRIPTION
            )
        }
        translated = {
            tag: cut(self._texts.line(language, text_id), _LONGEST_DESCRIPTION)
            for language in self._texts.languages
            if language != FALLBACK and self._texts.has(language, text_id)
            for tag in _tags(language)
        }
        return described | ({"description_localizations": translated} if translated else {})


def fingerprint(payload: Sequence[Json]) -> bytes:
    """Changes whenever the payload does."""
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).digest()


def _tags(language: str) -> Iterator[str]:
    """Discord's tags of a language: "es" is es-ES and es-419."""
    for locale in discord.Locale:
        if str(locale.value).split("-")[0] == language:
            yield str(locale.value)
