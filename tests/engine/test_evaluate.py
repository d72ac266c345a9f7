"""What the shipped instrument advises, claim by claim, and what small ones show more clearly."""

from collections.abc import Iterable
from typing import TypeAlias

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.instrument import (
    Act,
    Instrument,
    Kind,
    Limit,
    Option,
    Provisional,
    Question,
    Raise,
)
from integraal.model.results.advice import Advice
from integraal.model.truth import Truth
from tests.engine.builders import an_instrument, one, rule, several

Given: TypeAlias = dict[str, Answer | Iterable[str]]
FORMS = {
    "brede_screening": "segregatie",
    "informatie_en_advies": "connectie",
    "zorgcoordinatie_of_colocatie": "coordinatie",
    "multidisciplinair_team": "cooperatie",
    "geintegreerd_team": "integratie",
}
HEAVIEST: Given = {
    "gezinsleden": "drie_of_meer",
    "leefgebieden": {"wonen", "financien", "gezondheid", "relaties"},
    "draaglast": "zwaar",
    "langdurig": "ja",
    "samenhang": "samenhangend",
    "veiligheid": "herhaald_of_acuut",
    "eerdere_hulp_zonder_effect": "ja",
    "aantal_professionals": "drie_of_meer",
    "wie_nodig": "meerdere_sectoren",
}
NOTHING_MORE: Given = {
    "aantal_professionals": "een",
    "wie_nodig": "eigen_organisatie",
    "gezinsleden": "een",
    "leefgebieden": {"school"},
    "draaglast": "licht",
    "prioriteit": "eens",
    "organisaties": "nul_of_een",
    "hulpverloop": "loopt",
    "iedereen_betrokken": "ja",
    "opbrengst": "voldoende",
    "op_en_afschalen": "afgesproken",
    "veiligheid": "geen_zorg",
    "verloop": "stabiel",
}
"""Every rule that raises the level is known not to hold."""


def levels(advice: Advice) -> tuple[str, str]:
    """Give the ids of level and reach."""
    assert advice.level is not None
    assert advice.reach is not None
    return advice.level.id, advice.reach.id


def actions(advice: Advice) -> set[str]:
    """Give the ids of the actions."""
    return {r.rule.effect.action for r in advice.actions if isinstance(r.rule.effect, Act)}


# What is not known


def test_without_answers_nothing_is_certain_and_everything_is_within_reach(
    program: Program,
) -> None:
    advice = evaluate(program, Answers())
    assert levels(advice) == ("segregatie", "integratie")
    assert [reason.rule.id for reason in advice.reasons] == ["niets-vraagt-om-meer"]


def test_unanswered_question_leaves_the_higher_level_within_reach(program: Program) -> None:
    family = dict.fromkeys(NOTHING_MORE, DONT_KNOW) | NOTHING_MORE
    known = evaluate(program, Answers({**family, "gezinsleden": "twee"}))
    open_ = evaluate(
        program, Answers({**family, "leefgebieden": {"wonen", "werk"}}).without("gezinsleden")
    )
    assert levels(known) == ("connectie", "connectie")
    assert levels(open_) == ("connectie", "coordinatie")


def test_weet_niet_equals_unanswered_for_the_rules(program: Program) -> None:
    left_out = evaluate(program, Answers(NOTHING_MORE).without("gezinsleden", "veiligheid"))
    said = evaluate(
        program, Answers({**NOTHING_MORE, "gezinsleden": DONT_KNOW, "veiligheid": DONT_KNOW})
    )
    assert said == left_out


def test_partial_knowledge_counts_for_what_is_known_and_leaves_the_rest_open(
    program: Program,
) -> None:
    two = frozenset({"wonen", "werk"})
    open_ = Partly(two, frozenset({"school", "financien"}))
    too_few = Partly(two, frozenset({"school"}))
    base: Given = {**NOTHING_MORE, "gezinsleden": "een"}
    assert levels(evaluate(program, Answers({**base, "leefgebieden": open_}))) == (
        "connectie",
        "coordinatie",
    )
    assert levels(evaluate(program, Answers({**base, "leefgebieden": too_few}))) == (
        "connectie",
        "connectie",
    )


