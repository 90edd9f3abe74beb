"""Buttons and forms that were shown to somebody else: pressed by another, they are not theirs."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.platform import Action, Choices, Receipt, Reply, Said, Say
from tests.fuzz.arena import GIVEN
from tests.support.buddies import Harbour, harbour
from tests.support.texts import own_features

_ENDS = ("stop", "start", "pause", "privacy erase", "buddy block", "buddy end", "buddy leave")
_FIRST = (
    "checkin notes on", "checkin extras gratitude on", "okay", "note a word", "date add Ours since"
    " 3 May 2024", "share note with my buddy for a week", "lapse yesterday", "checkin now",
    "link", "team I need a word", "privacy erase", "buddy say hello",
)  # fmt: skip


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Harbour]:
    async with harbour(f"sqlite:///{tmp_path / 'handrail.db'}", ("ada", "bo", "eve")) as made:
        await made.pairs("ada", "bo")
        yield made


def _asked(house: Harbour, who: str) -> list[Choices]:
    """Notes every question that somebody is asked."""
    found: list[Choices] = []

    def note(action: Action) -> Receipt | None:
        if isinstance(action, Reply | Say) and action.choices is not None:
            to = action.to.actor.user if isinstance(action, Reply) else action.to.user
            if to == who:
                found.append(action.choices)
        return house.script(action)

    house.world.platform.script = note
    return found


async def _held(house: Harbour, *names: str) -> dict[str, str]:
    """All that is kept about these people, by feature."""

    def read(tx: Any) -> dict[str, str]:
        return {
            f"{name}: {each.name}": json.dumps(each.export(tx, house.people[name]), default=str)
            for name in names
            for each in own_features()
        }

    return await house.world.database.read(read)


async def _everything_is_asked(house: Harbour) -> list[Choices]:
    """Ada says everything there is to say. Returns: what she was asked in answer."""
    asked, ada = _asked(house, "ada"), house.person("ada")
    for words in _FIRST:
        await ada.say(words)
    for command in sorted(house.world.core.table, key=lambda each: each.name):
        if command.name not in _ENDS:
            given = [GIVEN[each.kind] for each in command.arguments if not each.options]
            options = [each.options[0] for each in command.arguments if each.options]
            await ada.say(" ".join([command.name, *options, *given]))
    return asked


async def test_nobody_answers_in_anothers_name(house: Harbour) -> None:
    """A prompt is no secret: whoever learns it, and sends it, acts for themselves and no other."""
    asked = await _everything_is_asked(house)
    prompts = {each.prompt: each.options for each in asked}
    assert len(prompts) > 15
    before = await _held(house, "ada", "bo")

    eve = house.person("eve")
    for prompt, options in prompts.items():
        for option in options:
            await eve.choose(prompt, option.id)
            if option.form is not None:
                fields = house.world.core.table.form(option.form).fields
                values = {each.name: each.options[0] if each.options else GIVEN[each.kind]
                          for each in fields}  # fmt: skip
                await eve.send_form(option.form, prompt, **values)
        await house.person("stranger").choose(prompt, options[0].id)

    after = await _held(house, "ada", "bo")
    assert {
        name: (before[name], held) for name, held in after.items() if held != before[name]
    } == {}


async def test_an_event_with_a_known_id_does_nothing(house: Harbour) -> None:
    """Whatever it says: a platform repeats what it sent, and an id is never used twice."""
    ada, event = house.person("ada"), house.world.platform.event("ada")
    await ada.take(Said(**event, direct=True, addressed=True, text="note first"))
    before, seen = await _held(house, "ada"), list(ada.seen)

    await ada.take(Said(**event, direct=True, addressed=True, text="note first"))
    await ada.take(Said(**event, direct=True, addressed=True, text="pause"))
    await ada.choose("checkin", "okay", id=event["id"])

    assert await _held(house, "ada") == before
    assert ada.seen == seen
