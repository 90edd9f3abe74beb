"""Which date is meant, and which day."""

from __future__ import annotations

from bot.errors import HandrailError
from bot.reading import UnclearDayError, read_past_day
from bot.reading.words import plain
from bot.turn import ChoiceGoneError, Turn
from storage import dates
from storage.dates import Asked, Dated, Lapse
from storage.ids import read_id

LONGEST_NAME = 60
MOST_DATES = 20
_MOST_WORDS_OF_A_DAY = 6
_QUOTES = "\"“”„«»'"


class NoSuchDateError(HandrailError):
    """None of the member's dates is called that, or several may be meant."""

    text_id = "date-which"


class NoNameError(HandrailError):
    """A date needs a name and a day."""

    text_id = "date-needs"


class NameTooLongError(HandrailError):
    """More characters than a name has, or more dates than are kept."""

    text_id = "form-too-long"


class TooManyDatesError(HandrailError):
    """More dates than are kept."""

    text_id = "date-too-many"


def name_and_day(turn: Turn, typed: str) -> tuple[str, str]:
    """The words of a name and, behind it, those of a day up to today; either may be empty.

    The longest end of the line that is a day is the day: "sober since 3 May 2024".
    """
    words = typed.split()
    for first in range(max(0, len(words) - _MOST_WORDS_OF_A_DAY), len(words)):
        behind = " ".join(words[first:]).strip(_QUOTES)
        try:
            read_past_day(behind, turn.today, turn.language)
        except UnclearDayError:
            continue
        except HandrailError:
            pass  # a day, if one that cannot be taken; whoever reads it says why
        return name_of(" ".join(words[:first])), behind
    return name_of(typed), ""


def name_of(words: str) -> str:
    """A name without quotes around it."""
    return words.strip().strip(_QUOTES).strip()


def found(turn: Turn, words: str) -> Dated:
    """The member's date of that name, or of that number in their list.

    Raises: NoSuchDateError, also where a beginning fits several or nothing is named.
    """
    own = dates.dates_of(turn.tx, turn.person.id)
    said = plain(words)
    if not said and len(own) == 1:
        return own[0]
    if said.isdecimal() and 1 <= int(said) <= len(own):
        return own[int(said) - 1]
    fitting = [each for each in own if plain(each.name) == said]
    fitting = fitting or [each for each in own if said and plain(each.name).startswith(said)]
    if len(fitting) != 1:
        raise NoSuchDateError(f"{len(fitting)} dates of {len(own)} fit")
    return fitting[0]


# What a prompt carries is never trusted: each of these is looked up, and is the member's own.


def own_date(turn: Turn, written: str) -> Dated:
    """Raises: ChoiceGoneError if there is none, or not of this member."""
    dated = dates.with_id(turn.tx, read_id(written) or 0)
    if dated is None or dated.person != turn.person.id:
        raise ChoiceGoneError("no such date of theirs")
    return dated


def own_lapse(turn: Turn, written: str) -> Lapse:
    """Raises: ChoiceGoneError if there is none, or not of this member."""
    lapse = dates.lapse_with_id(turn.tx, read_id(written) or 0)
    if lapse is None or lapse.person != turn.person.id:
        raise ChoiceGoneError("no such lapse of theirs")
    return lapse


def own_milestone(turn: Turn, written: str) -> tuple[Asked, Dated]:
    """Also after `stop`, so that what was shared can be taken back. Raises: ChoiceGoneError."""
    asked = dates.asked(turn.tx, read_id(written) or 0)
    dated = dates.with_id(turn.tx, asked.dated) if asked is not None else None
    if asked is None or dated is None or turn.member is None or asked.person != turn.member.id:
        raise ChoiceGoneError("no such milestone of theirs")
    return asked, dated
