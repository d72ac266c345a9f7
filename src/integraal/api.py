"""The front door: what `import integraal` offers, over the same floors as the commands.

Results are the frozen values of `integraal.model`. What is not right is raised as Faulty, with
every finding at once; each finding has its place and its nearest remedy, and a traceback shows
them as sentences.
"""

import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeAlias

from integraal.engine.assess import assess
from integraal.engine.evaluate import evaluate as evaluated
from integraal.engine.explain.explanation import explain as explained
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import DONT_KNOW, Answers, Partly
from integraal.model.case import Agreement, Case, Decision, Moment
from integraal.model.case.timeline import look
from integraal.model.finding import Faulty, Finding, Place, Severity, faulty
from integraal.model.instrument import Instrument, Question
from integraal.model.results.advice import Advice, OpenQuestion, OpenRoute, Outcome, Reason
from integraal.model.results.assessment import Assessment
from integraal.model.results.danger import Danger
from integraal.model.results.explanation import ANY_LEVEL, Explanation
from integraal.model.results.steps import Change
from integraal.model.scale import Level
from integraal.model.services.help_line import HelpLine
from integraal.model.truth import Truth
from integraal.privacy.case_check import check_case, doubts
from integraal.privacy.discreet import discreet, discreetly
from integraal.reading.cases.case_instruments import (
    check_answered_here,
    elsewhere,
    instruments_in,
    main_instrument,
    neighbours,
)
from integraal.reading.cases.casefile import case_from_tree
from integraal.reading.cases.given_answers import read_given
from integraal.reading.cases.remarks import remarks_in
from integraal.reading.files import read_text
from integraal.reading.library import Library
from integraal.reading.shapes.fit import nearest
from integraal.reading.trees import read_tree
from integraal.report.phrases.finding import finding_text
from integraal.words.words import LANGUAGES, Words

__all__ = [
    "ANY_LEVEL", "DONT_KNOW", "Advice", "Agreement", "Answers", "Assessment", "Case",
    "Danger", "Decision", "Explanation", "Faulty", "Finding", "HelpLine", "Instrument", "Level",
    "Moment", "OpenQuestion", "OpenRoute", "Outcome", "Partly", "Place", "Question", "Reason",
    "Severity", "Truth", "dangers", "evaluate", "explain", "load", "read_case",
]  # fmt: skip

Language: TypeAlias = Literal["nl", "en", "fr"]
Given: TypeAlias = Case | Mapping[str, object]
"""A case, or answers by question id: ids of options, alone or in a list or set; texts; numbers;
`weet_niet` or DONT_KNOW. What is not there, or None, was not answered."""


def load(name: str | os.PathLike[str], language: Language | None = None) -> Instrument:
    """Open an instrument by its id, or by the path of its file.

    Args:
        name: The id or the path.
        language: To show it in; None for that of its author, Dutch for all that ship.

    Raises:
        Faulty: if there is none, or with every fault in it.

    >>> load("voor-wie-doen-we-wat", "en").title
    'What do we do for whom?'
    """
    with _told("nl"):
        _check(language, "language", LANGUAGES)
    with _told(language or "nl"):
        return Library().open(os.fspath(name), language or "")


def read_case(
    path: str | os.PathLike[str],
    instrument: Instrument | None = None,
    language: Language = "nl",
) -> Case:
    """Read a case file; what is only remarkable about it is a warning.

    Args:
        path: Of the file.
        instrument: To read its answers with; None for the one that the case is of.
        language: Of what is said about it, where no instrument has one.

    Raises:
        Faulty: with every fault in it.
    """
    with _told(instrument.language if instrument else language) as words:
        with discreetly():
            tree = read_tree(Path(path))
        asking = instrument or load(main_instrument(instruments_in(tree)), language)
        with discreetly():
            case_file = case_from_tree(tree, asking, elsewhere(asking))
            remarks = remarks_in(read_text(Path(path)))
            check_case(case_file.case, os.fspath(path), remarks)
            check_answered_here(case_file.case, asking, os.fspath(path))
        found = doubts(case_file.case, os.fspath(path), remarks)
        _warn((*map(discreet, case_file.notes), *found), words, stacklevel=3)
        return case_file.case


def evaluate(instrument: Instrument, answers: Given, *, source_only: bool = False) -> Advice:
    """Evaluate one case.

    Args:
        instrument: As `load` gives it.
        answers: Or a case, of which the last moment of the instrument counts.
        source_only: Whether to leave out the questions that are our own addition.

    Raises:
        Faulty: with everything that is no answer. A slip is never taken for a no.

    >>> advice = evaluate(load("voor-wie-doen-we-wat"), {"draaglast": "zwaar"})
    >>> advice.level.id, advice.reach.id, advice.is_settled
    ('segregatie', 'integratie', False)
    >>> evaluate(load("voor-wie-doen-we-wat"), {"draaglast": "zwar"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    integraal.model.finding.Faulty: answers: draaglast: no-such-option (nearest: zwaar)
    answers: draaglast: error[no-such-option] 'zwar' is geen antwoord op 'draaglast'; kies ...
           Bedoel je 'zwaar'?
    """
    case = _case(instrument, answers)
    answers = look(instrument, case).answers
    return evaluated(lower(instrument, source_only=source_only), answers)


