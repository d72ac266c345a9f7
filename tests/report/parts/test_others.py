"""The end of a page for others: whom to call, whatever the case."""

import pytest

from integraal.model.reader import Reader
from integraal.model.services.help_line import Caller
from integraal.reading.library import Library
from integraal.report.blocks import Items
from integraal.report.parts.others import closing
from integraal.report.render.text import plain
from integraal.words.words import LANGUAGES, Words


def numbers(country: str, reader: Reader, language: str = "nl") -> list[str]:
    lines = Library().help_lines(language).lines
    blocks = list(closing([], reader, lines, country, Words(language)))
    [listed] = [block for block in blocks if isinstance(block, Items)]
    return [plain(item.text) for item in listed.items]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", [Reader.TABLE, Reader.FAMILY, Reader.CHILD])
def test_where_no_country_is_known_each_number_stands_at_its_place(
    reader: Reader, language: str
) -> None:
    told = numbers("", reader, language)
    assert len(told) < 9
    caller = Caller.CHILD if reader is Reader.CHILD else Caller.ADULT
    for line in Library().help_lines(language).lines:
        if caller in line.callers:
            # No number is broken over two lines.
            number = line.number.replace(" ", "\N{NO-BREAK SPACE}")
            assert any(number in each for each in told)
            # Its hours too: its own, or those that most have.
            assert any(line.hours.rstrip(".") in each for each in told)


def test_few_numbers_each_have_a_line() -> None:
    told = numbers("nl", Reader.TABLE)
    assert [each.split("  ")[0] for each in told][:2] == ["112", "0800-2000"]
    assert all("Dag en nacht" in each for each in told)


def test_a_child_reads_first_where_it_can_just_talk() -> None:
    flanders, netherlands, *_ = numbers("", Reader.CHILD)
    assert flanders.startswith("Vlaanderen: 102 Awel")
    assert netherlands.startswith("Nederland: 0800-0432 De Kindertelefoon")
