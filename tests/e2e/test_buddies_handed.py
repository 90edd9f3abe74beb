"""Words between two buddies: read by two moderators together, or by nobody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.delivery import keeping
from bot.delivery.keeping import Keeping
from bot.platform import Chose, FormFilled, Outcome
from storage import access_log, audit, handed
from storage.database import Transaction
from storage.handed import Handed
from storage.tables import handed_words
from tests.support.buddies import STAFF, Harbour, harbour
from tests.support.texts import own_features

WORDS = "send me money or I tell everybody"
REASON = "a threat, says the report"


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Harbour]:
    """Ada has reported Bo, who wrote to her through the bot."""
    async with harbour(f"sqlite:///{tmp_path / 'handrail.db'}") as made:
        made.opens = Outcome.UNSUPPORTED
        made.world.platform.forms = True
        await made.pairs("ada", "bo")
        await made.world.move_by(minutes=1)
        await made.person("ada").say("buddy report He keeps asking for money")
        yield made


async def hands_over(place: Harbour, words: str = WORDS) -> None:
    """Ada presses the button below the thanks for her report, and fills in the form."""
    ada = place.person("ada")
    await ada.press("words")
    await ada.fill("hand", words=words)


async def asks(place: Harbour, who: str, reason: str = REASON) -> None:
    """A moderator asks to read it, in the staff room."""
    await place.command(who, "buddies words")
    await fills(place, who, "ask", reason)


async def fills(place: Harbour, who: str, choice: str, reason: str) -> None:
    """The form behind a button of the staff room."""
    shown = place.world.platform.offering("staff", choice)
    assert shown.choices is not None
    event = place.world.platform.event(who, STAFF) | {"roles": frozenset({"moderator"})}
    form = next(each.form for each in shown.choices.options if each.id == choice)
    assert form is not None
    prompt = shown.choices.prompt
    await place.take(FormFilled(**event, form=form, prompt=prompt, values={"reason": reason}))


async def agrees(place: Harbour, who: str) -> None:
    await place.command(who, "buddies words")
    await place.press(who, "agree")


def readers(place: Harbour) -> list[str]:
    """Who has the words before their eyes, other than who handed them over."""
    rooms = place.world.platform.rooms
    found = [
        ",".join(sorted(shown.readers)) if shown.readers else room
        for room, all_shown in rooms.items()
        for shown in all_shown
        if WORDS in shown.text and room != "ada"
    ]
    return sorted(found)


async def kept(place: Harbour) -> list[Handed]:
    return await place.world.database.read(lambda tx: handed.waiting(tx, place.community))


# --- handing over


async def test_nothing_is_handed_over_by_itself(place: Harbour) -> None:
    """The bot has no words to show; a report stands without them."""
    assert await kept(place) == []

    await place.person("ada").press("words")
    assert "never by whom" in place.person("ada").last
    await place.person("ada").press("keep")

    assert await kept(place) == []
    assert "Nothing was handed over" in place.person("ada").last


async def test_what_is_handed_over_stands_in_no_room(place: Harbour) -> None:
    """The team hears that something waits, and nobody of it reads a word."""
    await hands_over(place)

    assert "kept encrypted" in place.person("ada").last
    assert "Somebody handed words over" in place.staff[-1]
    await place.command("mo", "community status")
    assert "Words handed over with a report wait for two of you" in place.staff[-1]
    assert readers(place) == []
    sealed = await place.world.database.read(
        lambda tx: tx.execute(select(handed_words.c.words)).scalar_one()
    )
    assert WORDS.encode() not in sealed


async def test_it_belongs_to_a_report_that_is_not_long_ago(place: Harbour) -> None:
    """Nobody hands over a buddy's words without having told the team why."""
    await place.person("bo").say("buddy words")
    assert "buddy report" in place.person("bo").last

    await place.person("ada").press("words")
    await place.world.move_by(days=15)
    await place.person("ada").fill("hand", words=WORDS)
    assert await kept(place) == []


async def test_a_team_is_not_drowned(place: Harbour) -> None:
    """Five at a time."""
    for _ in range(6):
        await place.person("ada").say("buddy words")
        await place.person("ada").fill("hand", words=WORDS)

    assert len(await kept(place)) == 5
    assert "enough of yours" in place.person("ada").last


