"""What people type, as times, days, spans and check-in words.

Small strict grammars: what is not plainly meant is refused with an example to copy, and every
result is echoed by the caller. The words stand in `bot/locales/<language>/words.toml`; another
such file adds a language. The member's own language is tried first, then the others, since people
mix them; short forms such as "mar" count in the member's own language only.
"""

from bot.reading.answers import MOODS, Mood, read_word
from bot.reading.days import (
    FutureDayError,
    PastDayError,
    TwoDaysError,
    UnclearDayError,
    read_day,
    read_past_day,
)
from bot.reading.hours import UnclearHoursError, read_hours
from bot.reading.spans import Later, UnclearSpanError, read_span
from bot.reading.times import UnclearTimeError, read_time

__all__ = [
    "MOODS",
    "FutureDayError",
    "Later",
    "Mood",
    "PastDayError",
    "TwoDaysError",
    "UnclearDayError",
    "UnclearHoursError",
    "UnclearSpanError",
    "UnclearTimeError",
    "read_day",
    "read_hours",
    "read_past_day",
    "read_span",
    "read_time",
    "read_word",
]
