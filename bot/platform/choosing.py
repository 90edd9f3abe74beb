"""Options that are chosen by typing, on platforms without buttons."""

from __future__ import annotations

from bot.platform.messages import Choice


def choice_of(options: tuple[Choice, ...], typed: str) -> Choice | None:
    """The option that a typed answer means: its number from 1, its id, its label or a word of it.

    For platforms without buttons; None when the answer names no option.
    """
    said = _bare(typed)
    if said.isdecimal() and 1 <= int(said) <= len(options):
        return options[int(said) - 1]
    for option in options:
        if said and said in {_bare(name) for name in (option.id, option.label, *option.words)}:
            return option
    return None


def _bare(name: str) -> str:
    """Lower case, without what stands around the words."""
    return " ".join(name.casefold().strip(" .,!?¡¿()[]\"'„“”«»\n").split())
