"""Where something is said, and who says it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is said or who says it; storable.

    `user` alone is that person's direct messages with the bot; `channel` may name the room
    that is already open for them.
    """

    platform: str
    space: str | None = None
    channel: str | None = None
    user: str | None = None
