"""Through the front door: somebody seems in danger, is answered alone, and the team is called."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from adapters.memory import MemoryAdapter
from bot.crisis.detector import Level
from bot.crisis.watching import aftercare
from bot.platform import Action, Address, Outcome, Receipt, Reply, Said, Say, Undecryptable
from storage import crisis_rules, episodes
from storage.database import Transaction
from storage.episodes import Episode
from storage.tables import conversations, outbox
from tests.support.crisis import (
    A_FRIEND_LIES_THERE,
    ABOUT_A_FRIEND,
    ABUSE,
    AT_HOME,
    EVERYDAY,
    GENERAL,
    GRAVE,
    LOUNGE,
    LOW,
    SPACE,
    URGENT,
    Agreed,
    Team,
    agreed,
    gathered,
)
from tests.support.person import Person
from tests.support.world import World, running


@pytest.fixture
def team() -> Team:
    return Team()


@pytest.fixture
async def world(tmp_path: Path, team: Team) -> AsyncIterator[World]:
    """A community with a team, on a platform where nothing waits for an answer."""
    async with gathered(tmp_path, team) as made:
        yield made


def ada(world: World, **told: object) -> Person:
    """Somebody of the community."""
    return Person(world, "ada", spaces=(SPACE,), **told)


def in_room(world: World, text: str, room: Address = GENERAL, **more: object) -> Said:
    """What somebody says to the others."""
    event = world.platform.event("ada", room) | {"spaces": (SPACE,)} | more
    return Said(**event, text=text, addressed=False)


def staff(world: World) -> list[str]:
    return world.platform.read("staff")


async def recorded(world: World) -> list[Episode]:
    return await world.database.read(episodes.unsettled)


# --- who reads what


async def test_whoever_writes_it_privately_is_answered_and_the_team_called(world: World) -> None:
    """One private answer with help lines; the team hears who and what to do, never the words."""
    await ada(world).say(GRAVE)

    (answer,) = ada(world).seen
    assert "I'm a program" in answer.splitlines()[0]
    assert "988" in answer
    assert "alerting the team of Harbour" in answer
    assert "Nobody has answered yet" in answer
    (alert,) = staff(world)
    assert GRAVE not in alert
    assert "ada" in alert
    assert {"talk", "help", "show", "misread"} == set(ada(world).offered)


async def test_in_a_watched_room_the_writer_alone_is_answered(world: World) -> None:
    """The room sees nothing; the team gets to know where it was."""
    await ada(world).take(in_room(world, GRAVE))

    assert len(ada(world).seen) == 1
    assert world.platform.read("general") == []
    (alert,) = staff(world)
    assert GRAVE not in alert
    assert "show" not in ada(world).offered  # they see the message by its link


async def test_rooms_that_are_not_watched_are_not_read(world: World) -> None:
    """Watching a room is a decision of its community, and told to its members."""
    await ada(world).take(in_room(world, GRAVE, LOUNGE))

    assert ada(world).seen == staff(world) == []
    assert await recorded(world) == []


async def test_threads_of_a_watched_room_are_watched(world: World) -> None:
    """What is said below a message there is said there."""
    thread = Address("memory", space=SPACE, channel="thread")

    await ada(world).take(in_room(world, GRAVE, thread, thread_of="general"))

    assert len(ada(world).seen) == len(staff(world)) == 1


async def test_everyday_talk_goes_unnoticed(world: World) -> None:
    """Nothing is answered, alerted or kept."""
    await ada(world).take(in_room(world, EVERYDAY))

    assert ada(world).seen == staff(world) == []


async def test_settings_that_the_detector_refuses_stop_nobody_s_watch(tmp_path: Path) -> None:
    """A rule that a release no longer has was silenced by an earlier one."""
    team = Team()
    refused: list[frozenset[str]] = []

    def picky(terms: tuple[tuple[str, Level], ...], silenced: frozenset[str]) -> Agreed:
        if silenced:
            refused.append(silenced)
            raise ValueError
        return Agreed()

    async with gathered(tmp_path, team, detector_with=picky) as world:

        def silence(tx: Transaction) -> None:
            crisis_rules.propose_silence(tx, team.community, "gone", b"mo", world.clock.now())
            crisis_rules.agree_to_silence(tx, team.community, "gone", world.clock.now())

        await world.database.write(silence)
        await world.watch.look()
        await ada(world).take(in_room(world, GRAVE))

        assert refused
        assert len(ada(world).seen) == 1


async def test_a_team_s_own_room_is_not_watched(world: World) -> None:
    """There people speak about others, in plain words."""
    sam = Person(world, "sam", spaces=(SPACE,))
    room = Address("memory", space=SPACE, channel="staff")

    await sam.say(f"she wrote: {GRAVE}", room=room)

    assert await recorded(world) == []
    assert not any("988" in shown for shown in sam.seen)


# --- before anything else


async def test_it_comes_before_joining(world: World) -> None:
    """Nobody has to sign up first, and is not asked to; nobody is told off for the wording."""
    await ada(world).say(GRAVE)

    assert len(ada(world).seen) == 1
    assert "Start" not in ada(world).offered.values()


async def test_it_comes_after_stop(world: World) -> None:
    """Who said stop is still answered; no team hears of them any more, and they read so."""
    await ada(world).join()
    await ada(world).say("stop")

    await ada(world).say(GRAVE)

    assert "I have told nobody." in ada(world).last
    assert staff(world) == []


async def test_it_comes_inside_a_question(world: World) -> None:
    """The reply first; then what they wrote counts as the answer to what was asked."""
    await ada(world).join()
    await ada(world).say("checkin prompt")

    await ada(world).say(GRAVE)

    assert any("988" in shown for shown in ada(world).seen)
    assert len(staff(world)) == 1


@pytest.mark.parametrize("times", [2, 3])
async def test_a_repeated_event_is_answered_once(world: World, times: int) -> None:
    """Platforms hand events over again when they are in doubt."""
    event = in_room(world, GRAVE)

    for _ in range(times):
        await ada(world).take(event)

    assert len(ada(world).seen) == len(staff(world)) == len(await recorded(world)) == 1


async def test_a_repeated_event_is_answered_once_after_a_restart(
    tmp_path: Path, team: Team
) -> None:
    """The next process knows what was served."""
    platform = MemoryAdapter(forms=False)
    url = f"sqlite:///{tmp_path / 'h.db'}"
    for _ in range(2):
        async with running(
            url, platform=platform, rooms_of=team.rooms_of, detector_with=agreed
        ) as world:
            await team.gather(world)
            event = in_room(world, GRAVE, id="the-same")
            await ada(world).take(event)

            assert len(ada(world).seen) == len(staff(world)) == 1


# --- who is told


async def test_who_refuses_alerts_is_told_that_nobody_was(world: World) -> None:
    """The reply comes all the same, and a `stop` and `start` later the no still stands."""
    await ada(world).join()
    await ada(world).say("alerts off")
    await world.move_by(minutes=1)
    await ada(world).say("stop")
    await ada(world).say("start")

    await ada(world).say(GRAVE)

    assert "I have told nobody." in ada(world).last
    assert staff(world) == []

    await ada(world).say("alerts on")
    await world.move_by(hours=1)
    await ada(world).say(GRAVE)
    assert len(staff(world)) == 1


@pytest.mark.parametrize(
    ("on_duty", "drilled"), [(False, True), (True, False)], ids=["nobody on duty", "no drill"]
)
async def test_no_human_is_promised_where_none_may_come(
    tmp_path: Path, on_duty: bool, drilled: bool
) -> None:
    """Who waits for somebody who does not come is worse off than who calls a line."""
    team = Team()
    async with gathered(tmp_path, team, on_duty=on_duty, drilled=drilled) as world:
        await ada(world).say(GRAVE)

        assert "I have told nobody." in ada(world).last
        assert staff(world) == []
        assert "988" in ada(world).last


async def test_watching_rooms_waits_for_a_drill(tmp_path: Path) -> None:
    """Nobody reads along before the team has shown that it can be reached."""
    team = Team()
    async with gathered(tmp_path, team, drilled=False) as world:
        await ada(world).take(in_room(world, GRAVE))

        assert ada(world).seen == staff(world) == []


async def test_what_was_read_last_counts(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look that began before the team was there may be done after one that has seen it."""
    read, late = world.database.read, asyncio.Event()
    empty: tuple[Any, ...] = ({}, {}, {})
    answers = [empty]

    async def slow(work: Callable[[Transaction], Any]) -> Any:
        if answers:
            answers.pop()
            await late.wait()
            return empty
        found = await read(work)
        late.set()
        return found

    monkeypatch.setattr(world.database, "read", slow)
    looks = [asyncio.create_task(world.watch.look()) for _ in range(2)]
    await asyncio.wait(looks, timeout=0.3)
    late.set()
    await asyncio.gather(*looks)
    await ada(world).take(in_room(world, GRAVE))

    assert len(staff(world)) == 1


