"""Take what raters filled in as ratings: each mark is taken, refused or blank, and none is lost.

A place is one case on the sheet of one rater. What stands there is refused where nobody could say
which mark is meant; whatever else was wrong is said, and the mark is kept.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from integraal.model.finding import Finding, Place
from integraal.model.instrument import Instrument
from integraal.model.study.cases import Study
from integraal.model.study.filled import FilledMark, FilledSheet
from integraal.model.study.ratings import Rating, Ratings
from integraal.model.study.sheet import marks_of, sheet_check
from integraal.panel.understood import Understood, sure_in
from integraal.privacy.guard import kinds_blocked, kinds_doubtful
from integraal.reading.shapes.fit import nearest
from integraal.words.words import typed_in_any_language

_CASE = re.compile(r"([a-z]*)\s*0*(\d+)", re.I)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of all sheets together."""

    ratings: Ratings
    findings: tuple[Finding, ...]
    empty: dict[str, tuple[str, ...]]
    """By rater, the cases at which nothing was marked."""

    @property
    def places(self) -> int:
        """How many places for a mark there were: taken, refused and blank together."""
        return len(self.ratings.taken) + self.ratings.refused + self.ratings.blank


@dataclass(frozen=True, slots=True)
class _Marked:
    """A mark that was understood, and where it stands."""

    rating: Rating
    place: Place

    def agrees(self, other: "_Marked") -> bool:
        """Whether both say the same, whatever their reasons."""
        mine, others = self.rating, other.rating
        return (mine.level, mine.routes, mine.sure) == (others.level, others.routes, others.sure)


@dataclass
class _Rater:
    """All that came back of one rater."""

    marked: dict[str, list[_Marked]] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    """Cases that stand on her sheets."""


def take(study: Study, instrument: Instrument, sheets: Iterable[FilledSheet], day: date) -> Taken:
    """Take sheets of a study.

    Args:
        study: With its cases.
        instrument: Of the study, in the language in which it is told.
        sheets: Each file that could be read, in whatever order.
        day: Of today: a later date is nobody's birthday.
    """
    taker = _Taker(study, instrument, day)
    for sheet in sheets:
        taker.sheet(sheet)
    return taker.taken()


