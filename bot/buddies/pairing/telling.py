"""What members are told of a pair without asking, each in their own language."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from bot.buddies.parts import Parts
from bot.delivery.messages import direct, row_of
from bot.delivery.sender import ANSWERS, REST
from bot.platform import Audience, Choice, Choices, Say, Send, new_key
from bot.texts import Texts
from storage import buddy_pairs, members
from storage.buddy_pairs import Pair, Stage
from storage.database import Transaction
from storage.ids import new_id
from storage.members import Recipient
from storage.outbox import Claimed, Draft

TOLD = "buddy-told"
NEXT = "buddy-next"
"""The prompt below news after which somebody may look again, or rest."""

LIVES = timedelta(days=3)


class News(StrEnum):
    """What somebody is told.

    NO_PAIR: they said yes, and it did not come about. LAPSED: they did not answer. RESTS: they
    did not twice in a row. ENDED: their buddy goes on alone; MENTORING_ENDED is what it is called
    between a mentor and a mentee. ROOM: their room is open. LASTING: all of them want it to last.
    READ: two of the team have read words that one of them handed over.
    """

    NO_PAIR = "no-pair"
    LAPSED = "lapsed"
    RESTS = "rests"
    ENDED = "ended"
    MENTORING_ENDED = "ended-mentoring"
    ROOM = "room"
    LASTING = "lasting"
    READ = "read"


_OFFERS = {
    News.NO_PAIR: ("rest",),
    News.LAPSED: ("rest",),
    News.RESTS: ("again",),
    News.ENDED: ("rest",),
}
_WHILE_TOGETHER = (News.ROOM, News.LASTING)


def parts() -> Parts:
    """This module's share of the feature."""
    return Parts(writes={TOLD: write})


def tell(
    tx: Transaction, pair: Pair, people: Collection[int], news: News, at: datetime
) -> list[Draft]:
    """A row for each of them; who wants nothing from us is left out."""
    return [
        Draft(
            id=new_id(),
            send_id=new_key(),
            dedupe_key=f"{TOLD}:{pair.id}:{person}:{news}",
            kind=TOLD,
            subject=pair.id,
            person=person,
            platform=platform,
            lane=REST,
            detail=news.value,
            due=at,
            expires=at + LIVES,
        )
        for person, platform in sorted(members.platforms_of(tx, list(people)).items())
    ]


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The messages of claimed rows."""
    people = members.recipients(tx, [row.person for row in rows if row.person is not None])
    return {row.id: _message(tx, texts, row, people.get(row.person or 0)) for row in rows}


def _message(tx: Transaction, texts: Texts, row: Claimed, to: Recipient | None) -> Say | None:
    news = News(row.detail or "")
    if to is None or to.stopped:
        return None
    pair = buddy_pairs.with_id(tx, row.subject)
    if news in _WHILE_TOGETHER and (pair is None or pair.stage is not Stage.TOGETHER):
        return None
    if news is News.ENDED and pair is not None and pair.kind != "buddies":
        news = News.MENTORING_ENDED
    offered = tuple(
        Choice(
            id=each,
            label=texts.line(to.language, f"buddy-next-{each}"),
            words=words(texts.line(to.language, f"buddy-next-{each}.words")),
        )
        for each in _OFFERS.get(news, ())
    )
    return Say(
        to=direct(to),
        body=texts.body(to.language, f"buddy-told-{news}"),
        audience=Audience.DIRECT,
        choices=Choices(prompt=NEXT, options=offered, language=to.language) if offered else None,
        rings=True,
        key=row.send_id,
    )


def words(typed: str) -> tuple[str, ...]:
    """What also means an option, from a text's `.words`."""
    return tuple(word.strip().casefold() for word in typed.split(","))


def ready(tx: Transaction, send: Send, subject: int, now: datetime) -> Draft:
    """A row that holds the whole send; for what goes to rooms, ahead of what is less urgent."""
    return row_of(tx, send, lane=ANSWERS, due=now, expires=None, subject=subject)
