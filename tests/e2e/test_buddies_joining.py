"""Looking for a buddy: joining, the profile, status, resting, leaving."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.memory import MemoryAdapter
from bot.buddies.joining.items import ITEMS
from bot.buddies.joining.resting import is_available
from bot.buddies.pairing.freezing import freeze
from storage import buddies, buddy_pairs, members
from storage.buddies import Seeker, State
from storage.buddy_pairs import Ending, Pair, Partner, Stage
from storage.database import Transaction
from tests.support.meetings import GUILD, member, person, settle
from tests.support.person import Person
from tests.support.world import MONDAY_NOON, World, running


@pytest.fixture(params=["forms", "questions"])
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    """A community, on a platform with forms, and on one where questions come one by one."""
    platform = MemoryAdapter(forms=request.param == "forms")
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", platform=platform) as made:
        await settle(made)
        yield made


@pytest.fixture
async def writing(tmp_path: Path) -> AsyncIterator[World]:
    """A community on a platform without forms."""
    platform = MemoryAdapter(forms=False)
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", platform=platform) as made:
        await settle(made)
        yield made


@pytest.fixture
async def tapping(tmp_path: Path) -> AsyncIterator[World]:
    """A community on a platform with forms."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as made:
        await settle(made)
        yield made


async def look(who: Person) -> None:
    """Join in the fewest steps, by tapping."""
    await who.say("buddy join")
    for choice in ("begin", "alcohol", "done", "weekday-evening", "done", "look"):
        await who.press(choice)


async def seeker_of(world: World, name: str = "ada") -> Seeker | None:
    def read(tx: Transaction) -> Seeker | None:
        found = members.member_with(tx, "memory", name)
        assert found is not None
        return next(iter(buddies.seekers_of(tx, found.id)), None)

    return await world.database.read(read)


async def said(world: World, name: str = "ada") -> Mapping[str, Any]:
    found = await seeker_of(world, name)
    assert found is not None
    return found.said


async def available(world: World, name: str = "ada") -> bool:
    """Whether a round would have them."""

    def read(tx: Transaction) -> bool:
        found = members.member_with(tx, "memory", name)
        assert found is not None
        to = members.recipients(tx, [found.id]).get(found.id)
        return is_available(buddies.seekers_of(tx, found.id)[0], to, world.clock.now())

    return await world.database.read(read)


# --- joining


async def test_two_answers_and_a_search_begins(world: World) -> None:
    """Begin, topics, hours, look: everything else has a default that is shown, not asked."""
    ada = await member(world)
    before = len(ada.seen)
    await look(ada)

    assert "I'm looking for somebody for you" in ada.last
    assert "The next round is on Tue, Nov 24" in ada.last  # Monday evening in New York
    found = await seeker_of(world)
    assert found is not None
    assert found.state is State.LOOKING
    assert found.pool == "peer"
    assert found.said["topics"] == ["alcohol"]
    assert found.said["hours"] == ["weekday-evening"]
    assert found.said["languages"] == ["en"]
    assert await available(world)
    assert len(ada.seen) - before <= 14


async def test_in_words_it_takes_four_lines(writing: World) -> None:
    """Where nothing can be tapped, several answers stand on one line, numbers and words alike."""
    ada = await member(writing)
    for words in ("buddy join", "yes", "alcohol, anxiety and 14", "evenings, weekend mornings"):
        await ada.say(words) if words != "yes" else await ada.press("begin")

    assert (await said(writing))["topics"] == ["alcohol", "anxiety", "grief"]
    assert (await said(writing))["hours"] == [
        "weekday-evening", "weekend-evening", "weekend-morning",
    ]  # fmt: skip
    assert "Alcohol; Anxiety, panic; Grief" in ada.last
    await ada.press("look")
    assert await available(writing)


