"""What communities offer around milestones; nothing, unless they say so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.checkins.dates.milestones import USUAL, Marks
from bot.platform import Address
from storage import members
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One community's.

    Args:
        marks: its own list of milestones; None: the usual ones.
        rooms: where members may share one, by platform.
        chips: the role for a milestone, by its code ("30d"): where it is given, and the
            platform's own id of it. Empty: there are no chips.
    """

    marks: Marks | None = None
    rooms: Mapping[str, Address] = field(default_factory=dict)
    chips: Mapping[str, tuple[Address, str]] = field(default_factory=dict)


Offers = Callable[[Transaction, int], Offer]
"""What a community offers, by its id."""


def no_offers(tx: Transaction, community: int) -> Offer:
    """The usual milestones, in private, and nothing else."""
    return Offer()


def marks_for(tx: Transaction, offers: Offers, person: int) -> Marks:
    """The milestones of a member: those of the first of their communities that has a list."""
    for community in members.communities_of(tx, person):
        marks = offers(tx, community.id).marks
        if marks is not None:
            return marks
    return USUAL
