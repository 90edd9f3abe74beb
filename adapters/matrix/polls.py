"""Polls: shown besides the text of a question that everybody in a room is asked.

Rooms of today's versions take the names from before polls were in the specification, and clients
send those; the stable ones stand beside them. Source: spec, "Polls"; MSC3381, "Unstable prefix".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.platform import Choices

POLL, POLL_END = "org.matrix.msc3381.poll.start", "org.matrix.msc3381.poll.end"
VOTES = ("m.poll.response", "org.matrix.msc3381.poll.response")
_OLD_TEXT = "org.matrix.msc1767.text"
_OPTIONS_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Vote:
    """An answer to a poll."""

    id: str
    sender: str
    poll: str
    answer: str


def is_poll(choices: Choices | None) -> bool:
    """Whether a question is shown as a poll too, besides its text."""
    return choices is not None and choices.poll and len(choices.options) <= _OPTIONS_AT_MOST


def poll_content(question: str, choices: Choices) -> dict[str, Any]:
    """A poll, of type `POLL`; an answer's id is its number."""
    rows = [(str(n), option.label) for n, option in enumerate(choices.options, 1)]
    fallback = "\n".join([question, *(f"{number}. {label}" for number, label in rows)])
    return {
        POLL: {
            "kind": "org.matrix.msc3381.poll.disclosed",
            "max_selections": 1,
            "question": {_OLD_TEXT: question, "body": question, "msgtype": "m.text"},
            "answers": [{"id": number, _OLD_TEXT: label} for number, label in rows],
        },
        "m.poll": {
            "kind": "m.disclosed",
            "max_selections": 1,
            "question": {"m.text": [{"body": question}]},
            "answers": [{"m.id": n, "m.text": [{"body": label}]} for n, label in rows],
        },
        "m.text": [{"body": fallback}],
        _OLD_TEXT: fallback,
        "m.mentions": {},
    }


def poll_end_content(poll: str, words: str) -> dict[str, Any]:
    """Closes a poll; of type `POLL_END`."""
    return {
        POLL_END: {},
        "m.relates_to": {"rel_type": "m.reference", "event_id": poll},
        "m.text": [{"body": words}],
        _OLD_TEXT: words,
        "m.mentions": {},
    }


def vote_of(raw: Mapping[str, Any]) -> Vote | None:
    """An answer to a poll; None if it is none, or takes an earlier one back."""
    content = _mapping(raw.get("content"))
    answers = content.get("m.selections") or _mapping(content.get(VOTES[1])).get("answers")
    answer = answers[0] if isinstance(answers, list) and answers else None
    poll = _mapping(content.get("m.relates_to")).get("event_id")
    if not (isinstance(answer, str) and isinstance(poll, str) and answer and poll):
        return None
    return Vote(str(raw.get("event_id")), str(raw.get("sender")), poll, answer)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
