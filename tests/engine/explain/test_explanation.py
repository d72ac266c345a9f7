from integraal.engine.assess import assess
from integraal.engine.explain.explanation import explain
from integraal.engine.explain.steps import smallest_steps
from integraal.engine.explain.what_if import suppose
from integraal.engine.explain.why import obstacles, supports
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.results.explanation import ANY_LEVEL, Steps, WhyNot
from integraal.model.results.steps import Change
from tests.engine.builders import cases
from tests.reading.helpers import good

GIVEN = {"veiligheid": "zorg", "hulpverloop": "loopt"}
(CASE,) = cases(GIVEN)
ANSWERS = Answers(GIVEN)


def test_what_was_not_asked_has_no_reply(program: Program) -> None:
    found = explain(program, assess(program, CASE, ()))
    assert found.assessment == assess(program, CASE, ())
    assert (found.why, found.why_not, found.what_if, found.steps) == (None, None, None, None)


def test_every_question_has_its_reply(program: Program) -> None:
    change = Change("veiligheid", "geen_zorg")
    found = explain(
        program,
        assess(program, CASE, ()),
        why=True,
        why_not="segregatie",
        what_if=[change],
        step=ANY_LEVEL,
    )
    assert found.why == tuple(supports(program, ANSWERS))
    above = tuple(supports(program, ANSWERS, "segregatie"))
    assert found.why_not == WhyNot(
        "segregatie", tuple(obstacles(program, ANSWERS, "segregatie")), above
    )
    assert above
    assert found.what_if == suppose(program, ANSWERS, [change])
    assert found.steps == Steps(ANY_LEVEL, tuple(smallest_steps(program, ANSWERS)))


def test_a_step_to_one_level_leads_there(program: Program) -> None:
    found = explain(program, assess(program, CASE, ()), step="cooperatie")
    assert found.steps == Steps("cooperatie", tuple(smallest_steps(program, ANSWERS, "cooperatie")))


def test_nothing_stands_above_a_route() -> None:
    program = lower(good("tafels.yaml"))
    route = program.instrument.outcomes[0].id
    (case,) = cases({"veiligheid": "zorg"})
    found = explain(program, assess(program, case, ()), why_not=route)
    assert found.why_not is not None
    assert (found.why_not.target, found.why_not.above) == (route, ())
    assert found.why_not.obstacles
