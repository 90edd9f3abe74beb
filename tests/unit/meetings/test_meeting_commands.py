"""Which meeting a line means, what in it is a name, and when there is something to do about one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.meetings import agenda
from bot.meetings.importing import sources
from bot.meetings.keeping.details import TooLongError, UnclearKindError, UnclearLinkError, checked
from bot.meetings.telling import planning
from bot.meetings.words.naming import (
    NoNameError,
    NoSuchMeetingError,
    SeveralMeetingsError,
    meant,
    schedule_apart,
)
from bot.meetings.words.phrases import UnclearScheduleError
from bot.meetings.words.said_zones import UnclearZoneError
from bot.places import Places
from storage.meetings import Card, Imported, Meeting, State

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TUESDAYS = (
    '{"dtstart_local":"2026-01-06T19:00:00","tzid":"America/New_York","duration_minutes":60,'
    '"rrule":"FREQ=WEEKLY;BYDAY=TU"%s}'
)


@pytest.fixture(scope="module")
def places() -> Places:
    return Places()


def meeting(name: str = "Newcomers", id: int = 1, more: str = "", **what: object) -> Meeting:
    given: dict[str, object] = {
        "id": id,
        "community": 1,
        "state": State.ON,
        "series": TUESDAYS % more,
        "card": Card(name=name),
        "changed_at": NOW,
    }
    return Meeting(**given | what)  # type: ignore[arg-type]


# --- what is a name, and what is a day


@pytest.mark.parametrize(
    ("line", "name", "rule"),
    [
        ("every Tuesday 7pm Newcomers", "Newcomers", "FREQ=WEEKLY;BYDAY=TU"),
        ("Newcomers: every Tuesday 7pm", "Newcomers", "FREQ=WEEKLY;BYDAY=TU"),
        ("every Tuesday 7pm Hope Group", "Hope Group", "FREQ=WEEKLY;BYDAY=TU"),
        ('"Monday night" 1st and 3rd Tuesday 19:00', "Monday night", "FREQ=MONTHLY;BYDAY=1TU,3TU"),
        ("every Tuesday 19:00 Berlin time Women's", "Women's", "FREQ=WEEKLY;BYDAY=TU"),
        ("Sunday Serenity every Sunday 10am", "Sunday Serenity", "FREQ=WEEKLY;BYDAY=SU"),
        ("every Tuesday 7 pm 12 Steps", "12 Steps", "FREQ=WEEKLY;BYDAY=TU"),
        ("jeden Dienstag 19 Uhr Neue", "Neue", "FREQ=WEEKLY;BYDAY=TU"),
    ],
)  # fmt: skip
def test_a_line_is_parted_into_when_and_what(
    places: Places, line: str, name: str, rule: str
) -> None:
    """A town in a name is no clock, and a day in a name is no day."""
    said, called = schedule_apart(line, "en", NOW, "America/New_York", places)

    assert called == name
    assert str(said.series.rule) == rule
    assert said.series.zone == ("Europe/Berlin" if "Berlin time" in line else "America/New_York")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("every Tuesday 7pm", NoNameError),
        ("every Tuesday 7pm EST Newcomers", UnclearZoneError),
        ("something for newcomers", UnclearScheduleError),
        ("", UnclearScheduleError),
    ],
)
def test_what_is_unclear_is_asked_and_not_guessed(
    places: Places, line: str, error: type[Exception]
) -> None:
    """Each with an answer that says what is missing."""
    with pytest.raises(error):
        schedule_apart(line, "en", NOW, "America/New_York", places)


# --- which one


def test_a_meeting_is_named_by_name_number_or_id() -> None:
    """However it is capitalised, with or without quotes, and words may follow."""
    known = [meeting("Monday Night", 11), meeting("Newcomers", 12), meeting("Night owls", 13)]

    def named(line: str) -> tuple[int, str]:
        found, rest = meant(line, known)
        return found.id, rest

    assert named("newcomers") == (12, "")
    assert named("Monday night Friday 8 pm") == (11, "Friday 8 pm")
    assert named('"Monday Night" Friday') == (11, "Friday")
    assert named("#3 Friday") == (13, "Friday")
    assert named("13") == (13, "")
    assert named("new Friday") == (12, "Friday")


def test_a_name_of_several_or_of_none_is_asked_about() -> None:
    """Cancelling the wrong one would leave people in front of a closed door."""
    known = [meeting("Hope", 11), meeting("Hope", 12)]

    with pytest.raises(SeveralMeetingsError):
        meant("Hope Friday", known)
    with pytest.raises(NoSuchMeetingError):
        meant("Faith", known)
    with pytest.raises(NoSuchMeetingError):
        meant("", known)


# --- when


def test_a_paused_meeting_takes_place_from_its_day_on() -> None:
    """On its own calendar; without a day it waits."""
    paused = meeting(state=State.PAUSED, paused_until=date(2026, 12, 8))
    asleep = meeting(state=State.PAUSED)

    (held,) = agenda.following(paused, NOW)
    assert held.at.start == datetime(2026, 12, 9, 0, 0, tzinfo=UTC)
    assert agenda.following(asleep, NOW) == []
    assert agenda.following(meeting(state=State.ENDED), NOW) == []


def test_a_key_finds_its_occurrence_however_it_was_moved() -> None:
    """Sign-ups stay with the occurrence they were given for."""
    moved = (
        ',"overrides":[{"recurrence_id_local":"2026-11-24T19:00:00",'
        '"new_start_local":"2026-11-26T20:00:00"}],"exdate_local":["2026-12-01T19:00:00"]'
    )
    changed = meeting(more=moved)

    held = agenda.named(changed, "20261124T1900")
    assert held is not None
    assert held.at.start == datetime(2026, 11, 27, 1, 0, tzinfo=UTC)
    assert held.key == "20261124T1900"
    assert agenda.named(changed, "20261201T1900") is None  # cancelled
    assert agenda.named(changed, "20261202T1900") is None  # no Tuesday
    assert agenda.named(changed, "nonsense") is None


def test_the_next_look_is_at_the_first_thing_that_is_due() -> None:
    """Each lead time, and the end; right over a clock change, with nothing kept in UTC."""
    one = meeting()
    start = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)

    assert planning.next_look(one, [30, 1440], NOW) == start - timedelta(days=1)
    assert planning.next_look(one, [30, 1440], start - timedelta(days=1)) == start - timedelta(
        minutes=30
    )
    assert planning.next_look(one, [30], start - timedelta(minutes=30)) == start + timedelta(
        hours=1
    )
    assert planning.next_look(one, [30], start + timedelta(hours=1)) == start + timedelta(
        days=7, minutes=-30
    )
    before_the_change = datetime(2027, 3, 10, 12, 0, tzinfo=UTC)
    summer = datetime(2027, 3, 16, 23, 0, tzinfo=UTC)  # 7 pm, now four hours behind
    assert planning.next_look(one, [30], before_the_change) == summer - timedelta(minutes=30)
    assert planning.next_look(meeting(state=State.ENDED), [30], NOW) is None


def test_only_what_became_due_since_the_last_look_is_told() -> None:
    """Not what was told, not what has begun."""
    start = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)
    due = start - timedelta(minutes=30)

    def told(until: datetime, last: datetime | None) -> int:
        return len(list(planning.due_now(meeting(told_until=last), 30, until, until)))

    assert told(due, due - timedelta(hours=1)) == 1
    assert told(due + timedelta(minutes=1), due) == 0
    assert told(due - timedelta(seconds=1), None) == 0
    assert told(due + timedelta(minutes=5), None) == 1
    assert told(start, due - timedelta(hours=1)) == 0


# --- details


@pytest.mark.parametrize(
    ("detail", "words", "error"),
    [
        ("link", "javascript:alert(1)", UnclearLinkError),
        ("link", "https://", UnclearLinkError),
        ("link", "https://a.example x", UnclearLinkError),
        ("link", "https://[", UnclearLinkError),
        ("kind", "secret", UnclearKindError),
        ("topic", "x" * 41, TooLongError),
    ],
)
def test_a_detail_that_would_mislead_members_is_refused(
    detail: str, words: str, error: type[Exception]
) -> None:
    """A link that cannot be opened, a kind nobody knows, more than fits."""
    with pytest.raises(error):
        checked(detail, words)


@pytest.mark.parametrize(
    ("detail", "words", "kept"),
    [
        ("kind", "One on one", "one-on-one"),
        ("kind", "Topic", "topic"),
        ("chair", "yes", "wanted"),
        ("chair", "nein", ""),
        ("report", "no", "no"),
        ("report", "yes", ""),
        ("link", " https://meet.example.org/1 ", "https://meet.example.org/1"),
    ],
)
def test_a_detail_is_kept_as_it_is_meant(detail: str, words: str, kept: str) -> None:
    """However it is written."""
    assert checked(detail, words) == kept


# --- a file beside what is here


def said(series: str | None = None, **card: str) -> Imported:
    return Imported(card=Card(**{"name": "Hope", **card}), series=series)


def test_what_nobody_changed_here_follows_the_file() -> None:
    """And what somebody did stays, each detail for itself."""
    before = said(about="old", place="old")
    here = meeting(
        card=Card(name="Hope", about="old", place="ours"), imported=before, series=TUESDAYS % ""
    )

    after, kept = sources.merged(here, said(about="new", place="new"), NOW)

    assert (after.card.about, after.card.place) == ("new", "ours")
    assert kept == ("place",)
    assert after.sequence == here.sequence + 1


def test_a_file_with_nothing_new_for_us_changes_nothing() -> None:
    """No calendar has to be told, and nobody reminded anew."""
    before = said(about="old")
    here = meeting(card=Card(name="Hope", about="ours"), imported=before)

    after, kept = sources.merged(here, said(about="ours"), NOW)

    assert not kept
    assert (after.sequence, after.card) == (here.sequence, here.card)
