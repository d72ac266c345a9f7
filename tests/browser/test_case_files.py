"""A case file is written in the browser as the terminal writes it, and opened only in that form."""

import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.browser.form import old_names
from integraal.engine.lower import lower
from integraal.engine.program_data import program_data
from integraal.model.answers import Answers, answer_value
from integraal.model.case import Agreement, Case, Moment
from integraal.model.case.agreements import open_agreements
from integraal.model.case.decisions import decided_now
from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument, Kind
from integraal.privacy.discreet import discreet
from integraal.privacy.identifiers import identifiers
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.cases.case_writer import CaseWriter
from integraal.reading.cases.casefile import Elsewhere, read_case
from integraal.reading.cases.note_writer import NoteWriter
from integraal.reading.library import data_folder
from integraal.report.phrases.finding import finding_sentence
from integraal.words.words import Words
from tests.browser.node import asked, tell, there_is_node
from tests.browser.test_engine import as_a_file_says, shipped
from tests.conftest import INSTRUMENTS
from tests.counts import times
from tests.in_process import run_in_process
from tests.property.strategies import some_answers
from tests.reading.bad_files import BAD_CASES, bad_files
from tests.reading.helpers import good, nowhere

pytestmark = pytest.mark.xdist_group("browser_engine")

__all__ = ["there_is_node"]

SCRIPT = "case_files.mjs"
DAY = date(2026, 11, 21)


def _bring(first: str) -> None:
    """Give the page its programs, that of the instrument in view first."""
    every = sorted(shipped().values(), key=lambda one: one.id != first)
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
                "texts": {},
                "notes": {"agreements": None, "decisions": None},
            }
        ],
        "closed": None,
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
    instrument = shipped()[name]
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
    instrument = shipped()["voor-wie-doen-we-wat"]
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


ONLY_HERE = {"comment", "shape"}
"""What is refused by the form alone: it reads a small part of YAML, and would lose the rest."""


def _speak(instrument: Instrument) -> None:
    """Give the page the program of this instrument, and the sentences of the commands."""
    keys = (key for key in sorted(Words("nl").keys()) if key.startswith(SENTENCES))
    said = {key: Words("nl")(key) for key in keys}
    program = program_data(lower(instrument))
    tell(
        SCRIPT,
        {"programs": [program], "sentences": said, "old_names": old_names([instrument])},
    )


SENTENCES = ("finding.", "remedy.", "formulier.wrong.")


def _said_here(text: str, instrument: Instrument, find: Elsewhere, folder: Path) -> dict[str, str]:
    """What the terminal says of a text, by code and line; nothing where it opens the file."""
    path = folder / "C-1.yaml"
    path.write_text(text, "utf-8")
    try:
        read_case(path, instrument, find)
    except Faulty as faulty:
        found = map(discreet, faulty.findings)
        return {f"{one.code}:{one.place.line}": finding_sentence(one, Words("nl")) for one in found}
    return {}


