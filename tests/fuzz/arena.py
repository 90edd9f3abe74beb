"""A running community that things are thrown at, and what it says to them."""

from __future__ import annotations

import asyncio
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

import structlog
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from adapters.memory import MemoryAdapter
from bot.commands import Argument, Command, CommandTable, Form, Kind
from bot.platform import (
    Action,
    Address,
    Chose,
    Commanded,
    Event,
    FormFilled,
    Reply,
    Reported,
    Said,
    Say,
)
from storage import members
from storage.database import Transaction
from tests.fuzz.hostile import TYPED
from tests.fuzz.judging import faults
from tests.support.world import World, running

SPACE = "harbour"
PEOPLE = {
    "ada": frozenset[str](),
    "ben": frozenset[str](),
    "mia": frozenset({"moderator"}),
    "olu": frozenset({"owner", "moderator"}),
    "stranger": frozenset[str](),
}
GIVEN = {
    Kind.TEXT: "English",
    Kind.LONG_TEXT: "a few words",
    Kind.TIME: "9:30",
    Kind.DAY: "tomorrow",
    Kind.PLACE: "Madrid",
    Kind.MEETING: "Evening group",
    Kind.MEMBER: "ada",
}
_LONGEST_PROMPT, _LONGEST_CHOICE, _LONGEST_FORGED = 60, 40, 40
_REJOIN_EVERY, _CLOCK_EVERY = 60, 25


@dataclass(frozen=True)
class Deed:
    """What somebody does. Args: forms: the platform has forms, and waits."""

    kind: type[Event]
    who: str
    direct: bool
    forms: bool
    more: dict[str, Any]


def deeds(table: CommandTable, prompts: list[str]) -> SearchStrategy[Deed]:
    """Every command, form and prompt there is, with hostile words in it; and plain words."""
    commands = sorted(table, key=lambda command: command.name)
    forms = sorted(table.forms, key=lambda form: form.name)

    @st.composite
    def deed(draw: DrawFn) -> Deed:
        kind = draw(
            st.sampled_from([Commanded, Commanded, Said, Said, FormFilled, Chose, Reported])
        )
        more: dict[str, Any]
        if kind is Commanded:
            command = draw(st.sampled_from(commands))
            more = {"name": command.name, "args": draw(_args(command))}
        elif kind is Said:
            more = {"text": draw(_line(commands)), "addressed": True}
        elif kind is FormFilled:
            form = draw(st.sampled_from(forms))
            prompt = draw(st.sampled_from([form.name, "", *prompts]) | _detailed(prompts))
            more = {"form": form.name, "prompt": prompt, "values": draw(_values(form))}
        elif kind is Chose:
            more = {"prompt": draw(_detailed(prompts)), "choice": draw(_choice())}
        else:
            more = {"reported": draw(TYPED)[:80], "quote": draw(TYPED)}
        who = draw(st.sampled_from(sorted(PEOPLE)))
        return Deed(kind, who, draw(st.booleans()), draw(st.booleans()), more)

    return deed()


def _word(argument: Argument) -> SearchStrategy[str]:
    ours = st.sampled_from(argument.options or (GIVEN[argument.kind],))
    return TYPED | TYPED | ours


@st.composite
def _args(draw: DrawFn, command: Command) -> dict[str, str]:
    return {each.name: draw(_word(each)) for each in command.arguments}


@st.composite
def _line(draw: DrawFn, commands: list[Command]) -> str:
    if draw(st.booleans()):
        return draw(TYPED)
    command = draw(st.sampled_from(commands))
    return " ".join([command.name, *(draw(_word(each)) for each in command.arguments)])


@st.composite
def _values(draw: DrawFn, form: Form) -> dict[str, str]:
    return {
        each.name: draw(TYPED | TYPED | st.sampled_from(each.options or (GIVEN[each.kind],)))
        for each in form.fields
    }


def _detailed(prompts: list[str]) -> SearchStrategy[str]:
    details = st.sampled_from(["1", "2026-11-23", "1/2", "09:00/Europe/Berlin", "x/" * 25]) | TYPED
    return st.tuples(st.sampled_from(prompts), details).map(
        lambda both: "/".join(both)[:_LONGEST_FORGED]
    )


def _choice() -> SearchStrategy[str]:
    return st.sampled_from(["yes", "no", "off", "on", "stop", "1", "good", "again"]) | TYPED


