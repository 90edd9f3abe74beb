"""Rehearsals: an alert marked as one must be answered by somebody within five minutes.

They are asked for a little before the last one is too old, since rooms are watched only while the
team is known to answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.crisis.team import alerts, duty, escalation
from bot.crisis.team.escalation import NOTE, PAGER, once, row
from bot.crisis.team.teams import Team, Teams, account_of
from bot.delivery.messages import hurry
from bot.feature import Plan, Write
from bot.platform import Action, Address, Audience, Say, Send
from bot.texts import Texts
from bot.turn import Turn
from storage import duty as roster
from storage import episodes
from storage.database import Transaction
from storage.episodes import Episode
from storage.ids import new_id
from storage.outbox import Claimed, Draft
from storage.schedules import Due

ENDS = "crisis-drill-ends"
ASKED_FOR, LAPSED = "crisis-drill-due", "crisis-drill-lapsed"
TEAM = "crisis-team"
"""Kind of rows about a community as a whole."""

FIVE_MINUTES = timedelta(minutes=5)
HOLDS = duty.DRILL_HOLDS
ASK_BEFORE = timedelta(days=3)


class Drills:
    """Holds drills and asks for them.

    Args:
        pages_of: how many pagers a community has, by its id.
    """

    def __init__(self, teams: Teams, pages_of: Mapping[int, int]) -> None:
        self._teams = teams
        self._pages_of = pages_of

    @property
    def plans(self) -> Mapping[str, Plan]:
        """By kind of schedule."""
        return {ENDS: self.ended, ASKED_FOR: self.about_team, LAPSED: self.about_team}

    @property
    def writes(self) -> Mapping[str, Write]:
        """By kind of row."""
        return {TEAM: self.to_team}

    def drill(self, turn: Turn) -> Sequence[Action]:
        """`crisis drill`: an alert in every staff room, and a page, all marked as a rehearsal."""
        team, _ = self._teams.at(turn)
        actor, where = turn.actor, turn.event.where
        episode = Episode(
            id=new_id(),
            community=team.community.id,
            person=turn.member.id if turn.member else None,
            actor=account_of(actor),
            room=(where.platform, where.space, where.channel, None),
            message=None,
            direct=False,
            language=turn.language,
            level="emergency",
            subject="self",
            at=turn.now,
            raised_at=turn.now,
            reach="none",
            told=True,
            drill=True,
        )
        episodes.add(turn.tx, episode)
        escalation.climb(turn.tx, episode, turn.now)
        once(turn.tx, ENDS, episode.id, turn.now + FIVE_MINUTES)
        on = duty.on_duty(roster.roster(turn.tx, team.community.id), turn.now)
        called = duty.mention(on[0]) if on else None
        for room in team.rooms:
            body = alerts.alert(turn.texts, team.reader(room), episode, called=called)
            choices = alerts.buttons(turn.texts, room.language, episode)
            hurry(
                turn,
                Say(
                    to=room.address,
                    body=body,
                    audience=Audience.PUBLIC,
                    choices=choices,
                    rings=True,
                ),
            )
        for number in range(self._pages_of.get(team.community.id, 0)):
            hurry(turn, self._page(turn, team, episode, number))
        return [turn.answer("drill-begun")]

    def _page(self, turn: Turn, team: Team, episode: Episode, number: int) -> Say:
        community = team.community
        return Say(
            to=Address(PAGER, space=str(community.id), channel=str(number)),
            body=alerts.page(turn.texts, community.language, episode, community.name),
            audience=Audience.PUBLIC,
            rings=True,
        )

    # --- by time

    def ended(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """Five minutes are over: whoever has not answered by now was not reached."""
        drafts = []
        for each in due:
            episode = episodes.held(tx, each.subject)
            team = self._teams.of_id(tx, episode.community) if episode else None
            if episode is None or team is None or episode.state != episodes.OPEN:
                continue
            episodes.change(tx, replace(episode, state=episodes.CLOSED, settled_at=now))
            escalation.call_off(tx, episode.id)
            drafts += [
                row(each, NOTE, f"{number}/drill-missed", room.address.platform, now)
                for number, room in enumerate(team.rooms)
            ]
        return drafts

    def about_team(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """The last drill is about to be too old, or is."""
        drafts = []
        for each in due:
            team = self._teams.of_id(tx, each.subject)
            for number, room in enumerate(team.rooms if team else ()):
                drafts.append(row(each, TEAM, f"{number}/{each.kind}", room.address.platform, now))
        return drafts

    def to_team(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """What the team hears about its drills."""
        written: dict[int, Send | None] = {}
        for each in rows:
            team = self._teams.of_id(tx, each.subject)
            number, _, kind = (each.detail or "0/").partition("/")
            written[each.id] = None
            if team is not None and int(number) < len(team.rooms):
                room = team.rooms[int(number)]
                text_id = "drill-lapsed" if kind == LAPSED else "drill-due"
                written[each.id] = Say(
                    to=room.address,
                    body=texts.body(room.language, text_id),
                    audience=Audience.PUBLIC,
                    rings=True,
                    key=each.send_id,
                )
        return written


def passed(tx: Transaction, community: int, now: datetime) -> None:
    """The team answered: it counts for a month, and the next one is asked for before it is over."""
    roster.pass_drill(tx, community, now)
    once(tx, ASKED_FOR, community, now + HOLDS - ASK_BEFORE)
    once(tx, LAPSED, community, now + HOLDS)
