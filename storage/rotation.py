"""Putting a new master key in the place of the old one, while bots run.

Only the keys are wrapped anew, never what they seal. Until it is done some are wrapped by the old
key and some by the new one, so two more rows stand among the system keys:

* `next`: the new key, wrapped by the old one. A bot that was started with the old key finds the
  new one by it, and from then on wraps with that.
* `previous`: the old key, wrapped by the new one. With it a bot may be started with either.

`previous` goes in the transaction that wraps the system's own keys anew: from there on the old key
is refused. `next` stays as long as a bot runs that was started with the old key, and goes when one
is started with the new key: whoever held the old key and a copy of the database could use it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update

from storage.encryption import SYSTEM, Keyring, MasterKey
from storage.engines import (
    dialect_of,
    read_url,
    wait_for_other_processes,
    writer_engine,
)
from storage.errors import MissingKeyError, WrongKeyError, as_operators_see_it
from storage.tables import person_keys, system_keys

NEXT, PREVIOUS = "next", "previous"
_OWN = ("system", "index")  # keys that seal, as `new_system_keys` names them
_AT_ONCE = 500  # people's keys in one transaction, so that nobody waits long

_ROWS = select(system_keys.c.name, system_keys.c.kid, system_keys.c.wrapped)
# On PostgreSQL the rotation's last step waits for those who have read this and are not done.
_NEWEST = _ROWS.where(system_keys.c.name.in_(["system", NEXT])).with_for_update(read=True)
_OLD_ONES = (
    select(person_keys.c.person, person_keys.c.wrapped)
    .where(person_keys.c.kid != bindparam("new"))
    .order_by(person_keys.c.person)
    .limit(bindparam("at_most"))
)
_REWRAP = (
    update(person_keys)
    .where(person_keys.c.person == bindparam("whose"))
    .values(kid=bindparam("new"), wrapped=bindparam("sealed"))
)

Rows = Mapping[str, Any]  # by name, with name, kid and wrapped


def unlocked(connection: Connection, master: MasterKey) -> Keyring | None:
    """The keys of a database; None if it has none yet.

    Raises: WrongKeyError unless `master` is the key, or one of both while they are rotated.
    """
    rows = _rows(connection)
    if not rows:
        return None
    if any(name not in rows for name in _OWN):
        raise MissingKeyError("some of the system's keys are not there")
    current = rows["system"].kid
    if current == master.kid:
        ring = _ring(master, rows)
        # While `previous` is there, the rotation goes on, and new keys are to be the new one's.
        if PREVIOUS in rows and NEXT in rows:
            ring.follow(master.unwrap_key(rows[NEXT].wrapped, NEXT))
        return ring
    if PREVIOUS in rows and rows[PREVIOUS].kid == master.kid:
        ring = _ring(master.unwrap_key(rows[PREVIOUS].wrapped, PREVIOUS), rows)
        ring.follow(master)
        return ring
    raise WrongKeyError(f"the database was made with key {current}, given is {master.kid}")


def follow_newest(connection: Connection, keys: Keyring) -> None:
    """Wrap with the newest key from here on; before a new person's key is stored."""
    rows = {row.name: row for row in connection.execute(_NEWEST)}
    coming = rows.get(NEXT)
    if coming is not None and coming.kid == keys.kid:
        keys.follow(keys.master.unwrap_key(coming.wrapped, NEXT))
    elif coming is None and "system" in rows and rows["system"].kid != keys.kid:
        raise WrongKeyError(
            f"the key was rotated to {rows['system'].kid}, this process has {keys.kid}",
            "Restart the bot with the new key.",
        )


def look_for_next(connection: Connection, keys: Keyring) -> MasterKey | None:
    """The new key, if a rotation goes on that began after this process."""
    coming = _rows(connection).get(NEXT)
    if coming is None or coming.kid != keys.kid:
        return None
    return keys.master.unwrap_key(coming.wrapped, NEXT)


def forget_next(connection: Connection, master: MasterKey) -> None:
    """Once nobody needs it: the way from the old key to the new one."""
    rows = _rows(connection)
    if NEXT in rows and PREVIOUS not in rows and rows["system"].kid == master.kid:
        connection.execute(delete(system_keys).where(system_keys.c.name == NEXT))


