"""What a new version changes as data, in the schema `integraal/vergelijk-versies/1`."""

from collections.abc import Iterator
from typing import Any

from integraal.model.answers import answer_value
from integraal.model.instrument import Act, Limit, Raise, Route, Rule
from integraal.model.results.versions import (
    CaseChange,
    Change,
    Picture,
    RuleChange,
    Unreadable,
    Versions,
)
from integraal.report.data.finding import finding_data
from integraal.report.data.plain import fields, instrument_fields, plain, routes
from integraal.words.honest import disclaimer_text
from integraal.words.words import Words


def versions_data(versions: Versions, words: Words) -> dict[str, Any]:
    """The difference; every key is always there, and `total` is the sum of the four counts."""
    counts = versions.counts()
    return {
        "schema": "integraal/vergelijk-versies/1",
        "old": instrument_fields(versions.old),
        "new": instrument_fields(versions.new),
        "total": sum(counts.values()),
        **counts,
        "cases": [_case(case) for case in versions.changed],
        "smallest": _smallest(versions),
        "searched_all": all(case.change.searched_all for case in versions.cases),
        "same_number": versions.has_same_number,
        "texts": [fields(text, "key", "before", "after") for text in versions.texts],
        "swapped": [fields(each, "question", "one", "other") for each in versions.swapped],
        "gone": [
            {"question": each.question, "option": each.option or None} for each in versions.gone
        ],
        "weakened": [
            {
                "of": each.of.value,
                "id": each.owner,
                "change": each.edit.value,
                "before": each.before or None,
                "after": each.after or None,
            }
            for each in versions.weakened
        ],
        "faults": [
            fault for unreadable in versions.unreadable for fault in _faults(unreadable, words)
        ],
        "disclaimer": disclaimer_text(versions.new, words),
    }


def _faults(unreadable: Unreadable, words: Words) -> Iterator[dict[str, Any]]:
    """Every finding, with the version that minds it; None when both do."""
    by_version = {None: unreadable.both, "old": unreadable.only_old, "new": unreadable.only_new}
    for version, findings in by_version.items():
        for finding in findings:
            yield {"version": version, **finding_data(finding, words)}


def _smallest(versions: Versions) -> dict[str, Any]:
    """The fewest answers with another advice; `settled` tells nobody-looked from there-is-none."""
    answers, change = versions.smallest or (None, None)
    return {
        "settled": versions.is_settled,
        "answers": answers and {name: answer_value(each) for name, each in answers.items()},
        "changes": change and _changes(change),
    }


def _case(case: CaseChange) -> dict[str, Any]:
    return {
        "file": case.file,
        "casus": case.case,
        "changes": _changes(case.change),
        "rules": [_rule(change) for change in case.change.rules],
    }


def _changes(change: Change) -> dict[str, Any]:
    return {
        name: {"before": _field(change.before, name), "after": _field(change.after, name)}
        for name in change.fields
    }


def _field(picture: Picture, name: str) -> Any:
    return routes(picture.outcomes) if name == "outcomes" else plain(getattr(picture, name))


def _rule(change: RuleChange) -> dict[str, Any]:
    return {
        "rule": change.rule.id,
        "code": change.rule.grounds.code or None,
        "turn": change.turn.value,
        "before": _effect(change.before),
        "after": _effect(change.after),
        "because": change.rule.grounds.because,
    }


def _effect(rule: Rule | None) -> dict[str, Any] | None:
    """The effect as it stands in the instrument; None where there is no such rule."""
    match rule and rule.effect:
        case None:
            return None
        case Raise(level):
            return {"at_least": level}
        case Limit(level):
            return {"at_most": level}
        case Route(outcome):
            return {"outcome": outcome}
        case Act(action):
            return {"action": action}
        case _:
            return {"provisional": True}
