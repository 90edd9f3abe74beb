"""`handrail buddies match`: the contract that evaluations call."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import handrail

PEOPLE = [
    {"id": "ada", "topics": ["alcohol"], "stage": 1, "languages": ["en"]},
    {"id": "bo", "topics": ["alcohol", "grief"], "stage": 2, "languages": ["en", "de"]},
    {"id": "cy", "topics": ["grief"], "languages": ["de"], "seeks_mentor": True},
    {"id": "meg", "pool": "mentor", "topics": ["grief"], "languages": ["de"], "capacity": 2},
]


def matched(people: Sequence[dict[str, Any]], *options: str) -> Result:
    lines = "\n".join(json.dumps(each) for each in people)
    return CliRunner().invoke(handrail, ["buddies", "match", "-", *options], input=lines)


def test_the_answer_has_the_shape_that_was_agreed() -> None:
    """Pairs with their score and what gave way, mentoring, and who is left with why."""
    answer = json.loads(matched(PEOPLE, "--json").stdout)
    assert set(answer) == {
        *("pairs", "trios", "mentoring", "unmatched", "total", "upper_bound", "candidates"),
        *("cpu_seconds", "peak_mib"),
    }
    [[a, b, score, relaxed]] = answer["pairs"]
    assert ({a, b}, relaxed) in [({"ada", "bo"}, []), ({"bo", "cy"}, [])]
    assert answer["total"] == score
    assert [row[:2] for row in answer["mentoring"]] == [["meg", "cy"]]
    assert len(answer["unmatched"]) == 1


def test_the_same_seed_gives_the_same_pairs_whatever_the_order() -> None:
    """So that a round can be looked at again."""
    one, other = (json.loads(matched(each, "--json").stdout) for each in (PEOPLE, PEOPLE[::-1]))
    assert one["pairs"] == other["pairs"]


def test_every_candidate_can_be_written_down(tmp_path: Path) -> None:
    """With the score by which pairs are chosen."""
    edges = tmp_path / "edges.csv"
    matched(PEOPLE, "--json", "--dense", "--dump-candidates", str(edges))
    with edges.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert {frozenset((row["a"], row["b"])) for row in rows} == {
        frozenset(("ada", "bo")),
        frozenset(("bo", "cy")),
    }
    assert all(int(row["score"]) > 0 for row in rows)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "line 2"),
        ("[]", "expected a JSON object"),
        ('{"stage": 1}', '"id" is missing'),
        ('{"id": "ada"}', "there twice"),
        ('{"id": "x", "stage": 9}', "from 0 to 5"),
        ('{"id": "x", "free_hours": "0101"}', "168 characters"),
        ('{"id": "x", "pool": "friends"}', "one of peer, mentor, family"),
        ('{"id": "x", "blocks": "ada"}', "a list of ids"),
        ('{"id": "x", "waited": true}', "a whole number"),
        ("[" * 100_000, "line 2"),
    ],
)
def test_a_profile_that_cannot_be_read_is_named(line: str, says: str) -> None:
    """By its line, with what is expected; nothing else is printed."""
    lines = json.dumps(PEOPLE[0]) + "\n" + line
    result = CliRunner().invoke(handrail, ["buddies", "match", "-", "--json"], input=lines)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""


def test_a_key_nobody_knows_is_told_and_does_no_harm() -> None:
    """A misspelt wish must not go unnoticed."""
    result = matched([{**PEOPLE[0], "genderrule": "same"}, PEOPLE[1]], "--json")
    assert "genderrule" in result.stderr
    assert len(json.loads(result.stdout)["pairs"]) == 1


def test_people_read_a_few_words() -> None:
    """Without --json."""
    assert "4 people: 1 pairs" in matched(PEOPLE).stdout
