"""`buddy status`, `buddy back` and `buddy leave`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.buddies.joining import resting, seeking
from bot.buddies.joining.items import answer
from bot.buddies.pairing.ending import end
from bot.buddies.rounds import cadence
from bot.delivery.messages import send
from bot.platform import Action, Choice, Choices, Reply
from bot.richtext import Body, Bold, Mention, Paragraph, Span, Text
from bot.turn import COMMAND_PROMPT, ChoiceGoneError, Turn
from storage import buddy_pairs, members
from storage.buddies import Seeker, State
from storage.buddy_pairs import Ending, Pair, Partner, Stage

LEAVE = "buddy-leave"


def status(turn: Turn) -> Sequence[Action]:
    """`buddy status`: with whom they are, or how the search goes."""
    return [_status(turn)]


def back(turn: Turn) -> Sequence[Action]:
    """`buddy back`: the search goes on, and how it stands."""
    for seeker in seeking.require_seekers(turn):
        resting.wake(turn.tx, seeker)
    if not seeking.has_said_yes(turn):
        seeking.say_yes(turn)
    told = _status(turn)
    return [replace(told, body=turn.body("joining-back") + told.body)]


def _status(turn: Turn) -> Reply:
    places = seeking.places(turn)
    pairs = _standing(turn)
    body: Body = ()
    names = {each.id: each.name for each in members.communities_of(turn.tx, turn.person.id)}
    for pair in pairs:
        body += _about_pair(turn, pair)
    for seeker in places:
        if len(places) > 1 and seeker.community in names:
            body += (Paragraph((Bold(names[seeker.community]),)),)
        body += _about_search(turn, seeker, pairs)
    if not places:
        body += turn.body("joining-status-not-among")
    return turn.show(body, _choices(turn, places))


def _about_search(turn: Turn, seeker: Seeker, pairs: Sequence[Pair]) -> Body:
    if not seeking.is_ready(seeker.said):
        return turn.body("joining-status-unfinished")
    if seeker.state is State.FROZEN:
        return turn.body("joining-status-held")
    if any(p.kind == "buddies" and p.community == seeker.community for p in pairs):
        return ()
    if resting.rests(seeker, turn.now):
        until = resting.rest_until(seeker)
        if until is None:
            return turn.body("joining-status-resting")
        day = turn.day_words(until.astimezone(turn.zone).date())
        return turn.body("joining-status-resting-until", until=day)
    body = turn.body("joining-status-looking")
    if seeker.waited:
        body += turn.body("joining-status-waited", rounds=seeker.waited)
    return (*body, Paragraph((Text(next_round_words(turn, seeker.community)),)))


def next_round_words(turn: Turn, community: int) -> str:
    """When a community pairs next, as a sentence on the member's own clock."""
    at = cadence.next_round(turn.tx, community, turn.now)
    if at is None:
        return turn.line("joining-next-unknown")
    when = turn.texts.when(turn.language, at.astimezone(turn.zone), "datetime")
    return turn.line("joining-next", when=when)


def _standing(turn: Turn) -> list[Pair]:
    """Their pairs and open proposals; one they said no to is over for them."""
    me = turn.person.id
    pairs = buddy_pairs.of_person(turn.tx, me, Stage.PROPOSED, Stage.TOGETHER)
    return [each for each in pairs if each.partner(me).said != "no"]


def _about_pair(turn: Turn, pair: Pair) -> Body:
    me = pair.partner(turn.person.id)
    if pair.stage is Stage.PROPOSED:
        until = turn.texts.when(turn.language, pair.expires_at.astimezone(turn.zone), "datetime")
        text_id = "joining-status-asked" if me.said is None else "joining-status-waits"
        return turn.body(text_id, until=until)
    spans: list[Span] = [Text(turn.line(_kind(pair, me)) + " ")]
    for number, other in enumerate(pair.others(turn.person.id)):
        spans += [Text(", ")] if number else []
        spans.append(_who(turn, pair, other))
    met = turn.body(f"joining-status-way-{pair.way or 'relay'}")
    return (Paragraph((*spans, Text("."))), *met)


def _kind(pair: Pair, me: Partner) -> str:
    if pair.kind == "buddies":
        return "joining-status-buddy"
    return "joining-status-mentee" if me.mentors else "joining-status-mentor"


def _who(turn: Turn, pair: Pair, other: Partner) -> Span:
    """By their account, where this person sees it anyway or may see it."""
    if pair.way in ("thread", "room") or other.shows_account:
        accounts = members.accounts_of(turn.tx, other.person)
        here = [each for each in accounts if each.platform == turn.actor.platform]
        for each in here or accounts:
            return Mention(each.platform, each.user, each.user, quiet=True)
    return Text(turn.line("joining-status-unnamed"))


def _choices(turn: Turn, places: Sequence[Seeker]) -> Choices:
    if not places or not all(seeking.is_ready(each.said) for each in places):
        options: tuple[Choice, ...] = (turn.option("buddy join", "joining-join-button"),)
    elif any(resting.rests(each, turn.now) for each in places):
        options = (turn.option("buddy back", "joining-back-button"),)
    else:
        options = (turn.option("buddy pause", "joining-pause-button"),)
    if places:
        options += (turn.option("buddy profile", "joining-profile-button"),)
    if any(each.waited and not answer(each.said, "agree") for each in places):
        options += (turn.option("buddy profile agree", "joining-item-agree"),)
    return Choices(prompt=COMMAND_PROMPT, options=options)


# --- leaving


def leave(turn: Turn) -> Sequence[Action]:
    """`buddy leave`: asks whether they mean it, and says what it takes along."""
    places = seeking.require_seekers(turn)
    community = places[0].community if len(places) == 1 else 0
    options = (
        turn.option("leave", "joining-leave-yes", tone="danger"),
        turn.option("pause", "joining-leave-pause"),
        turn.option("stay", "joining-leave-no"),
    )
    choices = Choices(prompt=f"{LEAVE}/{community}", options=options)
    return [turn.answer("joining-leave-sure", choices)]


def leave_chosen(turn: Turn) -> Sequence[Action]:
    """The profile is gone, and pairs end; or all stays."""
    match turn.choice:
        case "leave":
            return _left(turn, seeking.community_id(turn.detail))
        case "pause":
            return turn.say("buddy pause")
        case "stay":
            return [turn.answer("joining-leave-stayed")]
        case _:
            raise ChoiceGoneError("no such choice")


def _left(turn: Turn, community: int) -> Sequence[Action]:
    """Args: community: 0: all of theirs."""
    me = turn.person.id
    places = seeking.places(turn)
    gone = [each for each in places if community in (0, each.community)]
    if not gone:
        raise seeking.NotAmongError(f"person {me} seeks no buddy there")
    for pair in buddy_pairs.of_person(turn.tx, me, Stage.PROPOSED, Stage.TOGETHER):
        if pair.community in {each.community for each in gone} and not pair.partner(me).mentors:
            send(turn, end(turn.tx, pair, Ending.LEFT, me, turn.now))
    for each in gone:
        seeking.forget(turn, each)
    if len(gone) == len(places):
        seeking.take_back(turn)
    again = turn.option("buddy join", "joining-join-button")
    return [turn.answer("joining-left", Choices(prompt=COMMAND_PROMPT, options=(again,)))]
