"""What the adapters are told by their platforms, bent out of shape."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from adapters.matrix import receiving
from adapters.playground import session, wire
from adapters.playground.adapter import PLATFORM, PlaygroundAdapter
from bot.commands import CommandTable
from bot.platform import Address, Audience, Choice, Choices, Chose, Event, FormFilled, Said, Say
from bot.richtext import paragraph
from tests.contract.rooms_playground import HandClock
from tests.fuzz.amounts import LONG, Counted, throw
from tests.fuzz.arena import place_of_error
from tests.fuzz.matrix import EVENTS
from tests.fuzz.playground import FORM, frames
from tests.fuzz.table import INPUTS
from tests.support.matrix_offline import BOT, Offline, offline
from tests.support.state import MemoryState
from tests.support.texts import own_features, own_texts

pytestmark = pytest.mark.timeout(3600 if LONG else 300)


_LIVES = 200  # inputs
_FARTHEST = (ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Pago_Pago"))


class Log:
    """What went wrong inside."""

    def __init__(self) -> None:
        self.errors: list[str] = []

    def error(self, name: str, **values: object) -> None:
        self.errors.append(f"{name} {values} {place_of_error()}")

    def warning(self, name: str, **values: object) -> None:
        """What others do wrong is said in warnings."""


def test_bent_events_of_matrix_are_read_in_part_or_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Counted
) -> None:
    """None ends the bot, hides others, or gives anybody what the room's state does not."""
    log, done = Log(), list[type[Event]]()
    monkeypatch.setattr(receiving, "log", log)
    with asyncio.Runner() as runner:
        bots = Bots(runner, tmp_path)

        def one(given: tuple[str, list[dict[str, Any]]]) -> None:
            room, events = given
            for event in runner.run(bots.next().syncs(room, *events)):
                done.append(type(event))
                for zone in _FARTHEST:
                    event.at.astimezone(zone)
                assert isinstance(event.id, str)
                assert event.actor.user
                if isinstance(event, Chose):
                    assert event.actor.user != BOT
                    assert (event.prompt, event.choice) in (("mood", "good"), ("mood", "bad"))
            assert log.errors == []

        thrown = throw(EVENTS, one, short=100, long=12_000)
        bots.close()
    assert len(done) > thrown / 10, "hardly any was read"
    assert {Said, Chose} <= set(done)
    record_property(INPUTS + "events of Matrix", thrown)


class Bots:
    """One after another: rooms that were bent stay so."""

    def __init__(self, runner: asyncio.Runner, folder: Path) -> None:
        self._runner, self._folder = runner, folder
        self._coming: AbstractAsyncContextManager[Offline] | None = None
        self._bot: Offline

    def next(self) -> Offline:
        """The bot for the next input."""
        if self._coming is None or self._bot.counted >= _LIVES:
            self.close()
            self._coming = offline(self._folder)
            self._bot = self._runner.run(self._coming.__aenter__())
        return self._bot

    def close(self) -> None:
        if self._coming is not None:
            self._runner.run(self._coming.__aexit__(None, None, None))


async def _asked(adapter: PlaygroundAdapter) -> str:
    """A question with buttons in somebody's direct messages. Returns: its message's id."""
    options = (Choice(id="good", label="Good"), Choice(id="form", label="More", form=FORM))
    to = Address(PLATFORM, channel="direct:member-1", user="member-1")
    choices = Choices(prompt="mood", options=options)
    say = Say(to=to, body=paragraph("How?"), audience=Audience.DIRECT, choices=choices)
    message = (await adapter.perform(say)).message
    assert message is not None
    return message


def test_bent_frames_of_the_page_do_what_their_account_may_or_nothing(
    monkeypatch: pytest.MonkeyPatch, record_property: Counted
) -> None:
    """No frame breaks the page's connection, or acts for somebody in a place not theirs."""
    log, events, done = Log(), list[Event](), list[type[Event]]()
    monkeypatch.setattr(session, "log", log)
    features = own_features()
    table = CommandTable(
        [command for feature in features for command in feature.commands],
        [form for feature in features for form in feature.forms],
    )

    async def sink(event: Event) -> None:
        events.append(event)

    with asyncio.Runner() as runner:
        adapter = PlaygroundAdapter(own_texts(), MemoryState(), HandClock())
        loop = runner.get_loop()
        running = loop.create_task(adapter.run(sink, table))
        runner.run(adapter.core())
        page, asked = session.Session(adapter), runner.run(_asked(adapter))
        world = runner.run(adapter.world())

        def one(text: str) -> None:
            events.clear()
            try:
                frame = wire.read(text)
            except wire.WireError:
                return
            runner.run(page.hear(frame))
            while not page.outgoing.empty():
                told = page.outgoing.get_nowait()
                assert told is not None, "the page is let go"
                wire.write(told).encode()
                assert told["type"] != "heard" or told.get("problem") != "ours"
            for event in events:
                account = world.accounts[str(event.actor.user)]
                assert event.roles == account.roles
                assert not event.direct or event.where.user == account.id
                assert event.where.channel is not None
                room = world.rooms[event.where.channel]
                assert world.sees_room(account.id, room)
                said = event.text if isinstance(event, Said) else ""
                said.encode()
                done.append(type(event))
            assert log.errors == []

        thrown = throw(frames(asked), one, short=150, long=14_000)
        running.cancel()
    assert len(done) > thrown / 10, "hardly any was read"
    assert set(done) >= ({Said, Chose, FormFilled} if LONG else {Said, FormFilled})
    record_property(INPUTS + "frames of the playground", thrown)
