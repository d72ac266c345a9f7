"""What people agreed, did and decided is read with its day; a day without answers stands apart."""

from datetime import date
from pathlib import Path

from integraal.model.case import Agreement, Case, Decision
from integraal.model.finding import Faulty
from integraal.reading.cases.casefile import read_case
from tests.reading.helpers import good, nowhere

TEXT = """schema: integraal/casus/1
casus: C-1
moments:
  - moment: 2026-05-01
    answers: {woonplaats: aalst}
    agreements:
      - {what: Bellen, who: school, for_others: true}
  - moment: 2026-09-01
    decisions:
      - {instrument: routes, outcome: loket, because: dat is dichtbij, who: ouders}
      - {instrument: andere, level: onbekend, because: dat weten we hier niet, for_others: true}
closed:
  - {moment: 2026-05-01, n: 1, on: 2026-10-01}
"""


def read(folder: Path, text: str) -> Case:
    path = folder / "C-1.yaml"
    path.write_text(text, "utf-8")
    return read_case(path, good("routes.yaml"), nowhere).case


def test_days_without_answers_are_noted_and_the_answers_before_still_stand(tmp_path: Path) -> None:
    case = read(tmp_path, TEXT)
    assert case.latest.day == date(2026, 5, 1)
    decided, done = case.noted
    assert decided.decisions == (
        Decision("routes", "dat is dichtbij", outcome="loket", who="ouders"),
        Decision("andere", "dat weten we hier niet", "onbekend", for_others=True),
    )
    assert done.closed == (Agreement("Bellen", "school", None, done=True, for_others=True),)
    days = [each.day for each in case.until_now]
    assert days == [date(2026, month, 1) for month in (5, 9, 10)]


def test_a_day_after_today_is_ahead_whatever_was_noted(tmp_path: Path) -> None:
    case = read(tmp_path, TEXT.replace("2026-09-01", "2062-09-01"))
    assert [each.day for each in case.ahead] == [date(2062, 9, 1)]


def test_a_route_that_is_sensitive_is_for_professionals_whatever_was_marked(tmp_path: Path) -> None:
    from dataclasses import replace

    routes = good("routes.yaml")
    secret = replace(
        routes, outcomes=tuple(replace(one, sensitive=True) for one in routes.outcomes)
    )
    path = tmp_path / "C-1.yaml"
    path.write_text(TEXT.replace("who: ouders", "for_others: true"), "utf-8")
    for instrument, shown in ((routes, True), (secret, False)):
        case = read_case(path, instrument, nowhere).case
        assert case.noted[0].decisions[0].for_others is shown


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    wrong = TEXT.replace("n: 1", "n: 2").replace("outcome: loket", "outcome: niets")
    try:
        read(tmp_path, wrong.replace("level: onbekend, ", ""))
    except Faulty as faulty:
        found = {finding.code for finding in faulty.findings}
    assert found == {"no-such-agreement", "no-such-choice", "level-or-outcome"}
