"""After an outage the teams are told, once: from when to when, and what came of it.

A little later than it ends, so that what went out late can be counted; at the latest after half an
hour, with what is still waiting. Only what is known is said: when events last flowed and when they
did again, and how many messages of this community's members were due in between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.delivery import rules
from bot.delivery.messages import row_of
from bot.delivery.sender import REST
from bot.feature import Feature, StaffOf
from bot.platform import Audience, Say, new_key
from bot.texts import Texts
from storage import members, outages, schedules
from storage.database import Transaction
from storage.members import Community
from storage.outages import Outage, Toll
from storage.outbox import Draft
from storage.schedules import Due

TOLD = "outage-told"
"""The step at which the teams are told; its subject is the outage."""
SETTLES = timedelta(minutes=2)
"""How long what was late gets to go out before it is counted, each time."""
AT_LATEST = timedelta(minutes=30)
_LIVES = timedelta(days=2)
_KEPT = timedelta(days=90)
_NAMES = {"discord": "Discord", "matrix": "Matrix"}


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells the teams. Args: staff_of: where a community's team talks, and in which language."""

    texts: Texts
    staff_of: StaffOf

    def plan(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """A line to each staff room concerned; later, while messages are still going out."""
        drafts: list[Draft] = []
        for each in due:
            outage = outages.get(tx, each.subject)
            if outage is None:
                continue
            found = [
                members.community(tx, id) for id in outages.communities_on(tx, outage.platform)
            ]
            tolls = [(one, outages.toll(tx, outage, one.id)) for one in found if one is not None]
            if now < outage.ended + AT_LATEST and any(toll.waiting for _, toll in tolls):
                schedules.remove(tx, TOLD, outage.id)  # the planner forgets what has happened
                rules.set_once(tx, kind=TOLD, subject=outage.id, at=now + SETTLES, zone="UTC")
                continue
            for community, toll in tolls:
                drafts += self._lines(tx, outage, community, toll, now)
        outages.forget(tx, now - _KEPT)
        return drafts

    def _lines(
        self, tx: Transaction, outage: Outage, community: Community, toll: Toll, now: datetime
    ) -> list[Draft]:
        drafts = []
        for number, (room, language) in enumerate(self.staff_of(tx, community.id)):
            name = _NAMES.get(outage.platform) or self.texts.line(language, "outage-here")
            began, ended = (self._when(language, community, at) for at in _span(outage))
            text_id = "outage-away" if outage.cause == outages.AWAY else "outage-database"
            body = (
                *self.texts.body(language, text_id, platform=name, began=began, ended=ended),
                *self.texts.body(
                    language,
                    "outage-toll",
                    late=toll.late,
                    gone=toll.let_go,
                    waiting=toll.waiting,
                ),
            )
            say = Say(to=room, body=body, audience=Audience.PUBLIC, rings=True, key=new_key())
            key = f"outage:{outage.platform}:{outage.began.timestamp():.0f}:{community.id}:{number}"
            drafts.append(
                row_of(
                    tx,
                    say,
                    lane=REST,
                    due=now,
                    expires=now + _LIVES,
                    subject=community.id,
                    key=key,
                )
            )
        return drafts

    def _when(self, language: str, community: Community, at: datetime) -> str:
        return self.texts.when(language, at.astimezone(ZoneInfo(community.zone)), "datetime")


def feature(texts: Texts, staff_of: StaffOf) -> Feature:
    """The alarms feature."""
    return Feature(
        name="alarms",
        plans={TOLD: Telling(texts, staff_of).plan},
        export=lambda tx, person: {},
        erase=lambda tx, person: None,
    )


def _span(outage: Outage) -> tuple[datetime, datetime]:
    return outage.began, outage.ended
