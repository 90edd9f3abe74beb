"""What people type, as times, days, spans and check-in words."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import HandrailError
from bot.reading import (
    MOODS,
    Later,
    PastDayError,
    TwoDaysError,
    UnclearDayError,
    UnclearSpanError,
    UnclearTimeError,
    read_day,
    read_span,
    read_time,
    read_word,
)
from bot.reading.words import forms, languages, table
from tests.support.texts import own_texts

LANGUAGES = ("de", "en", "es")
TODAY = date(2026, 11, 21)  # a Saturday


# --- times


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "9", "09:00"),
        ("en", "09", "09:00"),
        ("en", "9:30", "09:30"),
        ("en", "9.30", "09:30"),
        ("en", "21:05", "21:05"),
        ("en", "0900", "09:00"),
        ("en", "2130", "21:30"),
        ("en", "0", "00:00"),
        ("en", "24:00", "00:00"),
        ("en", "12", "12:00"),
        ("en", "9am", "09:00"),
        ("en", "9 pm", "21:00"),
        ("en", "9 P.M.", "21:00"),
        ("en", "9:15pm", "21:15"),
        ("en", "12 am", "00:00"),
        ("en", "12:30 am", "00:30"),
        ("en", "12 pm", "12:00"),
        ("en", "at 7 in the evening", "19:00"),
        ("en", "3 in the afternoon", "15:00"),
        ("en", "10 at night", "22:00"),
        ("en", "2 at night", "02:00"),
        ("en", "12 at night", "00:00"),
        ("en", "nine o'clock", "09:00"),
        ("en", "Nine O’Clock in the morning", "09:00"),
        ("en", "half past nine", "09:30"),
        ("en", "half past 9 pm", "21:30"),
        ("en", "quarter to 9", "08:45"),
        ("en", "a quarter to one", "12:45"),
        ("en", "ten past seven", "07:10"),
        ("en", "20 to 8 pm", "19:40"),
        ("en", "five to midnight", None),
        ("en", "nine thirty", "09:30"),
        ("en", "noon", "12:00"),
        ("en", "at Midnight", "00:00"),
        ("en", "12 noon", "12:00"),
        ("en", " 9:30. ", "09:30"),
        ("en", "９:３０", "09:30"),
        ("de", "21h", "21:00"),
        ("de", "21h30", "21:30"),
        ("de", "21 Uhr", "21:00"),
        ("de", "21 Uhr 30", "21:30"),
        ("de", "um 7:15 Uhr", "07:15"),
        ("de", "24 Uhr", "00:00"),
        ("de", "neun Uhr", "09:00"),
        ("de", "halb neun", "08:30"),
        ("de", "halb neun abends", "20:30"),
        ("de", "abends um halb neun", "20:30"),
        ("de", "halb eins", "12:30"),
        ("de", "halb eins nachts", "00:30"),
        ("de", "viertel nach acht", "08:15"),
        ("de", "viertel vor acht", "07:45"),
        ("de", "dreiviertel acht", "07:45"),
        ("de", "fünf nach 8", "08:05"),
        ("de", "fuenf vor acht", "07:55"),
        ("de", "8 Uhr morgens", "08:00"),
        ("de", "8 Uhr früh", "08:00"),
        ("de", "3 Uhr nachmittags", "15:00"),
        ("de", "2 Uhr nachts", "02:00"),
        ("de", "12 Uhr nachts", "00:00"),
        ("de", "20 Uhr abends", "20:00"),
        ("de", "mittags", "12:00"),
        ("de", "Mitternacht", "00:00"),
        ("es", "7 de la tarde", "19:00"),
        ("es", "a las 7 de la tarde", "19:00"),
        ("es", "las siete y media de la tarde", "19:30"),
        ("es", "las nueve y cuarto", "09:15"),
        ("es", "las diez menos cuarto", "09:45"),
        ("es", "las diez menos diez de la noche", "21:50"),
        ("es", "la una", "01:00"),
        ("es", "la una de la tarde", "13:00"),
        ("es", "9 de la mañana", "09:00"),
        ("es", "9 de la manana", "09:00"),
        ("es", "10 de la noche", "22:00"),
        ("es", "12 de la noche", "00:00"),
        ("es", "3 de la madrugada", "03:00"),
        ("es", "12 del mediodía", "12:00"),
        ("es", "mediodia", "12:00"),
        ("es", "medianoche", "00:00"),
        ("es", "21:30 h", "21:30"),
        ("es", "9 a. m.", "09:00"),
        # A language is not a cage.
        ("de", "9 pm", "21:00"),
        ("en", "halb neun", "08:30"),
        ("fr", "21h", "21:00"),
    ],
)
def test_a_time_is_read_as_it_is_meant(language: str, text: str, expected: str | None) -> None:
    """Each in its own way of telling the time; None where no way fits."""
    if expected is None:
        with pytest.raises(UnclearTimeError):
            read_time(text, language)
    else:
        assert read_time(text, language) == time.fromisoformat(expected)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soon",
        "25",
        "24",
        "24:30",
        "9:60",
        "9:5",
        "900",
        "9-10",
        "9 or 10",
        "9:30:00",
        "-9",
        "13 pm",
        "21 am",
        "0 am",
        "0:30 pm",
        "20 in the morning",
        "11 in the afternoon",
        "12 de la mañana",  # noon to some, midnight to others
        "half nine",  # 9:30 in England, 8:30 to many
        "viertel neun",  # 8:15 in Leipzig, unheard of in Hamburg
        "9 am EST",
        "morning",
        "every day at 9",
        "40 to 9",
        "0 past 9",
        "halb 25",
        "1" * 500,
    ],
)
def test_a_time_that_is_unclear_is_refused(language: str, text: str) -> None:
    """A check-in at the wrong hour is worse than a question."""
    with pytest.raises(UnclearTimeError):
        read_time(text, language)


@given(st.times(), st.sampled_from(LANGUAGES))
def test_a_time_in_figures_comes_back_as_itself(moment: time, language: str) -> None:
    """All common notations of all minutes of the day."""
    minute = moment.replace(second=0, microsecond=0)
    for notation in ("%H:%M", "%H.%M", "%H%M", "%H:%M Uhr", "%I:%M %p", "%I:%M%p", "a las %H:%M"):
        assert read_time(minute.strftime(notation), language) == minute


# --- days


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "today", "2026-11-21"),
        ("en", "tomorrow", "2026-11-22"),
        ("en", "the day after tomorrow", "2026-11-23"),
        ("en", "Sunday", "2026-11-22"),
        ("en", "fri", "2026-11-27"),
        ("en", "saturday", "2026-11-28"),
        ("en", "next friday", "2026-11-27"),
        ("en", "until Friday.", "2026-11-27"),
        ("en", "until next friday", "2026-11-27"),
        ("en", "on the 25th", "2026-11-25"),
        ("en", "the 3", "2026-12-03"),
        ("en", "31st", "2026-12-31"),
        ("en", "4 dec", "2026-12-04"),
        ("en", "4th of December", "2026-12-04"),
        ("en", "Dec 4", "2026-12-04"),
        ("en", "December 4th, 2027", "2027-12-04"),
        ("en", "Fri, Dec 4", "2026-12-04"),
        ("en", "20 november", "2027-11-20"),
        ("en", "21 november", "2026-11-21"),
        ("en", "29 feb", "2028-02-29"),
        ("en", "2026-12-04", "2026-12-04"),
        ("en", "25/12", "2026-12-25"),
        ("en", "12/25", "2026-12-25"),
        ("en", "12/25/2026", "2026-12-25"),
        ("en", "5/5", "2027-05-05"),
        ("en", "in 3 days", "2026-11-24"),
        ("en", "for two weeks", "2026-12-05"),
        ("en", "a week", "2026-11-28"),
        ("en", "in a month", "2026-12-21"),
        ("en", "in 3 months", "2027-02-21"),
        ("en", "next week", "2026-11-23"),
        ("en", "until next month", "2026-12-01"),
        ("de", "heute", "2026-11-21"),
        ("de", "morgen", "2026-11-22"),
        ("de", "übermorgen", "2026-11-23"),
        ("de", "uebermorgen", "2026-11-23"),
        ("de", "bis Freitag", "2026-11-27"),
        ("de", "bis nächsten Freitag", "2026-11-27"),
        ("de", "bis zum 25.", "2026-11-25"),
        ("de", "4. Dezember", "2026-12-04"),
        ("de", "am 4. Dez. 2027", "2027-12-04"),
        ("de", "Freitag, den 4. Dezember", "2026-12-04"),
        ("de", "4.12.", "2026-12-04"),
        ("de", "4.12", "2026-12-04"),
        ("de", "bis zum 04.12.2026", "2026-12-04"),
        ("de", "04.12.26", "2026-12-04"),
        ("de", "3. März", "2027-03-03"),
        ("de", "in 3 Tagen", "2026-11-24"),
        ("de", "in einer Woche", "2026-11-28"),
        ("de", "nächste Woche", "2026-11-23"),
        ("de", "so", "2026-11-22"),
        ("es", "mañana", "2026-11-22"),
        ("es", "pasado mañana", "2026-11-23"),
        ("es", "hasta el viernes", "2026-11-27"),
        ("es", "el próximo viernes", "2026-11-27"),
        ("es", "el viernes que viene", "2026-11-27"),
        ("es", "miercoles", "2026-11-25"),
        ("es", "mar", "2026-11-24"),
        ("es", "4 mar", "2027-03-04"),
        ("es", "4 de diciembre", "2026-12-04"),
        ("es", "hasta el 4 de diciembre de 2026", "2026-12-04"),
        ("es", "hasta el 25", "2026-11-25"),
        ("es", "en 3 días", "2026-11-24"),
        ("es", "dentro de una semana", "2026-11-28"),
        ("es", "la próxima semana", "2026-11-23"),
        # Another language's full names are read; its short forms could be anything.
        ("en", "bis Freitag", "2026-11-27"),
        ("fr", "friday", "2026-11-27"),
    ],
)
def test_a_day_is_read_as_it_is_meant(language: str, text: str, expected: str) -> None:
    """Said on Saturday, 21 November 2026."""
    assert read_day(text, TODAY, language) == date.fromisoformat(expected)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "someday",
        "until",
        "until until friday until",
        "31 feb",
        "31.11.",
        "32nd",
        "13/13",
        "2026-13-01",
        "0000-01-01",
        "25",
        "until 25",
        "Monday 4 December",  # a Friday
        "friday or saturday",
        "in -3 days",
        "in 999 weeks",
        "2099-01-01",
        "friday " * 40,
    ],
)
def test_a_day_that_is_unclear_is_refused(language: str, text: str) -> None:
    """Pausing until the wrong day would be noticed too late."""
    with pytest.raises(UnclearDayError):
        read_day(text, TODAY, language)


def test_another_languages_short_forms_do_not_count() -> None:
    """ "mar" is Tuesday in Spanish and nothing in particular in German."""
    assert read_day("mar", TODAY, "es").weekday() == 1
    for language in ("en", "de"):
        with pytest.raises(UnclearDayError):
            read_day("mar", TODAY, language)


def test_day_and_month_are_not_guessed() -> None:
    """3/4 is April to most of the world and March to Americans; both are shown."""
    for text in ("3/4", "03/04/2027", "until 3/4", "3-4-2027"):
        with pytest.raises(TwoDaysError) as refused:
            read_day(text, TODAY, "en")
        assert refused.value.values == {"first": date(2027, 4, 3), "second": date(2027, 3, 4)}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "yesterday", "2026-11-20"),
        ("de", "gestern", "2026-11-20"),
        ("es", "ayer", "2026-11-20"),
        ("en", "2026-11-20", "2026-11-20"),
        ("en", "4 dec 2020", "2020-12-04"),
        ("de", "bis zum 1.2.2026", "2026-02-01"),
    ],
)
def test_a_day_that_is_over_is_named(language: str, text: str, day: str) -> None:
    """It was understood, so the answer is another one."""
    with pytest.raises(PastDayError) as refused:
        read_day(text, TODAY, language)
    assert refused.value.values == {"day": date.fromisoformat(day)}


@given(
    st.dates(date(2026, 1, 1), date(2035, 12, 31)),
    st.integers(0, 3650),
    st.sampled_from(LANGUAGES),
)
def test_a_date_in_figures_comes_back_as_itself(today: date, ahead: int, language: str) -> None:
    """ISO and dotted dates, within the ten years that are read."""
    day = today + timedelta(days=ahead)
    for notation in ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"):
        assert read_day(day.strftime(notation), today, language) == day


@given(
    st.dates(date(2026, 1, 1), date(2090, 12, 31)), st.integers(0, 6), st.sampled_from(LANGUAGES)
)
def test_a_weekday_lies_within_the_coming_week(today: date, weekday: int, language: str) -> None:
    """Never today, never more than a week away."""
    name = table(language)["day"]["weekdays"][weekday][0]
    day = read_day(name, today, language)
    assert day.weekday() == weekday
    assert 1 <= (day - today).days <= 7


# --- spans


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("en", "1 h", 60),
        ("en", "1h", 60),
        ("en", "in 1 hour", 60),
        ("en", "in an hour", 60),
        ("en", "30 min", 30),
        ("en", "90 minutes", 90),
        ("en", "half an hour", 30),
        ("en", "1.5 hours", 90),
        ("en", "1h30", 90),
        ("en", "1 h 15 min", 75),
        ("en", "one hour and 10 minutes", 70),
        ("en", "24 h", 1440),
        ("de", "in einer Stunde", 60),
        ("de", "2 Std.", 120),
        ("de", "1,5 Stunden", 90),
        ("de", "in einer halben Stunde", 30),
        ("de", "eineinhalb Stunden", 90),
        ("de", "eine Viertelstunde", 15),
        ("es", "en una hora", 60),
        ("es", "media hora", 30),
        ("es", "dentro de 2 horas", 120),
        ("es", "hora y media", 90),
        ("es", "45 minutos", 45),
        ("en", "halbe Stunde", 30),
    ],
)
def test_a_while_is_read_in_minutes(language: str, text: str, minutes: int) -> None:
    """For "ask me again in …"."""
    assert read_span(text, language) == Later(minutes=minutes, evening=False)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "tonight"), ("en", "This evening"), ("de", "heute Abend"), ("es", "esta noche")],
)
def test_this_evening_is_not_a_number_of_minutes(language: str, text: str) -> None:
    """The member's own clock decides when evening is."""
    assert read_span(text, language) == Later(minutes=None, evening=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    ["", "30", "later", "0 min", "0 h", "25 h", "1441 min", "9999 h", "-1 h", "1 h 75", "1 h or 2"],
)
def test_a_while_that_is_unclear_is_refused(language: str, text: str) -> None:
    """Bare numbers could be minutes or hours; more than a day is a pause."""
    with pytest.raises(UnclearSpanError):
        read_span(text, language)


