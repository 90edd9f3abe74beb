"""A pair of buddies from the proposal to the end, through the front door."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest

from bot.buddies.pairing.proposing import LIVES
from bot.features import erase
from bot.platform import Outcome
from storage import buddies, buddy_pairs, duty
from storage.buddies import State
from storage.buddy_pairs import Ending, Stage
from storage.database import Transaction
from tests.support.buddies import SAID, Harbour, harbour
from tests.support.texts import own_features


@pytest.fixture
async def place(database_url: str) -> AsyncIterator[Harbour]:
    async with harbour(database_url) as made:
        yield made


# --- a proposal


async def test_both_say_yes_and_meet_in_a_room_of_their_own(place: Harbour) -> None:
    """Nobody is named before, and the room is for the two of them alone."""
    pair = await place.proposes("ada", "bo")
    asked = place.person("ada").last
    assert "bo" not in asked.split()
    assert set(place.person("ada").offered) == {"yes", "no", "sees"}

    await place.person("ada").press("yes")
    assert not place.opened
    await place.person("bo").press("yes")

    assert [sorted(m.user or "" for m in each.members) for each in place.opened] == [["ada", "bo"]]
    met = await place.pair(pair)
    assert (met.stage, met.way, met.room) == (Stage.TOGETHER, "room", ("memory", None, "room1"))
    assert "private room" in place.person("ada").last
    assert {(await place.seeker(name)).state for name in ("ada", "bo")} == {State.PAIRED}
    await place.world.move_by(days=3)
    assert (await place.pair(pair)).stage is Stage.TOGETHER, "a yes does not expire"


async def test_a_facilitator_is_with_them_only_if_both_know_and_agree(place: Harbour) -> None:
    """They read it before they say yes; the room is for three then, and who it was is forgotten."""
    await place.command("mo", "buddies accompany ada bo")
    for name in ("ada", "bo"):
        assert "Somebody of the team would be in your room" in place.person(name).last
        await place.person(name).press("yes")

    (room,) = place.opened
    assert sorted(member.user or "" for member in room.members) == ["ada", "bo", "mo"]
    (met,) = await place.world.database.read(
        lambda tx: buddy_pairs.of_community(tx, place.community)
    )
    assert (met.stage, met.companion) == (Stage.TOGETHER, None)


async def test_nobody_accompanies_a_pair_that_they_are_in(place: Harbour) -> None:
    """A facilitator who looks for a buddy, too, is asked like anybody else."""
    await place.command("ada", "buddies accompany ada bo")
    assert "can't be asked" in place.staff[-1]
    assert not place.opened


@pytest.mark.parametrize("refusal", [Outcome.UNSUPPORTED, Outcome.REFUSED, Outcome.DEGRADED])
async def test_without_a_room_for_both_their_words_are_carried(
    place: Harbour, refusal: Outcome
) -> None:
    """A room that one of them cannot enter is closed again."""
    place.opens = refusal

    pair = await place.pairs("ada", "bo")

    met = await place.pair(pair)
    assert (met.stage, met.way, met.room) == (Stage.TOGETHER, "relay", None)
    assert place.closed == (["room1"] if refusal is Outcome.DEGRADED else [])


async def test_a_mind_can_be_changed_until_it_expires(place: Harbour) -> None:
    pair = await place.proposes("ada", "bo")
    await place.person("ada").press("no")
    await place.person("bo").press("yes")
    assert (await place.pair(pair)).stage is Stage.PROPOSED

    await place.person("ada").press("yes")

    assert (await place.pair(pair)).stage is Stage.TOGETHER


async def test_after_it_has_expired_a_yes_comes_too_late(place: Harbour) -> None:
    pair = await place.proposes("ada", "bo")
    await place.person("ada").press("yes")
    await place.world.move_by(hours=48)

    await place.person("bo").press("yes")

    assert "isn't open any more" in place.person("bo").last
    assert (await place.pair(pair)).stage is Stage.OVER


async def test_three_are_together_only_if_all_of_them_want_it(place: Harbour) -> None:
    """Two who said yes are not brought together without the third."""
    await place.comes("cy")
    pair = await place.proposes("ada", "bo", "cy")
    assert "group of three" in place.person("cy").last
    for name in ("ada", "bo"):
        await place.person(name).press("yes")
    await place.goes("cy")
    assert (await place.pair(pair)).stage is Stage.PROPOSED

    await place.world.move_by(hours=48)

    for name in ("ada", "bo"):
        assert "didn't come about" in place.person(name).last
        assert (await place.seeker(name)).state is State.LOOKING


async def test_who_sees_what_is_told_before_one_answers(place: Harbour) -> None:
    """Honestly: in a room of their own they see each other's account."""
    await place.proposes("ada", "bo")

    await place.person("ada").press("sees")

    assert "see each other's accounts" in place.person("ada").last


