"""How long the real process takes from its start to `/readyz`, with members stored."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from benchmarks.databases import filled, in_a_process_of_its_own

RUNS = 5
PATIENCE = 60.0


def run(members: int) -> dict[str, Any]:
    """The median of several starts, playground only, on SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'handrail.db'}"
        in_a_process_of_its_own(_fill, url, members)
        taken = sorted(_start(url) for _ in range(RUNS))
    return {
        "members": members,
        "runs": RUNS,
        "ready_seconds": round(statistics.median(taken), 2),
        "slowest_seconds": round(taken[-1], 2),
    }


def _fill(url: str, members: int) -> dict[str, Any]:
    filled(url, members, platform="playground").close_sync()
    return {}


def _start(url: str) -> float:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "HANDRAIL_STORAGE__URL": url,
        "HANDRAIL_KEY": "A" * 43 + "=",
        "HANDRAIL_WEB__PORT": str(port),
    }
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while time.perf_counter() - began < PATIENCE:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1):
                    return time.perf_counter() - began
            except (urllib.error.URLError, OSError):
                time.sleep(0.01)
        raise TimeoutError("the bot did not become ready")
    finally:
        process.terminate()
        process.wait(20)
