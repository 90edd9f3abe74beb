"""The page that says what is kept says all of it."""

from __future__ import annotations

from pathlib import Path

from storage.data_map import page

DOCS = Path(__file__).parents[2] / "docs"


def test_the_data_map_is_the_tables() -> None:
    """Operators answer for this page; a column that it does not name would make it a lie."""
    written = (DOCS / "data-map.md").read_text(encoding="utf-8")

    assert written == page(), "run `python -m storage.data_map > docs/data-map.md`"
    for column in ("`persons`", "| user | user_index |", "| word, note"):
        assert column in written