async def test_nothing_is_kept_before_the_yes_and_who_sees_what_is_said_first(
    world: World,
) -> None:
    """The first screen tells it; the consent to it is recorded with the first step."""
    ada = await member(world)
    await ada.say("buddy join")

    assert "Who sees what" in ada.last
    assert "18 or older" in ada.last
    assert await seeker_of(world) is None
    await ada.press("begin")

    def consented(tx: Transaction) -> bool:
        found = members.member_with(tx, "memory", "ada")
        assert found is not None
        return members.has_consent(tx, found.id, "buddy")

    assert await world.database.read(consented)


async def test_every_question_says_who_sees_the_answer(world: World) -> None:
    """Before anybody answers it, each time anew."""
    ada = await member(world)
    await look(ada)
    for item in ITEMS:
        await ada.say(f"buddy profile {item}")

        assert "Who sees this" in ada.last
        assert len(ada.offered) <= 25


async def test_the_steps_can_be_skipped(world: World) -> None:
    """Whoever says nothing of themselves takes part with everybody whom that suits."""
    ada = await member(world)
    await ada.say("buddy join")
    for choice in ("begin", "done", "done", "look"):
        await ada.press(choice)

    assert await available(world)
    await ada.say("buddy profile")
    assert "Topics: any" in ada.last
    assert "When: any time" in ada.last


async def test_what_was_begun_goes_on_where_it_stood(world: World) -> None:
    """Interrupted after the topics: they are still there, and only the hours are asked."""
    ada = await member(world)
    await ada.say("buddy join")
    for choice in ("begin", "trauma", "grief", "done"):
        await ada.press(choice)
    await ada.say("stop")
    await ada.say("start")
    assert not await available(world)
    await ada.say("buddy join")

    assert "When could you" in ada.last
    assert (await said(world))["topics"] == ["trauma", "grief"]


async def test_a_second_tap_takes_an_option_back(world: World) -> None:
    """Whatever is chosen stands above the options, marked on the button too."""
    ada = await member(world)
    await ada.say("buddy join")
    for choice in ("begin", "alcohol", "grief", "alcohol"):
        await ada.press(choice)

    assert "Chosen so far: Grief" in ada.last
    assert ada.offered["grief"] == "✓ Grief"
    assert ada.offered["alcohol"] == "Alcohol"


async def test_a_reaction_that_is_removed_takes_its_option_back(writing: World) -> None:
    """And never chooses one that was not."""
    ada = await member(writing)
    await ada.say("buddy join")
    for choice in ("begin", "alcohol", "grief"):
        await ada.press(choice)
    shown = writing.platform.offering("ada", "grief")
    assert shown.choices is not None
    for choice in ("alcohol", "anxiety"):
        await ada.take_back(shown.choices.prompt, choice, message=shown.id)

    assert (await said(writing))["topics"] == ["grief"]


async def test_own_words_stand_beside_what_was_tapped(tapping: World) -> None:
    """They replace earlier words of their own, and what is a known topic is taken as that."""
    ada = await member(tapping)
    await ada.say("buddy join")
    await ada.press("begin")
    await ada.press("grief")
    await ada.fill("own", words="night shifts, booze")
    assert (await said(tapping))["topics"] == ["grief", "=night shifts", "alcohol"]

    await ada.fill("own", words="new parent")
    assert (await said(tapping))["topics"] == ["grief", "alcohol", "=new parent"]
    assert "new parent" in ada.last
    await ada.press("done")
    assert "When could you" in ada.last


async def test_what_cannot_be_read_costs_nothing(writing: World) -> None:
    """The question stays open, says what would do, and earlier answers stay."""
    ada = await member(writing)
    await ada.say("buddy join")
    await ada.press("begin")
    await ada.say("alcohol")
    await ada.say("when the moon is full")

    assert "when the moon is full" in ada.last
    assert "number or the words of an option" in ada.last
    await ada.say("weekday nights")
    assert (await said(writing))["topics"] == ["alcohol"]
    assert (await said(writing))["hours"] == ["weekday-night"]


