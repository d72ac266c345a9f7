"""What is text in the language of whoever reads is marked where it is declared."""

from dataclasses import fields, is_dataclass

from integraal.model import instrument, scale, source
from integraal.model.text import text_fields

NO_TEXT = {
    "id",
    "version",
    "language",
    "written_in",
    "citation",
    "citations",
    "code",
    "support",
    "fingerprint",
}


def test_the_texts_of_a_question_are_marked_and_its_ids_are_not() -> None:
    texts = {"name", "ask", "ask_family", "why", "prompts", "unit"}
    assert text_fields(instrument.Question) == texts


def test_a_source_keeps_its_own_title_in_every_language() -> None:
    assert text_fields(source.Source) == frozenset()


def test_nothing_that_says_who_or_where_is_a_text() -> None:
    for module in (instrument, scale, source):
        kinds = [kind for kind in vars(module).values() if is_dataclass(kind)]
        for kind in (kind for kind in kinds if isinstance(kind, type)):
            assert text_fields(kind) <= {field.name for field in fields(kind)} - NO_TEXT
