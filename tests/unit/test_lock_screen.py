"""What comes unasked is read by whoever sees the lock screen: its first line tells nothing."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

import pytest
from fluent.syntax.ast import Message

from tests.support.texts import own_features
from tests.unit.test_texts import LANGUAGES, asked, messages, nodes

# What a stranger, a boss or a partner should not read over somebody's shoulder, in the forms in
# which it would turn up.
TELLING = {
    "en": r"recover(y|ing)|mental|cris[ei]s|sober|sobriety|relapse|lapsed?|suicid\w*|self-harm"
    r"|depress\w*|anxi\w*|crav\w*|addict\w*|therap\w*|drugs?|drink\w*|alcohol\w*|danger"
    r"|help ?lines?|hotlines?",
    "de": r"Genesung\w*|psychisch\w*|Krise\w*|nüchtern|Rückf\w*|Suizid\w*|Selbst(mord|verletz)\w*"
    r"|Depress\w*|Angst\w*|(?-i:Sucht\w*)|Verlangen|Therap\w*|Drogen|Alkohol\w*|Gefahr"
    r"|Hilfetelefon\w*|Notruf\w*",
    "es": r"recuperación|mental|crisis|sobri\w*|reca[ií]\w*|suicid\w*|autoles\w*|depre\w*"
    r"|ansiedad|adic\w*|terapi\w*|drogas?|alcohol\w*|peligro|líneas? de ayuda",
}
# What a team reads in its own room, and what is no message.
ELSEWHERE = re.compile(r"(command|argument|group|form|drill)-")
ALSO = (
    "bot/checkins/looking_back/pictures.py",
    "bot/checkins/missing/buddies.py",
    "bot/crisis/watching/responding.py",
    "bot/meetings/chairing/asking.py",
    "bot/members/linking.py",
    "bot/privacy/erasing.py",
)
"""Files that write to members when something happens, and not when a row goes out."""


@cache
def writing() -> frozenset[str]:
    """The files in which messages are written when they go out, by what the features declare."""
    found = set(ALSO)
    for feature in own_features():
        for write in feature.writes.values():
            found |= {_file_of(each) for each in _functions(write)}
    return frozenset(found)


def _functions(write: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """A writer and what it stands around."""
    while isinstance(write, partial):
        write = write.func
    yield getattr(write, "__func__", write)
    for cell in getattr(write, "__closure__", None) or ():
        if callable(cell.cell_contents) and not isinstance(cell.cell_contents, type):
            yield from _functions(cell.cell_contents)


def _file_of(function: Callable[..., Any]) -> str:
    module = inspect.getmodule(function)
    assert module is not None
    return module.__name__.replace(".", "/") + ".py"


@cache
def unasked() -> frozenset[str]:
    """The texts that those files name."""
    found = set()
    for each in asked():
        if each.where.rpartition(":")[0] in writing():
            found |= each.names
            found |= {
                name for name in messages("en") if each.family and name.startswith(each.family)
            }
    return frozenset(name for name in found if not ELSEWHERE.match(name))


def first_line(message: Message) -> str:
    """The words before the first line break, without what is put in."""
    if message.value is None:
        return ""
    words = " ".join(n.value for n in nodes(message.value) if type(n).__name__ == "TextElement")
    return words.strip().split("\n")[0]


def test_what_goes_out_by_itself_is_found() -> None:
    """A check that looks at nothing would always pass."""
    assert {"bot/checkins/sharing/showing.py", "bot/members/pin.py"} <= writing()
    assert {"share-card", "pin-gone"} <= unasked()
    assert len(unasked()) > 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_line_tells_nothing_to_who_reads_a_lock_screen(language: str) -> None:
    """The rest of a message is read by whoever unlocks the phone."""
    telling = re.compile(rf"\b({TELLING[language]})\b", re.IGNORECASE)

    wrong = {
        name: line
        for name in sorted(unasked())
        if telling.search(line := first_line(messages(language)[name]))
    }

    assert wrong == {}
