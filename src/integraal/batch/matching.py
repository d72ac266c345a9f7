"""Which columns of a table answer which questions, by the names of today and those of before.

What a question, an option or a group is called in a table is settled here, for every engine that
reads one. An old name is read as the new one, as in a case file, and told.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from integraal.batch.columns import (
    NO,
    PROMISED,
    YES,
    Matched,
    Request,
    Used,
    Vocabulary,
    check_width,
)
from integraal.batch.dialects import FORMULA
from integraal.batch.near_names import check_near
from integraal.model.finding import Place, faulty
from integraal.model.instrument import Instrument, Kind, Question, Retired
from integraal.model.sheet import CASE, KEEP_UNTIL
from integraal.reading.cases.case_instruments import kept_apart


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column answers: a question, or one option of it."""

    question: str
    option: str = ""

    def __str__(self) -> str:
        """As a column of this meaning is called now."""
        return f"{self.question}.{self.option}" if self.option else self.question


@dataclass(frozen=True, slots=True)
class Naming:
    """How questions and options are called, and were called before."""

    questions: Mapping[str, Question]
    """That a column can answer, by id."""
    moved: Mapping[str, str]
    """Old names of questions, with the new one."""
    options: Mapping[tuple[str, str], str]
    """Old names of options, by question, with the new one."""
    elsewhere: Callable[[str], Question | None]
    retired: frozenset[Retired]
    """What went away."""

    @classmethod
    def of(cls, request: Request) -> "Naming":
        """Gather the names that a table may use."""
        program = request.program
        instruments = (program.instrument, *(each.instrument for each in program.watched))
        renamed = [each for instrument in instruments for each in instrument.renamed]
        moved = {each.question: each.to for each in renamed if not each.option}
        options = {(each.question, each.option): each.to for each in renamed if each.option}
        gone = frozenset(each for instrument in instruments for each in instrument.retired)
        return cls(program.every_question, moved, options, request.elsewhere, gone)

    def has_retired(self, column: str) -> bool:
        """Whether a column answered a question, or was about an option, that is no longer there."""
        question, _, option = column.casefold().partition(".")
        if Retired(question, option) in self.retired or Retired(question) in self.retired:
            return True
        asked = self.elsewhere(question)
        return asked is not None and asked.retired

    def meant_by(self, column: str) -> Meaning | None:
        """What a column answers, by its name or an old one; None where it answers nothing.

        Small letters and capitals are one: to a database they are, and so to people.
        """
        column = column.casefold()
        if whole := self.question_of(column):
            return Meaning(whole)
        head, dot, option = column.partition(".")
        question = self.questions.get(self.question_of(head)) if dot else None
        if question is None or question.kind is not Kind.SEVERAL:
            return None
        now = self.options.get((question.id, option), option)
        return Meaning(question.id, now) if now in question.option_ids else None

    def question_of(self, name: str) -> str:
        """The id of the question that has, or had, this name; empty where there is none."""
        if name in self.questions:
            return name
        asked = self.elsewhere(name)
        now = self.moved.get(name, asked.id if asked else "")
        return now if now in self.questions else ""


def match_columns(request: Request, columns: Sequence[str]) -> Matched:
    """Find the columns that answer a question, by its id or by `question.option`, and the groups.

    Raises:
        Faulty: if there is no column with the names of the cases, none with an answer, two ways to
            answer one question, a group that is not there or may not be copied, columns of an
            instrument that is kept apart from this one, or one that nearly answers a question.
    """
    place = Place(str(request.source), 1, 1)
    check_width(columns, place)
    if CASE not in map(str.casefold, columns):
        raise faulty("no-case-column", place, column=CASE)
    naming = Naming.of(request)
    named = [name for name in columns if name.casefold() != CASE]
    meant = {name: meaning for name in named if (meaning := naming.meant_by(name)) is not None}
    _check_ways(meant, naming, place)
    groups = tuple(_group(name, named, naming, place) for name in request.groups)
    gone = [name for name in named if name not in {*groups, *meant} and naming.has_retired(name)]
    unknown = tuple(name for name in named if name not in {*groups, *meant, *gone})
    _check_apart(request.program.instrument, columns, place)
    if not request.may_be_near:
        check_near(unknown, naming.questions.values(), request.translated, place)
    used = tuple(_used(request, naming, meant))
    own = request.program.questions
    if not any(one.question.id in own for one in used):
        raise faulty("no-question-column", place, instrument=request.program.instrument.id)
    moved = tuple((name, str(new)) for name, new in meant.items() if name.casefold() != str(new))
    return Matched(used, unknown, groups, (*moved, *((name, "") for name in gone)))


