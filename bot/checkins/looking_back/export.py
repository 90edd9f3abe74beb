"""Check-ins as a file to take along, without a name in it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from bot.checkins.looking_back.wording import Wording
from storage.checkins import CheckIn

IN_OWN_WORDS = ("gratitude", "intention")
"""What stands beside a day's word in the member's own words, besides the note."""

TOLD = ("feelings", "craving", "sleep")
"""What stands there in words of ours."""


def rows(
    days: Sequence[CheckIn], words: Wording, zone: ZoneInfo, *, own_words: bool
) -> list[dict[str, str]]:
    """A day each, oldest first.

    Args:
        zone: by whose clock a day was answered.
        own_words: with notes and whatever else the member wrote themselves.
    """
    columns = (*TOLD, *(IN_OWN_WORDS if own_words else ()))
    given = [name for name in columns if any(name in each.extras for each in days)]
    return [
        {
            "day": each.day.isoformat(),
            "word": each.word,
            "in_words": words.word(each.word),
            "answered_at": each.answered_at.astimezone(zone).isoformat(timespec="minutes"),
            **{name: each.extras.get(name, "") for name in given},
            **({"note": each.note or ""} if own_words else {}),
        }
        for each in days
    ]


def as_csv(days: Sequence[dict[str, str]]) -> bytes:
    """A table that spreadsheets open; what is written in a cell is never a formula."""
    written = io.StringIO()
    columns = list(days[0]) if days else ["day", "word"]
    table = csv.DictWriter(written, columns, lineterminator="\r\n")
    table.writeheader()
    table.writerows({name: _harmless(value) for name, value in day.items()} for day in days)
    return written.getvalue().encode("utf-8-sig")  # so that spreadsheets know it is UTF-8


def as_json(days: Sequence[dict[str, str]]) -> bytes:
    """The same as a list of objects."""
    data: dict[str, Any] = {"check_ins": list(days)}
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _harmless(value: str) -> str:
    """Source: OWASP, "CSV Injection"."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
