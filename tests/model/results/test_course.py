from datetime import date

from integraal.engine.compare.moments import course
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment


def test_a_course_is_of_the_case_and_ends_where_it_stands_now(program: Program) -> None:
    moments = [
        Moment(date(2026, month, 1), Answers({"gezinsleden": given}))
        for month, given in ((3, "een"), (9, "twee"))
    ]
    followed = course(program, Case("C-1", moments=tuple(moments)), ())
    assert followed.now is followed.stages[-1].assessment
    assert followed.now.answers.get("gezinsleden") == "twee"
    assert followed.case.moments == tuple(moments)
    assert followed.instrument is program.instrument
