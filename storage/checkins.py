"""Check-ins: how a member wants to be asked, and what they answered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, or_, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import checkin_plans, checkins, memberships, person_keys

PROMPT = "checkin_plans.prompt"
WORD = "checkins.word"
NOTE = "checkins.note"
EXTRAS = ("feelings", "craving", "sleep", "gratitude", "intention")
"""What can stand beside a day's word; the columns have the same names."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One day's answer.

    Args:
        day: on the member's own calendar.
        word: good, okay, mixed, low, rough, or skip for "not today".
        extras: by name, what else they told; see `EXTRAS`.
    """

    id: int
    day: date
    word: str
    note: str | None
    answered_at: datetime
    extras: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """How long somebody has not answered.

    Args:
        unanswered: questions in a row that were asked and not answered.
        patience: after how many they want a word about it; 0: never.
        asleep: nothing was asked any more.
    """

    unanswered: int = 0
    patience: int = 3
    asleep: bool = False


def make_plan(tx: Transaction, person: int) -> None:
    """The member asked to be checked in on."""
    tx.insert_new(checkin_plans, [{"person": person}])


def has_plan(tx: Transaction, person: int) -> bool:
    """Whether the member asked to be checked in on."""
    row = tx.execute(select(checkin_plans.c.person).where(checkin_plans.c.person == person))
    return row.first() is not None


def set_prompt(tx: Transaction, person: int, words: str | None, *, plain: bool = False) -> None:
    """The member's own words for the question; None: whichever has its turn.

    Args:
        plain: none at all.
    """
    sealed = tx.key_of(person).seal_text(PROMPT, person, words) if words is not None else None
    _change_plan(tx, person, prompt=sealed, plain=plain)


def set_place(tx: Transaction, person: int, place: str) -> None:
    """Where the member wants to be asked: dm, channel or thread."""
    _change_plan(tx, person, place=place)


def _change_plan(tx: Transaction, person: int, **values: object) -> None:
    tx.execute(update(checkin_plans).where(checkin_plans.c.person == person).values(**values))


# --- silence

_SILENCES = select(
    checkin_plans.c.person,
    checkin_plans.c.unanswered,
    checkin_plans.c.patience,
    checkin_plans.c.asleep,
).where(checkin_plans.c.person.in_(bindparam("people", expanding=True)))
_ASKED = (
    update(checkin_plans)
    .where(checkin_plans.c.person.in_(bindparam("people", expanding=True)))
    .values(unanswered=checkin_plans.c.unanswered + 1)
)
_HEARD = (
    update(checkin_plans)
    .where(
        checkin_plans.c.person == bindparam("whose"),
        or_(checkin_plans.c.unanswered > 0, checkin_plans.c.asleep),
    )
    .values(unanswered=0, asleep=False)
)


def silences(tx: Transaction, people: Sequence[int]) -> dict[int, Silence]:
    """How long each of these has been silent."""
    rows = tx.execute(_SILENCES, {"people": list(people)})
    return {
        person: Silence(unanswered=unanswered, patience=patience, asleep=asleep)
        for person, unanswered, patience, asleep in rows
    }


def asked(tx: Transaction, people: Sequence[int]) -> None:
    """Each of these is asked once more."""
    if people:
        tx.execute(_ASKED, {"people": list(people)})


def heard(tx: Transaction, person: int) -> None:
    """The member gave a sign: they are silent no longer, and nothing sleeps."""
    tx.execute(_HEARD, {"whose": person})


def plan_of(tx: Transaction, person: int) -> dict[str, Any] | None:
    """How somebody wants to be asked, JSON-ready; None if they do not."""
    row = tx.execute(select(checkin_plans).where(checkin_plans.c.person == person)).one_or_none()
    if row is None:
        return None
    return {
        "own_prompt": prompts_of(tx, [person]).get(person),
        "without_prompts": row.plain,
        "place": row.place,
        "asleep": row.asleep,
        "unanswered": row.unanswered,
        "word_after": row.patience,
    }


def set_patience(tx: Transaction, person: int, questions: int) -> None:
    """After how many unanswered questions the member wants a word; 0: never."""
    _change_plan(tx, person, patience=questions)


def put_to_sleep(tx: Transaction, person: int) -> None:
    """Nothing is asked until they wake it."""
    _change_plan(tx, person, asleep=True)


_WISHES = (
    select(checkin_plans.c.person, checkin_plans.c.place, memberships.c.community)
    .outerjoin(
        memberships,
        (memberships.c.person == checkin_plans.c.person) & memberships.c.stopped_at.is_(None),
    )
    .where(checkin_plans.c.person.in_(bindparam("people", expanding=True)))
    .order_by(memberships.c.joined_at, memberships.c.community)
)


def wishes_of(
    tx: Transaction, people: Sequence[int]
) -> dict[int, tuple[str | None, tuple[int, ...]]]:
    """By person, where they want to be asked (None: they never said) and their communities.

    The communities stand in the order in which they were joined.
    """
    found: dict[int, tuple[str | None, tuple[int, ...]]] = {}
    for person, place, community in tx.execute(_WISHES, {"people": list(people)}):
        before = found.get(person, (place, ()))[1]
        found[person] = place, before if community is None else (*before, community)
    return found


_PLAIN = select(checkin_plans.c.person).where(
    checkin_plans.c.person.in_(bindparam("people", expanding=True)), checkin_plans.c.plain
)


def without_prompts(tx: Transaction, people: Sequence[int]) -> set[int]:
    """Who of these wants nothing beside the question."""
    return {person for (person,) in tx.execute(_PLAIN, {"people": list(people)})}


_PROMPTS = (
    select(checkin_plans.c.person, checkin_plans.c.prompt, person_keys.c.wrapped)
    .join(person_keys, person_keys.c.person == checkin_plans.c.person)
    .where(
        checkin_plans.c.person.in_(bindparam("people", expanding=True)),
        checkin_plans.c.prompt.is_not(None),
    )
)


def prompts_of(tx: Transaction, people: Sequence[int]) -> dict[int, str]:
    """The own words of those who chose some, by person."""
    rows = tx.execute(_PROMPTS, {"people": list(people)})
    return {
        person: tx.keys.person_key(person, wrapped).open_text(PROMPT, person, prompt)
        for person, prompt, wrapped in rows
    }


def answer(tx: Transaction, person: int, day: date, word: str, now: datetime) -> None:
    """Keep the word for a day, in place of an earlier one; the note of that day stays."""
    key = tx.key_of(person)
    row = tx.execute(_ID_OF_DAY, {"who": person, "on": day}).scalar()
    if row is None:
        row = new_id()
        sealed = key.seal_text(WORD, row, word)
        values = {"id": row, "person": person, "day": day, "word": sealed, "answered_at": now}
        tx.execute(_ADD, values)
    else:
        sealed = key.seal_text(WORD, row, word)
        tx.execute(_CHANGE, {"row": row, "new_word": sealed, "at": now})


_ADD = insert(checkins)
_CHANGE = (
    update(checkins)
    .where(checkins.c.id == bindparam("row"))
    .values(word=bindparam("new_word"), answered_at=bindparam("at"))
)
_ID_OF_DAY = select(checkins.c.id).where(
    checkins.c.person == bindparam("who"), checkins.c.day == bindparam("on")
)


def take_back(tx: Transaction, person: int, day: date) -> None:
    """Forget a day's answer, and its note."""
    tx.execute(delete(checkins).where(checkins.c.person == person, checkins.c.day == day))


