"""How dates, spans of days and the choices about them look."""

from __future__ import annotations

from bot.checkins.dates.milestones import Milestone
from bot.platform import Choice, Choices
from bot.texts import Texts
from bot.turn import Turn

ASKED = "milestone"
DAY_FORM, NEW_FORM = "date-day", "date-new"


def span_in_words(texts: Texts, language: str, milestone: Milestone) -> str:
    """A milestone as it is said, such as "30 days"."""
    return texts.line(language, f"dates-span-{milestone.unit}", count=milestone.number)


def days_in_words(turn: Turn, days: int) -> str:
    """The same of a number of days."""
    return span_in_words(turn.texts, turn.language, Milestone(days, "d"))


def milestone_options(texts: Texts, language: str, asked: int) -> Choices:
    """What can be said to a milestone."""
    yes, change, quiet, lapse = (
        Choice(
            id=choice,
            label=texts.line(language, text_id),
            words=_typed(texts, language, text_id),
            form=form,
        )
        for choice, text_id, form in (
            ("yes", "milestone-yes", None),
            ("change", "milestone-change", DAY_FORM),
            ("quiet", "milestone-quiet", None),
            ("lapse", "milestone-lapse", None),
        )
    )
    options = (yes, change, quiet, lapse)
    return Choices(prompt=f"{ASKED}/{asked}", options=options, language=language)


def _typed(texts: Texts, language: str, text_id: str) -> tuple[str, ...]:
    if not texts.has(language, f"{text_id}.words"):
        return ()
    words = texts.line(language, f"{text_id}.words").split(",")
    return tuple(word.strip().casefold() for word in words)
