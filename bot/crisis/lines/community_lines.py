"""What a team can say about help lines: `lines add`, `remove`, `list`, `check`.

A community's own lines stand beside those of its country. `lines check` shows the team what its
members would see, and keeps that somebody made sure of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.commands import Argument, Command, Kind, Role
from bot.crisis.lines.choosing import choose
from bot.crisis.lines.helplines import FRESH, HelpLine, HelpLines
from bot.crisis.lines.local_lines import LONGEST_NAME, MOST, line_of, lines_for, read_line
from bot.crisis.lines.wording import body_of, spans_of
from bot.errors import HandrailError
from bot.feature import Feature
from bot.platform import Action, Choices, Reply
from bot.richtext import Body, Bullets, Link, Spans, Text
from bot.turn import ChoiceGoneError, Turn
from storage import lines, members
from storage.database import Transaction
from storage.members import Community

PROMPT = "lines-check"


class NoCommunityError(HandrailError):
    """Said where no community of ours is: in direct messages, or in a strange room."""

    text_id = "lines-no-community"


class TooManyLinesError(HandrailError):
    """A community has as many lines as anybody can look after."""

    text_id = "lines-too-many"


class NameTooLongError(HandrailError):
    """A line's name that does not fit."""

    text_id = "form-too-long"


class TeamUnknownError(HandrailError):
    """A press where the platform does not tell who is of the team, as in direct messages."""

    text_id = "lines-check-where"


class NoSuchLineError(HandrailError):
    """A number that stands before no line of the list."""

    text_id = "lines-no-such"


def feature(directory: HelpLines) -> Feature:
    """The feature of a community's own lines."""
    team = TeamLines(directory)
    text = Kind.TEXT
    return Feature(
        name="community-lines",
        commands=(
            Command(
                name="lines add",
                handler=team.add,
                arguments=(
                    Argument(name="line", kind=text),
                    Argument(name="reach", kind=text),
                    Argument(name="topic", kind=text, required=False),
                    Argument(name="hours", kind=text, required=False),
                ),
                needs=Role.MODERATOR,
            ),
            Command(
                name="lines remove",
                handler=team.remove,
                arguments=(Argument(name="number", kind=text),),
                needs=Role.MODERATOR,
            ),
            Command(name="lines list", handler=team.own, needs=Role.MODERATOR),
            Command(
                name="lines check",
                handler=team.check,
                arguments=(
                    Argument(name="state", kind=Kind.OPTION, required=False, options=("done",)),
                ),
                needs=Role.MODERATOR,
            ),
        ),
        prompts={PROMPT: team.checked},
        # Lines are facts about services; who checked them is told with `help now`.
        export=lambda tx, person: {},
        erase=lambda tx, person: None,
    )


