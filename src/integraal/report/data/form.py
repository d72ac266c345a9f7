"""A form as data, in the schema `integraal/formulier/1`: the codes on paper, and what they mean."""

from collections.abc import Sequence
from typing import Any

from integraal.model.answers import Answers, answer_value
from integraal.model.case import Case
from integraal.model.codes import option_code, question_codes
from integraal.model.instrument import Instrument, Question


def form_data(
    instruments: Sequence[Instrument], answers: Answers | None, case: Case | None
) -> dict[str, Any]:
    """Sections, questions and options with their codes; texts by language.

    Args:
        instruments: The same instrument, once in each language; the first one leads.
        answers: Those that are filled in; None for a blank form.
        case: Whose they are.
    """
    return _Form(instruments, answers or Answers()).data(case)


class _Form:
    def __init__(self, instruments: Sequence[Instrument], answers: Answers) -> None:
        self.instruments = instruments
        self.answers = answers
        self.codes = question_codes(instruments[0])

    def data(self, case: Case | None) -> dict[str, Any]:
        first = self.instruments[0]
        return {
            "schema": "integraal/formulier/1",
            "instrument": first.id,
            "version": first.version,
            "fingerprint": first.fingerprint,
            "casus": case.id if case else None,
            "title": self.texts([each.title for each in self.instruments]),
            "sections": [
                {
                    "title": self.texts([each.sections[at].title for each in self.instruments]),
                    "questions": [self.question(question) for question in section.questions],
                }
                for at, section in enumerate(first.sections)
            ],
        }

    def texts(self, texts: Sequence[str]) -> dict[str, str]:
        """The same text by language."""
        languages = (instrument.language for instrument in self.instruments)
        return dict(zip(languages, texts, strict=True))

    def question(self, question: Question) -> dict[str, Any]:
        same = [instrument.question(question.id) for instrument in self.instruments]
        answer = self.answers.get(question.id)
        return {
            "code": self.codes[question.id],
            "id": question.id,
            "kind": question.kind.value,
            "ask": self.texts([each.ask for each in same]),
            "options": [
                {
                    "code": option_code(self.codes[question.id], at),
                    "id": option.id,
                    "label": self.texts([each.options[at].label for each in same]),
                }
                for at, option in enumerate(question.options)
            ],
            "answer": None if answer is None else answer_value(answer, question.option_ids),
        }