async def test_the_team_learns_whom_it_did_not_reach(world: World) -> None:
    """Somebody has to find another way, and knows at once."""

    def closed(action: Action) -> Receipt | None:
        to_ada = isinstance(action, Say) and action.to.user == "ada"
        return Receipt(outcome=Outcome.GONE, reason="50007") if to_ada else None

    world.platform.script = closed
    await ada(world).take(in_room(world, GRAVE))

    assert ada(world).seen == []
    assert "not reach" in staff(world)[0].casefold()
    assert (await recorded(world))[0].reach == "none"


async def test_wishing_somebody_dead_is_a_matter_for_moderators(world: World) -> None:
    """It is no crisis of the writer's: they get no help lines, the team a link."""
    await ada(world).take(in_room(world, ABUSE))

    assert ada(world).seen == []
    assert len(staff(world)) == 1
    assert ABUSE not in staff(world)[0]
    assert await recorded(world) == []


async def test_the_team_hears_of_an_abuser_once_in_a_while(world: World) -> None:
    """Not of each line of a quarrel."""
    for _ in range(4):
        await ada(world).take(in_room(world, ABUSE))
    assert len(staff(world)) == 1
    assert ada(world).seen == []

    await world.move_by(hours=1)
    await ada(world).take(in_room(world, ABUSE))
    assert len(staff(world)) == 2


