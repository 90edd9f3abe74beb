"""Event to feature: who may, who handles it, what goes out. The one error funnel.

An addressed event is applied in one transaction:

1. its id is noted, so that a repeated delivery changes nothing;
2. whoever caused it is looked up;
3. the command, prompt, form or words are handed to their feature, inside a savepoint;
4. answers that nothing waits for, and sends, become outbox rows.

After the commit the remaining answers are performed and the sender is woken.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import structlog
from sqlalchemy.exc import OperationalError

from bot import conversation
from bot.clock import Clock
from bot.commands import (
    Command,
    CommandTable,
    Handler,
    Role,
    UnknownCommandError,
)
from bot.delivery import answers
from bot.errors import HandrailError
from bot.feature import Feature
from bot.limits import Limits, Verdict
from bot.metrics import Metrics
from bot.platform import (
    Ability,
    Action,
    Adapter,
    Change,
    Choice,
    Choices,
    Chose,
    Commanded,
    Event,
    FormFilled,
    MemberChanged,
    Reply,
    RoomMoved,
    Said,
    Send,
    TookBack,
    Undecryptable,
)
from bot.spoken import SpokenCommands, fitting
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT, ChoiceGoneError, NotJoinedError, StoppedError, Turn
from storage import inbox, members
from storage.database import Database, Transaction
from storage.errors import StorageError

log = structlog.get_logger(__name__)

HELP_NOW = "help now"


class NotAllowedError(HandrailError):
    """A command that needs another role."""

    text_id = "error-not-allowed"


class Heard(Protocol):
    """What somebody has made of an event before it comes to the router.

    `vital`: it was answered at once, so that nothing is said if it cannot be written now; and its
    record may take the last of the disk.
    """

    @property
    def vital(self) -> bool: ...

    def record(self, turn: Turn) -> Sequence[Action]:
        """Write what is to be kept, in the event's own transaction, before it is handled.

        Sets `turn.answered` if words that are no command need no other answer.
        Returns: what is said in addition.
        """


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is left to do after the commit."""

    replies: Sequence[Reply]
    platforms: frozenset[str]  # where the outbox got new rows


