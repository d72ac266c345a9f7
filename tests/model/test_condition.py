"""What a condition asks of single answers can be listed."""

from integraal.model.condition import All, AnyOf, AtLeastOf, Known, Not, OneIn, leaves_of


def test_every_leaf_of_a_condition_is_listed_however_deep_it_stands() -> None:
    yes, known = OneIn("a", ("ja",)), Known("b", wanted=True)
    whole = All((AnyOf((yes,)), Not(AtLeastOf(1, (known, yes)))))
    assert list(leaves_of(whole)) == [yes, known, yes]
