"""Somebody who talks to Handrail on the platform in memory."""

from __future__ import annotations

from typing import Any

from bot.platform import Address, Choice, Chose, Event, FormFilled, Said, TookBack
from bot.richtext import Body
from tests.support.world import World


class Person:
    """One person's side of the conversation, with forms or with questions one by one.

    Args:
        told: what the platform tells with each event of theirs: locale, zone, spaces, roles.
    """

    def __init__(self, world: World, name: str = "ada", **told: Any) -> None:
        self.world = world
        self.name = name
        self.told = told

    # --- doing something

    async def say(self, text: str, *, room: Address | None = None, addressed: bool = True) -> None:
        """Write to the bot, or into a room."""
        await self.take(
            Said(**self._event(room), direct=room is None, addressed=addressed, text=text)
        )

    async def press(self, choice: str) -> None:
        """Press a button of the newest message that has it."""
        shown = self.world.platform.offering(self.name, choice)
        assert shown.choices is not None
        await self.choose(shown.choices.prompt, choice, message=shown.id)

    async def choose(self, prompt: str, choice: str, **more: Any) -> None:
        """Send a choice, whether anything offers it or not."""
        await self.take(Chose(**self._event() | more, direct=True, prompt=prompt, choice=choice))

    async def take_back(self, prompt: str, choice: str, **more: Any) -> None:
        """Remove the reaction that made a choice."""
        await self.take(TookBack(**self._event() | more, direct=True, prompt=prompt, choice=choice))

    async def fill(self, choice: str, **values: str) -> None:
        """Open the form behind a button and send it, or answer its questions in order."""
        shown = self.world.platform.offering(self.name, choice)
        assert shown.choices is not None
        form = self.option(choice).form
        assert form is not None
        if self.world.platform.forms:
            await self.send_form(form, shown.choices.prompt, **values)
        else:
            await self.choose(shown.choices.prompt, choice)
            for value in values.values():
                await self.say(value)

    async def send_form(self, form: str, prompt: str, **values: str) -> None:
        """Send a form, whether it was shown or not."""
        await self.take(
            FormFilled(**self._event(), direct=True, form=form, prompt=prompt, values=values)
        )

    async def join(self, hour: str = "9:00", place: str = "Berlin") -> None:
        """Sign up."""
        await self.say("start")
        await self.fill("adult", hour=hour, place=place)
        await self.press("yes")

    async def take(self, event: Event) -> None:
        """Have an event arrive, and wait until everything is answered."""
        await self.world.core.take(event)
        await self.world.settle()

    def _event(self, room: Address | None = None) -> dict[str, Any]:
        return self.world.platform.event(self.name, room) | self.told

    # --- seeing something

    @property
    def seen(self) -> list[str]:
        """All messages, oldest first."""
        return self.world.platform.read(self.name)

    @property
    def last(self) -> str:
        return self.seen[-1]

    @property
    def last_body(self) -> Body:
        return self.world.platform.rooms[self.name][-1].body

    @property
    def offered(self) -> dict[str, str]:
        """The buttons below the newest message: what they choose, and what they say."""
        choices = self.world.platform.rooms[self.name][-1].choices
        return {option.id: option.label for option in choices.options} if choices else {}

    def option(self, choice: str) -> Choice:
        """A button of the newest message that has it."""
        choices = self.world.platform.offering(self.name, choice).choices
        assert choices is not None
        return next(option for option in choices.options if option.id == choice)
