"""Run by Alembic with the connection that `storage.migrate` opened, inside its transaction."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import TypeDecorator

from storage.tables import metadata


def render_item(kind: str, item: Any, _autogenerate: Any) -> str | Literal[False]:
    """Names what the database stores: a migration must not change with the application's types."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
