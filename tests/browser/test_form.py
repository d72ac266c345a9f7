"""The form in a real browser: it asks, advises and keeps, for everybody, and fetches nothing."""

import json
import re
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from integraal.browser.form import Beside, form_html
from integraal.engine.lower import lower
from integraal.engine.program_data import program_data
from integraal.model.answers import Answers, answer_value
from integraal.privacy.for_browsers import guard_data
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library
from integraal.words.words import LANGUAGES, Words
from tests.conftest import ROOT
from tests.in_process import run_in_process
from tests.report.render.html.browser import chromium
from tests.report.render.pdf.paper import opened, squeezed, words_in
from tests.report.shipped_pages import with_hostile_texts
from tests.required import BROWSER, need

pytestmark = pytest.mark.xdist_group("browser")

FOLDER = ROOT / "tests" / "browser"
DANGER = ("tick", "direct_gevaar", "ja")
NARROW, PHONE, WIDE = 320, 390, 1280


@dataclass(frozen=True)
class Seen:
    """What a sitting in the browser showed."""

    told: list[Any]
    """What was asked for, in order."""
    asked: list[str]
    """Addresses that were fetched."""
    wrong: list[str]
    """What the browser complained of."""


@dataclass(frozen=True)
class Browser:
    """A Chromium, and the form."""

    program: str
    form: Path
    downloads: Path

    def sees(
        self,
        *steps: tuple[Any, ...],
        language: str = "nl",
        width: int = WIDE,
        profile: Path | None = None,
    ) -> Seen:
        """Open the form and do these things, with a folder of the browser's own."""
        begin: list[tuple[Any, ...]] = [("open", self.form.as_uri(), width)]
        if language != "nl":
            begin.append(("choose", 2, language))
        told = subprocess.run(
            [
                "node",
                "form.mjs",
                self.program,
                str(self.downloads),
                *([str(profile)] if profile else []),
            ],
            cwd=FOLDER,
            input=json.dumps([*begin, *steps]),
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        assert told.returncode == 0, told.stderr
        seen = Seen(**json.loads(told.stdout))
        assert seen.wrong == []
        # A picture that the browser has of its own, on a native control, is no request.
        assert [one for one in seen.asked[1:] if not one.startswith("data:")] == []
        return seen


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("form") / "formulier.html"
    names = ("voor-wie-doen-we-wat", "meldcode", "procesregie")
    result = run_in_process(path.parent, "export", "formulier", *names, "-o", path)
    assert result.returncode == 0, result.stderr
    return path


@pytest.fixture
def browser(made: Path, tmp_path: Path) -> Browser:
    program = chromium()
    need(program, "Chromium with axe", BROWSER)
    assert program is not None
    return Browser(program, made, tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_open_to_everybody_in_every_language(browser: Browser, language: str) -> None:
    steps = [("axe",), DANGER, ("axe",), ("whole",), ("axe",), ("width", NARROW), ("overflow",)]
    seen = browser.sees(*steps, ("choose", 1, "meldcode"), ("axe",), language=language)
    assert seen.told[:3] == [[], [], []]
    assert seen.told[3] <= 0
    assert seen.told[4] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_danger_is_said_at_the_answer_with_whom_to_call(browser: Browser, language: str) -> None:
    seen = browser.sees(
        *[("see", ".danger"), DANGER, ("see", ".danger"), ("links", ".danger a")],
        *[("choose", 1, "meldcode"), ("see", ".danger-title")],
        *[("tick", "direct_gevaar", "nee"), ("see", ".danger")],
        language=language,
    )
    before, after, links, elsewhere, answered_no = seen.told
    assert before == []
    assert Words(language)("danger.title") in after[0]
    assert links[0] == "tel:112"
    assert elsewhere == [Words(language)("danger.title")]
    assert answered_no == []


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_danger_is_in_sight_wherever_it_is_answered(browser: Browser, width: int) -> None:
    last = ("tick", "veiligheid", "herhaald_of_acuut")
    seen = browser.sees(
        ("tick", "draaglast", "zwaar"), last, ("in_sight", ".danger-title"), width=width
    )
    assert seen.told == [True]


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_danger_covers_nothing_that_the_keyboard_or_an_open_question_leads_to(
    browser: Browser, width: int
) -> None:
    [covered, question] = browser.sees(
        *[("forced",), DANGER, ("type", ".agreements label input", "Bellen")],
        *[("covered_backwards", 60), ("top",), ("click", ".advice .lead"), ("wait", 1500)],
        ("uncovered", "fieldset:focus-within legend"),
        width=width,
    ).told
    assert (covered, question) == ([], True)


def test_the_advice_is_beside_the_questions_below_the_danger(browser: Browser) -> None:
    steps = [DANGER, ("tick", "draaglast", "zwaar"), ("wait", 500)]
    assert browser.sees(*steps, ("uncovered", ".advice h2")).told == [True]
    assert browser.sees(DANGER, ("bottom",), ("uncovered", ".danger-title")).told == [True]


@pytest.mark.parametrize(
    "answers", ["moment: 2026-01-05\nanswers:\n  direct_gevaar: ja\n", "direct_gevaar: jaa\n"]
)
@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_a_danger_of_a_file_stays_in_sight(
    browser: Browser, tmp_path: Path, width: int, answers: str
) -> None:
    path = tmp_path / "C-1.yaml"
    path.write_text(f"schema: integraal/casus/1\ncasus: C-1\n{answers}", "utf-8")
    after = [("tick", "draaglast", "licht"), ("bottom",), ("wait", 300), ("see", ".danger-title")]
    seen = browser.sees(
        ("upload", str(path)), *after, ("uncovered", ".danger-title"), ("overflow",), width=width
    )
    assert seen.told == [[Words("nl")("danger.title")], True, 0]


def test_a_way_that_might_still_come_is_counted_beside_those_that_hold(browser: Browser) -> None:
    [ways] = browser.sees(
        ("choose", 1, "procesregie"), ("tick", "kader", "vrijwillig"), ("see", ".routes > li")
    ).told
    assert len(ways) == 5
    assert re.fullmatch(r"Misschien nog \d+ andere\.", ways[-1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_a_reason_is_explained_beside_it(browser: Browser, language: str) -> None:
    told = browser.sees(
        *[("tick", "leefgebieden", "wonen"), ("tick", "leefgebieden", "werk"), ("see", ".advice")],
        *[("whole",), ("see", ".advice"), ("choose", 1, "procesregie"), ("see", ".advice")],
        language=language,
    ).told
    say = Words(language)
    for [advice] in told:
        letters = set(re.findall(r"\(([A-Z])\)$", advice, re.MULTILINE))
        for support in ("source", "direction", "choice"):
            letter, meaning = say(f"support.letter.{support}"), say(f"short.support.{support}")
            assert letter not in letters or f"{letter}: {meaning}" in advice
    assert re.search(r"\([A-Z]\)$", told[0][0], re.MULTILINE)


def test_what_is_kept_is_a_case_with_the_same_advice(browser: Browser, tmp_path: Path) -> None:
    answers = [
        *[("tick", "direct_gevaar", "nee"), ("tick", "veiligheid", "geen_zorg")],
        *[("tick", "gezinsleden", "drie_of_meer"), ("tick", "leefgebieden", "wonen")],
        *[("tick", "leefgebieden", "werk"), ("tick", "leefgebieden", "weet_niet")],
        *[("tick", "draaglast", "zwaar"), ("tick", "draagkracht", "weet_niet")],
    ]
    seen = browser.sees(*answers, ("see", ".level"), ("name", "C-12"), ("press", 1), ("wait", 500))
    path = browser.downloads / "C-12.yaml"
    said = run_in_process(tmp_path, "advies", path, "--formaat", "json")
    assert said.returncode == 0, said.stderr
    told = json.loads(said.stdout)
    assert told["level"] == "coordinatie"
    assert seen.told == [["Coördinatie"]]
    text = path.read_text("utf-8")
    assert "  leefgebieden: [wonen, werk, weet_niet]\n" in text

    again = browser.sees(("upload", str(path)), ("ticked",), ("see", ".level"))
    assert again.told[1] == seen.told[0]
    assert ["leefgebieden", "werk"] in again.told[0]
    assert ["draagkracht", "weet_niet"] in again.told[0]


def test_a_hostile_file_is_refused_and_nothing_of_it_runs(browser: Browser, tmp_path: Path) -> None:
    hostile = tmp_path / "vijandig.yaml"
    hostile.write_text(
        "schema: integraal/casus/1\ncasus: C-1\nanswers:\n  <img src=x onerror=alert(1)>: ja\n"
    )
    seen = browser.sees(DANGER, ("upload", str(hostile)), ("see", ".said"), ("ticked",))
    assert "4" in seen.told[0][0]
    assert seen.told[1] == [["direct_gevaar", "ja"]]


@pytest.mark.parametrize(
    "text",
    [
        "schema: integraal/casus/1\ncasus: C-1\nanswers:\n  direct_gevaar: ja  # zegt de school\n",
        "casus: C-1\nmoments:\n  - answers: {draaglast: zwaar, direct_gevaar: Ja}\n",
        "direct_gevaar: nee\ndirect_gevaar: yes\nonzin\n",
        '{"casus": "C-1", "answers": {"draaglast": "zwaar", "direct_gevaar": "ja"}}',
        '{"answers":{"direct_gevaar":true,"leefgebieden":["wonen"]}}',
        "'direct_gevaar': ja\n",
        "casus: C-1\nanswers:\n  direct_gevaar: jaa\n",
        "casus: C-1\nanswers:\n  direct_gevaar: yess\n",
    ],
)
def test_a_file_that_is_not_opened_says_its_danger_all_the_same(
    browser: Browser, tmp_path: Path, text: str
) -> None:
    (tmp_path / "C-1.yaml").write_text(text, "utf-8")
    seen = browser.sees(
        *[("upload", str(tmp_path / "C-1.yaml")), ("see", ".danger-title"), ("ticked",)],
        *[("links", ".danger a"), ("tick", "direct_gevaar", "nee"), ("see", ".danger-title")],
    )
    title = [Words("nl")("danger.title")]
    assert seen.told[:2] == [title, []]
    assert seen.told[2][0] == "tel:112"
    assert seen.told[3] == title, "what was heard of the file stands until another is opened"


def test_an_advice_points_to_the_instruments_that_fit_next(browser: Browser) -> None:
    concerns = [("tick", "direct_gevaar", "nee"), ("tick", "veiligheid", "zorg")]
    [pointed, titled, after] = browser.sees(
        *concerns,
        *[("see", ".onward li"), ("see", ".onward button"), ("click", ".onward li button")],
        ("see", "h1"),
    ).told
    assert [*titled[:1], titled[0]] == [*after, Library().instrument("meldcode").title]
    assert pointed[0].startswith(titled[0])
    assert len(titled) == len(pointed), "all that it points to is in this form"


def test_what_is_said_of_a_file_is_what_the_terminal_says(browser: Browser, tmp_path: Path) -> None:
    old, wrong = tmp_path / "C-1.yaml", tmp_path / "C-2.yaml"
    whole = "schema: integraal/casus/1\ncasus: C-1\nkeep_until: 2020-12-31\nmoment: 2020-01-01\n"
    old.write_text(f"{whole}answers:\n  draaglast: zwaar\n", "utf-8")
    wrong.write_text(f"{whole}antwoorden:\n  draaglast: zwaar\n", "utf-8")
    opened, _, refused = browser.sees(
        *[("upload", str(old)), ("see", ".said"), ("upload", str(old)), ("see", ".danger-title")],
        *[("upload", str(wrong)), ("see", ".said")],
    ).told
    for [there], file in ((opened, old), (refused, wrong)):
        said = run_in_process(tmp_path, "advies", file, "--taal", "nl").stderr
        first = said.split("] ", 1)[1].splitlines()[0]
        assert squeezed(first).casefold() in squeezed(there).casefold()


def test_a_name_of_a_case_that_may_be_somebody_s_is_not_kept(browser: Browser) -> None:
    for name in ("111222333", "Jan Jansen", ""):
        seen = browser.sees(DANGER, ("name", name or " "), ("press", 1), ("see", ".said"))
        assert seen.told[0] != []
        assert list(browser.downloads.glob("*.yaml")) == []


def test_the_keyboard_is_enough(browser: Browser) -> None:
    """Tab goes to the answers of a question, arrows go through them."""
    seen = browser.sees(("keys", *["Tab"] * 10), ("keys", "Space"), ("ticked",))
    assert seen.told == [[["direct_gevaar", "ja"]]]


def test_the_screen_goes_blank_and_comes_back_with_its_answers(browser: Browser) -> None:
    seen = browser.sees(
        *[DANGER, ("keys", "F9"), ("see", ".blank"), ("keys", "a"), ("see", ".blank"), ("ticked",)]
    )
    assert seen.told[0] == [""]
    assert seen.told[1:] == [[], [["direct_gevaar", "ja"]]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_interview_goes_by_keyboard(
    browser: Browser, language: str, tmp_path: Path
) -> None:
    code = "C-8"
    seen = browser.sees(
        *[("walk",), ("see", ".danger-title"), ("see", ".advice h2"), ("axe",)],
        *[("name", code), ("press", 1), ("wait", 500)],
        language=language,
        width=PHONE,
    )
    unanswered, danger, advice, axe = seen.told
    assert (unanswered, axe) == ([], [])
    assert danger == [Words(language)("danger.title")]
    assert advice == [Words(language)("formulier.advice")]
    said = run_in_process(
        tmp_path, "advies", browser.downloads / f"{code}.yaml", "--formaat", "json"
    )
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout)["urgent"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_goes_from_the_form_to_the_terminal_and_back(
    browser: Browser, language: str, tmp_path: Path
) -> None:
    """Each says of the other's file what that said, and changes nothing of it by itself."""
    say, path = Words(language), browser.downloads / "C-9.yaml"
    [first] = browser.sees(
        *[("walk",), ("name", "C-9"), ("enter", say("formulier.save")), ("wait", 500)],
        ("see", ".advice .level"),
        language=language,
    ).told[1:]
    by_form = path.read_text("utf-8")

    def advised() -> dict[str, Any]:
        done = run_in_process(tmp_path, "advies", path, "-f", "json", "--taal", language)
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    def terminal(*line: str, stdin: str) -> None:
        done = run_in_process(tmp_path, *line, "--taal", language, stdin=stdin)
        assert done.returncode == 0, done.stderr

    told = advised()
    assert (first, told["urgent"] != []) == ([_level_name(told["level"], language)], True)

    terminal("reflecteer", "--casus", str(path), stdin="A1\n2\nB1\n3\n\n")
    terminal("afspraak", str(path), "-", stdin="Samen bellen / school / 2030-01-15\n")
    chosen = _level_name("cooperatie", language)
    terminal("besluit", str(path), "-", stdin=f"{chosen} / Dat past beter\n")
    terminal("bewaar", str(path), "--tot", "2030-12-31", stdin="")
    by_terminal = path.read_text("utf-8")
    changes = [
        ("direct_gevaar: ja", "direct_gevaar: nee"),
        ("professionals: een", "professionals: drie_of_meer"),
    ]
    for before, after in changes:
        assert before in by_form
        assert after in by_terminal

    path.rename(tmp_path / "C-9.yaml")
    ticked, level, agreed, decided, danger = browser.sees(
        *[("upload", str(tmp_path / "C-9.yaml")), ("ticked",), ("see", ".advice .level")],
        *[("see", ".agreements li"), ("see", ".advice"), ("see", ".danger-title")],
        *[("enter", say("formulier.save")), ("wait", 500)],
        language=language,
    ).told
    assert path.read_text("utf-8") == by_terminal, "opened, and kept as it was"
    instrument = Library().instrument("voor-wie-doen-we-wat")
    answers = read_case(path, instrument, elsewhere(instrument)).case.latest.answers
    assert {tuple(one) for one in ticked} == _boxes(answers)
    told = advised()
    assert level == [_level_name(told["level"], language)]
    assert "Samen bellen" in agreed[0]
    assert "Dat past beter" in decided[0]
    assert (danger, told["urgent"]) == ([], [])


def _level_name(level: str, language: str) -> str:
    scale = Library().instrument("voor-wie-doen-we-wat", language).scale
    assert scale is not None
    name = next(one.name for one in scale.levels if one.id == level)
    return name.split(" (")[0]


def _boxes(answers: Answers) -> set[tuple[str, str]]:
    """What is ticked of these answers."""
    values = {name: answer_value(answer) for name, answer in answers.items()}
    return {
        (name, option)
        for name, value in values.items()
        for option in (value if isinstance(value, list) else [str(value)])
    }


def test_every_size_zoom_and_colour_is_open_to_everybody(browser: Browser) -> None:
    steps: list[tuple[Any, ...]] = [DANGER, ("whole",)]
    for width in (NARROW, PHONE, 768, WIDE, 1600):
        steps += [("width", width), ("axe",), ("overflow",)]
    steps += [("width", WIDE), ("zoom", 2), ("axe",), ("overflow",)]
    steps += [("forced",), ("axe",), ("choose", 3, "gezin"), ("axe",), ("overflow",)]
    told = browser.sees(*steps).told
    assert [one for one in told if isinstance(one, list) and one] == []
    assert max(one for one in told if isinstance(one, int)) <= 0


def test_the_advice_is_one_key_away_on_a_telephone(browser: Browser) -> None:
    seen = browser.sees(
        *[("tick", "draaglast", "licht"), ("click", ".to-advice button"), ("wait", 1500)],
        ("in_sight", ".advice h2"),
        width=PHONE,
    )
    assert seen.told == [True]


def test_arrow_keys_go_on_through_languages_and_readers(browser: Browser) -> None:
    tabs = [("keys", *["Tab"] * 2), ("focus",)]
    arrows = [("keys", "ArrowDown"), ("focus",)]
    seen = browser.sees(*tabs, *arrows, *arrows, ("keys", "Tab"), ("focus",), *arrows, *arrows)
    assert seen.told == ["nl", "en", "fr", "professional", "tafel", "gezin"]


def test_the_key_that_brings_the_page_back_does_nothing_else(browser: Browser) -> None:
    seen = browser.sees(
        *[DANGER, ("keys", "F9"), ("keys", "ArrowDown"), ("ticked",), ("see", ".blank")],
        *[("keys", "F9"), ("see", ".blank"), ("keys", "F9"), ("see", ".blank"), ("focus",)],
    )
    ticked, away, blank, back, focus = seen.told
    assert ticked == [["direct_gevaar", "ja"]]
    assert (away, blank, back) == ([], [""], [])
    assert focus == "ja"


def test_nothing_is_printed_while_the_screen_is_blank(browser: Browser, tmp_path: Path) -> None:
    paper = tmp_path / "leeg.pdf"
    browser.sees(DANGER, ("keys", "F9"), ("paper", str(paper)))
    assert "gevaar" not in words_in(paper.read_bytes())


def test_paper_says_neither_the_title_nor_the_path_of_the_file(
    browser: Browser, tmp_path: Path
) -> None:
    paper = tmp_path / "met-kop.pdf"
    browser.sees(DANGER, ("paper_with_title", str(paper)))
    assert "file:" not in words_in(paper.read_bytes())


def test_a_killed_browser_keeps_nothing_of_the_case(browser: Browser, tmp_path: Path) -> None:
    """Neither what was answered nor what was looked at; only that a form was open."""
    profile = tmp_path / "profiel"
    seen = browser.sees(
        *[DANGER, ("tick", "draaglast", "zwaar"), ("choose", 1, "meldcode")],
        *[("tick", "md_vermoeden", "ja"), ("click", ".lead"), ("name", "GEHEIM-1")],
        *[("address",), ("title",), ("back",), ("wait", 4000), ("kill",)],
        profile=profile,
    )
    address, title, history = seen.told
    assert address == browser.form.as_uri()
    assert title == Words("nl")("formulier.title")
    assert history <= 2, "no question is a page in the history of the browser"
    kept = [path for path in profile.rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        found = path.read_bytes().replace(b"\0", b"").lower()
        for secret in (b"geheim-1", b"q-md_", b"md_vermoeden", b"direct_gevaar", b"veilig thuis"):
            assert secret not in found, path.relative_to(profile)


def test_what_does_not_apply_is_hidden_and_its_answer_dropped(browser: Browser) -> None:
    seen = browser.sees(
        *[("tick", "bestaande_vormen", "brede_screening"), ("tick", "opbrengst", "onvoldoende")],
        *[("see", "[id='q-opbrengst']"), ("tick", "bestaande_vormen", "geen_van_deze")],
        *[("see", "[id='q-opbrengst']"), ("ticked",)],
    )
    before, after, ticked = seen.told
    assert (len(before), after) == (1, [])
    assert ticked == [["bestaande_vormen", "geen_van_deze"]]


def test_paper_has_what_was_answered_and_the_advice_on_two_sides(
    browser: Browser, tmp_path: Path
) -> None:
    paper = tmp_path / "formulier.pdf"
    answers = [("tick", "draaglast", "zwaar"), ("tick", "leefgebieden", "wonen")]
    browser.sees(DANGER, *answers, ("paper", str(paper)))
    text = words_in(paper.read_bytes())
    assert squeezed("Iemand kan in gevaar zijn") in text
    assert squeezed("Advies tot nu toe") in text
    assert squeezed("bijna elke dag") not in text, "no hints"
    assert squeezed("Wonen") in text
    assert squeezed("Verslaving") not in text, "what was not ticked is not there"
    assert len(opened(paper.read_bytes()).pages) <= 2


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_it_fits_a_telephone_and_a_wide_screen(browser: Browser, width: int) -> None:
    assert browser.sees(DANGER, ("overflow",), width=width).told[0] <= 0


def test_large_print_is_large_and_fits_a_telephone(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "groot.html"
    assert run_in_process(tmp_path, "export", "formulier", "--groot", "-o", path).returncode == 0
    large = replace(browser, form=path)
    [letters, overflow, violations] = large.sees(
        ("letters",), ("overflow",), ("axe",), width=NARROW
    ).told
    [usual] = browser.sees(("letters",)).told
    assert letters >= 1.4 * usual
    assert (overflow, violations) == (0, [])


def test_the_same_instruments_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    again = tmp_path / "nog-eens.html"
    names = ("voor-wie-doen-we-wat", "meldcode", "procesregie")
    run_in_process(tmp_path, "export", "formulier", *names, "-o", again)
    assert again.read_bytes() == made.read_bytes()


def test_what_identifies_somebody_is_taken_in_no_text_field(browser: Browser) -> None:
    own = "[id='q-wat_nodig'] input.text"
    seen = browser.sees(
        *[("type", own, "bel 0612345678"), ("see", "[id='q-wat_nodig'] .wrong")],
        *[("type", ".agreements label:nth-of-type(1) input", "mail jan@voorbeeld.nl")],
        *[("type", ".agreements label:nth-of-type(2) input", "school")],
        *[
            ("click", ".agreements button"),
            ("see", ".agreements .wrong"),
            ("see", ".agreements li"),
        ],
        *[("axe",), ("name", "C-3"), ("press", 1), ("wait", 500)],
    )
    words, agreement, listed, axe = seen.told
    assert Words("nl")("identifier.telefoon") in words[0]
    assert Words("nl")("identifier.email") in agreement[0]
    assert (listed, axe) == ([], [])
    kept = (browser.downloads / "C-3.yaml").read_text("utf-8")
    assert "0612" not in kept
    assert "voorbeeld.nl" not in kept


def test_words_and_agreements_are_kept_as_the_terminal_reads_them(
    browser: Browser, tmp_path: Path
) -> None:
    what, who = (f".agreements label:nth-of-type({place}) input" for place in (1, 2))
    browser.sees(
        *[("tick", "draaglast", "zwaar"), ("type", "[id='q-wat_nodig'] input.text", "Rust: eerst")],
        *[("type", what, "Samen bellen"), ("type", who, "school"), ("click", ".agreements button")],
        *[("name", "C-4"), ("press", 1), ("wait", 500)],
    )
    path = browser.downloads / "C-4.yaml"
    said = run_in_process(tmp_path, "advies", path, "--volledig", "--formaat", "markdown")
    assert said.returncode == 0, said.stderr
    assert "Samen bellen" in said.stdout
    assert "Rust: eerst" in said.stdout
    before = path.read_text("utf-8")
    again = browser.sees(
        *[("upload", str(path)), ("see", ".agreements li"), ("press", 1), ("wait", 500)]
    )
    assert again.told == [["Samen bellen · school"]]
    others = [one for one in browser.downloads.glob("C-4*.yaml") if one != path]
    assert {one.read_text("utf-8") for one in (path, *others)} == {before}


def test_a_danger_of_another_day_is_said_when_its_file_is_opened(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "C-5.yaml"
    path.write_text(
        "schema: integraal/casus/1\ncasus: C-5\nmoment: 2026-01-05\n"
        "instruments:\n  meldcode: '2026.1'\nanswers:\n  direct_gevaar: ja\n"
    )
    seen = browser.sees(
        *[("upload", str(path)), ("tick", "draaglast", "licht"), ("see", ".danger-title")],
        ("links", ".danger a"),
    )
    assert Words("nl")("danger.title") in seen.told[0]
    assert "tel:112" in seen.told[1]


def test_batch_takes_a_folder_of_what_comes_back_from_forms(
    browser: Browser, tmp_path: Path
) -> None:
    browser.sees(
        *[("tick", "gezinsleden", "twee"), ("name", "C-6"), ("press", 1), ("wait", 500)],
        *[("tick", "direct_gevaar", "ja"), ("name", "C-7"), ("press", 1), ("wait", 500)],
    )
    folder = tmp_path / "terug"
    folder.mkdir()
    for path in browser.downloads.glob("C-*.yaml"):
        path.rename(folder / path.name)
    said = run_in_process(tmp_path, "batch", folder, "uit.csv")
    assert said.returncode == 0, said.stderr
    header, *rows = (tmp_path / "uit.csv").read_text("utf-8-sig").splitlines()
    assert [row[:3] for row in rows] == ["C-6", "C-7"]
    assert "urgent" in header


def test_hostile_texts_of_an_instrument_come_out_as_text(browser: Browser, tmp_path: Path) -> None:
    hostile = "</script><img src=x onerror=alert(1)><!--"
    told = Library().instrument("voor-wie-doen-we-wat")
    instrument = with_hostile_texts(told, hostile, frozenset({"ask", "why", "label", "because"}))
    page = tmp_path / "vijandig.html"
    program = program_data(lower(instrument))
    lines = {"nl": Library().help_lines("nl").lines}
    written = form_html(
        [instrument.id], {"nl": [instrument]}, [program], Beside(lines, guard_data())
    )
    page.write_text(written, "utf-8")
    seen = Browser(browser.program, page, tmp_path).sees(
        *[("tick", "gezinsleden", "twee"), ("see", "legend"), ("see", ".advice"), ("axe",)],
        ("see", "img"),
    )
    legends, advice, axe, images = seen.told
    assert all(hostile in legend for legend in legends)
    assert hostile in advice[0]
    assert (axe, images) == ([], [])
