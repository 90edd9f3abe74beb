"""The last four weeks of a community in a few lines: `community report`.

Of check-ins the one number is told that teams are told at all, by its own rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from bot.moderation.counted import about
from bot.moderation.here import community_here
from bot.moderation.trends import HeldAndSkipped
from bot.platform import Action
from bot.richtext import Bullets, Text
from bot.turn import Turn
from storage import buddy_rounds, episodes
from storage.database import Transaction
from storage.members import Community

SPAN = timedelta(days=28)

CheckedIn = Callable[[Transaction, Community, datetime], tuple[date, int]]
"""The Monday of the last whole week, and how many checked in then, roughly; 0: too few to tell."""
Picture = Callable[[Turn, Community], object]
"""Has the weeks before drawn as a picture, if that is possible where it was asked for."""


def no_picture(turn: Turn, community: Community) -> None:
    """Where nothing can be drawn: the report is whole without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """Looks it up and puts it into words."""

    checked_in: CheckedIn
    held_and_skipped: HeldAndSkipped
    picture: Picture

    def show(self, turn: Turn) -> Sequence[Action]:
        """`community report`."""
        community = community_here(turn)
        items = tuple((Text(line),) for line in self._lines(turn, community))
        self.picture(turn, community)
        return [turn.show((*turn.body("report-head"), Bullets(items)))]

    def _lines(self, turn: Turn, community: Community) -> Iterator[str]:
        since = turn.now - SPAN
        monday, members = self.checked_in(turn.tx, community, turn.now)
        week = turn.day_words(monday)
        if members:
            yield turn.line("report-checkins", count=members, week=week)
        else:
            yield turn.line("report-checkins-few", week=week)
        held, skipped = self.held_and_skipped(turn.tx, community.id, since, turn.now)
        earlier, _ = self.held_and_skipped(turn.tx, community.id, since - SPAN, since)
        yield turn.line("report-meetings", held=held, skipped=skipped, before=earlier)
        waves = [
            each
            for each in buddy_rounds.last(turn.tx, community.id, 100)
            if each.state == "done" and each.at >= since
        ]
        rounds = sum(each.wave == 1 for each in waves)
        pairs = about(int(sum(each.numbers.get("pairs", 0) for each in waves)))
        if pairs:
            yield turn.line("report-rounds-pairs", rounds=rounds, pairs=pairs)
        else:
            yield turn.line("report-rounds", rounds=rounds)
        yield from _alerts(turn, episodes.claims_since(turn.tx, community.id, since))


def _alerts(turn: Turn, alerts: Sequence[tuple[datetime, datetime | None]]) -> Iterator[str]:
    """How many there were, how soon somebody took one, and how many nobody took."""
    yield turn.line("report-alerts", count=len(alerts))
    took = [claimed - at for at, claimed in alerts if claimed is not None]
    if took:
        minutes = median(max(each, timedelta()) / timedelta(minutes=1) for each in took)
        if minutes < 1:
            yield turn.line("report-claimed-at-once")
        else:
            yield turn.line("report-claimed", minutes=round(minutes))
    if len(took) < len(alerts):
        yield turn.line("report-not-claimed", count=len(alerts) - len(took))
