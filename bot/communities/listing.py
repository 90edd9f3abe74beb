"""The communities of the operator's file, and which others are served."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.communities.effective import DEFAULTS, ROOMS, Effective, FromFile, begun_in_chat
from bot.settings import CommunitySettings, Settings
from storage import duty, members
from storage.database import Transaction

DEMO_SPACE = "demo"
DEMO = FromFile(
    values={
        "name": "Demo",
        "staff_room": [["playground", DEMO_SPACE, "staff"]],
        "watched": [["playground", DEMO_SPACE, "general"]],
        "language": "en",
        "country": "US",
        "time_zone": "America/New_York",
    },
    spaces=(("playground", DEMO_SPACE),),
)
"""The playground's community: set up as any other, so that everything works at once."""


def read_file(section: CommunitySettings) -> FromFile:
    """What a section says, in the shapes in which settings are kept."""
    said = section.model_fields_set & DEFAULTS.keys()
    return FromFile(
        values={key: _plain(section, key) for key in DEFAULTS if key in said},
        locked=frozenset(section.locked),
        spaces=tuple((space.platform, space.id) for space in section.spaces),
    )


def _plain(section: CommunitySettings, key: str) -> Any:
    value = getattr(section, key)
    if key in ROOMS:
        return [[room.platform, None, room.id] for room in value]
    if key == "moderators":
        return [f"{rank.platform}:{rank.id}" for rank in value]
    return list(value) if isinstance(value, tuple) else value


def set_up_communities(
    tx: Transaction, settings: Settings
) -> tuple[Effective, list[tuple[CommunitySettings, int]]]:
    """Bring the communities that are served up to date; what chat chose stays.

    Returns: what counts for them, and the file's sections with the ids of their communities.
    """
    sections = [(section, read_file(section)) for section in settings.community]
    listed = [(section, _put(tx, file)) for section, file in sections]
    files = {id: file for (_, id), (_, file) in zip(listed, sections, strict=True)}
    if settings.playground_on:
        demo = _put(tx, DEMO)
        own = files.get(demo, FromFile())
        files[demo] = replace(DEMO, values={**DEMO.values, **own.values}, locked=own.locked)
    effective = Effective(files)
    open_to_all = settings.communities == "open"
    served = [*files, *(begun_in_chat(tx) if open_to_all else ())]
    members.unlist_others(tx, served)
    for community in files:
        effective.take_up(tx, community)
    for section, community in listed:
        _call_first(tx, section, community)
    return effective, listed


def _put(tx: Transaction, file: FromFile) -> int:
    values = {**DEFAULTS, **file.values}
    return members.put_community(
        tx,
        name=values["name"],
        language=values["language"],
        country=values["country"],
        zone=values["time_zone"],
        spaces_of=file.spaces,
    )


def _call_first(tx: Transaction, section: CommunitySettings, community: int) -> None:
    """The roster begins with those whom the file names."""
    first = [
        duty.enlist(tx, community, account.platform, account.id, zone=section.time_zone).id
        for account in section.escalation
    ]
    if first:
        duty.reorder(tx, community, first)


def pages(listed: Sequence[tuple[CommunitySettings, int]]) -> dict[int, list[str]]:
    """Where each community is paged; secrets."""
    return {
        community: [address.get_secret_value() for address in section.pages]
        for section, community in listed
        if section.pages
    }


def spaces_on(platform: str, settings: Settings) -> list[str]:
    """The file's spaces on a platform."""
    return [
        space.id
        for each in settings.community
        for space in each.spaces
        if space.platform == platform
    ]
