"""`handrail crisis`: what the detector makes of messages."""

from __future__ import annotations

import json
import sys
from typing import Any, NoReturn

import click

from bot.cli.lazy import Elsewhere, LazyGroup
from bot.crisis.detector import Detector, Explanation, Hit, Level

_LOWERED = {
    "negation": "it is denied",
    "quoted": "it is quoted, or said to the reader, and nobody's own",
    "silenced": "the community silenced this rule",
}


_RESOURCES = Elsewhere("bot.cli.resources", "Help lines, and what else there is for members.")


@click.group("crisis", cls=LazyGroup, elsewhere={"resources": _RESOURCES})
def command() -> None:
    """What the detector makes of a message (nothing is stored or sent), and help lines."""


@command.command()
def classify() -> None:
    """Read JSON lines {"id", "text", "lang"?} from stdin, write a verdict for each, in order."""
    detector = Detector()
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        message = _message(number, line)
        verdict = detector.classify(message["text"], message.get("lang"))
        click.echo(
            json.dumps(
                {
                    "id": message.get("id"),
                    "level": verdict.level.word,
                    "subject": verdict.subject.word,
                    "score": verdict.score,
                    "reasons": verdict.reasons,
                    "topics": verdict.topics,
                    "language": verdict.language,
                }
            )
        )


def _message(number: int, line: bytes) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except ValueError:
        _refuse(number, "is no JSON")
    if not isinstance(message, dict) or "id" not in message:
        _refuse(number, 'is no object with "id" and "text"')
    if not isinstance(message.get("text"), str):
        _refuse(number, 'has no "text"')
    if not isinstance(message.get("lang"), str | None):
        _refuse(number, 'has a "lang" that is no text')
    return message


def _refuse(number: int, what: str) -> NoReturn:
    click.echo(f"handrail: line {number} {what}", err=True)
    sys.exit(2)


@command.command()
@click.argument("text")
@click.option("--lang", "language", help="The language it is thought to be in.")
def explain(text: str, language: str | None) -> None:
    """Say which rules found what in TEXT, and why the level is what it is."""
    for line in _told(Detector().explain(text, language)):
        click.echo(line)


def _told(explanation: Explanation) -> list[str]:
    verdict = explanation.verdict
    about = "" if verdict.level is Level.NONE else f", about {verdict.subject.word}"
    lines = [f"{verdict.level.word}{about} (score {verdict.score})"]
    lines += map(_line, explanation.hits)
    if verdict.reasons == ("second-opinion",):
        lines.append(
            f"  No rule found anything, but it sounds like distress ({explanation.opinion:.2f})."
        )
    elif not explanation.hits:
        lines.append("  No rule found anything.")
    return lines


def _line(hit: Hit) -> str:
    found = f'  {hit.language}:{hit.rule.name} found "{hit.words}"'
    if not hit.lowered_by:
        return f"{found}: {hit.level.word}, about {hit.subject.word}. {hit.rule.comment}"
    why = _LOWERED.get(hit.lowered_by, f'"{hit.lowered_by}" stands there as well')
    left = "does not count" if hit.level is Level.NONE else f"counts as {hit.level.word} only"
    return f"{found}, but {left}: {why}."
