"""One event while it is being handled: what a handler gets to see and to say."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot import reading
from bot.commands import CommandTable, Role
from bot.errors import HandrailError, TextValue
from bot.platform import (
    Action,
    Address,
    Audience,
    Change,
    Choice,
    Choices,
    Chose,
    Event,
    FormFilled,
    MemberChanged,
    Reply,
    TookBack,
)
from bot.richtext import Body
from bot.texts import Texts
from storage import members
from storage.database import Transaction
from storage.members import Community, Member

COMMAND_PROMPT = "say"
"""The prompt whose choices are commands: pressing one is the same as saying it."""

DOORS = (
    ("door-checkin", "checkin now"),
    ("door-talk", "talk"),
    ("door-meetings", "meetings"),
    ("door-help", "help now"),
)


DOORS_IN = (("join-start", "start"), ("door-help", "help now"))
"""What somebody who has not joined can use."""


class NotJoinedError(HandrailError):
    """Something for members, wanted by somebody who has not joined."""

    text_id = "error-not-joined"


class StoppedError(HandrailError):
    """Something for members, wanted by a member who said stop."""

    text_id = "error-stopped"


class ChoiceGoneError(HandrailError):
    """What was pressed means nothing any more: an older version's, or nobody's."""

    text_id = "choice-gone"


@dataclass(slots=True, kw_only=True)
class Turn:
    """An event, the open transaction, and whoever caused it.

    Args:
        member: None before they joined.
        role: the actor's, as the platform's server states it.
        given: a command's arguments or a form's values, as typed.
        reachable: False if direct messages to the actor are known not to arrive; asked only where
            a feature's `needs_reach` says so.
        answered: words that are no command have had their answer already.
        now: the bot's clock; `event.at` is when it was said, which may be long ago.
        command: the name of the command that is being handled; empty for anything else.
        wakes: platforms for which the handler wrote outbox rows of its own.
    """

    event: Event
    tx: Transaction
    now: datetime
    texts: Texts
    table: CommandTable
    language: str
    member: Member | None
    role: Role
    reachable: bool = True
    answered: bool = False
    given: Mapping[str, str] = field(default_factory=dict)
    command: str = ""
    wakes: set[str] = field(default_factory=set, init=False)
    _communities: Sequence[Community] | None = field(default=None, init=False, repr=False)

    @property
    def communities(self) -> Sequence[Community]:
        """Those that the place belongs to; in a direct message, those of the member."""
        if self._communities is None:
            event, platform = self.event, self.event.actor.platform
            around = [event.where.space] if event.where.space else list(event.spaces)
            found = members.communities_with(self.tx, platform, around)
            if not found and self.member is not None:
                found = members.communities_of(self.tx, self.member.id)
            self._communities = found
        return self._communities

    def within(self, community: Community) -> None:
        """What follows is about this community, wherever it was said."""
        self._communities = [community]

    @property
    def left(self) -> set[int]:
        """The communities that a `MemberChanged` tells the actor is in no longer.

        Somebody who left one of several spaces of a community is still there; who was banned from
        one is not.
        """
        event = self.event
        if not isinstance(event, MemberChanged):
            return set()
        space = event.where.space
        still = self._around(event.spaces) if event.change is Change.LEFT else set()
        return self._around([space] if space else []) - still

    def _around(self, spaces: Sequence[str]) -> set[int]:
        found = members.communities_with(self.tx, self.event.actor.platform, spaces)
        return {each.id for each in found}

    @property
    def actor(self) -> Address:
        return self.event.actor

    @property
    def choice(self) -> str:
        """The option that was chosen or taken back; empty for anything else."""
        return self.event.choice if isinstance(self.event, Chose | TookBack) else ""

    @property
    def detail(self) -> str:
        """What stands behind the slash of the prompt that was chosen from or filled in."""
        event = self.event
        prompt = event.prompt if isinstance(event, Chose | TookBack | FormFilled) else ""
        return prompt.partition("/")[2]

    @property
    def person(self) -> Member:
        """The member. Raises: NotJoinedError, or StoppedError after `stop`."""
        if self.member is None:
            raise NotJoinedError("needs a member")
        if self.member.stopped_at is not None:
            raise StoppedError(f"person {self.member.id} has stopped")
        return self.member

    @property
    def today(self) -> date:
        """The member's own date when they spoke."""
        return self.spoken_at.date()

    @property
    def spoken_at(self) -> datetime:
        """When they spoke, on the member's own clock."""
        return self.event.at.astimezone(self.zone)

    @property
    def zone(self) -> ZoneInfo:
        """The member's own. Raises: as `person`."""
        return self.person.zone

    @property
    def country(self) -> str | None:
        """The first community's country; ISO 3166."""
        return next((c.country for c in self.communities if c.country), None)

    # --- reading what was given

    def words(self, name: str) -> str | None:
        """A given text without the blanks around it; None if nothing was given."""
        return self.given.get(name, "").strip() or None

    def hour(self, name: str) -> time:
        """A given local time. Raises: UnclearTimeError."""
        return reading.read_time(self.given.get(name, ""), self.language)

    def day(self, name: str) -> date:
        """A given local date, counted from the day it was said. Raises: UnclearDayError."""
        return reading.read_day(self.given.get(name, ""), self.today, self.language)

    # --- saying something

    def line(self, text_id: str, **values: TextValue) -> str:
        return self.texts.line(self.language, text_id, **values)

    def body(self, text_id: str, **values: TextValue) -> Body:
        return self.texts.body(self.language, text_id, **values)

    def clock_words(self, moment: datetime | time) -> str:
        """A local time in the member's language."""
        return self.texts.when(self.language, moment, "time")

    def day_words(self, day: date) -> str:
        return self.texts.when(self.language, day, "date")

    def answer(
        self,
        text_id: str,
        choices: Choices | None = None,
        *,
        replaces: bool = False,
        **values: TextValue,
    ) -> Reply:
        """A private answer from a text."""
        return self.show(self.body(text_id, **values), choices, replaces=replaces)

    def show(self, body: Body, choices: Choices | None = None, *, replaces: bool = False) -> Reply:
        """A private answer from a body."""
        if choices is not None:
            choices = dataclasses.replace(choices, language=self.language)
        return Reply(to=self.event, body=body, choices=choices, replaces=replaces)

    def say(self, command: str) -> Sequence[Action]:
        """What the command of that name answers; for buttons that lead to another feature."""
        found = self.table.named(command)
        if found is None:
            raise LookupError(f"no command is called {command!r}")
        self.given, self.command = {}, found.name
        return found.handler(self)

    def tell_all(self, text_id: str, choices: Choices | None = None, **values: TextValue) -> Reply:
        """An answer that everybody in the room may read."""
        told = self.show(self.body(text_id, **values), choices)
        return dataclasses.replace(told, audience=Audience.PUBLIC)

    def ask(self, form: str, prompt: str = "") -> Reply:
        """Open a form; where there are none, its questions come one by one."""
        return Reply(to=self.event, body=(), form=form, form_prompt=prompt)

    def option(self, choice: str, text_id: str, **options: object) -> Choice:
        """One option, labelled by a text; the text's `.words` are what also means it, typed."""
        words: tuple[str, ...] = ()
        if self.texts.has(self.language, f"{text_id}.words"):
            typed = self.line(f"{text_id}.words")
            words = tuple(word.strip().casefold() for word in typed.split(","))
        return Choice(id=choice, label=self.line(text_id), words=words, **options)  # type: ignore[arg-type]

    def doors(self) -> Choices:
        """The four buttons that lead everywhere; the way in for those who have not joined."""
        doors = [each for each in DOORS if self._used(each[1])] if self.member else DOORS_IN
        return Choices(
            prompt=COMMAND_PROMPT,
            options=tuple(self.option(command, text_id) for text_id, command in doors),
        )

    def _used(self, name: str) -> bool:
        """Whether the command of that name is of any use here."""
        command = self.table.named(name)
        return command is None or command.used is None or command.used(self)
