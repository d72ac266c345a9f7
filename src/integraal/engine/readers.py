"""What others than professionals may read of a case: nothing from which safety can be told.

Noninterference: a page for others is the page of the same case with every sensitive answer set to
its lowest need, without sensitive reasons and actions. Where the case itself has another level,
another route that holds now, or another reason or action that is not sensitive, there is no page
at all. So the page cannot depend on what is sensitive, and nobody can read it from what is missing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import without_dropped
from integraal.engine.program import Program
from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.case import Case, Moment
from integraal.model.case.timeline import look, noted_apart, own_moments
from integraal.model.instrument import Instrument, Kind, Question, Rule
from integraal.model.reader import Reader, Sight
from integraal.model.results.advice import Advice, Reason


@dataclass(frozen=True, slots=True)
class Shown:
    """What others may see of cases."""

    cases: tuple[Case, ...]
    sight: Sight


def shown_to(
    program: Program, cases: Sequence[Case], reader: Reader, *, in_course: bool = False
) -> Shown | None:
    """The cases as a reader may see them together on one page.

    Args:
        program: The instrument in view.
        cases: One, or the views of several people.
        reader: For whom the page is.
        in_course: Whether every moment stands on the page, and not the last one alone.

    Returns: The cases themselves for professionals, and for others once those involved were
        talked with; the cases without what is sensitive where that shows the same advice; None
        where it does not, or where talking is not safe.
    """
    if reader.is_professional:
        return Shown(tuple(cases), Sight(reader))
    if any(
        _is_unsafe(program.instrument, case)
        or _depends_on_others(program.instrument, case, in_course)
        or _depends_on_secrets(program.instrument, case)
        for case in cases
    ):
        return None
    fit = tuple(_in_no_own_words(program.instrument, case) for case in cases)
    if reader is not Reader.CHILD and all(is_released(program.instrument, c) for c in cases):
        return Shown(fit, Sight(reader))
    masked = tuple(_masked(program.instrument, case) for case in fit)
    told = (
        _told(program, one) == _told(program, other)
        for case, shown in zip(fit, masked, strict=True)
        for one, other in zip(
            _on_page(program, case, in_course), _on_page(program, shown, in_course), strict=True
        )
    )
    return Shown(masked, Sight(reader, is_masked=True)) if all(told) else None


def _on_page(program: Program, case: Case, in_course: bool) -> Iterator[Answers]:
    """The answers that a page tells of."""
    yield look(program.instrument, case).answers
    if in_course:
        yield from (moment.answers for moment in case.moments)


def is_released(instrument: Instrument, case: Case) -> bool:
    """Whether those involved were talked with, and nothing sensitive was answered after that."""
    until = instrument.withhold_until
    if until is None:
        return False
    moments = case.moments
    talked = [moment.answers.get(until.question) == until.option for moment in moments]
    if not talked[-1] or case.ahead:
        return False
    # The talk was held at the first moment of the unbroken run that ends now.
    run = list(takewhile(bool, reversed(talked)))
    told, now = moments[-len(run)].answers, case.latest.answers
    # What goes along from another moment was no part of that talk.
    shown = look(instrument, case).answers
    names = (question.id for question in instrument.every_question() if question.sensitive)
    return all(told.get(name) == now.get(name) == shown.get(name) for name in names)


def without_sensitive(program: Program, advice: Advice) -> Advice:
    """Advice without the reasons, actions and questions that are for professionals only."""
    instrument = program.instrument
    sensitive = {question.id for question in instrument.every_question() if question.sensitive}

    def bare(reason: Reason) -> Reason:
        return replace(reason, answers=tuple(n for n in reason.answers if n not in sensitive))

    def told(reason: Reason) -> Reason:
        """A route may be for all to read while the reason of its row is not."""
        if not reason.rule.sensitive:
            return bare(reason)
        grounds = replace(reason.rule.grounds, because="", for_family="")
        return replace(bare(reason), rule=replace(reason.rule, grounds=grounds))

    def kept(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
        return tuple(
            bare(reason) for reason in reasons if not is_sensitive(instrument, reason.rule)
        )

    return replace(
        advice,
        reasons=kept(advice.reasons),
        first=kept(advice.first),
        limits=kept(advice.limits),
        actions=kept(advice.actions),
        outcomes=tuple(
            replace(
                outcome,
                reason=told(outcome.reason),
                hangs_on=tuple(n for n in outcome.hangs_on if n not in sensitive),
            )
            for outcome in advice.outcomes
            if not instrument.outcome(outcome.id).sensitive
        ),
        open_questions=tuple(q for q in advice.open_questions if q.question not in sensitive),
        open_routes=tuple(q for q in advice.open_routes if q.question not in sensitive),
        scores=tuple(
            found
            for found in advice.scores
            if not instrument.score(found.score).questions & sensitive
        ),
    )


def is_sensitive(instrument: Instrument, rule: Rule) -> bool:
    """Whether what a rule says is for professionals only."""
    statement = instrument.statement_of(rule)
    return rule.sensitive or bool(statement and statement.sensitive)


def _is_unsafe(instrument: Instrument, case: Case) -> bool:
    """Whether the last that is known is that talking is not safe, at whatever moment."""
    until = instrument.withhold_until
    if until is None:
        return False
    said = (moment.answers.get(until.question) for moment in reversed(case.every_moment))
    known = (answer for answer in said if answer not in (None, DONT_KNOW))
    return next(known, None) == until.never


def _depends_on_others(instrument: Instrument, case: Case, in_course: bool) -> bool:
    """Whether it hangs on answers to other instruments which moments are looked at.

    Those may be sensitive there, and which are is not known here.
    """
    own = {question.id for question in instrument.every_question()}

    def bare(moment: Moment) -> Moment:
        return replace(moment, answers=moment.answers.without(*moment.answers.keys() - own))

    found = (own_moments(instrument, each) for each in (case, _each_moment(case, bare)))
    one, other = ([moment.day for moment in moments] for moments in found)
    return one != other if in_course else one[-1] != other[-1]


def _depends_on_secrets(instrument: Instrument, case: Case) -> bool:
    """Whether a day is looked at for no more than answers that others do not read.

    Without those nothing was answered that day, and the page would be of an earlier one.
    """
    hidden = [q.id for q in instrument.every_question() if q.sensitive or q.kind is Kind.TEXT]
    bare = [replace(each, answers=each.answers.without(*hidden)) for each in case.moments]
    return bool(noted_apart(instrument, bare)[1])


def _in_no_own_words(instrument: Instrument, case: Case) -> Case:
    """The case without what professionals wrote themselves.

    Nobody can say what is to be read from a text, so none is for others; and of what was agreed
    and decided, only what somebody marked so.
    """
    texts = [question.id for question in instrument.every_question() if question.kind is Kind.TEXT]

    def fit(moment: Moment) -> Moment:
        return replace(
            moment,
            answers=moment.answers.without(*texts),
            agreements=tuple(one for one in moment.agreements if one.for_others),
            closed=tuple(one for one in moment.closed if one.for_others),
            decisions=tuple(one for one in moment.decisions if one.for_others),
        )

    return _each_moment(case, fit)


def _masked(instrument: Instrument, case: Case) -> Case:
    """The case with every sensitive answer at its lowest need, answered or not."""
    lowest = {q.id: _lowest(q) for q in instrument.every_question() if q.sensitive}
    return _each_moment(case, lambda one: replace(one, answers=Answers({**one.answers, **lowest})))


def _each_moment(case: Case, made: Callable[[Moment], Moment]) -> Case:
    parts = (tuple(map(made, each)) for each in (case.moments, case.ahead, case.noted))
    moments, ahead, noted = parts
    return replace(case, moments=moments, ahead=ahead, noted=noted)


def _lowest(question: Question) -> Answer:
    return frozenset() if question.kind is Kind.SEVERAL else question.option_ids[0]


def _told(program: Program, answers: Answers) -> tuple[object, ...]:
    """What a page for others tells of advice."""
    kept = without_dropped(program, answers)
    advice = without_sensitive(program, evaluate(program, kept, with_open_questions=False))
    reasons = (*advice.reasons, *advice.limits, *advice.actions, *advice.first)
    return (
        advice.level,
        advice.feasible,
        frozenset(outcome.id for outcome in advice.outcomes if outcome.holds_now),
        frozenset(reason.rule.id for reason in reasons if reason.certain),
        tuple((found.score, found.low, found.high, found.open) for found in advice.scores),
    )
