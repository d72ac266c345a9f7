"""The checks, one a module; each says in its first line what it claims."""

from typing import Any

from integraal.verify.proof.check import Check
from integraal.verify.proof.checks import (
    above_highest,
    action_never_called,
    band_gap,
    band_never_reached,
    danger_at_rest,
    level_never_reached,
    limit_never_binds,
    need_lowers_advice,
    never_broken,
    not_over_inapplicable,
    outcome_never_reached,
    overrides_nothing,
    question_never_asked,
    question_unused,
    rule_always_holds,
    rule_never_decides,
    rule_never_holds,
    supports_only_decides,
    table_gap,
    table_overlap,
)

CHECKS: tuple[Check[Any], ...] = (
    rule_never_holds.CHECK,
    rule_always_holds.CHECK,
    rule_never_decides.CHECK,
    supports_only_decides.CHECK,
    level_never_reached.CHECK,
    above_highest.CHECK,
    outcome_never_reached.CHECK,
    action_never_called.CHECK,
    need_lowers_advice.CHECK,
    limit_never_binds.CHECK,
    table_gap.CHECK,
    table_overlap.CHECK,
    never_broken.CHECK,
    danger_at_rest.CHECK,
    overrides_nothing.CHECK,
    question_unused.CHECK,
    question_never_asked.CHECK,
    not_over_inapplicable.CHECK,
    band_never_reached.CHECK,
    band_gap.CHECK,
)
"""In the order in which they are made."""
