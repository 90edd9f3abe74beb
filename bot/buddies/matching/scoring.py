"""Which two may be buddies at all, and how well they fit; many pairs at a time.

Hard: the pool, blocks either way, a shared language, the gender rule, a shared topic unless one
waives it, at most three stages apart, two shared hours a week unless both only write. The last two
and a repeat give way where both agreed to that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.buddies.matching.profiles import WEEK, Consent, Pool, Profile

Ints = NDArray[np.int64]
Bits = NDArray[np.uint64]
Flags = NDArray[np.bool_]

STAGE_GAP = 3
SHARED_HOURS = 2
REPEAT_WINDOW = 8
"""Rounds within which the same buddy again is a repeat."""

TOPIC, STAGE, HOURS, AGE, INTERESTS, GENDER, LANGUAGE = 360, 250, 200, 60, 50, 40, 40
"""Parts of the weight of a pair, 1000 in all."""
ENOUGH_HOURS = 10
DEBT = 1_000
"""What a round of waiting counts, more than any weight; for so many rounds at most:"""
MOST_DEBT = 8
TOO_LONG, PATIENCE = 2, 65_000
"""Whoever has waited so many rounds comes before that a repeat or writing only is avoided."""
RELAXED = {Consent.REPEAT: 20_000, Consent.TEXT_ONLY: 40_000, Consent.WIDER_STAGE: 80_000}
"""What giving way costs: more than any debt and weight, but never a pair."""
_BIT = {consent: 1 << number for number, consent in enumerate(Consent)}
HARD = ("language", "topic", "stage", "gender", "hours", "blocked", "past")
"""The wishes, in the order in which they are looked at."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs that may be: indices, scores, and what is relaxed as bits of `Consent`."""

    a: Ints
    b: Ints
    score: Ints
    relaxed: Ints

    def __len__(self) -> int:
        return len(self.a)

    def only(self, which: Flags | Ints) -> Scored:
        """Some of them."""
        return Scored(self.a[which], self.b[which], self.score[which], self.relaxed[which])

    @staticmethod
    def joined(parts: Sequence[Scored]) -> Scored:
        """All of them."""
        return Scored(
            np.concatenate([part.a for part in parts]),
            np.concatenate([part.b for part in parts]),
            np.concatenate([part.score for part in parts]),
            np.concatenate([part.relaxed for part in parts]),
        )


def relaxed_of(bits: int) -> tuple[Consent, ...]:
    """What the bits name."""
    return tuple(consent for consent in Consent if bits & _BIT[consent])


