"""YAML becomes a tree in which words are words, every node knows its place, and nothing harms."""

import pytest

from integraal.model.finding import Finding
from integraal.reading.yaml_tree import (
    MAX_DEPTH,
    MAX_NODES,
    Mapping,
    Node,
    Scalar,
    Sequence,
    compose,
    find,
    plain,
)
from tests.reading.helpers import within


def tree(text: str) -> Node:
    """Compose what should have no fault."""
    node, findings = compose(text, "casus.yaml")
    assert findings == ()
    assert node is not None
    return node


def findings_in(text: str) -> tuple[Finding, ...]:
    with within(10):
        return compose(text, "casus.yaml")[1]


def codes_in(text: str) -> list[str]:
    return [finding.code for finding in findings_in(text)]


# Words are words.


@pytest.mark.parametrize(
    "word",
    [
        *("no", "yes", "on", "off", "true", "012", "0o17", "0x1F", "1:30", "1e3", "1_000", ".inf"),
        *("2026-11-21", "NULL", "=", "<<", "-1", "1.0"),
    ],
)
def test_a_word_that_looks_like_something_else_stays_a_word(word: str) -> None:
    assert plain(tree(f"antwoord: {word}")) == {"antwoord": word}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_nothing(nothing: str) -> None:
    assert plain(tree(f"antwoord: {nothing}")) == {"antwoord": None}


@pytest.mark.parametrize("quoted", ['""', "''"])
def test_an_empty_text_in_quotes_is_a_text(quoted: str) -> None:
    assert plain(tree(f"antwoord: {quoted}")) == {"antwoord": ""}


@pytest.mark.parametrize("quoted", ['"null"', "'~'", "|-\n  null"])
def test_nothing_in_quotes_is_a_text(quoted: str) -> None:
    assert plain(tree(f"antwoord: {quoted}"))["antwoord"] in ("null", "~")


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert plain(tree("a: &a {x: 1}\nb: {<<: *a}")) == {"a": {"x": "1"}, "b": {"<<": {"x": "1"}}}


def test_the_mark_that_says_no_tag_is_allowed() -> None:
    assert plain(tree("antwoord: ! 12")) == {"antwoord": "12"}


def test_an_alias_gives_what_its_anchor_stands_at() -> None:
    assert plain(tree("a: &a [x, y]\nb: *a")) == {"a": ["x", "y"], "b": ["x", "y"]}


def test_the_end_of_a_document_may_be_said() -> None:
    assert plain(tree("---\ncasus: C-1\n...\n# klaar\n")) == {"casus": "C-1"}


# Places.


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        ("casus: C-1\nland: be\n", ("land",), (2, 7, 2)),
        ("answers:\n  gebieden: [wonen, school]\n", ("answers", "gebieden", 1), (2, 21, 6)),
        ("één: 🎈 ballon\n", ("één",), (1, 6, 8)),
        ('a: "twee\n  regels"\nb: x\n', ("a",), (1, 4, 1)),
        ("a:\n  b: x\n", ("a",), (2, 3, 1)),
        ("a:\n  - x\n  - yy\n", ("a", 1), (3, 5, 2)),
        ("a: x\r\nb: yy\r\n", ("b",), (2, 4, 2)),
    ],
)
def test_a_node_knows_its_line_its_column_and_its_length(
    text: str, path: tuple[str | int, ...], place: tuple[int, int, int]
) -> None:
    found = find(tree(text), path).place
    assert (found.line, found.column, found.length) == place


def test_a_place_shows_the_line_itself() -> None:
    assert find(tree("casus: C-1  # let op\n"), ("casus",)).place.excerpt == "casus: C-1  # let op"


def test_a_key_has_a_place_of_its_own() -> None:
    node = tree("casus: C-1\nland: be\n")
    assert isinstance(node, Mapping)
    key = node.key("land")
    assert key is not None
    assert (key.place.line, key.place.column, key.place.length) == (2, 1, 4)


def test_steps_that_lead_nowhere_are_passed_over() -> None:
    node = tree("a:\n  - b: x\n")
    assert find(node, ("a", 0, "weg", "b")) == find(node, ("a", 0, "b"))
    assert find(node, ("a", 7, "nergens")) == find(node, ("a",))


# What is refused.


