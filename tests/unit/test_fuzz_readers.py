"""Whatever reads or shows free text, given what somebody might send to do harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from adapters.discord import markdown
from bot.members.helping import GROUP_FROM
from tests.discord_standin.visible import shown
from tests.fuzz.amounts import LONG, Counted, throw
from tests.fuzz.growth import grows_too_fast
from tests.fuzz.hostile import BITS, TYPED
from tests.fuzz.judging import faults
from tests.fuzz.readers import Reader, readers, whole
from tests.fuzz.table import INPUTS
from tests.support.texts import own_features, own_texts

pytestmark = pytest.mark.timeout(3600 if LONG else 300)

READERS = readers()

_SIZE = 8_000 if LONG else 4_000  # characters: as many as any platform hands on
_RUNS = ("a", "a ", "A1 ", "0", "1 ", "1:", ":", "-", "--", "- ", "*", "**", "** ", "_", "`", "[",
         "](",
         "<", "<@", "&", "(", "\\", '"', '" ', "\n", "\n\n", "\n- ", "\n> ", " ", "\t", ".", ",",
         ", ",
         "http://", "https://a", "https://a.b/(", "FREQ=", ";", "=", "\u0301", "a\u0301", "\u200b",
         "\ue000", "\ue0000\ue001", "monday ", "kill ", "not ", "I ", "end it ", "7pm ", "and ",
         "on the ", "<p>", "<br", "{", "\U0001f642", "\ud800")  # fmt: skip


def test_a_reader_understands_or_says_kindly_that_it_does_not(record_property: Counted) -> None:
    """No other error, and none for what no encoding takes."""
    thrown = throw(TYPED, _is_read_by_all, short=60, long=10_000)
    record_property(f"{INPUTS}texts, each to {len(READERS)} readers", thrown)


def _is_read_by_all(text: str) -> None:
    for name, read in READERS.items():
        try:
            read(text)
        except Exception as error:
            pytest.fail(f"{name}: {type(error).__name__}: {error}, given {text[:200]!r}")


def test_what_somebody_wrote_is_shown_and_means_nothing(record_property: Counted) -> None:
    """In a paragraph, a quote, a list, emphasis and a label, on both platforms."""

    def one(text: str) -> None:
        assert faults(whole(text), ()) == []

    record_property(INPUTS + "texts, shown", throw(TYPED, one, short=30, long=12_000))


@pytest.mark.parametrize("name", READERS)
def test_twice_the_text_takes_no_more_than_twice_the_time(name: str) -> None:
    """Nobody keeps us busy with a long text; by this thread's own clock, whatever the load."""
    slow = [repr(unit)[:40] for unit in _units() if _is_slow(READERS[name], unit)]

    assert slow == []


def _units() -> Iterator[str]:
    yield from _RUNS if LONG else _RUNS[::2]
    if LONG:
        yield from BITS[::3]


def _is_slow(read: Reader, unit: str) -> bool:
    def longer(size: int) -> Callable[[], object]:
        text = (unit * (size // len(unit) + 1))[:size]
        return lambda: read(text)

    return grows_too_fast(longer, _SIZE)


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
