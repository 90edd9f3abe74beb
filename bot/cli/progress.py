"""How far a long command is: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

_STEPS = 1000


@contextmanager
def progress(label: str) -> Iterator[Callable[[float], None]]:
    """Yields: what is told how much is done, from 0 to 1."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    with click.progressbar(length=_STEPS, label=label, file=sys.stderr) as bar:

        def told(done: float) -> None:
            # A step of the bar each, whatever goes back a little.
            bar.update(max(int(done * _STEPS) - bar.pos, 0))

        yield told