@pytest.mark.parametrize(
    ("old", "new", "wrong", "line"),
    [
        ("casus: C-1", "casus: C-1  # van gisteren", "comment", 2),
        ("casus: C-1", "# van gisteren\ncasus: C-1", "comment", 2),
        ("zwaar", "&a zwaar", "shape", 5),
        ("zwaar", "!!str zwaar", "shape", 5),
        ("zwaar", "|", "shape", 5),
        ("zwaar", "{a: b}", "shape", 5),
        ("answers:", "  answers:", "shape", 4),
        ("moment:", "casus: C-2\nmoment:", "duplicate-key", 3),
        ("  draaglast", "\tdraaglast", "tab", 5),
        ("zwaar", "'zwaar", "quote-open", 5),
        ("integraal/casus/1", "integraal/instrument/1", "unknown-word", 1),
        ("schema: integraal/casus/1\n", "", "missing-key", 1),
        ("casus: C-1", "casus: Jan Jansen", "bad-form", 2),
        ("casus: C-1", "casus:", "not-text", 2),
        ("casus: C-1", "casus: [C-1]", "not-text", 2),
        ("casus: C-1", "casus: C-1\nland: fr", "unknown-word", 3),
        ("casus: C-1", "casus: C-1\nland: [nl]", "unknown-word", 3),
        ("2026-11-21", "gisteren", "not-a-date", 3),
        ("2026-11-21", "[2026-11-21]", "not-a-date", 3),
        ("2026-11-21", "2026-02-30", "not-a-date", 3),
        ("casus: C-1", "casus: C-1\nkeep_until: morgen", "not-a-date", 3),
        ("answers:", "antwoorden:", "unknown-key", 4),
        ("answers:\n  draaglast: zwaar", "answers: ja", "not-a-mapping", 4),
        ("answers:", "instruments: dit\nanswers:", "not-a-mapping", 4),
        ("answers:", "instruments:\n  meldcode: [a]\nanswers:", "not-text", 5),
        ("answers:", "decisions: anders\nanswers:", "not-a-list", 4),
        ("answers:", "agreements:\n  - bellen\nanswers:", "not-a-mapping", 5),
        # What stands twice would be lost, and so would a moment without a day of its own.
        ("answers:", "moments:\n  - moment: 2026-11-20\nanswers:", "moment-twice", 3),
        ("draaglast", "draaglst", "no-such-question", 5),
        ("zwaar", "zwaarder", "no-such-option", 5),
        ("draaglast: zwaar", "brede_blik: misschien", "no-such-option", 5),
        ("draaglast: zwaar", "leefgebieden: [wonen, geen_van_deze]", "none-and-some", 5),
        ("draaglast: zwaar", "leefgebieden: [wonen, huis]", "no-such-option", 5),
        ("zwaar", "[zwaar, licht]", "one-answer", 5),
        ("draaglast: zwaar", "wat_nodig: [rust]", "one-answer", 5),
    ],
)
def test_what_it_does_not_understand_it_refuses_in_the_words_of_the_terminal(
    old: str, new: str, wrong: str, line: int, tmp_path: Path
) -> None:
    instrument = shipped()["voor-wie-doen-we-wat"]
    _speak(instrument)
    assert "file" in asked(SCRIPT, {"text": WHOLE})
    text = WHOLE.replace(old, new, 1)
    told = asked(SCRIPT, {"text": text})
    assert (told["wrong"], told["line"]) == (wrong, line)
    if wrong not in ONLY_HERE:
        here = _said_here(text, instrument, elsewhere(instrument), tmp_path)
        assert here[f"{wrong}:{line}"] in told["said"]


def test_a_country_at_a_moment_that_is_another_one_is_refused_here_too(tmp_path: Path) -> None:
    instrument = shipped()["meldcode"]
    _speak(instrument)
    text = "schema: integraal/casus/1\ncasus: C-1\nland: nl\nanswers:\n  land: be\n"
    told = asked(SCRIPT, {"text": text})
    here = _said_here(text, instrument, elsewhere(instrument), tmp_path)
    assert here["answered-twice:5"] in told["said"]
    assert "file" in asked(SCRIPT, {"text": text.replace("be", "nl")})


BAD = {bad.name: bad for bad in bad_files() if bad.path.parent == BAD_CASES}
FLOW = {
    "other-version",
    "level-or-outcome",
    "no-such-agreement",
    "no-such-choice",
    "one-answer.several",
}
"""Files with a map or a list inside another on one line, which the form does not read."""
NOT_TEXT = {"other-program", "colon-in-text"}
"""What is no case file at all, and what YAML takes for another key."""


OLD = {"moved.option", "retired.option", "retired.several", "retired"}
"""Answers of an older version that the terminal knows and keeps; the form refuses them."""


@pytest.mark.parametrize("name", sorted(BAD))
def test_of_each_bad_file_the_form_says_what_the_terminal_says(name: str, tmp_path: Path) -> None:
    instrument = good("routes.yaml")
    _speak(instrument)
    text = BAD[name].path.read_text("utf-8")
    here = _said_here(text, instrument, nowhere, tmp_path)
    told = asked(SCRIPT, {"text": text})
    if name in FLOW | NOT_TEXT:
        assert told["wrong"] == "shape"
    elif name in OLD:
        assert (here, told["wrong"][:8]) == ({}, "no-such-")
    elif "file" in told:
        assert [one["code"] for one in told["remarks"]] == [BAD[name].code]
    else:
        assert here[f"{told['wrong']}:{told['line']}"] in told["said"]


