"""Rules on every body: Discord's own OpenAPI first, then what that file lets through.

The hand rules are from Discord's documentation: content of at most 2,000 characters, no empty
message, names and lengths of commands and components, and one of ours: a message notifies nobody
but accounts that it names one by one and mentions, and an edit notifies nobody.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from tests.discord_standin.visible import shown

Json = dict[str, Any]

# What discord.py sends beside the description, and Discord takes.
TOLERATED = {"nsfw", "tts"}
COMMAND_NAME = re.compile(r"^[-_'\w]{1,32}$")


@cache
def openapi() -> Json:
    """Discord's description of its HTTP interface, as published."""
    text = (Path(__file__).parent / "openapi.json").read_text(encoding="utf-8")
    spec: Json = json.loads(text)
    return spec


@cache
def _validator(method: str, path: str, status: str | None) -> Any:
    """For the request (status None) or the answer; None if there is no such body."""
    operation = openapi()["paths"].get(path, {}).get(method.lower(), {})
    holder = operation.get("requestBody") if status is None else operation["responses"].get(status)
    schema = (holder or {}).get("content", {}).get("application/json", {}).get("schema")
    if schema is None:
        return None
    return jsonschema_rs.validator_for(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "components": openapi()["components"],
            **schema,
        }
    )


@cache
def _known_keys(method: str, path: str) -> frozenset[str]:
    operation = openapi()["paths"][path][method.lower()]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    return frozenset(_keys(schema))


