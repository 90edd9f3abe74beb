"""What members can say about sharing: nothing is shown to anybody without a press of theirs."""

from __future__ import annotations

from functools import partial

from bot.checkins.sharing import arriving, ending, privacy
from bot.checkins.sharing.items import Items
from bot.checkins.sharing.keeping import LIST, Keeping
from bot.checkins.sharing.opening import Opening
from bot.checkins.sharing.proposing import SURE, Proposing
from bot.checkins.sharing.readers import Apart, BuddiesOf, Readers
from bot.checkins.sharing.showing import CARD, EDIT, OPENED, POST, Showings
from bot.checkins.sharing.wording import PROMPT
from bot.commands import Argument, Command, Kind
from bot.feature import Feature
from bot.members.pin import guarded
from bot.platform import MemberChanged
from bot.texts import Texts


def feature(
    texts: Texts,
    items: Items,
    *,
    buddies_of: BuddiesOf,
    apart: Apart,
    parted: str,
    partners_of: ending.PartnersOf,
) -> Feature:
    """The sharing feature.

    Args:
        items: what can be shared, by the name that members say. Each has a text
            `share-item-<name>`.
        buddies_of: somebody's buddies while they are together.
        apart: whether one of two wants nothing to do with the other.
        parted: the kind of schedule by which it is told that a pair of buddies is no more.
        partners_of: who were in such a pair.
    """
    readers = Readers(buddies_of, apart)
    showings = Showings(items, readers)
    proposing, opening = Proposing(texts, items, readers), Opening(readers, showings)
    keeping = Keeping(readers, opening)
    return Feature(
        name="sharing",
        commands=(
            Command(
                name="share new",
                handler=proposing.new,
                arguments=(
                    Argument(name="shared", kind=Kind.OPTION, options=tuple(items)),
                    Argument(name="whom", kind=Kind.TEXT),
                ),
                aliases=("share",),
            ),
            Command(name="share list", handler=guarded(keeping.list)),
            Command(name="share stop", handler=keeping.stop, aliases=("unshare",)),
            Command(name="share history", handler=guarded(keeping.history)),
        ),
        prompts={PROMPT: opening.chosen, SURE: proposing.sure, LIST: keeping.listed},
        notices={MemberChanged: ending.noticed},
        plans={
            ending.OVER: ending.plan_over,
            ending.FORGET: ending.plan_forget,
            parted: partial(ending.plan_parted, partners_of=partners_of, may_see=readers.may_see),
            ending.LEFT_OVER: ending.plan_left_over,
        },
        writes={
            CARD: showings.write_cards,
            POST: showings.write_posts,
            EDIT: showings.write_posts,
            OPENED: showings.write_opened,
        },
        arrived={
            CARD: arriving.card_arrived,
            POST: arriving.post_arrived,
            OPENED: arriving.card_arrived,
            EDIT: arriving.card_arrived,
        },
        export=privacy.export,
        erase=privacy.erase,
    )
