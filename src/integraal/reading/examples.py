"""Read a file of test cases: the answers an author gives, and the advice that must follow."""

from pathlib import Path

from integraal.model.example import Example, Expectation
from integraal.model.finding import Faulty, Finding
from integraal.model.instrument import Instrument
from integraal.reading.cases.casefile import Elsewhere, read_answers
from integraal.reading.shapes.example import ExamplesShape
from integraal.reading.trees import read_shape
from integraal.reading.yaml_tree import below, find


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
        answers, faults = read_answers(below(node, "answers"), instrument, elsewhere)
        findings.extend(faults)
        fields = frozenset(case.expect.model_fields_set)
        calls = tuple(case.expect.calls.items())
        expect = Expectation(**{**dict(case.expect), "calls": calls}, fields=fields)
        examples.append(Example(case.id, answers, expect, case.about, case.source_only, node.place))
    if findings:
        raise Faulty(findings)
    return tuple(examples)
