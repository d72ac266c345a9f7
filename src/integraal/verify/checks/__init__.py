"""The checks, one a module; each says in its first line what it claims."""

from importlib import import_module
from typing import Any

from integraal.verify.check import Check

_MODULES = (
    "rule_never_holds",
    "rule_never_decides",
    "supports_only_decides",
    "cannot_raise",
    "level_never_reached",
    "outcome_never_reached",
    "action_never_called",
    "need_lowers_advice",
    "limit_never_binds",
    "table_gap",
    "table_overlap",
    "overrides_nothing",
    "question_unused",
    "question_never_asked",
    "not_over_inapplicable",
    "known_in_ask_when",
)

CHECKS: tuple[Check[Any], ...] = tuple(
    import_module(f"{__name__}.{module}").CHECK for module in _MODULES
)
"""In the order in which they are made."""
