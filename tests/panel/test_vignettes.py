"""Cases as they are told: all that was answered, nothing else, and nothing of the level."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from integraal.engine.interpreter import without_dropped
from integraal.engine.lower import lower
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.instrument import Instrument, Kind
from integraal.model.study.cases import Study, StudyCase
from integraal.model.study.sheet import Vignette
from integraal.model.study.stories import CHOSEN, CHOSEN_ONE, NONE, REST, UNSURE, Stories
from integraal.panel.vignettes import shuffled, vignettes
from integraal.reading.library import Library
from integraal.reading.panel.stories import read_stories, shipped_stories
from tests.panel.random_cases import random_study

LIBRARY = Library()
INSTRUMENT = LIBRARY.instrument("voor-wie-doen-we-wat")
OPINIONS = {"samenwerking_gezin", "samenwerking_professional"}


def shipped() -> Stories:
    path = shipped_stories(INSTRUMENT)
    assert path is not None
    return read_stories(path, INSTRUMENT)


STORIES = shipped()
STUDY = random_study(INSTRUMENT, 200)
TOLD = vignettes(STUDY, INSTRUMENT, STORIES)


def text(vignette: Vignette) -> str:
    return "\n".join(vignette.paragraphs)


def answered(case: StudyCase, instrument: Instrument) -> set[str]:
    """What counts in a case, and is no opinion of the level."""
    return set(without_dropped(lower(instrument), case.answers)) - OPINIONS


def test_each_of_200_cases_tells_every_answer_but_opinions_and_nothing_else() -> None:
    for case, vignette in zip(STUDY.cases, TOLD, strict=True):
        assert vignette.told == answered(case, INSTRUMENT), case.id
        assert len(vignette.facts) == len(vignette.told)


def heard(vignette: Vignette, way: int) -> Answers:
    """The answers of a case as a reader finds them in its sentences, who knows no ids."""
    found: dict[str, Answer] = {}
    left = text(vignette).replace("\n", " ")
    left = left.removeprefix(vignette.opening)
    for name, told in STORIES.told.items():
        question = INSTRUMENT.question(name)
        said = {answer: wordings[way] for answer, wordings in told.items()}
        if question.kind is Kind.SEVERAL:
            answer, left = heard_of_several(question.option_ids, said, left)
        else:
            answer, left = heard_of_one(said, left)
        if answer is not None:
            found[name] = answer
    assert not left.strip(), left
    return Answers(found)


def heard_of_one(said: dict[str, str], left: str) -> tuple[Answer | None, str]:
    for answer, sentence in sorted(said.items(), key=lambda each: -len(each[1])):
        if sentence in left:
            rest = left.replace(sentence, "", 1)
            return (DONT_KNOW if answer == DONT_KNOW.value else answer), rest
    return None, left


def heard_of_several(
    options: tuple[str, ...], said: dict[str, str], left: str
) -> tuple[Answer | None, str]:
    for name, answer in ((DONT_KNOW.value, DONT_KNOW), (NONE, frozenset())):
        if said[name] in left:
            return answer, left.replace(said[name], "", 1)
    chosen, left = (
        in_a_sentence(options, said, left) if CHOSEN in said else each(options, said, left)
    )
    if not chosen:
        return None, left
    if said[REST] in left:
        return Partly(chosen, frozenset(options) - chosen), left.replace(said[REST], "", 1)
    return chosen, left


def in_a_sentence(
    options: tuple[str, ...], said: dict[str, str], left: str
) -> tuple[frozenset[str], str]:
    for around in (CHOSEN, CHOSEN_ONE):
        pattern = re.escape(said[around]).replace(r"\{list\}", "(.*?)")
        if match := re.search(pattern, left):
            listed = set(re.split(", | en ", match[1]))
            return frozenset(o for o in options if said[o] in listed), left.replace(match[0], "", 1)
    return frozenset(), left


def each(options: tuple[str, ...], said: dict[str, str], left: str) -> tuple[frozenset[str], str]:
    chosen = frozenset(option for option in options if said[option] in left)
    for option in chosen:
        left = left.replace(said[option], "", 1)
    return chosen, left


def test_whoever_reads_a_story_finds_the_answers_it_was_made_of() -> None:
    program = lower(INSTRUMENT)
    for case, vignette in zip(STUDY.cases, TOLD, strict=True):
        counts = without_dropped(program, case.answers).without(*OPINIONS)
        assert dict(heard(vignette, case.wording - 1)) == dict(counts), case.id


def leaks() -> Iterator[str]:
    """What would tell a rater what the rules say: of the scale, the rules and the questions."""
    assert INSTRUMENT.scale is not None
    for level in INSTRUMENT.scale.levels:
        yield from (level.id, re.split(r" \(", level.name)[0], level.intensity, level.gloss)
        for form in level.forms:
            yield from (form.id, form.name)
    yield from ("segreg", "connectie", "coordin", "coördin", "cooper", "coöper", "integr")
    yield from ("geïntegr", "colocat", "screening", "consult", "multidisc", "niveau", "advies:")
    for rule in INSTRUMENT.rules:
        yield from filter(None, (rule.id, rule.grounds.code, rule.grounds.because))
    for question in INSTRUMENT.every_question():
        yield from (name for name in (question.id, *question.option_ids) if "_" in name)


@pytest.mark.parametrize("leak", sorted(set(leaks())))
def test_no_story_has_a_word_of_the_level_a_form_a_rule_or_an_id(leak: str) -> None:
    # An intensity, such as "laag", is a word of its own, and so is a code such as R4.
    end = r"(?!\w)" if len(leak) < 6 else ""
    word = re.compile(rf"(?<!\w){re.escape(leak)}{end}", re.I)
    assert [each.case for each in TOLD if word.search(text(each))] == []


def test_stories_are_sentences() -> None:
    for vignette in TOLD:
        for paragraph in vignette.paragraphs:
            assert re.fullmatch(r"[A-ZÉ].*\.", paragraph), paragraph
            assert not re.search(r"  |\.\.|[{}_]|,\.| ,", paragraph), paragraph
            for sentence in re.split(r"(?<=[.])\s", paragraph):
                assert sentence[0].isupper(), sentence
                assert len(sentence.split()) <= 25, sentence


def test_who_tells_is_named_before_the_story_speaks_of_her_and_of_her_own_organisation() -> None:
    seen = 0
    for vignette in TOLD:
        if re.search(r"[Dd]e hulpverlener |eigen organisatie", text(vignette)):
            seen += 1
            assert vignette.opening.startswith("Een hulpverlener "), vignette.opening
    assert seen > 150


def test_a_sentence_says_by_itself_what_it_is_about() -> None:
    """Its neighbours are drawn: none may be needed to know what is meant."""
    for name, told in STORIES.told.items():
        for answer, wordings in told.items():
            for sentence in wordings:
                assert not re.search(r"om er iets over|Zeker is dat", sentence), (name, answer)


def test_a_no_leaves_no_part_open_where_a_part_is_an_answer_of_its_own() -> None:
    """Who did not look at everything may have looked at a part, and that is another answer."""
    seen = 0
    for name, told in STORIES.told.items():
        if {"deels", "nee"} <= set(told):
            seen += 1
            assert not [each for each in told["nee"] if re.search(r"\balles\b", each)], name
    assert seen > 5


def test_two_wordings_share_no_sentence() -> None:
    for name, told in STORIES.told.items():
        several = INSTRUMENT.question(name).kind is Kind.SEVERAL
        for answer, (one, other) in told.items():
            # What stands in a list is the name of an area of life.
            assert one != other or (several and "." not in one), (name, answer)


def test_a_case_that_comes_back_has_another_family_other_words_and_the_same_answers() -> None:
    first = StudyCase("K01", STUDY.cases[0].answers)
    again = StudyCase("K02", first.answers, repeats="K01", wording=2)
    one, other = vignettes(replace(STUDY, cases=(first, again)), INSTRUMENT, STORIES)
    assert one.told == other.told
    assert one.opening.rpartition(" ")[2] != other.opening.rpartition(" ")[2]
    assert not {fact.text for fact in one.facts} & {fact.text for fact in other.facts}


def test_the_same_seed_tells_the_same_and_another_another_order() -> None:
    assert vignettes(STUDY, INSTRUMENT, STORIES) == TOLD
    drawn = vignettes(replace(STUDY, seed=8), INSTRUMENT, STORIES)
    assert drawn != TOLD
    assert [each.told for each in drawn] == [each.told for each in TOLD]


def test_what_came_of_working_together_is_told_after_how_people_do() -> None:
    both = {"bestaande_vormen", "opbrengst"}
    seen = 0
    for vignette in TOLD:
        order = [fact.question for fact in vignette.facts]
        if both <= set(order):
            seen += 1
            assert order.index("bestaande_vormen") < order.index("opbrengst")
    assert seen > 20


def test_what_nobody_knows_of_some_options_is_named_where_others_are_known_to_be_absent() -> None:
    answers = Answers({"leefgebieden": Partly(frozenset({"wonen"}), frozenset({"werk", "school"}))})
    (told,) = vignettes(replace(STUDY, cases=(StudyCase("K01", answers),)), INSTRUMENT, STORIES)
    assert STORIES.told["leefgebieden"][UNSURE][0].split(":")[0] in text(told)
    assert "werk (of dagbesteding) en school" in text(told)


def test_where_a_list_of_what_nobody_knows_ends_can_be_seen_where_sentences_follow() -> None:
    """An option that is a sentence of its own looks like what is told next."""
    for question, told in STORIES.told.items():
        if UNSURE in told and CHOSEN not in told:
            for way in (0, 1):
                assert re.search("«{list}»|[(]{list}[)]", told[UNSURE][way]), question


def test_pairs_stand_far_apart_for_every_rater_and_each_has_her_own_order() -> None:
    thirty = [replace(case, repeats="", beside="") for case in STUDY.cases[:30]]
    thirty[20] = replace(thirty[20], repeats="K01")
    thirty[21] = replace(thirty[21], beside="K02")
    study = replace(STUDY, cases=tuple(thirty))
    told = vignettes(study, INSTRUMENT, STORIES)
    orders = [shuffled(told, study, rater) for rater in ("A", "B", "C", "D")]
    for order in orders:
        ids = [each.case for each in order]
        assert sorted(ids) == sorted(each.case for each in told)
        assert abs(ids.index("K01") - ids.index("K21")) >= 8
        assert abs(ids.index("K02") - ids.index("K22")) >= 8
    assert len({tuple(each.case for each in order) for order in orders}) == len(orders)
    assert shuffled(told, study, "A") == orders[0]


@pytest.mark.parametrize("name", [each.id for each in LIBRARY.headers("instrument")])
@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_other_instruments_and_languages_are_told_as_a_list(name: str, language: str) -> None:
    instrument = LIBRARY.instrument(name, language)
    study: Study = random_study(instrument, 8)
    for case, vignette in zip(study.cases, vignettes(study, instrument, None), strict=True):
        assert vignette.told == answered(case, instrument)
        for fact in vignette.facts:
            assert fact.text
            assert fact.answer.endswith(".")


def test_forms_of_working_together_are_told_by_what_people_do_in_a_list_too() -> None:
    answers = Answers({"bestaande_vormen": {"informatie_en_advies", "multidisciplinair_team"}})
    english = LIBRARY.instrument("voor-wie-doen-we-wat", "en")
    study = replace(STUDY, language="en", cases=(StudyCase("K01", answers),))
    (told,) = vignettes(study, english, None)
    assert english.scale is not None
    for level in english.scale.levels:
        for form in level.forms:
            assert form.name.casefold() not in text(told).casefold()
    assert english.scale.levels[1].forms[0].what.removesuffix(".") in text(told)
    assert ".;" not in text(told).replace(" ", "")  # one form of two ends before the other begins
