"""A day's word: tapped, typed, changed, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot import reading
from bot.checkins.answering import extras, later, notes
from bot.checkins.answering.extras import Telling
from bot.checkins.answering.hard import HardDay
from bot.checkins.missing import waking
from bot.checkins.question import AGAIN, HARD, WORDS, options_for, prompt_of, still_open
from bot.platform import Action, Choices, FormFilled
from bot.turn import ChoiceGoneError, Turn
from storage import checkins, members, schedules
from storage.checkins import EXTRAS


@dataclass(frozen=True, slots=True)
class Answering:
    """Takes answers, and says what they lead to."""

    hard_day: HardDay
    telling: Telling

    def hear(self, turn: Turn, text: str) -> Sequence[Action] | None:
        """An answer in plain words ("okay", "2", an emoji), or "tonight"; None if it is neither."""
        if turn.member is None or turn.member.stopped_at is not None or not turn.event.direct:
            return None
        word = reading.read_word(text)
        if word is not None:
            return self.answered(turn, turn.today, word)
        try:
            span = reading.read_span(text, turn.language)
        except reading.UnclearSpanError:
            return None
        return later.ask_again(turn, turn.today, span)

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """A word, a note, something besides, or "later" for the day of the prompt."""
        day = day_of(turn)
        if not still_open(turn, day):
            options = options_for(turn.texts, turn.language, turn.today)
            return [turn.answer("checkin-day-closed", options)]
        if isinstance(turn.event, FormFilled):
            words = turn.words("words") or ""
            if turn.event.form in extras.WRITTEN:
                return extras.keep_words(turn, day, turn.event.form, words)
            return notes.keep(turn, day, words)
        match turn.choice:
            case word if word in WORDS:
                return self.answered(turn, day, word)
            case extra if extra in EXTRAS:
                return self.telling.begin(turn, day, extra)
            case "note" | "add":
                return notes.begin(turn, day)
            case "notes-ask":
                return [notes.ask(turn, day)]
            case "notes-yes":
                notes.allow(turn, notes.NOTES, turn.line("checkin-notes-ask"))
                return [turn.answer("checkin-notes-on", _below(turn, day))]
            case "notes-no":
                return [turn.answer("checkin-notes-no")]
            case "later":
                return [turn.answer("checkin-later-when", later.choices(turn, day))]
            case "change":
                options = options_for(turn.texts, turn.language, day)
                return [turn.answer("checkin-change", options)]
            case _:
                raise ChoiceGoneError("no such choice of a check-in")

    def hard(self, turn: Turn) -> Sequence[Action]:
        """Who or what might help on a hard day."""
        day = day_of(turn)
        if not still_open(turn, day):
            raise ChoiceGoneError("an offer of long ago")
        return self.hard_day.chosen(turn, day)

    def later(self, turn: Turn) -> Sequence[Action]:
        """A choice of when to be asked again."""
        return later.chosen(turn, day_of(turn))

    def taken_back(self, turn: Turn) -> Sequence[Action]:
        """The reaction that gave a day's word was removed: the question stands there again.

        A note keeps its word until there is another: who taps a different one must not lose it.
        """
        if turn.member is None or turn.member.stopped_at is not None:
            return []
        day = day_of(turn)
        given = checkins.of_day(turn.tx, turn.person.id, day)
        if given is None or given.word != turn.choice or not still_open(turn, day):
            return []
        beside = given.note is not None or given.extras
        if not beside:
            checkins.take_back(turn.tx, turn.person.id, day)
        text_id = "checkin-taken-back-note" if beside else "checkin-taken-back"
        options = options_for(turn.texts, turn.language, day)
        return [turn.answer(text_id, options, replaces=True)]

    def answered(self, turn: Turn, day: date, word: str) -> Sequence[Action]:
        """Keep a day's word. Returns: thanks, and on a hard day an offer."""
        before = checkins.of_day(turn.tx, turn.person.id, day)
        checkins.answer(turn.tx, turn.person.id, day, word, turn.now)
        woken = waking.heard(turn)
        schedules.remove(turn.tx, AGAIN, turn.person.id)
        said = turn.line(f"checkin-word-{word}")
        if word in HARD:
            text_id = "checkin-thanks-hard"
        elif word == "skip":
            text_id = "checkin-thanks-skip"
        else:
            text_id = "checkin-thanks" if before is None else "checkin-thanks-changed"
        actions: list[Action] = [turn.answer(text_id, _below(turn, day), replaces=True, word=said)]
        actions += woken
        if word in HARD:
            actions.append(self.hard_day.offer(turn, day))
        return actions


def day_of(turn: Turn) -> date:
    """The day that the prompt is about. Raises: ChoiceGoneError."""
    try:
        return date.fromisoformat(turn.detail)
    except ValueError:
        raise ChoiceGoneError("the prompt carries no day") from None


def _below(turn: Turn, day: date) -> Choices:
    """A note, another word, and what else the member asked for."""
    allowed = members.has_consent(turn.tx, turn.person.id, notes.NOTES)
    note = (
        turn.option("note", "checkin-add-note", form=notes.FORM.name)
        if allowed
        else turn.option("notes-ask", "checkin-add-note")
    )
    change = turn.option("change", "checkin-change-word")
    options = (note, *extras.buttons(turn), change)
    return Choices(prompt=prompt_of(day), options=options)
