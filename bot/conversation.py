"""A form's questions one after another, for platforms that have no forms.

Where a conversation stands is kept sealed, survives a restart, and is forgotten after an hour of
silence. Any command in the middle of it ends it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot import reading
from bot.commands import Field, Form, Kind
from bot.errors import HandrailError
from bot.platform import Choice, Choices, FormFilled, Reply
from bot.turn import Turn
from storage import conversations

PATIENCE = timedelta(hours=1)
PROMPT = "question"
CANCEL = "cancel"


class AnswerTooLongError(HandrailError):
    """More characters than a field takes; the member is told how many fit."""

    text_id = "form-too-long"


class AnswerMissingError(HandrailError):
    """A field that needs an answer got none."""

    text_id = "form-missing"


class OptionUnclearError(HandrailError):
    """The answer names none of the options."""

    text_id = "form-option-unclear"


def start(turn: Turn, form: Form, prompt: str) -> Reply:
    """Ask the form's first question."""
    _remember(turn, form, prompt, {})
    return _question(turn, form, form.fields[0], first=True)


def go_on(turn: Turn, typed: str) -> Reply | FormFilled | None:
    """Take an answer: the next question, the whole form, or None if no conversation is open.

    Raises: HandrailError if the answer cannot be read; the question stays open.
    """
    where = turn.actor
    state = conversations.state_of(turn.tx, where.platform, where.user or "", turn.now)
    if state is None:
        return None
    values: dict[str, str] = state["values"]
    try:
        form = turn.table.form(state["form"])
        field = form.fields[len(values)]
    except LookupError:  # asked by an older version
        end(turn)
        return None
    if typed.strip().casefold() in (CANCEL, turn.line("form-cancel").casefold()):
        end(turn)
        return turn.answer("form-cancelled", turn.doors())
    values[field.name] = check(turn, form, field, typed)
    if len(values) < len(form.fields):
        _remember(turn, form, state["prompt"], values)
        return _question(turn, form, form.fields[len(values)], first=False)
    end(turn)
    return filled(turn, form, state["prompt"], values)


def end(turn: Turn) -> None:
    """Forget the conversation, if there is one."""
    conversations.end(turn.tx, turn.actor.platform, turn.actor.user or "")


def filled(turn: Turn, form: Form, prompt: str, values: dict[str, str]) -> FormFilled:
    """The event that a platform with forms would have sent."""
    event = turn.event
    return FormFilled(
        id=event.id,
        at=event.at,
        where=event.where,
        actor=event.actor,
        locale=event.locale,
        zone=event.zone,
        roles=event.roles,
        ranks=event.ranks,
        spaces=event.spaces,
        direct=event.direct,
        message=event.message,
        waiting=event.waiting,
        form=form.name,
        prompt=prompt,
        values=values,
    )


def check(turn: Turn, form: Form, field: Field, typed: str) -> str:
    """A field's answer, as a form would send it. Raises: HandrailError with what would do."""
    said = typed.strip()
    if not said or said == "-":
        said = field.default
        if field.required and not said:
            raise AnswerMissingError(f"{form.name}.{field.name} is empty")
    if len(said) > field.longest:
        raise AnswerTooLongError(
            f"{form.name}.{field.name} got {len(said)}", given=len(said), longest=field.longest
        )
    if said and field.kind is Kind.TIME:
        reading.read_time(said, turn.language)
    if said and field.kind is Kind.OPTION:
        for option in options(turn, form, field):
            if said.casefold() in (option.id.casefold(), option.label.casefold()):
                return option.id
        raise OptionUnclearError(f"{form.name}.{field.name} got none of its options")
    return said


def options(turn: Turn, form: Form, field: Field) -> Sequence[Choice]:
    """A field's options with their labels."""
    return [
        Choice(id=option, label=turn.line(form.text_id(field, option))) for option in field.options
    ]


def _question(turn: Turn, form: Form, field: Field, *, first: bool) -> Reply:
    text_id = form.text_id(field)
    hint = turn.line(f"{text_id}.hint") if turn.texts.has("en", f"{text_id}.hint") else ""
    choices = None
    if field.kind is Kind.OPTION:
        choices = Choices(prompt=PROMPT, options=tuple(options(turn, form, field)))
    elif default := field.default or _suggested(turn, field):
        keep = Choice(id=default, label=default)
        choices = Choices(prompt=PROMPT, options=(keep,))
    return turn.answer(
        "form-question-first" if first else "form-question",
        choices,
        title=turn.line(form.text_id()),
        question=turn.line(text_id),
        hint=hint,
        cancel=turn.line("form-cancel"),
    )


def _suggested(turn: Turn, field: Field) -> str | None:
    return turn.event.zone if field.kind is Kind.PLACE else None


def _remember(turn: Turn, form: Form, prompt: str, values: dict[str, str]) -> None:
    state = {"form": form.name, "prompt": prompt, "values": values}
    expires = turn.now + PATIENCE
    conversations.put(turn.tx, turn.actor.platform, turn.actor.user or "", state, expires)
