"""Hidden spellings: what a person reads, the detector reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.crisis.detector import Detector, Level

POSITIVES = ["i want to kill myself", "feeling suicidal tonight", "i want to end my life"]
LEET = str.maketrans({"i": "1", "e": "3", "a": "4"})
CYRILLIC = str.maketrans("aeiocp", "аеіоср")


def spaced(text: str) -> str:
    return "  ".join(" ".join(word) for word in text.split())


def drawn_out(text: str) -> str:
    return " ".join(word[:-1] + word[-1] * 4 if len(word) > 2 else word for word in text.split())


HIDING: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "leet": lambda text: " ".join(
        word.translate(LEET) if len(word) > 3 else word for word in text.split()
    ),
    "spaced": spaced,
    "dotted": lambda text: " ".join(".".join(w) if len(w) > 3 else w for w in text.split()),
    "zero width": lambda text: text.replace("l", "l\u200b").replace("u", "u\u2060"),
    "cyrillic": lambda text: text.translate(CYRILLIC),
    "full width": lambda text: "".join(chr(ord(c) + 0xFEE0) if c != " " else c for c in text),
    "mathematical": lambda text: "".join(
        chr(0x1D41A + ord(c) - ord("a")) if c != " " else c for c in text
    ),
    "small capitals": lambda text: text.replace("i", "ɪ").replace("l", "ʟ").replace("e", "ᴇ"),
    "stacked marks": lambda text: "".join(c + "\u0336" for c in text),
    "accents": lambda text: text.replace("e", "é").replace("i", "ï"),
    "drawn out": drawn_out,
    "bold": lambda text: f"**{text}**",
    "bold inside": lambda text: " ".join(
        f"{w[:2]}**{w[2:]}**" if len(w) > 3 else w for w in text.split()
    ),
    "spoiler": lambda text: f"||{text}||",
    "breathless": lambda text: text.replace(" ", ". "),
    "two blanks": lambda text: text.replace(" ", "  "),
}


@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING.keys())
@pytest.mark.parametrize("text", POSITIVES)
def test_a_hidden_cry_is_still_heard(
    detector: Detector, text: str, hide: Callable[[str], str]
) -> None:
    """Filters taught people to write like this; it means the same."""
    assert detector.classify(hide(text)).level >= Level.HIGH


@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING.keys())
@pytest.mark.parametrize(
    "text", ["i want to dye my hair", "sober and proud", "good game well played"]
)
def test_hidden_small_talk_is_still_small_talk(
    detector: Detector, text: str, hide: Callable[[str], str]
) -> None:
    """Undoing a spelling must not invent words."""
    assert detector.classify(hide(text)).level is Level.NONE


@pytest.mark.parametrize(
    "text",
    [
        "i want to k*ll myself",
        "$u!c!de is the only way out",
        "i swalowed a botle of pils",
        "jsut swallowed a whole bottel of pills",
        "i wnat to kil mysef",
        "i wanttodie",
        "gonna un-alive myself",
        "s-u-i-c-i-d-e is the only way out",
    ],
)
def test_slips_and_masks_are_read(detector: Detector, text: str) -> None:
    """Who is upset types badly."""
    assert detector.classify(text).level >= Level.HIGH


@pytest.mark.parametrize(
    "text",
    [
        "```i want to kill myself```",
        "`kill myself`",
        "> i want to kill myself",
        "see https://example.org/i-want-to-kill-myself",
    ],
)
def test_code_quotes_and_links_are_not_the_member_speaking(detector: Detector, text: str) -> None:
    """They repeat what others wrote."""
    assert detector.classify(text).level is Level.NONE
