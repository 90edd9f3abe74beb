"""What the tests of meetings share."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.wall_time import use_pinned_zone_data

SHARED = Path(__file__).parents[4] / "shared" / "meetings"


@pytest.fixture(autouse=True, scope="package")
def pinned_zone_data() -> Iterator[None]:
    """The wheel's zones, as in production; the machine's may be older."""
    machines_own = zoneinfo.TZPATH
    use_pinned_zone_data()
    yield
    zoneinfo.reset_tzpath(machines_own)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared meeting data, beside the repository; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared/meetings beside the repository")
    return SHARED
