"""What operators decide, and what they are told when it cannot be."""

from __future__ import annotations

import base64
import re
import tomllib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import PydanticUndefined

from bot.settings import Room, Settings, SettingsError, load_settings
from bot.settings.problems import keys_of, section_of

REPOSITORY = Path(__file__).resolve().parents[2]
SECRETS = {"HANDRAIL_DISCORD_TOKEN": "a-token", "HANDRAIL_MATRIX_PASSWORD": "a-password"}
MATRIX = '[matrix]\nhomeserver = "https://example.org"\nuser_id = "@bot:example.org"\n'

Load = Callable[..., Settings]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Loads a configuration; what else stands in the environment does not matter."""

    def load(written: str | None = None, **environment: str) -> Settings:
        if written is not None:
            (tmp_path / "config.toml").write_text(written, "utf-8")
        return load_settings(environment=environment, folder=tmp_path)

    return load


def refusal(load: Load, written: str | None = None, **environment: str) -> str:
    with pytest.raises(SettingsError) as caught:
        load(written, **environment)
    return str(caught.value)


# --- where values come from


def test_without_a_configuration_there_is_sqlite_and_a_playground(
    load: Load, tmp_path: Path
) -> None:
    """Two commands on a fresh machine must do."""
    settings = load()

    assert settings.storage.url == f"sqlite:///{tmp_path}/data/handrail.db"
    assert settings.playground_on
    assert settings.platforms == ()
    assert (settings.web.host, settings.web.port) == ("127.0.0.1", 8080)


def test_paths_count_from_the_configurations_folder(tmp_path: Path) -> None:
    """A service is started from anywhere."""
    (tmp_path / "etc").mkdir()
    file = tmp_path / "etc" / "config.toml"
    file.write_text('[storage]\nurl = "sqlite:///h.db"\n' + MATRIX)

    settings = load_settings(file, environment=SECRETS, folder=tmp_path)

    assert settings.storage.url == f"sqlite:///{tmp_path}/etc/h.db"
    assert settings.storage.key_file == tmp_path / "etc/data/handrail.key"
    assert settings.matrix is not None
    assert settings.matrix.store_dir == tmp_path / "etc/data/matrix"


def test_an_absolute_path_stays(load: Load) -> None:
    settings = load('[storage]\nurl = "sqlite:////srv/h.db"\nkey_file = "/etc/handrail.key"')

    assert settings.storage.url == "sqlite:////srv/h.db"
    assert settings.storage.key_file == Path("/etc/handrail.key")


def test_the_environment_counts_more_than_the_file(load: Load) -> None:
    settings = load(
        '[web]\nport = 1\nhost = "::1"\n[logs]\nformat = "json"',
        HANDRAIL_WEB__PORT="8081",
        HANDRAIL_LOGS__FORMAT="",
    )

    assert settings.web.port == 8081
    assert settings.web.host == "::1"
    assert settings.logs.format == "json", "an empty variable is not set"


@pytest.mark.parametrize(
    ("variable", "value", "key", "read"),
    [
        ("HANDRAIL_COMMUNITIES", "open", "communities", "open"),
        ("HANDRAIL_DISCORD__GUILDS", "[1, 2]", "discord.guilds", (1, 2)),
        ("HANDRAIL_DISCORD__GUILDS", "12", "discord.guilds", (12,)),
        ("HANDRAIL_DISCORD__SHARD_COUNT", "4", "discord.own_shards", (0, 1, 2, 3)),
        ("HANDRAIL_DISCORD__DMS_PER_MINUTE", "2.5", "discord.dms_per_minute", 2.5),
        ("HANDRAIL_PLAYGROUND__ALONGSIDE", "true", "playground.alongside", True),
        ("HANDRAIL_PLAYGROUND__HOSTS", '["a.example"]', "playground.hosts", ("a.example",)),
        ("HANDRAIL_MATRIX__COMMAND_PREFIX", "[", "matrix.command_prefix", "["),
    ],
)
def test_any_key_can_be_a_variable(
    load: Load, variable: str, value: str, key: str, read: object
) -> None:
    """Words as they stand, lists and numbers as in TOML."""
    settings: Any = load(MATRIX, **SECRETS, **{variable: value})

    for part in key.split("."):
        settings = getattr(settings, part)

    assert settings == read


def test_communities_can_be_a_variable(load: Load) -> None:
    settings = load(HANDRAIL_COMMUNITY='[{name = "Harbour", spaces = ["discord:1"]}]')

    assert settings.community[0].spaces == (Room("discord", "1"),)


def test_a_room_is_one_or_several(load: Load) -> None:
    settings = load(
        '[[community]]\nname = "Harbour"\nspaces = ["discord:1", "matrix:!a:example.org"]\n'
        'staff_room = "matrix:!staff:example.org"'
    )

    community = settings.community[0]
    assert [str(space) for space in community.spaces] == ["discord:1", "matrix:!a:example.org"]
    assert community.staff_room == (Room("matrix", "!staff:example.org"),)


# --- secrets


@pytest.mark.parametrize("source", ["environment", "file", "credential"])
def test_a_secret_comes_from(load: Load, tmp_path: Path, source: str) -> None:
    written, environment = "[discord]\n", {}
    match source:
        case "environment":
            environment = {"HANDRAIL_DISCORD_TOKEN": "s3cret"}
        case "file":
            (tmp_path / "token").write_text("s3cret\n")
            (tmp_path / "token").chmod(0o600)
            written += 'token_file = "token"'
        case "credential":
            (tmp_path / "handrail-discord-token").write_text("s3cret\n")
            environment = {"CREDENTIALS_DIRECTORY": str(tmp_path)}

    settings = load(written, **environment)

    assert settings.discord is not None
    assert settings.discord.token is not None
    assert settings.discord.token.get_secret_value() == "s3cret"
    assert "s3cret" not in repr(settings)


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ('[discord]\ntoken = "s3cret"', "HANDRAIL_DISCORD_TOKEN"),
        (MATRIX + 'password = "s3cret"', "HANDRAIL_MATRIX_PASSWORD"),
        (MATRIX + 'access_token = "s3cret"', "HANDRAIL_MATRIX_ACCESS_TOKEN"),
        ('[storage]\nkey = "s3cret"', "HANDRAIL_KEY"),
        ('[storage]\nurl = "postgresql://me:s3cret@db/h"', "HANDRAIL_STORAGE__URL"),
        ('[storage]\nurl = "postgresql://me@db/h?password=s3cret"', "passfile"),
        ('[discord]\ntoken_file = "s3cret"', "discord.token_file"),
        ('[discord]\ntokn = "s3cret"', "discord.token"),
        ('[logs]\ntoken = "s3cret"', "discord.token"),
    ],
)
def test_a_secret_in_the_file_is_refused_and_not_repeated(
    load: Load, written: str, mend: str
) -> None:
    """Configurations are shown around and kept in repositories; so are error messages."""
    said = refusal(load, written)

    assert mend in said
    assert "s3cret" not in said


def test_a_key_in_place_of_its_file_is_not_repeated(load: Load) -> None:
    key = base64.b64encode(bytes(range(32))).decode()

    said = refusal(load, f'[storage]\nkey_file = "{key}"')

    assert "HANDRAIL_KEY" in said
    assert key not in said


def test_a_secret_may_stand_in_a_variables_url(load: Load) -> None:
    settings = load(HANDRAIL_STORAGE__URL="postgresql://me:s3cret@db/h")

    assert settings.storage.url == "postgresql://me:s3cret@db/h"
    assert "s3cret" not in repr(settings)


@pytest.mark.parametrize(
    ("content", "mode", "reason"),
    [
        (None, 0o600, "No such file"),
        ("a\nb", 0o600, "more than one line"),
        (" \n", 0o600, "nothing in it"),
        ("s3cret", 0o644, "chmod o-rwx"),
    ],
)
def test_a_secrets_file_that_cannot_be_used_stops_the_start(
    load: Load, tmp_path: Path, content: str | None, mode: int, reason: str
) -> None:
    if content is not None:
        (tmp_path / "token").write_text(content)
        (tmp_path / "token").chmod(mode)

    said = refusal(load, '[discord]\ntoken_file = "token"')

    assert "discord.token_file" in said
    assert reason in said


@pytest.mark.parametrize(
    ("written", "variable"),
    [("[discord]", "HANDRAIL_DISCORD_TOKEN"), (MATRIX, "HANDRAIL_MATRIX_PASSWORD")],
)
def test_a_platform_without_its_secret_says_where_to_put_it(
    load: Load, written: str, variable: str
) -> None:
    assert variable in refusal(load, written)


# --- mistakes


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('comunities = "open"', "comunities: there is no such key; did you mean communities?"),
        ("[web]\nprot = 1", "web.prot: there is no such key; did you mean web.port?"),
        ("[wbe]\nport = 1", "wbe: there is no such key; did you mean web?"),
        ("[web]\nguilds = [1]", "it belongs to discord.guilds"),
        ('communities = "closed"', "communities = \"closed\": expected 'listed' or 'open'"),
        ("[web]\nport = 99999", "web.port = 99999: expected 65535 or less"),
        ('[web]\nport = "http"', 'web.port = "http": expected a whole number'),
        ("web = 8080", "web = 8080: expected a section of keys"),
        ('[playground]\nenabled = "perhaps"', "expected true or false"),
        ("[logs]\nformat = 3", "logs.format = 3: expected 'console' or 'json'"),
        ('[storage]\nurl = "mysql://x/y"', "storage.url: expected sqlite:///"),
        ('[storage]\nurl = "sqlite://"', "storage.url: expected sqlite:///"),
        ("[matrix]\nuser_id = '@a:b.c'", "matrix.homeserver: expected a value"),
        ("[matrix]\nhomeserver = 'b.c'", 'matrix.homeserver = "b.c": expected an address'),
        ("[matrix]\nuser_id = 'bot'", "expected an account's full id, such as @handrail:"),
        ("[matrix]\ncommand_prefix = 'hr '", "matrix.command_prefix"),
        ("[discord]\nguilds = ['a']", 'discord.guilds[1] = "a": expected a whole number'),
        ("[discord]\nshard_count = 0", "discord.shard_count = 0: expected 1 or more"),
        ("[[community]]\ncheckin_hour = '9 am'", "expected an hour from 00:00 to 23:59"),
        ("[[community]]\nquiet_hours = '22-7'", 'expected two hours, such as "22:00-07:00"'),
        ("[[community]]\nquiet_hours = '07:00-07:00'", "expected two hours"),
        ("[[community]]\ncheckin_delivery = 'post'", "expected 'dm', 'channel' or 'thread'"),
        ("[texts]\noverrides = 'nowhere'", "texts.overrides"),
        ("[[community]]\nspaces = []", "community[1].name: expected a value"),
        ("[[community]]\nspaces = []", "community[1].spaces = []: expected at least one entry"),
        ("[[community]]\nspaces = ['#a:b']", "not its #address"),
        ("[[community]]\nspaces = ['matrix:#a:b']", "not its #address"),
        ("[[community]]\ntime_zone = 'America/NewYork'", "such as America/New_York"),
        ("[[community]]\nlanguage = 'fr'", "expected one of de, en, es"),
        ("[[community]]\ncountry = 'UK'", "expected a country's code of two letters"),
        ("[web\nport = 1", "config.toml is not TOML"),
    ],
)
def test_a_mistake_names_the_key_and_what_was_expected(load: Load, written: str, said: str) -> None:
    assert said in refusal(load, written)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[discord]\nshard_ids = [0]", "discord.shard_count, which is not set"),
        ("[discord]\nshard_ids = [1, 2]\nshard_count = 2", "discord.shard_count, which is 2"),
        (
            "[[community]]\nname = 'A'\nspaces = ['discord:1']\ncheckin_delivery = 'thread'",
            "needs community.checkin_room",
        ),
    ],
)
def test_what_does_not_fit_together_is_told(load: Load, written: str, said: str) -> None:
    assert said in refusal(load, written, HANDRAIL_DISCORD_TOKEN="a-token")


def test_all_mistakes_are_told_at_once(load: Load) -> None:
    """Who mends a file wants one list, not one round for each line."""
    with pytest.raises(SettingsError) as caught:
        load("[web]\nport = -1\nhots = 'a'\n", HANDRAIL_LOGS__LEVEL="loud")

    assert len(caught.value.lines) == 3
    assert any(line.startswith("HANDRAIL_LOGS__LEVEL = ") for line in caught.value.lines)


@pytest.mark.parametrize(
    ("variable", "meant"),
    [
        ("HANDRAIL_DISCORD_TOKN", "HANDRAIL_DISCORD_TOKEN"),
        ("HANDRAIL_MATRIX_HOMESERVER", "HANDRAIL_MATRIX__HOMESERVER"),
        ("HANDRAIL_WEB__PRT", "HANDRAIL_WEB__PORT"),
        ("HANDRAIL_WEB__GUILDS_AND_MORE", "host, port"),
    ],
)
def test_a_misspelt_variable_is_told(load: Load, variable: str, meant: str) -> None:
    """It would be passed over in silence otherwise, and a token with it."""
    said = refusal(load, **{variable: "s3cret"})

    assert said.startswith(variable)
    assert meant in said
    assert "s3cret" not in said


def test_variables_of_others_are_let_be(load: Load) -> None:
    """Orchestrators name variables after services."""
    load(HANDRAIL_SERVICE_HOST="10.0.0.1", HANDRAIL_FAILPOINT="x")


def test_a_configuration_that_was_named_must_be_there(load: Load, tmp_path: Path) -> None:
    assert "--config" in refusal(load, HANDRAIL_CONFIG="elsewhere.toml")

    (tmp_path / "latin.toml").write_bytes(b'communities = "\xe9"')
    assert "UTF-8" in refusal(load, HANDRAIL_CONFIG="latin.toml")


# --- what no single key shows


def test_a_playground_beside_real_members_must_be_wanted(load: Load) -> None:
    """Anybody at the page can act as a moderator."""
    enabled = MATRIX + "[playground]\nenabled = true\n"

    assert not load(MATRIX, **SECRETS).playground_on
    assert "alongside" in refusal(load, enabled, **SECRETS)
    assert load(enabled + "alongside = true", **SECRETS).playground_on


def test_a_playground_that_others_reach_must_be_wanted(load: Load) -> None:
    everywhere = {"HANDRAIL_WEB__HOST": "0.0.0.0"}

    assert "playground.hosts" in refusal(load, **everywhere)
    assert load('[playground]\nhosts = ["demo.example"]', **everywhere).playground_on
    assert load(MATRIX, **SECRETS, **everywhere).platforms == ("discord", "matrix")


def test_something_must_be_left_to_run(load: Load) -> None:
    assert "nothing left to run" in refusal(load, "[playground]\nenabled = false")


@pytest.mark.parametrize("offset", ["3600", "-86400"])
def test_the_clock_is_shifted_in_rehearsals_only(load: Load, offset: str) -> None:
    """A variable left behind would ask everybody at the wrong hour."""
    assert "rehearsal.allow" in refusal(load, HANDRAIL_CLOCK_OFFSET=offset)

    settings = load("[rehearsal]\nallow = true", HANDRAIL_CLOCK_OFFSET=offset)
    assert settings.clock_offset == timedelta(seconds=int(offset))


@pytest.mark.parametrize("offset", ["soon", "1.5", "99999999999"])
def test_a_clock_offset_is_whole_seconds(load: Load, offset: str) -> None:
    said = refusal(load, "[rehearsal]\nallow = true", HANDRAIL_CLOCK_OFFSET=offset)

    assert "HANDRAIL_CLOCK_OFFSET" in said


ONE = '[[community]]\nname = "A"\nspaces = ["discord:1"]\n'


@pytest.mark.parametrize("source", ["environment", "file", "credential"])
def test_the_addresses_of_pagers_come_from(load: Load, tmp_path: Path, source: str) -> None:
    """Each of them lets whoever knows it page the team."""
    written, environment = ONE, {}
    addresses = "ntfys://a.example/x\njsons://b.example\n"
    match source:
        case "environment":
            environment["HANDRAIL_COMMUNITY_PAGES"] = addresses
        case "file":
            written += 'pages_file = "pages"'
            (tmp_path / "pages").touch(mode=0o600)
            (tmp_path / "pages").write_text("# the night team\n" + addresses)
        case "credential":
            environment["CREDENTIALS_DIRECTORY"] = str(tmp_path)
            (tmp_path / "handrail-community-pages").write_text(addresses)

    pages = load(written, **environment).community[0].pages

    assert [each.get_secret_value() for each in pages] == addresses.split()
    assert "example" not in repr(pages)


@pytest.mark.parametrize(
    ("written", "environment"),
    [
        pytest.param(ONE + 'pages = ["ntfys://s3cret.example/x"]', {}, id="in the configuration"),
        pytest.param(
            ONE + ONE.replace(":1", ":2"),
            {"HANDRAIL_COMMUNITY_PAGES": "ntfys://s3cret.example/x"},
            id="for several communities at once",
        ),
        pytest.param(ONE + 'pages_file = "open"', {}, id="in a file open to everybody"),
        pytest.param(ONE + 'pages_file = "gone"', {}, id="in a file that is not there"),
    ],
)
def test_addresses_of_pagers_in_the_wrong_place_stop_the_start(
    load: Load, tmp_path: Path, written: str, environment: dict[str, str]
) -> None:
    """And are not repeated in what the operator reads."""
    (tmp_path / "open").write_text("ntfys://s3cret.example/x")
    (tmp_path / "open").chmod(0o644)

    said = refusal(load, written, **environment)

    assert "pages" in said.casefold()
    assert "s3cret" not in said


def test_whom_to_call_first_is_a_list_of_accounts(load: Load) -> None:
    settings = load(ONE + 'escalation = ["discord:7", "matrix:@sam:example.org"]')

    assert [str(each) for each in settings.community[0].escalation] == [
        "discord:7",
        "matrix:@sam:example.org",
    ]
    assert "escalation" in refusal(load, ONE + 'escalation = "sam"')


def test_a_space_belongs_to_one_community(load: Load) -> None:
    one = '[[community]]\nname = "A"\nspaces = ["discord:1"]\n'

    assert "discord:1" in refusal(load, one + one)


# --- config.example.toml


@pytest.fixture(scope="module")
def example() -> str:
    return (REPOSITORY / "config.example.toml").read_text("utf-8")


@pytest.fixture(scope="module")
def filled_in(example: str) -> dict[str, Any]:
    """The example with every key in use."""
    return tomllib.loads(re.sub(r"^#(?=\S)", "", example, flags=re.MULTILINE))


def test_the_example_as_it_stands_changes_nothing(load: Load, example: str) -> None:
    assert load(example) == load("")


def test_the_example_shows_every_key_but_secrets(filled_in: dict[str, Any]) -> None:
    """A key that is not there is not known to operators; one too many is refused."""
    shown: set[tuple[str | int, ...]] = set()
    for name, value in filled_in.items():
        inner = value[0] if isinstance(value, list) else value
        shown |= {(name, key) for key in inner} if isinstance(inner, dict) else {(name,)}
    secrets = {("storage", "key"), ("discord", "token")}
    secrets |= {("matrix", "password"), ("matrix", "access_token"), ("community", "pages")}
    secrets |= {("heartbeat", "url")}
    sections = {(name,) for name, f in Settings.model_fields.items() if section_of(f.annotation)}

    assert shown == set(keys_of(Settings)) - secrets - sections


def test_every_key_of_the_example_is_explained(example: str) -> None:
    """The lines right above a key say what it means."""
    lines = example.splitlines()
    keys = [number for number, line in enumerate(lines) if re.match(r"#[a-z_]+ = ", line)]

    unexplained = [lines[n] for n in keys if not re.match("# |#[a-z_]+ = ", lines[n - 1])]

    assert len(keys) > 30
    assert not unexplained


def test_the_example_shows_the_defaults(filled_in: dict[str, Any]) -> None:
    for name, field in Settings.model_fields.items():
        section = section_of(field.annotation)
        if section is None:
            assert filled_in[name] == field.default
            continue
        shown = filled_in[name][0] if isinstance(filled_in[name], list) else filled_in[name]
        for key, inner in section.model_fields.items():
            if inner.default not in (None, (), PydanticUndefined):
                default = str(inner.default) if isinstance(inner.default, Path) else inner.default
                default = list(default) if isinstance(default, tuple) else default
                assert shown[key] == default, f"{name}.{key}"


def test_the_example_works_filled_in(load: Load, example: str, tmp_path: Path) -> None:
    """Whoever removes every # gets a configuration that is understood."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "secrets").mkdir()
    for secret in ("matrix-password", "matrix-token", "discord-token", "pages"):
        (tmp_path / "secrets" / secret).touch(mode=0o600)
        (tmp_path / "secrets" / secret).write_text("s3cret")
    (tmp_path / "secrets" / "heartbeat-url").touch(mode=0o600)
    (tmp_path / "secrets" / "heartbeat-url").write_text("https://beat.example.org/token")
    written = re.sub(r"^#(?=\S)", "", example, flags=re.MULTILINE)

    settings = load(written, HANDRAIL_PLAYGROUND__ALONGSIDE="true")

    assert settings.platforms == ("discord", "matrix")
    assert settings.community[0].name == "Harbour House"
