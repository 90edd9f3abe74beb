"""`handrail` as an operator meets it: the real programme, in a folder of its own."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import signal
import socket
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import click
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cli import handrail
from storage.encryption import MasterKey
from tests.discord_standin.server import Standin
from tests.support.console import HANDRAIL, Folder
from tests.support.process import ROOT
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture(scope="module")
def after_a_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first run leaves behind."""
    folder = Folder(tmp_path_factory.mktemp("after-a-run"))

    async def run() -> None:
        async with folder.running() as running:
            await running.terminate()

    asyncio.run(run())
    return folder.path


@pytest.fixture
def used(folder: Folder, after_a_run: Path) -> Folder:
    """Handrail has run here before."""
    shutil.copytree(after_a_run, folder.path, dirs_exist_ok=True)
    return folder


# --- running


async def test_the_first_run_needs_nothing(folder: Folder) -> None:
    """A key is made, said where, and the page answers; SIGTERM ends it in good order."""
    async with folder.running() as running:
        assert await running.get("/livez") == (200, "ok\n")
        status, ready = await running.get("/readyz")
        assert (status, json.loads(ready)["status"]) == (200, "ready"), ready
        done = await running.terminate()

    assert done.code == 0
    assert str(folder.key) in done.out
    assert "apart from the backups" in done.out
    assert stat.S_IMODE(folder.key.stat().st_mode) == 0o600
    assert "Matrix" in done.out
    assert "Discord" in done.out
    assert "Traceback" not in done.err
    assert folder.key.read_text().strip() not in done.out + done.err


async def test_the_second_run_takes_what_is_there(used: Folder) -> None:
    key = used.key.read_bytes()

    async with used.running() as running:
        done = await running.terminate(signal.SIGINT)

    assert done.code == 0
    assert "Made a key" not in done.out
    assert used.key.read_bytes() == key


async def test_a_rehearsal_is_marked_everywhere(folder: Folder) -> None:
    """Also in each line of the log, which is JSON where that is asked for."""
    folder.write("config.toml", '[rehearsal]\nallow = true\n[logs]\nformat = "json"\n')

    async with folder.running(HANDRAIL_CLOCK_OFFSET="-86400") as running:
        _, ready = await running.get("/readyz")
        _, figures = await running.get("/metrics")
        done = await running.terminate()

    assert json.loads(ready)["rehearsal"] is True
    assert "handrail_rehearsal 1.0" in figures
    lines = [json.loads(line) for line in done.err.splitlines()]
    assert {"started", "stopped"} <= {line["event"] for line in lines}
    assert all(line["rehearsal"] is True for line in lines)


async def test_a_shifted_clock_is_refused_otherwise(folder: Folder) -> None:
    done = await folder.handrail("run", HANDRAIL_CLOCK_OFFSET="3600")

    done.refused("HANDRAIL_CLOCK_OFFSET", "rehearsal.allow = true")


# --- what can be wrong at the start


async def test_an_unknown_key_names_the_nearest(folder: Folder) -> None:
    folder.write("config.toml", "[web]\nprot = 8081\n")

    done = await folder.handrail("run")

    done.refused("web.prot", "did you mean web.port?")
    assert not folder.database.exists(), "nothing is made from a configuration that is wrong"


async def test_a_configuration_that_is_not_there(folder: Folder) -> None:
    done = await folder.handrail("run", "--config", "elsewhere.toml")

    done.refused("elsewhere.toml", "--config")


async def test_texts_that_cannot_be_read(folder: Folder) -> None:
    folder.write("texts/en/own.ftl", "this is no message\n")

    done = await folder.handrail("run", HANDRAIL_TEXTS__OVERRIDES="texts")

    done.refused("texts.overrides", "own.ftl")


async def test_a_taken_port(folder: Folder) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = await folder.handrail("run", HANDRAIL_WEB__PORT=port)
        checked = await folder.handrail("check", HANDRAIL_WEB__PORT=port)

    done.refused(port, "taken", "web.port")
    checked.refused("wrong  port:", "web.port")


@pytest.mark.parametrize("command", ["run", "check"])
async def test_a_missing_key_is_not_replaced(used: Folder, command: str) -> None:
    """A new one would not open the database, and would look as if all were well."""
    used.key.rename(used.key.with_suffix(".kept"))

    done = await used.handrail(command)

    done.refused(str(used.key), "HANDRAIL_KEY")
    assert not used.key.exists()


