"""What is known of whoever wrote: looked up quickly, or remembered, or unknown."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.crisis.lines.choosing import Prefers
from bot.members.joining import ALERTS
from bot.newest import Newest
from bot.platform import Address, Event
from storage import episodes, inbox, lines, members
from storage.database import Database, Transaction
from storage.episodes import Episode, Where
from storage.errors import StorageError

log = structlog.get_logger(__name__)

PATIENCE = 0.3  # seconds that a reply waits for the database
OPEN_FOR = timedelta(hours=24)
"""How long a further message belongs to the same episode."""

_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Who:
    """A person, as far as they are known.

    Args:
        person: None for those who have not joined, or if nobody can tell now.
        country: ISO 3166, as they said it.
        zone: IANA.
        refuses: no team may be told of them.
        communities: those that they belong to.
        lately: their episodes of a day, newest first.
        served: this very event was applied before.
    """

    person: int | None = None
    language: str | None = None
    country: str | None = None
    zone: str | None = None
    prefers: Prefers | None = None
    refuses: bool = False
    communities: tuple[int, ...] = ()
    lately: tuple[Episode, ...] = ()
    served: bool = False

    def open_in(self, community: int | None) -> Episode | None:
        """Their newest unsettled episode of a community."""
        mine = (each for each in self.lately if each.community == community)
        return next((each for each in mine if each.state in episodes.UNSETTLED), None)

    def is_settled(self, episode: int) -> bool:
        """Whether the team has settled one of theirs."""
        return any(
            each.id == episode and each.state not in episodes.UNSETTLED for each in self.lately
        )


class Acquaintance:
    """Finds out who somebody is, without waiting long."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: Newest[Address, Who] = Newest(_REMEMBERED)

    async def of(self, event: Event, now: datetime) -> Who:
        """Who caused an event; what was known last if the database does not answer in time."""
        actor = event.actor
        try:
            async with asyncio.timeout(PATIENCE):
                who = await self._database.read(lambda tx: _read(tx, event, now))
        except (StorageError, TimeoutError) as error:
            log.warning("member_not_looked_up", error=type(error).__name__)
            return self._known.get(actor, Who())
        self._known[actor] = replace(who, served=False)
        return who


def account_of(address: Address) -> Where:
    """An account, whatever the room in which it acted."""
    return address.platform, None, None, address.user


def parts_of(address: Address) -> Where:
    """An address as storage keeps it."""
    return address.platform, address.space, address.channel, address.user


def _read(tx: Transaction, event: Event, now: datetime) -> Who:
    platform, user = event.actor.platform, event.actor.user or ""
    known = Who(
        lately=tuple(episodes.lately_of(tx, account_of(event.actor), now - OPEN_FOR)),
        served=inbox.has(tx, platform, event.id),
    )
    member = members.member_with(tx, platform, user)
    if member is None:
        return known
    chosen = lines.choice_of(tx, member.id)
    return replace(
        known,
        person=member.id,
        language=member.language,
        country=chosen.country,
        zone=member.zone.key,
        prefers="text" if chosen.prefers == "text" else "call" if chosen.prefers else None,
        refuses=members.has_refused(tx, member.id, ALERTS),
        communities=tuple(each.id for each in members.communities_of(tx, member.id)),
    )
