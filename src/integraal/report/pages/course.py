"""Lay out the course of a case: moments side by side, what changed, what is still to be done."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from integraal.model.case import Case
from integraal.model.case.agreements import agreements_now, open_agreements
from integraal.model.instrument import Table as OutcomeTable
from integraal.model.reader import Reader
from integraal.model.results.advice import Advice
from integraal.model.results.course import Changed, Course, Shift, Stage
from integraal.model.results.knowledge import Knowledge
from integraal.model.services.help_line import HelpLine
from integraal.model.services.network import Network
from integraal.report.blocks import Block, Document, Heading, Item, Table
from integraal.report.pages.advice import in_its_language
from integraal.report.parts.advice_parts import given_up
from integraal.report.parts.danger import alarm
from integraal.report.parts.foreign import foreign
from integraal.report.parts.grounds import grounds_in_short, honest_end, notes
from integraal.report.parts.others import closing
from integraal.report.parts.services import services_behind
from integraal.report.parts.timeline.agreed import agreed_item
from integraal.report.parts.timeline.decided import decided_blocks
from integraal.report.parts.timeline.known_before import day_text, known_before
from integraal.report.phrases.answer import answer_text, lowered
from integraal.report.phrases.case import case_name
from integraal.report.phrases.grounds import short_grounds
from integraal.report.phrases.level import limit_text, present_text, range_text, routes_text
from integraal.report.prose import page, paragraph, points, urgent
from integraal.report.text import Inline, inline, quiet, strong
from integraal.words.words import Words

MOST = 4
"""Moments that fit beside each other on a page; of more, the last ones."""
LESS_KNOWN = "◇"
SIGNS = {Shift.UP: "▲", Shift.DOWN: "▼", Shift.OTHER: "◆"}


def course_page(
    courses: Sequence[Course],
    today: date,
    words: Words,
    lines: Sequence[HelpLine] = (),
    network: Network | None = None,
) -> Document:
    """Compose the page.

    Args:
        courses: Of one case, one for each instrument that it was looked at with.
        today: To say of which agreements the day has passed.
        words: In the language of the page.
        lines: Every help line, for a page for others than professionals.
        network: Whose services stand behind what holds now.
    """
    case, reader = courses[0].case, courses[0].now.reader
    # What comes first now, as the last moment shows it.
    first = {
        each.instrument.action_of(reason.rule).text: short_grounds(reason.rule, reader, words)
        for each in courses
        for reason in each.now.to_ask_first
    }
    now = courses[0].now
    is_first = len(case.moments) == 1
    blocks: list[Block] = [paragraph(strong(words(f"reader.{reader.value}")))]
    if is_first and reader.is_professional:
        blocks.append(paragraph(words("course.one_moment")))
    asked = (Item(inline(text), (inline(quiet(rests)),)) for text, rests in first.items())
    blocks += urgent(asked, words)
    for each in courses:
        blocks += _OfInstrument(each, words).blocks()
    blocks += honest_end([each.now for each in courses], words)
    blocks += agreements(case, today, words, reader)
    for each in courses:
        region = network.as_region(each.instrument.id) if network else None
        blocks += services_behind([each.now], region, words)
    if not reader.is_professional:
        blocks += closing([each.instrument for each in courses], reader, lines, now.country, words)
    title = words("course.title", casus=case_name(case, reader, words))
    made = page(title, words, blocks, course_footer(courses, words))
    told = foreign((each.instrument for each in courses), words)
    said_first = alarm(now.dangers, now.country, words)
    return replace(made, alarm=said_first, is_sheet=True, foreign=told)


def course_footer(courses: Sequence[Course], words: Words) -> str:
    """With which instruments the case was looked at."""
    every = [each.instrument for each in courses]
    named = [f"{one.id} {one.version}{in_its_language(one, words)}" for one in every]
    return words("course.footer", instruments=", ".join(named))


class _OfInstrument:
    def __init__(self, course: Course, words: Words) -> None:
        self.course = course
        self.instrument = course.instrument
        self.stages = course.stages
        self.words = words

    def blocks(self) -> Iterator[Block]:
        shown = self.stages[-MOST:]
        yield Heading(2, self.instrument.title)
        if len(shown) < len(self.stages):
            earlier = len(self.stages) - len(shown)
            yield paragraph(quiet(self.words("course.earlier", count=earlier)))
        header = ("", *(day_text(stage.assessment.until, self.words) for stage in shown))
        yield Table(header, tuple(self._rows(shown)))
        seen = (stage.assessment.advice for stage in shown)
        yield from given_up((advice.searched_all for advice in seen), self.words)
        yield from decided_blocks(self.course.now, self.words)
        yield from known_before(self.course.now, self.words)
        for stage in shown:
            if stage.changed:
                yield from self._changes(stage)
        now = self.course.now
        title = self.words("course.grounds", day=day_text(now.until, self.words))
        yield from grounds_in_short([("", now)], self.words, title=title)
        yield from notes((now.advice.level, now.advice.reach), self.words)

    def _rows(self, shown: Sequence[Stage]) -> Iterator[tuple[Inline, ...]]:
        if self.instrument.scale is not None:
            yield self._row("course.advice", [self._level(stage) for stage in shown])
            seen = [stage.assessment for stage in shown]
            advices = [each.advice for each in seen]
            if any(advice.current_at_least for advice in advices):
                yield self._row("mark.now", [present_text(each, self.words) for each in seen])
            if any(advice.feasible for advice in advices):
                cells = [limit_text(each, self.instrument, self.words) for each in advices]
                yield self._row("mark.feasible", cells)
        for table in self.instrument.tables:
            label = inline(table.title or self.words("outcomes.title"))
            cells = [self._routes(stage.assessment.advice, table) for stage in shown]
            if any(cells):
                yield (label, *(inline(cell or "–") for cell in cells))

    def _row(self, key: str, cells: list[str]) -> tuple[Inline, ...]:
        return (inline(self.words(key)), *(inline(cell) for cell in cells))

    def _level(self, stage: Stage) -> str:
        level, reach = stage.assessment.advice.level, stage.assessment.advice.reach
        if level is None or reach is None:
            return ""
        said = [range_text(level, reach, self.words)]
        if stage.level_shift is not None:
            shift = self.words(f"course.level_{stage.level_shift.value}")
            said.append(f"{SIGNS[stage.level_shift]} {shift}")
        if stage.less_known:
            said.append(f"{LESS_KNOWN} {self.words('course.less_known')}")
        return " ".join(said)

    def _routes(self, advice: Advice, table: OutcomeTable) -> str:
        return routes_text(self.instrument, advice.routes(table.id), self.words, has_title=True)

    def _changes(self, stage: Stage) -> Iterator[Block]:
        day = day_text(stage.assessment.until, self.words)
        yield Heading(3, self.words("course.changed", day=day))
        said = [each for each in stage.changed if each.knowledge is not Knowledge.NOT_ASKED]
        if said:
            yield points(map(self._change, said))
        names = [
            lowered(self.instrument.question(each.question).name)
            for each in stage.changed
            if each.knowledge is Knowledge.NOT_ASKED
        ]
        if names:
            questions = self.words.listed(names)
            yield paragraph(self.words("course.not_asked", questions=questions))

    def _change(self, changed: Changed) -> Inline:
        question = self.instrument.question(changed.question)
        before = lowered(answer_text(question, changed.before, self.words))
        after = lowered(answer_text(question, changed.after, self.words))
        if changed.knowledge is Knowledge.DOES_NOT_APPLY:
            after = self.words("course.does_not_apply")
        told = self.words("pair", name=question.name, value=f"{before} → {after}")
        if changed.knowledge is Knowledge.NOT_KNOWN:
            return inline(told, quiet(f" {LESS_KNOWN} {self.words('course.not_known')}"))
        if changed.shift is Shift.OTHER:
            return inline(told)
        shift = self.words(f"course.need_{changed.shift.value}")
        return inline(told, quiet(f" {SIGNS[changed.shift]} {shift}"))


def agreements(case: Case, today: date, words: Words, reader: Reader) -> Iterator[Block]:
    """What was agreed and is still to be done; others read of it only where there is something."""
    every, still = agreements_now(case), open_agreements(case)
    if not (still or reader.is_professional):
        return
    yield Heading(2, words("course.agreements"))
    dropped = sum(one.agreement.dropped for one in every)
    done = len(every) - len(still) - dropped
    if still:
        yield points((agreed_item(one, today, words) for one in still), to_tick=True)
    elif not dropped:
        yield paragraph(words("course.all_done" if every else "course.none_agreed"))
    counted = {"course.done": done if still or dropped else 0, "agreed.dropped_count": dropped}
    if said := [words(key, count=count) for key, count in counted.items() if count]:
        yield paragraph(quiet(" ".join(said)))
