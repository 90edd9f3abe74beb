"""What communities ask beside the five words, in their own words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, func, insert, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.schedules import EVERY_DAY
from storage.tables import checkin_prompts, schedules

WORDS = "checkin_prompts.words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt.

    Args:
        number: what the community's team calls it.
        slot: day, week, morning or evening.
        days: of the week on which it may come; bit 0 is Monday.
        on_day: set: on this day only.
        words: by language.
    """

    id: int
    community: int
    number: int
    slot: str
    days: int
    on_day: date | None
    words: Mapping[str, str]
    retired: bool = False


def add(tx: Transaction, community: int, slot: str, days: int, words: Mapping[str, str]) -> Prompt:
    """A new one, under the next number."""
    last = select(func.max(checkin_prompts.c.number)).where(
        checkin_prompts.c.community == community
    )
    prompt = Prompt(
        id=new_id(),
        community=community,
        number=(tx.execute(last).scalar() or 0) + 1,
        slot=slot,
        days=days,
        on_day=None,
        words=words,
    )
    tx.execute(
        insert(checkin_prompts).values(
            id=prompt.id,
            community=community,
            number=prompt.number,
            slot=slot,
            days=days,
            words=_sealed(tx, prompt.id, words),
            retired=False,
        )
    )
    return prompt


def change(tx: Transaction, prompt: Prompt) -> None:
    """Write one that is there already."""
    tx.execute(
        update(checkin_prompts)
        .where(checkin_prompts.c.id == prompt.id)
        .values(
            days=prompt.days,
            on_day=prompt.on_day,
            words=_sealed(tx, prompt.id, prompt.words),
            retired=prompt.retired,
        )
    )


_ALL = (
    select(
        checkin_prompts.c.id,
        checkin_prompts.c.community,
        checkin_prompts.c.number,
        checkin_prompts.c.slot,
        checkin_prompts.c.days,
        checkin_prompts.c.on_day,
        checkin_prompts.c.words,
        checkin_prompts.c.retired,
    )
    .where(checkin_prompts.c.community.in_(bindparam("communities", expanding=True)))
    .order_by(checkin_prompts.c.community, checkin_prompts.c.number)
)
_IN_USE = _ALL.where(checkin_prompts.c.retired.is_(False))


def of_community(tx: Transaction, community: int) -> list[Prompt]:
    """Those of one community, retired ones too, by number."""
    return _read(tx, _ALL, [community])


def in_use(tx: Transaction, communities: Sequence[int]) -> list[Prompt]:
    """Those of several communities that are not retired."""
    return _read(tx, _IN_USE, communities) if communities else []


_DAYS_ASKED = select(schedules.c.subject, schedules.c.days).where(
    schedules.c.kind == bindparam("of_kind"),
    schedules.c.subject.in_(bindparam("people", expanding=True)),
)


def days_asked(tx: Transaction, people: Sequence[int], kind: str) -> dict[int, int]:
    """By person with a rule of this kind, the days of the week on which it asks."""
    rows = tx.execute(_DAYS_ASKED, {"people": list(people), "of_kind": kind})
    return {person: days or EVERY_DAY for person, days in rows}


def _read(tx: Transaction, wanted: Select[Any], communities: Sequence[int]) -> list[Prompt]:
    rows = tx.execute(wanted, {"communities": list(communities)})
    return [
        Prompt(
            id=id,
            community=community,
            number=number,
            slot=slot,
            days=days,
            on_day=on_day,
            words=json.loads(tx.keys.system.open(WORDS, id, words)),
            retired=retired,
        )
        for id, community, number, slot, days, on_day, words, retired in rows
    ]


def _sealed(tx: Transaction, id: int, words: Mapping[str, str]) -> bytes:
    return tx.keys.system.seal(WORDS, id, json.dumps(dict(words)).encode())
