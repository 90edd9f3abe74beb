"""Everything held about somebody, as a page to read and as JSON."""

from __future__ import annotations

import dataclasses
import html
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.platform import Attachment, Reply
from bot.privacy.showing import holds, name_of
from bot.turn import Turn

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse}th,td{border:1px solid;padding:.2rem .5rem;text-align:left;"
    "vertical-align:top}dt{font-weight:bold}td,dd{overflow-wrap:anywhere}"
    ":root{color-scheme:light dark}"
)


def answer(turn: Turn, held: Mapping[str, Any]) -> Reply:
    """Both files, privately."""
    said = turn.answer("privacy-exported", turn.doors())
    title = turn.line("privacy-export-title")
    named = {name_of(turn, name): found for name, found in held.items() if holds(found)}
    page = as_page(named, title=title, language=turn.language, made_at=turn.now)
    return dataclasses.replace(
        said,
        attachments=(
            _file("my-data.html", "text/html", page.encode(), title),
            _file("my-data.json", "application/json", as_json(held, turn.now), title),
        ),
    )


def _file(name: str, kind: str, data: bytes, title: str) -> Attachment:
    return Attachment(name=name, content_type=kind, data=data, description=title)


def as_json(held: Mapping[str, Any], made_at: datetime) -> bytes:
    """`{"made_at", "held": {feature: …}}`, in UTF-8; moments are ISO 8601 in UTC."""
    data = {"made_at": made_at.isoformat(timespec="seconds"), "held": held}
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def as_page(named: Mapping[str, Any], *, title: str, language: str, made_at: datetime) -> str:
    """A page that needs nothing but itself, and runs nothing.

    Args:
        named: what is held, by the heading it stands under.
    """
    parts = "".join(
        f"<h2>{html.escape(heading)}</h2>{''.join(_shown(found))}"
        for heading, found in named.items()
    )
    return (
        f'<!doctype html><html lang="{html.escape(language)}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width">'
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{html.escape(title)}</h1><p>{made_at:%Y-%m-%d %H:%M} UTC</p>{parts}"
        "</body></html>"
    )


def _shown(found: Any) -> Iterator[str]:
    """A value as HTML: rows of the same kind as a table, the rest as lists."""
    if isinstance(found, Mapping):
        yield "<dl>"
        for key, value in found.items():
            if holds(value):
                yield f"<dt>{_label(key)}</dt><dd>{''.join(_shown(value))}</dd>"
        yield "</dl>"
    elif _is_table(found):
        keys = list(dict.fromkeys(key for row in found for key in row))
        yield "<table><tr>" + "".join(f"<th>{_label(key)}</th>" for key in keys) + "</tr>"
        for row in found:
            cells = ("".join(_shown(row.get(key))) for key in keys)
            yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        yield "</table>"
    elif isinstance(found, list | tuple):
        yield "<ul>" + "".join(f"<li>{''.join(_shown(each))}</li>" for each in found) + "</ul>"
    elif found is not None:
        yield html.escape(str(found)).replace("\n", "<br>")


def _is_table(found: Any) -> bool:
    return (
        isinstance(found, Sequence)
        and not isinstance(found, str)
        and bool(found)
        and all(isinstance(row, Mapping) for row in found)
    )


def _label(key: Any) -> str:
    return html.escape(str(key).replace("_", " "))
