"""What the team sees of a round: counts, never a profile, and none below five."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from bot.buddies.matching.profiles import Consent, Pool, Profile
from bot.richtext import Body, Bullets, Spans, Text
from bot.texts import Texts

FEW = 5
"""Below so many a count could point at somebody."""
_PROVED = 0.05  # per cent
WHY = ("hours", "topic", "language", "stage", "gender", "past", "taken", "alone", "mentor")
"""Why somebody is without a buddy, as it may be said; that two are kept apart never is."""


def count(
    profiles: Sequence[Profile],
    found: Mapping[str, Any],
    pools: Collection[str],
    left: Mapping[str, str],
) -> dict[str, float]:
    """The numbers of a wave.

    Args:
        found: what the engine said. pools: those in which it pairs by itself.
        left: by id, why somebody is without a buddy.
    """
    of = {each.id: str(each.pool) for each in profiles}
    seeking = [each for each in profiles if each.pool is not Pool.MENTOR]
    pairs = [each for each in found["pairs"] if of[each[0]] in pools]
    trios = [each for each in found["trios"] if of[each[0]] in pools]
    mentoring = [each for each in found["mentoring"] if of[each[1]] in pools]
    numbers: dict[str, float] = {
        "looking": sum(str(each.pool) in pools for each in seeking),
        "small": sum(str(each.pool) not in pools for each in seeking),
        "pairs": len(pairs),
        "trios": len(trios),
        "mentoring": len(mentoring),
        "left": len(left),
        "total": found["total"],
        "upper_bound": found["upper_bound"],
        "seconds": found["cpu_seconds"],
    }
    numbers |= {f"why_{why}": many for why, many in Counter(left.values()).items()}
    relaxed = Counter(consent for each in pairs for consent in each[3])
    return numbers | {f"relaxed_{consent}": many for consent, many in relaxed.items()}


def shown(texts: Texts, language: str, numbers: Mapping[str, float]) -> Body:
    """The numbers in words."""

    def lines() -> Iterator[str]:
        for name in ("looking", "pairs", "trios", "mentoring", "left"):
            if numbers.get(name) or name in ("looking", "pairs"):
                many = numbers.get(name, 0)
                yield texts.line(language, f"rounds-count-{name}", count=told(many))
        for why in WHY:
            if many := numbers.get(f"why_{why}", 0):
                yield texts.line(language, f"rounds-why-{why}", count=told(many))
        for consent in Consent:
            if many := numbers.get(f"relaxed_{consent}", 0):
                yield texts.line(language, f"rounds-relaxed-{consent}", count=told(many))

    def told(many: float) -> str:
        return some(texts, language, many)

    items: tuple[Spans, ...] = tuple((Text(line),) for line in lines())
    return (Bullets(items), *certificate(texts, language, numbers))


def certificate(texts: Texts, language: str, numbers: Mapping[str, float]) -> Body:
    """How near to the best there can be, as the engine has proved it."""
    total, bound = numbers.get("total", 0), numbers.get("upper_bound", 0)
    if not numbers.get("pairs"):
        return ()
    if bound - total < 1 or (bound > 0 and 100 * (1 - total / bound) < _PROVED):
        return texts.body(language, "rounds-best")
    if total <= 0:
        return texts.body(language, "rounds-best-unknown")
    percent = f"{100 * (1 - total / bound):.1f}"
    return texts.body(language, "rounds-near-best", percent=percent)


def some(texts: Texts, language: str, many: float) -> str:
    """A count; nobody can be told from it."""
    return texts.line(language, "rounds-few") if 0 < many < FEW else str(int(many))
