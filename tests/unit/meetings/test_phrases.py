"""Sentences that say when a meeting is, and the sentences that read it back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import HandrailError
from bot.meetings.recurrence.series import Series, upcoming
from bot.meetings.recurrence.series_json import as_json, read_series
from bot.meetings.words.frequency import languages, words
from bot.meetings.words.phrases import (
    LONGEST,
    NoDayError,
    NoTimeError,
    Said,
    UnclearScheduleError,
    read_schedule,
)
from bot.meetings.words.said_zones import UnclearZoneError
from bot.meetings.words.saying import say
from bot.places import Places
from bot.reading import PastDayError, TwoDaysError
from bot.texts import Texts

# A Monday, seven in the morning in New York.
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOME = "America/New_York"


@cache
def places() -> Places:
    return Places()


def read(text: str, language: str = "en") -> Said:
    return read_schedule(text, language, NOW, HOME, places())


def shown(series: Series) -> str:
    stored = as_json(series)
    return " ".join(str(stored[key]) for key in ("dtstart_local", "rrule") if key in stored)


TUESDAYS = "2026-11-24T19:00:00 FREQ=WEEKLY;BYDAY=TU"
OTHER_THURSDAYS = "2026-12-10T19:00:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
NEXT_OTHER_THURSDAYS = "2026-11-26T19:00:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
FIRST_AND_THIRD = "2026-12-01T19:00:00 FREQ=MONTHLY;BYDAY=1TU,3TU"
LAST_SUNDAY = "2026-11-29T17:00:00 FREQ=MONTHLY;BYDAY=-1SU"
WORKDAYS = "2026-11-23T12:00:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
DAILY = "2026-11-23T08:00:00 FREQ=DAILY"
THE_15TH = "2026-12-15T18:00:00 FREQ=MONTHLY;BYMONTHDAY=15"
THREE_DAYS = "2026-11-23T17:30:00 FREQ=WEEKLY;BYDAY=MO,WE,FR"
TOMORROW = "2026-11-24T19:00:00"
FOURTH = "2026-12-04T19:00:00"

SENTENCES = [
    ("en", "every Tuesday 7pm", TUESDAYS),
    ("en", "Every Tuesday at 7:00 PM.", TUESDAYS),
    ("en", "at 7pm every Tuesday", TUESDAYS),
    ("en", "Tuesdays 19:00", TUESDAYS),
    ("en", "weekly on Tuesday at 7 pm", TUESDAYS),
    ("en", "every tue 7 p.m.", TUESDAYS),
    ("en", "Every Tuesday @ 7pm", TUESDAYS),
    ("en", "once a week on Tuesday at 7pm", TUESDAYS),
    ("en", "alternate Thursdays 7pm", NEXT_OTHER_THURSDAYS),
    ("en", "twice a month on the 1st and 3rd Tuesday at 7pm", FIRST_AND_THIRD),
    ("en", "every other Thursday 7pm", NEXT_OTHER_THURSDAYS),
    ("en", "every second Thursday 7pm", NEXT_OTHER_THURSDAYS),
    ("en", "every 2 weeks on Thursday at 7pm", NEXT_OTHER_THURSDAYS),
    ("en", "biweekly on Thursday 7pm", NEXT_OTHER_THURSDAYS),
    ("en", "every other Thursday from 4 Dec 7pm", OTHER_THURSDAYS),
    ("en", "every other Thursday 7 pm, starting December 4th", OTHER_THURSDAYS),
    ("en", "every third Saturday 11:00",
     "2026-11-28T11:00:00 FREQ=WEEKLY;INTERVAL=3;BYDAY=SA"),
    ("en", "1st and 3rd Tuesday 7 pm", FIRST_AND_THIRD),
    ("en", "first and third Tuesday of the month at 7 pm", FIRST_AND_THIRD),
    ("en", "every 1st & 3rd Tuesday of each month, 7 pm", FIRST_AND_THIRD),
    ("en", "1st Tuesday and 3rd Thursday 7 pm", "2026-12-01T19:00:00 FREQ=MONTHLY;BYDAY=1TU,3TH"),
    ("en", "every second Tuesday of the month 7pm",
     "2026-12-08T19:00:00 FREQ=MONTHLY;BYDAY=2TU"),
    ("en", "second Tuesday 7pm", "2026-12-08T19:00:00 FREQ=MONTHLY;BYDAY=2TU"),
    ("en", "last Sunday 5pm", LAST_SUNDAY),
    ("en", "the last Sunday of the month at 17:00", LAST_SUNDAY),
    ("en", "fifth Sunday 5pm", "2026-11-29T17:00:00 FREQ=MONTHLY;BYDAY=5SU"),
    ("en", "every 3 months on the first Saturday 10am",
     "2026-12-05T10:00:00 FREQ=MONTHLY;INTERVAL=3;BYDAY=1SA"),
    ("en", "weekdays at noon", WORKDAYS),
    ("en", "Mon-Fri 12:00", WORKDAYS),
    ("en", "every weekend 10am", "2026-11-28T10:00:00 FREQ=WEEKLY;BYDAY=SA,SU"),
    ("en", "daily 8:00", DAILY),
    ("en", "every day at 8", DAILY),
    ("en", "daily 6:00", "2026-11-24T06:00:00 FREQ=DAILY"),  # six is over today
    ("en", "every other day 8:00", "2026-11-23T08:00:00 FREQ=DAILY;INTERVAL=2"),
    ("en", "monthly on the 15th at 6pm", THE_15TH),
    ("en", "every month on the 15th 18:00", THE_15TH),
    ("en", "every 15th 6pm", THE_15TH),
    ("en", "the 1st and 15th of each month at 6pm",
     "2026-12-01T18:00:00 FREQ=MONTHLY;BYMONTHDAY=1,15"),
    ("en", "last day of the month, noon", "2026-11-30T12:00:00 FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("en", "last working day of the month 16:00",
     "2026-11-30T16:00:00 FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR"),
    ("en", "every year on 29 February 18:00",
     "2028-02-29T18:00:00 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
    ("en", "mon, wed and fri at 5:30pm", THREE_DAYS),
    ("en", "Mon/Wed/Fri 5:30 pm", THREE_DAYS),
    ("en", "weekly from 4 Dec at 7pm", "2026-12-04T19:00:00 FREQ=WEEKLY;BYDAY=FR"),
    ("en", "every Saturday 12:00 AM", "2026-11-28T00:00:00 FREQ=WEEKLY;BYDAY=SA"),
    ("en", "every Monday 6pm, 8 times", "2026-11-23T18:00:00 FREQ=WEEKLY;COUNT=8;BYDAY=MO"),
    ("en", "every Tuesday 7pm until 30 June",
     "2026-11-24T19:00:00 FREQ=WEEKLY;UNTIL=20270630T235959;BYDAY=TU"),
    ("en", "every Sunday 10:00 since 4 January 2026",
     "2026-01-04T10:00:00 FREQ=WEEKLY;BYDAY=SU"),
    ("en", "tomorrow 7pm", TOMORROW),
    ("en", "4 December at 19:00", FOURTH),
    ("en", "Friday 4 December 7pm", FOURTH),
    ("en", "2026-12-04 19:00", FOURTH),
    ("en", "Tuesday 7pm", TOMORROW),
    ("de", "jeden Dienstag 19 Uhr", TUESDAYS),
    ("de", "dienstags um 19:00", TUESDAYS),
    ("de", "wöchentlich am Dienstag um 19 Uhr", TUESDAYS),
    ("de", "jeden zweiten Donnerstag um 19 Uhr", NEXT_OTHER_THURSDAYS),
    ("de", "jeden 2. Donnerstag 19 Uhr", NEXT_OTHER_THURSDAYS),
    ("de", "alle zwei Wochen donnerstags 19 Uhr", NEXT_OTHER_THURSDAYS),
    ("de", "alle 14 Tage donnerstags, 19 Uhr", NEXT_OTHER_THURSDAYS),
    ("de", "jeden zweiten Donnerstag ab 4. Dezember 19 Uhr", OTHER_THURSDAYS),
    ("de", "1. und 3. Dienstag im Monat, 19 Uhr", FIRST_AND_THIRD),
    ("de", "am ersten und dritten Dienstag um 19 Uhr", FIRST_AND_THIRD),
    ("de", "jeden letzten Sonntag 17 Uhr", LAST_SUNDAY),
    ("de", "letzter Sonntag im Monat um fünf Uhr nachmittags", LAST_SUNDAY),
    ("de", "montags bis freitags 12 Uhr", WORKDAYS),
    ("de", "wochentags mittags", WORKDAYS),
    ("de", "täglich 8 Uhr", DAILY),
    ("de", "taeglich um acht", DAILY),
    ("de", "monatlich am 15. um 18 Uhr", THE_15TH),
    ("de", "montags, mittwochs und freitags 17:30 Uhr", THREE_DAYS),
    ("de", "morgen 19 Uhr", TOMORROW),
    ("de", "am 4. Dezember um 19 Uhr", FOURTH),
    ("es", "cada martes a las 19:00", TUESDAYS),
    ("es", "todos los martes a las 7 de la tarde", TUESDAYS),
    ("es", "los martes a las 19h", TUESDAYS),
    ("es", "cada dos jueves a las 19:00", NEXT_OTHER_THURSDAYS),
    ("es", "un jueves sí y otro no a las 19:00", NEXT_OTHER_THURSDAYS),
    ("es", "cada dos semanas los jueves a las 19:00", NEXT_OTHER_THURSDAYS),
    ("es", "cada dos jueves a las 19:00 desde el 4 de diciembre", OTHER_THURSDAYS),
    ("es", "primer y tercer martes del mes a las 19:00", FIRST_AND_THIRD),
    ("es", "el último domingo del mes a las 17:00", LAST_SUNDAY),
    ("es", "de lunes a viernes a las 12:00", WORKDAYS),
    ("es", "todos los días a las 8:00", DAILY),
    ("es", "cada mes el día 15 a las 18:00", THE_15TH),
    ("es", "los lunes, miércoles y viernes a las 17:30", THREE_DAYS),
    ("es", "mañana a las 19:00", TOMORROW),
    ("es", "el viernes 4 de diciembre a las 19:00", FOURTH),
    ("fr", "tous les mardis à 19h", TUESDAYS),
    ("fr", "chaque mardi à 19h00", TUESDAYS),
    ("fr", "le mardi à 7 heures du soir", TUESDAYS),
    ("fr", "un jeudi sur deux à 19h", NEXT_OTHER_THURSDAYS),
    ("fr", "toutes les deux semaines le jeudi à 19h", NEXT_OTHER_THURSDAYS),
    ("fr", "un jeudi sur deux à 19h à partir du 4 décembre", OTHER_THURSDAYS),
    ("fr", "le 1er et le 3e mardi du mois à 19h", FIRST_AND_THIRD),
    ("fr", "le dernier dimanche du mois à 17h", LAST_SUNDAY),
    ("fr", "en semaine à midi", WORKDAYS),
    ("fr", "du lundi au vendredi à 12h", WORKDAYS),
    ("fr", "tous les jours à 8h", DAILY),
    ("fr", "tous les mois le 15 à 18h", THE_15TH),
    ("fr", "le lundi, mercredi et vendredi à 17h30", THREE_DAYS),
    ("fr", "demain à 19h", TOMORROW),
    ("fr", "mardi à 19h", TOMORROW),
    ("fr", "mardi prochain à 19h", TOMORROW),
    ("fr", "le 4 décembre à 19h", FOURTH),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "meant"), SENTENCES)
def test_a_sentence_is_understood_as_it_is_meant(language: str, text: str, meant: str) -> None:
    """In the person's own language."""
    assert shown(read(text, language).series) == meant


