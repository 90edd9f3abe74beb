"""Logs carry ids of rows, counts, states and codes, whatever the code hands them."""

from __future__ import annotations

import ast
import io
import json
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.errors import HandrailError
from bot.logs import BLANK, KEYS, configure_logs
from bot.platform import Outcome
from tests.support.console import logs_put_back

REPOSITORY = Path(__file__).resolve().parents[2]
CANARY = "canary-in-a-coal-mine"  # what somebody wrote

Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def libraries_speak() -> Iterator[None]:
    """Adapters that other tests have run silence their libraries' loggers."""
    loggers = [logging.getLogger(name) for name in ("nio", "peewee", "discord")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.NOTSET)
    yield
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


@pytest.fixture
def _restored() -> Iterator[None]:
    with logs_put_back():
        yield


@pytest.fixture
def stream(_restored: None) -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def lines(stream: io.StringIO) -> Lines:
    """Everything that was logged, as JSON, at DEBUG."""
    configure_logs("json", "debug", stream=stream)
    return lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


class OurOwnError(HandrailError):
    """Its text is written for logs."""


OurOwnError.__module__ = "bot.somewhere"


def test_a_line_keeps_what_operators_need(lines: Lines) -> None:
    structlog.get_logger().info(
        "row_sent",
        row=7,
        outcome=Outcome.SENT,
        seconds=timedelta(seconds=2),
        due=datetime(2026, 11, 21, 9, tzinfo=UTC),
        reason="M_LIMIT_EXCEEDED",
        part=None,
    )

    (line,) = lines()
    assert line.pop("timestamp")
    assert line == {
        "event": "row_sent",
        "level": "info",
        "row": 7,
        "outcome": "sent",
        "seconds": 2.0,
        "due": "2026-11-21T09:00:00+00:00",
        "reason": "M_LIMIT_EXCEEDED",
        "part": None,
    }


def test_a_key_that_is_not_listed_is_left_out_and_named(lines: Lines) -> None:
    """Who adds a key sees that it needs a look, and nobody's words get out meanwhile."""
    structlog.get_logger().info("row_sent", row=7, note=CANARY, user="ana")

    (line,) = lines()
    assert line["row"] == 7
    assert line["dropped"] == ["note", "user"]
    assert CANARY not in str(line)
    assert "ana" not in line.values()


@pytest.mark.parametrize(
    "value",
    [
        "I had a rough day",
        "@ana:example.org",
        "!room:example.org",
        "discord:123456789012345678",
        "ä",
        "two\nlines",
        "x" * 65,
        object(),
        b"bytes",
        ["fine", "not fine at all"],
    ],
)
def test_a_value_that_may_be_words_or_an_id_is_blanked(lines: Lines, value: object) -> None:
    structlog.get_logger().info("row_sent", reason=value)

    (line,) = lines()
    assert line["reason"] in (BLANK, ["fine", BLANK])


def test_an_event_is_a_name_not_a_sentence(lines: Lines) -> None:
    structlog.get_logger().info(f"{CANARY} wrote to me")

    assert lines()[0]["event"] == "event_without_name"


def fail() -> None:
    """Fails in the way that leaks most: words in every exception of a chain and of a group."""
    mine = CANARY  # a local variable; must not be shown either
    try:
        raise KeyError(mine)
    except KeyError as error:
        error.add_note(mine)
        raise ExceptionGroup(mine, [ValueError(mine), OurOwnError("row 7")]) from error


def test_an_exception_is_told_without_its_words(lines: Lines) -> None:
    """Libraries quote what they choke on; types and frames are enough to find the place."""
    try:
        fail()
    except ExceptionGroup:
        structlog.get_logger().exception("event_broke", row=7)

    (line,) = lines()
    assert CANARY not in str(line)
    told = line["exception"]
    assert "KeyError" in told
    assert "ValueError" in told
    assert "in fail" in told
    assert "bot.somewhere.OurOwnError: row 7" in told


@pytest.mark.parametrize("name", ["nio", "discord.gateway", "aiohttp.access", "sqlalchemy.engine"])
def test_a_library_says_where_it_stumbled_and_nothing_else(lines: Lines, name: str) -> None:
    """nio and discord.py log bodies, rooms and people."""
    library = logging.getLogger(name)
    library.debug("sent %s", CANARY)
    library.info("sent %s", CANARY)
    try:
        fail()
    except ExceptionGroup:
        library.exception("no reply to %s", CANARY)
    library.log(35, CANARY)

    broke, odd = lines()
    assert broke["event"] == odd["event"] == "library_said"
    assert (broke["library"], broke["error"], broke["level"]) == (name, "ExceptionGroup", "error")
    assert broke["at"].startswith("test_logs:")
    assert CANARY not in str(broke) + str(odd)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_nobody_caught_is_told_without_its_words(lines: Lines) -> None:
    """Python itself would print the message to stderr, past all rules."""
    hook = threading.excepthook
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    try:
        fail()
    except ExceptionGroup:
        sys.excepthook(*sys.exc_info())

    assert hook is threading.excepthook
    assert [line["event"] for line in lines()] == ["uncaught", "uncaught"]
    assert CANARY not in str(lines())


def test_the_console_keeps_the_same_rules(stream: io.StringIO) -> None:
    configure_logs("console", "debug", stream=stream)

    try:
        fail()
    except ExceptionGroup:
        structlog.get_logger().exception("event_broke", row=7, note=CANARY, reason=f"{CANARY} !")
    logging.getLogger("nio").error(CANARY)

    shown = stream.getvalue()
    assert "event_broke" in shown
    assert "row=7" in shown
    assert "KeyError" in shown
    assert CANARY not in shown


@pytest.mark.parametrize(
    ("format_", "mark"), [("console", "rehearsal=true"), ("json", '"rehearsal": true')]
)
def test_every_line_of_a_rehearsal_says_so(stream: io.StringIO, format_: Any, mark: str) -> None:
    """Nobody should take what happened at a shifted hour for what members saw."""
    configure_logs(format_, "debug", rehearsal=True, stream=stream)

    structlog.get_logger().debug("one")
    logging.getLogger("nio").error("two")

    written = stream.getvalue().splitlines()
    assert len(written) == 2
    assert all(mark in line for line in written)


def test_less_urgent_lines_are_not_written(stream: io.StringIO) -> None:
    configure_logs("json", "error", stream=stream)

    structlog.get_logger().warning("one")
    logging.getLogger("nio").warning("two")

    assert stream.getvalue() == ""


def calls_of_loggers() -> Iterator[tuple[str, ast.Call]]:
    """Every `log.info(...)` and the like in what runs."""
    for folder in ("adapters", "bot", "storage"):
        for path in sorted((REPOSITORY / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and isinstance(node.func.value, ast.Name)
                    and node.func.value.id in ("log", "_log")
                ):
                    yield f"{path.relative_to(REPOSITORY)}:{node.lineno}", node


def test_the_code_logs_listed_keys_only() -> None:
    """What would be left out when it is needed; a key that is fine is added to `KEYS`."""
    calls = list(calls_of_loggers())

    wrong = [
        f"{place}: {keyword.arg}"
        for place, call in calls
        for keyword in call.keywords
        if keyword.arg not in {*KEYS, "exc_info"}
    ]

    assert len(calls) > 10
    assert not wrong


def test_the_code_names_its_events() -> None:
    wrong = [
        place
        for place, call in calls_of_loggers()
        if not (len(call.args) == 1 and isinstance(call.args[0], ast.Constant))
        or not str(call.args[0].value).replace("_", "").isalnum()
    ]

    assert not wrong
