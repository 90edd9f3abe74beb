"""What a room's history says of a message whose sending is in doubt."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.matrix.history import sent_with
from bot.platform import NotSent

ME, ANA, BEN = "@bot:home.example", "@ana:home.example", "@ben:elsewhere.example"
TRIED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class Pages:
    """A homeserver that shows one room, the newest event first, two on a page."""

    def __init__(self, events: list[dict[str, Any]]) -> None:
        self._events = events

    async def call(self, *_path: str, query: dict[str, str]) -> dict[str, Any]:
        start = int(query.get("from", "0"))
        page = self._events[start : start + 2]
        return {"chunk": page, **({"end": str(start + 2)} if page else {})}


def _event(sender: str, hours: float, key: str | None = None, **more: Any) -> dict[str, Any]:
    """Something that happened so many hours after the message was first tried."""
    stamp = (TRIED + timedelta(hours=hours)).timestamp() * 1000
    unsigned = {"unsigned": {"transaction_id": key}} if key else {}
    return {"event_id": f"${hours}", "sender": sender, "origin_server_ts": stamp} | unsigned | more


BEFORE = _event(ANA, -5)


@pytest.mark.parametrize(
    ("events", "found"),
    [
        pytest.param([_event(ANA, 3), _event(ME, 1, "k"), BEFORE], "$1", id="it is there"),
        pytest.param([_event(ANA, 3), _event(ME, 1, "other"), BEFORE], NotSent(), id="it is not"),
        pytest.param([_event(ANA, 3), _event(ME, 1, "other")], None, id="the rest is not shown"),
        pytest.param([_event(ME, 1), BEFORE], None, id="another device of the bot spoke"),
        pytest.param(
            [_event(ME, 1, state_key=ME, type="m.room.member"), BEFORE],
            NotSent(),
            id="state never has a transaction id",
        ),
        pytest.param(
            [_event(ME, -0.5, "k"), BEFORE], "$-0.5", id="the homeserver's clock is behind"
        ),
        pytest.param([_event(BEN, -900), _event(ME, 1, "k"), BEFORE], "$1", id="a forged old time"),
        pytest.param([_event(BEN, -900)], None, id="nothing but a forged old time"),
    ],
)
async def test_only_what_is_certain_is_said(
    events: list[dict[str, Any]], found: str | NotSent | None
) -> None:
    """A message is neither lost nor doubled by what somebody's clock or another device says."""
    homeserver: Any = Pages(events)

    assert await sent_with(homeserver, "!room", ME, "k", TRIED) == found
