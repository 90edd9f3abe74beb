"""Whatever members change, and whenever the bot dies: one question a day, and none forgotten.

A state machine drives the real core on SQLite. Between the rules a model works out from the
calendar, with zone arithmetic of its own, which local dates members had to be asked about.
"""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import whenever
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule
from sqlalchemy import func, select, update

from bot.platform import Action, Chose, NotSent, Outcome, Receipt, Said, Say
from storage import members
from storage.database import Transaction
from storage.outbox import OPEN, State
from storage.tables import checkin_plans, outbox
from tests.support.mortal import LastingPlatform, MortalBot, deaths

# Clocks change in Berlin on 25 October, in New York on 1 November.
BEGIN = datetime(2026, 10, 21, 12, 0, tzinfo=UTC)
ZONES = (
    *("Europe/Berlin", "America/New_York", "Asia/Kolkata"),
    *("Pacific/Auckland", "Pacific/Honolulu", "Pacific/Kiritimati"),
)
DAYS = {"daily": 0b1111111, "weekdays": 0b0011111, "mon,thu": 0b0001001, "sun": 0b1000000}
PLANS = (
    *("checkin time 00:00", "checkin time 02:30", "checkin time 12:15", "checkin time 23:45"),
    *("checkin days daily", "checkin days weekdays", "checkin days mon,thu", "checkin days sun"),
)
REST = ("pause", "checkin pause", "stop", "resume", "checkin resume", "start")
LATER = Receipt(outcome=Outcome.RETRY, retry_after=20.0)
MUCH_LATER = Receipt(outcome=Outcome.RETRY, retry_after=7200.0)
UNHEARD = Receipt(outcome=Outcome.UNKNOWN, reason="shown, and nobody heard so")

WHO = st.integers(0, 1)
WORDS = st.sampled_from(REST) | st.sampled_from(PLANS)
LATE = st.sampled_from((0, 0, 1, 90, 179, 180, 200))  # minutes; three hours are too late
TROUBLES = st.sampled_from(([], [LATER], [MUCH_LATER], [UNHEARD], [UNHEARD, LATER]))
DEATHS = deaths(quiet=10)
MOST_MISSED = 7  # after a long absence no more days are told


