"""After a lapse: safety first, nothing taken away, and one question on another day.

Nobody is told of it but the member: no post, role or buddy learns anything here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from bot.checkins.dates import counting, planning, remembering
from bot.checkins.dates.finding import own_date, own_lapse
from bot.checkins.dates.showing import days_in_words
from bot.commands import Argument, Command, Field, Form, Kind
from bot.errors import HandrailError
from bot.members.pin import guarded
from bot.platform import Action, Choice, Choices, FormFilled
from bot.reading import read_past_day
from bot.reading.words import forms, languages, plain, table
from bot.richtext import Bullets, Spans, Text
from bot.turn import COMMAND_PROMPT, ChoiceGoneError, Turn
from storage import dates, schedules
from storage.dates import Dated, Lapse

PROMPT, MORE, OPEN = "lapse", "lapse-more", "lapse-open"
LONGEST_NOTE = 2000
SHOWN = 10
SHOWN_OF_NOTE = 300  # characters
DAY = Form(
    name="lapse-day",
    fields=(
        Field(name="day", kind=Kind.TEXT, longest=60),
        Field(name="on", kind=Kind.TEXT, required=False, longest=60),
    ),
)
NOTE = Form(
    name="lapse-note", fields=(Field(name="words", kind=Kind.LONG_TEXT, longest=LONGEST_NOTE),)
)
WHAT_HELPED = Form(
    name=remembering.FORM, fields=(Field(name="words", kind=Kind.LONG_TEXT, longest=LONGEST_NOTE),)
)
FORMS = (DAY, NOTE, WHAT_HELPED)


class NoteTooLongError(HandrailError):
    """More characters than a note holds."""

    text_id = "form-too-long"


class Lapses:
    """Takes lapses in.

    Args:
        changed: told that a date amounts to something else.
    """

    def __init__(self, changed: Callable[[Turn, Dated], None]) -> None:
        self._changed = changed

    def commands(self) -> tuple[Command, ...]:
        """What can be said."""
        what = Argument(name="lapse", kind=Kind.TEXT, required=False)
        return (
            Command(name="lapse", handler=self.tell, arguments=(what,)),
            Command(name="date history", handler=guarded(history)),
        )

    # --- telling

    def tell(self, turn: Turn) -> Sequence[Action]:
        """`lapse [when] [note]`: noted, and answered with safety first."""
        day, note = _day_and_note(turn, turn.words("lapse") or "")
        return self.note_down(turn, day=day, note=note)

    def hear(self, turn: Turn, text: str) -> Sequence[Action] | None:
        """A lapse in plain words, with a day behind them or none; None if it is none."""
        if turn.member is None or turn.member.stopped_at is not None or not turn.event.direct:
            return None
        said = plain(text)
        phrase = next((each for each in _phrases() if f"{said} ".startswith(f"{each} ")), None)
        if phrase is None:
            return None
        behind = said.removeprefix(phrase).strip()
        try:
            day = read_past_day(behind, turn.today, turn.language) if behind else turn.today
        except HandrailError:
            return None
        return self.note_down(turn, day=day)

    def note_down(
        self, turn: Turn, *, day: date, note: str | None = None, dated: Dated | None = None
    ) -> Sequence[Action]:
        """Keep it. A member with one date means that one; with several, they say which later."""
        own = dates.dates_of(turn.tx, turn.person.id)
        about = dated or (own[0] if len(own) == 1 else None)
        lapse = _told_before(turn, day, about) or Lapse(
            person=turn.person.id,
            dated=about.id if about else None,
            day=day,
            on_from=day,
            told_at=turn.now,
        )
        lapse = replace(lapse, note=note or lapse.note)
        dates.put_lapse(turn.tx, lapse)
        if about is not None:
            self._changed(turn, about)
        for each in own:
            dates.drop_unanswered(turn.tx, each.id)
        remembering.ask_another_day(turn, lapse)
        options = (
            turn.option("safe", "lapse-safe", tone="primary"),
            turn.option("person", "lapse-person"),
            turn.option("lines", "lapse-lines"),
        )
        return [turn.answer("lapse-first", Choices(prompt=f"{PROMPT}/{lapse.id}", options=options))]

    def answered(self, turn: Turn) -> Sequence[Action]:
        """Safe, a person, or help lines."""
        match turn.choice:
            case "lines":
                return turn.say("help now")
            case "person":
                return [turn.answer("lapse-people", _people(turn))]
            case "safe":
                return [self._kept(turn, own_lapse(turn, turn.detail))]
            case _:
                raise ChoiceGoneError("no such answer to a lapse")

    # --- afterwards

    def _kept(self, turn: Turn, lapse: Lapse) -> Action:
        """What stays; and what may be said besides."""
        own = dates.dates_of(turn.tx, lapse.person)
        lapses = dates.lapses_of(turn.tx, lapse.person)
        runs = [
            counting.runs(each.since, planning.gaps_of(each, lapses), turn.today) for each in own
        ]
        total = counting.days_in_all(runs)
        options = [
            turn.option("day", "lapse-day-button", form=DAY.name),
            turn.option("note", "lapse-note-button", form=NOTE.name),
            turn.option("back", "lapse-back-button"),
        ]
        if len(own) > 1 and lapse.dated is None:
            options += [Choice(id=str(each.id), label=each.name) for each in own]
        body = turn.body("lapse-kept", day=turn.day_words(lapse.day))
        if total:
            body = (*body, *turn.body("lapse-days-stay", days=days_in_words(turn, total)))
        if len(own) > 1 and lapse.dated is None:
            body = (*body, *turn.body("lapse-which-date"))
        return turn.show(body, Choices(prompt=f"{MORE}/{lapse.id}", options=tuple(options)))

    def more(self, turn: Turn) -> Sequence[Action]:
        """Another day, a note, which date it is about; or it should not be kept."""
        lapse = own_lapse(turn, turn.detail)
        if isinstance(turn.event, FormFilled):
            if turn.event.form == NOTE.name:
                dates.put_lapse(turn.tx, replace(lapse, note=_note(turn.words("words"))))
                return [turn.answer("lapse-note-kept")]
            return self._on_another_day(turn, lapse)
        match turn.choice:
            case "day":
                return [turn.ask(DAY.name, f"{MORE}/{lapse.id}")]
            case "note":
                return [turn.ask(NOTE.name, f"{MORE}/{lapse.id}")]
            case "back":
                schedules.remove(turn.tx, remembering.KIND, lapse.id)
                dates.remove_lapse(turn.tx, lapse.id)
                self._date_changed(turn, lapse)
                return [turn.answer("lapse-taken-back", replaces=True)]
            case about:
                dated = own_date(turn, about)
                dates.put_lapse(turn.tx, replace(lapse, dated=dated.id))
                self._changed(turn, dated)
                return [turn.answer("lapse-about", name=dated.name)]

    def opened(self, turn: Turn) -> Sequence[Action]:
        """One of those in the history, to be changed or taken back."""
        return [self._kept(turn, own_lapse(turn, turn.choice))]

    def _on_another_day(self, turn: Turn, lapse: Lapse) -> Sequence[Action]:
        day = read_past_day(turn.words("day") or "", turn.today, turn.language)
        on = turn.words("on")
        on_from = read_past_day(on, turn.today, turn.language) if on else day
        lapse = replace(lapse, day=day, on_from=max(day, on_from))
        dates.put_lapse(turn.tx, lapse)
        self._date_changed(turn, lapse)
        words = turn.day_words(lapse.day), turn.day_words(lapse.on_from)
        return [turn.answer("lapse-day-set", day=words[0], on=words[1])]

    def _date_changed(self, turn: Turn, lapse: Lapse) -> None:
        if lapse.dated is not None:
            self._changed(turn, own_date(turn, str(lapse.dated)))

    def helped(self, turn: Turn) -> Sequence[Action]:
        """What had helped before, or rather not now."""
        lapse = own_lapse(turn, turn.detail)
        if isinstance(turn.event, FormFilled):
            dates.put_lapse(turn.tx, replace(lapse, helped=_note(turn.words("words"))))
            return [turn.answer("lapse-helped-kept")]
        if turn.choice == "write":
            return [turn.ask(WHAT_HELPED.name, f"{remembering.HELPED}/{lapse.id}")]
        return [turn.answer("lapse-helped-not", replaces=True)]


@cache
def _phrases() -> tuple[str, ...]:
    """What people say of a lapse, in every language; the longest first."""
    return forms(phrase for each in languages() for phrase in table(each)["lapse"]["said"])


def _told_before(turn: Turn, day: date, about: Dated | None) -> Lapse | None:
    """The same day's, about the same: who presses twice, or adds a note, has told of one."""
    return next(
        (
            each
            for each in dates.lapses_of(turn.tx, turn.person.id)
            if each.day == day and each.dated == (about.id if about else None)
        ),
        None,
    )


