"""Spellings that hide a word: leet, masks, spaced or drawn-out letters, slips of the finger.

A spelling is undone only where a word of the lexicon comes out; everything else stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from functools import lru_cache

from bot.crisis.detector.grammar import Grammar, plain

_SIGNS = "@$!|+*#€£"
_SUSPECT = re.compile(r"[0-9@$|*#€£]|[!+]\w")
_LEETED = re.compile(
    rf"""
      [^\W\d_][\d{re.escape(_SIGNS)}]+[^\W\d_]       # k1ll, su!cide, k*ll
    | (?<!\w)[\d@$!|]+[^\W\d_]{{2}}                  # $uicide, 5uicide
    | [^\W\d_]{{2}}[0-9@$](?![\w.])                  # di3
    """,
    re.VERBOSE,
)
_TWO_ALONE = re.compile(r"\b\w[ .\-_*,/]{1,3}\w[ .\-_*,/]")
_SPACED = re.compile(
    r"(?<![^\W_])(?:[^\W_@$!][ .\-_*,/]{1,3}){2,200}[^\W_@$!](?![^\W_])|"
    r"(?<![^\W_])(?:[\w@$!][ .\-_*,/]{1,3}){3,200}[\w@$!](?![^\W_])"
)
_WIDE_GAP = re.compile(r" {2,}|[,/]\s*")
_RUN = re.compile(r"(.)\1+")
_LONG_RUN = re.compile(r"(\w)\1\1")
_LETTER = re.compile(r"[^\W\d_]")
_AROUND = ".,-~*|_?:;()\"'\n"
_LONGEST_TOKEN = 60
_DRAWN = re.compile(r"(.)\1{2,}")
_SEPARATORS = re.compile(r"[^\w@$!]|_")
_MARKDOWN = re.compile(r"[*~|.\-_]+")
_LEET = str.maketrans("013457894@$!|+€£69", "oleastbgaasiltelgg")
_SKELETON = str.maketrans(
    {"0": "o", "1": "i", "!": "i", "|": "i", "l": "i", "3": "e", "€": "e", "4": "a", "@": "a",
     "5": "s", "$": "s", "7": "t", "+": "t", "8": "b", "9": "g", "6": "g", "2": "z"}
)  # fmt: skip
_LONGEST_WORD = 16
_SHORTEST_LOSS = 5
_NEAR = range(5, 15)
"""Lengths of words that are looked for one letter away."""
_MOST_UNKNOWN = 4
_LONGEST_RESPACED = 80


class Spelling:
    """Knows the words of the lexicon, and how they are hidden."""

    def __init__(self, grammars: Iterable[Grammar]) -> None:
        grammars = list(grammars)
        self._words: set[str] = set()
        for grammar in grammars:
            self._words.update(grammar.vocabulary())
        sensitive = [word for grammar in grammars for word in grammar.language.typos]
        self._sensitive = sorted(set(sensitive), key=lambda word: (len(word), word))
        self._by_length: dict[int, list[str]] = {}
        for word in self._sensitive:
            self._by_length.setdefault(len(word), []).append(word)
        self._skeletons: dict[str, str] = {}
        self._squeezed: dict[str, str] = {}
        for word in (*sensitive, *sorted(self._words)):
            if len(word) >= 2 and word[0].isalpha():
                self._skeletons.setdefault(word.translate(_SKELETON), word)
                self._squeezed.setdefault(_squeeze(word), word)
        self._own = {
            plain(term) for grammar in grammars for term in grammar.language.classes["self"]
        }
        self._known = self._words.union(*(grammar.language.common for grammar in grammars))
        self._typos = _typo_table(grammars, self._words)
        self._phrases = sorted(
            plain(phrase).replace(" ", "") for phrase in set(sensitive) if " " in phrase
        )
        self._near: dict[str, str] = {}
        for word in (*sensitive, *sorted(self._words)):
            if len(word) in _NEAR and word.isascii() and word.isalpha():
                for less in _one_less(word):
                    self._near.setdefault(less, word)

    @property
    def typos(self) -> Collection[str]:
        """Every slip that is undone."""
        return self._typos.keys()

    def repaired(self, said: str) -> str:
        """What `normalise.read` gave, with hidden words spelt out."""
        if _TWO_ALONE.search(said):
            said = _SPACED.sub(self._joined, said)
        leeted = _SUSPECT.search(said) is not None and _LEETED.search(said) is not None
        if not leeted and not _LONG_RUN.search(said):
            return said
        return " ".join(
            token if token.isalpha() and not _LONG_RUN.search(token) else self._spelt_out(token)
            for token in said.split(" ")
        )

    def without_typos(self, normal: str, typos: Iterable[str]) -> str:
        """A normalised message with slips of the finger undone."""
        for typo in dict.fromkeys(typos):
            normal = normal.replace(f" {typo} ", f" {self._typos[typo]} ")
        return normal

    def nearest(self, normal: str) -> str | None:
        """A normalised message with unknown words put right by one letter; None without any.

        Only where somebody speaks of themselves.
        """
        words = normal.split()
        if self._own.isdisjoint(words):
            return None
        unknown = [
            word
            for word in set(words).difference(self._known)
            if len(word) in _NEAR and word.isalpha()
        ]
        if not unknown or len(unknown) > _MOST_UNKNOWN:
            return None
        right = {word: known for word in unknown if (known := self._one_away(word)) is not None}
        return f" {' '.join(right.get(word, word) for word in words)} " if right else None

    def _one_away(self, word: str) -> str | None:
        known = next((self._near[less] for less in _one_less(word) if less in self._near), None)
        # A letter lost, added or swapped is a slip; another letter is another word.
        if known is None or (len(known) == len(word) and sorted(known) != sorted(word)):
            return None
        return known

    def respaced(self, normal: str) -> str | None:
        """A normalised message with blanks where they belong, if they hid a phrase; else None."""
        letters = normal.replace(" ", "")
        if len(letters) > _LONGEST_RESPACED or not letters.isascii():
            return None
        if not any(phrase in letters for phrase in self._phrases):
            return None
        words = self._cut(letters)
        return None if words is None else f" {' '.join(words)} "

    def _joined(self, match: re.Match[str]) -> str:
        wide = "  " in match[0] or ("/" in match[0] and " " in match[0])
        parts = _WIDE_GAP.split(match[0]) if wide else [match[0]]
        return " ".join(self._in_words(_SEPARATORS.sub("", part)) for part in parts)

    def _in_words(self, letters: str) -> str:
        if letters in self._words:
            return letters
        skeleton = self._skeletons.get(letters.translate(_SKELETON))
        if skeleton is not None:
            return skeleton
        words = self._cut(letters)
        return letters if words is None else " ".join(words)

    def _cut(self, letters: str) -> list[str] | None:
        """The fewest known words that the letters are made of."""
        best: list[list[str] | None] = [[]] + [None] * len(letters)
        for end in range(1, len(letters) + 1):
            for start in range(max(0, end - _LONGEST_WORD), end):
                before, word = best[start], letters[start:end]
                if (
                    before is None
                    or word not in self._words
                    or (len(word) == 1 and word not in "ia")
                ):
                    continue
                known = best[end]
                if known is None or len(before) + 1 < len(known):
                    best[end] = [*before, word]
        return best[-1]

    def _spelt_out(self, token: str) -> str:
        core = token.strip(_AROUND)
        if len(core) < 2 or len(core) > _LONGEST_TOKEN:
            return token
        word = self._word_behind(core)
        return token if word is None else token.replace(core, word)

    def _word_behind(self, core: str) -> str | None:
        if core.isalpha():
            return self._undrawn(core) if _LONG_RUN.search(core) else None
        bare = _MARKDOWN.sub("", core)
        if bare.isalpha():
            if len(bare) > 3 and bare in self._words:
                return bare
            return self._unmasked(core) if "*" in core else None
        if not _LETTER.search(core) or len(core) < 3:
            return None
        word = self._skeletons.get(core.translate(_SKELETON))
        if word is None:
            word = self._skeletons.get(core.rstrip("!|").translate(_SKELETON))
        if word is None and len(core) > 4:
            word = self._squeezed.get(_squeeze(core.rstrip("!").translate(_LEET)))
        if word is None and ("*" in core[1:] or "#" in core[1:]):
            word = self._unmasked(core)
        return word

    def _undrawn(self, core: str) -> str | None:
        for kept in (r"\1\1", r"\1"):
            shorter = _DRAWN.sub(kept, core)
            if shorter in self._words:
                return shorter
        return self._squeezed.get(_squeeze(core))

    def _unmasked(self, token: str) -> str | None:
        mask = re.compile("".join("[^\\W\\d_]" if c in "*#" else re.escape(c) for c in token))
        if sum(c.isalpha() for c in token) < 2:
            return None
        candidates = self._by_length.get(len(token), ())
        return next((word for word in candidates if mask.fullmatch(word)), None)


def _typo_table(grammars: Sequence[Grammar], words: Set[str]) -> dict[str, str]:
    common = {word for grammar in grammars for word in grammar.language.common}
    table: dict[str, str] = {}
    for grammar in grammars:
        for wrong, right in grammar.language.spellings.items():
            if plain(wrong) != plain(right):
                table[plain(wrong)] = plain(right)
    for grammar in grammars:
        for word in grammar.language.typos:
            for typo in (word.replace(" ", ""),) if " " in word else slips(word):
                if typo not in words and not common.issuperset(typo.split()):
                    table.setdefault(typo, word)
    return table


def slips(word: str) -> Iterator[str]:
    """What fingers make of a word: a letter lost, doubled or swapped, a blank inside."""
    last = len(word) - 1
    for place in range(len(word)):
        if place and len(word) >= _SHORTEST_LOSS:
            yield word[:place] + word[place + 1 :]
        if place < last:
            yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        yield word[:place] + word[place] + word[place:]
        if place:
            yield f"{word[:place]} {word[place:]}"
    if "u" in word:
        yield word.replace("u", "v")


def _one_less(word: str) -> Iterator[str]:
    """The word, and the word without one of its letters."""
    yield word
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]


@lru_cache(maxsize=4_000)
def _squeeze(word: str) -> str:
    return _RUN.sub(r"\1", word)
