"""Danger stands on every page about a case for professionals, in every format and language.

Whichever command, instrument or mode somebody asked for: nothing can format it away.
"""

import json
import re
from typing import Any

import pytest

from integraal.cli.output.formats import PAGE, Format
from integraal.reading.library import Library
from integraal.words.words import LANGUAGES, Words
from tests.conftest import INSTRUMENTS
from tests.everything import folder, ran, shown

pytestmark = pytest.mark.xdist_group("everything")

IN_DANGER = """schema: integraal/casus/1
casus: D-1
land: nl
moment: 2026-11-22
instruments:
  meldcode: "2026.1"
answers:
  direct_gevaar: ja
  md_acuut: ja
"""
EARLIER = IN_DANGER.replace("direct_gevaar: ja", "direct_gevaar: nee").replace("11-22", "10-01")
KEPT_APART = [name for name in INSTRUMENTS if Library().instrument(name).keep_apart]
"""Instruments that are not about a family, so that a case of one is refused."""
LINES = (
    *(f"advies gevaar.yaml -i {name}" for name in INSTRUMENTS if name not in KEPT_APART),
    "advies gevaar.yaml -i voor-wie-doen-we-wat --alleen-bron",
    "advies gevaar.yaml -i voor-wie-doen-we-wat --waarom --waarom-niet integratie",
    "advies gevaar.yaml -i voor-wie-doen-we-wat --wat-als draaglast=zwaar",
    "advies gevaar.yaml -i voor-wie-doen-we-wat --kleinste-stap",
    "verloop gevaar.yaml",
    "verloop gevaar.yaml -i procesregie",
    "vergelijk gevaar.yaml eerder.yaml",
    "vergelijk gevaar.yaml eerder.yaml -i voor-wie-doen-we-wat --alleen-bron",
    "checklist --casus gevaar.yaml",
)
TEXTS = tuple(form for form in PAGE if form not in (Format.PDF, Format.DOCX, Format.JSON))


@pytest.fixture(autouse=True, scope="module")
def _cases() -> None:
    (folder() / "gevaar.yaml").write_text(IN_DANGER, "utf-8")
    (folder() / "eerder.yaml").write_text(EARLIER, "utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("line", LINES)
def test_every_page_says_who_to_call_before_anything_else(
    line: str, form: Format, language: str
) -> None:
    text = " ".join(re.sub(r"[┃│*>#\\]", " ", shown(line, form, language)).split())
    words = Words(language)
    title = " ".join(words("danger.title").split())
    at = [text.find(told) for told in (title, "112", "0800-2000")]
    assert -1 not in at, text[:400]
    head = words("reader.professional").rstrip(".")
    assert text.find(title) < text.find(head) or "checklist" in line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", LINES)
def test_so_does_every_screen_and_it_ends_on_it(line: str, language: str) -> None:
    done = ran(*line.split(), "--taal", language, on_screen=True, encoding="utf-8")
    assert done.code == 0, done.said
    text, words = " ".join(re.sub("[┃│]", " ", done.text).split()), Words(language)
    title = " ".join(words("danger.title").split())
    at = [text.find(told) for told in (title, "112", "0800-2000")]
    assert -1 not in at, text[:400]
    assert at[0] < text.find(words("reader.professional").rstrip(".")) or "checklist" in line
    end = text[text.rindex(title) :]
    assert "112" in end
    assert len(end) < 400


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KEPT_APART)
def test_a_case_that_is_refused_says_who_to_call_beside_the_refusal(
    name: str, language: str
) -> None:
    done = ran("advies", "gevaar.yaml", "-i", name, "--taal", language)
    assert done.code == 1
    assert "error[kept-apart]" in done.said
    assert Words(language)("danger.title") in done.said
    assert "112" in done.said


@pytest.mark.parametrize("form", [Format.PDF, Format.DOCX])
@pytest.mark.parametrize("line", [*LINES[:1], *LINES[8:]])
def test_every_sheet_of_paper_says_who_to_call(line: str, form: Format) -> None:
    text = " ".join(shown(line, form, "nl").split())
    assert Words("nl")("danger.title") in text
    assert "112" in text
    assert "0800-2000" in text.replace("‑", "-")


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("checklist")])
def test_the_data_names_every_danger_with_its_lines(line: str) -> None:
    data = json.loads(ran(*line.split(), "--formaat", "json").text)
    # What is urgent stands at the top, or with each instrument of a course, or with each view.
    places = [data, *data.get("instruments", ()), *data.get("views", ())[:1]]
    found = [place["urgent"] for place in places if "urgent" in place]
    assert found
    for each in found:
        urgent = [one for one in each if one["kind"] == "danger"]
        assert {one["id"] for one in urgent} == {"bel-eerst-112", "wacht-niet-en-handel-samen"}
        _each_calls(urgent)


def _each_calls(urgent: list[dict[str, Any]]) -> None:
    assert all(one["calls"][0]["number"] == "112" and one["calls"][0]["checked"] for one in urgent)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", LINES)
def test_a_screen_ends_on_danger(line: str, language: str) -> None:
    drawn = ran(*line.split(), "--taal", language).result.decode("cp1252", "replace")
    last = drawn.rstrip().rsplit("\n\n", 1)[-1]
    assert "112" in last, drawn[-600:]


@pytest.mark.parametrize("land", ["nl", "be", ""])
def test_the_lines_are_those_of_the_country_and_of_both_where_nobody_said(land: str) -> None:
    told = IN_DANGER.replace("land: nl\n", f"land: {land}\n" if land else "")
    (folder() / "land.yaml").write_text(told, "utf-8")
    data = json.loads(ran("advies", "land.yaml", "-f", "json").text)
    numbers = {call["number"] for one in data["urgent"] for call in one["calls"]}
    dutch, belgian = {"0800-2000", "113"}, {"1712", "1813", "0800 30 030", "0800 32 123", "101"}
    wanted = {"nl": dutch, "be": belgian, "": dutch | belgian}[land]
    assert numbers == {"112", *wanted}
    page = ran("advies", "land.yaml").result.decode("cp1252", "replace")
    if land != "nl":  # both communities, each with its name
        assert "(Vlaanderen)" in page
        assert "(Franstalig België)" in page
    assert (("(Nederland)" in page), ("(Vlaanderen)" in page)) == (land != "be", land != "nl")


def test_through_stdin_the_same_is_said() -> None:
    whole = json.loads(ran("advies", "gevaar.yaml", "-f", "json").text)
    assert whole["instrument"] == "meldcode"