async def test_a_command_is_a_command_even_where_own_words_are_taken(writing: World) -> None:
    """Whoever turns to something else has not named a topic; the profile waits."""
    ada = await member(writing)
    await ada.say("buddy join")
    await ada.press("begin")
    await ada.say("buddy status")
    assert "isn't finished" in ada.last
    assert "topics" not in await said(writing)

    await ada.say("buddy join")
    await ada.say("checkin days mon wed fri")
    assert "Mon, Wed, Fri" in ada.last
    await ada.say("buddy profile topics")
    await ada.say("meetings that never end")
    assert (await said(writing))["topics"] == ["=meetings that never end"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("x" * 41, "up to 40 fit"),
        ("one, two, three, four, five, six", "up to 5 work"),
        ("y" * 401, "401"),
    ],
)
async def test_too_many_words_are_told_with_what_fits(
    world: World, words: str, answer: str
) -> None:
    """Never cut silently."""
    ada = await member(world)
    await ada.say("buddy join")
    await ada.press("begin")
    if world.platform.forms:
        await ada.fill("own", words=words)
    else:
        await ada.say(words)

    assert answer in ada.last
    assert "topics" not in await said(world)


async def test_joining_twice_asks_nothing_again(world: World) -> None:
    """It leads to what they could want instead."""
    ada = await member(world)
    await look(ada)
    await ada.say("buddy join")

    assert "already among the buddies" in ada.last
    assert set(ada.offered) == {"buddy status", "buddy profile"}


async def test_without_a_community_it_says_where_to_ask(world: World) -> None:
    """A stranger to every community cannot be paired with anybody."""
    ada = Person(world, "ada")
    await ada.join()
    await ada.say("buddy join")

    assert "in a room of your community" in ada.last


async def test_somebody_of_two_communities_is_asked_which(world: World) -> None:
    """Each has a profile of its own."""

    def second(tx: Transaction) -> int:
        return members.put_community(
            tx, name="Lighthouse", language="en", country=None, zone="UTC",
            spaces_of=[("memory", "other")],
        )  # fmt: skip

    lighthouse = await world.database.write(second)
    ada = Person(world, "ada", spaces=(GUILD, "other"))
    await ada.join()
    await ada.say("buddy join")
    assert set(ada.offered.values()) == {"Harbour", "Lighthouse"}
    await ada.press(str(lighthouse))
    await ada.press("begin")

    found = await seeker_of(world)
    assert found is not None
    assert found.community == lighthouse


async def test_two_profiles_are_changed_apart_and_rest_together(tapping: World) -> None:
    """Asked in private, where nothing says which community is meant."""

    def second(tx: Transaction) -> None:
        other = members.put_community(
            tx, name="Lighthouse", language="en", country=None, zone="UTC",
            spaces_of=[("memory", "other")],
        )  # fmt: skip
        me = members.member_with(tx, "memory", "ada")
        assert me is not None
        members.add_membership(tx, me.id, other, MONDAY_NOON)
        harbour = buddies.seekers_of(tx, me.id)[0]
        buddies.put_seeker(tx, replace(harbour, id=harbour.id + 1, community=other))

    ada = await member(tapping)
    await look(ada)
    await tapping.database.write(second)
    await ada.say("buddy profile stage")
    assert set(ada.offered.values()) == {"Harbour", "Lighthouse"}
    await ada.press(next(id for id, name in ada.offered.items() if name == "Lighthouse"))
    await ada.press("5")
    assert "Years in" in ada.last
    await ada.say("buddy pause until Friday")
    await ada.say("buddy status")
    assert ada.last.count("resting until Friday") == 2

    def stages(tx: Transaction) -> list[object]:
        me = members.member_with(tx, "memory", "ada")
        assert me is not None
        return [each.said.get("stage") for each in buddies.seekers_of(tx, me.id)]

    assert await tapping.database.read(stages) == [None, ["5"]]


@pytest.mark.parametrize(
    ("language", "topics", "hours", "told"),
    [
        ("Deutsch", "Alkohol und Trauer", "werktags abends", "Themen: Alkohol; Trauer"),
        ("español", "alcohol y duelo", "tardes entre semana", "Temas: Alcohol; Duelo"),
    ],
)
async def test_it_all_works_in_the_members_language(
    writing: World, language: str, topics: str, hours: str, told: str
) -> None:
    """Questions, typed answers, and the profile; their language is the first of the profile."""
    ada = await member(writing)
    await ada.say(f"language {language}")
    await ada.say("buddy join")
    await ada.press("begin")
    await ada.say(topics)
    await ada.say(hours)

    assert told in ada.last
    kept = await said(writing)
    assert (kept["topics"], kept["hours"]) == (["alcohol", "grief"], ["weekday-evening"])
    assert kept["languages"] == [{"Deutsch": "de", "español": "es"}[language]]


