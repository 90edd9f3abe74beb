"""The keys of the Matrix account in an operator's hands: compared, backed up, brought back."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from nio.crypto import OlmAccount
from nio.store import DefaultStore

from adapters.matrix.api import Homeserver as Api
from bot.cli.matrix import command
from bot.cli.telling import lines_of
from storage.database import open_database
from storage.encryption import create_key_file, load_master_key
from tests.e2e.matrix_js import JsMember, node_path
from tests.e2e.matrix_support import Member, matrix_bot
from tests.support.process import ROOT
from tests.support.synapse import Account, Homeserver

pytestmark = pytest.mark.e2e

PASSPHRASE = "four words not together"


@dataclass
class Done:
    code: int
    said: str


class Installation:
    """The bot in a folder of its own, and its operator at the console."""

    def __init__(self, synapse: Homeserver, folder: Path, account: Account) -> None:
        self.account = account
        self._secrets = {"HANDRAIL_MATRIX_PASSWORD": account.password}
        self.bot = matrix_bot(folder, synapse.url, account)
        self.keys = folder / "data" / "matrix"
        self.folder = folder

    async def handrail_matrix(self, *arguments: str) -> Done:
        """In this process, which spares each command half a second."""
        secrets = {**self._secrets, "HANDRAIL_BACKUP_PASSPHRASE": PASSPHRASE}
        return await asyncio.to_thread(_handrail_matrix, self.folder, arguments, secrets)

    async def handrail(self, *arguments: str) -> Done:
        """In a process of its own, as at a console."""
        environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("HANDRAIL_")},
            **self._secrets,
            "HANDRAIL_BACKUP_PASSPHRASE": PASSPHRASE,
            "PYTHONPATH": str(ROOT),
        }
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments, "--config", "config.toml"),
            cwd=self.folder,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        out, _ = await process.communicate()
        assert process.returncode is not None
        assert b"Traceback" not in out
        return Done(process.returncode, out.decode())


def _handrail_matrix(folder: Path, arguments: Sequence[str], secrets: Mapping[str, str]) -> Done:
    """What an operator reads; an error that would not be explained to them fails the test."""
    with chdir(folder):
        ran = CliRunner().invoke(command, [*arguments, "--config", "config.toml"], env=secrets)
    error = ran.exception
    if error is None or isinstance(error, SystemExit):
        return Done(ran.exit_code, ran.output)
    told = lines_of(error) if isinstance(error, Exception) else []
    assert told, repr(error)
    return Done(1, "\n".join([ran.output, *told]))


@pytest.fixture(autouse=True)
def _logs_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command in this process sets up no logs for it."""
    monkeypatch.setattr("bot.cli.matrix.configure_logs", lambda *_, **__: None)


@pytest.fixture
async def here(synapse: Homeserver, tmp_path: Path) -> AsyncIterator[Installation]:
    installation = Installation(synapse, tmp_path / "bot", synapse.register("handrail"))
    yield installation
    installation.bot.stop()


async def _device_on(synapse: Homeserver, account: Account, asker: str) -> dict[str, str]:
    """The account's sessions as everybody can ask for them: id and key."""
    api = Api(synapse.url)
    api.token = asker
    try:
        found = await api.call("POST", "keys", "query", body={"device_keys": {account.user_id: []}})
    finally:
        await api.close()
    devices = found["device_keys"].get(account.user_id, {})
    return {name: device["keys"][f"ed25519:{name}"] for name, device in devices.items()}


async def _answered(member: Member, room: str, bot: str, words: str) -> None:
    """The bot reads what a member says, and the member reads what the bot answers."""
    before = len(member.read(room, bot))
    await member.say(room, words)
    await member.wait_until(lambda: len(member.read(room, bot)) > before)


async def test_an_operator_compares_the_device(
    synapse: Homeserver, here: Installation, tmp_path: Path
) -> None:
    """What is shown is what the homeserver tells everybody; it may be asked beside the bot."""
    early = await here.handrail("matrix", "verify")
    assert early.code == 1
    assert "handrail run" in early.said
    await here.bot.start()
    async with Member(synapse, synapse.register("ada"), tmp_path / "ada") as ada:
        shown = await here.handrail("matrix", "verify")

        ((device, key),) = (
            await _device_on(synapse, here.account, ada.client.access_token)
        ).items()
    assert shown.code == 0, shown.said
    assert device in shown.said
    assert key in shown.said.replace(" ", "")
    assert "the account vouches for this session" in shown.said


