"""`handrail meetings`: occurrences of series, and files of meetings as drafts."""

from __future__ import annotations

import asyncio
import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from json import dumps, loads
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import urlsplit

import click

from bot.cli.options import config_option
from bot.clock import SystemClock
from bot.meetings.importing.drafts import FORMATS, Imported, UnreadableError
from bot.meetings.recurrence.rrule import RuleError
from bot.meetings.recurrence.series import in_progress, seen_from, upcoming
from bot.meetings.recurrence.series_json import as_json, read_series
from bot.wall_time import use_pinned_zone_data

if TYPE_CHECKING:
    from bot.meetings.importing.sources import Report
    from bot.texts import Texts

_LEAD = timedelta(minutes=30)
_MOST_VIEWS = 100
_NOT_UNDERSTOOD = 2


@click.group("meetings")
def command() -> None:
    """Meetings: when they are, and what other people's files say about them."""


@command.command()
def occurrences() -> None:
    """Read series as JSON and say when they come next.

    stdin: a JSON array of {"id", "rule", "now_utc", "views": [zones]}. stdout: a JSON array of
    {"id", "next_utc", "ends_utc", "in_progress_utc", "reminder_30min_utc", "local_views"}, up to
    three occurrences each.
    """
    use_pinned_zone_data()
    try:
        asked = loads(sys.stdin.buffer.read())
    except (ValueError, RecursionError):
        _refuse("stdin is no JSON")
    if not isinstance(asked, list):
        _refuse("stdin is no JSON array")
    answers = []
    for number, each in enumerate(asked, 1):
        try:
            answers.append(_answer(each))
        except RuleError as error:
            _refuse(f"entry {number} of {len(asked)}: {error}")
    click.echo(dumps(answers))


@command.command("import")
@click.argument("file")
@click.option(
    "--format", type=click.Choice([*FORMATS, "tsml"]), help="What the file is; else found out."
)
@click.option("--dry-run", is_flag=True, help="Show the drafts and store nothing.")
@click.option("--json", is_flag=True, help="One JSON object on stdout.")
@click.option("--community", metavar="NAME", help="Whose meetings they may become.")
@click.option(
    "--source",
    metavar="NAME",
    help="What the file is called when it is read again; else its name without ending, and an"
    " address by itself.",
)
@config_option
def import_(
    file: str,
    format: str | None,
    dry_run: bool,
    json: bool,
    community: str | None,
    source: str | None,
    config: Path | None,
) -> None:
    """Read FILE as drafts of meetings, each with what has to be asked about it.

    FILE is a file, or an address that begins with https:// where the configuration says so
    ([meetings] from_web).

    Read are Meeting Guide and TSML JSON, BMLT JSON, OIAA central JSON, NAWS CSV, recoverysource
    YAML and calendars (.ics). A bad record is refused with its reason and the rest goes on.

    With --community the drafts are kept, and somebody of its team confirms them in chat ("meeting
    import"). Read again, the same source changes what came from it, and reports where somebody's
    own change stays.
    """
    if not dry_run and community is None:
        _refuse("say for whom with --community NAME, or add --dry-run to see the drafts here")
    # Here, so that `occurrences` need not wait for the libraries of all formats.
    from bot.meetings.importing.files import read_meetings
    from bot.texts import Texts

    use_pinned_zone_data()
    called = _Called(file)
    try:
        data = _bytes_at(file, config) if called.is_web else _bytes_of(Path(file))
        with _progress(called.name) as progress:
            found = read_meetings(data, format, progress)
    except UnreadableError as error:
        _refuse(f"{called.name}: {error}")
    shown = _shown(found, Texts())
    if dry_run or community is None:
        click.echo(dumps(shown) if json else _as_lines(shown))
        return
    report = _kept(found, community, source or called.stem, config)
    click.echo(dumps(_reported(report, shown)) if json else _report_lines(report, shown))


class _Called:
    """What a file or an address is called.

    An address is shown as its machine, since the rest may be a secret; as a source it is told from
    others there by a hash.
    """

    def __init__(self, file: str) -> None:
        self.is_web = "://" in file
        path = Path(file)
        self.name = (urlsplit(file).hostname or "the address") if self.is_web else path.name
        mark = hashlib.sha256(file.encode()).hexdigest()[:8]
        self.stem = f"{self.name}-{mark}" if self.is_web else path.stem


def _bytes_at(address: str, config: Path | None) -> bytes:
    """What is at a web address, if the operator wants such to be read."""
    from bot.meetings.importing.files import MOST_BYTES
    from bot.meetings.importing.web import fetch
    from bot.settings import load_settings

    if not load_settings(config).meetings.from_web:
        raise UnreadableError("addresses are only read with [meetings] from_web = true")
    return asyncio.run(fetch(address, MOST_BYTES))


