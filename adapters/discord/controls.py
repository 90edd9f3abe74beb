"""Buttons, selects and modals: choices and forms of the table, and back.

What a control means stands in its `custom_id` alone, so that it works for as long as the message
is there, whatever was restarted meanwhile:

- `c|prompt|choice` or `c|prompt|choice|form`: a button;
- `s|prompt`, with values `choice` or `choice|form`: a select;
- `f|form|prompt`: a button that only opens a form;
- `m|form|prompt`: the form itself;
- `k|key`: a button that shows what is kept for one person.

None of it is secret or trusted: the core checks what a choice asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import discord
from discord import ui

from adapters.discord.markdown import cut, length
from bot.commands import CommandTable, Field, Form, Kind
from bot.platform import Choice, Choices
from bot.texts import FALLBACK, Texts

MOST_BUTTONS = 10
MOST_OPTIONS = 25
LONGEST_ID = 100
_LONGEST_LABEL, _LONGEST_OPTION, _LONGEST_TITLE, _LONGEST_HINT = 80, 100, 45, 100
_LONGEST_INPUT = 4000
_LONGEST_PROMPT, _LONGEST_CHOICE = 60, 40  # see bot.platform; what is longer is none of ours

_STYLES = {
    "plain": discord.ButtonStyle.secondary,
    "primary": discord.ButtonStyle.primary,
    "danger": discord.ButtonStyle.danger,
}


@dataclass(frozen=True, slots=True)
class Pressed:
    """A control that somebody used. `choice` is "" for a button that only opens its form."""

    prompt: str
    choice: str
    form: str | None


class TooManyChoicesError(ValueError):
    """Discord shows at most 25 options below one message."""


def choices_view(choices: Choices | None) -> ui.View | None:
    """Buttons, five in a row; a select when they are many or their ids are long.

    Raises: TooManyChoicesError.
    """
    if choices is None or not choices.options:
        return None
    if len(choices.options) > MOST_OPTIONS:
        raise TooManyChoicesError(f"{len(choices.options)} options")
    ids = [
        _packed("c", choices.prompt, o.id, *([o.form] if o.form else [])) for o in choices.options
    ]
    if len(ids) > MOST_BUTTONS or any(length(name) > LONGEST_ID for name in ids):
        return _view([_select(choices)])
    return _view(
        ui.Button(
            style=_STYLES[option.tone], label=cut(option.label, _LONGEST_LABEL), custom_id=name
        )
        for option, name in zip(choices.options, ids, strict=True)
    )


def form_view(form: Form, prompt: str, texts: Texts, language: str) -> ui.View:
    """One button that opens a form, for where a form cannot be opened outright."""
    label = cut(form_title(form, texts, language), _LONGEST_LABEL)
    name = _packed("f", form.name, prompt)
    return _view([ui.Button(style=discord.ButtonStyle.primary, label=label, custom_id=name)])


def kept_view(key: str, label: str) -> ui.View:
    """One button that shows what is kept under a key."""
    name = _packed("k", key)
    return _view([ui.Button(label=cut(label, _LONGEST_LABEL), custom_id=name)])


def kept_key(custom_id: str) -> str | None:
    """The key of such a button; None if it is another one."""
    match _unpacked(custom_id):
        case ["k", key]:
            return key
    return None


def form_title(form: Form, texts: Texts, language: str) -> str:
    """What a form is called."""
    return text_or(texts, language, form.text_id(), form.name)


def pressed(custom_id: str, values: Iterable[str] = ()) -> Pressed | None:
    """What a button or select means; None if it is none of ours."""
    found = _pressed(custom_id, values)
    if found is None or len(found.prompt) > _LONGEST_PROMPT or len(found.choice) > _LONGEST_CHOICE:
        return None
    return found


def _pressed(custom_id: str, values: Iterable[str]) -> Pressed | None:
    match _unpacked(custom_id):
        case ["c", prompt, choice]:
            return Pressed(prompt, choice, None)
        case ["c", prompt, choice, form]:
            return Pressed(prompt, choice, form)
        case ["f", form, prompt]:
            return Pressed(prompt, "", form)
        case ["s", prompt]:
            for value in values:
                choice, _, form = value.partition("|")
                return Pressed(prompt, unquote(choice), unquote(form) or None)
    return None


def modal(form: Form, prompt: str, texts: Texts, language: str) -> ui.Modal:
    """The form as Discord opens it, in the language of whoever opens it."""
    shown = ui.Modal(
        title=cut(form_title(form, texts, language), _LONGEST_TITLE),
        custom_id=_packed("m", form.name, prompt),
    )
    for field in form.fields:
        text_id = form.text_id(field)
        hint = text_or(texts, language, f"{text_id}.hint", "")
        shown.add_item(
            ui.Label(
                text=cut(text_or(texts, language, text_id, field.name), _LONGEST_TITLE),
                description=cut(hint, _LONGEST_HINT) or None,
                component=_input(form, field, texts, language),
            )
        )
    # Submissions are read from the event, not kept in discord.py's memory until then.
    shown.stop()
    return shown


def filled(custom_id: str) -> tuple[str, str] | None:
    """Form and prompt of a submitted modal; None if it is none of ours."""
    match _unpacked(custom_id):
        case ["m", form, prompt] if len(prompt) <= _LONGEST_PROMPT:
            return form, prompt
    return None


def values_of(components: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """What was filled in, by field; an option that was not chosen is ""."""
    values: dict[str, str] = {}
    for outer in components:
        inner = outer.get("component")
        if inner is not None and "custom_id" in inner:
            chosen = inner.get("values")
            value = (chosen[0] if chosen else "") if chosen is not None else inner.get("value")
            values[inner["custom_id"]] = value or ""
    return values


def form_named(table: CommandTable, name: str | None) -> Form | None:
    """The form, or None if the table has it no longer: an old button then counts as a choice."""
    try:
        return table.form(name) if name else None
    except KeyError:
        return None


def text_or(texts: Texts, language: str, text_id: str, otherwise: str) -> str:
    """A text, or `otherwise` where no language has it."""
    if texts.has(language, text_id) or texts.has(FALLBACK, text_id):
        return texts.line(language, text_id)
    return otherwise


def _view(items: Iterable[ui.Item[ui.View]]) -> ui.View:
    view = ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    # Presses are read from the event: a finished view is not kept in discord.py's memory.
    view.stop()
    return view


def _select(choices: Choices) -> ui.Select[ui.View]:
    return ui.Select(
        custom_id=_packed("s", choices.prompt),
        options=[
            discord.SelectOption(label=cut(option.label, _LONGEST_OPTION), value=_value(option))
            for option in choices.options
        ],
    )


def _value(option: Choice) -> str:
    return "|".join([_escaped(option.id), *([_escaped(option.form)] if option.form else [])])


def _input(form: Form, field: Field, texts: Texts, language: str) -> ui.Item[ui.Modal]:
    # An empty answer means the default, so it need not be refused.
    required = field.required and not field.default
    if field.kind is Kind.OPTION:
        return ui.Select(
            custom_id=field.name,
            required=required,
            min_values=1 if required else 0,
            options=[
                discord.SelectOption(
                    label=cut(
                        text_or(texts, language, form.text_id(field, option), option),
                        _LONGEST_OPTION,
                    ),
                    value=option,
                    default=option == field.default,
                )
                for option in field.options
            ],
        )
    long = field.kind is Kind.LONG_TEXT
    return ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
        default=field.default or None,
        required=required,
        max_length=min(field.longest, _LONGEST_INPUT),
    )


def _packed(*parts: str) -> str:
    return "|".join(map(_escaped, parts))


def _unpacked(packed: str) -> list[str]:
    return [unquote(part) for part in packed.split("|")]


def _escaped(part: str) -> str:
    return part.replace("%", "%25").replace("|", "%7C")
