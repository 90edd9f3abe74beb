"""Logs on stderr: ids of rows, counts, states and codes.

Never what people wrote, what they are called, or their platform ids.
Three rules hold whatever the code does: a key that is not in `KEYS` is left out, a value that
is no number and no code is blanked, and of an exception that is not ours only the type and the
frames are kept. Libraries' own lines are reduced to where they come from.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterator, MutableMapping
from datetime import date, timedelta
from enum import Enum
from types import TracebackType
from typing import Any, Literal, TextIO

import structlog

KEYS = frozenset(
    {
        # ids of rows
        *("account", "community", "conversation", "person", "row", "schedule"),
        # counts and measures
        *(
            "adapters",
            "attempts",
            "channels",
            "commands",
            "count",
            "due",
            "entries",
            "events",
            "failures",
        ),
        *("listed", "pages", "rows", "seconds", "size", "there", "tries"),
        # states and codes
        *(
            "again",
            "code",
            "connected",
            "direct",
            "error",
            "event_name",
            "everywhere",
            "field",
            "kind",
        ),
        *(
            "lane",
            "language",
            "members",
            "message_content",
            "outcome",
            "part",
            "platform",
            "policy",
            "reason",
            "role",
            "same_device",
            "shard",
        ),
        *("signal", "signed", "state", "status", "step", "text"),
        # versions and places in the code
        *("at", "database", "from_revision", "library", "revision", "to_revision", "version"),
        *("zone_data",),
        # the server's own address
        *("host", "port"),
    }
)
"""What a line may carry besides `event`, `level`, `timestamp`, `rehearsal` and `exception`."""

BLANK = "…"
"""Stands for a value that could be somebody's words."""

_OURS = ("adapters", "bot", "storage")
_EVENT = re.compile(r"[a-z][a-z0-9_]{0,59}")
_CODE = re.compile(r"[A-Za-z0-9_.:/+-]{0,64}|\d{3} [A-Z_]{1,60}")  # also "404 M_NOT_FOUND"
_LIKE_AN_ID = re.compile(r"\d{15}")
_DEEPEST = 10  # exceptions behind an exception

Line = MutableMapping[str, Any]
ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def configure_logs(
    format: Literal["console", "json"] = "console",
    level: Literal["debug", "info", "warning", "error"] = "info",
    *,
    rehearsal: bool = False,
    stream: TextIO | None = None,
) -> None:
    """Set up this process's logs; called once, before anything is logged.

    Args:
        format: lines to read, or one JSON object a line.
        rehearsal: every line then says `rehearsal=true`.
        stream: where to; None: stderr.
    """
    stream = stream or sys.stderr
    renderer: Any = structlog.processors.JSONRenderer()
    if format == "console":
        colours = stream.isatty()
        renderer = structlog.dev.ConsoleRenderer(colors=colours, pad_event_to=0, sort_keys=False)

    rehearsing = {"rehearsal": True if format == "json" else "true"} if rehearsal else {}

    def mark(_logger: Any, _method: str, line: Line) -> Line:
        return {**line, **rehearsing}

    structlog.configure(
        processors=[
            only_known_keys,
            tell_exception,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            mark,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=stream),
        cache_logger_on_first_use=False,
    )
    logging.root.handlers = [_Libraries()]
    logging.root.setLevel(logging.WARNING)
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    sys.unraisablehook = _unraisable


# --- processors


def only_known_keys(_logger: Any, _method: str, line: Line) -> Line:
    """Leaves out keys that are not listed, and says which; blanks values that may be words."""
    kept: dict[str, Any] = {"event": _event(line.get("event"))}
    dropped = []
    for key, value in line.items():
        if key == "exc_info":
            kept[key] = value
        elif key in KEYS:
            kept[key] = _value(value)
        elif key != "event":
            dropped.append(key if key.isidentifier() else BLANK)
    if dropped:
        kept["dropped"] = sorted(dropped)
    return kept


def tell_exception(_logger: Any, _method: str, line: Line) -> Line:
    """Turns `exc_info` into `exception`: types and frames; the message of our own errors only."""
    info = _exception_info(line.pop("exc_info", None))
    if info is not None:
        line["exception"] = "\n".join(_told(info[1], info[2]))
    return line


def _event(event: Any) -> str:
    return event if isinstance(event, str) and _EVENT.fullmatch(event) else "event_without_name"


def _value(value: Any) -> Any:
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return _value(value.value)
        case date():  # datetime, too
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case str():
            return value if _CODE.fullmatch(value) and not _LIKE_AN_ID.search(value) else BLANK
        case list() | tuple() | set() | frozenset():
            return [_value(each) for each in value]
        case dict():
            return {_value(key): _value(each) for key, each in value.items()}
        case _:
            return BLANK


def _exception_info(given: Any) -> ExceptionInfo | None:
    if isinstance(given, BaseException):
        return type(given), given, given.__traceback__
    if isinstance(given, tuple):
        kind, error, frames = given
        return (kind, error, frames) if error is not None else None
    if given:
        return _exception_info(sys.exc_info())
    return None


def _told(error: BaseException, frames: TracebackType | None, depth: int = 0) -> Iterator[str]:
    """An exception and those behind it, the first one first, as Python itself shows them."""
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if behind is not None and depth < _DEEPEST:
        yield from _told(behind, behind.__traceback__, depth + 1)
        yield "which led to"
    for frame in traceback.extract_tb(frames):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}: {frame.line}"
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    ours = type(error).__module__.partition(".")[0] in _OURS
    yield f"{name}: {error}" if ours else name
    if isinstance(error, BaseExceptionGroup) and depth < _DEEPEST:
        for number, each in enumerate(error.exceptions, 1):
            yield f"of which {number}:"
            yield from _told(each, each.__traceback__, depth + 1)


# --- what does not come through structlog


class _Libraries(logging.Handler):
    """Libraries' lines without their words: those name rooms and people, and quote bodies."""

    def emit(self, record: logging.LogRecord) -> None:
        info = _exception_info(record.exc_info)
        structlog.get_logger().log(
            # structlog knows the five usual levels only.
            max(logging.DEBUG, min(record.levelno // 10 * 10, logging.CRITICAL)),
            "library_said",
            library=record.name,
            at=f"{record.module}:{record.lineno}",
            **({"error": info[0].__name__, "exc_info": info} if info else {}),
        )


def _uncaught(kind: type[BaseException], error: BaseException, frames: Any) -> None:
    structlog.get_logger().critical("uncaught", exc_info=(kind, error, frames))


def _uncaught_in_thread(hook: threading.ExceptHookArgs) -> None:
    if hook.exc_value is not None and hook.exc_type is not SystemExit:
        _uncaught(hook.exc_type, hook.exc_value, hook.exc_traceback)


def _unraisable(hook: Any) -> None:
    if hook.exc_value is not None:
        _uncaught(hook.exc_type, hook.exc_value, hook.exc_traceback)
