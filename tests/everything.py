"""Every page that there is: commands, and for each the ways of asking that lead to another page.

Which formats a command has it declares itself; which options lead to another page is read from its
help. A test holds the table here to both, so that what is new is walked through as well. Each page
is made by the real command, in this process, once for all tests.
"""

import atexit
import contextlib
import io
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from html import unescape
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from pypdf import PdfReader

from integraal.cli.app import COMMANDS
from integraal.cli.main import run
from integraal.cli.output.formats import PAGE, PAPER, Format, endings
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.model.instrument import Kind
from integraal.reading.cases.case_writer import CaseWriter
from integraal.reading.library import Library, data_folder
from integraal.words.words import LANGUAGES
from tests.batch.made_results import rows_of, write_results
from tests.conftest import INSTRUMENTS, ROOT
from tests.counts import TIMES
from tests.panel.studies import write_rated_study
from tests.report.render.every import answered
from tests.verify.controlled_files import SAID

ENCODING = "cp1252"
"""Of stdout in all of this: what is UTF-8 here is so everywhere."""
CASE = "voorbeelden/C-2041.yaml"
OPEN = "voorbeelden/marina.yaml"
OTHERS = ("tafel", "gezin", "kind")
FOR_OTHERS = tuple(form for form in PAGE if form is not Format.JSON)
"""Data are for professionals only."""
PART = "advies voorbeelden/procesregie/stien-en-aad.yaml"
COURSE = "verloop voorbeelden/verloop/C-4210.yaml"
DIRTY = """Onze wijk
casus;draaglast;leefgebieden;leefgebieden_wonen;direct_gevaar;regio
C-1;zwaar;wonen;ja;ja;Noord
C-1;enorm;wonen;ja;;Noord
C-3;zwaar;wonen;werk;ja;;Noord
C-4;licht
"""
"""A table with something of everything that is said of tables."""
MEETINGS = """\
next_chair: buurthuis
meetings:
  - on: 2026-03-10
    sectors: [welzijn, gezondheid]
    present: [caw, wijkgezondheidscentrum]
    chair: caw
    agenda: [kennismaken, signalen]
    themes:
      - {theme: wachttijden, brought_by: [caw], about: [financien, werk]}
    agreements:
      - {what: een brief aan het bestuur, who: ocmw, by: 2026-06-01, theme: wachttijden}
  - on: 2026-06-09
    sectors: [welzijn]
    present: [caw]
    themes:
      - {theme: Wachttijden, brought_by: [ocmw]}
      - {theme: te dure woningen, brought_by: [buurthuis]}
  - on: 2026-09-15
    sectors: [welzijn, lokaal_bestuur]
    present: [caw, ocmw]
    themes: []
"""
"""Of a network, with something of everything that a meeting can have."""
VIEWS = "voorbeelden/vergelijken/gezin.yaml voorbeelden/vergelijken/school.yaml"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, by the command line that asks for it."""

    line: str
    """Without a language, a format and a place."""
    code: int = 0
    """With which it ends."""
    only: tuple[Format, ...] = ()
    """The formats that the option is for; empty for all that the command has."""
    on_screen: bool = False
    """Whether somebody reads it on a terminal, where it may be short."""

    @property
    def command(self) -> str:
        words = self.line.split()
        return " ".join(words[:2]) if words[0] in ("export", "panel") else words[0]

    @property
    def formats(self) -> tuple[Format, ...]:
        return self.only or declared()[self.command]


@dataclass(frozen=True, slots=True)
class Made:
    """What a command gave."""

    code: int
    result: bytes
    said: str

    @property
    def text(self) -> str:
        """The result as programs read it."""
        return self.result.decode("utf-8")


NO_PAGE = {
    *("--taal", "--formaat", "--uitvoer", "--overschrijf", "--stil", "--help"),
    *("--instrument", "--grens", "--drempels", "--dialect", "--tabel", "--onbekend"),
    *("--afgekeurd", "--rood", "--motor", "--spark-master"),
    *(
        "--verslag",
        "--sectoren",
        "--aanwezig",
        "--voorzitter",
        "--agendapunten",
        "--thema",
        "--neemt-over",
    ),
    *("--afspraak", "--tot", "--zaad"),
}
"""Options that make no other page of it: the walk goes over languages, formats and instruments."""
IN_ONE_LANGUAGE = (Format.TERMINAL, Format.PDF, Format.DOCX, Format.XLSX) if TIMES == 1 else ()
"""`.ci/long` asks for these in every language too."""
PANEL = {f"panel {step}" for step in ("kies", "vellen", "lees", "oefen")}
NO_RESULT = {"reflecteer", "afspraak", "besluit", *PANEL}
"""Commands that talk or note something; their names of files are promises too."""


@cache
def commands() -> dict[str, Callable[..., Any]]:
    """Every command by its name; those of a group behind the name of the group."""
    found: dict[str, Callable[..., Any]] = {}
    for name, module in COMMANDS.items():
        made = import_module(module)
        if hasattr(made, "group"):
            listed = made.group().registered_commands
            found |= {f"{name} {one.name}": one.callback for one in listed if not one.hidden}
        else:
            found[name] = made.command()
    return found


@cache
def declared() -> dict[str, tuple[Format, ...]]:
    """The formats that each command says it has."""
    made = commands().items()
    return {name: command.formats for name, command in made if hasattr(command, "formats")}


_ASKED = (
    *(Page(f"advies {name}.yaml -i {name}") for name in INSTRUMENTS),
    *(Page(f"checklist {name}") for name in INSTRUMENTS),
    Page("advies leeg.yaml"),
    Page(f"advies {CASE} voorbeelden/C-3007.yaml", only=(Format.TERMINAL, Format.MARKDOWN)),
    Page("advies voorbeelden/C-3007.yaml --alleen-bron"),
    *(Page(f"advies {CASE} --voor {reader}", only=FOR_OTHERS) for reader in OTHERS),
    *(Page(f"advies {OPEN} --voor {reader}", only=FOR_OTHERS) for reader in OTHERS),
    Page(f"advies {OPEN}"),
    Page(f"advies {OPEN} --volledig"),
    *(
        Page(f"advies {name}.yaml -i {name}", only=(Format.TERMINAL,), on_screen=True)
        for name in INSTRUMENTS
    ),
    *(
        Page(f"advies {case}", only=(Format.TERMINAL,), on_screen=True)
        for case in (CASE, OPEN, "leeg.yaml", "voorbeelden/C-3007.yaml --alleen-bron")
    ),
    Page(f"advies {OPEN} --waarom"),
    Page("advies voorbeelden/C-3007.yaml"),
    Page(f"advies {CASE} --waarom --waarom-niet integratie --wat-als draaglast=licht"),
    Page(f"advies {CASE} --kleinste-stap"),
    Page("advies kruispunt-onthaal.yaml -i kruispunt-onthaal --regio voorbeeldregio.yaml"),
    Page(f"checklist --casus {CASE}"),
    Page(f"checklist --casus {CASE} --voor tafel", only=FOR_OTHERS),
    Page("checklist --voor gezin", only=FOR_OTHERS),
    Page("checklist procesregie --rol lokaal-team", only=FOR_OTHERS),
    Page(f"{PART} --rol behandelaar"),
    Page(COURSE),
    *(Page(f"{COURSE} --voor {reader}", only=FOR_OTHERS) for reader in OTHERS),
    Page(f"vergelijk {VIEWS}"),
    Page(f"vergelijk {VIEWS} --voor tafel", only=FOR_OTHERS),
    Page(f"vergelijk {VIEWS} --regio voorbeeldnetwerk.yaml", only=PAPER),
    Page(f"{COURSE} --regio voorbeeldnetwerk.yaml", only=PAPER),
    Page(f"agenda {VIEWS} --regio voorbeeldnetwerk.yaml", only=PAPER),
    Page("niveaus --regio voorbeeldnetwerk.yaml", only=PAPER),
    Page(f"vergelijk {VIEWS} voorbeelden/vergelijken/wijkteam.yaml"),
    Page(f"vergelijk {VIEWS} --alleen-bron"),
    Page(f"vergelijk {VIEWS} --volledig", only=PAPER),
    Page(f"vergelijk-versies voor-wie-doen-we-wat nieuw/questions.yaml {VIEWS}"),
    Page(f"vergelijk-versies voor-wie-doen-we-wat nieuw/questions.yaml {VIEWS} --alleen-bron"),
    Page("batch vuil.csv --controleer", code=1),
    Page("batch vuil.csv --controleer --groepeer regio --toch --alleen-bron", code=1),
    Page("batch voorbeelden/tabellen/ingevuld.xlsx --controleer --blad casussen", code=1),
    Page("batch vuil.csv --uitleg 3 --onbekend toestaan"),
    Page(f"agenda {CASE} voorbeelden/verloop/C-4210.yaml --begin 14:00 --minuten 15"),
    Page(f"agenda {VIEWS}"),
    Page(f"agenda {VIEWS} --voor tafel", only=FOR_OTHERS),
    Page("panel verslag studie"),
    Page("panel verslag studie --herijk"),
    Page("signalen uitkomst.csv"),
    Page("signalen uitkomst.csv --per regio"),
    Page("bewaar bewaard", code=1),
    Page("bewaar bewaard --over C-1"),
    Page("bewaar bewaard --wis C-1"),
    Page("bewaar bewaard --verwijder"),
    Page("kaart voorbeeldnetwerk.yaml"),
    Page("kaart voorbeeldnetwerk.yaml schulden --ook voorbeeldregio.yaml"),
    Page("kaart voorbeeldnetwerk.yaml --gebied wonen --spreekt fr --plaats 9300"),
    Page("kaart voorbeeldnetwerk.yaml --bij welzijn-licht"),
    Page("overleg buurt.yaml", only=PAGE),
    Page("overleg buurt.yaml --signalen uitkomst.csv", only=PAGE),
    Page("overleg buurt.yaml --plan --keer 5 --vanaf 2027-06-01", only=PAGE),
    Page("overleg buurt.yaml --agenda --begin 14:00 --datum 2027-01-12", only=PAGE),
    Page("overleg buurt.yaml --uitnodiging --waar buurthuis", only=PAGE),
    Page("overleg buurt.yaml --plan", only=(Format.ICS,)),
    Page("overleg buurt.yaml --uitnodiging --begin 14:00", only=(Format.ICS,)),
    Page("netwerk voorbeeldnetwerk.yaml"),
    Page("netwerk lijst.csv --titel Molenwijk"),
    Page("netwerk lijst.csv --kolommen kolommen.yaml"),
    Page("instrumenten"),
    Page("niveaus"),
    Page("controleer goed.yaml"),
    Page("controleer table-gap.yaml need-lowers-advice.yaml er-niet.yaml", code=1),
    Page("test proef.yaml", code=1),
    Page("test proef.yaml --zonder-mutaties", code=1),
    Page("export schema casus"),
    Page("export formulier"),
    Page("export formulier meldcode procesregie"),
    Page("export formulier --groot"),
    Page("export formulier --regio voorbeeldnetwerk.yaml"),
    Page("export programma"),
    Page("export programma --alleen-bron"),
    Page("export sql"),
    Page("export sql --alleen-bron"),
    Page("export sql --heeft casus,draaglast,direct_gevaar"),
    Page("export sql --kolommen"),
    Page("export sql --view advies"),
    Page("export ics voorbeelden/verloop/C-4210.yaml --ook-voorbij"),
    Page("export sjabloon meldcode", only=(Format.XLSX,)),
    Page("export sjabloon netwerk", only=(Format.XLSX,)),
    Page("vertaal meldcode en"),
    Page("vertaal meldcode fr --po vertaald.po"),
)
# In large print, one page of each command that has paper.
_FIRST = {page.command: page for page in reversed(_ASKED)}
PAGES = (
    *_ASKED,
    *(
        replace(_FIRST[name], line=f"{_FIRST[name].line} --groot", only=PAPER)
        for name, forms in declared().items()
        if Format.PDF in forms and name in _FIRST  # what the table misses, a test says
    ),
)


@cache
def folder() -> Path:
    """A folder with all that the pages are about; it is cleared away when the process ends."""
    place = Path(mkdtemp(prefix="everything-"))
    atexit.register(shutil.rmtree, place)
    shutil.copytree(data_folder() / "voorbeelden", place / "voorbeelden")
    for name in ("voorbeeldregio.yaml", "voorbeeldnetwerk.yaml"):
        shutil.copy(data_folder() / "regio" / name, place)
    network = (place / "voorbeeldnetwerk.yaml").read_text("utf-8")
    (place / "buurt.yaml").write_text(f"{network.rstrip()}\n{MEETINGS}", "utf-8")
    _write_version(place / "nieuw")
    _write_cases(place)
    for name in ("table-gap.yaml", "need-lowers-advice.yaml"):
        shutil.copy(ROOT / "tests" / "instruments" / "controleer" / name, place)
    lines = (ROOT / "tests" / "instruments" / "good" / "klein.yaml").read_text("utf-8")
    lines = lines.replace("gezinsleden", "wie_er_hulp")  # an id that no other instrument has
    (place / "goed.yaml").write_text(f"{lines}highest: connectie\n{SAID}", "utf-8")
    instrument = Library().instrument("voor-wie-doen-we-wat")
    regions = ("Noord", 40), ("Zuid", 30), ("Eiland", 2)
    rows = [
        row | {"regio": region}
        for start, (region, count) in enumerate(regions)
        for row in map(dict, rows_of(instrument, count, 100 * start))
    ]
    write_results(place / "uitkomst.csv", rows)
    (place / "vuil.csv").write_text(DIRTY, "utf-8")
    write_rated_study(place / "studie")
    (place / "lijst.csv").write_text("Dienst;Thema\nLoket;wonen\n", "utf-8")
    (place / "kolommen.yaml").write_text("schema: integraal/kolommen/1\ncolumns: {name: Dienst}\n")
    return place


def _write_version(place: Path) -> None:
    """Write another version of an instrument, in which one rule asks for more."""
    place.mkdir()
    for path in data_folder().glob("*.yaml"):
        shutil.copy(path, place)
    file = place / "questions.yaml"
    stuck = "      hulpverloop: vastgelopen\n    at_least: coordinatie"
    text = file.read_text("utf-8").replace(stuck, stuck.replace("coordinatie", "cooperatie"))
    file.write_text(text.replace("version: 2026.1", "version: 2026.2", 1), "utf-8")


def _write_cases(place: Path) -> None:
    """Write the richest case of every instrument, an empty one, and cases of an author."""
    for name in INSTRUMENTS:
        instrument = Library().instrument(name)
        asked = {q.id for q in instrument.questions() if q.kind is not Kind.TEXT}
        answers = Answers({name: a for name, a in answered(instrument).items() if name in asked})
        case = Case("C-2041", moments=(Moment(date(2026, 11, 21), Answers()),))
        CaseWriter(place / f"{name}.yaml", case, instrument).save(answers)
    head = "schema: integraal/casus/1\ncasus: C-1\nmoment: 2026-11-21\n"
    (place / "leeg.yaml").write_text(f"{head}answers: {{}}\n", "utf-8")
    tests = "schema: integraal/test/1\ninstrument: klein\ncases:\n"
    cases = "  - id: een\n    answers: {gezinsleden: een}\n    expect: {level: connectie}\n"
    (place / "proef.yaml").write_text(tests + cases, "utf-8")
    (place / "bewaard").mkdir()
    old = head.replace("moment", "keep_until: 2020-01-01\nmoment")
    (place / "bewaard" / "C-1.yaml").write_text(f"{old}answers: {{}}\n", "utf-8")
    (place / "bewaard" / "C-2.yaml").write_text(head.replace("C-1", "C-2"), "utf-8")
    (place / "bewaard" / "stuk.csv").write_bytes(b"\x00\x01")
    made = 'msgctxt "title"\nmsgid "Meldcode"\nmsgstr "Le code"\n'
    (place / "vertaald.po").write_text(made, "utf-8")


@cache
def made(page: Page, form: Format, language: str) -> Made:
    """Make a page with the real command."""
    asked = [*page.line.split(), "--taal", language]
    if len(declared()[page.command]) > 1:
        asked += ["--formaat", form]
    if form not in (Format.PDF, Format.DOCX, Format.XLSX):
        return ran(*asked, on_screen=page.on_screen)
    file = folder() / f"blad{endings(form)[0]}"
    done = ran(*asked, "-o", file.name, "--overschrijf")
    return Made(done.code, file.read_bytes(), done.said)


class _Screen(io.TextIOWrapper):
    """A terminal that can only print lines; nobody types on it."""

    def isatty(self) -> bool:
        return True


def ran(*arguments: str, on_screen: bool = False, encoding: str = ENCODING) -> Made:
    """Run the command here and now, in the folder of all that pages are about."""
    shown, told = io.BytesIO(), io.BytesIO()
    out = (_Screen if on_screen else io.TextIOWrapper)(shown, encoding)
    said = io.TextIOWrapper(told, "utf-8")
    with _inside(folder()), contextlib.redirect_stdout(out), contextlib.redirect_stderr(said):
        code = run(arguments)
        out.flush()
        said.flush()
    return Made(code, shown.getvalue(), told.getvalue().decode())


@contextlib.contextmanager
def _inside(place: Path) -> Iterator[None]:
    before = dict(os.environ)
    os.environ |= {"COLUMNS": "80", "TERM": "dumb"}
    try:
        with contextlib.chdir(place):
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def every_page(*forms: Format) -> Iterator[tuple[Page, Format, str]]:
    """Walk through pages in these formats and every language.

    Some formats cost time and say what others say: of these each page is made in one language, and
    the languages take turns.
    """
    for number, page in enumerate(PAGES):
        for form in page.formats:
            if forms and form not in forms:
                continue
            turn = LANGUAGES[number % len(LANGUAGES)]
            for language in (turn,) if form in IN_ONE_LANGUAGE else LANGUAGES:
                yield page, form, language


def shown(line: str, form: Format, language: str) -> str:
    """The page as text."""
    file = folder() / f"bladzijde{endings(form)[0]}"
    done = ran(*line.split(), "--taal", language, "-o", file.name, "--overschrijf")
    assert done.code == 0, done.said
    match form:
        case Format.PDF:
            pages = PdfReader(io.BytesIO(file.read_bytes())).pages
            return "\n".join(page.extract_text() for page in pages)
        case Format.DOCX:
            from docx import Document

            book = Document(str(file))
            return "\n".join(node.text or "" for node in book.element.body.iter() if node.text)
        case _:
            return unescape(file.read_text("utf-8"))