@pytest.mark.parametrize(
    "line",
    [
        *("md_direct_gevaar: ja", "  direct_gevaar: Ja  # zegt de school", "direct_gevar: ja"),
        *("DIRECT_GEVAAR: yes", "md_direct_gevaa: ja"),
    ],
)
def test_danger_is_heard_under_an_old_name_and_a_slip_of_it_too(line: str) -> None:
    _speak(shipped()["meldcode"])
    whole = asked(SCRIPT, {"heard": "answers:\n  direct_gevaar: ja\n"})
    assert whole != []
    assert asked(SCRIPT, {"heard": f"onzin\nanswers:\n  {line}\n"}) == whole
    assert asked(SCRIPT, {"heard": "\0".join(f"answers:\n  {line}\n")}) == whole
    assert asked(SCRIPT, {"heard": "answers:\n  direct_gevaar: nee\n"}) == []


def test_a_file_with_an_old_name_opens_by_the_new_one_as_in_the_terminal(tmp_path: Path) -> None:
    instrument = shipped()["meldcode"]
    _speak(instrument)
    text = WHOLE.replace("draaglast: zwaar", "md_direct_gevaar: ja")
    told = asked(SCRIPT, {"text": text})
    assert told["file"]["moments"][0]["answers"] == {"direct_gevaar": "ja"}
    (tmp_path / "C-1.yaml").write_text(text, "utf-8")
    read = read_case(tmp_path / "C-1.yaml", instrument, elsewhere(instrument))
    assert told["remarks"][0]["values"] == dict(read.notes[0].details)
    twice = text + "  direct_gevaar: nee\n"
    assert asked(SCRIPT, {"text": twice})["wrong"] == "answered-twice"


def test_of_another_version_both_say_so(tmp_path: Path) -> None:
    instrument = shipped()["voor-wie-doen-we-wat"]
    _speak(instrument)
    text = WHOLE.replace("answers:", f"instruments:\n  {instrument.id}: '1999.1'\nanswers:")
    (tmp_path / "C-1.yaml").write_text(text, "utf-8")
    [note] = read_case(tmp_path / "C-1.yaml", instrument, elsewhere(instrument)).notes
    [there] = asked(SCRIPT, {"text": text})["remarks"]
    assert (there["code"], there["values"]) == (note.code, dict(note.details))


def test_a_day_on_which_people_only_agreed_wipes_no_answers_here_either() -> None:
    _bring("voor-wie-doen-we-wat")
    agreed = "    agreements:\n      - what: Plan maken\n        who: wijkteam\n"
    text = (
        "schema: integraal/casus/1\ncasus: C-1\nmoments:\n"
        "  - moment: 2026-05-01\n    answers:\n      draaglast: zwaar\n"
        f"  - moment: 2026-09-01\n{agreed}"
    )
    for today in ("2026-11-30", "2026-09-01"):
        case = asked(SCRIPT, {"text": text, "today": today})
        # Who only opens it has not said that nothing is known any more.
        assert [moment["day"] for moment in case["moments"]] == ["2026-05-01"]


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


NOTED = (
    "schema: integraal/casus/1\ncasus: C-1\nmoments:\n"
    "  - moment: 2026-05-01\n    answers:\n      draaglast: zwaar\n"
    "    agreements:\n      - what: Plan maken\n        who: wijkteam\n        by: 2026-06-01\n"
    "      - what: 'Bellen: eerst'\n        who: school\n        for_others: true\n"
    "  - moment: 2026-09-01\n    answers: {}\n    decisions:\n"
    "      - instrument: voor-wie-doen-we-wat\n        level: connectie\n"
    "        because: Het gezin wil dit\n        who: ouders\n"
    "closed:\n  - moment: 2026-05-01\n    n: 1\n    on: 2026-06-02\n"
)


def test_what_people_agreed_did_and_decided_is_kept_as_it_was_written() -> None:
    _bring("voor-wie-doen-we-wat")
    assert asked(SCRIPT, {"text": NOTED})["again"] == NOTED


