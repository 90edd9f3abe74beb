"""Two who are together: words carried between them, and what comes along the way."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from bot.buddies.relay.carrying import LONGEST
from bot.platform import Action, Address, Outcome, Receipt, Said, Say
from bot.richtext import plain
from storage import buddy_lives, buddy_pairs
from storage.buddies import State
from storage.buddy_pairs import Ending, Pair, Stage
from tests.support.buddies import SAID, Harbour, harbour

ROOM = Address("memory", space=None, channel="room1")


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Harbour]:
    """Ada and Bo, whose words the bot carries."""
    async with harbour(f"sqlite:///{tmp_path / 'handrail.db'}") as made:
        made.opens = Outcome.UNSUPPORTED
        await made.pairs("ada", "bo")
        await made.world.move_by(minutes=1)
        yield made


@pytest.fixture
async def roomy(tmp_path: Path) -> AsyncIterator[Harbour]:
    """Ada and Bo, who meet in a room of their own."""
    async with harbour(f"sqlite:///{tmp_path / 'handrail.db'}") as made:
        await made.pairs("ada", "bo")
        await made.world.watch.noticing.look()
        yield made


def carried(place: Harbour, name: str) -> list[str]:
    """What the others wrote, as somebody reads it."""
    return [said.partition("> ")[2] for _, said in place.told(name) if "\n\n> " in said]


def told(place: Harbour, name: str, words: str) -> int:
    """How many messages with these words somebody got."""
    return sum(words in said for _, said in place.told(name))


async def reply(
    place: Harbour, name: str, words: str, message: str | None, *, with_file: bool = False
) -> None:
    """Answer a message as clients do it."""
    event = place.world.platform.event(name) | {"direct": True, "addressed": True}
    await place.take(Said(**event, text=words, replies_to=message, with_file=with_file))


async def together(place: Harbour) -> Pair:
    """The pair that Ada is or was in."""
    person = place.people["ada"]
    found = await place.world.database.read(lambda tx: buddy_pairs.of_person(tx, person))
    return found[0]


# --- words carried


async def test_both_learn_how_it_goes_without_each_others_account(place: Harbour) -> None:
    """The first words say who sees what, and offer something to begin with."""
    for name, other in (("ada", "bo"), ("bo", "ada")):
        (met,) = [said for _, said in place.told(name) if "I carry your words" in said]
        assert other not in met.split()
        assert "What would you like to be called" in met


async def test_one_message_reaches_the_other_as_it_was_typed(place: Harbour) -> None:
    """Markup, pings and several lines mean nothing on the way."""
    words = "**hi** @everyone <@123>\n- [x](https://example.org) `y`"

    await place.person("ada").say(f"buddy say {words}")

    assert "Passed on" in place.person("ada").last
    shown = place.world.platform.rooms["bo"][-1]
    assert "Words for you from your buddy" in shown.text
    assert [line.removeprefix("> ") for line in shown.text.splitlines()[2:]] == words.splitlines()
    assert shown.called == ()
    assert "ada" not in shown.text.casefold().split()


async def test_an_answer_goes_back_by_the_button_below(place: Harbour) -> None:
    await place.person("ada").say("buddy say How are you?")

    await place.person("bo").fill("answer", words="Well enough")

    assert carried(place, "ada") == ["Well enough"]
    assert "Passed on" in place.person("bo").last


async def test_where_there_are_no_forms_the_next_words_are_the_answer(place: Harbour) -> None:
    place.world.platform.forms = False
    await place.person("ada").say("buddy say How are you?")

    await place.person("bo").press("answer")
    await place.person("bo").say("okay")

    assert carried(place, "ada") == ["okay"]


async def test_a_reply_to_carried_words_is_carried_too(place: Harbour) -> None:
    """As people answer anywhere; also "okay", which is an answer to the buddy there."""
    await place.person("ada").say("buddy say How are you?")
    shown = place.world.platform.rooms["bo"][-1].id

    await reply(place, "bo", "okay", shown)
    await reply(place, "bo", "not for anybody", "another message")

    assert carried(place, "ada") == ["okay"]

    await place.person("ada").say("buddy block")
    await reply(place, "bo", "and you?", shown)
    assert "nobody at the other end right now" in place.person("bo").last
    assert carried(place, "ada") == ["okay"]


async def test_for_a_while_all_words_go_to_the_buddy(place: Harbour) -> None:
    """In order, without a word of the bot's between them, until it is ended by a tap."""
    ada, bo = place.person("ada"), place.person("bo")
    await ada.say("buddy talk")
    assert "I pass on what you write here to your buddy" in ada.last
    await bo.say("buddy talk")
    before = len(place.told("ada"))

    for number in range(5):
        await ada.say(f"line {number}")
    await bo.say("I read you")

    assert carried(place, "bo") == [f"line {number}" for number in range(5)]
    assert len(place.told("ada")) == before + 1
    assert bo.offered == {}, "who is talking needs no buttons"

    await ada.press("off")
    await ada.say("only for you")
    assert "only for you" not in carried(place, "bo")


