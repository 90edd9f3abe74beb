"""The system's Chromium; no browser is ever downloaded."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome")

# A browser that looks up nothing by itself. Playwright adds headless mode and a profile of its own.
ARGUMENTS = [
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    # A page that fills a container's small /dev/shm would crash.
    "--disable-dev-shm-usage",
]


def find_chromium() -> Path | None:
    """The browser that $HANDRAIL_CHROMIUM names, else the first one on the path."""
    if named := os.environ.get("HANDRAIL_CHROMIUM"):
        return Path(named)
    found = (shutil.which(name) for name in _NAMES)
    return next((Path(path) for path in found if path), None)


def launch_arguments() -> list[str]:
    """For Playwright: `chromium.launch(executable_path=…, args=launch_arguments())`."""
    # Chromium refuses its sandbox to root, who is who runs the tests in a container.
    return [*ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else list(ARGUMENTS)
