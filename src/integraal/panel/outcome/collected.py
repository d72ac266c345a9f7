"""Lay ratings beside the advice: units of levels, of routes, and of cases that were told twice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from integraal.model.finding import Finding
from integraal.model.instrument import Instrument
from integraal.model.study.cases import Study, StudyCase
from integraal.model.study.ratings import Rating, Ratings
from integraal.panel.agreement.marks import Marks, Unit
from integraal.panel.outcome.advised import Advised

LEAST_RATERS, LEAST_CASES = 5, 20
"""Below these nothing is reported: an interval would be as wide as the scale."""


def strangers(
    study: Study, ratings: Ratings, instrument: Instrument, place: object
) -> Iterator[Finding]:
    """Name what cannot be a mark here: of another study, version, case, level or route."""
    of = (ratings.instrument, ratings.version), (study.instrument, study.version)
    if of[0] != of[1]:
        given, known = map(" ".join, of)
        yield Finding.at("ratings-elsewhere", place, given=given, known=known)
        return
    cases = {case.id for case in study.cases}
    levels = {"", *instrument.level_ids}
    routes = {outcome.id for outcome in instrument.outcomes}
    names = dict.fromkeys(
        name
        for one in ratings.taken
        for name in (
            *({one.case} - cases),
            *({one.level} - levels),
            *sorted((one.routes or set()) - routes),
        )
    )
    yield from (Finding.at("rated-unknown", place, id=name) for name in names)


@dataclass(frozen=True, slots=True)
class Collected:
    """Ratings of some of the cases, of one kind."""

    marks: Marks
    repeats: Marks
    """First and second mark, unit after unit."""
    cases: tuple[str, ...]
    raters: tuple[str, ...]
    units: tuple[tuple[str, str], ...]
    """Case and outcome of each unit; no outcome for levels."""


@dataclass(frozen=True, slots=True)
class Collection:
    """All ratings of a study by rater and case, beside what is advised."""

    study: Study
    instrument: Instrument
    advice: Mapping[str, Advised]
    raters: tuple[str, ...]
    by_case: Mapping[str, Mapping[str, Rating]]

    @classmethod
    def of(
        cls,
        study: Study,
        ratings: Ratings,
        instrument: Instrument,
        advice: Mapping[str, Advised],
    ) -> "Collection":
        """Lay ratings out."""
        by_case: dict[str, dict[str, Rating]] = {case.id: {} for case in study.cases}
        for one in ratings.taken:
            if one.says_something:
                by_case[one.case][one.rater] = one
        raters = sorted({one.rater for one in ratings.taken}, key=lambda name: (len(name), name))
        return cls(study, instrument, advice, tuple(raters), by_case)

    def cases(self, *, held_back: bool = False) -> tuple[StudyCase, ...]:
        """The cases of a round; those that were told twice once."""
        return tuple(case for case in self.study.round(held_back=held_back) if not case.repeats)

    def is_enough(self) -> bool:
        """Whether enough cases were marked by enough raters."""
        return self.well_rated() >= LEAST_CASES

    def well_rated(self) -> int:
        """How many cases of the first round were marked by enough raters."""
        return sum(len(self.by_case[case.id]) >= LEAST_RATERS for case in self.cases())

    def levels(self, *, held_back: bool = False) -> Collected | None:
        """Marks of levels; None where nobody marked any."""
        found = self._collected([""], held_back=held_back)
        return found if self.instrument.scale and found.marks.count else None

    def routes(self, *, held_back: bool = False) -> Collected | None:
        """Marks of routes, of those that anybody goes or that are advised; None without any."""
        cases = self.cases(held_back=held_back)
        gone = {
            name
            for case in cases
            for name in (*self.advice[case.id].routes, *self._marked_routes(case.id))
        }
        names = [one.id for one in self.instrument.outcomes if one.id in gone]
        found = self._collected(names, held_back=held_back)
        return found if found.marks.count else None

    def _marked_routes(self, case: str) -> Iterator[str]:
        for rating in self.by_case[case].values():
            yield from rating.routes or ()

    def _collected(self, outcomes: Sequence[str], *, held_back: bool) -> Collected:
        cases = self.cases(held_back=held_back)
        numbers = {case.id: number for number, case in enumerate(cases)}
        places = [(case.id, outcome) for case in cases for outcome in outcomes]
        twice = [
            (first, second.id, outcome)
            for second in self.study.round(held_back=held_back)
            if (first := second.repeats) in numbers
            for outcome in outcomes
        ]
        again = {first: number for number, first in enumerate(dict.fromkeys(t[0] for t in twice))}
        pairs = (
            self._unit(each, outcome, again[first])
            for first, second, outcome in twice
            for each in (first, second)
        )
        size = 2 if any(outcomes) else len(self.instrument.level_ids)
        units = (self._unit(*place, numbers[place[0]]) for place in places)
        return Collected(
            Marks(tuple(units), len(cases), len(self.raters), size),
            Marks(tuple(pairs), len(again), len(self.raters), size),
            tuple(numbers),
            self.raters,
            tuple(places),
        )

    def _unit(self, case: str, outcome: str, number: int) -> Unit:
        advice = self.advice[case]
        low, high = advice.of_route(outcome) if outcome else (advice.level, advice.reach)
        given = (self.by_case[case].get(rater) for rater in self.raters)
        return Unit(number, tuple(self._mark(one, outcome) for one in given), low, high)

    def _mark(self, rating: Rating | None, outcome: str) -> int | None:
        if rating is None:
            return None
        if outcome:
            return None if rating.routes is None else int(outcome in rating.routes)
        return self.instrument.rank(rating.level) if rating.level else None
