"""`handrail meetings import`: a file's drafts, kept for a community."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import handrail
from storage import meetings, members
from storage.database import open_database
from storage.encryption import MasterKey
from storage.meetings import Meeting, State

KEY = "A" * 43 + "="
HOPE = {
    "name": "Hope",
    "slug": "hope",
    "day": 2,
    "time": "19:00",
    "end_time": "20:30",
    "timezone": "America/New_York",
    "conference_url": "https://meet.example.org/1",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a key, a database with one community, and a file of meetings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANDRAIL_KEY", KEY)
    monkeypatch.delenv("HANDRAIL_CONFIG", raising=False)
    (tmp_path / "data").mkdir(mode=0o700)
    opened = open_database("sqlite:///data/handrail.db", MasterKey.from_base64(KEY))
    opened.write_sync(
        lambda tx: members.put_community(
            tx, name="Harbour", language="en", country="US", zone="America/New_York", spaces_of=[]
        )
    )
    opened.close_sync()
    write(tmp_path, [HOPE])
    return tmp_path


def write(folder: Path, records: list[dict[str, Any]]) -> None:
    (folder / "feed.json").write_text(json.dumps(records), encoding="utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(handrail, ["meetings", "import", *words])


def stored() -> list[Meeting]:
    opened = open_database("sqlite:///data/handrail.db", MasterKey.from_base64(KEY), migrate=False)
    try:
        communities = [each.id for each in opened.read_sync(members.all_communities)[0]]
        return list(
            opened.read_sync(lambda tx: meetings.of_communities(tx, communities, State.DRAFT))
        )
    finally:
        opened.close_sync()


def test_drafts_are_kept_for_a_community_by_its_name(folder: Path) -> None:
    """Under the file's name, so that it can be read again."""
    done = run("feed.json", "--community", "harbour")

    assert done.exit_code == 0, done.output
    assert "1 new drafts, 0 changed, 0 as before, 0 refused" in done.stdout
    (draft,) = stored()
    assert (draft.card.name, draft.source) == ("Hope", "feed")
    assert "hope" not in (draft.source_id or "")

    write(folder, [{**HOPE, "name": "Hope Group"}])
    again = run("feed.json", "--community", "Harbour", "--json")
    assert json.loads(again.stdout) == {
        "new": 0,
        "changed": 1,
        "same": 0,
        "kept": [],
        "gone": [],
        "refused": [],
    }
    (draft,) = stored()
    assert draft.card.name == "Hope Group"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["feed.json"], "--community NAME"),
        (["feed.json", "--community", "Elsewhere"], "no community of the database"),
        (["missing.json", "--community", "Harbour"], "there is no such file"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(folder: Path, words: list[str], told: str) -> None:
    """And nothing is kept."""
    done = run(*words)

    assert done.exit_code == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert stored() == []


def test_a_dry_run_keeps_nothing(folder: Path) -> None:
    """Also where a community is named."""
    done = run("feed.json", "--community", "Harbour", "--dry-run", "--json")

    assert json.loads(done.stdout)["drafts"][0]["name"] == "Hope"
    assert stored() == []
