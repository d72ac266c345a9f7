"""`integraal netwerk`: a network out of lists and directories of others, and into them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.language import words
from integraal.cli.output.formats import Format, promised
from integraal.cli.output.seam import Output, offers
from integraal.cli.services.opening import areas_of, every_target, named_in_lists, open_network
from integraal.model.finding import Severity, faulty
from integraal.model.services.meeting import NOTHING_GATHERED
from integraal.model.services.network import Network, Target
from integraal.model.services.together import together
from integraal.privacy.discreet import discreet, discreetly
from integraal.words.words import LANGUAGES

if TYPE_CHECKING:
    from integraal.batch.services.headings import Chosen
    from integraal.cli.services.taking import Intaken

_OURS = (".yaml", ".yml")


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(Format.YAML, Format.CSV, Format.XLSX, Format.JSON, Format.ZIP)
    def netwerk(
        sources: Annotated[list[str], options.argument("netwerk.sources", say("metavar.list"))],
        out: Output,
        title: Annotated[
            str | None, options.option("--titel", key="title", metavar=say("metavar.title"))
        ] = None,
        columns: Annotated[
            str | None, options.option("--kolommen", key="column_map", metavar=say("metavar.file"))
        ] = None,
        quiet: Annotated[bool, options.quiet_option()] = False,
    ) -> None:
        promised(columns, (Format.YAML,), "--kolommen")
        network, refused = _gathered(sources, title or "", columns, quiet=quiet)
        if not network.services:
            raise faulty("list-empty", sources[0])
        for kept in _left_behind(network, out.format):
            screen.tell(kept)
        out.write(_written(network, out.format))
        if refused:
            raise typer.Exit(FINDINGS)

    return netwerk


def _gathered(
    sources: Sequence[str], title: str, columns: str | None, *, quiet: bool
) -> tuple[Network, int]:
    """The network of all sources, later ones before earlier ones, and how many rows were refused.

    Raises:
        Faulty: with what is wrong with the first source that cannot be read.
    """
    whole: Network | None = None
    refused = 0
    for source in sources:
        if Path(source).suffix.lower() in _OURS:
            network = open_network([source], every_target(), quiet=quiet)
        else:
            network, wrong = _taken(Path(source), title, columns, quiet=quiet)
            refused += wrong
        whole, replaced = together(whole, network, source) if whole else (network, ())
        screen.report_all(() if quiet else replaced)
    if whole is None:
        raise AssertionError("there is at least one source")
    return whole, refused


def _taken(path: Path, title: str, columns: str | None, *, quiet: bool) -> tuple[Network, int]:
    from integraal.cli.services.taking import check_near, take_in

    with discreetly():
        came = take_in(path, title, tuple(_every_language()), _chosen(columns))
        _keep(came, columns)
        check_near(came.notes)
    for finding in (*came.notes, *came.taken.findings):
        if finding.severity is Severity.ERROR or not quiet:
            screen.report(discreet(finding))
    wrong = len(came.taken.refused)
    counts = {"rows": came.taken.rows, "taken": came.taken.rows - wrong, "refused": wrong}
    said = {name: words().count(number) for name, number in counts.items()}
    screen.tell(words()("netwerk.counted", file=path.name, **said))
    return came.taken.network, wrong


def _chosen(columns: str | None) -> "Chosen":
    from integraal.batch.services.headings import Chosen
    from integraal.cli.services.taking import chosen_in

    return chosen_in(Path(columns)) if columns and Path(columns).exists() else Chosen()


def _keep(came: "Intaken", columns: str | None) -> None:
    """Write down what could be said of columns, where that was asked and nobody did so yet."""
    if not columns or not came.column_map or Path(columns).exists():
        return
    from integraal.reading.storage.atomic_write import write_atomically

    write_atomically(Path(columns), came.column_map)
    screen.talk(words()("netwerk.columns_kept", file=columns))


def _every_language() -> Iterator[Target]:
    """What a service can be for, in every language; areas of life before all else."""
    every = [every_target(language) for language in LANGUAGES]
    for targets in every:
        yield from areas_of(targets)
    for targets in every:
        yield from targets


def _left_behind(network: Network, form: Format) -> Iterator[str]:
    """What a list or a directory has no place for, and a network file does."""
    if form is Format.YAML:
        return
    if network.gathered != NOTHING_GATHERED:
        yield words()("netwerk.meetings_left")
    if network.note and form in (Format.CSV, Format.XLSX):
        yield words()("netwerk.note_left")


def _written(network: Network, form: Format) -> str | bytes | dict[str, object]:
    match form:
        case Format.CSV:
            from integraal.exchange.services.service_list import list_csv

            return list_csv(network, words())
        case Format.XLSX:
            from integraal.exchange.services.service_list import list_workbook

            return list_workbook(network, named_in_lists(), words())
        case Format.JSON | Format.ZIP:
            from integraal.exchange.services.hsds import hsds
            from integraal.exchange.services.hsds_tables import package

            labels = {each.id: each.label for each in reversed(every_target())}
            page = hsds(network, labels)
            return page if form is Format.JSON else package(page, network.title)
        case _:
            from integraal.reading.services.network_text import network_text

            return network_text(network)
