"""`integraal panel oefen`: raters made up, to see what a study would find before anybody rates."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument

_MOST = 60
"""Raters."""


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    def oefen(
        study: Annotated[Path, options.argument("panel.study", say("metavar.study"))],
        raters: Annotated[
            int,
            options.option(
                "--beoordelaars",
                key="panel_practice_raters",
                metavar="N",
                parser=options.whole_number,
            ),
        ] = 8,
        noise: Annotated[float, options.option("--ruis", key="panel_noise", metavar="0–1")] = 0.2,
        bias: Annotated[
            float, options.option("--afwijking", key="panel_bias", metavar="-1–1")
        ] = 0.0,
        against: Annotated[
            list[str] | None,
            options.option("--anders", key="panel_against", metavar=say("metavar.rule")),
        ] = None,
        second: Annotated[bool, options.option("--tweede-ronde", key="panel_second")] = False,
        seed: Annotated[
            int,
            options.option("--zaad", key="panel_chance", metavar="N", parser=options.whole_number),
        ] = 1,
        overwrite: Annotated[bool, options.overwrite_option()] = False,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
    ) -> None:
        from integraal.panel.practice import Practice, practised
        from integraal.reading.panel.ratings import RATINGS, write_ratings
        from integraal.reading.panel.study import read_study, study_instrument

        del language  # settled before the command line was parsed
        _check(raters, noise, bias)
        read = read_study(study)
        instrument = study_instrument(read, study)
        _check_rules(instrument, against or [])
        _keep_real(study, is_allowed=overwrite)
        how = Practice(min(raters, _MOST), noise, bias, tuple(against or ()), second)
        # The sheets may be for other raters than those who are made up.
        made = practised(
            replace(read, raters=()), instrument, how, seed, say("panel.report.practised.why")
        )
        write_ratings(made, study)
        counts = {"raters": how.raters, "marks": len(made.taken)}
        screen.talk(say("panel.report.practised", file=str(study / RATINGS), **counts))

    return oefen


def _check(raters: int, noise: float, bias: float) -> None:
    for name, value, least in (("--ruis", noise, 0), ("--afwijking", bias, -1)):
        if not least <= value <= 1:
            problem = words()("panel.report.share", least=least, most=1, given=value)
            raise typer.BadParameter(problem, param_hint=name)
    if not 1 <= raters <= _MOST:
        problem = words()("panel.report.share", least=1, most=_MOST, given=raters)
        raise typer.BadParameter(problem, param_hint="--beoordelaars")


def _check_rules(instrument: Instrument, against: list[str]) -> None:
    known = {rule.id for rule in instrument.rules}
    for rule in against:
        if rule not in known:
            problem = words()("panel.report.no_rule", rule=rule)
            raise typer.BadParameter(problem, param_hint="--anders")


def _keep_real(folder: Path, *, is_allowed: bool) -> None:
    """Refuse to put made-up ratings where those of people stand.

    Raises:
        typer.BadParameter: if ratings of people stand there, or a file that nobody can read.
    """
    from integraal.reading.panel.ratings import RATINGS, read_ratings

    if is_allowed or not (folder / RATINGS).exists():
        return
    try:
        is_practice = read_ratings(folder).practice
    except Faulty:
        is_practice = False
    if not is_practice:
        problem = words()("panel.report.real_there", file=str(folder / RATINGS))
        raise typer.BadParameter(problem, param_hint="--overschrijf")
