"""A key in Dutch or French has the English one that means it, in the place where it stands."""

import re
from pathlib import Path

import pytest

from integraal.model.finding import Faulty
from integraal.reading.mistakes import own_language
from integraal.reading.mistakes.own_language import in_english
from integraal.reading.services.networks import read_network
from integraal.reading.shapes.case import CaseShape
from integraal.reading.shapes.fit import fit
from integraal.reading.shapes.meetings.meeting import ArrangementShape, MeetingShape, TopicShape
from integraal.reading.shapes.region import (
    NetworkServiceShape,
    NetworkShape,
    OrganisationShape,
    WaitShape,
)
from integraal.reading.yaml_tree import compose

HEAD = """\
schema: integraal/netwerk/1
id: n
title: N
{top}services:
  - id: a
    name: A
    for: [wonen]
    {key}: iets
"""


def suggestion(folder: Path, text: str) -> str:
    (folder / "n.yaml").write_text(text, "utf-8")
    with pytest.raises(Faulty) as caught:
        read_network(folder / "n.yaml", ())
    (found,) = (each for each in caught.value.findings if each.code == "unknown-key")
    return found.suggestion


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("toegang", "access"),
        ("wachttijd", "wait"),
        ("doelgroep", "audience"),
        ("Coût", "cost"),
        ("groupe cible", "audience"),
        ("acess", "access"),
        ("zzzz", ""),
    ],
)
def test_a_key_of_a_service_has_the_one_that_means_it(tmp_path: Path, key: str, meant: str) -> None:
    assert suggestion(tmp_path, HEAD.format(key=key, top="")) == meant


def test_the_same_word_means_what_can_stand_there(tmp_path: Path) -> None:
    network = HEAD.format(key="about", top="overleggen: []\n")
    assert suggestion(tmp_path, network) == "meetings"
    meeting = "meetings:\n  - on: 2026-03-10\n    sectoren: [welzijn]\n"
    assert suggestion(tmp_path, HEAD.format(key="about", top=meeting)) == "sectors"
    organisation = "organisations:\n  - {id: o, name: O, sectoren: welzijn}\n"
    assert suggestion(tmp_path, HEAD.format(key="about", top=organisation)) == "sector"


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("antwoorden", "answers"),
        ("réponses", "answers"),
        ("date", "moment"),
        ("case", "casus"),
        ("pays", "land"),
        ("bewaren_tot", "keep_until"),
        ("zzzz", ""),
    ],
)
def test_a_key_of_a_case_has_the_one_that_means_it(key: str, meant: str) -> None:
    tree, _ = compose(f"{key}: iets\nschema: integraal/casus/1\ncasus: C-1\n", "c.yaml")
    assert tree is not None
    found = next(each for each in fit(CaseShape, tree)[1] if each.code == "unknown-key")
    assert found.suggestion == meant
    known = dict(found.details)["known"].split(", ")
    assert {"casus", "answers", "moments", "keep_until"} <= set(known)


def test_each_key_that_is_proposed_can_stand_in_a_case_or_a_network() -> None:
    shapes = (
        NetworkShape, NetworkServiceShape, OrganisationShape, WaitShape, MeetingShape, TopicShape,
        ArrangementShape, CaseShape,
    )  # fmt: skip
    known = {f.alias or name for shape in shapes for name, f in shape.model_fields.items()}
    assert set(own_language._SAID) <= known


def test_each_word_is_written_as_it_is_compared() -> None:
    words = [word for said in own_language._SAID.values() for word in said]
    assert [word for word in words if not re.fullmatch("[a-z_]+", word)] == []
    assert all(in_english(word) for word in words)