@pytest.mark.parametrize("language", ["en", "de", "es", "xx"])
def test_another_language_is_understood_too(language: str) -> None:
    """People mix them."""
    for text in ("jeden Dienstag 19 Uhr", "cada martes a las 19:00", "chaque mardi à 19h"):
        assert shown(read(text, language).series) == TUESDAYS


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("en", "every Tuesday 7pm for 90 minutes", 90),
        ("en", "every Tuesday 7pm, 45 min", 45),
        ("en", "every Tuesday 7pm for 1.5 hours", 90),
        ("en", "every Tuesday 7pm, 2 hours", 120),
        ("en", "every Tuesday 7-8:30pm", 90),
        ("en", "every Tuesday from 7 to 8:30 pm", 90),
        ("en", "every Tuesday 19:00–20:15", 75),
        ("de", "jeden Dienstag von 19 bis 20:30 Uhr", 90),
        ("de", "jeden Dienstag 19 Uhr, 90 Minuten", 90),
        ("es", "cada martes a las 19:00 durante 2 horas", 120),
        ("fr", "tous les mardis de 19h à 20h30", 90),
        ("fr", "tous les mardis à 19h pendant 1 heure", 60),
    ],
)
def test_a_length_is_understood(language: str, text: str, minutes: int) -> None:
    """As a number, or from one hour to another; the evening is said once."""
    said = read(text, language)

    assert said.minutes_said
    assert said.series.minutes == minutes
    assert shown(said.series) == TUESDAYS


