"""What somebody says of themselves: read from words, turned into hours, handed to the engine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buddies.joining.hours import PARTS, free_hours, overlapping, part_of, parts_in
from bot.buddies.joining.items import (
    ITEMS,
    LONGEST_OWN,
    MOST_OWN,
    OWN,
    OwnWordsTooLongError,
    TooManyOwnError,
    UnclearAnswerError,
    own_words,
    read,
    toggled,
)
from bot.buddies.joining.profiles import mentor_profile_of, profile_of
from bot.buddies.joining.traits import traits
from bot.buddies.joining.wording import described, known, label
from bot.buddies.matching import Pool, Profile
from bot.buddies.matching.matching import match
from bot.buddies.matching.profiles import Consent
from bot.richtext import plain
from storage.buddies import Mentor, Seeker
from tests.support.texts import own_texts

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday
BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia",
         "Australia/Lord_Howe", "America/St_Johns")  # fmt: skip
LANGUAGES = ("en", "de", "es")


def seeker(person: int = 1, pool: str = "peer", **said: Any) -> Seeker:
    return Seeker(person=person, community=7, pool=pool, said=said, since=NOW)


def profile(person: int = 1, zone: ZoneInfo = BERLIN, now: datetime = NOW, **said: Any) -> Profile:
    return profile_of(seeker(person, **said), zone, blocks=frozenset(), past={}, waited=0, now=now)


def slot(weekday: int, hour: int) -> int:
    return weekday * 24 + hour


# --- hours


@pytest.mark.parametrize(
    ("local", "part"),
    [
        ((2026, 11, 23, 6, 0), "weekday-morning"),
        ((2026, 11, 23, 10, 59), "weekday-morning"),
        ((2026, 11, 23, 11, 0), "weekday-midday"),
        ((2026, 11, 23, 21, 59), "weekday-evening"),
        ((2026, 11, 27, 23, 0), "weekday-night"),  # Friday
        ((2026, 11, 28, 5, 59), "weekday-night"),  # the night after it
        ((2026, 11, 28, 6, 0), "weekend-morning"),
        ((2026, 11, 30, 3, 0), "weekend-night"),  # before Monday's morning
    ],
)
def test_a_night_belongs_to_the_day_it_began_on(
    local: tuple[int, int, int, int, int], part: str
) -> None:
    """As people say it: Friday night is no weekend."""
    assert part_of(datetime(*local, tzinfo=BERLIN)) == part


def test_evenings_are_other_hours_in_each_zone() -> None:
    """17 to 22 in Berlin's winter is 16 to 21 in UTC."""
    free = free_hours(["weekday-evening"], BERLIN, NOW)

    assert [hour for hour in range(24) if free[slot(1, hour)] == "1"] == list(range(16, 21))
    assert "1" not in free[slot(5, 0) :]


def test_the_hours_follow_a_clock_change_in_the_coming_week() -> None:
    """Summer time ends on Sunday, 1 November 2026 in New York: the same evening, an hour later."""
    friday = datetime(2026, 10, 30, 12, tzinfo=UTC)
    free = free_hours(["weekday-evening", "weekend-evening"], NEW_YORK, friday)

    assert [hour for hour in range(24) if free[slot(5, hour)] == "1"] == [0, 1, 21, 22, 23]
    assert [hour for hour in range(24) if free[slot(6, hour)] == "1"] == [0, 1, 22, 23]
    assert [hour for hour in range(24) if free[slot(0, hour)] == "1"] == [0, 1, 2, 22, 23]


@given(
    st.sets(st.sampled_from(PARTS)),
    st.sampled_from(ZONES),
    st.integers(0, 20 * 365 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes)),
)
def test_an_hour_is_free_where_the_local_clock_says_so(
    parts: set[str], name: str, now: datetime
) -> None:
    """Every one of the coming 168 hours, in zones of whole, half and quarter hours."""
    zone = ZoneInfo(name)
    free = free_hours(parts, zone, now)

    assert len(free) == 168
    first = now.replace(minute=0, second=0, microsecond=0)
    if first < now:
        first += timedelta(hours=1)
    for number in range(168):
        hour = first + timedelta(hours=number)
        inside = [
            part_of((hour + timedelta(minutes=minute)).astimezone(zone)) in parts
            for minute in range(0, 60, 15)
        ]
        assert (free[slot(hour.weekday(), hour.hour)] == "1") == all(inside)