def _check_apart(instrument: Instrument, columns: Sequence[str], place: Place) -> None:
    other = kept_apart(instrument, {name.casefold().partition(".")[0] for name in columns})
    if other:
        raise faulty("kept-apart", place, instrument=instrument.id, other=other)


def _group(group: str, named: Sequence[str], naming: Naming, place: Place) -> str:
    """The column to copy, as the table calls it."""
    found = next((name for name in named if name.casefold() == group.casefold()), None)
    is_asked = naming.question_of(group)
    if group in (*PROMISED, KEEP_UNTIL) or is_asked or group.startswith(tuple(FORMULA)):
        raise faulty("no-group-column", place, column=group)
    if found is None:
        raise faulty("no-such-column", place, column=group, known=", ".join(named))
    return found


def _check_ways(meant: Mapping[str, Meaning], naming: Naming, place: Place) -> None:
    """Refuse two ways to answer one question, but for two names of a choice of one."""
    whole: dict[str, str] = {}
    for name, meaning in meant.items():
        question = naming.questions[meaning.question]
        is_twice = meaning.question in whole and question.kind is not Kind.ONE
        if not meaning.option and is_twice:
            raise faulty("asked-two-ways", place, column=name, question=whole[meaning.question])
        if not meaning.option:
            whole.setdefault(meaning.question, name)
    found: dict[Meaning, str] = {}
    for name, meaning in meant.items():
        if meaning.option and (other := whole.get(meaning.question) or found.get(meaning)):
            raise faulty("asked-two-ways", place, column=name, question=other)
        found[meaning] = name


def _used(request: Request, naming: Naming, meant: Mapping[str, Meaning]) -> Iterator[Used]:
    for question in naming.questions.values():
        words = vocabulary(request, question, naming)
        here = {name: meaning for name, meaning in meant.items() if meaning.question == question.id}
        whole = tuple(name for name, meaning in here.items() if not meaning.option)
        if whole:
            yield Used(question, whole, words)
            continue
        named = {meaning.option: name for name, meaning in here.items()}
        options = tuple(option for option in question.option_ids if option in named)
        if options:
            yield Used(question, tuple(named[option] for option in options), words, options)


def vocabulary(request: Request, question: Question, naming: Naming) -> Vocabulary:
    """The words that a cell may hold for a question besides ids."""
    translated = (
        asked
        for each in request.translated
        for asked in each.questions()
        if asked.id == question.id and asked.option_ids == question.option_ids
    )
    labels = labels_of(question, translated)
    if set(question.option_ids) == {YES[0], NO[0]}:
        labels = dict.fromkeys(YES, YES[0]) | dict.fromkeys(NO, NO[0]) | labels
    old = {name: new for (name_of, name), new in naming.options.items() if name_of == question.id}
    for name, new in old.items():
        labels.setdefault(name.casefold(), new)
    gone = tuple(each.option for each in naming.retired if each.question == question.id)
    return Vocabulary((*request.not_known, *gone), labels, old, gone)


def labels_of(question: Question, translated: Iterable[Question]) -> dict[str, str]:
    """List the words that stand for an option, in any language; none that could mean two."""
    found: dict[str, str] = {}
    unclear: set[str] = set()
    for each in (question, *translated):
        for option in each.options:
            for word in (option.id.casefold(), option.label.casefold()):
                if found.setdefault(word, option.id) != option.id:
                    unclear.add(word)
    own = {option.casefold() for option in question.option_ids}
    return {word: option for word, option in found.items() if word not in unclear - own}
