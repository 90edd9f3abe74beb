"""Setting up a community from chat, through the front door, on the platform in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.memory import MemoryAdapter
from bot.checkins.dates.milestones import read_marks
from bot.checkins.dates.offers import Offer
from bot.communities.effective import Effective, FromFile
from bot.communities.listing import read_file
from bot.platform import (
    Action,
    Address,
    Choice,
    Chose,
    FormFilled,
    Invited,
    Outcome,
    Receipt,
    Right,
    Said,
    Say,
)
from bot.served import Served
from bot.settings import CommunitySettings
from storage import episodes, members
from storage.database import Database, Transaction, open_database
from storage.encryption import MasterKey
from tests.support.databases import with_tables
from tests.support.texts import own_texts
from tests.support.world import World, running

MASTER = MasterKey.from_base64("A" * 43 + "=")
SPACE = "harbour"
STAFF = Address("memory", space=SPACE, channel="staff")
GENERAL = Address("memory", space=SPACE, channel="general")
_EARLY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)  # half past nine in Berlin
OWNER = frozenset({"owner", "moderator"})


@dataclass
class House:
    """A community with nothing set, and its owner."""

    world: World
    served: Served

    @property
    def platform(self) -> MemoryAdapter:
        return self.world.platform

    async def say(
        self, text: str, *, who: str = "olga", room: Address | None = STAFF, **told: Any
    ) -> str:
        """Somebody says something to the bot. Returns: the newest message they see there."""
        told = {"roles": OWNER} | told
        where = room or Address("memory", user=who)
        event = self.platform.event(who, where) | (told if room else {})
        await self._take(Said(**event, text=text, addressed=True, direct=room is None))
        return self.seen(where.channel or who)[-1]

    async def press(self, choice: str, *, room: str = "staff", who: str = "olga") -> str:
        shown = self.platform.offering(room, choice)
        assert shown.choices is not None
        direct, before = room == who, shown.text
        where = Address("memory", user=who) if direct else Address("memory", SPACE, room)
        event = self.platform.event(who, where) | {"message": shown.id}
        if not direct:
            event["roles"] = OWNER
        await self._take(Chose(**event, prompt=shown.choices.prompt, choice=choice, direct=direct))
        return shown.text if shown.text != before else self.seen(room)[-1]

    async def write(self, words: str, *, room: str = "staff") -> str:
        """Fill in the form behind "name"."""
        shown = self.platform.offering(room, "name")
        assert shown.choices is not None
        form = next(o.form for o in shown.choices.options if o.id == "name")
        event = self.platform.event("olga", STAFF) | {"roles": OWNER}
        filled = FormFilled(
            **event, form=form or "", prompt=shown.choices.prompt, values={"words": words}
        )
        await self._take(filled)
        return self.seen(room)[-1]

    async def _take(self, event: Any) -> None:
        await self.world.core.take(event)
        await self.world.settle()

    def seen(self, room: str) -> list[str]:
        return self.platform.read(room)

    def options(self, room: str) -> dict[str, Choice]:
        choices = self.platform.rooms[room][-1].choices
        return {option.id: option for option in choices.options} if choices else {}

    async def invite(self, who: str = "olga", *, space: str = SPACE, **told: Any) -> None:
        event = self.platform.event(who, Address("memory", space=space)) | {"waiting": None}
        event |= {"roles": OWNER, "spaces": (space,), "name": "Harbour House"} | told
        await self._take(Invited(**event))

    async def staff(self) -> list[Address]:
        id = await self.id()
        return await self.world.database.read(lambda tx: self.served.effective.of(tx, id).staff)

    async def value(self, key: str) -> Any:
        id = await self.id()
        return await self.world.database.read(lambda tx: self.served.effective.of(tx, id)[key])

    async def id(self) -> int:
        found = await self.world.database.read(
            lambda tx: members.communities_with(tx, "memory", [SPACE])
        )
        return found[0].id


def _put(tx: Transaction, space: str = SPACE) -> int:
    return members.put_community(
        tx,
        name="Harbour House",
        language="en",
        country=None,
        zone="UTC",
        spaces_of=[("memory", space)],
    )


@asynccontextmanager
async def house(
    folder: Path,
    *,
    listed: bool = True,
    file: FromFile | None = None,
    platform: MemoryAdapter | None = None,
    open_to_all: bool = False,
) -> AsyncIterator[House]:
    """A running bot whose one community nobody has set up.

    Args:
        listed: the operator's file names it; file: and says this of it.
    """
    url = f"sqlite:///{folder / 'h.db'}"
    database: Database = open_database(with_tables(url, MASTER), MASTER)
    files: dict[int, FromFile] = {}
    if listed:
        files[await database.write(_put)] = file or FromFile()
    await database.close()
    served = Served(Effective(files), own_texts())
    async with running(
        url,
        platform=platform,
        master=MASTER,
        effective=served.effective,
        rooms_of=served.rooms_of,
        checkin_rooms=served.checkin_rooms,
        date_offers=served.offer,
        open_to_all=open_to_all,
    ) as world:
        yield House(world, served)


async def test_a_community_is_set_up_step_by_step_and_ends_in_a_test_that_arrives(
    tmp_path: Path,
) -> None:
    """From nothing to a team that is told, without anybody touching a file."""
    async with house(tmp_path) as it:
        first = await it.say("community setup")
        assert "1 of 8" in first

        assert "2 of 8" in await it.press("here")
        assert any("A test, nothing to do" in said for said in it.seen("staff"))
        assert await it.staff() == [STAFF]

        third = await it.write("#general")
        assert "Nothing of it is stored" in third
        assert "3 of 8" in third
        assert "4 of 8" in await it.press("en")
        assert "5 of 8" in await it.write("Germany")
        assert "6 of 8" in await it.write("Berlin")
        assert "check-ins, meetings" in await it.press("buddies")
        assert "7 of 8" in await it.press("skip")
        last = await it.write("helpers")
        assert "8 of 8" in last
        assert "116" in last or "0800" in last  # numbers of Germany's help lines
        await it.press("checked")

        done = next(said for said in it.seen("staff") if "is set up" in said)
        assert "Help lines that members see: checked" in done
        assert "(staff_room): #staff · set from chat" in done
        assert "I looked at every room" in it.seen("olga")[-1]
        found = await it.world.database.read(lambda tx: members.all_communities(tx)[0])
        assert [(each.language, each.country, each.zone) for each in found] == [
            ("en", "DE", "Europe/Berlin")
        ]


async def test_steps_can_be_left_out_and_come_back_to(tmp_path: Path) -> None:
    """Nothing is asked twice, nothing is lost, and the summary says what is missing."""
    async with house(tmp_path) as it:
        await it.say("community setup")
        for _ in range(2):
            await it.press("skip")
        assert "2 of 8" in await it.press("back")
        for _ in range(6):
            said = await it.press("skip")
        assert "8 of 8" in said
        done = await it.press("skip")

        assert "no country is set" in done
        assert "No staff room is set yet" in done


async def test_an_old_button_still_works_after_a_restart(tmp_path: Path) -> None:
    """Where somebody stands is in the question itself."""
    platform = MemoryAdapter()
    async with house(tmp_path, platform=platform) as it:
        await it.say("community setup")
        await it.press("skip")
    async with house(tmp_path, platform=platform) as it:
        assert "3 of 8" in await it.press("here")

        assert await it.value("watched") == [["memory", SPACE, "staff"]]


@pytest.mark.parametrize("text", ["community setup", "community show", "check permissions"])
async def test_who_is_no_owner_is_told_who_can(tmp_path: Path, text: str) -> None:
    """Kindly, and nothing is shown of what is set."""
    async with house(tmp_path) as it:
        said = await it.say(text, who="mo", roles=frozenset({"moderator"}))

        assert "whoever owns or may manage the server" in said
        assert it.platform.rooms["staff"][-1].choices is None


async def test_a_stranger_who_presses_an_owners_button_changes_nothing(tmp_path: Path) -> None:
    """Prompts are no secret."""
    async with house(tmp_path) as it:
        await it.say("community setup")
        event = it.platform.event("mo", STAFF) | {"roles": frozenset({"moderator"})}
        await it.world.core.take(Chose(**event, prompt="setup/staff_room", choice="here"))
        await it.world.settle()

        assert "I can't see here that you look after a community" in it.seen("staff")[-1]
        assert await it.value("staff_room") == []


async def test_owners_go_on_in_direct_messages_for_three_days(tmp_path: Path) -> None:
    """No platform tells roles there; so it has to have begun in a room of theirs."""
    async with house(tmp_path) as it:
        assert "whoever owns" in await it.say("community show", room=None)

        await it.say("community setup")
        assert "What Harbour House is set to" in await it.say("community show", room=None)
        # "here" is the room in which it began.
        assert "#staff" in await it.say("community set staff_room here", room=None)

        await it.world.move_by(days=3, minutes=1)
        assert "whoever owns" in await it.say("community show", room=None)


async def test_rights_to_set_up_reach_into_nothing_else(tmp_path: Path) -> None:
    """In direct messages they are for the community's settings, not for moderating."""
    async with house(tmp_path) as it:
        await it.say("community setup")

        assert "Only this community's moderators" in await it.say("lines list", room=None)


