"""What a reaction or a typed word answers."""

from __future__ import annotations

import json

import pytest

from adapters.matrix.prompts import Prompts, Shown, number_of, reaction_keys
from bot.platform import Choice, Choices
from tests.support.state import MemoryState

ANA, BEN = "@ana:x", "@ben:x"
WORDS = Choices(
    prompt="checkin/2026-11-20",
    options=(
        Choice(id="good", label="Good", words=("fine", "👍")),
        Choice(id="low", label="Low"),
    ),
)


def test_reactions_tell_nothing_but_a_number() -> None:
    """Reactions are not encrypted: the homeserver reads them."""
    assert reaction_keys(12) == ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟"]
    assert [number_of(key) for key in reaction_keys(12)] == list(range(1, 11))


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        pytest.param("1️⃣", "good", id="keycap"),
        pytest.param("2⃣", "low", id="keycap of another client"),
        pytest.param("2", "low", id="number"),
        pytest.param("low.", "low", id="label"),
        pytest.param("FINE", "good", id="word"),
        pytest.param("👍", "good", id="emoji"),
        pytest.param("3️⃣", None, id="no such number"),
        pytest.param("0️⃣", None, id="zero"),
        pytest.param("", None, id="nothing"),
        pytest.param("❤️", None, id="a heart means no option"),
    ],
)
async def test_an_answer_is_read_in_every_form(typed: str, choice: str | None) -> None:
    """Number, word or emoji: however a member answers, it is understood."""
    prompts = Prompts(MemoryState())
    await prompts.show("!dm", "$1", ANA, WORDS)
    shown = await prompts.latest("!dm")
    assert shown is not None
    assert shown.chosen_by(ANA, typed) == choice


async def test_only_who_was_asked_may_answer() -> None:
    """Somebody who came into the conversation later does not answer for the member."""
    prompts = Prompts(MemoryState())
    await prompts.show("!dm", "$1", ANA, WORDS)
    await prompts.show("!staff", "$2", "", WORDS)
    private, open_to_all = await prompts.at("!dm", "$1"), await prompts.at("!staff", "$2")
    assert private is not None
    assert open_to_all is not None
    assert private.chosen_by(BEN, "1") is None
    assert open_to_all.chosen_by(BEN, "1") == "good"


async def test_a_tap_counts_once_until_it_is_taken_back() -> None:
    """The same reaction delivered twice is the same answer; a second one is not another."""
    prompts = Prompts(MemoryState())
    await prompts.show("!dm", "$1", ANA, WORDS)
    shown = await prompts.at("!dm", "$1")
    assert shown is not None
    assert await prompts.take("!dm", shown, ANA, "good", "$tap")
    assert await prompts.take("!dm", shown, ANA, "good", "$tap")
    assert not await prompts.take("!dm", shown, ANA, "good", "$another")
    assert await prompts.take("!dm", shown, ANA, "low", "$other")
    prompts.take_back("!dm", shown, "$tap")
    assert await prompts.take("!dm", shown, ANA, "good", "$another")


async def test_a_tap_can_be_taken_back_when_its_message_shows_the_answer() -> None:
    """Also after a crash: what the tap meant is known before anybody acts on it."""
    state = MemoryState()
    prompts = Prompts(state)
    await prompts.show("!dm", "$1", ANA, WORDS)
    shown = await prompts.at("!dm", "$1")
    assert shown is not None
    await prompts.take("!dm", shown, ANA, "good", "$tap")
    assert await Prompts(state).made_by("!dm", "$tap") is not None

    answered = Choices(prompt="checkin/2026-11-20", options=(Choice(id="note", label="Note"),))
    await prompts.show("!dm", "$1", ANA, answered)

    found = await Prompts(state).made_by("!dm", "$tap")
    assert found is not None
    below, made = found
    assert (below.message, below.options[0][0]) == ("$1", "note")
    assert made == (ANA, "checkin/2026-11-20", "good")
    assert await prompts.made_by("!dm", "$other") is None


async def test_words_of_questions_that_were_asked_together_are_understood() -> None:
    """After a hard day's word there are two: "change" is of the first. A number is of the last."""
    state = MemoryState()
    prompts = Prompts(state)
    note = Choices(prompt="checkin/1", options=(Choice(id="change", label="Change the word"),))
    offer = Choices(prompt="say", options=(Choice(id="talk", label="Talk"),))
    await prompts.show("!dm", "$1", ANA, WORDS)
    prompts.spoken_in("!dm")
    await prompts.show("!dm", "$2", ANA, note)
    await prompts.show("!dm", "$3", ANA, offer)

    async def meant(typed: str) -> tuple[str, str] | None:
        found = await Prompts(state).meant("!dm", ANA, typed)
        return (found[0].message, found[1]) if found else None

    assert await meant("talk") == ("$3", "talk")
    assert await meant("change the word") == ("$2", "change")
    assert await meant("1") == ("$3", "talk")
    assert await meant("2") is None
    assert await meant("good") is None  # that one was answered before
    await prompts.talk_on("!dm")
    assert await meant("talk") is None


async def test_questions_outlive_a_restart_and_old_ones_go() -> None:
    state = MemoryState()
    prompts = Prompts(state)
    for number in range(20):
        await prompts.show("!dm", f"${number}", ANA, WORDS)
    await prompts.close("!dm", "$19")

    after = Prompts(state)

    latest = await after.latest("!dm")
    assert isinstance(latest, Shown)
    assert (latest.message, latest.prompt) == ("$18", "checkin/2026-11-20")
    assert await after.at("!dm", "$1") is None
    assert await after.at("!dm", "$19") is None


async def test_a_question_is_found_by_its_poll_too_after_a_restart() -> None:
    """A vote names the poll, a reply the message; both mean the same question."""
    state = MemoryState()
    prompts = Prompts(state)
    await prompts.show("!room", "$1", "", WORDS)
    await prompts.note_poll("!room", "$1", "$poll")

    after = Prompts(state)

    by_message, by_poll = await after.at("!room", "$1"), await after.at("!room", "$poll")
    assert by_message is not None
    assert by_message is by_poll
    assert by_message.message == "$1"
    await after.close("!room", "$1")
    assert await after.at("!room", "$poll") is None


async def test_the_bot_goes_on_in_the_language_in_which_it_asked() -> None:
    """Its own hints are in the language of the last question; English before any."""
    state = MemoryState()
    prompts = Prompts(state)
    assert await prompts.language_in("!dm") == "en"
    await prompts.show("!dm", "$1", ANA, Choices(prompt="p", options=WORDS.options, language="de"))
    assert await Prompts(state).language_in("!dm") == "de"


async def test_questions_of_an_older_version_are_still_read() -> None:
    """An update must not make the bot forget what it asked yesterday."""
    state = MemoryState()
    old = {
        "message": "$1",
        "member": ANA,
        "prompt": "checkin/2026-11-20",
        "options": [["good", "Good", []]],
        "taken": {"@ana:x good": "$tap"},
        "last": True,
    }
    await state.put({"prompts/!dm": json.dumps([old]).encode()})
    shown = await Prompts(state).latest("!dm")
    assert shown is not None
    assert shown.chosen_by(ANA, "good") == "good"
