from integraal.model.results.table_check import ColumnRead, Role, Shape


def test_a_column_counts_what_is_no_answer_over_all_shapes() -> None:
    shapes = (Shape("letters", 5, 3), Shape("digits", 1, 4))
    assert ColumnRead("draaglast", Role.QUESTION, shapes=shapes).refused == 7
    assert ColumnRead("draaglast", Role.QUESTION).refused == 0
