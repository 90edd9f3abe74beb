"""The questions of a profile, and the profile as a whole, as somebody sees them.

Where a platform has forms and buttons, several options are tapped one after the other. Elsewhere
they are written on one line; for that a conversation is opened beside the question.
"""

from __future__ import annotations

from dataclasses import replace

from bot import conversation
from bot.buddies.joining import seeking
from bot.buddies.joining.items import FIRST, ITEMS, Item, answer
from bot.buddies.joining.wording import described, label, labels, typed_words
from bot.commands import Field, Form, Kind
from bot.platform import Choice, Choices, Chose, FormFilled, Reply
from bot.richtext import Body, Bold, Bullets, Text
from bot.turn import COMMAND_PROMPT, Turn
from storage.buddies import Seeker

ASK, CHANGE = "buddy-item", "buddy-change"
"""Prompts: `<ASK>/<community>/<item>` and `<CHANGE>/<community>`."""
ALL = "all"
"""Behind an item: what is written is the whole answer, not only words of their own."""
WORDS = Form(
    name="buddy-words",
    fields=(Field(name="words", kind=Kind.LONG_TEXT, required=False, longest=400),),
)
CHOSEN = "✓ "


def ask(turn: Turn, seeker: Seeker, item: Item, *, again: bool = False) -> Reply:
    """An item's question.

    Args:
        again: it stands there already, and something was tapped.
    """
    answers = answer(seeker.said, item.name)
    body = turn.body(f"joining-ask-{item.name}")
    if answers:
        chosen = labels(turn.texts, turn.language, item, answers)
        body += turn.body("joining-chosen", chosen=chosen)
    body += turn.body(f"joining-seen-{item.seen}")
    prompt = f"{ASK}/{seeker.community}/{item.name}"
    if turn.event.waiting is None and (item.many or item.own):
        body += turn.body("joining-write-several" if item.many else "joining-write-own")
        started = conversation.start(turn, WORDS, f"{prompt}/{ALL}")
        asked = turn.show(body, _choices(turn, seeker, item, prompt), replaces=again)
        return replace(started, body=asked.body, choices=asked.choices, replaces=again)
    conversation.end(turn)
    choices = _choices(turn, seeker, item, prompt)
    return turn.show(body, choices, replaces=again or _in_place(turn))


def _choices(turn: Turn, seeker: Seeker, item: Item, prompt: str) -> Choices:
    answers = answer(seeker.said, item.name)
    options = [_option(turn, item, each, chosen=each in answers) for each in item.options]
    if item.own and turn.event.waiting is not None:
        options.append(turn.option("own", "joining-own-button", form=WORDS.name))
    if not item.many:
        options.append(turn.option("done", "joining-keep-button"))
    elif answers:
        options.append(turn.option("done", "joining-done-button", tone="primary"))
    else:
        options.append(turn.option("done", "joining-skip-button"))
    return Choices(prompt=prompt, options=tuple(options))


def _option(turn: Turn, item: Item, option: str, *, chosen: bool) -> Choice:
    called = label(turn.texts, turn.language, item, option)
    words = (called, *typed_words(turn.texts, turn.language, f"{item.name}-{option}"))
    return Choice(
        id=option,
        label=(CHOSEN if chosen else "") + called,
        words=tuple(word.casefold() for word in words),
    )


def whole(turn: Turn, seeker: Seeker) -> Reply:
    """The profile, with what can be done next."""
    conversation.end(turn)
    if seeking.is_ready(seeker.said):
        return turn.show(turn.body("joining-profile") + _lines(turn, seeker), _items(turn, seeker))
    options = (
        turn.option("look", "joining-look-button", tone="primary"),
        turn.option("change", "joining-change-button"),
        turn.option("later", "joining-later-button"),
    )
    choices = Choices(prompt=f"{CHANGE}/{seeker.community}", options=options)
    body = turn.body("joining-summary") + _lines(turn, seeker)
    return turn.show(body, choices, replaces=_in_place(turn))


def which(turn: Turn, seeker: Seeker) -> Reply:
    """Every item, to choose one."""
    return turn.answer("joining-which", _items(turn, seeker), replaces=_in_place(turn))


def changed(turn: Turn, seeker: Seeker, item: Item) -> Reply:
    """What an item holds since the answer."""
    conversation.end(turn)
    value = described(turn.texts, turn.language, seeker.said, item.name)
    options = (
        turn.option("buddy profile", "joining-profile-button"),
        turn.option("buddy status", "joining-status-button"),
    )
    choices = Choices(prompt=COMMAND_PROMPT, options=options)
    name = turn.line(f"joining-item-{item.name}")
    return turn.answer("joining-changed", choices, replaces=_in_place(turn), item=name, value=value)


def _in_place(turn: Turn) -> bool:
    """Whether one message can go on from question to question; a reaction stays where it is."""
    event = turn.event
    pressed = isinstance(event, Chose | FormFilled) and event.prompt != COMMAND_PROMPT
    return pressed and event.waiting is not None


def after(turn: Turn, seeker: Seeker, item: Item) -> Reply:
    """What follows an answer: when they join the next question, later a word that it is kept."""
    if seeking.is_ready(seeker.said):
        return changed(turn, seeker, item)
    following = FIRST[FIRST.index(item.name) + 1 :] if item.name in FIRST else ()
    if following:
        return ask(turn, seeker, ITEMS[following[0]])
    return whole(turn, seeker)


def _lines(turn: Turn, seeker: Seeker) -> Body:
    return (
        Bullets(
            tuple(
                (
                    Bold(turn.line(f"joining-item-{name}")),
                    Text(f": {described(turn.texts, turn.language, seeker.said, name)}"),
                )
                for name in ITEMS
            )
        ),
    )


def _items(turn: Turn, seeker: Seeker) -> Choices:
    options = tuple(turn.option(name, f"joining-item-{name}") for name in ITEMS)
    if not seeking.is_ready(seeker.said):
        options += (turn.option("look", "joining-look-button", tone="primary"),)
    return Choices(prompt=f"{CHANGE}/{seeker.community}", options=options)
