from integraal.model.results.table_check import ColumnRead, Role, Shape, TableCheck


def test_a_column_counts_what_is_no_answer_over_all_shapes() -> None:
    shapes = (Shape("letters", 5, 3), Shape("digits", 1, 4))
    assert ColumnRead("draaglast", Role.QUESTION, shapes=shapes).refused == 7
    assert ColumnRead("draaglast", Role.QUESTION).refused == 0


def test_what_is_not_rejected_would_get_an_advice() -> None:
    assert TableCheck(7, 3, (), (), 0, 0, 0, "utf-8").answered == 4
