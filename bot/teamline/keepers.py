"""The keepers of names: who they are, and what only they may do about who gives no name."""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands import Argument, Command, Kind, Role
from bot.errors import HandrailError
from bot.feature import StaffOf
from bot.platform import Action
from bot.richtext import Bullets, Mention, Paragraph, Spans, Text
from bot.teamline.answering import Answering, done, helper_named
from bot.teamline.lines import Lines
from bot.teamline.spots import alias, name_of
from bot.turn import Turn
from storage import members, team_keepers, team_lines
from storage.members import Community
from storage.team_lines import Account, Line, Stage


class NotKeeperError(HandrailError):
    """What only a keeper of names may do."""

    text_id = "line-not-keeper"


class NoTeamHereError(HandrailError):
    """Something about a community's team, where it is not clear which."""

    text_id = "line-no-team-here"


class Keepers:
    """Hears the keepers, and the owner who names them."""

    def __init__(self, lines: Lines, answering: Answering, staff_of: StaffOf) -> None:
        self._lines = lines
        self._answering = answering
        self._staff_of = staff_of

    def commands(self) -> tuple[Command, ...]:
        """What keepers, and owners, can say."""
        helper = Argument(name="helper", kind=Kind.TEXT)
        how = Argument(name="signed", kind=Kind.OPTION, options=("team", "names"))
        number = Argument(name="number", kind=Kind.TEXT)
        team, about = Role.PEER_SUPPORTER, self._answering.about
        return (
            Command(name="line name", handler=about(self.name), needs=team),
            Command(name="line block", handler=about(self.block), needs=team),
            Command(name="line unblock", handler=self.unblock, arguments=(number,), needs=team),
            Command(name="line lookups", handler=self.lookups, needs=Role.MODERATOR),
            Command(name="line sign", handler=self.sign, arguments=(how,), needs=Role.MODERATOR),
            Command(name="team keepers", handler=self.show, needs=Role.MODERATOR),
            Command(name="team keeper", handler=self.add, arguments=(helper,), needs=Role.OWNER),
            Command(
                name="team unkeeper", handler=self.remove, arguments=(helper,), needs=Role.OWNER
            ),
        )

    # --- about a line

    def name(self, turn: Turn, line: Line, spot: str) -> Sequence[Action]:
        """`line name`: who writes, where safety demands it; recorded, and the member is told."""
        self._keeper(turn, line)
        accounts = [
            (each.platform, each.user) for each in members.accounts_of(turn.tx, line.person)
        ]
        if not line.named:
            team_keepers.note_lookup(turn.tx, line, _mine(turn), turn.now)
            self._lines.note(turn, line, "name")
            self._lines.tell(turn, line, "name")
        who = tuple(Mention(platform, user, user, quiet=True) for platform, user in accounts)
        whom = alias(turn.texts, line, turn.language)
        return [turn.show((*turn.body("line-name", member=whom), Paragraph(who)))]

    def block(self, turn: Turn, line: Line, spot: str) -> Sequence[Action]:
        """`line block`: nothing more from this member; of who gives no name, by a keeper."""
        if not line.named:
            self._keeper(turn, line)
        team_lines.block(turn.tx, line, turn.now)
        if line.stage is Stage.OPEN:
            line = self._lines.close(turn, line)
        self._lines.note(turn, line, "blocked")
        self._lines.tell(turn, line, "blocked")
        return done(turn)

    # --- in the staff room

    def unblock(self, turn: Turn) -> Sequence[Action]:
        """`line unblock <number>`: they may write again."""
        community = self._here(turn)
        self._keeper_of(turn, community.id)
        digits = "".join(each for each in turn.words("number") or "" if each.isdecimal())[-9:]
        lifted = team_lines.unblock(turn.tx, community.id, int(digits or 0))
        return [turn.answer("line-unblocked" if lifted else "line-unblock-none")]

    def lookups(self, turn: Turn) -> Sequence[Action]:
        """`line lookups`: whose name was looked up, when and by whom; never the name itself."""
        community = self._here(turn)
        found = team_keepers.lookups(turn.tx, community.id)
        items: tuple[Spans, ...] = tuple(
            (
                Text(turn.line("line-lookup", number=number, day=turn.day_words(at.date())) + " "),
                _shown(turn, community.id, by),
            )
            for at, number, by in found[:20]
        )
        if not items:
            return [turn.answer("line-lookups-none")]
        return [turn.show((*turn.body("line-lookups"), Bullets(items)))]

    def sign(self, turn: Turn) -> Sequence[Action]:
        """`line sign team|names`: how answers are signed."""
        names = turn.words("signed") == "names"
        team_keepers.sign(turn.tx, self._here(turn).id, signed=names)
        return [turn.answer("line-sign-names" if names else "line-sign-team")]

    def show(self, turn: Turn) -> Sequence[Action]:
        """`team keepers`: who they are."""
        community = self._here(turn)
        found = team_keepers.keepers(turn.tx, community.id)
        if not found:
            return [turn.answer("team-keepers-none")]
        items: tuple[Spans, ...] = tuple((_shown(turn, community.id, each),) for each in found)
        return [turn.show((*turn.body("team-keepers"), Bullets(items)))]

    def add(self, turn: Turn) -> Sequence[Action]:
        """`team keeper <helper>`: one of the roster keeps the names, too."""
        community = self._here(turn)
        helper = helper_named(turn, community.id)
        team_keepers.add(turn.tx, community.id, (helper.platform, helper.user))
        return [turn.answer("team-keeper-added", name=helper.name or helper.user)]

    def remove(self, turn: Turn) -> Sequence[Action]:
        """`team unkeeper <helper>`: they keep them no longer."""
        community = self._here(turn)
        helper = helper_named(turn, community.id)
        team_keepers.remove(turn.tx, community.id, (helper.platform, helper.user))
        return [turn.answer("team-keeper-removed", name=helper.name or helper.user)]

    # --- whether they may

    def _keeper(self, turn: Turn, line: Line) -> None:
        self._keeper_of(turn, line.community)

    def _keeper_of(self, turn: Turn, community: int) -> None:
        if not team_keepers.is_keeper(turn.tx, community, _mine(turn)):
            raise NotKeeperError("not a keeper of names")

    def _here(self, turn: Turn) -> Community:
        """The community whose staff room it is, else the one around. Raises: NoTeamHereError."""
        where = turn.event.where
        for each in (*turn.communities, *members.all_communities(turn.tx)[0]):
            for room, _ in self._staff_of(turn.tx, each.id):
                if room.platform == where.platform and room.channel in (
                    where.channel or "",
                    turn.event.thread_of or "",
                ):
                    return each
        if turn.event.direct or len(turn.communities) != 1:
            raise NoTeamHereError("in no staff room")
        return turn.communities[0]


def _mine(turn: Turn) -> Account:
    return turn.actor.platform, turn.actor.user or ""


def _shown(turn: Turn, community: int, account: Account) -> Mention:
    platform, user = account
    return Mention(platform, user, name_of(turn.tx, community, account) or user, quiet=True)