def test_a_settled_level_stays_settled_though_much_is_unknown(program: Program) -> None:
    advice = evaluate(program, Answers(HEAVIEST))
    assert levels(advice) == ("integratie", "integratie")
    assert advice.rules_open


def test_a_rule_is_only_open_while_an_answer_is_missing(program: Program) -> None:
    everything: Given = {
        q.id: "niets"
        if q.kind is Kind.TEXT
        else frozenset[str]()
        if q.kind is Kind.SEVERAL
        else q.option_ids[0]
        for q in program.instrument.questions()
    }
    for forms in ({"brede_screening"}, {"geintegreerd_team"}, set[str]()):
        advice = evaluate(program, Answers({**everything, "bestaande_vormen": forms}))
        assert (forms, advice.rules_open) == (forms, ())


# What does not apply


def test_an_answer_given_before_its_question_was_switched_off_counts_nowhere(
    program: Program,
) -> None:
    no_forms: Given = {**NOTHING_MORE, "bestaande_vormen": frozenset[str]()}
    with_yield = evaluate(program, Answers({**no_forms, "opbrengst": "onvoldoende"}))
    without = evaluate(program, Answers(no_forms).without("opbrengst"))
    assert with_yield == without


def test_a_question_that_does_not_apply_makes_its_leaf_false_not_unknown(
    program: Program,
) -> None:
    no_forms: Given = {**NOTHING_MORE, "bestaande_vormen": frozenset[str]()}
    truths = dict(evaluate(program, Answers(no_forms).without("opbrengst")).truths)
    assert truths["informatie-delen-levert-te-weinig-op"] is Truth.FALSE


def test_source_only_stops_at_cooperatie_whatever_is_answered(instrument: Instrument) -> None:
    program = lower(instrument, source_only=True)
    worst: Given = {
        **HEAVIEST,
        "verloop": "herhaalde_crises",
        "samenhang": "alleen_samen",
        "hulpverloop": "vastgelopen",
        "organisaties": "vier_of_meer",
        "bestaande_vormen": {"geintegreerd_team"},
        "opbrengst": "onvoldoende",
    }
    assert levels(evaluate(program, Answers(worst))) == ("cooperatie", "cooperatie")
    assert levels(evaluate(program, Answers())) == ("segregatie", "cooperatie")


def test_source_only_knows_nothing_of_the_answers_to_our_own_questions(
    instrument: Instrument,
) -> None:
    program = lower(instrument, source_only=True)
    own = {q.id for q in instrument.questions() if q.own_addition} - instrument.danger_questions
    ours: Given = {**HEAVIEST, "delen_met_naam": "nee", "verloop": "herhaalde_crises"}
    assert evaluate(program, Answers(ours)) == evaluate(program, Answers(ours).without(*own))


def test_source_only_looks_at_danger_and_not_at_the_level_that_it_would_raise(
    instrument: Instrument,
) -> None:
    program = lower(instrument, source_only=True)
    safe, unsafe = (
        evaluate(program, Answers({"veiligheid": answer, "aantal_professionals": "een"}))
        for answer in ("geen_zorg", "herhaald_of_acuut")
    )
    assert "veiligheidsroute" in unsafe.action_ids
    assert "veiligheidsroute" not in safe.action_ids
    assert (safe.level, safe.reach, safe.reasons) == (unsafe.level, unsafe.reach, unsafe.reasons)


def test_source_only_leaves_out_the_present_too_when_that_is_a_question_of_our_own() -> None:
    instrument = an_instrument(own=[with_levels(several("vormen", "a", "b"))], present="vormen")
    advice = evaluate(lower(instrument, source_only=True), Answers({"vormen": {"b"}}))
    assert advice.current is None


# The present, and how it relates to the advice


def _and_who_knows(form: str) -> Partly:
    """This form, and nobody knows about the others."""
    return Partly(frozenset({form}), frozenset(FORMS) - {form})


def test_the_present_may_be_asked_by_a_choose_one_question_whose_options_name_levels() -> None:
    question = with_levels(one("nu", "niets", "a", "b"), skip=1)
    program = lower(an_instrument(question, present="nu"))
    found = [evaluate(program, Answers({"nu": option})).current for option in question.option_ids]
    assert [level.id if level else None for level in found] == [None, "laag", "midden"]


