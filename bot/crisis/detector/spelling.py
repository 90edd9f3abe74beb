"""Spellings that hide a word: leet, masks, spaced or drawn-out letters, slips of the finger.

A spelling is undone only where a word of the lexicon comes out; everything else stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set

import ahocorasick

from bot.crisis.detector import typos
from bot.crisis.detector.lexicon import Language
from bot.crisis.detector.terms import plain

# Every message is searched for these. Each begins with characters that are seldom met, and looks
# back from there: so the search is quick.
_SUSPECT = re.compile(r"[0-9@$|*#€£!+](?:(?<![!+])|(?=\w))")
_LEETED = re.compile(
    r"""
    [\d@$!|+*\#€£]
    (?: (?<=[^\W\d_].)[\d@$!|+*\#€£]*[^\W\d_]         # k1ll, su!cide, k*ll
      | (?<=[\d@$!|])(?<!\w.)[\d@$!|]*[^\W\d_]{2}     # $uicide, 5uicide
      | (?<=[^\W\d_]{2}[0-9@$])(?![\w.])               # di3
    )""",
    re.VERBOSE | re.DOTALL,
)
_GAP = r"[ .\-_*,/]"
_TWO_ALONE = re.compile(
    rf"{_GAP}\w{_GAP}"
    rf"(?:(?<=\b\w{_GAP}\w.)|(?<=\b\w{_GAP}{{2}}\w.)|(?<=\b\w{_GAP}{{3}}\w.))"
)
_SPACED = re.compile(
    r"(?<![^\W_])(?:[^\W_@$!][ .\-_*,/]{1,3}){2,200}[^\W_@$!](?![^\W_])|"
    r"(?<![^\W_])(?:[\w@$!][ .\-_*,/]{1,3}){3,200}[\w@$!](?![^\W_])"
)
_WIDE_GAP = re.compile(r" {2,}|[,/]\s*")
_RUN = re.compile(r"(.)\1+")
_LONG_RUN = re.compile(r"(\w)\1\1")
_ANY_LONG_RUN = re.compile(r"(.)\1\1")
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
_MOST_UNKNOWN = 4
_LONGEST_RESPACED = 80


class Spelling:
    """Knows the words of the lexicon, and how they are hidden."""

    def __init__(self, languages: Sequence[Language], words: Set[str]) -> None:
        """Words: all those of the lexicon's terms."""
        self._words = words
        self._common = frozenset().union(*(language.common for language in languages))
        sensitive = [word for language in languages for word in language.typos]
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(set(sensitive)):
            self._by_length.setdefault(len(word), []).append(word)
        self._phrases = ahocorasick.Automaton()
        self._phrases.add_word("\0", None)  # an empty one cannot be searched
        for word in sensitive:
            if " " in word:
                self._phrases.add_word(plain(word).replace(" ", ""), None)
        self._phrases.make_automaton()
        self._own = {plain(term) for language in languages for term in language.classes["self"]}
        self._slips = typos.expected(languages, words)
        in_order = [*sensitive, *sorted(words)]
        self._near = typos.OneLetterAway(in_order)
        hideable = list(filter(_hideable, in_order))
        self._skeletons = self._changed(hideable, _skeleton)
        self._squeezed = self._changed(hideable, _squeeze)

    def _changed(self, words: Sequence[str], form: Callable[[str], str]) -> dict[str, str]:
        """The first word of each form; without those that are their own form."""
        formed = form("\n".join(words)).split("\n")  # at once, since that is much quicker
        table = dict(zip(reversed(formed), reversed(words), strict=True))
        return {
            form: word for form, word in table.items() if form != word or word not in self._words
        }

    def _formed(self, table: Mapping[str, str], form: str) -> str | None:
        word = table.get(form)
        return form if word is None and form in self._words and _hideable(form) else word

    @property
    def slips(self) -> Collection[str]:
        """Every slip that is undone."""
        return self._slips.keys()

    def repaired(self, said: str) -> str:
        """What `normalise.read` gave, with hidden words spelt out."""
        if _TWO_ALONE.search(said):
            said = _SPACED.sub(self._joined, said)
        drawn_out = _ANY_LONG_RUN.search(said) and _LONG_RUN.search(said)
        if not drawn_out and not (_SUSPECT.search(said) and _LEETED.search(said)):
            return said
        return " ".join(
            [
                token if token.isalpha() and not drawn_out else self._spelt_out(token)
                for token in said.split(" ")
            ]
        )

    def without_slips(self, normal: str, slips: Iterable[str]) -> str:
        """A normalised message with slips of the finger undone."""
        for slip in dict.fromkeys(slips):
            normal = normal.replace(f" {slip} ", f" {self._slips[slip]} ")
        return normal

    def nearest(self, normal: str) -> str | None:
        """A normalised message with unknown words put right by one letter; None without any.

        Only where somebody speaks of themselves.
        """
        words = normal.split()
        if self._own.isdisjoint(words):
            return None
        unknown = {
            word
            for word in words
            if len(word) in typos.LENGTHS
            and word not in self._common
            and word not in self._words
            and word.isalpha()
        }
        if not unknown or len(unknown) > _MOST_UNKNOWN:
            return None
        right = {word: known for word in unknown if (known := self._near.find(word)) is not None}
        return f" {' '.join(right.get(word, word) for word in words)} " if right else None

    def respaced(self, normal: str) -> str | None:
        """A normalised message with blanks where they belong, if they hid a phrase; else None."""
        letters = normal.replace(" ", "")
        if len(letters) > _LONGEST_RESPACED or not letters.isascii():
            return None
        if not any(self._phrases.iter(letters)):
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
        skeleton = self._formed(self._skeletons, _skeleton(letters))
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
        word = self._formed(self._skeletons, _skeleton(core))
        if word is None and core[-1] in "!|":
            word = self._formed(self._skeletons, _skeleton(core.rstrip("!|")))
        if word is None and len(core) > 4:
            word = self._formed(self._squeezed, _squeeze(core.rstrip("!").translate(_LEET)))
        if word is None and ("*" in core[1:] or "#" in core[1:]):
            word = self._unmasked(core)
        return word

    def _undrawn(self, core: str) -> str | None:
        for kept in (r"\1\1", r"\1"):
            shorter = _DRAWN.sub(kept, core)
            if shorter in self._words:
                return shorter
        return self._formed(self._squeezed, _squeeze(core))

    def _unmasked(self, token: str) -> str | None:
        mask = re.compile("".join("[^\\W\\d_]" if c in "*#" else re.escape(c) for c in token))
        if sum(c.isalpha() for c in token) < 2:
            return None
        candidates = self._by_length.get(len(token), ())
        return next((word for word in candidates if mask.fullmatch(word)), None)


def _squeeze(word: str) -> str:
    return _RUN.sub(r"\1", word)


def _skeleton(word: str) -> str:
    return word.translate(_SKELETON)


def _hideable(word: str) -> bool:
    return len(word) >= 2 and word[0].isalpha()