class Platform(LastingPlatform):
    """Remembers who was asked about which date; may be in trouble for a while."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, date]] = []
        self.asked_at: list[datetime] = []
        self.trouble: deque[Receipt] = deque()

    async def take(self, action: Action) -> Receipt:
        receipt = self.trouble.popleft() if self.trouble else None
        if receipt is not None and receipt.outcome is Outcome.RETRY:
            return receipt
        known = await self.find_sent(action.key, self.direct(""), self.now())
        fresh = isinstance(known, NotSent)
        if fresh and isinstance(action, Say) and action.rings and action.choices:
            day = date.fromisoformat(action.choices.prompt.removeprefix("checkin/"))
            self.asked.append((action.to.user or "", day))
            self.asked_at.append(self.now())
        shown = await super().take(action)
        return receipt or shown

    def count(self, who: str) -> int:
        """How many questions a member got."""
        return sum(each == who for each, _ in self.asked)


@dataclass(slots=True)
class Model:
    """A member as the calendar sees them.

    Args:
        wants: neither paused nor stopped. had: how many questions they had when that ended.
        from_day: the first local date that must be asked about; nearer to the last change of
            plans it depends.
        hour_from: the first local date that the present hour is sure to hold for.
        owed: the dates on which a question had to be decided on.
    """

    name: str
    hour: time
    zone: str
    days: int = 0b1111111
    wants: bool = True
    had: int = 0
    stopped: bool = False
    from_day: date = date.min
    hour_from: date = date.min
    owed: set[date] = field(default_factory=set)

    def moment(self, day: date) -> datetime:
        """An hour that is skipped comes later, one that comes twice means the first."""
        zoned = whenever.ZonedDateTime(
            day.year,
            day.month,
            day.day,
            self.hour.hour,
            self.hour.minute,
            tz=self.zone,
            disambiguation="compatible",
        )
        return zoned.to_instant().to_stdlib()

    def local(self, now: datetime) -> date:
        return whenever.Instant.from_timestamp(now.timestamp()).to_tz(self.zone).date().to_stdlib()

    def next_hour(self, now: datetime) -> datetime:
        """When their hour comes next, on whatever day."""
        days = (self.local(now) + timedelta(days=n) for n in range(-1, 3))
        return next(moment for day in days if (moment := self.moment(day)) > now)

    def changed(self, now: datetime, slack: int = 1) -> None:
        """Plans changed: what is owed is sure again from one of the next dates on."""
        today = self.local(now)
        self.from_day = max(self.from_day, today + timedelta(days=slack))
        self.hour_from = max(self.hour_from, today + timedelta(days=1))

    def owe(self, after: datetime, until: datetime) -> None:
        """Time passed while nothing changed."""
        if not self.wants:
            return
        day, found = self.local(after), []
        while self.moment(day) <= until:
            if self.moment(day) > after and self.days >> day.weekday() & 1:
                found.append(day)
            day += timedelta(days=1)
        self.owed.update(day for day in found[-MOST_MISSED:] if day >= self.from_day)


class DaysOfMembers(MortalBot):
    """Two members, a platform that outlives the bot, and everything that may happen to them."""

    platform: Platform

    def __init__(self) -> None:
        super().__init__(BEGIN, Platform())
        self.seen = 0
        self.members = [
            Model("ada", time(9, 0), "Europe/Berlin"),
            Model("bo", time(20, 30), "America/New_York"),
        ]

    def _hear(self, member: Model, text: str) -> None:
        self.hand(Said, member.name, addressed=True, text=text)

    def _press(self, member: Model, prompt: str, choice: str) -> None:
        self.hand(Chose, member.name, prompt=prompt, choice=choice)

    # --- what happens

    @initialize()
    def they_join(self) -> None:
        self.runner.run(self.start())
        for member in self.members:
            self._press(member, f"join-sure/{member.hour:%H:%M}/{member.zone}", "yes")
            member.changed(self.clock.now())

    @rule(
        span=st.one_of(
            st.integers(1, 180).map(lambda n: timedelta(minutes=n)),
            st.integers(1, 9).map(lambda n: timedelta(days=n)),
        )
    )
    def time_passes(self, span: timedelta) -> None:
        """The bot wakes up after a while, maybe a long one."""
        self._pass_time(self.clock.now() + span)

    @rule(hours=st.integers(1, 6))
    def ordinary_days_go_by(self, hours: int) -> None:
        """The bot is there whenever somebody's hour comes."""
        for _ in range(hours):
            self._pass_time(min(each.next_hour(self.clock.now()) for each in self.members))

    @rule(
        who=WHO,
        minutes=LATE,
        trouble=TROUBLES,
        death=DEATHS,
        said=st.lists(WORDS, max_size=2),
        then=st.sampled_from((0, 1, 150)),
    )
    def a_question_comes_due_on_a_bad_day(
        self,
        who: int,
        minutes: int,
        trouble: list[Receipt],
        death: tuple[str, int],
        said: list[str],
        then: int,
    ) -> None:
        """The bot is late or dies, the platform is in trouble, the member changes their mind."""
        due = self.members[who].next_hour(self.clock.now())
        self.platform.trouble.extend(trouble)
        self.fate.arm(*death)
        self._pass_time(due + timedelta(minutes=minutes))
        for words in said:
            self._change_plans(self.members[who], words)
        self._pass_time(self.clock.now() + timedelta(minutes=then))

    @rule(who=WHO, zone=st.sampled_from(ZONES), death=DEATHS)
    def somebody_travels(self, who: int, zone: str, death: tuple[str, int]) -> None:
        self.fate.arm(*death)
        member = self.members[who]
        self._press(member, "place", zone)
        if not member.stopped:
            # Across the date line a date may come twice, and is asked about once.
            member.changed(self.clock.now(), slack=2)
            sure, member.zone = member.hour_from, zone
            member.changed(self.clock.now(), slack=2)
            member.hour_from = sure

    @rule(who=WHO, words=WORDS, death=DEATHS)
    def somebody_changes_plans(self, who: int, words: str, death: tuple[str, int]) -> None:
        self.fate.arm(*death)
        self._change_plans(self.members[who], words)

    def _change_plans(self, member: Model, words: str) -> None:
        now = self.clock.now()
        self._hear(member, words)
        match words.rpartition(" "):
            case _, _, "stop" | "pause":
                if member.wants:
                    member.wants, member.had = False, self.platform.count(member.name)
                member.stopped |= words == "stop"
            case _, _, "start":
                if member.stopped:
                    member.wants, member.stopped = True, False
                    member.changed(now)
            case _ if member.stopped:
                pass
            case "checkin time", _, hour:
                member.hour, member.wants = time.fromisoformat(hour), True
                member.changed(now)
            case "checkin days", _, days:
                member.days, member.wants = DAYS[days], True
                member.changed(now)
            case _, _, "resume":
                member.wants = True
                member.changed(now)

    # --- what must hold

    @invariant()
    def nobody_is_asked_twice_about_a_date(self) -> None:
        """One question for each member and local date, always."""
        counts = Counter(self.platform.asked)
        assert counts.total() == len(counts), counts

    @invariant()
    def everybody_is_asked_in_their_hour(self) -> None:
        """On their own clock, and at most three hours late."""
        new = slice(self.seen, None)
        asked = zip(self.platform.asked[new], self.platform.asked_at[new], strict=True)
        for (who, day), at in asked:
            member = next(each for each in self.members if each.name == who)
            if day >= member.hour_from:
                assert timedelta(0) <= at - member.moment(day) < timedelta(hours=3), (who, day, at)
        self.seen = len(self.platform.asked)

    @invariant()
    def who_wants_nothing_is_not_asked(self) -> None:
        """A pause and a stop also take back what waits."""
        for member in self.members:
            assert member.wants or self.platform.count(member.name) == member.had

    async def end(self) -> None:
        """Nothing that was owed was forgotten: it was asked, or says why not."""
        self.platform.trouble.clear()
        while (waits_until := await self.database.read(_earliest_open)) is not None:
            self._move_to(max(waits_until, self.clock.now()))
            await self.work()
        states = await self.database.read(self._states)
        await super().end()

        asked = set(self.platform.asked)
        owed = {(member.name, day) for member in self.members for day in member.owed}
        sent = {each for each, state in states.items() if state is State.SENT}
        assert not owed - states.keys(), f"forgotten: {owed - states.keys()}"
        assert not asked - states.keys(), f"asked, and not known: {asked - states.keys()}"
        assert not sent - asked, f"said to be sent: {sent - asked}"
        assert set(states.values()) <= {State.SENT, State.EXPIRED, State.CANCELLED, State.DEAD}

    def _states(self, tx: Transaction) -> dict[tuple[str, date], State]:
        """What became of each question, by member and local date."""
        found = {}
        for member in self.members:
            person = members.member_with(tx, self.platform.platform, member.name)
            assert person is not None
            rows = select(outbox.c.detail, outbox.c.state).where(
                outbox.c.kind == "checkin", outbox.c.person == person.id
            )
            for day, state in tx.execute(rows):
                found[member.name, date.fromisoformat(day)] = State(state)
        return found

    def _pass_time(self, until: datetime) -> None:
        self.runner.run(self._forget())
        self._move_to(until)
        self.runner.run(self.work())

    async def _forget(self) -> None:
        with self.fate.rests():
            await self.until_done(lambda: self.database.write(_forget_silence))

    def _move_to(self, moment: datetime) -> None:
        for member in self.members:
            member.owe(self.clock.now(), moment)
        self.clock.move_to(moment)


def _forget_silence(tx: Transaction) -> None:
    """Nobody here ever answers, and what follows silence is not what is tried."""
    tx.execute(update(checkin_plans).values(unanswered=0))


def _earliest_open(tx: Transaction) -> datetime | None:
    statement = select(func.min(outbox.c.not_before)).where(outbox.c.state.in_(OPEN))
    found: datetime | None = tx.execute(statement).scalar()
    return found


TestDays = DaysOfMembers.TestCase
TestDays.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
