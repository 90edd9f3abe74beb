"""One meeting as members see it: in a line, in full, and the way in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from bot.meetings import agenda, times
from bot.meetings.agenda import Held
from bot.meetings.words.saying import say
from bot.platform import Choice, Choices
from bot.richtext import Body, Bold, Bullets, Link, Paragraph, Span, Spans, Text
from bot.texts import Texts
from storage.meeting_answers import Answer
from storage.meetings import Card, Meeting

PROMPT = "meeting"
KINDS = ("open", "closed", "topic", "family", "newcomers", "workshop", "social", "one-on-one")

SHOW, COMING, MAYBE, NOT_COMING, REMIND, FILE = "show", "coming", "maybe", "not", "remind", "ics"
CARD_CHOICES = (COMING, MAYBE, NOT_COMING, REMIND, FILE)
REMINDER_CHOICES = (SHOW, COMING, NOT_COMING)
CHANGE_CHOICES = (SHOW, NOT_COMING)
AFTER_CHOICES = (REMIND, FILE, NOT_COMING)

Counts = Mapping[tuple[int, str, Answer], int]


def choices(texts: Texts, language: str, held: Held, wanted: tuple[str, ...]) -> Choices:
    """What a member can do about one occurrence."""
    options = tuple(
        Choice(
            id=each,
            label=texts.line(language, f"meeting-choice-{each}"),
            words=_words(texts, language, f"meeting-choice-{each}"),
        )
        for each in wanted
    )
    prompt = f"{PROMPT}/{held.meeting.id}/{held.key}"
    return Choices(prompt=prompt, options=options, language=language)


def _words(texts: Texts, language: str, text_id: str) -> tuple[str, ...]:
    if not texts.has(language, f"{text_id}.words"):
        return ()
    return tuple(each.strip() for each in texts.line(language, f"{text_id}.words").split(","))


def line(texts: Texts, language: str, held: Held, own: tzinfo, counts: Counts) -> Spans:
    """When, what, and how many come."""
    meeting = held.meeting
    zone = agenda.series_of(meeting).zone or ""
    when = times.when(texts, language, held.at.start, own, zone)
    coming = counts.get((meeting.id, held.key, Answer.COMING), 0)
    behind = f" · {texts.line(language, 'meeting-count-coming', count=coming)}" if coming else ""
    return (Bold(meeting.card.name), Text(" · "), *when, Text(behind))


def full(
    texts: Texts, language: str, held: Held, own: tzinfo, counts: Counts, mine: Answer | None
) -> Body:
    """Everything that every member may know, and what this one said."""
    meeting, card = held.meeting, held.meeting.card
    series = agenda.series_of(meeting)
    spans = times.when(texts, language, held.at.start, own, series.zone or "")
    minutes = int((held.at.end - held.at.start).total_seconds()) // 60
    facts: list[Spans] = [
        (*spans, Text(f" · {texts.line(language, 'meeting-minutes', count=minutes)}"))
    ]
    if series.rule is not None:
        facts.append((Text(f"{say(series, texts, language)} ({times.city(series.zone or '')})"),))
    if card.kind or card.topic or card.labels:
        kind = texts.line(language, f"meeting-kind-{card.kind}") if card.kind in KINDS else ""
        facts.append(
            (Text(" · ".join(filter(None, (kind or card.kind, card.topic, card.labels)))),)
        )
    if card.place:
        facts.append((Text(card.place),))
    if card.link:
        facts.append((Text(texts.line(language, "meeting-has-link")),))
    facts.append((Text(_how_many(texts, language, held, counts)),))
    body: Body = (Paragraph((Bold(card.name),)), Bullets(tuple(facts)))
    if card.about:
        body = (*body, Paragraph((Text(card.about),)))
    if mine is not None:
        body = (*body, *texts.body(language, f"meeting-you-{mine}"))
    return body


def _how_many(texts: Texts, language: str, held: Held, counts: Counts) -> str:
    """Counts, never names."""
    coming, maybe, waiting = (
        counts.get((held.meeting.id, held.key, each), 0)
        for each in (Answer.COMING, Answer.MAYBE, Answer.WAITING)
    )
    said = [texts.line(language, "meeting-count-coming", count=coming)]
    if maybe:
        said.append(texts.line(language, "meeting-count-maybe", count=maybe))
    if held.meeting.capacity is not None:
        free = max(held.meeting.capacity - coming, 0)
        said.append(texts.line(language, "meeting-count-free", count=free))
    if waiting:
        said.append(texts.line(language, "meeting-count-waiting", count=waiting))
    return ", ".join(said)


def way_in(texts: Texts, language: str, card: Card) -> Body:
    """The link and the passcode, for somebody who comes."""
    link: Span = Link(card.link, card.link) if _is_web(card.link) else Text(card.link)
    body: Body = (Paragraph((link,)),)
    if card.passcode:
        body = (*body, *texts.body(language, "meeting-passcode", passcode=card.passcode))
    return body


def _is_web(link: str) -> bool:
    return link.startswith(("https://", "http://"))


def shown_rule(texts: Texts, language: str, meeting: Meeting) -> str:
    """When a meeting is, with the city whose clock counts."""
    series = agenda.series_of(meeting)
    return f"{say(series, texts, language)} ({times.city(series.zone or '')})"
