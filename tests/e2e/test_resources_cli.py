"""`handrail crisis resources`: which lines to check, who did, and a community's directory."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import handrail
from bot.clock import SystemClock
from bot.crisis.lines.helplines import HelpLines
from storage import lines, members, services
from storage.database import Database, open_database
from storage.encryption import MasterKey

KEY = "A" * 43 + "="


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a key."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANDRAIL_KEY", KEY)
    monkeypatch.delenv("HANDRAIL_CONFIG", raising=False)
    return tmp_path


@pytest.fixture
def database(folder: Path) -> Database:
    """The database of that folder, with one community."""
    (folder / "data").mkdir(mode=0o700)
    opened = open_database("sqlite:///data/handrail.db", MasterKey.from_base64(KEY))
    opened.write_sync(
        lambda tx: members.put_community(
            tx, name="Harbour", language="en", country="GB", zone="Europe/London", spaces_of=[]
        )
    )
    opened.close_sync()
    return opened


def stored() -> lines.Kept:
    opened = open_database("sqlite:///data/handrail.db", MasterKey.from_base64(KEY), migrate=False)
    try:
        return opened.read_sync(lines.kept)
    finally:
        opened.close_sync()


def run(*words: str) -> Result:
    return CliRunner().invoke(handrail, ["crisis", "resources", *words])


def test_before_the_first_run_every_line_is_due(folder: Path) -> None:
    """Needs no database; one line each, that a spreadsheet takes."""
    done = run("--due", "--country", "us")
    told = done.stdout.splitlines()

    assert done.exit_code == 0
    assert len(told) == len(HelpLines().lines_of("US"))
    assert told[0].split("\t") == [
        *("US", "988 Suicide & Crisis Lifeline", "988", "https://988lifeline.org", "never checked")
    ]
    assert f"{len(told)} of {len(told)} help lines wait" in done.stderr


def test_a_check_is_recorded_and_ends_after_180_days(database: Database) -> None:
    """It is kept where the operator's data is, not in the package."""
    today = SystemClock().now().date()
    for age, waits in ((181, True), (180, False), (0, False)):
        day = str(today - timedelta(days=age))
        done = run("verify", "US", "988", "--by", "N. N.", "--on", day)
        assert done.exit_code == 0, done.output
        assert f"checked on {day}" in done.stdout
        assert ("988 Suicide" in run("--due", "--country", "US").stdout) is waits

    assert len(stored().checks[None]) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("verify", "US", "line", "--by", "N."), "Which one? There are: "),
        (("verify", "US", "nothing", "--by", "N."), "988 Suicide & Crisis Lifeline"),
        (("verify", "Narnia", "988", "--by", "N."), "no country's code"),
        (("verify", "US", "988"), "--by"),
        (("verify", "US", "988", "--by", "N.", "--on", "2999-01-01"), "still to come"),
        (("verify", "US", "988", "--by", "N.", "--on", "soon"), "soon"),
        (("--due", "--country", "Narnia"), "no country's code"),
    ],
)
def test_a_slip_is_told_in_one_line(database: Database, words: tuple[str, ...], told: str) -> None:
    """And nothing is recorded."""
    done = run(*words)

    assert done.exit_code == 2
    assert told in done.stderr
    assert stored().checks == {}


def test_a_directory_is_taken_over_in_place_of_the_one_before(
    database: Database, folder: Path
) -> None:
    """A dry run changes nothing; what was left out is named."""
    file = folder / "services.json"
    file.write_text(json.dumps([{"name": "Kitchen"}, {"id": "2"}]), encoding="utf-8")

    dry = run("import", str(file), "--community", "harbour", "--dry-run")
    assert "could be imported: 1" in dry.stdout
    assert brought() == []
    for _twice in range(2):
        done = run("import", str(file), "--community", "harbour")
        assert done.exit_code == 0, done.output
        assert "left out: entry 2 has no name" in done.stderr
    assert brought() == ["Kitchen"]


def brought() -> list[str]:
    opened = open_database("sqlite:///data/handrail.db", MasterKey.from_base64(KEY), migrate=False)
    try:
        ids = [each.id for each in opened.read_sync(members.all_communities)[0]]
        found = opened.read_sync(lambda tx: services.find(tx, ids, most=10))
        return [each["name"] for each in found]
    finally:
        opened.close_sync()


@pytest.mark.parametrize(
    ("content", "community", "told"),
    [
        ("{", "Harbour", "services.json cannot be imported: it is not JSON"),
        ("[]", "Harbour", "it holds no service"),
        ('[{"name": "Kitchen"}]', "Nowhere", "No community of the database is called 'Nowhere'"),
    ],
)
def test_a_directory_that_cannot_be_read_leaves_the_one_there_is(
    database: Database, folder: Path, content: str, community: str, told: str
) -> None:
    """One clear line, exit 2, nothing lost."""
    file = folder / "services.json"
    file.write_text('[{"name": "Kitchen"}]', encoding="utf-8")
    assert run("import", str(file), "--community", "Harbour").exit_code == 0
    file.write_text(content, encoding="utf-8")
    done = run("import", str(file), "--community", community)

    assert done.exit_code == 2
    assert told in done.stderr
    assert "Traceback" not in done.output
    assert brought() == ["Kitchen"]
