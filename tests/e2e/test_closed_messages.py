"""Joining where direct messages do not arrive: said then, not at the first missed check-in."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from bot.platform import Address, Chose
from storage.tables import persons
from tests.support.world import World, running

GUILD = Address("memory", space="guild", channel="general")
SURE = "join-sure/09:00/Europe/Berlin"


async def _press_yes(world: World) -> None:
    event = world.platform.event("ada", GUILD)
    await world.core.router.take(Chose(**event, prompt=SURE, choice="yes"))


async def test_closed_direct_messages_are_found_at_sign_up(tmp_path: Path) -> None:
    """Nothing is kept until they are open, and the same button goes on then."""
    async with running(f"sqlite:///{tmp_path / 'h.db'}") as world:
        world.platform.closed = frozenset({"ada"})
        await _press_yes(world)
        shown = world.platform.rooms["general"][-1]
        assert "direct messages are closed" in shown.text
        assert shown.readers == frozenset({"ada"})
        assert shown.choices is not None
        assert shown.choices.prompt == SURE
        count = select(func.count()).select_from(persons)
        assert await world.database.read(lambda tx: tx.execute(count).scalar()) == 0

        world.platform.closed = frozenset()
        await _press_yes(world)
        assert "You're in" in world.platform.rooms["general"][-1].text