def notes_off(turn: Turn) -> None:
    """With `checkin notes off`: what was written beside lapses is removed too."""
    if turn.words("keep") == "off":
        dates.forget_notes(turn.tx, turn.person.id)


def history(turn: Turn) -> Sequence[Action]:
    """`date history`: all runs together and the longest, and what was told; only when asked for."""
    own = dates.dates_of(turn.tx, turn.person.id)
    lapses = dates.lapses_of(turn.tx, turn.person.id)
    if not own and not lapses:
        return [turn.answer("date-history-empty")]
    lines: list[Spans] = []
    for each in own:
        counts = planning.counts_of(each, lapses, turn.today)
        total, longest = days_in_words(turn, counts.total), days_in_words(turn, counts.longest)
        line = turn.line("date-history-line", name=each.name, total=total, longest=longest)
        lines.append((Text(line),))
    told = [*reversed(lapses)][:SHOWN]
    lines += [_told(turn, each) for each in told]
    options = tuple(
        Choice(
            id=str(each.id),
            label=turn.line("lapse-open", day=turn.texts.when(turn.language, each.day, "short")),
        )
        for each in told
    )
    choices = Choices(prompt=OPEN, options=options) if options else None
    return [turn.show((*turn.body("date-history"), Bullets(tuple(lines))), choices)]


