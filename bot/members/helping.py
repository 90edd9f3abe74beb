"""`help`: what this person can say here; a few lines, and more about each on request."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bot.commands import Command, UnknownCommandError
from bot.platform import Action, Event, Said
from bot.reading.words import plain
from bot.turn import Turn

CRIES = ("help", "hilfe", "ayuda")
GROUP_FROM = 3  # commands that share their first word are told in one line from here on


def show(turn: Turn) -> Sequence[Action]:
    """`help [about]`; a cry for it, "HELP" or "help!", gives the help lines."""
    if is_cry(turn.event):
        return turn.say("help now")
    commands = [command for command in turn.table if command.listed and _may(turn, command)]
    used = {each: each(turn) for each in {command.used for command in commands} if each}
    commands = [each for each in commands if each.used is None or used[each.used]]
    asked = turn.words("about")
    if asked is None:
        lines = _overview(turn, commands)
        body = turn.body("help-intro") + turn.texts.marked_up("\n".join(lines))
        return [turn.show(body + turn.body("help-outro"), turn.doors())]
    words = asked.casefold().split()
    meant = [each for each in commands if each.name.split()[: len(words)] == words]
    if not meant:
        raise UnknownCommandError("help about no command", nearest="", near=0)
    lines = [
        f"- **{each.name}**: {turn.line(each.text_id)}. "
        + turn.line("help-example", example=turn.line(f"{each.text_id}.example"))
        for each in meant
    ]
    return [turn.show(turn.texts.marked_up("\n".join(lines)))]


def is_cry(event: Event) -> bool:
    """Whether the word stands there as people shout it, alone in a direct message."""
    if not isinstance(event, Said) or not event.direct:
        return False
    said = event.text.strip()
    return plain(said) in CRIES and (said.isupper() or said.endswith("!"))


def _overview(turn: Turn, commands: Sequence[Command]) -> list[str]:
    groups: dict[str, list[Command]] = defaultdict(list)
    for command in commands:
        groups[command.name.split()[0]].append(command)
    lines = []
    for name, group in groups.items():
        if len(group) < GROUP_FROM:
            lines += [f"- **{each.name}**: {turn.line(each.text_id)}" for each in group]
        else:
            parts = ", ".join(each.name.removeprefix(f"{name} ") for each in group)
            lines.append(f"- **{name}** {parts}: {turn.line(f'group-{name}')}")
    return lines


def _may(turn: Turn, command: Command) -> bool:
    if command.name == "start" and turn.member is not None:
        return turn.member.stopped_at is not None
    return turn.role >= command.needs
