"""Lay out what a new version of an instrument changes: how many cases, from what to what, by
which rules, and then case by case.
"""

from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from integraal.model.instrument import Act, Instrument, Limit, Provisional, Raise, Route, Rule
from integraal.model.reader import Reader
from integraal.model.results.versions import (
    CaseChange,
    Change,
    RuleChange,
    TextChange,
    Turn,
    Versions,
)
from integraal.report.blocks import Block, Document, Item
from integraal.report.parts.advice_parts import given_up
from integraal.report.parts.grounds import notes
from integraal.report.phrases.answer import answer_text, lowered
from integraal.report.phrases.grounds import legend, short_grounds
from integraal.report.phrases.level import route_name, standing_text
from integraal.report.phrases.trial import change_text
from integraal.report.prose import page, paragraph, points, section
from integraal.report.text import inline, quiet, strong
from integraal.words.honest import honest_text
from integraal.words.words import Words

_BOTH = ("one", "other")


def versions_page(versions: Versions, words: Words) -> Document:
    """Compose the page."""
    told = _Told(versions, words)
    old, new = versions.old, versions.new
    blocks = (
        paragraph(quiet(f"{old.id} {old.version} → {new.id} {new.version}")),
        *told.warnings(),
        paragraph(told.summary()),
        *told.smallest(),
        *told.moves(),
        *told.rules(),
        *section(words("versions.cases"), map(told.case, versions.changed)),
        *section(words("versions.texts"), map(told.text, versions.texts)),
        *told.ends(),
    )
    return page(words("versions.title"), words, blocks)


