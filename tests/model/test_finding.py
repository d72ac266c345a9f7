"""A finding knows its place; a fault carries all of them."""

from integraal.model.finding import Faulty, Finding, Place


def test_a_finding_about_a_whole_file_names_only_the_file() -> None:
    assert str(Place("casus.yaml")) == "casus.yaml"


def test_a_fault_says_every_place_and_code() -> None:
    faulty = Faulty([Finding("yaml", Place("a.yaml", 1, 2)), Finding("empty-file", Place("b"))])
    assert str(faulty) == "a.yaml:1:2: yaml, b: empty-file"

    nearest = Finding.at("no-such-option", "answers: veiligheid", suggestion="zorg")
    assert str(Faulty([nearest])) == "answers: veiligheid: no-such-option (nearest: zorg)"
