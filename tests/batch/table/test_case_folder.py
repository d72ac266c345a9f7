"""A folder of case files tells of danger of every instrument, also of a file that is refused."""

from pathlib import Path

import pytest

from integraal.batch.columns import Counted, Remark
from integraal.batch.duckdb.run import Batch, run
from integraal.engine.lower import lower
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.library import Library
from tests.batch.tables import rows_of

NAME = "voor-wie-doen-we-wat"


def _evaluated(folder: Path, *files: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    _, rows, rejects = _counted(folder, *files)
    return rows, rejects


def _counted(
    folder: Path, *files: str
) -> tuple[Counted, list[dict[str, str]], list[dict[str, str]]]:
    cases = folder / "casussen"
    cases.mkdir()
    for number, text in enumerate(files):
        head = f"schema: integraal/casus/1\ncasus: C-{number}\n"
        (cases / f"{number}.yaml").write_text(head + text, "utf-8")
    instrument = Library().instrument(NAME)
    program = lower(instrument, others=neighbours(NAME, "nl"))
    target, rejects = folder / "uit.csv", folder / "af.csv"
    given = (program, (), ("weet_niet",), cases, target, rejects)
    counted = run(Batch(*given, elsewhere=elsewhere(instrument)))
    told = rows_of(rejects) if rejects.exists() else []
    assert counted.rejected_in_danger == sum(1 for row in told if row["urgent"])
    return counted, rows_of(target), told


def test_old_names_in_case_files_are_told(tmp_path: Path) -> None:
    both = "answers:\n  draaglast: zwaar\n  direct_gevaar: nee\n  md_direct_gevaar: ja\n"
    counted, rows, _ = _counted(tmp_path, both, "answers:\n  draaglast: zwaar\n")
    assert [row["urgent"] for row in rows] == ["bel-eerst-112", ""]
    assert counted.moved == (("md_direct_gevaar", "direct_gevaar"),)
    assert counted.remarks == ((Remark("direct_gevaar", ""), 1),)


def test_an_answer_to_another_instrument_is_seen(tmp_path: Path) -> None:
    rows, _ = _evaluated(
        tmp_path,
        "answers:\n  draaglast: zwaar\n  md_acuut: ja\n",
        "answers:\n  draaglast: zwaar\n  md_direct_gevaar: ja\n",
    )
    assert [row["urgent"] for row in rows] == [
        "meldcode/wacht-niet-en-handel-samen",
        "bel-eerst-112",
    ]


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("answers:\n  draaglast: enorm\n  direct_gevaar: ja\n", "bel-eerst-112"),
        (
            "answers:\n  onbekend: ja\n  md_gesprek: niet_veilig\n",
            "meldcode/praat-nu-niet-zonder-advies",
        ),
        ("answers:\n  draaglast: enorm\n  direct_gevaar: jawel\n", ""),
        ("answers:\n  ? [\n", ""),
        ("answers: ja\n", ""),
        (
            "moments:\n"
            "  - moment: 2026-11-02\n    answers:\n      direct_gevaar: ja\n"
            "  - moment: 2026-11-01\n    answers:\n      draaglast: enorm\n",
            "bel-eerst-112",
        ),
    ],
)
def test_a_file_that_is_refused_tells_what_its_readable_answers_say(
    tmp_path: Path, text: str, urgent: str
) -> None:
    _, rejects = _evaluated(tmp_path, "answers:\n  draaglast: zwaar\n", text)
    assert [row["urgent"] for row in rejects] == [urgent]
