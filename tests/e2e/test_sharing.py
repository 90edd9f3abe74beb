"""Sharing: a press that shows what and to whom, for a time, taken back at any moment."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.memory import MemoryAdapter
from bot import features
from bot.platform import Action, Address, Outcome, Receipt, Say
from storage import access_log, members, outbox, shares
from storage.access_log import Access, How
from storage.buddy_pairs import Stage
from storage.database import Transaction
from storage.shares import Share
from tests.support.buddies import SPACE, Harbour, harbour
from tests.support.person import Person
from tests.support.texts import own_features
from tests.support.world import running

UNHEARD = Receipt(outcome=Outcome.UNKNOWN, reason="cut")
CHANNEL = Address("memory", space=SPACE, channel="lounge")


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[Harbour]:
    """Ada and Bo are buddies; Cy is another member of the same community."""
    async with harbour(f"sqlite:///{tmp_path / 'handrail.db'}", ("ada", "bo", "cy")) as made:
        await made.pairs("ada", "bo")
        yield made


async def shares_today(house: Harbour, whom: str = "with my buddy for a week") -> None:
    ada = house.person("ada")
    await ada.say("okay")
    await ada.say(f"share today {whom}")
    await ada.press("yes")


async def standing(house: Harbour) -> list[Share]:
    person = house.people["ada"]
    found = await house.world.database.read(lambda tx: shares.of_owner(tx, person))
    return [each for each in found if each.stands]


async def log_of(house: Harbour) -> list[Access]:
    person = house.people["ada"]
    return list(await house.world.database.read(lambda tx: access_log.of_person(tx, person)))


def cards(house: Harbour, who: str) -> list[str]:
    return [text for text in house.person(who).seen if text.startswith("There is something")]


def opened(house: Harbour, who: str) -> list[str]:
    return [text for text in house.person(who).seen if "shows you:" in text]


def posts(house: Harbour) -> list[str]:
    """What everybody can read in the channel."""
    return [each.text for each in house.world.platform.rooms["lounge"] if each.readers is None]


def one_community(tx: Transaction) -> None:
    members.put_community(
        tx, name="Harbour", language="en", country="GB", zone="UTC", spaces_of=[("memory", SPACE)]
    )


async def test_nothing_is_shared_before_a_press_that_shows_what_and_to_whom(pair: Harbour) -> None:
    """The preview has the very words, the reader and the last day; nobody else gets anything."""
    ada = pair.person("ada")
    await ada.say("okay")
    before = {name: len(pair.person(name).seen) for name in ("bo", "cy")}

    await ada.say("share today with my buddy for a week")

    preview = ada.last
    assert "Nothing is shared yet" in preview
    assert "the word of the day, for your buddy" in preview
    assert "Monday, November 30, 2026" in preview
    assert "Monday, November 23, 2026: okay" in preview
    assert set(ada.offered) == {"yes", "no"}
    assert {name: len(pair.person(name).seen) for name in ("bo", "cy")} == before
    assert await standing(pair) == []


async def test_a_reader_opens_it_and_the_owner_can_read_that_they_did(pair: Harbour) -> None:
    """The card says that there is something; its words come on a press, and the log tells."""
    await shares_today(pair)
    (card,) = cards(pair, "bo")
    assert "okay" not in card
    assert cards(pair, "cy") == []

    await pair.person("bo").press("see")

    (shown,) = opened(pair, "bo")
    assert "Monday, November 23, 2026: okay" in shown
    assert cards(pair, "bo") == []  # the card itself became it
    (access,) = await log_of(pair)
    assert (access.viewer, access.item, access.how) == (pair.people["bo"], "today", How.OPENED)
    await pair.person("ada").say("share history")
    assert "your buddy opened the word of the day" in pair.person("ada").last


async def test_what_is_taken_back_is_removed_and_cannot_be_opened(pair: Harbour) -> None:
    """And the owner is told what cannot be taken back."""
    await shares_today(pair)
    await pair.person("bo").press("see")
    shown = pair.world.platform.offering("bo", "see")
    assert shown.choices is not None

    await pair.person("ada").say("share stop")

    assert "I can't take back what was read" in pair.person("ada").last
    assert opened(pair, "bo") == []
    assert cards(pair, "bo") == []
    await pair.person("bo").choose(shown.choices.prompt, "see")
    assert pair.person("bo").last == "That isn't shown any more."
    assert await standing(pair) == []


async def test_a_card_that_waits_is_not_sent_after_it_was_taken_back(pair: Harbour) -> None:
    """Between the press and the delivery the owner may change their mind."""

    def busy(action: Action) -> Receipt | None:
        if isinstance(action, Say) and action.to.user == "bo":
            return Receipt(outcome=Outcome.RETRY, retry_after=60.0)
        return pair.script(action)

    pair.world.platform.script = busy
    await shares_today(pair)
    await pair.person("ada").say("share stop")
    pair.world.platform.script = pair.script

    await pair.world.move_by(minutes=2)

    assert cards(pair, "bo") == []
    assert "nothing of it had arrived" in pair.person("ada").last


@pytest.mark.parametrize("whom", ["with my buddy", "here"])
async def test_what_was_in_doubt_when_it_was_taken_back_is_removed(
    pair: Harbour, whom: str
) -> None:
    """It arrived, nobody heard so, and then it was taken back: nothing of it is left."""
    ada, room = pair.person("ada"), CHANNEL if whom == "here" else None
    platform, cut = pair.world.platform, [UNHEARD]

    def unheard_once(action: Action) -> Receipt | None:
        to = action.to if isinstance(action, Say) else None
        shows = to is not None and (to.user == "bo" or to.channel == "lounge")
        return cut.pop() if shows and cut else pair.script(action)

    await ada.say("good")
    await ada.say(f"share today {whom}", room=room)
    preview = platform.rooms["lounge" if room else "ada"][-1]
    assert preview.choices is not None
    platform.script = unheard_once
    await ada.choose(preview.choices.prompt, "yes")
    assert not cut
    assert len(cards(pair, "bo")) + len(posts(pair)) == 1
    (share,) = await standing(pair)
    await ada.choose("share-list", f"stop {share.id}")

    await pair.world.move_by(minutes=1)

    assert posts(pair) == []
    assert cards(pair, "bo") == []
    assert not any("isn't shown" in text for text in pair.person("bo").seen)


@pytest.mark.parametrize("outcome", [Outcome.UNKNOWN, Outcome.RETRY], ids=["sent", "not-sent"])
async def test_a_crash_between_the_press_and_the_delivery_loses_and_doubles_nothing(
    tmp_path: Path, outcome: Outcome
) -> None:
    """The reader gets the card once, after the next start."""
    url, platform = f"sqlite:///{tmp_path / 'handrail.db'}", MemoryAdapter()
    async with running(url, platform=platform) as world:
        await world.database.write(one_community)
        ada, bo = Person(world, spaces=(SPACE,)), Person(world, "bo", spaces=(SPACE,))
        await ada.join()
        await bo.join()
        await ada.say("okay")
        await ada.say("share today with bo")
        platform.script = lambda action: (
            Receipt(outcome=outcome, retry_after=60.0)
            if isinstance(action, Say) and action.to.user == "bo"
            else None
        )
        await ada.press("yes")
        later = world.clock.now() + timedelta(minutes=5)
    platform.script = None

    async with running(url, platform=platform, now=later) as world:
        await world.move_by(minutes=1)

        told = [text for text in world.platform.read("bo") if text.startswith("There is some")]
        assert len(told) == 1
        await Person(world, "bo").press("see")
        assert "okay" in world.last("bo")


async def test_each_new_day_comes_once_while_it_is_shared(pair: Harbour) -> None:
    """The next day's word brings a card of its own; changing it brings no second one."""
    await shares_today(pair)
    await pair.person("bo").press("see")

    await pair.world.move_by(days=1)
    await pair.person("ada").say("rough")
    await pair.person("ada").say("mixed")

    assert len(cards(pair, "bo")) == 1
    await pair.person("bo").press("see")
    assert "Tuesday, November 24, 2026: mixed" in opened(pair, "bo")[-1]


