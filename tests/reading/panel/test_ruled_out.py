"""What is ruled out in cases of a study is read as strictly as rules are."""

from pathlib import Path

import pytest

from integraal.engine.interpreter import leaf_truth
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.condition import Defined, OneIn
from integraal.model.truth import Truth
from integraal.reading.library import Library, data_folder
from integraal.reading.panel.ruled_out import beside, check_ruled_out, read_ruled_out
from tests.reading.helpers import GOOD, codes, faults, good

FILE = """\
schema: integraal/samen/1
instrument: kruispunt-doorstroom
never:
  - id: vast-en-geen-plan
    when:
      hulp_past: vast
    because: Dat komt niet voor.
"""


def written(folder: Path, text: str = FILE) -> Path:
    path = folder / "samen.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_condition_is_read_as_in_a_rule(tmp_path: Path) -> None:
    instrument = Library().instrument("kruispunt-doorstroom")
    [found] = read_ruled_out(written(tmp_path), instrument)
    assert found.because == "Dat komt niet voor."
    assert found.when == OneIn("hulp_past", ("vast",))
    assert leaf_truth(found.when, Answers({"hulp_past": "vast"})) is Truth.TRUE


@pytest.mark.parametrize("path", sorted((data_folder() / "samen").iterdir()), ids=lambda p: p.stem)
def test_what_is_shipped_belongs_to_the_instrument_it_is_called_after(path: Path) -> None:
    library = Library()
    instrument = library.instrument(path.stem)
    assert beside(library.file_of(path.stem), instrument) == path
    assert read_ruled_out(path, instrument)
    check_ruled_out(path)


def test_a_condition_may_name_a_definition_of_the_instrument(tmp_path: Path) -> None:
    instrument = next(
        one
        for one in map(good, sorted(path.name for path in GOOD.glob("*.yaml")))
        if one.definitions
    )
    definition = instrument.definitions[0]
    text = FILE.replace("kruispunt-doorstroom", instrument.id)
    path = written(tmp_path, text.replace("\n      hulp_past: vast", f" {definition.id}"))
    [found] = read_ruled_out(path, instrument)
    assert found.when == Defined(definition.id, definition.when)
    assert definition.id in {one.id for one in lower(instrument).instrument.definitions}


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("hulp_past: vast", "hulp_past: vas", "unknown-option"),
        ("hulp_past: vast", "hulp_pas: vast", "unknown-question"),
        ("    when:\n      hulp_past: vast\n", "", "missing-key"),
        ("instrument: kruispunt-doorstroom", "instrument: meldcode", "other-instrument"),
        ("because:", "omdat:", "unknown-key"),
        ("schema: integraal/samen/1", "schema: integraal/samen/9", "unknown-word"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, right: str, wrong: str, code: str
) -> None:
    instrument = Library().instrument("kruispunt-doorstroom")
    path = written(tmp_path, FILE.replace(right, wrong))
    found = faults(lambda: read_ruled_out(path, instrument))
    assert code in [finding.code for finding in found]
    assert all(finding.place.line for finding in found)


def test_two_of_one_id_are_refused(tmp_path: Path) -> None:
    twice = FILE + FILE.partition("never:\n")[2]
    instrument = Library().instrument("kruispunt-doorstroom")
    assert codes(lambda: read_ruled_out(written(tmp_path, twice), instrument)) == ["duplicate-id"]


def test_checking_a_file_looks_for_its_instrument_beside_it(tmp_path: Path) -> None:
    assert codes(lambda: check_ruled_out(written(tmp_path))) == []
    strange = FILE.replace("kruispunt-doorstroom", "nergens")
    assert codes(lambda: check_ruled_out(written(tmp_path, strange))) == ["no-such-instrument"]
