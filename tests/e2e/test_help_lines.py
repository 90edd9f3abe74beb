"""Through the front door: a community's own help lines, and the team's check of all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.crisis.lines.local_lines import MOST
from bot.platform import Address
from storage import lines, members
from tests.support.person import Person
from tests.support.world import World, running

ROOM = Address("memory", space="home", channel="general")


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as made:
        await _community(made, "Harbour", "US", "home")
        yield made


async def _community(world: World, name: str, country: str | None, space: str) -> int:
    return await world.database.write(
        lambda tx: members.put_community(
            tx,
            name=name,
            language="en",
            country=country,
            zone="America/New_York",
            spaces_of=[("memory", space)],
        )
    )


def moderator(world: World, name: str = "mo", space: str = "home") -> Person:
    return Person(world, name, spaces=(space,), roles=frozenset({"moderator"}))


async def test_a_team_adds_lists_and_takes_away_a_line(database_url: str) -> None:
    """Members see it from that moment on, and no longer once it is gone."""
    async with running(database_url) as world:
        await _community(world, "Harbour", "US", "home")
        mo, ada = moderator(world), Person(world, spaces=("home",))
        await mo.say(
            'lines add "Harbour eating support"'
            ' "555 0100, text HELP to 85258, https://example.org/chat" "eating disorders" 24/7'
        )
        assert "Added, as number 1" in mo.last
        assert (
            "Harbour eating support: call 555 0100, text HELP to 85258,"
            " chat (https://example.org/chat) · any hour · eating disorders"
        ) in mo.last

        await ada.say("help now anorexia")
        first = next(text for text in ada.last.splitlines() if text.startswith("- "))
        assert first.startswith("- Harbour eating support: call 555 0100")
        assert "public lists" in ada.last

        await mo.say("lines list")
        assert "1. Harbour eating support" in mo.last
        await mo.say("lines remove 1")
        assert "Taken away: Harbour eating support" in mo.last
        await ada.say("help now eating disorders")
        assert "Harbour" not in ada.last
        await mo.say("lines list")
        assert "No lines of your own yet" in mo.last


async def test_a_line_is_for_the_communitys_own_members_and_country(world: World) -> None:
    """Neither another community nor a member in another country is sent there."""
    await _community(world, "Island", "US", "island")
    await moderator(world).say('lines add "Harbour line" "555 0100" crisis')

    ada, eve = Person(world, spaces=("home",)), Person(world, "eve", spaces=("island",))
    await ada.say("help now")
    assert "Harbour line" in ada.last
    await ada.say("help now Germany")
    assert "Harbour line" not in ada.last
    await eve.say("help now")
    assert "Harbour line" not in eve.last
    await moderator(world, "im", "island").say("lines remove 1")
    await ada.say("help now")
    assert "Harbour line" in ada.last


@pytest.mark.parametrize(
    "words",
    [
        'lines add "Mine" "555 0100" crisis',
        "lines remove 1",
        "lines list",
        "lines check",
    ],
)
async def test_only_the_team_may(world: World, words: str) -> None:
    """A member could send others anywhere."""
    await moderator(world).say('lines add "Harbour line" "555 0100" crisis')
    ada = Person(world, spaces=("home",))
    await ada.join()
    await ada.say(words, room=ROOM)

    kept = await world.database.read(lines.kept)
    assert [line.facts["name"] for each in kept.lines.values() for line in each] == ["Harbour line"]
    assert "Harbour line" not in "".join(world.platform.read("general"))


BAD = [
    ("1-800-FLOWERS", "crisis", "", "letters in it"),
    ("555 0100 ext. 5", "crisis", "", "letters in it"),
    ("+1 988", "crisis", "", "short number with a country's prefix"),
    ("1-800-273-8255", "crisis", "", "old number of the 988"),
    ("call us", "crisis", "", "letters in it"),
    ("http://example.org", "crisis", "", "letters in it"),
    ("javascript:alert(1)", "crisis", "", "letters in it"),
    ("5", "crisis", "", "can't read 5 as a number"),
    ("☎☎☎", "crisis", "", "as a number"),
    (",;,", "crisis", "", "as a number"),
    ("555 0100", "sadness", "", "don't know that topic"),
    ("555 0100", "crisis", "weekdays", "can't read these hours"),
]


async def test_a_slip_is_told_kindly_and_adds_nothing(world: World) -> None:
    """What would do, and that nothing has happened."""
    mo = moderator(world)
    for reach, topic, hours, told in BAD:
        await mo.say(f'lines add "Line" "{reach}" "{topic}" {hours}')
        assert told in mo.last, reach
        assert "added" in mo.last, reach
    await mo.say(f'lines add "{"long " * 30}" "555 0100"')
    assert "150" not in mo.last or "80" in mo.last
    await mo.say("lines add")
    assert "lines add" in mo.last

    assert (await world.database.read(lines.kept)).lines == {}


async def test_a_line_is_not_added_twice_nor_too_many(world: World) -> None:
    """A list that nobody can look after helps nobody."""
    mo = moderator(world)
    for number in range(MOST):
        await mo.say(f'lines add "Line {number}" "555 01{number:02}"')
    await mo.say('lines add "Line 1" "555 0101"')
    assert "as many as I keep" in mo.last
    await mo.say("lines remove 30")
    await mo.say('lines add "Line 1" "555 0101"')
    assert "there already" in mo.last
    for words in ("lines remove 30", "lines remove 0", "lines remove x", "lines remove ²"):
        await mo.say(words)
        assert "numbers 1 to 29" in mo.last, words


async def test_in_direct_messages_the_team_is_asked_which_community(world: World) -> None:
    """A moderator's role is a room's; without a community nothing is added anywhere."""
    mo = Person(world, "mo", roles=frozenset({"moderator"}))
    await mo.say('lines add "Line" "555 0100"')

    assert "in one of its rooms" in mo.last


# --- the check at set-up


async def test_the_team_sees_what_members_would_and_records_its_check(database_url: str) -> None:
    """Who and when; from then on the lines are no longer "from public lists"."""
    async with running(database_url) as world:
        community = await _community(world, "Harbour", "US", "home")
        mo, ada = moderator(world), Person(world, spaces=("home",))
        await mo.say("lines check")
        assert "988 Suicide & Crisis Lifeline" in mo.last
        assert "https://988lifeline.org" in mo.last
        assert "Nobody of this community has checked" in mo.last

        await mo.press("yes")
        assert "these 3 lines" in mo.last
        assert "May 22, 2027" in mo.last
        done = await world.database.read(lambda tx: lines.checks(tx, community))
        assert [(each.who, each.checked_at) for each in done] == [("mo", world.clock.now())] * 3

        await ada.say("help now")
        assert "Somebody made sure of these numbers, on November 23, 2026" in ada.last
        assert "public lists" not in ada.last
        await mo.say("lines check")
        assert "Last checked here on November 23, 2026" in mo.last

        await world.move_by(days=181)
        await ada.say("help now")
        assert "public lists" in ada.last


async def test_a_check_counts_for_its_community_only(world: World) -> None:
    """Others have not looked."""
    await _community(world, "Island", "US", "island")
    mo = moderator(world)
    await mo.say("lines check")
    await mo.press("yes")
    eve = Person(world, "eve", spaces=("island",))
    await eve.say("help now")

    assert "public lists" in eve.last


async def test_the_operators_check_counts_everywhere(world: World) -> None:
    """`handrail crisis resources verify` writes the same record, without a community."""
    ada = Person(world, spaces=("home",))
    await ada.say("help now")
    from bot.crisis.lines.helplines import HelpLines

    keys = [line.key for line in HelpLines().lines_of("US")]
    moment = world.clock.now() - timedelta(days=3)
    await world.database.write(
        lambda tx: lines.check(tx, keys, community=None, now=moment, who="N. N.")
    )
    await ada.say("help now")

    assert "made sure of these numbers, on November 20, 2026" in ada.last


async def test_a_member_cannot_press_the_teams_button(world: World) -> None:
    """Prompts travel; the role is looked at again."""
    mo = moderator(world)
    await mo.say("lines check")
    shown = world.platform.offering("mo", "yes")
    assert shown.choices is not None
    ada = Person(world, spaces=("home",))
    await ada.choose(shown.choices.prompt, "yes")

    assert "lines check done" in ada.last
    assert (await world.database.read(lines.kept)).checks == {}


async def test_where_roles_are_not_told_the_check_is_said_in_the_room(world: World) -> None:
    """In direct messages Matrix tells nobody's role; the room does."""
    mo = moderator(world)
    await mo.say("lines check done", room=ROOM)

    (checks,) = (await world.database.read(lines.kept)).checks.values()
    assert len(checks) == 3


async def test_without_a_country_the_team_is_told_what_is_missing(world: World) -> None:
    """There is nothing to check yet."""
    await _community(world, "Island", None, "island")
    mo = moderator(world, "im", "island")
    await mo.say("lines check")

    assert "which country this community is in" in mo.last


async def test_who_checked_is_forgotten_with_them_and_the_check_stays(world: World) -> None:
    """Members go on seeing that somebody looked."""
    mo = moderator(world)
    await mo.join()
    await mo.say("lines check")
    await mo.press("yes")
    person = await world.database.read(
        lambda tx: members.member_with(tx, "memory", "mo").id  # type: ignore[union-attr]
    )
    told = await world.database.read(lambda tx: lines.export(tx, person))
    assert len(told["checked_help_lines_at"]) == 3

    await world.database.write(lambda tx: lines.erase(tx, person))
    kept = await world.database.read(lines.kept)
    community = next(iter(kept.checks))
    assert community is not None
    done = await world.database.read(lambda tx: lines.checks(tx, community))
    assert [each.who for each in done] == [None] * 3