@given(st.sets(st.sampled_from(PARTS), min_size=1), st.sampled_from(ZONES))
def test_hours_lead_back_to_their_parts(parts: set[str], name: str) -> None:
    """So that hours two people share can be told to each on their own clock."""
    zone = ZoneInfo(name)
    there = set(parts_in(free_hours(parts, zone, NOW), zone, NOW))

    assert parts <= there
    if name in ("UTC", "Europe/Berlin", "America/New_York"):
        assert there == parts


def test_two_zones_overlap_where_both_are_free() -> None:
    """Berlin's evening is New York's midday."""
    both = overlapping(
        free_hours(["weekday-evening"], BERLIN, NOW), free_hours(["weekday-midday"], NEW_YORK, NOW)
    )

    assert both.count("1") == 5 * 5
    assert parts_in(both, NEW_YORK, NOW) == ("weekday-midday",)


# --- typed words


@pytest.mark.parametrize(
    ("item", "language", "typed", "meant"),
    [
        ("topics", "en", "alcohol, anxiety", ["alcohol", "anxiety"]),
        ("topics", "en", "Weed and ADHD", ["cannabis", "mind"]),
        ("topics", "en", "alcohol anxiety", ["alcohol", "anxiety"]),
        ("topics", "en", "- grief\n- trauma", ["grief", "trauma"]),
        ("topics", "en", "1, 14 and night shifts", ["alcohol", "grief", "=night shifts"]),
        ("topics", "en", "Games and screens", ["screens"]),
        ("topics", "en", "Cocaine, meth, speed", ["stimulants"]),
        ("topics", "en", "alcohol; alcohol", ["alcohol"]),
        ("topics", "de", "Trinken, Ängste und Trauer", ["alcohol", "anxiety", "grief"]),
        ("topics", "es", "alcohol, ansiedad y duelo", ["alcohol", "anxiety", "grief"]),
        ("topics", "de", "alcohol, Depression", ["alcohol", "depression"]),
        ("hours", "en", "weekday evenings", ["weekday-evening"]),
        ("hours", "en", "evenings and weekends", [
            "weekday-evening", "weekend-evening", "weekend-morning", "weekend-midday"]),
        ("hours", "en", "any time", list(PARTS)),
        ("hours", "de", "werktags abends, am Wochenende", [
            "weekday-evening", "weekend-morning", "weekend-midday", "weekend-evening"]),
        ("hours", "es", "tardes entre semana y fin de semana por la mañana",
            ["weekday-evening", "weekend-morning"]),
        ("languages", "en", "German, français, Polish", ["de", "fr", "pl"]),
        ("languages", "de", "Deutsch und Englisch", ["de", "en"]),
        ("gender", "en", "agender", ["=agender"]),
        ("gender", "de", "Frau", ["woman"]),
        ("stage", "en", "years in", ["5"]),
        ("age", "en", "35-44", ["2"]),
    ],
)  # fmt: skip
def test_words_are_read_as_they_are_meant(
    item: str, language: str, typed: str, meant: list[str]
) -> None:
    """Numbers of the list, labels, other words for them, own words, in any of our languages."""
    asked = ITEMS[item]

    assert read(asked, typed, known(own_texts(), language, asked), asked.options) == meant


@pytest.mark.parametrize(
    ("item", "typed", "error"),
    [
        ("hours", "when the moon is full", UnclearAnswerError),
        ("hours", "99", UnclearAnswerError),
        ("topics", "99", UnclearAnswerError),
        ("languages", "Klingonish", UnclearAnswerError),
        ("stage", "first weeks, years in", UnclearAnswerError),
        ("topics", "x" * (LONGEST_OWN + 1), OwnWordsTooLongError),
        ("topics", ", ".join(f"own {n}" for n in range(MOST_OWN + 1)), TooManyOwnError),
        ("gender", "one, another", TooManyOwnError),
    ],
)
def test_what_cannot_be_meant_is_refused(item: str, typed: str, error: type[Exception]) -> None:
    """With an error that says what would do; nothing is guessed or cut."""
    asked = ITEMS[item]
    with pytest.raises(error):
        read(asked, typed, known(own_texts(), "en", asked), asked.options)


