"""A new meeting: said in words, read back with its next dates, and made by a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.meetings import agenda, which
from bot.meetings.attending.cards import shown_rule
from bot.meetings.keeping.details import checked
from bot.meetings.recurrence.series import Series
from bot.meetings.telling import planning
from bot.meetings.words.naming import schedule_apart
from bot.meetings.words.phrases import read_schedule
from bot.places import Places
from bot.platform import Action, Choice, Choices, FormFilled
from bot.turn import ChoiceGoneError, Turn
from storage import meetings, members
from storage.ids import new_id
from storage.meetings import Card, Meeting, State

FORM = "new-meeting"
PROMPT, FORM_PROMPT = "meeting-draft", "meeting-new"
DRAFTS_LIVE = timedelta(days=1)
ASKED = ("name", "topic", "link", "passcode")


class Adding:
    """`meeting add`, by words or by a form."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def add(self, turn: Turn) -> Sequence[Action]:
        """`meeting add <when> <name>`; without words, a form."""
        community = which.community_of(turn)
        words = turn.words("said")
        if words is None:
            prompt = f"{FORM_PROMPT}/{self._draft(turn, '', Card(name='')).id}"
            fill_in = turn.option("form", "meeting-add-form", form=FORM)
            return [turn.answer("meeting-add-how", Choices(prompt=prompt, options=(fill_in,)))]
        said, name = schedule_apart(
            words, turn.language, turn.event.at, community.zone, self._places
        )
        return self._ask(turn, said.series, Card(name=checked("name", name)))

    def filled(self, turn: Turn) -> Sequence[Action]:
        """The form, or the wish to fill it in."""
        draft = own_draft(turn)
        if not isinstance(turn.event, FormFilled):
            return [turn.ask(FORM, f"{FORM_PROMPT}/{draft.id}")]
        community = members.community(turn.tx, draft.community)
        zone = community.zone if community is not None else "UTC"
        said = read_schedule(
            turn.words("when") or "", turn.language, turn.event.at, zone, self._places
        )
        given = {each: checked(each, turn.words(each) or "") for each in ASKED}
        draft = replace(draft, series=agenda.written(said.series), card=Card(**given))
        meetings.put(turn.tx, draft)
        return self._read_back(turn, draft)

    def _ask(self, turn: Turn, series: Series, card: Card) -> Sequence[Action]:
        return self._read_back(turn, self._draft(turn, agenda.written(series), card))

    def _draft(self, turn: Turn, series: str, card: Card) -> Meeting:
        """A draft in place of an earlier one of the same person, and of forgotten ones."""
        mark = meetings.mark_of(turn.tx, turn.actor.platform, turn.actor.user or "")
        community = which.community_of(turn)
        for former in meetings.of_communities(turn.tx, [community.id], State.DRAFT):
            old = former.changed_at < turn.now - DRAFTS_LIVE
            if former.source is None and (former.made_by == mark or old):
                meetings.remove(turn.tx, former.id)
        draft = Meeting(
            id=new_id(),
            community=community.id,
            state=State.DRAFT,
            series=series,
            card=card,
            changed_at=turn.now,
            made_by=mark,
        )
        meetings.put(turn.tx, draft)
        return draft

    def _read_back(self, turn: Turn, draft: Meeting) -> Sequence[Action]:
        """What was understood, with the next dates, for a yes."""
        return [
            turn.answer(
                "meeting-add-sure",
                Choices(
                    prompt=f"{PROMPT}/{draft.id}",
                    options=(
                        turn.option("yes", "meeting-add-yes", tone="primary"),
                        turn.option("no", "meeting-add-no"),
                    ),
                ),
                name=draft.card.name,
                rule=shown_rule(turn.texts, turn.language, draft),
                dates=which.dates_of(turn, draft),
            )
        ]

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """Yes or no to what was read back."""
        draft = own_draft(turn)
        if turn.choice != "yes" or not draft.series:
            meetings.remove(turn.tx, draft.id)
            return [turn.answer("meeting-add-dropped")]
        return [made(turn, draft)]


def made(turn: Turn, draft: Meeting) -> Action:
    """Make a meeting of a draft, and say how it goes on."""
    meeting = replace(draft, state=State.ON, made_by=None, changed_at=turn.now)
    meetings.put(turn.tx, meeting)
    planning.wake(turn.tx, meeting, turn.now)
    again = Choice(id="meeting list", label=turn.line("meeting-list-button"))
    return turn.answer(
        "meeting-added",
        Choices(prompt="say", options=(again,)),
        name=meeting.card.name,
        dates=which.dates_of(turn, meeting),
    )


def own_draft(turn: Turn) -> Meeting:
    """The draft of a prompt, if it is for this account to confirm. Raises: ChoiceGoneError."""
    id = turn.detail.partition("/")[0]
    draft = meetings.named(turn.tx, id)
    mark = meetings.mark_of(turn.tx, turn.actor.platform, turn.actor.user or "")
    if draft is None or draft.state is not State.DRAFT or draft.made_by != mark:
        raise ChoiceGoneError("no draft of theirs")
    return draft
