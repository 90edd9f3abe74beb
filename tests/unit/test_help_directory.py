"""The packaged help lines: facts with a source, dialled as they stand, and not out of date."""

from __future__ import annotations

import copy
import json
import re
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib import resources
from typing import Any

import jsonschema_rs
import pytest

from bot.crisis.lines.helplines import FRESH, TOPICS, HelpLines, packaged
from bot.crisis.lines.opening import read_opening
from bot.crisis.lines.verifying import due, lines_named

DATA = packaged()
SCHEMA = json.loads(
    resources.files("bot.crisis.lines").joinpath("helplines.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema_rs.validator_for(SCHEMA, validate_formats=True)
DIRECTORY = HelpLines()
TODAY = date(2026, 11, 23)

# Numbers of up to six figures work inside one country only.
SHORT = 6
CALLING_CODES = {"FR": "33", "GB": "44", "DE": "49", "US": "1", "CA": "1", "IN": "91", "IT": "39"}


def entries(data: dict[str, Any] = DATA) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every line that is shown by default, with its country."""
    for code, country in data["countries"].items():
        for line in country["helplines"]:
            if line["show_by_default"]:
                yield code, line


def numbers(line: dict[str, Any]) -> list[str]:
    return [line[name] for name in ("phone", "phone_also", "sms") if line[name]]


def faults(data: dict[str, Any], today: date) -> tuple[list[str], list[str]]:
    """What must not be shown; and what somebody should look at."""
    wrong, stale = [], []
    for code, line in entries(data):
        where = f"{code} {line['name']}"
        if not line["seen_in"]:
            wrong.append(f"{where}: no source")
        for number in numbers(line):
            digits = re.sub(r"\D", "", number)
            if digits in ("18002738255", "8002738255"):
                wrong.append(f"{where}: the old number of 988")
            if number.startswith(("+", "00")) and len(digits.lstrip("0")) < SHORT + 3:
                wrong.append(f"{where}: a short code with a prefix")
            prefix = CALLING_CODES.get(code)
            rest = digits.removeprefix(prefix or "-")
            if number.startswith("+") and prefix and len(rest) <= SHORT:
                wrong.append(f"{where}: a short code with a prefix")
        if line["phone_press"] == "3" and "988" in (line["phone"] or ""):
            wrong.append(f"{where}: press 3 has ended")
        if (line["last_verified"] is None) != (line["verified_by"] is None):
            wrong.append(f"{where}: verified, but by whom, or when?")
        elif line["last_verified"] is None:
            stale.append(f"{where}: nobody has verified it yet")
        elif today - date.fromisoformat(line["last_verified"]) > FRESH:
            wrong.append(f"{where}: verified too long ago")
    return wrong, stale


def test_the_file_is_laid_out_as_its_schema_says() -> None:
    """Whoever mends an entry by hand is told what does not fit."""
    found = [f"{list(e.instance_path)}: {e.message[:120]}" for e in VALIDATOR.iter_errors(DATA)]

    assert not found
    assert SCHEMA["$defs"]["line"]["properties"]["topics"]["items"]["enum"] == list(TOPICS)


def test_nothing_is_shown_that_should_not_be() -> None:
    """Each shown line has a source and numbers that can be dialled; old checks do not pass.

    Until a person has verified a line this warns; afterwards 180 days are the limit.
    """
    wrong, stale = faults(DATA, datetime.now(UTC).date())
    if stale:
        warnings.warn(f"{len(stale)} help lines wait for somebody to verify them", stacklevel=1)

    assert len(list(entries())) > 150
    assert not wrong


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"seen_in": []}, "no source"),
        ({"phone": "1-800-273-8255"}, "the old number of 988"),
        ({"sms": "(800) 273 8255"}, "the old number of 988"),
        ({"phone": "+1 988"}, "a short code with a prefix"),
        ({"phone": "0033 3114"}, "a short code with a prefix"),
        ({"phone": "+1 741741"}, "a short code with a prefix"),
        ({"phone": "988", "phone_press": "3"}, "press 3 has ended"),
        ({"last_verified": "2026-05-01", "verified_by": "N. N."}, "verified too long ago"),
        ({"last_verified": "2026-11-01"}, "verified, but by whom, or when?"),
    ],
)
def test_the_check_would_notice(change: dict[str, Any], fault: str) -> None:
    """A check that cannot find anything protects nobody."""
    data = copy.deepcopy(DATA)
    data["countries"]["US"]["helplines"][0] |= change

    assert any(each.endswith(fault) for each in faults(data, TODAY)[0])


@pytest.mark.parametrize(
    "change",
    [
        {"phone": "1-800-FLOWERS"},
        {"seen_in": []},
        {"status": "unverified"},
        {"hours": "weekdays, see site"},
        {"topics": ["sadness"]},
        {"phone": None, "sms": None, "chat_url": None},
        {"chat_url": "javascript:alert(1)"},
        {"last_verified": "last week"},
        {"surprise": True},
    ],
)
def test_the_schema_refuses_what_nobody_could_use(change: dict[str, Any]) -> None:
    """A letter in a number, no way to reach anybody, hours that no clock can read."""
    data = copy.deepcopy(DATA)
    data["countries"]["US"]["helplines"][0] |= change

    assert not VALIDATOR.is_valid(data)


def test_a_fresh_verification_passes_and_ends_the_warning() -> None:
    """What a person made sure of lately is neither wrong nor waiting."""
    data = copy.deepcopy(DATA)
    first = data["countries"]["US"]["helplines"][0]
    first |= {"last_verified": "2026-11-01", "verified_by": "N. N."}
    wrong, stale = faults(data, TODAY)

    assert not wrong
    assert len(stale) == len(faults(DATA, TODAY)[1]) - 1


def test_hidden_entries_are_not_even_read() -> None:
    """What nobody vouches for cannot be shown by mistake."""
    hidden = {
        (code, line["name"], line["phone"])
        for code, country in DATA["countries"].items()
        for line in country["helplines"]
        if not line["show_by_default"]
    }
    read = {
        (code, line.name, line.phone)
        for code in DIRECTORY.codes
        for line in DIRECTORY.lines_of(code)
    }

    assert hidden
    assert not hidden & read
    assert len(read) == len(list(entries()))


def test_known_hours_have_a_clock() -> None:
    """Spans without a zone would be open or closed by guesswork."""
    spans = [(code, line) for code, line in entries() if line["hours"] not in (None, "24/7")]
    for code, line in spans:
        read_opening(line["hours"], line["zone"])
        # Australia's line keeps each caller's own clock.
        assert line["zone"] or code == "AU", line["name"]

    assert len(spans) > 10


@pytest.mark.parametrize(
    ("code", "emergency", "police"),
    [
        ("US", "911", None),
        ("GB", "999", None),
        ("DE", "112", None),
        ("JP", "119", "110"),
        ("CH", "112", "117"),
        ("XK", None, None),
    ],
)
def test_the_number_of_a_country(code: str, emergency: str | None, police: str | None) -> None:
    """The general number where there is one, else the ambulance's, and the police's beside it."""
    country = DIRECTORY.country(code)

    assert country is not None
    assert (country.emergency, country.police) == (emergency, police)


def test_who_forgot_to_check_is_told_which_lines() -> None:
    """Never, or more than 180 days ago; a change of the facts undoes a check."""
    first, *_ = DIRECTORY.lines_of("US")
    count = len(DIRECTORY.lines_of("US"))

    def waiting(checks: dict[str, date]) -> int:
        return len(due(DIRECTORY, checks, TODAY, "US"))

    assert waiting({}) == count
    assert waiting({first.key: TODAY - FRESH}) == count - 1
    assert waiting({first.key: TODAY - FRESH - timedelta(days=1)}) == count
    assert waiting({"of another number": TODAY}) == count
    assert len(due(DIRECTORY, {}, TODAY)) == len(list(entries()))


def test_a_line_is_found_by_words_of_its_name() -> None:
    """Whole names win, so that "Lifeline" can be told from "Trans Lifeline"."""
    assert [line.phone for line in lines_named(DIRECTORY, "US", "988")] == ["988"]
    assert len(lines_named(DIRECTORY, "GB", "lifeline")) == 1
    assert lines_named(DIRECTORY, "US", "") == []
    assert lines_named(DIRECTORY, "XX", "988") == []
