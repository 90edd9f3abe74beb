"""The bot's own messages redacted in somebody's direct messages, a few at each attempt."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from adapters.matrix import history
from adapters.matrix.polls import POLL
from adapters.matrix.session import Session
from bot.platform import Outcome, Receipt, Tidy

_AT_ONCE = 50
"""Messages redacted in one attempt; the homeserver's own limit may end it sooner, as a receipt."""

_PAUSE = 1.0  # seconds until the next attempt
_WITH_WORDS = ("m.room.message", "m.room.encrypted", "m.sticker", POLL)


class Tidying:
    """Redacts what the bot wrote, in encrypted rooms as well: who wrote what is known there too.

    Args:
        offset: what the bot's clock is ahead of the real one, in rehearsals.
    """

    def __init__(self, session: Session, offset: timedelta) -> None:
        self._session = session
        self._offset = offset

    async def tidy(self, tidy: Tidy) -> Receipt:
        """Redact the newest ones, and say whether more are left.

        Raises: MatrixError, UnreachableError.
        """
        session = self._session
        room_id = (await session.direct.record_of(tidy.to.user or "")).room
        if not room_id:
            return Receipt(outcome=Outcome.SENT, reason="nothing_there")
        since = tidy.since - self._offset if tidy.since else None
        before = tidy.before - self._offset
        redacted = 0
        async for event in history.written_by(
            session.homeserver, room_id, session.me, since, before
        ):
            if event.get("type") not in _WITH_WORDS or _is_redacted(event):
                continue
            if redacted == _AT_ONCE:
                return Receipt(outcome=Outcome.RETRY, retry_after=_PAUSE, reason="more")
            event_id = str(event["event_id"])
            path = ("rooms", room_id, "redact", event_id, _key_for(tidy, event_id))
            await session.homeserver.call("PUT", *path, body={})
            await session.prompts.close(room_id, event_id)
            redacted += 1
        return Receipt(outcome=Outcome.SENT, channel=room_id)


def _is_redacted(event: dict[str, object]) -> bool:
    unsigned = event.get("unsigned")
    return not event.get("content") or (
        isinstance(unsigned, dict) and "redacted_because" in unsigned
    )


def _key_for(tidy: Tidy, event_id: str) -> str:
    """The same one for the same message however often it is tried."""
    return f"{tidy.key}-{hashlib.sha256(event_id.encode()).hexdigest()[:16]}"