async def test_it_ends_by_itself_and_what_showed_it_goes(pair: Harbour) -> None:
    """For a time means: after it nothing of it is left where the reader reads."""
    await shares_today(pair, "with my buddy")
    await pair.person("bo").press("see")

    await pair.world.move_by(days=1)

    assert opened(pair, "bo") == []
    assert await standing(pair) == []
    await pair.world.move_by(days=3)
    person = pair.people["ada"]
    assert await pair.world.database.read(lambda tx: shares.of_owner(tx, person)) == []


@pytest.mark.parametrize("words", ["buddy end", "buddy block"])
async def test_it_ends_with_the_buddies(pair: Harbour, words: str) -> None:
    """At once, whoever of the two ends it, and however."""
    await shares_today(pair)
    await pair.person("bo").press("see")
    ended = pair.person("bo")

    await ended.say(words)
    for sure in ("yes", "end", "block", "sure"):
        if sure in ended.offered:
            await ended.press(sure)
            break
    await pair.world.move_by(seconds=1)

    assert opened(pair, "bo") == []
    assert await standing(pair) == []


async def test_it_ends_when_somebody_leaves_the_community(pair: Harbour) -> None:
    """What goes to a member there, and to a channel there."""
    await shares_today(pair, "with cy for a week")
    assert len(cards(pair, "cy")) == 1

    await pair.goes("cy")

    assert await standing(pair) == []
    assert cards(pair, "cy") == []