@pytest.mark.parametrize(
    ("language", "text", "zone"),
    [
        ("en", "every Tuesday 7pm Berlin time", "Europe/Berlin"),
        ("en", "every Tuesday 7pm (Berlin)", "Europe/Berlin"),
        ("en", "every Tuesday 7pm Europe/Berlin", "Europe/Berlin"),
        ("en", "every Tuesday 7 in the evening in Berlin", "Europe/Berlin"),
        ("en", "every Tuesday 7pm New York, 60 min", "America/New_York"),
        ("en", "every Tuesday 7pm Eastern time", "America/New_York"),
        ("en", "every Tuesday 19:00 UTC", "UTC"),
        ("en", "every Tuesday 7pm Portland, Oregon time", "America/Los_Angeles"),
        ("de", "jeden Dienstag 19 Uhr Berliner Zeit", "Europe/Berlin"),
        ("es", "cada martes a las 19:00, hora de Madrid", "Europe/Madrid"),
        ("fr", "tous les mardis à 19h heure de Paris", "Europe/Paris"),
    ],
)
def test_a_zone_is_understood(language: str, text: str, zone: str) -> None:
    """By a city, not by letters."""
    said = read(text, language)

    assert said.zone_said
    assert said.series.zone == zone
    assert shown(said.series) == TUESDAYS


