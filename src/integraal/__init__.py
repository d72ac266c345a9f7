"""integraal: reflection and triage for working together in care and welfare.

>>> import integraal
>>> instrument = integraal.load("voor-wie-doen-we-wat", language="en")
>>> advice = integraal.evaluate(instrument, {"veiligheid": "zorg", "leefgebieden": ["wonen"]})
>>> advice.level.name, advice.is_settled
('Coordination', False)
>>> [reason.rule.id for reason in advice.reasons]
['zorg-om-veiligheid']

Everything in `__all__` comes from `integraal.api`, which is loaded when it is first asked for.
"""

TYPE_CHECKING = False  # as in `typing`, which nothing else here needs
if TYPE_CHECKING:
    from integraal.api import *  # for type checkers; all others get a name when they ask for it

__version__ = "2026.1.0"

__all__ = [
    "ANY_LEVEL", "DONT_KNOW", "Advice", "Agreement", "Answers", "Assessment", "Case",
    "Danger", "Decision", "Explanation", "Faulty", "Finding", "HelpLine", "Instrument", "Level",
    "Moment", "OpenQuestion", "OpenRoute", "Outcome", "Partly", "Place", "Question", "Reason",
    "Severity", "Truth", "dangers", "evaluate", "explain", "load", "read_case",
]  # fmt: skip


if not TYPE_CHECKING:  # which would take any name for one of ours

    def __getattr__(name: str) -> object:
        """Load the front door when something of it is first asked for."""
        if name not in __all__:
            raise AttributeError(f"module 'integraal' has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module("integraal.api"), name)


def __dir__() -> list[str]:
    """List what there is, loaded or not, so that a prompt can complete it."""
    return sorted({*globals(), *__all__})
