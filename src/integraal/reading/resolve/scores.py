"""Turn scores, and what is asked of them, into model values, with every name in them checked."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from integraal.model.condition import InScore
from integraal.model.finding import Finding
from integraal.model.instrument import Band, Kind, Question, Score, Weights
from integraal.model.source import Grounds
from integraal.reading.numbers import number_in
from integraal.reading.resolve.checks import Checks, Path
from integraal.reading.resolve.citations import Citations
from integraal.reading.shapes.fit import nearest, strange
from integraal.reading.shapes.scores import HIGHEST, BandShape, ItemShape, ScoreShape
from integraal.reading.yaml_tree import Mapping as Keys
from integraal.reading.yaml_tree import Node, Scalar, find, word

_TESTS = ("at_least", "at_most")
_KINDS = (Kind.ONE, Kind.SEVERAL)


@dataclass
class Scores:
    """Makes the scores of an instrument, each once."""

    checks: Checks
    shapes: Sequence[ScoreShape]
    questions: Mapping[str, Question]
    """Those that were read so far."""
    citations: Citations
    made: dict[str, Score] = field(default_factory=dict)
    """By their ids."""

    def every(self) -> tuple[Score, ...]:
        """Make all, also those of which a question is not there."""
        self.checks.unique([shape.id for shape in self.shapes], ("scores",))
        for number, shape in enumerate(self.shapes):
            if shape.id in self.questions:
                self.checks.found("duplicate-id", ("scores", number, "id"), id=shape.id)
            self._make(shape, number)
        return tuple(self.made.values())

    def make_ready(self) -> None:
        """Make those of which every question was read, so that `ask_when` may use them."""
        for number, shape in enumerate(self.shapes):
            needed = {name for item in shape.items for name in item.questions}
            if needed <= self.questions.keys():
                self._make(shape, number)

    def _make(self, shape: ScoreShape, number: int) -> None:
        if shape.id not in self.made:
            path: Path = ("scores", number)
            grounds = self.citations.grounds(shape, path)
            self.made[shape.id] = self._score(shape, grounds, path)

    def _score(self, shape: ScoreShape, grounds: Grounds, path: Path) -> Score:
        items: list[Weights] = []
        for number, each in enumerate(shape.items):
            items += self._items(shape.id, each, (*path, "items", number), items)
        order = list(self.questions)
        items.sort(key=lambda item: order.index(item.question))
        is_whole = len(items) == sum(len(each.questions) for each in shape.items)
        # Of a sum that is not known yet nothing is said.
        most = sum(item.most for item in items) if is_whole else HIGHEST
        return Score(
            shape.id, shape.name, tuple(items), self._bands(shape.bands, path, most), grounds
        )

    def _items(
        self, owner: str, shape: ItemShape, path: Path, before: Collection[Weights]
    ) -> list[Weights]:
        made: list[Weights] = []
        for number, name in enumerate(shape.questions):
            where: Path = (*path, "questions", number)
            question = self.questions.get(name)
            if question is None:
                near = nearest(name, list(self.questions))
                self.checks.found("unknown-question", where, near, owner=owner, question=name)
            elif question.kind not in _KINDS or question.for_reflection:
                self.checks.found("not-to-add-up", where, owner=owner, question=name)
            elif any(name == item.question for item in (*before, *made)):
                self.checks.found("counted-twice", where, owner=owner, question=name)
            elif self._is_weighed(owner, question, shape, (*path, "weights")):
                options = tuple((option, shape.weights[option]) for option in question.option_ids)
                made.append(Weights(name, options, several=question.kind is Kind.SEVERAL))
        return made

    def _is_weighed(self, owner: str, question: Question, shape: ItemShape, path: Path) -> bool:
        """Whether the weights are those of the options of a question; note what is not."""
        order, weights = question.option_ids, find(self.checks.tree, path)
        for option in shape.weights:
            if option not in order and isinstance(weights, Keys):
                place = (weights.key(option) or weights).place
                details = {"question": question.id, "option": option}
                self.checks.findings.append(
                    strange("unknown-option", place, option, order, **details)
                )
        missing = [option for option in order if option not in shape.weights]
        for option in missing:
            self.checks.found(
                "weight-missing", path, owner=owner, question=question.id, option=option
            )
        return bool(order) and not missing

    def _bands(self, shapes: Sequence[BandShape], path: Path, most: int) -> tuple[Band, ...]:
        self.checks.unique([band.id for band in shapes], (*path, "bands"))
        made: list[Band] = []
        for number, shape in enumerate(shapes):
            following = shapes[number + 1].from_ - 1 if number + 1 < len(shapes) else most
            band = Band(
                shape.id, shape.name, shape.from_, following if shape.to is None else shape.to
            )
            where: Path = (*path, "bands", number, "from")
            if made and band.low <= made[-1].high:
                self.checks.found(
                    "bands-overlap", where, band=band.id, other=made[-1].id, sum=band.low
                )
            elif band.high < band.low:
                self.checks.found("band-empty", where, band=band.id, low=band.low, high=band.high)
            made.append(band)
        return tuple(made)


@dataclass(frozen=True, slots=True)
class ScoreTests:
    """Reads what conditions ask of scores."""

    owner: str
    """Id of what the condition is of, for the message."""
    findings: list[Finding]

    def condition(self, score: Score, value: Node) -> InScore | None:
        """Read what is asked of a score: a band, or from or up to a band or a sum."""
        if isinstance(value, Scalar):
            low, high = self._sums(score, value, ())
            return None if low is None else score.between(low, high)
        if not isinstance(value, Keys) or len(value.entries) != 1:
            self._wrong("not-a-test", value, question=score.id)
            return None
        test, argument = value.entries[0]
        if test.value not in _TESTS:
            details = {"test": test.value or "", "question": score.id}
            wrong = strange("unknown-test", test.place, test.value or "", _TESTS, **details)
            self.findings.append(wrong)
            return None
        from_on = test.value == "at_least"
        sums = range(1, score.most + 1) if from_on else range(score.most)
        low, high = self._sums(score, argument, sums)
        if low is None:
            return None
        return score.between(low, None) if from_on else score.between(None, high)

    def _sums(
        self, score: Score, node: Node, sums: Iterable[int]
    ) -> tuple[int, int] | tuple[None, None]:
        """The lowest and highest sum that a band, or one of these sums, stands for."""
        said, bands = word(node), {band.id: band for band in score.bands}
        if said in bands:
            return bands[said].low, bands[said].high
        listed = list(sums)
        number = number_in(said)
        if number is None or not listed:
            details = {"score": score.id, "band": said}
            self.findings.append(strange("unknown-band", node.place, said, list(bands), **details))
        elif number not in listed:
            self._wrong("sum-out-of-range", node, score=score.id, least=listed[0], most=listed[-1])
        else:
            return int(number), int(number)
        return None, None

    def _wrong(self, code: str, node: Node, **details: Any) -> None:
        self.findings.append(Finding.at(code, node.place, owner=self.owner, **details))