def _told(turn: Turn, lapse: Lapse) -> Spans:
    parts = [turn.line("lapse-line", day=turn.day_words(lapse.day))]
    parts += [_short(words) for words in (lapse.note, lapse.helped) if words]
    return (Text(" · ".join(parts)),)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= SHOWN_OF_NOTE else words[:SHOWN_OF_NOTE] + " …"


def _people(turn: Turn) -> Choices:
    """The team, a buddy, help lines: whatever there is a command for."""
    ways = (("talk", "lapse-team"), ("buddy", "lapse-buddy"), ("help now", "lapse-lines"))
    options = tuple(turn.option(name, text) for name, text in ways if turn.table.named(name))
    return Choices(prompt=COMMAND_PROMPT, options=options)


def _day_and_note(turn: Turn, typed: str) -> tuple[date, str | None]:
    """A day in front, if the line begins with one, else today; the rest is the note."""
    words = typed.split()
    for upto in range(min(len(words), 6), 0, -1):
        try:
            day = read_past_day(" ".join(words[:upto]), turn.today, turn.language)
        except HandrailError:
            continue
        return day, _note(" ".join(words[upto:]))
    return turn.today, _note(typed)


def _note(words: str | None) -> str | None:
    """A note without quotes around it; None if there is none."""
    note = (words or "").strip().strip('"“”„«»').strip()
    if len(note) > LONGEST_NOTE:
        raise NoteTooLongError("note", given=len(note), longest=LONGEST_NOTE)
    return note or None
