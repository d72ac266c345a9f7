"""In JavaScript too, names lead somewhere, and values are of their type."""

import subprocess

from tests.conftest import ROOT
from tests.required import BROWSER, need

FOLDER = ROOT / "tests" / "browser"
COMPILER = FOLDER / "node_modules" / "typescript" / "bin" / "tsc"


def test_the_types_of_engine_and_page_hold() -> None:
    need(COMPILER.is_file(), "TypeScript", BROWSER)
    command = ["node", str(COMPILER), "-p", str(FOLDER / "tsconfig.json")]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.stdout == ""
    assert found.returncode == 0