# --- check-in words


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("good", "good"),
        ("Good!", "good"),
        ("I'm good, thanks", "good"),
        ("i’m feeling great today", "good"),
        ("ok", "okay"),
        ("OK.", "okay"),
        ("not bad", "okay"),
        ("not too bad, thanks", "okay"),
        ("so-so", "mixed"),
        ("meh", "mixed"),
        ("low", "low"),
        ("not good", "low"),
        ("I'm not great", "low"),
        ("not great today", "low"),
        ("bad", "low"),
        ("rough", "rough"),
        ("really bad", "rough"),
        ("not good at all", "rough"),
        ("not today", "skip"),
        ("Not today, thanks", "skip"),
        ("skip", "skip"),
        ("gut", "good"),
        ("mir gehts gut", "good"),
        ("Mir geht's gut, danke!", "good"),
        ("mir geht es heute nicht so gut", "low"),
        ("nicht schlecht", "okay"),
        ("nicht gut", "low"),
        ("geht so", "mixed"),
        ("überhaupt nicht gut", "rough"),
        ("ueberhaupt nicht gut", "rough"),
        ("heute nicht", "skip"),
        ("bien", "good"),
        ("estoy bien, gracias", "good"),
        ("regular", "mixed"),
        ("más o menos", "mixed"),
        ("no muy bien", "low"),
        ("no está mal", "okay"),
        ("mal", "low"),
        ("muy mal", "rough"),
        ("hoy no", "skip"),
        ("kinda low tbh", "low"),
        ("I've been better", "low"),
        ("hanging in there", "okay"),
        ("a tough day", "rough"),
        ("solala", "mixed"),
        ("momentan nicht so gut", "low"),
        ("ahí vamos", "mixed"),
        ("hoy me siento un poco triste", "low"),
        ("🥺", "low"),
        ("1", "good"),
        ("2", "okay"),
        ("3.", "mixed"),
        ("4", "low"),
        (" 5 ", "rough"),
        ("2️⃣", "okay"),
        ("😀", "good"),
        ("🙂", "okay"),
        ("😐", "mixed"),
        ("🙁", "low"),
        ("☹️", "low"),
        ("😞", "rough"),
        ("👍", "good"),
        ("👍🏽", "good"),
        ("👎", "low"),
        ("🤷‍♀️", "mixed"),
        ("😀😀", "good"),
        (":)", "okay"),
        (":-(", "low"),
        ("okay 🙂", "okay"),
        ("ok 👍", "okay"),
        ("not today 🙏", None),
        ("good 😭", None),
        ("😀😞", None),
    ],
)
def test_a_check_in_word_is_read_from_plain_words(text: str, word: str | None) -> None:
    """Answering takes no button, in no particular language."""
    assert read_word(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "...",
        "3/5",
        "3-4",
        "6",
        "0",
        "12",
        "-3",
        "good?",
        "good or bad",
        "not low",
        "never good",
        "I'm not rough",
        "is it good to stop now",
        "good god no",
        "ok but not really",
        "I feel good about leaving",
        "the meeting was good",
        "i am",
        "today",
        "thanks",
        "no",
        "mir",
        "🎉",
        "good " * 50,
    ],
)
def test_anything_else_is_no_check_in_word(text: str) -> None:
    """A word misread as an answer would close the question; and it may have been a cry."""
    assert read_word(text) is None


