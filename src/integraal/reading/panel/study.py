"""Read and write `studie.yaml`, the file in the folder of a study: its cases, and who rates them.

Answers are read with the instrument as it is now, as strictly as those in a case file. That it was
another version when the cases were chosen is no fault; `study_remarks` says so.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from integraal.model.answers import Answers, answer_value
from integraal.model.finding import Faulty, Finding, Place, Severity
from integraal.model.instrument import Instrument
from integraal.model.study.cases import Study, StudyCase
from integraal.reading.cases.case_document import dumped
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.cases.casefile import read_answers
from integraal.reading.library import Library
from integraal.reading.resolve.checks import Checks
from integraal.reading.shapes.panel.study import StudyCaseShape, StudyShape
from integraal.reading.storage.atomic_write import write_atomically
from integraal.reading.trees import read_shape
from integraal.reading.yaml_tree import Node, below, find

STUDY_FILE = "studie.yaml"
"""Its name in the folder of a study."""
OTHER_VERSION = "study-other-version"


def read_study(folder: Path) -> Study:
    """Read the study in a folder.

    Raises:
        Faulty: with every fault in its file, or in that of its instrument.
    """
    return read_study_file(folder / STUDY_FILE)


def read_study_file(path: Path) -> Study:
    """Read a study from its file, whatever that is called.

    Raises:
        Faulty: as `read_study`.
    """
    shape, tree = read_shape(StudyShape, path)
    cases = tuple(_case(each) for each in shape.cases)
    study = Study(
        shape.instrument, shape.version, shape.seed, shape.language, cases, shape.raters, shape.file
    )
    instrument = study_instrument(study, path.parent)
    answered, faults = _answers(tree, len(cases), instrument)
    checks = Checks(tree)
    checks.unique([case.id for case in cases], ("cases",))
    study = study.answered(answered)
    if not checks.findings:  # else nobody knows which case is named
        _check_named(study, checks)
    if study.version == instrument.version:
        _check_told(study, instrument, checks)
    if faults := [*checks.findings, *faults]:
        raise Faulty(faults)
    return study


def study_instrument(study: Study, folder: Path, language: str = "") -> Instrument:
    """Open the instrument of a study, in a language; an empty one is that of its author.

    Raises:
        Faulty: if it is not there, is another one, or anything is wrong with it.
    """
    library = Library(folder)
    if not study.file:
        return library.instrument_file(
            library.file_of(study.instrument, folder / STUDY_FILE), language
        )
    opened = library.instrument_file(folder / study.file, language)
    if opened.id != study.instrument:
        place = Place(str(folder / STUDY_FILE))
        raise Faulty([Finding.at("other-instrument", place, instruments=study.instrument)])
    return opened


def study_remarks(study: Study, folder: Path, instrument: Instrument) -> Iterator[Finding]:
    """Say that the cases of a study were chosen with another version of its instrument."""
    if study.version != instrument.version:
        details = {"instrument": instrument.id, "given": study.version, "now": instrument.version}
        yield Finding.warning(OTHER_VERSION, Place(str(folder / STUDY_FILE)), **details)


def write_study(study: Study, folder: Path, instrument: Instrument) -> None:
    """Write the study in a folder that is there, whole or not at all.

    Args:
        study: What to write.
        folder: Of the study.
        instrument: Of the study; its order is that of the answers.

    Raises:
        Faulty: if it could not be written; what stood there still does.
    """
    write_atomically(folder / STUDY_FILE, dumped(_document(study, instrument)))


def _case(shape: StudyCaseShape) -> StudyCase:
    return StudyCase(
        id=shape.id,
        answers=Answers(),
        held_back=shape.held_back,
        repeats=shape.repeats or "",
        beside=shape.beside or "",
        wording=shape.wording,
        tells=shape.tells,
    )


def _answers(tree: Node, count: int, instrument: Instrument) -> tuple[list[Answers], list[Finding]]:
    """Read the answers of every case, and what is wrong with them."""
    others, read, faults = elsewhere(instrument), list[Answers](), list[Finding]()
    for index in range(count):
        node = below(find(tree, ("cases", index)), "answers")
        answers, findings = read_answers(node, instrument, others)
        read.append(answers)
        faults += [found for found in findings if found.severity is Severity.ERROR]
    return read, faults


def _check_named(study: Study, checks: Checks) -> None:
    """Note cases that are named and are not there, or are not what they are named for."""
    names = [case.id for case in study.cases]
    for index, case in enumerate(study.cases):
        for key, named in (("repeats", case.repeats), ("beside", case.beside)):
            others = [name for name in names if name != case.id]
            where = ("cases", index, key)
            if not named or not checks.known("case", named, others, where):
                continue
            differ = _differing(case.answers, study.case(named).answers)
            if len(differ) != (1 if key == "beside" else 0):
                details = {"case": case.id, "other": named, "questions": ", ".join(differ) or "-"}
                checks.found(f"{key}-otherwise", where, **details)


def _check_told(study: Study, instrument: Instrument, checks: Checks) -> None:
    """Note rules that are named and that the instrument does not have."""
    known = [rule.id for rule in instrument.rules]
    for index, case in enumerate(study.cases):
        for number, rule in enumerate(case.tells):
            checks.known("rule", rule, known, ("cases", index, "tells", number))


def _differing(one: Answers, other: Answers) -> Sequence[str]:
    """The questions that have another answer."""
    return [name for name in dict.fromkeys((*one, *other)) if one.get(name) != other.get(name)]


def _document(study: Study, instrument: Instrument) -> Any:
    from ruamel.yaml.comments import CommentedMap

    document = CommentedMap(
        {
            "schema": "integraal/panel/1",
            "instrument": study.instrument,
            "version": study.version,
            **({"file": study.file} if study.file else {}),
            "seed": study.seed,
            "language": study.language,
            **({"raters": _on_a_line(study.raters)} if study.raters else {}),
        }
    )
    document["cases"] = [_lines(case, instrument) for case in study.cases]
    return document


def _lines(case: StudyCase, instrument: Instrument) -> Any:
    """A case as it stands in the file; what says nothing is left out."""
    from ruamel.yaml.comments import CommentedMap

    lines = CommentedMap(id=case.id)
    said = {
        "held_back": case.held_back,
        "repeats": case.repeats,
        "beside": case.beside,
        "wording": case.wording if case.wording > 1 else 0,
        "tells": _on_a_line(case.tells),
    }
    lines.update({key: value for key, value in said.items() if value})
    lines["answers"] = CommentedMap(
        (question.id, _value(answer_value(case.answers[question.id], question.option_ids)))
        for question in instrument.every_question()
        if question.id in case.answers
    )
    return lines


def _value(value: str | float | list[str]) -> Any:
    return _on_a_line(value) if isinstance(value, list) else value


def _on_a_line(words: Sequence[str]) -> Any:
    from ruamel.yaml.comments import CommentedSeq

    line = CommentedSeq(words)
    line.fa.set_flow_style()
    return line
