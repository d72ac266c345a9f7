"""A file that fits its shape becomes an Instrument only when every name in it leads somewhere."""

from textwrap import indent

import pytest

from integraal.model import condition as c
from integraal.model import instrument as m
from integraal.model.finding import Finding
from integraal.model.services.help_line import HelpLines
from integraal.model.source import Citation, Source, Support
from integraal.reading.resolve.instrument import resolve_instrument
from integraal.reading.shapes.fit import fit
from integraal.reading.shapes.instrument import InstrumentShape
from integraal.reading.yaml_tree import compose
from tests.reading.helpers import good

SCALE = good("eigen-schaal/questions.yaml").scale
SOURCES = (Source("BOEK", "Een boek", "nergens"), Source("VERZONNEN", "Nog een", "nergens"))
HEAD = """
schema: integraal/instrument/1
id: proef
version: 1
title: Proef
source: {document: BOEK}
"""
LAST = """
- id: last
  name: Last
  ask: Hoe zwaar?
  why: Daarom.
  kind: one
  options:
    - {id: licht, label: Licht}
    - {id: zwaar, label: Zwaar}
"""
WEEKS = "\n- {id: weken, name: Weken, ask: Hoe lang?, why: Daarom., kind: number}"
THOUGHT = """
- id: gedachte
  name: Gedachte
  ask: Wat denk je?
  why: Daarom.
  kind: number
  for_reflection: true
"""
ACTIONS = "\nactions:\n  - {id: praat, text: Praat.}\n"


def rule(name: str, when: str, effect: str, source: str = "{document: BOEK}") -> str:
    return f"""
- id: {name}
  when: {when}
  {effect}
  because: Daarom.
  support: choice
  source: {source}
"""


def resolve(
    questions: str = LAST, rules: str = "", more: str = "", scale: str = "scale: tinten\n"
) -> tuple[m.Instrument, tuple[Finding, ...]]:
    section = "sections:\n  - id: start\n    title: Start\n    questions:"
    ruled = f"rules:{indent(rules, '  ')}" if rules else ""
    text = f"{HEAD}{scale}{section}{indent(questions, ' ' * 6)}\n{ruled}\n{more}"
    tree, faults = compose(text, "proef.yaml")
    assert tree is not None
    assert faults == ()
    shape, misfits = fit(InstrumentShape, tree)
    assert misfits == ()
    assert shape is not None
    return resolve_instrument(shape, tree, SCALE if scale else None, SOURCES, HelpLines("", ()))


def codes_of(questions: str = LAST, rules: str = "", more: str = "", **other: str) -> list[str]:
    return [finding.code for finding in resolve(questions, rules, more, **other)[1]]


def test_a_rule_carries_its_condition_effect_and_grounds() -> None:
    instrument, findings = resolve(rules=rule("r", "{last: zwaar}", "at_least: donker"))
    assert findings == ()
    (made,) = instrument.rules
    assert (made.when, made.effect) == (c.OneIn("last", ("zwaar",)), m.Raise("donker"))
    assert (made.grounds.support, made.grounds.citations) == (Support.CHOICE, (Citation("BOEK"),))


@pytest.mark.parametrize(
    ("effect", "made"),
    [
        ("at_least: donker", m.Raise("donker")),
        ("at_most: licht", m.Limit("licht")),
        ("action: praat", m.Act("praat")),
        ("outcome: weg", m.Route("weg")),
        ("provisional: true", m.Provisional()),
    ],
)
def test_a_rule_has_one_of_five_effects(effect: str, made: m.Effect) -> None:
    more = f"{ACTIONS}\noutcomes:\n  - {{id: weg, text: Ga.}}\n"
    instrument, findings = resolve(rules=rule("r", "{last: zwaar}", effect), more=more)
    assert findings == ()
    assert instrument.rules[0].effect == made


def test_what_is_not_provisional_has_no_effect_by_saying_so() -> None:
    assert codes_of(rules=rule("r", "{last: zwaar}", "provisional: false")) == ["one-effect"]


def test_a_question_has_the_source_of_its_section_unless_it_names_its_own() -> None:
    own = f"{LAST}\n  source: {{document: BOEK, place: blz. 2}}\n"
    text = f"{own}{WEEKS}"
    instrument, _ = resolve(text.replace("\n\n", "\n"))
    assert instrument.question("last").citation == Citation("BOEK", "blz. 2")
    assert instrument.question("weken").citation is None


def test_a_question_can_take_its_options_from_the_scale() -> None:
    mine = (
        "\n- {id: zelf, name: Zelf, ask: Wat?, why: Daarom., kind: one, options_from_scale: true}"
    )
    instrument, findings = resolve(mine)
    assert findings == ()
    (low, high) = instrument.question("zelf").options
    assert (low.id, low.label, low.level) == ("licht", "Licht", "licht")
    assert high.hint == "Iedereen werkt samen."


def test_only_sources_that_are_cited_are_kept() -> None:
    instrument, _ = resolve(more="sources:\n  - {id: EIGEN, title: Eigen, where: hier}\n")
    assert [source.id for source in instrument.sources] == ["BOEK", "VERZONNEN"]  # the scale's own


def test_a_source_in_the_file_itself_comes_before_one_of_that_name_elsewhere() -> None:
    instrument, _ = resolve(more="sources:\n  - {id: BOEK, title: Mijn boek, where: hier}\n")
    assert "Mijn boek" in [source.title for source in instrument.sources]


