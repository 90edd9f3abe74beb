"""What a press changes for others: the alerts in the team's rooms, and what the member hears."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.crisis.team import alerts, telling
from bot.crisis.team.teams import Team, mention_of
from bot.crisis.watching.answering import language_of
from bot.crisis.watching.knowing import StaffRoom
from bot.delivery.messages import hurry
from bot.platform import Action, Audience, Choices, Reply, Say, new_key
from bot.richtext import Body
from bot.turn import Turn
from storage import duty as roster
from storage.episodes import Alert, Episode

ASKED_AGAIN = (alerts.TAKE_OVER, alerts.SURELY_NOT)
"""Choices of a second question, which is a message of its own."""


@dataclass(frozen=True, slots=True)
class Press:
    """One press by one of the team, with what it is about."""

    turn: Turn
    team: Team
    room: StaffRoom
    episode: Episode


def show(press: Press, episode: Episode) -> list[Action]:
    """Every alert about it as it stands now, the pressed message among them.

    An alert that nobody could note is said anew, unless it was itself pressed.
    """
    turn, here = press.turn, press.turn.event.message
    pressed: list[Action] = []
    for room in press.team.rooms:
        shown = telling.alert_in(episode, room.address)
        body = _body(press, room, episode)
        choices = alerts.buttons(turn.texts, room.language, episode)
        if room is press.room and turn.choice not in ASKED_AGAIN:
            pressed = [in_room(press, body, choices, replaces=True)]
            if shown is None or shown == here:
                continue
        say = Say(
            to=room.address, body=body, audience=Audience.PUBLIC, choices=choices, edits=shown
        )
        hurry(turn, say)
    return pressed


def in_room(
    press: Press, body: Body, choices: Choices | None = None, *, replaces: bool = False
) -> Reply:
    """An answer that the team sees; where the press came from, so that the next one counts too."""
    return Reply(
        to=press.turn.event,
        body=body,
        audience=Audience.PUBLIC,
        choices=choices,
        replaces=replaces,
    )


def _body(press: Press, room: StaffRoom, episode: Episode) -> Body:
    by = mention_of(press.turn.tx, press.team.community.id, episode.claimant)
    return alerts.alert(press.turn.texts, press.team.reader(room), episode, by=by)


def _is_in(alert: Alert, room: StaffRoom) -> bool:
    return (alert.room[0], alert.room[2]) == (room.address.platform, room.address.channel)


def with_pressed(turn: Turn, room: StaffRoom, episode: Episode) -> Episode:
    """The alert that was pressed, noted where nobody could note it when it was sent."""
    to, event = room.address, turn.event
    known = telling.alert_in(episode, to) is not None
    if known or event.message is None or event.where.channel != to.channel:
        return episode
    alert = Alert((to.platform, to.space, to.channel, to.user), event.message)
    kept = tuple(each for each in episode.alerts if not _is_in(each, room))
    return replace(episode, alerts=(*kept, alert))


def tell_member(press: Press, episode: Episode, *, ask: bool = True) -> None:
    """Somebody has seen it; by name where they gave one. Not where others may read along."""
    turn = press.turn
    if episode.drill or not episode.told or alerts.AT_HOME in episode.topics:
        return
    actor = turn.actor
    helper = roster.helper_with(turn.tx, press.team.community.id, actor.platform, actor.user or "")
    language = language_of(turn.texts, episode.language)
    name = helper.name if helper else None
    text_id = "reply-seen" if name is None else "reply-seen-by"
    values = {} if name is None else {"name": name}
    body = turn.texts.body(language, text_id, team=press.team.community.name, **values)
    hurry(
        turn,
        telling.to_member(turn.texts, episode, body, key=new_key(), ask=ask),
        person=episode.person,
    )
