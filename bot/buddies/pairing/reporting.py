"""A report about a buddy, and how the team looks at it.

Somebody of the team whom a report is about, whom it names or who made it is passed over: what
they are shown is as if it were not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.buddies.pairing.ending import end
from bot.buddies.pairing.freezing import freeze, freeze_after, thaw
from bot.buddies.pairing.telling import NEXT, ready
from bot.buddies.parts import Parts
from bot.commands import Role
from bot.delivery.messages import send
from bot.feature import StaffOf
from bot.platform import Action, Address, Audience, Choices, Say
from bot.richtext import Body, Mention, Paragraph, Quote, Text
from bot.turn import ChoiceGoneError, Turn
from storage import buddies, duty, members
from storage.buddies import Report, Seeker, State
from storage.buddy_pairs import Ending, Pair
from storage.ids import read_id
from storage.members import Account

LOOK = "buddy-look"
FREEZE = "buddy-freeze"


class Reporting:
    """Takes reports in, and shows each to one moderator."""

    def __init__(self, staff_of: StaffOf) -> None:
        self._staff_of = staff_of

    def parts(self) -> Parts:
        """This module's share of the feature."""
        return Parts(prompts={LOOK: looked, FREEZE: decided})

    def report(self, turn: Turn, pair: Pair) -> Sequence[Action]:
        """Keep what is said of a buddy, part the two at once, and alert the team."""
        person, words = turn.person.id, turn.words("words")
        for other in pair.others(person):
            about = other.person
            buddies.block(turn.tx, person, about, turn.now)
            buddies.add_report(
                turn.tx,
                community=pair.community,
                pair=pair.id,
                person=person,
                about=about,
                words=words,
                now=turn.now,
            )
            freeze_after(turn.tx, pair, about, turn.now)
            self.alert(turn, pair.community, about)
        send(turn, end(turn.tx, pair, Ending.REPORTED, person, turn.now))
        offered = Choices(prompt=NEXT, options=(turn.option("again", "buddy-next-again"),))
        return [turn.answer("buddy-reported", offered)]

    def alert(self, turn: Turn, community: int, about: int) -> None:
        """Tell the team that something waits, without a word of it.

        Where it is about one of the roster, the others there are told in private instead.
        """
        own = {(each.platform, each.user) for each in members.accounts_of(turn.tx, about)}
        roster = duty.roster(turn.tx, community)
        others = [each for each in roster if (each.platform, each.user) not in own]
        rooms = self._staff_of(turn.tx, community)
        language = rooms[0][1] if rooms else turn.language
        if others and len(others) < len(roster):
            told = [(Address(each.platform, user=each.user), language) for each in others]
        else:
            told = list(rooms)
        for to, spoken in told:
            said = Say(
                to=to,
                body=turn.texts.body(spoken, "buddies-report-waits"),
                audience=Audience.PUBLIC if to.user is None else Audience.DIRECT,
                rings=True,
            )
            send(turn, [ready(turn.tx, said, 0, turn.now)])

    def waiting(self, turn: Turn) -> Sequence[Action]:
        """`buddies reports`: how many wait, and the way to look at the oldest."""
        if not turn.communities:
            return [turn.answer("buddies-reports-nowhere")]
        community = turn.communities[0].id
        reports = [
            each for each in buddies.open_reports(turn.tx, community) if not _concerns(turn, each)
        ]
        frozen = _frozen(turn, community)
        options = []
        if reports:
            options.append(turn.option("report", "buddies-look-report", tone="primary"))
        if frozen:
            options.append(turn.option("frozen", "buddies-look-frozen"))
        asked = Choices(prompt=f"{LOOK}/{_signed(turn, community)}", options=tuple(options))
        return [
            turn.answer(
                "buddies-reports",
                asked if options else None,
                count=len(reports),
                frozen=len(frozen),
            )
        ]


