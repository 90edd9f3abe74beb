"""Which meeting somebody means, and which words of a line are a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from bot.errors import HandrailError
from bot.meetings.words.phrases import Said, UnclearScheduleError, read_schedule
from bot.places import AbbreviationError, Places, UnclearPlaceError
from bot.reading.words import plain
from storage.meetings import Meeting

LONGEST_NAME = 80
_MOST_NAMES = 5
_QUOTED = re.compile(r'\s*["“„«]([^"“”„«»]+)["”“»]\s*')
_AROUND = " ,;:–-"
_CLOCK_WORDS = frozenset(("time", "utc", "zeit", "uhrzeit", "hora", "horario", "heure"))


class NoSuchMeetingError(HandrailError):
    """The words name no meeting; the person sees what there is."""

    text_id = "meeting-unknown"

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        super().__init__(f"none of {len(meetings)} meetings", names=_names(meetings))


class SeveralMeetingsError(HandrailError):
    """The words fit several meetings."""

    text_id = "meeting-several"

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        super().__init__(f"one of {len(meetings)} meetings", names=_names(meetings))


class NoNameError(HandrailError):
    """When it is is clear, what it is called is not."""

    text_id = "meeting-add-no-name"


def meant(line: str, meetings: Sequence[Meeting]) -> tuple[Meeting, str]:
    """The meeting that a line begins with, and the words behind it.

    It is named by its id, its number in the list ("#2"), its name, or a beginning of that which no
    other meeting shares.

    Args:
        meetings: in the order of the list.

    Raises: NoSuchMeetingError, SeveralMeetingsError.
    """
    if quoted := _QUOTED.match(line):
        sizes, tokens = [1], [quoted[1], *line[quoted.end() :].split()]
    else:
        tokens = line.split()
        sizes = list(range(len(tokens), 0, -1))
        by_number = _numbered(tokens[0] if tokens else "", meetings)
        if by_number is not None:
            return by_number, _rest(tokens, 1)
    names = {each.id: plain(each.card.name) for each in meetings}
    for fits in (str.__eq__, str.startswith):
        for size in sizes:
            said = plain(" ".join(tokens[:size]))
            found = [each for each in meetings if said and fits(names[each.id], said)]
            if len(found) == 1:
                return found[0], _rest(tokens, size)
            if found:
                raise SeveralMeetingsError(found)
    raise NoSuchMeetingError(meetings)


def _numbered(token: str, meetings: Sequence[Meeting]) -> Meeting | None:
    for number, each in enumerate(meetings, 1):
        if token in (str(each.id), f"#{number}"):
            return each
    return None


def _rest(tokens: list[str], size: int) -> str:
    return " ".join(tokens[size:]).strip(_AROUND)


def _names(meetings: Sequence[Meeting]) -> str:
    shown = [each.card.name for each in meetings[:_MOST_NAMES]]
    return ", ".join([*shown, *(["…"] if len(meetings) > _MOST_NAMES else [])]) or "–"


def schedule_apart(
    line: str, language: str, now: datetime, zone: str, places: Places
) -> tuple[Said, str]:
    """What a line says about when, and the name in front of it or behind it.

    The longest piece that is a schedule counts, but no word of a name is taken for a city ("every
    Tuesday 7 pm Hope") unless it is written as a clock ("Hope time").

    Raises: NoNameError; UnclearScheduleError and others as `read_schedule`.
    """
    if quoted := _QUOTED.search(line):
        rest = f"{line[: quoted.start()]} {line[quoted.end() :]}".strip(_AROUND)
        return read_schedule(rest, language, now, zone, places), quoted[1].strip()
    tokens = line.split()
    unclear: HandrailError | None = None
    best: tuple[Said, str] | None = None
    for size in range(len(tokens), 0, -1):
        for piece, name in (
            (tokens[:size], tokens[size:]),
            (tokens[len(tokens) - size :], tokens[: len(tokens) - size]),
        ):
            try:
                said = read_schedule(_joined(piece), language, now, zone, places)
            except UnclearScheduleError as error:
                unclear = unclear or error
                continue
            except HandrailError as error:
                if _is_clock(piece) or _is_letters(piece[-1], language, places):
                    raise
                unclear = error
                continue
            if said.zone_said and not _is_clock(piece):
                best = best or (said, _joined(name))
                continue
            if not name:
                raise NoNameError("a schedule without a name")
            return said, _joined(name)
    if best is not None and best[1]:
        return best
    raise unclear or UnclearScheduleError("no words")


def _is_clock(piece: list[str]) -> bool:
    return any("/" in token or plain(token) in _CLOCK_WORDS for token in piece)


def _is_letters(token: str, language: str, places: Places) -> bool:
    """Whether it is letters such as EST, which mean several clocks."""
    try:
        places.find(token.strip(_AROUND), language, 1)
    except AbbreviationError:
        return True
    except UnclearPlaceError:
        return False
    return False


def _joined(tokens: list[str]) -> str:
    return " ".join(tokens).strip(_AROUND)
