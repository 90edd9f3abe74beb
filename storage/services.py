"""The directories of services that communities brought in; public facts, nothing personal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, select

from storage.database import Transaction
from storage.ids import new_ids
from storage.tables import listed_services


@dataclass(frozen=True, slots=True)
class Listed:
    """One service.

    Args:
        facts: JSON-ready; what they are called is up to the feature.
        about, places: what it is found by; in the plain form in which it is looked for.
    """

    facts: Mapping[str, Any]
    about: str
    places: str


def replace(tx: Transaction, community: int, services: Sequence[Listed]) -> None:
    """A community's directory, in place of the one before."""
    tx.execute(delete(listed_services).where(listed_services.c.community == community))
    rows = [
        {
            "id": id,
            "community": community,
            "service": json.dumps(service.facts),
            "about": service.about,
            "places": service.places,
        }
        for id, service in zip(new_ids(len(services)), services, strict=True)
    ]
    if rows:
        tx.execute(insert(listed_services), rows)


def count(
    tx: Transaction, communities: Sequence[int], about: Sequence[str] = (), at: Sequence[str] = ()
) -> int:
    """How many services hold all these words; `about` what they are, `at` where they are."""
    statement = select(func.count()).select_from(listed_services)
    found: int = tx.execute(statement.where(_holding(communities, about, at))).scalar_one()
    return found


def find(
    tx: Transaction,
    communities: Sequence[int],
    about: Sequence[str] = (),
    at: Sequence[str] = (),
    *,
    first: int = 0,
    most: int,
) -> list[dict[str, Any]]:
    """The facts of those services, in the order of the directory."""
    rows = tx.execute(
        select(listed_services.c.service)
        .where(_holding(communities, about, at))
        .order_by(listed_services.c.id)
        .offset(first)
        .limit(most)
    )
    return [json.loads(service) for (service,) in rows]


def _holding(
    communities: Sequence[int], about: Sequence[str], at: Sequence[str]
) -> ColumnElement[bool]:
    table = listed_services.c
    return and_(
        table.community.in_(communities),
        *(table.about.contains(word, autoescape=True) for word in about),
        *(table.places.contains(word, autoescape=True) for word in at),
    )
