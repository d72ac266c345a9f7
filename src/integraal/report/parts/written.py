"""What people wrote themselves in a case: their answers to open questions, as they stand.

Pages for others have none of it: nobody can say what is to be read from a text.
"""

from collections.abc import Iterator

from integraal.model.answers import DONT_KNOW
from integraal.model.instrument import Kind
from integraal.model.results.assessment import Assessment
from integraal.report.blocks import Block
from integraal.report.prose import section
from integraal.report.text import inline, strong
from integraal.words.words import Words


def written(assessment: Assessment, words: Words) -> Iterator[Block]:
    """List the answers to open questions under their names; nothing where there are none."""
    answers = assessment.answers
    told = [
        inline(strong(words("pair", name=question.name, value="")), str(answers[question.id]))
        for question in assessment.instrument.questions()
        if question.kind is Kind.TEXT and answers.get(question.id) not in (None, DONT_KNOW)
    ]
    yield from section(words("written.title"), told)
