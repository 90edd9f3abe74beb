"""What a team can say about its community's prompts: add, schedule, retire, list, preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot import reading
from bot.checkins.days import SUNDAY, UnclearDaysError, name_days, said_days
from bot.checkins.plans import fitting
from bot.checkins.prompts.rotation import in_turn, pool, turns_until
from bot.commands import Argument, Command, Field, Form, Kind, Role
from bot.errors import HandrailError
from bot.platform import Action, Choice, Choices, FormFilled
from bot.richtext import Body, Bullets, Spans, Text
from bot.turn import ChoiceGoneError, Turn
from storage import checkin_prompts
from storage.checkin_prompts import Prompt
from storage.members import Community
from storage.schedules import EVERY_DAY

PROMPT = "prompt-words"
LONGEST = 300
MOST = 100
SLOTS = ("day", "week", "morning", "evening")
SHOWN_DAYS = 7
FORM = Form(name=PROMPT, fields=(Field(name="words", kind=Kind.LONG_TEXT, longest=LONGEST),))


class NoCommunityError(HandrailError):
    """Said where no community of ours is."""

    text_id = "prompts-no-community"


class NoSuchPromptError(HandrailError):
    """A number that none of the community's prompts has."""

    text_id = "prompts-no-such"


class TooManyPromptsError(HandrailError):
    """As many as anybody can look after."""

    text_id = "prompts-too-many"


def commands() -> tuple[Command, ...]:
    """The commands of a team."""
    number = Argument(name="number", kind=Kind.TEXT)
    slot = Argument(name="slot", kind=Kind.OPTION, options=SLOTS)
    words = Argument(name="words", kind=Kind.TEXT)
    when = Argument(name="when", kind=Kind.TEXT)
    needs = Role.MODERATOR
    return (
        Command(name="prompts add", handler=add, arguments=(slot, words), needs=needs),
        Command(name="prompts schedule", handler=schedule, arguments=(number, when), needs=needs),
        Command(name="prompts retire", handler=retire, arguments=(number,), needs=needs),
        Command(name="prompts list", handler=show, needs=needs),
        Command(name="prompts preview", handler=preview, needs=needs),
    )


def add(turn: Turn) -> Sequence[Action]:
    """`prompts add <slot> <words>`: one more, in the language that the moderator speaks here."""
    community = _community(turn)
    words = fitting(turn.words("words") or "", LONGEST, "prompt")
    if len(checkin_prompts.of_community(turn.tx, community.id)) >= MOST:
        raise TooManyPromptsError(f"community {community.id} has {MOST}", most=MOST)
    slot = turn.words("slot") or "day"
    days = SUNDAY if slot == "week" else EVERY_DAY
    prompt = checkin_prompts.add(turn.tx, community.id, slot, days, {turn.language: words})
    return [_added(turn, prompt)]


def worded(turn: Turn) -> Sequence[Action]:
    """The same in a further language: its button, or its form."""
    number, _, language = turn.detail.partition("/")
    if language not in turn.texts.languages:
        raise ChoiceGoneError("no such language")
    if turn.role < Role.MODERATOR:
        raise NoCommunityError("the platform does not say who is of the team")
    if not isinstance(turn.event, FormFilled):
        return [turn.ask(FORM.name, f"{PROMPT}/{number}/{language}")]
    prompt = _numbered(turn, number)
    words = {**prompt.words, language: turn.words("words") or ""}
    changed = replace(prompt, words=words)
    checkin_prompts.change(turn.tx, changed)
    return [_added(turn, changed)]


def schedule(turn: Turn) -> Sequence[Action]:
    """`prompts schedule <number> <days or a day>`: when it may come; one that rested comes back."""
    prompt = _numbered(turn, turn.words("number") or "")
    written = turn.words("when") or ""
    try:
        days, on_day = said_days(turn, written), None
        when = name_days(days, turn.language)
    except UnclearDaysError:
        on_day = reading.read_day(written, turn.now.astimezone(_zone(turn)).date(), turn.language)
        days, when = prompt.days, turn.day_words(on_day)
    changed = replace(prompt, days=days, on_day=on_day, retired=False)
    checkin_prompts.change(turn.tx, changed)
    return [turn.answer("prompts-scheduled", number=prompt.number, when=when)]


