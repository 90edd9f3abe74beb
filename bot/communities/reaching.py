"""Whether rooms that were named can be used: looked at first, then tried with a message.

Rooms wait in one row of the outbox after the other: each is looked at, a staff room is then
written to, and what became of it is kept. At the end the owner is told what is missing, or, if
they asked, that nothing is.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.communities.effective import Effective, kept_room, room_of
from bot.delivery.messages import row_of
from bot.delivery.sender import ANSWERS
from bot.platform import Address, Audience, LookAt, Outcome, Receipt, Right, Say, Send, new_key
from bot.richtext import Bullets, Text
from bot.texts import Texts
from storage import outbox
from storage.database import Transaction
from storage.outbox import Claimed, Draft

LOOK, TEST, TELL = "community-look", "community-test", "community-tell"
_LIVES = timedelta(hours=1)
_ARRIVED = (Outcome.SENT, Outcome.DEGRADED)
NEEDED: Mapping[str, tuple[Right, ...]] = {
    "staff_room": (Right.SEE, Right.WRITE),
    "watched": (Right.SEE,),
    "checkin_room": (Right.SEE, Right.WRITE, Right.THREADS),
    "buddy_room": (Right.SEE, Right.THREADS),
    "milestone_room": (Right.SEE, Right.WRITE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What is still to be tried, for whom, and what was found so far.

    Args:
        rooms: what each is for, and which.
        found: what each is for, which, and what is wrong: the rights that are missing, "gone",
            "elsewhere" or "silent" (it could be seen, and nothing arrived).
        owner: who is told; asked_in: the room in which they asked, if any.
        always: they asked, so they are told also that all is well.
    """

    rooms: tuple[tuple[str, Address], ...]
    found: tuple[tuple[str, Address, str], ...] = ()
    owner: Address
    asked_in: Address | None
    language: str
    always: bool

    def data(self) -> bytes:
        return json.dumps(
            [
                [[key, kept_room(room)] for key, room in self.rooms],
                [[key, kept_room(room), wrong] for key, room, wrong in self.found],
                _parts(self.owner),
                _parts(self.asked_in) if self.asked_in else None,
                self.language,
                self.always,
            ]
        ).encode()

    @classmethod
    def of(cls, data: bytes) -> Errand:
        rooms, found, owner, asked_in, language, always = json.loads(data)
        return cls(
            rooms=tuple((key, room_of(room)) for key, room in rooms),
            found=tuple((key, room_of(room), wrong) for key, room, wrong in found),
            owner=Address(*owner),
            asked_in=Address(*asked_in) if asked_in else None,
            language=language,
            always=always,
        )


def _parts(address: Address) -> list[str | None]:
    return [address.platform, address.space, address.channel, address.user]


