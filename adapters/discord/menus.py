"""The command table as Discord's application commands.

A name of two words is a subcommand of the group that its first word names. A group cannot be
used by itself, so a command that is called like a group stands in it as `show`.

What a language calls a command or an argument is the attribute `.name` of its text; without one,
or with one that Discord does not take, it keeps its own name there.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import discord
import structlog

from adapters.discord.controls import text_or
from adapters.discord.markdown import cut, length
from bot.commands import Argument, Command, CommandTable, Kind, Role, Suggest, Typing
from bot.platform import Address
from bot.texts import FALLBACK, Texts

log = structlog.get_logger(__name__)

Json = dict[str, Any]

ITSELF = "show"
GUILD, BOT_DM = 0, 1
_CHAT_INPUT, _SUBCOMMAND, _STRING, _USER = 1, 1, 3, 6
ON_MESSAGE = 3
_LONGEST_DESCRIPTION, _LONGEST_CHOICE, _LONGEST_NAME = 100, 100, 32
_MOST_COMMANDS, _MOST_IN_A_GROUP, _MOST_CHOICES = 100, 25, 25
_NAME = re.compile(r"[-_'\w]{1,32}")
_SUGGESTED = frozenset({Kind.PLACE, Kind.MEETING})
_MODERATORS = str(discord.Permissions(moderate_members=True).value)


class Menus:
    """What Discord is told of the table, and how its answers are read.

    Args:
        suggest: what is offered while an argument is typed.
    Raises: ValueError if the table does not fit into Discord's menus.
    """

    def __init__(self, table: CommandTable, texts: Texts, suggest: Suggest | None = None) -> None:
        self._texts = texts
        self._suggest = suggest
        self._paths: dict[str, Command] = {}
        listed = [command for command in table if command.listed]
        groups = {c.name.split()[0] for c in listed if len(c.name.split()) == 2}
        for command in listed:
            path = f"{command.name} {ITSELF}" if command.name in groups else command.name
            if path in self._paths:
                raise ValueError(f"two commands would be called /{path}")
            self._paths[path] = command
        self._on_messages = [command for command in table if command.on_messages]

    def payload(self, contexts: Sequence[int] | None = None) -> list[Json]:
        """All commands as Discord takes them.

        Args:
            contexts: where they are offered (GUILD, BOT_DM); None for commands of one guild.
        """
        tops: dict[str, Json] = {}
        open_to: dict[str, Role] = {}
        for path, command in self._paths.items():
            first, _, second = path.partition(" ")
            open_to[first] = min(open_to.get(first, Role.OWNER), command.needs)
            if not second:
                tops[first] = self._command(first, command)
                continue
            group = tops.setdefault(first, self._group(first, command))
            group["options"].append(self._command(second, command) | {"type": _SUBCOMMAND})
            if len(group["options"]) > _MOST_IN_A_GROUP:
                raise ValueError(f"/{first} has more than {_MOST_IN_A_GROUP} commands")
        if len(tops) > _MOST_COMMANDS:
            raise ValueError(f"more than {_MOST_COMMANDS} commands")
        for name, top in tops.items():
            if open_to[name] >= Role.MODERATOR:
                # A hint to clients, which the server's admins can change; the core decides.
                top["default_member_permissions"] = _MODERATORS
            if contexts is not None:
                top |= {"contexts": list(contexts), "integration_types": [0]}
            _drop_doubled_names(top.get("options", []))
        _drop_doubled_names(tops.values())
        return [*tops.values(), *self._at_messages(contexts)]

    def _at_messages(self, contexts: Sequence[int] | None) -> Iterator[Json]:
        """What stands in the menu of each message of a guild."""
        if contexts is not None and GUILD not in contexts:
            return
        for command in self._on_messages:
            text_id = f"{command.text_id}.menu"
            names = {
                tag: cut(self._texts.line(language, text_id), _LONGEST_NAME)
                for language in self._other_languages(text_id)
                for tag in _tags(language)
            }
            offered: Json = {
                "name": cut(text_or(self._texts, FALLBACK, text_id, command.name), _LONGEST_NAME),
                "type": ON_MESSAGE,
            }
            if names:
                offered["name_localizations"] = names
            if contexts is not None:
                offered |= {"contexts": [GUILD], "integration_types": [0]}
            yield offered

    async def suggestions(
        self, data: Mapping[str, Any], locale: str, actor: Address, space: str | None
    ) -> list[tuple[str, str]]:
        """Labels and values for the argument that somebody is typing; at most 25."""
        found = self.command(data)
        typed = _focused(data.get("options") or [])
        if found is None or typed is None:
            return []
        arguments = {argument.name: argument for argument in found[0].arguments}
        argument = arguments.get(typed[0])
        if argument is None:
            return []
        if argument.kind is Kind.OPTION:
            said = typed[1].casefold()
            named = [(self._option_name(argument, o, locale), o) for o in argument.options]
            offered = [(label, o) for label, o in named if said in label.casefold()]
        elif self._suggest is not None and argument.kind in _SUGGESTED:
            typing = Typing(
                kind=argument.kind,
                argument=argument.name,
                typed=typed[1],
                locale=locale,
                actor=actor,
                space=space,
            )
            offered = list(await self._suggest(typing))
        else:
            offered = []
        return [
            (cut(label, _LONGEST_CHOICE), value)
            for label, value in offered
            if label and 0 < length(value) <= _LONGEST_CHOICE
        ][:_MOST_CHOICES]

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

    def _group(self, name: str, first: Command) -> Json:
        return {
            "name": name,
            "type": _CHAT_INPUT,
            **self._names(f"command-{name}"),
            # Clients never show a group's own description.
            **self._described(first.text_id, first.name),
            "options": [],
        }

    def _command(self, name: str, command: Command) -> Json:
        # Discord wants the required ones first.
        arguments = sorted(command.arguments, key=lambda argument: not argument.required)
        options = [self._argument(argument) for argument in arguments]
        _drop_doubled_names(options)
        return {
            "name": name,
            "type": _CHAT_INPUT,
            # As `show` of its group it is not called like the group.
            **({} if name == ITSELF != command.name else self._names(command.text_id)),
            **self._described(command.text_id, command.name),
            "options": options,
        }

    def _argument(self, argument: Argument) -> Json:
        text_id = f"argument-{argument.name}"
        option: Json = {
            "name": argument.name,
            # Discord has a list of its own to choose a member from.
            "type": _USER if argument.kind is Kind.MEMBER else _STRING,
            **self._names(text_id),
            **self._described(text_id, argument.name),
            "required": argument.required,
        }
        if argument.kind is Kind.OPTION and 0 < len(argument.options) <= _MOST_CHOICES:
            option["choices"] = [self._choice(argument, value) for value in argument.options]
        elif argument.kind is Kind.OPTION or (self._suggest and argument.kind in _SUGGESTED):
            option["autocomplete"] = True
        return option

    def _choice(self, argument: Argument, value: str) -> Json:
        choice: Json = {"name": self._option_name(argument, value, FALLBACK), "value": value}
        text_id = f"argument-{argument.name}-{value}"
        translated = {
            tag: self._option_name(argument, value, language)
            for language in self._other_languages(text_id)
            for tag in _tags(language)
        }
        return choice | ({"name_localizations": translated} if translated else {})

    def _option_name(self, argument: Argument, value: str, locale: str) -> str:
        language = self._texts.language_for(locale)
        return cut(
            text_or(self._texts, language, f"argument-{argument.name}-{value}", value),
            _LONGEST_CHOICE,
        )

    def _names(self, text_id: str) -> Json:
        """What languages call it, where they have a name that Discord takes."""
        translated: dict[str, str] = {}
        for language in self._other_languages(f"{text_id}.name"):
            name = self._texts.line(language, f"{text_id}.name").strip()
            if _NAME.fullmatch(name) and name == name.lower():
                translated |= dict.fromkeys(_tags(language), name)
            else:
                log.warning("command_name_not_usable", text=text_id, language=language)
        return {"name_localizations": translated} if translated else {}

    def _other_languages(self, text_id: str) -> Iterator[str]:
        for language in self._texts.languages:
            if language != FALLBACK and self._texts.has(language, text_id):
                yield language

    def _described(self, text_id: str, otherwise: str) -> Json:
        described: Json = {
            "description": cut(
                text_or(self._texts, FALLBACK, text_id, otherwise), _LONGEST_DESCRIPTION
            )
        }
        translated = {
            tag: cut(self._texts.line(language, text_id), _LONGEST_DESCRIPTION)
            for language in self._other_languages(text_id)
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


def _focused(options: Sequence[Mapping[str, Any]]) -> tuple[str, str] | None:
    """Name and text of the argument that is being typed, in whatever subcommand."""
    for option in options:
        if option.get("focused"):
            return str(option["name"]), str(option.get("value", ""))
        if found := _focused(option.get("options") or []):
            return found
    return None


def _drop_doubled_names(siblings: Iterable[Json]) -> None:
    """Of two siblings that a language calls alike, both keep their own names there."""
    siblings = list(siblings)
    taken: dict[str, dict[str, int]] = {}
    for item in siblings:
        for tag, name in item.get("name_localizations", {}).items():
            counts = taken.setdefault(tag, {})
            counts[name] = counts.get(name, 0) + 1
    own = {item["name"] for item in siblings}
    for item in siblings:
        names = item.get("name_localizations", {})
        for tag, name in list(names.items()):
            if taken[tag][name] > 1 or (name in own and name != item["name"]):
                del names[tag]
        if "name_localizations" in item and not names:
            del item["name_localizations"]
