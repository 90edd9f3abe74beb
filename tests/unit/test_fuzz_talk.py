"""Everything that people can say, filled with what somebody might send to do harm."""

from __future__ import annotations

from pathlib import Path

import pytest
import structlog
from hypothesis import given

from tests.fuzz.amounts import LONG, inputs
from tests.fuzz.arena import Deed, arena, deeds
from tests.support.texts import own_features

_SHORT, _MANY = 200, 15_000


@pytest.mark.timeout(3600 if LONG else 300)
def test_nothing_that_is_said_breaks_pings_or_becomes_markup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No mistake of ours, no call that nobody made, no markup out of what somebody wrote."""
    wrong: list[str] = []
    prompts = sorted({name for feature in own_features() for name in feature.prompts})
    with arena(tmp_path) as here:
        for module in ("bot.router", "bot.delivery.sender", "bot.crisis.watching.watch"):
            monkeypatch.setattr(f"{module}.log", structlog.get_logger(), raising=False)

        @inputs(_SHORT, _MANY)
        @given(deeds(here.world.core.table, prompts))
        def throw(deed: Deed) -> None:
            wrong.extend(f"{fault}: {deed}"[:700] for fault in here.throw(deed))

        throw()
        thrown = here.thrown

    assert wrong == []
    assert thrown >= (_MANY if LONG else _SHORT) * 0.9