def test_what_was_not_said_is_told_apart() -> None:
    """The caller asks about it, or shows it as assumed."""
    said = read("every Tuesday 7pm")

    assert not said.zone_said
    assert not said.minutes_said
    assert (said.series.zone, said.series.minutes) == (HOME, 60)


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("every Tuesday 7pm EST", "New York"),
        ("every Tuesday 7pm est", "New York"),
        ("every Tuesday 7pm ET for 90 min", "New York"),
        ("jeden Dienstag 19 Uhr MEZ", "Berlin"),
        ("every Tuesday 7pm IST", "Dublin"),
        ("every Tuesday 7pm GMT+2", "London"),
        ("every Tuesday 7pm Portland time", "Portland, Oregon"),
        ("every Tuesday 7pm in Portland", "Portland, Maine"),
    ],
)
def test_letters_for_a_clock_are_asked_about(text: str, suggested: str) -> None:
    """EST is one thing to a calendar and another to whoever types it in July."""
    with pytest.raises(UnclearZoneError) as asked:
        read(text)
    assert suggested in asked.value.suggestions


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("every Tuesday", NoTimeError),
        ("1st and 3rd Tuesday", NoTimeError),
        ("jeden Dienstag", NoTimeError),
        ("weekly at 7pm", NoDayError),
        ("every month at 7pm", NoDayError),
        ("", UnclearScheduleError),
        ("7pm", UnclearScheduleError),
        ("Tuesday", UnclearScheduleError),
        ("hello world", UnclearScheduleError),
        ("every hour", UnclearScheduleError),
        ("as needed 30 min", UnclearScheduleError),
        ("every Tuesday 25:00", UnclearScheduleError),
        ("every Tuesday 7pm please", UnclearScheduleError),
        ("not every Tuesday 7pm", UnclearScheduleError),
        ("every Tuesday at 7pm and Thursday at 8pm", UnclearScheduleError),
        ("every Tuesday 7pm until 1 December from 8 December", UnclearScheduleError),
        ("every Tuesday 7pm " + "very " * 40, UnclearScheduleError),
        ("yesterday 7pm", PastDayError),
        ("today 6:00", PastDayError),
        ("3/4 7pm", TwoDaysError),
        ("every Tuesday 7pm from 3/4", TwoDaysError),
    ],
)
def test_what_is_not_plainly_meant_is_refused(text: str, error: type[HandrailError]) -> None:
    """A meeting at a wrong time is worse than a question."""
    with pytest.raises(HandrailError) as refused:
        read(text)
    assert type(refused.value) is error
    assert "very" not in str(refused.value)


