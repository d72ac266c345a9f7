"""What a family reads contradicts neither itself nor what was answered, whatever was answered.

Over all answers to the questions that its sentences speak of. Levels are advice: no page tells a
family that there is a plan, or a team, because one is advised.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product

import pytest

from integraal.engine.evaluate import evaluate
from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.case import Case, Moment
from integraal.model.instrument import Instrument, Raise
from integraal.model.results.assessment import Assessment
from integraal.reading.library import Library
from integraal.report.pages.family.page import family_page
from integraal.words.words import LANGUAGES, Words
from tests.property.strategies import SHIPPED
from tests.report.shipped_pages import all_text

ASKED: dict[str, tuple[Answer | None, ...]] = {
    "aantal_professionals": (None, "een", "drie_of_meer"),
    "wie_nodig": (None, "eigen_organisatie", "andere_organisatie"),
    "gezinsleden": (DONT_KNOW, "een", "twee"),
    "leefgebieden": (None, frozenset({"wonen"}), frozenset({"wonen", "werk"})),
    "bestaande_vormen": (
        None,
        frozenset(),
        frozenset({"informatie_en_advies"}),
        frozenset({"multidisciplinair_team"}),
    ),
    "opbrengst": ("voldoende", "onvoldoende"),
    "afstemming": (None, "geen"),
    "waar_neerleggen": ("bestaand_team", "geen"),
}
MORE: tuple[dict[str, Answer], ...] = (
    {"draaglast": "zwaar", "draagkracht": "beperkt", "informeel_netwerk": "ja"},
    {"draagkracht": "ruim", "informeel_netwerk": "nee", "organisaties": "nul_of_een"},
    {"organisaties": "vier_of_meer", "aantal_professionals": "een"},
    {"hulpverloop": "vastgelopen", "organisaties": "twee_of_drie"},
    {"iedereen_betrokken": "te_veel", "organisaties": "nul_of_een"},
    {"iedereen_betrokken": "iemand_ontbreekt", "brede_blik": "ja"},
    {"verloop": "herhaalde_crises", "gezinsleden": "twee", "aantal_professionals": "een"},
    {"delen_met_naam": "nee", "aantal_professionals": "een", "financieel_mogelijk": "nee"},
)
ONE_IS_ENOUGH = r"één hulpverlener (is genoeg|voor jullie\. Is dat genoeg)"
A_TEAM = r"[Hh]ulp van één (vast )?team"


def _is(question: str, *options: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get(question) in options


def _never(_: Answers) -> bool:
    return True


LIES: dict[str, Callable[[Answers], bool]] = {
    r"meer dan één hulpverlener (is|zijn)? ?nodig": _is("aantal_professionals", "een"),
    r"Er zijn veel hulpverleners\.": _is("aantal_professionals", "een"),
    r"hulpverleners werken (al )?(nauw )?samen": _is("afstemming", "geen"),
    r"Er is nu veel overleg": _is("afstemming", "geen"),
    r"meerdere mensen in jullie gezin": _is("gezinsleden", "een"),
    r"Er is (nu )?(één|geen) (vast )?team": _never,
    r"Er is één plan": _never,
    r"hele gezin": _never,
    r"^Eén (vast )?team .* helpt jullie": _never,
    r"Jullie hulpverleners werken": _never,
    r"We hebben nog niet naar alles gekeken": _is("brede_blik", "ja"),
    r"of iemand die jullie kennen\.": _is("informeel_netwerk", "nee"),
}
"""Sentences that tell a family a fact, each with the answers that make it a lie."""


def _every() -> Iterator[Answers]:
    for said in product(*ASKED.values()):
        given = dict(zip(ASKED, said, strict=True))
        yield Answers({name: answer for name, answer in given.items() if answer is not None})
    for more, gone in product(MORE, ("", *ASKED)):
        full = {name: said[-1] for name, said in ASKED.items() if name != gone}
        yield Answers({**{n: a for n, a in full.items() if a is not None}, **more})


@cache
def _instrument(language: str) -> Instrument:
    return Library().instrument("voor-wie-doen-we-wat", language)


@cache
def _pages() -> tuple[tuple[Answers, str], ...]:
    return tuple((answers, _page(answers)) for answers in _every())


def _page(answers: Answers) -> str:
    advice = evaluate(SHIPPED, answers, with_open_questions=False)
    case = Case("R-1", moments=(Moment(None, answers),))
    assessment = Assessment(case, _instrument("nl"), answers, advice, ())
    return all_text(family_page(assessment, (), Words("nl")))


def test_no_page_tells_a_family_what_the_answers_make_a_lie() -> None:
    for answers, page in _pages():
        lies = [lie for lie, is_one in LIES.items() if is_one(answers)]
        told = [lie for lie in lies if re.search(lie, page, re.MULTILINE)]
        assert told == [], (answers, page)


def test_no_page_says_that_one_helper_is_enough_beside_a_team_or_more_helpers() -> None:
    for answers, page in _pages():
        if re.search(ONE_IS_ENOUGH, page):
            assert not re.search(rf"{A_TEAM}|hulpverleners", page), (answers, page)


FACTS = {
    "nl": r"^(Er (is|zijn)|Jullie (hulpverleners|krijgen)|Eén [^,]* (helpt|houdt) )|hele gezin",
    "en": r"^(There (is|are)|Your helpers|You (know|get)|One [^,]* (helps|keeps) )|whole family",
    "fr": r"^(Il y a|Vos intervenants|Vous (savez|recevez)|Une? [^,]* vous aide)|votre famille",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_level_is_told_as_advice_and_never_as_what_is(language: str) -> None:
    scale = _instrument(language).scale
    assert scale is not None
    told = [text for level in scale.levels for text in (level.for_family, level.for_child)]
    assert all(told)
    assert [text for text in told if re.search(FACTS[language], text)] == []


PROMISES = {
    "nl": r"^(Daarom|Dan) (maken|leggen|zorgen) we|Wij zorgen|houdt dan",
    "en": r"That is why we will|We will make (one|sure)|We will get in touch",
    "fr": r"C'est pourquoi nous|Nous (veillons|prenons contact)|nous faisons un seul plan",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reason_promises_no_plan_that_nobody_agreed_on(language: str) -> None:
    rules = [rule for rule in _instrument(language).rules if isinstance(rule.effect, Raise)]
    found = [r.id for r in rules if re.search(PROMISES[language], r.grounds.for_family)]
    assert found == []


def test_one_professional_of_another_organisation_is_not_called_more_than_one_helper() -> None:
    given = {
        "aantal_professionals": "een",
        "wie_nodig": "andere_organisatie",
        "veiligheid": "geen_zorg",
    }
    page = _page(Answers(given))
    assert "Er is hulp nodig van meer dan één hulpverlener of organisatie." in page
    assert "Er is meer dan één hulpverlener nodig" not in page
