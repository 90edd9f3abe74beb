"""`community setup`: one question after another, each of which can be left out or come back to.

Where somebody stands is in the prompts themselves; what they chose is kept at once. So a restart
loses nothing, and an old button still does what it says.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands import Field, Form, Kind
from bot.communities.changing import Changing
from bot.communities.effective import FEATURES
from bot.communities.owners import SettingUp, begin, owned
from bot.communities.showing import Showing
from bot.platform import Action, Choice, Choices, FormFilled, Reply
from bot.richtext import Body
from bot.turn import ChoiceGoneError, Turn

PROMPT = "setup"
LINES = "help_lines"
STEPS = (
    "staff_room",
    "watched",
    "language",
    "country",
    "time_zone",
    "features",
    "moderators",
    LINES,
)
_FORM_OF = {
    "staff_room": "setup-rooms",
    "watched": "setup-rooms",
    "country": "setup-country",
    "time_zone": "setup-zone",
    "moderators": "setup-moderators",
}
FORMS = tuple(
    Form(name=name, fields=(Field(name="words", kind=Kind.TEXT, longest=1000),))
    for name in dict.fromkeys(_FORM_OF.values())
)


class Walking:
    """Walks through the steps."""

    def __init__(self, changing: Changing, showing: Showing) -> None:
        self._changing = changing
        self._showing = showing

    def setup(self, turn: Turn) -> Sequence[Action]:
        """`community setup`: the first question."""
        up = owned(turn)
        if not turn.event.direct:
            begin(turn, up)
        head = turn.body("setup-begin", name=up.community.name)
        return [self._ask(turn, up, STEPS[0], head)]

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """A button of a step, or what was written for it."""
        up, step = owned(turn), turn.detail
        if step not in STEPS:
            raise ChoiceGoneError("no such step")
        if isinstance(turn.event, FormFilled):
            told = self._changing.apply(turn, up, step, turn.given.get("words", ""))
            return [self._after(turn, up, step, told)]
        match turn.choice:
            case "skip":
                return [self._after(turn, up, step, replaces=True)]
            case "back":
                before = STEPS[max(0, STEPS.index(step) - 1)]
                return [self._ask(turn, up, before, replaces=True)]
            case "stop":
                return [turn.answer("setup-stopped", replaces=True)]
            case "name" if step in _FORM_OF:
                return [turn.ask(_FORM_OF[step], f"{PROMPT}/{step}")]
            case "here" | "none" as words if step in _FORM_OF:
                told = self._changing.apply(turn, up, step, words)
                return [self._after(turn, up, step, told, replaces=True)]
            case feature if step == "features" and feature in FEATURES:
                self._toggle(turn, up, feature)
                return [self._ask(turn, up, step, replaces=True)]
            case "checked" if step == LINES:
                return [*self._showing.lines_checked(turn), self._end(turn, up)]
            case language if step == "language" and language in turn.texts.languages:
                told = self._changing.apply(turn, up, step, language)
                return [self._after(turn, up, step, told, replaces=True)]
        raise ChoiceGoneError("no such option")

    def _toggle(self, turn: Turn, up: SettingUp, feature: str) -> None:
        on = set(self._changing.effective.of(turn.tx, up.community.id)["features"]) ^ {feature}
        self._changing.set(turn, up, "features", [each for each in FEATURES if each in on])

    # --- what is shown

    def _after(
        self, turn: Turn, up: SettingUp, step: str, told: Body = (), *, replaces: bool = False
    ) -> Reply:
        """The next question, or the end."""
        place = STEPS.index(step) + 1
        if place == len(STEPS):
            return self._end(turn, up)
        return self._ask(turn, up, STEPS[place], told, replaces=replaces)

    def _ask(
        self, turn: Turn, up: SettingUp, step: str, head: Body = (), *, replaces: bool = False
    ) -> Reply:
        number = {"number": STEPS.index(step) + 1, "count": len(STEPS)}
        if step == LINES:
            body = turn.body("setup-step-help-lines", **number) + self._showing.lines(turn)
        else:
            body = turn.body(f"setup-step-{step.replace('_', '-')}", **number)
            body += turn.body("setup-now", value=self._changing.shown(turn, up, step))
        choices = Choices(prompt=f"{PROMPT}/{step}", options=self._options(turn, up, step))
        return turn.show(head + body, choices, replaces=replaces)

    def _options(self, turn: Turn, up: SettingUp, step: str) -> tuple[Choice, ...]:
        options: list[Choice] = []
        if step in ("staff_room", "watched") and up.here is not None:
            options.append(turn.option("here", "setup-here"))
        if step in _FORM_OF:
            options.append(turn.option("name", "setup-write", form=_FORM_OF[step]))
        if step == "watched":
            options.append(turn.option("none", "setup-none"))
        if step == "language":
            options += [
                Choice(id=each, label=turn.texts.line(each, "language-names").split(", ")[0])
                for each in turn.texts.languages
            ]
        if step == "features":
            on = self._changing.effective.of(turn.tx, up.community.id)["features"]
            options += [
                turn.option(each, f"setup-{'without' if each in on else 'with'}-{each}")
                for each in FEATURES
            ]
        if step == LINES:
            options.append(turn.option("checked", "setup-checked"))
        options.append(turn.option("skip", "setup-later" if step == LINES else "setup-next"))
        if step != STEPS[0]:
            options.append(turn.option("back", "setup-back"))
        options.append(turn.option("stop", "setup-stop"))
        return tuple(options)

    def _end(self, turn: Turn, up: SettingUp) -> Reply:
        """The summary; and every room is tried."""
        tried = self._changing.try_all(turn, up, always=True)
        body = turn.body("setup-done", name=up.community.name)
        body += self._showing.settings(turn, up)
        body += turn.body("setup-tried", tried=int(tried))
        return turn.show(body)
