"""First words, in a room of their own or carried by the bot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.buddies.relay.news import Page, Written, tell
from bot.platform import Choice, Choices
from bot.richtext import Body
from bot.texts import Texts
from storage.buddy_pairs import Pair
from storage.database import Transaction
from storage.outbox import Draft

TALK = "buddy-talk"


def introduce_by_relay(tx: Transaction, pair: Pair, now: datetime) -> Sequence[Draft]:
    """Both said yes, and no room can be opened for them: the bot carries their words.

    The caller writes the pair with its way, adds the rows and calls `begin_life`.
    """
    people = [each.person for each in pair.partners]
    return tell(tx, pair, people, "met", now, soon=True)


def met(page: Page) -> Written:
    """Their first words: how it goes, what to begin with, and who sees what."""
    talk = Choice(
        id=str(page.pair.id), label=page.texts.line(page.language, "together-talk"), tone="primary"
    )
    body = (*page.body("together-met"), *_openers(page.texts, page.language))
    return body, Choices(prompt=TALK, options=(talk,), language=page.language)


def opening(pair: Pair, texts: Texts, language: str) -> Body:
    """The first words and prompts in a room of their own."""
    return (*texts.body(language, "together-room"), *_openers(texts, language))


def _openers(texts: Texts, language: str) -> Body:
    """Something to begin with, how often it may be, and where there is help."""
    return texts.body(language, "together-openers")
