"""The vocabulary: sends as data, and typed answers as choices."""

from __future__ import annotations

import json
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platform import (
    Address,
    Attachment,
    Audience,
    CancelEvent,
    Choice,
    Choices,
    CloseRoom,
    Delete,
    Floor,
    OpenRoom,
    Say,
    Send,
    SetFloor,
    SetRole,
    ShowEvent,
    Tidy,
    choice_of,
    new_key,
    send_from_data,
    send_to_data,
)
from bot.richtext import Mention, Text, paragraph

ADA = Address("memory", user="ada")
OPTIONS = (
    Choice(id="good", label="Gut"),
    Choice(id="okay", label="Ganz okay", words=("geht so", "naja")),
    Choice(id="later", label="Frag später"),
    Choice(id="what", label="¿Was behältst du?"),
)

ids = st.text(min_size=1, max_size=20)
maybe = st.none() | ids
addresses = st.builds(Address, ids, maybe, maybe, maybe)
moments = st.datetimes(timezones=st.just(UTC))
choice = st.builds(
    Choice,
    id=ids,
    label=st.text(),
    words=st.lists(st.text(), max_size=3).map(tuple),
    form=maybe,
    tone=st.sampled_from(["plain", "primary", "danger"]),
)
attachment = st.builds(
    Attachment,
    name=st.text(),
    content_type=st.text(),
    data=st.binary(max_size=50),
    description=st.text(),
)
sends: st.SearchStrategy[Send] = st.one_of(
    st.builds(
        Say,
        to=addresses,
        body=st.one_of(st.text(), st.builds(Mention, ids, ids, ids, st.booleans())).map(paragraph),
        audience=st.sampled_from(Audience),
        choices=st.none()
        | st.builds(
            Choices,
            prompt=ids,
            options=st.lists(choice, max_size=3).map(tuple),
            language=st.sampled_from(["en", "de"]),
        ),
        attachments=st.lists(attachment, max_size=2).map(tuple),
        answers=maybe,
        thread=maybe,
        asked=st.none() | addresses,
        aside=st.none() | addresses,
        edits=maybe,
        rings=st.booleans(),
    ),
    st.builds(Delete, to=addresses, message=ids, theirs=st.booleans()),
    st.builds(Tidy, to=addresses, since=st.none() | moments, before=moments),
    st.builds(SetRole, to=addresses, role=ids, given=st.booleans(), lent=st.booleans()),
    st.builds(SetFloor, to=addresses, floor=st.sampled_from(Floor)),
    st.builds(
        OpenRoom, to=addresses, name=st.text(), members=st.lists(addresses, max_size=3).map(tuple)
    ),
    st.builds(CloseRoom, to=addresses),
    st.builds(
        ShowEvent,
        to=addresses,
        subject=ids,
        title=st.text(),
        starts=st.datetimes(timezones=st.just(UTC)),
        ends=st.datetimes(timezones=st.just(UTC)),
        where=st.text(),
        about=st.text(),
    ),
    st.builds(CancelEvent, to=addresses, subject=ids),
)


@given(sends)
def test_a_send_survives_the_outbox(send: Send) -> None:
    """After a restart the same thing is sent to the same person, under the same key."""
    data = json.loads(json.dumps(send_to_data(send)))

    assert send_from_data(data, send.key) == send


def test_the_key_is_kept_apart() -> None:
    """It is found without opening the message."""
    send = Say(to=ADA, body=paragraph("Hello"), audience=Audience.DIRECT)

    assert send.key not in json.dumps(send_to_data(send))


def test_an_unknown_kind_of_send_is_refused() -> None:
    """A row of a newer version is not taken for something else."""
    with pytest.raises(ValueError, match="Dance"):
        send_from_data({"kind": "Dance", "to": ["memory", None, None, "ada"]}, "key")


def test_keys_fit_every_platform() -> None:
    """Matrix takes them as transaction ids, Discord as nonces of at most 25 characters."""
    keys = {new_key() for _ in range(1000)}

    assert len(keys) == 1000
    assert {len(key) for key in keys} == {22}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("good", "good"),
        ("GUT", "good"),
        (" gut! ", "good"),
        ("(1)", "good"),
        ("1.", "good"),
        ("2", "okay"),
        ("[Ganz okay]", "okay"),
        ("ganz  okay", "okay"),
        ("Naja.", "okay"),
        ('"frag später"', "later"),
        ("«Frag später»", "later"),
        ("was behältst du", "what"),
        ("Was behältst du??", "what"),
        ("3", "later"),
        ("0", None),
        ("5", None),
        ("-1", None),
        ("²", None),
        ("gut und schlecht", None),
        ("", None),
        ("!", None),
    ],
)
def test_a_typed_answer_means_an_option(typed: str, expected: str | None) -> None:
    """Its number from 1, its id, its label or a word of it; never a guess."""
    found = choice_of(OPTIONS, typed)

    assert (found.id if found else None) == expected


@given(st.text())
def test_no_answer_breaks_the_reading(typed: str) -> None:
    """Whatever somebody types, it is one of the options or none."""
    assert choice_of(OPTIONS, typed) in (*OPTIONS, None)


def test_what_somebody_wrote_is_plain_text_in_the_outbox() -> None:
    """Nothing in it turns into a mention, a link or emphasis on the way."""
    send = Say(to=ADA, body=paragraph("**@everyone** <b>x</b>"), audience=Audience.DIRECT)
    again = send_from_data(send_to_data(send), send.key)

    assert isinstance(again, Say)
    assert again.body == paragraph(Text("**@everyone** <b>x</b>"))
