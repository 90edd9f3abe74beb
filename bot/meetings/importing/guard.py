"""Files from elsewhere, opened with care: nothing in them may cost more than they are worth."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Hashable
from typing import Any

import yaml  # type: ignore[import-untyped]

from bot.meetings.importing.drafts import UnreadableError

MOST_BYTES = 32 * 1024 * 1024
MOST_RECORDS = 20_000
LONGEST_LINE = 100_000  # characters, in formats that are read by lines
_MOST_YAML = 512 * 1024
_MOST_COLUMNS = 200
KEYS_TWICE = "\0keys twice"
"""In a mapping of a YAML file: a key of it was given twice, so one of them is lost."""


def text_of(data: bytes) -> str:
    """The characters of a file. Raises: UnreadableError if it is too long or not UTF-8."""
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"the file is longer than {MOST_BYTES // 1024 // 1024} MiB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"the file is not UTF-8 (byte {error.start})") from None
    if "\0" in text:
        raise UnreadableError("the file has NUL bytes, so it is no text")
    return text


def lines_of(text: str) -> list[str]:
    """Raises: UnreadableError if a line is longer than any honest one."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if max(map(len, lines), default=0) > LONGEST_LINE:
        raise UnreadableError(f"the file has a line of more than {LONGEST_LINE} characters")
    return lines


def json_of(text: str) -> Any:
    """Raises: UnreadableError for what is no JSON, or nested too deeply."""
    try:
        return json.loads(text)
    except RecursionError:
        raise UnreadableError("the JSON is nested too deeply") from None
    except ValueError as error:  # also a number of more than some thousand figures
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableError(f"the file is no JSON{where}") from None


def csv_of(text: str) -> list[dict[str, str]]:
    """The rows under their headings. Raises: UnreadableError."""
    lines_of(text)
    try:
        reader = csv.reader(io.StringIO(text), strict=True)
        heading = next(reader, [])
        if not heading or len(heading) > _MOST_COLUMNS or len(set(heading)) < len(heading):
            raise UnreadableError("the first line of the CSV file names no columns, each once")
        rows = [row for row in reader if any(row)]
    except csv.Error as error:
        raise UnreadableError(f"the file is no CSV: {str(error)[:80]}") from None
    # A row of another length is shown as empty; its record is then refused for having no name.
    width = len(heading)
    return [dict(zip(heading, row, strict=True)) if len(row) == width else {} for row in rows]


class _Loader(yaml.SafeLoader):  # type: ignore[misc]
    """Plain values only: no anchors, so that nothing repeats or contains itself."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise UnreadableError("the YAML file refers to parts of itself")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        found: dict[Hashable, Any] = super().construct_mapping(node, deep=True)
        if len(found) < len(node.value):
            found[KEYS_TWICE] = True
        return found


# Times such as 19:00 are numbers to base 60 in YAML 1.1, and "No" is false; here both are words.
_Loader.yaml_implicit_resolvers = {}


def yaml_of(text: str) -> Any:
    """Raises: UnreadableError."""
    if len(text) > _MOST_YAML:
        raise UnreadableError(f"the YAML file is longer than {_MOST_YAML // 1024} KiB")
    lines_of(text)
    try:
        return yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader with less
    except RecursionError:
        raise UnreadableError("the YAML is nested too deeply") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f" (line {mark.line + 1})" if mark else ""
        raise UnreadableError(f"the file is no YAML{where}") from None
    except (yaml.YAMLError, ValueError):
        raise UnreadableError("the file is no YAML") from None
