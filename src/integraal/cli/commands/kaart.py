"""`integraal kaart`: who is there for what in a local network, and where nobody is."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from integraal.cli import options
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.language import speaking, with_nearest, words
from integraal.cli.output.formats import PAGE, Format
from integraal.cli.output.seam import Output, Result, offers
from integraal.cli.services.opening import every_target, open_network
from integraal.model.services.care_map import CareMap, Gap, Wanted
from integraal.model.services.network import Network, Target
from integraal.reading.library import FIRST_INSTRUMENT
from integraal.report.render.visible import visible
from integraal.words.words import LANGUAGES, Words

if TYPE_CHECKING:
    from integraal.network.search import Map
    from integraal.report.blocks import Document
    from integraal.report.care_map.page import Told

AREAS = "leefgebieden"
"""The question of which the options are the areas of life."""
_AREA, _SERVES = "--gebied", "--bij"


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE, Format.CSV)
    def kaart(
        network: Annotated[str, options.argument("network", say("metavar.network"))],
        out: Output,
        typed: Annotated[
            list[str] | None, options.argument("search", say("metavar.search"))
        ] = None,
        also: Annotated[
            list[str] | None, options.option("--ook", key="also", metavar=say("metavar.file"))
        ] = None,
        area: Annotated[
            str | None, options.option(_AREA, key="area", metavar=say("metavar.id"))
        ] = None,
        serves: Annotated[
            list[str] | None, options.option(_SERVES, key="serves", metavar=say("metavar.id"))
        ] = None,
        spoken: Annotated[
            str | None, options.option("--spreekt", key="spoken", metavar=say("metavar.language"))
        ] = None,
        place: Annotated[
            str | None, options.option("--plaats", key="place", metavar=say("metavar.place"))
        ] = None,
        quiet: Annotated[bool, options.quiet_option()] = False,
        languages: Annotated[str | None, options.languages_option("languages")] = None,
    ) -> None:
        from integraal.network.search import Map

        _check_words(typed or [])
        leading, *others = options.languages_in(languages)
        targets = _targets(leading)
        areas = _areas(targets)
        opened = open_network([network, *(also or ())], targets, quiet=quiet)
        gc.freeze()  # thousands of services stay as long as this process: no garbage among them
        wanted = Wanted(
            " ".join(typed or ()),
            (
                *_known([] if area is None else [area], areas, _AREA),
                *_known(serves or [], targets, _SERVES),
            ),
            _known_language(spoken, opened),
            place or "",
        )
        looked_through = Map(opened, targets, words()("care_map.idle").split())
        found = looked_through.find(wanted)
        maps = {
            language: CareMap(opened, told, found, _gaps(opened, told, wanted))
            for language, told in ((leading, targets), *((one, _targets(one)) for one in others))
        }
        out.write(_made(maps, looked_through, out))
        if not found.services:
            raise typer.Exit(FINDINGS)

    return kaart


def _check_words(typed: Sequence[str]) -> None:
    """Refuse a file among the words to search for.

    Raises:
        typer.BadParameter: naming the option for a second network.
    """
    for word in typed:
        if word.casefold().endswith((".yaml", ".yml")) and Path(word).is_file():
            said = words()("usage.file_among_words", file=visible(word))
            raise typer.BadParameter(said, param_hint=words()("metavar.search"))


def _made(maps: Mapping[str, CareMap], looked_through: "Map", out: Output) -> Result:
    """The map in the format that was asked for; a table and data are in the first language."""
    first = next(iter(maps.values()))
    if out.is_data:
        from integraal.report.care_map.data import care_map_data

        return care_map_data(first)
    if out.format is Format.CSV:
        from integraal.exchange.care_map import care_map_csv

        return care_map_csv(first)
    from integraal.report.care_map.page import Told, care_map_page

    told = [Told(each, _areas(each.targets), Words(spoken)) for spoken, each in maps.items()]
    today = date.today()
    page = care_map_page(told, today)
    is_part = first.found.wanted.is_something
    if is_part or out.format is not Format.HTML:
        return page
    return _searchable(page, told[0], looked_through, today, out)


def _searchable(
    page: "Document", told: "Told", looked_through: "Map", today: date, out: Output
) -> str:
    """The whole map as a page in which people can search."""
    from integraal.browser.care_map import search_code, search_data, search_style
    from integraal.report.care_map.page import search_lines
    from integraal.report.render.html.document import Script, render_html

    data = search_data(looked_through.texts(), search_lines(told), told.areas, told.words, today)
    script = Script(search_code(), data, search_style())
    return render_html(page, large=out.large, script=script)


def _gaps(network: Network, targets: Sequence[Target], wanted: Wanted) -> tuple[Gap, ...]:
    """Where nobody is on all of the map; nothing is said of a part of it."""
    if wanted.is_something:
        return ()
    from integraal.network.coverage import gaps

    everybody = "|".join(Words(each)("care_map.everybody") for each in LANGUAGES)
    return tuple(gaps(network, _areas(targets), everybody.split("|")))


def _targets(language: str) -> tuple[Target, ...]:
    with speaking(language):
        return every_target()


def _areas(targets: Sequence[Target]) -> list[Target]:
    return [each for each in targets if _is_area(each)]


def _is_area(target: Target) -> bool:
    return (target.instrument, target.question) == (FIRST_INSTRUMENT, AREAS)


def _known(ids: Sequence[str], targets: Sequence[Target], option: str) -> Iterator[str]:
    """The ids, each of which must be of something that a service can be for.

    Raises:
        typer.BadParameter: for one that is not, with the nearest, else with the areas of life.
    """
    known = dict.fromkeys(target.id for target in targets)
    for each in ids:
        if each not in known:
            problem = with_nearest(words()("usage.nothing_called", id=each), each, list(known))
            if problem == words()("usage.nothing_called", id=each):
                listed = ", ".join(area.id for area in _areas(targets))
                key = "no_area" if option == _AREA else "nothing_like"
                problem = words()(f"usage.{key}", id=each, known=listed)
            raise typer.BadParameter(problem, param_hint=option)
        yield each


def _known_language(spoken: str | None, network: Network) -> str:
    """The language, which some service of the network must have named; "" where none is asked.

    Raises:
        typer.BadParameter: for one that none has, with those that there are.
    """
    known = sorted({each for service in network.services for each in service.languages})
    if spoken is None:
        return ""
    called = {words().spoken([each]): each for each in known}
    same = {name.casefold(): each for name, each in called.items()}
    wanted = same.get(spoken.casefold(), spoken)
    if wanted not in known:
        named = [each if each == name else f"{each} ({name})" for name, each in called.items()]
        problem = words()("usage.unknown_spoken", language=spoken, known=", ".join(named))
        raise typer.BadParameter(problem, param_hint="--spreekt")
    return wanted
