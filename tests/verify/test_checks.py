"""Each check finds its fault, says where it is, and shows a case in which anyone can see it."""

from pathlib import Path

import pytest

from integraal.engine.lower import lower
from integraal.model.finding import Severity
from integraal.reading.examples import read_examples
from integraal.reading.library import Library, data_folder
from integraal.verify.inspection import inspect
from integraal.verify.mutation.differences import differences
from integraal.verify.proof.checks.all import CHECKS
from tests.verify.controlled_files import FOLDER, SAID, ControlledFile, controlled_files, witness
from tests.verify.shown_faults import SHOWS, Shown

FILES = tuple(controlled_files())
FAULTS = {"same-name"}
"""What is no question of taste: answers would mean something else."""
OF_CHECKS = tuple(file for file in FILES if file.code in {check.code for check in CHECKS})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_faulty_instrument_is_told_so_in_exactly_these_words(file: ControlledFile) -> None:
    assert file.text() == file.expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_faulty_instrument_has_its_one_fault_and_everything_else_is_proven(
    file: ControlledFile,
) -> None:
    findings = file.controlled().findings
    severity = Severity.ERROR if file.code in FAULTS else Severity.WARNING
    assert {(f.code, f.severity) for f in findings} == {(file.code, severity)}
    # Each check that a rule is too hard for says so itself.
    assert len(findings) == 1 or file.code == "not-proven"


@pytest.mark.parametrize("file", OF_CHECKS, ids=lambda file: file.name)
def test_running_the_witness_as_a_case_shows_the_fault(
    file: ControlledFile, tmp_path: Path
) -> None:
    (finding,) = file.controlled().findings
    instrument = Library(cache=None).instrument_file(file.path)
    pasted = tmp_path / "cases.yaml"
    head = f"schema: integraal/test/1\ninstrument: {instrument.id}\ncases:\n"
    pasted.write_text(head + witness(finding), encoding="utf-8")
    examples = read_examples(pasted, instrument, lambda _: None)
    program = lower(instrument, source_only=examples[0].source_only)
    shown = Shown(program, examples, dict(finding.details))
    for example, advice in zip(examples, shown.advices, strict=True):
        assert differences(example.expect, advice) == []
    assert SHOWS[finding.code](shown)


def test_every_check_has_a_faulty_instrument_and_a_way_to_see_its_fault() -> None:
    codes = {check.code for check in CHECKS}
    assert codes <= {file.code for file in FILES}
    assert codes == SHOWS.keys()


def test_every_expected_text_belongs_to_a_file() -> None:
    assert set(FOLDER.glob("*.txt")) == {file.expected for file in FILES}


def test_everything_is_proven_of_the_shipped_instruments() -> None:
    done = inspect([data_folder()], lambda _, __: ())
    assert done.findings == ()
    assert [proof.instrument for proof in done.proofs] == [
        found.id for found in Library().headers("instrument")
    ]
    assert all(proof.count > 0 for proof in done.proofs)


MENDED = {
    "rule-never-decides": {
        "because: De last is zwaar.": "because: Zwaar.\n    supports_only: true"
    },
    "table-overlap": {
        "because: De last is zwaar.": "because: Zwaar.\n    overrides: [weinig-draagkracht]"
    },
    "level-never-reached": {": coordinatie": ": connectie"},
    "above-highest": {"highest: connectie": "highest: coordinatie"},
    "question-unused": {"ask: Hoeveel": "for_reflection: true\n        ask: Hoeveel"},
    "table-gap": {"hoe_zwaar: matig": "hoe_zwaar: {at_most: matig}"},
    "not-over-inapplicable": {
        "not:\n        wat_helpt: genoeg": "all: [hulp: ja, not: {wat_helpt: genoeg}]"
    },
}
"""What an author may have meant, by fault."""


@pytest.mark.parametrize("name", MENDED)
def test_what_an_author_means_can_be_said_and_then_is_no_fault(name: str, tmp_path: Path) -> None:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in MENDED[name].items():
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "mended.yaml"
    path.write_text(f"{text}{SAID}", encoding="utf-8")
    assert inspect([path], lambda _, __: ()).findings == ()


def test_a_question_that_says_whether_others_may_read_is_used(tmp_path: Path) -> None:
    text = (FOLDER / "question-unused.yaml").read_text(encoding="utf-8")
    until = "withhold_until: {question: hoeveel_kan, option: ruim, never: beperkt}\n"
    path = tmp_path / "mended.yaml"
    path.write_text(f"{text}{SAID}{until}", encoding="utf-8")
    assert inspect([path], lambda _, __: ()).findings == ()