async def test_a_quiet_hour_ends_it_and_it_is_always_said(place: Harbour) -> None:
    """Each message begins the hour anew; afterwards words stay with the bot."""
    ada = place.person("ada")
    await ada.say("buddy talk")
    await place.world.move_by(minutes=50)
    await ada.say("still here")
    await place.world.move_by(minutes=50)
    assert told(place, "ada", "quiet for an hour") == 0
    await place.world.move_by(minutes=11)
    assert told(place, "ada", "quiet for an hour") == 1

    await ada.say("anybody?")

    assert carried(place, "bo") == ["still here"]


async def test_commands_and_answers_to_questions_are_never_passed_on(place: Harbour) -> None:
    """Neither in the midst of a talk: what is meant for the bot stays with it."""
    place.world.platform.forms = False
    ada = place.person("ada")
    await ada.say("buddy talk")

    await ada.say("checkin history")
    await ada.say("rough")  # today's check-in waits for a word
    await ada.choose("checkin/2026-11-23", "notes-yes")
    await ada.choose("checkin/2026-11-23", "note")
    await ada.say("a long day")
    await ada.say("good night")

    assert told(place, "ada", "Noted: rough") == 1
    assert carried(place, "bo") == ["good night"]


async def test_a_check_in_word_is_for_the_buddy_once_the_day_has_its_own(place: Harbour) -> None:
    ada = place.person("ada")
    await ada.say("good")
    await ada.say("buddy talk")

    await ada.say("okay")

    assert carried(place, "bo") == ["okay"]


async def test_a_picture_and_too_many_words_are_refused_kindly(place: Harbour) -> None:
    """Nothing is cut, and nothing lost silently."""
    ada = place.person("ada")
    await ada.say("buddy talk")

    await ada.say("")
    assert "only carry words" in ada.last
    await ada.say("x" * (LONGEST + 1))
    assert str(LONGEST)[:1] in ada.last
    assert "Nothing was passed on" in ada.last

    await reply(place, "ada", "look at this", None, with_file=True)
    assert "picture or file stayed here" in ada.last

    assert carried(place, "bo") == ["look at this"]


async def test_a_cry_for_help_is_answered_first_and_still_reaches_the_buddy(
    place: Harbour,
) -> None:
    """The watch stands before everything; while its reply is open, nothing extra is said."""
    ada = place.person("ada")
    await ada.say("buddy talk")
    before = len(place.told("ada"))

    await ada.say("I want to kill myself tonight, I have the pills here")

    await place.world.watch.written()
    await place.world.settle()
    said = [text for _, text in place.told("ada")][before:]
    assert said
    assert not any("Passed on" in each for each in said)
    assert carried(place, "bo") == ["I want to kill myself tonight, I have the pills here"]

    await place.person("bo").press("help")
    assert told(place, "bo", "Ask straight out") == 1


