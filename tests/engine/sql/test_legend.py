"""What the numbers of a SELECT stand for is told, and what its columns leave unseen."""

from integraal.engine.lower import lower
from integraal.engine.sql.legend import legend
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library


def test_columns_under_another_name_are_named_and_a_danger_without_a_column_is_told() -> None:
    name = "voor-wie-doen-we-wat"
    program = lower(Library().instrument(name), others=neighbours(name, "nl"))
    told = set(
        legend(program, {"direct_gevaar": ("md_direct_gevaar",), "veiligheid": ("veiligheid",)})
    )
    assert "column md_direct_gevaar: direct_gevaar" in told
    assert "column veiligheid: veiligheid" not in told
    assert "danger unseen: md_acuut" in told
    assert "danger unseen: direct_gevaar" not in told


def test_where_every_column_is_taken_to_be_there_no_danger_is_unseen() -> None:
    name = "voor-wie-doen-we-wat"
    program = lower(Library().instrument(name), others=neighbours(name, "nl"))
    assert not [line for line in legend(program) if line.startswith("danger unseen")]
