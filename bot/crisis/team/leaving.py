"""Somebody of the team leaves the community: they are called no more, and what they had is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.crisis.team import duty, escalation
from bot.crisis.team.escalation import CLAIM_ENDS
from bot.crisis.team.teams import Team, Teams
from bot.platform import Action, Audience, Change, MemberChanged, Say
from bot.richtext import Body, Paragraph, Text
from bot.turn import Turn
from storage import duty as roster
from storage import episodes, members
from storage.database import Transaction
from storage.duty import Helper
from storage.outbox import Draft

_GONE = (Change.LEFT, Change.BANNED)


class Leaving:
    """Keeps rosters to those who are there."""

    def __init__(self, teams: Teams) -> None:
        self._teams = teams

    def noticed(self, turn: Turn) -> Sequence[Action]:
        """Take whoever left a community off its roster; the team is told."""
        event, actor = turn.event, turn.actor
        if not isinstance(event, MemberChanged) or event.change not in _GONE:
            return []
        said: list[Action] = []
        for helper in roster.everywhere(turn.tx, actor.platform, actor.user or ""):
            team = self._teams.of_id(turn.tx, helper.community)
            if team is not None and helper.community in turn.left:
                roster.remove(turn.tx, helper.id)
                _open_again(turn.tx, helper, turn.now)
                said += _told(turn, team, helper)
        return said


def put_to_rest(tx: Transaction, person: int, community: int, now: datetime) -> list[Draft]:
    """A team has put somebody to rest: they are called no more, and what they had is open."""
    for account in members.accounts_of(tx, person):
        helper = roster.helper_with(tx, community, account.platform, account.user)
        if helper is not None:
            roster.remove(tx, helper.id)
            _open_again(tx, helper, now)
    return []


def _open_again(tx: Transaction, helper: Helper, now: datetime) -> None:
    """What they were on is anybody's again; what they ended stays so, without them."""
    account = roster.account_index(tx, helper.platform, helper.user)
    for each in episodes.claimed_by(tx, [account]):
        if each.community != helper.community:
            continue
        let_go = replace(each, claimant=None, claim_ends=None)
        if each.state == episodes.CLAIMED:
            let_go = replace(let_go, state=episodes.OPEN)
            escalation.call_off(tx, each.id, (CLAIM_ENDS,))
            escalation.climb(tx, let_go, now)
        episodes.change(tx, let_go)


def _told(turn: Turn, team: Team, helper: Helper) -> list[Action]:
    """A line in each staff room; it rings if nobody is left to call."""
    last = not roster.roster(turn.tx, helper.community)
    who = replace(duty.mention(helper), quiet=True)
    said: list[Action] = []
    for room in team.rooms:
        words = Text(" " + turn.texts.line(room.language, "duty-gone"))
        body: Body = (Paragraph((who, words)),)
        if last:
            body += turn.texts.body(room.language, "duty-gone-last")
        said.append(Say(to=room.address, body=body, audience=Audience.PUBLIC, rings=last))
    return said
