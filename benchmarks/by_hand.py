"""The rules of an instrument as a person would write them in Python, for one table and no other.

`python benchmarks/by_hand.py` prints the whole program. It is not typed by hand but written from
the instrument, so that it cannot fall behind; what comes out is meant to be what a good programmer
would type: local variables, `if` and `elif`, short-circuits, one pass over the row, nothing looked
up. It gives every column that `integraal batch` gives, and knows no more than it must: no labels,
no other languages, no faulty rows, no other order of columns.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from cells_to_advice import COLUMNS, over_answers
from integraal.engine.lower import lower
from integraal.engine.program import ALWAYS, Program, Test, leaves_in
from integraal.model.condition import Leaf, OneIn, Otherwise, SomeChosen, WhenDirection
from integraal.model.instrument import Act, Kind, Limit, Provisional, Raise, Rule
from integraal.model.scale import Scale
from integraal.reading.library import Library
from languages import NEVER, Infix, bare, options_in_order, say, say_open

NAME = "voor-wie-doen-we-wat"
_PROGRAM = '''\
"""{title}: from a table of cases to a table of advice."""

import csv
import sys

HEADER = {header}
LEVELS = {levels}


def advise(row):
    {cells} = row
{body}
    return (
        casus,
        LEVELS[level],
        LEVELS[reach],
        "true" if level == reach else "false",
        provisional,
        LEVELS[current] if current >= 0 else "",
        LEVELS[feasible] if feasible < {highest} else "",
        direction,
        ";".join(rules),
        ";".join(rules_open),
        "",
        ";".join(actions),
        {version},
        {fingerprint},
    )


def main(source, target):
    with open(source, newline="", encoding="utf-8") as cases, \\
            open(target, "w", newline="", encoding="utf-8") as advice:
        rows = csv.reader(cases)
        next(rows)
        writer = csv.writer(advice)
        writer.writerow(HEADER)
        writer.writerows(map(advise, rows))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
'''

_DIRECTION = """\
    if current < 0:
        direction = "onbekend"
    elif level > current:
        direction = "opschalen"
    elif reach < current:
        direction = "afschalen_bespreken"
    elif level == reach:
        direction = "passend"
    else:
        direction = "onbekend"\
