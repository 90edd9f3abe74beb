"""What must be the same whenever the same event is answered: after a crash, by another process."""

from __future__ import annotations

import base64

from bot.platform import Event
from storage.encryption import Keyring


def derived_key(keys: Keyring, event: Event, purpose: str) -> str:
    """22 characters that are the same whenever the same event is answered."""
    digest = keys.index(f"crisis:{event.actor.platform}:{event.id}:{purpose}")
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def derived_id(keys: Keyring, event: Event) -> int:
    """The id of the episode that an event begins; the same whenever it arrives again."""
    digest = keys.index(f"episode:{event.actor.platform}:{event.id}")
    return int.from_bytes(digest[:8]) >> 1