@pytest.mark.parametrize("command", [["run"], ["check"], ["keys", "check"]])
async def test_a_wrong_key_loses_nothing(used: Folder, command: list[str]) -> None:
    right, stored = used.key.read_text(), used.database.read_bytes()
    used.key.write_text(MasterKey.generate().to_base64())

    done = await used.handrail(*command)

    done.refused("the key that this database was made with")
    assert used.database.read_bytes() == stored
    used.key.write_text(right)
    assert (await used.handrail("check")).code == 0


@pytest.mark.parametrize(
    ("content", "mend"), [("not a key", "handrail keys create"), ("", "handrail keys create")]
)
async def test_a_key_that_is_none(used: Folder, content: str, mend: str) -> None:
    used.key.write_text(content)

    (await used.handrail("run")).refused(str(used.key), mend)


async def test_a_key_that_everybody_may_read(used: Folder) -> None:
    used.key.chmod(0o644)

    (await used.handrail("run")).refused("chmod 600")


@pytest.mark.parametrize("command", ["run", "check"])
async def test_a_damaged_database_is_left_as_it_is(used: Folder, command: str) -> None:
    used.database.write_bytes(b"no database " * 1000)

    done = await used.handrail(command)

    done.refused("storage.url")
    assert used.database.read_bytes() == b"no database " * 1000


@pytest.mark.parametrize("command", ["run", "check"])
async def test_a_database_of_a_newer_release(used: Folder, command: str) -> None:
    """An older release must not write into columns whose meaning has changed."""
    with closing(sqlite3.connect(used.database)) as database:
        database.execute("UPDATE alembic_version SET version_num = 'later'")
        database.commit()

    (await used.handrail(command)).refused("later", "newer release")


# --- credentials


def discord(standin: Standin, token: str) -> dict[str, str]:
    return {
        "HANDRAIL_DISCORD_TOKEN": token,
        "HANDRAIL_DISCORD__API_BASE": standin.api_base,
        "HANDRAIL_DISCORD__GATEWAY": standin.gateway_url,
    }


async def test_check_tries_the_discord_token(folder: Folder) -> None:
    async with Standin.running() as standin:
        right = await folder.handrail("check", **discord(standin, standin.token))
        wrong = await folder.handrail("check", **discord(standin, "mistyped"))

    assert "ok     discord" in right.out
    assert "crisis watching is limited" in right.out
    wrong.refused("wrong  discord:", "HANDRAIL_DISCORD_TOKEN")
    assert "mistyped" not in wrong.out + wrong.err


async def test_check_tells_which_intent_is_off(folder: Folder) -> None:
    """Discord would close the connection; here it is said where the switch is."""
    async with Standin.running() as standin:
        wanted = {"HANDRAIL_DISCORD__MESSAGE_CONTENT": "true"}
        on = await folder.handrail("check", **discord(standin, standin.token), **wanted)
        standin.gateway.privileged = 0
        off = await folder.handrail("check", **discord(standin, standin.token), **wanted)

    assert "messages in the channels it sees" in on.out
    off.refused("wrong  discord:", "Message Content Intent", "message_content = false")


async def test_a_wrong_discord_token_ends_the_run(folder: Folder) -> None:
    async with Standin.running() as standin:
        done = await folder.handrail("run", **discord(standin, "mistyped"))

    done.refused("token")
    assert "mistyped" not in done.out + done.err


def matrix(homeserver: str, user: str, password: str) -> dict[str, str]:
    return {
        "HANDRAIL_MATRIX__HOMESERVER": homeserver,
        "HANDRAIL_MATRIX__USER_ID": user,
        "HANDRAIL_MATRIX_PASSWORD": password,
    }


async def test_check_tries_the_matrix_password(folder: Folder, synapse: Homeserver) -> None:
    account = synapse.register("checked")

    right = await folder.handrail("check", **matrix(synapse.url, *account))
    wrong = await folder.handrail("check", **matrix(synapse.url, account.user_id, "mistyped"))

    assert "ok     matrix" in right.out
    wrong.refused("wrong  matrix:", "password")
    assert "mistyped" not in wrong.out + wrong.err


async def test_a_wrong_matrix_password_ends_the_run(folder: Folder, synapse: Homeserver) -> None:
    account = synapse.register("refused")

    done = await folder.handrail("run", **matrix(synapse.url, account.user_id, "mistyped"))

    done.refused("password")
    assert "mistyped" not in done.out + done.err


async def test_check_tells_a_homeserver_that_is_not_there(folder: Folder) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"

    done = await folder.handrail("check", **matrix(url, "@bot:example.org", "a-password"))

    done.refused("wrong  matrix:", url)