async def test_it_ends_with_stop(pair: Harbour) -> None:
    """Everything ends with it, what others may see included."""
    await shares_today(pair)

    await pair.person("ada").say("stop")

    assert await standing(pair) == []
    assert cards(pair, "bo") == []


async def test_only_members_of_a_common_community_can_be_named(pair: Harbour) -> None:
    """And nothing tells whether somebody else is a member at all."""
    stranger = pair.person("dee")
    stranger.told = {}
    await stranger.join()
    ada = pair.person("ada")

    for name in ("dee", "nobody", "ada"):
        await ada.say(f"share today with {name}")
        assert ada.last.startswith("I know nobody of that name")


async def test_a_channel_sees_it_and_it_goes_when_taken_back(pair: Harbour) -> None:
    """Said in the channel, shown to the owner alone first; the log says that it stood there."""
    ada = pair.person("ada")
    await ada.say("good")
    await ada.say("share today here", room=CHANNEL)
    lounge = pair.world.platform.rooms["lounge"]
    preview = lounge[-1]
    assert preview.readers == frozenset({"ada"})
    assert preview.choices is not None

    await ada.choose(preview.choices.prompt, "yes")

    assert posts(pair) == ["ada would like to share this here:\n\nMonday, November 23, 2026: good"]
    (access,) = await log_of(pair)
    assert (access.viewer, access.reader, access.how) == (None, "channel", How.DELIVERED)
    await ada.say("share stop")
    assert posts(pair) == []


async def test_what_stands_in_a_channel_follows_the_day(pair: Harbour) -> None:
    """Another word for the day is put into the same post; the next day gets its own."""
    ada = pair.person("ada")
    await ada.say("good")
    await ada.say("share today here for 2 days", room=CHANNEL)
    preview = pair.world.platform.rooms["lounge"][-1]
    assert preview.choices is not None
    await ada.choose(preview.choices.prompt, "yes")

    await ada.say("mixed")
    assert [text.split("2026: ")[1] for text in posts(pair)] == ["mixed"]
    await ada.say("good")
    await ada.say("good")
    assert [text.split("2026: ")[1] for text in posts(pair)] == ["good"]
    assert len(await log_of(pair)) == 1

    await pair.world.move_by(days=1)
    await ada.say("rough")
    await ada.say("okay")
    assert [text.split("2026: ")[1] for text in posts(pair)] == ["good", "okay"]
    await ada.say("share stop")
    assert posts(pair) == []


