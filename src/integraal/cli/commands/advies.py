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
from integraal.cli.explanations import reply_data, reply_document
from integraal.cli.explanations_asked import Asked, asked
from integraal.cli.inputs import instrument_for, open_case, open_instrument, open_region
from integraal.cli.language import words
from integraal.cli.next_instruments import onward
from integraal.cli.output import ALONE, check_layout, given, layout_for
from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import left_out, without_dropped
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.case import Case
from integraal.model.finding import Faulty
from integraal.report.data.advice import advice_json

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
            return _Request(program, source_only, layout, reader, questions, services)

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
    source_only: bool
    layout: options.AdviceLayout
    reader: Reader
    asked: Asked
    region: "Region | None"

    def document(self, case: Case, name: str) -> "Document":
        """Lay out the advice, or what was asked about it."""
        if self.asked.is_anything:
            return reply_document(self.program, case, self.asked)
        if self.layout in ALONE and self.reader is Reader.PROFESSIONAL:
            return advice_on_a_sheet(self.program, case, self.region)
        return advice_document(self.program, case, self.reader, name, self.region)


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
        return json.dumps(_data(request, case), ensure_ascii=False) + "\n"
    layout = options.Layout(request.layout.value)
    return screen.laid_out(request.document(case, name), layout, output)


def _data(request: _Request, case: Case) -> dict[str, Any]:
    instrument = request.program.instrument
    answers = without_dropped(request.program, case.latest.answers)
    advice = evaluate(request.program, answers)
    data = advice_json(case, instrument, answers, advice, words(), source_only=request.source_only)
    data["left_out"] = list(left_out(request.program, answers))
    return {**data, **reply_data(request.program, case, request.asked)}


def advice_on_a_sheet(program: Program, case: Case, region: "Region | None") -> "Document":
    """Evaluate a case and lay out the advice as one sheet for the table."""
    from integraal.report.pages.advice import with_left_out
    from integraal.report.pages.advice_sheet import advice_sheet
    from integraal.report.pages.further import Further

    answers = without_dropped(program, case.latest.answers)
    advice = evaluate(program, answers)
    further = Further(region=region)
    sheet = advice_sheet(case, program.instrument, answers, advice, words(), further)
    names = [program.instrument.question(name).name for name in left_out(program, answers)]
    return with_left_out(sheet, names, words())


def advice_document(
    program: Program, case: Case, reader: Reader, file: str, region: "Region | None" = None
) -> "Document":
    """Evaluate a case and lay out the advice for this reader.

    Args:
        program: The lowered instrument.
        case: With the answers.
        reader: For whom.
        file: Where the case is kept, as the user wrote it; empty when it is not kept.
        region: The services behind the routes, if somebody named them.
    """
    from integraal.report.pages.advice import advice_page, with_left_out
    from integraal.report.pages.family import family_page, has_family_page
    from integraal.report.pages.further import Further

    answers = without_dropped(program, case.latest.answers)
    advice = evaluate(program, answers)
    if reader is Reader.FAMILY:
        if not has_family_page(program.instrument):
            problem = words()("usage.no_family", instrument=program.instrument.id)
            raise typer.BadParameter(problem, param_hint="--voor")
        return family_page(case, program.instrument, advice, words())
    further = Further(onward(program.instrument, advice, file), region)
    page = advice_page(case, program.instrument, answers, advice, words(), further)
    names = [program.instrument.question(name).name for name in left_out(program, answers)]
    return with_left_out(page, names, words())
