"""Pictures and pages of somebody's check-ins, wished for by them; see `bot.drawing.wishes`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from bot.checkins.looking_back import sheets
from bot.checkins.looking_back.figures import Look, look
from bot.checkins.looking_back.wording import DatedWords, Wording
from bot.clock import Clock
from bot.delivery.messages import row_of
from bot.delivery.sender import ANSWERS
from bot.drawing.process import Format
from bot.drawing.sheet import Sheet
from bot.drawing.wishes import Draws, Granting
from bot.platform import Address, Attachment, Audience, Say
from bot.richtext import Body
from bot.texts import Texts
from bot.turn import Turn
from storage import checkin_history, checkins, members, outbox
from storage.checkin_history import Wish
from storage.database import Database, Transaction

DatesOf = Callable[[Transaction, int], Sequence[DatedWords]]
"""A person's dates that may stand in their pictures."""

WAITING = 2  # pictures at most that somebody waits for
USEFUL = timedelta(days=1)
_TYPES: Mapping[Format, str] = {"png": "image/png", "pdf": "application/pdf"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One picture or page.

    Args:
        page: for a counsellor; else the picture below the history.
        first, last: its days.
        own_words: with notes and named dates, where it is a page.
        to: whom it is sent to. asked: where they asked for it.
    """

    page: bool
    format: Format
    first: date
    last: date
    own_words: bool
    to: Address
    asked: Address


def wish(turn: Turn, wanted: Wanted) -> bool:
    """Have it drawn and sent. False: they are still waiting for others."""
    if checkin_history.wishes_of(turn.tx, turn.person.id) >= WAITING:
        return False
    data = {
        "page": wanted.page,
        "format": wanted.format,
        "first": wanted.first.isoformat(),
        "last": wanted.last.isoformat(),
        "own_words": wanted.own_words,
        "to": _parts(wanted.to),
        "asked": _parts(wanted.asked),
    }
    checkin_history.wish(turn.tx, turn.person.id, data, turn.now)
    return True


def _parts(address: Address) -> list[str | None]:
    return [address.platform, address.space, address.channel, address.user]


def _wanted(data: Mapping[str, Any]) -> Wanted:
    return Wanted(
        page=data["page"],
        format=data["format"],
        first=date.fromisoformat(data["first"]),
        last=date.fromisoformat(data["last"]),
        own_words=data["own_words"],
        to=Address(*data["to"]),
        asked=Address(*data["asked"]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What is to be drawn, and what is said with it."""

    wanted: Wanted
    sheet: Sheet
    description: str
    language: str

    @property
    def format(self) -> Format:
        return self.wanted.format

    @property
    def platform(self) -> str:
        return self.wanted.to.platform


class Pictures(Granting[Wish, Ready]):
    """Draws what members wished for. Args: draws: ended when `run` is."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        texts: Texts,
        draws: Draws,
        *,
        dates_of: DatesOf = lambda tx, person: (),
        checkpoint: Callable[[str], None] = lambda name: None,
    ) -> None:
        super().__init__(database, draws, checkin_history, checkpoint=checkpoint)
        self._clock = clock
        self._texts = texts
        self._dates_of = dates_of

    async def run(self) -> None:
        try:
            await super().run()
        finally:
            await self._draws.close()

    async def _make_ready(self, wished: Wish) -> Ready | None:
        return await self._database.read(partial(self._look, wished=wished))

    def _look(self, tx: Transaction, wished: Wish) -> Ready | None:
        """What is to be drawn; None for who has stopped, and what nobody waits for any more."""
        to = members.recipients(tx, [wished.person]).get(wished.person)
        if to is None or to.stopped or wished.asked_at + USEFUL < self._clock.now():
            return None
        wanted, words = _wanted(wished.what), Wording(self._texts, to.language)
        theirs = checkin_history.answers_of(tx, [wished.person], wanted.first, wanted.last)
        back = look(theirs.get(wished.person, []), wanted.first, wanted.last, ZoneInfo(to.zone))
        own = not wanted.page or wanted.own_words
        dates = self._dates_of(tx, wished.person) if own else ()
        if wanted.page:
            notes = _notes(tx, wished.person, back) if wanted.own_words else ()
            sheet = sheets.page(back, words, dates, notes)
        else:
            sheet = sheets.picture(back, words, dates)
        inside = [(day, name) for day, name in dates if back.first <= day <= back.last]
        return Ready(
            wanted=wanted,
            sheet=sheet,
            description=words.description(back, inside),
            language=to.language,
        )

    def _send(self, tx: Transaction, wished: Wish, ready: Ready, drawn: bytes | None) -> None:
        """Have it sent, or say that it could not be drawn."""
        now, wanted = self._clock.now(), ready.wanted
        say = Say(
            to=wanted.to,
            body=self._said(ready, drawn),
            audience=Audience.DIRECT,
            attachments=(_file(ready, drawn),) if drawn is not None else (),
            asked=wanted.asked,
        )
        row = row_of(
            tx,
            say,
            lane=ANSWERS,
            due=now,
            expires=now + USEFUL,
            person=wished.person,
            key=f"picture:{wished.id}",
        )
        outbox.add(tx, [row], now)

    def _said(self, ready: Ready, drawn: bytes | None) -> Body:
        if drawn is None:
            return self._texts.body(ready.language, "looking-back-not-drawn")
        text_id = "looking-back-page-here" if ready.wanted.page else "looking-back-here"
        return self._texts.body(ready.language, text_id)


def _notes(tx: Transaction, person: int, back: Look) -> list[DatedWords]:
    """Newest first, without line breaks."""
    kept = checkins.between(tx, person, back.first, back.last)
    return [(each.day, " ".join(each.note.split())) for each in reversed(kept) if each.note]


def _file(ready: Ready, drawn: bytes) -> Attachment:
    wanted = ready.wanted
    name = "check-ins" if wanted.page else "days"
    return Attachment(
        name=f"{name}-{wanted.last.isoformat()}.{wanted.format}",
        content_type=_TYPES[wanted.format],
        data=drawn,
        description=ready.description,
    )