async def test_the_week_can_be_shared_in_words(pair: Harbour) -> None:
    """How often which word was given in seven days; nothing older, and no notes."""
    ada = pair.person("ada")
    await ada.say("rough")
    await pair.world.move_by(days=7)
    await ada.say("good")
    await ada.say('note "a long day"')
    await pair.world.move_by(days=1)
    await ada.say("okay")
    await ada.say("share week with my buddy")
    assert "2 check-ins. good 1, okay 1" in ada.last
    await ada.press("yes")

    await pair.person("bo").press("see")

    (shown,) = opened(pair, "bo")
    assert "2 check-ins. good 1, okay 1" in shown
    assert "rough" not in shown
    assert "a long day" not in shown


async def test_a_mentee_counts_as_my_buddy_behind_buddies(pair: Harbour) -> None:
    """Who has no buddy shows something to the one they mentor; a buddy comes first."""
    mentoring = await pair.proposes("bo", "cy", kind="mentoring")
    for name in ("bo", "cy"):
        await pair.person(name).press("yes")
    assert (await pair.pair(mentoring)).stage is Stage.TOGETHER
    for name in ("cy", "bo"):
        await pair.person(name).say("okay")
        await pair.person(name).say("share today with my buddy")
        await pair.person(name).press("yes")
    assert len(cards(pair, "bo")) == 1
    assert (len(cards(pair, "ada")), len(cards(pair, "cy"))) == (1, 0)


async def test_a_reader_may_mute_and_nobody_is_told(pair: Harbour) -> None:
    """Cards stop coming; the owner's side looks as before."""
    await shares_today(pair)
    await pair.person("bo").press("mute")
    seen = len(pair.person("ada").seen)

    await pair.world.move_by(days=1)
    await pair.person("ada").say("okay")

    assert len(cards(pair, "bo")) == 1  # yesterday's
    assert not any("mute" in text.lower() for text in pair.person("ada").seen[seen:])
    assert len(await standing(pair)) == 1


async def test_nobody_presses_for_somebody_else(pair: Harbour) -> None:
    """Prompts are no secret: only the owner agrees or takes back, only the reader looks."""
    await pair.person("ada").say("okay")
    await pair.person("ada").say("share today with my buddy")
    preview = pair.world.platform.offering("ada", "yes")
    assert preview.choices is not None
    cy = pair.person("cy")

    await cy.choose(preview.choices.prompt, "yes")
    assert await standing(pair) == []
    await pair.person("ada").press("yes")
    (share,) = await standing(pair)
    await cy.choose(f"share/{share.id}", "see")
    await cy.choose("share-list", f"see {share.id}")
    await cy.choose("share-list", f"stop {share.id}")

    assert len(await standing(pair)) == 1
    assert not any("okay" in text for text in cy.seen)
    assert await log_of(pair) == []


async def test_a_preview_that_is_no_longer_true_is_shown_again(pair: Harbour) -> None:
    """What is agreed to is what was seen."""
    ada = pair.person("ada")
    await ada.say("okay")
    await ada.say("share today with my buddy")
    await ada.say("rough")

    await ada.press("yes")

    assert await standing(pair) == []
    assert "rough" in ada.last
    await ada.press("yes")
    assert len(await standing(pair)) == 1


async def test_what_showed_it_goes_when_the_owner_is_erased(pair: Harbour) -> None:
    """Nothing of them stays, in nobody's messages either."""
    await shares_today(pair)
    await pair.person("bo").press("see")
    person = pair.people["ada"]

    await pair.world.database.write(lambda tx: features.erase(tx, own_features(), person))
    await pair.world.move_by(seconds=1)

    assert opened(pair, "bo") == []
    busy = await pair.world.database.read(
        lambda tx: outbox.is_busy(tx, platform="memory", now=pair.world.clock.now())
    )
    assert not busy
