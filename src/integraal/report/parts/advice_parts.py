"""Parts of the advice page that say what the level is: the ladder and the sentences about it."""

from collections.abc import Iterable, Iterator

from integraal.model.condition import Direction
from integraal.model.instrument import Limit, Raise
from integraal.model.results.advice import Advice, Reason
from integraal.model.results.assessment import Assessment
from integraal.model.scale import Level, Scale
from integraal.report.blocks import Block
from integraal.report.figures import Ladder, Mark, Rung
from integraal.report.phrases.answer import lowered, own_answers
from integraal.report.phrases.grounds import grounds_text
from integraal.report.phrases.level import certain_text
from integraal.report.prose import paragraph
from integraal.report.text import Inline, inline, quiet, strong
from integraal.words.words import Words

SHAPES = {"now": "●", "advice": "◆", "reach": "◇", "feasible": "▲", "family": "♥", "own": "✎"}
"""One shape for each mark; each also has a word."""


def ladder(scale: Scale, advice: Advice, words: Words) -> Ladder:
    """Draw the levels with what is now, what is advised and what is feasible."""
    return Ladder(
        tuple(
            Rung(rank, level.name, level.intensity, tuple(_marks(level, advice, words)))
            for rank, level in enumerate(scale.levels, 1)
        )
    )


def plain_ladder(scale: Scale, advice: Advice, words: Words) -> Ladder:
    """Draw the levels with what each comes down to, and with marks in a word."""
    return Ladder(
        tuple(
            Rung(rank, *level.plain, tuple(_marks(level, advice, words, "compare.mark.")))
            for rank, level in enumerate(scale.levels, 1)
        )
    )


def given_up(searched_all: Iterable[bool], words: Words) -> Iterator[Block]:
    """That there was too much to look at, of one of these advices, and what that leaves open."""
    if not all(searched_all):
        yield paragraph(strong(words("advice.not_all_searched")))


def _marks(level: Level, advice: Advice, words: Words, short: str = "") -> Iterable[Mark]:
    if level == advice.level:
        at_least = f"{short}at_least" if short else "mark.advice_at_least"
        key = "mark.advice" if advice.is_settled else at_least
        yield Mark(SHAPES["advice"], words(key), strong=True)
    elif level == advice.reach:
        yield Mark(SHAPES["reach"], words(f"{short or 'mark.'}reach"))
    if level == advice.current_at_least:
        key = "mark.now" if advice.current else "mark.now_at_least"
        yield Mark(SHAPES["now"], words(key))
    if level == advice.feasible:
        yield Mark(SHAPES["feasible"], words("short.feasible" if short else "mark.feasible"))


def headline(assessment: Assessment, words: Words) -> Inline:
    """The advice in one sentence or two."""
    advice = assessment.advice
    if advice.level is None or advice.reach is None:
        return ()
    level = strong(lowered(advice.level.name))
    if advice.is_settled:
        key = "advice.settled_whatever" if advice.rules_open else "advice.settled"
        return inline(words("advice.settled_before"), level, words(key))
    names = [assessment.instrument.question(q.question).name for q in advice.open_questions]
    most = 3
    listed = [lowered(name) for name in names[:most]]
    if len(names) > most:
        listed.append(words("advice.more_questions", count=len(names) - most))
    return inline(
        words("advice.range_before"),
        level,
        words("advice.range_between" if advice.searched_all else "advice.range_between_perhaps"),
        strong(lowered(advice.reach.name)),
        words("advice.range_after", questions=words.listed(listed)),
    )


def direction(assessment: Assessment, words: Words) -> str:
    """How the present relates to the advice, as far as the present is known."""
    advice, present = assessment.advice, assessment.instrument.present
    if advice.current_at_least is None or present is None:
        is_none = present is not None and assessment.answers.known(present.question)
        return words("direction.no_present" if is_none else "direction.unknown_present")
    key = advice.direction.value if advice.current else f"at_least.{advice.direction.value}"
    if advice.direction is Direction.FITS and _is_a_reason(present.question, advice):
        key = "not_enough"
    return words(f"direction.{key}", now=lowered(advice.current_at_least.name))


