"""Every way a send to a homeserver can break, before and after it took effect: seen once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.platform import Audience, Outcome, Say, new_key
from bot.richtext import paragraph
from tests.contract.rooms_matrix import matrix_rooms
from tests.support.faulty_proxy import Fault, FaultyProxy
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

LIMITED: dict[str, Any] = {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 1}
UNKNOWN: dict[str, Any] = {"errcode": "M_UNKNOWN"}
BODIES = {429: LIMITED, 500: UNKNOWN, 502: None, 503: None, 504: None, 0: None}
"""By status; 0 is a connection that breaks."""

TRIES = 5  # as the outbox does


async def test_a_message_is_seen_once_whatever_status_comes_at_which_point(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Refused before it took effect, or taken and only the answer lost; once, or twice in a row."""
    cells = [
        (status, forwarded, times)
        for status in BODIES
        for forwarded in (False, True)
        for times in (1, 2)
    ]
    async with (
        FaultyProxy(synapse.url) as proxy,
        matrix_rooms(synapse, tmp_path, homeserver=proxy.url) as rooms,
    ):
        room = await rooms.direct()
        expected = []
        for status, forwarded, times in cells:
            words = f"{status} {'after' if forwarded else 'before'} x{times}"
            expected.append(words)
            left = [times]

            def judge(
                method: str,
                path: str,
                left: list[int] = left,
                fault: Fault = Fault(status, BODIES[status], forwarded),  # noqa: B008
            ) -> Fault | None:
                if "/send/" not in path or not left[0]:
                    return None
                left[0] -= 1
                return fault

            proxy.judge = judge
            say = Say(
                to=room.address, body=paragraph(words), audience=Audience.DIRECT, key=new_key()
            )
            outcomes: list[Outcome] = []
            while Outcome.SENT not in outcomes and len(outcomes) < TRIES:
                outcomes.append((await rooms.adapter.perform(say)).outcome)

            assert outcomes[-1] is Outcome.SENT, words
            assert set(outcomes[:-1]) <= {Outcome.RETRY, Outcome.UNKNOWN}, words
            assert left == [0], words

        proxy.judge = lambda method, path: None
        seen = await room.wait_for(lambda texts: expected[-1] in texts)

    assert seen == expected
