"""In words: what is different in a mutant, and what in an advice is not as expected."""

from collections.abc import Sequence

from integraal.model.example import Difference
from integraal.model.results.trial import Change, Edit, Trial
from integraal.report.render.visible import visible
from integraal.words.words import Words

_OF_RULES = ("rules", "rules_open", "rules_off")
_SHOWN = {"True": "true", "False": "false"}


def change_text(change: Change, words: Words) -> str:
    """In one line: what a mutant changes, and where."""
    where = words("mutant.question" if change.is_question else "mutant.rule", owner=change.owner)
    if change.part:
        where = words("mutant.part", owner=where, part=change.part)
    is_count = change.edit is Edit.THRESHOLD and not change.question
    key = "count" if is_count else change.edit.value
    return words(
        f"mutant.{key}",
        where=where,
        question=change.question,
        before=change.before,
        after=change.after,
    )


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
