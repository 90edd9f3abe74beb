"""What members can say about their daily check-in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from bot import reading, wall_time
from bot.checkins import counting, question
from bot.checkins.days import name_days, read_days
from bot.checkins.where import NO_ROOMS, POST, CheckInRooms, Where
from bot.commands import Argument, Command, Field, Form, Kind
from bot.delivery import rules
from bot.errors import HandrailError
from bot.feature import Feature
from bot.platform import Action, Choice, Choices, FormFilled
from bot.richtext import Body, Bullets, Spans, Text
from bot.turn import COMMAND_PROMPT, ChoiceGoneError, Turn
from storage import checkins, members, schedules
from storage.database import Transaction
from storage.members import Member
from storage.schedules import Schedule

NOTES, WHERE = "notes", "checkin-where"
EDITABLE = timedelta(days=7)
LONGEST_NOTE = 4000
LONGEST_PROMPT = 300
EVENING = time(20, 0)
SHOWN_DAYS = 14
SHOWN_OF_NOTE = 300  # characters
HARD = ("low", "rough")
NOTE_FORM = Form(
    name="note", fields=(Field(name="words", kind=Kind.LONG_TEXT, longest=LONGEST_NOTE),)
)


class NoPlanError(HandrailError):
    """They never asked to be checked in on."""

    text_id = "checkin-no-plan"


class NoteTooLongError(HandrailError):
    """More characters than a note or a prompt holds."""

    text_id = "form-too-long"


def feature(rooms: CheckInRooms = NO_ROOMS) -> Feature:
    """The check-ins feature.

    Args:
        rooms: where members can be asked besides direct messages.
    """
    plan = partial(question.plan, rooms=rooms)
    return Feature(
        name="checkins",
        commands=(
            Command(
                name="checkin now",
                handler=partial(now, rooms=rooms),
                aliases=("checkin", "check-in", "check in"),
            ),
            Command(
                name="checkin time",
                handler=at,
                arguments=(Argument(name="at", kind=Kind.TIME),),
            ),
            Command(
                name="checkin days",
                handler=on_days,
                arguments=(Argument(name="days", kind=Kind.TEXT),),
            ),
            Command(
                name="checkin where",
                handler=partial(where, rooms=rooms),
                arguments=(Argument(name="spot", kind=Kind.OPTION, options=tuple(Where)),),
            ),
            Command(
                name="checkin prompt",
                handler=prompt,
                arguments=(Argument(name="words", kind=Kind.TEXT, required=False),),
            ),
            Command(
                name="checkin pause",
                handler=pause,
                arguments=(Argument(name="until", kind=Kind.DAY, required=False),),
            ),
            Command(name="checkin resume", handler=resume),
            Command(name="checkin history", handler=history),
            Command(
                name="checkin notes",
                handler=notes,
                arguments=(Argument(name="keep", kind=Kind.OPTION, options=("on", "off")),),
            ),
            Command(
                name="note",
                handler=note,
                arguments=(Argument(name="words", kind=Kind.TEXT),),
            ),
        ),
        forms=(NOTE_FORM,),
        prompts={
            question.KIND: chosen,
            "later": later,
            WHERE: lambda turn: _ask_in(turn, turn.choice, rooms),
        },
        takes_back={question.KIND: taken_back},
        hear=hear,
        plans={question.KIND: plan, question.AGAIN: plan, POST: rooms.plan_posts},
        writes={question.KIND: partial(question.write, rooms=rooms), POST: rooms.write_posts},
        export=export,
        erase=checkins.erase,
    )


def begin(turn: Turn, member: Member, at: time) -> str:
    """Set up a new member's check-ins. Returns: the first one's day and hour in words."""
    checkins.make_plan(turn.tx, member.id)
    rule = rules.set_daily(
        turn.tx, kind=question.KIND, person=member.id, at=at, zone=member.zone, now=turn.now
    )
    return _next_in_words(turn, rule, member)


# --- asking


def now(turn: Turn, rooms: CheckInRooms = NO_ROOMS) -> Sequence[Action]:
    """`checkin now`: the question, right away."""
    body = question.ask_now(turn, turn.today)
    asked = turn.show(body, question.options_for(turn.texts, turn.language, turn.today))
    offered = [] if turn.person.reachable or turn.event.direct else _other_places(turn, rooms)
    if not offered:
        return [asked]
    options = tuple(turn.option(place, f"checkin-where-{place}-button") for place in offered)
    return [asked, turn.answer("checkin-where-offer", Choices(prompt=WHERE, options=options))]


def at(turn: Turn) -> Sequence[Action]:
    """`checkin time <hour>`: when to be asked."""
    hour, rule = turn.hour("at"), _rule(turn)
    changed = rules.set_daily(
        turn.tx,
        kind=question.KIND,
        person=turn.person.id,
        at=hour,
        zone=turn.zone,
        now=turn.now,
        days=rule.days,
        not_before=_first_day(turn, rule),
    )
    return [turn.answer("checkin-time-set", next=_next_in_words(turn, changed, turn.person))]


def on_days(turn: Turn) -> Sequence[Action]:
    """`checkin days <days>`: on which days of the week."""
    rule = _rule(turn)
    names = [turn.line(f"checkin-days-{name}") for name in ("every", "weekdays", "weekend")]
    days = read_days(turn.words("days") or "", turn.language, *names)
    changed = rules.set_daily(
        turn.tx,
        kind=question.KIND,
        person=turn.person.id,
        at=rule.wall_time or time(9),
        zone=turn.zone,
        now=turn.now,
        days=days,
        not_before=_first_day(turn, rule),
    )
    return [
        turn.answer(
            "checkin-days-set",
            days=name_days(days, turn.language),
            next=_next_in_words(turn, changed, turn.person),
        )
    ]


def where(turn: Turn, rooms: CheckInRooms = NO_ROOMS) -> Sequence[Action]:
    """`checkin where dm|channel|thread`: where to be asked."""
    _rule(turn)
    return _ask_in(turn, turn.words("spot") or "", rooms)


def prompt(turn: Turn) -> Sequence[Action]:
    """`checkin prompt [words]`: a question of one's own; without words, only ours."""
    _rule(turn)
    words = turn.words("words")
    if words is not None and len(words) > LONGEST_PROMPT:
        raise NoteTooLongError("prompt", given=len(words), longest=LONGEST_PROMPT)
    checkins.set_prompt(turn.tx, turn.person.id, words)
    return [turn.answer("checkin-prompt-set" if words else "checkin-prompt-ours")]