class _Taker:
    def __init__(self, study: Study, instrument: Instrument, day: date) -> None:
        self.study, self.day = study, day
        self.check = sheet_check(study)
        self.marks = marks_of(instrument)
        self.understood = Understood(self.marks)
        self.cases = {_plain(case.id): case.id for case in study.cases}
        self.raters: dict[str, _Rater] = {}
        self.findings: list[Finding] = []
        self.stray = 0
        """Marks at no case of this study, or on a sheet of another."""

    def say(self, code: str, place: Place, *, suggestion: str = "", **details: Any) -> None:
        self.findings.append(Finding.at(code, place, suggestion=suggestion, **details))

    def warn(self, code: str, place: Place, **details: Any) -> None:
        self.findings.append(Finding.warning(code, place, **details))

    def sheet(self, sheet: FilledSheet) -> None:
        """Take one sheet, or refuse it whole."""
        place = Place(sheet.file)
        if sheet.checks and self.check not in sheet.checks:
            self.say("panel-other-study", place, found=sheet.checks[0], expected=self.check)
        elif sheet.letters and sheet.rater not in sheet.letters:
            known = ", ".join(sorted(sheet.letters))
            self.say("panel-other-rater", place, rater=sheet.rater, known=known)
        else:
            if not sheet.checks:
                self.warn("panel-no-check", place, expected=self.check)
            rater = self.raters.setdefault(sheet.rater, _Rater())
            for mark in sheet.marks:
                self.mark(mark, sheet.rater, rater)
            self.of_one_round([mark for mark in sheet.marks if not mark.is_blank])
            return
        self.stray += sum(not mark.is_blank for mark in sheet.marks)

    def of_one_round(self, marks: Sequence[FilledMark]) -> None:
        """Say which few marks are at cases of another round than all others on a sheet."""
        of_study = {case.id: case.held_back for case in self.study.cases}
        known = [(mark, self.cases.get(_plain(mark.case), "")) for mark in marks]
        by_round: dict[bool, list[tuple[FilledMark, str]]] = {False: [], True: []}
        for mark, case in known:
            if case:
                by_round[of_study[case]].append((mark, case))
        few = min(by_round, key=lambda held_back: len(by_round[held_back]))
        if 2 * len(by_round[few]) < sum(held_back is few for held_back in of_study.values()):
            for mark, case in by_round[few]:
                self.warn("panel-other-round", mark.place, case=case)

    def mark(self, mark: FilledMark, letter: str, rater: _Rater) -> None:
        case = self.cases.get(_plain(mark.case))
        if case is None:
            if not mark.is_blank:
                self.stray += 1
                known = nearest(mark.case.upper(), sorted(self.cases.values()))
                self.say("panel-unknown-case", mark.place, suggestion=known, case=mark.case)
            return
        rater.seen.add(case)
        if mark.is_blank:
            return
        ids = self.ids(mark, case)
        if ids is None:
            rater.refused.add(case)
        elif ids or self.understood.says_none(mark.marked):
            rating = self.rating(mark, letter, case, ids)
            rater.marked.setdefault(case, []).append(_Marked(rating, mark.place))
        else:
            self.warn("panel-no-mark", mark.place, case=case)

    def ids(self, mark: FilledMark, case: str) -> tuple[str, ...] | None:
        """The ids that were marked; None where nobody could say which."""
        texts = [text for text in mark.marked if text.strip()]
        unknown = typed_in_any_language("typed.dont_know")
        if self.understood.says_none(texts) or all(t.strip().casefold() in unknown for t in texts):
            return ()
        ids, strange = self.understood.marked(texts)
        if strange:
            near, known = self.understood.nearest(strange), self.known()
            self.say(
                "panel-unknown-mark",
                mark.place,
                suggestion=near,
                case=case,
                word=strange,
                known=known,
            )
            return None
        if self.marks.of_levels and len(ids) > 1:
            both = ", ".join(each.name for each in self.marks.choices if each.id in ids)
            self.say("panel-two-levels", mark.place, case=case, levels=both)
            return None
        return ids

    def known(self) -> str:
        signs = [mark.sign for mark in self.marks.choices]
        return f"{signs[0]}-{signs[-1]}" if signs else ""

    def rating(self, mark: FilledMark, rater: str, case: str, ids: Sequence[str]) -> Rating:
        sure, is_clear = sure_in(mark.sure)
        if not is_clear:
            self.warn("panel-unknown-sureness", mark.place, case=case, word=" ".join(mark.sure))
        why = self.why(mark, case)
        if self.marks.of_levels:
            return Rating(rater, case, level=ids[0], sure=sure, why=why)
        return Rating(rater, case, routes=frozenset(ids), sure=sure, why=why)

    def why(self, mark: FilledMark, case: str) -> str:
        """Her reason; left out where somebody could be recognised by it."""
        why = " ".join(mark.why.split())
        if kinds := kinds_blocked([why], self.day):
            self.warn("panel-reason-left-out", mark.place, case=case, kinds=kinds)
            return ""
        if kinds := kinds_doubtful([why], self.day):
            self.warn("panel-reason-doubtful", mark.place, case=case, kinds=kinds)
        return why

    def taken(self) -> Taken:
        """Put everything together, when all sheets were read."""
        taken: list[Rating] = []
        refused, empty = self.stray, dict[str, tuple[str, ...]]()
        for letter, rater in sorted(self.raters.items(), key=lambda each: (len(each[0]), each[0])):
            for case, marked in rater.marked.items():
                if case not in rater.refused and not self.differ(case, marked, rater):
                    taken.append(_together(marked))
            done = {each.case for each in taken if each.rater == letter}
            refused += len(rater.refused)
            places = self.places(rater)
            empty[letter] = tuple(c for c in places if c not in done and c not in rater.refused)
        order = {case.id: number for number, case in enumerate(self.study.cases)}
        taken.sort(key=lambda each: (len(each.rater), each.rater, order[each.case]))
        blank = sum(map(len, empty.values()))
        study = self.study
        ratings = Ratings(study.instrument, study.version, tuple(taken), refused, blank)
        return Taken(ratings, tuple(self.findings), {k: v for k, v in empty.items() if v})

    def differ(self, case: str, marked: Sequence[_Marked], rater: _Rater) -> bool:
        """Whether she marked one case differently in two places; then neither counts."""
        first, *others = marked
        other = next((each for each in others if not first.agrees(each)), None)
        if other is None:
            return False
        rater.refused.add(case)
        self.say(
            "panel-marks-differ",
            other.place,
            case=case,
            rater=first.rating.rater,
            other=first.place,
        )
        return True

    def places(self, rater: _Rater) -> Iterator[str]:
        """The cases that she had to rate: of every round of which anything came back."""
        rounds = {self.study.case(case).held_back for case in rater.seen} or {False}
        return (case.id for case in self.study.cases if case.held_back in rounds)


def _together(marked: Sequence[_Marked]) -> Rating:
    """One rating of places that say the same, with the longest reason."""
    return replace(marked[0].rating, why=max((each.rating.why for each in marked), key=len))


def _plain(case: str) -> str:
    """The id of a case as people may type it.

    >>> _plain("k 7"), _plain("K07"), _plain("K070")
    ('K7', 'K7', 'K70')
    """
    found = _CASE.fullmatch(case.strip())
    return f"{found[1].upper()}{found[2]}" if found else case.strip().upper()
