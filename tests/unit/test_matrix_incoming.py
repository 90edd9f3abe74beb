"""What people write on Matrix, as the core reads it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.matrix.incoming import Reader, Scene, is_wordless, message_of, reaction_of
from adapters.matrix.polls import vote_of
from bot.commands import Argument, Command, CommandTable, Kind
from bot.platform import Commanded, Said

BOT = "@handrail:x"
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TABLE = CommandTable(
    [
        Command(name="help", handler=lambda _: [], aliases=("hilfe",)),
        Command(
            name="pause",
            handler=lambda _: [],
            arguments=(Argument(name="until", kind=Kind.DAY),),
        ),
    ],
    [],
)
ROOM = Scene("!room", "!space", roles=frozenset({"owner"}))
DIRECT = Scene("!dm", None, roles=frozenset({"owner"}))


def _raw(content: Any, at: Any = 1_000) -> dict[str, Any]:
    return {
        "event_id": "$1",
        "sender": "@ana:x",
        "type": "m.room.message",
        "content": content,
        "origin_server_ts": at,
    }


def _reader(offset: timedelta = timedelta()) -> Reader:
    return Reader("!", TABLE, lambda: NOW, offset)


def _reply(**more: Any) -> dict[str, Any]:
    return {"m.relates_to": {"m.in_reply_to": {"event_id": "$0"}, **more}}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param({"msgtype": "m.text", "body": " hello "}, "hello", id="said"),
        pytest.param({"msgtype": "m.emote", "body": "waves"}, "waves", id="emote"),
        pytest.param({"msgtype": "m.notice", "body": "hello"}, None, id="a bot's notice"),
        pytest.param({"msgtype": "m.image", "body": "photo.jpg"}, None, id="a file's name"),
        pytest.param(
            {"msgtype": "m.image", "body": "photo.jpg", "filename": "photo.jpg"},
            None,
            id="a file's name twice",
        ),
        pytest.param(
            {"msgtype": "m.image", "body": "a rough day", "filename": "photo.jpg"},
            "a rough day",
            id="a caption",
        ),
        pytest.param(
            {
                "msgtype": "m.image",
                "body": "* better",
                "filename": "photo.jpg",
                "m.relates_to": {"rel_type": "m.replace", "event_id": "$0"},
            },
            None,
            id="an edited caption",
        ),
        pytest.param(
            {
                "msgtype": "m.text",
                "body": "* better",
                "m.relates_to": {"rel_type": "m.replace", "event_id": "$0"},
            },
            None,
            id="an edit",
        ),
        pytest.param(
            {"msgtype": "m.text", "body": "> <@ben:x> !stop\n> more\n\nyes", **_reply()},
            "yes",
            id="what was quoted is not said",
        ),
        pytest.param(
            {"msgtype": "m.text", "body": "> my own quote"}, "> my own quote", id="own quote"
        ),
        pytest.param({"msgtype": "m.text", "body": ["x"]}, None, id="a list"),
        pytest.param({"msgtype": "m.text"}, None, id="nothing"),
        pytest.param("nonsense", None, id="nonsense"),
    ],
)
def test_only_what_a_person_wrote_is_heard(content: Any, text: str | None) -> None:
    """Neither other bots nor edits, files and quotations are taken for a member's words."""
    message = message_of(_raw(content), BOT)
    assert (message.text if message else None) == text


def test_the_core_learns_what_a_message_answers_and_whether_a_file_came_with_it() -> None:
    """A reply and a message in a thread alike; of a file only the caption is read."""
    thread = {"m.relates_to": {"rel_type": "m.thread", "event_id": "$9", "is_falling_back": True}}
    file = {"msgtype": "m.image", "filename": "photo.jpg", "body": "my garden"}
    said = []
    for content in (_reply(), thread, file, {}):
        raw = _raw({"msgtype": "m.text", "body": "hello"} | content)
        message = message_of(raw, BOT)
        assert message is not None
        event = _reader().spoken(raw, message, DIRECT)
        assert isinstance(event, Said)
        said.append((event.replies_to, event.with_file))

    assert said == [("$0", False), ("$9", False), (None, True), (None, False)]


def test_a_thread_is_not_a_reply() -> None:
    """In a thread each message names another one, only for clients without threads."""
    thread = _reply(rel_type="m.thread", event_id="$root", is_falling_back=True)
    message = message_of(_raw({"msgtype": "m.text", "body": "x", **thread}), BOT)
    assert message is not None
    assert (message.thread, message.replied) == ("$root", None)
    plain = message_of(_raw({"msgtype": "m.text", "body": "x", **_reply()}), BOT)
    assert plain is not None
    assert (plain.thread, plain.replied) == (None, "$0")


@pytest.mark.parametrize(
    ("text", "scene", "read"),
    [
        pytest.param("!help", ROOM, ("help", {}), id="in a room"),
        pytest.param("!HILFE", DIRECT, ("help", {}), id="alias"),
        pytest.param("!pause next friday", DIRECT, ("pause", {"until": "next friday"}), id="args"),
        pytest.param("!pause", ROOM, ("pause", True), id="words missing: the core answers"),
        pytest.param("!dance", ROOM, ("dance", True), id="unknown: the core answers"),
        pytest.param("!!!", ROOM, ("!!!", False), id="excitement"),
        pytest.param("help", ROOM, ("help", False), id="ambient"),
        pytest.param("help", DIRECT, ("help", True), id="direct"),
    ],
)
def test_the_prefix_makes_a_command(text: str, scene: Scene, read: tuple[str, Any]) -> None:
    """In a room people talk to each other; the prefix says that the bot is meant."""
    raw = _raw({"msgtype": "m.text", "body": text})
    message = message_of(raw, BOT)
    assert message is not None
    event = _reader().spoken(raw, message, scene)
    if isinstance(event, Commanded):
        assert (event.name, event.args) == read
    else:
        assert isinstance(event, Said)
        assert (event.text, event.addressed) == read