# --- reading takes two


async def test_one_moderator_reads_nothing(place: Harbour) -> None:
    """Neither by asking, nor by asking twice, nor by agreeing to their own wish."""
    await hands_over(place)
    await asks(place, "mo")
    await place.command("mo", "buddies words")
    assert "You have asked" in place.staff[-1]
    prompt = place.world.platform.offering("staff", "ask").choices
    assert prompt is not None
    event = place.world.platform.event("mo", STAFF) | {"roles": frozenset({"moderator"})}
    await place.take(Chose(**event, prompt=prompt.prompt, choice="agree"))

    assert readers(place) == []
    assert len(await kept(place)) == 1


async def test_two_read_it_once_and_nothing_is_left(place: Harbour) -> None:
    """The second sees the reason first; then both have the words, each alone."""
    await hands_over(place)
    await asks(place, "mo")
    assert not any(REASON in each for each in place.staff), "the room is told no reason"

    await place.command("li", "buddies words")
    assert REASON in place.staff[-1]
    assert WORDS not in place.staff[-1]
    await place.press("li", "agree")

    assert readers(place) == ["li", "mo"]
    assert await kept(place) == []
    await agrees_again(place)


async def agrees_again(place: Harbour) -> None:
    """A second press, and a third moderator, find nothing."""
    await place.press("li", "agree")
    assert "not there any more" in place.staff[-1]
    await place.command("zo", "buddies words")
    assert "Nothing that was handed over" in place.staff[-1]
    assert readers(place) == ["li", "mo"]


async def test_a_yes_after_a_day_is_too_late(place: Harbour) -> None:
    """Somebody has to ask anew; then the first one may be the second."""
    await hands_over(place)
    await asks(place, "mo")
    await place.command("li", "buddies words")
    await place.world.move_by(hours=24)
    await place.press("li", "agree")
    assert readers(place) == []

    await asks(place, "li")
    await agrees(place, "mo")
    assert readers(place) == ["li", "mo"]


async def test_who_has_left_reads_nothing(place: Harbour) -> None:
    """Whoever asked and went, or was sent, is not written to; somebody there has to ask anew."""
    await hands_over(place)
    await asks(place, "mo")
    await place.command("li", "buddies words")
    await place.goes("mo")
    await place.press("li", "agree")
    assert readers(place) == []

    await asks(place, "li")
    await agrees(place, "zo")
    assert readers(place) == ["li", "zo"]


async def test_leaving_it_shows_nothing(place: Harbour) -> None:
    """And somebody else may still agree."""
    await hands_over(place)
    await asks(place, "mo")
    await place.command("li", "buddies words")
    await place.press("li", "leave")
    assert readers(place) == []

    await agrees(place, "zo")
    assert readers(place) == ["mo", "zo"]


async def test_two_accounts_of_one_person_are_one(place: Harbour) -> None:
    """Whoever has linked another account cannot agree to their own wish with it."""
    await place.comes("mo")
    await hands_over(place)
    await asks(place, "mo")

    def second(tx: Transaction) -> None:
        (found,) = handed.waiting(tx, place.community)
        assert found.asked is not None
        assert found.asked.person == place.people["mo"]
        other = tx.keys.index("memory:mo-at-home")
        tx.execute(handed_words.update().values(asked_index=other))

    await place.world.database.write(second)
    await place.command("mo", "buddies words")
    assert "You have asked" in place.staff[-1]


async def test_whom_it_concerns_is_passed_over(place: Harbour) -> None:
    """Neither of the two reads it as a moderator, nor whom the words name."""
    await hands_over(place, f"{WORDS}, ask zo")
    for who in ("ada", "bo", "zo"):
        await place.command(who, "buddies words")
        assert "Nothing that was handed over" in place.staff[-1]

    await asks(place, "mo")
    for who in ("ada", "bo", "zo"):
        await place.command(who, "buddies words")
        assert "Nothing that was handed over" in place.staff[-1]