def phrases() -> Iterator[str]:
    """Pieces that the grammars are made of, so that more than the first test fails is reached."""
    for language in languages():
        table = words(language)
        for key in ("every", "article", "join", "to", "of_month", "from", "until", "times", "for"):
            yield from table[key]
        for key in ("weekdays", "weekdays_each"):
            yield from (name for names in table[key] for name in names)
        for key in ("intervals", "ordinals"):
            yield from (name for names in table[key].values() for name in names)
    yield from ("7 pm", "19:00", "19h", "um 19 Uhr", "a las 7", "4 Dec", "15th", "15.", "31 02")
    yield from ("New York", "EST", "UTC", "time", "Zeit", "month", "week", "day", "90 min", ",")


@given(st.lists(st.sampled_from(sorted(set(phrases()))), max_size=8).map(" ".join)
       | st.text(max_size=LONGEST + 5), st.sampled_from([*languages(), "xx"]))  # fmt: skip
def test_no_sentence_breaks_the_reader(text: str, language: str) -> None:
    """It is a series with dates to come, or a kind sentence."""
    with suppress(HandrailError):
        series = read(text, language).series
        assert read_series(as_json(series)) == series
        assert len(upcoming(series, NOW, 1)) <= 1


def test_every_language_has_the_same_tables() -> None:
    """Whoever adds a language is told what is missing."""
    for language in languages():
        table, own = words(language), words("en")
        assert table.keys() - {"replaced"} == own.keys()
        assert table["patterns"].keys() == own["patterns"].keys()
        assert len(table["weekdays"]) == len(table["weekdays_each"]) == 7


# --- and back


@cache
def texts() -> Texts:
    return Texts()


