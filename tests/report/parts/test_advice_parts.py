"""What is feasible never soothes: "enough" is said only where no answer can make it too little."""

from functools import cache
from itertools import product

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.case import Case, Moment
from integraal.model.results.assessment import Assessment
from integraal.report.parts.advice_parts import direction, gap, ladder
from integraal.words.words import LANGUAGES, Words
from tests.report.shipped_pages import assessed, shipped

ENOUGH = "Dat is genoeg voor dit advies."
SO_FAR = "Voor zover bekend is dat genoeg"
DOES_MORE = "Toch werken jullie nu al"
LIMITS = ("financieel_mogelijk", "organisatorisch_mogelijk", "waar_neerleggen", "delen_met_naam")
SETTLED: dict[str, Answer | set[str]] = {
    "aantal_professionals": "een",
    "wie_nodig": "eigen_organisatie",
    "gezinsleden": "een",
    "leefgebieden": set(),
    "draaglast": "licht",
    "organisaties": "nul_of_een",
    "hulpverloop": "loopt",
    "iedereen_betrokken": "ja",
    "opbrengst": "voldoende",
    "veiligheid": "geen_zorg",
}
NEEDS: dict[str, dict[str, Answer | set[str]]] = {
    "segregatie": SETTLED,
    "connectie": {**SETTLED, "gezinsleden": "twee", "verloop": "stabiel"},
    "coordinatie": {**SETTLED, "veiligheid": "zorg"},
    "coordinatie of hoger": {**SETTLED, "leefgebieden": {"wonen", "werk"}, "gezinsleden": "twee"},
    "van alles": {"aantal_professionals": "twee"},
}
FORMS: tuple[Answer | None, ...] = (
    None,
    DONT_KNOW,
    frozenset(),
    Partly(frozenset({"zorgcoordinatie_of_colocatie"}), frozenset({"geintegreerd_team"})),
    *(
        frozenset({form})
        for form in (
            "brede_screening",
            "informatie_en_advies",
            "zorgcoordinatie_of_colocatie",
            "multidisciplinair_team",
            "geintegreerd_team",
        )
    ),
)


@cache
def _program() -> Program:
    return lower(shipped())


def _said(answers: Answers, language: str = "nl") -> tuple[Assessment, str]:
    advice = evaluate(_program(), answers, with_open_questions=False)
    case = Case("F-1", moments=(Moment(None, answers),))
    assessment = Assessment(case, shipped(language), answers, advice, ())
    return assessment, gap(assessment, Words(language))


def _lowest_feasible(answers: Answers) -> int:
    """Fill in what is not known about limits in every way; the lowest rank that comes of it."""
    instrument = shipped()
    options = [
        [str(answers[name])] if answers.known(name) else instrument.question(name).option_ids
        for name in LIMITS
    ]
    top = len(instrument.level_ids)
    worst = top
    for filled in product(*options):
        given = Answers({**answers, **dict(zip(LIMITS, filled, strict=True))})
        feasible = evaluate(_program(), given, with_open_questions=False).feasible
        worst = min(worst, instrument.rank(feasible.id) if feasible else top)
    return worst


@pytest.mark.parametrize("need", NEEDS)
def test_enough_is_said_only_where_no_answer_can_make_it_too_little(need: str) -> None:
    rank = shipped().rank
    some = (
        ("ja", "deels", None),
        ("ja", "nee"),
        ("bestaand_team", "geen", None),
        ("ja", "nee", None),
    )
    for limits in product(*some):
        given = {name: said for name, said in zip(LIMITS, limits, strict=True) if said}
        answers = Answers({**NEEDS[need], **given})
        assessment, text = _said(answers)
        advice = assessment.advice
        assert advice.reach is not None
        if advice.feasible is None:
            assert text == ""
            continue
        assert text.startswith("Nu is hooguit ")
        suffices = rank(advice.feasible.id) >= rank(advice.reach.id)
        assert (ENOUGH in text or SO_FAR in text) is suffices
        if suffices:
            stays = _lowest_feasible(answers) >= rank(advice.reach.id)
            assert (ENOUGH in text) is stays


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_who_already_does_more_than_the_limits_allow_is_told_so(form: Answer | None) -> None:
    rank = shipped().rank
    for limits in product((None, "ja", "nee"), (None, "geen"), (None, "nee")):
        names = ("financieel_mogelijk", "waar_neerleggen", "delen_met_naam")
        given = {name: said for name, said in zip(names, limits, strict=True) if said}
        forms = {} if form is None else {"bestaande_vormen": form}
        assessment, text = _said(Answers({**SETTLED, **given, **forms}))
        now, feasible = assessment.advice.current_at_least, assessment.advice.feasible
        more = bool(now and feasible and rank(now.id) > rank(feasible.id))
        assert (DOES_MORE in text) is more


