"""Help lines: what members choose, what communities add, and who made sure of which line."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, insert, or_, select, update

from storage.database import Transaction
from storage.ids import new_id, new_ids
from storage.tables import (
    accounts,
    communities,
    help_choices,
    line_checks,
    local_lines,
)

WHO = "line_checks.who"


@dataclass(frozen=True, slots=True)
class HelpChoice:
    """How a member wants to be helped.

    Args:
        country: ISO 3166; None: nobody told us.
        prefers: text, call, or None for either.
        asked_at: when we asked whether the country is right.
    """

    country: str | None = None
    prefers: str | None = None
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LocalLine:
    """A line that a community added.

    Args:
        country: the community's when it was added.
        facts: JSON-ready; what they are called is up to the feature.
    """

    id: int
    community: int
    country: str | None
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Check:
    """Somebody made sure of a line.

    Args:
        community: None for the operator's checks, which count everywhere.
        line: tells lines apart, and changes with their facts.
        who: as they or the platform call them; None once they are erased.
    """

    community: int | None
    line: str
    checked_at: datetime
    who: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """All that communities and operators say of lines, to be kept in memory.

    Args:
        lines: by community.
        checks: the newest of each line, by community; under None what the operator checked.
    """

    lines: Mapping[int, Sequence[LocalLine]] = field(default_factory=dict)
    checks: Mapping[int | None, Mapping[str, datetime]] = field(default_factory=dict)


# --- what members choose


def choice_of(tx: Transaction, person: int) -> HelpChoice:
    """What the member told us; an empty choice if nothing."""
    row = tx.execute(_CHOICE, {"whose": person}).one_or_none()
    return HelpChoice(*row) if row else HelpChoice()


_CHOICE = select(help_choices.c.country, help_choices.c.prefers, help_choices.c.asked_at).where(
    help_choices.c.person == bindparam("whose")
)


def set_country(tx: Transaction, person: int, country: str | None) -> None:
    """The member's country; None forgets it."""
    _change(tx, person, country=country)


def set_prefers(tx: Transaction, person: int, prefers: str | None) -> None:
    """Whether the member would rather write or call."""
    _change(tx, person, prefers=prefers)


def asked_country(tx: Transaction, person: int, now: datetime) -> None:
    """The member was asked whether the country is right."""
    _change(tx, person, asked_at=now)


def _change(tx: Transaction, person: int, **values: Any) -> None:
    tx.insert_new(help_choices, [{"person": person}])
    tx.execute(update(help_choices).where(help_choices.c.person == person).values(**values))


# --- what communities add


def add(
    tx: Transaction, community: int, country: str | None, facts: Mapping[str, Any], now: datetime
) -> int:
    """Keep a community's own line. Returns: its id."""
    id = new_id()
    tx.execute(
        insert(local_lines).values(
            id=id, community=community, country=country, line=json.dumps(facts), added_at=now
        )
    )
    return id


def remove(tx: Transaction, community: int, id: int) -> bool:
    """Remove a line of a community; False if it has no such line."""
    done = tx.execute(
        delete(local_lines).where(local_lines.c.id == id, local_lines.c.community == community)
    )
    return done.rowcount > 0


def of_communities(tx: Transaction, ids: Sequence[int]) -> list[LocalLine]:
    """The lines that these communities added, in the order in which they were added."""
    if not ids:
        return []
    rows = tx.execute(_LINES.where(local_lines.c.community.in_(ids)))
    return [_line(*row) for row in rows]


_LINES = select(
    local_lines.c.id, local_lines.c.community, local_lines.c.country, local_lines.c.line
).order_by(local_lines.c.added_at, local_lines.c.id)


def _line(id: int, community: int, country: str | None, line: str) -> LocalLine:
    return LocalLine(id, community, country, json.loads(line))


# --- who made sure of what


def check(
    tx: Transaction,
    lines: Sequence[str],
    *,
    community: int | None,
    now: datetime,
    who: str,
    platform: str | None = None,
    user: str | None = None,
) -> None:
    """Record that somebody made sure of these lines.

    Args:
        who: as they call themselves; sealed.
        platform, user: their account, by which erasing the person finds the record.
    """
    index = tx.keys.index(f"{platform}:{user}") if platform and user else None
    rows = [
        {
            "id": id,
            "community": community,
            "line": line,
            "checked_at": now,
            "who": tx.keys.system.seal_text(WHO, id, who),
            "who_index": index,
        }
        for id, line in zip(new_ids(len(lines)), lines, strict=True)
    ]
    if rows:
        tx.execute(insert(line_checks), rows)


def checks(tx: Transaction, community: int | None) -> list[Check]:
    """What a community or the operator (None) checked, the newest first."""
    # SQLAlchemy makes `IS NULL` of a comparison with None.
    mine = line_checks.c.community == community
    rows = tx.execute(_CHECKS.where(mine).order_by(line_checks.c.checked_at.desc()))
    return [
        Check(
            community,
            line,
            checked_at,
            tx.keys.system.open_text(WHO, id, who) if who is not None else None,
        )
        for id, community, line, checked_at, who in rows
    ]


_CHECKS = select(
    line_checks.c.id,
    line_checks.c.community,
    line_checks.c.line,
    line_checks.c.checked_at,
    line_checks.c.who,
)


def latest_checks(tx: Transaction, ids: Sequence[int]) -> dict[str, datetime]:
    """When each line was last checked by one of these communities, or by the operator."""
    counts = or_(line_checks.c.community.is_(None), line_checks.c.community.in_(ids))
    rows = tx.execute(_LATEST.where(counts).group_by(line_checks.c.line))
    return {line: checked_at for line, checked_at in rows}


_LATEST = select(line_checks.c.line, func.max(line_checks.c.checked_at))


def kept(tx: Transaction) -> Kept:
    """Everything, of every community that is served."""
    served = select(communities.c.id).where(communities.c.listed.is_(True))
    lines: dict[int, list[LocalLine]] = defaultdict(list)
    for row in tx.execute(_LINES.where(local_lines.c.community.in_(served))):
        line = _line(*row)
        lines[line.community].append(line)
    found: dict[int | None, dict[str, datetime]] = defaultdict(dict)
    rows = tx.execute(
        _LATEST.add_columns(line_checks.c.community).group_by(
            line_checks.c.line, line_checks.c.community
        )
    )
    for line_key, checked_at, community in rows:
        found[community][line_key] = checked_at
    return Kept(dict(lines), dict(found))


# --- export and erase


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """What is kept of a person, JSON-ready."""
    choice = choice_of(tx, person)
    rows = tx.execute(
        select(line_checks.c.checked_at)
        .where(line_checks.c.who_index.in_(_accounts_of(person)))
        .order_by(line_checks.c.checked_at)
    )
    return {
        "country": choice.country,
        "prefers": choice.prefers,
        "checked_help_lines_at": [moment.isoformat() for (moment,) in rows],
    }


def erase(tx: Transaction, person: int) -> None:
    """Forget what a member chose, and that it was they who checked lines; the checks stay.

    Their accounts must still be there.
    """
    tx.execute(delete(help_choices).where(help_choices.c.person == person))
    tx.execute(
        update(line_checks)
        .where(line_checks.c.who_index.in_(_accounts_of(person)))
        .values(who=None, who_index=None)
    )


def _accounts_of(person: int) -> Select[tuple[bytes]]:
    return select(accounts.c.user_index).where(accounts.c.person == person)
