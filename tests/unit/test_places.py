"""Places that people name, for their time zones."""

from __future__ import annotations

import re
import tomllib
import zoneinfo
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.places
from bot.errors import HandrailError
from bot.places import LANGUAGES, AbbreviationError, Places, UnclearPlaceError
from bot.wall_time import use_pinned_zone_data, zone_named
from tests.support.texts import own_texts

OWN = tomllib.loads((Path(bot.places.__file__).parent / "places.toml").read_text(encoding="utf-8"))
ALL_ZONES = (files("tzdata") / "zones").read_text(encoding="utf-8").split()


@pytest.fixture(scope="module")
def places() -> Iterator[Places]:
    machines_own = zoneinfo.TZPATH
    use_pinned_zone_data()
    yield Places()
    zoneinfo.reset_tzpath(machines_own)


def zones(places: Places, words: str, language: str = "en") -> list[str]:
    return [place.zone for place in places.find(words, language)]


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        # zones by their names
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("America/New York", "America/New_York"),
        ("US/Eastern", "America/New_York"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("Europe/Amsterdam", "Europe/Amsterdam"),
        ("UTC", "UTC"),
        # cities that zones are named after
        ("Berlin", "Europe/Berlin"),
        ("  new   YORK ", "America/New_York"),
        ("New_York", "America/New_York"),
        ("Sao Paulo", "America/Sao_Paulo"),
        ("São Paulo", "America/Sao_Paulo"),
        ("St. John's", "America/St_Johns"),
        ("St John’s", "America/St_Johns"),
        ("Wien", "Europe/Vienna"),
        ("Viena", "Europe/Vienna"),
        ("Vienna", "Europe/Vienna"),
        ("Nueva York", "America/New_York"),
        ("London", "Europe/London"),
        ("Kolkata", "Asia/Kolkata"),
        ("Kiev", "Europe/Kyiv"),
        ("Kyiv", "Europe/Kyiv"),
        ("København", "Europe/Copenhagen"),
        ("Louisville", "America/Kentucky/Louisville"),
        # big cities that no zone is named after
        ("San Francisco", "America/Los_Angeles"),
        ("Boston", "America/New_York"),
        ("Munich", "Europe/Berlin"),
        ("München", "Europe/Berlin"),
        ("Muenchen", "Europe/Berlin"),
        ("Múnich", "Europe/Berlin"),
        ("Barcelona", "Europe/Madrid"),
        ("Bombay", "Asia/Kolkata"),
        ("Łódź", "Europe/Warsaw"),
        ("Rio", "America/Sao_Paulo"),
        ("Medellin", "America/Bogota"),
        ("Las Palmas", "Atlantic/Canary"),
        ("Washington, D.C.", "America/New_York"),
        # told apart by what they lie in
        ("Portland, Oregon", "America/Los_Angeles"),
        ("portland oregon", "America/Los_Angeles"),
        ("Portland Maine", "America/New_York"),
        ("Boston, MA", "America/New_York"),
        ("Boston Massachusetts", "America/New_York"),
        ("Berlin, Germany", "Europe/Berlin"),
        ("berlin deutschland", "Europe/Berlin"),
        ("Valencia, España", "Europe/Madrid"),
        ("Birmingham UK", "Europe/London"),
        # regions and countries of one clock
        ("California", "America/Los_Angeles"),
        ("Bayern", "Europe/Berlin"),
        ("Quebec", "America/Toronto"),
        ("Québec", "America/Toronto"),
        ("Germany", "Europe/Berlin"),
        ("Deutschland", "Europe/Berlin"),
        ("Alemania", "Europe/Berlin"),
        ("UK", "Europe/London"),
        ("Scotland", "Europe/London"),
        ("India", "Asia/Kolkata"),
        ("Argentina", "America/Argentina/Buenos_Aires"),
        ("Iceland", "Atlantic/Reykjavik"),
        ("Türkei", "Europe/Istanbul"),
        ("Kosovo", "Europe/Belgrade"),
        # what people in the United States call their clock
        ("Eastern Time", "America/New_York"),
        # beginnings
        ("San Franc", "America/Los_Angeles"),
        ("reykj", "Atlantic/Reykjavik"),
    ],
)
@pytest.mark.parametrize("language", [*LANGUAGES, "fr"])
def test_a_place_with_one_clock_is_unmistakable(
    places: Places, words: str, zone: str, language: str
) -> None:
    """In any language of ours, whatever the member's own is."""
    assert zones(places, words, language) == [zone]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Portland", {"America/Los_Angeles", "America/New_York"}),
        ("Washington", {"America/New_York", "America/Los_Angeles"}),
        ("Georgia", {"America/New_York", "Asia/Tbilisi"}),
        ("Birmingham", {"Europe/London", "America/Chicago"}),
        ("Cordoba", {"America/Argentina/Cordoba", "Europe/Madrid"}),
        ("Florida", {"America/New_York", "America/Chicago"}),
        ("Texas", {"America/Chicago", "America/Denver"}),
        ("Spain", {"Europe/Madrid", "Atlantic/Canary"}),
        ("China", {"Asia/Shanghai", "Asia/Urumqi"}),
        ("Portugal", {"Europe/Lisbon", "Atlantic/Azores"}),
        ("New Zealand", {"Pacific/Auckland", "Pacific/Chatham"}),
        (
            "USA",
            {
                *("America/New_York", "America/Chicago", "America/Denver", "America/Phoenix"),
                *("America/Los_Angeles", "America/Anchorage", "America/Adak", "Pacific/Honolulu"),
            },
        ),
    ],
)
def test_several_clocks_are_offered_not_guessed(
    places: Places, words: str, expected: set[str]
) -> None:
    """The member chooses; each zone stands there once."""
    found = zones(places, words)
    assert set(found) == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    "words",
    [
        *("EST", "est", "E.S.T.", "CST", "IST", "BST", "CET", "MEZ", "PT", "GMT", "EST5EDT"),
        *("GMT+2", "UTC+2", "utc -5", "+2", "-03:30", "GMT+0530", "UTC−3", "Etc/GMT+5"),
    ],
)
def test_letters_for_a_clock_are_not_guessed(places: Places, words: str) -> None:
    """IST is India, Ireland or Israel, and "GMT+2" forgets the summer: a city settles it."""
    with pytest.raises(AbbreviationError) as refused:
        places.find(words, "en")
    assert isinstance(refused.value, UnclearPlaceError)
    assert words not in str(refused.value)


