"""What is said and changed in the rooms of meetings, as rows of the outbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.messages import row_of
from bot.delivery.sender import ANSWERS
from bot.errors import TextValue
from bot.platform import (
    Address,
    Audience,
    Choice,
    Choices,
    Floor,
    Say,
    Send,
    SetFloor,
    SetRole,
    new_key,
)
from bot.richtext import Body, Mention, Paragraph, Text
from bot.texts import Texts
from storage import members
from storage.database import Transaction
from storage.hosting import Hosted, Session
from storage.meetings import Meeting
from storage.outbox import Draft

PROMPT = "hosting"
RAISE, DONE = "raise", "done"


def own_words(text: str) -> Body:
    """What a community has written itself: its paragraphs, and nothing in it is markup."""
    parts = (part.strip() for part in text.split("\n\n"))
    return tuple(Paragraph((Text(part),)) for part in parts if part)


def named(platform: str, user: str, *, quiet: bool = False) -> Mention:
    """Somebody in the room."""
    return Mention(platform, user, user, quiet=quiet)


@dataclass(frozen=True, slots=True)
class Place:
    """The room of one meeting, and what can be said there.

    Args:
        language: the community's.
    """

    tx: Transaction
    texts: Texts
    hosted: Hosted
    meeting: Meeting
    language: str
    now: datetime

    @classmethod
    def of(
        cls, tx: Transaction, texts: Texts, hosted: Hosted, meeting: Meeting, now: datetime
    ) -> Place:
        """The place of a meeting, at a moment."""
        community = members.community(tx, meeting.community)
        language = texts.language_for(community.language if community is not None else None)
        return cls(tx, texts, hosted, meeting, language, now)

    @property
    def address(self) -> Address:
        hosted = self.hosted
        return Address(hosted.platform, space=hosted.space, channel=hosted.channel)

    def key(self, session: Session, name: str) -> str:
        """The dedupe key of one step of a session."""
        return f"hosting:{session.id}:{name}"

    def body(self, text_id: str, **values: TextValue) -> Body:
        return self.texts.body(self.language, text_id, **values)

    def say(
        self,
        key: str,
        body: Body,
        expires: datetime,
        *,
        choices: Choices | None = None,
        rings: bool = False,
    ) -> Draft:
        """A message that the whole room reads."""
        said = Say(
            to=self.address, body=body, audience=Audience.PUBLIC, choices=choices, rings=rings
        )
        return self.row(said, key, expires)

    def set_floor(self, key: str, floor: Floor) -> Draft:
        return self.row(SetFloor(to=self.address, floor=floor, key=new_key()), key, None)

    def lend(self, key: str, user: str, *, given: bool) -> Draft:
        """Give whoever leads their role, or take it back."""
        hosted = self.hosted
        to = Address(hosted.platform, hosted.space, hosted.channel, user)
        role = SetRole(to=to, role=hosted.wishes.role, given=given, lent=True)
        return self.row(role, key, None)

    def buttons(self) -> Choices:
        """What everybody in the room can press."""
        options = tuple(
            Choice(
                id=choice,
                label=self.texts.line(self.language, f"hosting-{choice}"),
                tone="primary" if choice == RAISE else "plain",
            )
            for choice in (RAISE, DONE)
        )
        return Choices(prompt=PROMPT, options=options, language=self.language)

    def topic(self, session: Session) -> Mapping[str, TextValue]:
        """The values of texts that may name a topic."""
        topic = session.course.topic
        return {"topic": topic, "has": int(bool(topic))}

    def row(self, send: Send, key: str, expires: datetime | None) -> Draft:
        """What is sent to the room, ahead of reminders. Args: key: it is sent once under it."""
        return row_of(
            self.tx,
            send,
            lane=ANSWERS,
            due=self.now,
            expires=expires,
            subject=self.meeting.id,
            key=key,
        )
