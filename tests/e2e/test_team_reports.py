"""Reports to the team, those about one of it, and keepers of names; on the platform in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.platform import Address, Chose, Commanded, Reported
from tests.support.lines import below, joined, member, opens
from tests.support.team import GENERAL, STAFF, Community, community


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Community]:
    """A community with a staff room; Sam and Bo are on its roster, by these names."""
    async with community(tmp_path) as made:
        await made.gets_ready("sam", "bo")
        for who, name in (("sam", "Sam"), ("bo", "Bo")):
            await made.command(who, f"duty name {name}")
        made.world.platform.rooms["staff"].clear()
        yield made


async def reports(
    here: Community,
    who: str,
    message: str = "m1",
    *,
    author: str = "eve",
    quote: str = "nobody wants you here",
    roles: frozenset[str] = frozenset(),
    room: Address = GENERAL,
) -> str:
    """Somebody reports a message of a room. Returns: what they read."""
    event = here.world.platform.event(who, room) | {"waiting": None}
    await here.world.core.take(
        Reported(
            **event,
            reported=message,
            author=Address("memory", user=author),
            author_roles=roles,
            quote=quote,
        )
    )
    await here.world.settle()
    return here.world.last(who)


# --- in words


async def test_a_report_asks_first_whether_it_is_about_one_of_the_team(here: Community) -> None:
    """By the names that members know; about somebody else it goes to the staff room."""
    ada = await joined(here)
    await ada.say("report somebody keeps writing to me")
    assert [*ada.offered.values()][:3] == ["No, about somebody else", "Sam", "Bo"]

    await ada.press("members")
    await ada.press("unnamed")

    assert here.in_staff_room[0].startswith("Member 1 reports something to the team.")
    assert here.in_staff_room[1].endswith("> somebody keeps writing to me")


async def test_a_report_without_words_is_asked_for_them(here: Community) -> None:
    """In a form where there are forms."""
    ada = await joined(here)
    await ada.say("report")
    await ada.fill("tell", words="it happened again")
    await ada.press("members")
    await ada.press("named")

    assert here.in_staff_room[1].endswith("> it happened again")


async def test_a_report_about_one_of_the_team_goes_past_them(here: Community) -> None:
    """Not to the room that they read, but to the others in private; who can answer from there."""
    ada = await joined(here)
    await ada.say("report Sam was unkind to me")
    await ada.press(next(each for each, label in ada.offered.items() if label == "Sam"))
    assert "not to the one it is about" in ada.last
    await ada.press("unnamed")

    assert here.in_staff_room == []
    assert "unkind" not in "\n".join(here.seen_by("sam"))
    assert here.seen_by("bo")[-1].endswith("> Sam was unkind to me")
    assert "Member 1 reports something" in here.seen_by("bo")[-2]

    shown = here.world.platform.offering("bo", "reply")
    assert shown.choices is not None
    await member(here, "bo").send_form("line-answer", shown.choices.prompt, words="I am sorry")
    assert ada.last.endswith("> I am sorry")
    assert here.in_staff_room == []


async def test_the_one_it_is_about_cannot_answer_for_the_team(here: Community) -> None:
    """Neither with the prompt in hand nor from the staff room."""
    ada = await joined(here)
    await ada.say("report Sam was unkind to me")
    await ada.press(next(each for each, label in ada.offered.items() if label == "Sam"))
    await ada.press("unnamed")
    shown = here.world.platform.offering("bo", "reply")
    assert shown.choices is not None
    seen = list(ada.seen)

    await member(here, "sam").send_form("line-answer", shown.choices.prompt, words="not true")
    await here.choose("sam", shown.choices.prompt, "close")
    await here.command("sam", "line name")

    assert ada.seen == seen
    assert "ada" not in "\n".join([*here.in_staff_room, *here.seen_by("sam")])


async def test_whom_the_words_name_is_passed_over_too(here: Community) -> None:
    """ "Somebody who isn't in this list", and yet named."""
    ada = await joined(here)
    await ada.say("report the one whom you call bo here")
    await ada.press("other")
    await ada.press("unnamed")

    assert here.in_staff_room == []
    assert [each for each in here.seen_by("sam") if "you call bo here" in each]
    assert not [each for each in here.seen_by("bo") if "you call bo here" in each]


async def test_if_nobody_remains_the_member_hears_it(tmp_path: Path) -> None:
    """Nothing is silently dropped: it says so, and whom else to turn to."""
    async with community(tmp_path) as here:
        await here.gets_ready("sam")
        await here.command("sam", "duty name Sam")
        here.world.platform.rooms["staff"].clear()
        ada = await joined(here)
        await ada.say("report Sam was unkind to me")
        await ada.press(next(each for each, label in ada.offered.items() if label == "Sam"))

        assert "nobody of the team left" in ada.last
        assert set(ada.offered) == {"help now"}
        assert here.in_staff_room == []


# --- a message


async def test_the_team_reads_who_reported_what_and_where(here: Community) -> None:
    """Quietly, with the words cut short; whoever wrote them is told nothing."""
    answer = await reports(here, "ada", quote="nobody wants you here " + "x" * 400)

    assert "Thank you. The team gets to see it" in answer
    (alert,) = here.in_staff_room
    assert "Reported by: ada" in alert
    assert "Written by: eve" in alert
    assert "Where: general" in alert
    assert "nobody wants you here" in alert
    assert len(alert) < 500
    assert here.world.platform.rooms["staff"][0].called == ()
    assert here.seen_by("eve") == []


async def test_a_message_is_reported_once_by_one_person(here: Community) -> None:
    """Again by the same: said so; by another: the team hears it again."""
    await reports(here, "ada")
    assert "has it already" in await reports(here, "ada")
    await reports(here, "bea")

    assert len(here.in_staff_room) == 2


@pytest.mark.parametrize(("author", "roles"), [("sam", frozenset()), ("max", {"moderator"})])
async def test_a_message_by_one_of_the_team_is_reported_past_them(
    here: Community, author: str, roles: set[str]
) -> None:
    """Known by the roster, or by the platform's own rights."""
    await reports(here, "ada", author=author, roles=frozenset(roles))

    assert here.in_staff_room == []
    assert "by one of the team" in here.seen_by("bo")[-1]
    assert not [each for each in here.seen_by(author) if "was reported" in each]


