"""People by the name under which the team knows them."""

from __future__ import annotations

from bot.richtext import Mention
from storage import duty, members
from storage.database import Transaction


def mention(tx: Transaction, community: int, person: int, platform: str | None = None) -> Mention:
    """Somebody for their own team: as they stand on the roster, else by their account.

    Args:
        platform: where it is read, whose account goes before others of theirs.
    """
    accounts = members.accounts_of(tx, person)
    accounts.sort(key=lambda each: each.platform != platform)
    for account in accounts:
        helper = duty.helper_with(tx, community, account.platform, account.user)
        if helper is not None and helper.name is not None:
            return Mention(account.platform, account.user, helper.name, quiet=True)
    first = accounts[0]
    return Mention(first.platform, first.user, first.user, quiet=True)
