"""What the team is told of a wave: its numbers, and in small groups who could be asked by hand."""

from __future__ import annotations

from bot.buddies.joining.items import answer
from bot.buddies.joining.profiles import compared
from bot.buddies.rounds import numbers
from bot.buddies.rounds.people import MENTOR, person_of
from bot.buddies.rounds.waves import Asked
from bot.platform import Address, Audience, Choice, Choices, Say
from bot.richtext import Body, Bullets, Mention, Spans, Text
from bot.texts import Texts
from storage import buddies, members
from storage.buddy_rounds import Round
from storage.database import Transaction

PROMPT = "buddies-round"
SUGGESTED = 5


def preview(tx: Transaction, texts: Texts, asked: Asked, wave: Round) -> Say:
    """To who asked: the numbers, and what can be done with them."""
    language = asked.language
    body: Body = texts.body(language, "rounds-preview")
    if wave.plan["groups"] or wave.numbers["looking"]:
        body += numbers.shown(texts, language, wave.numbers)
    if wave.numbers["small"]:
        body += texts.body(language, "rounds-small")
        body += _suggestions(tx, texts, language, wave)
    elif not wave.numbers["looking"]:
        body += texts.body(language, "rounds-nobody")
    return _private(asked, body, _choices(texts, asked, wave))


def changed(texts: Texts, asked: Asked) -> Say:
    """To who wanted to send it out: not this one."""
    return _private(asked, texts.body(asked.language, "rounds-changed"))


def broken(texts: Texts, asked: Asked) -> Say:
    """To who asked: there is nothing to show."""
    return _private(asked, texts.body(asked.language, "rounds-broken"))


def to_staff(texts: Texts, room: Address, language: str, wave: Round) -> Say:
    """To the team's room: a round has begun by itself."""
    body: Body = ()
    if wave.numbers["looking"]:
        body += texts.body(language, "rounds-went-out")
        body += numbers.shown(texts, language, wave.numbers)
    if wave.numbers["small"]:
        body += texts.body(language, "rounds-small-waits")
    return Say(to=room, body=body, audience=Audience.PUBLIC)


def _private(asked: Asked, body: Body, choices: Choices | None = None) -> Say:
    return Say(to=asked.to, body=body, audience=Audience.DIRECT, choices=choices, asked=asked.where)


def _choices(texts: Texts, asked: Asked, wave: Round) -> Choices | None:
    language, options = asked.language, []
    if wave.plan["groups"] and asked.may_send:
        send = texts.line(language, "rounds-send-button")
        options.append(Choice(id="send", label=send, tone="primary"))
        options.append(Choice(id="drop", label=texts.line(language, "rounds-drop-button")))
    for number in range(1, min(len(wave.plan["suggested"]), SUGGESTED) + 1):
        label = texts.line(language, "rounds-ask-button", number=str(number))
        options.append(Choice(id=f"ask-{number}", label=label))
    if not options:
        return None
    return Choices(prompt=f"{PROMPT}/{wave.id}", options=tuple(options), language=language)


# --- small groups


def _suggestions(tx: Transaction, texts: Texts, language: str, wave: Round) -> Body:
    """Who would fit best, the best first, with what both share in coarse words."""
    items: list[Spans] = []
    for number, ids in enumerate(wave.plan["suggested"][:SUGGESTED], start=1):
        spans: list[Text | Mention] = [Text(f"{number}. ")]
        for place, id in enumerate(ids):
            if place:
                spans.append(Text(" + "))
            spans.append(_named(tx, person_of(id)))
        shared = _shared(tx, texts, language, wave.community, ids)
        items.append((*spans, Text(f": {shared}")) if shared else tuple(spans))
    if not items:
        return texts.body(language, "rounds-small-none")
    return (Bullets(tuple(items)),)


def _named(tx: Transaction, person: int) -> Mention | Text:
    to = members.recipients(tx, [person]).get(person)
    if to is None:
        return Text("–")
    return Mention(to.account.platform, to.account.user, to.account.user, quiet=True)


def _shared(tx: Transaction, texts: Texts, language: str, community: int, ids: list[str]) -> str:
    """Which kinds of things all of them have in common; never which topic, stage or hour."""
    if any(id.startswith(MENTOR) for id in ids):
        return texts.line(language, "rounds-shares-mentor")
    found = [buddies.seeker(tx, community, person_of(id)) for id in ids]
    said = [each.said for each in found if each is not None]
    shares = []
    for item in ("topics", "interests", "languages", "hours", "stage"):
        common = [compared(answer(each, item)) for each in said]
        if common and frozenset.intersection(*common):
            shares.append(texts.line(language, f"rounds-shares-{item}"))
    return ", ".join(shares)
