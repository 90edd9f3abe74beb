"""Where settings come from: config.toml, the environment, files and credentials of secrets."""

from __future__ import annotations

import base64
import binascii
import difflib
import os
import re
import stat
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from urllib.parse import parse_qs, urlsplit

from pydantic import SecretStr, ValidationError

from bot.settings.keys import Settings
from bot.settings.problems import (
    Place,
    SettingsError,
    is_secret,
    section_of,
    told,
    unknown,
)

_PREFIX = "HANDRAIL_"
_CONFIG = "HANDRAIL_CONFIG"
_CLOCK_OFFSET = "HANDRAIL_CLOCK_OFFSET"
_PAGES = "HANDRAIL_COMMUNITY_PAGES"
_FARTHEST = timedelta(days=3660)
_CONTAINER_SECRETS = "/run/secrets"  # closed to others by the engine, whatever its mode


def load_settings(
    path: Path | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """The settings of this process.

    Args:
        path: the configuration; None: $HANDRAIL_CONFIG, else config.toml in `folder` if it is
            there, else none at all.
        environment: None: the process's own. An empty variable counts as one that is not set.
        folder: the working directory. Paths in the settings count from the configuration's
            folder, or from this one without a configuration.

    Raises: SettingsError, with all mistakes at once as far as they can be told apart.
    """
    environment = os.environ if environment is None else environment
    given = {name: value for name, value in environment.items() if value.strip()}
    folder = folder or Path.cwd()
    path = path or (Path(given[_CONFIG]) if _CONFIG in given else None)
    if path is None and (folder / "config.toml").exists():
        path = folder / "config.toml"
    if path is not None:
        path = folder / path.expanduser()

    data = _file(path) if path else {}
    problems = list(_secrets_in(data))
    variables, refused = _variables(given)
    problems += refused
    for place, (_, value) in variables.items():
        _put(data, place, value)
    base = path.parent if path else folder
    problems += _fill_secrets(data, base, given)
    problems += _fill_pages(data, base, given)
    for name, field in Settings.model_fields.items():
        if not field.is_required() and field.default_factory is not None:
            data.setdefault(name, {})  # so that defaults, too, count from the folder
    context: dict[str, Any] = {"folder": base}
    try:
        context["clock_offset"] = _clock_offset(given)
    except ValueError:
        problems.append(f"{_CLOCK_OFFSET}: expected a whole number of seconds, up to ten years")

    try:
        settings = Settings.model_validate(data, context=context)
    except ValidationError as error:
        problems += told(error, {place: name for place, (name, _) in variables.items()})
        raise SettingsError(*problems) from None
    if problems := problems or list(_conflicts(settings)):
        raise SettingsError(*problems)
    return settings


# --- the file


def _file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise SettingsError(
            f"there is no configuration {path}; name another one with --config or {_CONFIG}, or"
            " leave both out"
        ) from None
    except OSError as error:
        raise SettingsError(
            f"the configuration {path} cannot be read: {error.strerror}; give the account that"
            " runs Handrail the right to"
        ) from None
    except UnicodeDecodeError:
        raise SettingsError(f"the configuration {path} is not text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"the configuration {path} is not TOML: {error}; words stand in quotes, sections in"
            " [brackets]"
        ) from None


def _secrets_in(data: dict[str, Any]) -> Iterator[str]:
    """Takes secrets out of the file's data, and tells where they belong."""
    for section, key in _secret_keys():
        found = data.get(section)
        if isinstance(found, dict) and found.pop(key, None) is not None:
            yield (
                f"{section}.{key}: a secret must not stand in the configuration; put it into the"
                f" environment ({_variable(section, key)}) or into a file of its own that"
                f" {section}.{key}_file names, and make a new one if this file was shown around"
            )
    for community in _communities(data):
        if community.pop("pages", None) is not None:
            yield (
                "community.pages: addresses that page somebody are secrets and must not stand in"
                " the configuration; put them, one a line, into a file of their own that"
                f" community.pages_file names, or into the environment ({_PAGES})"
            )
    storage = data.get("storage")
    if not isinstance(storage, dict):
        return
    if _holds_password(storage.get("url")):
        del storage["url"]
        yield (
            "storage.url: a password must not stand in the configuration; give the whole URL as"
            f" {_PREFIX}STORAGE__URL, or name a password file of PostgreSQL:"
            " postgresql://name@host/database?passfile=/path"
        )
    if _is_key(storage.get("key_file")):
        del storage["key_file"]
        yield (
            "storage.key_file: this is a key, not the path of a file; put it into a file of its"
            f" own, or into the environment ({_PREFIX}KEY)"
        )


def _holds_password(url: Any) -> bool:
    if not isinstance(url, str):
        return False
    try:
        read = urlsplit(url)
        return read.password is not None or "password" in parse_qs(read.query)
    except ValueError:
        return "@" in url


def _is_key(text: Any) -> bool:
    try:
        return len(base64.b64decode(text, altchars=b"-_", validate=True)) == 32
    except (TypeError, ValueError, binascii.Error):
        return False


# --- the environment


def _variables(given: Mapping[str, str]) -> tuple[dict[Place, tuple[str, Any]], list[str]]:
    """Keys given as variables: (name, value) by place; and what is wrong with others' names."""
    keys = {_PREFIX + "__".join(map(str, place)).upper(): place for place in _single_keys()}
    shorthands = {_variable(section, key) for section, key in _secret_keys()}
    names = {*keys, *shorthands, _CONFIG, _CLOCK_OFFSET, _PAGES}
    found: dict[Place, tuple[str, Any]] = {}
    problems = []
    for name, text in given.items():
        if name in keys:
            found[keys[name]] = (name, _read(text, _annotation(keys[name])))
        elif name.startswith(_PREFIX) and name not in names:
            # Others may use the prefix, too (an orchestrator, the tests): what does not look like
            # a key of ours is let be.
            if near := difflib.get_close_matches(name, names, 1, 0.85):
                problems.append(f"{name}: there is no such variable; did you mean {near[0]}?")
            elif "__" in name:
                place = tuple(name.removeprefix(_PREFIX).lower().split("__"))
                problems.append(f"{name}: {unknown(place).partition(': ')[2]}")
    return found, problems


def _single_keys() -> Iterator[Place]:
    """Keys that one variable can give: those of sections, and lists of sections as a whole."""
    for name, field in Settings.model_fields.items():
        section = section_of(field.annotation)
        if section is None or get_origin(field.annotation) is tuple:
            yield (name,)
        else:
            yield from ((name, key) for key in section.model_fields)


def _read(text: str, annotation: Any) -> Any:
    """A variable's value: as it stands for words, else as TOML."""
    if _takes_words(annotation):
        return text
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _takes_words(annotation: Any) -> bool:
    if annotation in (str, Path, SecretStr) or get_origin(annotation) is Literal:
        return True
    if get_origin(annotation) in (Union, UnionType, Annotated):
        return any(map(_takes_words, get_args(annotation)))
    return False


def _clock_offset(given: Mapping[str, str]) -> timedelta:
    text = given.get(_CLOCK_OFFSET, "0").strip()
    offset = timedelta(seconds=int(text)) if re.fullmatch(r"[+-]?\d{1,10}", text) else None
    if offset is None or abs(offset) > _FARTHEST:
        raise ValueError(_CLOCK_OFFSET)
    return offset


# --- secrets


def _secret_keys() -> Iterator[tuple[str, str]]:
    """Every (section, key) that holds one secret; those of communities are lists of their own."""
    for name, field in Settings.model_fields.items():
        section = section_of(field.annotation) if name != "community" else None
        for key, inner in section.model_fields.items() if section else ():
            if is_secret(inner.annotation):
                yield name, key


def _variable(section: str, key: str) -> str:
    """The variable that holds a secret, such as HANDRAIL_KEY or HANDRAIL_DISCORD_TOKEN."""
    return _PREFIX + (key if section == "storage" else f"{section}_{key}").upper()


def _credential(section: str, key: str) -> str:
    """The systemd credential that holds a secret, such as handrail-discord-token."""
    return _variable(section, key).lower().replace("_", "-")


def _fill_secrets(data: dict[str, Any], base: Path, given: Mapping[str, str]) -> list[str]:
    """Puts each secret into its place: from the environment, its file or systemd, in this order."""
    problems = []
    credentials = given.get("CREDENTIALS_DIRECTORY")
    for section, key in _secret_keys():
        found = data.get(section, {})
        if not isinstance(found, dict) or key in found:
            continue
        named = found.get(f"{key}_file")
        credential = Path(credentials or "", _credential(section, key))
        try:
            if text := given.get(_variable(section, key)):
                _put(data, (section, key), _one_line(text))
            # The key's own file is read, and judged, by storage.
            elif isinstance(named, str) and section != "storage":
                _put(data, (section, key), _from_file(base / Path(named).expanduser()))
            elif credentials and credential.is_file() and not isinstance(named, str):
                _put(data, (section, key), _one_line(credential.read_text("utf-8")))
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            source = f"{section}.{key}_file" if isinstance(named, str) else _variable(section, key)
            problems.append(
                f"{source}: {reason}; expected a file that holds nothing but the secret"
            )
    return problems


def _communities(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The communities of some data, as far as they are sections."""
    found = data.get("community")
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _fill_pages(data: dict[str, Any], base: Path, given: Mapping[str, str]) -> list[str]:
    """Puts the addresses of pagers into their places: from the environment, a file or systemd.

    One variable, or credential, is for an installation with one community.
    """
    communities, problems = _communities(data), []
    credential = Path(given.get("CREDENTIALS_DIRECTORY", ""), _credential("community", "pages"))
    elsewhere = given.get(_PAGES, "")
    try:
        if not elsewhere and "CREDENTIALS_DIRECTORY" in given and credential.is_file():
            elsewhere = credential.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        problems.append(f"{_PAGES}: the systemd credential cannot be read")
    if elsewhere and len(communities) != 1:
        problems.append(
            f"{_PAGES}: expected exactly one community; with several, name a community.pages_file"
            " for each"
        )
    for community in communities:
        named = community.get("pages_file")
        if elsewhere and len(communities) == 1:
            community["pages"] = elsewhere.split()
        elif isinstance(named, str) and "pages" not in community:
            try:
                text = _closed_to_others(base / Path(named).expanduser())
                lines = [line.strip() for line in text.splitlines()]
                community["pages"] = [line for line in lines if line and not line.startswith("#")]
            except (OSError, ValueError) as error:
                reason = error.strerror if isinstance(error, OSError) else str(error)
                problems.append(
                    f"community.pages_file: {reason}; expected a file with an address a line"
                )
    return problems


def _from_file(path: Path) -> str:
    """The secret in a file. Raises: OSError; ValueError with what is wrong with it."""
    return _one_line(_closed_to_others(path))


def _closed_to_others(path: Path) -> str:
    """What stands in a file of secrets. Raises: as `_from_file`."""
    mode = path.stat().st_mode
    if mode & stat.S_IRWXO and not path.resolve().is_relative_to(_CONTAINER_SECRETS):
        raise ValueError("everybody on this machine may read the file (chmod o-rwx mends it)")
    return path.read_text("utf-8")


def _one_line(text: str) -> str:
    lines = text.strip().splitlines()
    if len(lines) != 1:
        raise ValueError("there is more than one line" if lines else "there is nothing in it")
    return lines[0]


# --- the whole


def _conflicts(settings: Settings) -> Iterator[str]:
    """What no single key shows."""
    if settings.clock_offset and not settings.rehearsal.allow:
        yield (
            f"{_CLOCK_OFFSET}: shifts the clock for everybody, which a rehearsal only may do; set"
            " rehearsal.allow = true, or remove the variable"
        )
    matrix, discord = settings.matrix, settings.discord
    if discord is not None and discord.token is None:
        yield (
            "discord: the bot's token is missing; set HANDRAIL_DISCORD_TOKEN or"
            " discord.token_file, or remove the section"
        )
    if discord is not None and any(i >= (discord.shard_count or 0) for i in discord.shard_ids):
        yield (
            "discord.shard_ids: expected numbers from 0, each below discord.shard_count, which is"
            f" {discord.shard_count or 'not set'}"
        )
    if matrix is not None and matrix.password is None and matrix.access_token is None:
        yield (
            "matrix: the account's password is missing; set HANDRAIL_MATRIX_PASSWORD or"
            " matrix.password_file, or remove the section"
        )
    for each in settings.community:
        if each.checkin_delivery != "dm" and not each.checkin_room:
            yield (
                f'community.checkin_delivery = "{each.checkin_delivery}": needs'
                " community.checkin_room, the channel for it"
            )
    yield from _playground_conflicts(settings)
    spaces = Counter(space for each in settings.community for space in each.spaces)
    for space, times in spaces.items():
        if times > 1:
            yield f'community.spaces: "{space}" stands there {times} times; expected once in all'


def _playground_conflicts(settings: Settings) -> Iterator[str]:
    if not settings.playground_on:
        if not settings.platforms:
            yield (
                "playground.enabled = false: there is nothing left to run; configure [discord] or"
                " [matrix], or enable the playground"
            )
        return
    if settings.platforms and not settings.playground.alongside:
        yield (
            "playground.enabled = true: anybody at the page could act as a moderator beside real"
            f" members on {' and '.join(settings.platforms)}; disable it, or set"
            " playground.alongside = true"
        )
    if not settings.web.on_loopback and not settings.playground.hosts:
        yield (
            f'web.host = "{settings.web.host}": others could open the playground and act as a'
            ' moderator; use "127.0.0.1", disable the playground, or name in playground.hosts'
            ' how the page is reached (such as ["localhost"] in a container)'
        )


def _put(data: dict[str, Any], place: Place, value: Any) -> None:
    if len(place) == 1:
        data[str(place[0])] = value
        return
    section = data.setdefault(str(place[0]), {})
    if isinstance(section, dict):
        section[str(place[1])] = value


def _annotation(place: Place) -> Any:
    field = Settings.model_fields[str(place[0])]
    section = section_of(field.annotation)
    if len(place) == 1 or section is None:
        return field.annotation
    return section.model_fields[str(place[1])].annotation
