"""A community's directory of services, from a file in Open Referral's format.

Human Services Data Specification 3.0 and, where names differ, 2.0: JSON (a service, a list of
them, or a page of an API) or the tabular form (CSV files in a folder or a zip archive). Only what
a member may want to know is taken. `schedule.timezone` is a number there, and says nothing about
summer time, so hours are left to the service's own words.
Source: https://docs.openreferral.org (schema of `service`, `location`, `phone`, `address`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.crisis.resources.hsds_tables import UnreadableDirectoryError, read_tables

LARGEST = 20_000_000  # bytes of a JSON file
MOST = 5_000  # services

_LONGEST = {"name": 120, "text": 400, "word": 60}
_OLDEST = 120
_MANY = 8  # phones, topics or places of one service
_GONE = frozenset({"inactive", "defunct", "temporarily closed"})
_LINK = re.compile(r"https?://[^\s<>\"']{4,300}", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[0-9][0-9 ()./\-]{1,24}")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One service of a directory, as a member sees it.

    Args:
        places: towns, regions and post codes in which it is; the first is shown.
        eligibility: for whom it is, in the directory's own words.
        ages: from and to; None where there is no limit.
        checked: when the directory's people last made sure of it.
    """

    name: str
    organization: str = ""
    description: str = ""
    url: str | None = None
    email: str | None = None
    phones: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    eligibility: str = ""
    ages: tuple[int | None, int | None] = (None, None)
    checked: date | None = None

    def facts(self) -> dict[str, Any]:
        """JSON-ready."""
        return asdict(self) | {"checked": self.checked.isoformat() if self.checked else None}


@dataclass(frozen=True, slots=True)
class Import:
    """What a file held.

    Args:
        refused: the position of each entry that was left out, from 1, and why.
    """

    services: tuple[Service, ...]
    refused: tuple[tuple[int, str], ...]


def read_directory(path: Path) -> Import:
    """Read a directory file. Raises: UnreadableDirectoryError, in one line."""
    if path.is_dir() or path.suffix.casefold() == ".zip":
        rows: Iterable[Row] = read_tables(path)
    else:
        rows = _json_services(path)
    services: list[Service] = []
    refused: list[tuple[int, str]] = []
    for position, row in enumerate(rows, 1):
        if len(services) >= MOST:
            raise UnreadableDirectoryError(
                f"it holds more than {MOST} services; please take the part for your community"
            )
        reason = _refused(row)
        if reason:
            refused.append((position, reason))
        else:
            services.append(_service(row))
    if not services:
        raise UnreadableDirectoryError("it holds no service that could be shown")
    return Import(tuple(services), tuple(refused))


def service_of(facts: Mapping[str, Any]) -> Service:
    """The inverse of `Service.facts`."""
    several = {name: tuple(facts[name]) for name in ("phones", "topics", "places", "ages")}
    checked = date.fromisoformat(facts["checked"]) if facts["checked"] else None
    return Service(**{**facts, **several, "checked": checked})


def _json_services(path: Path) -> list[Row]:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableDirectoryError(error.strerror or "it cannot be opened") from None
    if len(raw) > LARGEST:
        raise UnreadableDirectoryError(f"it is larger than {LARGEST // 1_000_000} MB")
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableDirectoryError("it is not text in UTF-8") from None
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableDirectoryError(f"it is not JSON that can be read{where}") from None
    if isinstance(data, dict):
        for name in ("contents", "services", "service"):
            if isinstance(data.get(name), list):
                return list(data[name])
        if "name" in data:
            return [data]
    if isinstance(data, list):
        return data
    raise UnreadableDirectoryError("it holds neither a service nor a list of services")


def _refused(row: Any) -> str | None:
    if not isinstance(row, Mapping):
        return "is no service"
    if not _text(row, "name"):
        return "has no name"
    if _text(row, "status").casefold() in _GONE:
        return "is closed"
    return None


def _service(row: Row) -> Service:
    locations = list(_locations(row))
    urls = (
        _text(each, "url") or _text(each, "website") for each in (row, _one(row, "organization"))
    )
    phones = [phone for each in (row, *locations) for phone in _list(each, "phones")]
    email = _text(row, "email")
    return Service(
        name=_text(row, "name"),
        organization=_text(_one(row, "organization"), "name"),
        description=_text(row, "description", "text"),
        url=next((url for url in urls if _LINK.fullmatch(url)), None),
        email=email if re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", email) else None,
        phones=_distinct(_text(phone, "number") for phone in phones if _is_number(phone)),
        topics=_distinct(_topics(row)),
        places=_distinct(_places(row, locations)),
        eligibility=_text(row, "eligibility_description", "text")
        or _text(row, "eligibility", "text"),
        ages=(_age(row.get("minimum_age")), _age(row.get("maximum_age"))),
        checked=_date(row.get("assured_date")),
    )


def _locations(row: Row) -> Iterator[Row]:
    for at in _list(row, "service_at_locations"):
        yield from (_one(at, "location"), *_list(at, "locations"))
    yield from _list(row, "locations")


def _places(row: Row, locations: Iterable[Row]) -> Iterator[str]:
    for location in locations:
        addresses = [*_list(location, "addresses"), *_list(location, "physical_addresses")]
        for address in addresses:
            yield from (_text(address, n) for n in ("city", "state_province", "region"))
            yield _text(address, "postal_code")
        if _text(location, "location_type").casefold() == "virtual":
            yield "online"
    for area in _list(row, "service_areas"):
        yield _text(area, "name") or _text(area, "extent", "word")


def _topics(row: Row) -> Iterator[str]:
    for attribute in [*_list(row, "attributes"), *_list(row, "service_taxonomy")]:
        yield _text(_one(attribute, "taxonomy_term"), "name") or _text(attribute, "value")
    yield _text(row, "alternate_name")


def _is_number(phone: Row) -> bool:
    return _NUMBER.fullmatch(_text(phone, "number")) is not None


def _one(row: Row, name: str) -> Row:
    value = row.get(name)
    return value if isinstance(value, Mapping) else {}


def _list(row: Row, name: str) -> list[Row]:
    value = row.get(name)
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _text(row: Row, name: str, kind: str = "") -> str:
    """A value as one line, without the quotes that some exporters leave, and not too long."""
    value = row.get(name)
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    # JSON can hold a lone surrogate and NUL; databases and platforms cannot.
    text = str(value).replace("\0", " ").encode("utf-8", "replace").decode()
    line = " ".join(text.split()).strip("\"' ")
    longest = _LONGEST.get(kind) or (_LONGEST["name"] if name == "name" else 300)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))[:_MANY]


def _age(value: Any) -> int | None:
    try:
        age = int(float(value))
    except (TypeError, ValueError, OverflowError):
        return None
    return age if 0 < age < _OLDEST else None


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value or "")[:10])
    except ValueError:
        return None