"""


def program_by_hand(program: Program) -> str:
    """Write the Python program for tables with the columns of `cases.query`.

    Raises:
        NotImplementedError: if the instrument has something that was not thought of here.
    """
    instrument = program.instrument
    if instrument.scale is None or instrument.outcomes:
        raise NotImplementedError("an instrument with a scale and without outcomes")
    asked = [q.id for q in instrument.questions() if q.kind in (Kind.ONE, Kind.SEVERAL)]
    return _PROGRAM.format(
        title=instrument.title,
        header=COLUMNS,
        levels=tuple(level.id for level in instrument.scale.levels),
        cells=", ".join(["casus", *asked]),
        body="\n".join(_ByHand(program, instrument.scale).body()),
        highest=len(instrument.scale.levels),
        version=json.dumps(instrument.version),
        fingerprint=json.dumps(instrument.fingerprint),
    )


class _ByHand:
    """The function for one row, as lines."""

    def __init__(self, program: Program, scale: Scale) -> None:
        self.program = program
        self.instrument = program.instrument
        self.scale = scale
        self.several = [q for q in self.instrument.questions() if q.kind is Kind.SEVERAL]
        options = options_in_order(program)
        self.unnamed = Infix(options, lists="()", empty="not {}")
        self.language = replace(self.unnamed, names=self._named(options))
        self.actions_to_do = [action.id for action in self.instrument.actions]

    def _named(self, options: Mapping[str, tuple[str, ...]]) -> dict[Leaf, str]:
        """Give a name to what several rules look at and what takes more than a comparison."""
        used = Counter(
            leaf for _, node in over_answers(self.program) for leaf in set(leaves_in(node))
        )
        named: dict[Leaf, str] = {}
        for index, count in sorted(used.items()):
            leaf = self.program.leaves[index]
            if count > 1 and isinstance(leaf, OneIn | SomeChosen):
                asked = options[leaf.question]
                chosen = [option for option in asked if option in leaf.options]
                if 1 < len(chosen) < len(asked):
                    named[leaf] = f"{leaf.question}_{'_of_'.join(chosen)}"
        return named

    def body(self) -> Iterator[str]:
        yield from self._several()
        for leaf, name in self.language.names.items():
            holds = say(
                self.program, Test(self.program.leaves.index(leaf)), self.unnamed, might=False
            )
            yield f"    {name} = {bare(holds)}"
        yield from self._present()
        yield "    level = reach = 0"
        yield f"    feasible = {len(self.scale.levels)}"
        yield '    provisional = "false"'
        yield "    rules = []"
        yield "    rules_open = []"
        yield "    actions = []"
        yield from self._rules()

    def _several(self) -> Iterator[str]:
        for question in self.several:
            name = question.id
            yield f"    chosen_{name} = {name}.split(';')"
            empty = '("", "geen_van_deze")'
            yield f"    count_{name} = 0 if {name} in {empty} else len(chosen_{name})"

    def _present(self) -> Iterator[str]:
        """Write at which level people work together now; -1 for none, -2 where nobody knows."""
        present = self.instrument.present
        if present is None or self.program.asked[present.question] != ALWAYS:
            raise NotImplementedError("a question about the present that is always asked")
        options = self.instrument.question(present.question).options
        keyword = "if"
        for option in sorted(options, key=lambda o: -self.scale.rank(o.level)):
            yield f'    {keyword} "{option.id}" in chosen_{present.question}:'
            yield f"        current = {self.scale.rank(option.level)}"
            keyword = "elif"
        yield "    else:"
        yield f"        current = -1 if {present.question} else -2"

    def _rules(self) -> Iterator[str]:
        rules = list(self.instrument.rules)
        last = max(n for n, rule in enumerate(rules) if isinstance(rule.effect, Raise))
        lowest = next(r for r in rules if isinstance(r.when, Otherwise))
        yield from self._conditional(rules[: rules.index(lowest)])
        yield "    place = len(rules)"
        yield from self._conditional(rules[rules.index(lowest) + 1 : last + 1])
        yield "    if level == 0:"
        yield f'        rules.insert(place, "{lowest.id}")'
        yield "    if reach < level:"
        yield "        reach = level"
        yield _DIRECTION
        yield from self._conditional(rules[last + 1 :])

    def _conditional(self, rules: list[Rule]) -> Iterator[str]:
        """Write rules in their order, those that stand together under one `if`."""
        for (holds, opened), group in groupby(rules, key=self._conditions):
            here = list(group)
            yield from self._actions_before(here)
            yield f"    if {holds}:"
            for rule in here:
                yield f'        rules.append("{rule.id}")'
                yield from self._holding(rule)
            if opened == NEVER:
                continue
            yield f"    elif {opened}:"
            for rule in here:
                yield f'        rules_open.append("{rule.id}")'
                yield from self._open(rule)

    def _conditions(self, rule: Rule) -> tuple[str, str]:
        if isinstance(rule.when, WhenDirection):
            wanted = f'direction == "{rule.when.direction.value}"'
            return wanted, 'direction == "onbekend" and current != -1'
        if isinstance(rule.when, Otherwise):
            raise NotImplementedError("one rule that holds otherwise, with the lowest level")
        node = self.program.nodes[rule.when]
        holds = say(self.program, node, self.language, might=False)
        return bare(holds), bare(say_open(self.program, node, self.language))

    def _actions_before(self, rules: list[Rule]) -> Iterator[str]:
        """Write the actions that stand before those of these rules, though their rules do not."""
        here = {r.effect.action for r in rules if isinstance(r.effect, Act)}
        while here & set(self.actions_to_do) and self.actions_to_do[0] not in here:
            action = self.actions_to_do.pop(0)
            calling = [r for r in self.instrument.rules if r.effect == Act(action)]
            yield f"    if {' or '.join(self._conditions(rule)[0] for rule in calling)}:"
            yield f'        actions.append("{action}")'

    def _holding(self, rule: Rule) -> Iterator[str]:
        match rule.effect:
            case Raise(level):
                rank = self.scale.rank(level)
                yield f"        if level < {rank}:"
                yield f"            level = {rank}"
            case Limit(level):
                rank = self.scale.rank(level)
                yield f"        if feasible > {rank}:"
                yield f"            feasible = {rank}"
            case Provisional():
                yield '        provisional = "true"'
            case Act(action) if action in self.actions_to_do:
                self.actions_to_do.remove(action)
                yield f'        actions.append("{action}")'
            case _:
                return

    def _open(self, rule: Rule) -> Iterator[str]:
        if isinstance(rule.effect, Raise):
            rank = self.scale.rank(rule.effect.level)
            yield f"        if reach < {rank}:"
            yield f"            reach = {rank}"
        elif isinstance(rule.effect, Provisional):
            yield '        provisional = "true"'


if __name__ == "__main__":
    print(program_by_hand(lower(Library().instrument(NAME))))