async def test_keys_that_were_lost_come_back_from_a_backup(
    synapse: Homeserver, here: Installation, tmp_path: Path
) -> None:
    """The same session goes on: what was said meanwhile is read, nobody has to verify again."""
    async with Member(synapse, synapse.register("ada"), tmp_path / "ada") as ada:
        me, token = here.account.user_id, ada.client.access_token
        await here.bot.start()
        room = await ada.open_direct(me)
        await ada.is_in(me, room)
        await _answered(ada, room, me, "help")
        before = await _device_on(synapse, here.account, token)
        file = here.folder / "keys.backup"

        running = await here.handrail("matrix", "backup-keys", "keys.backup")
        assert (running.code, file.exists()) == (1, False)
        assert "running" in running.said
        assert here.bot.stop() == 0
        done = await here.handrail_matrix("backup-keys", "keys.backup")
        assert done.code == 0, done.said
        assert file.stat().st_mode & 0o777 == 0o600

        shutil.rmtree(here.keys)
        gone = await here.handrail_matrix("verify")
        assert gone.code == 1
        assert "restore-keys" in gone.said
        asked = len(ada.read(room, me))
        await ada.say(room, "help")
        restored = await here.handrail_matrix("restore-keys", "keys.backup")
        assert restored.code == 0, restored.said
        assert {path.stat().st_mode & 0o777 for path in here.keys.iterdir()} == {0o600}

        await here.bot.start()
        await ada.wait_until(lambda: len(ada.read(room, me)) > asked)
        await _answered(ada, room, me, "help")
        assert await _device_on(synapse, here.account, token) == before
        assert (await here.handrail_matrix("verify")).code == 0
        assert ada.unreadable == []
        assert PASSPHRASE not in here.bot.log


async def test_an_old_backup_catches_up_on_a_new_machine(
    synapse: Homeserver, here: Installation, tmp_path: Path
) -> None:
    """Everything but the file is lost, and clients know more of the bot's session than the file:
    they must not end up with messages that nobody can read."""
    node_path()
    async with JsMember(synapse, synapse.register("ada")) as ada:
        me = here.account.user_id
        await here.bot.start()
        room = await ada.open_direct(me)
        await _answered_js(ada, room, me)
        assert here.bot.stop() == 0
        assert (await here.handrail_matrix("backup-keys", "../keys.backup")).code == 0

        # The bot goes on after the backup: new sessions, one-time keys that the file lacks.
        await here.bot.start()
        async with JsMember(synapse, synapse.register("later")) as later:
            elsewhere = await later.open_direct(me)
            await _answered_js(later, elsewhere, me)
            await ada.do("discard", room=room)
            await _answered_js(ada, room, me)
            before = await ada.do("devices", user=me)
            assert here.bot.stop() == 0

            fresh = Installation(synapse, tmp_path / "fresh", here.account)
            restored = await fresh.handrail_matrix("restore-keys", "../keys.backup")
            assert restored.code == 0, restored.said
            try:
                await fresh.bot.start()
                await _answered_js(ada, room, me)
                await _answered_js(later, elsewhere, me)
                async with JsMember(synapse, synapse.register("newest")) as newest:
                    newer = await newest.open_direct(me)
                    await _answered_js(newest, newer, me)
                    assert newest.unreadable == []
                assert (await fresh.handrail_matrix("verify")).code == 0
                assert await ada.do("devices", user=me) == before
                assert [*ada.unreadable, *later.unreadable] == []
            finally:
                fresh.bot.stop()


async def _answered_js(member: JsMember, room: str, bot: str) -> None:
    """The bot reads what a member says, and the member reads what the bot answers."""
    before = len(member.read(room, bot))
    await member.say(room, "help")
    await member.wait_until(lambda: len(member.read(room, bot)) > before)
    answer = member.messages(room, bot)[-1]
    assert answer.failure is None
    assert "can't read" not in answer.text


async def test_keys_that_somebody_set_up_in_element_are_respected(
    synapse: Homeserver, here: Installation
) -> None:
    """The bot leaves them alone and says what to do; each of the two ways out works."""
    node_path()
    me = here.account.user_id
    async with (
        JsMember(synapse, here.account) as element,
        JsMember(synapse, synapse.register("ada")) as ada,
    ):
        await here.bot.start()
        told = await here.handrail_matrix("verify")
        assert told.code == 1
        assert "/verify" in told.said
        assert "--replace" in told.said

        (device,) = {*await ada.do("devices", user=me)} - {element.device}
        assert f"/verify {device} " in told.said
        await element.do("sign", device=device)
        signed = await here.handrail_matrix("verify")
        assert signed.code == 0, signed.said
        assert "elsewhere" in signed.said
        room = await ada.open_direct(me)
        await _answered_js(ada, room, me)

        replaced = await here.handrail_matrix("verify", "--replace")
        assert replaced.code == 0, replaced.said
        async with JsMember(synapse, synapse.register("bob")) as bob:
            room = await bob.open_direct(me)
            await _answered_js(bob, room, me)
            devices = await bob.do("devices", user=me)
            assert {name: found["signed"] for name, found in devices.items()} == {
                device: True,
                element.device: False,
            }