class Reaching:
    """Tries rooms."""

    def __init__(self, effective: Effective, texts: Texts) -> None:
        self._effective = effective
        self._texts = texts

    @property
    def writes(self) -> Mapping[str, Any]:
        return {LOOK: self._write, TEST: self._write, TELL: self._write}

    @property
    def arrived(self) -> Mapping[str, Any]:
        return {LOOK: self._looked, TEST: self._tested}

    def begin(self, tx: Transaction, community: int, errand: Errand, now: datetime) -> list[Draft]:
        """The first row of an errand."""
        return [self._row(tx, LOOK, community, errand, now)]

    # --- rows

    def _row(
        self, tx: Transaction, kind: str, community: int, errand: Errand, now: datetime
    ) -> Draft:
        blank = Say(to=errand.owner, body=(), audience=Audience.DIRECT, key=new_key())
        row = row_of(tx, blank, lane=ANSWERS, due=now, expires=now + _LIVES, subject=community)
        sealed = tx.keys.system.seal(outbox.SEALED, row.id, errand.data())
        return dataclasses.replace(row, kind=kind, payload=sealed)

    def _errand(self, tx: Transaction, row: Claimed) -> Errand:
        return Errand.of(tx.keys.system.open(outbox.SEALED, row.id, row.payload or b""))

    def _write(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        return {row.id: self._send(tx, row) for row in rows}

    def _send(self, tx: Transaction, row: Claimed) -> Send | None:
        errand = self._errand(tx, row)
        if row.kind == TELL:
            return self._told(errand, row.send_id)
        if not errand.rooms:
            return None
        _, room = errand.rooms[0]
        if row.kind == LOOK:
            return LookAt(to=room, asked_by=errand.owner, key=row.send_id)
        language = self._effective.of(tx, row.subject)["language"]
        return Say(
            to=room,
            body=self._texts.body(language, "community-test"),
            audience=Audience.PUBLIC,
            key=row.send_id,
        )

    # --- what became of them

    def _looked(
        self, tx: Transaction, row: Claimed, receipt: Receipt, now: datetime
    ) -> Sequence[Draft]:
        errand = self._errand(tx, row)
        key, room = errand.rooms[0]
        wrong = _wrong(key, receipt)
        if wrong == "elsewhere":
            self._let_go(tx, row.subject, key, room)
        if wrong == "" and key == "staff_room":
            return [self._row(tx, TEST, row.subject, errand, now)]
        return self._next(tx, row.subject, errand, wrong, now)

    def _tested(
        self, tx: Transaction, row: Claimed, receipt: Receipt, now: datetime
    ) -> Sequence[Draft]:
        wrong = "" if receipt.outcome in _ARRIVED else "silent"
        return self._next(tx, row.subject, self._errand(tx, row), wrong, now)

    def _next(
        self, tx: Transaction, community: int, errand: Errand, wrong: str, now: datetime
    ) -> Sequence[Draft]:
        """Keep what was found of the first room, and go on with the others."""
        (key, room), *others = errand.rooms
        if key != "watched":
            self._effective.reached(tx, community, room, arrived=not wrong)
        found = (*errand.found, *(((key, room, wrong),) if wrong else ()))
        errand = dataclasses.replace(errand, rooms=tuple(others), found=found)
        if others:
            return [self._row(tx, LOOK, community, errand, now)]
        if found or errand.always:
            return [self._row(tx, TELL, community, errand, now)]
        return ()

    def _let_go(self, tx: Transaction, community: int, key: str, room: Address) -> None:
        """A room of others' is not this community's to name."""
        rooms = self._effective.of(tx, community)[key]
        left = [each for each in rooms if room_of(each) != room]
        if left != rooms:
            self._effective.change(tx, community, key, left)

    def _told(self, errand: Errand, send_id: str) -> Say:
        texts, language = self._texts, errand.language
        if errand.found:
            body = texts.body(language, "community-rooms-wrong")
            body += (
                Bullets(
                    tuple(
                        (Text(self._line(language, key, room, wrong)),)
                        for key, room, wrong in errand.found
                    )
                ),
            )
        else:
            body = texts.body(language, "community-rooms-fine")
        return Say(
            to=errand.owner,
            body=body,
            audience=Audience.DIRECT,
            asked=errand.asked_in,
            key=send_id,
        )

    def _line(self, language: str, key: str, room: Address, wrong: str) -> str:
        texts = self._texts
        known = wrong if wrong in ("gone", "elsewhere", "silent") else "rights"
        on = "discord" if room.platform == "discord" else "matrix"
        missing = wrong.split() if known == "rights" else []
        rights = ", ".join(texts.line(language, f"right-{on}-{each}") for each in missing)
        return texts.line(
            language,
            f"community-room-{known}",
            key=texts.line(language, f"community-key-{key.replace('_', '-')}"),
            room=_name(room),
            rights=rights,
            discord=int(on == "discord"),
        )


def _name(room: Address) -> str:
    return f"<#{room.channel}>" if room.platform == "discord" else room.channel or ""


def _wrong(key: str, receipt: Receipt) -> str:
    """What stands against using a room; empty if nothing."""
    if receipt.outcome is Outcome.REFUSED and receipt.reason == "elsewhere":
        return "elsewhere"
    if receipt.outcome not in _ARRIVED:
        return "gone"
    return " ".join(right for right in NEEDED[key] if right not in receipt.rights)
