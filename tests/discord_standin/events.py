"""Rules on what the gateway sends: Discord's types as `discord-api-types` states them.

Discord publishes no schema of its gateway; `schemas/README.md` says where this one is from. An
event without a schema is a fault, so that nothing goes out unjudged.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

Json = dict[str, Any]

GENERATED = Path(__file__).parent / "schemas" / "generated" / "events.json"
UNTYPED = frozenset({"RESUMED"})  # it carries nothing
# Reviewed: documented by Discord, and not in the types.
DOCUMENTED = {
    "INTERACTION_COMPONENT": "id",  # "Component Reference": of the component that was used
}
SCHEDULED = ("GUILD_SCHEDULED_EVENT_CREATE", "GUILD_SCHEDULED_EVENT_UPDATE")
INTERACTIONS = {
    2: "INTERACTION_COMMAND",
    3: "INTERACTION_COMPONENT",
    4: "INTERACTION_AUTOCOMPLETE",
    5: "INTERACTION_MODAL_SUBMIT",
}


@cache
def _definitions() -> Json:
    found: Json = json.loads(GENERATED.read_text(encoding="utf-8"))["definitions"]
    return found


@cache
def _validator(name: str) -> Any:
    return jsonschema_rs.validator_for(
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "definitions": _definitions(),
            "$ref": f"#/definitions/{name}",
        }
    )


def schema_of(event: str, data: Json) -> str:
    """The name of the schema; unions are told apart by type first, for complaints one can read."""
    if event == "INTERACTION_CREATE":
        return INTERACTIONS[data["type"]]
    if event in (*SCHEDULED, "GUILD_SCHEDULED_EVENT_DELETE"):
        return "GUILD_SCHEDULED_EVENT"
    return event


def faults_of_event(event: str, data: Json) -> list[str]:
    """What is wrong with an event; empty if nothing is."""
    if event in UNTYPED:
        return []
    name = schema_of(event, data)
    if name not in _definitions():
        return ["no schema"]
    if name in DOCUMENTED:
        used = {key: value for key, value in data["data"].items() if key != DOCUMENTED[name]}
        data = data | {"data": used}
    return [
        f"{'/'.join(map(str, error.instance_path)) or 'event'}: {error.message[-400:]}"
        for error, _ in zip(_validator(name).iter_errors(data), range(8), strict=False)
    ]
