"""The one message about a goal: on the day that the member chose to look at it.

Whatever they answer, or whether they do, nothing is ever called late.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import wall_time
from bot.checkins.hours import hour_of, resting
from bot.checkins.offers import ExtraLines
from bot.delivery import rules
from bot.delivery.messages import direct, planned
from bot.platform import Audience, Choice, Choices, Say, Send
from bot.richtext import Body, Paragraph, Quote, Text
from bot.texts import Texts
from storage import goals, members, schedules
from storage.database import Transaction
from storage.goals import Goal, State
from storage.members import Recipient
from storage.outbox import Claimed, Draft
from storage.schedules import Due

KIND, PROMPT = "goal-review", "goal"
STEP_FORM, DAY_FORM = "goal-step", "goal-day"
LANE = 2
FRESH_FOR = timedelta(hours=36)
AGAIN_AFTER = timedelta(days=7)


def aim(
    tx: Transaction, goal: Goal, *, zone: ZoneInfo, now: datetime, hour: time | None = None
) -> None:
    """Have the member asked on the goal's day, at their check-in hour; or not at all.

    Args:
        hour: the member's check-in hour, where it is known.
    """
    if goal.review is None or goal.state is not State.OPEN:
        schedules.remove(tx, KIND, goal.id)
        return
    rules.set_daily(
        tx,
        kind=KIND,
        person=goal.person,
        subject=goal.id,
        at=hour or hour_of(tx, goal.person),
        zone=zone,
        now=now,
        not_before=goal.review,
    )


def plan(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """A row for each goal to be looked at; while the member rests it waits a week more."""
    platforms = members.platforms_of(tx, sorted({each.person or 0 for each in due}))
    drafts: list[Draft] = []
    # The first of each: the day that was chosen, however many days we were away.
    for each in {each.subject: each for each in reversed(due)}.values():
        schedules.remove(tx, KIND, each.subject)
        goal = goals.with_id(tx, each.subject)
        if goal is None or goal.state is not State.OPEN or goal.person not in platforms:
            continue
        if goal.review is not None and goal.review > each.day:  # a pause ended before
            aim(tx, goal, zone=wall_time.zone_named(each.zone), now=now)
            continue
        if now >= each.due + FRESH_FOR or resting(tx, goal.person, each.day):
            goal = replace(goal, review=each.day + AGAIN_AFTER)
            goals.put(tx, goal)
            aim(tx, goal, zone=wall_time.zone_named(each.zone), now=now)
            continue
        drafts.append(
            planned(
                key=f"{KIND}:{goal.id}:{each.day.isoformat()}",
                kind=KIND,
                subject=goal.id,
                person=goal.person,
                platform=platforms[goal.person],
                lane=LANE,
                due=each.due,
                expires=each.due + FRESH_FOR,
                now=now,
            )
        )
    return drafts


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The messages of claimed rows; None for who stopped, or whose goal is open no longer."""
    people = members.recipients(tx, [row.person for row in rows if row.person is not None])
    return {row.id: _message(tx, texts, row, people.get(row.person or 0)) for row in rows}


def _message(tx: Transaction, texts: Texts, row: Claimed, to: Recipient | None) -> Say | None:
    goal = goals.with_id(tx, row.subject)
    if goal is None or goal.state is not State.OPEN:
        return None
    if to is None or to.stopped or not to.account.reachable:
        return None
    first, *rest = texts.body(to.language, "goal-review")
    words = Quote((Text(goal.words),))
    asked = rest or [Paragraph(())]
    return Say(
        to=direct(to),
        body=(first, words, *asked),
        audience=Audience.DIRECT,
        choices=options_for(texts, to.language, goal),
        rings=True,
        key=row.send_id,
    )


def beside(texts: Texts) -> ExtraLines:
    """What stands beside the day's question: the goals of those who wished it there."""

    def lines(tx: Transaction, person: int, day: date, language: str) -> Sequence[Body]:
        return [
            texts.body(language, "goal-beside-line", words=_next_step(goal))
            for goal in goals.beside_question(tx, person)
        ]

    return lines


def _next_step(goal: Goal) -> str:
    return next((each.words for each in goal.steps if not each.done), goal.words)


def options_for(texts: Texts, language: str, goal: Goal) -> Choices:
    """What can be said about a goal; each as good as the other."""
    labelled: list[tuple[str, str, str | None]] = [
        ("done", "goal-done", None),
        ("smaller", "goal-smaller", STEP_FORM),
        ("keep", "goal-keep", None),
        ("day", "goal-other-day", DAY_FORM),
        ("beside", "goal-apart" if goal.beside else "goal-beside", None),
        ("mind", "goal-changed-mind", None),
    ]
    if any(not each.done for each in goal.steps):
        labelled.insert(0, ("step", "goal-step-done", None))
    options = tuple(
        Choice(id=choice, label=texts.line(language, text_id), form=form)
        for choice, text_id, form in labelled
    )
    return Choices(prompt=f"{PROMPT}/{goal.id}", options=options, language=language)
