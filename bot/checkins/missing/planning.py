"""What goes out in place of a question, and to whom besides, once somebody has been silent.

Only those who are due are looked at; the count stands beside their plan and survives anything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import wall_time
from bot.checkins.missing.silence import Step, is_told_of, step
from bot.checkins.question import EVENING, FRESH_FOR, KIND, LANE
from bot.delivery import rules
from bot.delivery.messages import planned
from storage import checkin_hearers, checkins, members, schedules
from storage.checkins import Silence
from storage.database import Transaction
from storage.outbox import Draft
from storage.schedules import EVERY_DAY, Due

HEARER = "checkin-hearer"
LIVES = timedelta(hours=20)
MORNING, NIGHT = time(9, 0), time(21, 0)
"""Between these nobody hears of somebody else."""

Together = Callable[[Transaction, int], Collection[int]]
"""With whom a person is together as buddies at this moment."""


def nobody(tx: Transaction, person: int) -> Collection[int]:
    """There are no buddies."""
    return ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a silence makes of the questions that are due.

    Args:
        steps: by person and day, what goes out; a plain question where nothing is said.
        told_of: by person, the day on which their buddies hear of it.
    """

    steps: Mapping[tuple[int, date], Step]
    told_of: Mapping[int, date]


@dataclass(frozen=True, slots=True)
class Missing:
    """Counts what was not answered.

    Args:
        together: whom a member is with as buddies; nobody else ever hears of a silence.
    """

    together: Together = nobody

    def look(self, tx: Transaction, due: Sequence[Due], now: datetime) -> Found:
        """What goes out to whom; everybody here is counted as asked once more.

        What comes too late to be asked counts for nobody, and neither does a day that has its
        answer already.
        """
        asked = [each for each in due if each.kind == KIND and now < each.due + FRESH_FOR]
        answered = checkins.answered(tx, [(each.subject, each.day) for each in asked])
        silences = checkins.silences(tx, [each.subject for each in asked])
        steps: dict[tuple[int, date], Step] = {}
        told_of: dict[int, date] = {}
        for each in asked:
            silence = silences.get(each.subject)
            if silence is None or (each.subject, each.day) in answered:
                continue
            if silence.asleep:  # woken by a general command: it begins anew
                checkins.heard(tx, each.subject)
                silence = Silence()
            steps[each.subject, each.day] = step(silence)
            if is_told_of(silence):
                told_of[each.subject] = each.day
        waking = [person for (person, _), what in steps.items() if what is not Step.SLEEP]
        checkins.asked(tx, waking)
        for (person, _), what in steps.items():
            if what is Step.SLEEP:
                fall_asleep(tx, person)
        return Found(steps, told_of)

    def hearers(self, tx: Transaction, told_of: Mapping[int, date], now: datetime) -> list[Draft]:
        """A row for each who hears of a silence: by the yes of both, while they are together."""
        pairs: list[tuple[int, int]] = []
        for person, hearer in checkin_hearers.agreed(tx, list(told_of)):
            if hearer in self.together(tx, person):
                pairs.append((person, hearer))
            else:  # their yes was to a buddy
                checkin_hearers.end(tx, person, hearer)
        to = members.recipients(tx, [hearer for _, hearer in pairs])
        return [
            planned(
                key=f"{HEARER}:{person}:{hearer}:{told_of[person]}",
                kind=HEARER,
                subject=person,
                person=hearer,
                platform=to[hearer].account.platform,
                lane=LANE,
                due=moment,
                expires=moment + LIVES,
                now=now,
            )
            for person, hearer in pairs
            if hearer in to and not to[hearer].stopped
            for moment in [by_day(now, ZoneInfo(to[hearer].zone))]
        ]


def fall_asleep(tx: Transaction, person: int) -> None:
    """Nothing is asked any more, until it is woken."""
    checkins.put_to_sleep(tx, person)
    for kind in (KIND, EVENING):
        rule = schedules.schedule_of(tx, kind, person)
        if rule is not None:
            rules.sleep(tx, rule)


def by_day(now: datetime, zone: ZoneInfo) -> datetime:
    """Now, or the next morning of somebody's own clock."""
    if MORNING <= now.astimezone(zone).time() < NIGHT:
        return now
    return wall_time.next_due(now, MORNING, EVERY_DAY, zone)[1]


NOBODY_TOLD = Missing()
