"""Who is on a community's team, who is on duty, and who may what: `community staff`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.moderation.here import community_here
from bot.moderation.status import OnDuty
from bot.platform import Action
from bot.richtext import Body, Bullets, Mention, Spans, Text
from bot.turn import Turn
from storage import duty, team_keepers


@dataclass(frozen=True, slots=True)
class Staff:
    """Shows the team to the team. Args: on_duty: those of a roster who are there at a moment."""

    on_duty: OnDuty

    def show(self, turn: Turn) -> Sequence[Action]:
        """`community staff`."""
        community = community_here(turn)
        roster = duty.roster(turn.tx, community.id)
        there = {each.id for each in self.on_duty(roster, turn.now)}
        listed: list[Spans] = []
        for each in roster:
            who = Mention(each.platform, each.user, each.name or each.user, quiet=True)
            how = turn.line("staff-on-duty" if each.id in there else "staff-off-duty")
            listed.append((who, Text(f" – {how}")))
        keepers: list[Spans] = [
            (Mention(platform, user, user, quiet=True),)
            for platform, user in team_keepers.keepers(turn.tx, community.id)
        ]
        body: Body = turn.body("staff-roster", count=len(listed))
        if listed:
            body = (*body, Bullets(tuple(listed)))
        body = (*body, *turn.body("staff-keepers", count=len(keepers)))
        if keepers:
            body = (*body, Bullets(tuple(keepers)))
        return [turn.show((*body, *turn.body("staff-rights")))]
