"""The engine agrees with the rule table of the domain brief, written out a second time by hand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.evaluate import evaluate
from integraal.model.answers import Answers
from tests.counts import times
from tests.property.strategies import SHIPPED, full_answers

FORMS = (
    "brede_screening",
    "informatie_en_advies",
    "zorgcoordinatie_of_colocatie",
    "multidisciplinair_team",
    "geintegreerd_team",
)
SEGREGATIE, CONNECTIE, COORDINATIE, COOPERATIE, INTEGRATIE = range(5)


def level_by_hand(answers: Answers) -> int:
    """Say the level of a fully known case, rule by rule (R1 to R17, and A3 of shared care)."""
    said = {name: answer for name, answer in answers.items() if isinstance(answer, str)}
    areas, forms = answers["leefgebieden"], answers["bestaande_vormen"]
    assert isinstance(areas, frozenset)
    assert isinstance(forms, frozenset)
    present = max((FORMS.index(form) for form in forms), default=-1)
    professionals = ("een", "twee", "drie_of_meer").index(said["aantal_professionals"]) + 1
    organisations = ("nul_of_een", "twee_of_drie", "vier_of_meer").index(said["organisaties"])
    family = said["gezinsleden"] != "een"
    stuck = said["hulpverloop"] == "vastgelopen"
    heavy = said["draaglast"] == "zwaar"
    sectors = said["wie_nodig"] == "meerdere_sectoren"
    in_vain = said["eerdere_hulp_zonder_effect"] == "ja"
    broad = family or len(areas) >= 4
    too_little = said["opbrengst"] == "onvoldoende" and present >= CONNECTIE
    # Answers of shared care need not be there: its rule counts once they are.
    shared = (
        said.get("kwetsbaarheid", "geen") != "geen"
        and len(areas) >= 2
        and said.get("aansluiting_zorg", "vindt_aansluiting") != "vindt_aansluiting"
    )
    found = [
        (SEGREGATIE, True),  # R1
        (CONNECTIE, professionals >= 2 or said["wie_nodig"] != "eigen_organisatie"),  # R2
        (CONNECTIE, family or len(areas) >= 2),  # R3
        (COORDINATIE, family and len(areas) >= 2),  # R4
        (COORDINATIE, professionals == 3 or organisations == 2),  # R5
        (COORDINATIE, len(areas) >= 4),  # R6
        (COORDINATIE, heavy and said["draagkracht"] == "beperkt"),  # R7
        (COORDINATIE, sectors and heavy),  # R8
        (COORDINATIE, said["veiligheid"] != "geen_zorg"),  # R9
        (CONNECTIE, said["iedereen_betrokken"] == "iemand_ontbreekt"),  # R10
        (COORDINATIE, said["iedereen_betrokken"] == "te_veel"),  # R10
        (COORDINATIE, said["prioriteit"] == "oneens" and professionals >= 2),  # R11
        (CONNECTIE, said["op_en_afschalen"] == "nee" and professionals >= 2),  # R12
        (COORDINATIE, stuck),  # R13
        (COOPERATIE, stuck and organisations >= 1 and in_vain),  # R13
        (min(present + 1, COOPERATIE), too_little),  # R14
        (COOPERATIE, said["samenhang"] == "alleen_samen" and professionals >= 2),  # R15
        (COOPERATIE, said["verloop"] == "herhaalde_crises" and broad),  # R16
        (
            INTEGRATIE,
            broad
            and heavy
            and said["langdurig"] == "ja"
            and said["samenhang"] != "los"
            and said["veiligheid"] == "herhaald_of_acuut"
            and in_vain
            and professionals == 3
            and sectors,
        ),  # R17
        (COORDINATIE, shared),  # A3
        (COOPERATIE, shared and said.get("niet_van_ons") == "meer"),  # A3
    ]
    return max(level for level, holds in found if holds)


# Drawn at random, the heaviest case is too rare to be met: half of the draws lean to it.
HEAVIEST = {
    "aantal_professionals": "drie_of_meer",
    "wie_nodig": "meerdere_sectoren",
    "draaglast": "zwaar",
    "langdurig": "ja",
    "samenhang": "samenhangend",
    "veiligheid": "herhaald_of_acuut",
    "eerdere_hulp_zonder_effect": "ja",
}
LIGHTEST = {
    "aantal_professionals": "een",
    "wie_nodig": "eigen_organisatie",
    "gezinsleden": "een",
    "organisaties": "nul_of_een",
    "veiligheid": "geen_zorg",
    "hulpverloop": "loopt",
    "iedereen_betrokken": "ja",
    "verloop": "stabiel",
}


@settings(max_examples=times(250), deadline=None)
@given(st.data())
def test_a_fully_known_case_gets_the_level_of_the_rule_table(
    data: st.DataObject,
) -> None:
    drawn = data.draw(full_answers(SHIPPED.instrument))
    leaning = data.draw(st.sampled_from([{}, HEAVIEST, LIGHTEST]))
    kept = data.draw(st.sets(st.sampled_from(sorted(leaning)))) if leaning else set()
    answers = Answers({**drawn, **{n: o for n, o in leaning.items() if n not in kept}})
    advice = evaluate(SHIPPED, answers)
    scale = SHIPPED.instrument.scale
    assert scale is not None
    assert advice.level == advice.reach == scale.levels[level_by_hand(answers)]
