"""End-to-end encryption: the only place that touches private parts of matrix-nio (0.26.0)."""

import sys

# nio keeps keys by means of peewee, which loads PostgreSQL's driver wherever it finds it: eight
# MiB that a bot on SQLite has no use for.
if "psycopg" not in sys.modules:
    sys.modules["psycopg"] = None  # type: ignore[assignment]  # as if it were not installed
    try:
        import peewee  # noqa: F401
    finally:
        del sys.modules["psycopg"]
