"""Somebody of the team leaves the community: they are called no more, and what they had is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.crisis.team import duty, escalation
from bot.crisis.team.escalation import CLAIM_ENDS
from bot.crisis.team.teams import Team, Teams
from bot.platform import Action, Audience, Change, MemberChanged, Say
from bot.richtext import Body, Paragraph, Text
from bot.turn import Turn
from storage import duty as roster
from storage import episodes
from storage.duty import Helper

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
                _open_again(turn, helper)
                said += _told(turn, team, helper)
        return said


def _open_again(turn: Turn, helper: Helper) -> None:
    """What they were on is anybody's again; what they ended stays so, without them."""
    account = roster.account_index(turn.tx, helper.platform, helper.user)
    for each in episodes.claimed_by(turn.tx, [account]):
        if each.community != helper.community:
            continue
        let_go = replace(each, claimant=None, claim_ends=None)
        if each.state == episodes.CLAIMED:
            let_go = replace(let_go, state=episodes.OPEN)
            escalation.call_off(turn.tx, each.id, (CLAIM_ENDS,))
            escalation.climb(turn.tx, let_go, turn.now)
        episodes.change(turn.tx, let_go)


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
