"""Codes by which somebody shows that two accounts are theirs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.members import USER
from storage.tables import accounts, link_codes, persons

MADE_ON = "link_codes.made_on"
OTHER = "link_codes.other"

Native = tuple[str, str]
"""Platform, and an account there."""


@dataclass(frozen=True, slots=True)
class Linking:
    """A link that somebody has begun.

    Args:
        made_on: the account that made the code.
        other: the one on which it was typed and said yes to; None until then.
    """

    id: int
    person: int
    made_on: Native
    other: Native | None


def begin(tx: Transaction, person: int, code: str, made_on: Native, expires: datetime) -> None:
    """Remember a code, in place of an earlier one."""
    end(tx, person)
    row = new_id()
    tx.execute(
        insert(link_codes).values(
            id=row,
            person=person,
            code_index=_index(tx, code),
            made_on=tx.key_of(person).seal_text(MADE_ON, row, json.dumps(made_on)),
            expires=expires,
        )
    )


def with_code(tx: Transaction, code: str, now: datetime) -> Linking | None:
    """What the code stands for; None if it means nothing, or nothing any more."""
    return _one(tx, link_codes.c.code_index == _index(tx, code), now)


def with_id(tx: Transaction, id: int, now: datetime) -> Linking | None:
    """The same by the row's id."""
    return _one(tx, link_codes.c.id == id, now)


def agreed(tx: Transaction, linking: Linking, other: Native) -> None:
    """The code was typed on that account, and its owner said yes."""
    sealed = tx.key_of(linking.person).seal_text(OTHER, linking.id, json.dumps(other))
    tx.execute(update(link_codes).where(link_codes.c.id == linking.id).values(other=sealed))


def end(tx: Transaction, person: int) -> None:
    """The person's code means nothing any more."""
    tx.execute(delete(link_codes).where(link_codes.c.person == person))


def forget_old(tx: Transaction, now: datetime) -> None:
    """Let go of codes whose time is over."""
    tx.execute(delete(link_codes).where(link_codes.c.expires < now))


def add_account(tx: Transaction, person: int, native: Native) -> None:
    """An account that belongs to nobody is this person's from here on."""
    platform, user = native
    row = new_id()
    tx.execute(
        insert(accounts).values(
            id=row,
            person=person,
            platform=platform,
            user_index=tx.keys.index(f"{platform}:{user}"),
            user=tx.key_of(person).seal_text(USER, row, user),
            reachable=True,
        )
    )


def remove_account(tx: Transaction, person: int, account: int) -> None:
    """The account belongs to nobody any more; the person goes on with their others."""
    tx.execute(delete(accounts).where(accounts.c.id == account, accounts.c.person == person))
    other = select(accounts.c.id).where(accounts.c.person == person).limit(1).scalar_subquery()
    tx.execute(
        update(persons)
        .where(persons.c.id == person, persons.c.main_account == account)
        .values(main_account=other)
    )


def _one(tx: Transaction, which: ColumnElement[bool], now: datetime) -> Linking | None:
    row = tx.execute(select(link_codes).where(which, link_codes.c.expires > now)).one_or_none()
    if row is None:
        return None
    key = tx.key_of(row.person)
    other = key.open_text(OTHER, row.id, row.other) if row.other is not None else None
    return Linking(
        row.id,
        row.person,
        _native(key.open_text(MADE_ON, row.id, row.made_on)),
        _native(other) if other is not None else None,
    )


def _native(written: str) -> Native:
    platform, user = json.loads(written)
    return platform, user


def _index(tx: Transaction, code: str) -> bytes:
    return tx.keys.index(f"link code|{code}")
