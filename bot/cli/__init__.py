"""The command line: `handrail`.

A module per group of commands, loaded when one of it is given: `handrail --version` must not
wait for a platform's library.
"""

from __future__ import annotations

import importlib
import sys

import click

_COMMANDS = {
    "check": "bot.cli.check",
    "crisis": "bot.cli.crisis",
    "keys": "bot.cli.keys",
    "matrix": "bot.cli.matrix",
    "meetings": "bot.cli.meetings",
    "run": "bot.cli.run",
}
"""The module of each command; the command in it is called `command`."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(module).command
        return command


@click.group(
    cls=_Commands, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="handrail", prog_name="handrail", message="%(prog)s %(version)s")
def handrail() -> None:
    """A chatbot for peer-support communities, on Discord and Matrix at once.

    Exit codes: 0 all is well, 1 something is wrong and it was said what, 2 the command itself
    was not understood.
    """


def main() -> None:
    """What `handrail` runs; a person never sees a traceback of what they can mend."""
    try:
        handrail(prog_name="handrail")
    except Exception as error:
        from bot.cli import telling

        sys.exit(telling.tell(error))
