"""Turn the shape of a file into model values, with every name checked.

Knows no files: it gets trees and shapes that fitted, and gives an Instrument or findings.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from integraal.model import instrument as m
from integraal.model.condition import Condition, Known
from integraal.model.finding import Finding
from integraal.model.scale import Scale
from integraal.model.services.help_line import HelpLines
from integraal.model.source import Citation, Source
from integraal.reading.resolve.answers import numbers, options
from integraal.reading.resolve.checks import Checks, Path, citation_of, validation
from integraal.reading.resolve.citations import Citations
from integraal.reading.resolve.conditions import ConditionReader
from integraal.reading.resolve.definitions import Definitions
from integraal.reading.resolve.effects import Effects
from integraal.reading.resolve.outcomes import actions, called, dangers, outcomes, roles, tables
from integraal.reading.resolve.promises import Promises
from integraal.reading.resolve.renamed import renamed, retired
from integraal.reading.resolve.rule_checks import (
    check_asked_when,
    check_dangers,
    check_otherwise,
    check_trigger,
)
from integraal.reading.resolve.scores import Scores
from integraal.reading.shapes import instrument as s
from integraal.reading.shapes.fit import nearest
from integraal.reading.shapes.question import RESERVED_QUESTIONS, QuestionShape
from integraal.reading.yaml_tree import Node, find


def resolve_instrument(
    shape: s.InstrumentShape,
    tree: Node,
    scale: Scale | None,
    sources: Sequence[Source],
    help_lines: HelpLines,
) -> tuple[m.Instrument, tuple[Finding, ...]]:
    """Turn the shape of an instrument file into an Instrument.

    Args:
        shape: What fitted.
        tree: Where it stood.
        scale: The scale that the instrument names, if it names one that exists.
        sources: What may be cited, besides the sources in the file itself.
        help_lines: Whom its dangers may call.

    Returns: The instrument, good to use only when there are no findings; and the findings.
    """
    resolver = _Resolver(Checks(tree), shape, scale)
    unasked = resolver.unasked()
    own = tuple(Source(source.id, source.title, source.where) for source in shape.sources)
    sections = resolver.sections()
    scores = resolver.scores.every()
    definitions = resolver.definitions.every(resolver.citations.grounds)
    rules = resolver.rules()
    present = resolver.present()
    validated = validation(shape.validated, resolver.citations.cite)
    parts = roles(shape, resolver.checks, resolver.citations.cite)
    cited = resolver.citations.cited((*own, *sources), scale)
    instrument = m.Instrument(
        id=shape.id,
        version=shape.version,
        language=shape.language,
        written_in=shape.language,
        title=shape.title,
        about=shape.about,
        citation=citation_of(shape.source),
        scale=scale,
        sections=sections,
        rules=rules,
        definitions=definitions,
        actions=actions(shape, resolver.checks),
        outcomes=outcomes(shape, resolver.checks),
        tables=tables(shape, resolver.checks),
        roles=parts,
        scores=scores,
        never=resolver.promises.every(),
        unasked=unasked,
        withhold_until=resolver.withhold_until(),
        keep_apart=shape.keep_apart,
        highest=resolver.highest(),
        validated=validated,
        disclaimer=shape.disclaimer,
        family_title=shape.family_title,
        present=present,
        renamed=renamed(shape, resolver.checks, resolver.questions),
        retired=retired(shape, resolver.checks, resolver.questions),
        sources=cited,
        help_lines=called(shape, help_lines, resolver.checks),
    )
    return instrument, tuple(resolver.checks.findings)


@dataclass
class _Resolver:
    checks: Checks
    shape: s.InstrumentShape
    scale: Scale | None
    questions: dict[str, m.Question] = field(default_factory=dict)

    @cached_property
    def citations(self) -> Citations:
        return Citations(self.checks, self.shape)

    @cached_property
    def scores(self) -> Scores:
        return Scores(self.checks, self.shape.scores, self.questions, self.citations)

    @cached_property
    def definitions(self) -> Definitions:
        return Definitions(self.checks, self.shape, self.questions, self.scores.made)

    @property
    def effects(self) -> Effects:
        return Effects(self.checks, self.shape, self.scale)

    @property
    def promises(self) -> Promises:
        citations = self.citations
        return Promises(self.checks, self.shape, self.effects, self.reader, citations.grounds)

    @property
    def levels(self) -> tuple[str, ...]:
        return tuple(level.id for level in self.scale.levels) if self.scale else ()

    def unasked(self) -> tuple[m.Question, ...]:
        for index, shape in enumerate(self.shape.also_counts):
            if shape.same_as is None:
                self.checks.found("unasked-own", ("also_counts", index, "id"), question=shape.id)
        made = [
            self.question(shape, None, ("also_counts", index), is_own=False)
            for index, shape in enumerate(self.shape.also_counts)
        ]
        return tuple(replace(q, ask_when=Known(q.id, wanted=True, in_part=True)) for q in made)

    def sections(self) -> tuple[m.Section, ...]:
        self.citations.cite(self.shape.source, ("source",))
        self.checks.unique([section.id for section in self.shape.sections], ("sections",))
        return tuple(
            self.section(section, ("sections", index))
            for index, section in enumerate(self.shape.sections)
        )

    def section(self, shape: s.SectionShape, path: Path) -> m.Section:
        citation = self.citations.cite(shape.source, (*path, "source"))
        questions = [
            self.question(question, citation, (*path, "questions", index), shape.own_addition)
            for index, question in enumerate(shape.questions)
        ]
        return m.Section(shape.id, shape.title, shape.about, tuple(questions))

    def question(
        self, shape: QuestionShape, inherited: Citation | None, path: Path, is_own: bool
    ) -> m.Question:
        if shape.id in self.questions:
            self.checks.found("duplicate-id", (*path, "id"), id=shape.id)
        self.checks.free(shape.id, RESERVED_QUESTIONS, (*path, "id"))
        question = m.Question(
            id=shape.id,
            name=shape.name,
            ask=shape.ask,
            ask_family=shape.ask_family,
            why=shape.why,
            kind=m.Kind(shape.kind),
            prompts=tuple(shape.prompts),
            options=options(shape, path, self.checks, self.scale, self.shape.scale),
            options_from_scale=shape.options_from_scale,
            ask_when=self.ask_when(shape, path),
            citation=self.citations.cite(shape.source, (*path, "source")) or inherited,
            changeable=shape.changeable,
            for_reflection=shape.for_reflection,
            on_request=shape.on_request,
            estimate_of=shape.estimate_of or "",
            from_case=shape.from_case is not None,
            from_network=shape.from_network or "",
            same_as=shape.same_as or "",
            own_addition=shape.own_addition or is_own,
            sensitive=shape.sensitive,
            numbers=numbers(shape, path, self.checks),
            unit=shape.unit,
        )
        self.questions[shape.id] = question
        return question

    def ask_when(self, shape: QuestionShape, path: Path) -> Condition | None:
        if shape.ask_when is None:
            return None
        self.scores.make_ready()
        self.definitions.asker, self.definitions.later = shape.id, self.later()
        condition = self.reader(shape.id).condition(find(self.checks.tree, (*path, "ask_when")))
        self.definitions.asker, self.definitions.later = "", frozenset()
        if condition is not None:
            check_asked_when(self.checks, condition, shape.id, (*path, "ask_when"))
        return condition

    def reader(self, owner: str) -> ConditionReader:
        return self.definitions.reader(owner)

    def later(self) -> frozenset[str]:
        every = {q.id for section in self.shape.sections for q in section.questions}
        scores = {score.id for score in self.shape.scores}
        return frozenset((every | scores) - self.questions.keys() - self.scores.made.keys())

    def rules(self) -> tuple[m.Rule, ...]:
        self.checks.unique([rule.id for rule in self.shape.rules], ("rules",))
        rules = [self.rule(rule, index) for index, rule in enumerate(self.shape.rules)]
        tables = {outcome.id: outcome.table or "" for outcome in self.shape.outcomes}
        check_otherwise(self.checks, rules, self.levels, tables)
        check_dangers(self.checks, rules, dangers(self.shape))
        return tuple(rule for rule in rules if rule is not None)

    def rule(self, shape: s.RuleShape, index: int) -> m.Rule | None:
        path: Path = ("rules", index)
        when = self.definitions.trigger(index)
        effect = self.effects.of(shape, path)
        grounds = self.citations.grounds(shape, path)
        if when is None or effect is None:
            return None
        check_trigger(self.checks, self.questions, when, effect, shape.id, (*path, "when"))
        overrides, leads_to = tuple(shape.overrides), shape.leads_to or ""
        about = (shape.supports_only, overrides, leads_to, shape.sensitive)
        return m.Rule(shape.id, when, effect, grounds, *about)

    def present(self) -> m.Present | None:
        shape = self.shape.current
        if shape is None:
            return None
        path: Path = ("current", "question")
        grounds = self.citations.grounds(shape, ("current",))
        if not self.asks(shape.id, shape.question, path):
            return None
        if not any(option.level for option in self.questions[shape.question].options):
            self.checks.found("present-without-levels", path, question=shape.question)
        return m.Present(shape.id, shape.question, grounds)

    def asks(self, owner: str, name: str, path: Path) -> bool:
        """Whether a question exists; note it, in the owner's name, when it does not."""
        if name in self.questions:
            return True
        suggestion = nearest(name, list(self.questions))
        self.checks.found("unknown-question", path, suggestion, owner=owner, question=name)
        return False

    def withhold_until(self) -> m.Release | None:
        shape = self.shape.withhold_until
        return m.Release(shape.question, shape.option, shape.never) if shape else None

    def highest(self) -> str:
        if self.shape.highest is None:
            return ""
        return self.shape.highest if self.effects.is_level(self.shape.highest, ("highest",)) else ""
