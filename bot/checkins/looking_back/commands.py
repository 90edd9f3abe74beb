"""What members can say to look back on their own days."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.checkins import counting
from bot.checkins.looking_back import counts, export, pictures, summary
from bot.checkins.looking_back.figures import Look, look
from bot.checkins.looking_back.pictures import Wanted
from bot.checkins.looking_back.wording import Wording
from bot.commands import Argument, Command, Handler, Kind, Role
from bot.drawing.process import Format
from bot.errors import HandrailError
from bot.feature import Feature
from bot.members.pin import guarded
from bot.platform import Action, Address, Attachment, Audience, Reply, Say
from bot.richtext import Body, Bullets, Paragraph, Spans, Text
from bot.turn import Turn
from storage import checkin_history, checkins
from storage.database import Transaction

USUAL_WEEKS, MOST_WEEKS = 12, 53
SHOWN_DAYS = 14
SHOWN_OF_NOTE = 300  # characters
FORMATS = ("csv", "json", "pdf", "png")
WITH_NOTES = "with notes"
_TYPES = {"csv": "text/csv", "json": "application/json"}


class UnclearWeeksError(HandrailError):
    """No number of weeks that can be shown."""

    text_id = "looking-back-weeks-unclear"


def feature(*, draws: bool, behind_pin: Callable[[Handler], Handler] = guarded) -> Feature:
    """Looking back.

    Args:
        draws: whether pictures are drawn here.
        behind_pin: what asks for the member's PIN first, if they have one.
    """
    said = LookingBack(draws)
    return Feature(
        name="looking back",
        commands=(
            Command(
                name="checkin history",
                handler=behind_pin(said.history),
                arguments=(Argument(name="weeks", kind=Kind.TEXT, required=False),),
            ),
            Command(
                name="checkin summary",
                handler=summary.summary,
                arguments=(
                    Argument(name="weekly", kind=Kind.OPTION, options=("on", "off")),
                    Argument(name="weekday", kind=Kind.TEXT, required=False),
                ),
            ),
            Command(
                name="checkin export",
                handler=behind_pin(said.export),
                arguments=(
                    Argument(name="format", kind=Kind.OPTION, options=FORMATS),
                    Argument(
                        name="own-words",
                        kind=Kind.OPTION,
                        required=False,
                        options=(WITH_NOTES, "without notes"),
                    ),
                ),
            ),
            Command(name="checkin counts", handler=counts.counts, needs=Role.MODERATOR),
        ),
        plans={summary.KIND: summary.plan},
        writes={summary.KIND: summary.write},
        export=lambda tx, person: {"pictures_waiting": checkin_history.wishes_of(tx, person)},
        erase=erase,
    )


def erase(tx: Transaction, person: int) -> None:
    """Remove what somebody waits for; their days are the check-ins' to remove."""
    checkin_history.erase(tx, person)


@dataclass(frozen=True, slots=True)
class LookingBack:
    """The commands about one's own days.

    Args:
        draws: whether pictures are drawn here.
    """

    draws: bool

    def history(self, turn: Turn) -> Sequence[Action]:
        """`checkin history [weeks]`: the last days, counts that never fall to zero, a picture."""
        weeks = _weeks(turn)
        days = checkins.days_of(turn.tx, turn.person.id)
        if not days:
            return [turn.answer("checkin-history-empty", turn.doors())]
        first = turn.today - timedelta(days=7 * weeks - 1)
        body: Body = (*_counts(turn, days), *_observations(turn, first), *_last_days(turn))
        if self._draws(turn, page=False, format="png", first=first):
            follows = "looking-back-drawing"
            if not turn.event.direct:
                follows = "looking-back-drawing-direct"
            body = (*body, *turn.body(follows))
        return [turn.show(body)]

    def export(self, turn: Turn) -> Sequence[Action]:
        """`checkin export csv|json|pdf|png [with notes]`: a file, by direct message only."""
        format, own_words = turn.words("format") or "", turn.words("own-words") == WITH_NOTES
        days = checkins.days_of(turn.tx, turn.person.id)
        if not days:
            return [turn.answer("checkin-history-empty", turn.doors())]
        if format in _TYPES:
            return _file(turn, format, own_words)
        if not self.draws:
            return [turn.answer("looking-back-not-drawn")]
        first = turn.today - timedelta(days=7 * MOST_WEEKS - 1)
        kind: Format = "pdf" if format == "pdf" else "png"
        wished = self._draws(turn, page=True, format=kind, first=first, own_words=own_words)
        return [
            turn.answer("looking-back-export-drawing" if wished else "looking-back-still-drawing")
        ]

    def _draws(
        self, turn: Turn, *, page: bool, format: Format, first: date, own_words: bool = False
    ) -> bool:
        """Have it drawn, if anything is drawn here and they do not wait for others already."""
        wanted = Wanted(
            page=page,
            format=format,
            first=first,
            last=turn.today,
            own_words=own_words,
            to=_direct(turn),
            asked=turn.event.where,
        )
        return self.draws and pictures.wish(turn, wanted)


