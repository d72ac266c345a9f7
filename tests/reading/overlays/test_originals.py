"""What is to be translated is found by its file or its id, and read as its author wrote it."""

import pytest

from integraal.reading.library import data_folder
from integraal.reading.overlays.originals import original
from tests.conftest import ROOT
from tests.reading.helpers import GOOD, faults


@pytest.mark.parametrize("name", ["meldcode", "intensiteit", "hulplijnen"])
def test_what_ships_is_found_by_its_id(name: str) -> None:
    whole, path = original(name)
    assert (whole.id, whole.written_in, path.parent) == (name, "nl", data_folder())


@pytest.mark.parametrize(
    ("file", "name"), [("rucher/questions.yaml", "rucher"), ("rucher/entraide.yaml", "entraide")]
)
def test_what_an_author_wrote_is_found_by_its_file(file: str, name: str) -> None:
    whole, path = original(str(GOOD / file))
    assert (whole.id, whole.written_in, path) == (name, "fr", GOOD / file)


def test_an_unknown_id_names_the_nearest() -> None:
    (finding,) = faults(lambda: original("intensitijt"))
    assert (finding.code, finding.suggestion) == ("no-such-instrument", "intensiteit")


def test_a_case_is_nothing_to_translate() -> None:
    case = ROOT / "data" / "voorbeelden" / "C-2041.yaml"
    (finding,) = faults(lambda: original(str(case)))
    assert finding.code == "not-an-instrument"


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "er-niet.yaml"])
def test_what_no_file_can_be_called_is_said(name: str) -> None:
    assert len(faults(lambda: original(name))) == 1
