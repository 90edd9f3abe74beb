"""Every way a request to Discord can break, at every point: nothing lost, nothing seen twice.

The whole core runs on the stand-in. One request breaks; what the member sees in the end is
counted. Time does not pass by waiting: the bot's clock and Discord's are moved on together.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.platform import Address
from storage import outbox
from storage.database import Transaction
from tests.discord_standin import DidNotRespond, Fault, Member, Standin, Use, labels
from tests.e2e.test_discord_member import Bot
from tests.support.queued import message

pytestmark = pytest.mark.e2e

FAULTS = {
    "429": Fault(status=429, retry_after=0.1),
    "429-everywhere": Fault(status=429, retry_after=0.1, everywhere=True),
    "500": Fault(status=500),
    "502": Fault(status=502),
    "503": Fault(status=503),
    "504": Fault(status=504),
    "dropped-before": Fault(cut="before"),
    "dropped-after": Fault(cut="after"),
    "dropped-after-twice": Fault(cut="after", times=2),
    "slow": Fault(delay=1.0),
}
OPEN_DM, SEND = ("POST", "/users/@me/channels"), ("POST", "/channels/*/messages")
CHANGE = ("PATCH", "/channels/*/messages/*")
CALLBACK = ("POST", "/interactions/*/callback")
EDIT = ("PATCH", "/webhooks/*/messages/@original")
FOLLOW_UP = ("POST", "/webhooks/*")
WORDS = "we are glad that you are here"


@pytest.fixture
async def discord() -> AsyncIterator[Standin]:
    async with Standin.running() as running:
        running.interactions.deadline = 3.0  # as Discord's: what did not respond is done again
        yield running
        assert running.complaints == []
        assert running.own_faults == []


@pytest.fixture
async def bot(discord: Standin, tmp_path: Path) -> AsyncIterator[Bot]:
    async with Bot(discord, tmp_path) as running:
        yield running


def breaks(discord: Standin, name: str, request: tuple[str, str]) -> Fault:
    """The next such request breaks so."""
    known = FAULTS[name]
    fault = Fault(
        method=request[0],
        path=request[1],
        times=known.times,
        status=known.status,
        retry_after=known.retry_after,
        everywhere=known.everywhere,
        cut=known.cut,
        delay=known.delay,
    )
    discord.faults.append(fault)
    return fault


async def queue(bot: Bot, member: Member, text: str, *, edits: str | None = None) -> None:
    """One message to a member, or an edit of one, durable like any other."""

    def write(tx: Transaction) -> None:
        to, now = Address("discord", user=str(member.id)), bot.clock.now()
        outbox.add(tx, [message(tx, to, text, now, edits=edits)], now)

    await bot.database.write(write)
    bot.core.wake()


def pass_by(bot: Bot, span: timedelta) -> None:
    """Time passes, for the bot and for Discord."""
    bot.discord.clock.advance(span.total_seconds())
    bot.clock.move_to(bot.clock.now() + span)
    bot.core.wake()


async def waiting(bot: Bot) -> None:
    """Until the first attempt is recorded."""
    async with asyncio.timeout(60):
        while True:
            rows = await bot.database.read(outbox.count_by_state)
            if rows.get(("discord", "waiting")):
                return
            await asyncio.sleep(0.02)


async def settled(bot: Bot) -> None:
    """Until no row is left; what waits for a moment gets it."""
    async with asyncio.timeout(60):
        while True:
            rows = await bot.database.read(outbox.count_by_state)
            if not any(rows.get(("discord", state.value)) for state in outbox.OPEN):
                return
            due = await bot.database.read(lambda tx: outbox.next_due(tx, "discord", 2))
            ahead = due - bot.clock.now() if due is not None else timedelta(0)
            busy = rows.get(("discord", "leased"))
            if not busy and timedelta(0) < ahead < timedelta(minutes=15):
                pass_by(bot, ahead)
            await asyncio.sleep(0.02)


# --- messages to members


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("request_", [OPEN_DM, SEND], ids=["opening", "sending"])
async def test_a_message_is_seen_once_whatever_breaks(
    bot: Bot, fault: str, request_: tuple[str, str]
) -> None:
    """A check-in that is lost is a day alone; one that comes twice is a bot that nags."""
    ana = bot.discord.member("Ana")
    broken = breaks(bot.discord, fault, request_)

    await queue(bot, ana, WORDS)
    await settled(bot)

    assert broken.times == 0
    assert ana.texts() == [WORDS]


@pytest.mark.parametrize("fault", FAULTS)
async def test_an_edit_takes_effect_whatever_breaks(bot: Bot, fault: str) -> None:
    """A question that was answered shows so in the end, and nothing stands there besides."""
    ana = bot.discord.member("Ana")
    await queue(bot, ana, "How are you?")
    await settled(bot)
    broken = breaks(bot.discord, fault, CHANGE)

    await queue(bot, ana, WORDS, edits=str(ana.seen()[0].id))
    await settled(bot)

    assert broken.times == 0
    assert ana.texts() == [WORDS]


@pytest.mark.parametrize("fault", ["503", "dropped-before", "dropped-after"])
async def test_a_message_is_seen_once_though_the_nonce_is_forgotten(bot: Bot, fault: str) -> None:
    """Beyond the minutes of a nonce the history is read, before anything is sent again."""
    ana = bot.discord.member("Ana")
    broken = breaks(bot.discord, fault, SEND)

    await queue(bot, ana, WORDS)
    await bot.discord.until(lambda: not broken.times)
    await waiting(bot)
    pass_by(bot, timedelta(minutes=10))
    await settled(bot)

    seen = ana.texts()
    rows = await bot.database.read(outbox.count_by_state)
    reported = rows.get(("discord", "uncertain"), 0) + rows.get(("discord", "dead"), 0)
    assert len(seen) <= 1
    assert len(seen) + reported >= 1


async def test_a_ban_by_the_network_is_waited_out(bot: Bot) -> None:
    """A 429 that is not Discord's own: nothing more is asked for a minute, and nothing is lost."""
    ana = bot.discord.member("Ana")
    bot.discord.faults.append(Fault(*SEND, status=429, via=False))

    await queue(bot, ana, WORDS)
    await bot.discord.until(lambda: not bot.discord.faults[0].times)
    due = None
    async with asyncio.timeout(60):
        while due is None or due <= bot.clock.now():
            due = await bot.database.read(lambda tx: outbox.next_due(tx, "discord", 2))
            await asyncio.sleep(0.02)

    assert due - bot.clock.now() > timedelta(seconds=50)
    assert len(bot.discord.sent("POST", "/channels/{channel_id}/messages")) == 1