@given(st.sampled_from(sorted(ITEMS)), st.text(max_size=300))
def test_no_words_break_the_reading(item: str, typed: str) -> None:
    """They are answers of the item, or refused."""
    asked = ITEMS[item]
    try:
        meant = read(asked, typed, known(own_texts(), "en", asked), asked.options)
    except (UnclearAnswerError, OwnWordsTooLongError, TooManyOwnError):
        return
    own = own_words(meant)
    assert len(set(meant)) == len(meant)
    assert all(len(each) <= LONGEST_OWN for each in own)
    assert item == "languages" or {e for e in meant if not e.startswith(OWN)} <= {*asked.options}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("item", sorted(ITEMS))
def test_each_option_is_understood_as_it_is_labelled(item: str, language: str) -> None:
    """Whoever copies what they see gets what they mean; and it fits on a button."""
    asked, texts = ITEMS[item], own_texts()
    for option in asked.options:
        called = label(texts, language, asked, option)
        whole = {"any": list(PARTS)} if item == "hours" else {}
        assert read(asked, called, known(texts, language, asked)) == whole.get(option, [option])
        assert len(f"✓ {called}") <= 80


@pytest.mark.parametrize("item", sorted(ITEMS))
def test_the_options_fit_below_one_message(item: str) -> None:
    """With the words of their own and the way on; a platform shows 25 at the most."""
    asked = ITEMS[item]

    assert len(asked.options) + asked.own + 1 <= 25
    assert all(len(option) <= 40 for option in asked.options)


def test_any_time_is_all_parts_and_again_none() -> None:
    """One tap for those who can always, another to choose anew."""
    everything = toggled(ITEMS["hours"], [], "any")

    assert everything == list(PARTS)
    assert toggled(ITEMS["hours"], everything, "any") == []
    assert toggled(ITEMS["hours"], ["weekday-night"], "any", off=True) == []


# --- the engine's profile


def test_what_nobody_said_restricts_nobody() -> None:
    """An empty profile takes anybody, in the pool of peers, writing only."""
    found = profile()

    assert found == Profile(id="1", text_only=True)


def test_everything_that_was_said_reaches_the_engine() -> None:
    """In its own terms."""
    found = profile_of(
        seeker(
            5, pool="family", topics=["alcohol", "=Night Shifts"], hours=["weekday-evening"],
            stage=["2"], languages=["de", "en"], voice=["voice"], interests=["music"],
            gender=["=Agénder"], wish=["same"], age=["3"], agree=["trio", "repeat"],
            mentor=["yes"],
        ),
        BERLIN, blocks=frozenset({"9"}), past={"8": 2}, waited=3, now=NOW,
    )  # fmt: skip

    assert found == Profile(
        id="5",
        pool=Pool.FAMILY,
        topics=frozenset({"alcohol", "=night shifts"}),
        stage=2,
        languages=("de", "en"),
        free_hours=free_hours(["weekday-evening"], BERLIN, NOW),
        gender="=agender",
        gender_rule="same",
        age_band=3,
        interests=frozenset({"music"}),
        blocks=frozenset({"9"}),
        past={"8": 2},
        waited=3,
        seeks_mentor=True,
        consents_to=frozenset({Consent.TRIO, Consent.REPEAT}),
    )


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        ({"topics": ["alcohol"]}, {"topics": ["alcohol", "grief"]}, 1),
        ({"topics": ["alcohol"]}, {"topics": ["grief"]}, 0),
        ({"topics": ["alcohol"]}, {"topics": ["grief", "any"]}, 1),
        ({"topics": ["=Night shifts"]}, {"topics": ["=night SHIFTS"]}, 1),
        ({"topics": ["=alcohol free"]}, {"topics": ["alcohol"]}, 0),
        ({"stage": ["0"]}, {"stage": ["4"]}, 0),
        ({"stage": ["0"]}, {"stage": ["none"]}, 1),
        ({"languages": ["en"]}, {"languages": ["de"]}, 0),
        ({"wish": ["same"], "gender": ["woman"]}, {"gender": ["man"]}, 0),
        ({"wish": ["same"], "gender": ["none"]}, {"gender": ["man"]}, 1),
        ({"voice": ["voice"], "hours": ["weekday-night"]}, {"hours": ["weekday-morning"]}, 0),
        ({"voice": ["text"], "hours": ["weekday-night"]}, {"hours": ["weekday-morning"]}, 1),
    ],
)
def test_two_people_are_paired_by_what_they_said(
    one: Mapping[str, Any], other: Mapping[str, Any], pairs: int
) -> None:
    """From the words on the buttons to the engine's answer."""
    shared = {"topics": ["alcohol"]}
    found = match([profile(1, **{**shared, **one}), profile(2, **{**shared, **other})])

    assert len(found.pairs) == pairs


