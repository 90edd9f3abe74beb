"""What the team of a community is told, where nobody else reads it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.moderation.staff import StaffRoom
from bot.platform import AccountRestricted, Address, InviteDeclined
from tests.support.world import running


async def test_the_team_hears_of_a_declined_invitation_once(tmp_path: Path) -> None:
    """In the team's own language, without a name, and not in anybody's direct messages."""
    staff = StaffRoom(Address("memory", channel="staff"), "de")
    elsewhere = StaffRoom(Address("discord", channel="1"), "en")
    url = f"sqlite:///{tmp_path / 'h.db'}"

    async with running(url, staff_rooms=[staff, elsewhere]) as world:
        invited = world.platform.event("stranger", Address("memory", channel="party"))
        event = InviteDeclined(**invited | {"waiting": None})
        await world.core.router.take(event)
        await world.core.router.take(event)
        await world.settle()

        (told,) = world.platform.read("staff")
        assert "eingeladen" in told
        assert "stranger" not in told
        assert world.platform.read("stranger") == []


async def test_the_team_hears_when_the_platform_holds_us_back(tmp_path: Path) -> None:
    """Check-ins that do not come must not look like silence."""
    staff = StaffRoom(Address("memory", channel="staff"), "en")

    async with running(f"sqlite:///{tmp_path / 'h.db'}", staff_rooms=[staff]) as world:
        given = world.platform.event("handrail") | {"waiting": None}
        until = world.clock.now() + timedelta(hours=1)
        await world.core.router.take(AccountRestricted(**given, until=until, reason="40003"))
        await world.settle()

        (told,) = world.platform.read("staff")
        assert "Check-ins rest" in told
