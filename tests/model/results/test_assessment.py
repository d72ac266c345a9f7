from dataclasses import replace

from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.model.condition import OneIn
from integraal.model.instrument import Act, Statement
from tests.engine.builders import an_instrument, cases, one, rule


def test_an_action_is_urgent_or_it_is_not() -> None:
    acts = [rule(name, OneIn("gevaar", ("ja",)), Act(name)) for name in ("noteer", "bel")]
    instrument = an_instrument(one("gevaar"), rules=acts, actions=("noteer",))
    bell = Statement("bel", "Bel.", urgent=True)
    program = lower(replace(instrument, actions=(*instrument.actions, bell)))
    (case,) = cases({"gevaar": "ja"})
    found = assess(program, case)
    assert [reason.rule.id for reason in found.urgent] == ["bel"]
    assert [reason.rule.id for reason in found.not_urgent] == ["noteer"]
