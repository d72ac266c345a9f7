"""`integraal advies`: the advice of saved cases."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.explanations_asked import Asked, asked
from integraal.cli.inputs import instrument_for, open_case, open_instrument, open_region
from integraal.cli.language import words
from integraal.cli.next_instruments import onward
from integraal.cli.output import ALONE, check_layout, given, layout_for
from integraal.engine.assess import assess
from integraal.engine.explain.explanation import explain
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.case import Case
from integraal.model.finding import Faulty
from integraal.model.results.assessment import Assessment
from integraal.model.results.explanation import Explanation
from integraal.report.data.advice import advice_json
from integraal.report.data.why import replies_data

if TYPE_CHECKING:
    from integraal.model.region import Region
    from integraal.report.blocks import Document


class Reader(StrEnum):
    """For whom the page is."""

    PROFESSIONAL = "professional"
    FAMILY = "gezin"


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    def advies(
        cases: Annotated[list[str], options.argument("cases", say("metavar.cases"))],
        instrument: Annotated[str | None, options.instrument_option()] = None,
        region: Annotated[str | None, options.region_option()] = None,
        layout: Annotated[
            options.AdviceLayout, options.option("--formaat", "-f", key="layout")
        ] = options.AdviceLayout.TERMINAL,
        source_only: Annotated[bool, options.source_only_option()] = False,
        reader: Annotated[Reader, options.option("--voor", key="reader")] = Reader.PROFESSIONAL,
        why: Annotated[bool, options.option("--waarom", key="why")] = False,
        why_not: Annotated[
            str | None, options.option("--waarom-niet", key="why_not", metavar=say("metavar.level"))
        ] = None,
        what_if: Annotated[
            list[str] | None,
            options.option("--wat-als", key="what_if", metavar=say("metavar.what_if")),
        ] = None,
        step: Annotated[
            str | None,
            options.option("--kleinste-stap", key="step", metavar=f"[{say('metavar.level')}]"),
        ] = None,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
        output: Annotated[str | None, options.output_option()] = None,
        overwrite: Annotated[bool, options.overwrite_option()] = False,
        large: Annotated[bool, options.large_option()] = False,
        quiet: Annotated[bool, options.quiet_option()] = False,
    ) -> None:
        del language  # settled before the command line was parsed
        layout = layout_for(layout, output)
        check_layout(layout, output, large=large, cases=cases)
        if reader is Reader.FAMILY and (why or why_not or what_if or step is not None):
            raise typer.BadParameter(words()("usage.not_for_family"), param_hint="--voor")

        @cache
        def request(named: str) -> _Request:
            opened = open_instrument(named, words().language)
            questions = asked(opened, why=why, why_not=why_not, what_if=what_if or (), step=step)
            program = lower(opened, source_only=source_only)
            services = open_region(region, opened) if region else None
            return _Request(program, layout, reader, questions, services)

        asking = [
            (case, request(instrument_for(case) if instrument is None else instrument))
            for case in cases
        ]
        read, failed = _opened(asking, quiet)
        if read and layout in ALONE:
            [(one, case, name)] = read
            page = given(one.document(case, name), layout, output, large=large)
            screen.write_result(page, output, overwrite=overwrite)
        elif read:
            separator = "" if layout is options.AdviceLayout.JSON else "\n"
            result = separator.join(_text(*each, output) for each in read)
            screen.write_result(result, output, overwrite=overwrite)
        if failed:
            raise typer.Exit(FINDINGS)

    return advies


@dataclass(frozen=True, slots=True)
class _Request:
    program: Program
    layout: options.AdviceLayout
    reader: Reader
    asked: Asked
    region: "Region | None"

    def document(self, case: Case, name: str) -> "Document":
        """Lay out the advice, or what was asked about it."""
        if self.asked.is_anything:
            from integraal.report.pages.why import why_page

            return why_page(self.explanation(case), words())
        assessment = assess(self.program, case)
        if self.layout in ALONE and self.reader is Reader.PROFESSIONAL:
            return advice_on_a_sheet(assessment, self.region)
        return advice_document(assessment, self.reader, name, self.region)

    def data(self, case: Case) -> dict[str, Any]:
        """Give the advice as data, with the replies to what was asked about it."""
        explanation = self.explanation(case)
        return {**advice_json(explanation.assessment, words()), **replies_data(explanation)}

    def explanation(self, case: Case) -> Explanation:
        """Evaluate a case, and reply to what was asked about it."""
        asked = self.asked
        return explain(
            self.program,
            case,
            why=asked.why,
            why_not=asked.why_not,
            what_if=asked.what_if,
            step=asked.step,
        )


def _opened(
    asking: "list[tuple[str, _Request]]", quiet: bool
) -> tuple[list[tuple[_Request, Case, str]], int]:
    """Read every case that can be read; report the others and count them."""
    read, failed = [], 0
    for name, request in asking:
        try:
            case_file = open_case(name, request.program.instrument)
        except Faulty as faulty:
            failed += 1
            for finding in faulty.findings:
                screen.report(finding)
            continue
        if not quiet:
            for note in case_file.notes:
                screen.report(note)
        read.append((request, case_file.case, name))
    if failed and len(asking) > 1:
        screen.talk(words()("advies.failed", failed=failed, total=len(asking)))
    return read, failed


def _text(request: _Request, case: Case, name: str, output: str | None) -> str:
    if request.layout is options.AdviceLayout.JSON:
        return json.dumps(request.data(case), ensure_ascii=False) + "\n"
    layout = options.Layout(request.layout.value)
    return screen.laid_out(request.document(case, name), layout, output)


def advice_on_a_sheet(assessment: Assessment, region: "Region | None") -> "Document":
    """Lay out an advice as one sheet for the table."""
    from integraal.report.pages.advice_sheet import advice_sheet
    from integraal.report.pages.further import Further

    return advice_sheet(assessment, words(), Further(region=region))


def advice_document(
    assessment: Assessment, reader: Reader, file: str, region: "Region | None" = None
) -> "Document":
    """Lay out an advice for this reader.

    Args:
        assessment: The case under advice.
        reader: For whom.
        file: Where the case is kept, as the user wrote it; empty when it is not kept.
        region: The services behind the routes, if somebody named them.
    """
    from integraal.report.pages.advice import advice_page
    from integraal.report.pages.family import family_page, has_family_page
    from integraal.report.pages.further import Further

    if reader is Reader.FAMILY:
        instrument = assessment.instrument
        if not has_family_page(instrument):
            problem = words()("usage.no_family", instrument=instrument.id)
            raise typer.BadParameter(problem, param_hint="--voor")
        return family_page(assessment, words())
    return advice_page(assessment, words(), Further(onward(assessment, file), region))
