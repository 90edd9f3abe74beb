"""The repository as a whole: style, types, direction of imports, licences, locks."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).resolve().parents[2]
LOCKS = sorted((REPOSITORY / "requirements").glob("*.txt"))
TYPED = ("bot", "adapters", "storage", "benchmarks", "tests")

# What a dependency of a running Handrail may be published under, as its metadata spell it.
# LGPL is fine for a library that is imported, unchanged; AGPL and GPL are not on the list.
LICENCES = re.compile(
    r"""
    (?: Apache ([ -]2\.0)? (\ Software\ License|\ License.*)? | APL\ 2
      | (The\ )? MIT (-0|\ License)? (\ \(MIT\))?
      | (0|2-Clause\ |3-Clause\ )? BSD (-[023]-Clause|\ License)?
      | ISC (\ License)? (\ \(ISCL\))? | Internet\ Systems\ Consortium\ license
      | PSF-2\.0 | Python\ Software\ Foundation\ License
      | MPL-2\.0 | Mozilla\ Public\ License.*
      | LGPL-[23]\.[01](-only|-or-later)?
      | MIT-CMU | Unlicense | Zlib | CC0-1\.0 | Public-Domain | CNRI-Python
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def run(*command: str) -> None:
    """Runs one of the tools; what it found becomes the test's failure."""
    tool = Path(sys.executable).with_name(command[0])
    done = subprocess.run(
        [tool, *command[1:]],
        cwd=REPOSITORY,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(f"{' '.join(command)}\n{done.stdout}{done.stderr}", pytrace=False)


def tracked_files() -> list[Path]:
    """What git knows of, or would with the next `git add`."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    paths = (REPOSITORY / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def test_the_linter_finds_nothing() -> None:
    """`ruff check`, with the rules of pyproject.toml."""
    run("ruff", "check", "--quiet", ".")


def test_the_code_is_formatted() -> None:
    """`make format` does it."""
    run("ruff", "format", "--check", "--quiet", ".")


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_types_hold() -> None:
    """`mypy --strict`; without its cache this takes a minute or more."""
    run("mypy", *(name for name in TYPED if (REPOSITORY / name).is_dir()))


def test_imports_point_one_way() -> None:
    """The contracts of pyproject.toml: command line, application, features, core, storage."""
    run("lint-imports", "--no-cache")


def runtime_distributions() -> Iterator[importlib.metadata.Distribution]:
    """Everything installed that a running Handrail depends on, near or far."""
    waiting = [Requirement("handrail")]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        key = (canonicalize_name(wanted.name), frozenset(wanted.extras))
        if key in seen:
            continue
        seen.add(key)
        distribution = importlib.metadata.distribution(wanted.name)
        yield distribution
        for line in distribution.requires or []:
            needed = Requirement(line)
            extras = wanted.extras or {""}
            if not needed.marker or any(needed.marker.evaluate({"extra": e}) for e in extras):
                waiting.append(needed)


def licences_of(distribution: importlib.metadata.Distribution) -> list[str]:
    """What a distribution says of itself: an expression, classifiers, free text or a file."""
    metadata = distribution.metadata
    for expression in metadata.get_all("License-Expression", []):
        return re.split(r"\s+(?:AND|OR|WITH)\s+|[()]", expression)
    classifiers = [
        value.rpartition(" :: ")[2]
        for value in metadata.get_all("Classifier", [])
        if value.startswith("License :: ") and value != "License :: OSI Approved"
    ]
    if classifiers:
        return classifiers
    for text in metadata.get_all("License", []):
        return re.split(r"\s+and\s+", text.strip().splitlines()[0])
    for file in distribution.files or []:
        if re.match(r"(LICEN[CS]E|COPYING)", file.name, re.IGNORECASE):
            return [_licence_of_text(file.read_text(encoding="utf-8"))]
    return ["none named"]


def _licence_of_text(text: str) -> str:
    """Recognises the licences whose text comes without a name in the metadata."""
    if "AFFERO" in text.upper():
        return "AGPL"
    if "Apache License" in text and "Version 2.0" in text:
        return "Apache-2.0"
    if "Permission is hereby granted, free of charge" in text:
        return "MIT"
    return text.strip().splitlines()[0]


def test_what_runs_may_be_given_away() -> None:
    """A community that runs Handrail takes on no duty that the Apache licence has not."""
    distributions = list(runtime_distributions())
    refused = {
        f"{distribution.name}: {licence}"
        for distribution in distributions
        for licence in licences_of(distribution)
        if licence and not LICENCES.fullmatch(licence)
    }

    assert len(distributions) > 10
    assert not refused


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_holds_names_versions_and_hashes_only(lock: Path) -> None:
    """An index's address or a path of one machine would be of no use on another."""
    allowed = re.compile(
        r"""
          [a-z0-9._-]+ (\[[a-z0-9,_-]+\])? ==[\w.+!]+ (\ ;\ [^:/\\]+)? \ \\
        | \ {4} --hash=sha256:[0-9a-f]{64} (\ \\)?
        | \ {4} \# (\ via | \ via\ .+ | \ {3}.+ )
        """,
        re.VERBOSE,
    )
    lines = lock.read_text(encoding="utf-8").splitlines()

    strange = [line for line in lines if not allowed.fullmatch(line)]
    paths = [line for line in lines if re.search(r"(^|[\s(=])/|://|\.\./", line)]

    assert lines
    assert not strange
    assert not paths


def pins(lock: str) -> dict[str, str]:
    """The versions that a lock fixes, by name."""
    text = (REPOSITORY / "requirements" / lock).read_text(encoding="utf-8")
    found = re.findall(r"^([a-z0-9._-]+)(?:\[.*\])?==([^\s;]+)", text, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def test_the_locks_hold_what_the_project_asks_for() -> None:
    """After a change to the dependencies in pyproject.toml comes `make lock`."""
    with (REPOSITORY / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    asked = {
        "run.txt": project["dependencies"],
        "dev.txt": project["dependencies"] + project["optional-dependencies"]["dev"],
    }

    wrong = [
        f"{lock}: {requirement}"
        for lock, requirements in asked.items()
        for requirement in map(Requirement, requirements)
        if not requirement.specifier.contains(
            pins(lock).get(canonicalize_name(requirement.name), "0")
        )
    ]

    assert not wrong


def test_the_suite_runs_on_the_versions_that_run() -> None:
    """What the tests install must not replace what `make run` installs."""
    dev = pins("dev.txt")

    assert {name: dev.get(name) for name in pins("run.txt")} == pins("run.txt")


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    """Neither this checkout's path nor anybody's home directory."""
    here = [str(place) for place in (REPOSITORY, Path.home()) if len(place.parts) > 1]
    places = re.compile(
        rf"(?<![\w.~-])(?:(?:{'|'.join(map(re.escape, here))})(?![\w-])|/(?:home|Users)/\w)"
    )
    found = []
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if places.search(line):
                found.append(f"{path.relative_to(REPOSITORY)}:{number}")

    assert not found
