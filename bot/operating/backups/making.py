"""A backup as the settings ask for it: where to, how long it is kept, and who was erased."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.settings import Settings
from storage.backup import make_backup
from storage.backup_files import Backup, backups_in, prune, telling_of_files
from storage.encryption import MasterKey

log = structlog.get_logger(__name__)


def back_up(
    settings: Settings,
    master: MasterKey,
    now: datetime,
    folder: Path | None = None,
    told: Callable[[float], None] = lambda done: None,
) -> Backup:
    """Make a backup; in the folder of the settings, those that are too old are removed. Blocks.

    Args:
        folder: another one, in which nothing is removed.

    Raises: StorageError.
    """
    where = folder or settings.backups.folder
    made = make_backup(settings.storage.url, master, where, now, told)
    log.info("backup_made", revision=made.manifest.schema, size=made.data.stat().st_size)
    if folder is None:
        with telling_of_files("old backups were not removed", where):
            keep = timedelta(days=settings.backups.keep_days)
            gone = prune(where, made.manifest.installation, keep, now)
        if gone:
            log.info("backups_removed", count=gone)
    return made


def latest(folder: Path, installation: str) -> datetime | None:
    """When the newest backup of an installation was made; None without one."""
    made = [
        each.manifest.made_at
        for each in backups_in(folder)
        if each.manifest.installation == installation
    ]
    return max(made, default=None)