async def test_a_staff_room_that_cannot_be_written_to_is_told_and_not_used(
    tmp_path: Path,
) -> None:
    """A team that believes it is alerted, and is not, is worse than none."""
    platform = MemoryAdapter(rights={"staff": frozenset({Right.SEE})})
    async with house(tmp_path, platform=platform) as it:
        await it.say("community set staff_room here")

        assert "I'm missing the right to send messages" in it.seen("olga")[-1]
        assert await it.staff() == []
        assert "not reached yet" in await it.say("community show")

        platform.rights = {}
        await it.say("check permissions")
        assert await it.staff() == [STAFF]
        assert "I have all the rights I need" in it.seen("olga")[-1]


async def test_a_test_message_that_does_not_arrive_is_told(tmp_path: Path) -> None:
    """Whatever the platform claims of rights: what counts is that the message is there."""

    def refuse(action: Action) -> Receipt | None:
        if isinstance(action, Say) and action.to.channel == "staff":
            return Receipt(outcome=Outcome.REFUSED, reason="50013")
        return None

    async with house(tmp_path, platform=MemoryAdapter(script=refuse)) as it:
        await it.say("community set staff_room here")

        assert "my test message didn't arrive" in it.seen("olga")[-1]
        assert await it.staff() == []


async def test_a_room_of_others_is_let_go(tmp_path: Path) -> None:
    """An owner cannot have alerts written into somebody else's server."""

    def elsewhere(action: Action) -> Receipt | None:
        if not isinstance(action, Say) and getattr(action, "asked_by", None):
            return Receipt(outcome=Outcome.REFUSED, reason="elsewhere")
        return None

    async with house(tmp_path, platform=MemoryAdapter(script=elsewhere)) as it:
        await it.say("community set staff_room #theirs")

        assert "have let it go" in it.seen("olga")[-1]
        assert await it.value("staff_room") == []
        assert it.seen("theirs") == []