def test_a_team_that_may_share_no_names_hears_both_and_not_that_it_is_enough() -> None:
    _, text = _said(
        Answers(
            {
                "aantal_professionals": "twee",
                "brede_blik": "ja",
                "veiligheid": "geen_zorg",
                "delen_met_naam": "nee",
                "bestaande_vormen": {"multidisciplinair_team"},
                "opbrengst": "voldoende",
            }
        )
    )
    assert text.startswith("Nu is hooguit connectie haalbaar. Of dat genoeg is, hangt af van")
    assert "het advies kan nog coöperatie worden" in text
    assert "Toch werken jullie nu al op het niveau coöperatie" in text
    assert "Dat is genoeg" not in text


def test_what_is_needed_stays_what_it_is_where_less_is_feasible() -> None:
    given = {**NEEDS["coordinatie of hoger"], "delen_met_naam": "nee"}
    assert "wat nodig is, blijft minstens coördinatie." in _said(Answers(given))[1]


NOW = "Nu werken jullie"


@pytest.mark.parametrize(
    ("forms", "sentence", "mark"),
    [
        (None, "Welke vormen er nu al zijn, is nog niet bekend.", ""),
        (DONT_KNOW, "Welke vormen er nu al zijn, is nog niet bekend.", ""),
        (frozenset(), "Er is nu geen van deze vormen.", ""),
        (frozenset({"geintegreerd_team"}), f"{NOW} op het niveau integratie.", "nu"),
        ("geintegreerd_team", f"{NOW} op het niveau integratie. Dat is meer", "nu"),
        ("multidisciplinair_team", f"{NOW} minstens op het niveau coöperatie. Dat is al", "nu: m"),
        (
            "brede_screening",
            f"{NOW} minstens op het niveau segregatie (ieder apart); van",
            "nu: minstens dit",
        ),
    ],
    ids=str,
)
def test_the_present_is_said_as_far_as_it_is_known(
    forms: Answer | None, sentence: str, mark: str
) -> None:
    if isinstance(forms, str):  # this form, and nobody knows about the others
        others = frozenset(shipped().question("bestaande_vormen").option_ids) - {forms}
        forms = Partly(frozenset({forms}), others)
    given = {} if forms is None else {"bestaande_vormen": forms}
    assessment, _ = _said(Answers({**SETTLED, **given}))
    assert direction(assessment, Words("nl")).startswith(sentence)
    scale = shipped().scale
    assert scale is not None
    rungs = ladder(scale, assessment.advice, Words("nl")).rungs
    (now,) = [m.word for rung in rungs for m in rung.marks if m.shape == "●"] or [""]
    assert now.startswith(mark)


@pytest.mark.parametrize("yielded", ["voldoende", "te_vroeg", "deels", "onvoldoende"])
@pytest.mark.parametrize("course", ["loopt", "stroef", "vastgelopen"])
@pytest.mark.parametrize("form", [form for form in FORMS if isinstance(form, frozenset)], ids=str)
def test_what_yields_too_little_is_never_said_to_fit(
    form: frozenset[str], yielded: str, course: str
) -> None:
    forms = {"bestaande_vormen": form, "opbrengst": yielded, "hulpverloop": course}
    assessment, _ = _said(Answers({**SETTLED, **forms}))
    said = direction(assessment, Words("nl"))
    if yielded == "onvoldoende" and form != {"brede_screening"}:  # R14: from connectie up
        assert "Dat past bij het advies" not in said
    if "is zelf een van de redenen" in said:
        assert assessment.advice.current == assessment.advice.level


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_where_nothing_limits(language: str) -> None:
    case = Case("F-2", moments=(Moment(None, Answers({"delen_met_naam": "ja"})),))
    assert gap(assessed(case, language), Words(language)) == ""