async def test_check_tells_what_is_no_homeserver(used: Folder) -> None:
    """The address of a web page in place of the homeserver's is an easy mistake."""
    async with TestServer(web.Application()) as page:
        environment = matrix(f"http://127.0.0.1:{page.port}", "@bot:example.org", "a-password")
        done = await used.handrail("check", **environment)

    done.refused("wrong  matrix:", "no Matrix homeserver")


# --- check and keys


async def test_check_says_what_is_well(folder: Folder) -> None:
    """Before the first run and while it runs, too."""
    fresh = await folder.programme("check")
    assert fresh.code == 0, fresh
    assert all(line.startswith("ok     ") for line in fresh.out.splitlines())
    assert not folder.database.exists(), "it only looks"

    async with folder.running() as running:
        port = running.url.rpartition(":")[2]
        beside = await folder.handrail("check", HANDRAIL_WEB__PORT=port)

    assert beside.code == 0, beside
    assert f"a Handrail is running on {running.url}" in beside.out


async def test_check_tells_every_mistake_of_the_configuration(folder: Folder) -> None:
    folder.write("config.toml", '[web]\nprot = 1\n[logs]\nlevel = "loud"\n')

    done = await folder.handrail("check")

    done.refused("wrong  configuration: web.prot", "wrong  configuration: logs.level")


async def test_a_key_is_made_once(folder: Folder) -> None:
    made = await folder.handrail("keys", "create")
    first = folder.key.read_text()
    again = await folder.handrail("keys", "create")

    assert made.code == 0
    assert stat.S_IMODE(folder.key.stat().st_mode) == 0o600
    assert len(MasterKey.from_base64(first).kid) == 12
    assert first.strip() not in made.out
    again.refused("already")
    assert folder.key.read_text() == first


async def test_no_new_key_beside_an_old_database(used: Folder) -> None:
    used.key.rename(used.key.with_suffix(".kept"))

    (await used.handrail("keys", "create")).refused("another key")
    assert not used.key.exists()


async def test_a_key_can_be_made_anywhere(folder: Folder) -> None:
    done = await folder.handrail("keys", "create", "elsewhere/key")

    assert done.code == 0
    assert (folder.path / "elsewhere" / "key").exists()


async def test_keys_check_says_whether_it_fits(used: Folder) -> None:
    done = await used.programme("keys", "check")

    assert done.code == 0
    assert "opens the database" in done.out


async def test_the_key_may_come_from_the_environment(used: Folder) -> None:
    key = used.key.read_text()
    used.key.unlink()

    assert (await used.handrail("keys", "check", HANDRAIL_KEY=key)).code == 0


# --- the command itself


@pytest.mark.parametrize("command", [(HANDRAIL,), (sys.executable, "-m", "bot")])
async def test_it_says_its_version(folder: Folder, command: tuple[str, ...]) -> None:
    done = await folder.programme("--version", command=command, PYTHONPATH=str(ROOT))

    assert done.code == 0
    assert re.fullmatch(r"handrail \d+\.\d+\.\d+\n", done.out)


@pytest.mark.parametrize("arguments", [["rnu"], ["run", "--role", "both"], ["run", "--confg", "x"]])
async def test_a_command_that_is_not_understood(folder: Folder, arguments: list[str]) -> None:
    done = await folder.handrail(*arguments)

    assert done.code == 2
    assert arguments[-1] in done.err or arguments[-2] in done.err


@pytest.mark.parametrize("words", [[], ["crisis"]])
def test_the_help_tells_of_every_command_what_it_is_for(words: list[str]) -> None:
    """Summaries stand apart from the commands, so that help need not load them."""
    context = click.Context(handrail)
    for word in words:
        context = click.Context(command_of(context, word))
    shown = " ".join(context.get_help().split())

    assert isinstance(context.command, click.Group)
    for name in context.command.list_commands(context):
        assert f"{name} {command_of(context, name).get_short_help_str(200)}" in shown


def command_of(context: click.Context, name: str) -> click.Command:
    assert isinstance(context.command, click.Group)
    command = context.command.get_command(context, name)
    assert command is not None
    return command


@pytest.mark.parametrize("words", [[], ["crisis"]])
async def test_the_help_waits_for_no_library(folder: Folder, words: list[str]) -> None:
    python = (sys.executable, "-X", "importtime", "-m", "bot")
    done = await folder.programme(*words, "--help", command=python, PYTHONPATH=str(ROOT))

    assert done.code == 0
    assert "click" in done.err
    assert "sqlalchemy" not in done.err
    assert "aiohttp" not in done.err