async def test_words_in_doubt_are_shown_once(place: Harbour) -> None:
    """A crash between sending and noting it: the same key goes out again."""
    doubts = [Receipt(outcome=Outcome.UNKNOWN)]

    def script(action: Action) -> Receipt | None:
        if isinstance(action, Say) and "> " in plain(action.body) and doubts:
            return doubts.pop()
        return None

    place.world.platform.script = script
    await place.person("ada").say("buddy say marmalade")
    await place.world.move_by(minutes=5)

    shown = [each for each in place.world.platform.read("bo") if "marmalade" in each]
    assert doubts == []
    assert len(shown) == 1


async def test_the_one_who_wrote_learns_what_did_not_arrive(place: Harbour) -> None:
    def script(action: Action) -> Receipt | None:
        if isinstance(action, Say) and "> " in plain(action.body):
            return Receipt(outcome=Outcome.GONE)
        return None

    place.world.platform.script = script
    await place.person("ada").say("buddy say hello?")

    assert "couldn't deliver" in place.person("ada").last


@pytest.mark.parametrize("word", ["block", "end"])
async def test_after_a_block_or_an_end_nothing_flows(place: Harbour, word: str) -> None:
    """Not even what waits already; and what the other one reads does not tell which it was."""
    ada, bo = place.person("ada"), place.person("bo")
    await bo.say("buddy talk")
    waits = [Receipt(outcome=Outcome.RETRY, retry_after=60)]

    def script(action: Action) -> Receipt | None:
        busy = isinstance(action, Say) and "> " in plain(action.body) and waits
        return waits.pop() if busy else place.script(action)

    place.world.platform.script = script
    await bo.say("on its way")
    await ada.say(f"buddy {word}")
    if word == "end":
        await ada.press("yes")
    await place.world.move_by(minutes=2)

    await bo.say("are you there?")
    assert "nobody at the other end right now" in bo.last
    await bo.say("buddy say please")
    assert "nobody at the other end right now" in bo.last
    assert carried(place, "ada") == []
    await ada.choose(f"buddy-carried/{(await together(place)).id}", "talk")
    assert "nobody at the other end right now" in ada.last


async def test_nobody_writes_to_anothers_buddy(place: Harbour) -> None:
    """A prompt is not trusted."""
    await place.comes("eve")
    pair = await together(place)
    for number in (str(pair.id), "9" * 19, "x", ""):
        await place.person("eve").send_form("buddy-reply", f"buddy-carried/{number}", words="hm")
        await place.person("eve").choose("buddy-talk", number)
        await place.person("eve").choose(f"buddy-still/{number}", "end")
        await place.person("eve").choose(f"buddy-account/{number}", "yes")
    await place.person("eve").say("hello")

    assert not any("my mistake" in each for each in place.person("eve").seen)
    assert carried(place, "ada") == carried(place, "bo") == []
    assert (await together(place)).stage is Stage.TOGETHER


async def test_words_on_their_way_are_sealed_and_then_forgotten(place: Harbour) -> None:
    """Neither the database nor a backup shows what one wrote to the other."""
    place.world.platform.script = lambda action: (
        Receipt(outcome=Outcome.RETRY, retry_after=3600) if isinstance(action, Say) else None
    )
    await place.person("ada").say("buddy say marmalade")

    rows = await place.world.database.read(
        lambda tx: tx.execute(sql("SELECT * FROM outbox WHERE kind = 'buddy-words'")).all()
    )
    assert len(rows) == 1
    assert not any(
        "marmalade" in str(value) or b"marmalade" in bytes(str(value), "utf-8") for value in rows[0]
    )
    assert any(isinstance(value, bytes | memoryview) for value in rows[0])

    place.world.platform.script = place.script
    await place.world.move_by(hours=2)
    assert carried(place, "bo") == ["marmalade"]
    (left,) = await place.world.database.read(
        lambda tx: tx.execute(sql("SELECT payload FROM outbox WHERE kind = 'buddy-words'")).all()
    )
    assert left.payload is None


