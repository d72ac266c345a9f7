"""Processes of node that answer line by line."""

import atexit
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.required import BROWSER, need


@pytest.fixture(autouse=True, scope="module")
def there_is_node() -> None:
    """For the modules that take it over: their tests need node."""
    need(shutil.which("node"), "node", BROWSER)


def tell(script: str, line: dict[str, Any]) -> None:
    """Give a script beside this module a line that it gives no answer to."""
    taken = _process(script).stdin
    assert taken is not None
    taken.write(f"{json.dumps(line)}\n")
    taken.flush()


def asked(script: str, line: dict[str, Any]) -> Any:
    """Give it a line; what it answers."""
    tell(script, line)
    output = _process(script).stdout
    assert output is not None
    return json.loads(output.readline())


@cache
def _process(script: str) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        ["node", str(Path(__file__).with_name(script))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    atexit.register(process.kill)
    return process
