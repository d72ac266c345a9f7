"""Help in the language of the user, and wrong usage with the way out."""

import re
from pathlib import Path

import pytest

from integraal import __version__
from integraal.cli.app import COMMANDS
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import SAY
from tests.cli.terminal import Terminal
from tests.conftest import Run

PAGES = ((), *((command,) for command in COMMANDS))
LEFT_OVER = (
    *("Usage", "Show", "default", "Options:", "Arguments:", "Commands:", "Install", "Copy"),
    *("message", "exit", "required", "COMMAND", "ARGS", "TEXT", "PATH", "FILE", "Error", "Try"),
)
"""English words that the machinery underneath puts in a help page."""
EXAMPLES = {"nl": "Voorbeelden:", "en": "Examples:", "fr": "Exemples :"}


def _help(integraal: Run, page: tuple[str, ...], language: str, columns: int = 80) -> str:
    done = integraal(*page, "--help", "--taal", language, env={"COLUMNS": str(columns)})
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page[0] if page else "integraal")
def test_no_english_is_left_over(
    integraal: Run, page: tuple[str, ...], language: str, columns: int
) -> None:
    text = _help(integraal, page, language, columns)
    found = [word for word in LEFT_OVER if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    assert found == [], text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page[0] if page else "integraal")
def test_no_word_of_a_programmer_is_left_over(
    integraal: Run, page: tuple[str, ...], language: str
) -> None:
    text = _help(integraal, page, language)
    assert re.findall(r"<(?:str|int|bool|list)\b[^>]*>|\bNone\b|[{}]|\\b", text) == [], text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page[0] if page else "integraal")
def test_help_cuts_nothing_short(integraal: Run, page: tuple[str, ...], language: str) -> None:
    text = _help(integraal, page, language)
    below_usage = text.partition("\n\n")[2]
    assert [line for line in below_usage.splitlines() if line.endswith(("...", "…"))] == []
    assert [line for line in text.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_examples(integraal: Run, command: str, language: str) -> None:
    text = _help(integraal, (command,), language)
    assert EXAMPLES[language] in text.replace("\u202f", " ").replace("\xa0", " ")
    assert f"  integraal {command}" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_named_with_what_it_does(integraal: Run, language: str) -> None:
    text = _help(integraal, (), language)
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\S", text, re.MULTILINE)


def test_short_and_long_help_are_the_same(integraal: Run) -> None:
    assert integraal("advies", "-h").stdout == integraal("advies", "--help").stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_of_help_may_stand_before_or_behind_and_in_a_variable(
    integraal: Run, language: str
) -> None:
    wanted = integraal("advies", "--help", "--taal", language).stdout
    assert integraal("--taal", language, "advies", "--help").stdout == wanted
    assert integraal("advies", f"--taal={language}", "-h").stdout == wanted
    assert integraal("advies", "-h", env={"INTEGRAAL_TAAL": language}).stdout == wanted


def test_language_given_before_the_command_holds_for_the_command(
    integraal: Run, examples: Path
) -> None:
    case = examples / "C-2041.yaml"
    page = integraal("--taal", "fr", "advies", case).stdout
    assert page == integraal("advies", case, "--taal", "fr").stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_integraal_alone_shows_three_things_to_try(integraal: Run, language: str) -> None:
    page = integraal("--taal", language)
    assert (page.returncode, page.stderr) == (0, "")
    tried = re.findall(r"^  integraal (\w+)", page.stdout, re.MULTILINE)
    assert tried == ["reflecteer", "advies", "checklist"]
    assert "integraal --help" in page.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_page_fits_the_screen(integraal: Run, language: str) -> None:
    page = integraal("--taal", language).stdout
    assert [line for line in page.splitlines() if len(line) > 80] == []


def test_version_is_one_line(integraal: Run) -> None:
    done = integraal("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"integraal {__version__}\n", "")
    assert integraal("--taal", "fr", "--version").stdout == done.stdout


def test_help_on_a_terminal_is_the_same_as_on_a_pipe(integraal: Run, tmp_path: Path) -> None:
    with Terminal(tmp_path, "advies", "--help", rows=60) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.seen.rstrip() == integraal("advies", "--help").stdout.rstrip()


# --- Wrong usage ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (("advie", "x"), "advies"),
        (("reflekteer",), "reflecteer"),
        (("checklst",), "checklist"),
        (("instrument",), "instrumenten"),
        (("reflecteer", "--csus", "x"), "--casus"),
        (("advies", "x", "--overschrif"), "--overschrijf"),
        (("--versie",), "--version"),
    ],
)
def test_misspelt_command_or_option_gets_the_nearest_one(
    integraal: Run, arguments: tuple[str, ...], nearest: str, language: str
) -> None:
    done = integraal(*arguments, env={"INTEGRAAL_TAAL": language})
    assert (done.returncode, done.stdout) == (2, "")
    assert Words(language)("remedy.did_you_mean", suggestion=nearest) in done.stderr
    assert "Did you mean" not in done.stderr or language == "en"
    assert "--help" in done.stderr


@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("advie",),
        ("zzz",),
        ("",),
        ("--zzz",),
        ("-z",),
        ("advies",),
        ("advies", "x", "--formaat"),
        ("advies", "x", "--formaat", "zzz"),
        ("advies", "x", "--stil=ja"),
        ("checklist", "a", "b"),
        ("checklist", "--taal", "zzz"),
        ("instrumenten", "zzz"),
        ("reflecteer", "--voor", ""),
        ("--taal",),
        ("--", "zzz"),
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2_without_english(
    integraal: Run, arguments: tuple[str, ...], language: str
) -> None:
    done = integraal(*arguments, env={"INTEGRAAL_TAAL": language})
    assert (done.returncode, done.stdout) == (2, "")
    english = (
        r"\b(?:Did|mean|such|Got|unexpected|extra argument|Missing|Invalid|value for|does not)\b"
    )
    assert not re.search(english, done.stderr), done.stderr
    assert "--help" in done.stderr


def test_wrong_usage_never_has_a_hole_in_its_sentence(integraal: Run) -> None:
    for arguments in (("checklist", "--taal", "zzz"), ("instrumenten", "zzz"), ("advies",)):
        said = integraal(*arguments).stderr
        assert not re.search(r"''|\(\)| :|bij :|: \.", said), said


def test_missing_value_points_to_the_help_of_its_command(integraal: Run) -> None:
    done = integraal("advies", "x", "--formaat")
    assert SAY("usage.help", command="integraal advies") in done.stderr


@pytest.mark.parametrize("command", ["checklist", "reflecteer"])
@pytest.mark.parametrize("option", ["-i", "--instrument"])
def test_where_the_instrument_is_an_argument_that_is_said(
    integraal: Run, command: str, option: str
) -> None:
    done = integraal(command, option, "meldcode")
    assert done.returncode == 2
    assert SAY("usage.instrument_bare", command=f"integraal {command}") in done.stderr
