"""Lay out the routes of advice, table by table, with the services behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from integraal.model.results.advice import Outcome
from integraal.model.results.assessment import Assessment
from integraal.model.services.region import Region
from integraal.report.blocks import Block, Heading, Item
from integraal.report.parts.advice_parts import reason_lines
from integraal.report.parts.services import services_for
from integraal.report.phrases.answer import lowered
from integraal.report.prose import paragraph, points
from integraal.report.text import Inline, inline, quiet, strong
from integraal.words.words import Words


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The routes of one case."""

    assessment: Assessment
    words: Words
    region: Region | None = None

    def blocks(self) -> Iterator[Block]:
        """The tables that say something, each below its question."""
        for table in self.assessment.instrument.tables:
            shown = list(self.assessment.advice.routes(table.id))
            if not shown:
                continue
            yield Heading(2, table.title or self.words("outcomes.title"))
            # What holds now comes first; what may still come instead of it follows.
            holding = [self._item(outcome) for outcome in shown if outcome.holds_now]
            yield points([*holding, *self._possible(shown)])
            if any(self._is_regional(outcome) for outcome in shown):
                yield from self._services_missing()

    def _is_regional(self, outcome: Outcome) -> bool:
        return outcome.holds_now and self.assessment.instrument.outcome(outcome.id).services

    def _services(self, outcome: Outcome) -> Iterator[Inline]:
        """The services of the region that take up this route."""
        if outcome.holds_now:
            yield from services_for(self.region, outcome.id, self.words)

    def _possible(self, shown: Sequence[Outcome]) -> Iterator[Item]:
        """The routes that might hold, those that hang on the same together.

        Why one would hold is not yet so: what it hangs on is said instead.
        """
        instrument, maybe = self.assessment.instrument, quiet(self.words("outcomes.maybe"))
        together: dict[tuple[str, ...], list[str]] = {}
        for outcome in shown:
            if not outcome.holds_now:
                text = instrument.outcome(outcome.id).text
                together.setdefault(outcome.hangs_on, []).append(text)
        for hangs_on, texts in together.items():
            names = [lowered(instrument.question(name).name) for name in hangs_on]
            depends = self.words("outcomes.depends", questions=self.words.listed(names))
            ending = [inline(quiet(depends))] if names else []
            if len(texts) == 1:
                yield Item(inline(maybe, texts[0]), tuple(ending))
            else:
                yield Item(inline(maybe), (*(inline(f"– {text}") for text in texts), *ending))

    def _item(self, outcome: Outcome) -> Item:
        text = self.assessment.instrument.outcome(outcome.id).text
        because = outcome.reason.rule.grounds.because
        doubt = "" if outcome.certain else self.words("outcomes.may_change")
        rests_on = reason_lines(outcome.reason, self.assessment, self.words)
        # A route for all to read may have a reason for professionals only.
        below = (*([inline(because)] if because else []), *rests_on, *self._services(outcome))
        return Item(inline(strong(text), doubt), below)

    def _services_missing(self) -> Iterator[Block]:
        if self.region is None:
            yield paragraph(quiet(self.words("service.no_region")))
        elif self.region.note:
            yield paragraph(quiet(self.region.note))