# --- accounts


async def test_accounts_are_shown_once_both_want_it(place: Harbour) -> None:
    ada, bo = place.person("ada"), place.person("bo")
    await ada.say("buddy account")
    assert told(place, "bo", "see each other's accounts") == 1
    assert told(place, "ada", "memory: bo") == 0

    await bo.press("yes")

    assert told(place, "ada", "memory: bo") == 1
    assert told(place, "bo", "memory: ada") == 1


async def test_a_no_to_showing_accounts_stays_with_the_bot(place: Harbour) -> None:
    ada, bo = place.person("ada"), place.person("bo")
    await ada.say("buddy account")
    before = place.told("ada")

    await bo.press("no")

    assert place.told("ada") == before
    assert told(place, "bo", "memory: ada") == 0


# --- prompts and questions


async def test_four_prompts_in_the_first_two_weeks(place: Harbour) -> None:
    """In the evening, to both, each another one, and then no more."""
    for _ in range(20):
        await place.world.move_by(days=1)

    for name in ("ada", "bo"):
        got = [said for _, said in place.told(name) if "A thought for the two of you" in said]
        assert len(set(got)) == len(got) == 4
        assert "the last one from me" in got[-1]


async def test_prompts_come_one_by_one_and_can_be_stopped(place: Harbour) -> None:
    began = place.world.clock.now()
    for _ in range(6):
        await place.world.move_by(days=1)
    assert told(place, "ada", "A thought for the two of you") == 2
    assert told(place, "bo", "A thought for the two of you") == 2

    await place.person("bo").press("stop")
    for _ in range(12):
        await place.world.move_by(days=1)

    assert told(place, "ada", "A thought for the two of you") == 2
    assert place.world.clock.now() > began + timedelta(days=17)


async def test_did_you_talk_is_asked_once_and_shared_with_nobody(place: Harbour) -> None:
    for _ in range(16):
        await place.world.move_by(days=1)
    assert told(place, "ada", "Have you two talked yet?") == 1
    before = place.told("bo")

    await place.person("ada").press("yes")
    await place.person("ada").press("unsure")

    assert "may also simply not fit" in place.person("ada").last
    assert place.told("bo") == before


async def test_still_good_every_four_weeks_and_a_no_ends_it_kindly(place: Harbour) -> None:
    for _ in range(60):
        await place.world.move_by(days=1)
    assert told(place, "ada", "Is it still good") == 2

    await place.person("ada").press("no")
    assert (await together(place)).stage is Stage.TOGETHER, "it is asked once more"
    await place.person("ada").press("end")

    assert "goes on alone" in place.person("bo").last
    assert (await together(place)).ending is Ending.ENDED


async def test_those_who_want_it_to_last_are_not_asked(place: Harbour) -> None:
    for name in ("ada", "bo"):
        await place.person(name).say("buddy keep")
    for _ in range(30):
        await place.world.move_by(days=1)

    assert told(place, "ada", "Is it still good") == 0


async def test_when_the_buddy_is_in_danger_there_is_help_at_once(place: Harbour) -> None:
    """What to do, the lines, and the way to the team."""
    await place.person("ada").say("buddy help")

    said = [text for _, text in place.told("ada")]
    assert any("Ask straight out" in each for each in said[-2:])
    assert any("116 123" in each or "999" in each for each in said[-2:])
    place.world.platform.offering("ada", "talk")


# --- silence