def retire(turn: Turn) -> Sequence[Action]:
    """`prompts retire <number>`: it comes no more; the list keeps it."""
    prompt = _numbered(turn, turn.words("number") or "")
    checkin_prompts.change(turn.tx, replace(prompt, retired=True))
    return [turn.answer("prompts-retired", number=prompt.number)]


def show(turn: Turn) -> Sequence[Action]:
    """`prompts list`: all there are, by number."""
    prompts = checkin_prompts.of_community(turn.tx, _community(turn).id)
    if not prompts:
        return [turn.answer("prompts-none")]
    lines = tuple(_line(turn, each) for each in sorted(prompts, key=lambda each: each.retired))
    return [turn.show((*turn.body("prompts-list"), Bullets(lines)))]


def preview(turn: Turn) -> Sequence[Action]:
    """`prompts preview`: what a member who reads this language might get on the next days."""
    community = _community(turn)
    prompts = [
        each
        for each in checkin_prompts.in_use(turn.tx, [community.id])
        if turn.language in each.words
    ]
    today = turn.now.astimezone(_zone(turn)).date()
    days = [today + timedelta(days=ahead) for ahead in range(SHOWN_DAYS)]
    lines = tuple(_day_line(turn, prompts, community.id, day) for day in days)
    body: Body = turn.body("prompts-preview", spoken=_name_of(turn, turn.language))
    return [turn.show((*body, Bullets(lines)))]


def _day_line(turn: Turn, prompts: Sequence[Prompt], example: int, day: date) -> Spans:
    """A day, and a prompt of that day as one member of many would see it."""
    when = turn.texts.when(turn.language, day, "short")
    found = pool(prompts, day, ("week", "day"))
    if not found:
        return (Text(f"{when}: {turn.line('prompts-ours')}"),)
    by_id = {each.id: each for each in found}
    chosen = by_id[in_turn(list(by_id), example, turns_until(day, found[0].days))]
    more = turn.line("prompts-or-others", count=len(found) - 1) if len(found) > 1 else ""
    return (Text(f"{when}: {chosen.number}. {chosen.words[turn.language]} {more}".strip()),)


def _added(turn: Turn, prompt: Prompt) -> Action:
    """What is kept, and buttons for the languages that are missing."""
    missing = [each for each in turn.texts.languages if each not in prompt.words]
    spoken = ", ".join(_name_of(turn, each) for each in prompt.words)
    choices = None
    if missing:
        label = turn.line("prompts-add-language", spoken=_name_of(turn, missing[0]))
        option = Choice(id="words", label=label, form=FORM.name)
        choices = Choices(prompt=f"{PROMPT}/{prompt.number}/{missing[0]}", options=(option,))
    return turn.answer("prompts-added", choices, number=prompt.number, languages=spoken)


def _line(turn: Turn, prompt: Prompt) -> Spans:
    day = prompt.on_day
    when = turn.day_words(day) if day is not None else name_days(prompt.days, turn.language)
    state = turn.line("prompts-resting") if prompt.retired else when
    languages = ", ".join(prompt.words)
    words = prompt.words.get(turn.language) or next(iter(prompt.words.values()))
    slot = turn.line(f"argument-slot-{prompt.slot}")
    return (Text(f"{prompt.number}. {words} ({slot}; {state}; {languages})"),)


def _numbered(turn: Turn, number: str) -> Prompt:
    """One of the community's. Raises: NoSuchPromptError."""
    prompts = checkin_prompts.of_community(turn.tx, _community(turn).id)
    found = next((each for each in prompts if str(each.number) == number.strip(" .#")), None)
    if found is None:
        raise NoSuchPromptError("no prompt of that number")
    return found


def _community(turn: Turn) -> Community:
    if not turn.communities:
        raise NoCommunityError("said where no community is")
    return turn.communities[0]


def _zone(turn: Turn) -> ZoneInfo:
    return ZoneInfo(_community(turn).zone)


def _name_of(turn: Turn, language: str) -> str:
    """What a language is called, in itself."""
    return turn.texts.line(language, "language-names").split(", ")[0]
