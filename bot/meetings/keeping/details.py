"""What a meeting may carry, checked as moderators give it."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.errors import HandrailError
from bot.meetings.attending.cards import KINDS

LONGEST = {"name": 80, "topic": 40, "kind": 20, "about": 500, "place": 100, "passcode": 60}
LONGEST_LINK = 500
DETAILS = ("name", "topic", "kind", "about", "place", "link", "passcode", "chair", "report")
WANTED = "wanted"
_NO = ("", "no", "nein", "off")


class TooLongError(HandrailError):
    """More characters than the detail holds."""

    text_id = "form-too-long"


class UnclearLinkError(HandrailError):
    """No web address that a member could open."""

    text_id = "meeting-link-unclear"


class UnclearKindError(HandrailError):
    """None of the kinds of meeting there are."""

    text_id = "meeting-kind-unclear"


def checked(detail: str, words: str) -> str:
    """A detail as it may be kept. Raises: TooLongError, UnclearLinkError, UnclearKindError."""
    words = words.strip()
    longest = LONGEST.get(detail, LONGEST_LINK)
    if len(words) > longest:
        raise TooLongError(f"{detail} has {len(words)}", given=len(words), longest=longest)
    if detail == "link" and words and not _is_web_address(words):
        raise UnclearLinkError(f"{len(words)} characters")
    if detail == "kind" and words:
        words = "-".join(words.casefold().split())
        if words not in KINDS:
            raise UnclearKindError("no such kind", kinds=", ".join(KINDS))
    if detail == "chair":
        return "" if words.casefold() in _NO else WANTED
    if detail == "report":
        return "no" if words.casefold() in _NO else ""
    return words


def _is_web_address(words: str) -> bool:
    try:
        parts = urlsplit(words)
    except ValueError:
        return False
    return parts.scheme in ("https", "http") and bool(parts.hostname) and not words.split()[1:]
