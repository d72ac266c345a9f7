"""A condition can be walked through."""

from integraal.model.condition import All, AnyOf, AtLeastOf, Is, Not, parts_of


def test_every_part_of_a_condition_is_walked_through() -> None:
    leaf = Is("a", ("ja",))
    whole = All((AnyOf((leaf,)), Not(AtLeastOf(1, (leaf,)))))
    assert [type(part).__name__ for part in parts_of(whole)] == [
        "All",
        "AnyOf",
        "Is",
        "Not",
        "AtLeastOf",
        "Is",
    ]
