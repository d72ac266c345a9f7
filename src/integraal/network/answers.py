"""Answer questions about a network from its file; what the file does not know stays unanswered.

A question says in `from_network` what of the file answers it. An answer is given only where the
file can know it: no meetings on file is not no meetings.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from integraal.model.answers import Answer, Partly, several
from integraal.model.instrument import Instrument, Kind, Question
from integraal.model.services.meeting import year_before
from integraal.model.services.network import Network
from integraal.network.planning import FEWEST, sectors_at
from integraal.network.recurring import MEETINGS, ORGANISATIONS, Heard, heard

_LATEST = 3
"""Meetings to look at for what is on the agenda."""
_FACTS = ("about", "audience", "languages", "access", "cost", "contact", "checked")
"""What the map has of each service (brief, N6)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that the file of a network gives."""

    question: Question
    answer: Answer


def answers_of(network: Network, instrument: Instrument, today: date) -> Iterator[Taken]:
    """The answers that a network has to questions of an instrument."""
    knowing = _Knowing(network, today)
    for question in instrument.questions():
        known = knowing.answer(question) if question.from_network else None
        if known is not None and _fits(question, known):
            yield Taken(question, known)


def _fits(question: Question, answer: Answer) -> bool:
    """Whether a question can be answered so: an author may have other options than we know."""
    if question.kind is Kind.NUMBER:
        return isinstance(answer, int)
    match answer:
        case Partly(chosen, _):
            return chosen <= set(question.option_ids)
        case frozenset():
            return answer <= set(question.option_ids)
        case _:
            return answer in question.option_ids


class _Knowing:
    """What the file knows."""

    def __init__(self, network: Network, today: date) -> None:
        self.network = network
        self.options: tuple[str, ...] = ()
        """Of the question that is being answered."""
        self.gathered = network.gathered
        self.every = self.gathered.held(today)
        self.year = self.gathered.held(today, year_before(today))
        self.goes_back_a_year = bool(self.every) and self.every[0].on < year_before(today)
        noted = all(each.themes is not None for each in self.year)
        self.is_whole = self.goes_back_a_year and bool(self.year) and noted
        """Whether the themes of all meetings of a year are on file."""

    def answer(self, question: Question) -> Answer | None:
        """What the file has for a question; None where it does not know."""
        self.options = question.option_ids
        return _KNOWN[question.from_network](self)

    def meetings_in_a_year(self) -> Answer | None:
        """How often: a file that is younger than a year may lack what came before it."""
        count = len(self.year)
        return count if self.goes_back_a_year or count >= FEWEST else None

    def sectors_present(self) -> Answer | None:
        """Who was at none of a year that is noted whole does not take part; else nobody knows."""
        were = [sectors_at(each, self.network.organisations) for each in self.year]
        if not any(were):
            return None
        unsure = not (self.goes_back_a_year and all(were))
        return several(frozenset().union(*were), self.options, unsure=unsure)

    def agenda_items(self) -> Answer | None:
        latest = self.year[-_LATEST:]
        if not latest or not all(each.agenda for each in latest):
            return None
        chosen = {item for each in latest for item in each.agenda}
        unsure = len(latest) < _LATEST and not self.goes_back_a_year
        return several(chosen, self.options, unsure=unsure)

    def map_kept(self) -> Answer | None:
        whole = all(all(getattr(each, name) for name in _FACTS) for each in self.network.services)
        return "bijgehouden" if whole else "deels"

    def map_checked(self) -> Answer | None:
        return "nee" if any(each.needs_check for each in self.network.services) else "ja"

    def key_point(self) -> Answer | None:
        return "ja" if any(each.key_point for each in self.network.services) else None

    def recurring_theme(self) -> Answer | None:
        strongest = self._strongest()
        if strongest is not None and len(strongest.on) >= MEETINGS:
            return "vaker"
        # What nobody noted may have been a theme, or the second time.
        if not self.is_whole:
            return None
        return "nee" if strongest is None else "een_keer"

    def theme_organisations(self) -> Answer | None:
        strongest = self._strongest()
        if strongest is None or self.recurring_theme() is None:
            return None
        if len(strongest.brought_by) >= ORGANISATIONS:
            return "twee_of_meer"
        return "een" if self.is_whole else None

    def local_chair(self) -> Answer | None:
        return "ja" if self.gathered.next_chair else None

    def partner_kinds(self) -> Answer | None:
        """Of organisations without a kind nobody knows which one they are, if any."""
        kinds = [each.kind for each in self.network.organisations]
        if not any(kinds):
            return None
        return several(filter(None, kinds), self.options, unsure=not all(kinds))

    def contact_point(self) -> Answer | None:
        return "ja" if self.gathered.contact_point else None

    def commitment(self) -> Answer | None:
        """Of the partners of a Kruispunt: whether each committed itself."""
        said = [each.committed for each in self.network.organisations if each.kind]
        if not said or None in said:
            return None
        if all(said):
            return "alle"
        return "een_deel" if any(said) else "geen"

    def _strongest(self) -> Heard | None:
        themes = heard(self.year).values()

        def strength(one: Heard) -> tuple[bool, int, int]:
            return one.recurs, len(one.on), len(one.brought_by)

        return max(themes, key=strength, default=None)


_KNOWN: dict[str, Callable[[_Knowing], Answer | None]] = {
    "meetings_in_a_year": _Knowing.meetings_in_a_year,
    "sectors_present": _Knowing.sectors_present,
    "agenda_items": _Knowing.agenda_items,
    "map_kept": _Knowing.map_kept,
    "map_checked": _Knowing.map_checked,
    "key_point": _Knowing.key_point,
    "recurring_theme": _Knowing.recurring_theme,
    "theme_organisations": _Knowing.theme_organisations,
    "local_chair": _Knowing.local_chair,
    "partner_kinds": _Knowing.partner_kinds,
    "contact_point": _Knowing.contact_point,
    "commitment": _Knowing.commitment,
}