def is_done(url: str, new: MasterKey) -> bool:
    """Whether the database is the new key's already."""
    engine = writer_engine(read_url(url), 1)
    try:
        with as_operators_see_it(), engine.connect() as connection:
            rows = _rows(connection)
            return PREVIOUS not in rows and rows["system"].kid == new.kid
    finally:
        engine.dispose()


def rotate(
    url: str,
    old: MasterKey,
    new: MasterKey,
    told: Callable[[int, int], None] = lambda done, of: None,
    checkpoint: Callable[[str], None] = lambda name: None,
) -> int:
    """Wrap all keys with `new`; begun before, it goes on from there. Returns: people's keys.

    Args:
        told: is told how many of how many are done.
        checkpoint: for crash tests.

    Raises: WrongKeyError if `old` is not the database's key.
    """
    read = read_url(url)
    engine = writer_engine(read, 1)
    try:
        with as_operators_see_it():
            with engine.begin() as connection:
                wait_for_other_processes(connection)
                _build_bridge(connection, old, new)
                count = connection.execute(select(func.count()).select_from(person_keys)).scalar()
            checkpoint("begun")
            done, of = 0, count or 0
            while True:
                with engine.begin() as connection:
                    some = connection.execute(
                        _OLD_ONES, {"new": new.kid, "at_most": _AT_ONCE}
                    ).all()
                    _rewrap(connection, some, old, new)
                if not some:
                    break
                done += len(some)
                told(done, of)
                checkpoint("some")
            with engine.begin() as connection:
                wait_for_other_processes(connection)
                _finish(connection, old, new, locks=dialect_of(read) == "postgresql")
            checkpoint("done")
    finally:
        engine.dispose()
    return of


def rewrap_all(connection: Connection, old: MasterKey, new: MasterKey) -> None:
    """The same in one transaction, where nobody else is connected."""
    _build_bridge(connection, old, new)
    _finish(connection, old, new, locks=False)
    forget_next(connection, new)


def _build_bridge(connection: Connection, old: MasterKey, new: MasterKey) -> None:
    rows = _rows(connection)
    if "system" not in rows or rows["system"].kid != old.kid:
        raise WrongKeyError("the database was made with another key than the one to be replaced")
    begun = rows.get(PREVIOUS)
    if begun is not None:
        if begun.kid != new.kid:
            raise WrongKeyError(
                f"a rotation to key {begun.kid} has begun and is not done",
                "Go on with that key: its file ends in .new.",
            )
        return
    connection.execute(delete(system_keys).where(system_keys.c.name == NEXT))
    connection.execute(
        insert(system_keys),
        [
            {"name": NEXT, "kid": old.kid, "wrapped": old.wrap_key(new, NEXT)},
            {"name": PREVIOUS, "kid": new.kid, "wrapped": new.wrap_key(old, PREVIOUS)},
        ],
    )


def _finish(connection: Connection, old: MasterKey, new: MasterKey, *, locks: bool) -> None:
    # First the row that `follow_newest` reads: who joins from here on waits, then has the new key.
    own = {name: row for name, row in _rows(connection).items() if name in _OWN}
    for name, row in own.items():
        raw = old.unwrap(SYSTEM, row.wrapped, name)
        connection.execute(
            update(system_keys)
            .where(system_keys.c.name == name)
            .values(kid=new.kid, wrapped=new.wrap(SYSTEM, raw, name))
        )
    if locks:
        connection.execute(text("LOCK TABLE person_keys IN SHARE ROW EXCLUSIVE MODE"))
    everyone = select(person_keys.c.person, person_keys.c.wrapped).where(
        person_keys.c.kid != new.kid
    )
    _rewrap(connection, connection.execute(everyone).all(), old, new)
    connection.execute(delete(system_keys).where(system_keys.c.name == PREVIOUS))


def _rewrap(connection: Connection, rows: Iterable[Any], old: MasterKey, new: MasterKey) -> None:
    anew = [
        {"whose": person, "new": new.kid, "sealed": new.wrap(person, old.unwrap(person, wrapped))}
        for person, wrapped in rows
    ]
    if anew:
        connection.execute(_REWRAP, anew)


def _rows(connection: Connection) -> dict[str, Any]:
    return {row.name: row for row in connection.execute(_ROWS)}


def _ring(master: MasterKey, rows: Rows) -> Keyring:
    return Keyring(master, **{name: rows[name].wrapped for name in _OWN})