def set_note(tx: Transaction, person: int, day: date, note: str | None) -> bool:
    """Keep a note beside the day's word; None removes it. False: that day has no answer yet."""
    row = tx.execute(_ID_OF_DAY, {"who": person, "on": day}).scalar()
    if row is None:
        return False
    sealed = tx.key_of(person).seal_text(NOTE, row, note) if note is not None else None
    tx.execute(update(checkins).where(checkins.c.id == row).values(note=sealed))
    return True


def set_extra(tx: Transaction, person: int, day: date, extra: str, told: str | None) -> bool:
    """Keep what was told beside the day's word; None removes it. False: no answer that day."""
    row = tx.execute(_ID_OF_DAY, {"who": person, "on": day}).scalar()
    if row is None:
        return False
    key = tx.key_of(person)
    sealed = key.seal_text(f"checkins.{extra}", row, told) if told is not None else None
    tx.execute(update(checkins).where(checkins.c.id == row).values({checkins.c[extra]: sealed}))
    return True


def forget_extra(tx: Transaction, person: int, extra: str) -> None:
    """Remove all of one kind; the words stay."""
    cleared = {checkins.c[extra]: None}
    tx.execute(update(checkins).where(checkins.c.person == person).values(cleared))


def forget_notes(tx: Transaction, person: int) -> None:
    """Remove every note of a person; the words stay."""
    tx.execute(update(checkins).where(checkins.c.person == person).values(note=None))


