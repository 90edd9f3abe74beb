"""The judges of the stand-in: what Discord refuses, they refuse."""

from __future__ import annotations

from typing import Any

import pytest

from tests.discord_standin.judge import faults_of_request
from tests.discord_standin.visible import shown

MESSAGES = "/channels/{channel_id}/messages"
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
QUIET: dict[str, Any] = {"allowed_mentions": {"parse": []}}


def button(**more: Any) -> dict[str, Any]:
    part = {"type": 2, "style": 1, "label": "ok", "custom_id": "x", **more}
    return {"components": [{"type": 1, "components": [part]}]}


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        pytest.param({"content": "hi", **QUIET}, None, id="fine"),
        pytest.param({"content": "hi"}, "must not ping", id="could ping"),
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
