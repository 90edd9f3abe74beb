"""What `deploy/` says of Handrail is what Handrail does."""

from __future__ import annotations

import json
import re
import shlex
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import click
import pytest
import yaml  # type: ignore[import-untyped]

from bot.cli import handrail
from bot.metrics import Metrics
from bot.settings import load_settings
from bot.settings.keys import BackupsSettings, MatrixSettings, StorageSettings, WebSettings
from bot.settings.reading import _credential, _secret_keys
from bot.web import Health, WebServer

ROOT = Path(__file__).resolve().parents[2]
HOME = Path("/srv/handrail")
FILES = {path.name: path.read_text() for path in (ROOT / "deploy").iterdir() if path.is_file()}
CREDENTIALS = {_credential(section, key) for section, key in _secret_keys()}


def instructions(name: str) -> list[str]:
    """What follows an instruction of the Dockerfile each time, on one line."""
    whole = re.sub(r"\\\n\s*", "", FILES["Dockerfile"])
    return re.findall(rf"(?:^|\s){name} (.*)$", whole, re.MULTILINE)


def values(key: str) -> list[str]:
    """What stands behind a key of the unit each time."""
    return re.findall(rf"^#?{key}=(.*)$", FILES["handrail.service"], re.MULTILINE)


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILES["compose.yaml"])
    return found


def understood(arguments: list[str]) -> None:
    """The command line knows them. Raises: click.UsageError."""
    command: click.Command | None = handrail
    with click.Context(handrail) as context:
        command = handrail.get_command(context, arguments[0])
        assert command is not None, arguments
        command.make_context(arguments[0], arguments[1:])


def data_paths() -> set[Path]:
    """Where Handrail writes by default, below the folder of its configuration."""
    fields = [
        StorageSettings.model_fields["key_file"],
        BackupsSettings.model_fields["folder"],
        MatrixSettings.model_fields["store_dir"],
    ]
    database = str(StorageSettings.model_fields["url"].default).removeprefix("sqlite:///")
    return {HOME / database, *(HOME / field.default for field in fields)}


async def test_the_health_checks_ask_an_address_that_answers() -> None:
    """The image's own Python asks for `/livez` on the port that is the default."""

    async def well() -> Health:
        return Health({})

    (check,) = instructions("HEALTHCHECK")
    asked = re.findall(r"http://127\.0\.0\.1:(\d+)(/\w+)", check)
    server = WebServer("127.0.0.1", 0, well, Metrics())
    await server.start()
    known = {route.resource.canonical for route in server._runner.app.router.routes()}  # type: ignore[union-attr]
    await server.stop()

    assert asked == [(str(WebSettings().port), "/livez")]
    assert "/livez" in known
    command = json.loads(check[check.index("[") :])
    assert command[:2] == ["python", "-c"]
    compile(command[2], "healthcheck", "exec")


def test_the_command_lines_are_understood() -> None:
    """Of the image, of compose and of the unit."""
    (entry,), (usual,) = instructions("ENTRYPOINT"), instructions("CMD")[-1:]
    (start,) = values("ExecStart")

    assert json.loads(entry) == ["handrail"]
    understood(json.loads(usual))
    understood(compose()["services"]["handrail"]["command"])
    programme, *arguments = shlex.split(start)
    assert programme == f"{HOME}/.venv/bin/handrail"
    understood(arguments)
    assert f"{HOME}/config.toml" in arguments


def test_what_is_written_is_where_it_may_be_written() -> None:
    """Below the one volume, and the one folder that the unit leaves open."""
    service = compose()["services"]["handrail"]
    (volume,), (open_to_it,) = instructions("VOLUME"), values("ReadWritePaths")

    assert volume == open_to_it == str(HOME / "data")
    for path in data_paths():
        assert path.is_relative_to(volume)
    assert f"data:{volume}" in service["volumes"]
    assert f"./config.toml:{HOME}/config.toml:ro" in service["volumes"]
    assert instructions("WORKDIR")[-1] == str(HOME)
    assert values("WorkingDirectory") == [str(HOME)]
    assert service["read_only"] is True


def test_secrets_have_the_names_that_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A secret under another name would be passed over without a word."""
    whole = compose()
    named = {each for each in whole["secrets"] if each.startswith("handrail-")}
    loaded = {each.partition(":")[0] for each in values("LoadCredential")}

    assert named <= CREDENTIALS
    assert loaded <= CREDENTIALS
    assert {"handrail-key", "handrail-discord-token"} <= named & loaded
    service = whole["services"]["handrail"]
    assert service["environment"]["CREDENTIALS_DIRECTORY"] == "/run/secrets"
    assert set(service["secrets"]) <= set(whole["secrets"])
    (tmp_path / "handrail-discord-token").write_text("a token\n")
    (tmp_path / "config.toml").write_text("[discord]\nguilds = [1]\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    settings = load_settings(tmp_path / "config.toml")
    assert settings.discord is not None
    assert settings.discord.token is not None
    assert settings.discord.token.get_secret_value() == "a token"


def test_nobody_runs_it_with_rights_it_does_not_need() -> None:
    service = compose()["services"]["handrail"]

    assert instructions("USER")[-1].partition(":")[0] not in ("", "0", "root")
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert "ports" not in service  # health and metrics ask nobody for a password
    assert values("CapabilityBoundingSet") == [""]
    assert values("NoNewPrivileges") == ["yes"]
    assert values("ProtectSystem") == ["strict"]


def test_the_image_is_made_of_what_is_let_in() -> None:
    """Everything that is copied is there and passes .dockerignore; data and keys do not."""
    rules = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line]
    let_in = {rule[1:] for rule in rules if rule.startswith("!")}
    copied = {
        source
        for line in instructions("COPY")
        if "--from" not in line
        for source in line.split()[:-1]
    }

    assert "*" in rules
    assert copied == let_in
    for source in copied:
        assert (ROOT / source).exists()
    assert not any(fnmatch(name, rule) for name in ("data", "config.toml") for rule in let_in)


def test_images_are_named_without_a_host() -> None:
    """Whoever builds decides where base images come from."""
    images = [line.split()[0] for line in instructions("FROM")]
    images += [service["image"] for service in compose()["services"].values()]

    assert images
    for image in images:
        assert re.fullmatch(r"[a-z]+(:[\w.-]+)?", image)
