"""Seeing each other's accounts, once everybody of a pair wants it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import quote

from bot.buddies.relay.life import RELAY
from bot.buddies.relay.meaning import pair_named
from bot.buddies.relay.news import Page, Written, tell
from bot.buddies.relay.talking import OwnRoomError
from bot.delivery.messages import send
from bot.platform import Action
from bot.richtext import Bullets, Link, Span, Spans, Text
from bot.turn import Turn
from storage import buddy_pairs, members
from storage.buddy_pairs import Pair

PROMPT = "buddy-account"

_PAGES: dict[str, Callable[[str], str]] = {
    "discord": lambda user: f"https://discord.com/users/{user}",
    "matrix": lambda user: f"https://matrix.to/#/{quote(user, safe='@:')}",
}
"""Where an account can be found from anywhere."""


def account(turn: Turn, pair: Pair) -> Sequence[Action]:
    """`buddy account`: the other may see mine, if I may see theirs."""
    if pair.way != RELAY:
        raise OwnRoomError(f"pair {pair.id} has a room")
    person = turn.person.id
    if pair.partner(person).shows_account and not _all(pair):
        return [turn.answer("together-account-asked")]
    partners = tuple(
        replace(each, shows_account=True) if each.person == person else each
        for each in pair.partners
    )
    pair = replace(pair, partners=partners)
    buddy_pairs.put(turn.tx, pair)
    everybody = [each.person for each in pair.partners]
    if _all(pair):
        again = f"{turn.now.timestamp():.0f}"
        send(turn, tell(turn.tx, pair, everybody, "accounts", turn.now, again=again, soon=True))
        return [turn.answer("together-account-both")]
    waiting = [each.person for each in partners if not each.shows_account]
    send(turn, tell(turn.tx, pair, waiting, "account", turn.now))
    return [turn.answer("together-account-asked")]


def answered(turn: Turn) -> Sequence[Action]:
    """Whether to show one's own as well; nobody is told of a no."""
    pair = pair_named(turn, turn.detail)
    if turn.choice == "yes":
        return account(turn, pair)
    return [turn.answer("together-account-not")]


def asked(page: Page) -> Written:
    """The other would like to."""
    if _all(page.pair):
        return None
    options = (("yes", "together-account-yes"), ("no", "together-account-no"))
    return page.body("together-account"), page.choices(f"{PROMPT}/{page.pair.id}", *options)


def shown(page: Page) -> Written:
    """The accounts of the others."""
    if not _all(page.pair) or page.person is None:
        return None
    others = [each.person for each in page.pair.others(page.person)]
    found = members.recipients(page.tx, others)
    items: tuple[Spans, ...] = tuple(
        (_account(to.account.platform, to.account.user),) for to in found.values()
    )
    return (*page.body("together-accounts"), Bullets(items)), None


def _account(platform: str, user: str) -> Span:
    label, page = f"{platform}: {user}", _PAGES.get(platform)
    return Link(label, page(user)) if page is not None else Text(label)


def _all(pair: Pair) -> bool:
    return all(each.shows_account for each in pair.partners)