class _Told:
    def __init__(self, versions: Versions, words: Words) -> None:
        self.versions = versions
        self.words = words

    def warnings(self) -> Iterator[Block]:
        """What whoever puts the new version to use must know first."""
        if self.versions.has_same_number:
            yield paragraph(self.words("versions.same_number", version=self.versions.new.version))
        if self.versions.weakened:
            yield paragraph(strong(self.words("versions.weakened")))
            yield points(change_text(each, self.words) for each in self.versions.weakened)
        for swapped in self.versions.swapped:
            question = self.versions.new.question(swapped.question)
            labels = {name: question.option(getattr(swapped, name)).label for name in _BOTH}
            told = self.words("versions.swapped", question=question.name, **labels)
            yield paragraph(told)
        if self.versions.gone:
            names = (".".join(filter(None, (g.question, g.option))) for g in self.versions.gone)
            yield paragraph(self.words("versions.gone", names=self.words.listed([*names])))
        seen = (case.change.searched_all for case in self.versions.cases)
        yield from given_up(seen, self.words)

    def smallest(self) -> Iterator[Block]:
        """The fewest answers with another advice, or that there are none, or that nobody looked."""
        if self.versions.smallest is None:
            key = "none" if self.versions.is_settled else "open"
            yield paragraph(self.words(f"versions.smallest_{key}"))
            return
        answers, change = self.versions.smallest
        old, new = self.versions.old, self.versions.new
        asked = {q.id: q for version in (old, new) for q in version.every_question()}
        said = [
            self.words("pair", name=asked[name].name, value=lowered(told))
            for name, answer in answers.items()
            if (told := answer_text(asked[name], answer, self.words))
        ]
        lines = [*self.fields(change), *map(self.turned, change.rules)]
        item = Item(inline("; ".join(said)), tuple(map(inline, lines)))
        yield from section(self.words("versions.smallest"), [item])

    def text(self, changed: TextChange) -> Item:
        """A text that changed: what it was, and what it is."""
        was = self.told(changed.key, changed.before, self.versions.old)
        now = self.told(changed.key, changed.after, self.versions.new)
        return Item(inline(strong(changed.key)), (inline(quiet(was)), inline(f"→ {now}")))

    def told(self, key: str, text: str, instrument: Instrument) -> str:
        """A text of a version; of a reason with what it rests on, as everywhere."""
        reasons = {f"rules.{rule.id}.because": rule for rule in instrument.rules}
        if text and key in reasons:
            return self.because(reasons[key])
        return text or self.words("versions.no_text")

    def summary(self) -> str:
        """The counts; they add up to the number of files."""
        counts = self.versions.counts()
        total = self.words("versions.total", count=sum(counts.values()))
        parts = [self.words(f"versions.{key}", count=n) for key, n in counts.items() if n]
        return " ".join([total, *parts])

    def moves(self) -> Iterator[Block]:
        """Count from what to what advices go; the counts add up to all that change."""
        moves = Counter(
            self.advice(case.change)
            if {"level", "reach", "outcomes"} & set(case.change.fields)
            else self.words("versions.moves_none")
            for case in self.versions.changed
        )
        lines = (f"{n} × {move}" for move, n in moves.most_common())
        yield from section(self.words("versions.moves"), lines)

    def rules(self) -> Iterator[Block]:
        """Count which rules turned, most often first."""
        turns = Counter(
            (self.turned(change), change.rule)
            for case in self.versions.changed
            for change in case.change.rules
        )
        items = (
            Item(inline(f"{n} × {turned}"), (inline(quiet(self.because(rule))),))
            for (turned, rule), n in turns.most_common()
        )
        yield from section(self.words("versions.rules"), items)

    def because(self, rule: Rule) -> str:
        """Why the rule says so, and what that rests on."""
        return f"{rule.grounds.because} {short_grounds(rule, Reader.PROFESSIONAL, self.words)}"

    def ends(self) -> Iterator[Block]:
        """What the highest levels mean, what the letters say, and that nobody validated it."""
        pictures = [case.change.after for case in self.versions.changed]
        yield from notes((level for p in pictures for level in (p.level, p.reach)), self.words)
        if self.versions.changed:
            yield paragraph(quiet(legend(self.words)))
        yield paragraph(quiet(honest_text(self.versions.new, self.words)))

    def case(self, case: CaseChange) -> Item:
        lines = [*self.fields(case.change), *map(self.turned, case.change.rules)]
        name = inline(strong(case.case), quiet(f"  {case.file}"))
        return Item(name, tuple(inline(line) for line in lines))

    def fields(self, change: Change) -> Iterator[str]:
        """Every change of the advice, each on a line."""
        if {"level", "reach", "outcomes"} & set(change.fields):
            yield self.advice(change)
        for name in ("feasible", "current"):
            if name in change.fields:
                levels = [getattr(p, name) for p in (change.before, change.after)]
                texts = [
                    lowered(x.name) if x else self.words(f"versions.no_{name}") for x in levels
                ]
                yield self.words(f"versions.{name}", change=" → ".join(texts))
        if "provisional" in change.fields:
            yield self.words(f"versions.provisional_{str(change.after.provisional).lower()}")
        yield from self.urgent(change)
        yield from self.actions(change)

    def urgent(self, change: Change) -> Iterator[str]:
        """What says now that somebody may be in danger or goes first, and what no longer does."""
        for field in ("urgent", "ask_first"):
            before, after = (set(getattr(p, field)) for p in (change.before, change.after))
            ways = (
                ("more", self.versions.new, after - before),
                ("less", self.versions.old, before - after),
            )
            for way, instrument, names in ways:
                for one in (*instrument.actions, *instrument.outcomes):
                    if one.id in names:
                        yield self.words(f"versions.{field}_{way}", text=one.text)

    def actions(self, change: Change) -> Iterator[str]:
        before, after = set(change.before.actions), set(change.after.actions)
        for action in self.versions.new.actions:
            if action.id in after - before:
                yield self.words("versions.action_more", action=action.text)
        for action in self.versions.old.actions:
            if action.id in before - after:
                yield self.words("versions.action_less", action=action.text)

    def advice(self, change: Change) -> str:
        told = ((change.before, self.versions.old), (change.after, self.versions.new))
        said = (standing_text(each, of, self.words, len(of.outcomes)) for each, of in told)
        return " → ".join(said)

    def turned(self, change: RuleChange) -> str:
        """What happened to a rule, and what the rule does."""
        rule = change.rule
        name = f"{rule.grounds.code} {rule.id}".strip()
        instrument = self.versions.new if change.after else self.versions.old
        effect = self.effect(rule, instrument)
        if change.turn is Turn.OTHER_EFFECT and change.before:
            effect = f"{self.effect(change.before, self.versions.old)} → {effect}"
        return self.words(f"versions.turn.{change.turn.value}", rule=name, effect=effect)

    def effect(self, rule: Rule, instrument: Instrument) -> str:
        match rule.effect:
            case Raise(level):
                return self.words("level.at_least", level=_level_name(instrument, level))
            case Limit(level):
                return self.words("versions.at_most", level=_level_name(instrument, level))
            case Route(outcome):
                return route_name(instrument, outcome, self.words)
            case Act(action):
                return self.words("level.route", route=instrument.action(action).text)
            case Provisional():
                return self.words("versions.provisional")
            case _:
                assert_never(rule.effect)


def _level_name(instrument: Instrument, level: str) -> str:
    assert instrument.scale is not None  # noqa: S101 - a rule with a level has a scale
    return lowered(instrument.scale.levels[instrument.scale.rank(level)].name)
