"""What members can say about their dates: added, corrected, listed, hidden, removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot import reading
from bot.checkins.dates import planning
from bot.checkins.dates.finding import (
    LONGEST_NAME,
    MOST_DATES,
    NameTooLongError,
    NoNameError,
    TooManyDatesError,
    found,
    name_and_day,
    name_of,
    own_date,
)
from bot.checkins.dates.offers import Offers
from bot.checkins.dates.showing import NEW_FORM, days_in_words
from bot.commands import Argument, Command, Field, Form, Kind
from bot.members.pin import guarded
from bot.platform import Action, Choice, Choices, FormFilled
from bot.richtext import Bullets, Spans, Text
from bot.turn import COMMAND_PROMPT, Turn
from storage import dates, schedules
from storage.dates import Asked, Dated

Withdraw = Callable[[Turn, Sequence[Asked]], Sequence[Action]]
NEW, PICK, SURE = NEW_FORM, "date-pick", "date-sure"
NEW_DATE = Form(
    name=NEW_FORM,
    fields=(
        Field(name="name", kind=Kind.TEXT, longest=LONGEST_NAME),
        Field(name="since", kind=Kind.TEXT, longest=60),
    ),
)
DAY = Form(name="date-day", fields=(Field(name="since", kind=Kind.TEXT, longest=60),))


class Keeping:
    """Adds, changes and shows dates.

    Args:
        offers: what communities offer around milestones.
        withdraw: takes back what was shared of a date.
    """

    def __init__(self, offers: Offers, withdraw: Withdraw) -> None:
        self._offers = offers
        self._withdraw = withdraw

    def commands(self) -> tuple[Command, ...]:
        """Everything that can be said, but for lapses."""
        what = (Argument(name="date", kind=Kind.TEXT, required=False),)
        return (
            Command(name="date add", handler=self.add, arguments=what),
            Command(name="date change", handler=self.change, arguments=what),
            Command(name="date list", handler=guarded(self.list), aliases=("date", "dates")),
            Command(name="date remove", handler=self.remove, arguments=what),
            Command(name="date hide", handler=self.hide, arguments=what),
            Command(name="date show", handler=self.show, arguments=what),
        )

    # --- setting

    def add(self, turn: Turn) -> Sequence[Action]:
        """`date add <name> <day>`; without them, the questions are offered."""
        turn.person  # noqa: B018 -- members only
        typed = turn.words("date")
        if typed is None:
            return [turn.answer("date-add-how", self._add_option(turn))]
        name, day = name_and_day(turn, typed)
        return self._keep_new(turn, name, day)

    def filled(self, turn: Turn) -> Sequence[Action]:
        """The form for a new date, or the wish for it."""
        if not isinstance(turn.event, FormFilled):
            return [turn.ask(NEW_FORM, NEW)]
        return self._keep_new(turn, name_of(turn.words("name") or ""), turn.words("since") or "")

    def _keep_new(self, turn: Turn, name: str, day: str) -> Sequence[Action]:
        if not name or not day:
            raise NoNameError("a name or a day is missing")
        if len(name) > LONGEST_NAME:
            raise NameTooLongError("name", given=len(name), longest=LONGEST_NAME)
        if len(dates.dates_of(turn.tx, turn.person.id)) >= MOST_DATES:
            raise TooManyDatesError("too many dates", most=MOST_DATES)
        since = reading.read_past_day(day, turn.today, turn.language)
        dated = Dated(person=turn.person.id, name=name, since=since, added_at=turn.now)
        dates.put(turn.tx, dated)
        self._aim(turn, dated)
        days = days_in_words(turn, (turn.today - since).days)
        said = turn.answer("date-added", name=name, since=turn.day_words(since), days=days)
        return [said]

    def change(self, turn: Turn) -> Sequence[Action]:
        """`date change <name> <day>`: another beginning, or going on after a lapse."""
        name, day = name_and_day(turn, turn.words("date") or "")
        if not day:
            return self._pick(turn, "change", found(turn, name) if name else None)
        return self.move(turn, found(turn, name), day)

    def move(self, turn: Turn, dated: Dated, words: str) -> Sequence[Action]:
        """Have a date begin on another day; or go on from it, if a lapse lies before that day."""
        day = reading.read_past_day(words, turn.today, turn.language)
        lapses = dates.lapses_of(turn.tx, dated.person)
        before = [each for each in lapses if each.dated == dated.id and each.day <= day]
        if before:
            dates.put_lapse(turn.tx, replace(before[-1], on_from=day))
        else:
            dated = replace(dated, since=day)
            dates.put(turn.tx, dated)
        self.changed(turn, dated)
        text_id = "date-goes-on" if before else "date-changed"
        return [turn.answer(text_id, name=dated.name, since=turn.day_words(day))]

    def changed(self, turn: Turn, dated: Dated) -> None:
        """What a date amounts to is another: questions that are open are none any more."""
        dates.drop_unanswered(turn.tx, dated.id)
        self._aim(turn, dated)

    def _aim(self, turn: Turn, dated: Dated) -> None:
        planning.aim(turn.tx, dated, self._offers, zone=turn.zone, now=turn.now)

    # --- showing

    def list(self, turn: Turn) -> Sequence[Action]:
        """`date list`: each date and its days; no longest run, unless it is asked for."""
        own = dates.dates_of(turn.tx, turn.person.id)
        if not own:
            return [turn.answer("date-list-empty", self._add_option(turn))]
        lines = tuple(self._line(turn, number, each) for number, each in enumerate(own, 1))
        options = [
            turn.option("date add", "date-add-button"),
            turn.option("date history", "date-history-button"),
            turn.option("lapse", "milestone-lapse"),
        ]
        kept = dates.asked_of(turn.tx, turn.person.id)
        if any(each.post and not each.post.taken_back for each in kept):
            options.append(turn.option("date unshare", "milestone-take-back"))
        if any(each.chip for each in kept):
            options.append(turn.option("date unchip", "milestone-chip-off"))
        choices = Choices(prompt=COMMAND_PROMPT, options=tuple(options))
        return [turn.show((*turn.body("date-list"), Bullets(lines)), choices)]

    def _line(self, turn: Turn, number: int, dated: Dated) -> Spans:
        counts = planning.counts_of(dated, dates.lapses_of(turn.tx, dated.person), turn.today)
        line = turn.line(
            "date-line-shown" if dated.shown else "date-line",
            number=str(number),
            name=dated.name,
            days=days_in_words(turn, counts.days),
            since=turn.day_words(counts.run_from),
        )
        return (Text(line),)

    def hide(self, turn: Turn) -> Sequence[Action]:
        """`date hide <name>`: its name stands nowhere but in the member's own list."""
        return self._set_shown(turn, "hide")

    def show(self, turn: Turn) -> Sequence[Action]:
        """`date show <name>`: its name may stand in pictures and in what comes unasked."""
        return self._set_shown(turn, "show")

    def _set_shown(self, turn: Turn, action: str) -> Sequence[Action]:
        own = dates.dates_of(turn.tx, turn.person.id)
        if turn.words("date") is None and len(own) > 1:
            return self._pick(turn, action)
        return self._show(turn, found(turn, turn.words("date") or ""), shown=action == "show")

    def _show(self, turn: Turn, dated: Dated, *, shown: bool) -> Sequence[Action]:
        dates.put(turn.tx, replace(dated, shown=shown))
        return [turn.answer("date-now-shown" if shown else "date-now-hidden", name=dated.name)]

    # --- removing, and which one

    def remove(self, turn: Turn) -> Sequence[Action]:
        """`date remove <name>`: after a yes, with all that belongs to it."""
        own = dates.dates_of(turn.tx, turn.person.id)
        if turn.words("date") is None and len(own) > 1:
            return self._pick(turn, "remove")
        return self._ask_removal(turn, found(turn, turn.words("date") or ""))

    def _ask_removal(self, turn: Turn, dated: Dated) -> Sequence[Action]:
        options = (turn.option("yes", "date-remove-yes"), turn.option("no", "date-remove-no"))
        choices = Choices(prompt=f"{SURE}/{dated.id}", options=options)
        return [turn.answer("date-remove-sure", choices, name=dated.name)]

    def sure(self, turn: Turn) -> Sequence[Action]:
        """Whether to remove it, answered."""
        dated = own_date(turn, turn.detail)
        if turn.choice != "yes":
            return [turn.answer("date-stays", replaces=True)]
        taken_back = self._withdraw(turn, dates.asked_of(turn.tx, dated.person, dated.id))
        schedules.remove(turn.tx, planning.KIND, dated.id)
        dates.remove(turn.tx, dated)
        return [turn.answer("date-removed", replaces=True), *taken_back]

    def _pick(self, turn: Turn, action: str, only: Dated | None = None) -> Sequence[Action]:
        """Ask which date is meant."""
        own = [only] if only else dates.dates_of(turn.tx, turn.person.id)
        if not own:
            return [turn.answer("date-list-empty", self._add_option(turn))]
        if len(own) == 1 and action == "change":
            return self._ask_day(turn, own[0])
        options = tuple(Choice(id=str(each.id), label=each.name) for each in own)
        return [turn.answer("date-which", Choices(prompt=f"{PICK}/{action}", options=options))]

    def picked(self, turn: Turn) -> Sequence[Action]:
        """Which date was meant, answered; or the form behind it, filled."""
        action, _, id = turn.detail.partition("/")
        dated = own_date(turn, id or turn.choice)
        match action:
            case "change" if isinstance(turn.event, FormFilled):
                return self.move(turn, dated, turn.words("since") or "")
            case "change" if id:
                return [turn.ask(DAY.name, f"{PICK}/change/{id}")]
            case "change":
                return self._ask_day(turn, dated)
            case "remove":
                return self._ask_removal(turn, dated)
            case _:
                return self._show(turn, dated, shown=action == "show")

    def _ask_day(self, turn: Turn, dated: Dated) -> Sequence[Action]:
        option = turn.option("day", "date-day-button", form=DAY.name)
        choices = Choices(prompt=f"{PICK}/change/{dated.id}", options=(option,))
        return [turn.answer("date-change-how", choices, name=dated.name)]

    def _add_option(self, turn: Turn) -> Choices:
        return Choices(prompt=NEW, options=(turn.option("new", "date-add-button", form=NEW_FORM),))


def hour_changed(turn: Turn, offers: Offers) -> None:
    """With `checkin time`: milestones come at the new hour too."""
    hour = turn.hour("at")
    for dated in dates.dates_of(turn.tx, turn.person.id):
        planning.aim(turn.tx, dated, offers, zone=turn.zone, now=turn.now, hour=hour)
