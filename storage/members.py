"""People, their accounts, communities, consents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, delete, insert, select, update

from storage.database import Transaction
from storage.ids import batched, new_id
from storage.tables import (
    accounts,
    communities,
    consents,
    member_rests,
    memberships,
    person_keys,
    persons,
    sleeping_communities,
    spaces,
)

USER = "accounts.user"
COMMUNITY_NAME = "communities.name"


@dataclass(frozen=True, slots=True)
class Member:
    """A person who joined, with the account they speak from.

    Args:
        id: the person's.
        stopped_at: set while they want nothing from us.
    """

    id: int
    language: str
    zone: ZoneInfo
    joined_at: datetime
    stopped_at: datetime | None
    account: int
    platform: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class Account:
    """Where a person can be written to."""

    id: int
    person: int
    platform: str
    user: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class Community:
    """A tenant: the spaces that share meetings and settings."""

    id: int
    name: str
    language: str
    country: str | None
    zone: str


def _index(tx: Transaction, platform: str, native_id: str) -> bytes:
    return tx.keys.index(f"{platform}:{native_id}")


_MEMBER = (
    select(
        persons.c.id,
        persons.c.language,
        persons.c.zone,
        persons.c.joined_at,
        persons.c.stopped_at,
        accounts.c.id,
        accounts.c.platform,
        accounts.c.reachable,
    )
    .join(accounts, accounts.c.person == persons.c.id)
    .where(
        accounts.c.platform == bindparam("on_platform"), accounts.c.user_index == bindparam("index")
    )
)


def member_with(tx: Transaction, platform: str, user: str) -> Member | None:
    """The person behind a platform account; None before they joined."""
    row = tx.execute(
        _MEMBER, {"on_platform": platform, "index": _index(tx, platform, user)}
    ).one_or_none()
    if row is None:
        return None
    id, language, zone, joined_at, stopped_at, account, platform, reachable = row
    return Member(id, language, ZoneInfo(zone), joined_at, stopped_at, account, platform, reachable)


def join(
    tx: Transaction, *, platform: str, user: str, language: str, zone: str, now: datetime
) -> Member:
    """Make a person with a data key of their own and this account."""
    person, account = new_id(), new_id()
    key = tx.create_key(person)
    tx.execute(
        insert(persons).values(
            id=person,
            language=language,
            zone=zone,
            adult_since=now,
            joined_at=now,
            main_account=account,
        )
    )
    tx.execute(
        insert(accounts).values(
            id=account,
            person=person,
            platform=platform,
            user_index=_index(tx, platform, user),
            user=key.seal_text(USER, account, user),
            reachable=True,
        )
    )
    return Member(person, language, ZoneInfo(zone), now, None, account, platform, True)


def change_zone(tx: Transaction, person: int, zone: str) -> None:
    """The member lives by another clock now."""
    tx.execute(update(persons).where(persons.c.id == person).values(zone=zone))


def change_language(tx: Transaction, person: int, language: str) -> None:
    """The member reads another language now."""
    tx.execute(update(persons).where(persons.c.id == person).values(language=language))


def stop(tx: Transaction, person: int, now: datetime) -> None:
    """Nothing is sent to this person any more, until `resume`."""
    tx.execute(update(persons).where(persons.c.id == person).values(stopped_at=now))


def resume(tx: Transaction, person: int) -> None:
    """The person wants to hear from us again, everywhere but where a team has put them to rest."""
    resting = select(member_rests.c.community).where(member_rests.c.person == person)
    tx.execute(update(persons).where(persons.c.id == person).values(stopped_at=None))
    tx.execute(
        update(memberships)
        .where(memberships.c.person == person, memberships.c.community.not_in(resting))
        .values(stopped_at=None)
    )


def stop_community(tx: Transaction, person: int, community: int, now: datetime) -> None:
    """Nothing of this community reaches the person any more."""
    tx.execute(
        update(memberships)
        .where(memberships.c.person == person, memberships.c.community == community)
        .values(stopped_at=now)
    )


def set_reachable(tx: Transaction, account: int, reachable: bool) -> None:
    """Whether direct messages arrive there."""
    tx.execute(update(accounts).where(accounts.c.id == account).values(reachable=reachable))


def use_account(tx: Transaction, person: int, account: int) -> None:
    """Direct messages go to this account from now on."""
    tx.execute(update(persons).where(persons.c.id == person).values(main_account=account))


_ACCOUNTS = select(
    accounts.c.id,
    accounts.c.person,
    accounts.c.platform,
    accounts.c.user,
    accounts.c.reachable,
    person_keys.c.wrapped,
).join(person_keys, person_keys.c.person == accounts.c.person)

_MAIN_ACCOUNTS = (
    _ACCOUNTS.join(persons, persons.c.main_account == accounts.c.id)
    .add_columns(persons.c.language, persons.c.stopped_at, persons.c.zone)
    .where(persons.c.id.in_(bindparam("people", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """What is needed to write to a person."""

    account: Account
    language: str
    stopped: bool
    zone: str


def recipients(tx: Transaction, people: Sequence[int]) -> dict[int, Recipient]:
    """Where and in which language each of these people is written to, by person."""
    found: dict[int, Recipient] = {}
    rows = tx.execute(_MAIN_ACCOUNTS, {"people": list(people)})
    for id, person, platform, user, reachable, wrapped, language, stopped_at, zone in rows:
        key = tx.keys.person_key(person, wrapped)
        account = Account(id, person, platform, key.open_text(USER, id, user), reachable)
        found[person] = Recipient(account, language, stopped_at is not None, zone)
    return found


_PLATFORMS = (
    select(persons.c.id, accounts.c.platform)
    .join(accounts, accounts.c.id == persons.c.main_account)
    .where(persons.c.id.in_(bindparam("people", expanding=True)), persons.c.stopped_at.is_(None))
)


def platforms_of(tx: Transaction, people: Sequence[int]) -> dict[int, str]:
    """The platform on which each of these people is written to; who stopped is left out."""
    rows = tx.execute(_PLATFORMS, {"people": list(people)})
    return {person: platform for person, platform in rows}


def accounts_of(tx: Transaction, person: int) -> list[Account]:
    """Every account of a person."""
    key = tx.key_of(person)
    rows = tx.execute(_ACCOUNTS.where(accounts.c.person == person))
    return [
        Account(id, person, platform, key.open_text(USER, id, user), reachable)
        for id, person, platform, user, reachable, _wrapped in rows
    ]


# --- consent


def give_consent(
    tx: Transaction,
    person: int,
    *,
    purpose: str,
    text_hash: str,
    language: str,
    platform: str,
    now: datetime,
) -> None:
    """Record that a person said yes to a purpose, and to which text."""
    withdraw_consent(tx, person, purpose, now)
    tx.execute(
        insert(consents).values(
            id=new_id(),
            person=person,
            purpose=purpose,
            text_hash=text_hash,
            language=language,
            platform=platform,
            given_at=now,
        )
    )


def withdraw_consent(tx: Transaction, person: int, purpose: str | None, now: datetime) -> None:
    """Record that a person took it back; None: every purpose."""
    statement = update(consents).where(
        consents.c.person == person, consents.c.withdrawn_at.is_(None)
    )
    if purpose is not None:
        statement = statement.where(consents.c.purpose == purpose)
    tx.execute(statement.values(withdrawn_at=now))


def has_consent(tx: Transaction, person: int, purpose: str) -> bool:
    """Whether the yes of a person to a purpose stands."""
    found = tx.execute(_STANDING_CONSENT, {"whose": person, "what_for": purpose})
    return found.first() is not None


def has_refused(
    tx: Transaction, person: int, purpose: str, *, before: datetime | None = None
) -> bool:
    """Whether a person said yes to a purpose once, and took it back.

    Args:
        before: only what was taken back before that moment counts.
    """
    given = tx.execute(_CONSENTS, {"whose": person, "what_for": purpose}).scalars().all()
    return bool(given) and all(
        withdrawn is not None and (before is None or withdrawn < before) for withdrawn in given
    )


_CONSENTS = select(consents.c.withdrawn_at).where(
    consents.c.person == bindparam("whose"), consents.c.purpose == bindparam("what_for")
)
_STANDING_CONSENT = select(consents.c.id).where(
    consents.c.person == bindparam("whose"),
    consents.c.purpose == bindparam("what_for"),
    consents.c.withdrawn_at.is_(None),
)


# --- communities


def put_community(
    tx: Transaction,
    *,
    name: str,
    language: str,
    country: str | None,
    zone: str,
    spaces_of: Sequence[tuple[str, str]],
) -> int:
    """Make or update the community that has any of these spaces (platform, id). Returns: its id."""
    indexes = [(platform, _index(tx, platform, native)) for platform, native in spaces_of]
    known = None
    for platform, index in indexes:
        known = (
            known
            or tx.execute(
                select(spaces.c.community).where(
                    spaces.c.platform == platform, spaces.c.space_index == index
                )
            ).scalar()
        )
    community = known or new_id()
    values = {
        "name": tx.keys.system.seal_text(COMMUNITY_NAME, community, name),
        "language": language,
        "country": country,
        "zone": zone,
        "listed": True,
    }
    if known:
        tx.execute(update(communities).where(communities.c.id == community).values(**values))
        _forget_other_spaces(tx, community, {index for _, index in indexes})
    else:
        tx.execute(insert(communities).values(id=community, **values))
    rows = [
        {"id": new_id(), "community": community, "platform": platform, "space_index": index}
        for platform, index in indexes
    ]
    tx.insert_new(spaces, rows)
    return community


def rename(tx: Transaction, community: int, name: str) -> None:
    """Call a community otherwise."""
    sealed = tx.keys.system.seal_text(COMMUNITY_NAME, community, name)
    tx.execute(update(communities).where(communities.c.id == community).values(name=sealed))


def _forget_other_spaces(tx: Transaction, community: int, listed: set[bytes]) -> None:
    """Keep what is listed, and whatever replaced it since."""
    rows = tx.execute(
        select(spaces.c.id, spaces.c.space_index, spaces.c.follows).where(
            spaces.c.community == community
        )
    ).all()
    kept = set(listed)
    while following := {row.space_index for row in rows if row.follows in kept} - kept:
        kept |= following
    others = [row.id for row in rows if row.space_index not in kept]
    tx.execute(delete(spaces).where(spaces.c.id.in_(others)))


def unlist_others(tx: Transaction, listed: Sequence[int]) -> None:
    """Communities that the settings no longer name keep their data, and are not served."""
    tx.execute(update(communities).where(communities.c.id.not_in(listed)).values(listed=False))


_COMMUNITY = select(
    communities.c.id,
    communities.c.name,
    communities.c.language,
    communities.c.country,
    communities.c.zone,
).where(
    communities.c.listed.is_(True),
    communities.c.id.not_in(select(sleeping_communities.c.community)),
)


def communities_with(tx: Transaction, platform: str, native: Sequence[str]) -> list[Community]:
    """The listed communities that these spaces of a platform belong to."""
    if not native:
        return []
    rows = tx.execute(
        _COMMUNITY.join(spaces, spaces.c.community == communities.c.id)
        .where(
            spaces.c.platform == platform,
            spaces.c.space_index.in_([_index(tx, platform, each) for each in native]),
        )
        .distinct()
    )
    return [_community(tx, *row) for row in rows]


def communities_of(tx: Transaction, person: int) -> list[Community]:
    """The communities that a person belongs to and has not stopped."""
    rows = tx.execute(
        _COMMUNITY.join(memberships, memberships.c.community == communities.c.id).where(
            memberships.c.person == person, memberships.c.stopped_at.is_(None)
        )
    )
    return [_community(tx, *row) for row in rows]


def communities_by_person(tx: Transaction, people: Sequence[int]) -> dict[int, set[int]]:
    """The listed communities that these people belong to and have not stopped, by person."""
    found: dict[int, set[int]] = {}
    for some in batched(people):
        rows = tx.execute(
            select(memberships.c.person, memberships.c.community)
            .join(communities, communities.c.id == memberships.c.community)
            .where(
                memberships.c.person.in_(some),
                memberships.c.stopped_at.is_(None),
                communities.c.listed.is_(True),
            )
        )
        for person, community in rows:
            found.setdefault(person, set()).add(community)
    return found


def community(tx: Transaction, id: int) -> Community | None:
    """The listed community of that id."""
    row = tx.execute(_COMMUNITY.where(communities.c.id == id)).one_or_none()
    return _community(tx, *row) if row is not None else None


def all_communities(
    tx: Transaction,
) -> tuple[list[Community], dict[tuple[str, bytes], int]]:
    """The listed communities, and which one a space belongs to, by platform and the space's index.

    The index of a space is that of "platform:id".
    """
    rows = tx.execute(select(spaces.c.platform, spaces.c.space_index, spaces.c.community))
    belongs = {(platform, index): community for platform, index, community in rows}
    return [_community(tx, *row) for row in tx.execute(_COMMUNITY)], belongs


def move_space(tx: Transaction, platform: str, old: str, new: str) -> None:
    """A room was replaced by another; the community has both, since the settings name the old."""
    before, after = _index(tx, platform, old), _index(tx, platform, new)
    community = tx.execute(
        select(spaces.c.community).where(
            spaces.c.platform == platform, spaces.c.space_index == before
        )
    ).scalar()
    if community is not None:
        row = {"community": community, "space_index": after, "follows": before}
        tx.insert_new(spaces, [{"id": new_id(), "platform": platform, **row}])


def add_membership(tx: Transaction, person: int, community: int, now: datetime) -> None:
    """The person belongs to the community, if they did not already."""
    tx.insert_new(memberships, [{"person": person, "community": community, "joined_at": now}])


def _community(
    tx: Transaction, id: int, name: bytes, language: str, country: str | None, zone: str
) -> Community:
    opened = tx.keys.system.open_text(COMMUNITY_NAME, id, name)
    return Community(id, opened, language, country, zone)


def mark_unreachable(tx: Transaction, person: int) -> None:
    """Direct messages no longer arrive at the account this person is written to."""
    main = select(persons.c.main_account).where(persons.c.id == person).scalar_subquery()
    tx.execute(update(accounts).where(accounts.c.id == main).values(reachable=False))
