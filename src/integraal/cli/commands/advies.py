"""`integraal advies`: the advice of saved cases."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.danger import watching
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.explanation_options import Asked, asked
from integraal.cli.inputs import (
    instrument_for,
    open_instrument,
    read_case,
    spoken,
)
from integraal.cli.language import speaking, words
from integraal.cli.output.advice_pages import advice_document
from integraal.cli.output.formats import PAGE
from integraal.cli.output.marks import marked
from integraal.cli.output.seam import Output, offers
from integraal.cli.output.short import short_document, whole_command
from integraal.cli.readers import (
    check_reader,
    check_role,
    help_lines,
    role_of,
    seen_again_by,
    seen_by,
)
from integraal.cli.services.opening import desks_in, region_for
from integraal.engine.assess import assess
from integraal.engine.explain.explanation import explain
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.case import Case
from integraal.model.finding import Faulty
from integraal.model.instrument import Role
from integraal.model.reader import Reader
from integraal.model.results.explanation import Explanation
from integraal.report.blocks import Document
from integraal.report.data.advice import advice_json, role_data
from integraal.report.data.why import replies_data
from integraal.report.prose import in_turn

if TYPE_CHECKING:
    from integraal.model.services.region import Region


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE)
    def advies(
        cases: Annotated[list[str], options.argument("cases", say("metavar.case"))],
        out: Output,
        instrument: Annotated[str | None, options.instrument_option()] = None,
        region: Annotated[list[str] | None, options.region_option()] = None,
        source_only: Annotated[bool, options.source_only_option()] = False,
        reader: Annotated[Reader, options.option("--voor", key="reader")] = Reader.PROFESSIONAL,
        role: Annotated[
            str | None, options.option("--rol", key="role", metavar=say("metavar.role"))
        ] = None,
        why: Annotated[bool, options.option("--waarom", key="why")] = False,
        why_not: Annotated[
            str | None, options.option("--waarom-niet", key="why_not", metavar=say("metavar.level"))
        ] = None,
        what_if: Annotated[
            list[str] | None,
            options.option("--wat-als", key="what_if", metavar=say("metavar.what_if")),
        ] = None,
        whole: Annotated[bool, options.option("--volledig", key="whole")] = False,
        step: Annotated[
            str | None,
            options.option("--kleinste-stap", key="step", metavar=f"[{say('metavar.level')}]"),
        ] = None,
        quiet: Annotated[bool, options.quiet_option()] = False,
        languages: Annotated[str | None, options.languages_option("languages_after")] = None,
    ) -> None:
        leading, *further = options.languages_in(languages)
        explains = bool(why or why_not or what_if or step is not None)
        _check(out, cases, reader, explains=explains)
        check_role(role, reader, explains=explains)

        @cache
        def request(named: str, language: str = leading) -> _Request:
            opened = open_instrument(named, language)
            questions = asked(opened, why=why, why_not=why_not, what_if=what_if or (), step=step)
            program = lower(opened, source_only=source_only)
            part = role_of(opened, role)
            services = region_for(region or (), opened, quiet=quiet)
            return _Request(program, out, reader, questions, services, whole, instrument, part)

        @cache
        def requests(named: str) -> list[_Request]:
            return [request(named, each) for each in _spoken(named, leading, further)]

        asking = [(case, requests(instrument or instrument_for(case))) for case in cases]
        read, failed = _opened(asking, quiet)
        results = [_told(ones, case, name) for ones, case, name in read]
        _write(out, [page for told in results for page in told])
        if failed or not all(results):
            raise typer.Exit(FINDINGS)

    return advies


def _check(out: Output, cases: list[str], reader: Reader, *, explains: bool) -> None:
    """Refuse what no page can be.

    Raises:
        typer.BadParameter: for two cases on one sheet, or an explanation for others.
    """
    if out.is_paper and len(cases) > 1:
        problem = words()("usage.one_case", layout=out.format)
        raise typer.BadParameter(problem, param_hint=words()("metavar.case"))
    if explains and not reader.is_professional:
        raise typer.BadParameter(words()("usage.not_for_family"), param_hint="--voor")
    check_reader(reader, out)


def _spoken(named: str, leading: str, further: list[str]) -> list[str]:
    """The languages of the page; where it is one, the page says what it is not translated into."""
    if not further:
        return [leading]
    return spoken({each: open_instrument(named, each) for each in (leading, *further)})


def _write(out: Output, pages: list[Document | dict[str, Any]]) -> None:
    """Write all that there is: on paper one case, its languages after each other."""
    if out.is_paper and pages:
        out.write(in_turn([page for page in pages if isinstance(page, Document)]))
    elif pages:
        out.write_each(pages)


@dataclass(frozen=True, slots=True)
class _Request:
    program: Program
    out: Output
    reader: Reader
    asked: Asked
    region: "Region | None"
    whole: bool
    """Whether all of it is asked for."""
    instrument: str | None
    """As it was asked for, if it was."""
    role: Role | None
    """Whose part is asked for, if it is somebody's."""

    def told(
        self, case: Case, name: str, *, again: bool = False
    ) -> Document | dict[str, Any] | None:
        """The advice as it was asked for; None where its reader has none.

        Args:
            case: Whose advice.
            name: Of its file.
            again: Whether all that is said besides was said in another language.
        """
        return self.data(case) if self.out.is_data else self.page(case, name, again=again)

    def page(self, case: Case, name: str, *, again: bool) -> Document | None:
        """Lay out the advice, or what was asked about it; None where its reader has none."""
        if self.asked:
            from integraal.report.pages.why import why_page

            return why_page(self.explained(case), words())
        look = seen_again_by if again else seen_by
        assessment = look(self.reader, self.program, case)
        if assessment is None:
            return None
        if self.role is not None:
            from integraal.report.pages.role import role_page
            from integraal.report.parts.further import Further

            return role_page(assessment, self.role, words(), Further(region=self.region))
        if self.is_short:
            only = self.program.source_only
            whole = whole_command(name, instrument=self.instrument, source_only=only)
            return short_document(assessment, whole)
        has_sheet = self.reader in (Reader.PROFESSIONAL, Reader.TABLE)
        if self.out.is_paper and has_sheet and not self.whole:
            from integraal.report.pages.advice_sheet import advice_sheet
            from integraal.report.parts.further import Further

            further = Further(region=self.region, lines=help_lines())
            return advice_sheet(assessment, words(), further)
        return advice_document(assessment, name, self.region)

    @property
    def known(self) -> tuple[str, ...]:
        """What may stand in a text of a case: it is of a desk in the region."""
        return desks_in(self.region)

    @property
    def is_short(self) -> bool:
        """Whether it is for the screen of a professional who asked for nothing in particular."""
        in_general = not (self.whole or self.region)
        return in_general and self.reader.is_professional and self.out.is_screen

    def data(self, case: Case) -> dict[str, Any]:
        """The advice as data, with the replies to what was asked about it; or a role's part."""
        if self.role is not None:
            assessment = assess(self.program, case, watching(self.program.instrument))
            return role_data(assessment, self.role, words())
        explanation = self.explained(case)
        told = {**advice_json(explanation.assessment, words()), **replies_data(explanation)}
        from integraal.report.care_map.behind_advice import services_of

        return told | services_of([explanation.assessment], self.region)

    def explained(self, case: Case) -> Explanation:
        """The case under advice, with the replies to what was asked about it."""
        assessment = assess(self.program, case, watching(self.program.instrument))
        return explain(self.program, assessment, **self.asked)


def _told(requests: list[_Request], case: Case, name: str) -> list[Document | dict[str, Any]]:
    """The advice of a case in each language; nothing where its reader has no page."""
    first, *others = requests
    page = first.told(case, name)
    if page is None:
        return []
    told = [marked(page, case)]
    for request in others:
        with speaking(request.program.instrument.language):
            page = request.told(case, name, again=True)
            told += [] if page is None else [marked(page, case)]
    return told


def _opened(
    asking: list[tuple[str, list[_Request]]], quiet: bool
) -> tuple[list[tuple[list[_Request], Case, str]], int]:
    """Read every case that can be read; report the others and count them."""
    read, failed = [], 0
    for name, requests in asking:
        try:
            case = read_case(
                name, requests[0].program.instrument, quiet=quiet, known=requests[0].known
            )
        except Faulty as faulty:
            failed += 1
            screen.report_all(faulty.findings)
        else:
            read.append((requests, case, name))
    if failed and len(asking) > 1:
        screen.talk(words()("advies.failed", failed=failed, total=len(asking)))
    return read, failed
