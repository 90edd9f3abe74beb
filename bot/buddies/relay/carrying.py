"""Words carried between the direct messages of two who do not see each other's accounts.

Each is a sealed row for the one who gets it: carried once, in order, and not at all once they
are no longer together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.buddies.relay.life import RELAY
from bot.buddies.relay.meaning import role_of_other
from bot.buddies.relay.news import Page, Written, tell
from bot.buddies.relay.silence import wrote
from bot.commands import Field, Form, Kind
from bot.delivery.messages import direct, send
from bot.delivery.sender import ANSWERS
from bot.errors import HandrailError
from bot.platform import Audience, Choice, Choices, Outcome, Receipt, Say, Send, new_key
from bot.richtext import Quote, Text
from bot.texts import Texts
from bot.turn import Turn
from storage import buddies, buddy_lives, buddy_pairs, members, outbox, quiet
from storage.buddy_pairs import Pair, Stage
from storage.database import Transaction
from storage.ids import new_id
from storage.members import Recipient
from storage.outbox import Claimed, Draft

KIND = "buddy-words"
PROMPT = "buddy-carried"
LONGEST = 1500  # characters; with what stands around them they fit into one message anywhere
LIVES = timedelta(days=3)
FORM = Form(name="buddy-reply", fields=(Field(name="words", kind=Kind.LONG_TEXT, longest=LONGEST),))

_GRAVE = "grave"
_LOST = (Outcome.GONE, Outcome.REFUSED, Outcome.UNSUPPORTED)


class NoWordsError(HandrailError):
    """A picture or a file, where only words can be carried."""

    text_id = "together-only-words"


class WordsTooLongError(HandrailError):
    """More characters than are carried at once."""

    text_id = "together-too-long"


def ways_of(tx: Transaction, person: int) -> list[Pair]:
    """Somebody's pairs between whom the bot carries words: their buddy first, then the newest."""
    pairs = [
        each for each in buddy_pairs.of_person(tx, person, Stage.TOGETHER) if each.way == RELAY
    ]
    return sorted(pairs, key=lambda each: each.kind != "buddies")


def carry(turn: Turn, pair: Pair, words: str) -> None:
    """Have somebody's words carried to the others of a pair.

    Raises: NoWordsError, WordsTooLongError.
    """
    words = words.strip()
    if not words:
        raise NoWordsError(f"nothing to carry in pair {pair.id}")
    if len(words) > LONGEST:
        raise WordsTooLongError(
            f"{len(words)} characters in pair {pair.id}", given=len(words), longest=LONGEST
        )
    others = [each.person for each in pair.others(turn.person.id)]
    platforms = members.platforms_of(turn.tx, others)
    send(turn, [_draft(turn, pair, person, platforms[person], words) for person in platforms])
    wrote(turn.tx, pair, turn.person.id, turn.now)
    listen(turn)


def listen(turn: Turn) -> None:
    """Whoever turns to their buddy reads at once what waits for the end of their quiet hours."""
    turn.wakes |= quiet.release(turn.tx, turn.now, person=turn.person.id, kind=KIND)


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The words of claimed rows; None where they are no longer together."""
    people = members.recipients(tx, [row.person for row in rows if row.person is not None])
    return {row.id: _carried(tx, texts, row, people.get(row.person or 0)) for row in rows}


def arrived(tx: Transaction, row: Claimed, receipt: Receipt, now: datetime) -> Sequence[Draft]:
    """Note where words stand, to be answered there; who wrote them learns if they were lost."""
    pair = buddy_pairs.with_id(tx, row.subject)
    if pair is None or pair.stage is not Stage.TOGETHER:
        return []
    if receipt.message is not None and row.person is not None:
        buddy_lives.note_carried(tx, receipt.message, row.person, pair.id, now)
    if receipt.outcome not in _LOST:
        return []
    writer, _ = _read(row)
    return tell(tx, pair, [writer], "lost", now, again=str(row.id), soon=True)


def lost(page: Page) -> Written:
    """Words did not get there."""
    return page.body("together-lost"), None


def _draft(turn: Turn, pair: Pair, person: int, platform: str, words: str) -> Draft:
    row, event = new_id(), turn.event
    return Draft(
        id=row,
        send_id=new_key(),
        dedupe_key=f"{KIND}:{event.actor.platform}:{event.id}:{person}",
        kind=KIND,
        subject=pair.id,
        person=person,
        platform=platform,
        lane=ANSWERS,  # they wait for each other's words
        detail=f"{turn.person.id}:{_GRAVE}" if turn.answered else str(turn.person.id),
        payload=turn.tx.key_of(person).seal_text(outbox.SEALED, row, words),
        due=turn.now,
        expires=turn.now + LIVES,
    )


def _carried(tx: Transaction, texts: Texts, row: Claimed, to: Recipient | None) -> Say | None:
    pair = buddy_pairs.with_id(tx, row.subject)
    writer, grave = _read(row)
    reader = row.person or 0
    if pair is None or not _may_reach(tx, pair, writer, reader):
        return None
    if to is None or to.stopped or row.payload is None:
        return None
    words = tx.key_of(reader).open_text(outbox.SEALED, row.id, row.payload)
    talk = buddy_lives.talk_of(tx, reader)
    talking = talk is not None and talk.pair == pair.id and talk.until > row.due
    who = texts.body(to.language, "together-carried", who=role_of_other(pair, reader))
    return Say(
        to=direct(to),
        body=(*who, Quote((Text(words),))),
        audience=Audience.DIRECT,
        choices=_offers(texts, to.language, pair, talking=talking, grave=grave),
        rings=True,
        key=row.send_id,
    )


def _offers(
    texts: Texts, language: str, pair: Pair, *, talking: bool, grave: bool
) -> Choices | None:
    """What stands below words that were carried; nothing in the midst of a talk.

    Args:
        grave: the words were answered by the crisis watch; whoever reads them may want to know
            what to do.
    """
    options = []
    if not talking:
        answer = texts.line(language, "together-answer")
        options.append(Choice(id="answer", label=answer, form=FORM.name, tone="primary"))
        options.append(Choice(id="talk", label=texts.line(language, "together-talk")))
    if grave:
        options.append(Choice(id="help", label=texts.line(language, "together-way-help")))
    if not options:
        return None
    return Choices(prompt=f"{PROMPT}/{pair.id}", options=tuple(options), language=language)


def _read(row: Claimed) -> tuple[int, bool]:
    """Who wrote a row's words, and whether they were a cry for help."""
    writer, _, how = (row.detail or "0").partition(":")
    return int(writer), how == _GRAVE


def _may_reach(tx: Transaction, pair: Pair, writer: int, reader: int) -> bool:
    """Whether words of one may still reach the other."""
    if pair.stage is not Stage.TOGETHER:
        return False
    if not {writer, reader} <= {each.person for each in pair.partners}:
        return False
    apart = buddies.blocks_among(tx, [writer, reader])
    return not apart & {(writer, reader), (reader, writer)}
