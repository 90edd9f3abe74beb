"""A message that somebody would like the team to look at.

The team reads who reported what and where, with a link and a short quotation; nothing of it is
kept beyond delivery. The person reported is told nothing. What was written by one of the team goes
to the others of it in private.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Protocol

from bot.delivery.messages import row_of, send
from bot.delivery.sender import ANSWERS
from bot.feature import StaffOf
from bot.platform import Action, Address, Audience, Choices, Reported, Say
from bot.richtext import Block, Body, Link, Mention, Paragraph, Quote, Span, Text
from bot.teamline.lines import TooManyError
from bot.teamline.spots import accounts_of, helpers_but, language_of_team
from bot.turn import COMMAND_PROMPT, Turn
from storage import duty, team_lines
from storage.members import Community
from storage.outbox import Draft
from storage.team_lines import Account

LONGEST_QUOTE = 300  # characters
LIVES = timedelta(days=3)
AT_MOST, WITHIN = 10, timedelta(hours=1)
_TEAM = frozenset({"moderator", "owner", "facilitator", "peer_supporter"})


class LinkTo(Protocol):
    """The address under which clients open a message of a room; None where there is none."""

    def __call__(self, room: Address, message: str | None, /) -> str | None: ...


class Reporting:
    """Takes reports of messages in."""

    def __init__(
        self, staff_of: StaffOf, teams: Callable[[Turn], Sequence[Community]], link_to: LinkTo
    ) -> None:
        self._staff_of = staff_of
        self._teams = teams
        self._link_to = link_to

    def reported(self, turn: Turn) -> Sequence[Action]:
        """Tell the team, once for each message and whoever reports it."""
        event = turn.event
        assert isinstance(event, Reported)  # noqa: S101 - asked for by its type
        teams = self._teams(turn)
        if event.direct:
            return [turn.answer("report-in-direct")]
        if not teams:
            return [_nowhere(turn, "report-no-team")]
        community = teams[0]
        author = (event.author.platform, event.author.user or "") if event.author else None
        to = self._readers(turn, event, community, author)
        if not to:
            return [_nowhere(turn, "report-nobody")]
        reporter = team_lines.reporter(
            duty.account_index(turn.tx, turn.actor.platform, turn.actor.user or "")
        )
        reports = team_lines.count_since(turn.tx, "message", reporter, turn.now - WITHIN)
        if reports >= AT_MOST * len(to):
            raise TooManyError(f"{reports} reports in an hour")
        drafts = [
            self._row(turn, event, author, place, language, reporter) for place, language in to
        ]
        new = send(turn, drafts)
        return [turn.answer("report-sent" if new else "report-sent-before")]

    def _readers(
        self, turn: Turn, event: Reported, community: Community, author: Account | None
    ) -> Sequence[tuple[Address, str]]:
        """The staff rooms; the others of the team in private, if one of them wrote it."""
        tx = turn.tx
        about = accounts_of(tx, author) if author is not None else ()
        on_roster = any(duty.helper_with(tx, community.id, *each) for each in about)
        if not on_roster and not event.author_roles & _TEAM:
            return self._staff_of(tx, community.id)
        language = language_of_team(tx, self._staff_of, community.id)
        mine = (turn.actor.platform, turn.actor.user or "")
        others = helpers_but(tx, community.id, [*about, mine])
        return [(Address(each.platform, user=each.user), language) for each in others]

    def _row(
        self,
        turn: Turn,
        event: Reported,
        author: Account | None,
        to: Address,
        language: str,
        reporter: int,
    ) -> Draft:
        said = Say(
            to=to,
            body=self._body(turn, event, author, language, apart=to.user is not None),
            audience=Audience.DIRECT if to.user else Audience.PUBLIC,
            rings=True,
        )
        what = turn.tx.keys.index(
            f"report:{event.actor.platform}:{event.actor.user}:{event.reported}:"
            f"{to.platform}:{to.channel}:{to.user}"
        )
        return row_of(
            turn.tx,
            said,
            lane=ANSWERS,
            due=turn.now,
            expires=turn.now + LIVES,
            subject=reporter,
            key=f"line-report:{what.hex()}",
        )

    def _body(
        self, turn: Turn, event: Reported, author: Account | None, language: str, *, apart: bool
    ) -> Body:
        def line(text_id: str, *spans: Span) -> Paragraph:
            return Paragraph((Text(turn.texts.line(language, text_id) + " "), *spans))

        url = self._link_to(event.where, event.reported)
        where: Span = (
            Link(turn.texts.line(language, "report-link"), url)
            if url
            else Text(event.where.channel or "")
        )
        who = (event.actor.platform, event.actor.user or "")
        blocks: list[Block] = [
            *turn.texts.body(language, "report-title-apart" if apart else "report-title"),
            line("report-by", _mention(who)),
        ]
        if author is not None:
            blocks.append(line("report-author", _mention(author)))
        blocks.append(line("report-where", where))
        quote = " ".join(event.quote.split())
        if quote:
            cut = quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1] + "…"
            blocks.append(Quote((Text(cut),)))
        return tuple(blocks)


def _mention(account: Account) -> Mention:
    platform, user = account
    return Mention(platform, user, user, quiet=True)


def _nowhere(turn: Turn, text_id: str) -> Action:
    helps = Choices(prompt=COMMAND_PROMPT, options=(turn.option("help now", "door-help"),))
    return turn.answer(text_id, helps)