async def test_nobody_answers_what_somebody_else_was_asked(place: Harbour) -> None:
    """A prompt is not trusted."""
    await place.comes("eve")
    pair = await place.proposes("ada", "bo")

    for number in (str(pair), "9" * 19, "9" * 40, "x", ""):
        await place.person("eve").choose(f"buddy-proposal/{number}", "yes")
        assert "my mistake" not in place.person("eve").last
        await place.person("eve").choose(f"buddy-end/{number}", "yes")
        assert "my mistake" not in place.person("eve").last

    asked = await place.pair(pair)
    assert asked.stage is Stage.PROPOSED
    assert all(each.said is None for each in asked.partners)


# --- nobody learns who declined


async def says_no(place: Harbour) -> None:
    await place.person("bo").press("no")


async def is_silent(place: Harbour) -> None:
    pass


async def blocks(place: Harbour) -> None:
    await place.person("bo").say("buddy block")


async def reports(place: Harbour) -> None:
    await place.person("bo").say("buddy report strange words")


async def leaves_the_community(place: Harbour) -> None:
    await place.goes("bo")


async def leaves_the_buddies(place: Harbour) -> None:
    await place.person("bo").say("buddy leave")
    await place.person("bo").press("leave")


async def stops(place: Harbour) -> None:
    await place.person("bo").say("stop")


async def pauses(place: Harbour) -> None:
    await place.person("bo").say("buddy pause")


async def is_erased(place: Harbour) -> None:
    person = place.people["bo"]
    await place.world.database.write(lambda tx: erase(tx, own_features(), person))


async def is_blocked_by_two_others(place: Harbour) -> None:
    now = place.world.clock.now()

    def write(tx: Transaction) -> None:
        for other in ("cy", "di"):
            buddies.block(tx, place.people[other], place.people["bo"], now)

    await place.comes("cy", "di")
    await place.world.database.write(write)


DEEDS = (
    says_no,
    blocks,
    reports,
    leaves_the_community,
    leaves_the_buddies,
    stops,
    pauses,
    is_erased,
    is_blocked_by_two_others,
)


async def seen_by_ada(
    url: str, deed: Callable[[Harbour], Awaitable[None]], answer: str | None
) -> list[tuple[timedelta, str]]:
    """All that ada is sent around bo's deed, and when."""
    async with harbour(url) as place:
        begin = place.world.clock.now()
        await place.proposes("ada", "bo")
        await place.world.move_by(hours=1)
        if answer == "early":
            await place.person("ada").press("yes")
        await deed(place)
        await place.world.move_by(hours=5)
        await place.person("ada").say("buddy status")
        if answer == "late":
            await place.person("ada").press("yes")
        for hours in (41, 1, 1, 30):
            await place.world.move_by(hours=hours)
        return [(at - begin, text) for at, text in place.told("ada")]


