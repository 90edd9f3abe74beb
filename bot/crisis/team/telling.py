"""Rows of a crisis become messages, right before they are sent.

A call for the team is let go of once somebody is on it, and what a member would be told is let
go of once it is true no longer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.crisis.team import alerts, duty
from bot.crisis.team.escalation import CALL, MEMBER, NOTE, PAGER
from bot.crisis.team.teams import Team, Teams, mention_of
from bot.crisis.watching.answering import language_of
from bot.crisis.watching.knowing import StaffRoom
from bot.feature import Write
from bot.platform import Address, Audience, Choice, Choices, Say, Send
from bot.richtext import Body, Mention, Paragraph, Text, called
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT
from storage import duty as roster
from storage import episodes, members
from storage.database import Transaction
from storage.episodes import Episode
from storage.outbox import Claimed

TOMORROW_PROMPT = "crisis-tomorrow"

LinesOf = Callable[[Transaction, Episode, Team | None, Texts, datetime], Body]
"""The emergency number and help lines for somebody, at a moment."""


class Telling:
    """Writes the messages.

    Args:
        lines_of: the help lines that a member reads when nobody has answered.
    """

    def __init__(self, teams: Teams, lines_of: LinesOf) -> None:
        self._teams = teams
        self._lines_of = lines_of

    @property
    def writes(self) -> Mapping[str, Write]:
        """By kind of row."""
        return {CALL: self.calls, MEMBER: self.to_members, NOTE: self.notes}

    def calls(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """Calls for the team; None once somebody is on it."""
        return {row.id: self._call(tx, texts, row) for row in rows}

    def notes(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """Other words to the team; None if the episode is gone."""
        return {row.id: self._note(tx, texts, row) for row in rows}

    def to_members(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """What members are told; None if it is not true any more, or nobody would want it."""
        return {row.id: self._to_member(tx, texts, row) for row in rows}

    # --- the team

    def _call(self, tx: Transaction, texts: Texts, row: Claimed) -> Send | None:
        episode, team = self._about(tx, row)
        if episode is None or team is None or episode.state != episodes.OPEN:
            return None
        where, *what = (row.detail or "").split("/")
        if where == "page":
            return self._page(texts, row, episode, team)
        if where == "direct":
            return self._direct(tx, texts, row, episode, team, int(what[0]))
        room = _room(team, where)
        if room is None:
            return None
        on_roster = roster.roster(tx, team.community.id)
        if what[0] == "all":
            helpers = duty.on_duty(on_roster, row.due) or on_roster
            text_id = "alert-call-all"
        else:
            helpers = [helper for helper in on_roster if str(helper.id) == what[1]]
            text_id = "alert-call-next"
        mentions = tuple(duty.mention(helper) for helper in helpers)
        words = texts.line(room.language, text_id)
        body = (
            Paragraph((Text(_marked(texts, room, episode)), *alerts.names(mentions), Text(words))),
        )
        return _to_room(texts, room, episode, body, row, buttons=1)

    def _direct(
        self,
        tx: Transaction,
        texts: Texts,
        row: Claimed,
        episode: Episode,
        team: Team,
        helper_id: int,
    ) -> Send | None:
        """To the helper who is called, without a name: it may be read by others."""
        found = [each for each in roster.roster(tx, team.community.id) if each.id == helper_id]
        if not found:
            return None
        helper = found[0]
        language = team.rooms[0].language if team.rooms else team.community.language
        text_id = "alert-call-direct-drill" if episode.drill else "alert-call-direct"
        return Say(
            to=Address(helper.platform, user=helper.user),
            body=texts.body(language, text_id, community=team.community.name),
            audience=Audience.DIRECT,
            rings=True,
            key=row.send_id,
        )

    def _page(self, texts: Texts, row: Claimed, episode: Episode, team: Team) -> Send:
        number = (row.detail or "").partition("/")[2]
        return Say(
            to=Address(PAGER, space=str(team.community.id), channel=number),
            body=alerts.page(texts, team.community.language, episode, team.community.name),
            audience=Audience.PUBLIC,
            rings=True,
            key=row.send_id,
        )

    def _note(self, tx: Transaction, texts: Texts, row: Claimed) -> Send | None:
        episode, team = self._about(tx, row)
        number, what, *_ = (row.detail or "//").split("/")
        room = _room(team, number) if team else None
        if episode is None or team is None or room is None:
            return None
        by = mention_of(tx, team.community.id, episode.claimant)
        body: Body
        match what:
            case "claim-ended" if episode.state == episodes.OPEN:
                words = Text(texts.line(room.language, "alert-claim-ended"))
                body = (Paragraph((*_named(by), words)),)
            case "day-after" if episode.state == episodes.OPEN:
                body = texts.body(room.language, "alert-day-after-nobody")
                body += alerts.cautions(texts, room.language, episode)
            case "day-after" if episode.state in (episodes.CLAIMED, episodes.HANDLED):
                words = Text(texts.line(room.language, "alert-day-after"))
                body = (Paragraph((*_named(by), words)),)
                body += alerts.cautions(texts, room.language, episode)
            case "drill-missed":
                body = texts.body(room.language, "drill-missed")
            case _:
                return None
        return _to_room(texts, room, episode, body, row, buttons=2)

    # --- the member

    def _to_member(self, tx: Transaction, texts: Texts, row: Claimed) -> Send | None:
        episode, team = self._about(tx, row)
        if episode is None or alerts.AT_HOME in episode.topics:
            return None
        language = language_of(texts, episode.language)
        if row.detail == "tomorrow":
            return self._tomorrow(tx, texts, row, episode, language)
        if episode.state != episodes.OPEN or episode.claimed_at is not None:
            return None
        lines = self._lines_of(tx, episode, team, texts, row.due)
        body = texts.body(language, "reply-unanswered") + lines
        return to_member(texts, episode, body, key=row.send_id, ask=True)

    def _tomorrow(
        self, tx: Transaction, texts: Texts, row: Claimed, episode: Episode, language: str
    ) -> Send | None:
        if episode.person is not None:
            known = members.recipients(tx, [episode.person]).get(episode.person)
            if known is None or known.stopped:
                return None
        options = tuple(
            Choice(id=command, label=texts.line(language, text_id))
            for command, text_id in (("talk", "reply-talk"), ("help now", "reply-lines"))
        )
        return Say(
            to=Address(episode.actor[0], user=episode.actor[3]),
            body=texts.body(language, "reply-day-after"),
            audience=Audience.DIRECT,
            choices=Choices(prompt=COMMAND_PROMPT, options=options, language=language),
            rings=True,
            key=row.send_id,
        )

    def _about(self, tx: Transaction, row: Claimed) -> tuple[Episode | None, Team | None]:
        episode = episodes.with_id(tx, row.subject)
        return episode, self._teams.of_id(tx, episode.community) if episode else None


def to_member(texts: Texts, episode: Episode, body: Body, *, key: str, ask: bool) -> Say:
    """A message to the member alone.

    Args:
        ask: offer to write to them tomorrow.
    """
    language = language_of(texts, episode.language)
    choices = None
    if ask:
        yes = Choice(id="yes", label=texts.line(language, "reply-tomorrow"))
        prompt = f"{TOMORROW_PROMPT}/{episode.id}"
        choices = Choices(prompt=prompt, options=(yes,), language=language)
    return Say(
        to=Address(episode.actor[0], user=episode.actor[3]),
        body=body,
        audience=Audience.DIRECT,
        choices=choices,
        asked=None if episode.direct else Address(*episode.room),
        rings=True,
        key=key,
    )


def alert_in(episode: Episode, room: Address) -> str | None:
    """The alert in a room; in its thread everything about an episode hangs together."""
    return next(
        (
            alert.message
            for alert in episode.alerts
            if alert.message and (alert.room[0], alert.room[2]) == (room.platform, room.channel)
        ),
        None,
    )


def below(alert: str | None, say: Say) -> Say:
    """Something about an episode, in the thread of its alert.

    A thread rings for nobody but those who are in it and those it names. So what must be noticed
    and names nobody stays in the room, as a reply to the alert.
    """
    if say.rings and not called(say.body, say.to.platform):
        return replace(say, answers=alert)
    return replace(say, thread=alert)


def _to_room(
    texts: Texts, room: StaffRoom, episode: Episode, body: Body, row: Claimed, *, buttons: int
) -> Say:
    say = Say(
        to=room.address,
        body=body,
        audience=Audience.PUBLIC,
        choices=alerts.buttons(texts, room.language, episode, at_most=buttons),
        rings=True,
        key=row.send_id,
    )
    return below(alert_in(episode, room.address), say)


def _room(team: Team, number: str) -> StaffRoom | None:
    """The room of that number; None if the settings have fewer by now."""
    at = int(number)
    return team.rooms[at] if at < len(team.rooms) else None


def _marked(texts: Texts, room: StaffRoom, episode: Episode) -> str:
    return texts.line(room.language, "alert-drill-word") + " " if episode.drill else ""


def _named(by: Mention | None) -> tuple[Mention | Text, ...]:
    return (by, Text(": ")) if by else ()
