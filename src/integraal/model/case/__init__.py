"""A case: who it is about under a pseudonym, its moments, and how an instrument looks at them."""

from integraal.model.case.case import (
    PSEUDONYM,
    Agreement,
    Case,
    Decision,
    Moment,
    is_code,
    pseudonym_of,
)

__all__ = ["PSEUDONYM", "Agreement", "Case", "Decision", "Moment", "is_code", "pseudonym_of"]
