"""The team's half of the crisis feature, wired: alerts, duty, calling, drills, what it teaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from bot.crisis.detector import Level
from bot.crisis.detector.lexicon import languages, read
from bot.crisis.lines.choosing import choose
from bot.crisis.lines.helplines import HelpLines
from bot.crisis.lines.local_lines import line_of
from bot.crisis.lines.wording import body_of
from bot.crisis.team import alerts, pressing, teaching, telling
from bot.crisis.team import commands as staff_commands
from bot.crisis.team.drill import Drills
from bot.crisis.team.escalation import Steps
from bot.crisis.team.leaving import Leaving
from bot.crisis.team.teams import Team, Teams
from bot.crisis.watching.answering import language_of
from bot.crisis.watching.knowing import RoomsOf
from bot.feature import Feature
from bot.platform import MemberChanged
from bot.richtext import Body
from bot.texts import Texts
from storage import crisis_rules, duty, episodes, lines
from storage.database import Transaction
from storage.episodes import Episode

SHOWN_LINES = 2  # with the emergency number that makes three


def feature(
    directory: HelpLines,
    rooms_of: RoomsOf,
    pages_of: Mapping[int, int],
    *,
    read_days: staff_commands.ReadDays,
    name_days: staff_commands.NameDays,
) -> Feature:
    """The team's half.

    Args:
        rooms_of: a community's rooms.
        pages_of: how many pagers a community has, by its id.
        read_days, name_days: how days of the week are read and written.
    """
    teams = Teams(rooms_of, lambda code: emergency_number(directory, code))
    steps, drills = Steps(teams, pages_of), Drills(teams, pages_of)
    words = telling.Telling(teams, Lines(directory))
    buttons = pressing.Buttons(teams)
    crew = staff_commands.Crew(teams, read_days, name_days)
    return Feature(
        name="crisis-team",
        commands=(
            *staff_commands.commands(crew, drills),
            *teaching.commands(teaching.Teaching(teams, level_of)),
        ),
        prompts={alerts.PROMPT: buttons.pressed, telling.TOMORROW_PROMPT: buttons.tomorrow},
        plans={**steps.plans, **drills.plans},
        writes={**words.writes, **drills.writes},
        notices={MemberChanged: Leaving(teams).noticed},
        grants=teams.grants,
        export=export,
        erase=erase,
    )


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """A member's places on rosters, and which alerts they took, JSON-ready.

    What their own crises were is not told here; see `bot.crisis.watching.aftercare`.
    """
    taken = episodes.claimed_by(tx, duty.indexes_of(tx, person))
    return {
        "rosters": duty.export(tx, person),
        "alerts_taken": [each.claimed_at.isoformat() for each in taken if each.claimed_at],
    }


def erase(tx: Transaction, person: int) -> None:
    """Take a member off all rosters, and their name off what they took and proposed.

    Their accounts must still be there to find them by.
    """
    for each in episodes.claimed_by(tx, duty.indexes_of(tx, person)):
        episodes.change(tx, replace(each, claimant=None))
    crisis_rules.forget_proposer(tx, duty.indexes_of(tx, person))
    duty.erase(tx, person)


def emergency_number(directory: HelpLines, code: str | None) -> str | None:
    """The emergency number of a country, by its ISO 3166 code."""
    country = directory.country(code)
    return country.emergency if country else None


def level_of(rule: str) -> Level | None:
    """The highest level at which any language has a rule of that name."""
    return _levels().get(rule)


@cache
def _levels() -> Mapping[str, Level]:
    """Of the rules that are packaged; reading them takes a while."""
    levels: dict[str, Level] = {}
    for language in languages():
        for rule in read(language).rules:
            highest = max(rule.level, rule.other_level)
            levels[rule.name] = max(levels.get(rule.name, highest), highest)
    return levels


class Lines:
    """The help lines that a member reads when nobody has answered."""

    def __init__(self, directory: HelpLines) -> None:
        self._directory = directory

    def __call__(
        self, tx: Transaction, episode: Episode, team: Team | None, texts: Texts, now: datetime
    ) -> Body:
        """For the member's own country, else the community's."""
        own = lines.choice_of(tx, episode.person).country if episode.person else None
        code = own or (team.community.country if team else None)
        kept = lines.of_communities(tx, [team.community.id]) if team else []
        language = language_of(texts, episode.language)
        chosen = choose(
            self._directory,
            self._directory.country(code),
            topics=episode.topics,
            language=language,
            now=now,
            at_most=SHOWN_LINES,
            local=[line_of(each.facts) for each in kept if each.country in (None, code)],
            life_at_stake=episode.level == Level.EMERGENCY.word,
            happening=episode.level == Level.EMERGENCY.word,
        )
        return body_of(chosen, texts, language)
