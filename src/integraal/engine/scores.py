"""Add up what the answers of one case count for; what is unknown widens the sum, and is no zero.

The bounds are those of Kleene, question by question: where one question applies only after an
answer to another that is not known either, the range can be wider than the answers allow.
"""

from collections.abc import Iterator

from integraal.engine.explain.cause import supporting, unique
from integraal.engine.interpreter import Evaluation
from integraal.engine.program import NEVER, Weighed
from integraal.model.instrument import Score
from integraal.model.results.advice import Counted, ScoreRange
from integraal.model.truth import Truth


def score_ranges(evaluation: Evaluation) -> Iterator[ScoreRange]:
    """Work out every score of the instrument, in its order."""
    for score in evaluation.program.instrument.scores:
        weighed = evaluation.program.scores[score.id]
        low, high = bounds(evaluation, weighed)
        missing = (node for _, node in weighed if evaluation.of(node) is Truth.UNKNOWN)
        yield ScoreRange(
            score.id,
            low,
            high,
            most=sum(weight for weight, node in weighed if node != NEVER),
            bands=tuple(band.id for band in score.met(low, high)),
            counted=tuple(_counted(evaluation, score, weighed)),
            open=unique(name for node in missing for name in supporting(evaluation, node)),
        )


def bounds(evaluation: Evaluation, weighed: Weighed) -> tuple[int, int]:
    """The lowest and the highest sum that the answers leave open."""
    truths = [(weight, evaluation.of(node)) for weight, node in weighed]
    low = sum(weight for weight, value in truths if value is Truth.TRUE)
    return low, low + sum(weight for weight, value in truths if value is Truth.UNKNOWN)


def _counted(evaluation: Evaluation, score: Score, weighed: Weighed) -> Iterator[Counted]:
    of_question = [leaf.question for _, leaf in score.parts]
    for item in score.items:
        pairs = zip(of_question, weighed, strict=True)
        own = tuple(part for name, part in pairs if name == item.question)
        yield Counted(item.question, *bounds(evaluation, own))