async def test_what_the_file_locks_is_shown_and_kept(tmp_path: Path) -> None:
    """The owner reads who fixed it, and what counts."""
    file = FromFile(values={"language": "de"}, locked=frozenset({"language"}))
    async with house(tmp_path, file=file) as it:
        said = await it.say("community set language es")

        assert "has fixed language in its configuration: de" in said
        assert await it.value("language") == "de"
        assert "fixed by whoever runs this bot" in await it.say("community show")


async def test_bad_values_are_told_with_what_would_do(tmp_path: Path) -> None:
    """One line to copy; nothing is changed."""
    async with house(tmp_path) as it:
        assert "A mention (#room)" in await it.say("community set staff_room 12 !!")
        assert "two letters" in await it.say("community set country Atlantis")
        assert "community set staff_room here" in await it.say("community set nonsense x")
        assert (
            "Just" in await it.say("community set staff_room a b")
            or "One room" in it.seen("staff")[-1]
        )
        assert await it.value("country") is None


# --- invited


async def test_whoever_invites_the_bot_is_told_in_private_once(tmp_path: Path) -> None:
    """What it needs, and one button that begins."""
    async with house(tmp_path) as it:
        await it.invite(id="invited:1")
        await it.invite(id="invited:1")

        (told,) = it.seen("olga")
        assert "thank you for bringing me to Harbour House" in told
        begun = await it.press("community setup", room="olga")
        assert "1 of 8" in begun
        assert "here" not in it.options("olga")  # there is no room yet that it could mean