@pytest.mark.parametrize(
    ("forms", "answers", "direction"),
    [
        ({"brede_screening"}, {**NOTHING_MORE, "veiligheid": "zorg"}, "opschalen"),
        ({"zorgcoordinatie_of_colocatie"}, {**NOTHING_MORE, "veiligheid": "zorg"}, "passend"),
        ({"multidisciplinair_team"}, {**NOTHING_MORE, "veiligheid": "zorg"}, "afschalen_bespreken"),
        ({"multidisciplinair_team"}, {"veiligheid": "zorg"}, "onbekend"),
        (set(), {**NOTHING_MORE, "veiligheid": "zorg"}, "onbekend"),
        (_and_who_knows("multidisciplinair_team"), {"veiligheid": "zorg"}, "onbekend"),
        (_and_who_knows("multidisciplinair_team"), NOTHING_MORE, "afschalen_bespreken"),
        (_and_who_knows("informatie_en_advies"), {"veiligheid": "zorg"}, "onbekend"),
        (_and_who_knows("geintegreerd_team"), NOTHING_MORE, "afschalen_bespreken"),
    ],
)
def test_the_direction_is_how_the_present_relates_to_the_advice(
    program: Program, forms: Answer | set[str], answers: Given, direction: str
) -> None:
    advice = evaluate(program, Answers({**answers, "bestaande_vormen": forms}))
    assert advice.direction.value == direction


def test_the_direction_is_certain_before_the_level_is_when_the_range_lies_on_one_side(
    program: Program,
) -> None:
    answers: Given = {"veiligheid": "zorg", "bestaande_vormen": {"informatie_en_advies"}}
    advice = evaluate(program, Answers(answers))
    assert not advice.is_settled
    assert advice.direction is c.Direction.UP


# R0: look broadly first


@pytest.mark.parametrize(
    ("brede_blik", "provisional"),
    [(None, True), (DONT_KNOW, True), ("nee", True), ("deels", True), ("ja", False)],
)
def test_the_advice_is_provisional_unless_somebody_looked_broadly(
    program: Program, brede_blik: Answer | None, provisional: bool
) -> None:
    answers = Answers() if brede_blik is None else Answers({"brede_blik": brede_blik})
    advice = evaluate(program, answers)
    assert advice.provisional is provisional
    asked = answers.known("brede_blik")
    why = "eerst-breed-kijken" if asked else "brede-blik-is-onbekend"
    assert [r.rule.id for r in advice.first] == ([why] if provisional else [])


def test_looking_broadly_does_not_change_the_level(program: Program) -> None:
    found = {
        levels(evaluate(program, Answers({**NOTHING_MORE, "brede_blik": answer})))
        for answer in ("ja", "deels", "nee", DONT_KNOW)
    }
    assert found == {("segregatie", "segregatie")}


# B1 to B3: what is feasible now


def test_nothing_limits_what_is_feasible_while_nobody_says_so(program: Program) -> None:
    advice = evaluate(program, Answers({"financieel_mogelijk": DONT_KNOW}))
    assert (advice.feasible, advice.limits) == (None, ())


def test_the_lowest_limit_that_holds_is_what_is_feasible(program: Program) -> None:
    answers: Given = {
        "financieel_mogelijk": "deels",
        "waar_neerleggen": "geen",
        "delen_met_naam": "nee",
    }
    advice = evaluate(program, Answers(answers))
    assert advice.feasible is not None
    assert advice.feasible.id == "connectie"
    assert [reason.rule.id for reason in advice.limits] == [
        "niet-delen-met-naam",
        "geen-plek",
        "intensief-kan-deels",
    ]


def test_what_is_not_feasible_never_lowers_the_advice(program: Program) -> None:
    impossible: Given = {
        "financieel_mogelijk": "nee",
        "organisatorisch_mogelijk": "nee",
        "waar_neerleggen": "geen",
        "delen_met_naam": "nee",
    }
    assert levels(evaluate(program, Answers({**HEAVIEST, **impossible}))) == (
        "integratie",
        "integratie",
    )


# R14: the forms there are yield too little


