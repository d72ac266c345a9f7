"""Chromium, the real one, with axe in it: what somebody meets who opens a page."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "browser"
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Find a Chromium, with all that is needed besides; None when something is missing."""
    parts = [FOLDER / "node_modules" / name for name in ("axe-core", "puppeteer-core")]
    if shutil.which("node") is None or not all(part.is_dir() for part in parts):
        return None
    return next(filter(None, map(shutil.which, NAMES)), None)


def opened(program: str, width: int, files: Iterable[Path]) -> list[dict[str, Any]]:
    """Open pages; say of each what axe finds, what it fetched, what it was refused, what it says.

    Args:
        program: The Chromium.
        width: Of its window, in pixels.
        files: The pages.
    """
    return _told("check.mjs", program, str(width), *map(str, files))


def printed(program: str, folder: Path, files: Iterable[Path]) -> list[dict[str, Any]]:
    """Print pages; say of each where its PDF is, and how small its boxes, its room and type are."""
    return _told("print.mjs", program, str(folder), *map(str, files))


def _told(script: str, *arguments: str) -> list[dict[str, Any]]:
    ran = subprocess.run(
        ["node", str(FOLDER / script), *arguments],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=dict(os.environ),
        timeout=300,
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]
