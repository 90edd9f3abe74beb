"""What whoever leads a meeting in chat can say, in its room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.delivery.messages import send
from bot.errors import HandrailError
from bot.meetings import agenda, which
from bot.meetings.hosting.here import Here, look, open_here, under_way
from bot.meetings.hosting.running import Running
from bot.meetings.hosting.saying import named, own_words
from bot.platform import Action, Choice, Choices
from bot.reading.words import plain
from bot.richtext import Bullets, Paragraph, Text
from bot.turn import Turn
from storage import hosting, meetings
from storage.hosting import Course, Hosted, Session, Stage
from storage.ids import new_id
from storage.meetings import Meeting

MILESTONES = "hosting-milestone"
MILESTONE_WORD = "milestones"
PERIODS = ("day", "week", "month", "quarter", "half", "months9", "year", "years", "other")
EARLY = timedelta(minutes=60)
EXTENDED_BY, LONGEST_EXTENSION = 10, 120  # minutes
_LONGEST_TOPIC = 200


class NothingHostedError(HandrailError):
    """No meeting is held in the room where it is said."""

    text_id = "hosting-no-meeting-here"


class ExtensionError(HandrailError):
    """No number of minutes that would do."""

    text_id = "hosting-extend-unclear"


class NoNoteError(HandrailError):
    """No text is kept under that word."""

    text_id = "hosting-note-unknown"


class Leading:
    """Commands of whoever leads."""

    def __init__(self, running: Running) -> None:
        self._running = running

    def open(self, turn: Turn) -> Sequence[Action]:
        """`host open [<meeting>]`: it begins now; earlier than planned, or unplanned."""
        found = under_way(turn, self._running)
        if found is not None and found.session.stage is Stage.OPEN:
            return [turn.answer("hosting-open-already", name=found.place.meeting.card.name)]
        if found is not None:
            meeting = found.place.meeting
            session = replace(found.session, starts=turn.now)
        else:
            hosted, meeting = self._hosted_here(turn)
            session = self._session_now(turn, hosted, meeting)
        leads = session.course.leads or turn.actor.user or ""
        session = replace(session, course=replace(session.course, leads=leads, by_hand=True))
        hosting.save(turn.tx, session)
        look(turn, self._running, meeting.id)
        return [turn.answer("hosting-opened", name=meeting.card.name)]

    def close(self, turn: Turn) -> Sequence[Action]:
        """`host close`: it ends now."""
        here = open_here(turn, self._running)
        hosting.save(turn.tx, replace(here.session, ends=turn.now))
        look(turn, self._running, here.place.meeting.id)
        return [turn.answer("hosting-closing")]

    def extend(self, turn: Turn) -> Sequence[Action]:
        """`host extend [<minutes>]`: it goes on for longer; everybody is told."""
        here = open_here(turn, self._running)
        words = (turn.words("minutes") or str(EXTENDED_BY)).split()[0]
        if not words.isdecimal() or not 0 < int(words) <= LONGEST_EXTENSION:
            raise ExtensionError("no such minutes")
        place, session = here.place, here.session
        after = replace(session, ends=session.ends + timedelta(minutes=int(words)))
        hosting.save(turn.tx, after)
        key = place.key(session, f"extended:{int(after.ends.timestamp())}")
        send(turn, [place.say(key, place.body("hosting-extended", minutes=int(words)), after.ends)])
        look(turn, self._running, place.meeting.id)
        return [turn.answer("hosting-extend-done", minutes=int(words))]

    def topic(self, turn: Turn) -> Sequence[Action]:
        """`host topic [<words>]`: what it is about today; without words, what it is."""
        here = open_here(turn, self._running)
        words = (turn.words("theme") or "")[:_LONGEST_TOPIC]
        if not words:
            return [turn.show(turn.body("hosting-topic-is", **here.place.topic(here.session)))]
        session = replace(here.session, course=replace(here.session.course, topic=words))
        hosting.save(turn.tx, session)
        self._post(turn, here, "hosting-topic-now", topic=words)
        return [turn.answer("hosting-topic-set")]

    def note(self, turn: Turn) -> Sequence[Action]:
        """`host note [<word>]`: post a text that is kept; without a word, which there are."""
        here = open_here(turn, self._running)
        notes = here.place.hosted.wishes.notes
        word = plain(turn.words("note") or "")
        if not word:
            lines = tuple((Text(each),) for each in (*(n for n, _ in notes), MILESTONE_WORD))
            return [turn.show((*turn.body("hosting-notes"), Bullets(lines)))]
        text = next((text for known, text in notes if plain(known) == word), None)
        if text is None and word == MILESTONE_WORD:
            return self._milestones(turn, here)
        if text is None:
            raise NoNoteError("no such note")
        # The same event posts it once, however often it is applied.
        key = here.place.key(here.session, f"note:{new_id()}")
        send(turn, [here.place.say(key, own_words(text), here.session.ends)])
        return [turn.answer("hosting-note-posted")]

    # --- a round of milestones

    def _milestones(self, turn: Turn, here: Here) -> Sequence[Action]:
        place = here.place
        options = tuple(
            Choice(id=each, label=place.texts.line(place.language, f"hosting-milestone-{each}"))
            for each in PERIODS
        )
        choices = Choices(prompt=MILESTONES, options=options, language=place.language)
        key = place.key(here.session, f"milestones:{new_id()}")
        body = place.body("hosting-milestones")
        send(turn, [place.say(key, body, here.session.ends, choices=choices)])
        return [turn.answer("hosting-note-posted")]

    def milestone(self, turn: Turn) -> Sequence[Action]:
        """Somebody wants the room to know theirs. It is said once, and kept nowhere."""
        here = open_here(turn, self._running)
        place, user = here.place, turn.actor.user or ""
        if turn.choice not in PERIODS:
            raise NoNoteError("no such milestone")
        mark = hosting.mark_of(turn.tx, turn.actor.platform, f"{user}:{turn.choice}").hex()[:16]
        period = place.texts.line(place.language, f"hosting-milestone-{turn.choice}")
        said = place.texts.line(place.language, "hosting-milestone-said", period=period)
        who = named(turn.actor.platform, user, quiet=True)
        key = place.key(here.session, f"milestone:{mark}")
        body = (Paragraph((who, Text(f": {said}"))),)
        send(turn, [place.say(key, body, here.session.ends)])
        return [turn.answer("hosting-milestone-thanks")] if turn.event.waiting else []

    # --- parts

    def _post(self, turn: Turn, here: Here, text_id: str, **values: str) -> None:
        key = here.place.key(here.session, f"post:{new_id()}")
        body = here.place.body(text_id, **values)
        send(turn, [here.place.say(key, body, here.session.ends)])

    def _hosted_here(self, turn: Turn) -> tuple[Hosted, Meeting]:
        """The meeting that is named, else the only one of the room. Raises: NothingHostedError."""
        where = turn.event.where
        known = (
            hosting.in_room(turn.tx, where.platform, where.channel)
            if where.channel and not turn.event.direct
            else []
        )
        if turn.words("meeting"):
            meeting, _ = which.named(turn, "meeting")
            known = [each for each in known if each.meeting == meeting.id]
        found = meetings.get_all(turn.tx, [each.meeting for each in known])
        ranked = sorted(
            (each for each in known if each.meeting in found),
            key=lambda each: _soonness(turn, found[each.meeting]),
        )
        if not ranked:
            raise NothingHostedError("no meeting is held here")
        return ranked[0], found[ranked[0].meeting]

    def _session_now(self, turn: Turn, hosted: Hosted, meeting: Meeting) -> Session:
        """The occurrence that is near; else one that nobody had planned."""
        known = {each.occurrence: each for each in hosting.sessions_of(turn.tx, [meeting.id])}
        held = agenda.unfinished(meeting, turn.now)
        if held is not None and held.key not in known and held.at.start - EARLY <= turn.now:
            occurrence, ends = held.key, held.at.end
        else:
            series = agenda.series_of(meeting)
            occurrence = f"{turn.now.astimezone(series.clock()):%Y%m%dT%H%M%S}"
            ends = turn.now + timedelta(minutes=series.minutes)
        return Session(
            id=new_id(),
            meeting=meeting.id,
            occurrence=occurrence,
            stage=Stage.WAITING,
            starts=turn.now,
            ends=ends,
            course=Course(topic=hosted.wishes.topic or meeting.card.topic),
        )


def _soonness(turn: Turn, meeting: Meeting) -> float:
    held = agenda.unfinished(meeting, turn.now)
    return (held.at.start - turn.now).total_seconds() if held is not None else float("inf")
