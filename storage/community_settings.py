"""What communities chose from chat, and who is setting one up.

A value is JSON; what it means is the matter of `bot.communities.effective`. Values are sealed,
since most of them name rooms.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, or_, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import accounts, communities, community_settings, set_ups

VALUE = "community_settings.value"
BEGAN_IN = "set_ups.began_in"


@dataclass(frozen=True, slots=True)
class SetUp:
    """Somebody may set up a community in direct messages.

    Args:
        began_in: the room in which they began it (platform, space, channel); None if none.
    """

    community: int
    began_in: tuple[str, str | None, str] | None


# --- values


def of(tx: Transaction, community: int) -> dict[str, Any]:
    """All that a community chose, by key."""
    return {key: value for _, key, value in _opened(tx, _OF, {"whose": community})}


def everywhere(tx: Transaction, keys: Sequence[str]) -> dict[int, dict[str, Any]]:
    """What all communities chose of these keys, by community."""
    found: dict[int, dict[str, Any]] = {}
    for community, key, value in _opened(tx, _EVERYWHERE, {"wanted": list(keys)}):
        found.setdefault(community, {})[key] = value
    return found


def put(tx: Transaction, community: int, key: str, value: Any) -> None:
    """Keep a choice in place of the earlier one."""
    forget(tx, community, key)
    id = new_id()
    sealed = tx.keys.system.seal(VALUE, id, json.dumps(value).encode())
    tx.execute(insert(community_settings).values(id=id, community=community, key=key, value=sealed))


def forget(tx: Transaction, community: int, key: str) -> None:
    """What the file says counts again."""
    tx.execute(_FORGET, {"whose": community, "which": key})


def set_columns(tx: Transaction, community: int, **values: str | None) -> None:
    """Change the language, the country or the zone by which a community is known."""
    tx.execute(update(communities).where(communities.c.id == community).values(**values))


def which_chose(tx: Transaction, key: str) -> list[int]:
    """The communities that chose anything under `key`."""
    return list(
        tx.execute(
            select(community_settings.c.community).where(community_settings.c.key == key)
        ).scalars()
    )


_COLUMNS = (
    community_settings.c.id,
    community_settings.c.community,
    community_settings.c.key,
    community_settings.c.value,
)
_OF = select(*_COLUMNS).where(community_settings.c.community == bindparam("whose"))
_EVERYWHERE = select(*_COLUMNS).where(
    community_settings.c.key.in_(bindparam("wanted", expanding=True))
)
_FORGET = delete(community_settings).where(
    community_settings.c.community == bindparam("whose"),
    community_settings.c.key == bindparam("which"),
)


def _opened(
    tx: Transaction, statement: Any, given: Mapping[str, Any]
) -> list[tuple[int, str, Any]]:
    return [
        (community, key, json.loads(tx.keys.system.open(VALUE, id, value)))
        for id, community, key, value in tx.execute(statement, given)
    ]


# --- who is setting one up


def begin(
    tx: Transaction,
    platform: str,
    user: str,
    set_up: SetUp,
    now: datetime,
    expires: datetime,
) -> None:
    """Until then this account may set up the community in direct messages; one at a time."""
    who, id = _account(tx, platform, user), new_id()
    tx.execute(delete(set_ups).where(or_(set_ups.c.who_index == who, set_ups.c.expires <= now)))
    began = json.dumps(set_up.began_in).encode() if set_up.began_in else None
    tx.execute(
        insert(set_ups).values(
            id=id,
            community=set_up.community,
            who_index=who,
            began_in=tx.keys.system.seal(BEGAN_IN, id, began) if began else None,
            expires=expires,
        )
    )


def set_up_of(tx: Transaction, platform: str, user: str, now: datetime) -> SetUp | None:
    """What this account is setting up; None if nothing, or that was too long ago."""
    row = tx.execute(_SET_UP, {"who": _account(tx, platform, user), "now_is": now}).one_or_none()
    if row is None:
        return None
    began = row.began_in and json.loads(tx.keys.system.open(BEGAN_IN, row.id, row.began_in))
    return SetUp(row.community, tuple(began) if began else None)


def end(tx: Transaction, platform: str, user: str) -> None:
    """This account is done with setting up."""
    tx.execute(delete(set_ups).where(set_ups.c.who_index == _account(tx, platform, user)))


_SET_UP = select(set_ups.c.id, set_ups.c.community, set_ups.c.began_in).where(
    set_ups.c.who_index == bindparam("who"), set_ups.c.expires > bindparam("now_is")
)


def _account(tx: Transaction, platform: str, user: str) -> bytes:
    return tx.keys.index(f"{platform}:{user}")


# --- export and erase


def export(tx: Transaction, person: int) -> list[str]:
    """Until when a person may set up communities in direct messages, JSON-ready."""
    mine = select(accounts.c.user_index).where(accounts.c.person == person)
    rows = tx.execute(select(set_ups.c.expires).where(set_ups.c.who_index.in_(mine)))
    return [expires.isoformat() for (expires,) in rows]


def erase(tx: Transaction, person: int) -> None:
    """A person sets up nothing any more; what they chose is the community's, and stays.

    Their accounts must still be there.
    """
    mine = select(accounts.c.user_index).where(accounts.c.person == person)
    tx.execute(delete(set_ups).where(set_ups.c.who_index.in_(mine)))
