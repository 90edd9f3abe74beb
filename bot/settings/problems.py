"""How a mistake in the settings is told: which key, which value, what was expected."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic_core import ErrorDetails

from bot.errors import HandrailError
from bot.settings.keys import Settings

Place = tuple[str | int, ...]
"""Where a value stands: ("web", "port") or ("community", 0, "name")."""

_LONGEST_VALUE = 60

_EXPECTED = {
    "bool": "true or false",
    "dict": "a section of keys",
    "finite_number": "a number",
    "float": "a number",
    "greater_than": "a number above {gt}",
    "greater_than_equal": "{ge} or more",
    "int": "a whole number",
    "less_than_equal": "{le} or less",
    "list": "a list in brackets",
    "literal_error": "{expected}",
    "missing": "a value; there is no default",
    "model": "a section of keys",
    "path": "a path in quotes",
    "string": "words in quotes",
    "string_too_long": "at most {max_length} characters",
    "string_too_short": "at least {min_length} character",
    "too_short": "at least one entry",
    "tuple": "a list in brackets",
    "value_error": "{error}",
}


class SettingsError(HandrailError):
    """The settings cannot be used; one line per mistake: key, value, what was expected.

    Never quotes a secret, nor what may be one that stands in the wrong place.
    """

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def told(error: ValidationError, from_environment: Mapping[Place, str]) -> list[str]:
    """The mistakes that pydantic found, a line each.

    Args:
        from_environment: names of the variables that gave a value, by its place.
    """
    lines = []
    for each in error.errors(include_url=False, include_context=True):
        place = each["loc"]
        if each["type"] == "extra_forbidden":
            lines.append(unknown(place))
            continue
        name = key_of(place)
        for length in range(len(place), 0, -1):
            name = from_environment.get(place[:length], name)
        value = "" if each["type"] == "missing" else _shown(place, each["input"])
        lines.append(f"{name}{value}: expected {_expected(each)}")
    return lines


def unknown(place: Place) -> str:
    """An unknown key, with the nearest known one; its value may be a secret and is not shown."""
    section, last = place[:-1], str(place[-1])
    beside = [str(known[-1]) for known in keys_of(Settings) if known[:-1] == _pattern(section)]
    if near := difflib.get_close_matches(last, beside, 1):
        return f"{key_of(place)}: there is no such key; did you mean {key_of((*section, near[0]))}?"
    elsewhere = [known for known in keys_of(Settings) if known[-1] == last]
    if elsewhere:
        return f"{key_of(place)}: there is no such key here; it belongs to {key_of(elsewhere[0])}"
    return f"{key_of(place)}: there is no such key; known here are {', '.join(sorted(beside))}"


def key_of(place: Place) -> str:
    """A place as people write it: `web.port`, `community[1].name` (counted from 1)."""
    written = ""
    for part in place:
        if isinstance(part, int):
            written += f"[{part + 1}]"
        else:
            written += f".{part}" if written else part
    return written


def keys_of(model: type[BaseModel], place: Place = ()) -> Iterator[Place]:
    """Every key of a model and its sections; of a repeated section without the number."""
    for name, field in model.model_fields.items():
        yield (*place, name)
        if section := section_of(field.annotation):
            yield from keys_of(section, (*place, name))


def section_of(annotation: Any) -> type[BaseModel] | None:
    """The model of a section, be it optional or repeated; None for a plain value."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Union, UnionType, tuple):
        return next(filter(None, map(section_of, get_args(annotation))), None)
    return None


def is_secret(annotation: Any) -> bool:
    """Whether a key holds a secret."""
    return annotation is SecretStr or SecretStr in get_args(annotation)


def _expected(error: ErrorDetails) -> str:
    kind = error["type"]
    for suffix in ("_type", "_parsing", "_from_float"):
        kind = kind.removesuffix(suffix)
    wording = _EXPECTED.get(kind)
    if wording is None:
        return f"something else ({error['msg']})"
    return wording.format(**error.get("ctx", {}))


def _shown(place: Sequence[str | int], value: Any) -> str:
    """` = value`, unless the key is one where a secret may stand, by right or by mistake."""
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    if key == "url" or key.endswith("_file") or is_secret(_annotation(place)):
        return ""
    text = json.dumps(value, default=str, ensure_ascii=False)
    return f" = {text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + '…'}"


def _annotation(place: Sequence[str | int]) -> Any:
    model: type[BaseModel] | None = Settings
    annotation: Any = None
    for part in _pattern(place):
        field = model.model_fields.get(str(part)) if model else None
        if field is None:
            return None
        annotation, model = field.annotation, section_of(field.annotation)
    return annotation


def _pattern(place: Sequence[str | int]) -> Place:
    return tuple(part for part in place if isinstance(part, str))
