"""The command line: `handrail`.

A module per group of commands, loaded when one of it is given: `handrail --help` must not wait
for a platform's library.
"""

from __future__ import annotations

import sys

import click

from bot.cli.lazy import Elsewhere, LazyGroup

_COMMANDS = {
    "backup": Elsewhere(
        "bot.cli.backup",
        "Back up the database into the folder DEST, else backups.folder, while the bot runs.",
    ),
    "buddies": Elsewhere("bot.cli.buddies", "Who fits whom, from a file of profiles."),
    "check": Elsewhere(
        "bot.cli.check",
        "Try configuration, key, database, texts, credentials and port, a line each.",
    ),
    "crisis": Elsewhere(
        "bot.cli.crisis",
        "What the detector makes of a message (nothing is stored or sent), and help lines.",
    ),
    "db": Elsewhere("bot.cli.db", "The database: copying it to another one."),
    "keys": Elsewhere("bot.cli.keys", "The key that opens what members entrust to the bot."),
    "matrix": Elsewhere("bot.cli.matrix", "The encryption keys of the bot's account on Matrix."),
    "meetings": Elsewhere(
        "bot.cli.meetings",
        "Meetings: when they are, and what other people's files say about them.",
    ),
    "outbox": Elsewhere(
        "bot.cli.outbox", "Messages to be sent: how they stand, never what they say or to whom."
    ),
    "restore": Elsewhere("bot.cli.restore", "Put the backup FILE back, where no bot runs."),
    "run": Elsewhere("bot.cli.run", "Run the bot until Ctrl+C or SIGTERM."),
    "upgrade": Elsewhere(
        "bot.cli.upgrade",
        "Bring the database up to date after installing a new release: backup first, then the"
        " tables.",
    ),
}


@click.group(
    cls=LazyGroup,
    elsewhere=_COMMANDS,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
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