@pytest.mark.parametrize(
    ("form", "level"),
    [
        ("brede_screening", "segregatie"),
        ("informatie_en_advies", "coordinatie"),
        ("zorgcoordinatie_of_colocatie", "cooperatie"),
        ("multidisciplinair_team", "cooperatie"),
        ("geintegreerd_team", "cooperatie"),
    ],
)
def test_a_form_that_yields_too_little_asks_for_one_level_more_at_most_cooperatie(
    program: Program, form: str, level: str
) -> None:
    answers: Given = {**NOTHING_MORE, "bestaande_vormen": {form}, "opbrengst": "onvoldoende"}
    assert levels(evaluate(program, Answers(answers))) == (level, level)


@pytest.mark.parametrize("outcome", ["voldoende", "te_vroeg", "deels"])
def test_a_form_that_yields_enough_or_may_yet_asks_for_nothing(
    program: Program, outcome: str
) -> None:
    answers: Given = {
        **NOTHING_MORE,
        "bestaande_vormen": {"zorgcoordinatie_of_colocatie"},
        "opbrengst": outcome,
    }
    assert levels(evaluate(program, Answers(answers))) == ("segregatie", "segregatie")


# R17: the heaviest level needs every part

LESS = {
    "draaglast": "matig",
    "langdurig": "nee",
    "samenhang": "los",
    "veiligheid": "zorg",
    "eerdere_hulp_zonder_effect": "nee",
    "aantal_professionals": "twee",
    "wie_nodig": "andere_organisatie",
}


@pytest.mark.parametrize(("question", "option"), LESS.items())
def test_integratie_needs_every_part(program: Program, question: str, option: str) -> None:
    advice = evaluate(program, Answers({**HEAVIEST, question: option}))
    assert advice.reach is not None
    assert advice.reach.id != "integratie"


@pytest.mark.parametrize(
    ("members", "areas", "is_within_reach"),
    [
        ("een", {"wonen", "werk", "financien", "netwerk"}, True),
        ("twee", {"wonen"}, True),
        ("een", {"wonen", "werk", "financien"}, False),
    ],
)
def test_integratie_takes_breadth_in_people_or_in_areas(
    program: Program, members: str, areas: set[str], is_within_reach: bool
) -> None:
    advice = evaluate(program, Answers({**HEAVIEST, "gezinsleden": members, "leefgebieden": areas}))
    assert ("integratie" in levels(advice)) is is_within_reach


# C1 and C2: what does not rhyme

CONFLICT = "kloppen-vorm-en-afstemming"


@pytest.mark.parametrize(
    ("afstemming", "forms", "conflicts"),
    [
        ("geen", set(), False),
        ("geen", {"brede_screening"}, False),
        ("geen", {"informatie_en_advies"}, True),
        ("ad_hoc", {"informatie_en_advies"}, False),
        ("ad_hoc", {"zorgcoordinatie_of_colocatie"}, True),
        ("afspraken_of_plan", {"informatie_en_advies"}, True),
        ("afspraken_of_plan", {"zorgcoordinatie_of_colocatie"}, False),
        ("afspraken_of_plan", {"geintegreerd_team"}, False),
        ("team", {"zorgcoordinatie_of_colocatie"}, True),
        ("team", {"multidisciplinair_team"}, False),
        ("team", set(), True),
    ],
)
def test_forms_and_coordination_at_different_levels_are_worth_a_talk(
    program: Program, afstemming: str, forms: set[str], conflicts: bool
) -> None:
    advice = evaluate(program, Answers({"afstemming": afstemming, "bestaande_vormen": forms}))
    assert (CONFLICT in actions(advice)) is conflicts


@pytest.mark.parametrize("answers", [{"afstemming": "team"}, {"bestaande_vormen": {"x"}}])
def test_a_conflict_is_not_claimed_while_one_side_is_unknown(
    program: Program, answers: Given
) -> None:
    assert CONFLICT not in actions(evaluate(program, Answers(answers)))


def test_a_present_above_the_advice_is_a_question_to_discuss_never_an_advice_to_scale_down(
    program: Program,
) -> None:
    calm: Given = {**NOTHING_MORE, "bestaande_vormen": {"geintegreerd_team"}}
    advice = evaluate(program, Answers(calm))
    assert advice.direction is c.Direction.DISCUSS_DOWN
    assert "bespreek-of-afschalen-past" in actions(advice)
    assert "afschalen" not in {direction.value for direction in c.Direction}


# Safety, and the other actions


