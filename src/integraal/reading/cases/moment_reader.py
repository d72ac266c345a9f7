"""Read the moments of a case: their answers, and what people agreed, decided and did."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from integraal.model.answers import Answers
from integraal.model.case import Agreement, Decision, Moment
from integraal.model.case.timeline import noted_apart
from integraal.model.finding import Finding
from integraal.model.instrument import Instrument
from integraal.reading.cases.days import by_today
from integraal.reading.shapes.case import AgreementShape, CaseShape, DecisionShape, MomentShape
from integraal.reading.shapes.fit import strange
from integraal.reading.yaml_tree import Mapping, Node, below, find

Read = Callable[[Node | None, str], Answers]
"""Reads what stands under `answers`, with the country of the case."""


class MomentReader:
    """Reads the moments of one case; what is wrong with them is in `findings`."""

    def __init__(self, instrument: Instrument, answers: Read) -> None:
        self.findings: list[Finding] = []
        self._instrument = instrument
        self._answers = answers

    def moments(self, shape: CaseShape, tree: Mapping) -> tuple[Moment, ...]:
        """All of them in order of time, those at which something was done that was agreed too."""
        if not shape.moments:
            only = self._moment(shape, tree, shape.land)
            return (only, *self._closed(shape, tree, [only]))
        for key in ("moment", "instruments", "answers", "agreements", "decisions"):
            if (at_top := tree.key(key)) is not None:
                self.findings.append(Finding.at("moment-twice", at_top.place, key=key))
        moments = [
            self._moment(moment, find(tree, ("moments", index)), shape.land)
            for index, moment in enumerate(shape.moments)
        ]
        self._check_days(shape, tree)
        every = (*moments, *self._closed(shape, tree, moments))
        return tuple(sorted(every, key=lambda moment: moment.day or date.min))

    def _check_days(self, shape: CaseShape, tree: Mapping) -> None:
        days: set[date | None] = {None}
        for index, moment in enumerate(shape.moments):
            place = find(tree, ("moments", index)).place
            if moment.moment in days and moment.moment is not None:
                day = moment.moment.isoformat()
                self.findings.append(Finding.at("day-twice", place, day=day))
            days.add(moment.moment)
            if moment.moment is None:
                self.findings.append(Finding.at("missing-key", place, key="moment"))

    def _moment(self, shape: MomentShape, node: Node, land: str | None) -> Moment:
        return Moment(
            shape.moment,
            self._answers(below(node, "answers"), land or ""),
            tuple(shape.instruments.items()),
            tuple(map(_agreement, shape.agreements)),
            tuple(self._decisions(shape, node)),
        )

    def _decisions(self, shape: MomentShape, node: Node) -> Iterator[Decision]:
        for index, one in enumerate(shape.decisions):
            place = find(node, ("decisions", index)).place
            if (one.level is None) is (one.outcome is None):
                self.findings.append(Finding.at("level-or-outcome", place))
                continue
            self._check_known(one, find(node, ("decisions", index)))
            level, outcome = one.level or "", one.outcome or ""
            is_for_all = one.for_others and not self._is_sensitive(one)
            yield Decision(one.instrument, one.because, level, outcome, one.who or "", is_for_all)

    def _check_known(self, one: DecisionShape, node: Node) -> None:
        """Refuse a level or route that there is not, where that is known."""
        if one.instrument != self._instrument.id:
            return
        routes = [outcome.id for outcome in self._instrument.outcomes]
        known = self._instrument.level_ids if one.level else routes
        key = "level" if one.level else "outcome"
        chosen = one.level or one.outcome or ""
        if chosen not in known:
            value = below(node, key) or node
            details = {"instrument": one.instrument, "chosen": chosen}
            self.findings.append(strange("no-such-choice", value.place, chosen, known, **details))

    def _is_sensitive(self, one: DecisionShape) -> bool:
        """Whether the route itself is for professionals only, whatever somebody marked."""
        return one.instrument == self._instrument.id and any(
            outcome.sensitive for outcome in self._instrument.outcomes if outcome.id == one.outcome
        )

    def _closed(
        self, shape: CaseShape, tree: Mapping, moments: Sequence[Moment]
    ) -> Iterator[Moment]:
        by_day = {moment.day: moment.agreements for moment in moments}
        for index, one in enumerate(shape.closed):
            agreed = by_day.get(one.moment, ())
            if one.n > len(agreed):
                place = find(tree, ("closed", index)).place
                day = one.moment.isoformat() if one.moment else ""
                found = Finding.at("no-such-agreement", place, day=day, n=one.n, count=len(agreed))
                self.findings.append(found)
                continue
            this = agreed[one.n - 1]
            done = replace(this, done=True, dropped=one.dropped)
            yield Moment(one.on, Answers(), closed=(done,))


def parted(
    instrument: Instrument, moments: Sequence[Moment]
) -> tuple[tuple[Moment, ...], tuple[Moment, ...], tuple[Moment, ...]]:
    """Part moments into those that are looked at, those only noted, and those after today.

    Args:
        instrument: In view.
        moments: In order of time.
    """
    looked_at, noted = noted_apart(instrument, moments)
    until_now, ahead = by_today(looked_at)
    noted_now = tuple(m for m in noted if m.day is None or m.day <= date.today())
    later = (*ahead, *(m for m in noted if m not in noted_now))
    return until_now, noted_now, tuple(sorted(later, key=lambda m: m.day or date.min))


def _agreement(one: AgreementShape) -> Agreement:
    return Agreement(one.what, one.who, one.by, one.done, one.for_others and not one.sensitive)
