"""Where the team reads a line: its rooms, or the direct messages of some of its people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.feature import StaffOf
from bot.platform import Address
from bot.richtext import Mention, Text
from bot.texts import Texts
from storage import duty, members
from storage.database import Transaction
from storage.duty import Helper
from storage.team_lines import Account, Line

ROOM, HELPER = "r", "h"


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where a line is shown to the team.

    Args:
        name: a room by its number in the settings, or a helper by their row of the roster.
    """

    name: str
    to: Address
    language: str

    @property
    def private(self) -> bool:
        """Whether it is somebody's direct messages."""
        return self.to.user is not None


def spots_of(tx: Transaction, staff_of: StaffOf, line: Line) -> dict[str, Spot]:
    """Where a line is shown, by the name of the spot."""
    rooms = staff_of(tx, line.community)
    if not line.apart:
        found = [Spot(f"{ROOM}{n}", to, language) for n, (to, language) in enumerate(rooms)]
        return {each.name: each for each in found}
    language = language_of_team(tx, staff_of, line.community)
    helpers = [each for each in duty.roster(tx, line.community) if each.id in line.helpers]
    return {
        f"{HELPER}{each.id}": Spot(
            f"{HELPER}{each.id}", Address(each.platform, user=each.user), language
        )
        for each in helpers
    }


def language_of_team(tx: Transaction, staff_of: StaffOf, community: int) -> str:
    """The language in which the team is written to outside its rooms."""
    rooms = staff_of(tx, community)
    if rooms:
        return rooms[0][1]
    found = members.community(tx, community)
    return found.language if found else "en"


def accounts_of(tx: Transaction, account: Account) -> tuple[Account, ...]:
    """All accounts of whoever has this one, as far as they are known."""
    member = members.member_with(tx, *account)
    known = members.accounts_of(tx, member.id) if member else []
    return tuple(dict.fromkeys([account, *((each.platform, each.user) for each in known)]))


def helpers_but(
    tx: Transaction, community: int, accounts: Sequence[Account], words: str = ""
) -> list[Helper]:
    """The roster of a community without these accounts, and without whom the words name."""
    return [
        each
        for each in duty.roster(tx, community)
        if (each.platform, each.user) not in accounts and not _names(words, each)
    ]


def _names(words: str, helper: Helper) -> bool:
    """Whether somebody is named there, however it is written: rather once too often."""
    said = words.casefold()
    return any(name and name.casefold() in said for name in (helper.name, helper.user))


def who(tx: Transaction, texts: Texts, line: Line, language: str) -> Mention | Text:
    """The member as the team reads of them: their account, or a number."""
    if line.named:
        found = members.recipients(tx, [line.person]).get(line.person)
        if found is not None:
            user = found.account.user
            return Mention(found.account.platform, user, user, quiet=True)
    return Text(alias(texts, line, language))


def alias(texts: Texts, line: Line, language: str) -> str:
    """What the team calls a line."""
    return texts.line(language, "line-member", number=line.alias)


def name_of(tx: Transaction, community: int, account: Account) -> str | None:
    """The name that one of the team gave for members to read."""
    helper = duty.helper_with(tx, community, *account)
    return helper.name if helper else None
