"""From a program and a case to a case under advice, the one value that pages are made of."""

from collections.abc import Iterable
from dataclasses import replace

from integraal.engine.beside import beside
from integraal.engine.compare.knowledge import earlier_answers
from integraal.engine.dangers import gathered
from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import left_out, not_counted, without_dropped
from integraal.engine.program import Program
from integraal.engine.readers import shown_to, without_sensitive
from integraal.model.answers import Answers
from integraal.model.case import Case
from integraal.model.case.timeline import look
from integraal.model.reader import Reader, Sight
from integraal.model.results.assessment import Assessment
from integraal.model.truth import Truth, truth


def assess(program: Program, case: Case, others: Iterable[Program]) -> Assessment:
    """Evaluate a case at the last moment of an instrument, with what goes along.

    Args:
        program: The instrument in view.
        case: With answers to its questions, and maybe to those of others.
        others: The other instruments that may see a danger in these answers. Nobody may leave
            them out unseen, so there is no default.
    """
    said = look(program.instrument, case).answers
    answers = without_dropped(program, said)
    others = tuple(others)
    programs = (program, *others)
    advice = evaluate(program, answers)
    return Assessment(
        case=case,
        instrument=program.instrument,
        answers=answers,
        advice=advice,
        dangers=gathered(programs, said, *(moment.answers for moment in case.ahead)),
        earlier=earlier_answers(program, case),
        left_out=left_out(program, answers),
        not_counted=not_counted(program, answers),
        is_compulsory=_is_compulsory(programs, said),
        source_only=program.source_only,
        beside=tuple(beside(program, advice, others, said)),
    )


def assess_for(
    reader: Reader, program: Program, case: Case, others: Iterable[Program]
) -> Assessment | None:
    """Evaluate a case as a reader may see it; None where nothing may be seen.

    Args:
        reader: For whom the page is.
        program: The instrument in view.
        case: With one moment or more; only the last of the instrument is looked at.
        others: As for `assess`.
    """
    whole = assess(program, case, others)
    if reader.is_professional:
        return whole
    shown = shown_to(program, [case], reader)
    if shown is None:
        return None
    found = seen(assess(program, shown.cases[0], ()), program, shown.sight)
    return replace(found, is_compulsory=whole.is_compulsory)


def seen(found: Assessment, program: Program, sight: Sight) -> Assessment:
    """A case under advice as a reader sees it, without what is for professionals only."""
    if sight.reader.is_professional:
        return found
    advice = without_sensitive(program, found.advice) if sight.is_masked else found.advice
    return replace(
        found,
        advice=advice,
        dangers=(),
        left_out=(),
        not_counted=(),
        earlier=(),
        reader=sight.reader,
        beside=(),
    )


def _is_compulsory(programs: Iterable[Program], answers: Answers) -> Truth:
    """Whether nobody may refuse the help, as far as an answer says so."""
    for program in programs:
        for question in program.instrument.questions():
            compulsory = {option.id for option in question.options if option.compulsory}
            if compulsory and answers.known(question.id):
                return truth(answers[question.id] in compulsory)
    return Truth.UNKNOWN
