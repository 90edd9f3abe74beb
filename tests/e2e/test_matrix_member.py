"""A member's first days on Matrix: the real bot, the real homeserver, encryption, kill -9."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.e2e.matrix_support import Member, matrix_bot
from tests.support.process import until_tomorrow
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e


async def test_a_member_signs_up_is_asked_and_answers_by_reaction(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """The check-in comes once, encrypted, survives a crash, and shows what was answered."""
    account = synapse.register("handrail")
    bot = matrix_bot(tmp_path / "bot", synapse.url, account)
    async with Member(synapse, synapse.register("ada"), tmp_path / "ada") as ada:
        try:
            await bot.start()
            room = await ada.open_direct(account.user_id)
            await ada.is_in(account.user_id, room)

            async def say(words: str, answer: str) -> str:
                before = len(ada.read(room, account.user_id))
                await ada.say(room, words)
                await ada.wait_until(
                    lambda: any(answer in text for text in ada.read(room, account.user_id)[before:])
                )
                return ada.read(room, account.user_id)[-1]

            await say("start", "I'm 18 or older")
            await say("I'm 18 or older: begin", "At what time")
            await say("9:00", "town or city")
            await say("Berlin", "right?")
            await say("yes", "You're in")

            bot.kill()
            await bot.start(clock_ahead=until_tomorrow(9))
            await ada.wait_until(lambda: _questions(ada, room, account.user_id))
            (question,) = _questions(ada, room, account.user_id)
            assert all(seen.encrypted for seen in ada.messages(room, account.user_id))

            await ada.react(room, question, "2\ufe0f\u20e3")
            await ada.wait_until(lambda: "Noted: okay" in ada.read(room, account.user_id)[-1])

            bot.kill()
            await bot.start(clock_ahead=until_tomorrow(9) + timedelta(minutes=5))
            await say("checkin history", "1 in all")
            await say("checkin extras gratitude on", "on. Below each day's word")
            await say("not great", "would a person help")
            await say("something", "some people try")
            await say("note a quiet minute", "Shall I keep notes")
            asked = [t for t in ada.read(room, account.user_id) if "it's your" in t]
            assert len(asked) <= 1
            assert ada.unreadable == []
            assert ada.read(room, account.user_id).count("You're in") <= 1
        finally:
            code = bot.stop()
    assert code == 0
    for secret in (account.password, ada.id, room, "Berlin"):
        assert secret not in bot.log


def _questions(ada: Member, room: str, bot: str) -> list[str]:
    return [seen.id for seen in ada.messages(room, bot) if "it's your" in seen.text]