@pytest.mark.parametrize(
    ("safety", "expected"),
    [
        (None, "vraag-nu-naar-veiligheid"),
        (DONT_KNOW, "vraag-nu-naar-veiligheid"),
        ("zorg", "veiligheidsroute"),
        ("herhaald_of_acuut", "veiligheidsroute"),
        ("geen_zorg", None),
    ],
)
def test_not_knowing_about_safety_is_something_else_than_no_concern(
    program: Program, safety: Answer | None, expected: str | None
) -> None:
    answers = Answers() if safety is None else Answers({"veiligheid": safety})
    urgent = {"vraag-nu-naar-veiligheid", "veiligheidsroute"} & actions(evaluate(program, answers))
    assert urgent == ({expected} if expected else set())


def test_an_action_that_several_rules_call_for_is_named_once_with_the_first_rule() -> None:
    instrument = an_instrument(
        one("a"),
        one("b"),
        rules=[
            rule("eerst", c.OneIn("a", ("ja",)), Act("praat")),
            rule("ook", c.OneIn("b", ("ja",)), Act("praat")),
        ],
        actions=["praat"],
    )
    advice = evaluate(lower(instrument), Answers({"a": "ja", "b": "ja"}))
    assert [reason.rule.id for reason in advice.actions] == ["eerst"]


# Reasons


def test_the_rules_that_decide_the_level_come_first_and_equals_keep_their_order() -> None:
    yes = c.OneIn("a", ("ja",))
    instrument = an_instrument(
        one("a"),
        rules=[
            rule("midden-1", yes, Raise("midden")),
            rule("hoog-1", yes, Raise("hoog")),
            rule("midden-2", yes, Raise("midden")),
            rule("hoog-2", yes, Raise("hoog")),
        ],
    )
    advice = evaluate(lower(instrument), Answers({"a": "ja"}))
    assert [reason.rule.id for reason in advice.reasons] == [
        "hoog-1",
        "hoog-2",
        "midden-1",
        "midden-2",
    ]


def test_the_last_resort_is_given_as_the_reason_only_when_nothing_raises_the_level(
    program: Program,
) -> None:
    quiet, raised = Answers(NOTHING_MORE), Answers({**NOTHING_MORE, "veiligheid": "zorg"})
    quiet_truths, raised_truths = (dict(evaluate(program, a).truths) for a in (quiet, raised))
    assert quiet_truths["niets-vraagt-om-meer"] is Truth.TRUE
    assert raised_truths["niets-vraagt-om-meer"] is Truth.FALSE


def test_otherwise_holds_when_no_other_rule_with_the_same_kind_of_effect_holds() -> None:
    yes = c.OneIn("a", ("ja",))
    instrument = an_instrument(
        one("a"),
        rules=[
            rule("handel", yes, Act("doe")),
            rule("anders", c.Otherwise(), Act("wacht")),
            rule("grens", yes, Limit("midden")),
            rule("voorlopig", c.Otherwise(), Provisional()),
        ],
        actions=["doe", "wacht"],
    )
    truths = {
        answer: dict(evaluate(lower(instrument), Answers({"a": answer})).truths)["anders"]
        for answer in ("ja", "nee", DONT_KNOW)
    }
    assert truths == {"ja": Truth.FALSE, "nee": Truth.TRUE, DONT_KNOW: Truth.UNKNOWN}
    assert evaluate(lower(instrument), Answers({"a": "ja"})).provisional


def test_a_rule_without_a_scale_still_gives_its_reason() -> None:
    instrument = an_instrument(
        one("a"),
        scale=None,
        rules=[rule("r", c.OneIn("a", ("ja",)), Raise("hoog"))],
    )
    advice = evaluate(lower(instrument), Answers({"a": "ja"}))
    assert [reason.rule.id for reason in advice.reasons] == ["r"]
    assert advice.level is None


def with_levels(question: Question, skip: int = 0) -> Question:
    """Let the options of a question name the levels, lowest first, after the first `skip`."""
    names = ["", "", "laag", "midden", "hoog"][2 - skip :]
    options = tuple(
        Option(option.id, option.label, level=level)
        for option, level in zip(question.options, names, strict=False)
    )
    return Question(
        question.id, question.name, question.ask, question.why, question.kind, options=options
    )
