"""Events on Matrix that no member's client sends: who made them up gets nothing by it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.platform import Chose, Event, Said
from tests.support.matrix_offline import (
    ADA,
    BEN,
    BOT,
    DIRECT,
    HOUSE,
    MOD,
    NOW,
    POLL,
    QUESTION,
    STRANGER,
    Offline,
    event,
    member,
    offline,
    said,
    state,
)

ONE = "1\ufe0f\u20e3"


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Offline]:
    async with offline(tmp_path) as running:
        yield running


def _reaction(to: Any, sender: str = ADA, key: Any = ONE, kind: Any = "m.annotation") -> Any:
    relation = {"rel_type": kind, "event_id": to, "key": key}
    return event("m.reaction", {"m.relates_to": relation}, sender)


def _edit(of: str, text: str) -> dict[str, Any]:
    new = {"msgtype": "m.text", "body": text}
    relation = {"rel_type": "m.replace", "event_id": of}
    return said(f"* {text}", more={"m.new_content": new, "m.relates_to": relation})


def _redacted() -> dict[str, Any]:
    return event("m.room.message", {}) | {"unsigned": {"redacted_because": {"sender": ADA}}}


@pytest.mark.parametrize(
    ("room", "raw"),
    [
        pytest.param(DIRECT, said("note x", kind="m.notice"), id="another bot's notice"),
        pytest.param(HOUSE, said("!note x", kind="m.notice"), id="a bot's notice in a room"),
        pytest.param(DIRECT, said("note x", BOT), id="its own account elsewhere"),
        pytest.param(DIRECT, _reaction(QUESTION, BOT), id="its own reaction"),
        pytest.param(DIRECT, _edit("$1", "note x"), id="an edit"),
        pytest.param(DIRECT, _redacted(), id="redacted"),
        pytest.param(DIRECT, said("x") | {"state_key": ""}, id="a message that claims to be state"),
        pytest.param(DIRECT, said("x") | {"type": "m.room.msg"}, id="an unknown type"),
        pytest.param(DIRECT, said("x") | {"sender": None}, id="from nobody"),
        pytest.param(DIRECT, said("x") | {"event_id": 5}, id="without an id that is one"),
        pytest.param(DIRECT, event("m.room.encrypted", {}), id="encrypted, and nothing in it"),
        pytest.param(HOUSE, _reaction(QUESTION), id="an answer from another room"),
        pytest.param(DIRECT, _reaction("$unknown"), id="to a question that nobody asked"),
        pytest.param(DIRECT, _reaction([QUESTION]), id="to several"),
        pytest.param(DIRECT, _reaction(QUESTION, key=1), id="with a number for a key"),
        pytest.param(DIRECT, _reaction(QUESTION, kind="m.thread"), id="as a thread"),
        pytest.param(DIRECT, _reaction(QUESTION, key="9\ufe0f\u20e3"), id="no such option"),
        pytest.param(DIRECT, _reaction(QUESTION, BEN), id="somebody else's question"),
        pytest.param(DIRECT, _reaction(QUESTION, STRANGER), id="from outside of the room"),
    ],
)
async def test_it_is_ignored(bot: Offline, room: str, raw: dict[str, Any]) -> None:
    """And what is said after it is heard."""
    assert await bot.syncs(room, raw) == []
    (heard,) = await bot.syncs(DIRECT, said("and now?"))
    assert isinstance(heard, Said)


async def test_nobody_answers_anothers_question_by_forging_what_it_replies_to(
    bot: Offline,
) -> None:
    """Words below it stay their own words."""
    reply = {"m.relates_to": {"m.in_reply_to": {"event_id": QUESTION}}}
    (heard,) = await bot.syncs(DIRECT, said("Good", BEN, more=reply))

    assert isinstance(heard, Said)
    assert heard.actor.user == BEN
    assert not heard.direct  # a third person is in there: nothing private is said

    (mine,) = await bot.syncs(DIRECT, said("Good", more=reply))
    assert isinstance(mine, Chose)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(state("m.room.power_levels", {"users": {BEN: "100"}}), id="a level in words"),
        pytest.param(state("m.room.power_levels", {"users": [BEN]}), id="no levels at all"),
        pytest.param(state("m.room.power_levels", "100"), id="no content"),
        pytest.param(
            event("m.room.power_levels", {"users": {BEN: 100}}, BEN), id="not as a state event"
        ),
        pytest.param(said("x", BEN, {"users": {BEN: 100}}), id="in a message"),
        pytest.param(
            state("m.room.power_levels", {"users": {BEN: 100}}) | {"state_key": None},
            id="without its key",
        ),
    ],
)
async def test_nobody_gets_rights_by_saying_so(bot: Offline, claim: dict[str, Any]) -> None:
    """Rights come from the room's state, which the homeserver checks, and from nothing else."""
    await bot.syncs(HOUSE, claim)
    (heard,) = await bot.syncs(HOUSE, said("!note x", BEN))

    assert (heard.roles, heard.ranks) == (frozenset(), frozenset())


