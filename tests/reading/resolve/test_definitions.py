"""A name of a definition is what the definition says, here and where its rules are taken over."""

from pathlib import Path

import pytest

from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.definitions import named_in
from integraal.model.instrument import Instrument
from integraal.model.truth import Truth
from integraal.reading.library import Library
from tests.reading.helpers import GOOD

NAMED = Library(cache=None).instrument_file(GOOD / "definities.yaml")
RECEIVER = """\
schema: integraal/instrument/1
id: ontvanger
version: 1
title: Ontvanger
source: {document: 001}
scale: intensiteit
minimum_from: [definities]
definitions:
  - id: zware-zorgen
    name: Iets anders
    when: {regen: ja}
    because: Het regent.
    support: choice
    source: {document: 001}
sections:
  - id: weer
    title: Weer
    questions:
      - id: regen
        name: Regen
        ask: Regent het?
        why: Dan blijft men binnen.
        kind: one
        options: [{id: nee, label: Nee}, {id: ja, label: Ja}]
rules:
  - id: regen
    when: zware-zorgen
    at_least: connectie
    because: Het regent.
    support: choice
    source: {document: 001}
"""


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Instrument:
    folder = tmp_path_factory.mktemp("ontvanger")
    for name, text in (
        ("ontvanger.yaml", RECEIVER),
        ("definities.yaml", (GOOD / "definities.yaml").read_text(encoding="utf-8")),
    ):
        Path(folder, name).write_text(text, encoding="utf-8")
    return Library(folder, cache=None).instrument("ontvanger")


def test_a_definition_carries_its_name_condition_and_grounds() -> None:
    heavy = NAMED.definition("zware-zorgen")
    assert heavy.name == "Zware zorgen"
    assert isinstance(heavy.when, c.AtLeastOf)
    assert heavy.grounds.because.startswith("Van kou")
    assert [str(one) for one in heavy.grounds.citations] == ["001"]


def test_its_name_is_what_it_says_in_rules_questions_promises_and_definitions() -> None:
    heavy = c.Defined("zware-zorgen", NAMED.definition("zware-zorgen").when)
    assert NAMED.rule("zorgen-zijn-zwaar").when == heavy
    assert NAMED.question("al_eerder").ask_when == heavy
    (promise,) = NAMED.never
    assert promise.when is not None
    for within in (promise.when, NAMED.definition("staat-er-alleen-voor").when):
        assert heavy in list(named_in(within))


def test_an_outcome_of_a_table_is_when_the_table_leads_there() -> None:
    alone = c.Defined("staat-er-alleen-voor", NAMED.definition("staat-er-alleen-voor").when)
    assert NAMED.definition("houtploeg-komt").when == c.Reached("houtploeg", alone)


def test_definitions_come_along_with_the_rules_that_name_them(receiver: Instrument) -> None:
    taken = [one.id for one in receiver.definitions if one.minimum_of]
    assert taken == [
        "definities/zware-zorgen",
        "definities/staat-er-alleen-voor",
        "definities/houtploeg-komt",
    ]
    named = {name for rule in receiver.rules if rule.minimum_of for name in named_in(rule.when)}
    assert {n.definition for n in named if isinstance(n, c.Defined)} == {*taken}
    # The table stays behind, so what looked at it is written out.
    assert not any(isinstance(name, c.Reached) for name in named)
    assert receiver.definition("zware-zorgen").name == "Iets anders"


def test_what_came_along_holds_as_it_does_there(receiver: Instrument) -> None:
    answers = Answers({"kou": "ernstig", "rekeningen": "ernstig", "al_eerder": "ja"})
    rule = receiver.rule("definities/zorgen-komen-terug")
    assert Evaluation(lower(receiver), answers).of_rule(rule) is Truth.TRUE