def every_phrase() -> list[tuple[str, str, str]]:
    return [
        (language, mood, phrase)
        for language in languages()
        for mood in (*MOODS, "skip")
        for phrase in table(language)["answer"][mood]
    ]


def test_every_phrase_of_the_tables_is_understood() -> None:
    """No phrase stands under two words, in whichever language."""
    misread = [each for each in every_phrase() if read_word(each[2]) != each[1]]
    assert not misread
    assert len(every_phrase()) > 150


# Words that are in no table, as somebody might go on.
OTHER_WORDS = st.sampled_from(
    ["but", "about", "nothing", "aber", "pero", "enough", "when", "alone", "porque", "weil", "?"]
)


@given(st.sampled_from(every_phrase()), OTHER_WORDS, st.booleans())
def test_a_word_inside_a_sentence_is_not_an_answer(
    phrase: tuple[str, str, str], other: str, before: bool
) -> None:
    """ "good" and "nothing good" are not the same."""
    words = [other, phrase[2]] if before else [phrase[2], other]
    assert read_word(" ".join(words)) is None


# --- everything


@given(st.text(max_size=120), st.text(max_size=5))
def test_no_text_breaks_the_reader(text: str, language: str) -> None:
    """Whatever is typed, the answer is a value or a kind sentence."""
    for read in (
        lambda: read_time(text, language),
        lambda: read_day(text, TODAY, language),
        lambda: read_span(text, language),
        lambda: read_word(text),
    ):
        with suppress(HandrailError):
            read()


