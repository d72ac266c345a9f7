"""The page for the family: plain words, no jargon, nothing they would have to look up."""

import re
from itertools import pairwise

import pytest

from integraal.engine.assess import assess_for
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.model.condition import Direction
from integraal.model.instrument import Act, Raise
from integraal.model.reader import Reader
from integraal.reading.library import Library
from integraal.report.blocks import Heading, WritingLines
from integraal.report.pages.family.page import family_page
from integraal.words.words import LANGUAGES, Words
from tests.report.shipped_pages import all_text, assessed, cases, family, shipped

EVERY = [(name, language) for name in cases() for language in LANGUAGES]
JARGON = (
    "aandachtspunt|afschal|anamnese|betrokkene|casus|cliënt|coalitie|colocatie|consultatie"
    "|coördinatie|coöperatie|coordinatie|cooperatie|connectie|segregatie|integratie|diagnostiek"
    "|domein|draagkracht|draaglast|escal|expertise|indicatie|integraal|interventie|leefgebied"
    "|meldcode|multidisciplinair|multiproblem|opschal|procesregisseur|screening|sector|traject"
    "|vroegsignaler|zorgmijder|problematiek"
)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_it_shows_no_rule_codes_ids_or_source_keys(name: str, language: str) -> None:
    instrument = shipped(language)
    text = all_text(family(cases()[name], language))
    codes = {rule.grounds.code for rule in instrument.rules if rule.grounds.code} | {
        source.id for source in instrument.sources
    }
    assert [code for code in codes if re.search(rf"\b{re.escape(code)}\b", text)] == []
    assert [rule.id for rule in instrument.rules if rule.id in text] == []


@pytest.mark.parametrize("name", cases())
def test_it_uses_no_jargon(name: str) -> None:
    text = all_text(family(cases()[name]))
    assert re.findall(rf"\b\w*(?:{JARGON})\w*", text, re.IGNORECASE) == []


def test_no_text_for_the_family_uses_jargon_even_where_no_example_shows_it() -> None:
    instrument, words = shipped(), Words("nl")
    assert instrument.scale is not None
    texts = [
        *(rule.grounds.for_family for rule in instrument.rules),
        *(action.for_family for action in instrument.actions),
        *(level.for_family for level in instrument.scale.levels),
        *(words(key) for key in sorted(words.keys()) if key.startswith("family.")),
    ]
    found = [text for text in texts if re.search(JARGON, text, re.IGNORECASE)]
    assert found == []


def test_every_reason_that_can_decide_the_level_can_be_told_to_the_family() -> None:
    raising = [rule for rule in shipped().rules if isinstance(rule.effect, Raise)]
    assert [rule.id for rule in raising if not rule.grounds.for_family] == []


@pytest.mark.parametrize("name", cases())
def test_it_says_what_the_advice_means_and_why(name: str) -> None:
    case = cases()[name]
    advice = assessed(case).advice
    text = all_text(family(case))
    assert advice.level is not None
    assert advice.level.for_family in text
    deciding = [
        reason.rule.grounds.for_family
        for reason in advice.reasons
        if isinstance(reason.rule.effect, Raise) and reason.rule.effect.level == advice.level.id
    ]
    assert deciding
    assert all(because in text for because in deciding)


def test_it_says_that_more_may_be_needed_only_while_that_is_open() -> None:
    open_, settled = cases()["leeg"], cases()["C-2041"]
    could_become = Words("nl")("family.could_become", more="")
    assert could_become in all_text(family(open_))
    assert could_become not in all_text(family(settled))


def test_what_has_no_text_for_the_family_is_not_shown_to_them() -> None:
    case = cases()["C-3007"]
    assessment = assessed(case)
    text = all_text(family(case))
    silent = [
        assessment.instrument.action(reason.rule.effect.action)
        for reason in assessment.advice.actions
        if isinstance(reason.rule.effect, Act)
        and not assessment.instrument.action(reason.rule.effect.action).for_family
    ]
    assert [action.id for action in silent if action.text in text] == []


def test_scaling_down_is_asked_of_the_family_never_announced() -> None:
    case = cases()["licht"]
    advice = assessed(case).advice
    text = all_text(family(case))
    if advice.direction is Direction.DISCUSS_DOWN:
        assert "Is al het overleg rond jullie nog nodig, of geeft het juist rust?" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_gives_the_family_room_for_their_own_words(language: str) -> None:
    page = family(cases()["C-2041"], language)
    assert [block for block in page.blocks if isinstance(block, WritingLines)]
    assert Words(language)("family.rights") in all_text(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_neither_the_case_nor_anybody(language: str) -> None:
    assert "C-2041" not in all_text(family(cases()["C-2041"], language))


def test_no_heading_stands_above_nothing() -> None:
    for case in cases().values():
        blocks = family(case).blocks
        for block, after in pairwise(blocks):
            if isinstance(block, Heading) and block.level == 2:
                assert not isinstance(after, Heading)


def test_a_route_has_its_reason_in_words_for_the_family() -> None:
    instrument = Library().instrument("kruispunt-onthaal")
    answers = {"direct_gevaar": "nee", "wie_vraagt": "burger", "volwassen": "nee"}
    case = Case("C-1", "be", (Moment(None, Answers(answers)),))
    found = assess_for(Reader.FAMILY, lower(instrument), case, ())
    assert found is not None
    told = all_text(family_page(found, (), Words("nl")))
    reasons = [instrument.rule(name).grounds.for_family for name in ("iedereen-is-welkom",)]
    assert Words("nl")("family.why") in told
    assert [reason for reason in reasons if reason not in told] == []
