"""What is kept, table by table, as a page: `python -m storage.data_map > docs/data-map.md`."""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import Any

from sqlalchemy import Column, LargeBinary, Table

from storage.tables import metadata

HEAD = """\
# The data map

Every table and column, made from the tables themselves by `python -m storage.data_map`; the test
suite compares. *Sealed* is AES-256-GCM: under the member's own key where the row is a member's,
else under the system's. A *keyed hash* finds an id without keeping it. The rest is in the clear.
Rows of a member go with the member, rows of a community with the community.
"""


MEMBERS, COMMUNITYS, NEITHERS = "A member's", "A community's", "Neither's"


def page() -> str:
    """The whole page, in Markdown."""
    by_topic: dict[str, list[Table]] = defaultdict(list)
    for table in metadata.sorted_tables:
        by_topic[_whose(table)].append(table)
    parts = [HEAD]
    for whose in (MEMBERS, COMMUNITYS, NEITHERS):
        parts.append(f"\n## {whose}\n\n")
        parts.append("| Table | sealed | keyed hash | in the clear |\n|---|---|---|---|\n")
        parts += [_row(table) for table in sorted(by_topic[whose], key=lambda each: each.name)]
    return "".join(parts)


def _row(table: Table) -> str:
    columns: dict[str, list[str]] = {"sealed": [], "hashed": [], "clear": []}
    for column in table.c:
        if not isinstance(column.type, LargeBinary):
            columns["clear"].append(column.name)
        else:
            columns["hashed" if _is_hash(column) else "sealed"].append(column.name)
    cells = (", ".join(each) or "–" for each in columns.values())
    return f"| `{table.name}` | {' | '.join(cells)} |\n"


def is_sealed(column: Column[Any]) -> bool:
    """Whether a column holds sealed values."""
    return isinstance(column.type, LargeBinary) and not _is_hash(column)


def _is_hash(column: Column[Any]) -> bool:
    """Keyed hashes are named after what they find, or are what a table is found by."""
    return isinstance(column.type, LargeBinary) and (
        column.name.endswith("_index") or column.name in _HASHES or column.primary_key
    )


# Keyed hashes by other names; each says in its table what it is.
_HASHES = frozenset(
    {
        *("follows", "family", "link", "looked_by", "made_by", "preview"),
        *("proposed_by", "source_id"),
    }
)


def _whose(table: Table) -> str:
    """Whose rows they are, by what they belong to, or by what that belongs to."""
    above = {key.column.table for key in table.foreign_keys} - {table}
    found = {_whose(each) for each in above}
    if table.name in ("persons", "person_keys") or MEMBERS in found:
        return MEMBERS
    return COMMUNITYS if table.name == "communities" or COMMUNITYS in found else NEITHERS


if __name__ == "__main__":
    sys.stdout.write(page())