SAID = [
    ("every Tuesday 7pm", "every Tuesday at 7:00\u202fPM", "jeden Dienstag um 19:00",
     "cada martes a las 19:00"),
    ("mon and wed 7pm", "every Monday and Wednesday at 7:00\u202fPM",
     "jeden Montag und Mittwoch um 19:00", "cada lunes y miércoles a las 19:00"),
    ("weekdays 7pm", "Monday to Friday at 7:00\u202fPM", "montags bis freitags um 19:00",
     "de lunes a viernes a las 19:00"),
    ("every other Thursday 7pm", "every other week on Thursday at 7:00\u202fPM",
     "jede zweite Woche am Donnerstag um 19:00", "una semana sí y otra no, jueves, a las 19:00"),
    ("daily 7pm", "every day at 7:00\u202fPM", "täglich um 19:00", "cada día a las 19:00"),
    ("every 3 days 7pm", "every 3 days at 7:00\u202fPM", "alle 3 Tage um 19:00",
     "cada 3 días a las 19:00"),
    ("1st and 3rd Tuesday 7pm", "on the first and third Tuesday of every month at 7:00\u202fPM",
     "am ersten und dritten Dienstag jedes Monats um 19:00",
     "el primer y tercer martes de cada mes a las 19:00"),
    ("last Sunday 7pm", "on the last Sunday of every month at 7:00\u202fPM",
     "am letzten Sonntag jedes Monats um 19:00", "el último domingo de cada mes a las 19:00"),
    ("every 3 months on the first Saturday 7pm",
     "on the first Saturday of every 3 months at 7:00\u202fPM",
     "alle 3 Monate am ersten Samstag um 19:00", "el primer sábado de cada 3 meses a las 19:00"),
    ("monthly on the 15th 7pm", "on day 15 of every month at 7:00\u202fPM",
     "am Tag 15 jedes Monats um 19:00", "el día 15 de cada mes a las 19:00"),
    ("last day of the month 7pm", "on the last day of every month at 7:00\u202fPM",
     "am letzten Tag jedes Monats um 19:00", "el último día de cada mes a las 19:00"),
    ("last working day of the month 7pm",
     "on the last working day of every month at 7:00\u202fPM",
     "am letzten Arbeitstag jedes Monats um 19:00",
     "el último día laborable de cada mes a las 19:00"),
    ("every year on 4 July 7pm", "every year on July 4 at 7:00\u202fPM",
     "jedes Jahr am 4. Juli um 19:00", "cada año el 4 de julio a las 19:00"),
    ("every Tuesday 7pm 8 times", "every Tuesday at 7:00\u202fPM, 8 times",
     "jeden Dienstag um 19:00, 8-mal", "cada martes a las 19:00, 8 veces"),
    ("every Tuesday 7pm until 30 June",
     "every Tuesday at 7:00\u202fPM, until Wednesday, June 30, 2027",
     "jeden Dienstag um 19:00, bis Mittwoch, 30. Juni 2027",
     "cada martes a las 19:00, hasta el miércoles, 30 de junio de 2027"),
    ("4 December 7pm", "Friday, December 4, 2026 at 7:00\u202fPM",
     "Freitag, 4. Dezember 2026 um 19:00", "viernes, 4 de diciembre de 2026 a las 19:00"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "english", "german", "spanish"), SAID)
def test_a_series_is_read_back_in_words(
    sentence: str, english: str, german: str, spanish: str
) -> None:
    """So that a misunderstanding is noticed before anybody comes."""
    series = read(sentence).series

    assert say(series, texts(), "en") == english
    assert say(series, texts(), "de") == german
    assert say(series, texts(), "es") == spanish


@pytest.mark.parametrize(
    "rrule",
    ["FREQ=YEARLY;BYWEEKNO=20", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "FREQ=DAILY;BYMONTH=1",
     "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2", "FREQ=MONTHLY;BYMONTHDAY=1,-1"],
)  # fmt: skip
def test_a_rare_rule_is_not_put_into_wrong_words(rrule: str) -> None:
    """The dates beside it tell the rest."""
    rule = {"dtstart_local": "2026-12-01T19:00:00", "tzid": "UTC", "duration_minutes": 60}
    series = read_series(rule | {"rrule": rrule})

    assert say(series, texts(), "en") == "on days of its own pattern at 7:00\u202fPM"


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_the_examples_in_the_answers_can_be_copied(language: str) -> None:
    """What the bot suggests, it understands."""
    for name in ("when-unclear", "when-no-time", "when-no-day", "zone-unclear", "rule-unclear",
                 "rule-empty"):  # fmt: skip
        values = {"cities": "Berlin"} if name == "zone-unclear" else {}
        line = texts().line(language, f"meeting-{name}", **values)
        examples = re.findall(r"\*\*(.+?)\*\*", line)
        assert examples
        for example in examples:
            read(example, language)
