"""What a proposal says to one of its people: coarse words about the other, and until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from bot.buddies.joining.hours import free_hours, overlapping, parts_in
from bot.buddies.joining.items import answer
from bot.buddies.joining.traits import traits
from bot.buddies.pairing.telling import words
from bot.delivery.messages import direct
from bot.platform import Audience, Choice, Choices, Say, Send
from bot.texts import Texts
from storage import buddies, buddy_pairs, members
from storage.buddy_pairs import Pair, Partner, Stage
from storage.database import Transaction
from storage.members import Recipient
from storage.outbox import Claimed

PROPOSAL = "buddy-proposal"


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The proposals of claimed rows."""
    people = members.recipients(tx, [row.person for row in rows if row.person is not None])
    return {row.id: _proposal(tx, texts, row, people.get(row.person or 0)) for row in rows}


def _proposal(tx: Transaction, texts: Texts, row: Claimed, to: Recipient | None) -> Say | None:
    pair = buddy_pairs.with_id(tx, row.subject)
    if pair is None or pair.stage is not Stage.PROPOSED or to is None or to.stopped:
        return None
    person, language = to.account.person, to.language
    others = pair.others(person)
    kind = "mentor" if others[0].mentors else "mentee" if pair.partner(person).mentors else "one"
    if len(others) > 1:
        kind = "two"
    body = texts.body(language, f"buddy-proposal-{kind}")
    own = _said(tx, pair, pair.partner(person))
    zones = members.recipients(tx, [each.person for each in others])
    for other in others:
        said = _said(tx, pair, other)
        theirs = zones.get(other.person)
        both_free = _both_free(pair, own, to.zone, said, theirs.zone) if theirs else None
        body += traits(said, texts, language, own, both_free=both_free)
    if pair.companion is not None:
        body += texts.body(language, "buddy-proposal-accompanied")
    until = until_words(texts, language, pair, ZoneInfo(to.zone))
    body += texts.body(language, "buddy-proposal-until", until=until)
    options = tuple(
        Choice(
            id=each,
            label=texts.line(language, f"buddy-answer-{each}"),
            words=words(texts.line(language, f"buddy-answer-{each}.words")),
        )
        for each in ("yes", "no", "sees")
    )
    return Say(
        to=direct(to),
        body=body,
        audience=Audience.DIRECT,
        choices=Choices(prompt=f"{PROPOSAL}/{pair.id}", options=options, language=language),
        rings=True,
        key=row.send_id,
    )


def _both_free(
    pair: Pair, own: Mapping[str, Any], zone: str, other: Mapping[str, Any], their_zone: str
) -> Sequence[str] | None:
    """Parts of one's own week in which both are free; None if one of them did not say when."""
    mine, theirs = answer(own, "hours"), answer(other, "hours")
    if not mine or not theirs:
        return None
    at = pair.proposed_at
    common = overlapping(
        free_hours(mine, ZoneInfo(zone), at), free_hours(theirs, ZoneInfo(their_zone), at)
    )
    return parts_in(common, ZoneInfo(zone), at)


def _said(tx: Transaction, pair: Pair, other: Partner) -> Mapping[str, Any]:
    if other.mentors:
        mentor = buddies.mentor(tx, pair.community, other.person)
        return mentor.said if mentor is not None else {}
    seeker = buddies.seeker(tx, pair.community, other.person)
    return seeker.said if seeker is not None else {}


def until_words(texts: Texts, language: str, pair: Pair, zone: ZoneInfo) -> str:
    """Until when it is open, on the reader's clock."""
    return texts.when(language, pair.expires_at.astimezone(zone), "datetime")
