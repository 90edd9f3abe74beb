"""Whatever reads or shows free text, given what somebody might send to do harm."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given

from adapters.discord import markdown
from bot.members.helping import GROUP_FROM
from tests.discord_standin.visible import shown
from tests.fuzz.amounts import LONG, inputs
from tests.fuzz.hostile import BITS, TYPED
from tests.fuzz.judging import faults
from tests.fuzz.readers import Reader, readers, whole
from tests.support.texts import own_features, own_texts

pytestmark = pytest.mark.timeout(3600 if LONG else 300)

READERS = readers()

_SIZE = 16_000 if LONG else 4_000  # characters: as many as any platform hands on
_SOON = 0.03  # seconds of computing in which a reader of that size is done, if it is linear
_DOUBLED = 3.0  # twice the text may take at most this many times as long
_RUNS = ("a", "a ", "A1 ", "0", "1 ", "1:", ":", "-", "--", "- ", "*", "**", "** ", "_", "`", "[",
         "](",
         "<", "<@", "&", "(", "\\", '"', '" ', "\n", "\n\n", "\n- ", "\n> ", " ", "\t", ".", ",",
         ", ",
         "http://", "https://a", "https://a.b/(", "FREQ=", ";", "=", "\u0301", "a\u0301", "\u200b",
         "\ue000", "\ue0000\ue001", "monday ", "kill ", "not ", "I ", "end it ", "7pm ", "and ",
         "on the ", "<p>", "<br", "{", "\U0001f642", "\ud800")  # fmt: skip


@inputs(short=80, long=30_000)
@given(TYPED)
def test_a_reader_understands_or_says_kindly_that_it_does_not(text: str) -> None:
    """No other error, and none for what no encoding takes."""
    for name, read in READERS.items():
        try:
            read(text)
        except Exception as error:
            pytest.fail(f"{name}: {type(error).__name__}: {error}, given {text[:200]!r}")


@inputs(short=30, long=20_000)
@given(TYPED)
def test_what_somebody_wrote_is_shown_and_means_nothing(text: str) -> None:
    """In a paragraph, a quote, a list, emphasis and a label, on both platforms."""
    assert faults(whole(text), ()) == []


@pytest.mark.parametrize("name", READERS)
def test_twice_the_text_takes_no_more_than_twice_the_time(name: str) -> None:
    """Nobody keeps us busy with a long text; by this thread's own clock, whatever the load."""
    slow = [repr(unit)[:40] for unit in _units() if _is_slow(READERS[name], unit)]

    assert slow == []


def _units() -> Iterator[str]:
    yield from _RUNS if LONG else _RUNS[::2]
    if LONG:
        yield from BITS


def _is_slow(read: Reader, unit: str) -> bool:
    took = _seconds(read, unit, _SIZE)
    if took < _SOON:
        return False
    # Whatever else went on in this thread: the best of several tells.
    once = min(took, *(_seconds(read, unit, _SIZE) for _ in range(2)))
    twice = min(_seconds(read, unit, 2 * _SIZE) for _ in range(3))
    return twice > _DOUBLED * once


def _seconds(read: Reader, unit: str, size: int) -> float:
    text = (unit * (size // len(unit) + 1))[:size]
    began = time.thread_time()
    read(text)
    return time.thread_time() - began


@pytest.mark.parametrize(
    "text",
    ["(https://a.example/)<@1>", "https://a.example/.<@1>", "https://a.example/><@1>",
     "https://a.example/\"'<@&1> <t:0:R>"],
)  # fmt: skip
def test_an_address_hides_no_mention_behind_it(text: str) -> None:
    """A client takes what follows an address for a part of it, a backslash among them."""
    assert [kind for kind, _ in shown(markdown.escape(text)).marks] == ["url"]


def test_everybody_is_told_what_they_can_say() -> None:
    """A group of three commands is one line in `help`, and that needs a text in every language."""
    listed = [each for feature in own_features() for each in feature.commands if each.listed]
    groups = Counter(command.name.split()[0] for command in listed)

    missing = [
        (language, name)
        for name, size in groups.items()
        for language in own_texts().languages
        if size >= GROUP_FROM and not own_texts().has(language, f"group-{name}")
    ]

    assert missing == []
