"""The stages in their order: normalise, prefilter, rules and their context, second opinion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from bot.crisis.detector import lexicon
from bot.crisis.detector.context import negated, subject_of
from bot.crisis.detector.grammar import Grammar, lowerings
from bot.crisis.detector.lexicon import Language, Rule
from bot.crisis.detector.matching import Found
from bot.crisis.detector.message import PUNCTUATION, Message, cut
from bot.crisis.detector.normalise import in_words, read
from bot.crisis.detector.opinion import Opinion, score
from bot.crisis.detector.own import OWN, checked, own_language
from bot.crisis.detector.prefilter import Prefilter, Sought
from bot.crisis.detector.spelling import Spelling
from bot.crisis.detector.terms import Terms
from bot.crisis.detector.verdict import Level, Subject, Verdict


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
    """The second opinion, 0..1."""


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
        self._terms = Terms()
        grammars = []
        spoken = []
        for language in _read(codes, extra or {}):  # one at a time: as read, they take much room
            grammars.append(Grammar(language, self._terms))
            spoken.append(language.bare)
        self._silenced = checked(silenced, grammars)
        self._spelling = Spelling(spoken, self._terms.words)
        self._opinion = Opinion.load()
        self._prefilter = Prefilter(grammars, self._terms, self._spelling.slips)
        self._terms.finish()

    def classify(self, text: str, language: str | None = None) -> Verdict:
        """What the message says of itself alone; never raises.

        Args:
            language: the language it is thought to be in; decides between rules of several.
        """
        normal, candidates = self._candidates(text)
        if not candidates:
            return self._by_opinion(normal)
        return self._judge(normal, candidates, language).verdict

    def explain(self, text: str, language: str | None = None) -> Explanation:
        """The same verdict, and which rules found what."""
        normal, candidates = self._candidates(text)
        return self._judge(normal, candidates, language)

    def _candidates(self, text: str) -> tuple[str, list[Sought]]:
        normal = in_words(self._spelling.repaired(read(text)))
        keys, marks, slips = self._terms.look(normal)
        if slips:
            normal = self._spelling.without_slips(normal, slips)
            keys, marks, _ = self._terms.look(normal)
        candidates = self._prefilter.candidates(keys, marks)
        if not candidates:
            for guess in (self._spelling.nearest(normal), self._spelling.respaced(normal)):
                if guess is not None:
                    keys, guessed, _ = self._terms.look(guess)
                    if found := self._prefilter.candidates(keys, guessed):
                        return guess, found
        return normal, candidates

    def _by_opinion(self, normal: str) -> Verdict:
        words = normal.split()
        if not PUNCTUATION.isdisjoint(words):
            words = [word for word in words if word not in PUNCTUATION]
        opinion = self._opinion.of(words)
        if opinion < self._opinion.threshold:
            return _nothing(opinion)
        return _verdict((), opinion, self._opinion)

    def _judge(
        self, normal: str, candidates: Sequence[Sought], language: str | None
    ) -> Explanation:
        message = cut(normal)
        found = self._terms.places(message.flat)
        hits = [
            hit
            for grammar, sought in groupby(candidates, key=attrgetter("grammar"))
            for hit in self._hits(grammar, sought, found, message)
        ]
        hits.sort(key=lambda hit: (-hit.level, hit.language != language, -len(hit.words)))
        opinion = self._opinion.of(message.words)
        return Explanation(
            verdict=_verdict(hits, opinion, self._opinion), hits=tuple(hits), opinion=opinion
        )

    def _hits(
        self, grammar: Grammar, candidates: Iterable[Sought], found: Found, message: Message
    ) -> list[Hit]:
        matched = []
        for sought in candidates:
            matches = grammar.matches(sought.pattern, found, message)
            if matches:
                excepted = grammar.exceptions(sought.rule, found, message)
                matched += [
                    (sought.rule, match)
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
            code = grammar.code
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


def _read(codes: Iterable[str], extra: Mapping[str, Level]) -> Iterator[Language]:
    yield from map(lexicon.read, codes)
    if extra:
        yield own_language(extra)


def _nothing(opinion: float) -> Verdict:
    return Verdict(level=Level.NONE, subject=Subject.NONE, score=score(Level.NONE, opinion))


def _verdict(hits: Sequence[Hit], opinion: float, judge: Opinion) -> Verdict:
    alive = [hit for hit in hits if hit.level > Level.NONE]
    if not alive:
        if opinion >= judge.threshold and not hits:
            return Verdict(
                level=Level.CONCERN,
                subject=Subject.SELF,
                score=score(Level.CONCERN, opinion),
                reasons=("second-opinion",),
                language="en",
            )
        return _nothing(opinion)
    gravest = alive[0]
    reasons = tuple(dict.fromkeys(hit.rule.name for hit in alive))
    topics = tuple(dict.fromkeys(hit.rule.topic for hit in alive if hit.rule.topic))
    return Verdict(
        level=gravest.level,
        subject=gravest.subject,
        score=score(gravest.level, opinion),
        reasons=reasons,
        topics=topics,
        language="" if gravest.language == OWN else gravest.language,
    )