async def test_whoever_is_not_a_member_is_led_to_the_door(world: World) -> None:
    """There the age is asked; buddies are for adults."""
    stranger = person(world, "stranger")
    await stranger.say("buddy join")

    assert "start" in stranger.offered


async def test_a_made_up_prompt_lets_nobody_in_and_changes_nothing(world: World) -> None:
    """A prompt is not trusted: only one's own profile counts, and options that there are."""
    ada = await member(world)
    for prompt in ("buddy-join/1", "buddy-join/x", "buddy-join", "buddy-where/join", "buddy-item",
                   "buddy-item/1/topics", "buddy-change/1", "buddy-leave/1"):  # fmt: skip
        for choice in ("begin", "1", "alcohol", "look", "leave", "topics"):
            await ada.choose(prompt, choice)
            assert "my mistake" not in ada.last
    assert await seeker_of(world) is None

    await look(ada)
    before = await seeker_of(world)
    assert before is not None
    for prompt in ("topics", "stage", "nothing", "hours/all"):
        await ada.choose(f"buddy-item/{before.community}/{prompt}", "none such")
    await ada.choose(f"buddy-change/{before.community}", "none such")
    assert await seeker_of(world) == before


async def test_leaving_and_coming_again_does_not_wash_off_a_freeze(world: World) -> None:
    """What a moderator is still to look at holds; what they said of themselves is gone at once."""
    ada = await member(world)
    await look(ada)

    def hold(tx: Transaction) -> None:
        me = members.member_with(tx, "memory", "ada")
        assert me is not None
        freeze(tx, buddies.seekers_of(tx, me.id)[0].community, me.id, MONDAY_NOON)

    await world.database.write(hold)
    await ada.say("buddy status")
    assert "ask your team" in ada.last
    assert "report" not in ada.last
    await ada.say("buddy leave")
    await ada.press("leave")
    assert await said(world) == {}
    await ada.say("buddy status")
    assert "haven't asked me for a buddy" in ada.last

    await look(ada)
    for words in ("buddy back", "buddy pause", "buddy back", "pause", "resume"):
        await ada.say(words)
    found = await seeker_of(world)
    assert found is not None
    assert found.state is State.FROZEN
    assert not await available(world)


# --- the profile


async def test_the_profile_shows_every_item_and_changes_it(world: World) -> None:
    """One line each; what is chosen there is kept and told back."""
    ada = await member(world)
    await look(ada)
    await ada.say("buddy profile")
    assert "Topics: Alcohol" in ada.last
    assert "Writing or talking: Only writing" in ada.last
    assert len(ada.offered) == 12

    await ada.press("stage")
    await ada.press("4")
    assert ada.last == "Kept. On the way: One to three years"
    await ada.press("buddy profile")
    await ada.press("agree")
    await ada.press("repeat")
    await ada.press("trio")
    await ada.press("done")
    assert ada.last == "Kept. If nobody fits: A buddy I've had before; Three of us together"
    await ada.say("buddy profile pool")
    await ada.press("family")
    found = await seeker_of(world)
    assert found is not None
    assert found.pool == "family"
    assert found.state is State.LOOKING


async def test_a_buddy_of_the_same_gender_needs_ones_own(world: World) -> None:
    """It is asked right then; without it the wish is laid aside."""
    ada = await member(world)
    await look(ada)
    await ada.say("buddy profile wish")
    await ada.press("same")
    assert "I need to know yours" in ada.last
    await ada.press("woman")
    assert ada.last == "Kept. Gender: Woman"
    assert (await said(world))["wish"] == ["same"]

    await ada.say("buddy profile gender")
    await ada.press("none")
    assert (await said(world))["wish"] == ["any"]


