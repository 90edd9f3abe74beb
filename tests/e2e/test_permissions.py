"""Who may say what, and where: every command of the table, by every role, in every place.

Generated from the table that the bot runs with, so that a new command is covered by being there.
What should happen is worked out from what the table declares, and nothing else.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

import pytest
import structlog
from sqlalchemy import select

from adapters.memory import MemoryAdapter, Shown
from bot.commands import Argument, Command, FirstResponse, Kind, Role
from bot.platform import Address, Audience, Commanded, Said
from storage import community_settings, members
from storage.database import Transaction
from storage.tables import metadata
from tests.support.person import Person
from tests.support.texts import own_features
from tests.support.world import World, running

OWN, OTHER = "own-space", "other-space"
PLACES = ("direct", OWN, OTHER)
NAMED, SECRET = "Lakeside", "Heron"
"""Of the name of a meeting of the other community: what is asked for, and the rest of it."""


@dataclass(frozen=True)
class Actor:
    """Somebody, and what the platform's server says of them."""

    name: str
    role: Role
    joined: bool
    stopped: bool = False
    stated: frozenset[str] = frozenset()


ACTORS = (
    Actor("anyone", Role.ANYONE, joined=False),
    Actor("member", Role.MEMBER, joined=True),
    Actor("stopped-member", Role.MEMBER, joined=True, stopped=True),
    Actor("moderator", Role.MODERATOR, joined=True, stated=frozenset({"moderator"})),
    Actor("new-moderator", Role.MODERATOR, joined=False, stated=frozenset({"moderator"})),
    Actor("owner", Role.OWNER, joined=True, stated=frozenset({"owner", "moderator"})),
)
REFUSALS = {"NotAllowedError", "NotJoinedError", "StoppedError"}
GIVEN = {
    Kind.TEXT: "English",
    Kind.LONG_TEXT: "a few words",
    Kind.TIME: "9:30",
    Kind.DAY: "tomorrow",
    Kind.PLACE: "Madrid",
    Kind.MEETING: "Evening group",
    Kind.MEMBER: "ada",
}


class Recorder:
    """What the log says of the events."""

    def __init__(self) -> None:
        self.refused: list[str] = []
        self.broke: list[str] = []

    def __call__(self, _: Any, __: str, event: MutableMapping[str, Any]) -> NoReturn:
        if event["event"] == "event_refused":
            self.refused.append(event["error"])
        if event["event"].endswith("_broke") or event.get("exc_info"):
            self.broke.append(str(event))
        raise structlog.DropEvent


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    before = structlog.get_config()
    made = Recorder()
    everything = structlog.make_filtering_bound_logger(0)
    structlog.configure(
        processors=[made], wrapper_class=everything, cache_logger_on_first_use=False
    )
    # Its own may have been made, and kept, under another test's configuration.
    monkeypatch.setattr("bot.router.log", structlog.get_logger())
    yield made
    structlog.configure(**before)


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a disk would make thousands of commits wait for it."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


@pytest.fixture(params=[True, False], ids=["waiting", "not-waiting"])
async def world(request: pytest.FixtureRequest, in_memory: Path) -> AsyncIterator[World]:
    """A community that everybody is in, and another; platforms that wait and ones that do not."""
    async with running(
        f"sqlite:///{in_memory / 'handrail.db'}", platform=MemoryAdapter(forms=request.param)
    ) as made:
        await made.database.write(_two_communities)
        made.platform.forms = True
        for actor in ACTORS:
            if actor.joined:
                await made.join(actor.name)
            if actor.stopped:
                await made.platform.say(actor.name, "stop")
        made.platform.forms = request.param
        await made.settle()
        yield made


def _two_communities(tx: Transaction) -> None:
    for name, space in (("Harbour", OWN), ("Lake", OTHER)):
        members.put_community(
            tx, name=name, language="en", country="US", zone="UTC", spaces_of=[("memory", space)]
        )


def _where(actor: Actor, place: str) -> Address:
    if place == "direct":
        return Address("memory", user=actor.name)
    return Address("memory", space=place, channel=f"{place}-channel")


def _stated(actor: Actor, place: str) -> frozenset[str]:
    """A platform states a role where somebody has it: not in another server's channel."""
    return actor.stated if place == OWN else frozenset()


def _held(actor: Actor, place: str) -> Role:
    if place == OWN:
        return actor.role
    return min(actor.role, Role.MEMBER) if actor.joined else Role.ANYONE


