"""The form that lies ready in the docs is the one that the command makes."""

from pathlib import Path

from tests.conftest import ROOT
from tests.in_process import run_in_process


def test_the_ready_form_is_what_the_command_makes(tmp_path: Path) -> None:
    """`integraal export formulier -o docs/formulier.html --overschrijf` makes it anew."""
    made = tmp_path / "formulier.html"
    result = run_in_process(tmp_path, "export", "formulier", "-o", made)
    assert result.returncode == 0, result.stderr
    assert made.read_bytes() == (ROOT / "docs" / "formulier.html").read_bytes()
