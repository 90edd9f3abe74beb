"""What can stand beside a word: feelings, craving, sleep, gratitude, an intention.

Each is off until the member asks for it. Turned off, all that was kept of it is removed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.checkins.answering.hard import HardDay
from bot.checkins.answering.notes import allow
from bot.checkins.question import prompt_of, still_open
from bot.commands import Field, Form, Kind
from bot.platform import Action, Choice, Choices
from bot.turn import ChoiceGoneError, Turn
from storage import checkins, members
from storage.checkins import EXTRAS

EXTRA = "checkin-extra"
LONGEST = 1000
MOST_FEELINGS = 6
SCALES: Mapping[str, Sequence[str]] = {
    "feelings": (
        *("calm", "hopeful", "grateful", "proud", "tired", "anxious"),
        *("sad", "lonely", "angry", "ashamed", "bored", "numb"),
    ),
    "craving": ("none", "slight", "some", "strong", "very-strong"),
    "sleep": ("well", "fairly", "badly", "hardly"),
}
"""What there is to choose from; the others are told in words."""
STRONG = ("strong", "very-strong")
WRITTEN = tuple(extra for extra in EXTRAS if extra not in SCALES)
FORMS = tuple(
    Form(name=extra, fields=(Field(name="words", kind=Kind.LONG_TEXT, longest=LONGEST),))
    for extra in WRITTEN
)


def purpose_of(extra: str) -> str:
    """The consent by which it is kept."""
    return f"checkin-{extra}"


def extras(turn: Turn) -> Sequence[Action]:
    """`checkin extras [feelings|…] [on|off]`: what is asked besides; off removes what is kept."""
    person = turn.person.id
    extra, switch = turn.words("extra"), turn.words("switch")
    if extra is None:
        return [turn.answer("extras-which", on=_names(turn, wanted(turn)))]
    name = turn.line(f"extras-{extra}")
    if switch != "off":
        allow(turn, purpose_of(extra), turn.line("extras-on", extra=name))
        return [turn.answer("extras-on", extra=name)]
    members.withdraw_consent(turn.tx, person, purpose_of(extra), turn.now)
    checkins.forget_extra(turn.tx, person, extra)
    return [turn.answer("extras-off", extra=name)]


def wanted(turn: Turn) -> list[str]:
    """Which of them the member asked for."""
    person = turn.person.id
    return [each for each in EXTRAS if members.has_consent(turn.tx, person, purpose_of(each))]


def buttons(turn: Turn) -> list[Choice]:
    """Below a day's word, one for each that the member asked for."""
    return [
        turn.option(each, f"extras-{each}", form=each if each in WRITTEN else None)
        for each in wanted(turn)
    ]


@dataclass(frozen=True, slots=True)
class Telling:
    """Takes what is told besides."""

    hard_day: HardDay

    def begin(self, turn: Turn, day: date, extra: str) -> Sequence[Action]:
        """The button below a word was pressed."""
        if extra not in wanted(turn):
            raise ChoiceGoneError("not asked for any more")
        if extra in WRITTEN:
            return [turn.ask(extra, prompt_of(day))]
        return [turn.answer(f"extras-{extra}-ask", _options(turn, day, extra))]

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """One of what there is to choose from; the prompt names the day and what it is about."""
        written, _, extra = turn.detail.partition("/")
        try:
            day = date.fromisoformat(written)
        except ValueError:
            raise ChoiceGoneError("the prompt carries no day") from None
        if extra not in wanted(turn) or extra not in SCALES or not still_open(turn, day):
            raise ChoiceGoneError("not asked for any more, or of a day long ago")
        if turn.choice == "done":
            return [turn.answer("extras-kept", replaces=True)]
        if turn.choice not in SCALES[extra]:
            raise ChoiceGoneError("no such answer")
        if extra == "feelings":
            return [self._feeling(turn, day)]
        said = turn.line(f"extras-{extra}-{turn.choice}")
        checkins.set_extra(turn.tx, turn.person.id, day, extra, turn.choice)
        kept = turn.answer("extras-noted", replaces=True, said=said)
        strong = extra == "craving" and turn.choice in STRONG
        return [kept, self.hard_day.offer(turn, day)] if strong else [kept]

    def _feeling(self, turn: Turn, day: date) -> Action:
        """One more, or one less."""
        given = checkins.of_day(turn.tx, turn.person.id, day)
        told = given.extras.get("feelings", "").split(",") if given is not None else []
        kept = [each for each in told if each and each != turn.choice]
        if turn.choice not in told:
            kept = [*kept, turn.choice][-MOST_FEELINGS:]
        checkins.set_extra(turn.tx, turn.person.id, day, "feelings", ",".join(kept) or None)
        said = ", ".join(turn.line(f"extras-feelings-{each}") for each in kept)
        options = _options(turn, day, "feelings")
        if not said:
            return turn.answer("extras-feelings-ask", options, replaces=True)
        return turn.answer("extras-feelings-noted", options, replaces=True, said=said)


def keep_words(turn: Turn, day: date, extra: str, words: str) -> Sequence[Action]:
    """What was told in words."""
    if extra not in wanted(turn):
        raise ChoiceGoneError("not asked for any more")
    checkins.set_extra(turn.tx, turn.person.id, day, extra, words)
    return [turn.answer("extras-kept")]


def _options(turn: Turn, day: date, extra: str) -> Choices:
    options = [turn.option(each, f"extras-{extra}-{each}") for each in SCALES[extra]]
    if extra == "feelings":
        options.append(turn.option("done", "extras-done"))
    return Choices(prompt=f"{EXTRA}/{day.isoformat()}/{extra}", options=tuple(options))


def _names(turn: Turn, some: Sequence[str]) -> str:
    return ", ".join(turn.line(f"extras-{each}") for each in some) or "–"
