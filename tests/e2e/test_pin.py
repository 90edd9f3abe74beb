"""A PIN on a shared phone: asked for first, slow to guess, gone a day after it was forgotten."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.memory import MemoryAdapter
from bot.members import pin_digits
from bot.platform import Action, Address, Delete, Receipt, Said
from storage import members, pins
from storage.database import Transaction
from storage.pins import Pin
from tests.support.person import Person
from tests.support.world import World, running

EMPTY = "You share nothing"
"""What stands behind the PIN here: the beginning of `share list`."""


def test_each_try_costs_whoever_guesses() -> None:
    """16 MiB and some 50 ms, which the other tests are spared."""
    assert (pin_digits._COST, pin_digits._BLOCK) == (2**14, 8)


@pytest.fixture(params=[True, False], ids=["forms", "no-forms"])
async def ada(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Person]:
    """A member, where there are forms and where there are none."""
    monkeypatch.setattr(pin_digits, "_COST", 2)
    platform = MemoryAdapter(forms=request.param)
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", platform=platform) as world:
        ada = Person(world)
        await ada.join()
        yield ada


async def kept(world: World) -> Pin:
    def look(tx: Transaction) -> Pin:
        member = members.member_with(tx, "memory", "ada")
        assert member is not None
        return pins.of_person(tx, member.id)

    return await world.database.read(look)


async def choose(ada: Person, digits: str = "4711") -> None:
    await ada.say("pin set")
    await ada.fill("enter", digits=digits)
    assert ada.last.startswith("Done: from now on")


async def test_who_has_none_is_asked_for_none(ada: Person) -> None:
    """It is optional."""
    await ada.say("share list")

    assert ada.last.startswith(EMPTY)


async def test_what_was_wanted_comes_after_the_pin(ada: Person) -> None:
    """Asked for first, then the command goes on by itself, and for ten minutes nothing is asked."""
    await choose(ada)

    await ada.say("share list")
    assert ada.last.startswith("Your PIN first")
    await ada.fill("enter", digits="4711")
    assert ada.last.startswith(EMPTY)

    await ada.world.move_by(minutes=9)
    await ada.say("share list")
    assert ada.last.startswith(EMPTY)
    await ada.world.move_by(minutes=2)
    await ada.say("share list")
    assert ada.last.startswith("Your PIN first")


async def test_digits_may_be_typed_and_the_message_is_removed(ada: Person) -> None:
    """Where the platform lets the bot: it is asked to, for that message."""
    await choose(ada)
    await ada.say("share list")
    wiped: list[Delete] = []
    ada.world.platform.script = lambda action: _noted(wiped, action)
    ada.world.platform.forms = False  # typed words wait for no answer

    event = ada.world.platform.event("ada")
    await ada.take(Said(**event, direct=True, addressed=True, text="47 11"))

    assert ada.last.startswith(EMPTY)
    assert [(each.message, each.theirs) for each in wiped] == [(event["message"], True)]


def _noted(wiped: list[Delete], action: Action) -> Receipt | None:
    if isinstance(action, Delete):
        wiped.append(action)
    return None


async def test_digits_mean_nothing_while_no_pin_is_wanted(ada: Person) -> None:
    """A number in a conversation is a number."""
    await choose(ada)

    await ada.say("4711")

    assert not ada.last.startswith("Thank you. Open until")
    await ada.say("share list")
    assert ada.last.startswith("Your PIN first")


async def test_five_wrong_ones_make_it_rest_ever_longer(ada: Person) -> None:
    """The right one doesn't help then either, so that nobody learns which one it is."""
    await choose(ada)
    await ada.say("share list")
    for _ in range(4):
        await ada.fill("enter", digits="0000")
        assert "That wasn't it" in ada.last
        assert "enter" in ada.offered
    await ada.fill("enter", digits="0000")
    assert ada.last.startswith("Too many tries")
    assert "enter" not in ada.offered

    await ada.say("share list")
    await ada.fill("enter", digits="4711")
    assert ada.last.startswith("Too many tries")

    await ada.world.move_by(minutes=16)
    await ada.say("share list")
    await ada.fill("enter", digits="0001")
    first = (await kept(ada.world)).rests_until
    assert first == ada.world.clock.now() + timedelta(minutes=30)
    await ada.world.move_by(minutes=31)
    await ada.say("share list")
    await ada.fill("enter", digits="4711")
    assert ada.last.startswith(EMPTY)
    assert (await kept(ada.world)).wrong == 0


async def test_it_is_changed_only_by_who_knows_it(ada: Person) -> None:
    """That it was given a minute ago, in this conversation, does not do."""
    await choose(ada)
    await ada.say("share list")
    await ada.fill("enter", digits="4711")

    await ada.say("pin change")
    await ada.send_form("pin-new", "pin/new", digits="9999")
    assert ada.last.startswith("You have a PIN")
    await ada.say("pin change")
    await ada.fill("enter", digits="4711")
    assert ada.last.startswith("That's the one")
    await ada.fill("enter", digits="2580")
    assert ada.last.startswith("Done: from now on")

    await ada.say("share list")
    await ada.fill("enter", digits="4711")
    assert "That wasn't it" in ada.last
    await ada.fill("enter", digits="2580")
    assert ada.last.startswith(EMPTY)


