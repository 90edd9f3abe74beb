"""Words that the team writes below a line, without naming the bot: they are for the member.

It stands behind the watch for crises, as whoever reads along in meetings does. Whatever is said
below nothing of ours is dropped as before.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.platform import Event, Said, Sink
from storage import team_lines
from storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class WroteBelow(Event):
    """Somebody wrote in the thread of a line.

    Args:
        with_file: as in `Said`.
    """

    text: str
    with_file: bool


class Listening:
    """Knows the threads of lines by asking."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def behind(self, take: Sink) -> Sink:
        """Take events after `take` has. Raises: StorageError."""

        async def both(event: Event) -> None:
            await take(event)
            if isinstance(event, Said) and not event.addressed and await self._is_below(event):
                await take(
                    WroteBelow(
                        id=f"{event.id}:line",
                        at=event.at,
                        where=event.where,
                        actor=event.actor,
                        locale=event.locale,
                        roles=event.roles,
                        ranks=event.ranks,
                        spaces=event.spaces,
                        message=event.message,
                        thread_of=event.thread_of,
                        text=event.text,
                        below=event.below,
                        with_file=event.with_file,
                    )
                )

        return both

    async def _is_below(self, event: Said) -> bool:
        begun = begun_with(event)
        if not begun:
            return False
        platform = event.where.platform
        found = await self._database.read(lambda tx: team_lines.begun_by(tx, platform, begun))
        return found is not None


def begun_with(event: Event) -> list[str]:
    """What may be the message with which the thread begins that something was said in.

    On Discord a thread has the id of its first message.
    """
    thread = event.where.channel if event.thread_of is not None else None
    return [each for each in (event.below, thread) if each is not None]