async def test_a_signature_that_is_missing_is_mended(
    synapse: Homeserver, here: Installation, tmp_path: Path
) -> None:
    """The seeds of the account's keys were lost: with a decision and the password, new ones."""
    await here.bot.start()
    assert here.bot.stop() == 0
    (seeds,) = here.keys.glob("cross-signing-*")
    sealed = seeds.read_bytes()
    seeds.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))

    assert "elsewhere" in (await here.handrail_matrix("verify")).said
    assert (await here.handrail_matrix("verify", "--replace")).code == 0

    shown = await here.handrail_matrix("verify")
    assert shown.code == 0
    assert "Cross-signing is in place" in shown.said


# --- at the console


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A stopped installation with keys, made without a homeserver."""
    (tmp_path / "password").write_text("secret")
    (tmp_path / "password").chmod(0o600)
    (tmp_path / "config.toml").write_text(
        '[matrix]\nhomeserver = "http://127.0.0.1:9"\nuser_id = "@handrail:localhost"\n'
        'password_file = "password"\n'
    )
    keys = tmp_path / "data" / "matrix"
    keys.mkdir(parents=True)
    store = DefaultStore("@handrail:localhost", "DEVICE", str(keys), "any key")
    store.save_account(OlmAccount())
    store.database.close()
    create_key_file(tmp_path / "data" / "handrail.key")
    return tmp_path


@pytest.fixture
def console(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """`handrail matrix` in that folder, in this process, with a passphrase in the environment."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv("HANDRAIL_BACKUP_PASSPHRASE", raising=False)
    master = load_master_key(None, folder / "data" / "handrail.key")
    open_database(f"sqlite:///{folder}/data/handrail.db", master).close_sync()

    def run(*arguments: str, passphrase: str = PASSPHRASE) -> Done:
        return _handrail_matrix(folder, arguments, {"HANDRAIL_BACKUP_PASSPHRASE": passphrase})

    return run


def test_a_backup_that_would_be_of_no_use_is_not_written(
    folder: Path, console: Callable[..., Done]
) -> None:
    """A short passphrase protects nothing; and an older file may be the only good one."""
    file = folder / "keys.backup"
    weak = console("backup-keys", "keys.backup", passphrase="short")
    assert (weak.code, file.exists()) == (1, False)
    assert console("backup-keys", "keys.backup").code == 0
    kept = file.read_bytes()
    again = console("backup-keys", "keys.backup")
    assert (again.code, file.read_bytes()) == (1, kept)


def test_what_is_no_good_backup_is_refused_and_nothing_is_overwritten(
    folder: Path, console: Callable[..., Done]
) -> None:
    """Another passphrase, a damaged file, something else; and keys that are there already."""
    assert console("backup-keys", "keys.backup").code == 0
    kept, keys = (folder / "keys.backup").read_bytes(), folder / "data" / "matrix"
    twice = console("restore-keys", "keys.backup")
    assert (twice.code, "holds keys already" in twice.said) == (1, True)
    shutil.rmtree(keys)

    other = console("restore-keys", "keys.backup", passphrase="other words")
    assert (other.code, "passphrase" in other.said) == (1, True)
    (folder / "damaged").write_bytes(kept[:-40] + bytes(40))
    damaged = console("restore-keys", "damaged")
    assert (damaged.code, "damaged" in damaged.said) == (1, True)
    (folder / "something").write_text("else")
    assert console("restore-keys", "something").code == 1

    assert [path.name for path in keys.iterdir()] == ["lock"]


@pytest.mark.usefixtures("console")
def test_the_passphrase_is_asked_for_twice(folder: Path) -> None:
    """A slip of the finger would make the file useless, and nobody would know."""
    typed = f"{PASSPHRASE}\nsomething else\n{PASSPHRASE}\n{PASSPHRASE}\n"
    ran = CliRunner().invoke(command, ["backup-keys", "keys.backup"], input=typed)

    assert ran.exit_code == 0, ran.output
    assert "do not match" in ran.output
    shutil.rmtree(folder / "data" / "matrix")
    (folder / "passphrase").write_text(f"{PASSPHRASE}\n")
    ran = CliRunner().invoke(
        command, ["restore-keys", "keys.backup", "--passphrase-file", "passphrase"]
    )
    assert ran.exit_code == 0, ran.output
    assert (folder / "data" / "matrix" / "@handrail:localhost_DEVICE.db").exists()