# --- again, and worse


async def test_the_same_again_is_not_alerted_twice_but_a_rise_is(world: World) -> None:
    """A team that is called for every line stops looking; what gets worse is always told."""
    for _ in range(5):
        await ada(world).take(in_room(world, GRAVE))
    assert len(ada(world).seen) == 1
    ringing = len(staff(world))
    assert ringing == 2  # the alert, and once that they wrote on

    await ada(world).take(in_room(world, URGENT))

    assert len(ada(world).seen) == 2
    assert "911" in ada(world).last
    assert len(staff(world)) > ringing
    (one,) = await recorded(world)
    assert one.level == "emergency"


async def test_what_is_said_again_and_again_weighs_more(world: World) -> None:
    """The third low word within the hour calls a person; being misread ends that."""
    for _ in range(2):
        await ada(world).take(in_room(world, LOW))
    assert staff(world) == []
    await ada(world).take(in_room(world, LOW))
    assert len(ada(world).seen) == len(staff(world)) == 1

    await ada(world).press("misread")
    await world.move_by(hours=1)
    told = len(staff(world))
    await ada(world).take(in_room(world, LOW))
    assert len(staff(world)) == told


async def test_after_the_team_has_settled_it_a_later_message_calls_them_anew(world: World) -> None:
    """Nobody falls through because of an alert that was closed."""
    await ada(world).take(in_room(world, GRAVE))
    (first,) = await recorded(world)
    settled = replace(first, state=episodes.HANDLED)
    await world.database.write(lambda tx: episodes.change(tx, settled))
    before = len(staff(world))

    await world.move_by(hours=2)
    await ada(world).take(in_room(world, GRAVE))

    (second,) = await recorded(world)
    assert second.id != first.id
    assert len(staff(world)) > before


async def test_who_writes_on_in_private_is_not_left_without_an_answer(world: World) -> None:
    """Nor told the same at length, nor that the bot did not understand."""
    await ada(world).say(GRAVE)
    await ada(world).say(f"{GRAVE}, you hear")

    assert len(ada(world).seen) == 2
    assert "I've read that, too" in ada(world).last
    assert "988" not in ada(world).last


# --- what they read


async def test_danger_at_home_is_asked_about_before_anything_is_shown(world: World) -> None:
    """Whoever they fear may be looking at the screen."""
    await ada(world).say(AT_HOME)

    assert ada(world).seen == ["Safe to read here?"]
    assert set(ada(world).offered) == {"yes"}

    await ada(world).press("yes")
    assert "It isn't your fault" in ada(world).last
    assert "alerting the team" in ada(world).last


async def test_for_somebody_else_one_reads_what_to_do(world: World) -> None:
    """How to ask, that asking does no harm, and that one is not alone with it."""
    await ada(world).say(ABOUT_A_FRIEND)

    assert "ask them directly" in ada(world).last
    assert "the numbers are for you, too" in ada(world).last


