"""Ids, as prompts carry them; what a prompt says is not trusted."""

from __future__ import annotations

_TOO_LARGE = 1 << 63  # for a database's integer


def number(written: str) -> int | None:
    """The id that a prompt carries; None if it is none."""
    id = int(written) if written.isdecimal() and len(written) < 20 else _TOO_LARGE
    return id if id < _TOO_LARGE else None