def pause(turn: Turn) -> Sequence[Action]:
    """`checkin pause [until <day>]`: ask nothing before that day; the plan stays."""
    rule = _rule(turn)
    until = turn.day("until") if turn.words("until") else None
    rules.pause(turn.tx, rule, until, turn.zone, turn.now)
    schedules.remove(turn.tx, question.AGAIN, turn.person.id)
    if until is None:
        return [turn.answer("checkin-paused-open", _resume_choice(turn))]
    return [turn.answer("checkin-paused", _resume_choice(turn), until=turn.day_words(until))]


def resume(turn: Turn) -> Sequence[Action]:
    """`checkin resume`: go on asking."""
    woken = rules.wake(turn.tx, _rule(turn), turn.zone, turn.now)
    return [turn.answer("checkin-resumed", next=_next_in_words(turn, woken, turn.person))]


# --- answering


def hear(turn: Turn, text: str) -> Sequence[Action] | None:
    """An answer in plain words ("okay", "2", an emoji), or "tonight"; None if it is neither."""
    if turn.member is None or turn.member.stopped_at is not None or not turn.event.direct:
        return None
    word = reading.read_word(text)
    if word is not None:
        return _answered(turn, turn.today, word)
    try:
        span = reading.read_span(text, turn.language)
    except reading.UnclearSpanError:
        return None
    return _ask_again(turn, turn.today, span)


def chosen(turn: Turn) -> Sequence[Action]:
    """A word, a note or "later" for the day of the prompt."""
    day = _day_of(turn)
    if not _still_open(turn, day):
        options = question.options_for(turn.texts, turn.language, turn.today)
        return [turn.answer("checkin-day-closed", options)]
    if isinstance(turn.event, FormFilled):
        return _keep_note(turn, day, turn.words("words") or "")
    prompt = f"{question.KIND}/{day.isoformat()}"
    match turn.choice:
        case word if word in question.WORDS:
            return _answered(turn, day, word)
        case "note":
            return [turn.ask(NOTE_FORM.name, prompt)]
        case "notes-ask":
            return [turn.answer("checkin-notes-ask", _notes_choices(turn, prompt))]
        case "notes-yes":
            _allow_notes(turn)
            return [turn.answer("checkin-notes-on", _note_choices(turn, prompt))]
        case "notes-no":
            return [turn.answer("checkin-notes-no")]
        case "later":
            return [turn.answer("checkin-later-when", _later_choices(turn, day))]
        case "change":
            options = question.options_for(turn.texts, turn.language, day)
            return [turn.answer("checkin-change", options)]
        case _:
            raise ChoiceGoneError("no such choice of a check-in")


