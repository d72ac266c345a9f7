"""Read a file of test cases: the answers an author gives, and the advice that must follow."""

from pathlib import Path

from integraal.model.example import Example, Expectation
from integraal.model.finding import Faulty, Finding
from integraal.model.instrument import Instrument
from integraal.reading.cases.casefile import Elsewhere, read_answers
from integraal.reading.shapes.example import ExamplesShape, ExpectationShape
from integraal.reading.trees import read_shape
from integraal.reading.yaml_tree import Mapping, find


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
    findings: list[Finding] = []
    for index, case in enumerate(shape.cases):
        node = find(tree, ("cases", index))
        given = node.get("answers") if isinstance(node, Mapping) else None
        answers, faults = read_answers(given, instrument, elsewhere)
        findings.extend(faults)
        expect = _expectation(case.expect)
        examples.append(Example(case.id, answers, expect, case.about, case.source_only, node.place))
    if findings:
        raise Faulty(findings)
    return tuple(examples)


def _expectation(shape: ExpectationShape) -> Expectation:
    return Expectation(
        level=shape.level,
        reach=shape.reach,
        current=shape.current,
        feasible=shape.feasible,
        direction=shape.direction,
        provisional=shape.provisional,
        rules=tuple(shape.rules),
        rules_open=tuple(shape.rules_open),
        rules_off=tuple(shape.rules_off),
        actions=None if shape.actions is None else tuple(shape.actions),
        outcomes=None if shape.outcomes is None else tuple(shape.outcomes),
        fields=frozenset(shape.model_fields_set),
    )