async def test_a_gender_of_ones_own_words(world: World) -> None:
    """Kept as it was typed."""
    ada = await member(world)
    await look(ada)
    await ada.say("buddy profile gender")
    if world.platform.forms:
        await ada.press("none")
        await ada.say("buddy profile")
        await ada.press("gender")
        await ada.fill("own", words="Agender")
    else:
        await ada.say("Agender")

    assert ada.last == "Kept. Gender: Agender"


async def test_languages_are_known_by_any_of_their_names(writing: World) -> None:
    """In themselves, or in one of our languages; an unknown one is told."""
    ada = await member(writing)
    await look(ada)
    await ada.say("buddy profile languages")
    await ada.say("Deutsch, french y Portugués")
    assert "Deutsch; Français; Português" in ada.last
    assert (await said(writing))["languages"] == ["de", "fr", "pt"]

    await ada.say("buddy profile languages")
    await ada.say("Klingonish")
    assert '"Klingonish"' in ada.last
    assert (await said(writing))["languages"] == ["de", "fr", "pt"]


async def test_an_old_button_of_a_removed_profile_says_what_to_do(world: World) -> None:
    """Nothing is written for somebody who left."""
    ada = await member(world)
    await look(ada)
    await ada.say("buddy profile")
    await ada.say("buddy leave")
    await ada.press("leave")
    await ada.press("stage")

    assert '"buddy join" begins' in ada.last
    assert await seeker_of(world) is None


# --- resting


async def test_a_pause_ends_on_its_day(tapping: World) -> None:
    """On the member's own calendar, without another word from anybody."""
    ada = await member(tapping)
    await look(ada)
    await ada.say("buddy pause until Friday")
    assert "Friday, November 27" in ada.last
    assert not await available(tapping)
    await ada.say("buddy status")
    assert "resting until Friday, November 27" in ada.last

    await tapping.move_to(datetime(2026, 11, 26, 22, 59, tzinfo=UTC))
    assert not await available(tapping)
    await tapping.move_to(datetime(2026, 11, 26, 23, 1, tzinfo=UTC))
    assert await available(tapping)
    found = await seeker_of(tapping)
    assert found is not None
    assert found.state is State.LOOKING


async def test_a_pause_without_a_day_ends_with_back(tapping: World) -> None:
    """Not before, however long it takes."""
    ada = await member(tapping)
    await look(ada)
    await ada.say("buddy pause")
    await tapping.move_by(days=40)
    assert not await available(tapping)
    await ada.press("buddy back")

    assert await available(tapping)


@pytest.mark.parametrize(("rest", "go_on"), [("pause", "resume"), ("stop", "buddy back")])
async def test_a_general_pause_or_stop_rests_the_search_too(
    tapping: World, rest: str, go_on: str
) -> None:
    """Nobody is proposed to somebody who wants quiet; after `stop` only their own word counts."""
    ada = await member(tapping)
    await look(ada)
    await ada.say(rest)
    assert not await available(tapping)
    if rest == "stop":
        await ada.say("start")
        assert not await available(tapping)
    await ada.say(go_on)

    assert await available(tapping)


async def test_a_general_pause_with_a_day_ends_on_it(tapping: World) -> None:
    """As check-ins do."""
    ada = await member(tapping)
    await look(ada)
    await ada.say("pause until Friday")
    assert not await available(tapping)
    await tapping.move_by(days=5)

    assert await available(tapping)


async def test_somebody_unfinished_is_not_looked_for_after_a_pause(tapping: World) -> None:
    """`buddy back` cannot finish a profile."""
    ada = await member(tapping)
    await ada.say("buddy join")
    await ada.press("begin")
    await ada.say("buddy pause")
    await ada.say("buddy back")

    assert not await available(tapping)
    assert "isn't finished" in ada.last
    assert "buddy join" in ada.offered


# --- status


