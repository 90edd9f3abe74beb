"""Open Referral's tabular form: CSV files in a folder or a zip archive, as nested services."""

from __future__ import annotations

import csv
import io
import lzma
import struct
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

LARGEST = 20_000_000  # bytes of one table
MOST_ROWS = 100_000

Row = dict[str, Any]

_TABLES = (
    "services",
    "organizations",
    "locations",
    "service_at_location",
    "service_at_locations",
    "addresses",
    "phones",
    "service_areas",
    "attributes",
    "taxonomy_terms",
)


# What zipfile and the libraries below it raise for an archive that is cut off, damaged, or packed
# in a way that Python does not know.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, RuntimeError, ValueError),
)


class UnreadableDirectoryError(ValueError):
    """A file that is no directory; `str(error)` says in one line what is wrong with it."""


def read_tables(path: Path) -> list[Row]:
    """The services of a folder or archive, each with what the other tables say of it.

    Raises: UnreadableDirectoryError.
    """
    try:
        tables = _folder(path) if path.is_dir() else _archive(path)
    except UnreadableDirectoryError:
        raise
    except OSError as error:
        raise UnreadableDirectoryError(error.strerror or "it cannot be opened") from None
    except _DAMAGED:
        raise UnreadableDirectoryError("it is no zip archive that can be read") from None
    if "services" not in tables:
        raise UnreadableDirectoryError("it has no table services.csv")
    return _nested(tables)


def _folder(path: Path) -> dict[str, list[Row]]:
    found = {}
    for name in _TABLES:
        file = path / f"{name}.csv"
        if file.is_file():
            if file.stat().st_size > LARGEST:
                raise _too_large(name)
            found[name] = _rows(name, file.read_bytes())
    return found


def _archive(path: Path) -> dict[str, list[Row]]:
    found = {}
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            name = PurePosixPath(entry.filename)
            if name.suffix != ".csv" or name.stem not in _TABLES:
                continue
            if entry.flag_bits & 1:
                raise UnreadableDirectoryError("it is locked with a password")
            with archive.open(entry) as file:
                # What the archive says of its sizes may be a lie.
                raw = file.read(LARGEST + 1)
            if len(raw) > LARGEST:
                raise _too_large(name.stem)
            found[name.stem] = _rows(name.stem, raw)
    return found


def _too_large(name: str) -> UnreadableDirectoryError:
    return UnreadableDirectoryError(f"{name}.csv is larger than {LARGEST // 1_000_000} MB")


def _rows(name: str, raw: bytes) -> list[Row]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableDirectoryError(f"{name}.csv is not text in UTF-8") from None
    rows: list[Row] = []
    try:
        for row in csv.DictReader(io.StringIO(text, newline=""), strict=True):
            if len(rows) >= MOST_ROWS:
                raise UnreadableDirectoryError(f"{name}.csv has more than {MOST_ROWS} rows")
            rows.append({key: value for key, value in row.items() if key and value})
    except csv.Error:
        raise UnreadableDirectoryError(f"{name}.csv is no table (row {len(rows) + 2})") from None
    return rows


def _nested(tables: Mapping[str, list[Row]]) -> list[Row]:
    """Services as the JSON form has them."""

    def by(table: str, column: str) -> dict[str, list[Row]]:
        grouped: dict[str, list[Row]] = defaultdict(list)
        for row in tables.get(table, ()):
            if row.get(column):
                grouped[row[column]].append(row)
        return grouped

    organizations, terms = by("organizations", "id"), by("taxonomy_terms", "id")
    addresses, location_phones = by("addresses", "location_id"), by("phones", "location_id")
    phones, areas = by("phones", "service_id"), by("service_areas", "service_id")
    attributes = by("attributes", "link_id")
    locations = {
        row["id"]: row
        | {
            "addresses": addresses.get(row["id"], []),
            "phones": [p for p in location_phones.get(row["id"], []) if not p.get("service_id")],
        }
        for row in tables.get("locations", ())
        if row.get("id")
    }
    at = by("service_at_location", "service_id") or by("service_at_locations", "service_id")
    nested = []
    for row in tables["services"]:
        id = row.get("id", "")
        nested.append(
            row
            | {
                "organization": next(
                    iter(organizations.get(row.get("organization_id", ""), [])), {}
                ),
                "phones": phones.get(id, []),
                "service_areas": areas.get(id, []),
                "service_at_locations": [
                    {"location": locations.get(each.get("location_id", ""), {})}
                    for each in at.get(id, [])
                ],
                "attributes": [
                    {"taxonomy_term": term}
                    for each in attributes.get(id, [])
                    for term in terms.get(each.get("taxonomy_term_id", ""), [])
                ],
            }
        )
    return nested
