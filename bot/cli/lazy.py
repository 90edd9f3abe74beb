"""Groups of commands that load a command's module once the command is given."""

from __future__ import annotations

import importlib
from typing import Any, NamedTuple

import click


class Elsewhere(NamedTuple):
    """A command in a module of its own, where it is called `command`.

    Args:
        summary: its docstring's first sentence, so that help can be shown without the module.
    """

    module: str
    summary: str

    def load(self) -> click.Command:
        command: click.Command = importlib.import_module(self.module).command
        return command


class LazyGroup(click.Group):
    """A group whose help, and whose other commands, wait for nobody's libraries."""

    def __init__(self, *args: Any, elsewhere: dict[str, Elsewhere], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.elsewhere = elsewhere

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *self.elsewhere})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.elsewhere:
            return self.elsewhere[cmd_name].load()
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        summaries = {name: command.summary for name, command in self.elsewhere.items()}
        summaries |= {name: own.get_short_help_str(200) for name, own in self.commands.items()}
        with formatter.section("Commands"):
            formatter.write_dl(sorted(summaries.items()))
