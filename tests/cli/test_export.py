"""`integraal export`: a group of commands; the first gives schemas to editors."""

import json
from pathlib import Path

import pytest

from integraal.cli.export import Kind
from integraal.report.words import LANGUAGES, Words
from tests.conftest import ROOT, Run


@pytest.mark.parametrize("kind", list(Kind))
def test_schema_of_every_kind_is_the_one_in_docs(integraal: Run, kind: Kind) -> None:
    done = integraal("export", "schema", kind.value)
    assert (done.returncode, done.stderr) == (0, "")
    shipped = ROOT / "docs" / "schemas" / f"{kind.value}.json"
    assert done.stdout == shipped.read_text(encoding="utf-8")


def test_kinds_are_those_that_have_a_schema() -> None:
    from integraal.reading.json_schema import SHAPES

    assert [kind.value for kind in Kind] == list(SHAPES)


def test_schema_goes_to_a_file_that_is_not_overwritten(integraal: Run, tmp_path: Path) -> None:
    ask = ("export", "schema", "casus", "-o", "casus.json")
    assert integraal(*ask).returncode == 0
    assert json.loads((tmp_path / "casus.json").read_text())["type"] == "object"
    assert integraal(*ask).returncode == 1
    assert integraal(*ask, "--overschrijf").returncode == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_export_alone_shows_what_can_be_exported(integraal: Run, language: str) -> None:
    done = integraal("export", "--taal", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert Words(language)("help.export.schema") in done.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_of_a_command_in_the_group_speaks_the_language(integraal: Run, language: str) -> None:
    text = integraal("export", "schema", "--help", "--taal", language).stdout
    say = Words(language)
    assert text.startswith(
        f"{say('help.usage')} integraal export schema {say('help.options_usage')}"
    )
    assert "{" not in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "schem"), "Bedoel je 'schema'?"),
        (("export", "schema"), "Er ontbreekt iets: SOORT."),
        (("export", "schema", "casussen"), "kies uit instrument, scale, sources"),
    ],
)
def test_wrong_usage_gets_the_way_out(
    integraal: Run, arguments: tuple[str, ...], said: str
) -> None:
    done = integraal(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
