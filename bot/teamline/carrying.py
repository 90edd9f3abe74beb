"""Words on their way along a line: rows of the outbox, each carried once and in order.

A line begins for the team with a message of ours; all else hangs in that message's thread. What
is written before that message has arrived waits for it, for a while.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.feature import Arrived, StaffOf
from bot.platform import Outcome, Receipt
from bot.teamline.rows import (
    ANSWER,
    COPY,
    HELD,
    LISTENS,
    NOTE,
    ROOT,
    TOLD,
    WORDS,
    row_of,
    talks_elsewhere,
)
from bot.teamline.spots import Spot, spots_of
from storage import members, team_lines
from storage.database import Transaction
from storage.outbox import Claimed, Draft
from storage.team_lines import Account, Line, Stage

_LOST = (Outcome.GONE, Outcome.REFUSED, Outcome.UNSUPPORTED)


class Carrying:
    """Makes the rows of lines, and hears what became of them."""

    def __init__(self, staff_of: StaffOf) -> None:
        self._staff_of = staff_of

    @property
    def arrived(self) -> Mapping[str, Arrived]:
        """By kind of row."""
        return {ROOT: self._begun, WORDS: self._carried, ANSWER: self._answered}

    def spots(self, tx: Transaction, line: Line) -> dict[str, Spot]:
        """Where the team reads a line."""
        return spots_of(tx, self._staff_of, line)

    # --- what is to be sent

    def begin(self, tx: Transaction, line: Line, now: datetime) -> list[Draft]:
        """The message with which the line begins, in each place of the team."""
        return [
            self._to_team(tx, line, ROOT, spot, f"{ROOT}:{line.id}:{spot.name}", now)
            for spot in self.spots(tx, line).values()
        ]

    def words(
        self, tx: Transaction, line: Line, words: str, event: str, now: datetime
    ) -> list[Draft]:
        """A member's words, for each place of the team.

        Args:
            event: names the event that brought them; they are carried once for it.
        """
        begun = team_lines.places_of(tx, line.id)
        return [
            self._to_team(
                tx,
                line,
                WORDS,
                spot,
                f"{WORDS}:{event}:{spot.name}",
                now,
                content={"words": words},
                held=spot.name not in begun,
            )
            for spot in self.spots(tx, line).values()
        ]

    def answer(
        self,
        tx: Transaction,
        line: Line,
        words: str,
        by: Account,
        at: str,
        event: str,
        now: datetime,
    ) -> list[Draft]:
        """Words of the team, for the member, and for the other places of the team.

        Args:
            at: the spot where they were written.
        """
        content = {"words": words, "by": by}
        copies = [
            self._to_team(
                tx,
                line,
                COPY,
                spot,
                f"{COPY}:{event}:{spot.name}",
                now,
                content=content,
                held=spot.name not in team_lines.places_of(tx, line.id),
            )
            for spot in self.spots(tx, line).values()
            if spot.name != at
        ]
        return [*self._to_member(tx, line, ANSWER, f"{ANSWER}:{event}", at, now, content), *copies]

    def note(
        self, tx: Transaction, line: Line, what: str, again: str, now: datetime, *, at: str = ""
    ) -> list[Draft]:
        """A line of ours for the team, in each of its places or in one.

        Args:
            again: tells this note from others that say the same.
        """
        return [
            self._to_team(
                tx, line, NOTE, spot, f"{NOTE}:{line.id}:{what}:{again}:{spot.name}", now, what=what
            )
            for spot in self.spots(tx, line).values()
            if at in ("", spot.name)
        ]

    def tell(
        self, tx: Transaction, line: Line, what: str, again: str, now: datetime
    ) -> list[Draft]:
        """A line of ours for the member."""
        return self._to_member(tx, line, TOLD, f"{TOLD}:{line.id}:{what}:{again}", what, now)

    def _to_team(
        self,
        tx: Transaction,
        line: Line,
        kind: str,
        spot: Spot,
        dedupe: str,
        now: datetime,
        *,
        content: Mapping[str, Any] | None = None,
        what: str = "",
        held: bool = False,
    ) -> Draft:
        # A helper who cannot be reached says nothing of the member.
        person = None if spot.private else line.person
        due = now + HELD if held else now
        detail = f"{spot.name}:{what}" if what else spot.name
        return row_of(tx, line, kind, dedupe, person, spot.to.platform, detail, due, content)

    def _to_member(
        self,
        tx: Transaction,
        line: Line,
        kind: str,
        dedupe: str,
        detail: str,
        now: datetime,
        content: Mapping[str, Any] | None = None,
    ) -> list[Draft]:
        platform = members.platforms_of(tx, [line.person]).get(line.person)
        if platform is None:
            return []
        return [row_of(tx, line, kind, dedupe, line.person, platform, detail, now, content)]

    # --- what became of it

    def _begun(
        self, tx: Transaction, row: Claimed, receipt: Receipt, now: datetime
    ) -> Sequence[Draft]:
        """The thread can begin; what waited for it goes."""
        line = team_lines.with_id(tx, row.subject)
        spot = self.spots(tx, line).get(row.detail or "") if line else None
        if line is None or spot is None:
            return []
        if receipt.outcome in _LOST:
            return self._unread(tx, line, row, now)
        team_lines.put_place(tx, line.id, spot.name, spot.to.platform, receipt.message)
        team_lines.let_go(tx, line.id, spot.name, HELD, now)
        return []

    def _carried(
        self, tx: Transaction, row: Claimed, receipt: Receipt, now: datetime
    ) -> Sequence[Draft]:
        line = team_lines.with_id(tx, row.subject)
        if line is None or receipt.outcome not in _LOST:
            return []
        return self._unread(tx, line, row, now)

    def _unread(self, tx: Transaction, line: Line, row: Claimed, now: datetime) -> Sequence[Draft]:
        """The member learns that the team cannot read them, if it can nowhere."""
        if len(self.spots(tx, line)) > 1:
            return []
        return self.tell(tx, line, "lost", str(row.id), now)

    def _answered(
        self, tx: Transaction, row: Claimed, receipt: Receipt, now: datetime
    ) -> Sequence[Draft]:
        """The team learns whether its words have come; then the member may answer at once."""
        line = team_lines.with_id(tx, row.subject)
        if line is None:
            return []
        lost = receipt.outcome in _LOST
        if line.stage is Stage.OPEN and not lost and not talks_elsewhere(tx, line):
            team_lines.rest_others(tx, line.person, line.id)
            team_lines.change(tx, line, listens_until=now + LISTENS)
        return self.note(
            tx, line, "lost" if lost else "arrived", str(row.id), now, at=row.detail or ""
        )
