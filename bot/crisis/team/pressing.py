"""The buttons of an alert: who is on it, who hands it over, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.crisis.team import alerts, drill, escalation, telling
from bot.crisis.team.escalation import CLAIM_ENDS, CLAIM_HOLDS, DAY_AFTER, TOMORROW, WHILE_WAITING
from bot.crisis.team.showing import ASKED_AGAIN, Press, in_room, show, tell_member, with_pressed
from bot.crisis.team.teams import (
    NotStaffRoomError,
    Teams,
    account_of,
    mention_of,
)
from bot.delivery.messages import hurry
from bot.platform import Action, Address, Audience, Choice, Choices, Say
from bot.richtext import Paragraph, Text
from bot.turn import ChoiceGoneError, Turn
from storage import crisis_rules, episodes
from storage import duty as roster
from storage.ids import read_id


class Buttons:
    """Handles the presses. Only the team's count, and only in its own room."""

    def __init__(self, teams: Teams) -> None:
        self._teams = teams

    def pressed(self, turn: Turn) -> Sequence[Action]:
        """A button of an alert or of a call."""
        team, room = self._teams.at(turn)
        # Of two who press at the same moment the second sees what the first has done.
        episode = episodes.held(turn.tx, _episode_of(turn))
        if episode is None:
            return [turn.answer("alert-unknown")]
        if episode.community != team.community.id:
            raise NotStaffRoomError("an alert of another community")
        if episode.state not in episodes.UNSETTLED:
            return [turn.answer("alert-over")]
        handlers: dict[str, Callable[[Press], Sequence[Action]]] = {
            alerts.ON_IT: _on_it,
            alerts.TAKE_OVER: _take_over,
            alerts.HAND_OVER: _hand_over,
            alerts.HANDLED: _handled,
            alerts.NOT_A_CRISIS: _ask_if_sure,
            alerts.SURELY_NOT: _dismissed,
        }
        handler = handlers.get(turn.choice)
        if handler is None:
            raise ChoiceGoneError("no such choice of an alert")
        if turn.choice not in ASKED_AGAIN:
            episode = with_pressed(turn, room, episode)
        return handler(Press(turn, team, room, episode))

    def tomorrow(self, turn: Turn) -> Sequence[Action]:
        """The member wishes to be asked how they are, a day later."""
        episode = episodes.with_id(turn.tx, _episode_of(turn))
        if episode is None or account_of(turn.actor) != account_of(Address(*episode.actor)):
            raise ChoiceGoneError("an episode that is gone, or of somebody else")
        escalation.once(turn.tx, TOMORROW, episode.id, turn.now + escalation.A_DAY)
        return [turn.answer("crisis-tomorrow-set")]


def _episode_of(turn: Turn) -> int:
    """The id that a prompt carries; it is not trusted. Raises: ChoiceGoneError."""
    id = read_id(turn.detail)
    if id is None:
        raise ChoiceGoneError("the prompt carries no episode")
    return id


def _on_it(press: Press) -> Sequence[Action]:
    episode = press.episode
    if episode.drill:
        return _drilled(press)
    if episode.state == episodes.CLAIMED and episode.claimant != account_of(press.turn.actor):
        return _somebody_is(press)
    return _take_over(press)


def _somebody_is(press: Press) -> Sequence[Action]:
    """Two on one are no help to anybody: say who it is, and how to take over."""
    turn, episode = press.turn, press.episode
    by = mention_of(turn.tx, press.team.community.id, episode.claimant)
    words = Text(turn.texts.line(press.room.language, "alert-somebody-is"))
    take = Choices(
        prompt=f"{alerts.PROMPT}/{episode.id}",
        options=(_option(press, alerts.TAKE_OVER),),
    )
    body = (Paragraph((*((by, Text(" ")) if by else ()), words)),)
    return [in_room(press, body, take)]


def _take_over(press: Press) -> Sequence[Action]:
    turn, before = press.turn, press.episode
    claimed = replace(
        before,
        state=episodes.CLAIMED,
        claimant=account_of(turn.actor),
        claimed_at=press.turn.now,
        claim_ends=press.turn.now + CLAIM_HOLDS,
    )
    episodes.change(turn.tx, claimed)
    escalation.call_off(turn.tx, claimed.id)
    escalation.once(turn.tx, CLAIM_ENDS, claimed.id, press.turn.now + CLAIM_HOLDS)
    if before.claimant != claimed.claimant:
        tell_member(press, claimed)
    shown = show(press, claimed)
    taken = turn.texts.body(press.room.language, "alert-taken")
    return shown or [in_room(press, taken, replaces=True)]


