"""Who a hit is about, and whether its own sentence takes it back."""

from __future__ import annotations

from bot.crisis.detector.grammar import Grammar
from bot.crisis.detector.lexicon import Rule
from bot.crisis.detector.matching import Found, Match, Span
from bot.crisis.detector.message import Message
from bot.crisis.detector.verdict import Subject

NEGATES_WITHIN = 4
"""Words that may stand between a negation and what it negates."""
NEGATES_AFTER = 3


def negated(grammar: Grammar, match: Match, found: Found, message: Message) -> bool:
    """Whether it is denied: "I don't want to …", but not "I can't stop wanting to …"."""
    markers = grammar.markers
    exempt = list(found.spans(markers["not_negation"]))
    negations = [
        span
        for span in found.spans(markers["negation"])
        if not any(_within(span, wider) for wider in exempt)
    ]
    if any(_overlaps(span, piece) for span in negations for piece in match.pieces):
        return False  # the pattern holds its own: "don't want to live"
    start, end = match.core
    clause = message.clauses
    turns = [span[0] for span in found.spans(markers["turn"])]
    before = 0
    for span in negations:
        if start <= span[0] < end:
            return True
        near = span[1] <= start <= span[1] + NEGATES_WITHIN
        turned = any(span[1] <= turn < start for turn in turns)
        before += near and not turned and clause[span[0]] == clause[start]
    if before % 2:  # "I can't promise that I won't" takes itself back
        return True
    return any(
        end <= span[0] < end + NEGATES_AFTER and clause[span[0]] == clause[end - 1]
        for span in found.spans(markers["negation_after"])
        if not any(_within(span, wider) for wider in exempt)
    )


def subject_of(
    grammar: Grammar, rule: Rule, match: Match, found: Found, message: Message
) -> Subject:
    """Whom a hit is about; NONE if it is about the reader ("you") or only quoted."""
    quoting = _quoted_from(grammar, match, found, message)
    if quoting is not None:
        return quoting
    if rule.subject in ("self", "other"):
        return Subject(rule.subject)
    if rule.subject == "first":
        named = _first_named(grammar, match, found)
        if named is not None:
            return named
    nearest = _nearest_marker(grammar, match, found, message)
    return Subject.SELF if nearest is None else nearest


def _quoted_from(grammar: Grammar, match: Match, found: Found, message: Message) -> Subject | None:
    """Whose words are quoted, if they are; what nobody is said to have said is nobody's."""
    start = match.core[0]
    if not message.quoted[start]:
        return None
    opening = start
    while opening > 0 and message.quoted[opening - 1]:
        opening -= 1
    if opening == 0:
        return Subject.NONE
    sentence = message.sentences[opening - 1]
    others = {
        span[0]
        for span in found.spans(grammar.markers["other"])
        if span[1] <= opening and message.sentences[span[0]] == sentence
    }
    # "My sister wrote": the sister speaks.
    own = {
        span[0]
        for span in found.spans(grammar.markers["self"])
        if span[1] <= opening and message.sentences[span[0]] == sentence and span[1] not in others
    }
    if not own and not others:
        return Subject.NONE
    return Subject.SELF if min(own, default=start) < min(others, default=start) else Subject.OTHER


def _first_named(grammar: Grammar, match: Match, found: Found) -> Subject | None:
    """Whom a match names first; "my brother" is the brother."""
    start, end = match.core
    others = {span[0] for span in found.spans(grammar.markers["other"]) if start <= span[0] < end}
    own = {
        span[0]
        for span in found.spans(grammar.markers["self"])
        if start <= span[0] < end and span[1] not in others
    }
    if not own and not others:
        return None
    return Subject.SELF if min(own, default=end) < min(others, default=end) else Subject.OTHER


def _nearest_marker(
    grammar: Grammar, match: Match, found: Found, message: Message
) -> Subject | None:
    start, end = match.core
    inside: dict[Subject, int] = {}
    before: list[tuple[int, int, Subject]] = []
    kinds = (("self", Subject.SELF), ("other", Subject.OTHER), ("you", Subject.NONE))
    for name, subject in kinds:
        for span in found.spans(grammar.markers[name]):
            if start <= span[0] < end:
                inside[subject] = min(span[0], inside.get(subject, span[0]))
            elif span[1] <= start and message.clauses[span[0]] == message.clauses[start]:
                before.append((span[1], span[1] - span[0], subject))
    if Subject.OTHER in inside and Subject.SELF not in inside:
        return Subject.OTHER
    if Subject.SELF in inside:
        return Subject.SELF
    if before:
        return max(before, key=lambda marker: marker[:2])[2]
    return Subject.NONE if Subject.NONE in inside else None


def _within(span: Span, wider: Span) -> bool:
    return wider[0] <= span[0] and span[1] <= wider[1]


def _overlaps(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]
