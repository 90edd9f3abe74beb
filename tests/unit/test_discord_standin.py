"""The judges of the stand-in: what Discord refuses, they refuse; what it sends, it may send."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.discord_standin import payloads, scheduled
from tests.discord_standin.events import faults_of_event
from tests.discord_standin.faults import Limits
from tests.discord_standin.interactions import ApiError
from tests.discord_standin.judge import faults_of_answer, faults_of_request
from tests.discord_standin.visible import shown
from tests.discord_standin.world import Clock, World

MESSAGES = "/channels/{channel_id}/messages"
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
QUIET: dict[str, Any] = {"allowed_mentions": {"parse": []}}


def button(**more: Any) -> dict[str, Any]:
    part = {"type": 2, "style": 1, "label": "ok", "custom_id": "x", **more}
    return {"components": [{"type": 1, "components": [part]}]}


def calling(content: str, *users: str) -> dict[str, Any]:
    return {"content": content, "allowed_mentions": {"parse": [], "users": list(users)}}


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        pytest.param({"content": "hi", **QUIET}, None, id="fine"),
        pytest.param({"content": "hi"}, "must not ping", id="could ping"),
        pytest.param(calling("<@5> hi", "5"), None, id="calls whom it mentions"),
        pytest.param(calling(r"\<@5> hi", "5"), "does not mention", id="calls by escaped text"),
        pytest.param(calling("hi", "5"), "does not mention", id="calls somebody unnamed"),
        pytest.param(
            {"content": "<@5>", "allowed_mentions": {"parse": ["users"]}},
            "must not ping",
            id="calls whomever its text names",
        ),
        pytest.param(
            {"content": "<@&5>", "allowed_mentions": {"parse": [], "roles": ["5"]}},
            "roles",
            id="calls a role",
        ),
        pytest.param({"content": "x" * 2001, **QUIET}, "longer than 2,000", id="too long"),
        pytest.param({"content": "😀" * 1001, **QUIET}, "longer than 2,000", id="wide characters"),
        pytest.param({"content": " ", **QUIET}, "50006", id="empty"),
        pytest.param({"content": "hi", "wrong": 1, **QUIET}, "unknown key", id="unknown key"),
        pytest.param({"content": 7, **QUIET}, "content", id="wrong type"),
        pytest.param({"content": "hi", "nonce": "x" * 26, **QUIET}, "nonce", id="long nonce"),
        pytest.param({"content": "hi", **QUIET, **button()}, None, id="button"),
        pytest.param(button(custom_id="x" * 101), "custom_id", id="long custom_id"),
        pytest.param(button(label="x" * 81), "components", id="long label"),
        pytest.param(button(style=5), "url", id="link without url"),
        pytest.param(
            {
                "components": [
                    {"type": 1, "components": [button()["components"][0]["components"][0]] * 2}
                ]
            },
            "twice",
            id="same custom_id",
        ),
    ],
)
def test_messages_are_judged(body: dict[str, Any], complaint: str | None) -> None:
    faults = faults_of_request("POST", MESSAGES, body)

    assert bool(faults) == (complaint is not None)
    assert complaint is None or any(complaint in fault for fault in faults)


def test_an_edit_calls_nobody() -> None:
    path = MESSAGES + "/{message_id}"

    assert faults_of_request("PATCH", path, {"content": "<@5>", **QUIET}) == []
    assert faults_of_request("PATCH", path, calling("<@5>", "5")) != []


def test_forms_are_judged() -> None:
    def form(title: str) -> dict[str, Any]:
        field = {"type": 4, "style": 1, "custom_id": "a"}
        label = {"type": 18, "label": "A", "component": field}
        data = {"custom_id": "m", "title": title, "components": [label]}
        return {"type": 9, "data": data}

    assert faults_of_request("POST", CALLBACK, form("x" * 45)) == []
    assert faults_of_request("POST", CALLBACK, form("x" * 46)) != []


def test_commands_are_judged() -> None:
    path = "/applications/{application_id}/commands"

    def named(name: str) -> list[dict[str, Any]]:
        return [{"name": name, "description": "x", "type": 1}]

    assert faults_of_request("PUT", path, named("hi")) == []
    assert any("Hi There!" in fault for fault in faults_of_request("PUT", path, named("Hi There!")))


@pytest.mark.parametrize(
    ("content", "text", "kinds"),
    [
        (
            "**a** *b* __c__ ~~d~~ ||e|| `f`",
            "a b c d e f",
            ["bold", "italics", "underline", "strike", "spoiler", "code"],
        ),
        (
            "# big\n-# small\n> said\n- item",
            "big\nsmall\n> said\n- item",
            ["heading", "small", "quote", "list"],
        ),
        (
            "[x](https://a.example) https://b.example.",
            "x (https://a.example) https://b.example.",
            ["link", "url"],
        ),
        (
            "<@1> <t:0:R> <:wave:2>",
            "@1 1970-01-01 00:00 UTC :wave:",
            ["mention", "moment", "emoji"],
        ),
        (r"\*a\* \<@1>", "*a* <@1>", []),
    ],
)
def test_the_reader_of_markdown_sees_markup(content: str, text: str, kinds: list[str]) -> None:
    """What convicts the adapter must itself recognise what it looks for."""
    read = shown(content)

    assert (read.text, [kind for kind, _ in read.marks]) == (text, kinds)


# --- what the stand-in itself sends


def event(**more: Any) -> dict[str, Any]:
    """A message as the gateway sends it."""
    world = World(Clock())
    guild = world.guild("Harbour", world.person("Owner"))
    channel = next(iter(guild.channels.values()))
    return payloads.message(world.post(channel, guild.owner, "hello")) | more


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        pytest.param(event(), None, id="fine"),
        pytest.param(event(flags=0), None, id="no flags"),
        pytest.param(event(content=None), "content", id="no content"),
        pytest.param(event(author={"id": "1"}), "author", id="half an author"),
        pytest.param(event(unheard_of=1), "unheard_of", id="unknown key"),
        pytest.param({"id": "1"}, "channel_id", id="hardly anything"),
    ],
)
def test_events_are_judged(data: dict[str, Any], complaint: str | None) -> None:
    """Types that nobody here wrote say what the gateway may send."""
    faults = faults_of_event("MESSAGE_CREATE", data)

    assert bool(faults) == (complaint is not None)
    assert complaint is None or any(complaint in fault for fault in faults)


def test_an_event_without_a_schema_is_a_fault() -> None:
    assert faults_of_event("TYPING_START", {}) == ["no schema"]


def test_a_guild_takes_a_hundred_scheduled_events_and_none_in_the_past() -> None:
    world = World(Clock())
    guild = world.guild("Harbour", world.person("Owner"))
    soon, later = (world.clock.now() + timedelta(hours=hours) for hours in (1, 2))
    asked = {
        "name": "Morning",
        "entity_type": 3,
        "privacy_level": 2,
        "scheduled_start_time": soon.isoformat(),
        "scheduled_end_time": later.isoformat(),
        "entity_metadata": {"location": "by the lake"},
    }
    made = [scheduled.create(guild, asked, world) for _ in range(scheduled.MOST)]

    with pytest.raises(ApiError, match="Maximum"):
        scheduled.create(guild, asked, world)
    scheduled.edit(guild, int(made[0]["id"]), {"status": scheduled.CANCELLED}, world)
    scheduled.create(guild, asked, world)
    with pytest.raises(ApiError, match="finished"):
        scheduled.edit(guild, int(made[0]["id"]), {"name": "x"}, world)
    past = {"scheduled_start_time": (soon - timedelta(hours=2)).isoformat()}
    with pytest.raises(ApiError, match="past"):
        scheduled.edit(guild, int(made[1]["id"]), past, world)
    assert faults_of_event("GUILD_SCHEDULED_EVENT_CREATE", made[1]) == []
    shown_event = scheduled.shown(made[1])
    path = "/guilds/{guild_id}/scheduled-events"
    assert faults_of_answer("POST", path, 200, shown_event) == []


def test_opening_many_direct_messages_is_too_fast() -> None:
    limits = Limits(new_dms=2)

    assert [limits.may_open() for _ in range(3)] == [True, True, False]
