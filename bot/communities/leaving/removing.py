"""What an owner can say to take their community away: `community export|remove|keep`.

Removing takes a typed phrase and then a day, in which every moderator can keep the community.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.communities.leaving.erasing import erase
from bot.communities.leaving.exporting import SettingsOf, exported
from bot.delivery import rules
from bot.errors import HandrailError
from bot.feature import StaffOf
from bot.platform import Action, Attachment, Audience, Choices, Say
from bot.turn import COMMAND_PROMPT, Turn
from storage import members, schedules
from storage.database import Transaction
from storage.members import Community
from storage.outbox import Draft
from storage.schedules import Due

log = structlog.get_logger(__name__)

REMOVE = "community-remove"
"""The step at which a community is removed as its owner wished; its subject is the community."""
WAY_BACK = timedelta(hours=24)


class NoCommunityError(HandrailError):
    """Said where no community is known."""

    text_id = "leaving-no-community"


@dataclass(frozen=True, slots=True)
class Removing:
    """Reads, decides, writes, answers.

    Args:
        staff_of: where a community's team talks, and in which language.
        settings_of: what a community has chosen, by name, JSON-ready.
    """

    staff_of: StaffOf
    settings_of: SettingsOf

    def export(self, turn: Turn) -> Sequence[Action]:
        """`community export`: settings, meetings and counts, as a file; nobody's own words."""
        community = _here(turn)
        data = exported(turn.tx, community, self.settings_of(turn.tx, community.id), turn.now)
        file = Attachment(
            name=f"community-{turn.now:%Y-%m-%d}.json",
            content_type="application/json",
            data=json.dumps(data, ensure_ascii=False, indent=2).encode(),
            description=turn.line("leaving-export-file"),
        )
        return [replace(turn.answer("leaving-exported"), attachments=(file,))]

    def remove(self, turn: Turn) -> Sequence[Action]:
        """`community remove [phrase]`: what that would mean; with the phrase, in a day."""
        community = _here(turn)
        phrase = turn.line("leaving-phrase", name=community.name)
        said = " ".join((turn.words("phrase") or "").split())
        if said.casefold() != " ".join(phrase.split()).casefold():
            text_id = "leaving-remove-other" if said else "leaving-remove-sure"
            return [turn.answer(text_id, phrase=phrase)]
        if schedules.schedule_of(turn.tx, REMOVE, community.id) is not None:
            return [turn.answer("leaving-remove-going-on", _keep(turn))]
        at = turn.now + WAY_BACK
        rules.set_once(turn.tx, kind=REMOVE, subject=community.id, at=at, zone="UTC")
        log.warning("community_removal_asked", community=community.id)
        told = self._told(turn, community, "leaving-team-removal", at, _keep(turn))
        return [turn.answer("leaving-removal", _keep(turn), when=_when(turn, community, at)), *told]

    def keep(self, turn: Turn) -> Sequence[Action]:
        """`community keep`: it stays."""
        community = _here(turn)
        if schedules.schedule_of(turn.tx, REMOVE, community.id) is None:
            return [turn.answer("leaving-keep-nothing")]
        schedules.remove(turn.tx, REMOVE, community.id)
        log.warning("community_kept", community=community.id)
        told = self._told(turn, community, "leaving-team-kept", turn.now, None)
        return [turn.answer("leaving-kept"), *told]

    def plan(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """Remove what nobody kept."""
        for each in due:
            rooms = [room for room, _ in self.staff_of(tx, each.subject)]
            erase(tx, each.subject, rooms)
            log.warning("community_erased", community=each.subject)
        return []

    def _told(
        self, turn: Turn, community: Community, text_id: str, at: datetime, choices: Choices | None
    ) -> list[Action]:
        """A line in each staff room, so that nobody learns of it by its end."""
        return [
            Say(
                to=room,
                body=turn.texts.body(
                    language, text_id, when=_when(turn, community, at, language=language)
                ),
                audience=Audience.PUBLIC,
                choices=replace(choices, language=language) if choices is not None else None,
                rings=True,
            )
            for room, language in self.staff_of(turn.tx, community.id)
        ]


def _here(turn: Turn) -> Community:
    found = turn.communities
    if turn.event.where.space is None or not found:
        raise NoCommunityError("said where no community is known")
    return members.community(turn.tx, found[0].id) or found[0]


def _keep(turn: Turn) -> Choices:
    keep = turn.option("community keep", "leaving-keep-button")
    return Choices(prompt=COMMAND_PROMPT, options=(keep,), language=turn.language)


def _when(turn: Turn, community: Community, at: datetime, *, language: str = "") -> str:
    """A moment on the community's clock."""
    local = at.astimezone(ZoneInfo(community.zone))
    return turn.texts.when(language or turn.language, local, "datetime")
