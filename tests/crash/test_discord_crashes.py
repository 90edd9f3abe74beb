"""A short soak on Discord; `python -m tests.crash.discord_soak` is the long one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.discord_soak import soak

pytestmark = pytest.mark.crash


async def test_nobody_on_discord_notices_that_the_bot_was_killed(tmp_path: Path) -> None:
    """Whatever is killed when: each message is seen once, each word is answered once."""
    found = await soak(kills=5, seed=20261121, folder=tmp_path)

    assert sum(found.kills.values()) == 5
    assert found.sent == 40
    assert found.faults == 0, found