async def test_the_silent_one_is_reminded_gently_and_once(place: Harbour) -> None:
    """Whoever wrote reads nothing of it; and the end of a talk is no silence."""
    await place.person("ada").say("buddy say hello")
    await place.world.move_by(hours=23)
    assert told(place, "bo", "Somebody wrote to you yesterday") == 0
    await place.world.move_by(hours=2)
    assert told(place, "bo", "Somebody wrote to you yesterday") == 1
    await place.person("ada").say("buddy say hello again")
    await place.world.move_by(days=2)
    assert told(place, "bo", "Somebody wrote to you yesterday") == 1

    await place.person("bo").say("buddy say here I am")
    await place.person("ada").say("buddy say good")
    await place.world.move_by(days=3)

    assert told(place, "ada", "Somebody wrote to you yesterday") == 0
    assert told(place, "bo", "Somebody wrote to you yesterday") == 1


async def test_nobody_is_reminded_in_their_night(place: Harbour) -> None:
    """What can wait comes in the morning, on their own clock."""
    await place.world.move_to(datetime(2026, 11, 24, 1, 0, tzinfo=UTC))
    await place.person("ada").say("buddy say I can't sleep")
    await place.world.move_to(datetime(2026, 11, 25, 7, 30, tzinfo=UTC))
    assert told(place, "bo", "Somebody wrote to you yesterday") == 0

    await place.world.move_to(datetime(2026, 11, 25, 8, 1, tzinfo=UTC))

    assert told(place, "bo", "Somebody wrote to you yesterday") == 1


async def test_whoever_rests_is_left_in_peace(place: Harbour) -> None:
    """`pause` means everything that nobody asked for; words of the buddy still come."""
    await place.person("bo").say("pause")
    await place.person("ada").say("buddy say hello")
    for _ in range(16):
        await place.world.move_by(days=1)

    assert carried(place, "bo") == ["hello"]
    for words in ("wrote to you yesterday", "A thought for", "talked yet", "both of you could"):
        assert told(place, "bo", words) == 0
    assert told(place, "ada", "A thought for") == 4


async def test_an_answer_within_the_day_leaves_everybody_in_peace(place: Harbour) -> None:
    await place.person("ada").say("buddy say hello")
    await place.world.move_by(hours=5)
    await place.person("bo").say("buddy say hi")
    await place.world.move_by(days=2)

    for name in ("ada", "bo"):
        assert told(place, name, "Somebody wrote to you yesterday") == 0


async def test_a_silent_buddy_is_asked_and_after_a_week_there_is_somebody_new(
    place: Harbour,
) -> None:
    """Both are first in line, and nobody is blamed."""
    await place.person("ada").say("buddy silent")
    await place.person("ada").say("buddy silent")
    assert told(place, "bo", "hasn't heard from you for a while") == 1
    await place.world.move_by(days=6)
    assert (await together(place)).stage is Stage.TOGETHER
    await place.world.move_by(days=1, minutes=1)

    assert (await together(place)).ending is Ending.REMATCHED
    for name in ("ada", "bo"):
        seeker = await place.seeker(name)
        assert (seeker.state, seeker.first_in_line) == (State.LOOKING, True)
    assert told(place, "ada", "A week has gone by") == 1
    assert told(place, "bo", "goes on alone") == 1


@pytest.mark.parametrize("sign", ["tap", "words"])
async def test_a_sign_of_the_silent_one_lets_it_go_on(place: Harbour, sign: str) -> None:
    await place.person("ada").say("buddy silent")
    await place.world.move_by(days=2)

    if sign == "tap":
        await place.person("bo").press("here")
    else:
        await place.person("bo").say("buddy say sorry, I'm here")
    await place.world.move_by(days=6)

    assert (await together(place)).stage is Stage.TOGETHER


async def test_words_in_a_room_of_their_own_count_and_are_not_kept(roomy: Harbour) -> None:
    """Who wrote is noted, so that the other is reminded; what, never."""
    event = roomy.world.platform.event("ada", ROOM)
    await roomy.world.core.take(Said(**event, text="marmalade", addressed=False))
    pair = await together(roomy)
    assert pair.partner(roomy.people["ada"]).wrote_at is not None
    assert pair.partner(roomy.people["bo"]).wrote_at is None

    await roomy.world.move_by(hours=25)

    assert told(roomy, "bo", "Somebody wrote to you yesterday") == 1
    assert told(roomy, "ada", "Somebody wrote to you yesterday") == 0


