"""A few words for the team after a meeting, from whoever led it; they are kept nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands import Field, Form, Kind
from bot.delivery.messages import send
from bot.meetings import agenda
from bot.meetings.agenda import Held
from bot.meetings.chairing.asking import Asking, when_of
from bot.meetings.telling import rows
from bot.platform import Action, Audience, Choice, Choices, FormFilled, Say
from bot.richtext import Bold, Bullets, Paragraph, Text
from bot.texts import Texts
from bot.turn import ChoiceGoneError, Turn
from storage import meeting_chairs, meetings

PROMPT = "meeting-report"
FORM = Form(
    name=PROMPT,
    fields=(
        Field(name="came", kind=Kind.TEXT, required=False, longest=40),
        Field(name="went", kind=Kind.LONG_TEXT, required=False, longest=1000),
        Field(name="look", kind=Kind.LONG_TEXT, required=False, longest=1000),
    ),
)


class Reporting:
    """Takes a report to the team's rooms."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def filled(self, turn: Turn) -> Sequence[Action]:
        """The form, the wish to fill it in, or nothing to say."""
        held = _held(turn)
        if not isinstance(turn.event, FormFilled):
            if turn.choice == "write":
                return [turn.ask(FORM.name, f"{PROMPT}/{turn.detail}")]
            return [turn.answer("meeting-report-none")]
        said = [(field.name, turn.words(field.name)) for field in FORM.fields]
        if not any(words for _, words in said):
            return [turn.answer("meeting-report-none")]
        community, drafts = held.meeting.community, []
        for number, (room, language) in enumerate(self._asking.staff_of(turn.tx, community)):
            when = when_of(turn.texts, language, held)
            heading = turn.texts.line(language, "meeting-report-heading", when=when)
            lines = tuple(
                (Bold(turn.texts.line(language, f"form-{PROMPT}-{name}")), Text(f": {words}"))
                for name, words in said
                if words
            )
            name = Bold(held.meeting.card.name)
            say = Say(
                to=room,
                body=(Paragraph((name, Text(f" · {heading}"))), Bullets(lines)),
                audience=Audience.PUBLIC,
            )
            key = f"meeting-report:{held.meeting.id}:{held.key}:{turn.now:%d%H%M%S}:{number}"
            expires = turn.now + rows.CHANGES_LIVE
            drafts.append(rows.to_rooms(turn.tx, held.meeting, say, key, turn.now, expires))
        send(turn, drafts)
        return [turn.answer("meeting-report-thanks")]


def choices_of(texts: Texts, language: str, held: Held) -> Choices:
    """What can be answered when whoever led is asked for a few words."""
    return Choices(
        prompt=f"{PROMPT}/{held.meeting.id}/{held.key}",
        options=(
            Choice(id="write", label=texts.line(language, "meeting-report-write"), form=FORM.name),
            Choice(id="none", label=texts.line(language, "meeting-report-nothing")),
        ),
        language=language,
    )


def _held(turn: Turn) -> Held:
    """The occurrence that was led, if it was by the actor; it is over by then."""
    id, _, key = turn.detail.partition("/")
    meeting = meetings.named(turn.tx, id)
    held = agenda.named(meeting, key) if meeting is not None else None
    if meeting is None or held is None:
        raise ChoiceGoneError("no such occurrence")
    chair = meeting_chairs.chair_of(turn.tx, meeting.id, key)
    if chair is None or chair.person != turn.person.id:
        raise ChoiceGoneError("somebody else led it")
    return held