def _args(command: Command) -> dict[str, str]:
    return {argument.name: _value(argument) for argument in command.arguments if argument.required}


def _value(argument: Argument) -> str:
    return argument.options[0] if argument.kind is Kind.OPTION else GIVEN[argument.kind]


def _expected(command: Command, actor: Actor, place: str) -> set[str]:
    """The refusals that the declaration allows; empty: it must be let in."""
    if command.needs is Role.MEMBER and not actor.joined:
        return {"NotJoinedError"}
    if _held(actor, place) < command.needs:
        return {"NotAllowedError"}
    return set()


async def _use(world: World, command: Command, actor: Actor, place: str, *, typed: bool) -> None:
    base = world.platform.event(actor.name, _where(actor, place)) | {
        "roles": _stated(actor, place),
        "spaces": (OWN,) if place == "direct" else (place,),
        "direct": place == "direct",
    }
    args = _args(command)
    if typed:
        base["waiting"] = None
        line = " ".join([command.name, *args.values()])
        await world.core.router.take(Said(**base, addressed=True, text=line))
    else:
        await world.core.router.take(Commanded(**base, name=command.name, args=args))
    await world.settle()


def _rooms(world: World) -> dict[str, list[Shown]]:
    return {room: list(shown) for room, shown in world.platform.rooms.items()}


def _new(world: World, before: dict[str, list[Shown]]) -> list[tuple[str, Shown]]:
    old = {id(shown) for all_shown in before.values() for shown in all_shown}
    return [
        (room, shown)
        for room, all_shown in world.platform.rooms.items()
        for shown in all_shown
        if id(shown) not in old
    ]


def _others_read(room: str, shown: Shown, actor: Actor) -> bool:
    if room == actor.name:
        return False
    return shown.audience is Audience.PUBLIC or shown.readers not in (frozenset({actor.name}),)


@pytest.mark.parametrize("typed", [False, True], ids=["menu", "typed"])
async def test_every_command_does_as_it_declares(
    world: World, recorder: Recorder, typed: bool
) -> None:
    """Denied unless declared; never an error of ours; never read by others unless public."""
    wrong: list[str] = []
    cases = 0
    for command in world.core.table:
        for actor in ACTORS:
            for place in PLACES:
                cases += 1
                case = f"{command.name} by {actor.name} in {place}"
                recorder.refused.clear()
                recorder.broke.clear()
                before = _rooms(world)
                try:
                    await _use(world, command, actor, place, typed=typed)
                except Exception as error:
                    wrong.append(f"{case}: raised {type(error).__name__}")
                    continue
                wrong += [f"{case}: broke {broken}" for broken in recorder.broke]
                wrong += _judged(world, recorder, before, command, actor, place, case)
                await _as_before(world, actor)

    assert wrong == []
    assert cases == len(list(world.core.table)) * len(ACTORS) * len(PLACES)


def _judged(
    world: World,
    recorder: Recorder,
    before: dict[str, list[Shown]],
    command: Command,
    actor: Actor,
    place: str,
    case: str,
) -> list[str]:
    wrong: list[str] = []
    expected = _expected(command, actor, place)
    got = set(recorder.refused) & REFUSALS
    if actor.stopped and not expected:
        # A member who stopped is told how to begin again, whatever it is.
        got -= {"StoppedError"}
    if got != expected:
        wrong.append(f"{case}: refused with {got or 'nothing'}, declared {expected or 'nothing'}")
    answers = _new(world, before)
    if not answers:
        wrong.append(f"{case}: no answer")
    public = command.first_response is FirstResponse.PUBLIC and not expected
    for room, shown in answers:
        if _others_read(room, shown, actor) and not public:
            wrong.append(f"{case}: others read the answer in {room}")
    return wrong


async def _as_before(world: World, actor: Actor) -> None:
    """Undo what a case changed: who joined is in, who stopped has stopped, nobody sets up."""
    await world.database.write(lambda tx: community_settings.end(tx, "memory", actor.name))
    if not actor.joined:
        return
    turned = await world.database.read(lambda tx: members.member_with(tx, "memory", actor.name))
    assert turned is not None
    forms, world.platform.forms = world.platform.forms, True
    if actor.stopped and turned.stopped_at is None:
        await world.platform.say(actor.name, "stop")
    elif not actor.stopped and turned.stopped_at is not None:
        await world.platform.say(actor.name, "start")
    world.platform.forms = forms
    await world.settle()