async def test_nobody_is_written_to_where_everything_is_set_up(tmp_path: Path) -> None:
    """An upgrade, or a bot that comes back, bothers no owner."""
    file = FromFile(values={"staff_room": [["memory", SPACE, "staff"]]})
    async with house(tmp_path, file=file) as it:
        await it.invite()

        assert it.seen("olga") == []


async def test_an_unlisted_community_is_taken_in_only_where_anybody_may(tmp_path: Path) -> None:
    """`communities = "open"`."""
    async with house(tmp_path, listed=False) as it:
        await it.invite(id="invited:1")
        assert it.seen("olga") == []

    async with house(tmp_path, listed=False, open_to_all=True) as it:
        await it.invite(id="invited:2")
        assert "1 of 8" in await it.press("community setup", room="olga")
        assert await it.value("name") == "Harbour House"


async def test_whoever_invites_without_owning_is_told_but_cannot_set_up(tmp_path: Path) -> None:
    """An invitation by itself gives nobody a say."""
    async with house(tmp_path) as it:
        await it.invite("ben", roles=frozenset())

        assert it.options("ben") == {}
        assert "whoever owns" in await it.say("community setup", who="ben", room=None)


# --- what a community does without


async def test_a_feature_that_is_off_keeps_still(tmp_path: Path) -> None:
    """Its commands say so kindly, and what was planned is not sent."""
    async with house(tmp_path) as it:
        await it.world.join("ada")
        ada = {"who": "ada", "room": GENERAL, "roles": frozenset()}
        await it.say("help", **ada)  # type: ignore[arg-type]
        id = await it.id()
        person = await it.world.database.read(lambda tx: members.member_with(tx, "memory", "ada"))
        assert person is not None
        now = it.world.clock.now()
        await it.world.database.write(lambda tx: members.add_membership(tx, person.id, id, now))

        await it.say("community set features meetings")
        assert "does without check-ins" in await it.say("checkin now", **ada)  # type: ignore[arg-type]
        before = len(it.seen("ada"))
        await it.world.move_to(_EARLY + timedelta(days=1))
        assert len(it.seen("ada")) == before  # the question of that morning

        await it.say("community set features all")
        await it.world.move_to(_EARLY + timedelta(days=2))
        assert len(it.seen("ada")) == before + 1


async def test_what_is_off_is_neither_listed_nor_answered(tmp_path: Path) -> None:
    """With check-ins go dates, goals and sharing; `help` and the doors leave them out."""
    async with house(tmp_path) as it:
        await it.world.join("ada")
        ada = {"who": "ada", "room": GENERAL, "roles": frozenset()}
        full = await it.say("help", **ada)  # type: ignore[arg-type]
        assert all(word in full for word in ("- goal", "- checkin", "- share", "- date"))

        await it.say("community set features meetings")
        for text in ("date list", "goal list", "share today here", "checkin group poll"):
            said = await it.say(text, **ada | {"roles": OWNER})  # type: ignore[arg-type]
            assert "does without check-ins" in said, text
        listed = await it.say("help", **ada)  # type: ignore[arg-type]
        for word in ("goal", "checkin", "share", "date", "buddy"):
            assert f"- {word}" not in listed, word
        assert "- meetings" in listed
        assert "checkin now" not in it.options("general")
        assert "does without" not in await it.say("share stop", **ada)  # type: ignore[arg-type]


