"""Which columns answer which questions, and what their cells may hold."""

from dataclasses import replace
from pathlib import Path

import pytest

from integraal.batch.columns import Request
from integraal.batch.matching import labels_of, match_columns
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.finding import Faulty
from integraal.model.instrument import Option
from tests.engine.builders import an_instrument, one, several


def _request(*groups: str) -> Request:
    return Request(_program(), (), (), Path("in.csv"), groups=groups)


def _program() -> Program:
    return lower(an_instrument(several("leefgebieden", "wonen", "werk"), one("vraag", "a", "b")))


def test_a_question_has_one_column_or_one_for_each_option() -> None:
    columns = ("casus", "leefgebieden.werk", "zon", "vraag", "regio", "x")
    matched = match_columns(_request("regio"), columns)
    assert [(used.columns, used.by_option) for used in matched.used] == [
        (("leefgebieden.werk",), True),
        (("vraag",), False),
    ]
    assert (matched.unknown, matched.groups) == (("zon", "x"), ("regio",))


@pytest.mark.parametrize(
    ("columns", "groups", "code"),
    [
        (("vraag",), (), "no-case-column"),
        (("casus", "x"), (), "no-question-column"),
        (("casus", "leefgebieden", "leefgebieden.werk"), (), "asked-two-ways"),
        (("casus", "vraag"), ("regio",), "no-such-column"),
        (("casus", "vraag"), ("vraag",), "no-group-column"),
        (("casus", "vraag", "=x"), ("=x",), "no-group-column"),
    ],
)
def test_columns_that_nobody_could_understand_are_refused(
    columns: tuple[str, ...], groups: tuple[str, ...], code: str
) -> None:
    with pytest.raises(Faulty) as faulty:
        match_columns(_request(*groups), columns)
    assert [finding.code for finding in faulty.value.findings] == [code]


def test_a_label_that_could_mean_two_options_means_none() -> None:
    dutch = (Option("a", "Ja"), Option("b", "Nee"))
    other = (Option("a", "Nee"), Option("b", "No"))
    asked, translated = (replace(one("vraag", "a", "b"), options=each) for each in (dutch, other))
    assert labels_of(asked, [translated]) == {"a": "a", "b": "b", "ja": "a", "no": "b"}
