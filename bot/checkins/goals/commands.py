"""What members can say about small goals of their own; nobody is asked to have any."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.checkins.goals import reviewing
from bot.checkins.goals.reviewing import AGAIN_AFTER, DAY_FORM, PROMPT, STEP_FORM
from bot.commands import Argument, Command, Field, Form, Kind
from bot.errors import HandrailError
from bot.feature import Feature
from bot.platform import Action, Choice, Choices, FormFilled
from bot.reading.words import plain
from bot.richtext import Body, Bullets, Quote, Text
from bot.turn import ChoiceGoneError, Turn
from storage import goals, schedules
from storage.goals import Goal, State, Step
from storage.ids import read_id

NEW, PICK, SURE = "goal-new", "goal-pick", "goal-sure"
LONGEST = 200
MOST_GOALS, MOST_STEPS = 10, 20
LABEL = 80  # characters that a button takes
NEW_FORM = Form(
    name=NEW,
    fields=(
        Field(name="words", kind=Kind.TEXT, longest=LONGEST),
        Field(name="step", kind=Kind.TEXT, required=False, longest=LONGEST),
        Field(name="review", kind=Kind.DAY, required=False),
    ),
)
STEP = Form(name=STEP_FORM, fields=(Field(name="words", kind=Kind.TEXT, longest=LONGEST),))
DAY = Form(name=DAY_FORM, fields=(Field(name="review", kind=Kind.DAY),))


class GoalTooLongError(HandrailError):
    """More characters than a goal or a step has."""

    text_id = "form-too-long"


class TooManyGoalsError(HandrailError):
    """More open goals, or steps of one, than anybody could look at."""

    text_id = "goal-too-many"


class NoSuchGoalError(HandrailError):
    """None of the open goals is called that, or several may be meant."""

    text_id = "goal-which"


def hour_changed(turn: Turn) -> None:
    """With `checkin time`: goals are looked at at the new hour too."""
    for goal in _open(turn):
        reviewing.aim(turn.tx, goal, zone=turn.zone, now=turn.now, hour=turn.hour("at"))


ALSO: Mapping[str, Callable[[Turn], None]] = {"checkin time": hour_changed}
"""What goals do with commands about check-ins, by the command's name."""


def feature() -> Feature:
    """The goals feature."""
    which = (Argument(name="goal", kind=Kind.TEXT, required=False),)
    return Feature(
        name="goals",
        commands=(
            Command(name="goal add", handler=add, arguments=which),
            Command(name="goal list", handler=show, aliases=("goal", "goals")),
            Command(name="goal done", handler=done, arguments=which),
            Command(name="goal remove", handler=remove, arguments=which),
        ),
        forms=(NEW_FORM, STEP, DAY),
        prompts={NEW: filled, PICK: picked, PROMPT: answered, SURE: sure},
        plans={reviewing.KIND: reviewing.plan},
        writes={reviewing.KIND: reviewing.write},
        export=goals.export,
        erase=goals.erase,
    )


# --- adding and looking


def add(turn: Turn) -> Sequence[Action]:
    """`goal add <words>`: kept, and looked at in a week; without words, the form is offered."""
    turn.person  # noqa: B018 -- members only
    words = turn.words("goal")
    if words is None:
        return [turn.answer("goal-add-how", _add_option(turn))]
    goal = Goal(
        person=turn.person.id, words=words, review=turn.today + AGAIN_AFTER, added_at=turn.now
    )
    return _keep_new(turn, goal)


def filled(turn: Turn) -> Sequence[Action]:
    """The form for a new goal, or the wish for it."""
    if not isinstance(turn.event, FormFilled):
        return [turn.ask(NEW, NEW)]
    step = turn.words("step")
    goal = Goal(
        person=turn.person.id,
        words=turn.words("words") or "",
        steps=(Step(words=step),) if step else (),
        review=turn.day("review") if turn.words("review") else turn.today + AGAIN_AFTER,
        added_at=turn.now,
    )
    return _keep_new(turn, goal)


def _keep_new(turn: Turn, goal: Goal) -> Sequence[Action]:
    if len(goal.words) > LONGEST:
        raise GoalTooLongError("goal", given=len(goal.words), longest=LONGEST)
    if len(_open(turn)) >= MOST_GOALS:
        raise TooManyGoalsError("too many goals", most=MOST_GOALS)
    _keep(turn, goal)
    day = turn.day_words(goal.review or turn.today)
    return [turn.answer("goal-added", _options(turn, goal), day=day)]


def show(turn: Turn) -> Sequence[Action]:
    """`goal list`: the open ones, each to be opened; those that are done are counted gladly."""
    own = goals.goals_of(turn.tx, turn.person.id)
    wanted = [each for each in own if each.state is State.OPEN]
    reached = sum(each.state is State.DONE for each in own)
    if not wanted:
        return [turn.answer("goal-list-empty", _add_option(turn), done=reached)]
    options = (
        *(Choice(id=str(each.id), label=_short(each.words)) for each in wanted),
        turn.option("new", "goal-add-button", form=NEW),
    )
    body = turn.body("goal-list", done=reached)
    lines = Bullets(tuple((Text(each.words),) for each in wanted))
    return [turn.show((*body, lines), Choices(prompt=f"{PICK}/open", options=options))]


def done(turn: Turn) -> Sequence[Action]:
    """`goal done <which>`: reached."""
    return _finish(turn, _found(turn), State.DONE)


def remove(turn: Turn) -> Sequence[Action]:
    """`goal remove <which>`: after a yes, nothing of it is kept."""
    goal = _found(turn)
    options = (turn.option("yes", "goal-remove-yes"), turn.option("no", "goal-remove-no"))
    choices = Choices(prompt=f"{SURE}/{goal.id}", options=options)
    return [turn.show((*turn.body("goal-remove-sure"), Quote((Text(goal.words),))), choices)]