def test_what_is_open_and_decided_is_what_the_terminal_says(tmp_path: Path) -> None:
    _bring("voor-wie-doen-we-wat")
    (tmp_path / "C-1.yaml").write_text(NOTED, "utf-8")
    instrument = shipped()["voor-wie-doen-we-wat"]
    case = read_case(tmp_path / "C-1.yaml", instrument, elsewhere(instrument)).case
    told = asked(SCRIPT, {"text": NOTED, "notes": "2026-11-30"})
    here = [(one.what, one.who, one.for_others) for one in open_agreements(case)]
    assert [(one["what"], one["who"], one["forOthers"]) for one in told["open"]] == here
    decided = decided_now(case, instrument.id)
    assert decided is not None
    assert told["decided"]["chosen"] == decided.decision.level
    assert told["decided"]["because"] == decided.decision.because


def test_an_agreement_is_written_as_the_terminal_writes_it(tmp_path: Path) -> None:
    _bring("voor-wie-doen-we-wat")
    path = tmp_path / "C-1.yaml"
    for what in ("Plan maken", "Bellen: eerst", "- lijst", "ja", "12", "it's #1", "'s avonds"):
        path.write_text(WHOLE, "utf-8")
        given = Agreement(what, "wijkteam", date(2027, 1, 5), done=False, for_others=True)
        NoteWriter(path, date(2026, 11, 21)).agree([given])
        draft = {"what": what, "who": "wijkteam", "by": "2027-01-05", "forOthers": True}
        assert asked(SCRIPT, {"text": WHOLE, "agree": draft}) == path.read_text("utf-8")


TEXTS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=["Cc", "Cs"]),
    min_size=1,
    max_size=60,
).map(lambda text: " ".join(text.split()))


@settings(max_examples=times(150), deadline=None)
@given(TEXTS.filter(bool))
def test_own_words_are_written_as_the_terminal_writes_them(text: str) -> None:
    _bring("voor-wie-doen-we-wat")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "C-1.yaml"
        instrument = shipped()["voor-wie-doen-we-wat"]
        version = f"instruments:\n  {instrument.id}: '{instrument.version}'\nanswers:"
        path.write_text(whole := WHOLE.replace("answers:", version), "utf-8")
        case = read_case(path, instrument, elsewhere(instrument)).case
        answers = case.latest.answers.with_answer("wat_nodig", text)
        CaseWriter(path, case, instrument).save(answers)
        there = asked(SCRIPT, {"text": whole, "words": {"wat_nodig": text}})
        assert there == path.read_text("utf-8")
        assert asked(SCRIPT, {"text": there})["again"] == there


@pytest.mark.parametrize(
    "answers", ["", "    answers: {}\n", "    answers:\n      draaglast: zwaar\n"]
)
def test_a_day_with_agreements_keeps_its_place_for_answers_or_has_none(answers: str) -> None:
    _bring("voor-wie-doen-we-wat")
    text = (
        "schema: integraal/casus/1\ncasus: C-9\nmoments:\n"
        "  - moment: 2026-03-01\n    answers:\n      draaglast: licht\n"
        f"  - moment: 2026-04-01\n{answers}"
        "    agreements:\n      - what: Samen bellen\n        who: school\n"
    )
    assert asked(SCRIPT, {"text": text})["again"] == text


def test_a_file_in_json_opens_after_its_first_change_in_a_command(tmp_path: Path) -> None:
    _bring("voor-wie-doen-we-wat")
    path = tmp_path / "C-9.yaml"
    path.write_text(
        '{"schema": "integraal/casus/1", "casus": "C-9", "keep_until": "2027-11-30", '
        '"moment": "2026-11-30", "instruments": {"voor-wie-doen-we-wat": "2026.1"}, '
        '"answers": {"leefgebieden": ["wonen", "werk"], "draaglast": "zwaar"}}'
    )
    assert asked(SCRIPT, {"text": path.read_text("utf-8")})["wrong"] == "shape"
    said = run_in_process(
        tmp_path,
        "afspraak",
        path.name,
        "--taal",
        "nl",
        stdin="Samen bellen\nschool\n2027-01-05\n\n",
    )
    assert said.returncode == 0, said.stderr
    assert "JSON" in said.stderr
    kept = path.read_text("utf-8")
    assert "{" not in kept
    assert "  leefgebieden: [wonen, werk]\n" in kept
    assert asked(SCRIPT, {"text": kept})["again"] == kept