class People:
    """Profiles as columns."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = profiles
        self.count = len(profiles)
        self.ids = [each.id for each in profiles]
        self.index = {id: number for number, id in enumerate(self.ids)}
        self.pool = _ints(list(Pool).index(each.pool) for each in profiles)
        self.stage = _ints(-1 if each.stage is None else each.stage for each in profiles)
        self.age = _ints(-1 if each.age_band is None else each.age_band for each in profiles)
        genders = _numbers(each.gender for each in profiles)
        self.gender = _ints(genders[each.gender] for each in profiles)
        self.says_gender = _flags(bool(each.gender) for each in profiles)
        self.same_gender = _flags(each.gender_rule == "same" for each in profiles)
        self.text_only = _flags(each.text_only for each in profiles)
        self.consents = _ints(sum(_BIT[it] for it in each.consents_to) for each in profiles)
        self.debt = _ints(_debt(each.waited) for each in profiles)
        self.hours = _hours(profiles)
        self.topics, rarity = _sets([each.topics or frozenset() for each in profiles])
        self.any_topic = _flags(each.any_topic or each.topics is None for each in profiles)
        self._rarity = _tables(rarity)
        self._all_rarity = np.maximum(self._rarity_of(self.topics), 1e-9)
        self.interests, _ = _sets([each.interests for each in profiles])
        self._most_interests = np.maximum(_count(self.interests), 1)
        self.languages, _ = _sets([frozenset(each.languages or ()) for each in profiles])
        self.any_language = _flags(each.languages is None for each in profiles)
        first = [(each.languages or ("",))[0] for each in profiles]
        numbers = _numbers(first)
        self.first_language = _ints(numbers[each] for each in first)
        self._blocked = self._keys(
            (number, other) for number, each in enumerate(profiles) for other in each.blocks
        )
        self._past = self._keys(
            (number, other)
            for number, each in enumerate(profiles)
            for other, ago in each.past.items()
            if ago <= REPEAT_WINDOW
        )

    def _keys(self, pairs: Iterable[tuple[int, str]]) -> Ints:
        known = [
            (min(one, self.index[other]), max(one, self.index[other]))
            for one, other in pairs
            if other in self.index
        ]
        return np.array(sorted({a * self.count + b for a, b in known}), dtype=np.int64)

    def _among(self, keys: Ints, a: Ints, b: Ints) -> Flags:
        if not len(keys):
            return np.zeros(len(a), dtype=np.bool_)
        wanted = np.minimum(a, b) * self.count + np.maximum(a, b)
        place = np.searchsorted(keys, wanted)
        found: Flags = keys[np.minimum(place, len(keys) - 1)] == wanted
        return found

    def _rarity_of(self, bits: Bits) -> NDArray[np.float64]:
        total = np.zeros(len(bits))
        for word, tables in enumerate(self._rarity):
            for part, table in enumerate(tables):
                total += table[(bits[:, word] >> np.uint64(16 * part)) & np.uint64(0xFFFF)]
        return total

    def shared_hours(self, a: Ints, b: Ints) -> Ints:
        """Hours of the week in which both are free."""
        return _count_shared(self.hours, a, b)

    # --- who may

    def feasible(
        self, a: Ints, b: Ints, *, mentoring: bool = False, relaxing: bool = False
    ) -> tuple[Scored, str]:
        """The pairs that may be, scored.

        Args:
            mentoring: a stage gap does not matter, a repeat is no matter, waiting does not count.
            relaxing: with those that only consent makes possible.

        Returns: them, and the wish at which the last of them fell away ("" if some are left).
        """
        relaxed = np.zeros(len(a), dtype=np.int64)
        agreed = self.consents[a] & self.consents[b] if relaxing else relaxed
        for wish in HARD:
            if mentoring and wish in ("stage", "past"):
                continue
            fits, gives_way = self._looks(wish, a, b, agreed)
            if gives_way is not None:
                relaxed = relaxed | np.where(~fits & gives_way[0], gives_way[1], 0)
                fits = fits | gives_way[0]
            if not fits.all():
                a, b, relaxed, agreed = a[fits], b[fits], relaxed[fits], agreed[fits]
            if not len(a):
                return Scored(a, b, a, relaxed), wish
        score = self._weight(a, b)
        if not mentoring:
            score = score + self.debt[a] + self.debt[b]
            for consent, cost in RELAXED.items():
                score = score - cost * ((relaxed & _BIT[consent]) > 0)
        return Scored(a, b, score, relaxed), ""

    def _looks(
        self, wish: str, a: Ints, b: Ints, agreed: Ints
    ) -> tuple[Flags, tuple[Flags, int] | None]:
        match wish:
            case "language":
                shared = _share(self.languages, a, b)
                return shared | self.any_language[a] | self.any_language[b], None
            case "gender":
                same = (self.gender[a] == self.gender[b]) & self.says_gender[a]
                return same | ~(self.same_gender[a] | self.same_gender[b]), None
            case "blocked":
                return ~self._among(self._blocked, a, b), None
            case "topic":
                shared = _share(self.topics, a, b)
                return shared | self.any_topic[a] | self.any_topic[b], None
            case "stage":
                known = (self.stage[a] >= 0) & (self.stage[b] >= 0)
                near = ~known | (np.abs(self.stage[a] - self.stage[b]) <= STAGE_GAP)
                bit = _BIT[Consent.WIDER_STAGE]
                return near, ((agreed & bit) > 0, bit)
            case "hours":
                both_write = self.text_only[a] & self.text_only[b]
                fits = both_write | (self.shared_hours(a, b) >= SHARED_HOURS)
                bit = _BIT[Consent.TEXT_ONLY]
                return fits, ((agreed & bit) > 0, bit)
            case _:
                bit = _BIT[Consent.REPEAT]
                return ~self._among(self._past, a, b), ((agreed & bit) > 0, bit)

    # --- how well

    def _weight(self, a: Ints, b: Ints) -> Ints:
        """1 to 1000."""
        shared = self._rarity_of(self.topics[a] & self.topics[b])
        topic = shared / np.minimum(self._all_rarity[a], self._all_rarity[b])
        interests = _count_shared(self.interests, a, b) / np.minimum(
            self._most_interests[a], self._most_interests[b]
        )
        together = (
            TOPIC * np.minimum(topic, 1.0)
            + STAGE * (1.0 - _gap(self.stage, a, b) / 5.0)
            + HOURS * np.minimum(self.shared_hours(a, b), ENOUGH_HOURS) / ENOUGH_HOURS
            + AGE * (1.0 - _gap(self.age, a, b) / 5.0)
            + INTERESTS * np.minimum(interests, 1.0)
            + GENDER * ((self.gender[a] == self.gender[b]) & self.says_gender[a])
            + LANGUAGE * (self.first_language[a] == self.first_language[b])
        )
        weight: Ints = np.maximum(together.round().astype(np.int64), 1)
        return weight


def _debt(waited: int) -> int:
    return DEBT * min(waited, MOST_DEBT) + (PATIENCE if waited >= TOO_LONG else 0)


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _flags(values: Iterable[bool]) -> Flags:
    return np.fromiter(values, dtype=np.bool_)


def _numbers(values: Iterable[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(sorted(set(values)))}


def _gap(column: Ints, a: Ints, b: Ints) -> Ints:
    known = (column[a] >= 0) & (column[b] >= 0)
    return np.where(known, np.abs(column[a] - column[b]), 0)


def _count(bits: Bits) -> Ints:
    count: Ints = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
    return count


def _count_shared(bits: Bits, a: Ints, b: Ints) -> Ints:
    count = np.zeros(len(a), dtype=np.int64)
    for word in range(bits.shape[1]):
        count += np.bitwise_count(bits[a, word] & bits[b, word])
    return count


def _share(bits: Bits, a: Ints, b: Ints) -> Flags:
    shared: Flags = bits[a, 0] & bits[b, 0] != 0
    for word in range(1, bits.shape[1]):
        shared |= bits[a, word] & bits[b, word] != 0
    return shared


def _hours(profiles: Sequence[Profile]) -> Bits:
    free = np.zeros((len(profiles), 192), dtype=np.uint8)
    for number, each in enumerate(profiles):
        if each.free_hours is None:
            free[number, :WEEK] = 1
        else:
            free[number, :WEEK] = np.frombuffer(each.free_hours.encode(), dtype=np.uint8) - ord("0")
    return np.packbits(free, axis=1, bitorder="little").view(np.uint64)


def _sets(sets: Sequence[frozenset[str]]) -> tuple[Bits, NDArray[np.float64]]:
    """Sets as bits, and how rare each member of them is (the logarithm of one in how many)."""
    counted = Counter(name for each in sets for name in each)
    names = sorted(counted)
    number = {name: place for place, name in enumerate(names)}
    bits = np.zeros((len(sets), max(1, -(-len(names) // 64))), dtype=np.uint64)
    for row, each in enumerate(sets):
        for name in each:
            place = number[name]
            bits[row, place // 64] |= np.uint64(1 << (place % 64))
    rarity = np.array([np.log1p(len(sets) / counted[name]) for name in names])
    return bits, rarity


def _tables(rarity: NDArray[np.float64]) -> list[list[NDArray[np.float64]]]:
    """For each 16 bits of a set, the sum of the rarities that any of their values stands for."""
    tables = []
    for word in range(0, max(len(rarity), 1), 64):
        parts = []
        for part in range(word, min(word + 64, max(len(rarity), 1)), 16):
            table = np.zeros(1)
            for one in rarity[part : part + 16]:
                table = np.concatenate([table, table + one])
            parts.append(table)
        tables.append(parts)
    return tables