# Pieces that the grammars are made of, so that more than the first test fails is reached.
PIECES = st.lists(
    st.sampled_from(
        [
            *("4", "31", "99", "24", "0000", "2028", "½", "²", "٣", ":", ".", "/", "-", ","),
            *("until", "the", "st", "th", "dec", "mar", "feb", "in", "days", "weeks", "months"),
            *("next", "friday", "at", "am", "pm", "half", "past", "to", "h", "min", "and"),
            *("um", "halb", "Uhr", "abends", "vor", "bis", "zum", "es", "geht", "mir", "gut"),
            *("de", "la", "y", "media", "menos", "noche", "not", "bad", "😀", "🙁"),
        ]
    ),
    max_size=8,
)


@given(PIECES, st.sampled_from(["", " "]), st.sampled_from(LANGUAGES))
def test_no_heap_of_words_breaks_the_reader(pieces: list[str], gap: str, language: str) -> None:
    """Half of a date is as harmless as none."""
    text = gap.join(pieces)
    for read in (read_time, read_span):
        with suppress(HandrailError):
            read(text, language)
    with suppress(HandrailError):
        assert read_day(text, TODAY, language) >= TODAY
    read_word(text)


def test_errors_keep_what_was_typed_to_themselves() -> None:
    """The log learns how long it was."""
    for read in (read_time, read_span, lambda text, language: read_day(text, TODAY, language)):
        with pytest.raises(HandrailError) as refused:
            read("my name is Ada", "en")
        assert "Ada" not in str(refused.value)
        assert not refused.value.values


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_in_the_answers_can_be_copied(language: str) -> None:
    """What the bot suggests, it understands."""
    texts = own_texts()
    day = {"first": TODAY, "second": TODAY, "day": TODAY}
    for text_id, read in (
        ("time-unclear", lambda example: read_time(example, language)),
        ("span-unclear", lambda example: read_span(example, language)),
        ("day-unclear", lambda example: read_day(example, TODAY, language)),
        ("day-two-ways", lambda example: read_day(example, TODAY, language)),
        ("day-past", lambda example: read_day(example, TODAY, language)),
    ):
        values = {name: day[name] for name in day if text_id in ("day-two-ways", "day-past")}
        examples = re.findall(r"\*\*(.+?)\*\*", texts.line(language, text_id, **values))
        assert examples
        for example in examples:
            read(example)


def test_every_language_with_texts_has_its_words() -> None:
    """Whoever adds a language is told of this file."""
    folder = Path(__file__).parents[2] / "bot" / "locales"
    assert set(languages()) == {path.name for path in folder.iterdir() if path.is_dir()}
    for language in languages():
        assert table(language).keys() == table("en").keys()
        for section in table("en"):
            if section != "numbers":
                assert table(language)[section].keys() == table("en")[section].keys()
        assert len(table(language)["day"]["weekdays"]) == 7
        assert len(table(language)["day"]["months"]) == 12
        assert forms(["Fünf"]) == ("fuenf", "funf")
