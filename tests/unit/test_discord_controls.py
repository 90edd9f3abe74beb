"""Buttons, selects and forms: what is put into them comes back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord import controls
from adapters.discord.controls import Pressed, choices_view, form_view, modal, pressed
from bot.commands import Field, Form, Kind
from bot.platform import Choice, Choices
from tests.support.texts import own_texts

TEXTS = own_texts()
FORM = Form(
    name="note",
    fields=(
        Field(name="kind", kind=Kind.OPTION, options=("a", "b"), default="b"),
        Field(name="text", kind=Kind.LONG_TEXT, longest=5000),
        Field(name="hour", kind=Kind.TIME, default="9:00"),
        Field(name="more", kind=Kind.TEXT, required=False),
    ),
)
NAMES = st.text(alphabet="abc|%/ é", min_size=1, max_size=40)


def parts_of(choices: Choices) -> list[dict[str, Any]]:
    view = choices_view(choices)
    assert view is not None
    return [part for row in view.to_components() for part in row["components"]]


@given(st.text(alphabet="abc|%/é", min_size=1, max_size=60), NAMES, st.sampled_from([None, "note"]))
async def test_what_a_control_means_comes_back_from_it(
    prompt: str, choice: str, form: str | None
) -> None:
    """Whatever characters the ids have, and however long they are."""
    option = Choice(id=choice, label="x", form=form)

    (part,) = parts_of(Choices(prompt=prompt, options=(option,)))

    assert len(part["custom_id"]) <= 100
    values = [option["value"] for option in part.get("options", [])]
    assert pressed(part["custom_id"], values) == Pressed(prompt, choice, form)


async def test_what_is_not_ours_means_nothing() -> None:
    assert pressed("something else") is None
    assert controls.filled("something|else") is None


@pytest.mark.parametrize(("count", "kinds"), [(1, {2}), (10, {2}), (11, {3}), (25, {3})])
async def test_many_options_become_a_list(count: int, kinds: set[int]) -> None:
    options = tuple(Choice(id=str(n), label=str(n)) for n in range(count))

    assert {part["type"] for part in parts_of(Choices(prompt="p", options=options))} == kinds


async def test_more_than_discord_shows_is_refused_not_cut() -> None:
    options = tuple(Choice(id=str(n), label=str(n)) for n in range(26))

    with pytest.raises(controls.TooManyChoicesError):
        choices_view(Choices(prompt="p", options=options))


async def test_no_view_stays_in_memory() -> None:
    """discord.py keeps unfinished views; a bot that asks daily would grow without end."""
    view = choices_view(Choices(prompt="p", options=(Choice(id="a", label="a"),)))

    assert view is not None
    assert view.is_finished()
    assert form_view(FORM, "p", TEXTS, "en").is_finished()
    assert modal(FORM, "p", TEXTS, "en").is_finished()


async def test_a_form_asks_as_the_table_says() -> None:
    shown = modal(FORM, "note/3", TEXTS, "en").to_dict()
    inner = {part["component"]["custom_id"]: part["component"] for part in shown["components"]}

    assert controls.filled(shown["custom_id"]) == ("note", "note/3")
    assert list(inner) == ["kind", "text", "hour", "more"]
    assert [o.get("default", False) for o in inner["kind"]["options"]] == [False, True]
    assert inner["text"]["style"] == 2
    assert inner["text"]["max_length"] == 4000
    assert inner["hour"]["value"] == "9:00"
    # An empty answer means the default, so only what has none must be filled in.
    assert [part.get("required") for part in inner.values()] == [False, True, False, False]


def test_what_was_filled_in_is_read_by_field() -> None:
    submitted: list[dict[str, Any]] = [
        {"type": 18, "component": {"type": 3, "custom_id": "kind", "values": []}},
        {"type": 18, "component": {"type": 4, "custom_id": "text", "value": "words"}},
        {"type": 10},
    ]

    assert controls.values_of(submitted) == {"kind": "", "text": "words"}
