"""What a look back says in words: below `checkin history`, beside a picture, on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton

from bot.checkins.looking_back.figures import NOTABLE, STEPS, Look, Part, Step
from bot.richtext import Body
from bot.texts import Texts
from storage.checkin_history import Answer

DatedWords = tuple[date, str]
"""A date that matters to a member, and what they call it."""

_LONGEST_ALT = 900  # characters; Discord takes 1,024


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in one language."""

    texts: Texts
    language: str

    def line(self, text_id: str, **values: str | int) -> str:
        return self.texts.line(self.language, text_id, **values)

    def body(self, text_id: str, **values: str | int) -> Body:
        return self.texts.body(self.language, text_id, **values)

    def word(self, word: str) -> str:
        """A check-in's word as it stands on its button."""
        return self.line(f"checkin-word-{word}")

    @property
    def levels(self) -> tuple[str, ...]:
        """The five words, the hardest first."""
        return tuple(self.word(word) for word in sorted(STEPS, key=STEPS.__getitem__))

    def weekdays(self, width: str = "wide") -> tuple[str, ...]:
        """Seven names, Monday first."""
        names = Locale.parse(self.language).days["stand-alone"][width]
        return tuple(names[day].rstrip(".") for day in range(7))

    def part(self, part: Part) -> str:
        return self.line(f"looking-back-{part}")

    def short(self, day: date) -> str:
        """A day and its month ("3 Aug")."""
        return str(format_skeleton("MMMd", day, locale=self.language))

    def long(self, day: date) -> str:
        """A day with its year ("3 Aug 2026")."""
        return format_date(day, "medium", locale=self.language)

    def month(self, day: date) -> str:
        return format_date(day, "LLL", locale=self.language).rstrip(".")

    # --- sentences

    def counted(self, answers: Iterable[Answer]) -> str:
        """How often each word was given, from good to rough."""
        words = Counter(answer.word for answer in answers)
        order = [*sorted(STEPS, key=STEPS.__getitem__, reverse=True), "skip"]
        return ", ".join(f"{self.word(word)} {words[word]}" for word in order if words[word])

    def observations(self, look: Look) -> list[str]:
        """What stands out, beside nothing but the member's own days; often there is nothing."""
        said = []
        names = (*self.weekdays(), *map(self.part, Part))
        values = (*look.weekdays, *look.parts)
        lighter = [n for n, value in zip(names, values, strict=True) if _above(value)]
        heavier = [n for n, value in zip(names, values, strict=True) if _above(_minus(value))]
        if lighter:
            said.append(self.line("looking-back-lighter", times=", ".join(lighter)))
        if heavier:
            said.append(self.line("looking-back-heavier", times=", ".join(heavier)))
        if look.by_week and len(look.course) > 1:
            best = max(look.course, key=lambda step: step.mean)
            hardest = min(look.course, key=lambda step: step.mean)
            if best.mean - hardest.mean >= NOTABLE:
                said.append(
                    self.line(
                        "looking-back-weeks",
                        lightest=self._week(best),
                        heaviest=self._week(hardest),
                    )
                )
        return said

    def _week(self, step: Step) -> str:
        return self.short(step.first)

    def description(self, look: Look, dates: Sequence[DatedWords] = ()) -> str:
        """What a picture shows, for those who do not see it; without its dates' names if long."""
        said = [
            self.line(
                "looking-back-alt",
                first=self.long(look.since),
                last=self.long(look.last),
                days=len(look.answers),
                words=self.counted(look.answers) or "–",
            ),
            *self.observations(look),
        ]
        marked = "; ".join(f"{self.short(day)}: {words}" for day, words in dates)
        if marked:
            said.append(self.line("looking-back-alt-dates", dates=marked))
        return _cut(said)


def _above(value: float | None) -> bool:
    return value is not None and value >= NOTABLE


def _minus(value: float | None) -> float | None:
    return None if value is None else -value


def _cut(sentences: Iterable[str]) -> str:
    """As many whole sentences as fit."""
    kept = ""
    for sentence in sentences:
        longer = f"{kept} {sentence}".strip()
        if len(longer) > _LONGEST_ALT:
            break
        kept = longer
    return kept
