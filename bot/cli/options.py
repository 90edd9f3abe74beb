"""What several commands share."""

from __future__ import annotations

from pathlib import Path

import click

config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The configuration; else $HANDRAIL_CONFIG, ./config.toml, or the defaults.",
)
