"""What somebody in a crisis reads: which words, for level, subject and topic, in their language.

Pure. Short, warm, no diagnosis; nothing of what they wrote is repeated, and nothing they could
harm themselves with is named. The first line may be read by whoever looks at a locked screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from bot.crisis.detector import Level, Subject
from bot.crisis.lines.choosing import Prefers, choose
from bot.crisis.lines.helplines import HelpLine, HelpLines
from bot.crisis.lines.wording import body_of
from bot.platform import Choice, Choices
from bot.richtext import Body
from bot.texts import FALLBACK, Texts

FURTHER = Path(__file__).parent / "replies"
"""Languages that only these replies are in: one file each, besides those of the interface."""

REPLY, SAFE, OFFER = "crisis", "crisis-safe", "crisis-offer"
"""Prompts: below a reply, before one that is not safe to read everywhere, below a soft offer."""
MISREAD = "misread"
SHOW_FORM = "crisis-show"

SHOWN_LINES = 2  # with the emergency number that makes three

_FOR_SELF = {
    "overdose": "reply-overdose-self",
    "domestic_violence": "reply-violence",
    "sexual_violence": "reply-sexual-violence",
    "self_harm": "reply-self-harm",
    "substance": "reply-substance",
}
_FOR_OTHER = {
    "overdose": "reply-overdose-other",
    "domestic_violence": "reply-violence-other",
    "sexual_violence": "reply-violence-other",
}

Told = Literal["room", "direct", "nobody"]
"""Who hears of it: the team with a link to the message, the team without the words, or nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a reply depends on.

    Args:
        episode: id of the episode; its buttons carry it.
        language: what the reply is written in; see `language_of`.
        country: ISO 3166; None if nobody knows it.
        team: the community whose team is told; empty if nobody is.
        written: when they wrote it, in words, if that was a while ago.
        local: lines of their community. checked: when somebody made sure of a line, by its key.
    """

    episode: int
    level: Level
    subject: Subject
    topics: tuple[str, ...]
    language: str
    country: str | None
    told: Told
    team: str = ""
    written: str | None = None
    prefers: Prefers | None = None
    local: tuple[HelpLine, ...] = ()
    checked: Mapping[str, date] = field(default_factory=dict)

    @property
    def at_home(self) -> bool:
        """Whether the one they fear may read along."""
        violent = bool(self.topics) and self.topics[0] == "domestic_violence"
        return violent and self.subject is not Subject.OTHER


@dataclass(frozen=True, slots=True)
class Written:
    """A reply's text and buttons."""

    body: Body
    choices: Choices


def add_languages(texts: Texts) -> None:
    """Have `texts` speak the further languages, as far as replies go."""
    for path in sorted(FURTHER.glob("*.ftl")):
        texts.speak_in_part(path.stem, path)


def language_of(texts: Texts, *tags: str | None) -> str:
    """The first language among the tags that replies are written in, else English."""
    for tag in tags:
        language = (tag or "").replace("_", "-").split("-")[0].casefold()
        if language in texts.languages or language in texts.languages_in_part:
            return language
    return FALLBACK


