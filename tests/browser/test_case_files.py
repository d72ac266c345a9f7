"""A case file is written in the browser as the terminal writes it, and opened only in that form."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.lower import lower
from integraal.engine.program_data import program_data
from integraal.model.answers import Answers, answer_value
from integraal.model.case import Case, Moment
from integraal.model.instrument import Instrument, Kind
from integraal.privacy.identifiers import identifiers
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.cases.case_writer import CaseWriter
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library, data_folder
from tests.browser.node import asked, tell, there_is_node
from tests.browser.test_engine import as_a_file_says
from tests.conftest import INSTRUMENTS
from tests.counts import times
from tests.property.strategies import some_answers

pytestmark = pytest.mark.xdist_group("browser_engine")

__all__ = ["there_is_node"]

SCRIPT = "case_files.mjs"
DAY = date(2026, 11, 21)


@cache
def _shipped() -> dict[str, Instrument]:
    return {name: Library().instrument(name) for name in INSTRUMENTS}


def _bring(first: str) -> None:
    """Give the page its programs, that of the instrument in view first."""
    every = sorted(_shipped().values(), key=lambda one: one.id != first)
    tell(SCRIPT, {"programs": [program_data(lower(one)) for one in every]})


def _file(case: Case) -> dict[str, Any]:
    """A case as the page holds it."""
    [moment] = case.moments
    given = {name: answer_value(answer) for name, answer in moment.answers.items()}
    return {
        "id": case.id,
        "country": case.country,
        "keepUntil": case.keep_until.isoformat() if case.keep_until else None,
        "moments": [
            {
                "day": moment.day.isoformat() if moment.day else None,
                "answers": given,
                "versions": dict(moment.versions),
                "rest": {},
            }
        ],
    }


def _in_order(instrument: Instrument, answers: Answers) -> Answers:
    """Answers to what the page asks, each list in the order of its options."""
    kept = {q.id: answers[q.id] for q in instrument.questions() if q.id in answers}
    asks = {q.id for q in instrument.questions() if q.kind is not Kind.TEXT and not q.from_case}
    return Answers({name: answer for name, answer in kept.items() if name in asks})


@pytest.mark.parametrize("name", INSTRUMENTS)
@settings(max_examples=times(15), deadline=None)
@given(data=st.data())
def test_the_bytes_are_those_of_the_terminal(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    instrument = _shipped()[name]
    drawn = as_a_file_says(instrument, data.draw(some_answers(instrument)))
    answers = _in_order(instrument, drawn)
    version = ((name, instrument.version),)
    case = Case("C-12", "", (Moment(DAY, answers, version),), keep_until=date(2027, 11, 21))
    path = tmp_path_factory.mktemp("casus") / "C-12.yaml"
    CaseWriter(path, case, instrument).save(answers)
    _bring(name)
    there = _file(case)
    for question, value in there["moments"][0]["answers"].items():
        if isinstance(value, list):
            options = [*instrument.question(question).option_ids, "weet_niet"]
            value.sort(key=options.index)
    assert asked(SCRIPT, {"file": there}) == path.read_text("utf-8")


@pytest.mark.parametrize(
    "path", sorted((data_folder() / "voorbeelden").rglob("*.yaml")), ids=lambda path: path.stem
)
def test_what_the_terminal_wrote_is_opened_and_written_as_it_was(
    path: Path, tmp_path: Path
) -> None:
    instrument = _shipped()["voor-wie-doen-we-wat"]
    case = read_case(path, instrument, elsewhere(instrument)).case
    text = "".join(
        line
        for line in path.read_text("utf-8").splitlines(True)
        if not line.lstrip().startswith("#")
    )
    _bring("voor-wie-doen-we-wat")
    told = asked(SCRIPT, {"text": text})
    if "wrong" in told:  # comments behind a line, and texts over several, are not of this form
        assert told["wrong"] in {"comment", "shape"}
        assert re.search(r"\S +#|: [>|]", text)
        return
    assert told["file"]["id"] == case.id
    assert [one["day"] for one in told["file"]["moments"]] == [
        moment.day.isoformat() if moment.day else None for moment in case.every_moment
    ]
    (tmp_path / path.name).write_text(told["again"], "utf-8")
    again = read_case(tmp_path / path.name, instrument, elsewhere(instrument)).case
    assert again == case


WHOLE = "schema: integraal/casus/1\ncasus: C-1\nmoment: 2026-11-21\nanswers:\n  draaglast: zwaar\n"


@pytest.mark.parametrize(
    ("old", "new", "wrong", "line"),
    [
        ("casus: C-1", "casus: C-1  # van gisteren", "comment", 2),
        ("casus: C-1", "# van gisteren\ncasus: C-1", "comment", 2),
        ("moment:", "casus: C-2\nmoment:", "twice", 3),
        ("  draaglast", "\tdraaglast", "tab", 5),
        ("zwaar", "'zwaar", "quote", 5),
        ("zwaar", "&a zwaar", "shape", 5),
        ("zwaar", "!!str zwaar", "shape", 5),
        ("zwaar", "|", "shape", 5),
        ("zwaar", "{a: b}", "shape", 5),
        ("answers:", "  answers:", "shape", 4),
        ("integraal/casus/1", "integraal/instrument/1", "not-ours", 1),
        ("casus: C-1", "casus: Jan Jansen", "name", 2),
        ("casus: C-1", "casus: C-1\nland: fr", "value", 3),
        ("2026-11-21", "gisteren", "value", 3),
        ("answers:", "antwoorden:", "key", 5),
        # There is no place for them yet, and nobody may lose sight of them.
        ("answers:", "decisions:\n  - level: connectie\nanswers:", "key", 5),
        ("answers:", "closed:\n  - n: 1\nanswers:", "key", 5),
        ("draaglast", "draaglst", "question", 5),
        ("zwaar", "zwaarder", "answer", 5),
        ("zwaar", "[zwaar, licht]", "answer", 5),
    ],
)
def test_what_it_does_not_understand_it_refuses_with_its_line(
    old: str, new: str, wrong: str, line: int
) -> None:
    _bring("voor-wie-doen-we-wat")
    assert "file" in asked(SCRIPT, {"text": WHOLE})
    assert asked(SCRIPT, {"text": WHOLE.replace(old, new, 1)}) == {"wrong": wrong, "line": line}


def test_a_day_on_which_people_only_agreed_wipes_no_answers_here_either() -> None:
    _bring("voor-wie-doen-we-wat")
    agreed = "    agreements:\n      - what: Plan maken\n        who: wijkteam\n"
    text = (
        "schema: integraal/casus/1\ncasus: C-1\nmoments:\n"
        "  - moment: 2026-05-01\n    answers:\n      draaglast: zwaar\n"
        f"  - moment: 2026-09-01\n{agreed}"
    )
    for today, days in (("2026-11-30", ["2026-05-01", "2026-11-30"]), ("2026-09-01", None)):
        case = asked(SCRIPT, {"text": text, "today": today})
        seen = [moment["day"] for moment in case["moments"]]
        # What is answered today is answered at its moment, whatever was noted there.
        assert seen == (days or ["2026-05-01", "2026-09-01"])


@pytest.mark.parametrize("name", ["C-12", "casus.7", "2026-014", "A_b-3"])
def test_a_code_is_a_name(name: str) -> None:
    assert asked(SCRIPT, {"name": name}) == ""


@pytest.mark.parametrize(
    "name",
    [
        *("111222333", "1112.22.333", "jan@voorbeeld.nl", "03-05-2010", "20100503"),
        *("3-mei-2010", "0612345678", "85073003328", "NL91ABNA0417164300"),
    ],
)
def test_nothing_is_a_name_that_the_terminal_refuses(name: str) -> None:
    assert identifiers(name)
    assert asked(SCRIPT, {"name": name}) == "identifies"


@settings(max_examples=times(300), deadline=None)
@given(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True))
def test_nor_is_any_other(name: str) -> None:
    if identifiers(name):
        assert asked(SCRIPT, {"name": name}) == "identifies"
