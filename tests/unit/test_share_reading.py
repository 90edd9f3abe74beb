"""With whom, and until when, somebody wants to share: as people say it, in each language."""

from __future__ import annotations

from datetime import date

import pytest

from bot.checkins.sharing.reading import UnclearShareError, Whom, Wish, read_wish, words_of
from bot.reading import PastDayError
from tests.support.texts import own_texts

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("with my buddy for a week", Wish(whom=Whom.BUDDY, days=7)),
        ("my buddy", Wish(whom=Whom.BUDDY)),
        ("buddy for 3 days", Wish(whom=Whom.BUDDY, days=3)),
        ("with My Buddy until Friday", Wish(whom=Whom.BUDDY, days=4)),
        ("to <@123456> for two weeks", Wish(whom=Whom.NAMED, named="<@123456>", days=14)),
        ("with @Sam:example.org", Wish(whom=Whom.NAMED, named="@Sam:example.org")),
        (
            "with @sam:example.org for a month",
            Wish(whom=Whom.NAMED, named="@sam:example.org", days=30),
        ),
        ("here", Wish(whom=Whom.HERE)),
        ("with this channel for a day", Wish(whom=Whom.HERE, days=1)),
        ("mit meinem Buddy für eine Woche", Wish(whom=Whom.BUDDY, days=7)),
        ("hier bis Freitag", Wish(whom=Whom.HERE, days=4)),
        ("con mi buddy durante dos semanas", Wish(whom=Whom.BUDDY, days=14)),
        ("aquí hasta el viernes", Wish(whom=Whom.HERE, days=4)),
        ("with until", Wish(whom=Whom.NAMED, named="until")),
    ],
)
def test_people_say_it_in_their_own_way(typed: str, wish: Wish) -> None:
    """Without a time it is for today; the account's name stays as it was typed."""
    assert read_wish(typed, words_of(own_texts()), MONDAY, "en") == wish


@pytest.mark.parametrize("typed", ["", "with", "for a week", "with my buddy for 200 days"])
def test_nobody_is_guessed(typed: str) -> None:
    """Without a reader, or for longer than a season, nothing is proposed."""
    with pytest.raises(UnclearShareError):
        read_wish(typed, words_of(own_texts()), MONDAY, "en")


def test_a_day_of_the_past_is_said_to_be_one() -> None:
    """Not taken for one in a year."""
    with pytest.raises(PastDayError):
        read_wish("my buddy until 22 November 2026", words_of(own_texts()), MONDAY, "en")
