"""Lay out advice for one professional: what is mine to do, what I may, and what I hand over.

The card of the role comes from the instrument, whatever the case; what holds now stands above it.
"""

from collections.abc import Iterator

from integraal.model.instrument import Role
from integraal.model.results.advice import Outcome
from integraal.model.results.assessment import Assessment
from integraal.report.blocks import Block, Document, Heading, Item
from integraal.report.pages.advice import Page
from integraal.report.parts.further import NOTHING, Further
from integraal.report.parts.grounds import honest_end
from integraal.report.parts.role_card import role_card, who_text
from integraal.report.parts.services import services_for
from integraal.report.prose import paragraph, section
from integraal.report.text import inline, quiet, strong
from integraal.words.words import Words


def role_page(
    assessment: Assessment, role: Role, words: Words, further: Further = NOTHING
) -> Document:
    """Compose the page.

    Args:
        assessment: The case under advice, as a professional sees it.
        role: One of the roles of its instrument.
        words: In the language of its instrument.
        further: The services of a region, if somebody named them.
    """
    mine = _Mine(assessment, role, words, further)
    title = f"{words('role.title')} {role.name}"
    blocks = (*mine.now(), *mine.still_open(), *role_card(role, words), *mine.rests())
    return mine.document(blocks, title=title, is_sheet=True)


class _Mine(Page):
    """The page as it concerns one role."""

    def __init__(self, assessment: Assessment, role: Role, words: Words, further: Further) -> None:
        super().__init__(assessment, words, further)
        self.role = role
        self.titles = {table.id: table.title for table in self.instrument.tables}

    @property
    def heading(self) -> str:
        return self.role.name

    def outcomes(self) -> Iterator[Block]:
        """The routes in short; their reasons stand on the whole page."""
        held = [each for each in self.advice.outcomes if each.holds_now]
        yield from section(self.words("role.routes"), map(self.route, held))

    def route(self, outcome: Outcome) -> Item:
        """One route, with whose part it is."""
        statement = self.instrument.outcome(outcome.id)
        doubt = "" if outcome.certain else self.words("outcomes.may_change")
        who = who_text(statement, self.instrument, self.words)
        below = " · ".join(filter(None, (who, self.rests_on(outcome.reason))))
        asked = self.titles[statement.table]
        services = services_for(self.further.region, outcome.id, self.words)
        named = inline(strong(asked), " ", statement.text, doubt)
        return Item(named, (inline(quiet(below)), *services))

    def now(self) -> Iterator[Block]:
        """What there is to do: for this role, for everybody, and for others."""
        parts = self.assessment.actions_by_part(self.role.id)
        if not parts["mine"]:
            yield Heading(2, self.words("role.mine"))
            yield paragraph(self.words("role.nothing"))
        for key, reasons in parts.items():
            items = map(self.action_item, reasons)
            yield from section(self.words(f"role.{key}"), items, to_tick=key != "others")

    def still_open(self) -> Iterator[Block]:
        """The question that tells the most, and how many more there are."""
        asked = self.still_asked
        if asked:
            title = self.words("pair", name=self.words("short.first_question"), value=asked[0])
            more = self.words("sheet.more", count=len(asked) - 1) if len(asked) > 1 else ""
            yield paragraph(title, quiet(more and f" {more}"))

    def rests(self) -> Iterator[Block]:
        """What the letters say, and that nobody validated it."""
        yield from honest_end([self.assessment], self.words)
