"""`meeting import`: drafts from files, one by one, until somebody of the team says yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.commands import Field, Form, Kind
from bot.meetings import agenda, times, which
from bot.meetings.importing import sources
from bot.meetings.keeping.adding import own_draft
from bot.meetings.telling import planning
from bot.meetings.words.phrases import read_schedule
from bot.meetings.words.saying import say
from bot.places import Places
from bot.platform import Action, Choices, FormFilled
from bot.richtext import Body, Bold, Bullets, Paragraph, Text
from bot.turn import Turn
from storage import meetings, members
from storage.meetings import Imported, Meeting, State

PROMPT = "meeting-import"
FORM = "meeting-when"
WHEN_FORM = Form(name=FORM, fields=(Field(name="when", kind=Kind.TEXT, longest=160),))
_ABOUT_WHEN = frozenset(
    (
        *("zone", "zone-unknown", "zone-suggested", "zone-place", "zone-utc"),
        *("day", "time", "length", "pattern", "start"),
    )
)


class Confirming:
    """Drafts from files."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def show(self, turn: Turn) -> Sequence[Action]:
        """`meeting import`: the first draft that waits."""
        community = which.community_of(turn)
        mark = meetings.mark_of(turn.tx, turn.actor.platform, turn.actor.user or "")
        for each in _waiting(turn, community.id):
            # So that they can go on in direct messages, where nobody knows their role.
            meetings.put(turn.tx, replace(each, made_by=mark))
        return [self._next(turn, community.id)]

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """What becomes of a draft."""
        draft = own_draft(turn)
        if isinstance(turn.event, FormFilled):
            return [self._given_when(turn, draft)]
        match turn.choice:
            case "when":
                return [turn.ask(FORM, f"{PROMPT}/{draft.id}")]
            case "zone":
                return [self._here(turn, draft)]
            case "take" if draft.series:
                taken = self._take(turn, draft)
                first = turn.body("meeting-import-taken", name=taken.card.name)
                return [self._next(turn, draft.community, first)]
            case "leave":
                meetings.put(turn.tx, replace(draft, state=State.LEFT_OUT, made_by=None))
                return [self._next(turn, draft.community, turn.body("meeting-import-left"))]
            case "all":
                plain = [each for each in _waiting(turn, draft.community) if _is_plain(each)]
                for each in plain:
                    self._take(turn, each)
                first = turn.body("meeting-import-taken-all", count=len(plain))
                return [self._next(turn, draft.community, first)]
        return [turn.answer("meeting-import-later")]

    def _take(self, turn: Turn, draft: Meeting) -> Meeting:
        series = sources.begun(agenda.series_of(draft), turn.now)
        taken = replace(
            draft,
            state=State.ON,
            series=agenda.written(series),
            made_by=None,
            changed_at=turn.now,
        )
        meetings.put(turn.tx, taken)
        planning.wake(turn.tx, taken, turn.now)
        return taken

    def _given_when(self, turn: Turn, draft: Meeting) -> Action:
        zone = self._zone_of(turn, draft)
        said = read_schedule(
            turn.words("when") or "", turn.language, turn.event.at, zone, self._places
        )
        draft = replace(draft, series=agenda.written(said.series))
        meetings.put(turn.tx, draft)
        return self._draft(turn, draft)

    def _here(self, turn: Turn, draft: Meeting) -> Action:
        """The community's own clock, which the person has just said it is."""
        said = sources.series_said(draft.imported) if draft.imported else None
        if said is not None:
            here = replace(said, zone=self._zone_of(turn, draft))
            draft = replace(draft, series=agenda.written(here))
            meetings.put(turn.tx, draft)
        return self._draft(turn, draft)

    def _zone_of(self, turn: Turn, draft: Meeting) -> str:
        if draft.series:
            return agenda.series_of(draft).zone or "UTC"
        community = members.community(turn.tx, draft.community)
        return community.zone if community is not None else "UTC"

    def _next(self, turn: Turn, community: int, first: Body = ()) -> Action:
        waiting = _waiting(turn, community)
        if not waiting:
            return turn.show((*first, *turn.body("meeting-import-none")))
        return self._draft(turn, waiting[0], first)

    def _draft(self, turn: Turn, draft: Meeting, first: Body = ()) -> Action:
        """A draft as it would be, with what has to be looked at."""
        waiting = _waiting(turn, draft.community)
        body: Body = (*first, Paragraph((Bold(draft.card.name),)))
        facts = [self._when(turn, draft)]
        facts += [each for each in (draft.card.place, draft.card.labels) if each]
        body = (*body, Bullets(tuple((Text(each),) for each in facts)))
        if questions := [
            turn.line(f"meeting-ask-{about}", **dict(values)) for about, values in _open(draft)
        ]:
            asked = Bullets(tuple((Text(each),) for each in questions))
            body = (*body, *turn.body("meeting-import-questions"), asked)
        body = (*body, *turn.body("meeting-import-waiting", count=len(waiting)))
        plain = sum(_is_plain(each) for each in waiting)
        known = draft.imported is not None and draft.imported.series is not None
        options = [
            *([turn.option("take", "meeting-import-take")] if draft.series else []),
            *([turn.option("zone", "meeting-import-zone")] if known and not draft.series else []),
            turn.option("when", "meeting-import-when", form=FORM),
            turn.option("leave", "meeting-import-leave"),
            *([turn.option("all", "meeting-import-all")] if plain > 1 else []),
            turn.option("later", "meeting-import-not-now"),
        ]
        return turn.show(body, Choices(prompt=f"{PROMPT}/{draft.id}", options=tuple(options)))

    def _when(self, turn: Turn, draft: Meeting) -> str:
        if draft.series:
            zone = times.city(agenda.series_of(draft).zone or "")
            rule = say(agenda.series_of(draft), turn.texts, turn.language)
            return f"{rule} ({zone}): {which.dates_of(turn, draft)}"
        said = sources.series_said(draft.imported) if draft.imported else None
        if said is None:
            return turn.line("meeting-import-no-when")
        return say(said, turn.texts, turn.language)


def _waiting(turn: Turn, community: int) -> list[Meeting]:
    drafts = meetings.of_communities(turn.tx, [community], State.DRAFT)
    return [each for each in drafts if each.source is not None]


def _is_plain(draft: Meeting) -> bool:
    """Whether nothing about a draft has to be looked at."""
    return bool(draft.series) and not _open(draft)


def _open(draft: Meeting) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """The questions that nobody has answered: who gave day and time has answered those."""
    said = draft.imported or Imported(card=draft.card, series=None)
    answered = bool(draft.series) and draft.series != sources.whole(sources.series_said(said))
    return [each for each in said.questions if not answered or each[0] not in _ABOUT_WHEN]
