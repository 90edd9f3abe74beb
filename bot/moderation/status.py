"""How the bot and the community are, in plain words: `community status`.

Only what is worth saying is said. Counts of what members do in private are told above five.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.moderation.counted import about
from bot.moderation.here import community_here
from bot.platform import Action
from bot.richtext import Bullets, Text
from bot.turn import Turn
from storage import buddies, buddy_rounds, duty, episodes, handed, outages, team_lines
from storage.database import Transaction
from storage.duty import Helper
from storage.episodes import CLAIMED
from storage.members import Community

AHEAD = timedelta(days=7)
LATE = timedelta(minutes=5)
"""How long an answer may wait to be sent before that is worth saying."""
SHOWN = 5  # meetings
_ALARMS = ("disk", "certificate", "backup")
"""What the operator is warned of and the team should know; platforms and help lines are below."""
_NAMES = {"discord": "Discord", "matrix": "Matrix"}


@dataclass(frozen=True, slots=True)
class Health:
    """How the running bot is. Args: away: platforms that are not connected at the moment."""

    away: tuple[str, ...] = ()
    last_backup: datetime | None = None


HealthOf = Callable[[], Health]
WithoutHost = Callable[[Transaction, int, datetime, datetime], Sequence[tuple[str, datetime]]]
"""Names and starts of a community's meetings in a span that nobody leads."""
Unchecked = Callable[[Transaction, int, datetime], int | None]
"""How many of the help lines that members see nobody has made sure of; None: no country is set."""
OnDuty = Callable[[Sequence[Helper], datetime], Sequence[Helper]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Looks everything up, and says what stands out."""

    health: HealthOf
    without_host: WithoutHost
    unchecked: Unchecked
    on_duty: OnDuty

    def show(self, turn: Turn) -> Sequence[Action]:
        """`community status`."""
        community, health = community_here(turn), self.health()
        lines = [
            *self._bot(turn, health),
            *self._team(turn, community),
            *self._community(turn, community),
        ]
        if lines:
            items = tuple((Text(line),) for line in lines)
            body = (*turn.body("status-head", count=len(lines)), Bullets(items))
        else:
            body = turn.body("status-well")
        if health.last_backup is not None:
            local = health.last_backup.astimezone(ZoneInfo(community.zone))
            when = turn.texts.when(turn.language, local, "datetime")
            body = (*body, *turn.body("status-backup", when=when))
        return [turn.show(body)]

    def _bot(self, turn: Turn, health: Health) -> Iterator[str]:
        for platform in health.away:
            yield turn.line("status-away", platform=_NAMES.get(platform, platform.capitalize()))
        if outages.is_stuck(turn.tx, [turn.actor.platform], turn.now - LATE):
            yield turn.line("status-stuck")
        known = {name.partition(":")[0] for name in outages.standing_alarms(turn.tx)}
        for kind in _ALARMS:
            if kind in known:
                yield turn.line(f"status-alarm-{kind}")

    def _team(self, turn: Turn, community: Community) -> Iterator[str]:
        crises = [each for each in episodes.unsettled(turn.tx, community.id) if not each.drill]
        taken = sum(each.state == CLAIMED for each in crises)
        if len(crises) > taken:
            yield turn.line("status-alerts-open", count=len(crises) - taken)
        if taken:
            yield turn.line("status-alerts-taken", count=taken)
        roster = duty.roster(turn.tx, community.id)
        if not roster:
            yield turn.line("status-nobody-listed")
        elif not self.on_duty(roster, turn.now):
            yield turn.line("status-nobody-on-duty")
        waiting = [
            each.waits_since
            for each in team_lines.open_in(turn.tx, community.id)
            if each.waits_since is not None
        ]
        if waiting:
            hours = int((turn.now - min(waiting)) / timedelta(hours=1))
            yield turn.line("status-lines", count=len(waiting), hours=hours)
        reports = len(buddies.open_reports(turn.tx, community.id))
        if reports:
            yield turn.line("status-reports", count=reports)
        if waiting_words := handed.count_in(turn.tx, community.id):
            yield turn.line("status-handed", count=waiting_words)

    def _community(self, turn: Turn, community: Community) -> Iterator[str]:
        waited = buddy_rounds.count_waiting(turn.tx, community.id)
        if unmatched := about(sum(many for rounds, many in waited.items() if rounds)):
            yield turn.line("status-unmatched", count=unmatched)
        alone = self.without_host(turn.tx, community.id, turn.now, turn.now + AHEAD)
        for name, start in alone[:SHOWN]:
            local = start.astimezone(ZoneInfo(community.zone))
            when = turn.texts.when(turn.language, local, "datetime")
            yield turn.line("status-no-host", name=name, when=when)
        if len(alone) > SHOWN:
            yield turn.line("status-no-host-more", count=len(alone) - SHOWN)
        unchecked = self.unchecked(turn.tx, community.id, turn.now)
        if unchecked is None:
            yield turn.line("status-no-country")
        elif unchecked:
            yield turn.line("status-unchecked", count=unchecked)
