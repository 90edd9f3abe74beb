"""What a team teaches the detector: own terms, silenced rules; how often its rules were right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.commands import Argument, Command, Kind, Role
from bot.crisis.detector import Level
from bot.crisis.team.teams import Teams
from bot.errors import HandrailError
from bot.platform import Action
from bot.richtext import Bullets, Spans, Text
from bot.turn import Turn
from storage import crisis_rules
from storage import duty as roster

SHORTEST_TERM, LONGEST_TERM = 3, 80
MOST_TERMS = 200
PROPOSAL_STANDS = timedelta(days=7)
SHOWN_RULES = 20

LevelOf = Callable[[str], Level | None]
"""The highest level that a rule of that name asks for; None if there is no such rule."""


class TermUnclearError(HandrailError):
    """Too short a term would alert to everything, too long a one to nothing."""

    text_id = "term-unclear"


class TooManyTermsError(HandrailError):
    """More terms than anybody looks after."""

    text_id = "term-too-many"


class NoSuchRuleError(HandrailError):
    """No rule is called that."""

    text_id = "rule-unknown"


class EmergencyRuleError(HandrailError):
    """Where a life may be at stake, nobody silences a rule."""

    text_id = "rule-emergency"


def commands(teaching: Teaching) -> tuple[Command, ...]:
    """The commands about terms and rules."""
    return (
        Command(
            name="crisis term",
            handler=teaching.term,
            arguments=(
                Argument(name="do", kind=Kind.OPTION, options=("add", "remove", "list")),
                Argument(name="term", kind=Kind.TEXT, required=False),
            ),
            needs=Role.MODERATOR,
        ),
        Command(
            name="crisis silence",
            handler=teaching.silence,
            arguments=(Argument(name="rule", kind=Kind.TEXT),),
            needs=Role.MODERATOR,
        ),
        Command(
            name="crisis unsilence",
            handler=teaching.unsilence,
            arguments=(Argument(name="rule", kind=Kind.TEXT),),
            needs=Role.MODERATOR,
        ),
        Command(name="crisis report", handler=teaching.report, needs=Role.MODERATOR),
    )


class Teaching:
    """Answers the commands."""

    def __init__(self, teams: Teams, level_of: LevelOf) -> None:
        self._teams = teams
        self._level_of = level_of

    def term(self, turn: Turn) -> Sequence[Action]:
        """`crisis term add|remove|list`: words that mean trouble in this community."""
        team, _ = self._teams.at(turn)
        community, do = team.community.id, turn.words("do")
        if do == "list":
            return self._terms(turn, community)
        term = " ".join((turn.words("term") or "").casefold().split())
        if not SHORTEST_TERM <= len(term) <= LONGEST_TERM:
            raise TermUnclearError(f"a term of {len(term)} characters")
        if do == "remove":
            gone = crisis_rules.remove_term(turn.tx, community, term)
            return [turn.answer("term-removed" if gone else "term-not-there")]
        if len(crisis_rules.terms(turn.tx, community)) >= MOST_TERMS:
            raise TooManyTermsError("terms", most=MOST_TERMS)
        new = crisis_rules.add_term(turn.tx, community, term)
        return [turn.answer("term-added" if new else "term-there")]

    def silence(self, turn: Turn) -> Sequence[Action]:
        """`crisis silence <rule>`: one moderator proposes, another agrees; no emergency rule."""
        team, _ = self._teams.at(turn)
        community, rule = team.community.id, (turn.words("rule") or "").casefold()
        level = self._level_of(rule)
        if level is None:
            raise NoSuchRuleError("no such rule")
        if level >= Level.EMERGENCY:
            raise EmergencyRuleError("an emergency rule")
        actor = turn.actor
        by = roster.account_index(turn.tx, actor.platform, actor.user or "")
        known = next(
            (each for each in crisis_rules.silences_of(turn.tx, community) if each.rule == rule),
            None,
        )
        if known is not None and known.agreed_at is not None:
            return [turn.tell_all("rule-silent", rule=rule)]
        stands = known is not None and turn.now - known.proposed_at <= PROPOSAL_STANDS
        if known is None or not stands:
            crisis_rules.propose_silence(turn.tx, community, rule, by, turn.now)
            return [turn.tell_all("rule-proposed", rule=rule)]
        if known.proposed_by == by or self._same_person(turn, known.proposed_by):
            return [turn.answer("rule-needs-another")]
        crisis_rules.agree_to_silence(turn.tx, community, rule, turn.now)
        return [turn.tell_all("rule-silenced", rule=rule)]

    def unsilence(self, turn: Turn) -> Sequence[Action]:
        """`crisis unsilence <rule>`: one moderator is enough to be alerted again."""
        team, _ = self._teams.at(turn)
        rule = (turn.words("rule") or "").casefold()
        lifted = crisis_rules.lift_silence(turn.tx, team.community.id, rule)
        if not lifted:
            return [turn.answer("rule-not-silent", rule=rule)]
        return [turn.tell_all("rule-lifted", rule=rule)]

    def report(self, turn: Turn) -> Sequence[Action]:
        """`crisis report`: how often the team called each rule's alerts right."""
        team, _ = self._teams.at(turn)
        counts = crisis_rules.counts(turn.tx, team.community.id)
        if not counts:
            return [turn.answer("report-empty")]
        lines: list[Spans] = [
            (
                Text(
                    turn.line(
                        "report-line",
                        rule=each.rule,
                        right=each.right,
                        all=each.right + each.wrong,
                    )
                ),
            )
            for each in counts[:SHOWN_RULES]
        ]
        silent = [
            each.rule
            for each in crisis_rules.silences_of(turn.tx, team.community.id)
            if each.agreed_at is not None
        ]
        body = (*turn.body("report-intro"), Bullets(tuple(lines)))
        if silent:
            body += turn.body("report-silent", rules=", ".join(silent))
        return [turn.show(body)]

    def _terms(self, turn: Turn, community: int) -> Sequence[Action]:
        known = [term for _, term in crisis_rules.terms(turn.tx, community)]
        if not known:
            return [turn.answer("term-none")]
        items = tuple((Text(term),) for term in known)
        return [turn.show((*turn.body("term-list"), Bullets(items)))]

    def _same_person(self, turn: Turn, proposer: bytes) -> bool:
        """Whether the proposer is the same member, by another account of theirs."""
        if turn.member is None:
            return False
        return proposer in roster.indexes_of(turn.tx, turn.member.id)
