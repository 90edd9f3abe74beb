"""Events on Matrix as clients send them, bent."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.fuzz.hostile import TYPED
from tests.fuzz.shapes import bent
from tests.support.matrix_offline import (
    BEN,
    BOT,
    DIRECT,
    HOUSE,
    MOD,
    POLL,
    QUESTION,
    STRANGER,
    event,
    member,
    said,
    state,
)

_LINK = f'<a href="https://matrix.to/#/{BOT}">Bot</a>: x'
_RELATION = {"rel_type": "m.thread", "event_id": "$1", "is_falling_back": True,
             "m.in_reply_to": {"event_id": QUESTION}}  # fmt: skip
_VOTE = {
    "m.relates_to": {"rel_type": "m.reference", "event_id": POLL},
    "org.matrix.msc3381.poll.response": {"answers": ["1"]},
    "m.selections": ["1"],
}
_REACTION = {"m.relates_to": {"rel_type": "m.annotation", "event_id": QUESTION, "key": "1\u20e3"}}

_EVENTS: tuple[dict[str, Any], ...] = (
    said("> <@a:x> y\n\n!note x", more={"m.relates_to": _RELATION}),
    said("Bot: x", more={"formatted_body": _LINK, "m.mentions": {"user_ids": [BOT]}}),
    said("look", kind="m.image", more={"filename": "a.png", "url": "mxc://x/y"}),
    event("m.reaction", _REACTION),
    event("m.poll.response", _VOTE, BEN),
    event("m.room.redaction", {"redacts": QUESTION, "reason": "x"}) | {"redacts": QUESTION},
    event("m.room.encrypted", {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "A",
                               "session_id": "x", "sender_key": "y", "device_id": "Z"}),
    member(BEN, "leave") | {"unsigned": {"prev_content": {"membership": "join"}}},
    member(STRANGER),
    state("m.room.power_levels", {"users": {MOD: 50, BEN: 0}, "users_default": 0}),
    state("m.room.tombstone", {"replacement_room": "!other:x", "body": "moved"}),
    state("m.room.create", {"room_version": "11", "additional_creators": [BEN]}),
    state("m.space.child", {"via": ["x"]}, "!child:x"),
)  # fmt: skip


def _words(raw: Any, words: str) -> Any:
    if isinstance(raw, dict) and isinstance(raw.get("content"), dict):
        raw["content"] = {**raw["content"], "body": words}
    return raw


EVENTS: SearchStrategy[tuple[str, list[dict[str, Any]]]] = st.tuples(
    st.sampled_from([DIRECT, HOUSE]),
    st.lists(
        st.sampled_from(_EVENTS).flatmap(
            lambda raw: bent(raw) | st.builds(_words, bent(raw), TYPED)
        ),
        min_size=1,
        max_size=3,
    ),
)
"""A room, and what happens in it."""
