"""Let an option count for one more or one less in a score, wherever the score is looked at."""

from collections.abc import Iterator
from dataclasses import replace

from integraal.model import condition as c
from integraal.model.definitions import changed, linked
from integraal.model.instrument import Instrument, Score
from integraal.model.results.trial import Change, Edit, Owner


def score_edits(instrument: Instrument) -> Iterator[tuple[Change, Instrument]]:
    """Every weight of the instrument's own scores, one more and one less."""
    for score in instrument.scores:
        if not score.minimum_of:  # where its weights lie, the cases of that instrument guard
            for change, other in _of_score(score):
                yield change, _scoring(instrument, other)


def _of_score(score: Score) -> Iterator[tuple[Change, Score]]:
    for place, item in enumerate(score.items):
        for number, (option, weight) in enumerate(item.options):
            for after in (weight - 1, weight + 1):
                if after < 0:
                    continue
                kept = (*item.options[:number], (option, after), *item.options[number + 1 :])
                items = (
                    *score.items[:place],
                    replace(item, options=kept),
                    *score.items[place + 1 :],
                )
                told = (f"{option}: {weight}", f"{option}: {after}")
                change = Change(Edit.WEIGHT, score.id, Owner.SCORE, "", item.question, *told)
                yield change, replace(score, items=items)


def _scoring(instrument: Instrument, score: Score) -> Instrument:
    """The instrument with one score changed, and every condition on it."""
    own = tuple(score if one.id == score.id else one for one in instrument.scores)
    said = changed(replace(instrument, scores=own), lambda condition: rescored(condition, score))
    return linked(said)


def rescored(condition: c.Condition, score: Score) -> c.Condition:
    """The condition, with what counts for a score as it counts now."""
    match condition:
        case c.All(parts) | c.AnyOf(parts) | c.AtLeastOf(_, parts):
            return replace(condition, parts=tuple(rescored(part, score) for part in parts))
        case c.Not(part):
            return c.Not(rescored(part, score))
        case c.InScore(name) if name == score.id:
            return replace(condition, parts=score.parts)
        case _:
            return condition