def _kept(found: Imported, community: str, source: str, config: Path | None) -> Report:
    """The drafts, kept for a community of the database."""
    from bot.cli.master_key import master_key
    from bot.meetings.importing.sources import take_over
    from bot.settings import load_settings
    from storage import members
    from storage.database import open_database

    settings = load_settings(config)
    database = open_database(settings.storage.url, master_key(settings), migrate=False)
    try:
        known = database.read_sync(members.all_communities)[0]
        ids = [each.id for each in known if each.name.casefold() == community.casefold()]
        if len(ids) != 1:
            _refuse(f"no community of the database is called {community!r}")
        now = SystemClock(settings.clock_offset).now()
        return database.write_sync(lambda tx: take_over(tx, ids[0], source, found.drafts, now))
    finally:
        database.close_sync()


def _reported(report: Report, shown: dict[str, Any]) -> dict[str, Any]:
    return {
        "new": report.new,
        "changed": report.changed,
        "same": report.same,
        "kept": [{"name": name, "details": list(details)} for name, details in report.kept],
        "gone": report.gone,
        "refused": shown["refused"],
    }


def _report_lines(report: Report, shown: dict[str, Any]) -> str:
    lines = [
        f"{name}: your own {' and '.join(details)} stay; the source says otherwise"
        for name, details in report.kept
    ]
    lines += [f"{name}: no longer in the source; nothing is done" for name in report.gone]
    lines += [f"{each['source_id']}: not taken. {each['reason']}" for each in shown["refused"]]
    lines.append(
        f"{report.new} new drafts, {report.changed} changed, {report.same} as before,"
        f" {len(shown['refused'])} refused. Drafts wait for a yes in chat: meeting import."
    )
    return "\n".join(lines)


def _bytes_of(file: Path) -> bytes:
    from bot.meetings.importing.files import MOST_BYTES

    try:
        if not file.is_file():
            raise UnreadableError("there is no such file")
        if file.stat().st_size > MOST_BYTES:
            raise UnreadableError(f"the file is longer than {MOST_BYTES // 1024 // 1024} MiB")
        return file.read_bytes()
    except OSError as error:
        raise UnreadableError(error.strerror or "it cannot be read") from None


@contextmanager
def _progress(name: str) -> Iterator[Any]:
    """A bar on a terminal, nothing elsewhere."""

    def bar(records: Any) -> Any:
        with click.progressbar(records, label=f"Reading {name}", file=sys.stderr) as shown:
            yield from shown

    yield bar if sys.stderr.isatty() else iter


def _shown(found: Imported, texts: Texts) -> dict[str, Any]:
    def line(text_id: str, values: Any = ()) -> str:
        return texts.line("en", text_id, **dict(values))

    return {
        "drafts": [
            {
                "source_id": draft.source_id,
                "name": draft.name,
                "rule": None if draft.series is None else as_json(draft.series),
                "online_url": draft.online_url,
                "types": list(draft.types),
                "questions": [
                    line(f"meeting-ask-{each.about}", each.values) for each in draft.questions
                ],
            }
            for draft in found.drafts
        ],
        "refused": [
            {"source_id": each.source_id, "reason": line(f"meeting-refused-{each.reason}")}
            for each in found.refused
        ],
    }


def _as_lines(shown: dict[str, Any]) -> str:
    lines = []
    for draft in shown["drafts"]:
        rule = draft["rule"] or {}
        when = " ".join(str(rule.get(key, "")) for key in ("dtstart_local", "tzid", "rrule"))
        lines.append(f"{draft['name']}: {when.strip() or '-'}")
        lines += [f"    ? {question}" for question in draft["questions"]]
    lines += [f"{each['source_id']}: not taken. {each['reason']}" for each in shown["refused"]]
    lines.append(f"{len(shown['drafts'])} drafts, {len(shown['refused'])} refused; nothing stored.")
    return "\n".join(lines)


def _answer(asked: Any) -> dict[str, Any]:
    if not isinstance(asked, dict):
        raise RuleError("it is no object")
    now, views = _moment(asked.get("now_utc")), asked.get("views") or []
    if not isinstance(views, list) or len(views) > _MOST_VIEWS:
        raise RuleError(f"views is no list of at most {_MOST_VIEWS} zones")
    if not all(isinstance(zone, str) for zone in views):
        raise RuleError("views has an entry that is no zone")
    series = read_series(asked.get("rule"))
    coming = upcoming(series, now)
    return {
        "id": asked.get("id"),
        "next_utc": [_utc(each.start) for each in coming],
        "ends_utc": [_utc(each.end) for each in coming],
        "in_progress_utc": [_utc(each.start) for each in in_progress(series, now)],
        "reminder_30min_utc": [_utc(each.start - _LEAD) for each in coming],
        "local_views": {zone: [seen_from(each.start, zone) for each in coming] for zone in views},
    }


def _moment(text: object) -> datetime:
    try:
        if not isinstance(text, str):
            raise ValueError
        found = datetime.fromisoformat(text)
    except ValueError:
        raise RuleError("now_utc is no date and time") from None
    if found.tzinfo is None or not 1900 <= found.year < 2200:
        raise RuleError("now_utc is no moment in UTC")
    return found


def _utc(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _refuse(reason: str) -> NoReturn:
    click.echo(f"handrail: {reason}.", err=True)
    sys.exit(_NOT_UNDERSTOOD)
