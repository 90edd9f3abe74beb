"""`python -m tests.fuzz NAME --runs N`: Atheris throws bytes at one reader until something breaks.

Coverage leads it, so that it finds what nobody would think of. It ends at the first error that is
none of ours, and leaves the input that caused it beside it as `crash-…`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris  # type: ignore[import-untyped]

from tests.fuzz.files import SAMPLES

WORDS = ("every monday at 7pm", "in 2 weeks", "1 h 30", "checkin pause tomorrow", "FREQ=DAILY")


def _file(data: bytes) -> None:
    from bot.meetings.importing.files import UnreadableError, read_meetings

    try:
        read_meetings(data)
    except UnreadableError:
        return


def _words(data: bytes) -> None:
    from tests.fuzz.readers import readers

    text = atheris.FuzzedDataProvider(data).ConsumeUnicode(400)
    for name, read in readers().items():
        if not name.startswith(("crisis", "places")):  # the largest tables, and slow by far
            read(text)


HARNESSES: dict[str, Callable[[bytes], None]] = {"files": _file, "words": _words}


def main() -> None:
    """Run one harness; ends the process, as Atheris does."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("name", choices=sorted(HARNESSES))
    parser.add_argument("--runs", type=int, default=100_000, help="how many inputs (100,000)")
    asked = parser.parse_args()
    with atheris.instrument_imports(include=["bot.meetings", "bot.reading", "bot.commands"]):
        import bot.meetings.importing.files
        import bot.meetings.words.phrases
        import bot.reading  # noqa: F401
    with TemporaryDirectory() as begin:
        for number, sample in enumerate(
            SAMPLES if asked.name == "files" else map(str.encode, WORDS)
        ):
            Path(begin, str(number)).write_bytes(sample)
        options = [f"-atheris_runs={asked.runs}", "-max_len=4096", begin]
        atheris.Setup([sys.argv[0], *options], HARNESSES[asked.name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