def sure(turn: Turn) -> Sequence[Action]:
    """Whether to remove it, answered."""
    goal = _own(turn, turn.detail)
    if turn.choice != "yes":
        return [turn.answer("goal-stays", replaces=True)]
    schedules.remove(turn.tx, reviewing.KIND, goal.id)
    goals.remove(turn.tx, goal.id)
    return [turn.answer("goal-removed", replaces=True)]


def picked(turn: Turn) -> Sequence[Action]:
    """One of the list, opened; or the form for a new one."""
    if isinstance(turn.event, FormFilled) or turn.choice == "new":
        return filled(turn)
    goal = _own(turn, turn.choice)
    return [turn.show(_card(turn, goal), _options(turn, goal))]


# --- answering


def answered(turn: Turn) -> Sequence[Action]:
    """Done, a smaller step, as it is, another day, changed my mind: all are fine."""
    goal = _own(turn, turn.detail)
    if isinstance(turn.event, FormFilled):
        return _filled_about(turn, goal, turn.event.form)
    match turn.choice:
        case "done":
            return _finish(turn, goal, State.DONE)
        case "mind":
            return _finish(turn, goal, State.LET_GO)
        case "step":
            return _step_done(turn, goal)
        case "keep":
            goal = _keep(turn, replace(goal, review=turn.today + AGAIN_AFTER))
            day = turn.day_words(goal.review or turn.today)
            return [turn.answer("goal-kept", day=day, replaces=True)]
        case "beside":
            _keep(turn, replace(goal, beside=not goal.beside))
            text_id = "goal-is-apart" if goal.beside else "goal-is-beside"
            return [turn.answer(text_id)]
        case "smaller":
            return [turn.ask(STEP_FORM, f"{PROMPT}/{goal.id}")]
        case "day":
            return [turn.ask(DAY_FORM, f"{PROMPT}/{goal.id}")]
        case _:
            raise ChoiceGoneError("no such answer to a goal")


def _filled_about(turn: Turn, goal: Goal, form: str) -> Sequence[Action]:
    if form == DAY_FORM:
        goal = _keep(turn, replace(goal, state=State.OPEN, review=turn.day("review")))
        return [turn.answer("goal-kept", day=turn.day_words(goal.review or turn.today))]
    if len(goal.steps) >= MOST_STEPS:
        raise TooManyGoalsError("too many steps", most=MOST_STEPS)
    steps = (*goal.steps, Step(words=turn.words("words") or ""))
    review = turn.today + AGAIN_AFTER
    _keep(turn, replace(goal, state=State.OPEN, steps=steps, review=review))
    return [turn.answer("goal-smaller-kept", day=turn.day_words(review))]


def _step_done(turn: Turn, goal: Goal) -> Sequence[Action]:
    """The first step that is open is done."""
    steps = list(goal.steps)
    first = next((place for place, each in enumerate(steps) if not each.done), None)
    if first is None:
        raise ChoiceGoneError("no step is open")
    steps[first] = replace(steps[first], done=True)
    goal = _keep(turn, replace(goal, steps=tuple(steps)))
    body = (*turn.body("goal-step-is-done"), *_card(turn, goal))
    return [turn.show(body, _options(turn, goal), replaces=True)]


def _finish(turn: Turn, goal: Goal, state: State) -> Sequence[Action]:
    _keep(turn, replace(goal, state=state, review=None))
    return [turn.answer(f"goal-is-{state.value.replace('_', '-')}", replaces=True)]


# --- the parts


def _keep(turn: Turn, goal: Goal) -> Goal:
    goals.put(turn.tx, goal)
    reviewing.aim(turn.tx, goal, zone=turn.zone, now=turn.now)
    return goal


def _open(turn: Turn) -> list[Goal]:
    return goals.goals_of(turn.tx, turn.person.id, State.OPEN)


def _found(turn: Turn) -> Goal:
    """The open goal that the words mean, by its number, its name or how it begins."""
    wanted, said = _open(turn), plain(turn.words("goal") or "")
    if not said and len(wanted) == 1:
        return wanted[0]
    if said.isdecimal() and 1 <= int(said) <= len(wanted):
        return wanted[int(said) - 1]
    fitting = [each for each in wanted if said and plain(each.words).startswith(said)]
    if len(fitting) != 1:
        raise NoSuchGoalError(f"{len(fitting)} goals of {len(wanted)} fit")
    return fitting[0]


def _own(turn: Turn, written: str) -> Goal:
    goal = goals.with_id(turn.tx, read_id(written) or 0)
    if goal is None or goal.person != turn.person.id:
        raise ChoiceGoneError("no such goal of theirs")
    return goal


def _card(turn: Turn, goal: Goal) -> Body:
    card: Body = (Quote((Text(goal.words),)),)
    if goal.steps:
        steps = ((Text(("✓ " if each.done else "· ") + each.words),) for each in goal.steps)
        card = (*card, Bullets(tuple(steps)))
    if goal.review is not None:
        card = (*card, *turn.body("goal-review-day", day=turn.day_words(goal.review)))
    return card


def _options(turn: Turn, goal: Goal) -> Choices:
    return reviewing.options_for(turn.texts, turn.language, goal)


def _add_option(turn: Turn) -> Choices:
    return Choices(prompt=NEW, options=(turn.option("new", "goal-add-button", form=NEW),))


def _short(words: str) -> str:
    return words if len(words) <= LABEL else words[: LABEL - 2] + " …"
