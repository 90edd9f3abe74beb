"""What buddies are told along the way, each in their own language, on their own clock."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import wall_time
from bot.delivery.messages import direct
from bot.delivery.sender import ANSWERS, REST
from bot.platform import Address, Audience, Choice, Choices, Say, Send, new_key
from bot.richtext import Body
from bot.texts import Texts
from storage import buddy_pairs, members
from storage.buddy_pairs import Pair, Stage
from storage.database import Transaction
from storage.ids import new_id
from storage.members import Recipient
from storage.outbox import Claimed, Draft
from storage.schedules import EVERY_DAY

KIND = "buddy-news"
LIVES = timedelta(hours=20)
EVENING = time(18, 0)
"""When members are asked what can wait, on their own clock."""
MORNING, NIGHT = time(9, 0), time(21, 0)
"""Between these nobody is told anything that can wait till the morning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One row while it is written.

    Args:
        person, to: None for a pair's room.
        about: what stands behind the colon of the row's detail.
    """

    tx: Transaction
    texts: Texts
    pair: Pair
    person: int | None
    to: Recipient | None
    language: str
    about: str

    def body(self, text_id: str, **values: str | int) -> Body:
        return self.texts.body(self.language, text_id, **values)

    def choices(self, prompt: str, *options: tuple[str, str]) -> Choices:
        """Options as id and text."""
        some = tuple(Choice(id=id, label=self.texts.line(self.language, t)) for id, t in options)
        return Choices(prompt=prompt, options=some, language=self.language)

    def moment(self, at: datetime) -> str:
        """On the reader's own clock, in words."""
        zone = ZoneInfo(self.to.zone) if self.to is not None else at.tzinfo
        return self.texts.when(self.language, at.astimezone(zone), "datetime")


Written = tuple[Body, Choices | None] | None
"""A message, or None if it is not wanted any more."""
Told = Callable[[Page], Written]


class News:
    """Writes the rows, by the name of the news.

    Args:
        afterwards: those that are told of a pair that is over, too.
    """

    def __init__(self, told: Mapping[str, Told], afterwards: Collection[str] = ()) -> None:
        self._told = told
        self._afterwards = frozenset(afterwards)

    def write(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """The messages of claimed rows; none to who wants nothing from us."""
        people = members.recipients(tx, [row.person for row in rows if row.person is not None])
        return {row.id: self._say(tx, texts, row, people.get(row.person or 0)) for row in rows}

    def _say(self, tx: Transaction, texts: Texts, row: Claimed, to: Recipient | None) -> Say | None:
        name, _, about = (row.detail or "").partition(":")
        pair = buddy_pairs.with_id(tx, row.subject)
        if pair is None or (pair.stage is not Stage.TOGETHER and name not in self._afterwards):
            return None
        where = _where(pair, row, to)
        if where is None:
            return None
        page = Page(
            tx=tx,
            texts=texts,
            pair=pair,
            person=row.person,
            to=to,
            language=to.language if to is not None else _language_in(tx, pair),
            about=about,
        )
        written = self._told[name](page)
        if written is None:
            return None
        body, choices = written
        return Say(
            to=where,
            body=body,
            audience=Audience.DIRECT if to is not None else Audience.PUBLIC,
            choices=choices,
            rings=True,
            key=row.send_id,
        )


def tell(
    tx: Transaction,
    pair: Pair,
    people: Collection[int],
    news: str,
    at: datetime,
    *,
    again: str = "",
    evening: bool = False,
    soon: bool = False,
) -> list[Draft]:
    """A row for each of them; who wants nothing from us is left out.

    Args:
        news: its name, and what it is about behind a colon.
        again: tells apart what is told several times.
        evening: from their next evening on; else at once, or when their night is over.
        soon: at once, at any hour: an answer to what somebody just did, or a reminder.
    """
    found = members.recipients(tx, list(people))
    drafts = []
    for person, to in sorted(found.items()):
        if to.stopped:
            continue
        due = at if soon else _by_day(at, to.zone, EVENING if evening else MORNING)
        drafts.append(
            _draft(pair, news, due, again, platform=to.account.platform, person=person, soon=soon)
        )
    return drafts


def tell_room(
    tx: Transaction, pair: Pair, news: str, at: datetime, *, again: str = ""
) -> list[Draft]:
    """A row for the room in which they meet, in the evening of one of them."""
    if pair.room is None:
        return []
    found = members.recipients(tx, [each.person for each in pair.partners])
    zone = min((to.zone for to in found.values()), default="UTC")
    due = _by_day(at, zone, EVENING)
    return [_draft(pair, news, due, again, platform=pair.room[0], person=None)]


def _by_day(at: datetime, zone: str, hour: time) -> datetime:
    """The next such hour on a clock; the moment itself where it is no night and need not wait."""
    local = at.astimezone(ZoneInfo(zone)).time()
    if hour == MORNING and MORNING <= local < NIGHT:
        return at
    _, due = wall_time.next_due(at, hour, EVERY_DAY, ZoneInfo(zone))
    return due


def _draft(
    pair: Pair,
    news: str,
    due: datetime,
    again: str,
    *,
    platform: str,
    person: int | None,
    soon: bool = False,
) -> Draft:
    return Draft(
        id=new_id(),
        send_id=new_key(),
        dedupe_key=f"{KIND}:{pair.id}:{person or 0}:{news}:{again}",
        kind=KIND,
        subject=pair.id,
        person=person,
        platform=platform,
        lane=ANSWERS if soon else REST,
        detail=news,
        due=due,
        expires=due + LIVES,
    )


def _where(pair: Pair, row: Claimed, to: Recipient | None) -> Address | None:
    if row.person is None:
        return Address(*pair.room) if pair.room is not None else None
    there = to is not None and not to.stopped
    among = any(each.person == row.person for each in pair.partners)
    return direct(to) if to is not None and there and among else None


def _language_in(tx: Transaction, pair: Pair) -> str:
    """Which one they share; else the community's."""
    found = members.recipients(tx, [each.person for each in pair.partners])
    spoken = {each.language for each in found.values()}
    community = members.community(tx, pair.community)
    if len(spoken) == 1 or community is None:
        return min(spoken, default="en")
    return community.language