class Log:
    """What of the log tells of a mistake of ours."""

    def __init__(self) -> None:
        self.broke: list[str] = []

    def __call__(self, _: Any, __: str, entry: MutableMapping[str, Any]) -> NoReturn:
        if entry["event"].endswith("_broke") or entry.get("exc_info"):
            self.broke.append(f"{entry['event']}: {place_of_error()}")
        raise structlog.DropEvent


def place_of_error() -> str:
    """The error that is being handled, and where in our code it arose."""
    kind, error, trace = sys.exc_info()
    if kind is None:
        return ""
    ours = [f for f in traceback.extract_tb(trace) if "/site-packages/" not in f.filename]
    last = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"{kind.__name__} at {last}: {error}"[:200]


@dataclass
class Arena:
    """The core, its log, and everything that it has said since the last look."""

    runner: asyncio.Runner
    world: World
    log: Log
    said: list[Reply | Say] = field(default_factory=list)
    thrown: int = 0

    def throw(self, deed: Deed) -> list[str]:
        """Do it. Returns: what is wrong with what came of it."""
        self.log.broke.clear()
        self.said.clear()
        self.thrown += 1
        try:
            self.runner.run(self._throw(deed))
        except Exception as error:
            return [f"raised {type(error).__name__}: {error}"[:300]]
        wrong = list(self.log.broke)
        for action in self.said:
            wrong += faults(action.body, PEOPLE)
            if action.choices is not None:
                wrong += _unfit(action)
        return wrong

    async def _throw(self, deed: Deed) -> None:
        world = self.world
        if self.thrown % _REJOIN_EVERY == 0:
            await come_in(world)
        if self.thrown % _CLOCK_EVERY == 0:
            await world.move_by(hours=7)
        world.platform.forms = deed.forms
        room = Address("memory", space=SPACE, channel="general")
        where = Address("memory", user=deed.who) if deed.direct else room
        event = world.platform.event(deed.who, where) | {
            "roles": PEOPLE[deed.who] if not deed.direct else frozenset[str](),
            "spaces": (SPACE,),
            "direct": deed.direct,
        }
        await world.core.take(deed.kind(**event, **deed.more))
        await world.settle()

    def hear(self, action: Action) -> None:
        if isinstance(action, Reply | Say):
            self.said.append(action)


def _unfit(action: Reply | Say) -> Iterator[str]:
    choices = action.choices
    assert choices is not None
    if len(choices.prompt) > _LONGEST_PROMPT:
        yield f"a prompt of {len(choices.prompt)} characters: {choices.prompt[:20]!r}"
    if len(choices.options) > 25:
        yield "more choices than platforms have"
    for option in choices.options:
        if len(option.id) > _LONGEST_CHOICE:
            yield f"a choice of {len(option.id)} characters below {choices.prompt[:20]!r}"


async def come_in(world: World) -> None:
    """Everybody who belongs here is a member (again)."""
    world.platform.forms = True
    for name in PEOPLE:
        if name == "stranger":
            continue
        found = await world.database.read(
            lambda tx, name=name: members.member_with(tx, "memory", name)  # type: ignore[misc]
        )
        if found is None:
            await world.join(name)
        elif found.stopped_at is not None:
            await world.platform.say(name, "start")
    await world.settle()


def _community(tx: Transaction) -> None:
    members.put_community(
        tx, name="Harbour", language="en", country="US", zone="UTC", spaces_of=[("memory", SPACE)]
    )


@contextmanager
def arena(folder: Path) -> Iterator[Arena]:
    """A community with members, a moderator and an owner, in memory where there is some."""
    memory = Path("/dev/shm")
    before, log = structlog.get_config(), Log()
    structlog.configure(
        processors=[log],
        wrapper_class=structlog.make_filtering_bound_logger(0),
        cache_logger_on_first_use=False,
    )
    in_memory = TemporaryDirectory(dir=memory if memory.is_dir() else folder)
    with in_memory as at, asyncio.Runner() as runner:
        coming = running(f"sqlite:///{at}/handrail.db", platform=MemoryAdapter())
        world = runner.run(coming.__aenter__())
        try:
            runner.run(world.database.write(_community))
            runner.run(come_in(world))
            made = Arena(runner, world, log)
            world.platform.script = made.hear
            yield made
        finally:
            runner.run(coming.__aexit__(None, None, None))
            structlog.configure(**before)