async def test_with_a_life_at_stake_the_emergency_number_comes_first(world: World) -> None:
    """Then what to do until help is there."""
    await ada(world).say(A_FRIEND_LIES_THERE)

    paragraphs = ada(world).last.split("\n\n")
    assert "911" in paragraphs[1]
    assert ada(world).last.index("911") < ada(world).last.index("naloxone")
    assert "onto their side" in ada(world).last


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Ich will nicht mehr leben", "Ich bin ein Programm"), ("Je veux mourir", "programme")],
)
async def test_the_reply_speaks_the_language_of_the_message(
    world: World, words: str, expected: str
) -> None:
    """Whatever language the member chose for everything else, or we speak at all."""
    await ada(world).say(words)

    assert expected in ada(world).last


# --- missed


async def test_what_was_missed_in_a_room_goes_to_the_team_alone(world: World) -> None:
    """A note hours later would read as if it were about now."""
    written = world.clock.now() - timedelta(hours=3)
    await ada(world).take(in_room(world, GRAVE, at=written))

    assert ada(world).seen == []
    assert len(staff(world)) == 1


async def test_what_was_missed_in_private_is_answered_as_late(world: World) -> None:
    """They wrote to somebody who was not there; that is said."""
    event = world.platform.event("ada") | {"spaces": (SPACE,)}
    event["at"] = world.clock.now() - timedelta(hours=3)
    await ada(world).take(Said(**event, direct=True, addressed=True, text=GRAVE))

    assert "I was away" in ada(world).last
    assert "988" in ada(world).last


# --- below a reply


async def test_their_words_reach_the_team_only_if_they_say_so(world: World) -> None:
    """What they choose to show goes to the team, and stays nowhere with us, not even sealed."""
    await ada(world).say(GRAVE)
    await ada(world).press("show")
    await ada(world).say("please read this, zebra")

    assert any("zebra" in shown for shown in staff(world))
    assert any("kept none of it" in shown for shown in ada(world).seen)
    left = await world.database.read(
        lambda tx: (
            tx.execute(select(outbox.c.id).where(outbox.c.payload.is_not(None))).all(),
            tx.execute(select(conversations.c.id)).all(),
        )
    )
    assert left == ([], [])


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("talk", "asked the team of Harbour"),  # and that nobody has answered yet
        ("misread", "alerts off"),  # how to end alerts
    ],
)
async def test_what_the_writer_presses_the_team_reads(world: World, button: str, told: str) -> None:
    """A person is asked for, or the bot has misread; the writer hears what follows from it."""
    await ada(world).say(GRAVE)
    before = len(staff(world))

    await ada(world).press(button)

    assert told in ada(world).last
    assert len(staff(world)) == before + 1


async def test_more_help_shows_help_lines(world: World) -> None:
    await ada(world).say(GRAVE)
    await ada(world).press("help")

    assert "988" in ada(world).last


async def test_buttons_of_somebody_else_s_reply_lead_nowhere(world: World) -> None:
    """A prompt can be forged; it shows nothing of another person."""
    await ada(world).say(AT_HOME)
    prompt = world.platform.offering("ada", "yes").choices.prompt  # type: ignore[union-attr]
    bo = Person(world, "bo")

    await bo.choose(prompt, "yes")

    assert "It isn't your fault" not in bo.last


# --- a soft offer


async def test_a_low_mood_is_met_softly_once_a_day(world: World) -> None:
    """The team hears nothing, and the offer is no alarm."""
    await ada(world).join()
    await ada(world).say(LOW)

    assert "would a person help" in ada(world).last
    assert "I have told nobody" in ada(world).last
    assert staff(world) == []

    await ada(world).say(LOW)
    assert "would a person help" not in ada(world).last
    await world.move_by(days=1)
    await ada(world).say(LOW)
    assert "would a person help" in ada(world).last


async def test_after_a_crisis_nobody_is_offered_less(world: World) -> None:
    """An offer that says "I have told nobody" would be wrong beside an alert."""
    await ada(world).say(GRAVE)
    await ada(world).say(LOW)
    await world.move_by(hours=9)
    await ada(world).say(LOW)

    assert not any("would a person help" in shown for shown in ada(world).seen)


async def test_soft_offers_can_be_ended_and_begun_again(world: World) -> None:
    """By the button, for good; and by a word."""
    await ada(world).join()
    await ada(world).say(LOW)
    await ada(world).press("off")
    await world.move_by(days=3)
    await ada(world).say(LOW)
    assert "would a person help" not in ada(world).last

    await ada(world).say("offers on")
    await ada(world).say(LOW)
    assert "would a person help" in ada(world).last


