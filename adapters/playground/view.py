"""How the world, the commands and the forms look to one account, as frames."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.playground import wire
from adapters.playground.world import Account, File, Message, Room, RoomKind, World
from bot import richtext
from bot.commands import CommandTable, Form, Role
from bot.texts import Texts

# What a browser draws without running anything in it; SVG may carry a script.
IMAGES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})

# Name and topic, by a channel's id or another room's kind.
_ROOM_TEXTS = {
    "welcome": ("playground-room-welcome", "playground-topic-welcome"),
    "general": ("playground-room-general", "playground-topic-general"),
    "staff": ("playground-room-staff", "playground-topic-staff"),
    "direct": ("playground-room-direct", "playground-topic-direct"),
    "private": ("playground-room-private", "playground-topic-private"),
}


def shown_accounts(world: World) -> list[wire.ShownAccount]:
    """Everybody that the page can be."""
    return [
        {"id": account.id, "name": account.name, "moderator": is_moderator(account)}
        for account in world.accounts.values()
    ]


def is_moderator(account: Account) -> bool:
    """Whether the demo's server says so."""
    return "moderator" in account.roles


def shown_rooms(world: World, account: str, texts: Texts, language: str) -> list[wire.ShownRoom]:
    """The rooms that the account sees, in the order of the list."""
    return [
        _shown_room(room, texts, language, writable=world.may_write(account, room))
        for room in world.rooms_of(account)
    ]


def _shown_room(room: Room, texts: Texts, language: str, *, writable: bool) -> wire.ShownRoom:
    kind = "channel" if room.kind is RoomKind.STAFF else room.kind.value
    name, topic = _ROOM_TEXTS[room.id if kind == "channel" else kind]
    return {
        "id": room.id,
        "kind": kind,
        "name": room.name or texts.line(language, name),
        "topic": texts.line(language, topic),
        "closed": room.closed or not writable,
    }


def shown_message(message: Message) -> wire.ShownMessage:
    """The message for whoever sees it; it looks the same to all of them."""
    choices: wire.ShownChoices | None = None
    if message.choices:
        choices = {
            "prompt": message.choices.prompt,
            "options": [
                {"id": option.id, "label": option.label, "tone": option.tone}
                for option in message.choices.options
            ],
        }
    return {
        "id": message.id,
        "room": message.room,
        "author": message.author,
        "at": message.at.isoformat(),
        "body": richtext.to_data(message.body),
        "only_you": message.only_for is not None,
        "edited": message.edited,
        "rings": message.rings,
        "answers": message.answers,
        "choices": choices,
        "files": [_shown_file(file) for file in message.files],
    }


def _shown_file(file: File) -> wire.ShownFile:
    return {
        "name": file.name,
        "url": f"/playground/files/{file.id}",
        "description": file.description,
        "image": file.content_type in IMAGES,
    }


def shown_commands(
    commands: CommandTable, account: Account, texts: Texts, language: str
) -> list[wire.ShownCommand]:
    """The listed commands; the core decides who may, the list only leaves out the team's."""
    most = Role.OWNER if is_moderator(account) else Role.MEMBER
    return [
        {
            "name": command.name,
            "words": ", ".join(
                _line(texts, language, f"argument-{argument.name}") or argument.name
                for argument in command.arguments
            ),
            "summary": _line(texts, language, command.text_id),
        }
        for command in commands
        if command.listed and command.needs <= most
    ]


def form_frame(
    form: Form,
    texts: Texts,
    language: str,
    *,
    account: str,
    room: str,
    prompt: str,
    message: str | None,
    values: Mapping[str, str],
) -> wire.FormFrame:
    """The form as a dialog; `values` are what was answered before."""
    fields: list[wire.ShownField] = [
        {
            "name": field.name,
            "kind": field.kind.value,
            "label": _line(texts, language, form.text_id(field)) or field.name,
            "hint": _line(texts, language, form.text_id(field) + ".hint"),
            "required": field.required,
            "value": values.get(field.name, field.default),
            "options": [
                {
                    "id": option,
                    "label": _line(texts, language, form.text_id(field, option)) or option,
                }
                for option in field.options
            ],
            "longest": field.longest,
        }
        for field in form.fields
    ]
    return {
        "type": "form",
        "account": account,
        "form": form.name,
        "prompt": prompt,
        "room": room,
        "message": message,
        "title": _line(texts, language, form.text_id()) or form.name,
        "fields": fields,
    }


def _line(texts: Texts, language: str, text_id: str) -> str:
    """A text that may be left out (a hint, a summary): then nothing."""
    try:
        return texts.line(language, text_id)
    except KeyError:
        return ""
