"""Read a file of test cases: the answers an author gives, and the advice that must follow."""

from pathlib import Path

from integraal.model.example import Example, Expectation
from integraal.model.finding import Faulty, Finding
from integraal.model.instrument import Instrument
from integraal.reading.cases.casefile import Elsewhere, read_answers
from integraal.reading.resolve.checks import Checks
from integraal.reading.resolve.checks import Path as TreePath
from integraal.reading.shapes.example import ExamplesShape
from integraal.reading.trees import read_shape
from integraal.reading.yaml_tree import Node, below, find


def instrument_of(path: Path) -> str:
    """For which instrument a file of test cases is.

    Raises:
        Faulty: if it is no such file.
    """
    return read_shape(ExamplesShape, path)[0].instrument


def read_examples(path: Path, instrument: Instrument, elsewhere: Elsewhere) -> tuple[Example, ...]:
    """Read a file of test cases.

    Raises:
        Faulty: with every fault in it.
    """
    shape, tree = read_shape(ExamplesShape, path)
    examples: list[Example] = []
    findings = _misnamed(shape, tree, instrument)
    for index, case in enumerate(shape.cases):
        node = find(tree, ("cases", index))
        answers, faults = read_answers(below(node, "answers"), instrument, elsewhere)
        findings.extend(faults)
        fields = frozenset(case.expect.model_fields_set)
        calls = tuple(case.expect.calls.items())
        scores = tuple(case.expect.scores.items())
        told = {**dict(case.expect), "calls": calls, "scores": scores}
        expect = Expectation(**told, fields=fields)
        examples.append(Example(case.id, answers, expect, case.about, case.source_only, node.place))
    if findings:
        raise Faulty(findings)
    return tuple(examples)


def _misnamed(shape: ExamplesShape, tree: Node, instrument: Instrument) -> list[Finding]:
    """What no case can expect: nothing at all, what the instrument has not, two cases as one."""
    checks = Checks(tree)
    checks.unique([case.id for case in shape.cases], ("cases",))
    actions, outcomes = (
        [one.id for one in some] for some in (instrument.actions, instrument.outcomes)
    )
    known = (
        ("level", ("level", "reach", "current", "feasible"), instrument.level_ids),
        ("rule", ("rules", "rules_open", "rules_off"), [rule.id for rule in instrument.rules]),
        ("action", ("actions",), actions),
        ("action", ("urgent", "calls", "ask_first"), [*actions, *outcomes]),
        ("outcome", ("outcomes", "outcomes_open"), outcomes),
        ("promise", ("promises", "promises_off"), [never.id for never in instrument.never]),
        ("score", ("scores",), [score.id for score in instrument.scores]),
    )
    for index, case in enumerate(shape.cases):
        here: TreePath = ("cases", index, "expect")
        if not case.expect.model_fields_set:
            checks.found("expects-nothing", here, case=case.id)
        for kind, keys, names in known:
            for key in keys:
                said = getattr(case.expect, key) or ()
                for number, name in enumerate((said,) if isinstance(said, str) else said):
                    at = (*here, key) if isinstance(said, str) else (*here, key, number)
                    at = (*here, key, name) if isinstance(said, dict) else at
                    checks.known(kind, name, names, at)
    return checks.findings