def _weeks(turn: Turn) -> int:
    """Raises: UnclearWeeksError."""
    said = turn.words("weeks")
    if said is None:
        return USUAL_WEEKS
    number = re.search(r"\d{1,3}", said)
    if number is None or not 1 <= int(number[0]) <= MOST_WEEKS:
        raise UnclearWeeksError(f"no weeks in {len(said)} characters", most=MOST_WEEKS)
    return int(number[0])


def _direct(turn: Turn) -> Address:
    if turn.event.direct:
        return turn.event.where
    return Address(turn.actor.platform, user=turn.actor.user)


def _counts(turn: Turn, days: Sequence[date]) -> Body:
    counted = counting.count(days, turn.today)
    return turn.body(
        "checkin-history",
        month=counted.this_month,
        longest=counted.longest,
        total=counted.total,
    )


def _observations(turn: Turn, first: date) -> Body:
    """What stands out in these weeks, in a paragraph."""
    me, last = turn.person.id, turn.today
    theirs = checkin_history.answers_of(turn.tx, [me], first, last).get(me, [])
    back: Look = look(theirs, first, last, turn.zone)
    said = Wording(turn.texts, turn.language).observations(back)
    return (Paragraph((Text(" ".join(said)),)),) if said else ()


def _last_days(turn: Turn) -> Body:
    first = turn.today - timedelta(days=SHOWN_DAYS - 1)
    recent = checkins.between(turn.tx, turn.person.id, first, turn.today)
    return (Bullets(tuple(_day_line(turn, each) for each in reversed(recent))),) if recent else ()


def _day_line(turn: Turn, each: checkins.CheckIn) -> Spans:
    day = turn.texts.when(turn.language, each.day, "short")
    word = turn.line(f"checkin-word-{each.word}")
    note = " ".join((each.note or "").split())
    if len(note) > SHOWN_OF_NOTE:
        note = note[:SHOWN_OF_NOTE] + " …"
    return (Text(f"{day}: {word}" + (f" · {note}" if note else "")),)


def _file(turn: Turn, format: str, own_words: bool) -> Sequence[Action]:
    """Every day as a table, at once."""
    everything = checkins.between(turn.tx, turn.person.id, date.min, date.max)
    words = Wording(turn.texts, turn.language)
    rows = export.rows(everything, words, turn.zone, own_words=own_words)
    data = export.as_csv(rows) if format == "csv" else export.as_json(rows)
    attachment = Attachment(
        name=f"check-ins-{turn.today.isoformat()}.{format}",
        content_type=_TYPES[format],
        data=data,
        description=turn.line("looking-back-export-alt"),
    )
    body = turn.body("looking-back-export-file")
    if turn.event.direct:
        return [Reply(to=turn.event, body=body, attachments=(attachment,))]
    sent = Say(
        to=_direct(turn),
        body=body,
        audience=Audience.DIRECT,
        attachments=(attachment,),
        asked=turn.event.where,
    )
    return [sent, turn.answer("looking-back-export-direct")]
