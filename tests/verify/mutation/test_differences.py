"""What an author expects is held against the advice, and nothing else."""

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.example import Expectation
from integraal.verify.mutation.differences import differences

ANSWERS = Answers(
    {
        "gezinsleden": "twee",
        "leefgebieden": {"wonen", "werk"},
        "veiligheid": "zorg",
        "bestaande_vormen": {"informatie_en_advies"},
        "waar_neerleggen": "geen",
    }
)


def found(program: Program, expect: Expectation) -> list[tuple[str, str, str]]:
    """List the differences as plain values."""
    advice = evaluate(program, ANSWERS)
    return [(d.field, d.expected, d.found) for d in differences(expect, advice)]


def test_an_expectation_that_says_nothing_is_always_met(program: Program) -> None:
    assert found(program, Expectation()) == []


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [
        ("level", "coordinatie", "connectie"),
        ("reach", "cooperatie", "coordinatie"),
        ("current", "connectie", None),
        ("feasible", "coordinatie", None),
        ("direction", "opschalen", "passend"),
        ("provisional", True, False),
    ],
)
def test_a_value_is_compared_only_when_its_author_wrote_it_down(
    program: Program, field: str, right: object, wrong: object
) -> None:
    fields = frozenset({field})
    assert found(program, Expectation(**{field: right}, fields=fields)) == []  # type: ignore[arg-type]
    assert found(program, Expectation(**{field: wrong}, fields=fields)) == [  # type: ignore[arg-type]
        (field, str(wrong), str(right))
    ]
    assert found(program, Expectation(**{field: wrong})) == []  # type: ignore[arg-type]


def test_actions_are_compared_exactly_and_in_any_order(program: Program) -> None:
    actions = (
        "vraag-nu-naar-direct-gevaar",
        "veiligheidsroute",
        "meld-dat-er-geen-plek-is",
    )
    assert found(program, Expectation(actions=actions)) == []
    assert found(program, Expectation(actions=actions[::-1])) == []
    assert found(program, Expectation(actions=actions[:2])) == [
        (
            "actions",
            "veiligheidsroute, vraag-nu-naar-direct-gevaar",
            "meld-dat-er-geen-plek-is, veiligheidsroute, vraag-nu-naar-direct-gevaar",
        )
    ]
    assert found(program, Expectation(actions=()))[0][1] == ""


def test_routes_are_compared_exactly(program: Program) -> None:
    assert found(program, Expectation(outcomes=())) == []
    assert found(program, Expectation(outcomes=("onthaal",))) == [("outcomes", "onthaal", "")]


def test_a_rule_must_have_the_truth_that_was_expected(program: Program) -> None:
    right = Expectation(
        rules=("zorg-om-veiligheid",),
        rules_open=("hulp-is-vastgelopen",),
        rules_off=("veiligheid-is-onbekend",),
    )
    assert found(program, right) == []
    wrong = Expectation(rules=("hulp-is-vastgelopen",), rules_off=("zorg-om-veiligheid",))
    assert found(program, wrong) == [
        ("rules", "hulp-is-vastgelopen: TRUE", "hulp-is-vastgelopen: UNKNOWN"),
        ("rules_off", "zorg-om-veiligheid: FALSE", "zorg-om-veiligheid: TRUE"),
    ]


def test_a_rule_that_does_not_exist_is_a_difference_not_a_crash(program: Program) -> None:
    assert found(program, Expectation(rules=("bestaat-niet",))) == [
        ("rules", "bestaat-niet: TRUE", "bestaat-niet: -")
    ]
