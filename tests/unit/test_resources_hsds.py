"""A directory in Open Referral's format: what is taken, what is refused, and how."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crisis.resources import hsds, hsds_tables
from bot.crisis.resources.hsds import Service, read_directory, service_of
from bot.crisis.resources.hsds_tables import UnreadableDirectoryError

SERVICE: dict[str, Any] = {
    "id": "s1",
    "name": "Community Kitchen",
    "description": "A warm meal.\n\nEvery day.",
    "url": "https://example.org/kitchen",
    "email": "kitchen@example.org",
    "status": "active",
    "eligibility_description": "Anybody",
    "minimum_age": 16,
    "maximum_age": "99",
    "assured_date": "2026-03-01",
    "organization": {"name": "Open Table"},
    "phones": [{"number": '"+44 1234 234567"'}, {"number": "1-800-FLOWERS"}],
    "service_at_locations": [
        {"location": {"addresses": [{"city": "Leeds", "postal_code": "LS1", "country": "GB"}]}}
    ],
    "attributes": [{"taxonomy_term": {"name": "Food"}}],
    "schedules": [{"timezone": 3, "byday": "TH,FR"}],
}
READ = Service(
    name="Community Kitchen",
    organization="Open Table",
    description="A warm meal. Every day.",
    url="https://example.org/kitchen",
    email="kitchen@example.org",
    phones=("+44 1234 234567",),
    topics=("Food",),
    places=("Leeds", "LS1"),
    eligibility="Anybody",
    ages=(16, 99),
    checked=date(2026, 3, 1),
)
TABLES: dict[str, list[dict[str, str]]] = {
    "services": [
        {
            name: str(SERVICE[name])
            for name in (
                *("id", "name", "description", "url", "email", "status", "minimum_age"),
                *("eligibility_description", "maximum_age", "assured_date"),
            )
        }
        | {"organization_id": "o1"}
    ],
    "organizations": [{"id": "o1", "name": "Open Table"}],
    "phones": [{"id": "p1", "service_id": "s1", "number": "+44 1234 234567"}],
    "locations": [{"id": "l1", "name": "Hall", "location_type": "physical"}],
    "service_at_location": [{"id": "x", "service_id": "s1", "location_id": "l1"}],
    "addresses": [{"id": "a", "location_id": "l1", "city": "Leeds", "postal_code": "LS1"}],
    "attributes": [{"id": "t", "link_id": "s1", "taxonomy_term_id": "tt"}],
    "taxonomy_terms": [{"id": "tt", "name": "Food"}],
}


def table(rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def written(folder: Path, data: Any, name: str = "directory.json") -> Path:
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def zipped(folder: Path, files: dict[str, str | bytes]) -> Path:
    path = folder / "directory.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    "wrapped",
    [SERVICE, [SERVICE], {"contents": [SERVICE], "page_number": 1}, {"services": [SERVICE]}],
    ids=["service", "list", "page", "object"],
)
def test_json_in_every_shape(tmp_path: Path, wrapped: Any) -> None:
    """One service, several, or a page of an API; with the mark that some editors put first."""
    plain = read_directory(written(tmp_path, wrapped))
    marked = read_directory(written(tmp_path, "\ufeff" + json.dumps(wrapped)))

    assert plain.services == marked.services == (READ,)
    assert not plain.refused


@pytest.mark.parametrize("form", ["folder", "zip", "zip with a folder inside"])
def test_tables_say_the_same(tmp_path: Path, form: str) -> None:
    """The tabular form leads to the same services."""
    files: dict[str, str | bytes] = {f"{n}.csv": table(rows) for n, rows in TABLES.items()}
    if form == "folder":
        for name, content in files.items():
            (tmp_path / name).write_text(str(content), encoding="utf-8")
        path = tmp_path
    else:
        inside = "export/" if form.endswith("inside") else ""
        path = zipped(tmp_path, {f"{inside}{name}": content for name, content in files.items()})

    assert read_directory(path).services == (READ,)


def test_names_of_the_older_version_are_read_too(tmp_path: Path) -> None:
    """Many directories still export 2.0."""
    old = {
        "name": "Kitchen",
        "eligibility": "Adults",
        "service_taxonomy": [{"taxonomy_term": {"name": "Food"}}],
        "locations": [{"physical_addresses": [{"city": "York"}]}],
    }
    (service,) = read_directory(written(tmp_path, old)).services

    assert (service.eligibility, service.topics, service.places) == ("Adults", ("Food",), ("York",))


@pytest.mark.parametrize(
    ("change", "field", "read"),
    [
        ({"url": "javascript:alert(1)"}, "url", None),
        (
            {"url": None, "organization": {"website": "https://o.example"}},
            "url",
            "https://o.example",
        ),
        ({"email": "not an address"}, "email", None),
        ({"phones": [{"number": "call us"}]}, "phones", ()),
        ({"phones": "none"}, "phones", ()),
        ({"minimum_age": "ten", "maximum_age": 1e400}, "ages", (None, None)),
        ({"minimum_age": -3, "maximum_age": 200}, "ages", (None, None)),
        ({"assured_date": "last week"}, "checked", None),
        ({"assured_date": None}, "checked", None),
        ({"description": {"en": "x"}}, "description", ""),
        (
            {"service_at_locations": [{"location": {"location_type": "virtual"}}]},
            "places",
            ("online",),
        ),
        ({"service_areas": [{"name": "Wales"}], "service_at_locations": []}, "places", ("Wales",)),
    ],
)
def test_what_cannot_be_used_is_left_out(
    tmp_path: Path, change: dict[str, Any], field: str, read: Any
) -> None:
    """One odd value does not cost the whole service."""
    (service,) = read_directory(written(tmp_path, SERVICE | change)).services

    assert getattr(service, field) == read


def test_services_that_are_none_are_refused_one_by_one(tmp_path: Path) -> None:
    """The rest comes in; the operator hears which were left out, and why."""
    data = [SERVICE, {"id": "x"}, 7, SERVICE | {"status": "Defunct"}, SERVICE | {"name": " "}]
    found = read_directory(written(tmp_path, data))

    assert found.services == (READ,)
    assert found.refused == (
        (2, "has no name"),
        (3, "is no service"),
        (4, "is closed"),
        (5, "has no name"),
    )


def test_long_texts_are_shortened(tmp_path: Path) -> None:
    """A page of five fits into a message."""
    (service,) = read_directory(
        written(tmp_path, SERVICE | {"name": "n" * 500, "description": "d " * 5000})
    ).services

    assert len(service.name) == 120
    assert len(service.description) <= 400
    assert service.description.endswith("…")


MALFORMED: dict[str, str | bytes] = {
    "empty": "",
    "no json": "{'name': 'x'}",
    "cut off": '[{"name": "x"',
    "deep": "[" * 100_000,
    "a number": "7",
    "no services": '{"hello": "world"}',
    "none that is open": '[{"name": "x", "status": "defunct"}, 7]',
    "bytes": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("content", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_file_is_refused_in_one_line(tmp_path: Path, content: str | bytes) -> None:
    """Never a traceback, never half a directory."""
    path = tmp_path / "directory.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())

    with pytest.raises(UnreadableDirectoryError) as refused:
        read_directory(path)
    assert "\n" not in str(refused.value)
    assert 5 < len(str(refused.value)) < 120


BROKEN_ARCHIVES: dict[str, dict[str, str | bytes]] = {
    "no services": {"phones.csv": "id\n1\n"},
    "bytes": {"services.csv": b"id,name\n1,\xff\n"},
    "no table": {"services.csv": 'id,name\n1,"x\n'},
}


@pytest.mark.parametrize("files", BROKEN_ARCHIVES.values(), ids=BROKEN_ARCHIVES.keys())
def test_a_malformed_archive_is_refused_in_one_line(
    tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    """Tables that are none, or are missing."""
    with pytest.raises(UnreadableDirectoryError) as refused:
        read_directory(zipped(tmp_path, files))
    assert "\n" not in str(refused.value)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    """A name says little."""
    with pytest.raises(UnreadableDirectoryError, match="no zip archive"):
        read_directory(written(tmp_path, "hello", "directory.zip"))


def test_sizes_are_capped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody fills the memory, not even with an archive that lies about its size."""
    monkeypatch.setattr(hsds, "LARGEST", 1_000)
    monkeypatch.setattr(hsds_tables, "LARGEST", 1_000)
    monkeypatch.setattr(hsds, "MOST", 3)
    with pytest.raises(UnreadableDirectoryError, match="larger than"):
        read_directory(written(tmp_path, [SERVICE] * 3))
    with pytest.raises(UnreadableDirectoryError, match=r"services\.csv is larger"):
        read_directory(zipped(tmp_path, {"services.csv": "id,name\n" + "1,x\n" * 1_000}))
    with pytest.raises(UnreadableDirectoryError, match="more than 3 services"):
        read_directory(written(tmp_path, [{"name": "x"}] * 4))


def test_a_table_of_too_many_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows that belong to nothing cost memory too."""
    monkeypatch.setattr(hsds_tables, "MOST_ROWS", 2)
    with pytest.raises(UnreadableDirectoryError, match="more than 2 rows"):
        read_directory(zipped(tmp_path, {"services.csv": "id,name\n1,a\n2,b\n3,c\n"}))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*SERVICE]), inner),
    max_leaves=20,
)


@given(JSON)
def test_no_json_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, data: Any) -> None:
    """It is read, or refused in one line; what is read survives the database."""
    path = tmp_path_factory.mktemp("hsds") / "directory.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    try:
        found = read_directory(path)
    except UnreadableDirectoryError:
        return
    for service in found.services:
        assert service.name
        assert service_of(json.loads(json.dumps(service.facts()))) == service