@pytest.mark.parametrize(
    "words", ["", " ", "x", "nowhere at all", "Atlantis", "Etc/Unknown", "Factory", ",", "a" * 500]
)
def test_an_unknown_place_is_none(places: Places, words: str) -> None:
    """The caller asks for the nearest big city."""
    assert places.find(words, "en") == []


def test_a_beginning_offers_the_best_known_first(places: Places) -> None:
    """While somebody types, the likely places stand on top."""
    found = places.find("new", "en")
    assert len(found) == 10
    assert found[0].city == "New York"
    assert [place.city for place in places.find("lo", "en", limit=2)] == ["London", "Los Angeles"]
    assert places.find("usa", "en")[0].city == "New York"
    assert places.find("Ukraine", "en")[0].zone == "Europe/Kyiv"
    assert places.find("Australia", "en")[0].zone == "Australia/Sydney"


@pytest.mark.parametrize(
    ("words", "language", "city", "country"),
    [
        ("Vienna", "de", "Wien", "Österreich"),
        ("Wien", "es", "Viena", "Austria"),
        ("Wien", "en", "Vienna", "Austria"),
        ("Wien", "fr", "Vienna", "Austria"),
        ("Munich", "de", "München", "Deutschland"),
        ("Reykjavik", "de", "Reykjavík", "Island"),
        ("Bavaria", "es", "Baviera", "Alemania"),
        ("Portland Oregon", "de", "Portland, Oregon", "Vereinigte Staaten"),
        ("UTC", "de", "UTC", ""),
    ],
)
def test_places_are_called_what_the_member_calls_them(
    places: Places, words: str, language: str, city: str, country: str
) -> None:
    """Without invisible hyphens, too."""
    [place] = places.find(words, language)
    assert (place.city, place.country) == (city, country)


def test_every_city_that_a_zone_is_named_after_is_found(places: Places) -> None:
    """In every language, by the very name that is shown."""
    for language in LANGUAGES:
        for zone in ALL_ZONES:
            if (today := places.today(zone)) is not None:
                shown = places.near(zone, language)[0]
                assert shown.zone == today
                assert today in zones(places, shown.city, language)


