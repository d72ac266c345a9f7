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


def test_a_case_is_not_taken_for_an_instrument(integraal: Run, examples: Path) -> None:
    refused = integraal("reflecteer", examples / "marina.yaml")
    assert refused.returncode == 1
    assert "error[not-an-instrument]" in refused.stderr
    assert "--casus" in refused.stderr


def test_source_only_says_which_stored_answers_it_leaves_out(
    integraal: Run, examples: Path
) -> None:
    shown = integraal("advies", examples / "C-3007.yaml", "--alleen-bron").stdout
    assert "Veiligheid en basiszorg" in shown.split("Hoe intensief")[0]


def test_reasoning_is_not_given_to_the_family(integraal: Run, examples: Path) -> None:
    refused = integraal("advies", examples / "C-1107.yaml", "--waarom", "--voor", "gezin")
    assert (refused.returncode, refused.stdout) == (2, "")
