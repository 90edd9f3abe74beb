"""Somebody in danger on Matrix: the real bot, the real homeserver, encryption."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.matrix_support import Member, Seen, matrix_bot
from tests.support.process import Bot
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

GRAVE = "I don't want to live any more, I am going to kill myself tonight"


@dataclass
class Harbour:
    """A community with a watched room and a team that has passed its drill."""

    bot: Bot
    bot_id: str
    mo: Member
    ada: Member
    general: str
    staff: str

    def told(self, words: str) -> list[str]:
        """The messages of the bot in the staff room with these words."""
        return [text for text in self.mo.read(self.staff, self.bot_id) if words in text]

    def replies(self) -> list[Seen]:
        """What Ada alone sees."""
        direct = self.ada.room_with(self.bot_id)
        seen = self.ada.messages(direct, self.bot_id) if direct else []
        return [each for each in seen if "A private note, only for you" in each.text]


@asynccontextmanager
async def harbour(synapse: Homeserver, path: Path) -> AsyncIterator[Harbour]:
    """Runs until the block ends."""
    account = synapse.register("handrail")
    bot_id = account.user_id
    async with (
        Member(synapse, synapse.register("mo"), path / "mo") as mo,
        Member(synapse, synapse.register("ada"), path / "ada") as ada,
    ):
        general = await mo.open_room(bot_id, ada.id, name="General")
        staff = await mo.open_room(bot_id, name="Staff")
        community = (
            f'[[community]]\nname = "Harbour"\nspaces = ["matrix:{general}", "matrix:{staff}"]\n'
            f'staff_room = "matrix:{staff}"\nwatched = ["matrix:{general}"]\ncountry = "US"\n'
        )
        bot = matrix_bot(path / "bot", synapse.url, account, community)
        here = Harbour(bot, bot_id, mo, ada, general, staff)
        try:
            await bot.start()
            for member, room in ((mo, general), (mo, staff), (ada, general)):
                await member.is_in(bot_id, room)
            await mo.say(staff, "!duty on")
            await mo.say(staff, "!crisis drill")
            await mo.wait_until(lambda: here.told("Drill: nobody is in danger"))
            (drill,) = [seen for seen in mo.messages(staff, bot_id) if "Drill:" in seen.text]
            await mo.react(staff, drill.id, "1\ufe0f\u20e3")
            await mo.wait_until(lambda: here.told("Drill passed"))
            yield here
        finally:
            code = bot.stop()
    assert code == 0
    assert GRAVE not in bot.log


async def test_the_writer_alone_is_answered_and_the_team_is_called(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """In a watched room: an encrypted direct message, an alert with a link, nothing in the room."""
    async with harbour(synapse, tmp_path) as here:
        written = await here.ada.say(here.general, GRAVE)
        await here.ada.wait_until(here.replies)
        await here.mo.wait_until(lambda: here.told("Somebody may need a person"))

        (reply,) = here.replies()
        assert reply.encrypted
        assert "988" in reply.text
        assert "alerting the team of Harbour" in reply.text
        (alert,) = here.told("Somebody may need a person")
        assert written in alert
        assert not here.told(GRAVE)
        assert here.ada.read(here.general, here.bot_id) == []


async def test_with_a_locked_database_the_reply_and_the_alert_go_out(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """To somebody who never wrote to the bot before; once, also when it is well again."""
    async with harbour(synapse, tmp_path) as here:
        (file,) = (tmp_path / "bot").rglob("handrail.db")
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await here.ada.say(here.general, GRAVE)
        await here.ada.wait_until(here.replies)
        await here.mo.wait_until(lambda: here.told("Somebody may need a person"))
        other.execute("ROLLBACK")
        other.close()

        await here.ada.say(here.general, "!about")
        await here.ada.wait_until(
            lambda: (
                any("What I keep" in t for t in here.ada.read(here.general, here.bot_id))
                or any(
                    "What I keep" in t
                    for t in here.ada.read(here.ada.room_with(here.bot_id) or "", here.bot_id)
                )
            ),
            seconds=60,
        )
        assert len(here.replies()) == 1
        assert len(here.told("Somebody may need a person")) == 1