@pytest.mark.parametrize("text", ["", "# alleen een opmerking\n", "---\n", "null\n", "\n\n"])
def test_a_file_that_says_nothing_is_empty(text: str) -> None:
    node, findings = compose(text, "casus.yaml")
    assert (node, [finding.code for finding in findings]) == (None, ["empty-file"])


def test_a_key_that_stands_twice_names_the_line_of_the_first() -> None:
    (finding,) = findings_in("a: x\nb: y\n'a': z\n")
    assert (finding.code, finding.place.line) == ("duplicate-key", 3)
    assert finding.details == (("key", "a"), ("first", "1"))


def test_a_key_may_stand_in_two_places() -> None:
    assert codes_in("a: {x: 1}\nb: {x: 2}\n") == []


@pytest.mark.parametrize("key", ["[a]", "{a: b}", "~", "null"])
def test_a_key_that_is_no_text_is_said(key: str) -> None:
    assert codes_in(f"? {key}\n: waarde\n") == ["key-not-text"]


@pytest.mark.parametrize("tag", ["!!str x", "!!int 12", "!eigen x", "!!python/object:os.x {}"])
def test_a_tag_is_refused_and_never_obeyed(tag: str) -> None:
    assert codes_in(f"a: {tag}") == ["tag"]


def test_a_second_document_is_said_where_it_begins() -> None:
    (finding,) = findings_in("casus: C-1\n---\ncasus: C-2\n")
    assert (finding.code, finding.place.line) == ("several-documents", 2)


@pytest.mark.parametrize("text", ["a: *b", "a: &a [*a]", "a: &a {b: *a}", "&a [&b [*a]]"])
def test_an_alias_that_leads_nowhere_or_to_itself_is_said(text: str) -> None:
    assert codes_in(text) == ["alias"]


def test_nesting_ends_somewhere() -> None:
    assert codes_in("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH) == []
    assert codes_in("[" * (MAX_DEPTH + 1) + "x" + "]" * (MAX_DEPTH + 1)) == ["too-deep"]


def test_nesting_without_end_is_refused_at_once() -> None:
    assert codes_in("[" * 500_000) == ["too-deep"]
    assert codes_in("{a: " * 200_000) == ["too-deep"]


def test_an_alias_bomb_counts_for_what_it_would_become() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, 30):
        aliases = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{aliases}]")
    assert codes_in("\n".join(lines)) == ["too-many-nodes"]


def test_a_long_list_is_refused_above_the_limit_only() -> None:
    assert codes_in("[" + "x," * (MAX_NODES - 1) + "]") == []
    assert codes_in("[" + "x," * MAX_NODES + "]") == ["too-many-nodes"]


def test_an_alias_costs_no_depth_that_its_anchor_did_not_cost() -> None:
    node = tree("a: &a [[x]]\nb: [[*a]]")
    assert plain(find(node, ("b",))) == [[[["x"]]]]


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x0b"])
def test_a_control_character_is_said_with_its_place(character: str) -> None:
    (finding,) = findings_in(f"casus: C-1\nland: b{character}e\n")
    assert (finding.code, finding.place.line, finding.place.column) == ("control-character", 2, 8)
    assert finding.details == (("character", f"U+{ord(character):04X}"),)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: [x\nb: y\n", "bracket-open", 1),
        ("a: b: c\n", "colon-in-text", 1),
        ("a: x\n\tb: y\n", "tab", 2),
        ("a: 'x\n", "quote-open", 1),
        ("%YAML 9\n", "yaml", 1),
    ],
)
def test_text_that_is_no_yaml_is_said_with_its_line(text: str, code: str, line: int) -> None:
    (finding,) = findings_in(text)
    assert (finding.code, finding.place.line) == (code, line)


def test_every_fault_is_said_not_only_the_first() -> None:
    text = "a: !!str x\na: y\n? [b]\n: z\nc: {d: 1, d: 2}\n---\ne: f\n"
    assert codes_in(text) == [
        "tag",
        "duplicate-key",
        "key-not-text",
        "duplicate-key",
        "several-documents",
    ]


def test_what_follows_a_fault_can_still_be_looked_at() -> None:
    node, findings = compose("a: x\na: y\nb: z\n", "casus.yaml")
    assert len(findings) == 1
    assert node is not None
    assert plain(node) == {"a": "x", "b": "z"}


def test_scalars_and_lists_can_be_a_whole_file() -> None:
    assert isinstance(tree("C-1"), Scalar)
    assert isinstance(tree("- C-1"), Sequence)
