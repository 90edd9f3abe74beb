"""The servers that the tests rely on do what the tests believe of them."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.async_api import async_playwright
from sqlalchemy import create_engine, inspect, text

from tests.support.chromium import launch_arguments
from tests.support.postgres import PostgresServer
from tests.support.synapse import Account, Homeserver


@pytest.fixture
def tables() -> bool:
    """The tables are made here."""
    return False


def log_in(homeserver: Homeserver, account: Account) -> str:
    """The access token of a new session."""
    body = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": account.user_id},
        "password": account.password,
    }
    address = f"{homeserver.url}/_matrix/client/v3/login"
    request = urllib.request.Request(address, json.dumps(body).encode())
    with urllib.request.urlopen(request, timeout=30) as response:
        return str(json.load(response)["access_token"])


def test_a_homeserver_keeps_its_accounts_over_a_crash(synapse: Homeserver) -> None:
    """Tests that stop the homeserver share it with tests that do not."""
    ana = synapse.register("ana")
    address = synapse.url

    synapse.kill()
    assert not synapse.is_running()
    synapse.restart()

    assert synapse.url == address
    assert log_in(synapse, ana)


@pytest.mark.slow
def test_a_homeserver_can_be_strict(tmp_path: Path) -> None:
    """A test of pacing needs the rate limits that all others are spared."""
    strict = {"per_second": 0.01, "burst_count": 1}
    limits = {"rc_login": {"address": strict, "account": strict, "failed_attempts": strict}}
    homeserver = Homeserver(tmp_path, rate_limits=limits)
    homeserver.start()
    try:
        ana = homeserver.register("ana")
        log_in(homeserver, ana)
        with pytest.raises(urllib.error.HTTPError, match="429"):
            log_in(homeserver, ana)
    finally:
        homeserver.stop()


def test_every_test_gets_an_empty_database(database_url: str) -> None:
    """What one test leaves behind must not be found by the next."""
    engine = create_engine(database_url)
    with engine.begin() as connection:
        assert inspect(connection).get_table_names() == []
        connection.execute(text("CREATE TABLE left_behind (id INTEGER)"))
    engine.dispose()


def test_a_database_can_be_copied_from_a_template(postgres: PostgresServer) -> None:
    """Migrating once and copying is quicker than migrating for each test."""
    template = postgres.create_database()
    engine = create_engine(postgres.url(template))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE migrated (id INTEGER)"))
    engine.dispose()

    name = postgres.create_database(template)

    engine = create_engine(postgres.url(name))
    assert inspect(engine).get_table_names() == ["migrated"]
    engine.dispose()
    postgres.drop_database(name)
    postgres.drop_database(template)


def test_postgresql_comes_back_after_a_crash() -> None:
    """A test may take the database away and give it back."""
    server = PostgresServer()
    try:
        server.start()
        name = server.create_database()
        server.stop(crash=True)
        server.start()
        server.drop_database(name)
    finally:
        server.remove()


@pytest.mark.browser
async def test_chromium_draws_a_page(chromium_path: Path) -> None:
    """The tests of the playground look at it as a person would."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium_path, args=launch_arguments()
        )
        page = await browser.new_page()
        await page.set_content("<h1>Here</h1>")
        assert await page.locator("h1").inner_text() == "Here"
        await browser.close()
