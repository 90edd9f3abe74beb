"""`mentor join`: what is expected of a mentor, and offering to be one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.buddies.joining.items import ITEMS, UnclearAnswerError, read
from bot.buddies.joining.seeking import NoCommunityError, communities, community_id
from bot.buddies.joining.wording import known
from bot.buddies.mentors.approving import Approving, approve
from bot.buddies.mentors.own import FORM, JOIN, status
from bot.buddies.mentors.standing import ABOUT, HEARD, READ, READY, change, say_yes, stands
from bot.errors import HandrailError
from bot.platform import Action, Choice, Choices, FormFilled, Reply
from bot.turn import ChoiceGoneError, Turn
from storage import buddies, members
from storage.buddies import Mentor, MentorState

WHERE = "mentor-where"
MOST_COMMUNITIES = 20


class UnclearWordsError(HandrailError):
    """Words in the form that mean no hours or no language."""

    text_id = "mentor-unclear"


class Applying:
    """The way to become a mentor."""

    def __init__(self, approving: Approving) -> None:
        self._approving = approving

    def join(self, turn: Turn) -> Sequence[Action]:
        """`mentor join`: what is expected, and who sees what; nothing is kept before the form."""
        found = communities(turn)
        if not found:
            raise NoCommunityError(f"person {turn.person.id} is in no community")
        if len(found) == 1:
            return self._join_in(turn, found[0].id)
        options = tuple(
            Choice(id=str(each.id), label=each.name[:80]) for each in found[:MOST_COMMUNITIES]
        )
        return [turn.answer("mentor-where", Choices(prompt=WHERE, options=options))]

    def where(self, turn: Turn) -> Sequence[Action]:
        """One of several communities was meant."""
        return self._join_in(turn, _own(turn, turn.choice))

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """They have read it; or they have filled in the form."""
        community = _own(turn, turn.detail)
        if isinstance(turn.event, FormFilled):
            return [self._applied(turn, community)]
        match turn.choice:
            case "apply":
                return [turn.ask(FORM.name, f"{JOIN}/{community}")]
            case "later":
                return [turn.answer("mentor-later")]
            case _:
                raise ChoiceGoneError("no such choice")

    def _join_in(self, turn: Turn, community: int) -> Sequence[Action]:
        mentor = buddies.mentor(turn.tx, community, turn.person.id)
        if mentor is not None and stands(turn.tx, mentor):
            return status(turn)
        options = (
            turn.option("apply", "mentor-apply", form=FORM.name, tone="primary"),
            turn.option("later", "mentor-not-yet"),
        )
        choices = Choices(prompt=f"{JOIN}/{community}", options=options)
        return [turn.show(turn.body(READ[0]) + turn.body(READ[1]), choices)]

    def _applied(self, turn: Turn, community: int) -> Reply:
        before = buddies.mentor(turn.tx, community, turn.person.id)
        if before is not None and stands(turn.tx, before):
            return _changed(turn, before)
        mentor = Mentor(
            person=turn.person.id,
            community=community,
            said=_said(turn),
            capacity=int(turn.given["capacity"]),
            since=turn.now,
        )
        members.add_membership(turn.tx, turn.person.id, community, turn.now)
        say_yes(turn)
        if before is not None and before.state is not MentorState.ASKED:
            # The team said yes once; they themselves had taken it back.
            approve(turn.tx, mentor, turn.now)
            return turn.answer("mentor-back")
        buddies.put_mentor(turn.tx, mentor)
        self._approving.ask(turn, mentor)
        return turn.answer("mentor-applied")


def _changed(turn: Turn, mentor: Mentor) -> Reply:
    """They say something else of themselves; a yes of the team stands."""
    kept = (READY, HEARD) if mentor.state is not MentorState.ASKED else (ABOUT,)
    said = _said(turn) | {name: mentor.said[name] for name in kept if name in mentor.said}
    if mentor.state is not MentorState.ASKED:
        said.pop(ABOUT, None)
    change(turn.tx, mentor, said=said, capacity=int(turn.given["capacity"]))
    return turn.answer("mentor-changed")


def _said(turn: Turn) -> dict[str, Any]:
    """What was typed, as a profile has it. Raises: as `bot.buddies.joining.items.read`."""

    def answers(name: str) -> list[str]:
        item = ITEMS[name]
        try:
            return read(item, turn.words(name) or "", known(turn.texts, turn.language, item))
        except UnclearAnswerError as error:
            raise UnclearWordsError(str(error), **error.values) from error

    said: dict[str, Any] = {
        "topics": answers("topics"),
        "languages": answers("languages") or [turn.language],
    }
    if hours := answers("hours"):
        said["hours"] = hours
    if about := turn.words("about"):
        said[ABOUT] = about
    return said


def _own(turn: Turn, words: str) -> int:
    """A community of theirs that a prompt names. Raises: ChoiceGoneError."""
    community = community_id(words)
    ours = members.communities_of(turn.tx, turn.person.id)
    if community not in {each.id for each in (*ours, *turn.communities)}:
        raise ChoiceGoneError("no community of theirs")
    return community
