"""The stages in their order: normalise, prefilter, rules and their context, second opinion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.crisis.detector import lexicon
from bot.crisis.detector.context import negated, subject_of
from bot.crisis.detector.grammar import Grammar, lowerings
from bot.crisis.detector.lexicon import Rule
from bot.crisis.detector.message import PUNCTUATION, Message, cut
from bot.crisis.detector.normalise import in_words, read
from bot.crisis.detector.opinion import Opinion
from bot.crisis.detector.own import OWN, checked, own_language
from bot.crisis.detector.prefilter import Candidates, Prefilter
from bot.crisis.detector.spelling import Spelling
from bot.crisis.detector.verdict import Level, Subject, Verdict

_QUIET = Verdict(level=Level.NONE, subject=Subject.NONE, score=0.0)
_SCORES = {Level.NONE: 0.0, Level.CONCERN: 0.5, Level.HIGH: 0.75, Level.EMERGENCY: 0.9}
_ROOM = 0.09
"""What further rules may add to a level's score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A rule that found something, and what became of it."""

    language: str
    rule: Rule
    words: str
    """What it found, as normalised."""
    level: Level
    """What is left of the rule's level."""
    subject: Subject
    lowered_by: str = ""
    """`negation`, `quoted`, or the name of a harmless entry; "" if nothing lowered it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A verdict and how it came about."""

    verdict: Verdict
    hits: tuple[Hit, ...]
    opinion: float
    """The second opinion, 0..1; 0 where it was not asked."""


class Detector:
    """Classifies messages one by one.

    Args:
        languages: codes of the lexicon's files; all of them if not given.
        extra: a community's own terms and the level of each. They fire wherever they stand.
        silenced: names of rules that stay quiet, `rule` in every language or `en:rule` in one.
    Raises: ValueError for a silenced rule that does not exist or is an emergency's;
        `lexicon.LexiconError` for a language without a file.
    """

    def __init__(
        self,
        languages: Sequence[str] | None = None,
        extra: Mapping[str, Level] | None = None,
        silenced: Sequence[str] = (),
    ) -> None:
        codes = lexicon.languages() if languages is None else languages
        read = [lexicon.read(code) for code in codes]
        self._silenced = checked(silenced, read)
        if extra:
            read.append(own_language(extra))
        self._grammars = {language.code: Grammar(language) for language in read}
        self._spelling = Spelling(self._grammars.values())
        self._opinion = Opinion.load()
        self._prefilter = Prefilter(
            self._grammars.values(), self._spelling.typos, self._opinion.telling
        )

    def classify(self, text: str, language: str | None = None) -> Verdict:
        """What the message says of itself alone; never raises.

        Args:
            language: the language it is thought to be in; decides between rules of several.
        """
        normal, candidates, telling = self._candidates(text)
        if not candidates:
            return self._by_opinion(normal) if telling else _QUIET
        return self._judge(normal, candidates, language).verdict

    def explain(self, text: str, language: str | None = None) -> Explanation:
        """The same verdict, and which rules found what."""
        normal, candidates, _ = self._candidates(text)
        return self._judge(normal, candidates, language)

    def _candidates(self, text: str) -> tuple[str, Candidates, bool]:
        normal = in_words(self._spelling.repaired(read(text)))
        candidates, typos, telling = self._prefilter.look(normal)
        if typos:
            normal = self._spelling.without_typos(normal, typos)
            candidates, _, telling = self._prefilter.look(normal)
        if not candidates:
            for guess in (self._spelling.nearest(normal), self._spelling.respaced(normal)):
                if guess is not None:
                    guessed, _, telling_too = self._prefilter.look(guess)
                    if guessed:
                        return guess, guessed, telling_too
        return normal, candidates, telling

    def _by_opinion(self, normal: str) -> Verdict:
        words = [word for word in normal.split() if word not in PUNCTUATION]
        return _verdict((), self._opinion.of(words), self._opinion)

    def _judge(self, normal: str, candidates: Candidates, language: str | None) -> Explanation:
        message = cut(normal)
        hits = [
            hit
            for code, numbers in candidates.items()
            for hit in self._hits(self._grammars[code], numbers, message)
        ]
        hits.sort(key=lambda hit: (-hit.level, hit.language != language, -len(hit.words)))
        opinion = 0.0
        if not hits or hits[0].level is Level.NONE:
            opinion = self._opinion.of(message.words)
        return Explanation(
            verdict=_verdict(hits, opinion, self._opinion), hits=tuple(hits), opinion=opinion
        )

    def _hits(
        self, grammar: Grammar, numbers: Iterable[tuple[int, int]], message: Message
    ) -> list[Hit]:
        found = grammar.look(message)
        matched = []
        for rule_number, pattern_number in numbers:
            rule, patterns = grammar.rules[rule_number]
            matches = grammar.matches(patterns[pattern_number], found, message)
            if matches:
                excepted = grammar.exceptions(rule, found, message)
                matched += [
                    (rule, match)
                    for match in matches
                    if message.sentences[match.core[0]] not in excepted
                ]
        if not matched:
            return []
        lowered = lowerings(grammar, found, message)
        hits: dict[tuple[str, Subject, str], Hit] = {}
        for rule, match in matched:
            subject = subject_of(grammar, rule, match, found, message)
            level = rule.other_level if subject is Subject.OTHER else rule.level
            by = ""
            code = grammar.language.code
            if not self._silenced.isdisjoint((rule.name, f"{code}:{rule.name}")):
                level, by = Level.NONE, "silenced"
            elif subject is Subject.NONE:
                level, by = Level.NONE, "quoted"
            elif "negation" not in rule.keep and negated(grammar, match, found, message):
                level, by = Level.NONE, "negation"
            else:
                for lowering in lowered:
                    if (
                        lowering.entry.to < level
                        and lowering.entry.name not in rule.keep
                        and lowering.covers(match, message)
                    ):
                        level, by = lowering.entry.to, lowering.entry.name
            start, end = match.extent
            hit = Hit(
                language=code,
                rule=rule,
                words=" ".join(message.words[start:end]),
                level=level,
                subject=subject,
                lowered_by=by,
            )
            key = (rule.name, subject, by)
            if key not in hits or hits[key].level < level:
                hits[key] = hit
        return list(hits.values())


def _verdict(hits: Sequence[Hit], opinion: float, judge: Opinion) -> Verdict:
    alive = [hit for hit in hits if hit.level > Level.NONE]
    if not alive:
        if opinion >= judge.threshold and not hits:
            return Verdict(
                level=Level.CONCERN,
                subject=Subject.SELF,
                score=0.4,
                reasons=("second-opinion",),
                language="en",
            )
        return Verdict(level=Level.NONE, subject=Subject.NONE, score=round(0.39 * opinion, 4))
    gravest = alive[0]
    reasons = tuple(dict.fromkeys(hit.rule.name for hit in alive))
    topics = tuple(dict.fromkeys(hit.rule.topic for hit in alive if hit.rule.topic))
    more = _ROOM * (1 - 0.5 ** (len(reasons) - 1))
    return Verdict(
        level=gravest.level,
        subject=gravest.subject,
        score=round(_SCORES[gravest.level] + more, 4),
        reasons=reasons,
        topics=topics,
        language="" if gravest.language == OWN else gravest.language,
    )
