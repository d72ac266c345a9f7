"""Every remark in a case file is found, and nothing that is no remark."""

import pytest

from integraal.reading.cases.remarks import remarks_in

FILE = """\
# Boven: eerste regel
# en de tweede
schema: integraal/casus/1 # achter een regel
casus: C-1
answers:
  verhaal: "geen # opmerking" # maar dit wel
  ander: |
    # ook geen
    tekst
  # en dit wel
  derde: dit#niet
"""


def test_remarks_have_their_lines_and_those_below_each_other_are_one() -> None:
    assert remarks_in(FILE) == (
        (1, "Boven: eerste regel\nen de tweede"),
        (3, "achter een regel"),
        (6, "maar dit wel"),
        (10, "en dit wel"),
    )


@pytest.mark.parametrize("text", ["", "a: 1", 'a: [1\n"# open', "# \n#", "a: '\u2028 # b'\n"])
def test_where_there_is_none_nothing_is_found(text: str) -> None:
    assert [remark for _, remark in remarks_in(text) if remark.strip()] == []