def taken_back(turn: Turn) -> Sequence[Action]:
    """The reaction that gave a day's word was removed: the question stands there again.

    A note keeps its word until there is another: who taps a different one must not lose it.
    """
    if turn.member is None or turn.member.stopped_at is not None:
        return []
    day = _day_of(turn)
    given = checkins.of_day(turn.tx, turn.person.id, day)
    if given is None or given.word != turn.choice or not _still_open(turn, day):
        return []
    if given.note is None:
        checkins.take_back(turn.tx, turn.person.id, day)
    text_id = "checkin-taken-back" if given.note is None else "checkin-taken-back-note"
    options = question.options_for(turn.texts, turn.language, day)
    return [turn.answer(text_id, options, replaces=True)]


def later(turn: Turn) -> Sequence[Action]:
    """A choice of when to be asked again."""
    spans = {
        "1h": reading.Later(minutes=60, evening=False),
        "3h": reading.Later(minutes=180, evening=False),
        "tonight": reading.Later(minutes=None, evening=True),
    }
    span = spans.get(turn.choice)
    day = _day_of(turn)
    if span is None or not _still_open(turn, day):
        raise ChoiceGoneError("no such time, or of a day long ago")
    return _ask_again(turn, day, span)


def note(turn: Turn) -> Sequence[Action]:
    """`note <words>`: a few words beside today's answer."""
    turn.person  # noqa: B018 -- members only
    words = turn.words("words") or ""
    if len(words) > LONGEST_NOTE:
        raise NoteTooLongError("note", given=len(words), longest=LONGEST_NOTE)
    return _keep_note(turn, turn.today, words)


def notes(turn: Turn) -> Sequence[Action]:
    """`checkin notes on|off`: whether notes are kept; off removes those there are."""
    if turn.words("keep") == "on":
        _allow_notes(turn)
        return [turn.answer("checkin-notes-on")]
    members.withdraw_consent(turn.tx, turn.person.id, NOTES, turn.now)
    checkins.forget_notes(turn.tx, turn.person.id)
    return [turn.answer("checkin-notes-off")]


# --- looking back


def history(turn: Turn) -> Sequence[Action]:
    """`checkin history`: the last days, and counts that never fall to zero."""
    person, today = turn.person.id, turn.today
    counts = counting.count(checkins.days_of(turn.tx, person), today)
    if counts.total == 0:
        return [turn.answer("checkin-history-empty", turn.doors())]
    recent = checkins.between(turn.tx, person, today - timedelta(days=SHOWN_DAYS - 1), today)
    body: Body = turn.body(
        "checkin-history",
        month=counts.this_month,
        longest=counts.longest,
        total=counts.total,
    )
    if recent:
        body = (*body, Bullets(tuple(_day_line(turn, each) for each in reversed(recent))))
    return [turn.show(body)]


def export(tx: Transaction, person: int) -> list[dict[str, Any]]:
    """Every answer, JSON-ready."""
    return [
        {
            "day": each.day.isoformat(),
            "word": each.word,
            "note": each.note,
            "answered_at": each.answered_at.isoformat(),
        }
        for each in checkins.between(tx, person, date.min, date.max)
    ]


# --- the parts


def _rule(turn: Turn) -> Schedule:
    rule = schedules.schedule_of(turn.tx, question.KIND, turn.person.id)
    if rule is None:
        raise NoPlanError(f"person {turn.person.id} has no plan")
    return rule


def _other_places(turn: Turn, rooms: CheckInRooms) -> list[Where]:
    """What the member's communities offer besides direct messages."""
    found = rooms.of(turn.tx, turn.person.id, turn.actor.platform)
    return [
        place
        for place in (Where.CHANNEL, Where.THREAD)
        if any(room.offers(place) for room in found)
    ]


def _ask_in(turn: Turn, wanted: str, rooms: CheckInRooms) -> Sequence[Action]:
    """Ask there from now on; in direct messages where there is no such place."""
    if wanted not in tuple(Where):
        raise ChoiceGoneError("no such place")
    place = Where(wanted)
    there = place is Where.DM or place in _other_places(turn, rooms)
    checkins.set_place(turn.tx, turn.person.id, place if there else Where.DM)
    return [turn.answer(f"checkin-where-{place}" if there else "checkin-where-missing")]


def _first_day(turn: Turn, rule: Schedule) -> date:
    """The first day on which a changed rule asks: in no pause, and no day for a second time."""
    today = turn.now.astimezone(turn.zone).date()
    behind = rule.next_day is not None and rule.next_day > today
    first = today + timedelta(days=1) if behind else today
    return max(first, rule.paused_until or first)


def _next_in_words(turn: Turn, rule: Schedule, member: Member) -> str:
    if rule.next_due is None:
        return "–"
    local = rule.next_due.astimezone(member.zone)
    return turn.texts.when(turn.language, local, "datetime")