def _is_a_reason(question: str, advice: Advice) -> bool:
    """Whether a reason that decides rests on the answer to this question."""
    return any(question in each.answers for each in advice.reasons if decides(each, advice))


def gap(assessment: Assessment, words: Words) -> str:
    """How what is feasible relates to the advice and to the present; empty where nothing limits."""
    instrument, advice = assessment.instrument, assessment.advice
    if advice.feasible is None or advice.level is None or advice.reach is None:
        return ""
    now, rank = advice.current_at_least, instrument.rank
    names = {
        "feasible": lowered(advice.feasible.name),
        "level": certain_text(advice.level, advice.reach, words),
        "reach": lowered(advice.reach.name),
    }
    sentences = [words(f"feasible.{_suffices(assessment)}", **names)]
    if now is not None and rank(now.id) > rank(advice.feasible.id):
        sentences.append(words("feasible.does_more", now=lowered(now.name)))
    return " ".join(sentences)


def _suffices(assessment: Assessment) -> str:
    """Say whether what is feasible is enough; never more soothing than anybody can know."""
    instrument, advice = assessment.instrument, assessment.advice
    assert advice.level is not None  # noqa: S101 - checked by the only one who asks
    assert advice.reach is not None  # noqa: S101 - with a level comes a reach
    assert advice.feasible is not None  # noqa: S101 - checked by the only one who asks
    rank = instrument.rank
    level, reach, feasible = (
        rank(each.id) for each in (advice.level, advice.reach, advice.feasible)
    )
    if feasible < level:
        return "below"
    if feasible < reach:
        return "depends"
    still_open = set(advice.rules_open)
    could_lower = any(
        rule.id in still_open and rank(rule.target) < reach for rule in instrument.rules_with(Limit)
    )
    return "so_far" if could_lower else "enough"


def decides(reason: Reason, advice: Advice) -> bool:
    """Whether a reason leads to the level itself, and not to one below it."""
    effect, level = reason.rule.effect, advice.level
    return isinstance(effect, Raise) and level is not None and effect.level == level.id


def estimates(assessment: Assessment, words: Words) -> list[str]:
    """Lay the estimates of family and professional beside each other and the advice."""
    scale, answers = assessment.instrument.scale, assessment.answers
    if scale is None:
        return []
    # Others did not fill it in: to them the professional is somebody else.
    is_own = assessment.reader.is_professional
    whose = {"family": "family", "professional": "professional" if is_own else "helper"}
    said: dict[str, str] = {}
    for question in assessment.instrument.questions():
        if question.estimate_of and answers.known(question.id):
            said[question.estimate_of] = str(answers[question.id])
    lines = [
        words(
            f"estimate.{whose[who]}_{_compared(scale, level, assessment.advice)}",
            level=lowered(scale.levels[scale.rank(level)].name),
        )
        for who, level in said.items()
    ]
    if len(set(said.values())) > 1:
        lines.append(words("estimate.differ" if is_own else "estimate.helper_differ"))
    return lines


def _compared(scale: Scale, level: str, advice: Advice) -> str:
    if advice.level is None or advice.reach is None:
        return "same"
    rank = scale.rank(level)
    if rank < scale.rank(advice.level.id):
        return "lower"
    return "higher" if rank > scale.rank(advice.reach.id) else "same"


def reason_lines(reason: Reason, assessment: Assessment, words: Words) -> Iterator[Inline]:
    """What a reason rests on: the person's own answers, and the grounds of its rule."""
    if told := own_answers(reason.answers, assessment, words):
        whose = "your_answers" if assessment.reader.is_professional else "answers"
        yield inline(quiet(words(f"reason.{whose}")), words.apart(told))
    yield inline(quiet(grounds_text(reason.rule, assessment.reader, words)))