def test_every_place_of_our_own_list_is_found(places: Places) -> None:
    """In every language, by the name that is shown; and its zone is one of today."""
    named = [(zone, written) for zone, listed in OWN["cities"].items() for written in listed]
    assert len(named) > 400
    for zone, written in named:
        assert places.today(zone) == zone
        for name in written.split(";"):
            called = re.sub(r"^ (de|es|also) ", "", name)
            assert zone in zones(places, called), called
    for written, region in OWN["regions"].items():
        expected = {region} if isinstance(region, str) else set(region)
        assert {places.today(zone) for zone in expected} == expected
        for name in written.split(";"):
            called = re.sub(r"^ (de|es|also) ", "", name)
            assert expected <= set(zones(places, called)), called


def test_all_states_of_the_united_states_are_known(places: Places) -> None:
    """Many people answer with their state."""
    states = [
        name for name, zones_of in OWN["regions"].items() if in_country(places, zones_of, "US")
    ]
    assert len(states) == 50


def in_country(places: Places, zones_of: str | dict[str, str], code: str) -> bool:
    first = zones_of if isinstance(zones_of, str) else next(iter(zones_of))
    return places.country_of(first) == code


def test_the_clocks_offered_for_a_country_differ(places: Places) -> None:
    """Two lines with the same time would be a riddle."""
    noon = [datetime(2027, month, 15, 12, tzinfo=UTC) for month in range(1, 13)]
    for words in ("Canada", "Brazil", "Mexico", "Russia", "Kazakhstan", "Antarctica"):
        found = zones(places, words)
        assert found
        for one, other in combinations(found, 2):
            clocks = [
                [moment.astimezone(zone_named(zone)).utcoffset() for moment in noon]
                for zone in (one, other)
            ]
            assert clocks[0] != clocks[1], (one, other)


def test_a_zone_is_checked_as_it_is_spelt(places: Places) -> None:
    """What passes can be looked up; suggestions come from other people's servers."""
    assert places.check("Europe/Berlin")
    assert places.check("Asia/Calcutta")
    assert places.check("Etc/UTC")
    for wrong in ("europe/berlin", "Europe", "Etc/GMT+5", "Factory", "", "../../etc/passwd"):
        assert not places.check(wrong)
    for zone in ALL_ZONES:
        if places.check(zone):
            zone_named(zone)


def test_old_names_become_those_of_today(places: Places) -> None:
    """Unicode and old telephones still speak of Calcutta and Kiev."""
    assert places.today("Asia/Calcutta") == "Asia/Kolkata"
    assert places.today("Europe/Kiev") == "Europe/Kyiv"
    assert places.today("US/Pacific") == "America/Los_Angeles"
    assert places.today("Etc/Zulu") == "UTC"
    assert places.today("Europe/Oslo") == "Europe/Oslo"
    assert places.today("Mars/Base") is None


def test_a_zone_has_a_country(places: Places) -> None:
    """Help lines go by it."""
    assert places.country_of("Europe/Oslo") == "NO"
    assert places.country_of("America/Chicago") == "US"
    assert places.country_of("US/Central") == "US"
    assert places.country_of("Asia/Calcutta") == "IN"
    assert places.country_of("UTC") is None
    assert places.country_of("Mars/Base") is None


def test_near_a_zone_are_the_other_clocks_of_its_country(places: Places) -> None:
    """For "no, that is not my time": the zone's own place first."""
    near = places.near("Atlantic/Canary", "es")
    assert [(place.city, place.zone) for place in near] == [
        ("Canarias", "Atlantic/Canary"),
        ("Madrid", "Europe/Madrid"),
    ]
    assert [place.zone for place in places.near("Europe/Berlin", "en")] == ["Europe/Berlin"]
    assert len(places.near("America/Indiana/Knox", "en", limit=3)) == 3
    assert places.near("Mars/Base", "en") == []


@given(words=st.text(max_size=120), language=st.sampled_from(LANGUAGES))
def test_no_words_break_the_search(places: Places, words: str, language: str) -> None:
    """Whatever is typed: places, none, or a kind sentence."""
    with suppress(HandrailError):
        for place in places.find(words, language):
            assert places.check(place.zone)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_places_in_the_answers_can_be_copied(places: Places, language: str) -> None:
    """What the bot suggests, it finds, and without another question."""
    texts = own_texts()
    for text_id in ("place-unclear", "place-abbreviation"):
        examples = re.findall(r"\*\*(.+?)\*\*", texts.line(language, text_id))
        assert examples
        for example in examples:
            assert len(places.find(example, language)) == 1, example
