"""A message as the lexicon sees it: small letters, plain words, breaks between sentences.

What comes out is words with single blanks between them and around them; `,` parts clauses, `|`
and `?` part sentences, `"` opens and closes a quotation. Characters of Chinese, Japanese and
Thai, and emoji, stand alone, so that a word of these languages is a phrase of characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

LONGEST = 8_000
"""Characters that are read; platforms carry no more in one message."""

# "I want. To. Die." is said in one breath: a sentence of one word goes on with the one before.
_BREATH = re.compile(r" \| (?=[^\s|?,\"]+ (?:\||\Z))")
_BREAK = re.compile("[|,]")
_MARK = re.compile('[?"]')
_PUNCTUATION = re.compile('[|,?"]')
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_QUOTED_LINE = re.compile(r"^\s*>.*$", re.MULTILINE)
_LINK = re.compile(r"(?:https?://|www\.)\S+|<[@#:][^>\s]*>", re.IGNORECASE)
_SHORTENING_DOTS = re.compile(r"\.{2,}")

# One character each, so that translating plain ASCII stays quick.
_ASCII = {
    **dict.fromkeys(map(ord, "\t\r-_/\\=<>[]{}^"), " "),
    **dict.fromkeys(map(ord, ".!\n"), "|"),
    **dict.fromkeys(map(ord, ",;:()"), ","),
    **dict.fromkeys(map(ord, "'*~|`"), None),
    **{c: None for c in range(32) if c not in (9, 10, 13)},
    127: None,
}
# The same for bytes: what becomes of each, and which are left out.
_ASCII_BYTES = bytes(ord(_ASCII.get(c, chr(c)) or "\0") for c in range(128)).ljust(256)
_ASCII_DROPPED = bytes(c for c, becomes in _ASCII.items() if becomes is None)
_BREAKS = (("|", " | "), (",", " , "), ("?", " ? "), ('"', ' " '))

# Letters that NFKC leaves alone and that fold to others here.
_FOLDED = {
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
    "ə": "e",
    "ё": "е",
    "ſ": "s",
    **dict(zip("أإآٱىةؤئ", "اااايهوي", strict=True)),
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
    **dict(zip("ɐɔǝɟɓɥᴉɾʞɯɹʇʌʍʎ", "acefghijkmrtvwy", strict=True)),
    **dict(zip("ɑɡɩιꭵʋѡƅɗɠ", "agiiivwbdg", strict=True)),
}
_SENTENCE_MARKS = "。｡।॥؟…‼⁉⁈¿¡۔"
_CLAUSE_MARKS = "、،؛–—―·•"
_QUOTATION_MARKS = "«»“”„‟「」『』《》〈〉‹›"
_APOSTROPHES = "’‘ʼʻ′´ˈ‛ʹ"

# Letters of other alphabets that pass for Latin ones.
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһкмтвнгпшьӏԛԝցղոսօհյքѵαεικνορτυχωγβηϲս",
    "aeopcyxijsdhkmtbhrnwblqwgnnuohjqvaeikvoptuxwybncu",
)
_OTHER_ALPHABET = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u0530-\u058f]")
_LATIN = re.compile(r"[a-z]")
_WORD = re.compile(r"[^\W\d_]+")

_CHARACTERS = (
    (0x0E00, 0x0E7F),  # Thai
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)
"""Scripts that put no blanks between words."""


def normalise(text: str) -> str:
    """The words of a message, as the module says; "  " if there are none."""
    return in_words(read(text))


def words_of(texts: Sequence[str]) -> list[str]:
    """The words of short texts, without punctuation; much quicker than one by one."""
    lines = "\n".join(texts)
    of_two_alphabets = _OTHER_ALPHABET.search(lines) and _LATIN.search(lines)
    if len(lines) <= LONGEST and not of_two_alphabets:
        normal = normalise(lines)
        each = _BREAK.split(normal)
        if len(each) == len(texts) and not _MARK.search(normal):
            return list(map(str.strip, each))
    return [" ".join(_PUNCTUATION.sub(" ", normalise(text)).split()) for text in texts]


def read(text: str) -> str:
    """What the member says, in small plain letters; punctuation is left as it is."""
    text = without_foreign_matter(text[:LONGEST])
    return text.lower() if text.isascii() else plain_letters(text)


def in_words(plain: str) -> str:
    """What `read` gave, cut into words and breaks."""
    if ".." in plain:
        plain = _SHORTENING_DOTS.sub(",", plain)
    if plain.isascii():  # translated as bytes, which is much quicker
        plain = plain.encode().translate(_ASCII_BYTES, _ASCII_DROPPED).decode()
    else:
        plain = plain.translate(_AMONG_WORDS)
    for mark, spaced in _BREAKS:
        if mark in plain:
            plain = plain.replace(mark, spaced)
    words = f" {' '.join(plain.split())} "
    return _BREATH.sub(" , ", words) if words.count(" | ") > 1 else words


def without_foreign_matter(text: str) -> str:
    """Without code, quoted lines, links and mentions: none of them is the member speaking."""
    if "`" in text:
        text = _CODE.sub(" ", text)
    if ">" in text:
        text = _QUOTED_LINE.sub(" ", text)
    if "://" in text or "www." in text or "<" in text:
        text = _LINK.sub(" ", text)
    return text


def plain_letters(text: str) -> str:
    """Small letters without ornament, Latin where another alphabet only passes for it."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = text.translate(_LETTERS)
    if _OTHER_ALPHABET.search(text) and _LATIN.search(text):
        text = _in_latin(text)
    return text


