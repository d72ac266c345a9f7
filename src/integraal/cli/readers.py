"""For whom a page is: what others than professionals may see, and what is said instead."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

from integraal.cli import terminal as screen
from integraal.cli.danger import sound, watching
from integraal.cli.inputs import STDIN
from integraal.cli.language import words
from integraal.engine.assess import assess, assess_for
from integraal.engine.program import Program
from integraal.engine.readers import Shown, shown_to
from integraal.model.case import Case, is_code
from integraal.model.case.agreements import agreements_now
from integraal.model.instrument import Instrument, Role
from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.privacy.identifiers import identifiers
from integraal.reading.folders import labels
from integraal.reading.library import Library

if TYPE_CHECKING:
    from integraal.cli.output.seam import Output
    from integraal.model.services.help_line import HelpLine


def check_reader(reader: Reader, out: "Output") -> None:
    """Refuse data for others: a page can be read over before it is given away.

    Raises:
        typer.BadParameter: saying so.
    """
    if out.is_data and not reader.is_professional:
        raise typer.BadParameter(words()("usage.no_data_for_others"), param_hint="--voor")


def check_sheet_reader(reader: Reader, out: "Output") -> None:
    """Refuse the family and the child too: such a sheet speaks as professionals do.

    Raises:
        typer.BadParameter: naming the page that has words for them.
    """
    if reader in (Reader.FAMILY, Reader.CHILD):
        problem = words()("usage.table_only", reader=reader.value)
        raise typer.BadParameter(problem, param_hint="--voor")
    check_reader(reader, out)


def check_form_reader(reader: Reader, out: "Output", case: str | None) -> None:
    """Refuse a form for a child, and answers on the sheet that a family fills in itself.

    Raises:
        typer.BadParameter: naming the page that there is instead.
    """
    if reader is Reader.CHILD:
        raise typer.BadParameter(words()("usage.form_not_for_child"), param_hint="--voor")
    if reader is Reader.FAMILY and case is not None:
        raise typer.BadParameter(words()("usage.conversation_blank"), param_hint="--casus")
    check_reader(reader, out)


def check_role(role: str | None, reader: Reader, *, explains: bool = False) -> None:
    """Refuse a role where the page is for others, or explains something else.

    Raises:
        typer.BadParameter: saying so.
    """
    if role is not None and (explains or not reader.is_professional):
        raise typer.BadParameter(words()("usage.role_alone"), param_hint="--rol")


def role_of(instrument: Instrument, named: str | None, none: str = "usage.no_roles") -> Role | None:
    """Find a role of an instrument; None where none is asked for.

    Args:
        instrument: That was asked for.
        named: The id of the role.
        none: The key of what is said where an instrument has no roles.

    Raises:
        typer.BadParameter: naming those that there are.
    """
    if named is None:
        return None
    known = {role.id: role for role in instrument.roles}
    if named not in known:
        ours = {"role": named, "known": ", ".join(known)}
        about = ours if known else {"instrument": instrument.id}
        problem = words()("usage.role_unknown" if known else none, **about)
        raise typer.BadParameter(problem, param_hint="--rol")
    return known[named]


def seen_by(reader: Reader, program: Program, case: Case) -> Assessment | None:
    """A case under advice as a reader may see it; where there is nothing, that is said."""
    speaks = has_words_for(reader, program.instrument)
    found = _seen(reader, program, case, speaks=speaks)
    if not speaks:
        say_no_words()
    return found


def has_words_for(reader: Reader, instrument: Instrument) -> bool:
    """Whether an instrument has words for whom a page is; for the table those for the family."""
    return reader.is_professional or instrument.speaks_to_families


def seen_again_by(reader: Reader, program: Program, case: Case) -> Assessment | None:
    """The same where all that is to be said was said; for a page in one more language."""
    if not has_words_for(reader, program.instrument):
        return None
    return assess_for(reader, program, case, watching(program.instrument))


def sounded(reader: Reader, program: Program, cases: Sequence[Case]) -> list[Assessment]:
    """Say danger to whoever types a page for others, by all that the cases say.

    Returns: The cases as a professional sees them; none for a professional, whose page says it.
    """
    if reader.is_professional:
        return []
    whole = [assess(program, case, watching(program.instrument)) for case in cases]
    for each in whole:
        sound(each.dangers, each.country, within=program.instrument.id)
    return whole


def seen_on_form(reader: Reader, program: Program, case: Case | None) -> Assessment | None:
    """The same, for a form with the answers of a case; None too for a blank one."""
    if case is None:
        if not has_form(program.instrument, reader):
            say_withheld()
        return None
    return _seen(reader, program, case, speaks=has_form(program.instrument, reader))


def shown_together(
    reader: Reader, program: Program, cases: Sequence[Case], *, in_course: bool = False
) -> Shown | None:
    """What a reader may see of cases on one page; where that is nothing, it is said."""
    shown = shown_to(program, cases, reader, in_course=in_course)
    if shown is None:
        say_withheld()
    return shown


def has_form(instrument: Instrument, reader: Reader) -> bool:
    """Whether an instrument asks anything that a reader may be asked."""
    return reader.is_professional or any(
        not (question.sensitive or question.from_case) for question in instrument.questions()
    )


def _seen(reader: Reader, program: Program, case: Case, *, speaks: bool) -> Assessment | None:
    """Say danger to whoever types, never on a page for others, and whether there is no page."""
    whole = sounded(reader, program, [case])
    others = watching(program.instrument)
    found = assess_for(reader, program, case, others) if speaks else None
    if found is None:
        say_withheld()
    else:
        say_beforehand(whole, reader)
    return found


def say_beforehand(whole: Sequence[Assessment], reader: Reader) -> None:
    """Say what to know before a page is given to others.

    That with danger nobody should get it yet, and that agreements stand on it only where somebody
    marked them. A page for professionals has none of it: there are no cases then.
    """
    if reader is Reader.TABLE:  # pages for the family and the child name no case at all
        say_names_left_off(each.case for each in whole)
    if any(each.dangers for each in whole):
        screen.tell(words()("reader.in_danger"))
    every = (one.agreement for each in whole for one in agreements_now(each.case))
    left_off = sum(not (one.for_others or one.done) for one in every)
    if left_off:
        screen.tell(words()("reader.left_off", count=left_off))


def say_names_left_off(cases: Iterable[Case]) -> None:
    """Say which names of cases others do not read, and what they could."""
    for name in dict.fromkeys(case.id for case in cases if not is_code(case.id)):
        screen.tell(words()("reader.name_left_off", casus=name))


def people_of(names: Sequence[str], cases: Sequence[Case], reader: Reader) -> list[str]:
    """Name everybody by the file, unless that name could tell who it is about.

    Files of one name are told apart by their folders. On a sheet for others a name could tell more.
    """
    if not reader.is_professional:
        return [""] * len(names)
    return [
        case.id if name == STDIN or identifiers(label) else label
        for name, case, label in zip(names, cases, labels(names), strict=True)
    ]


def say_read_at_home() -> None:
    """Say to whom a sheet that people write on at home is not given."""
    screen.tell(words()("reader.read_at_home"))


def say_withheld() -> None:
    """Say that a reader has no page, in the same words whatever the cause."""
    screen.tell(words()("reader.withheld"))


def say_no_words() -> None:
    """Say that an instrument has no page for others, whatever the case."""
    screen.tell(words()("reader.no_words"))


def help_lines() -> "tuple[HelpLine, ...]":
    """Every help line, for pages on which anybody may look one up."""
    return help_lines_in(words().language)


def help_lines_in(language: str) -> "tuple[HelpLine, ...]":
    """Every help line, in a language."""
    return Library().help_lines(language).lines
