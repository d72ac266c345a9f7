"""In JavaScript too, names lead somewhere, and values are of their type."""

import os
import subprocess

import pytest

from tests.browser.node import REQUIRED
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "browser"
COMPILER = FOLDER / "node_modules" / "typescript" / "bin" / "tsc"


def test_the_types_of_engine_and_page_hold() -> None:
    if not COMPILER.is_file():
        if os.environ.get(REQUIRED):
            pytest.fail("there is no TypeScript here")
        pytest.skip("there is no TypeScript here; .ci/run installs it")
    command = ["node", str(COMPILER), "-p", str(FOLDER / "tsconfig.json")]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.stdout == ""
    assert found.returncode == 0
