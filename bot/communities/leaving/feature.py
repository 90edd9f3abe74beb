"""The feature of communities that leave, or are left."""

from __future__ import annotations

from datetime import timedelta

from bot.commands import Argument, Command, Kind, Role
from bot.communities.leaving.exporting import SettingsOf
from bot.communities.leaving.removing import REMOVE, Removing
from bot.communities.leaving.sleeping import ERASE, Sleeping
from bot.feature import Feature, StaffOf
from bot.platform import Address, Invited, MemberChanged

ERASED_AFTER = timedelta(days=30)
"""How long a community sleeps before it is erased, unless the operator wants it sooner."""


def feature(
    staff_of: StaffOf,
    settings_of: SettingsOf = lambda tx, community: {},
    operator: tuple[Address, str] | None = None,
    erased_after: timedelta = ERASED_AFTER,
) -> Feature:
    """The leaving feature.

    Args:
        staff_of: where a community's team talks, and in which language.
        settings_of: what a community has chosen, by name, JSON-ready.
        operator: where the operator reads, and in which language.
        erased_after: how long a community sleeps before it is erased.
    """
    sleeping = Sleeping(staff_of=staff_of, operator=operator, erased_after=erased_after)
    removing = Removing(staff_of, settings_of)
    phrase = Argument(name="phrase", kind=Kind.TEXT, required=False)
    return Feature(
        name="leaving",
        commands=(
            Command(name="community export", handler=removing.export, needs=Role.OWNER),
            Command(
                name="community remove",
                handler=removing.remove,
                arguments=(phrase,),
                needs=Role.OWNER,
            ),
            Command(name="community keep", handler=removing.keep, needs=Role.MODERATOR),
        ),
        plans={ERASE: sleeping.plan, REMOVE: removing.plan},
        notices={MemberChanged: sleeping.noticed, Invited: sleeping.noticed},
        export=lambda tx, person: {},
        erase=lambda tx, person: None,
    )
