"""The weekly look back: only for who wants it, only beside their own weeks, silent after none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.checkins.days import said_days
from bot.checkins.looking_back.figures import NOTABLE, difference
from bot.checkins.looking_back.wording import Wording
from bot.delivery import rules
from bot.delivery.messages import direct, planned_for_each
from bot.errors import HandrailError
from bot.platform import Action, Audience, Choice, Choices, Say, Send
from bot.richtext import Body
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT, Turn
from storage import checkin_history, members, outbox, schedules
from storage.checkin_history import Answer
from storage.database import Transaction
from storage.outbox import Claimed, Draft
from storage.schedules import Due

KIND = "checkin-summary"
AT = time(18)  # on the member's clock
SUNDAY = 1 << 6
WEEK, BEFORE = timedelta(days=7), timedelta(weeks=4)
FRESH_FOR = timedelta(days=1)
LANE = 2


class UnclearWeekdayError(HandrailError):
    """The words are not one day of the week."""

    text_id = "looking-back-summary-day-unclear"


def summary(turn: Turn) -> Sequence[Action]:
    """`checkin summary on [weekday]`, `checkin summary off`."""
    me = turn.person.id
    if turn.words("weekly") == "off":
        schedules.remove(turn.tx, KIND, me)
        outbox.cancel_unsent(turn.tx, kind=KIND, person=me, now=turn.now)
        return [turn.answer("looking-back-summary-off")]
    rule = rules.set_daily(
        turn.tx, kind=KIND, person=me, at=AT, zone=turn.zone, now=turn.now, days=_day(turn)
    )
    due = rule.next_due or turn.now
    following = turn.texts.when(turn.language, due.astimezone(turn.zone), "datetime")
    return [turn.answer("looking-back-summary-on", next=following)]


def _day(turn: Turn) -> int:
    """One day of the week, as a mask. Raises: UnclearWeekdayError, UnclearDaysError."""
    said = turn.words("weekday")
    if said is None:
        return SUNDAY
    days = said_days(turn, said)
    if days.bit_count() != 1:
        raise UnclearWeekdayError(f"{days.bit_count()} days")
    return days


def plan(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """One row for each member whose day it is; what is a day late is written as expired."""
    return planned_for_each(tx, due, kind=KIND, lane=LANE, fresh_for=FRESH_FOR, now=now)


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The look backs of claimed rows; None for who stopped, ended it, or had a week without one."""
    recipients = members.recipients(tx, [row.subject for row in rows])
    by_day: dict[date, list[int]] = {}
    for row in rows:
        by_day.setdefault(_last_day(row), []).append(row.subject)
    answers = {
        last: checkin_history.answers_of(tx, people, last - WEEK - BEFORE, last)
        for last, people in by_day.items()
    }
    written: dict[int, Send | None] = {}
    for row in rows:
        to, last = recipients.get(row.subject), _last_day(row)
        theirs = answers[last].get(row.subject, [])
        week = [answer for answer in theirs if answer.day > last - WEEK]
        if to is None or to.stopped or not to.account.reachable or not week:
            written[row.id] = None
            continue
        before = [a for a in theirs if last - WEEK - BEFORE < a.day <= last - WEEK]
        written[row.id] = Say(
            to=direct(to),
            body=_body(Wording(texts, to.language), week, before),
            audience=Audience.DIRECT,
            choices=_choices(texts, to.language),
            key=row.send_id,
        )
    return written


def _last_day(row: Claimed) -> date:
    return date.fromisoformat(row.detail or "")


def _body(words: Wording, week: Sequence[Answer], before: Sequence[Answer]) -> Body:
    """A week, and how it was beside the weeks before it, where there are enough words to tell."""
    said = words.counted(week)
    body = words.body("looking-back-summary", days=len(week), words=said)
    apart = difference(week, before)
    if apart is None:
        return body
    how = "lighter" if apart >= NOTABLE else "heavier" if apart <= -NOTABLE else "same"
    return (*body, *words.body(f"looking-back-summary-{how}"))


def _choices(texts: Texts, language: str) -> Choices:
    more = texts.line(language, "looking-back-summary-see")
    end = texts.line(language, "looking-back-summary-end")
    return Choices(
        prompt=COMMAND_PROMPT,
        options=(
            Choice(id="checkin history", label=more),
            Choice(id="checkin summary off", label=end),
        ),
        language=language,
    )
