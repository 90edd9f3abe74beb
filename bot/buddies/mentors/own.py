"""What mentors can say about their own mentoring: how it stands, how many, resting, going on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from bot import wall_time
from bot.buddies.joining.wording import described
from bot.buddies.mentors.standing import (
    HEARD,
    READY,
    change,
    cools_until,
    free_places,
    mentorings,
    places,
    require_places,
    rests,
    say_yes,
    stands,
)
from bot.commands import Field, Form, Kind
from bot.errors import HandrailError
from bot.platform import Action, Choices
from bot.richtext import Body, Bold, Bullets, Paragraph, Spans, Text
from bot.turn import COMMAND_PROMPT, Turn
from storage import buddies, members
from storage.buddies import Mentor, MentorState
from storage.buddy_pairs import Stage

JOIN = "mentor-join"
"""The prompt of the form: `<JOIN>/<community>`."""
CAPACITIES = ("1", "2", "3", "4", "5")
FORM = Form(
    name="mentor-join",
    fields=(
        Field(name="topics", kind=Kind.LONG_TEXT, longest=400),
        Field(name="hours", kind=Kind.TEXT, required=False),
        Field(name="languages", kind=Kind.TEXT, required=False),
        Field(name="capacity", kind=Kind.OPTION, options=CAPACITIES),
        Field(name="about", kind=Kind.LONG_TEXT, required=False, longest=500),
    ),
)


class StillWaitingError(HandrailError):
    """Something for mentors, from somebody whose request is not decided yet."""

    text_id = "mentor-waits"


def status(turn: Turn) -> Sequence[Action]:
    """`mentor status`: with how many they walk, what is to come, and who knows what."""
    found = places(turn)
    if not found:
        join = turn.option("mentor join", "mentor-join-button")
        return [turn.answer("mentor-none", Choices(prompt=COMMAND_PROMPT, options=(join,)))]
    names = {each.id: each.name for each in members.communities_of(turn.tx, turn.person.id)}
    body: Body = ()
    for mentor in found:
        if len(found) > 1:
            body += (Paragraph((Bold(names.get(mentor.community, "–")),)),)
        body += _about(turn, mentor)
    return [turn.show(body, _choices(turn, found))]


def profile(turn: Turn) -> Sequence[Action]:
    """`mentor profile`: what they said of themselves, and changing it."""
    mentor = require_places(turn)[0]
    rows: tuple[Spans, ...] = tuple(
        (
            Bold(turn.line(f"joining-item-{name}")),
            Text(f": {described(turn.texts, turn.language, mentor.said, name)}"),
        )
        for name in ("topics", "hours", "languages")
    )
    change_it = turn.option("apply", "mentor-change-button", form=FORM.name)
    choices = Choices(prompt=f"{JOIN}/{mentor.community}", options=(change_it,))
    return [turn.show((*turn.body("mentor-profile"), Bullets(rows)), choices)]


def capacity(turn: Turn) -> Sequence[Action]:
    """`mentor capacity N`: with how many they walk at most; nobody is sent away by it."""
    count = int(turn.given["capacity"])
    for mentor in require_places(turn):
        change(turn.tx, mentor, capacity=count)
    taken = len(mentorings(turn.tx, turn.person.id, Stage.TOGETHER))
    text_id = "mentor-capacity-set" if taken <= count else "mentor-capacity-below"
    return [turn.answer(text_id, count=count, taken=taken)]


def rest(turn: Turn) -> Sequence[Action]:
    """`mentor rest [until <day>]`: nobody new; those they walk with stay."""
    until = None
    if turn.words("until"):
        until = wall_time.due_on(turn.day("until"), time(), turn.zone)
    for mentor in _approved(turn):
        change(turn.tx, mentor, state=MentorState.RESTING, resting_until=until)
    back = turn.option("mentor back", "mentor-back-button")
    choices = Choices(prompt=COMMAND_PROMPT, options=(back,))
    if until is None:
        return [turn.answer("mentor-rests", choices)]
    day = turn.day_words(until.astimezone(turn.zone).date())
    return [turn.answer("mentor-rests-until", choices, until=day)]


def back(turn: Turn) -> Sequence[Action]:
    """`mentor back`: somebody new is welcome, even where a mentoring has just ended."""
    for mentor in _approved(turn, stopped=True):
        said = {**mentor.said, READY: turn.now.isoformat()}
        change(turn.tx, mentor, state=MentorState.APPROVED, resting_until=None, said=said)
        if not stands(turn.tx, mentor):
            say_yes(turn)
    return [turn.answer("mentor-back")]


def _approved(turn: Turn, *, stopped: bool = False) -> list[Mentor]:
    """Where the team said yes. Raises: NotMentorError, StillWaitingError.

    Args:
        stopped: also where they themselves had taken it back.
    """
    found = buddies.mentors_of(turn.tx, turn.person.id) if stopped else []
    approved = [each for each in found or require_places(turn) if not _waits(each)]
    if not approved:
        raise StillWaitingError(f"person {turn.person.id} waits for the team")
    return approved


def _waits(mentor: Mentor) -> bool:
    return mentor.state is MentorState.ASKED


def _about(turn: Turn, mentor: Mentor) -> Body:
    if _waits(mentor):
        return turn.body("mentor-waits")
    taken = len(mentorings(turn.tx, mentor.person, Stage.TOGETHER))
    body = turn.body("mentor-status", taken=taken, capacity=mentor.capacity)
    if rests(mentor, turn.now):
        if mentor.resting_until is None:
            body += turn.body("mentor-status-rests")
        else:
            day = turn.day_words(mentor.resting_until.astimezone(turn.zone).date())
            body += turn.body("mentor-status-rests-until", until=day)
    elif cools := cools_until(turn.tx, mentor, turn.now):
        day = turn.day_words(cools.astimezone(turn.zone).date())
        body += turn.body("mentor-status-cools", until=day)
    elif free := free_places(turn.tx, mentor):
        body += turn.body("mentor-status-free", count=free)
    if HEARD in mentor.said:
        body += turn.body("mentor-status-heard")
    return body


def _choices(turn: Turn, found: Sequence[Mentor]) -> Choices:
    end = turn.option("mentor end", "mentor-end-button")
    approved = [each for each in found if not _waits(each)]
    if not approved:
        return Choices(prompt=COMMAND_PROMPT, options=(end,))
    pauses = any(rests(each, turn.now) or cools_until(turn.tx, each, turn.now) for each in approved)
    other = (
        turn.option("mentor back", "mentor-back-button")
        if pauses
        else turn.option("mentor rest", "mentor-rest-button")
    )
    load = turn.option("mentor load", "mentor-load-button")
    return Choices(prompt=COMMAND_PROMPT, options=(other, load, end))


def lighten(turn: Turn, mentor: Mentor) -> Mentor:
    """Fewer at once from now on: nobody new until they say so, and one fewer than there are."""
    taken = len(mentorings(turn.tx, mentor.person, Stage.TOGETHER))
    return change(
        turn.tx,
        mentor,
        capacity=max(1, min(mentor.capacity, taken) - 1),
        state=MentorState.RESTING,
        resting_until=None,
    )
