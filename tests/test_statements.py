"""Every statement of the documents is in an instrument, where `docs/statements.md` says it is."""

import inspect
import re
from collections.abc import Iterator
from importlib import import_module

import pytest

from integraal.model.instrument import Act, Instrument, Route, Rule
from integraal.model.source import Citation, Support
from integraal.reading.library import Library
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "statements.md").read_text(encoding="utf-8")
DOCUMENTS = {
    "voor-wie-doen-we-wat": {"001"},
    "kruispunt-onthaal": {"000"},
    "kruispunt-doorstroom": {"000"},
    "kruispunt-kernprincipes": {"000"},
    "procesregie": {"004"},
    "meldcode": {"MC1", "MC2", "COP"},
    "gedeelde-zorg": {"003"},
    "buurtoverleg": {"002"},
}
"""What each instrument was made from; what rests on something else is ours."""
ROWS = re.findall(r"^\| ([^|]+) \| ([a-z ]+) \| `([a-z0-9-]+)` \| ([^|]+) \|$", PAGE, re.MULTILINE)


def _of_scale(instrument: Instrument) -> set[str]:
    levels = instrument.scale.levels if instrument.scale else ()
    ids = {level.id for level in levels}
    ids |= {form.id for level in levels for form in level.forms}
    return ids | {point.id for level in levels for point in level.attention_points}


def _ids(instrument: Instrument) -> set[str]:
    lists = (
        instrument.sections,
        tuple(instrument.questions()),
        instrument.rules,
        instrument.actions,
        instrument.outcomes,
        instrument.tables,
        instrument.never,
    )
    return {one.id for every in lists for one in every} | _of_scale(instrument)


def _in_document(instrument: Instrument, names: list[str]) -> Iterator[bool]:
    """Of each part that a row names, whether the document says it; both where it points the way."""
    documents = DOCUMENTS[instrument.id]
    for name in names:
        if name in _of_scale(instrument):
            yield True
        for rule in instrument.rules:
            if name == rule.id or rule.effect in (Act(name), Route(name)):
                yield from _says(rule, documents)
        for question in instrument.questions():
            if question.id == name:
                cited = question.citation
                yield not question.own_addition and cited is not None and _cites(cited, documents)


def _says(rule: Rule, documents: set[str]) -> tuple[bool, ...]:
    grounds = rule.grounds
    is_cited = any(_cites(one, documents) for one in grounds.citations)
    if grounds.support is Support.CHOICE or not is_cited:
        return (False,)
    return (True,) if grounds.support is Support.SOURCE else (True, False)


def _cites(citation: Citation, documents: set[str]) -> bool:
    return citation.document in documents


@pytest.mark.parametrize(
    ("statement", "whose", "name", "where"), ROWS, ids=[row[0][:50] for row in ROWS]
)
def test_a_statement_is_where_the_page_says_and_whose(
    statement: str, whose: str, name: str, where: str
) -> None:
    named = re.findall(r"`([^`]+)`", where)
    assert named, statement
    instrument = Library().instrument(name)
    assert set(named) - _ids(instrument) == set()
    said = set(_in_document(instrument, named))
    assert whose == ("document" if said == {True} else "partly ours" if True in said else "ours")


def test_every_instrument_made_from_a_document_has_statements() -> None:
    shipped = {header.id for header in Library().headers("instrument")}
    assert {row[2] for row in ROWS} == shipped


def test_every_question_and_point_of_the_first_document_is_in_a_row() -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    questions = {question.id for question in instrument.questions()}
    named = {
        each for *_, name, where in ROWS if name == instrument.id for each in where.split("`")[1::2]
    }
    assert (questions | _of_scale(instrument)) - named == set()


_BESIDE = re.compile(r"^\| ([^|]+) \|([^|]*)\| (full|cannot be)([^|]*)\|$", re.MULTILINE)
BESIDE = [row for row in _BESIDE.findall(PAGE) if row[1].strip() != "where"]
"""Rows of what a document describes besides the questions: where it stands, and how whole."""


def test_every_row_of_the_page_is_read() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and "`" in line]
    beside = [where for _, where, how, _ in BESIDE if "`" in where]
    assert len(rows) == len(ROWS) + len(beside)
    assert PAGE.index("## Left out") > PAGE.rindex(ROWS[-1][0])


def test_what_a_document_describes_besides_is_full_or_says_why_it_cannot_be() -> None:
    table = PAGE[PAGE.index("| statement of document 002") :].split("\n\n")[0]
    rows = table.splitlines()[2:]
    assert len(rows) == len(BESIDE)
    for statement, where, how, why in BESIDE:
        assert why.strip(" :;,") if how == "cannot be" else where.strip(), statement
    options = {option for command in ("overleg", "kaart") for option in _options(command)}
    for option in re.findall(r"`(?:integraal overleg )?(--[a-z]+)`", table):
        assert option in options, option


def _options(command: str) -> set[str]:
    made = import_module(f"integraal.cli.commands.{command}")
    return set(re.findall(r'option\(\s*"(--[a-z]+)"', inspect.getsource(made)))