class TeamLines:
    """The lines that a team looks after."""

    def __init__(self, directory: HelpLines) -> None:
        self._directory = directory

    def add(self, turn: Turn) -> Sequence[Action]:
        """`lines add <name> <numbers> [topic] [hours]`."""
        community = _community(turn)
        name = turn.words("line") or ""
        if len(name) > LONGEST_NAME:
            raise NameTooLongError("a line's name", given=len(name), longest=LONGEST_NAME)
        facts = read_line(
            turn.texts,
            turn.language,
            name=name,
            reach=turn.words("reach") or "",
            about=turn.words("topic"),
            hours=turn.words("hours"),
            zone=community.zone,
        )
        known = lines.of_communities(turn.tx, [community.id])
        if len(known) >= MOST:
            raise TooManyLinesError(f"{len(known)} lines", most=MOST)
        line = line_of(facts)
        if any(line_of(each.facts).key == line.key for each in known):
            return [turn.answer("lines-known")]
        lines.add(turn.tx, community.id, community.country, facts, turn.now)
        shown = (Bullets((_with_topics(turn, line),)),)
        return [turn.show(turn.body("lines-added", number=len(known) + 1) + shown)]

    def remove(self, turn: Turn) -> Sequence[Action]:
        """`lines remove <number>`: the number that stands before it in `lines list`."""
        community = _community(turn)
        known = lines.of_communities(turn.tx, [community.id])
        said = (turn.words("number") or "").strip(" .#")
        if not (said.isascii() and said.isdecimal() and 1 <= int(said[:4]) <= len(known)):
            raise NoSuchLineError(f"one of {len(known)} lines", count=len(known))
        gone = known[int(said[:4]) - 1]
        lines.remove(turn.tx, community.id, gone.id)
        return [turn.answer("lines-removed", name=line_of(gone.facts).name)]

    def own(self, turn: Turn) -> Sequence[Action]:
        """`lines list`: what this community added."""
        known = lines.of_communities(turn.tx, [_community(turn).id])
        if not known:
            return [turn.answer("lines-none")]
        items = tuple(
            (Text(f"{number}. "), *_with_topics(turn, line_of(each.facts)))
            for number, each in enumerate(known, 1)
        )
        return [turn.show((*turn.body("lines-own"), Bullets(items)))]

    def check(self, turn: Turn) -> Sequence[Action]:
        """`lines check [done]`: what members here would be shown, to be made sure of."""
        community = _community(turn)
        country = self._directory.country(community.country)
        if country is None:
            return [turn.answer("lines-check-no-country")]
        latest = lines.latest_checks(turn.tx, [community.id])
        chosen = choose(
            self._directory,
            country,
            language=community.language,
            now=turn.now,
            local=self._local(turn.tx, community),
            checked={line: moment.date() for line, moment in latest.items()},
        )
        if turn.words("state") == "done":
            return [_record(turn, community, [line.key for line in chosen.lines])]
        body = turn.body("lines-check") + body_of(chosen, turn.texts, turn.language)
        body += self._state(turn, community, chosen.lines)
        options = (turn.option("yes", "lines-check-yes"),)
        prompt = f"{PROMPT}/{','.join(line.key for line in chosen.lines)}"
        return [turn.show(body, Choices(prompt=prompt, options=options) if chosen.lines else None)]

    def unchecked(self, tx: Transaction, community: int, now: datetime) -> int | None:
        """How many of the lines that members are shown nobody has ever made sure of.

        None where no country is known.
        """
        found = members.community(tx, community)
        country = self._directory.country(found.country) if found is not None else None
        if found is None or country is None:
            return None
        latest = lines.latest_checks(tx, [community])
        chosen = choose(
            self._directory,
            country,
            language=found.language,
            now=now,
            local=self._local(tx, found),
        )
        return sum(line.key not in latest for line in chosen.lines)

    def checked(self, turn: Turn) -> Sequence[Action]:
        """Somebody of the team made sure of the lines that were shown."""
        if turn.role < Role.MODERATOR:
            raise TeamUnknownError("no moderator, as far as can be told here")
        community = _community(turn)
        country = self._directory.country(community.country)
        here = (*self._local(turn.tx, community), *(country.lines if country else ()))
        shown = set(turn.detail.split(","))
        keys = [line.key for line in here if line.key in shown]
        if not keys or turn.choice != "yes":
            raise ChoiceGoneError("these lines have changed since")
        return [_record(turn, community, keys)]

    def _local(self, tx: Transaction, community: Community) -> list[HelpLine]:
        return lines_for(lines.of_communities(tx, [community.id]), community.country)

    def _state(self, turn: Turn, community: Community, shown: Sequence[HelpLine]) -> Body:
        """Where to look each line up, and when somebody last did."""
        pages = tuple(
            (Text(f"{line.name}: "), Link(line.url, line.url)) for line in shown if line.url
        )
        body: Body = (*turn.body("lines-check-pages"), Bullets(pages)) if pages else ()
        keys = {line.key for line in shown}
        done = [each for each in lines.checks(turn.tx, community.id) if each.line in keys]
        if len({each.line for each in done}) < len(keys):
            return body + turn.body("lines-check-never")
        first: date = min(each.checked_at for each in done).date()
        return body + turn.body("lines-check-last", day=first)


def _record(turn: Turn, community: Community, keys: Sequence[str]) -> Reply:
    """Keep who made sure of these lines, and until when it counts."""
    lines.check(
        turn.tx,
        keys,
        community=community.id,
        now=turn.now,
        who=turn.actor.user or "",
        platform=turn.actor.platform,
        user=turn.actor.user,
    )
    return turn.answer("lines-check-kept", count=len(keys), day=turn.now.date() + FRESH)


def _community(turn: Turn) -> Community:
    if not turn.communities:
        raise NoCommunityError("no community around")
    return turn.communities[0]


def _with_topics(turn: Turn, line: HelpLine) -> Spans:
    topics = [turn.line(f"topic-{topic.replace('_', '-')}") for topic in line.topics]
    return (*spans_of(line, turn.texts, turn.language), Text(f" · {', '.join(topics)}"))