async def test_a_button_works_for_whom_it_was_shown_to(place: Harbour) -> None:
    """A copied prompt is worth nothing to a member, nor to another moderator."""
    await hands_over(place)
    await asks(place, "mo")
    await place.command("li", "buddies words")
    shown = place.world.platform.offering("staff", "agree")
    assert shown.choices is not None

    for who, roles in (("bo", frozenset[str]()), ("zo", frozenset({"moderator"}))):
        event = place.world.platform.event(who, STAFF) | {"roles": roles}
        await place.take(Chose(**event, prompt=shown.choices.prompt, choice="agree"))

    assert readers(place) == []


# --- what remains


async def test_both_are_told_that_and_by_how_many(place: Harbour) -> None:
    """In words and in their access logs; no name of the team stands in either."""
    await hands_over(place)
    await asks(place, "mo")
    await agrees(place, "li")

    for name in ("ada", "bo"):
        person = place.person(name)
        assert person.last.startswith("A note for you, nothing to do.")
        assert "two of the team have read them" in person.last
        assert WORDS not in person.last
        await person.say("share history")
        assert person.last.count("one of the team") == 2
        assert "li" not in person.last.split()
        assert "mo" not in person.last.split()
        seen = await place.world.database.read(
            partial(access_log.of_person, person=place.people[name])
        )
        assert [each.viewer for each in seen] == [None, None]


async def test_both_acts_are_written_down(place: Harbour) -> None:
    """Who asked and who agreed stands in the log that nobody can shorten unseen."""
    await hands_over(place)
    await asks(place, "mo")
    await agrees(place, "li")

    entries = await place.world.database.read(lambda tx: audit.entries(tx, place.community))
    acts = [(each.command, each.actor) for each in entries if ": " in each.command]
    assert acts == [
        ("buddies words: agreed", ("memory", "li")),
        ("buddies words: asked", ("memory", "mo")),
    ]
    assert (
        await place.world.database.read(lambda tx: audit.first_break(tx, place.community)) is None
    )


async def test_what_nobody_reads_goes_after_two_weeks(place: Harbour) -> None:
    """And who asked in vain is forgotten after a day."""
    await hands_over(place)
    await asks(place, "mo")
    now = place.world.clock.now()

    async def tidied(later: timedelta) -> list[Handed]:
        await place.world.database.write(lambda tx: keeping.let_go(tx, Keeping(), now + later))
        return await kept(place)

    (found,) = await tidied(timedelta(hours=25))
    assert found.asked is None
    assert await tidied(timedelta(days=15)) == []


async def test_it_is_in_the_export_of_who_handed_it_over_and_goes_with_them(place: Harbour) -> None:
    """The other one's export tells nothing of it; a moderator who is erased has not asked."""
    await place.comes("mo")
    await hands_over(place)
    await asks(place, "mo")
    feature = next(each for each in own_features() if each.name == "buddies")
    read, write = place.world.database.read, place.world.database.write

    assert WORDS in str(await read(lambda tx: feature.export(tx, place.people["ada"])))
    assert WORDS not in str(await read(lambda tx: feature.export(tx, place.people["bo"])))

    await write(lambda tx: feature.erase(tx, place.people["mo"]))
    (found,) = await kept(place)
    assert found.asked is None
    await write(lambda tx: feature.erase(tx, place.people["ada"]))
    assert await kept(place) == []


async def test_what_is_of_somebody_erased_goes_with_them(place: Harbour) -> None:
    """Their words are theirs, whoever handed them over."""
    await hands_over(place)
    feature = next(each for each in own_features() if each.name == "buddies")
    await place.world.database.write(lambda tx: feature.erase(tx, place.people["bo"]))

    assert await kept(place) == []


async def test_without_forms_it_works_by_words(tmp_path: Path) -> None:
    """The question comes in private, and the answer goes nowhere else."""
    async with harbour(f"sqlite:///{tmp_path / 'handrail.db'}") as place:
        place.opens = Outcome.UNSUPPORTED
        place.world.platform.forms = False
        await place.pairs("ada", "bo")
        await place.person("ada").say("buddy report")
        ada = place.person("ada")
        await ada.press("words")
        await ada.press("hand")
        await ada.say(WORDS)
        assert "kept encrypted" in ada.last

        assert len(await kept(place)) == 1
        assert readers(place) == []