class Router:
    """Takes events in, from every adapter."""

    def __init__(
        self,
        *,
        database: Database,
        features: Sequence[Feature],
        table: CommandTable,
        adapters: Mapping[str, Adapter],
        texts: Texts,
        clock: Clock,
        metrics: Metrics,
        wake: Callable[[frozenset[str]], None],
        limits: Limits | None = None,
        checkpoint: Callable[[str], None] = lambda name: None,
    ) -> None:
        self._limits = limits
        self._database = database
        self._table = table
        self._adapters = adapters
        self._texts = texts
        self._clock = clock
        self._metrics = metrics
        self._wake = wake
        self._checkpoint = checkpoint
        self._prompts = {name: h for f in features for name, h in f.prompts.items()}
        self._takes_back = {name: h for f in features for name, h in f.takes_back.items()}
        self._notices: dict[type[Event], list[Handler]] = defaultdict(list)
        for feature in features:
            for kind, notice in feature.notices.items():
                self._notices[kind].append(notice)
        self._needs_reach = frozenset[str]().union(*(f.needs_reach for f in features))
        self._grants = [f.grants for f in features if f.grants is not None]
        self._ranks = [f.ranks for f in features if f.ranks is not None]
        self._hears = [f.hear for f in features if f.hear is not None]
        self._witnesses = [f.witness for f in features if f.witness is not None]
        self._spoken = SpokenCommands(table, texts)

    async def take(self, event: Event, heard: Heard | None = None) -> None:
        """Apply one event; returns when it is durable. Raises: StorageError if it is not.

        Args:
            heard: what was made of it before; the crisis watch answers some events at once.
        """
        if _is_ambient(event) and heard is None:
            return  # nothing of it is kept
        began = time.perf_counter()
        vital = heard is not None and heard.vital
        if heard is None and not await self._within_limits(event):
            return
        try:
            reachable = await self._reaches(event)
            outcome = await self._database.write(
                lambda tx: self._apply(tx, event, reachable, heard), vital=vital
            )
        except StorageError as error:
            log.error("event_not_applied", error=type(error).__name__)
            if not vital:
                await self._apologise(event)
            raise
        self._checkpoint("event-applied")
        self._wake(outcome.platforms)
        for reply in outcome.replies:
            receipt = await self._adapters[event.actor.platform].perform(reply)
            log.debug("answered", outcome=receipt.outcome.value, reason=receipt.reason)
        self._metrics.event_handled(event.actor.platform, time.perf_counter() - began)

    async def _within_limits(self, event: Event) -> bool:
        """Whether it is taken; who asks too much is told so once, and that help lines go on."""
        if self._limits is None or self._asks_for_help(event):
            return True
        verdict = self._limits.judge(event)
        if verdict is Verdict.SPEAK:
            language = self._texts.language_for(event.locale)
            reply = Reply(to=event, body=self._texts.body(language, "limit-reached"))
            adapter = self._adapters[event.actor.platform]
            await adapter.perform(reply if event.waiting is not None else answers.as_send(reply))
            log.warning("limit_reached", platform=event.actor.platform)
        return verdict is Verdict.TAKE

    def _asks_for_help(self, event: Event) -> bool:
        match event:
            case Commanded(name=name):
                return name == HELP_NOW
            case Chose(prompt=prompt, choice=choice):
                return prompt == COMMAND_PROMPT and choice == HELP_NOW
            case Said(text=text):
                return self._spoken.always(text)
            case FormFilled():
                return False
            case _:
                return True  # nobody's doing, such as a room that moved

    def written(self, platforms: frozenset[str]) -> None:
        """Outbox rows were written beside all events: have them sent."""
        self._wake(platforms)

    async def _reaches(self, event: Event) -> bool:
        """Whether direct messages arrive, asked only where it matters and is not plain already."""
        if event.direct or not isinstance(event, Chose):
            return True
        if event.prompt.split("/")[0] not in self._needs_reach:
            return True
        return await self._adapters[event.actor.platform].can_reach(event.actor)

    # --- inside the transaction

    def _apply(
        self, tx: Transaction, event: Event, reachable: bool, heard: Heard | None
    ) -> Outcome:
        now = self._clock.now()
        if not inbox.record(tx, event.actor.platform, event.id, now):
            return Outcome((), frozenset())
        turn = self._turn(tx, event)
        turn.reachable = reachable
        said = self._recorded(turn, heard) if heard is not None else []
        if _is_ambient(event):
            return self._dispatch(turn, said)
        try:
            with tx.savepoint():
                actions = [*said, *self._handle(turn)]
        except HandrailError as error:
            log.info("event_refused", error=type(error).__name__)
            actions = [*said, self._explain(turn, error)]
        except (StorageError, OperationalError):
            raise  # the database's trouble: the event is not applied, and comes again
        except Exception:
            log.exception("event_broke", kind=type(event).__name__)
            actions = [*said, turn.answer("error-ours", turn.doors())]
        self._checkpoint("event-handled")
        return self._dispatch(turn, actions)

    def _recorded(self, turn: Turn, heard: Heard) -> Sequence[Action]:
        """What was made of it before, kept; a mistake in that costs the event nothing."""
        try:
            with turn.tx.savepoint():
                return heard.record(turn)
        except (StorageError, OperationalError):
            raise
        except Exception:
            log.exception("heard_not_recorded", kind=type(turn.event).__name__)
            return []

    def _turn(self, tx: Transaction, event: Event) -> Turn:
        actor = event.actor
        member = members.member_with(tx, actor.platform, actor.user or "")
        if member is not None and not member.reachable:
            members.set_reachable(tx, member.account, True)
        turn = Turn(
            event=event,
            tx=tx,
            now=self._clock.now(),
            texts=self._texts,
            table=self._table,
            language=self._texts.language_for(member.language if member else event.locale),
            member=member,
            role=_role(event, member),
        )
        if event.ranks:
            turn.role = max([turn.role, *(ranks(turn) for ranks in self._ranks)])
        if member is None and turn.communities:
            turn.language = self._texts.language_for(event.locale, turn.communities[0].language)
        return turn

    def _handle(self, turn: Turn) -> Sequence[Action]:
        match turn.event:
            case Commanded(name=name, args=args):
                conversation.end(turn)
                command = self._table.named(name)
                if command is None:
                    raise self._spoken.unknown(name)
                return self._run(turn, command, args)
            case Chose() as chose:
                return self._chosen(turn, chose)
            case TookBack(prompt=prompt):
                undo = self._takes_back.get(prompt.split("/")[0])
                return undo(turn) if undo is not None else []
            case FormFilled() as filled:
                return self._filled(turn, filled)
            case Said(text=text):
                return self._hear(turn, text)
            case RoomMoved(where=old, to=new):
                members.move_space(turn.tx, old.platform, old.channel or "", new.channel or "")
            case MemberChanged(direct=True, change=change) if change is not Change.JOINED:
                if turn.member is not None and turn.member.stopped_at is None:
                    turn.say("stop")  # leaving the conversation is a way to say stop
            case other if type(other) in self._notices:
                return [action for notice in self._notices[type(other)] for action in notice(turn)]
        return []

    def _chosen(self, turn: Turn, chose: Chose) -> Sequence[Action]:
        if chose.prompt == conversation.PROMPT:
            return self._hear(turn, chose.choice)
        if chose.prompt == COMMAND_PROMPT:
            return self._said(turn, chose.choice)
        return self._handler_of(chose.prompt)(turn)

    def _handler_of(self, prompt: str) -> Handler:
        """Who handles a prompt; what an older version asked is answered kindly."""
        return self._prompts.get(prompt.split("/")[0], _nobody_asks)

    def _hear(self, turn: Turn, text: str) -> Sequence[Action]:
        """Words to the bot: an answer to its question, a command, or something a feature knows."""
        if turn.event.direct and not self._spoken.always(text):
            step = conversation.go_on(turn, text)
            if isinstance(step, Reply):
                return [step]
            if step is not None:
                turn.event = step
                return self._filled(turn, step)
        return self._said(turn, text)

    def _said(self, turn: Turn, text: str) -> Sequence[Action]:
        found = self._spoken.read(text)
        if found is not None:
            conversation.end(turn)
            return self._run(turn, *found)
        for hear in self._hears:
            actions = hear(turn, text)
            if actions is not None:
                return actions
        if turn.answered:
            return []
        if turn.event.direct and turn.member is None:
            return turn.say("start")  # whatever a stranger says first, we introduce ourselves
        if turn.member is not None and turn.member.stopped_at is not None:
            raise StoppedError(f"person {turn.member.id} has stopped")
        raise self._spoken.unknown(text)

    def _run(self, turn: Turn, command: Command, args: Mapping[str, str]) -> Sequence[Action]:
        if command.needs is Role.MEMBER and turn.member is None:
            raise NotJoinedError(f"{command.name} needs a member")
        if turn.role < command.needs:
            turn.role = max([turn.role, *(grants(turn) for grants in self._grants)])
        if turn.role < command.needs and not (command.admits and command.admits(turn)):
            owners = int(command.needs is Role.OWNER)
            raise NotAllowedError(f"{command.name} needs {command.needs.name}", owners=owners)
        turn.given, turn.command = fitting(command, args), command.name
        actions = command.handler(turn)
        for witness in self._witnesses:
            witness(turn, command)
        return actions

    def _filled(self, turn: Turn, filled: FormFilled) -> Sequence[Action]:
        try:
            form = self._table.form(filled.form)
        except KeyError:
            raise ChoiceGoneError("no such form") from None
        turn.given = {
            field.name: conversation.check(turn, form, field, filled.values.get(field.name, ""))
            for field in form.fields
        }
        return self._handler_of(filled.prompt or filled.form)(turn)

    def _explain(self, turn: Turn, error: HandrailError) -> Reply:
        """What a person reads when something could not be done: what would do instead."""
        values = dict(error.values)
        command = self._table.named(str(values.get("command", "")))
        if command is not None:
            values["example"] = turn.line(f"{command.text_id}.example")
        event = turn.event
        choices: Choices | None = None
        if isinstance(error, UnknownCommandError | ChoiceGoneError):
            choices = turn.doors()
        elif isinstance(error, NotJoinedError | StoppedError):
            start = turn.option("start", "join-start")
            choices = Choices(prompt=COMMAND_PROMPT, options=(start,))
        elif isinstance(event, FormFilled) and event.waiting:
            again = Choice(id="again", label=turn.line("form-again"), form=event.form)
            choices = Choices(prompt=event.prompt or event.form, options=(again,))
        return turn.show(turn.body(error.text_id, **values), choices)

    # --- what goes out

    def _dispatch(self, turn: Turn, actions: Sequence[Action]) -> Outcome:
        """Part what is performed at once from what becomes rows of this transaction."""
        replies: list[Reply] = []
        rows: list[Reply | Send] = []
        for action in actions:
            if not isinstance(action, Reply):
                rows.append(action)
                continue
            if action.form is not None and not self._opens_forms(turn.event):
                form = self._table.form(action.form)
                action = conversation.start(turn, form, action.form_prompt)
            (replies if turn.event.waiting is not None else rows).append(action)
        answers.enqueue(turn, rows)
        platforms = {turn.actor.platform if isinstance(r, Reply) else r.to.platform for r in rows}
        return Outcome(replies, frozenset(platforms | turn.wakes))

    def _opens_forms(self, event: Event) -> bool:
        """Whether a form can open now: the place has forms, and somebody waits in front of it."""
        adapter = self._adapters[event.actor.platform]
        return event.waiting is not None and Ability.FORM in adapter.abilities(event.where)

    async def _apologise(self, event: Event) -> None:
        """Tell somebody who waits that nothing was written; needs no database."""
        if event.waiting is not None:
            language = self._texts.language_for(event.locale)
            body = self._texts.body(language, "error-storage")
            await self._adapters[event.actor.platform].perform(Reply(to=event, body=body))


def _is_ambient(event: Event) -> bool:
    """Whether an event is what people say among themselves."""
    match event:
        case Said(addressed=addressed):
            return not addressed
        case Undecryptable(direct=direct):
            return not direct
        case _:
            return False


def _nobody_asks(turn: Turn) -> Sequence[Action]:
    raise ChoiceGoneError("no such prompt")


def _role(event: Event, member: members.Member | None) -> Role:
    for role in (Role.OWNER, Role.MODERATOR, Role.FACILITATOR, Role.PEER_SUPPORTER):
        if role.name.lower() in event.roles:
            return role
    return Role.MEMBER if member is not None else Role.ANYONE
