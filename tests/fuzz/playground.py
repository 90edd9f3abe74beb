"""Frames of the playground's page, bent; and some that are none."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.fuzz.hostile import TYPED
from tests.fuzz.shapes import bent, torn

FORM = "join"

_ACCOUNTS = [*["member-1"] * 12, "member-2", "moderator", "handrail", "member-1:x", "nobody", ""]
_ROOMS = [*["general", "direct:member-1"] * 6, "direct:member-2", "staff", "nowhere", "../x"]
_IDS = ["12345678", "abcdefgh", "abcdefgh2"]


def _frames(asked: str) -> SearchStrategy[dict[str, Any]]:
    who, room, id = map(st.sampled_from, (_ACCOUNTS, _ROOMS, _IDS))
    message = st.sampled_from([asked, asked, asked, "0", "-1", "9" * 80])
    deed = {"id": id, "account": who}
    values = st.dictionaries(st.sampled_from(["hour", "place"]), TYPED, max_size=3)
    prompt = st.sampled_from(["mood", "join", ""]) | TYPED.map(lambda words: words[:60])
    typed = {"type": st.just("say"), "room": room, "text": TYPED, **deed}
    choice = st.sampled_from(["good", "good", "form", "x"]) | TYPED
    pressed = {"type": st.just("press"), "message": message, "choice": choice, **deed}
    filled = {
        "type": st.just("fill"),
        "room": room,
        "form": st.sampled_from([FORM, FORM, FORM, "x"]),
        "prompt": prompt,
        "message": message | st.none(),
        "values": values,
        **deed,
    }
    times = (
        st.sampled_from(
            [
                "2026-11-22T12:00:00Z",
                "0001-01-01T00:00:00+14:00",
                "infinity",
                "9999-12-31T23:59:59-14:00",
                "2026-11-22T12:00:00",
            ]
        )
        | TYPED
    )
    moved = {"type": st.just("move"), "to": times | st.floats() | st.integers(), **deed}
    hello = {
        "type": st.just("hello"),
        "account": who,
        "language": TYPED | st.just("de"),
        "zone": TYPED | st.sampled_from(["Europe/Berlin", "../x"]),
    }
    every: list[dict[str, SearchStrategy[Any]]] = [typed, typed, pressed, filled, moved, hello]
    return st.one_of(*(st.fixed_dictionaries(each) for each in every))


def frames(asked: str) -> SearchStrategy[str]:
    """As texts. Args: asked: the id of a message with a question."""
    whole = _frames(asked)
    written = whole.flatmap(lambda frame: st.just(frame) | bent(frame)).map(json.dumps)
    return written | written | torn('{"type":"say","id":"12345678"}', "[" * 3_000, "1" * 5_000)
