"""`handrail crisis classify` and `explain`."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest
from click.testing import CliRunner, Result

import bot.cli.crisis
from bot.cli.crisis import command
from bot.crisis.detector import Detector


@pytest.fixture
def _made_already(monkeypatch: pytest.MonkeyPatch, detector: Detector) -> None:
    """One detector serves all calls: making it takes longer than most tests."""
    monkeypatch.setattr(bot.cli.crisis, "Detector", lambda: detector)


def classify(lines: Iterable[str]) -> Result:
    return CliRunner().invoke(command, ["classify"], input="\n".join(lines))


def test_each_line_gets_its_verdict_in_order() -> None:
    """Evaluations read the answers by position and by id."""
    messages = [
        {"id": 7, "text": "hello"},
        {"id": "b", "text": "i want to die", "lang": "en"},
        {"id": None, "text": ""},
    ]

    result = classify(map(json.dumps, messages))

    verdicts = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [verdict["id"] for verdict in verdicts] == [7, "b", None]
    assert [verdict["level"] for verdict in verdicts] == ["none", "high", "none"]
    assert verdicts[1]["subject"] == "self"
    assert 0 < verdicts[1]["score"] <= 1
    assert verdicts[1]["reasons"] == ["wish-to-die"]


@pytest.mark.usefixtures("_made_already")
def test_a_bad_line_is_named_and_what_came_before_it_is_answered() -> None:
    """One line on stderr, exit 2."""
    good = json.dumps({"id": 1, "text": "hello"})
    for bad in ("nonsense", "[]", '{"id": 2}', '{"id": 2, "text": 5}', '{"text": "a"}',
                '{"id": 2, "text": "a", "lang": 3}'):  # fmt: skip
        result = classify([good, bad, good])

        assert result.exit_code == 2
        assert len(result.stdout.splitlines()) == 1
        assert result.stderr.startswith("handrail: line 2 ")
        assert len(result.stderr.splitlines()) == 1


@pytest.mark.usefixtures("_made_already")
def test_an_explanation_names_the_rule_and_the_words() -> None:
    """In words that a moderator understands."""
    result = CliRunner().invoke(command, ["explain", "i want to die"])

    assert result.exit_code == 0
    assert result.stdout.startswith("high, about self")
    assert 'wish-to-die found "want to die"' in result.stdout


@pytest.mark.usefixtures("_made_already")
def test_an_explanation_says_why_something_does_not_count() -> None:
    """The words "it is denied" says more than silence."""
    result = CliRunner().invoke(command, ["explain", "i don't want to die"])

    assert result.stdout.startswith("none")
    assert "it is denied" in result.stdout
