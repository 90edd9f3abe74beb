"""When two could talk: offered from the hours that both have, and remembered once both chose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.buddies.joining.hours import PARTS, WEEK, free_hours, overlapping
from bot.buddies.joining.items import Said, answer
from bot.buddies.relay.life import SOON, TIMES, awake, everybody, living
from bot.buddies.relay.meaning import pair_named
from bot.buddies.relay.news import Page, Written, tell
from bot.delivery import rules
from bot.delivery.messages import send
from bot.platform import Action, Choice, Choices
from bot.turn import ChoiceGoneError, Turn
from storage import buddies, buddy_lives, members
from storage.buddy_lives import Life
from storage.buddy_pairs import Pair, Partner
from storage.database import Transaction
from storage.outbox import Draft
from storage.schedules import Due

PROMPT = "buddy-times"
OFFERED = 3
NOTICE = timedelta(hours=18)
"""How long before it a time is offered at the latest."""
BEFORE = timedelta(minutes=30)
"""How long before it they are reminded."""
_HOUR = timedelta(hours=1)
_USUAL = tuple(part for part in PARTS if not part.endswith("night"))


# --- offering


def times(turn: Turn, pair: Pair) -> Sequence[Action]:
    """`buddy times`: when both could, to choose from; both are asked."""
    life = buddy_lives.life_of(turn.tx, pair.id)
    if not any(each > turn.now for each in life.offered):
        life = offer(turn.tx, pair, turn.now)
        others = [each.person for each in pair.others(turn.person.id)]
        if life.offered:
            send(turn, tell(turn.tx, pair, others, "times", turn.now, again=_again(life)))
    open_ones = [each for each in life.offered if each > turn.now]
    if not open_ones:
        return [turn.answer("together-times-none")]
    return [turn.answer("together-times-which", _offered(turn, pair, open_ones))]


def plan_times(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """Offer times to all of a pair; nothing where they have none in common."""
    drafts: list[Draft] = []
    for each, pair in living(tx, due):
        life = offer(tx, pair, now)
        if life.offered:
            drafts += tell(tx, pair, awake(tx, pair, now), "times", each.due, again=_again(life))
    return drafts


def offer(tx: Transaction, pair: Pair, now: datetime) -> Life:
    """Find times for a pair, in place of those that it was offered before."""
    common = "1" * WEEK
    zones = members.recipients(tx, everybody(pair))
    for each in pair.partners:
        if each.person in zones:
            hours = answer(_said(tx, pair, each), "hours") or _USUAL
            common = overlapping(common, free_hours(hours, ZoneInfo(zones[each.person].zone), now))
    life = replace(
        buddy_lives.life_of(tx, pair.id), offered=pick(common, now), chosen={}, agreed=None
    )
    buddy_lives.put_life(tx, life)
    return life


def pick(common: str, now: datetime) -> tuple[datetime, ...]:
    """A few of the common hours of the coming week, on days apart from each other.

    Args:
        common: 168 characters, "1" for an hour that all have, in UTC from Monday 00:00.
        now: aware; nothing is offered that comes too soon.
    """
    first = (now + NOTICE).astimezone(UTC).replace(minute=0, second=0, microsecond=0) + _HOUR
    free = [
        hour
        for hour in (first + number * _HOUR for number in range(WEEK - int(NOTICE / _HOUR)))
        if common[hour.weekday() * 24 + hour.hour] == "1"
    ]
    by_day: dict[object, list[datetime]] = {}
    for hour in free:
        by_day.setdefault(hour.date(), []).append(hour)
    days = [some[len(some) // 2] for some in by_day.values()]
    if len(days) <= OFFERED:
        return tuple(days)
    step = (len(days) - 1) / (OFFERED - 1)
    return tuple(days[round(number * step)] for number in range(OFFERED))


# --- choosing


def chosen(turn: Turn) -> Sequence[Action]:
    """A time that would do; once all have chosen the same, it stands."""
    pair = pair_named(turn, turn.detail)
    life = buddy_lives.life_of(turn.tx, pair.id)
    if turn.choice == "none":
        return [turn.answer("together-times-other")]
    at = next((each for each in life.offered if str(int(each.timestamp())) == turn.choice), None)
    if at is None or at <= turn.now:
        raise ChoiceGoneError("no such time")
    person = turn.person.id
    mine = {*life.chosen.get(person, ()), at}
    life = replace(life, chosen={**life.chosen, person: tuple(sorted(mine))})
    if all(at in life.chosen.get(each, ()) for each in everybody(pair)):
        return _agree(turn, pair, life, at)
    buddy_lives.put_life(turn.tx, life)
    return [turn.answer("together-time-noted", time=_words(turn, at))]


def _agree(turn: Turn, pair: Pair, life: Life, at: datetime) -> Sequence[Action]:
    buddy_lives.put_life(turn.tx, replace(life, agreed=at))
    rules.set_once(turn.tx, kind=SOON, subject=pair.id, at=max(turn.now, at - BEFORE), zone="UTC")
    others = [each.person for each in pair.others(turn.person.id)]
    about = f"agreed:{int(at.timestamp())}"
    send(turn, tell(turn.tx, pair, others, about, turn.now, soon=True))
    return [turn.answer("together-time-agreed", time=_words(turn, at))]


def plan_soon(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """The reminder; and, since they meet, times for the next one after it."""
    drafts: list[Draft] = []
    for each, pair in living(tx, due):
        life = buddy_lives.life_of(tx, pair.id)
        if life.agreed is None or life.agreed < now - BEFORE:
            continue
        about = f"soon:{int(life.agreed.timestamp())}"
        drafts += tell(tx, pair, everybody(pair), about, each.due, soon=True)
        following = life.agreed + timedelta(days=7) / life.a_week - NOTICE
        at = max(following, life.agreed + timedelta(hours=2))
        rules.set_once(tx, kind=TIMES, subject=pair.id, at=at, zone="UTC")
    return drafts


# --- how it reads


def offered(page: Page) -> Written:
    """Times to choose from; None where they have passed or stand already."""
    life = buddy_lives.life_of(page.tx, page.pair.id)
    some = [each for each in life.offered if page.to is not None]
    if not some or life.agreed is not None:
        return None
    buttons = tuple(Choice(id=_id(each), label=page.moment(each)) for each in some)
    none = Choice(id="none", label=page.texts.line(page.language, "together-times-no"))
    choices = Choices(
        prompt=f"{PROMPT}/{page.pair.id}", options=(*buttons, none), language=page.language
    )
    return page.body("together-times", minutes=life.minutes, often=life.a_week), choices


def agreed(page: Page) -> Written:
    """A time stands."""
    return page.body("together-time-told", time=page.moment(_at(page.about))), None


def soon(page: Page) -> Written:
    """The reminder of a time that stands."""
    at, life = _at(page.about), buddy_lives.life_of(page.tx, page.pair.id)
    if life.agreed != at:
        return None
    zone = ZoneInfo(page.to.zone) if page.to is not None else UTC
    hour = page.texts.when(page.language, at.astimezone(zone), "time")
    return page.body("together-soon", hour=hour, minutes=life.minutes), None


def _offered(turn: Turn, pair: Pair, some: Iterable[datetime]) -> Choices:
    buttons = tuple(Choice(id=_id(each), label=_words(turn, each)) for each in some)
    none = turn.option("none", "together-times-no")
    return Choices(prompt=f"{PROMPT}/{pair.id}", options=(*buttons, none))


def _id(at: datetime) -> str:
    return str(int(at.timestamp()))


def _at(written: str) -> datetime:
    return datetime.fromtimestamp(int(written), UTC)


def _again(life: Life) -> str:
    return _id(life.offered[0]) if life.offered else ""


def _words(turn: Turn, at: datetime) -> str:
    return turn.texts.when(turn.language, at.astimezone(turn.zone), "datetime")


def _said(tx: Transaction, pair: Pair, partner: Partner) -> Said:
    if partner.mentors:
        mentor = buddies.mentor(tx, pair.community, partner.person)
        return mentor.said if mentor is not None else {}
    seeker = buddies.seeker(tx, pair.community, partner.person)
    return seeker.said if seeker is not None else {}
