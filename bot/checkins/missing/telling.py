"""The gentle word after some silence, the one before it all rests, and what a buddy hears."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.checkins.missing.planning import Missing
from bot.delivery.messages import direct
from bot.platform import Audience, Choice, Choices, Say, Send
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT
from storage import checkin_hearers, checkins, members
from storage.database import Transaction
from storage.members import Recipient
from storage.outbox import Claimed

MISSING = "checkin-missing"
HEARING = "checkin-hearing"


def write_word(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """To who has been silent; None for who answered, stopped or rests meanwhile."""
    options = (
        ("yes", "missing-yes"),
        ("less", "missing-less"),
        ("pause", "missing-pause"),
        ("stop", "missing-stop"),
        ("talk", "door-talk"),
    )
    return _write(tx, texts, rows, "missing-word", MISSING, options)


def write_asleep(
    tx: Transaction, texts: Texts, rows: Sequence[Claimed]
) -> Mapping[int, Send | None]:
    """To whom nothing is sent any more: how to wake it."""
    options = (("checkin resume", "checkin-resume-button"), ("talk", "door-talk"))
    return _write(tx, texts, rows, "missing-asleep", COMMAND_PROMPT, options)


def _write(
    tx: Transaction,
    texts: Texts,
    rows: Sequence[Claimed],
    text_id: str,
    prompt: str,
    options: Sequence[tuple[str, str]],
) -> dict[int, Send | None]:
    people = [row.subject for row in rows]
    recipients, silences = members.recipients(tx, people), checkins.silences(tx, people)
    written: dict[int, Send | None] = {}
    for row in rows:
        to, silence = recipients.get(row.subject), silences.get(row.subject)
        silent = silence is not None and (silence.unanswered > 0 or silence.asleep)
        written[row.id] = None
        if to is not None and _reached(to) and silent:
            written[row.id] = _say(texts, row, to, text_id, prompt, options)
    return written


@dataclass(frozen=True, slots=True)
class ToHearers:
    """Tells a buddy that somebody has been silent, and nothing else."""

    missing: Missing

    def write(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """None where one of the two wants it no more, or the silence is over."""
        recipients = members.recipients(tx, [row.person for row in rows if row.person is not None])
        silences = checkins.silences(tx, [row.subject for row in rows])
        agreed = set(checkin_hearers.agreed(tx, [row.subject for row in rows]))
        written: dict[int, Send | None] = {}
        for row in rows:
            to, silence = recipients.get(row.person or 0), silences.get(row.subject)
            written[row.id] = None
            if to is None or not _reached(to) or silence is None or not silence.unanswered:
                continue
            together = row.person in self.missing.together(tx, row.subject)
            if together and (row.subject, row.person) in agreed:
                options = (("off", "hearing-off"),)
                prompt = f"{HEARING}/{row.subject}"
                written[row.id] = _say(texts, row, to, "hearing-silent", prompt, options)
        return written


def _reached(to: Recipient) -> bool:
    return not to.stopped and to.account.reachable


def _say(
    texts: Texts,
    row: Claimed,
    to: Recipient,
    text_id: str,
    prompt: str,
    options: Sequence[tuple[str, str]],
) -> Say:
    shown = tuple(Choice(id=id, label=texts.line(to.language, label)) for id, label in options)
    return Say(
        to=direct(to),
        body=texts.body(to.language, text_id),
        audience=Audience.DIRECT,
        choices=Choices(prompt=prompt, options=shown, language=to.language),
        rings=True,
        key=row.send_id,
    )