def _keys(schema: Json) -> Iterator[str]:
    if "$ref" in schema:
        yield from _keys(openapi()["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]])
    yield from schema.get("properties", {})
    for union in ("anyOf", "oneOf", "allOf"):
        for branch in schema.get(union, ()):
            yield from _keys(branch)


def known_route(method: str, path: str) -> bool:
    return method.lower() in openapi()["paths"].get(path, {})


def faults_of_request(method: str, path: str, body: Any) -> list[str]:
    """What is wrong with a request's body; empty if nothing is."""
    if not known_route(method, path):
        return [f"no such route: {method} {path}"]
    faults: list[str] = []
    validator = _validator(method, path, None)
    if body is None:
        return ["a body is missing"] if validator is not None else []
    if validator is None:
        return [f"{method} {path} takes no body"]
    if isinstance(body, dict):
        unknown = set(body) - _known_keys(method, path) - TOLERATED
        if {"allow", "deny"} <= set(body):
            unknown.discard("id")  # discord.py repeats whose overwrite it is
        faults += [f"unknown key {key!r}" for key in sorted(unknown)]
    faults += _complaints(validator, _with_number_permissions(_with_text_ids(body)))
    return faults or list(_by_hand(method, path, body))


def faults_of_answer(method: str, path: str, status: int, body: Any) -> list[str]:
    """What is wrong with an answer of ours."""
    return _complaints(_validator(method, path, str(status)), body)


def _complaints(validator: Any, body: Any) -> list[str]:
    if validator is None:
        return []
    return [
        f"{'/'.join(map(str, error.instance_path)) or 'body'}: {error.message[-600:]}"
        for error in _first(validator.iter_errors(body), 5)
    ]


def _first(errors: Iterator[Any], count: int) -> list[Any]:
    return [error for error, _ in zip(errors, range(count), strict=False)]


def _with_text_ids(body: Any, *, ids: bool = False) -> Any:
    """discord.py writes some ids as numbers; Discord takes both, its description text only."""
    if isinstance(body, list):
        return [_with_text_ids(item, ids=ids) for item in body]
    if not isinstance(body, dict):
        return body
    return {
        key: str(value)
        if type(value) is int and (key.endswith("_id") or (ids and key == "id"))
        else [str(user) for user in value]
        if key == "users" and isinstance(value, list)
        else _with_text_ids(value, ids=key == "attachments")
        for key, value in body.items()
    }


def _with_number_permissions(body: Any) -> Any:
    """The documentation has permissions as text, the description as numbers only."""
    if isinstance(body, dict) and {"allow", "deny"} <= set(body):
        return body | {name: int(body[name]) for name in ("allow", "deny")}
    if not isinstance(body, list):
        return body
    name = "default_member_permissions"
    return [
        item | {name: int(item[name])} if str(item.get(name, "")).isdecimal() else item
        for item in body
    ]


def _by_hand(method: str, path: str, body: Any) -> Iterator[str]:
    if path.endswith("/commands") and method == "PUT":
        yield from _commands(body)
    elif path.endswith("/callback"):
        data = body.get("data") or {}
        if body["type"] == 9:
            yield from _modal(data)
        elif body["type"] in (4, 7):
            yield from _message(data, edit=body["type"] == 7)
    elif path.endswith("/threads"):
        if "message" in body:
            yield from _message(body["message"], edit=False)
    elif "/messages" in path or path.endswith("/{webhook_token}"):
        yield from _message(body, edit=method == "PATCH")


def _message(body: Json, *, edit: bool) -> Iterator[str]:
    content = body.get("content") or ""
    if len(content.encode("utf-16-le", "surrogatepass")) // 2 > 2000:
        yield "content: longer than 2,000"
    carried = ("components", "embeds", "attachments", "poll", "sticker_ids")
    if not edit and not content.strip() and not any(body.get(part) for part in carried):
        yield "empty message (50006)"
    if content:
        yield from _pings(body, content, edit=edit)
    if body.get("enforce_nonce") and not body.get("nonce"):
        yield "enforce_nonce without a nonce"
    yield from _components(body.get("components") or [])


def _pings(body: Json, content: str, *, edit: bool) -> Iterator[str]:
    allowed = body.get("allowed_mentions")
    if not allowed or allowed.get("parse") != []:
        yield "allowed_mentions: a message must not ping whomever its text names"
        return
    if allowed.get("roles") or allowed.get("replied_user"):
        yield "allowed_mentions: neither roles nor whom it replies to"
    users = {str(user) for user in allowed.get("users") or []}
    if users and edit:
        yield "allowed_mentions: an edit must not ping"
    if users - mentioned_in(content):
        yield "allowed_mentions: somebody whom the message does not mention"


def mentioned_in(content: str) -> set[str]:
    """The accounts that a client sees mentioned; what is escaped mentions nobody."""
    return {words for kind, words in shown(content).marks if kind == "mention"}


def _components(rows: list[Json]) -> Iterator[str]:
    seen: set[str] = set()
    if len(rows) > 5:
        yield "components: more than five rows"
    for row in rows:
        if row.get("type") != 1:
            continue
        parts = row["components"]
        buttons = [part for part in parts if part["type"] == 2]
        if len(buttons) > 5 or (len(parts) > 1 and len(buttons) < len(parts)):
            yield "components: a row holds five buttons or one select"
        for part in parts:
            if part["type"] == 2 and part.get("style") == 5:
                if not part.get("url"):
                    yield "components: a link button without url"
                continue
            name = part.get("custom_id") or ""
            if not 1 <= len(name) <= 100:
                yield "components: custom_id of 1 to 100 characters"
            if name in seen:
                yield "components: custom_id twice (50035)"
            seen.add(name)
            if part["type"] == 2 and not part.get("label") and not part.get("emoji"):
                yield "components: a button needs a label or an emoji"
            if len(part.get("label") or "") > 80:
                yield "components: label longer than 80"
            options = part.get("options") or []
            values = [option["value"] for option in options]
            if len(values) != len(set(values)):
                yield "components: an option's value twice"


def _modal(data: Json) -> Iterator[str]:
    parts = data.get("components") or []
    if not 1 <= len(parts) <= 5:
        yield "modal: one to five questions"
    names = [(part.get("component") or {}).get("custom_id") for part in parts]
    if len(names) != len(set(names)):
        yield "modal: custom_id twice"
    for part in parts:
        inner = part.get("component") or {}
        value, longest = inner.get("value") or "", inner.get("max_length") or 4000
        if len(value) > longest:
            yield "modal: the value is longer than max_length"
        if inner.get("type") == 3 and not 1 <= len(inner.get("options") or []) <= 25:
            yield "modal: a select has 1 to 25 options"


def _commands(body: list[Json]) -> Iterator[str]:
    names = [command["name"] for command in body]
    if len(names) != len(set(names)):
        yield "commands: two of the same name"
    if len(names) > 100:
        yield "commands: more than 100"
    for command in body:
        yield from _command(command)


def _command(item: Json) -> Iterator[str]:
    name = item.get("name", "")
    if item.get("type") == 3 and not item.keys() & {"options", "description"}:
        # In the menu of a message: any characters, and nothing else to say.
        if not 1 <= len(name) <= 32:
            yield f"commands: {name!r} cannot be a name"
        return
    if not COMMAND_NAME.match(name) or name != name.lower():
        yield f"commands: {name!r} cannot be a name"
    descriptions = [
        item.get("description", ""),
        *(item.get("description_localizations") or {}).values(),
    ]
    if any(not 1 <= len(text) <= 100 for text in descriptions):
        yield f"commands: {name!r} needs descriptions of 1 to 100 characters"
    options = item.get("options") or []
    if len(options) > 25:
        yield f"commands: {name!r} has more than 25 options"
    kinds = {option["type"] for option in options}
    if kinds & {1, 2} and kinds - {1, 2}:
        yield f"commands: {name!r} mixes subcommands and arguments"
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield f"commands: {name!r} asks for a required argument after an optional one"
    if len({option["name"] for option in options}) != len(options):
        yield f"commands: {name!r} has two options of the same name"
    for option in options:
        yield from _command(option)
