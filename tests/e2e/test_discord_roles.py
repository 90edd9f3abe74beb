"""Roles that members take for themselves, on Discord."""

from __future__ import annotations

from pathlib import Path

import discord as library
import pytest

from bot.platform import Address, Outcome, SetRole
from tests.contract.rooms_discord import discord_rooms


@pytest.mark.parametrize("right", ["administrator", "manage_roles", "moderate_members"])
async def test_a_role_with_power_over_others_is_given_to_nobody(tmp_path: Path, right: str) -> None:
    """Whoever names roles for milestones may have less power than a role brings."""
    async with discord_rooms(tmp_path) as rooms:
        await rooms.stop()
        standin = rooms.discord
        ana, guild = standin.member("Ana"), standin.guild
        rights = library.Permissions(**{right: True}).value
        strong = standin.world.role(guild, "strong", rights)
        chip = standin.world.role(guild, "30 days", library.Permissions(embed_links=True).value)
        await rooms.start()
        to = Address("discord", space=str(guild.id), user=str(ana.id))

        refused, given = [
            await rooms.adapter.perform(SetRole(to=to, role=str(role.id), given=True))
            for role in (strong, chip)
        ]

        assert (refused.outcome, given.outcome) == (Outcome.REFUSED, Outcome.SENT)
        assert guild.members[ana.id] == {chip.id}
        guild.members[ana.id].add(strong.id)
        taken = SetRole(to=to, role=str(strong.id), given=False)
        assert (await rooms.adapter.perform(taken)).outcome is Outcome.SENT
        assert guild.members[ana.id] == {chip.id}
