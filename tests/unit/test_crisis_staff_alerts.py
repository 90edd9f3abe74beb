"""What a team reads about a crisis."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.crisis.detector import TOPICS
from bot.crisis.team.alerts import Reader, alert, buttons, link_to, page, script
from bot.crisis.watching.age import YOUTH
from bot.platform import Address
from bot.richtext import Body, Mention, plain
from storage import episodes
from storage.episodes import Episode
from tests.support.texts import own_texts

TEXTS = own_texts()
AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MO = Mention("discord", "5", "Mo")
LANGUAGES = ("en", "de", "es")
EPISODE = Episode(
    id=12,
    community=1,
    person=None,
    actor=("discord", None, None, "77"),
    room=("discord", "1", "2", None),
    message="3",
    direct=False,
    language="en",
    level="emergency",
    subject="self",
    topics=("suicide",),
    rules=("plan",),
    at=AT,
    raised_at=AT,
    reach="private",
    told=True,
)


def reader(language: str = "en", emergency: str | None = "112") -> Reader:
    return Reader(platform="discord", language=language, zone="Europe/Berlin", emergency=emergency)


def read(body: Body) -> str:
    return plain(body)


# --- where


@pytest.mark.parametrize(
    ("room", "message", "url"),
    [
        (Address("discord", "1", "2"), "3", "https://discord.com/channels/1/2/3"),
        (
            Address("matrix", "!s:a.org", "!r:a.org"),
            "$e/x",
            "https://matrix.to/#/!r:a.org/$e%2Fx",
        ),
        (Address("discord", None, "2"), "3", None),
        (Address("playground", "demo", "general"), "3", None),
        (Address("discord", "1", "2"), None, None),
    ],
)
def test_a_message_is_linked_to_where_clients_can_open_it(
    room: Address, message: str | None, url: str | None
) -> None:
    assert link_to(room, message) == url


def test_an_alert_from_a_room_carries_the_link() -> None:
    assert "https://discord.com/channels/1/2/3" in read(alert(TEXTS, reader(), EPISODE))


def test_an_alert_from_direct_messages_carries_none() -> None:
    """Nobody else could open it, and it would say that they may."""
    shown = read(alert(TEXTS, reader(), replace(EPISODE, direct=True)))

    assert "http" not in shown


def test_hours_are_those_of_the_community() -> None:
    assert "13:00" in read(alert(TEXTS, reader("de"), EPISODE, late=True))


# --- what


@pytest.mark.parametrize("reach", ["private", "offered", "none", "unknown"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_the_member_was_told(language: str, reach: str) -> None:
    shown = {
        each: read(alert(TEXTS, reader(language), replace(EPISODE, reach=each)))
        for each in ("private", "offered", "none", "unknown")
    }

    assert sum(text == shown[reach] for text in shown.values()) == 1


def test_who_was_not_reached_stands_out() -> None:
    """Then the team may be the only ones who can write."""
    assert "NOT REACHED" in read(alert(TEXTS, reader(), replace(EPISODE, reach="none")))


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic != "abuse"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_topic_has_a_name_and_a_script(language: str, topic: str) -> None:
    episode = replace(EPISODE, topics=(topic,))

    assert read(script(TEXTS, reader(language), episode)).count("\n") >= 2
    assert "112" in read(script(TEXTS, reader(language), episode))
    assert topic.replace("_", "-") not in ("", read(alert(TEXTS, reader(language), episode)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_script_for_somebody_else_is_another(language: str) -> None:
    mine = read(script(TEXTS, reader(language), EPISODE))
    theirs = read(script(TEXTS, reader(language), replace(EPISODE, subject="other")))

    assert mine != theirs


def test_without_a_country_there_is_no_number() -> None:
    shown = read(script(TEXTS, reader(emergency=None), EPISODE))

    assert "the local emergency number" in shown


def test_a_perhaps_young_person_is_not_written_to_alone() -> None:
    young = replace(EPISODE, topics=("suicide", YOUTH))

    assert "under 18" in read(alert(TEXTS, reader(), young))
    assert "under 18" not in read(alert(TEXTS, reader(), EPISODE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drill_says_so_in_its_first_words(language: str) -> None:
    """Nobody calls an ambulance for a rehearsal."""
    word = TEXTS.line(language, "alert-drill-word").rstrip(".")
    drill = replace(EPISODE, drill=True)

    assert read(alert(TEXTS, reader(language), drill)).startswith(word)
    assert read(page(TEXTS, language, drill, "Harbour")).startswith(word)
    assert "77" not in read(alert(TEXTS, reader(language), drill))
    assert not read(alert(TEXTS, reader(language), EPISODE)).startswith(word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_names_nobody(language: str) -> None:
    """It may lie on a kitchen table."""
    shown = read(page(TEXTS, language, EPISODE, "Harbour"))

    assert "Harbour" in shown
    assert not re.search(
        r"suici|suizid|crisis|krise|77|danger|gefahr|peligro", shown, re.IGNORECASE
    )


# --- who


@pytest.mark.parametrize(
    ("state", "by", "words"),
    [
        (episodes.OPEN, None, "Nobody is on it yet."),
        (episodes.OPEN, MO, "Mo hands this over"),
        (episodes.CLAIMED, MO, "Mo is on it, since 1:00"),
        (episodes.HANDLED, MO, "Handled: Mo"),
        (episodes.DISMISSED, MO, "Not a crisis, says Mo"),
        (episodes.CLOSED, None, "This is over."),
    ],
)
def test_it_says_who_is_on_it(state: str, by: Mention | None, words: str) -> None:
    episode = replace(EPISODE, state=state, claimed_at=AT)

    assert words in read(alert(TEXTS, reader(), episode, by=by))


def test_what_was_no_crisis_names_nobody_any_more() -> None:
    """Not in the alert either."""
    shown = read(alert(TEXTS, reader(), replace(EPISODE, state=episodes.DISMISSED), by=MO))

    assert "77" not in shown
    assert "http" not in shown
    assert "suicide" not in shown


def test_somebody_of_another_platform_cannot_be_called_there() -> None:
    called = Mention("matrix", "@bo:a.org", "Bo")

    assert "Bo" not in read(alert(TEXTS, reader(), EPISODE, called=called))


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (episodes.OPEN, ["mine", "handled", "nocrisis"]),
        (episodes.CLAIMED, ["mine", "handled", "nocrisis", "hand"]),
        (episodes.HANDLED, None),
        (episodes.DISMISSED, None),
        (episodes.CLOSED, None),
    ],
)
def test_the_buttons_are_what_can_be_done_now(state: str, offered: list[str] | None) -> None:
    shown = buttons(TEXTS, "en", replace(EPISODE, state=state))

    assert ([option.id for option in shown.options] if shown else None) == offered
    assert shown is None or shown.prompt == "alert/12"


def test_a_drill_can_only_be_answered() -> None:
    """It is no rehearsal for "not a crisis"."""
    shown = buttons(TEXTS, "en", replace(EPISODE, drill=True))

    assert shown is not None
    assert [option.id for option in shown.options] == ["mine"]
