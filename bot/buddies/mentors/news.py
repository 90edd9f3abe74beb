"""What somebody who offered to mentor is told of the team's answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.buddies.pairing.telling import words
from bot.delivery.messages import direct, planned
from bot.delivery.sender import ANSWERS
from bot.platform import Audience, Choice, Choices, Say, Send
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT
from storage import members
from storage.buddies import Mentor
from storage.database import Transaction
from storage.members import Recipient
from storage.outbox import Claimed, Draft

TOLD = "mentor-told"
LIVES = timedelta(days=14)
_NEWS = {
    "approve": "mentor-approved",
    "decline": "mentor-declined",
    "relieve": "mentor-relieved",
}


def tell(tx: Transaction, mentor: Mentor, answer: str, now: datetime) -> list[Draft]:
    """A row for them. Args: answer: "approve", "decline", or later "relieve"."""
    return [
        planned(
            key=f"{TOLD}:{mentor.id}:{answer}",
            kind=TOLD,
            subject=mentor.id,
            person=person,
            platform=platform,
            lane=ANSWERS,
            detail=answer,
            due=now,
            expires=now + LIVES,
            now=now,
        )
        for person, platform in members.platforms_of(tx, [mentor.person]).items()
    ]


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The messages of claimed rows."""
    people = members.recipients(tx, [row.person for row in rows if row.person is not None])
    return {row.id: _message(texts, row, people.get(row.person or 0)) for row in rows}


def _message(texts: Texts, row: Claimed, to: Recipient | None) -> Say | None:
    if to is None or to.stopped:
        return None
    approved = row.detail == "approve"
    shown = option(texts, to.language, "mentor status", "mentor-status-button")
    return Say(
        to=direct(to),
        body=texts.body(to.language, _NEWS[row.detail or ""]),
        audience=Audience.DIRECT,
        choices=Choices(prompt=COMMAND_PROMPT, options=(shown,), language=to.language)
        if approved
        else None,
        rings=True,
        key=row.send_id,
    )


def option(texts: Texts, language: str, id: str, text_id: str, **more: Any) -> Choice:
    """One option below a message of its own, as `Turn.option` has it below an answer."""
    typed = words(texts.line(language, f"{text_id}.words"))
    return Choice(id=id, label=texts.line(language, text_id), words=typed, **more)
