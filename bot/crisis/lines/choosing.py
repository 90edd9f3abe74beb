"""Which help lines somebody is shown: three at most, of their own country.

What the topic asks for comes first, then what speaks their language, then what they like better
(to write or to call), then what is open. The emergency number goes with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from bot.crisis.lines.helplines import Country, HelpLine, HelpLines

AT_MOST = 3
Prefers = Literal["text", "call"]

GENERAL = frozenset({"suicide", "crisis", "emotional_support", "mental_health", "self_harm"})
"""Lines for anybody who cannot go on."""

FOR_SOME = frozenset(
    {"youth", "child_abuse", "lgbtq", "veterans", "indigenous", "perinatal", "disaster"}
)
"""Lines for some people, shown only to those who ask for them, or where there is nothing else."""

VIOLENCE = frozenset({"domestic_violence", "sexual_violence", "child_abuse", "trafficking"})

# What else helps where a topic has no line of its own: the next best, in order.
_NEAR = {
    "overdose": ("poison", "substance"),
    "poison": ("overdose",),
    "self_harm": ("suicide", "crisis"),
    "suicide": ("crisis",),
    "crisis": ("suicide",),
    "child_abuse": ("youth",),
    "sexual_violence": ("domestic_violence",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What somebody is shown.

    Args:
        country: None if nobody knows it; then there is no number, and no packaged line.
        topics: what was asked for.
        emergency: the number to call; the police's where the topic is violence.
        police: the number against violence, where it is another one; None else.
        lines: at most three, the best first. closed: those of them that nobody answers now.
        life_at_stake: the emergency number comes first.
        prefers: which ways of a line are named first.
        checked: the oldest date on which somebody made sure of the lines; None if that is not
            true of all of them.
        directory_url: an international directory.
    """

    country: Country | None
    topics: tuple[str, ...]
    emergency: str | None
    police: str | None
    lines: tuple[HelpLine, ...]
    closed: tuple[HelpLine, ...]
    life_at_stake: bool
    prefers: Prefers | None
    checked: date | None
    directory_url: str


def choose(
    directory: HelpLines,
    country: Country | None,
    *,
    topics: Sequence[str] = (),
    language: str,
    now: datetime,
    prefers: Prefers | None = None,
    at_most: int = AT_MOST,
    local: Sequence[HelpLine] = (),
    life_at_stake: bool = True,
    happening: bool = False,
    checked: Mapping[str, date] | None = None,
) -> Chosen:
    """The emergency number and the lines for one person.

    Args:
        country: theirs; None if nobody knows it.
        topics: what they need, the gravest first; empty if nobody knows: then lines for anybody.
        language: ISO 639, a region may follow ("pt-BR").
        now: aware.
        local: lines that their community added for this country.
        happening: it is not feared but there: what helps beforehand is left out.
        checked: when somebody made sure of a line, by `HelpLine.key`.
    """
    known = [*local, *(country.lines if country else ())]
    if happening:
        known = [line for line in known if not line.company]
    picked = _pick(known, topics, language, now, prefers, min(at_most, AT_MOST))
    shown = tuple(with_check(line, checked or {}) for line in picked)
    violence = bool(topics) and topics[0] in VIOLENCE
    return Chosen(
        country=country,
        topics=tuple(topics),
        emergency=_emergency(country, violence),
        police=country.police if country and not violence else None,
        lines=shown,
        closed=tuple(line for line in shown if _open_rank(line, now) == _CLOSED),
        life_at_stake=life_at_stake,
        prefers=prefers,
        checked=oldest_check(shown, now.date()),
        directory_url=directory.directory_url,
    )


def with_check(line: HelpLine, checked: Mapping[str, date]) -> HelpLine:
    """The line with its newest check: the packaged one, or one by `HelpLine.key`."""
    known = [day for day in (line.checked, checked.get(line.key)) if day is not None]
    return replace(line, checked=max(known, default=None))


def oldest_check(lines: Sequence[HelpLine], today: date) -> date | None:
    """When somebody last made sure of the line checked longest ago.

    None if that is not true of all of them, or no longer counts.
    """
    dates = [line.checked for line in lines if line.checked_by(today)]
    return min((day for day in dates if day), default=None) if len(dates) == len(lines) else None


def _emergency(country: Country | None, violence: bool) -> str | None:
    if country is None:
        return None
    return (country.police if violence else None) or country.emergency


def _pick(
    lines: Sequence[HelpLine],
    topics: Sequence[str],
    language: str,
    now: datetime,
    prefers: Prefers | None,
    at_most: int,
) -> list[HelpLine]:
    wanted = _wanted(topics)
    tongue = language.replace("_", "-").split("-")[0].casefold()
    ranked = sorted(
        (line for line in lines if _fits(line, wanted)),
        key=lambda line: (
            _topic_rank(line, wanted),
            line.region is not None,
            not line.local,
            _language_rank(line, tongue),
            _way_rank(line, prefers),
            _open_rank(line, now),
        ),
    )
    # Where nothing fits, any line can still tell whom to call; those for some last.
    others = sorted(lines, key=lambda line: bool(set(line.topics) & FOR_SOME))
    distinct = _one_of_each_service(ranked or others)
    picked = distinct[:at_most]
    if picked and all(_open_rank(line, now) == _CLOSED for line in picked):
        awake = next((line for line in distinct if _open_rank(line, now) != _CLOSED), None)
        if awake is not None:
            picked[-1] = awake
    # What is closed is worth knowing, for later; first comes who answers now.
    return sorted(picked, key=lambda line: _open_rank(line, now) == _CLOSED)


def _wanted(topics: Sequence[str]) -> list[str]:
    """The topics, each followed by what is nearest to it."""
    near = [other for topic in topics for other in _NEAR.get(topic, ())]
    return list(dict.fromkeys((*topics, *near)))


def _fits(line: HelpLine, wanted: Sequence[str]) -> bool:
    """Whether a line may be shown for these topics."""
    about = set(line.topics)
    if about & set(wanted):
        return not (about & FOR_SOME) or bool(about & FOR_SOME & set(wanted))
    if about & FOR_SOME:
        return False
    return bool(about & GENERAL) or not wanted


def _topic_rank(line: HelpLine, wanted: Sequence[str]) -> int:
    about = set(line.topics)
    first = next((place for place, topic in enumerate(wanted) if topic in about), None)
    if first is not None:
        return first
    return len(wanted) if about & GENERAL else len(wanted) + 1


def _language_rank(line: HelpLine, language: str) -> int:
    if language in line.languages:
        return 0
    return 1 if not line.languages or "multi" in line.languages else 2


def _way_rank(line: HelpLine, prefers: Prefers | None) -> bool:
    ways = {"text": line.sms or line.chat_url, "call": line.phone}
    return prefers is not None and not ways[prefers]


_CLOSED = 2


def _open_rank(line: HelpLine, now: datetime) -> int:
    """0 open, 1 nobody knows, 2 closed."""
    answers = line.opening.open_at(now) if line.opening else None
    return 1 if answers is None else (0 if answers else _CLOSED)


def _one_of_each_service(lines: Sequence[HelpLine]) -> list[HelpLine]:
    """The best line of each service: three numbers of one are no choice."""
    first: dict[str, HelpLine] = {}
    for line in lines:
        first.setdefault(line.service, line)
    return list(first.values())
