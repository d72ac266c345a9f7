"""What the tests share: the real instruments and the real command."""

import atexit
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextvars import copy_context
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Partly
from integraal.model.instrument import Instrument
from integraal.reading.library import Library, data_folder
from tests.cli.processes import run_as_process
from tests.counts import TIMES
from tests.groups import ByGroup, group_of
from tests.in_process import run_in_process
from tests.sparks import need_spark, real_spark

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# The command is started thousands of times here; let Python keep what it compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
if "PYTEST_XDIST_WORKER" not in os.environ:
    # Two runs at once on one machine would clear, and tell of, what the other left in between.
    os.environ["PYTEST_DEBUG_TEMPROOT"] = tempfile.gettempdir()
    os.environ["TMPDIR"] = tempfile.tempdir = tempfile.mkdtemp(prefix="test-")
    Path(tempfile.tempdir).chmod(0o711)  # PostgreSQL, another user, has its folder in it
    atexit.register(shutil.rmtree, tempfile.tempdir, ignore_errors=True)
# Whether a machine is slow says nothing about a claim. Every day makes up the same cases, so that
# what fails was changed; `.ci/long` looks for new ones.
settings.register_profile(
    "patient",
    deadline=None,
    derandomize=TIMES == 1,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("patient")

ROOT = Path(__file__).parent.parent
INSTRUMENTS = tuple(header.id for header in Library().headers("instrument"))
Run = Callable[..., subprocess.CompletedProcess[str]]
DAY_SECONDS = 24 * 60 * 60
LONGEST_TEST_SECONDS = 60
"""Of those that ask which day it is."""


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Let groups of tests stay together."""
    return ByGroup(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Let nothing count in a worker but what pytest-cov means to.

    Version 7.1 begins to count in a worker as if it were the only process, and then once more as a
    worker; the mark `no_cover` stops the second only, so that tests ran up to four times as long.
    """
    plugin = session.config.pluginmanager.getplugin("_cov")
    if hasattr(session.config, "workerinput") and plugin and plugin.cov_controller:
        plugin.cov_controller.cov.stop()


ABOUT_THE_CORE = (
    *("src/integraal/model/", "src/integraal/engine/"),
    *("tests/model/", "tests/engine/", "tests/test_cases.py"),
)
"""Where the tests stand that are to reach all of `model` and `engine`."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let `--cov` count what tests of `model` and `engine` reach, and not what others come across.

    Counting makes a test take up to twice as long. What only a page or a command reaches, by
    chance, lacks a test where it is. Nor is it counted what those do that wait for a server.
    """
    for item in items:
        module = item.nodeid.partition("::")[0]
        if not module.startswith(ABOUT_THE_CORE) or group_of(module):
            item.add_marker(pytest.mark.no_cover)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Let no test begin on one day and end on another: just before midnight it waits."""
    if (left := seconds_left_of(datetime.now())) < LONGEST_TEST_SECONDS:
        time.sleep(left)


def seconds_left_of(moment: datetime) -> float:
    """How long the day of a moment goes on."""
    passed = moment - moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return DAY_SECONDS - passed.total_seconds()


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
    # What it keeps for the work inside it, is not for other tests of this process.
    context, started = copy_context(), real_spark()
    yield context.run(started.__enter__)
    context.run(started.__exit__, None, None, None)


@pytest.fixture
def integraal(tmp_path: Path) -> Run:
    """Run the real command in an empty folder."""
    return partial(run_in_process, tmp_path)


@pytest.fixture
def integraal_process(tmp_path: Path) -> Run:
    """Run the real command in an empty folder, in a process of its own."""
    return partial(run_as_process, tmp_path)


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name sets in one order, so that every worker gives the same test the same name."""
    if isinstance(val, (set, frozenset)):
        return "{" + ",".join(sorted(map(str, val))) + "}"
    if isinstance(val, Partly):
        return f"{sorted(val.chosen)}+{sorted(val.unknown)}?"
    return None