def test_a_mentors_room_is_what_their_mentees_leave() -> None:
    """Never below none."""
    mentor = Mentor(person=3, community=7, said={"topics": ["grief"]}, capacity=2, since=NOW)

    def free(mentees: int) -> int:
        return mentor_profile_of(mentor, BERLIN, now=NOW, mentees=mentees).capacity

    assert [free(0), free(1), free(2), free(5)] == [2, 1, 0, 0]
    assert mentor_profile_of(mentor, BERLIN, now=NOW).pool is Pool.MENTOR


# --- in words

ADA: dict[str, Any] = {
    "topics": ["alcohol", "grief", "any", "=night shifts"], "interests": ["music", "=chess"],
    "stage": ["2"], "languages": ["en", "de"], "hours": ["weekday-evening"], "voice": ["text"],
    "age": ["2"], "gender": ["woman"], "wish": ["same"], "agree": ["repeat"],
}  # fmt: skip


def shown(said: Mapping[str, Any], reader: Mapping[str, Any] | None = None) -> str:
    return plain(traits(said, own_texts(), "en", reader))


def test_a_proposal_shows_coarse_things_only() -> None:
    """Neither gender nor wishes nor words of one's own, which somebody might recognise."""
    told = shown(ADA)

    assert "Alcohol; Grief" in told
    assert "First months" in told
    assert "Weekday evenings" in told
    assert "Only writing" in told
    for secret in ("night shifts", "chess", "Woman", "gender", "before", "share"):
        assert secret.casefold() not in told.casefold()


def test_a_proposal_shows_topics_that_both_have() -> None:
    """Words of one's own as well, where both used them; nothing else of the other's."""
    told = shown(ADA, {"topics": ["grief", "=Night Shifts"], "languages": ["de"]})

    assert "Topics: Grief; night shifts" in told
    assert "Languages: Deutsch" in told
    assert "Alcohol" not in told
    assert "Music" not in told


def test_a_proposal_tells_hours_by_whose_clock_they_are() -> None:
    """Somebody's evening is not the reader's; the parts in which both are free are."""
    other = traits(ADA, own_texts(), "en", ADA)
    both = traits(ADA, own_texts(), "en", ADA, both_free=["weekday-midday"])

    assert "When, by their clock: Weekday evenings" in plain(other)
    assert "When you are both free: Weekday middays" in plain(both)
    assert "evenings" not in plain(both)


def test_an_age_is_shown_only_where_it_was_said() -> None:
    """It is nobody's to guess."""
    assert "35–44" in shown(ADA)
    assert "Age" not in shown({**ADA, "age": ["none"]})
    assert "Age" not in shown({})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_can_be_told_in_words(language: str) -> None:
    """Whether something was said to it or not."""
    for name, item in ITEMS.items():
        assert described(own_texts(), language, {}, name)
        for option in item.options:
            assert described(own_texts(), language, {name: [option]}, name)
