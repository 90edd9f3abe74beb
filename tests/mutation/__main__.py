"""Whether the tests notice mistakes: `python -m tests.mutation [NAME...]`.

Mistakes are made one at a time in a copy of the tree, and the tests of that module are run until
the first that notices. Which part of all mistakes is noticed is the score. Each run is a fork of
this process, which has loaded the libraries already.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mutation.changes import Mutant, mutants_of

ROOT = Path(__file__).parents[2]
_COPIED = ("adapters", "bot", "storage", "tests", "docs", "pyproject.toml", "config.example.toml")
_LIBRARIES = (
    *("aiohttp", "alembic.command", "cryptography", "fluent.runtime", "hypothesis", "psycopg"),
    *("pydantic", "sqlalchemy.dialects.postgresql", "sqlalchemy.dialects.sqlite", "structlog"),
)


@dataclass(frozen=True, slots=True)
class Target:
    """A module, and the tests that ought to notice a mistake in it.

    Args:
        quick: without PostgreSQL.
        slow: what passes the quick ones meets these, with PostgreSQL.
        functions: the part of it that counts; empty: all.
    """

    module: str
    quick: tuple[str, ...]
    slow: tuple[str, ...]
    functions: frozenset[str] = frozenset()


TARGETS = {
    "outbox": Target(
        "storage/outbox.py",
        ("tests/storage/test_outbox.py",),
        ("tests/storage/test_outbox.py",),
    ),
    "encryption": Target(
        "storage/encryption.py",
        (
            "tests/unit/test_encryption.py",
            "tests/unit/test_key_rings.py",
            "tests/storage/test_encryption.py",
        ),
        ("tests/storage/test_rotation.py",),
    ),
    "permissions": Target(
        "bot/router.py",
        ("tests/e2e/test_roles.py",),
        ("tests/e2e/test_permissions.py",),
        frozenset({"_run", "_role", "_turn"}),
    ),
}


def main() -> int:
    """Returns: 1 if a score is below what was asked."""
    asked = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    asked.add_argument("names", nargs="*", choices=[*TARGETS, []], help="default: all")
    asked.add_argument("--sample", type=int, default=0, help="so many of each, drawn; 0: all")
    asked.add_argument("--seed", type=int, default=10)
    asked.add_argument("--least", type=float, default=0.0, help="the score asked for, 0 to 1")
    asked.add_argument("--seconds", type=float, default=180, help="for one run of the tests")
    given = asked.parse_args()
    os.nice(10)
    for library in _LIBRARIES:
        importlib.import_module(library)
    with tempfile.TemporaryDirectory(prefix="handrail-mutation-") as folder:
        copied = _copy(Path(folder))
        scores = [
            _score(name, copied, given.sample, given.seed, given.seconds)
            for name in given.names or TARGETS
        ]
    return int(min(scores) < given.least)


def _score(name: str, folder: Path, sample: int, seed: int, seconds: float) -> float:
    target = TARGETS[name]
    file = folder / target.module
    source = file.read_text(encoding="utf-8")
    mutants = mutants_of(source, target.functions)
    count = len(mutants)
    if 0 < sample < count:
        mutants = sorted(random.Random(seed).sample(mutants, sample), key=lambda each: each.line)
    if _noticed(target, folder, seconds):
        raise SystemExit(f"{name}: a test does not pass as it is")
    survivors: list[Mutant] = []
    for mutant in mutants:
        file.write_text(mutant.source, encoding="utf-8")
        began = time.monotonic()
        noticed = _noticed(target, folder, seconds)
        if not noticed:
            survivors.append(mutant)
        _say(f"{name}:{mutant.line} {'ok' if noticed else 'NOT NOTICED'}", mutant, began)
    file.write_text(source, encoding="utf-8")
    score = 1 - len(survivors) / len(mutants)
    found = {"target": name, "mistakes": count, "tried": len(mutants), "seed": seed}
    found |= {"not_noticed": len(survivors), "score": round(score, 3)}
    print(json.dumps(found), flush=True)  # noqa: T201
    return score


def _say(what: str, mutant: Mutant, began: float) -> None:
    line = f"{what} ({time.monotonic() - began:.1f} s)  {mutant.change}"
    print(line, file=sys.stderr, flush=True)  # noqa: T201


def _noticed(target: Target, folder: Path, seconds: float) -> bool:
    """Whether a test fails, or never ends."""
    return any(
        _fails(tests, choosing, folder, seconds)
        for tests, choosing in ((target.quick, "not postgres"), (target.slow, ""))
    )


def _fails(tests: tuple[str, ...], choosing: str, folder: Path, seconds: float) -> bool:
    child = os.fork()
    if child == 0:
        _run_tests(tests, choosing, folder)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status != 0
        time.sleep(0.02)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _run_tests(tests: tuple[str, ...], choosing: str, folder: Path) -> None:
    """In the child: ends it with pytest's exit code."""
    code = 3
    try:
        os.setpgid(0, 0)
        os.chdir(folder)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        sys.dont_write_bytecode = True
        sys.path[:] = [str(folder), *(each for each in sys.path if each not in ("", str(ROOT)))]
        for name in [each for each in sys.modules if each.partition(".")[0] == "tests"]:
            del sys.modules[name]
        importlib.invalidate_caches()
        options = ["-q", "-x", "-p", "no:cacheprovider", "-k", choosing, f"--rootdir={folder}"]
        code = int(pytest.main([*tests, *options]))
    finally:
        os._exit(code)


def _copy(folder: Path) -> Path:
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".hypothesis")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)
    return folder


if __name__ == "__main__":
    sys.exit(main())