def explain(
    instrument: Instrument,
    answers: Given,
    *,
    why_not: str | None = None,
    what_if: Mapping[str, object] | None = None,
    step: str | None = None,
    source_only: bool = False,
) -> Explanation:
    """Evaluate one case, and say why: which rules decide, and the fewest answers they rest on.

    Args:
        instrument: As `load` gives it.
        answers: Or a case, of which the last moment of the instrument counts.
        why_not: Id of a level or route that the advice is not.
        what_if: Other answers, to lay beside those there are.
        step: Id of a level to reach by the smallest change, or ANY_LEVEL for any other.
        source_only: Whether to leave out the questions that are our own addition.

    Raises:
        Faulty: with everything that is no answer, level or route.

    >>> found = explain(load("voor-wie-doen-we-wat"), {"veiligheid": "zorg"})
    >>> [(support.rule.id, support.facts[0].question) for support in found.why]
    [('zorg-om-veiligheid', 'veiligheid')]
    """
    case = _case(instrument, answers)
    supposed = _answers(instrument, what_if or {}, "what_if")
    levels = [level.id for level in instrument.scale.levels] if instrument.scale else []
    with _told(instrument.language):
        _check(why_not, "why_not", [*levels, *(outcome.id for outcome in instrument.outcomes)])
        _check(step, "step", [ANY_LEVEL, *levels])
    program = lower(instrument, source_only=source_only)
    return explained(
        program,
        assess(program, case, _watching(instrument)),
        why=True,
        why_not=why_not,
        what_if=[Change(*each) for each in supposed.items()],
        step=step,
    )


def dangers(instrument: Instrument, answers: Given) -> tuple[Danger, ...]:
    """What these answers say of danger, in this instrument and in every other that ships.

    Args:
        instrument: As `load` gives it; its questions come first.
        answers: Or a case, of which the last moment of the instrument counts.

    Raises:
        Faulty: with everything that is no answer.

    >>> [danger] = dangers(load("voor-wie-doen-we-wat"), {"direct_gevaar": "ja"})
    >>> danger.statement.id, danger.calls("nl")[0].number
    ('bel-eerst-112', '112')
    """
    case = _case(instrument, answers)
    programs = (lower(instrument), *_watching(instrument))
    return assess(programs[0], case, programs[1:]).dangers


def _watching(instrument: Instrument) -> tuple[Program, ...]:
    """The other instruments that may see a danger."""
    return tuple(map(lower, neighbours(instrument.id, instrument.language)))


def _case(instrument: Instrument, given: Given) -> Case:
    """Make a case of answers; the answers of a case are looked at as well.

    Raises:
        TypeError: for what is neither, or for an instrument that was not loaded.
    """
    if not isinstance(instrument, Instrument):
        raise TypeError(f"an instrument that load() gave, not {instrument!r}")
    if not isinstance(given, (Case, Mapping)):
        raise TypeError(f"a case, or answers by question id, not {given!r}")
    if isinstance(given, Case):
        land = given.country
        moments, ahead = (
            tuple(
                replace(one, answers=_answers(instrument, one.answers, "answers", land))
                for one in each
            )
            for each in (given.moments, given.ahead)
        )
        return replace(given, moments=moments, ahead=ahead)
    return Case("", moments=(Moment(None, _answers(instrument, given, "answers")),))


def _answers(
    instrument: Instrument, given: Mapping[str, object], name: str, land: str = ""
) -> Answers:
    with _told(instrument.language) as words, discreetly():
        asked = elsewhere(instrument)
        answers, findings = read_given(given, instrument, asked, name=name, land=land)
        if any(finding.severity is Severity.ERROR for finding in findings):
            raise Faulty(findings)
        _warn(findings, words, stacklevel=5)
        return answers


def _check(word: str | None, name: str, known: Sequence[str]) -> None:
    """Refuse what is none of these words.

    Raises:
        Faulty: with what would be one.
    """
    if word is not None and word not in known:
        expected = ", ".join(filter(None, known))
        details = {"word": word, "key": name, "expected": expected}
        raise faulty("unknown-word", name, suggestion=nearest(word, known), **details)


@contextmanager
def _told(language: str) -> Iterator[Words]:
    """Let what is raised tell its findings in sentences too."""
    words = Words(language)
    try:
        yield words
    except Faulty as raised:
        for finding in raised.findings if not hasattr(raised, "__notes__") else ():
            raised.add_note(finding_text(finding, words))
        raise


def _warn(findings: tuple[Finding, ...], words: Words, stacklevel: int) -> None:
    """Warn of what is remarkable, at the line of whoever called."""
    for finding in findings:
        warnings.warn(finding_text(finding, words), stacklevel=stacklevel)
