"""What a profile consists of: the questions, their options, and what typed words mean.

What somebody said is kept as a mapping of an item's name to a list: ids of options, and words of
their own behind `OWN`. What is not there was not answered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.buddies.joining.hours import PARTS
from bot.errors import HandrailError
from bot.reading.words import plain

OWN = "="
LONGEST_OWN = 40
MOST_OWN = 5
Said = Mapping[str, Any]

_APART = re.compile(r"[,;/\n·•]+|\s+(?:and|und|y|e|&|\+)\s+")
_BULLET = re.compile(r"^[-*\s]+")


class UnclearAnswerError(HandrailError):
    """Words that are none of the options, where only these will do."""

    text_id = "joining-unclear"


class OwnWordsTooLongError(HandrailError):
    """Words of one's own that are a story; short ones find others."""

    text_id = "joining-own-too-long"


class TooManyOwnError(HandrailError):
    """More words of one's own than are kept."""

    text_id = "joining-own-too-many"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question of a profile.

    Args:
        many: several options may be chosen.
        own: words of one's own are taken.
        seen: who sees the answer: "shared" (a buddy who said the same), "buddy", "nobody".
        groups: what stands for several options when typed.
        usual: what holds until somebody says otherwise.
    """

    name: str
    options: tuple[str, ...]
    many: bool = False
    own: bool = False
    seen: str = "buddy"
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    usual: tuple[str, ...] = ()


TOPICS = (
    "alcohol", "opioids", "stimulants", "cannabis", "medicines", "nicotine", "gambling", "screens",
    "eating", "sex", "depression", "anxiety", "trauma", "grief", "moods", "voices", "selfharm",
    "suicide", "mind", "illness", "loneliness",
)  # fmt: skip
ANY_TOPIC = "any"
"""Among the topics: a buddy need not share one."""
INTERESTS = (
    "music", "outdoors", "sport", "books", "films", "games", "cooking", "pets", "crafts", "art",
    "writing", "garden", "faith", "technology", "travel", "parenting",
)  # fmt: skip
LANGUAGES = (
    "en", "es", "de", "fr", "pt", "it", "nl", "pl", "ru", "uk", "tr", "ar", "fa", "hi", "zh", "ja",
    "sv", "ro",
)  # fmt: skip
ANY_TIME = "any"


def _spans(*ends: str) -> tuple[str, ...]:
    return tuple(part for part in PARTS if part.endswith(ends))


ITEMS = {
    each.name: each
    for each in (
        Item(name="pool", options=("peer", "family"), seen="buddy", usual=("peer",)),
        Item(name="topics", options=(*TOPICS, ANY_TOPIC), many=True, own=True, seen="shared"),
        Item(
            name="hours",
            options=(*PARTS, ANY_TIME),
            many=True,
            groups={
                "mornings": _spans("morning"),
                "middays": _spans("midday"),
                "evenings": _spans("evening"),
                "nights": _spans("night"),
                "weekdays": tuple(p for p in PARTS if p.startswith("weekday"))[:3],
                "weekends": tuple(p for p in PARTS if p.startswith("weekend"))[:3],
            },
        ),
        Item(name="stage", options=("0", "1", "2", "3", "4", "5", "none")),
        Item(name="languages", options=LANGUAGES, many=True, own=True),
        Item(name="voice", options=("text", "voice"), usual=("text",)),
        Item(name="interests", options=INTERESTS, many=True, own=True, seen="shared"),
        Item(name="gender", options=("woman", "man", "nonbinary", "none"), own=True, seen="nobody"),
        Item(name="wish", options=("any", "same"), seen="nobody", usual=("any",)),
        Item(name="age", options=("0", "1", "2", "3", "4", "5", "none")),
        Item(
            name="agree",
            options=("repeat", "text_only", "wider_stage", "trio"),
            many=True,
            seen="nobody",
        ),
        Item(name="mentor", options=("no", "yes"), seen="nobody", usual=("no",)),
    )
}
FIRST = ("topics", "hours")
"""What is asked when somebody joins; everything else has a default that they can change."""


def answer(said: Said, item: str) -> tuple[str, ...]:
    """What somebody said to an item, or what is usual; "none" is nothing."""
    given = said.get(item)
    answers = ITEMS[item].usual if given is None else tuple(str(each) for each in given)
    return tuple(each for each in answers if each != "none")


def own_words(answers: Sequence[str]) -> tuple[str, ...]:
    """The words of their own among somebody's answers, as they typed them."""
    return tuple(each.removeprefix(OWN) for each in answers if each.startswith(OWN))


def toggled(item: Item, answers: Sequence[str], option: str, *, off: bool = False) -> list[str]:
    """The answers after one more tap on an option: chosen, or no longer.

    Args:
        off: it was chosen, and is taken back; nothing happens if it was not.
    """
    if item.name == "hours" and option == ANY_TIME:
        everything = off or set(PARTS) <= set(answers)
        return [] if everything else list(PARTS)
    if option in answers or off:
        return [each for each in answers if each != option]
    return [*answers, option]


def read(
    item: Item, typed: str, known: Mapping[str, str], numbers: Sequence[str] = ()
) -> list[str]:
    """What typed words mean as answers to an item, each once, in their order.

    Args:
        known: options by what they are called, in plain form.
        numbers: options by their number in the list that was shown, from 1.

    Raises: UnclearAnswerError, OwnWordsTooLongError, TooManyOwnError.
    """
    found: list[str] = []
    for part in _parts(typed, lambda words: words in known):
        said = plain(part, " .,;!¡?¿")
        if said.isdecimal() and 1 <= int(said) <= len(numbers):
            found += [numbers[int(said) - 1]]
        elif said in known:
            found += [known[said]]
        elif not item.own or item.name == "languages" or said.isdecimal():
            raise UnclearAnswerError(f"{item.name}: {len(part)} characters", words=part[:60])
        elif len(part) > LONGEST_OWN:
            raise OwnWordsTooLongError(
                f"{item.name}: {len(part)} characters", given=len(part), longest=LONGEST_OWN
            )
        else:
            found += [OWN + part]
    meant = [one for each in found for one in item.groups.get(each, (each,))]
    if item.name == "hours" and ANY_TIME in meant:
        meant = list(PARTS)
    return checked(item, list(dict.fromkeys(meant)))


def checked(item: Item, answers: list[str]) -> list[str]:
    """The same, if not too much of it. Raises: TooManyOwnError, UnclearAnswerError."""
    most = MOST_OWN if item.many else 1
    if len(own_words(answers)) > most:
        raise TooManyOwnError(f"{item.name} got {len(answers)}", most=most)
    if not item.many and len(answers) > 1:
        raise UnclearAnswerError(f"{item.name} got {len(answers)}", words=", ".join(answers)[:60])
    return answers


def _parts(typed: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    """Typed words one answer at a time; what is known as a whole stays whole."""
    for chunk in typed.split("\n"):
        for part in [chunk] if is_known(plain(chunk)) else _APART.split(chunk):
            words = " ".join(_BULLET.sub("", part).split()).strip(" .!?")
            several = words.split()
            short = len(several) > 1 and not is_known(plain(words))
            if short and all(is_known(plain(each)) or each.isdecimal() for each in several):
                yield from several
            elif words:
                yield words