@pytest.mark.parametrize("answer", ["early", "late", None])
async def test_no_one_can_tell_a_no_from_silence(
    answer: str | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The words that the other one reads and their times are the same, whatever was done."""

    def url() -> str:
        return f"sqlite:///{tmp_path_factory.mktemp('place') / 'handrail.db'}"

    silence = await seen_by_ada(url(), is_silent, answer)

    assert any(at == LIVES for at, _ in silence)
    for deed in DEEDS:
        assert await seen_by_ada(url(), deed, answer) == silence, deed.__name__


async def test_two_silences_in_a_row_pause_kindly(place: Harbour) -> None:
    """One tap leads back; an answer of any kind begins to count anew."""
    for _ in range(2):
        await place.comes("cy")
        await place.proposes("ada", "cy")
        await place.world.move_by(hours=48)

    assert "nothing more about buddies until you say so" in place.person("ada").last
    assert (await place.seeker("ada")).state is State.RESTING
    assert await place.proposes("ada", "bo") == 0

    await place.person("ada").press("again")

    assert (await place.seeker("ada")).state is State.LOOKING
    assert await place.proposes("ada", "bo")


async def test_after_a_no_the_two_are_not_proposed_again_for_a_while(place: Harbour) -> None:
    """Silence keeps nobody apart, so that it is not punished."""
    await place.proposes("ada", "bo")
    await place.person("ada").press("no")
    await place.person("bo").press("yes")
    await place.world.move_by(hours=48)

    assert await place.proposes("ada", "bo") == 0
    await place.world.move_by(weeks=27)
    assert await place.proposes("ada", "bo")


async def test_nobody_is_asked_twice_at_once(place: Harbour) -> None:
    """Neither while a question is open nor with a buddy; a mentor is something else."""
    await place.comes("cy")
    await place.proposes("ada", "bo")
    assert await place.proposes("ada", "cy") == 0

    for name in ("ada", "bo"):
        await place.person(name).press("yes")

    assert await place.proposes("bo", "cy") == 0
    assert await place.proposes("bo", "cy", kind="mentoring")


# --- the end


async def test_an_end_needs_no_reason_and_the_other_is_first_in_line(place: Harbour) -> None:
    pair = await place.pairs("ada", "bo")

    await place.person("ada").say("buddy end")
    assert (await place.pair(pair)).stage is Stage.TOGETHER, "it is asked once more"
    await place.person("ada").press("yes")

    assert "goes on alone" in place.person("bo").last
    assert "nothing you did" in place.person("bo").last
    assert place.closed == ["room1"]
    bo, ada = await place.seeker("bo"), await place.seeker("ada")
    assert (bo.state, bo.first_in_line) == (State.LOOKING, True)
    assert (ada.state, ada.first_in_line) == (State.RESTING, False)


async def test_the_end_of_a_mentoring_leaves_the_search_as_it_is(place: Harbour) -> None:
    """Neither of them is told that somebody new is looked for."""
    await place.proposes("ada", "bo", kind="mentoring")
    for name in ("ada", "bo"):
        await place.person(name).press("yes")

    await place.person("ada").say("buddy end")
    await place.person("ada").press("yes")

    assert "mentoring has ended" in place.person("bo").last
    assert not place.person("bo").offered
    assert {(await place.seeker(name)).state for name in ("ada", "bo")} == {State.LOOKING}


async def test_meeting_somebody_new_is_a_choice_of_its_own(place: Harbour) -> None:
    await place.pairs("ada", "bo")

    await place.person("ada").say("buddy again")
    await place.person("ada").press("no")
    assert (await place.seeker("ada")).state is State.PAIRED
    await place.person("ada").say("buddy again")
    await place.person("ada").press("yes")

    assert (await place.seeker("ada")).state is State.LOOKING
    assert "goes on alone" in place.person("bo").last


async def test_it_lasts_once_both_have_said_so(place: Harbour) -> None:
    """Nobody is told of one alone."""
    await place.pairs("ada", "bo")
    before = place.told("bo")

    await place.person("ada").say("buddy keep")
    assert place.told("bo") == before
    await place.person("bo").say("buddy keep")

    assert "want it to last" in place.person("ada").last
    assert "want it to last" in place.person("bo").last


@pytest.mark.parametrize(
    "deed", [leaves_the_community, leaves_the_buddies, stops, is_erased], ids=lambda d: d.__name__
)
async def test_whoever_goes_leaves_the_other_first_in_line(
    place: Harbour, deed: Callable[[Harbour], Awaitable[None]]
) -> None:
    """They are told gently, and not where the other one went."""
    pair = await place.pairs("ada", "bo")

    await deed(place)
    await place.world.move_by(minutes=1)

    assert "goes on alone" in place.person("ada").last
    ada = await place.seeker("ada")
    assert (ada.state, ada.first_in_line) == (State.LOOKING, True)
    assert (await place.pair(pair)).stage is Stage.OVER
    assert place.closed == ["room1"]


async def test_a_pause_leaves_a_pair_together(place: Harbour) -> None:
    pair = await place.pairs("ada", "bo")

    await place.person("bo").say("buddy pause")
    await place.person("bo").say("pause")

    assert (await place.pair(pair)).stage is Stage.TOGETHER


# --- block and report


async def test_a_block_is_silent_and_at_once(place: Harbour) -> None:
    await place.pairs("ada", "bo")
    before = place.told("bo")

    await place.person("ada").say("buddy block")

    assert place.closed == ["room1"]
    await place.world.move_by(days=40)
    assert place.told("bo") == before
    bo = await place.seeker("bo")
    assert (bo.state, bo.first_in_line) == (State.LOOKING, False)
    await place.person("ada").press("again")
    assert await place.proposes("ada", "bo") == 0
    assert await place.proposes("bo", "ada") == 0


async def test_somebody_can_be_blocked_after_it_has_ended(place: Harbour) -> None:
    await place.pairs("ada", "bo")
    await place.person("bo").say("buddy end")
    await place.person("bo").press("yes")

    await place.person("ada").say("buddy block")
    await place.person("bo").press("again")

    assert await place.proposes("ada", "bo") == 0


async def test_two_blocks_keep_somebody_out_until_a_moderator_has_looked(place: Harbour) -> None:
    await place.comes("cy", "di")
    for other in ("ada", "cy"):
        await place.pairs("bo", other)
        await place.person(other).say("buddy block")

    assert (await place.seeker("bo")).state is State.FROZEN
    assert await place.proposes("bo", "di") == 0
    assert "moderator's eye" in place.staff[-1]

    await place.command("mo", "buddies reports")
    await place.press("mo", "frozen")
    assert "2 people have blocked them" in place.staff[-1]
    await place.press("mo", "lift")

    assert (await place.seeker("bo")).state is State.LOOKING
    assert await place.proposes("bo", "di")


async def test_the_words_of_a_report_are_shown_once_to_one_moderator(place: Harbour) -> None:
    """The staff room is alerted without them, and the reported one is told nothing."""
    await place.pairs("ada", "bo")
    before = place.told("bo")

    await place.person("ada").say("buddy report He keeps asking for money")

    assert "buddies reports" in place.staff[-1]
    assert not any("money" in each for each in place.staff)
    assert (await place.seeker("bo")).state is State.FROZEN
    assert place.told("bo") == before

    await place.command("mo", "buddies reports")
    assert "One report waits" in place.staff[-1]
    await place.press("mo", "report")
    shown = place.world.platform.rooms["staff"][-1]
    assert "He keeps asking for money" in shown.text
    assert shown.readers == frozenset({"mo"})
    await place.press("mo", "keep")
    await place.command("li", "buddies reports")
    assert "No report waits" in place.staff[-1]
    assert "One more person is kept out" in place.staff[-1]
    assert (await place.seeker("bo")).state is State.FROZEN
    assert sum("money" in each for each in place.staff) == 1
    waiting = await place.world.database.read(lambda tx: buddies.open_reports(tx, place.community))
    assert waiting == []


async def test_a_button_for_one_moderator_is_of_no_use_to_others(place: Harbour) -> None:
    """A prompt is not trusted: whoever copies it learns nothing."""
    await place.pairs("ada", "bo")
    await place.person("ada").say("buddy report He keeps asking for money")
    await place.command("mo", "buddies reports")

    await place.press("bo", "report")
    await place.world.move_by(days=2)
    await place.press("mo", "report")

    assert not any("money" in each for each in place.staff), "nor to them, days later"


async def test_a_report_passes_over_the_member_of_the_team_it_is_about(place: Harbour) -> None:
    """They see neither the alert nor the report; the others of the roster are told in private."""

    def enlist(tx: Transaction) -> None:
        for who in ("bo", "mo"):
            duty.enlist(tx, place.community, "memory", who, zone="UTC")

    await place.world.database.write(enlist)
    await place.pairs("ada", "bo")
    staff = len(place.staff)

    await place.person("ada").say("buddy report He keeps asking for money")

    assert len(place.staff) == staff
    assert "moderator's eye" in place.person("mo").last
    await place.command("bo", "buddies reports")
    assert "No report waits" in place.staff[-1]
    assert "Nobody else is kept out" in place.staff[-1]
    await place.command("mo", "buddies reports")
    assert "One report waits" in place.staff[-1]


async def test_a_report_passes_over_a_member_of_the_team_whom_it_names(place: Harbour) -> None:
    def enlist(tx: Transaction) -> None:
        helper = duty.enlist(tx, place.community, "memory", "li", zone="UTC")
        duty.put(
            tx, duty.Helper(**{f: getattr(helper, f) for f in helper.__slots__} | {"name": "Lin"})
        )

    await place.world.database.write(enlist)
    await place.pairs("ada", "bo")

    await place.person("ada").say("buddy report He and Lin laugh about me")

    await place.command("li", "buddies reports")
    assert "No report waits" in place.staff[-1]
    await place.command("mo", "buddies reports")
    assert "One report waits" in place.staff[-1]


# --- what is held


async def test_an_export_tells_nothing_of_the_other_one(place: Harbour) -> None:
    """Neither who it is nor what they answered, nor why it came to nothing."""
    await place.proposes("ada", "bo")
    await place.person("bo").press("no")
    await place.world.move_by(hours=48)
    feature = next(each for each in own_features() if each.name == "buddies")

    ada, bo = place.people["ada"], place.people["bo"]
    held = await place.world.database.read(lambda tx: feature.export(tx, ada))

    assert held["looks_for_a_buddy"][0]["said"] == SAID
    assert held["pairs"][0]["said"] is None
    assert "no" not in [*map(str, held["pairs"][0].values())]
    assert str(bo) not in str(held)
    assert Ending.DECLINED.value not in str(held)


async def test_nothing_is_left_of_somebody_erased(place: Harbour) -> None:
    await place.pairs("ada", "bo")
    await place.person("bo").say("buddy report words")
    bo = place.people["bo"]

    await is_erased(place)

    def left(tx: Transaction) -> list[object]:
        return [
            *buddies.seekers_of(tx, bo),
            *buddy_pairs.of_person(tx, bo),
            *buddies.blocks_among(tx, [bo]),
            *buddies.open_reports(tx, place.community),
        ]

    assert await place.world.database.read(left) == []
