"""What leaves the process goes where it was asked to go, and nowhere else."""

from pathlib import Path

from tests.conftest import Run


def test_result_overwrites_nothing_unasked(integraal: Run, examples: Path, tmp_path: Path) -> None:
    target = tmp_path / "advies.md"
    target.write_text("van iemand anders", encoding="utf-8")
    case = examples / "marina.yaml"
    refused = integraal("advies", case, "--formaat", "markdown", "-o", target)
    assert (refused.returncode, target.read_text(encoding="utf-8")) == (1, "van iemand anders")
    assert "exists-already" in refused.stderr
    done = integraal("advies", case, "--formaat", "markdown", "-o", target, "--overschrijf")
    assert done.returncode == 0
    assert target.read_text(encoding="utf-8").startswith("# Voor wie doen we wat?")
