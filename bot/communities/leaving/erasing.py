"""A community is erased, everywhere."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.platform import Address
from storage import leaving, outbox
from storage.database import Transaction


def erase(tx: Transaction, community: int, rooms: Sequence[Address]) -> None:
    """Remove a community, what belongs to it, and what waits to be said in its rooms.

    A member's own things stay: their check-ins, their language, their help lines. They belong to
    the person, who ends them with `stop`.

    Args:
        rooms: of its team; rooms in its spaces are known by those.
    """
    spaces = leaving.space_indexes(tx, community)
    named = {(room.platform, room.channel) for room in rooms}
    theirs = []
    for row, payload in leaving.held_messages(tx):
        opened = tx.keys.system.open(outbox.SEALED, row, payload)
        platform, space, channel, _user = json.loads(opened)["to"]
        places = {tx.keys.index(f"{platform}:{each}") for each in (space, channel) if each}
        if places & spaces or (platform, channel) in named:
            theirs.append(row)
    leaving.drop_messages(tx, theirs)
    leaving.erase(tx, community)