async def test_rooms_get_no_soft_offers_unasked(world: World) -> None:
    """Talk about hard days is what such rooms are for."""
    await ada(world).take(in_room(world, LOW))

    assert ada(world).seen == staff(world) == []


async def test_a_community_may_have_soft_offers_in_its_rooms(tmp_path: Path) -> None:
    """They come in private all the same."""
    team = Team(soft_offers=True)
    async with gathered(tmp_path, team) as world:
        await ada(world).take(in_room(world, LOW))

        assert "would a person help" in ada(world).last
        assert world.platform.read("general") == staff(world) == []


# --- what is kept


async def test_nothing_that_was_written_is_kept_or_logged(world: World, tmp_path: Path) -> None:
    """Neither in the database, nor in its log, nor in ours."""
    with capture_logs() as logs:
        await ada(world).take(in_room(world, f"{GRAVE}, zebra"))
        await ada(world).say(f"{URGENT}, zebra")

    for path in tmp_path.iterdir():
        assert b"zebra" not in path.read_bytes(), path.name
    assert "zebra" not in str(logs)
    (one,) = await recorded(world)
    assert one.actor == ("memory", None, None, "ada")


async def test_what_is_recorded_is_forgotten_after_a_while(world: World) -> None:
    """Three months are enough to learn from it."""
    await ada(world).take(in_room(world, GRAVE))
    await world.move_by(days=80)
    await world.core.ticker.tidy()
    assert await recorded(world)

    await world.move_by(days=11)
    await world.core.ticker.tidy()
    assert await recorded(world) == []


async def test_members_read_which_rooms_are_read_along(world: World) -> None:
    """Before they join, and whenever they ask; and that a team may be told."""
    await ada(world).say("start")
    assert "never stored" not in ada(world).last
    assert "In these rooms a program reads along" in ada(world).last
    assert "- general" in ada(world).last
    assert '"alerts off" ends the alerts' in ada(world).last

    await ada(world).say("about")
    assert "- general" in ada(world).last


async def test_moderators_can_say_so_in_the_room_itself(world: World) -> None:
    """For everybody to read, and only where it is true."""
    mo = Person(world, "mo", spaces=(SPACE,), roles=frozenset({"moderator"}))
    await mo.say("watched notice", room=GENERAL)
    assert "a program reads along" in world.platform.read("general")[-1]

    await mo.say("watched notice", room=LOUNGE)
    assert world.platform.read("lounge") == []
    assert "not read along" in mo.last


async def test_everything_about_a_member_can_be_handed_out_and_erased(world: World) -> None:
    """When it was, how grave, by which rule; nothing of it stays."""
    await ada(world).join()
    await ada(world).say(GRAVE)
    (one,) = await recorded(world)
    assert one.person is not None

    told = await world.database.read(lambda tx: aftercare.export(tx, one.person or 0))
    assert [each["level"] for each in told] == ["high"]
    await world.database.write(lambda tx: episodes.erase(tx, one.person or 0))
    assert await recorded(world) == []


async def test_what_was_written_does_not_stay_in_memory(world: World) -> None:
    """Once it is answered and recorded, nothing holds the words."""
    event = in_room(world, f"{GRAVE}, zebra")
    await ada(world).take(event)
    for _ in range(2):
        await world.core.take(event)
    await Person(world, "bo").say("about")  # the writing thread lets go of its last work

    gc.collect()
    held = [each for each in gc.get_referrers(event) if type(each).__name__ == "Response"]
    assert held == []
    assert len(ada(world).seen) == 1


async def test_a_message_that_cannot_be_read_is_answered_with_help_lines(world: World) -> None:
    """It may have been urgent."""
    event = world.platform.event("ada") | {"spaces": (SPACE,)}
    await ada(world).take(Undecryptable(**event, direct=True))

    assert "can't read that message" in ada(world).last
    assert "988" in ada(world).last


async def test_where_the_platform_waits_the_reply_is_its_answer(tmp_path: Path) -> None:
    """A command's words are read, too, and only its giver sees the reply."""
    team = Team()
    async with gathered(tmp_path, team, forms=True) as world:
        seen: list[Action] = []
        world.platform.script = seen.append

        await ada(world).say(GRAVE, room=GENERAL)

        replies = [each for each in seen if isinstance(each, Reply)]
        assert len(replies) == 1
        assert replies[0].audience.value == "actor_only"