async def test_reports_do_not_flood(here: Community) -> None:
    """Ten in an hour are enough for one person."""
    for number in range(11):
        answer = await reports(here, "ada", f"m{number}")

    assert len(here.in_staff_room) == 10
    assert "a lot at once" in answer
    await here.passes(hours=1, minutes=1)
    assert "Thank you" in await reports(here, "ada", "m99")


async def test_where_no_team_is_the_platforms_own_report_is_named(tmp_path: Path) -> None:
    """Nothing is promised that nobody does."""
    async with community(tmp_path, staff=()) as here:
        assert "sent it to nobody" in await reports(here, "ada")


async def test_a_message_in_private_is_reported_in_words(here: Community) -> None:
    """The bot wrote it: nobody could tell from it who is meant."""
    event = here.world.platform.event("ada") | {"waiting": None}
    await here.world.core.take(Reported(**event, direct=True, reported="m1"))
    await here.world.settle()

    assert here.in_staff_room == []
    assert "buddy report" in here.world.last("ada")


# --- names


async def owner_says(here: Community, text: str) -> str:
    """The owner says something in the staff room."""
    event = here.world.platform.event("olga", STAFF) | {"roles": frozenset({"owner"})}
    name, _, rest = text.partition(" keeper ")
    args = {"helper": rest}
    await here.world.core.take(Commanded(**event, name=f"{name} keeper", args=args))
    await here.world.settle()
    return here.in_staff_room[-1]


async def test_only_a_keeper_of_names_looks_up_who_writes(here: Community) -> None:
    """It is recorded, the team sees that it happened, and the member is told."""
    ada = await joined(here)
    await opens(ada)

    await below(here, "sam", "line name")
    assert "for a keeper of names alone" in here.world.last("sam")
    assert "keeps the names from now on" in await owner_says(here, "team keeper Sam")
    await below(here, "sam", "line name")

    assert "This is who Member 1 is" in here.world.last("sam")
    assert here.world.last("sam").endswith("ada")
    assert "A keeper of names has looked up who Member 1 is" in here.in_staff_room[-1]
    assert "has looked up your name" in ada.last
    assert "Member 1, " in await here.command("bo", "line lookups")


async def test_moderators_cannot_make_themselves_keepers(here: Community) -> None:
    """The owner names them."""
    await here.command("sam", "team keeper Sam")
    assert "Nobody keeps the names" in await here.command("sam", "team keepers")


async def test_a_keeper_blocks_who_writes_without_a_name_and_lifts_it(here: Community) -> None:
    """The member is told; they cannot open another line until it is lifted."""
    ada = await joined(here)
    await opens(ada)
    await below(here, "bo", "line block")
    assert "for a keeper of names alone" in here.world.last("bo")

    await owner_says(here, "team keeper Sam")
    await below(here, "sam", "line block")
    assert "takes no more messages" in ada.last
    await ada.say("team please")
    assert "takes no messages from you" in ada.last
    await ada.say("report the other one")
    await ada.press("members")
    assert "takes no messages from you" in ada.last

    assert "Lifted" in await here.command("sam", "line unblock 1")
    await opens(ada, "thank you")
    assert here.in_staff_room[-1].endswith("> thank you")


async def test_a_choice_that_was_not_offered_means_nothing(here: Community) -> None:
    """Another member's question cannot be answered in their place."""
    ada = await joined(here)
    await ada.say("team hello")
    shown = here.world.platform.offering("ada", "unnamed")
    assert shown.choices is not None
    bea = await joined(here, "bea")

    event = bea._event() | {"message": shown.id}
    await bea.take(Chose(**event, direct=True, prompt=shown.choices.prompt, choice="unnamed"))

    assert here.in_staff_room == []