async def test_status_tells_how_the_search_goes(tapping: World) -> None:
    """Kindly, with the next round, and what would help."""
    ada = await member(tapping)
    await ada.say("buddy")
    assert "haven't asked me for a buddy" in ada.last
    await look(ada)

    def wait(tx: Transaction) -> None:
        found = members.member_with(tx, "memory", "ada")
        assert found is not None
        buddies.change_seeker(tx, buddies.seekers_of(tx, found.id)[0], waited=2)

    await tapping.database.write(wait)
    await ada.say("buddy status")
    assert "2 rounds have gone by" in ada.last
    assert "not about you" in ada.last
    assert "The next round is on" in ada.last
    await ada.press("buddy profile agree")
    assert "If nobody fits, what would" in ada.last


async def together(tapping: World, way: str, **more: Any) -> int:
    """Ada and Bo are buddies. Returns: the pair's id."""

    def work(tx: Transaction) -> int:
        people = [members.member_with(tx, "memory", name) for name in ("ada", "bo")]
        ids = [each.id for each in people if each is not None]
        seeker = buddies.seekers_of(tx, ids[0])[0]
        values: dict[str, Any] = {
            "stage": Stage.TOGETHER, "began_at": MONDAY_NOON, "way": way,
        }  # fmt: skip
        pair = Pair(
            community=seeker.community,
            partners=tuple(Partner(person=each) for each in ids),
            proposed_at=MONDAY_NOON,
            expires_at=MONDAY_NOON + timedelta(hours=48),
            **values | more,
        )
        buddy_pairs.put(tx, pair)
        return pair.id

    return await tapping.database.write(work)


async def test_status_names_a_buddy_only_where_their_account_is_seen(tapping: World) -> None:
    """In a room for two it is; where words are carried, only if they show it."""
    ada = await member(tapping)
    await member(tapping, "bo")
    await look(ada)
    await together(tapping, "relay")
    await ada.say("buddy status")
    assert "somebody who hasn't shown their account" in ada.last
    assert "bo" not in ada.last.replace("body", "")
    assert "I carry your words" in ada.last


async def test_status_shows_where_two_meet(tapping: World) -> None:
    """Whom, and in which kind of room."""
    ada = await member(tapping)
    await member(tapping, "bo")
    await look(ada)
    await together(tapping, "thread")
    await ada.say("buddy status")

    assert ada.last.startswith("Your buddy: bo.")
    assert "private thread" in ada.last
    assert "next round" not in ada.last


async def test_a_no_is_over_for_whoever_said_it(tapping: World) -> None:
    """The proposal stands open for the other's sake; status speaks of the search again."""
    ada = await member(tapping)
    await member(tapping, "bo")
    await look(ada)
    pair = await together(tapping, "thread", stage=Stage.PROPOSED, began_at=None)
    await ada.say("buddy status")
    assert "Open until Wed, Nov 25" in ada.last

    def decline(tx: Transaction) -> None:
        found = buddy_pairs.with_id(tx, pair)
        assert found is not None
        one, other = found.partners

        buddy_pairs.put(tx, replace(found, partners=(replace(one, said="no"), other)))

    await tapping.database.write(decline)
    await ada.say("buddy status")
    assert "Open until" not in ada.last
    assert "I'm looking for somebody" in ada.last


# --- leaving


async def test_leaving_takes_the_profile_along(tapping: World) -> None:
    """After a question that says so; the yes is taken back as well."""
    ada = await member(tapping)
    await look(ada)
    await ada.say("buddy leave")
    await ada.press("stay")
    assert await seeker_of(tapping) is not None
    await ada.say("buddy leave")
    await ada.press("leave")

    assert await seeker_of(tapping) is None
    assert "Removed" in ada.last


async def test_leaving_ends_a_pair(tapping: World) -> None:
    """The other one is free again."""
    ada = await member(tapping)
    await member(tapping, "bo")
    await look(ada)
    pair = await together(tapping, "relay")
    await ada.say("buddy leave")
    await ada.press("leave")

    found = await tapping.database.read(lambda tx: buddy_pairs.with_id(tx, pair))
    assert found is not None
    assert found.stage is Stage.OVER
    assert found.ending is Ending.LEFT