def _hand_over(press: Press) -> Sequence[Action]:
    """Whoever hands over stays named until somebody else takes it; meanwhile the team is called."""
    turn, episode = press.turn, press.episode
    if episode.claimant != account_of(turn.actor):
        return _somebody_is(press)
    handing = replace(episode, state=episodes.OPEN, claim_ends=None)
    episodes.change(turn.tx, handing)
    escalation.call_off(turn.tx, handing.id, (CLAIM_ENDS,))
    escalation.climb(turn.tx, handing, press.turn.now)
    by = mention_of(turn.tx, press.team.community.id, handing.claimant)
    by = replace(by, quiet=True) if by else None  # the others are called
    for room in press.team.rooms:
        words = Text(turn.texts.line(room.language, "alert-state-handing"))
        body = (Paragraph((*((by,) if by else ()), words)),)
        say = Say(
            to=room.address,
            body=body,
            audience=Audience.PUBLIC,
            choices=alerts.buttons(turn.texts, room.language, handing, at_most=1),
            rings=True,
        )
        hurry(turn, telling.below(telling.alert_in(handing, room.address), say))
    return show(press, handing)


def _handled(press: Press) -> Sequence[Action]:
    turn, before = press.turn, press.episode
    handled = replace(
        before,
        state=episodes.HANDLED,
        claimant=account_of(turn.actor),
        claimed_at=before.claimed_at or press.turn.now,
        claim_ends=None,
        settled_at=press.turn.now,
    )
    episodes.change(turn.tx, handled)
    escalation.call_off(turn.tx, handled.id, (*WHILE_WAITING, CLAIM_ENDS))
    crisis_rules.count(turn.tx, press.team.community.id, handled.rules, right=True)
    if before.claimant is None:
        tell_member(press, handled)
    return show(press, handled)


def _ask_if_sure(press: Press) -> Sequence[Action]:
    """One press must not silence an alert for good."""
    turn = press.turn
    sure = _option(press, alerts.SURELY_NOT)
    choices = Choices(prompt=f"{alerts.PROMPT}/{press.episode.id}", options=(sure,))
    return [in_room(press, turn.texts.body(press.room.language, "alert-sure"), choices)]


def _dismissed(press: Press) -> Sequence[Action]:
    """Nothing of it is kept but which rules were wrong."""
    turn, episode = press.turn, press.episode
    dismissed = replace(
        episode,
        state=episodes.DISMISSED,
        claimant=account_of(turn.actor),
        settled_at=press.turn.now,
    )
    crisis_rules.count(turn.tx, press.team.community.id, episode.rules, right=False)
    if episode.claimant is None:
        tell_member(press, dismissed, ask=False)
    escalation.call_off(turn.tx, episode.id, (*WHILE_WAITING, CLAIM_ENDS, DAY_AFTER, TOMORROW))
    episodes.remove(turn.tx, episode.id)
    rules = ", ".join(episode.rules) or "–"
    show(press, dismissed)
    words = turn.texts.body(press.room.language, "alert-dismissed", rules=rules)
    return [in_room(press, words, replaces=True)]


def _drilled(press: Press) -> Sequence[Action]:
    """Somebody answered the rehearsal in time."""
    turn, episode = press.turn, press.episode
    handled = replace(
        episode,
        state=episodes.HANDLED,
        claimant=account_of(turn.actor),
        claimed_at=press.turn.now,
        settled_at=press.turn.now,
    )
    episodes.change(turn.tx, handled)
    escalation.call_off(turn.tx, episode.id, (*WHILE_WAITING, drill.ENDS))
    drill.passed(turn.tx, press.team.community.id, press.turn.now)
    until = turn.texts.when(press.room.language, (press.turn.now + drill.HOLDS).date(), "short")
    somebody = bool(roster.roster(turn.tx, press.team.community.id))
    text_id = "drill-passed" if somebody else "drill-passed-nobody"
    passed = turn.texts.body(press.room.language, text_id, until=until)
    return [*show(press, handled), in_room(press, passed)]


def _option(press: Press, choice: str) -> Choice:
    label = press.turn.texts.line(press.room.language, f"alert-button-{choice}")
    return Choice(id=choice, label=label)
