"""`handrail buddies`: a round of pairing, from a file of profiles."""

from __future__ import annotations

import csv
import json
import resource
import sys
from pathlib import Path
from typing import TextIO

import click

from bot.buddies.matching import BadProfileError, Matching, read_profiles
from bot.buddies.matching.matching import match

_NOT_UNDERSTOOD = 2


@click.group("buddies")
def command() -> None:
    """Who fits whom, from a file of profiles."""


@command.command("match")
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@click.option("--seed", default=0, show_default=True, help="Decides between equals.")
@click.option("--dense", is_flag=True, help="Consider every pair that may be, however many.")
@click.option(
    "--dump-candidates",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write a,b,score of every pair that was considered.",
)
def match_file(
    file: TextIO, as_json: bool, seed: int, dense: bool, dump_candidates: Path | None
) -> None:
    """Pair the people in FILE, a JSON object a line (- for stdin). Nothing is stored or sent.

    A profile: {"id", "pool": "peer|mentor|family", "topics": [], "any_topic", "stage": 0-5,
    "languages": [], "free_hours": 168 characters 0 or 1 (UTC, from Monday 00:00), "text_only",
    "gender", "gender_rule": "any|same", "age_band": 0-5, "interests": [], "blocks": [ids],
    "past": {id: rounds ago}, "waited", "seeks_mentor", "mentor_only",
    "capacity", "consents_to": ["repeat",
    "text_only", "wider_stage", "trio"]}. Only the id is needed.
    """
    try:
        ignored: set[str] = set()
        profiles = read_profiles(file, ignored)
    except (BadProfileError, UnicodeDecodeError) as error:
        click.echo(f"{file.name}: {error}", err=True)
        sys.exit(_NOT_UNDERSTOOD)
    if ignored:
        click.echo(f"{file.name}: unknown keys are ignored: {', '.join(sorted(ignored))}", err=True)
    before = _cpu_seconds()
    found = match(profiles, seed=seed, dense=dense, keep_edges=dump_candidates is not None)
    used = round(_cpu_seconds() - before, 3)
    if dump_candidates is not None:
        with dump_candidates.open("w", encoding="utf-8", newline="") as edges:
            csv.writer(edges, lineterminator="\n").writerows(
                [("a", "b", "score"), *found.considered]
            )
    if as_json:
        spent = {"cpu_seconds": used, "peak_mib": _peak_mib()}
        click.echo(json.dumps(found.to_data() | spent))
    else:
        _tell(found, len(profiles), used)


def _tell(found: Matching, people: int, seconds: float) -> None:
    gap = 100 * (1 - found.total / found.upper_bound) if found.upper_bound else 0.0
    click.echo(f"{people} people: {len(found.pairs)} pairs, {len(found.trios)} trios,")
    click.echo(f"{len(found.mentoring)} with a mentor, {len(found.unmatched)} without a buddy.")
    click.echo(f"At most {gap:.2f} % below the best there can be; {seconds:.1f} s.")


def _cpu_seconds() -> float:
    """Of this process with its threads, and of those that it started."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in spent)


def _peak_mib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
