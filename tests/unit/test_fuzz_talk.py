"""Everything that people can say, filled with what somebody might send to do harm."""

from __future__ import annotations

from pathlib import Path

import pytest
import structlog
from hypothesis import given

from bot.richtext import Bold, Link, Mention, Span, Text, paragraph
from tests.fuzz.amounts import LONG, inputs
from tests.fuzz.arena import Deed, arena, deeds
from tests.fuzz.hostile import CANARY, EVIL
from tests.fuzz.judging import faults
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


@pytest.mark.parametrize(
    "span",
    [
        pytest.param(Bold(CANARY), id="words that became emphasis"),
        pytest.param(Mention("matrix", "@ada:x", "Ada"), id="a call that nobody made"),
        pytest.param(Link("here", f"https://{EVIL}/"), id="a foreign address"),
        pytest.param(Link("here", "javascript:alert(1)"), id="a script"),
    ],
)
def test_the_judge_convicts(span: Span) -> None:
    """A check that never fails says nothing."""
    assert faults(paragraph("Hello ", span), ["ada"])
    assert not faults(paragraph("Hello ", Text(f"**{CANARY}** <@1>")), ["ada"])