def _in_latin(text: str) -> str:
    """Spells lookalikes in Latin, in words that are part Latin, or in a Latin message."""
    words = _WORD.findall(text)
    foreign = [word for word in words if _OTHER_ALPHABET.search(word) and not _LATIN.search(word)]
    disguised = all(not _OTHER_ALPHABET.search(word.translate(_LOOKALIKES)) for word in foreign)

    def spell(match: re.Match[str]) -> str:
        word = match[0]
        if disguised or _LATIN.search(word):
            return word.translate(_LOOKALIKES)
        return word

    return _WORD.sub(spell, text)


def _letter(char: str) -> str:
    """A letter without its marks; nothing for what cannot be seen."""
    if char in _FOLDED:
        return _FOLDED[char]
    code = ord(char)
    if code < 128:
        return char
    category = unicodedata.category(char)
    if category == "Cf" or 0x300 <= code <= 0x36F or 0xFE00 <= code <= 0xFE0F:
        return ""
    if code in (0x093C, 0x0640) or 0x064B <= code <= 0x0652 or code == 0x0670:
        return ""  # nukta, tatweel, vowel points: written or left out at will
    if 0x1F1E6 <= code <= 0x1F1FF:
        return chr(code - 0x1F1E6 + ord("a"))
    for start in (0x1F130, 0x1F150, 0x1F170):
        if start <= code < start + 26:
            return chr(code - start + ord("a"))
    if 0x00C0 <= code <= 0x024F or 0x1E00 <= code <= 0x1EFF or 0x0386 <= code <= 0x03CE:
        base = unicodedata.normalize("NFKD", char)[0]
        return _FOLDED.get(base, base)
    return char


def _plain(char: str) -> str:
    """A character as it stands among words: itself, a break, a blank, or alone."""
    code = ord(char)
    if code < 128:
        return _ASCII.get(code, char) or ""
    if char in _APOSTROPHES:
        return ""
    if char in _SENTENCE_MARKS:
        return "?" if char == "؟" else "|"
    if char in _CLAUSE_MARKS:
        return ","
    if char in _QUOTATION_MARKS:
        return '"'
    if any(low <= code <= high for low, high in _CHARACTERS):
        return f" {char} "
    category = unicodedata.category(char)
    if category in ("So", "Sk"):
        return f" {char} " if category == "So" else ""
    return char if category[0] in "LNM" else " "


class _Table(dict[int, str]):
    """For `str.translate`: what becomes of a character is asked for when it is first met."""

    def __init__(self, of: Callable[[str], str]) -> None:
        self._of = of

    def __missing__(self, code: int) -> str:
        becomes = self._of(chr(code))
        if len(self) < _MOST_CHARACTERS:
            self[code] = becomes
        return becomes


_MOST_CHARACTERS = 20_000
_LETTERS = _Table(_letter)
_AMONG_WORDS = _Table(_plain)