async def test_milestones_their_room_and_roles_are_set_from_chat(tmp_path: Path) -> None:
    """The file's are what counts until then, and again after "default"."""
    file = read_file(
        CommunitySettings.model_validate(
            {
                "name": "Harbour House",
                "spaces": ["discord:1"],
                "milestones": ["30d", "years"],
                "milestone_room": "discord:2",
                "milestone_chips": ["30d=discord:3"],
            }
        )
    )
    async with house(tmp_path, file=file) as it:

        async def offered() -> Offer:
            id = await it.id()
            return await it.world.database.read(lambda tx: it.served.offer(tx, id))

        before = await offered()
        assert before.marks == read_marks(["30d", "years"])
        assert before.rooms["discord"] == Address("discord", "1", "2")
        assert before.chips["30d"] == (Address("discord", "1"), "3")

        assert "1w, 90d" in await it.say("community set milestones 1w 90d")
        await it.say("community set milestone_room here")
        await it.say("community set milestone_chips 90d = <@&12345>, 1y=discord:123456789012345678")
        assert "Roles for milestones" in await it.say("community show")
        after = await offered()
        assert after.marks == read_marks(["1w", "90d"])
        assert after.rooms["memory"] == STAFF  # the test message arrived
        assert {code: role for code, (_, role) in after.chips.items()} == {
            "90d": "12345",
            "1y": "123456789012345678",
        }

        assert "list them like" in await it.say("community set milestones soon")
        assert "list them like" in await it.say("community set milestones 5h")
        assert "a Discord role for it" in await it.say("community set milestone_chips 30d=admin")
        assert "usual ones" in await it.say("community set milestones none")
        assert (await offered()).marks is None
        for key in ("milestones", "milestone_room", "milestone_chips"):
            await it.say(f"community set {key} default")
        assert await offered() == before


async def test_who_moderates_by_a_role_of_the_platform(tmp_path: Path) -> None:
    """Named once, they moderate here as if the platform had said so; others don't."""
    async with house(tmp_path) as it:
        await it.say("community set moderators helpers")

        named = {"who": "hal", "roles": frozenset(), "ranks": frozenset({"helpers"})}
        other = {"who": "ben", "roles": frozenset(), "ranks": frozenset({"others"})}
        assert "Only this community's moderators" not in await it.say("lines list", **named)  # type: ignore[arg-type]
        assert "Only this community's moderators" in await it.say("lines list", **other)  # type: ignore[arg-type]


# --- rehearsing


async def test_a_rehearsal_cannot_be_mistaken_for_the_real_thing(tmp_path: Path) -> None:
    """Its first words, every button and every answer say so; nobody is called or paged."""
    performed: list[Action] = []

    def watch(action: Action) -> Receipt | None:
        performed.append(action)
        return None

    async with house(tmp_path, platform=MemoryAdapter(script=watch)) as it:
        assert "no staff room" in await it.say("rehearse")
        await it.say("community set staff_room here")
        before = len(it.seen("staff"))
        performed.clear()
        await it.say("rehearse")

        played = it.platform.rooms["staff"][before:]
        assert len(played) == 4  # a check-in, a reminder, an alert, and the answer
        assert all(shown.text.startswith("Rehearsal") for shown in played)
        labels = [o.label for shown in played if shown.choices for o in shown.choices.options]
        assert len(labels) == 9
        assert all(label.startswith("Rehearsal: ") for label in labels)
        said = [action for action in performed if isinstance(action, Say)]
        assert said
        assert not any(action.rings or action.urgent for action in said)
        assert all(shown.called == () for shown in played)

        assert (await it.press("1")).startswith("Rehearsal")
        assert await it.world.database.read(episodes.unsettled) == []
