"""A score in words: its range, how many questions are open, and what the sum means."""

from collections.abc import Iterator

from integraal.model.condition import InScore
from integraal.model.instrument import Band, Score
from integraal.model.results.advice import ScoreRange
from integraal.model.results.assessment import Assessment
from integraal.report.phrases.answer import answer_text, lowered
from integraal.words.words import Words


def range_text(found: ScoreRange, words: Words) -> str:
    """How much it is of how much, and how many questions are open.

    >>> range_text(ScoreRange("klachten", 12, 18, 27, (), (), ("slaap", "eten")), Words("nl"))
    '12 tot 18 van 27, nog 2 vragen open'
    """
    key = "score.sum" if found.low == found.high else "score.range"
    told = words(key, low=found.low, high=found.high, most=found.most)
    count = len(found.open)
    if not count:
        return told
    return words("score.open_one" if count == 1 else "score.open", sum=told, count=count)


def score_text(score: Score, found: ScoreRange, words: Words) -> str:
    """The range with the names of the bands that it lies in: never a sum alone."""
    names = [lowered(band.name) for band in score.bands if band.id in found.bands]
    means = words.listed(names, "or") if names else words("score.no_band")
    return words("score.means", sum=range_text(found, words), bands=means)


def bands_text(score: Score, words: Words) -> str:
    """Every band with the sums that lie in it."""
    return words.apart(band_text(band, words) for band in score.bands)


def band_text(band: Band, words: Words) -> str:
    """A band with its sums."""
    key = "score.band_one" if band.low == band.high else "score.band"
    return words(key, name=lowered(band.name), low=band.low, high=band.high)


def wanted_text(condition: InScore, score: Score, words: Words) -> str:
    """What a condition asks of a score."""
    for band in score.bands:
        if (band.low, band.high) == (condition.low, condition.high):
            return words("pair", name=score.name, value=band_text(band, words))
    return words("pair", name=score.name, value=_bounds(condition, words))


def _bounds(condition: InScore, words: Words) -> str:
    if condition.low is None:
        return words("condition.at_most", number=condition.high)
    if condition.high is None:
        return words("condition.at_least", number=condition.low)
    return words("condition.between", low=condition.low, high=condition.high)


def counted_lines(found: ScoreRange, assessment: Assessment, words: Words) -> Iterator[str]:
    """Each question with its answer, and what that counts for."""
    for counted in found.counted:
        question = assessment.instrument.question(counted.question)
        answer = lowered(answer_text(question, assessment.answers.get(question.id), words))
        said = words("pair", name=question.name, value=answer)
        key = "score.counts" if counted.low == counted.high else "score.may_count"
        yield words(key, said=said, low=counted.low, high=counted.high)
