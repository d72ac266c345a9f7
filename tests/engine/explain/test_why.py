"""Why, and why not: the rules that decide, and where the others fail."""

from integraal.engine.explain.why import obstacles, supports
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.instrument import Act, OutcomePolicy, Raise, Route
from integraal.model.truth import Truth
from tests.engine.builders import an_instrument, one, rule
from tests.reading.helpers import good

MARINA = Answers(
    {
        "gezinsleden": "drie_of_meer",
        "leefgebieden": {"werk", "school"},
        "organisaties": "vier_of_meer",
    }
)


def test_only_rules_of_the_advised_level_say_why(program: Program) -> None:
    rules = [support.rule.id for support in supports(program, MARINA)]
    assert rules == ["plan-voor-heel-het-gezin", "iemand-houdt-overzicht"]


def test_every_rule_above_a_level_says_why_not_that_level(program: Program) -> None:
    rules = {support.rule.id for support in supports(program, MARINA, "segregatie")}
    assert {"meervoudige-problemen", "plan-voor-heel-het-gezin"} <= rules


def test_a_higher_level_names_what_fails_and_what_is_open(program: Program) -> None:
    stable = MARINA.with_answer("verloop", "stabiel")
    standing = {o.rule.id: o.truth for o in obstacles(program, stable, "cooperatie")}
    assert standing["herhaalde-crises"] is Truth.FALSE
    assert standing["alleen-samen-aan-te-pakken"] is Truth.UNKNOWN


def test_the_last_resort_has_no_condition_to_show(program: Program) -> None:
    (obstacle,) = obstacles(program, MARINA, "segregatie")
    assert (obstacle.trace, obstacle.truth) == (None, Truth.FALSE)


def test_a_route_is_explained_as_a_level_is() -> None:
    rules = [
        rule("huisarts", c.OneIn("a", ("ja",)), Route("huisarts")),
        rule("bel", c.OneIn("a", ("ja",)), Act("bel")),
        rule("midden", c.OneIn("a", ("nee",)), Raise("midden")),
    ]
    program = lower(an_instrument(one("a"), rules=rules, outcomes=["huisarts"], actions=["bel"]))
    answers = Answers({"a": "ja"})
    assert [support.rule.id for support in supports(program, answers)] == ["huisarts"]
    assert [obstacle.rule.id for obstacle in obstacles(program, answers, "huisarts")] == [
        "huisarts"
    ]


def test_without_a_scale_only_routes_say_why() -> None:
    rules = [rule("huisarts", c.OneIn("a", ("ja",)), Route("huisarts"))]
    program = lower(an_instrument(one("a"), rules=rules, outcomes=["huisarts"], scale=None))
    assert [s.rule.id for s in supports(program, Answers({"a": "ja"}))] == ["huisarts"]


def test_a_table_that_is_read_to_its_first_row_is_explained_by_that_row_only() -> None:
    rules = [
        rule("boven", c.OneIn("a", ("ja",)), Route("boven")),
        rule("onder", c.OneIn("b", ("ja",)), Route("onder")),
        rule("anders", c.Otherwise(), Route("anders")),
    ]

    def explained(policy: OutcomePolicy) -> list[str]:
        names = ["boven", "onder", "anders"]
        made = an_instrument(
            one("a"), one("b"), rules=rules, outcomes=names, outcome_policy=policy, scale=None
        )
        found = supports(lower(made), Answers({"a": "ja", "b": "ja"}))
        return [support.rule.id for support in found]

    assert explained(OutcomePolicy.FIRST) == ["boven"]
    assert explained(OutcomePolicy.COLLECT) == ["boven", "onder"]


def test_of_a_table_that_keeps_all_every_row_that_holds_has_its_reason() -> None:
    program = lower(good("tafels.yaml"))
    answers = Answers({"veiligheid": "zorg", "langdurig": "ja", "land": "nl"})
    assert [support.rule.id for support in supports(program, answers)] == ["zorgen", "naar-loket"]
