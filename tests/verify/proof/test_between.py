"""Two instruments over one case: what one is sure of, the other does not deny."""

import shutil
from pathlib import Path

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.finding import Place
from integraal.reading.library import Library
from integraal.solving.solver import BOUND
from integraal.verify.proof.between import settled_apart, settling_findings

PAIR = Path(__file__).parents[2] / "instruments" / "controleer" / "settles-otherwise"
SHIPPED = [header.id for header in Library().headers("instrument")]


@pytest.mark.parametrize("name", SHIPPED)
def test_no_two_shipped_instruments_settle_on_different_levels(name: str) -> None:
    library = Library()
    every = [library.instrument(each) for each in SHIPPED]
    found = settling_findings(library.instrument(name), every, lambda _: Place("f"), BOUND)
    assert list(found) == []


def test_without_the_rules_taken_over_the_two_would_settle_apart(tmp_path: Path) -> None:
    """The proof of the shipped pair is no empty one."""
    shipped = Path(Library().folder)
    text = (shipped / "questions.yaml").read_text(encoding="utf-8")
    alone = tmp_path / "questions.yaml"
    alone.write_text(text.replace("minimum_from: [gedeelde-zorg]\n", ""), encoding="utf-8")
    instrument = Library(tmp_path, None).instrument_file(alone)
    other = Library().instrument("gedeelde-zorg")
    assert settled_apart(instrument, other, BOUND) is not None


def test_a_pair_that_settles_apart_is_shown_on_one_case() -> None:
    library = Library(PAIR)
    first, second = library.instrument("eerste"), library.instrument("tweede")
    shown = settled_apart(second, first, BOUND)
    assert shown is not None
    assert "hoe_zwaar: matig" in shown.case
    levels = [
        evaluate(lower(one), Answers({"hoe_zwaar": "matig"})).level for one in (second, first)
    ]
    assert [level.name.lower() for level in levels if level] == [shown.level, shown.other_level]


def test_whoever_takes_the_rules_over_is_never_below(tmp_path: Path) -> None:
    shutil.copytree(PAIR, tmp_path, dirs_exist_ok=True)
    receiver = tmp_path / "eerste.yaml"
    text = receiver.read_text(encoding="utf-8")
    taking = text.replace("highest:", "minimum_from: [tweede]\nhighest:")
    receiver.write_text(taking, encoding="utf-8")
    library = Library(tmp_path, None)
    first, second = library.instrument("eerste"), library.instrument("tweede")
    assert settled_apart(first, second, BOUND) is None
    assert [rule.id for rule in first.rules if rule.minimum_of] == [
        "tweede/zorgen",
        "tweede/last",
    ]