class Answering:
    """Writes replies in the words of `texts`."""

    def __init__(self, texts: Texts, directory: HelpLines) -> None:
        self._texts = texts
        self._directory = directory

    def first(self, situation: Situation, now: datetime) -> Written:
        """What is said unasked."""
        if not situation.at_home:
            return self.whole(situation, now)
        # Not a word about what it is: whoever they fear may be looking.
        show = self._option(situation.language, "yes", "reply-safe-yes", tone="primary")
        choices = Choices(
            prompt=f"{SAFE}/{situation.episode}", options=(show,), language=situation.language
        )
        return Written(self._say(situation, "reply-safe"), choices)

    def whole(self, situation: Situation, now: datetime) -> Written:
        """The reply."""
        emergency = situation.level is Level.EMERGENCY
        for_other = situation.subject is Subject.OTHER
        opening = self._say(situation, "reply-opening-other" if for_other else "reply-opening-self")
        if situation.written is not None:
            opening += self._texts.body(situation.language, "reply-late", when=situation.written)
        guidance = self._guidance(situation)
        lines = self._lines(situation, now)
        # With a life at stake: the number, what to do meanwhile, and only then who else listens.
        middle = lines[:1] + guidance + lines[1:] if emergency else guidance + lines
        barrier = () if emergency else self._say(situation, "reply-barrier")
        trusted = () if emergency or for_other else self._say(situation, "reply-trusted")
        body = opening + middle + barrier + trusted + self._told(situation)
        return Written(body, self._buttons(situation, show=situation.told == "direct"))

    def again(self, situation: Situation) -> Written:
        """When it was answered a moment ago, and is no graver."""
        return Written(self._say(situation, "reply-again"), self._buttons(situation))

    def soft(self, language: str) -> Written:
        """An offer to somebody who does not sound well; nobody hears of it."""
        options = (
            self._option(language, "talk", "reply-talk"),
            self._option(language, "help", "reply-lines"),
            self._option(language, "off", "reply-soft-off"),
        )
        choices = Choices(prompt=OFFER, options=options, language=language)
        return Written(self._texts.body(language, "reply-soft"), choices)

    def unread(self, language: str, country: str | None, now: datetime) -> Body:
        """Help lines for somebody whose message cannot be read."""
        chosen = choose(
            self._directory,
            self._directory.country(country),
            language=language,
            now=now,
            at_most=SHOWN_LINES,
        )
        return body_of(chosen, self._texts, language)

    # --- parts

    def _guidance(self, situation: Situation) -> Body:
        """What to do until somebody is there, by topic; for somebody else, how to be with them."""
        topic = situation.topics[0] if situation.topics else ""
        if situation.subject is Subject.OTHER:
            return self._say(situation, _FOR_OTHER.get(topic, "reply-other"))
        if topic in _FOR_SELF:
            return self._say(situation, _FOR_SELF[topic])
        emergency = situation.level is Level.EMERGENCY
        return self._say(situation, "reply-stay") if emergency else ()

    def _lines(self, situation: Situation, now: datetime) -> Body:
        chosen = choose(
            self._directory,
            self._directory.country(situation.country),
            topics=situation.topics,
            language=situation.language,
            now=now,
            prefers=situation.prefers,
            at_most=SHOWN_LINES,
            local=situation.local,
            checked=situation.checked,
            life_at_stake=situation.level is Level.EMERGENCY,
            happening=situation.level is Level.EMERGENCY,
        )
        return body_of(chosen, self._texts, situation.language)

    def _told(self, situation: Situation) -> Body:
        match situation.told:
            case "room":
                return self._about_team(situation, "reply-told-room")
            case "direct":
                return self._about_team(situation, "reply-told-direct")
            case "nobody":
                return self._say(situation, "reply-told-nobody")

    def _about_team(self, situation: Situation, text_id: str) -> Body:
        return self._texts.body(situation.language, text_id, team=situation.team)

    def _buttons(self, situation: Situation, *, show: bool = False) -> Choices:
        options = [
            self._option(situation.language, "talk", "reply-talk", tone="primary"),
            self._option(situation.language, "help", "reply-more"),
        ]
        if show:
            options.append(self._option(situation.language, "show", "reply-show", form=SHOW_FORM))
        options.append(self._option(situation.language, MISREAD, "reply-misread"))
        return Choices(
            prompt=f"{REPLY}/{situation.episode}",
            options=tuple(options),
            language=situation.language,
        )

    def _say(self, situation: Situation, text_id: str) -> Body:
        return self._texts.body(situation.language, text_id)

    def _option(
        self,
        language: str,
        choice: str,
        text_id: str,
        *,
        tone: Literal["plain", "primary"] = "plain",
        form: str | None = None,
    ) -> Choice:
        return Choice(id=choice, label=self._texts.line(language, text_id), tone=tone, form=form)
