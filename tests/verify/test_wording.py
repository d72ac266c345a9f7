"""What people read as yes is what the rules read as yes, in each language; and no text is cut."""

from dataclasses import replace
from pathlib import Path

import pytest

from integraal.model.finding import Place
from integraal.model.instrument import Instrument, Option, Question
from integraal.reading.library import Library
from integraal.verify.inspection import inspect
from integraal.verify.wording import yes_or_no_findings
from integraal.words.words import LANGUAGES
from tests.conftest import INSTRUMENTS
from tests.verify.controlled_files import FOLDER as CONTROLLED


def _said(instrument: Instrument) -> list[str]:
    found = yes_or_no_findings(instrument, lambda _: Place(""))
    return [dict(finding.details)["key"] for finding in found]


def _with(instrument: Instrument, question: Question) -> Instrument:
    """The instrument with nothing but this question."""
    section = instrument.sections[0]
    return replace(instrument, sections=(replace(section, questions=(question,)),))


def _labelled(instrument: Instrument, *labels: str) -> Instrument:
    """Only the question whether somebody is in danger, with other labels for no and yes."""
    asked = instrument.question("direct_gevaar")
    options = tuple(
        replace(option, label=label) for option, label in zip(asked.options, labels, strict=True)
    )
    return _with(instrument, replace(asked, options=options))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_yes_is_yes_and_no_is_no_in_what_ships(name: str, language: str) -> None:
    assert _said(Library().instrument(name, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_that_changed_places_are_said_in_each_language(language: str) -> None:
    instrument = Library().instrument("meldcode", language)
    no, yes = (option.label for option in instrument.question("direct_gevaar").options)
    swapped = _labelled(instrument, yes, no)
    assert _said(swapped) == [
        "questions.direct_gevaar.options.ja.label",
        "questions.direct_gevaar.options.nee.label",
    ]


@pytest.mark.parametrize(
    ("no", "yes", "said"),
    [
        ("Nee, dat is nagekeken", "Ja, dat is vastgesteld", []),
        ("neen", "JA!", []),
        ("Needed", "Ja", ["nee"]),
        ("Nooit", "Ja", ["nee"]),
        ("Nee", "Zeker", ["ja"]),
        ("Nee", "", ["ja"]),
    ],
)
def test_a_label_begins_with_the_word_and_may_say_more(no: str, yes: str, said: list[str]) -> None:
    labelled = _labelled(Library().instrument("meldcode"), no, yes)
    assert _said(labelled) == [f"questions.direct_gevaar.options.{name}.label" for name in said]


def test_only_a_question_that_has_both_is_held_to_it() -> None:
    instrument = Library().instrument("gedeelde-zorg")
    counted = instrument.question("niet_van_ons")  # 'nee' is: not one organisation
    assert counted.option("nee").label == "Geen enkele organisatie"
    assert _said(_with(instrument, counted)) == []


def test_a_yes_among_more_than_two_answers_is_held_to_it_too() -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    shared = instrument.question("delen_met_naam")
    options = (Option("ja", "Alles"), *shared.options[1:])
    changed = _with(instrument, replace(shared, options=options))
    assert _said(changed) == ["questions.delen_met_naam.options.ja.label"]


@pytest.mark.parametrize(
    ("line", "is_cut"),
    [
        ("ask: Hoe zwaar is last #1?", True),
        ("ask: Hoe zwaar is de last # in kilo", True),
        ("ask: Hoe zwaar is de last? # een opmerking", False),
        ("ask: Hoe zwaar is de last? #geen opmerking", True),
        ('ask: "Hoe zwaar is last #1?"', False),
        ('ask: "Hoe zwaar is de last" # in kilo', False),
        ("ask: Hoe zwaar is last#1?", False),
    ],
)
def test_a_text_that_yaml_cuts_off_is_told_from_a_remark(
    tmp_path: Path, line: str, is_cut: bool
) -> None:
    text = (CONTROLLED / "text-cut.yaml").read_text("utf-8")
    file = tmp_path / "eigen.yaml"
    file.write_text(text.replace("ask: Hoe zwaar is last #1, de zwaarste?", line), "utf-8")
    found = inspect([file], lambda _, __: ()).findings
    assert ("text-cut" in {finding.code for finding in found}) is is_cut