@pytest.mark.parametrize(
    ("body", "mentioned", "text"),
    [
        pytest.param("Handrail Bot: help", [BOT], "help", id="its name"),
        pytest.param("@handrail:x help", [BOT], "help", id="its id"),
        pytest.param("@handrail, help", [BOT], "help", id="half its id"),
        pytest.param("thanks @handrail:x", [BOT], None, id="spoken of, not to"),
        pytest.param("Handrail Bot: help", [], None, id="only written"),
        pytest.param("Handrail Bot: help", "nonsense", None, id="nonsense"),
    ],
)
def test_a_mention_at_the_beginning_addresses_the_bot(
    body: str, mentioned: Any, text: str | None
) -> None:
    """Who does not know the prefix calls the bot by its name, as one calls a person."""
    link = f'<a href="https://matrix.to/#/{BOT}">Handrail Bot</a>: help'
    content = {
        "msgtype": "m.text",
        "body": body,
        "formatted_body": link,
        "m.mentions": {"user_ids": mentioned},
    }
    message = message_of(_raw(content), BOT)
    assert message is not None
    assert _reader().command_in(message) == text


def test_power_in_direct_messages_is_no_role() -> None:
    """Whoever opens a conversation owns that room; that makes nobody an owner of a community."""
    facts = _reader().facts(_raw({}), "@ana:x", DIRECT)
    assert facts["roles"] == frozenset()
    assert _reader().facts(_raw({}), "@ana:x", ROOM)["roles"] == {"owner"}


@pytest.mark.parametrize(
    ("stamp", "offset", "at"),
    [
        pytest.param(1_000, timedelta(), datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC), id="stamp"),
        pytest.param(
            1_000, timedelta(days=1), datetime(1970, 1, 2, 0, 0, 1, tzinfo=UTC), id="rehearsal"
        ),
        pytest.param(9_999_999_999_999, timedelta(), NOW, id="from the future"),
        pytest.param(10**30, timedelta(), NOW, id="beyond any calendar"),
        pytest.param("soon", timedelta(), NOW, id="a word"),
        pytest.param(None, timedelta(), NOW, id="none"),
    ],
)
def test_nothing_was_said_later_than_now(stamp: Any, offset: timedelta, at: datetime) -> None:
    """The time is set by the sender's homeserver, which may be wrong or lie."""
    assert _reader(offset).when(_raw({}, stamp)) == at


@pytest.mark.parametrize(
    "content",
    [{}, {"m.relates_to": 5}, {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$1"}}],
)
def test_a_reaction_without_its_parts_is_none(content: Any) -> None:
    assert reaction_of(_raw(content)) is None


@pytest.mark.parametrize(
    ("content", "wordless"),
    [
        pytest.param({"msgtype": "m.audio", "body": "voice.ogg"}, True, id="voice"),
        pytest.param({"msgtype": "m.image", "body": "photo.jpg"}, True, id="picture"),
        pytest.param({"msgtype": "m.location", "body": "geo:52,13"}, True, id="place"),
        pytest.param({"msgtype": "m.text", "body": ""}, False, id="text"),
        pytest.param({"msgtype": "m.notice", "body": "x"}, False, id="notice"),
        pytest.param({"msgtype": "m.key.verification.request"}, False, id="verification"),
        pytest.param({"msgtype": ["m.audio"]}, False, id="nonsense"),
        pytest.param("nonsense", False, id="no content"),
    ],
)
def test_what_has_no_words_is_told_apart(content: Any, wordless: bool) -> None:
    """Only who sent something to look at or to listen to is told that the bot reads."""
    assert is_wordless(_raw(content)) is wordless


ABOUT = {"m.relates_to": {"rel_type": "m.reference", "event_id": "$poll"}}
OLD = "org.matrix.msc3381.poll.response"


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        pytest.param({"m.selections": ["2"], **ABOUT}, "2", id="stable"),
        pytest.param({OLD: {"answers": ["2"]}, **ABOUT}, "2", id="unstable"),
        pytest.param({"m.selections": ["1"], OLD: {"answers": ["2"]}, **ABOUT}, "1", id="both"),
        pytest.param({"m.selections": ["2", "1"], **ABOUT}, "2", id="only one counts"),
        pytest.param({"m.selections": [], **ABOUT}, None, id="taken back"),
        pytest.param({"m.selections": [5], **ABOUT}, None, id="a number"),
        pytest.param({"m.selections": "2", **ABOUT}, None, id="a word"),
        pytest.param({OLD: ["2"], **ABOUT}, None, id="nonsense"),
        pytest.param({"m.selections": ["2"]}, None, id="about nothing"),
        pytest.param(None, None, id="no content"),
    ],
)
def test_a_vote_is_read_by_both_names(content: Any, answer: str | None) -> None:
    """Clients still send polls under the names from before they were in the specification."""
    vote = vote_of(_raw(content))
    assert (vote.answer if vote else None) == answer
    assert vote is None or vote.poll == "$poll"
