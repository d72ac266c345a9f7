"""What an instrument is made of: questions, rules, the texts they lead to, and the whole."""

from integraal.model.instrument.definition import Definition
from integraal.model.instrument.instrument import Instrument, Present, Release, Renamed, Retired
from integraal.model.instrument.numbers import ANY_NUMBER, Misfit, Numbers
from integraal.model.instrument.question import Kind, Option, Question, Section
from integraal.model.instrument.rule import (
    Act,
    Effect,
    Limit,
    Never,
    Provisional,
    Raise,
    Route,
    Rule,
)
from integraal.model.instrument.score import Band, Score, Weights
from integraal.model.instrument.statement import OutcomePolicy, Role, Statement, Table, Urgency
from integraal.model.instrument.validation import Validation

__all__ = [
    "ANY_NUMBER",
    "Act",
    "Band",
    "Definition",
    "Effect",
    "Instrument",
    "Kind",
    "Limit",
    "Misfit",
    "Never",
    "Numbers",
    "Option",
    "OutcomePolicy",
    "Present",
    "Provisional",
    "Question",
    "Raise",
    "Release",
    "Renamed",
    "Retired",
    "Role",
    "Route",
    "Rule",
    "Score",
    "Section",
    "Statement",
    "Table",
    "Urgency",
    "Validation",
    "Weights",
]
