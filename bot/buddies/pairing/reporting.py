"""A report about a buddy, and how the team looks at it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buddies.pairing.ending import end
from bot.buddies.pairing.freezing import freeze, freeze_after, thaw
from bot.buddies.pairing.introducing import RELAY
from bot.buddies.pairing.looking import account, concerns, signed, signed_for
from bot.buddies.pairing.telling import NEXT, ready
from bot.buddies.parts import Parts
from bot.delivery.messages import send
from bot.feature import StaffOf
from bot.platform import Action, Address, Audience, Choices, Say
from bot.richtext import Body, Mention, Paragraph, Quote, Text
from bot.turn import Turn
from storage import buddies, duty, members
from storage.buddies import Report, Seeker, State
from storage.buddy_pairs import Ending, Pair
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
        options = [turn.option("again", "buddy-next-again")]
        if pair.way == RELAY:
            options.insert(0, turn.option("words", "handed-button"))
        return [turn.answer("buddy-reported", Choices(prompt=NEXT, options=tuple(options)))]

    def alert(
        self, turn: Turn, community: int, about: int, text_id: str = "buddies-report-waits"
    ) -> None:
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
                body=turn.texts.body(spoken, text_id),
                audience=Audience.PUBLIC if to.user is None else Audience.DIRECT,
                rings=True,
            )
            send(turn, [ready(turn.tx, said, 0, turn.now)])

    def waiting(self, turn: Turn) -> Sequence[Action]:
        """`buddies reports`: how many wait, and the way to look at the oldest."""
        if not turn.communities:
            return [turn.answer("buddies-reports-nowhere")]
        community = turn.communities[0].id
        reports = _waiting(turn, community)
        frozen = _frozen(turn, community)
        options = []
        if reports:
            options.append(turn.option("report", "buddies-look-report", tone="primary"))
        if frozen:
            options.append(turn.option("frozen", "buddies-look-frozen"))
        asked = Choices(prompt=f"{LOOK}/{signed(turn, community)}", options=tuple(options))
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
    community = signed_for(turn)
    if turn.choice == "frozen":
        frozen = _frozen(turn, community)
        if not frozen:
            return [turn.answer("buddies-report-none")]
        return [_to_decide(turn, frozen[0], turn.body("buddies-frozen"))]
    reports = _waiting(turn, community)
    if not reports:
        return [turn.answer("buddies-report-none")]
    report, by = reports[0], turn.tx.keys.index(account(turn))
    buddies.look_at_report(turn.tx, report.id, by, turn.now)
    day = turn.texts.when(turn.language, report.at.date(), "date")
    body = turn.body("buddies-report-shown" if report.words else "buddies-report-wordless", day=day)
    if report.words:
        body += (Quote((Text(report.words),)),)
    seeker = buddies.seeker(turn.tx, community, report.about)
    return [_to_decide(turn, seeker, body)] if seeker is not None else [turn.show(body)]


def decided(turn: Turn) -> Sequence[Action]:
    """Whether somebody may be proposed again."""
    id = signed_for(turn)
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
    asked = Choices(prompt=f"{FREEZE}/{signed(turn, seeker.id)}", options=options)
    return turn.show((*body, Paragraph(who), *blocks), asked)


def _mention(account: Account) -> Mention:
    return Mention(account.platform, account.user, account.user, quiet=True)


def _waiting(turn: Turn, community: int) -> list[Report]:
    """The reports that nobody has looked at, but for those that concern whoever asks."""
    found = buddies.open_reports(turn.tx, community)
    return [each for each in found if not concerns(turn, each, each.words or "")]


def _frozen(turn: Turn, community: int) -> list[Seeker]:
    """Who is frozen without a report that waits; never the moderator who asks."""
    reported = {each.about for each in buddies.open_reports(turn.tx, community)}
    own = turn.member.id if turn.member is not None else None
    return [
        each
        for each in buddies.seekers(turn.tx, community)
        if each.state is State.FROZEN and each.person not in (own, *reported)
    ]