async def test_it_is_removed_only_by_who_knows_it(ada: Person) -> None:
    """A wrong one leaves it."""
    await choose(ada)
    await ada.say("pin remove")
    await ada.fill("enter", digits="0000")
    assert (await kept(ada.world)).hash is not None

    await ada.fill("enter", digits="4711")

    assert ada.last.startswith("Your PIN is off")
    await ada.say("share list")
    assert ada.last.startswith(EMPTY)


async def test_a_forgotten_one_goes_after_a_day_with_a_notice(ada: Person) -> None:
    """Whoever only holds the phone for an hour gets nothing by it."""
    await choose(ada)
    await ada.say("pin forgot")
    assert "Why wait a day" in ada.last

    await ada.world.move_by(hours=23)
    await ada.say("share list")
    assert ada.last.startswith("Your PIN first")
    await ada.world.move_by(hours=1, seconds=1)

    assert any(text.startswith("Done as asked yesterday") for text in ada.seen)
    await ada.say("share list")
    assert ada.last.startswith(EMPTY)


@pytest.mark.parametrize("way", ["button", "right one"])
async def test_a_forgotten_one_stays_if_its_owner_is_there(ada: Person, way: str) -> None:
    """The button is for whoever notices; the right PIN means that it isn't forgotten."""
    await choose(ada)
    await ada.say("pin forgot")
    if way == "button":
        await ada.press("keep")
    else:
        await ada.say("share list")
        await ada.fill("enter", digits="4711")

    await ada.world.move_by(hours=25)

    assert (await kept(ada.world)).hash is not None
    assert not any(text.startswith("Done as asked yesterday") for text in ada.seen)


async def test_a_pause_does_not_hold_up_the_way_out(ada: Person) -> None:
    """`pause` puts what is to come to sleep; this is no message to them, and goes on."""
    await choose(ada)
    await ada.say("pin forgot")
    await ada.say("pause")

    await ada.world.move_by(hours=25)

    assert (await kept(ada.world)).hash is None


@pytest.mark.parametrize("digits", ["123", "123456789", "12a4", "PIN", "²³45", "-1234"])
async def test_anything_but_four_to_eight_digits_is_no_pin(ada: Person, digits: str) -> None:
    """Said with what would do; nothing is set."""
    await ada.say("pin set")
    await ada.fill("enter", digits=digits)

    assert "4 to 8 digits" in ada.last
    assert (await kept(ada.world)).hash is None


async def test_tidying_up_shuts_it_again(ada: Person) -> None:
    """Who tidies up is about to hand the phone to somebody."""
    await choose(ada)
    await ada.say("share list")
    await ada.fill("enter", digits="4711")

    await ada.say("tidy")
    await ada.say("share list")

    assert ada.last.startswith("Your PIN first")


async def test_one_account_given_the_pin_does_not_open_another(ada: Person) -> None:
    """Ten minutes count for the conversation that it was given in."""
    await choose(ada)
    await ada.say("share list")
    await ada.fill("enter", digits="4711")
    now = ada.world.clock.now()

    there, here = await ada.world.database.read(
        lambda tx: (
            pins.is_open(tx, "memory", "ada-elsewhere", now),
            pins.is_open(tx, "memory", "ada", now),
        )
    )

    assert (there, here) == (False, True)


async def test_who_has_stopped_still_gets_what_is_theirs_with_the_pin(ada: Person) -> None:
    """`stop` ends messages; it neither opens what is behind the PIN nor locks its owner out."""
    await choose(ada)
    await ada.say("stop")

    await ada.say("privacy export")
    assert ada.last.startswith("Your PIN first")
    await ada.fill("enter", digits="4711")

    assert not ada.last.startswith(("Your PIN first", "You asked me to stop"))


async def test_nothing_typed_is_kept_as_it_was(ada: Person) -> None:
    """What is sealed is a slow hash behind a salt of its own."""
    await choose(ada)
    one = (await kept(ada.world)).hash
    await ada.say("pin change")
    await ada.fill("enter", digits="4711")
    await ada.fill("enter", digits="4711")
    other = (await kept(ada.world)).hash

    assert one is not None
    assert other is not None
    assert b"4711" not in one
    assert one != other
    assert len(one) == 48


async def test_in_a_room_only_the_member_reads_that_there_is_a_pin(ada: Person) -> None:
    """A command said among others is answered in private, as ever."""
    await choose(ada)
    room = Address("memory", space="harbour", channel="lounge")

    await ada.say("share list", room=room)

    for shown in ada.world.platform.rooms["lounge"]:
        assert shown.readers == frozenset({"ada"})
