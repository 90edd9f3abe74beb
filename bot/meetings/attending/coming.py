"""Coming, maybe, not coming: counts are public, names are not; who waits gets the next place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.meetings import agenda, which
from bot.meetings.agenda import Held
from bot.meetings.attending import browsing, cards
from bot.meetings.attending.reminding import offer_reminder
from bot.meetings.telling import planning
from bot.meetings.telling.messages import PLACE
from bot.platform import Action, Reply
from bot.turn import ChoiceGoneError, Turn
from storage import meeting_answers, members
from storage.meeting_answers import Answer
from storage.meetings import Meeting

GiveFile = Callable[[Turn, Held], Action]


class Coming:
    """What members can do about one occurrence.

    Args:
        give_file: an answer with the occurrence's calendar file.
    """

    def __init__(self, give_file: GiveFile) -> None:
        self._give_file = give_file

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """A button below a meeting or a reminder."""
        held = which.chosen(turn)
        match turn.choice:
            case cards.SHOW:
                return [browsing.full(turn, held)]
            case cards.COMING | cards.MAYBE | cards.NOT_COMING:
                return self._answered(turn, held, turn.choice)
            case cards.REMIND:
                return offer_reminder(turn, held)
            case cards.FILE:
                return [self._give_file(turn, held)]
        raise ChoiceGoneError("no such choice of a meeting")

    def coming(self, turn: Turn) -> Sequence[Action]:
        """`coming <meeting>`: to the next one, or the one under way."""
        return self._said(turn, cards.COMING)

    def maybe(self, turn: Turn) -> Sequence[Action]:
        """`maybe <meeting>`."""
        return self._said(turn, cards.MAYBE)

    def not_coming(self, turn: Turn) -> Sequence[Action]:
        """`not coming <meeting>`: needs no reason."""
        return self._said(turn, cards.NOT_COMING)

    def _said(self, turn: Turn, wanted: str) -> Sequence[Action]:
        meeting, _ = which.named(turn, "meeting")
        return self._answered(turn, which.next_of(turn, meeting), wanted)

    def _answered(self, turn: Turn, held: Held, wanted: str) -> Sequence[Action]:
        person, meeting = turn.person.id, held.meeting
        members.add_membership(turn.tx, person, meeting.community, turn.now)
        before = meeting_answers.answers_of(turn.tx, person).get((meeting.id, held.key))
        if wanted == cards.NOT_COMING:
            meeting_answers.take_back_answer(turn.tx, meeting.id, held.key, person)
            _fill_places(turn, meeting, held.key)
            return [turn.answer("meeting-said-not")]
        answer = Answer(wanted)
        new = answer is Answer.COMING and before is not Answer.COMING
        if new and not free_places(turn, meeting, held.key):
            answer = Answer.WAITING
        if answer is not before:
            meeting_answers.set_answer(
                turn.tx,
                meeting=meeting.id,
                occurrence=held.key,
                person=person,
                answer=answer,
                now=turn.now,
            )
            _fill_places(turn, meeting, held.key)
        return [self._confirmed(turn, held, answer)]

    def _confirmed(self, turn: Turn, held: Held, answer: Answer) -> Reply:
        """What they said, and the way in if it is time for it."""
        offered = cards.choices(turn.texts, turn.language, held, cards.AFTER_CHOICES)
        text_id = f"meeting-said-{answer}"
        link = held.meeting.card.link
        if answer is Answer.COMING and link:
            if planning.way_in_is_open(held, turn.now):
                planning.way_in_given(turn.tx, held, turn.person.id, turn.now)
                way_in = cards.way_in(turn.texts, turn.language, held.meeting.card)
                return turn.show((*turn.body("meeting-said-coming-in"), *way_in), offered)
            text_id = "meeting-said-coming-link"
        return turn.show(turn.body(text_id), offered)


def free_places(turn: Turn, meeting: Meeting, key: str) -> bool:
    """Whether one more fits in."""
    if meeting.capacity is None:
        return True
    taken = meeting_answers.who_said(turn.tx, meeting.id, key, Answer.COMING)
    return len(taken) < meeting.capacity


def _fill_places(turn: Turn, meeting: Meeting, key: str) -> None:
    """Those who wait longest get the places that are free, and are told."""
    for person, _ in meeting_answers.who_said(turn.tx, meeting.id, key, Answer.WAITING):
        if not free_places(turn, meeting, key):
            return
        meeting_answers.set_answer(
            turn.tx,
            meeting=meeting.id,
            occurrence=key,
            person=person,
            answer=Answer.COMING,
            now=turn.now,
        )
        which.tell(turn, meeting, f"{PLACE}/{key}", {person})
        planning.wake(turn.tx, meeting, turn.now)  # the link, if it is time for it


def fill_all_places(turn: Turn, meeting: Meeting) -> None:
    """More places were made: those who wait get them."""
    for held in agenda.following(meeting, turn.now, 10):
        _fill_places(turn, meeting, held.key)
