"""One message, cut into words, clauses and sentences."""

from __future__ import annotations

from dataclasses import dataclass

PUNCTUATION = frozenset(',|?"')
"""What stands among the words of a normalised message and is none."""
_SHORT_QUOTATION = 2
"""Words in quotation marks that are stressed rather than quoted."""


@dataclass(frozen=True, slots=True)
class Message:
    """The words of a normalised message and where they belong."""

    flat: str
    """The words and the ends of sentences, without commas."""
    words: list[str]
    sentences: list[int]
    """For each word, the number of its sentence."""
    clauses: list[int]
    """For each word, the number of its clause."""
    quoted: list[bool]
    """For each word, whether it stands in a quotation."""


def cut(normal: str) -> Message:
    """Cuts what `normalise` made of a message."""
    tokens = normal.split()
    quoting = _quotations(tokens)
    words: list[str] = []
    sentences: list[int] = []
    clauses: list[int] = []
    quoted: list[bool] = []
    flat = [" "]
    sentence = clause = 0
    inside = False
    for number, word in enumerate(tokens):
        if word == '"':
            if number in quoting:
                inside = not inside
                sentence += 1
                clause += 1
                flat.append("| ")
        elif word == ",":
            clause += 1
        elif word in "|?":
            clause += 1
            sentence += 1
            flat.append("| ")
        else:
            flat.append(f"{word} ")
            words.append(word)
            sentences.append(sentence)
            clauses.append(clause)
            quoted.append(inside)
    return Message("".join(flat), words, sentences, clauses, quoted)


def _quotations(tokens: list[str]) -> set[int]:
    """The marks that open or close a quotation; none where they do not pair up."""
    marks = [number for number, word in enumerate(tokens) if word == '"']
    if len(marks) % 2:
        return set()
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return {mark for pair in pairs if pair[1] - pair[0] - 1 > _SHORT_QUOTATION for mark in pair}
