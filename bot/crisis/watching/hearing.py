"""Which words of an event are looked at, and for which community."""

from __future__ import annotations

from bot.commands import ArgumentsError, CommandTable, Role
from bot.crisis.watching.answering import REPLY, SHOW_FORM
from bot.crisis.watching.knowing import Knowing, Watched
from bot.members.helping import is_cry
from bot.platform import Chose, Commanded, Event, FormFilled, Said
from bot.spoken import SpokenCommands
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT

LONGEST = 8_000  # characters
HELP = "help now"

_ASKS_FOR_LINES = frozenset({HELP, "resources"})
_A_NAME = 40  # characters: a country or a topic, not what somebody tells


class Hearing:
    """Reads events."""

    def __init__(self, knowing: Knowing, table: CommandTable, texts: Texts) -> None:
        self._knowing = knowing
        self._table = table
        self._spoken = SpokenCommands(table, texts)

    def words_in(self, event: Event) -> tuple[str, Watched | None] | None:
        """The words that somebody wrote; None if there are none, or they are not to be read.

        Talk among members counts in watched rooms only. A team's own room is not watched: there
        people speak about others.
        """
        words = self._words(event)
        if not words:
            return None
        around = self._knowing.around(event)
        if isinstance(event, Said) and not event.addressed:
            listening = self._knowing.listening(event)
            return (words[:LONGEST], listening) if listening is not None else None
        if any(each.is_staff_room(event) for each in around):
            return None
        return words[:LONGEST], around[0] if around else None

    def asks_for_help(self, event: Event) -> str | None:
        """The words behind `help now`, however it is asked for; None if something else is."""
        match event:
            case Commanded(name=name, args=args) if name == HELP:
                return args.get("country", "")
            case Chose(prompt=prompt, choice=choice):
                wanted = (prompt == COMMAND_PROMPT and choice == HELP) or (
                    prompt.startswith(f"{REPLY}/") and choice == "help"
                )
                return "" if wanted else None
            case Said(text=text, addressed=True):
                if is_cry(event):
                    return ""
                try:
                    found = self._spoken.read(text)
                except ArgumentsError:
                    return None
                if found is not None and found[0].name == HELP:
                    return found[1].get("country", "")
        return None

    def _words(self, event: Event) -> str:
        match event:
            case Said(text=text):
                return text
            case FormFilled(form=form, values=values) if form != SHOW_FORM:
                return "\n".join(value for value in values.values() if value)
            case Commanded(name=name, args=args):
                words = "\n".join(value for value in args.values() if value)
                command = self._table.named(name)
                if command is not None and command.needs >= Role.PEER_SUPPORTER:
                    return ""  # terms, rosters and the like
                return "" if name in _ASKS_FOR_LINES and len(words) <= _A_NAME else words
            case _:
                return ""
