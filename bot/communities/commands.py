"""What the owners of a community can say about it: `community setup`, `show`, `set`.

And what they can try out: `check permissions`, `rehearse`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.commands import Argument, Command, Handler, Kind, Role
from bot.communities import owners
from bot.communities.changing import Changed, Changing
from bot.communities.effective import DEFAULTS, Effective
from bot.communities.inviting import Inviting
from bot.communities.owners import owned
from bot.communities.reaching import Reaching
from bot.communities.rehearsing import PROMPT as REHEARSAL
from bot.communities.rehearsing import Rehearsing
from bot.communities.showing import Showing, Unchecked
from bot.communities.values import Values
from bot.communities.walking import FORMS, PROMPT, Walking
from bot.feature import Feature
from bot.places import Places
from bot.platform import Action, Invited
from bot.texts import Texts
from bot.turn import Turn
from storage import community_settings
from storage.database import Transaction


def feature(
    effective: Effective,
    texts: Texts,
    places: Places,
    *,
    unchecked: Unchecked,
    changed: Changed,
    open_to_all: bool = False,
) -> Feature:
    """Setting up a community.

    Args:
        unchecked: how many of a community's help lines nobody has made sure of.
        changed: told of every change.
        open_to_all: communities that nobody listed are taken in.
    """
    reaching = Reaching(effective, texts)
    changing = Changing(effective, Values(places, texts), reaching, changed)
    showing = Showing(effective, unchecked)
    walking = Walking(changing, showing)
    own = Own(changing, showing)
    ranks, rehearsing = Ranks(effective), Rehearsing(effective)
    return Feature(
        name="communities",
        commands=(
            _owners("community setup", walking.setup),
            replace(_owners("community show", own.show), aliases=("community settings",)),
            _owners(
                "community set",
                own.set,
                Argument(name="setting", kind=Kind.OPTION, options=tuple(DEFAULTS)),
                Argument(name="becomes", kind=Kind.TEXT),
            ),
            _owners("check permissions", own.check),
            _owners("rehearse", rehearsing.rehearse),
        ),
        forms=FORMS,
        prompts={PROMPT: walking.chosen, REHEARSAL: rehearsing.pressed},
        writes=reaching.writes,
        arrived=reaching.arrived,
        notices={Invited: Inviting(effective, open_to_all=open_to_all).noticed},
        ranks=ranks.role,
        export=_export,
        erase=community_settings.erase,
    )


def _owners(name: str, handler: Handler, *arguments: Argument) -> Command:
    return Command(
        name=name, handler=handler, arguments=arguments, needs=Role.OWNER, admits=owners.admits
    )


def _export(tx: Transaction, person: int) -> dict[str, list[str]]:
    until = community_settings.export(tx, person)
    return {"sets_up_a_community_until": until} if until else {}


class Own:
    """What owners look up and change."""

    def __init__(self, changing: Changing, showing: Showing) -> None:
        self._changing = changing
        self._showing = showing

    def show(self, turn: Turn) -> Sequence[Action]:
        """`community show`: what counts, and where it comes from."""
        up = owned(turn)
        body = turn.body("community-shown", name=up.community.name)
        return [turn.show(body + self._showing.settings(turn, up))]

    def set(self, turn: Turn) -> Sequence[Action]:
        """`community set <setting> <what it becomes>`."""
        up = owned(turn)
        words = turn.words("becomes") or ""
        return [turn.show(self._changing.apply(turn, up, turn.given["setting"], words))]

    def check(self, turn: Turn) -> Sequence[Action]:
        """`check permissions`: every room is tried, and what is missing is told."""
        up = owned(turn)
        tried = self._changing.try_all(turn, up, always=True)
        return [turn.answer("community-checking", tried=int(tried))]


class Ranks:
    """Who moderates by what the community says of the platform's roles and power levels."""

    def __init__(self, effective: Effective) -> None:
        self._effective = effective

    def role(self, turn: Turn) -> Role:
        """The role that the actor's ranks give them in the community of this place."""
        event = turn.event
        if event.where.space is None or not turn.communities:
            return Role.ANYONE
        named = self._effective.of(turn.tx, turn.communities[0].id)["moderators"]
        counts = any(ranks_count(turn.actor.platform, rank, set(named)) for rank in event.ranks)
        return Role.MODERATOR if counts else Role.ANYONE


def ranks_count(platform: str, rank: str, named: set[str]) -> bool:
    """Whether what somebody holds on a platform is among what a community named.

    Args:
        rank: as in `Event.ranks`. named: "discord:<role>", "matrix:<level>".
    """
    _, is_level, level = rank.partition("power:")
    if not is_level:
        return f"{platform}:{rank}" in named
    needed = [int(each.partition(":")[2]) for each in named if each.startswith(f"{platform}:")]
    return any(int(level) >= each for each in needed)