async def test_a_role_counts_only_where_it_is_held(world: World, recorder: Recorder) -> None:
    """A moderator of one community moderates nothing in another, and nothing in direct messages."""
    restricted = [c for c in world.core.table if c.needs >= Role.MODERATOR]
    moderator = next(actor for actor in ACTORS if actor.name == "moderator")
    assert restricted

    for command in restricted:
        for place in ("direct", OTHER):
            recorder.refused.clear()
            await _use(world, command, moderator, place, typed=False)
            assert recorder.refused == ["NotAllowedError"]


OWNERS_ONLY = {
    "check permissions",
    "community export",
    "community remove",
    "community set",
    "community setup",
    "community show",
    "rehearse",
    "team keeper",
    "team unkeeper",
}
BY_A_LIST_OF_THEIR_OWN = {
    "check permissions",
    "community set",
    "community setup",
    "community show",
    "rehearse",
}


def test_what_only_owners_may_is_listed() -> None:
    """A command for owners is added, or opened to others, knowingly; one place says which."""
    commands = [command for feature in own_features() for command in feature.commands]

    assert {each.name for each in commands if each.needs is Role.OWNER} == OWNERS_ONLY
    assert {each.name for each in commands if each.admits} == BY_A_LIST_OF_THEIR_OWN


async def test_a_direct_message_acts_only_where_one_is_a_member(
    in_memory: Path, recorder: Recorder
) -> None:
    """Nothing of another community changes, is shown, or is told there, whatever is said.

    A platform may tell of no space at all in a direct message: then the memberships count.
    """
    async with running(f"sqlite:///{in_memory / 'handrail.db'}") as world:
        await world.database.write(_two_communities)
        ada = Person(world, "ada", spaces=(OWN,))
        lea = Person(world, "lea", spaces=(OTHER,))
        for each in (ada, lea):
            await each.join()
        fay = Person(world, "fay", spaces=(OTHER,), roles=frozenset({"facilitator"}))
        await fay.say(f"meeting add every Tuesday 7pm {NAMED} {SECRET}")
        await fay.press("yes")
        await lea.say("meetings")
        assert SECRET in lea.last, "the test needs something to find"
        await world.move_by(minutes=1)  # what the new meeting has to plan is planned
        lake = await world.database.read(_rows_of_the_lake)
        told = {room: len(shown) for room, shown in world.platform.rooms.items()}
        broke: list[str] = []

        for command in world.core.table:
            recorder.broke.clear()
            args = {each.name: _meant(each) for each in command.arguments}
            for known in ((), (OWN,)):
                base = world.platform.event("ada") | {"direct": True, "spaces": known}
                await world.core.router.take(Commanded(**base, name=command.name, args=args))
                await world.settle()
            broke += [f"{command.name}: {each}" for each in recorder.broke]
            now = await world.database.read(_rows_of_the_lake)
            broke += [f"{command.name} changed {name}" for name in lake if now[name] != lake[name]]
            if not await world.database.read(lambda tx: _is_in(tx, "ada")):
                await ada.join()

        assert broke == []
        theirs = {"lea", "fay", f"{OTHER}-channel"}
        assert {room: len(world.platform.rooms[room]) for room in theirs & set(told)} == {
            room: told[room] for room in theirs & set(told)
        }
        assert not [text for text in ada.seen if SECRET in text]


def _meant(argument: Argument) -> str:
    """What is given: the other community's own meeting and member, where one can be named."""
    named = {Kind.MEETING: NAMED, Kind.MEMBER: "lea", Kind.TEXT: NAMED}
    return named.get(argument.kind) or _value(argument)


def _is_in(tx: Transaction, name: str) -> bool:
    found = members.member_with(tx, "memory", name)
    return found is not None and found.stopped_at is None


def _rows_of_the_lake(tx: Transaction) -> dict[str, list[tuple[Any, ...]]]:
    """All that is held of the other community, in every table that names a community."""
    (lake,) = members.communities_with(tx, "memory", [OTHER])
    found = {}
    for table in metadata.sorted_tables:
        if "community" in table.c:
            rows = tx.execute(select(table).where(table.c.community == lake.id))
            found[table.name] = sorted((tuple(row) for row in rows), key=repr)
    assert any(found.values()), "no table names a community: the test would find nothing"
    return found