async def test_in_a_room_of_their_own_nothing_is_carried(roomy: Harbour) -> None:
    await roomy.person("ada").say("buddy say hello")

    assert "room of your own" in roomy.person("ada").last
    assert carried(roomy, "bo") == []


async def test_the_room_begins_with_something_to_begin_with(roomy: Harbour) -> None:
    """Prompts come there too, and any of the two can stop them."""
    assert told(roomy, "room1", "What would you like to be called") == 1
    for _ in range(3):
        await roomy.world.move_by(days=1)

    assert told(roomy, "room1", "A thought for the two of you") == 1


# --- times


async def test_times_are_offered_from_the_hours_that_both_have(database_url: str) -> None:
    """Each reads them on their own clock; once both chose the same, both are reminded."""
    async with harbour(database_url, names=()) as made:
        made.opens = Outcome.UNSUPPORTED
        await made.comes("ada", said={**SAID, "hours": ["weekday-evening"]})
        await made.comes("bo", said={**SAID, "hours": ["weekday-evening", "weekend-morning"]})
        await made.pairs("ada", "bo")
        await made.world.move_by(minutes=11)

        offered = {
            name: made.world.platform.offering(name, "none").choices for name in ("ada", "bo")
        }
        assert offered["ada"] is not None
        assert offered["bo"] is not None
        times = [option.id for option in offered["ada"].options if option.id != "none"]
        assert len(times) == 3
        assert [o.id for o in offered["bo"].options][:-1] == times
        at = datetime.fromtimestamp(int(times[0]), UTC)
        assert 16 <= at.hour < 21, "an evening in Berlin"
        assert at.weekday() < 5

        await made.person("ada").press(times[0])
        assert told(made, "bo", "It's a time for both") == 0
        await made.person("bo").press(times[0])
        assert told(made, "ada", "It's a time for both") == 1
        await made.world.move_to(at - timedelta(minutes=29))

        for name in ("ada", "bo"):
            assert told(made, name, "That's when the two of you wanted to talk") == 1
        await made.person("ada").say("buddy talk")
        await made.person("ada").say("Shall we?")
        await reply(made, "bo", "Gladly", made.world.platform.rooms["bo"][-1].id)
        assert (carried(made, "bo"), carried(made, "ada")) == (["Shall we?"], ["Gladly"])


async def test_without_common_hours_nothing_is_promised(tmp_path: Path) -> None:
    async with harbour(f"sqlite:///{tmp_path / 'handrail.db'}", names=()) as made:
        made.opens = Outcome.UNSUPPORTED
        await made.comes("ada", said={**SAID, "hours": ["weekday-morning"]})
        await made.comes("bo", said={**SAID, "hours": ["weekend-evening"]})
        await made.pairs("ada", "bo")
        await made.world.move_by(minutes=11)
        assert told(made, "bo", "times at which both of you could") == 0

        await made.person("ada").say("buddy times")

        assert "no hours that both of you have" in made.person("ada").last


async def test_either_may_change_the_rhythm(place: Harbour) -> None:
    await place.person("ada").say("buddy rhythm")
    assert "45 minutes, up to twice a week" in place.person("ada").last

    await place.person("bo").say("buddy rhythm 30 minutes, 1 a week")

    assert told(place, "ada", "30 minutes, once a week") == 1
    await place.person("bo").say("buddy rhythm now and then")
    assert "didn't understand that rhythm" in place.person("bo").last
    pair = await together(place)
    life = await place.world.database.read(lambda tx: buddy_lives.life_of(tx, pair.id))
    assert (life.minutes, life.a_week) == (30, 1)
