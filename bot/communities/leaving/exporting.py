"""A community as a file: its settings, its meetings, how many belong to it.

Nothing of any member: no names, no accounts, nothing that anybody said of themselves.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from storage import duty, leaving, meetings
from storage.database import Transaction
from storage.meetings import Meeting, State
from storage.members import Community

SettingsOf = Callable[[Transaction, int], Mapping[str, Any]]
"""What a community has chosen, by name, JSON-ready."""

_KEPT = (State.DRAFT, State.ON, State.PAUSED, State.ENDED)


def exported(
    tx: Transaction, community: Community, settings: Mapping[str, Any], now: datetime
) -> dict[str, Any]:
    """All of that, JSON-ready; meetings in the form that `handrail meetings occurrences` reads."""
    helpers = duty.roster(tx, community.id)
    return {
        "community": community.name,
        "exported_at": now.isoformat(),
        "settings": {
            "language": community.language,
            "country": community.country,
            "time_zone": community.zone,
            **settings,
        },
        "meetings": [
            _meeting(each) for each in meetings.of_communities(tx, [community.id], *_KEPT)
        ],
        "members": leaving.count_members(tx, community.id),
        "roster": {"people": len(helpers), "on_duty": sum(each.on for each in helpers)},
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    card = {name: value for name, value in asdict(meeting.card).items() if value}
    card.pop("room", None)
    return {
        **card,
        "state": meeting.state.value,
        "rule": json.loads(meeting.series) if meeting.series else None,
        "capacity": meeting.capacity,
    }
