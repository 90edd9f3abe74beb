"""The options of a question: remembered, and shown to be tapped."""

from __future__ import annotations

import asyncio
import contextlib

import structlog

from adapters.matrix import polls
from adapters.matrix.api import MatrixError, UnreachableError
from adapters.matrix.prompts import reaction_keys
from adapters.matrix.sending import send_event
from adapters.matrix.session import Session
from bot import richtext
from bot.platform import Choices, Outcome, Say

log = structlog.get_logger(__name__)

_PATIENCE = 20.0  # seconds that the reactions of one question may wait for the rate limit
_QUESTION_AT_MOST = 300  # characters above a poll; the whole text stands in the message


async def show_choices(
    session: Session, room_id: str, message: str, member: str, say: Say
) -> Outcome:
    """Remember what a message asks, and set a reaction for each option, or a poll.

    Args:
        member: the only one who may answer; "" for everybody in the room.

    Returns: DEGRADED if it can only be answered in words: the options stand in the text.
    """
    prompts = session.prompts
    if say.choices is None:
        if say.edits is None:
            await prompts.talk_on(room_id)
        else:
            await _close(session, room_id, message, say)
        return Outcome.SENT
    await prompts.show(room_id, message, member, say.choices)
    try:
        if polls.is_poll(say.choices):
            await _set_poll(session, room_id, message, say, say.choices)
        else:
            await _set_reactions(session, room_id, message, say, say.choices)
    except (MatrixError, UnreachableError) as error:
        log.info("matrix_choices_not_set", error=str(error))
        return Outcome.DEGRADED
    return Outcome.SENT


async def _close(session: Session, room_id: str, message: str, say: Say) -> None:
    shown = await session.prompts.at(room_id, message)
    if shown is not None and shown.poll:
        words = richtext.plain(say.body)[:_QUESTION_AT_MOST]
        content = polls.poll_end_content(shown.poll, words)
        with contextlib.suppress(MatrixError, UnreachableError):
            await send_event(session, room_id, polls.POLL_END, content, f"{say.key}-end")
    await session.prompts.close(room_id, message)


async def _set_poll(
    session: Session, room_id: str, message: str, say: Say, choices: Choices
) -> None:
    question = richtext.plain(say.body)[:_QUESTION_AT_MOST]
    content = polls.poll_content(question, choices)
    poll = await send_event(session, room_id, polls.POLL, content, f"{say.key}-poll")
    await session.prompts.note_poll(room_id, message, poll)


async def _set_reactions(
    session: Session, room_id: str, message: str, say: Say, choices: Choices
) -> None:
    waited = 0.0
    for number, key in enumerate(reaction_keys(len(choices.options)), 1):
        content = {"m.relates_to": {"rel_type": "m.annotation", "event_id": message, "key": key}}
        while True:
            try:
                await send_event(session, room_id, "m.reaction", content, f"{say.key}-r{number}")
                break
            except MatrixError as error:
                if error.code == "M_DUPLICATE_ANNOTATION":
                    break  # an edited question keeps its reactions
                wait = error.retry_after
                if wait is None or waited + wait > _PATIENCE:
                    raise
                waited += wait
                await asyncio.sleep(wait)
