"""A case that may tell who it is about is refused, without a word of what it says."""

import pytest

from integraal.model.answers import Answers
from integraal.model.case import Agreement, Case, Moment
from integraal.model.finding import Faulty
from integraal.privacy.case_check import check_case


def refused(case: Case) -> list[tuple[str, dict[str, str]]]:
    with pytest.raises(Faulty) as caught:
        check_case(case, "c.yaml")
    return [(finding.code, dict(finding.details)) for finding in caught.value.findings]


def test_a_pseudonym_is_no_number_of_a_person() -> None:
    assert refused(Case("111222333")) == [("case-id-identifies", {"kinds": "bsn"})]


def test_every_text_that_may_tell_is_named_at_once() -> None:
    said = Answers({"sterk": "Mail jan@voorbeeld.nl.", "veiligheid": "zorg"})
    agreed = Agreement("Bellen", "moeder, 0612345678", None, done=False)
    case = Case("C-1", moments=(Moment(None, said, agreements=(agreed,)),))
    assert refused(case) == [
        ("text-identifies", {"where": "sterk", "kinds": "email"}),
        ("text-identifies", {"where": "agreements", "kinds": "telefoon"}),
    ]


def test_a_case_that_tells_nothing_passes() -> None:
    check_case(Case("C-2041", moments=(Moment(None, Answers({"veiligheid": "zorg"})),)), "c.yaml")
