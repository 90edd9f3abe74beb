"""`python -m bot.drawing`: draws what standard input asks for, until it ends.

Both ways a length of four bytes (big-endian) goes before: in comes JSON, out goes a picture; an
empty one says that it could not be drawn.
"""

from __future__ import annotations

import gc
import json
import sys
from typing import BinaryIO

from bot.drawing.painting import paint
from bot.drawing.sheet import from_data


def main() -> None:
    """Serve until nobody asks any more."""
    asking, answering = sys.stdin.buffer, sys.stdout.buffer
    gc.freeze()  # what was loaded stays, and need not be looked through again
    while asked := _read(asking):
        try:
            wanted = json.loads(asked)
            drawn = paint(from_data(wanted["sheet"]), wanted["format"])
        except Exception:
            drawn = b""  # what went wrong would quote people's days
        answering.write(len(drawn).to_bytes(4) + drawn)
        answering.flush()
        gc.collect()  # figures hold each other, and nobody waits now


def _read(stream: BinaryIO) -> bytes:
    """The next request; empty at the end."""
    head = stream.read(4)
    return stream.read(int.from_bytes(head)) if len(head) == 4 else b""


if __name__ == "__main__":
    main()
