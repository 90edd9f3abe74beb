"""`buddy join` and `buddy profile`: a short profile, one question at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.buddies.joining import screens, seeking
from bot.buddies.joining.items import (
    ANY_TIME,
    FIRST,
    ITEMS,
    OWN,
    Item,
    answer,
    checked,
    read,
    toggled,
)
from bot.buddies.joining.screens import ALL, CHANGE
from bot.buddies.joining.status import next_round_words
from bot.buddies.joining.wording import known
from bot.commands import ArgumentsError, Role
from bot.platform import Action, Choice, Choices, FormFilled, Reply, TookBack
from bot.reading.words import plain
from bot.spoken import fitting
from bot.turn import COMMAND_PROMPT, ChoiceGoneError, Turn
from storage import members
from storage.buddies import Seeker

JOIN, WHERE = "buddy-join", "buddy-where"
MOST_COMMUNITIES = 20


# --- commands


def join(turn: Turn) -> Sequence[Action]:
    """`buddy join`: what it is and who sees what; then the questions."""
    found = seeking.communities(turn)
    if not found:
        raise seeking.NoCommunityError(f"person {turn.person.id} is in no community")
    if len(found) > 1:
        options = tuple(
            Choice(id=str(each.id), label=each.name[:80]) for each in found[:MOST_COMMUNITIES]
        )
        choices = Choices(prompt=f"{WHERE}/join", options=options)
        return [turn.answer("joining-where", choices)]
    return [_join_in(turn, found[0].id)]


def profile(turn: Turn) -> Sequence[Action]:
    """`buddy profile [item]`: what they said, and changing it."""
    places = seeking.require_seekers(turn)
    if len(places) > 1:
        names = {each.id: each.name for each in members.communities_of(turn.tx, turn.person.id)}
        options = tuple(
            Choice(id=str(each.community), label=names.get(each.community, "–")[:80])
            for each in places[:MOST_COMMUNITIES]
        )
        detail = turn.words("item") or "profile"
        choices = Choices(prompt=f"{WHERE}/{detail}", options=options)
        return [turn.answer("joining-where", choices)]
    return [_show(turn, places[0], turn.words("item") or "profile")]


# --- prompts


def where(turn: Turn) -> Sequence[Action]:
    """One of several communities was meant."""
    community = seeking.community_id(turn.choice)
    if turn.detail == "join":
        if community not in {each.id for each in seeking.communities(turn)}:
            raise ChoiceGoneError("no community of theirs")
        return [_join_in(turn, community)]
    return [_show(turn, seeking.seeker_in(turn, turn.choice), turn.detail)]


def begun(turn: Turn) -> Sequence[Action]:
    """A choice on the first screen."""
    community = seeking.community_id(turn.detail)
    ours = members.communities_of(turn.tx, turn.person.id)
    if community not in {each.id for each in (*ours, *turn.communities)}:
        raise ChoiceGoneError("no community of theirs")
    if turn.choice != "begin":
        raise ChoiceGoneError("no such choice of the first screen")
    seeker = seeking.place_in(turn, community)
    if seeker is None:
        members.add_membership(turn.tx, turn.person.id, community, turn.now)
        seeker = seeking.begin(turn, community)
    return [_go_on(turn, seeker)]


def chosen(turn: Turn) -> Sequence[Action]:
    """An option of an item, or words of their own."""
    community, _, rest = turn.detail.partition("/")
    name, _, how = rest.partition("/")
    item = ITEMS.get(name)
    if item is None:
        raise ChoiceGoneError("no such item")
    seeker = seeking.seeker_in(turn, community)
    match turn.event:
        case FormFilled():
            return _written(turn, seeker, item, whole=how == ALL)
        case TookBack():
            return _taken_back(turn, seeker, item)
    if turn.choice == "done":
        return [screens.after(turn, seeker, item)]
    if turn.choice not in item.options:
        raise ChoiceGoneError("no such option")
    if item.many:
        answers = toggled(item, answer(seeker.said, name), turn.choice)
        seeker = seeking.say(turn, seeker, name, answers)
        return [screens.ask(turn, seeker, item, again=True)]
    return [_kept(turn, seeker, item, [turn.choice])]


def change(turn: Turn) -> Sequence[Action]:
    """What to do with the profile as a whole, or which item to change."""
    seeker = seeking.seeker_in(turn, turn.detail)
    match turn.choice:
        case "look":
            return [_look(turn, seeker)]
        case "change":
            return [screens.which(turn, seeker)]
        case "later":
            return [turn.answer("joining-later")]
        case name:
            return [_show(turn, seeker, name)]


# --- the parts


def _join_in(turn: Turn, community: int) -> Reply:
    seeker = seeking.place_in(turn, community)
    if seeker is not None and seeking.is_ready(seeker.said):
        options = (
            turn.option("buddy status", "joining-status-button"),
            turn.option("buddy profile", "joining-profile-button"),
        )
        return turn.answer("joining-already", Choices(prompt=COMMAND_PROMPT, options=options))
    if seeker is not None:
        return _go_on(turn, seeker)
    begin = turn.option("begin", "joining-begin", tone="primary")
    choices = Choices(prompt=f"{JOIN}/{community}", options=(begin,))
    read = [turn.body(text_id) for text_id in seeking.READ]
    return turn.show(tuple(block for body in read for block in body), choices)


def _go_on(turn: Turn, seeker: Seeker) -> Reply:
    """The first question that has no answer yet, or the whole."""
    missing = [name for name in FIRST if name not in seeker.said]
    if missing:
        return screens.ask(turn, seeker, ITEMS[missing[0]])
    return screens.whole(turn, seeker)


def _show(turn: Turn, seeker: Seeker, name: str) -> Reply:
    if name == "profile":
        return screens.whole(turn, seeker)
    if name not in ITEMS:
        raise ChoiceGoneError("no such item")
    return screens.ask(turn, seeker, ITEMS[name])


def _written(turn: Turn, seeker: Seeker, item: Item, *, whole: bool) -> Sequence[Action]:
    """What was typed: as the whole answer, or as words of their own beside what was tapped."""
    typed, words = turn.words("words") or "", known(turn.texts, turn.language, item)
    if whole and plain(typed) not in words and (command := _command(turn, typed)) is not None:
        return command
    answers = read(item, typed, words, item.options if whole else ())
    if whole or not item.many:
        if not answers:
            return [screens.after(turn, seeker, item)]
        return [_kept(turn, seeker, item, answers)]
    tapped = [each for each in answer(seeker.said, item.name) if not each.startswith(OWN)]
    both = checked(item, list(dict.fromkeys([*tapped, *answers])))
    return [screens.ask(turn, seeking.say(turn, seeker, item.name, both), item, again=True)]


def _command(turn: Turn, typed: str) -> Sequence[Action] | None:
    """What a command answers that was typed where words of their own are taken; None if none is.

    A word that begins one by chance ("language barriers") is theirs.
    """
    try:
        found = turn.table.read(typed)
        if found is None or found[0].needs > Role.MEMBER:
            return None
        if found[1] and " " not in found[0].name:
            return None
        turn.given = fitting(*found)
    except ArgumentsError:
        return None
    return found[0].handler(turn)


def _kept(turn: Turn, seeker: Seeker, item: Item, answers: Sequence[str]) -> Reply:
    seeker = seeking.say(turn, seeker, item.name, answers)
    if "same" in answer(seeker.said, "wish") and not answer(seeker.said, "gender"):
        if item.name == "wish":
            asked = screens.ask(turn, seeker, ITEMS["gender"])
            return replace(asked, body=turn.body("joining-wish-needs-gender") + asked.body)
        seeker = seeking.say(turn, seeker, "wish", ["any"])
    return screens.after(turn, seeker, item)


def _taken_back(turn: Turn, seeker: Seeker, item: Item) -> Sequence[Action]:
    """A reaction was removed: its option is no longer chosen."""
    before = list(answer(seeker.said, item.name))
    if not item.many or (turn.choice not in before and turn.choice != ANY_TIME):
        return []
    after = toggled(item, before, turn.choice, off=True)
    return [screens.ask(turn, seeking.say(turn, seeker, item.name, after), item, again=True)]


def _look(turn: Turn, seeker: Seeker) -> Reply:
    if seeking.is_ready(seeker.said):
        return screens.whole(turn, seeker)
    seeker = seeking.look(turn, seeker)
    options = (
        turn.option("agree", "joining-item-agree"),
        turn.option("change", "joining-change-button"),
    )
    choices = Choices(prompt=f"{CHANGE}/{seeker.community}", options=options)
    return turn.answer("joining-looking", choices, next=next_round_words(turn, seeker.community))
