"""The terms of the lexicon: which of them stand in a message, and where.

A term is known by its key: its words as they stand in a normalised message. A `*` at an end of a
key leaves open how the word goes on there; these keys are searched letter by letter, the others
are looked up word by word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence, Set
from itertools import accumulate, chain

import ahocorasick

from bot.crisis.detector.matching import Found, Span
from bot.crisis.detector.normalise import words_of

_SLIP = 0
FIRST_MARK = 1
"""The first that is free for others."""

_STEM = "_"
"""Begins the key of a term to whose front a prefix is glued."""
_SIMPLE = re.compile(r"[a-z0-9]+(?:[ \n][a-z0-9]+)*")
_SPECIAL = re.compile("[*äöü]", re.IGNORECASE)
_UMLAUT = re.compile("[äöü]", re.IGNORECASE)
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

Marks = tuple[int, ...]


def plain(term: str) -> str:
    """A term as it stands in a normalised message, without the blanks around it."""
    return words_of([term])[0]


def keys_of(terms: Sequence[str], prefixes: Sequence[str] = ()) -> Sequence[str]:
    """The keys of terms. Umlauts may be spelt out, prefixes glued to the front."""
    lines = "\n".join(terms)
    if not prefixes and not _SPECIAL.search(lines):
        return terms if _SIMPLE.fullmatch(lines) else [way for way in words_of(terms) if way]
    keys = []
    for term, way in zip(terms, words_of(terms), strict=True):
        ways = [way, plain(term.lower().translate(_SPELT_OUT))] if _UMLAUT.search(term) else [way]
        begin = "*" if term[0] == "*" else ""
        end = "*" if term[-1] == "*" else ""
        for way in filter(None, ways):
            keys.append(f"{begin}{way}{end}")
            if begin or end:
                keys += (f"{begin}{prefix}{way}{end}" for prefix in prefixes)
            elif prefixes:
                keys.append(_STEM + way)
    return keys


class Terms:
    """Grows by groups of keys; once it is `finish`ed, messages are looked at.

    Marks say what the presence of a key is good for.
    """

    def __init__(self) -> None:
        self.groups: list[Collection[str]] = []
        """Keys of terms that can stand in for each other."""
        self._keys: dict[str, str] = {}
        """Each once."""
        self._marks: dict[str, Marks] = {}
        """By key; once all is finished, of single words only."""
        self._longer: dict[str, Marks] = {}
        """Of several words; none for what only begins a key."""
        self._prefixes: tuple[str, ...] = ()

    def group(self, keys: Sequence[str], kind: type[frozenset[str]] | type[tuple[str, ...]]) -> int:
        """The number of a new group: a set for a class, a tuple for the terms of a step."""
        self.groups.append(kind(dict.fromkeys(map(self._keys.setdefault, keys, keys))))
        return len(self.groups) - 1

    def glue(self, prefixes: Iterable[str]) -> None:
        """What may stand before a term without a blank."""
        self._prefixes = tuple(dict.fromkeys((*self._prefixes, *prefixes)))

    def mark(self, keys: Iterable[str], mark: int) -> None:
        for key in keys:
            known = self._marks.get(key, ())
            if mark not in known:
                self._marks[key] = (*known, mark)

    def mark_slips(self, slips: Iterable[str], sought: Set[str]) -> None:
        """Marks misspelt terms, but for those that have one of the keys that are `sought`."""
        self.mark((slip for slip in slips if sought.isdisjoint((slip, *self._stems(slip)))), _SLIP)

    @property
    def words(self) -> frozenset[str]:
        """Every whole word of the groups' terms."""
        whole = [key for key in self._keys if "*" not in key and key[0] != _STEM]
        words = {key for key in whole if " " not in key}
        return frozenset(words.union(chain.from_iterable(map(str.split, whole))))

    def finish(self) -> None:
        """To be called once, when everything is there."""
        self._automaton = ahocorasick.Automaton()
        self._automaton.add_word("\0", ("", ()))  # an empty one cannot be searched
        shared: dict[Marks, Marks] = {}
        marked = self._marks
        self._marks = {}
        for key in chain(self._keys, marked.keys() - self._keys.keys()):
            marks = marked.get(key, ())
            marks = shared.setdefault(marks, marks)
            if "*" in key:
                begin = "" if key[0] == "*" else " "
                end = "" if key[-1] == "*" else " "
                self._automaton.add_word(f"{begin}{key.strip('*')}{end}", (key, marks))
            elif " " in key:
                self._longer[key] = marks
            else:
                self._marks[key] = marks
        for key in list(self._longer):
            while " " in (key := key[: key.rindex(" ")]) and key not in self._longer:
                self._longer[key] = ()
            if " " not in key:
                self._marks.setdefault(key, ())
        self._keys.clear()
        self._automaton.make_automaton()
        letters = "".join(prefix[0] for prefix in self._prefixes) or "\0"
        self._may_have_prefix = re.compile(f"[{re.escape(letters)}]")

    def look(self, normal: str) -> tuple[set[str], set[int], list[str]]:
        """What stands in a normalised message: keys, their marks, and the misspelt terms."""
        if " ," in normal:
            normal = normal.replace(" ,", "")
        tokens = normal.split(" ")
        marks_of, longer = self._marks.get, self._longer.get
        keys: set[str] = set()
        marks: set[int] = set()
        for _, (key, known) in self._automaton.iter(normal):
            keys.add(key)
            marks.update(known)
        for start, key in self._begun(tokens, normal):
            known = marks_of(key)
            end = start + 1
            while known is not None:  # the last token is empty and in no key
                keys.add(key)
                if known:
                    marks.update(known)
                key = f"{key} {tokens[end]}"
                known = longer(key)
                end += 1
        slips = []
        if _SLIP in marks:
            standing = sorted(self._standing(tokens, normal))
            slips = [key for _, _, key in standing if _SLIP in self._known(key)]
        return keys, marks, slips

    def places(self, flat: str) -> Found:
        """Where terms stand in a message that `cut` made flat."""
        tokens = flat.split(" ")
        standing = self._standing(tokens, flat)
        begins = [0, *accumulate(len(token) + 1 for token in tokens)]
        for last, (key, _) in self._automaton.iter(flat):
            behind = last + (key[-1] == "*")
            start = bisect_right(begins, behind - len(key.strip("*"))) - 1
            standing.append((bisect_right(begins, behind - 1), start, key))
        standing.sort()
        before = [0, *accumulate(int(token not in ("", "|")) for token in tokens)]
        spans: dict[str, list[Span]] = {}
        for end, start, key in standing:
            spans.setdefault(key, []).append((before[start], before[end]))
        return Found(self.groups, spans)

    def _standing(self, tokens: Sequence[str], text: str) -> list[tuple[int, int, str]]:
        """Keys without a `*`: the token behind each, its first token, the key itself."""
        standing = []
        for start, key in self._begun(tokens, text):
            end = start + 1
            known = self._marks.get(key)
            while known is not None:
                standing.append((end, start, key))
                key = f"{key} {tokens[end]}"
                known = self._longer.get(key)
                end += 1
        return standing

    def _known(self, key: str) -> Marks:
        return (self._longer if " " in key else self._marks)[key]

    def _begun(self, tokens: Sequence[str], text: str) -> Iterable[tuple[int, str]]:
        """What a key may begin with, by the number of its token."""
        begun = enumerate(tokens)
        if not self._may_have_prefix.search(text):
            return begun
        return [(start, key) for start, token in begun for key in (token, *self._stems(token))]

    def _stems(self, token: str) -> list[str]:
        return [_STEM + token[len(p) :] for p in self._prefixes if token.startswith(p)]