def test_every_name_that_leads_nowhere_is_said_at_once() -> None:
    rules = (
        rule("een", "{lst: zwaar}", "at_least: donker")
        + rule("twee", "{last: zwar}", "action: prat")
        + rule("drie", "{last: zwaar}", "at_least: donkr", source="{document: BOK}")
        + rule("drie", "{last: zwaar}", "outcome: weg")
    )
    findings = resolve(rules=rules, more=ACTIONS)[1]
    assert sorted((f.code, f.suggestion) for f in findings) == [
        ("duplicate-id", ""),
        ("unknown-action", "praat"),
        ("unknown-level", "donker"),
        ("unknown-option", "zwaar"),
        ("unknown-outcome", ""),
        ("unknown-question", "last"),
        ("unknown-source", "BOEK"),
    ]


def test_a_fault_stands_at_the_name_that_leads_nowhere() -> None:
    (finding,) = resolve(rules=rule("r", "{last: zwaar}", "at_least: donkr"))[1]
    assert finding.place.excerpt.strip() == "at_least: donkr"
    assert finding.place.excerpt[finding.place.column - 1 :] == "donkr"


@pytest.mark.parametrize("effect", ["at_least: donker", "at_most: licht"])
def test_no_level_or_limit_hangs_on_whether_something_was_answered(effect: str) -> None:
    rules = rule("r", "{not: {any: [{last: {known: false}}, {last: zwaar}]}}", effect)
    assert codes_of(rules=rules) == ["known-decides"]


def test_every_table_may_have_its_own_last_resort() -> None:
    tables = "".join(f"  - {{id: {name}, title: {name}, policy: first}}\n" for name in "ab")
    outcomes = "".join(f"  - {{id: {name}1, table: {name}, text: {name}.}}\n" for name in "ab")
    more = f"tables:\n{tables}outcomes:\n{outcomes}"
    once = rule("r", "otherwise", "outcome: a1") + rule("s", "otherwise", "outcome: b1")
    assert codes_of(rules=once, more=more) == []
    twice = once + rule("t", "otherwise", "outcome: b1")
    assert codes_of(rules=twice, more=more) == ["otherwise-twice"]


def test_a_route_may_hang_on_whether_something_was_answered() -> None:
    more = "outcomes:\n  - {id: weg, text: Ga.}\n"
    assert codes_of(rules=rule("r", "{last: {known: false}}", "outcome: weg"), more=more) == []


def test_an_action_may_hang_on_whether_something_was_answered() -> None:
    assert codes_of(rules=rule("r", "{last: {known: false}}", "action: praat"), more=ACTIONS) == []


def test_a_level_does_not_hang_on_what_was_answered_by_way_of_ask_when_either() -> None:
    """Otherwise one more answer could take a level away again."""
    asked = f"{LAST}{WEEKS[:-1]}, ask_when: {{last: {{known: false}}}}}}"
    assert codes_of(asked, rule("r", "{weken: {at_least: 2}}", "at_least: donker")) != []


def test_a_level_does_not_hang_on_the_direction_that_hangs_on_the_level() -> None:
    assert codes_of(rules=rule("r", "{direction: opschalen}", "at_least: donker")) != []


def test_no_rule_uses_a_question_that_is_only_to_think_about() -> None:
    rules = rule("r", "{all: [{last: zwaar}, {gedachte: {known: true}}]}", "action: praat")
    findings = resolve(LAST + THOUGHT, rules, ACTIONS)[1]
    assert [finding.code for finding in findings] == ["reflection-in-rule"]


def test_a_question_looks_back_and_never_ahead() -> None:
    ahead = f"{WEEKS[:-1]}, ask_when: {{last: zwaar}}}}{LAST}"
    back = f"{LAST}{WEEKS[:-1]}, ask_when: {{last: zwaar}}}}"
    assert codes_of(ahead) == ["question-comes-later"]
    assert codes_of(back) == []


def test_a_level_needs_a_scale() -> None:
    assert codes_of(rules=rule("r", "{last: zwaar}", "at_least: donker"), scale="") == ["no-scale"]


def test_the_present_is_told_by_a_question_whose_answers_name_levels() -> None:
    current = "current: {id: nu, question: last, because: Zo is het., support: choice, %s}\n"
    current %= "source: {document: BOEK}"
    levelled = LAST.replace("label: Licht", "label: Licht, level: licht")
    assert codes_of(more=current) == ["present-without-levels"]
    instrument, findings = resolve(levelled, more=current)
    assert findings == ()
    assert instrument.present is not None
    assert instrument.present.question == "last"


@pytest.mark.parametrize(
    "renamed",
    [
        "{question: oud, to: nergens}",
        "{question: last, option: oud, to: nergens}",
        "{question: nergens, option: oud, to: licht}",
    ],
)
def test_an_old_name_leads_to_a_name_that_there_is(renamed: str) -> None:
    assert len(codes_of(more=f"renamed: [{renamed}]\n")) == 1


def test_an_old_name_that_leads_somewhere_is_kept() -> None:
    instrument, findings = resolve(more="renamed: [{question: last, option: oud, to: licht}]\n")
    assert findings == ()
    assert instrument.renamed == (m.Renamed("last", "licht", "oud"),)
