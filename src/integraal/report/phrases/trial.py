"""In words: what is different in a mutant, and what in advice is not as expected."""

from collections.abc import Sequence

from integraal.model.example import Difference
from integraal.model.results.trial import NONE, OF_SOURCE, Change, Edit, Owner, Trial
from integraal.report.render.visible import visible
from integraal.words.words import Words

_OF_RULES = ("rules", "rules_open", "rules_off")
_OF_PROMISES = ("promises", "promises_off")
_SHOWN = {"True": "true", "False": "false"}


def change_text(change: Change, words: Words) -> str:
    """In one line: what a mutant changes, and where."""
    where = words(f"mutant.{change.of.value}", owner=change.owner)
    if change.part:
        where = words("mutant.part", owner=where, part=change.part)
    return words(
        f"mutant.{_said_as(change)}",
        where=where,
        question=change.question,
        before=change.before,
        after=change.after,
    )


def _said_as(change: Change) -> str:
    """The key of the sentence."""
    match change:
        case Change(edit=Edit.THRESHOLD, question=""):
            return "count"
        case Change(edit=Edit.DROPPED, of=Owner.PROMISE):
            return "removed"
        case Change(edit=Edit.URGENCY | Edit.RELEASE, after=after) if after == NONE:
            return f"no_{change.edit.value}"
        case Change(edit=Edit.ADDITION):
            return "added" if change.before == OF_SOURCE else "of_source"
        case _:
            return change.edit.value


def difference_text(difference: Difference, words: Words) -> str:
    """In one line: what was expected and what was found."""
    expected, found = visible(difference.expected), visible(difference.found)
    if difference.field in _OF_RULES:
        rule, _, wanted = expected.rpartition(": ")
        truth = found.rpartition(": ")[2]
        return words(
            "testing.rule_difference",
            rule=rule,
            expected=words(f"testing.truth.{wanted}"),
            found=words(f"testing.truth.{truth}"),
        )
    if difference.field in _OF_PROMISES:
        promise, _, wanted = expected.rpartition(": ")
        return words(f"testing.promise_difference.{wanted}", promise=promise)
    return words(
        "testing.difference",
        field=difference.field,
        expected=_value(expected, words),
        found=_value(found, words),
    )


def _value(value: str, words: Words) -> str:
    return words("testing.nothing") if value in ("", "None") else _SHOWN.get(value, value)


def noticing_cases(trials: Sequence[Trial], words: Words) -> list[str]:
    """Write the cases that would notice what no case notices, each once, line by line.

    What a case would notice stands above it, as a comment.
    """
    noticing: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for mutant in (mutant for trial in trials for mutant in trial.mutants or ()):
        if mutant.witness:
            name, _, rest = mutant.witness.partition("\n")
            names.setdefault(rest, name)
            noticing.setdefault(rest, []).append(change_text(mutant.change, words))
    lines: list[str] = []
    for rest, changes in noticing.items():
        lines += [f"  # {words('testing.notices', change=change)}" for change in changes]
        lines += [names[rest], *rest.splitlines()]
    return lines
