"""Choose the cases of a study. The same instrument, number and seed give the same cases."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.instrument import Instrument, Never, Provisional
from integraal.model.source import Grounds, Support
from integraal.model.study.cases import Study
from integraal.model.study.choice import Choice, RuledOut, Untold, Why
from integraal.panel.choosing.case_space import CaseSpace
from integraal.panel.choosing.cover import Cover
from integraal.panel.choosing.finder import Finder
from integraal.panel.choosing.goals import rules_to_tell, steps_to_tell
from integraal.panel.choosing.rounds import Room, blur, repeat, study_cases
from integraal.panel.choosing.told import Telling

BOUND = 20_000
"""Conflicts of the solver that one question to it may take."""


def choose(
    instrument: Instrument,
    count: int,
    seed: int,
    *,
    ruled_out: Sequence[RuledOut] = (),
    language: str = "",
    bound: int = BOUND,
) -> Choice:
    """Choose cases that tell the rules of an instrument apart.

    Args:
        instrument: The instrument.
        count: How many cases; there are fewer where an instrument has no more.
        seed: What everything that is drawn hangs on.
        ruled_out: What no case may be.
        language: In which the cases are told; empty for that of the instrument.
        bound: How many conflicts of the solver one question to it may take.
    """
    conditions = tuple(each.when for each in ruled_out)
    program = lower_with(instrument, ruled_out)
    rules, steps = rules_to_tell(instrument), steps_to_tell(lower(instrument))
    room, chance = Room.of(count), Random(seed)  # noqa: S311 - no secret
    telling = Telling(program, rules, steps, conditions)
    with CaseSpace(program, conditions) as space:
        finder = Finder(space, chance, bound)
        prospect = finder.prospect(rules, steps)
        cover = Cover(instrument, finder, telling, prospect, chance)
        _first_round(cover, room)
        cover.held_back = True
        _second_round(cover, room)
    blur(cover.drafts, room.unknown, instrument, telling, chance)
    cover.drafts += repeat(cover.drafts, room.repeated, telling, chance)
    cases = study_cases(cover.drafts, chance)
    study = Study(instrument.id, instrument.version, seed, language or instrument.language, cases)
    told, shown = cover.rules_told, cover.steps_shown
    why = {rule.id: Why.NO_ROOM for rule in rules if not told[rule.id]} | prospect.untold
    return Choice(
        study=study,
        rules=len(rules),
        untold=tuple(Untold(rule, why[rule.id]) for rule in rules if rule.id in why),
        steps=len(prospect.steps),
        steps_untold=tuple(
            (step.rule, step.question) for step in prospect.steps if step not in shown
        ),
        partly_known=sum(not telling.is_whole(case.answers) for case in cases),
        unseen=cover.unseen(),
        wanted=count,
    )


def _first_round(cover: Cover, room: Room) -> None:
    prospect = cover.prospect
    cover.show_everything(1, len(cover.instrument.level_ids))
    cover.tell_partly(prospect.partly, len(cover.drafts) + room.unknown)
    cover.tell(cover.chance.sample(prospect.whole, len(prospect.whole)), room.first)
    cover.tell_partly(prospect.partly, room.first)
    cover.show_everything(max(1, room.first // 10), room.first)
    cover.show_steps(room.first)
    cover.fill(room.first)
    cover.lay_side_by_side()


def _second_round(cover: Cover, room: Room) -> None:
    """Held-back cases tell first what there was no room for, then what may be fitted on others."""
    most = len(cover.drafts) + room.held_back
    told = cover.rules_told
    cover.tell([rule for rule in cover.prospect.whole if not told[rule.id]], most)
    cover.tell_partly(cover.prospect.partly, most)
    cover.show_everything(1, most)
    cover.fill(most)
    cover.lay_side_by_side()


def lower_with(instrument: Instrument, ruled_out: Sequence[RuledOut]) -> Program:
    """Lower an instrument with what is ruled out; it changes nothing of any advice."""
    promises = tuple(
        Never(f"-{number}", Provisional(), each.when, Grounds("", Support.CHOICE, ()))
        for number, each in enumerate(ruled_out)
    )
    return lower(replace(instrument, never=(*instrument.never, *promises)))
