"""Which pair somebody means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.errors import HandrailError
from bot.platform import Action, Choice, Choices
from bot.turn import ChoiceGoneError, Turn
from storage import buddy_pairs
from storage.buddy_pairs import Pair, Stage
from storage.ids import read_id

WHICH = "buddy-meant"
MOST = 25

Act = Callable[[Turn, Pair], Sequence[Action]]


class NobodyThereError(HandrailError):
    """They are together with nobody at the moment; whoever ended it, and however."""

    text_id = "together-nobody"


@dataclass(frozen=True, slots=True)
class Meaning:
    """Does something about the pair that is meant, by what is to be done; asks if several are."""

    acts: Mapping[str, Act]

    def about(self, verb: str) -> Callable[[Turn], Sequence[Action]]:
        """The handler of a command. Raises: NobodyThereError."""

        def handle(turn: Turn) -> Sequence[Action]:
            found = pairs_of(turn)
            if not found:
                raise NobodyThereError(f"person {turn.person.id} has nobody")
            if len(found) == 1:
                return self.acts[verb](turn, found[0])
            return [turn.answer("together-which", which(turn, f"{WHICH}/{verb}", found))]

        return handle

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """The pair that was meant."""
        act = self.acts.get(turn.detail)
        if act is None:
            raise ChoiceGoneError("no such thing to do")
        return act(turn, pair_named(turn, turn.choice))


def pairs_of(turn: Turn) -> list[Pair]:
    """The pair of the room in which it is said; else those that they are in, their buddy first."""
    person, where = turn.person.id, turn.event.where
    if where.channel is not None:
        here = buddy_pairs.in_room(turn.tx, where.platform, where.channel)
        if here is not None and _among(here, person):
            return [here]
    found = buddy_pairs.of_person(turn.tx, person, Stage.TOGETHER)
    return sorted(found, key=lambda each: each.kind != "buddies")


def pair_named(turn: Turn, written: str) -> Pair:
    """One of theirs, by its number in a prompt. Raises: NobodyThereError, ChoiceGoneError."""
    id = read_id(written)
    pair = buddy_pairs.with_id(turn.tx, id) if id is not None else None
    if pair is None or not _among(pair, turn.person.id):
        raise ChoiceGoneError("no such pair")
    if pair.stage is not Stage.TOGETHER:
        raise NobodyThereError(f"pair {pair.id} is {pair.stage}")
    return pair


def which(turn: Turn, prompt: str, pairs: Sequence[Pair]) -> Choices:
    """Buttons for several pairs."""
    options = tuple(
        Choice(id=str(pair.id), label=turn.line("together-who", who=who(pair, turn), day=day))
        for pair in pairs[:MOST]
        for day in [_since(turn, pair)]
    )
    return Choices(prompt=prompt, options=options)


def who(pair: Pair, turn: Turn) -> int:
    """What the other of a pair is to the actor, as texts take it."""
    return role_of_other(pair, turn.person.id)


def role_of_other(pair: Pair, reader: int) -> int:
    """What the other one is to a reader, as texts take it: 1 a mentor, 2 a mentee, 0 a buddy."""
    if pair.kind == "buddies":
        return 0
    return 2 if pair.partner(reader).mentors else 1


def _among(pair: Pair, person: int) -> bool:
    return any(each.person == person for each in pair.partners)


def _since(turn: Turn, pair: Pair) -> str:
    began = pair.began_at or pair.proposed_at
    return turn.texts.when(turn.language, began.astimezone(turn.zone).date(), "short")
