"""A finding as data, for who shows it in a place of their own."""

from integraal.model.finding import Finding, Place
from integraal.report.data.finding import finding_data
from integraal.words.words import Words
from tests.report.phrases.test_finding import MISSPELT

NL = Words("nl")


def test_a_finding_has_every_key_and_null_where_there_is_nothing() -> None:
    assert finding_data(MISSPELT, NL) == {
        "code": "no-such-question",
        "severity": "error",
        "file": "casus.yaml",
        "line": 7,
        "column": 3,
        "length": 10,
        "message": "de vraag 'gezinslden' kennen we niet.",
        "suggestion": "gezinsleden",
    }
    whole = finding_data(Finding("empty-file", Place("casus.yaml")), NL)
    assert (whole["line"], whole["column"], whole["suggestion"]) == (None, None, None)