def looked(turn: Turn) -> Sequence[Action]:
    """The oldest that waits, to one moderator and once; the words are removed with it."""
    community = _signed_for(turn)
    if turn.choice == "frozen":
        frozen = _frozen(turn, community)
        if not frozen:
            return [turn.answer("buddies-report-none")]
        return [_to_decide(turn, frozen[0], turn.body("buddies-frozen"))]
    reports = [
        each for each in buddies.open_reports(turn.tx, community) if not _concerns(turn, each)
    ]
    if not reports:
        return [turn.answer("buddies-report-none")]
    report, by = reports[0], turn.tx.keys.index(_account(turn))
    buddies.look_at_report(turn.tx, report.id, by, turn.now)
    day = turn.texts.when(turn.language, report.at.date(), "date")
    body = turn.body("buddies-report-shown" if report.words else "buddies-report-wordless", day=day)
    if report.words:
        body += (Quote((Text(report.words),)),)
    seeker = buddies.seeker(turn.tx, community, report.about)
    return [_to_decide(turn, seeker, body)] if seeker is not None else [turn.show(body)]


def decided(turn: Turn) -> Sequence[Action]:
    """Whether somebody may be proposed again."""
    id = _signed_for(turn)
    found = [
        each
        for community in turn.communities
        for each in buddies.seekers(turn.tx, community.id)
        if each.id == id
    ]
    if not found:
        return [turn.answer("buddies-freeze-gone")]
    if turn.choice == "keep":
        freeze(turn.tx, found[0].community, found[0].person, turn.now)
        return [turn.answer("buddies-freeze-kept")]
    if found[0].state is State.FROZEN:
        thaw(turn.tx, found[0])
    return [turn.answer("buddies-freeze-lifted")]


def _to_decide(turn: Turn, seeker: Seeker, body: Body) -> Action:
    """Who it is about, how many blocked them, and what can be done."""
    accounts = members.accounts_of(turn.tx, seeker.person)
    who = tuple(_mention(each) for each in accounts)
    blocks = turn.body("buddies-blocked-by", count=buddies.blocked_by(turn.tx, seeker.person))
    options = (
        turn.option("keep", "buddies-freeze-keep", tone="primary"),
        turn.option("lift", "buddies-freeze-lift"),
    )
    asked = Choices(prompt=f"{FREEZE}/{_signed(turn, seeker.id)}", options=options)
    return turn.show((*body, Paragraph(who), *blocks), asked)


def _mention(account: Account) -> Mention:
    return Mention(account.platform, account.user, account.user, quiet=True)


def _frozen(turn: Turn, community: int) -> list[Seeker]:
    """Who is frozen without a report that waits; never the moderator who asks."""
    reported = {each.about for each in buddies.open_reports(turn.tx, community)}
    own = turn.member.id if turn.member is not None else None
    return [
        each
        for each in buddies.seekers(turn.tx, community)
        if each.state is State.FROZEN and each.person not in (own, *reported)
    ]


def _concerns(turn: Turn, report: Report) -> bool:
    """Whether whoever asks made it, or it is about them or names them."""
    if turn.member is not None and turn.member.id in (report.about, report.person):
        return True
    words, actor = report.words or "", turn.actor
    helper = duty.helper_with(turn.tx, report.community, actor.platform, actor.user or "")
    names = [actor.user, helper.name if helper is not None else None]
    return any(name and _names(words, name) for name in names)


def _names(words: str, name: str) -> bool:
    """Whether a name stands there as a whole, however it is written."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None


# --- a prompt that only works for whom it was shown to


def _account(turn: Turn) -> str:
    return f"{turn.actor.platform}:{turn.actor.user}"


def _signed(turn: Turn, id: int, day: date | None = None) -> str:
    """An id with a mark that it was shown to this account on a day; today, if none is given.

    A button that was answered in direct messages tells no role, and prompts are not to be trusted.
    """
    shown = f"buddies:{id}:{_account(turn)}:{day or turn.now.date()}"
    return f"{id}/{turn.tx.keys.index(shown)[:9].hex()}"


def _signed_for(turn: Turn) -> int:
    """The id, if it was shown to whoever answers, today or yesterday. Raises: ChoiceGoneError."""
    id, today = read_id(turn.detail.partition("/")[0]), turn.now.date()
    days = (today, today - timedelta(days=1))
    if id is None or turn.detail not in [_signed(turn, id, day) for day in days]:
        raise ChoiceGoneError("not shown to this account, or long ago")
    if not turn.event.direct and turn.role < Role.MODERATOR:
        raise ChoiceGoneError("no moderator any more")
    return id