# --- answers to interactions


async def use(member: Member) -> Use | None:
    """As a person does: what did not respond is done again."""
    for _ in range(3):
        try:
            return await member.slash("help now")
        except DidNotRespond:
            continue
    return None


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("request_", [CALLBACK, EDIT], ids=["acknowledging", "answering"])
async def test_a_command_is_answered_once_whatever_breaks(
    bot: Bot, fault: str, request_: tuple[str, str]
) -> None:
    """Whoever asks for help lines reads them, once for each time they asked."""
    ana = bot.discord.member("Ana")
    broken = breaks(bot.discord, fault, request_)

    used = await use(ana)

    assert used is not None
    await bot.discord.until(lambda: help_lines(ana, bot), "help lines", 60)
    await bot.discord.until(lambda: broken.times == 0)
    assert all(help_lines(ana, bot).count(each) == 1 for each in help_lines(ana, bot))
    assert len(help_lines(ana, bot)) == 1


@pytest.mark.parametrize("fault", [name for name in FAULTS if name != "slow"])
async def test_a_follow_up_is_seen_at_most_once(bot: Bot, fault: str) -> None:
    """Discord recognises no repeated follow-up: one that may have arrived is not sent again."""
    ana = bot.discord.member("Ana")
    welcome = await (await ana.slash("start")).message()
    breaks(bot.discord, fault, FOLLOW_UP)
    form = await ana.press(welcome, labels(welcome)[0])
    await ana.submit_modal(form, {"hour": "not an hour", "place": "Berlin"})

    await bot.discord.until(lambda: answers(ana, bot) or not bot.discord.faults[0].times, "", 60)
    await asyncio.sleep(0.3)
    seen = answers(ana, bot)
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_pressed_message_shows_its_state_once(bot: Bot, fault: str) -> None:
    """The edit of a message that was pressed: the last one stands, and there is one message."""
    ana = bot.discord.member("Ana")
    welcome = await (await ana.slash("start")).message()
    form = await ana.press(welcome, labels(welcome)[0])
    sure = await (await ana.submit_modal(form, {"hour": "9:00", "place": "Berlin"})).message()
    breaks(bot.discord, fault, EDIT)
    done = None
    for _ in range(3):
        try:
            done = await ana.press(sure, labels(sure)[0])
            break
        except DidNotRespond:
            continue
    assert done is not None
    await bot.discord.until(lambda: "You're in" in " ".join(answers(ana, bot)), "signed up", 60)
    assert sum("You're in" in text for text in answers(ana, bot)) == 1


def answers(member: Member, bot: Bot) -> list[str]:
    """All that the member reads of the bot, wherever it is."""
    return [*member.texts(bot.discord.general), *member.texts()]


def help_lines(member: Member, bot: Bot) -> list[str]:
    return [text for text in answers(member, bot) if "findahelpline" in text]
