"""What the tests share: the real instruments and the real command."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Partly
from integraal.model.instrument import Instrument
from integraal.reading.library import Library, data_folder
from tests.sparks import need_spark, real_spark

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# The command is started thousands of times here; let Python keep what it compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Whether a machine is slow says nothing about a claim.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

ROOT = Path(__file__).parent.parent
INSTRUMENTS = tuple(header.id for header in Library().headers("instrument"))
Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Let groups of tests stay together."""
    from tests.groups import ByGroup

    return ByGroup(config, log)


@pytest.fixture(scope="session")
def instrument() -> Instrument:
    return Library().instrument("voor-wie-doen-we-wat")


@pytest.fixture(scope="session")
def program(instrument: Instrument) -> Program:
    return lower(instrument)


@pytest.fixture(scope="session")
def examples() -> Path:
    return data_folder() / "voorbeelden"


@pytest.fixture(scope="session")
def spark() -> Iterator["SparkSession"]:
    """Start Spark once, for the tests in the group `spark`, which share a process."""
    need_spark()
    with real_spark() as session:
        yield session


@pytest.fixture
def integraal(tmp_path: Path) -> Run:
    """Run the real command in an empty folder."""

    def run(
        *arguments: str | Path, stdin: str = "", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("INTEGRAAL", "COLUMNS"))}
        return subprocess.run(
            [sys.executable, "-m", "integraal", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**clean, "COLUMNS": "80", **(env or {})},
            check=False,
            timeout=120,
        )

    return run


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name sets in one order, so that every worker gives the same test the same name."""
    if isinstance(val, (set, frozenset)):
        return "{" + ",".join(sorted(map(str, val))) + "}"
    if isinstance(val, Partly):
        return f"{sorted(val.chosen)}+{sorted(val.unknown)}?"
    return None