def forget_old(tx: Transaction, *, notes: date, answers: date) -> None:
    """Let go of what was written for days before `notes`, and of days before `answers`."""
    tx.execute(delete(checkins).where(checkins.c.day < answers))
    written = or_(*(column.is_not(None) for column in _WRITTEN))
    nothing = dict.fromkeys((column.name for column in _WRITTEN), None)
    tx.execute(update(checkins).where(checkins.c.day < notes, written).values(**nothing))


_WRITTEN = (checkins.c.note, checkins.c.gratitude, checkins.c.intention)


def of_day(tx: Transaction, person: int, day: date) -> CheckIn | None:
    """The answer of one day."""
    found = between(tx, person, day, day)
    return found[0] if found else None


_ANSWERED = select(checkins.c.person, checkins.c.day).where(
    checkins.c.person.in_(bindparam("people", expanding=True)),
    checkins.c.day.in_(bindparam("on_days", expanding=True)),
)


def answered(tx: Transaction, asked: Collection[tuple[int, date]]) -> set[tuple[int, date]]:
    """Of these people and days, for which there is an answer already."""
    people = sorted({person for person, _day in asked})
    days = sorted({day for _person, day in asked})
    rows = tx.execute(_ANSWERED, {"people": people, "on_days": days})
    return {(person, day) for person, day in rows} & set(asked)


def between(tx: Transaction, person: int, first: date, last: date) -> list[CheckIn]:
    """The answers of a span of days, both ends included, oldest first."""
    key = tx.key_of(person)
    rows = tx.execute(_BETWEEN, {"whose": person, "first": first, "last": last})
    return [
        CheckIn(
            id,
            day,
            key.open_text(WORD, id, word),
            key.open_text(NOTE, id, note) if note is not None else None,
            answered_at,
            {
                extra: key.open_text(f"checkins.{extra}", id, sealed)
                for extra, sealed in zip(EXTRAS, extras, strict=True)
                if sealed is not None
            },
        )
        for id, day, word, note, answered_at, *extras in rows
    ]


_BETWEEN = (
    select(
        checkins.c.id,
        checkins.c.day,
        checkins.c.word,
        checkins.c.note,
        checkins.c.answered_at,
        *(checkins.c[extra] for extra in EXTRAS),
    )
    .where(
        checkins.c.person == bindparam("whose"),
        checkins.c.day.between(bindparam("first"), bindparam("last")),
    )
    .order_by(checkins.c.day)
)
_DAYS = (
    select(checkins.c.day).where(checkins.c.person == bindparam("whose")).order_by(checkins.c.day)
)


def days_of(tx: Transaction, person: int) -> tuple[date, ...]:
    """Every day the member answered, oldest first."""
    rows = tx.execute(_DAYS, {"whose": person})
    return tuple(day for (day,) in rows)


def count(tx: Transaction, person: int) -> int:
    """On how many days the member answered."""
    total: int = tx.execute(
        select(func.count()).select_from(checkins).where(checkins.c.person == person)
    ).scalar_one()
    return total


def erase(tx: Transaction, person: int) -> None:
    """Remove everything about a member's check-ins."""
    tx.execute(delete(checkins).where(checkins.c.person == person))
    tx.execute(delete(checkin_plans).where(checkin_plans.c.person == person))
