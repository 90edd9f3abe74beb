"""Everything that people can say, filled with what somebody might send to do harm."""

from __future__ import annotations

from pathlib import Path

import pytest
import structlog

from bot.crisis.resources.finding import words_of
from bot.richtext import Bold, Link, Mention, Span, Text, paragraph
from tests.fuzz.amounts import LONG, Counted, throw
from tests.fuzz.arena import Deed, arena, deeds
from tests.fuzz.hostile import CANARY, EVIL
from tests.fuzz.judging import faults
from tests.fuzz.table import INPUTS
from tests.support.texts import own_features

_SHORT, _MANY = 200, 15_000


@pytest.mark.timeout(3600 if LONG else 300)
def test_nothing_that_is_said_breaks_pings_or_becomes_markup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Counted
) -> None:
    """No mistake of ours, no call that nobody made, no markup out of what somebody wrote."""
    wrong: list[str] = []
    prompts = sorted({name for feature in own_features() for name in feature.prompts})
    with arena(tmp_path) as here:
        for module in ("bot.router", "bot.delivery.sender", "bot.crisis.watching.watch"):
            monkeypatch.setattr(f"{module}.log", structlog.get_logger(), raising=False)

        def one(deed: Deed) -> None:
            wrong.extend(f"{fault}: {deed}"[:700] for fault in here.throw(deed))

        every = deeds(here.world.core.table, prompts)
        thrown = throw(every, one, short=_SHORT, long=_MANY)

    assert wrong == []
    assert thrown >= (_MANY if LONG else _SHORT) * 0.9
    record_property(INPUTS + "talk: commands, forms, buttons", thrown)


def test_a_search_for_many_words_looks_for_some_of_them() -> None:
    """A database refuses a question of a thousand parts, and nobody looks for so much."""
    assert len(words_of("food " * 5_000)) <= 12


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
