"""The part of one professional, as an instrument tells it; and whose part something is."""

from collections.abc import Iterator

from integraal.model.instrument import Instrument, Role, Statement
from integraal.report.blocks import Block
from integraal.report.phrases.answer import lowered
from integraal.report.prose import paragraph, section
from integraal.report.text import quiet
from integraal.words.words import Words


def role_card(role: Role, words: Words) -> Iterator[Block]:
    """What somebody in this role does, may do and hands over, and when to go higher up."""
    for key in ("does", "may", "hands_over", "escalates"):
        yield from section(words(f"role.{key}"), getattr(role, key))
    place = role.citation.place
    yield paragraph(quiet(words("role.source", document=role.citation.document, place=place)))


def who_text(statement: Statement, instrument: Instrument, words: Words) -> str:
    """Whose part it is, in a few words; empty where it is everybody's."""
    names = {role.id: role.name for role in instrument.roles}
    said = [lowered(names[who]) for who in statement.who]
    return words("role.who", who=words.listed(said)) if said else ""