async def test_who_is_not_in_the_room_has_no_rights_there(bot: Offline) -> None:
    """Not even who had some, and left: the level stays in the state."""
    outside = await bot.syncs(HOUSE, said("!note x", STRANGER))
    before = await bot.syncs(HOUSE, said("!note x", MOD))
    after = await bot.syncs(HOUSE, member(MOD, "leave"), said("!note x", MOD))

    assert [each.roles for each in (*outside, *before)] == [frozenset(), frozenset({"moderator"})]
    assert all(each.roles == frozenset() for each in after)
    assert outside[0].spaces == ()


async def test_a_repeated_event_keeps_its_id(bot: Offline) -> None:
    """So the core, which applies each id once, does not do it twice."""
    raw = said("!note x") | {"event_id": "$same"}
    first = await bot.syncs(HOUSE, dict(raw))
    again = await bot.syncs(HOUSE, dict(raw))

    assert [each.id for each in (*first, *again)] == ["$same", "$same"]


async def test_a_reaction_that_comes_twice_chooses_once(bot: Offline) -> None:
    """By another id too, as who replays it would have to give it."""
    first = await bot.syncs(HOUSE, _reaction(POLL, BEN))
    again = await bot.syncs(HOUSE, _reaction(POLL, BEN))

    assert [type(each) for each in first] == [Chose]
    assert again == []


@pytest.mark.parametrize(
    "stamp",
    [
        -62_135_596_800_000,
        -(10**17),
        -1,
        0,
        10**17,
        10**40,
        1.5e300,
        float("inf"),
        "yesterday",
        None,
        True,
        [],
        {},
    ],
    ids=repr,
)
async def test_no_time_that_somebody_made_up_does_harm(bot: Offline, stamp: Any) -> None:
    """Whoever runs a homeserver writes any time into their events; zones are counted from it."""
    for heard in await bot.syncs(DIRECT, said("hello") | {"origin_server_ts": stamp}):
        assert NOW.replace(year=1970, month=1, day=1, hour=0) <= heard.at <= NOW
    (after,) = await bot.syncs(DIRECT, said("and now?"))
    assert isinstance(after, Said)


@pytest.mark.parametrize(
    "part",
    [
        {"to_device": {"events": [5, None, {}, {"type": 5, "content": [], "sender": {}}]}},
        {"to_device": {"events": [{"type": "m.room_key", "content": {}, "sender": ADA}]}},
        {"to_device": {"events": [{"type": "m.room.encrypted", "sender": ADA,
                                   "content": {"algorithm": "x", "ciphertext": 5}}]}},
        {"device_unused_fallback_key_types": "none"},
    ],
    ids=lambda part: str(part)[:60],
)  # fmt: skip
async def test_nonsense_for_the_device_hides_no_message(bot: Offline, part: dict[str, Any]) -> None:
    """What comes for the device beside a message is another matter."""
    heard = await bot.syncs(DIRECT, said("hello"), **part)

    assert [each.text for each in heard if isinstance(each, Said)] == ["hello"]


async def test_what_cannot_be_read_stays_unread(bot: Offline) -> None:
    """It is neither an answer nor a command, whatever stands beside it in the clear."""
    content = {
        "algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "AwgA", "session_id": "x",
        "sender_key": "y", "device_id": "Z", "body": "!note x", "msgtype": "m.text",
        "m.relates_to": {"rel_type": "m.annotation", "event_id": QUESTION, "key": ONE},
    }  # fmt: skip
    heard: list[Event] = await bot.syncs(DIRECT, event("m.room.encrypted", content))

    assert heard == []
    assert len(bot.session.unread._held) == 1
