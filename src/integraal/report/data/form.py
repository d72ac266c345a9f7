"""A form as data, in the schema `integraal/formulier/1`: the codes on paper, and what they mean."""

from collections.abc import Sequence
from typing import Any

from integraal.model.answers import Answers
from integraal.model.case import Case
from integraal.model.codes import form_check, option_code, option_signs, question_codes
from integraal.model.instrument import Instrument, Question
from integraal.report.data.plain import answer_data, instrument_fields
from integraal.words.honest import disclaimer_text
from integraal.words.words import Words


def form_data(
    instruments: Sequence[Instrument],
    words: Sequence[Words],
    answers: Answers | None,
    case: Case | None,
) -> dict[str, Any]:
    """Sections, questions and options with their codes; texts by language.

    Args:
        instruments: The same instrument, once in each language; the first one leads.
        words: In the same languages, for what must be said with it.
        answers: Those that are filled in; None for a blank form.
        case: Whose they are.
    """
    first, codes = instruments[0], question_codes(instruments[0])
    filled_in = answers or Answers()

    def question_data(question: Question) -> dict[str, Any]:
        same = {each.language: each.question(question.id) for each in instruments}
        return {
            "code": codes[question.id],
            "id": question.id,
            "kind": question.kind.value,
            "ask": {language: each.ask for language, each in same.items()},
            "options": [
                {
                    "code": option_code(codes[question.id], sign),
                    "id": option,
                    "label": {lang: each.option(option).label for lang, each in same.items()},
                }
                for option, sign in option_signs(question).items()
            ],
            "answer": answer_data(filled_in.get(question.id), question),
        }

    return {
        "schema": "integraal/formulier/1",
        **instrument_fields(first),
        "check": form_check(first),
        "casus": case.id if case else None,
        "title": {each.language: each.title for each in instruments},
        "sections": [
            {
                "title": {each.language: each.sections[at].title for each in instruments},
                "questions": list(map(question_data, section.questions)),
            }
            for at, section in enumerate(first.sections)
        ],
        "disclaimer": {
            say.language: disclaimer_text(each, say)
            for each, say in zip(instruments, words, strict=True)
        },
    }