def _day_of(turn: Turn) -> date:
    """The day that the prompt is about. Raises: ChoiceGoneError."""
    try:
        return date.fromisoformat(turn.detail)
    except ValueError:
        raise ChoiceGoneError("the prompt carries no day") from None


def _still_open(turn: Turn, day: date) -> bool:
    """Whether a day's answer can be given or changed."""
    # One day ahead: who travels west may press a button of their former tomorrow.
    return turn.today - EDITABLE <= day <= turn.today + timedelta(days=1)


def _answered(turn: Turn, day: date, word: str) -> Sequence[Action]:
    before = checkins.of_day(turn.tx, turn.person.id, day)
    checkins.answer(turn.tx, turn.person.id, day, word, turn.now)
    schedules.remove(turn.tx, question.AGAIN, turn.person.id)
    said = turn.line(f"checkin-word-{word}")
    if word in HARD:
        text_id = "checkin-thanks-hard"
    elif word == "skip":
        text_id = "checkin-thanks-skip"
    else:
        text_id = "checkin-thanks" if before is None else "checkin-thanks-changed"
    prompt = f"{question.KIND}/{day.isoformat()}"
    actions: list[Action] = [
        turn.answer(text_id, _note_choices(turn, prompt), replaces=True, word=said)
    ]
    if word in HARD:
        actions.append(turn.answer("checkin-hard-offer", _hard_choices(turn)))
    return actions


def _ask_again(turn: Turn, day: date, span: reading.Later) -> Sequence[Action]:
    if span.minutes is not None:
        moment = turn.now + timedelta(minutes=span.minutes)
    else:
        tonight = datetime.combine(turn.today, EVENING)
        moment = wall_time.due_on(tonight.date(), EVENING, turn.zone)
        if moment <= turn.now:
            moment = turn.now + timedelta(hours=1)
    me = turn.person.id
    rules.set_once(turn.tx, kind=question.AGAIN, subject=me, person=me, day=day, at=moment)
    local = moment.astimezone(turn.zone)
    return [turn.answer("checkin-later-set", replaces=True, at=turn.clock_words(local))]


def _keep_note(turn: Turn, day: date, words: str) -> Sequence[Action]:
    prompt = f"{question.KIND}/{day.isoformat()}"
    if not members.has_consent(turn.tx, turn.person.id, NOTES):
        return [turn.answer("checkin-notes-ask", _notes_choices(turn, prompt))]
    if not checkins.set_note(turn.tx, turn.person.id, day, words):
        options = question.options_for(turn.texts, turn.language, day)
        return [turn.answer("checkin-note-needs-word", options)]
    return [turn.answer("checkin-note-kept")]


def _allow_notes(turn: Turn) -> None:
    read = turn.line("checkin-notes-ask")
    members.give_consent(
        turn.tx,
        turn.person.id,
        purpose=NOTES,
        text_hash=hashlib.sha256(read.encode()).hexdigest(),
        language=turn.language,
        platform=turn.actor.platform,
        now=turn.now,
    )


def _note_choices(turn: Turn, prompt: str) -> Choices:
    allowed = members.has_consent(turn.tx, turn.person.id, NOTES)
    note = (
        turn.option("note", "checkin-add-note", form=NOTE_FORM.name)
        if allowed
        else turn.option("notes-ask", "checkin-add-note")
    )
    return Choices(prompt=prompt, options=(note, turn.option("change", "checkin-change-word")))


def _notes_choices(turn: Turn, prompt: str) -> Choices:
    return Choices(
        prompt=prompt,
        options=(
            turn.option("notes-yes", "checkin-notes-yes"),
            turn.option("notes-no", "checkin-notes-no-thanks"),
        ),
    )


def _later_choices(turn: Turn, day: date) -> Choices:
    options = tuple(turn.option(name, f"checkin-later-{name}") for name in ("1h", "3h", "tonight"))
    return Choices(prompt=f"later/{day.isoformat()}", options=options)


def _hard_choices(turn: Turn) -> Choices:
    return Choices(
        prompt=COMMAND_PROMPT,
        options=(turn.option("talk", "door-talk"), turn.option("help now", "door-help")),
    )


def _resume_choice(turn: Turn) -> Choices:
    option = Choice(id="checkin resume", label=turn.line("checkin-resume-button"))
    return Choices(prompt=COMMAND_PROMPT, options=(option,))


def _day_line(turn: Turn, each: checkins.CheckIn) -> Spans:
    day = turn.texts.when(turn.language, each.day, "short")
    word = turn.line(f"checkin-word-{each.word}")
    note = " ".join((each.note or "").split())
    if len(note) > SHOWN_OF_NOTE:
        note = note[:SHOWN_OF_NOTE] + " …"
    return (Text(f"{day}: {word}" + (f" · {note}" if note else "")),)
