"""What happens by time while nobody is on it, and the day after.

Next on the list -> everybody on duty -> a page; the member hears honestly that nobody has answered;
claims end; the day after, the team is reminded. Each step is a schedule that happens once, so that
it survives a restart, and becomes rows that are written when they are sent: whoever presses "I'm on
it" in between stops what was still on its way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.crisis.team import duty
from bot.crisis.team.teams import Team, Teams
from bot.crisis.watching.staff import Occasion
from bot.delivery import rules
from bot.delivery.messages import URGENT_FOR
from bot.delivery.sender import CRISIS
from bot.feature import Plan
from bot.platform import new_key
from storage import duty as roster
from storage import episodes, schedules
from storage.database import Transaction
from storage.episodes import Episode
from storage.ids import new_id
from storage.outbox import Draft, State
from storage.schedules import Due

NEXT, ALL, PAGE = "crisis-next", "crisis-all", "crisis-page"
UNANSWERED, CLAIM_ENDS = "crisis-unanswered", "crisis-claim-ends"
DAY_AFTER, TOMORROW = "crisis-day-after-staff", "crisis-day-after-member"
LADDER = (NEXT, ALL, PAGE)
WHILE_WAITING = (*LADDER, UNANSWERED)

CALL, MEMBER, NOTE = "crisis-call", "crisis-member", "crisis-note"
"""Kinds of rows: calls for the team while nobody is on it; for the member; other words to the
team."""

PAGER = "pager"
PATIENCE = {"emergency": timedelta(minutes=2), "high": timedelta(minutes=15)}
"""Between one step of calling and the next."""
HONEST_AFTER = timedelta(minutes=10)
CLAIM_HOLDS = timedelta(minutes=60)
A_DAY = timedelta(days=1)


# --- setting it up and calling it off


def begin(tx: Transaction, episode: Episode, occasion: Occasion, now: datetime) -> None:
    """Set up what happens if nobody answers, and the day after.

    Only where a team was told: with nobody to call, nothing is promised. A rise of somebody whom
    the team is with calls the team anew; so does a further word after the team had settled it.
    """
    if not episode.told:
        return
    settled = episode.state not in episodes.UNSETTLED or not _set_up(tx, episode)
    if occasion is Occasion.AGAIN and not settled:
        return
    if episode.state != episodes.OPEN:
        claimed = episode.state == episodes.CLAIMED
        episodes.change(tx, replace(episode, state=episodes.OPEN) if claimed else anew(episode))
    climb(tx, episode, now)
    if occasion is Occasion.AGAIN:
        once(tx, NEXT, episode.id, now)  # there was no alert this time
    if episode.drill:
        return
    if occasion is Occasion.NEW:
        once(tx, UNANSWERED, episode.id, now + HONEST_AFTER)
    once(tx, DAY_AFTER, episode.id, now + A_DAY)


def _set_up(tx: Transaction, episode: Episode) -> bool:
    """Whether anything was set up for it before."""
    return schedules.schedule_of(tx, DAY_AFTER, episode.id) is not None


def anew(episode: Episode) -> Episode:
    """A settled episode, open again for whoever wrote once more."""
    return replace(
        episode,
        state=episodes.OPEN,
        claimant=None,
        claimed_at=None,
        claim_ends=None,
        settled_at=None,
    )


def climb(tx: Transaction, episode: Episode, now: datetime) -> None:
    """Call the team step by step from now on."""
    for number, kind in enumerate(LADDER, start=1):
        once(tx, kind, episode.id, now + number * PATIENCE[episode.level])


def call_off(tx: Transaction, episode: int, kinds: Sequence[str] = WHILE_WAITING) -> None:
    """Somebody is on it, or it is over."""
    for kind in kinds:
        schedules.remove(tx, kind, episode)


def once(tx: Transaction, kind: str, subject: int, at: datetime) -> None:
    """Have a step happen; it is the team's, not the member's: their `stop` is not about it."""
    rules.set_once(tx, kind=kind, subject=subject, at=at)


# --- when it is due


class Steps:
    """Turns what is due into rows.

    Args:
        pages_of: how many pagers a community has, by its id.
    """

    def __init__(self, teams: Teams, pages_of: Mapping[int, int]) -> None:
        self._teams = teams
        self._pages_of = pages_of

    @property
    def plans(self) -> Mapping[str, Plan]:
        """By kind of schedule."""
        return {
            NEXT: self.next_one,
            ALL: self.everybody,
            PAGE: self.pagers,
            UNANSWERED: self.unanswered,
            CLAIM_ENDS: self.claim_ended,
            DAY_AFTER: self.day_after,
            TOMORROW: self.tomorrow,
        }

    def next_one(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """The next on the list, by name in the staff rooms and in their direct messages."""
        drafts = []
        for each, _episode, team in self._open(tx, due):
            order = duty.calling_order(roster.roster(tx, team.community.id), now)
            if order:
                # The first was called with the alert, unless they are the only one.
                called = order[min(1, len(order) - 1)]
                direct = f"direct/{called.id}"
                drafts.append(row(each, CALL, direct, called.platform, now))
                drafts += _in_rooms(each, CALL, f"next/{called.id}", team, now)
            else:
                drafts += _in_rooms(each, CALL, "next/0", team, now)
        return drafts

    def everybody(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """Everybody on duty, by name in the staff rooms."""
        return [
            draft
            for each, _, team in self._open(tx, due)
            for draft in _in_rooms(each, CALL, "all/0", team, now)
        ]

    def pagers(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """Every pager of the community."""
        return [
            row(each, CALL, f"page/{number}", PAGER, now)
            for each, episode, team in self._open(tx, due)
            if not episode.drill
            for number in range(self._pages_of.get(team.community.id, 0))
        ]

    def unanswered(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """The member hears that nobody has answered; too late it would only hurt."""
        return [
            row(
                each, MEMBER, "unanswered", episode.actor[0], now, fresh=now < each.due + URGENT_FOR
            )
            for each, episode, _ in self._open(tx, due)
        ]

    def claim_ended(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """Who said they were on it has not said how it went: the team is asked anew."""
        drafts = []
        for each in due:
            episode = episodes.held(tx, each.subject)
            if episode is None or episode.state != episodes.CLAIMED:
                continue
            opened = replace(episode, state=episodes.OPEN, claim_ends=None)
            episodes.change(tx, opened)
            climb(tx, opened, now)
            team = self._teams.of_id(tx, episode.community)
            if team is not None:
                drafts += _in_rooms(each, NOTE, "claim-ended/0", team, now)
        return drafts

    def day_after(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """The team is reminded to ask how the member is."""
        drafts = []
        for each in due:
            episode = episodes.with_id(tx, each.subject)
            team = self._teams.of_id(tx, episode.community) if episode else None
            if team is not None:
                drafts += _in_rooms(each, NOTE, "day-after/0", team, now)
        return drafts

    def tomorrow(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """The member wished to be asked."""
        drafts = []
        for each in due:
            episode = episodes.with_id(tx, each.subject)
            if episode is not None:
                fresh = now < each.due + A_DAY / 2
                drafts.append(row(each, MEMBER, "tomorrow", episode.actor[0], now, fresh=fresh))
        return drafts

    def _open(self, tx: Transaction, due: Sequence[Due]) -> list[tuple[Due, Episode, Team]]:
        """Those that nobody is on, with their teams."""
        found = []
        for each in due:
            episode = episodes.with_id(tx, each.subject)
            if episode is not None and episode.state == episodes.OPEN:
                team = self._teams.of_id(tx, episode.community)
                if team is not None:
                    found.append((each, episode, team))
        return found


def _in_rooms(due: Due, kind: str, detail: str, team: Team, now: datetime) -> list[Draft]:
    """A row for each staff room; its number among them stands first."""
    return [
        row(due, kind, f"{number}/{detail}", room.address.platform, now)
        for number, room in enumerate(team.rooms)
    ]


def row(
    due: Due, kind: str, detail: str, platform: str, now: datetime, *, fresh: bool = True
) -> Draft:
    """A row ahead of all others, once for each time that its step is due."""
    return Draft(
        id=new_id(),
        send_id=new_key(),
        dedupe_key=f"{due.kind}:{due.subject}:{detail}:{due.due.timestamp():.3f}",
        kind=kind,
        subject=due.subject,
        person=None,
        platform=platform,
        lane=CRISIS,
        detail=detail,
        due=now,
        expires=now + URGENT_FOR,
        state=State.WAITING if fresh else State.EXPIRED,
    )
