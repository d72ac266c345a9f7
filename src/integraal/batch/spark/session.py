"""Start Spark, quietly and with one meaning for every row, and turn its errors into findings.

Spark belongs to the extra `integraal[spark]`; it runs on Java, which pip cannot install.
"""

import contextlib
import importlib.util
import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from integraal.model.finding import Place, faulty
from integraal.reading.storage.scratch import LOCK, hold, scratch_folder

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

JAVA = 17
"""The oldest Java that Spark 4 runs on."""
HERE = "local[*]"
NOT_FOUND = "PATH_NOT_FOUND"
"""What Spark says where nothing is."""
TWICE = "COLUMN_ALREADY_EXISTS"
"""What Spark calls a column, or a key of an object, that stands there twice."""
_SUBMITTED = "PYSPARK_GATEWAY_PORT"
"""Set by `spark-submit`, which has started Java and chosen a master already."""
_MEANING = {
    # What a row means must not hang on how a cluster happens to be set up.
    "spark.sql.ansi.enabled": "true",
    "spark.sql.caseSensitive": "true",
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    "spark.sql.parser.escapedStringLiterals": "false",
    # What Excel calls CSV is none of the few encodings that Spark reads otherwise.
    "spark.sql.legacy.javaCharsets": "true",
    # A file that cannot be read stops the run; it is never left out.
    "spark.sql.files.ignoreCorruptFiles": "false",
    "spark.sql.files.ignoreMissingFiles": "false",
    # The rules as one Java method are too long for Java to compile; in pieces they run in a third
    # of the time.
    "spark.sql.codegen.wholeStage": "false",
    "spark.ui.showConsoleProgress": "false",
}


@contextmanager
def spark_session(master: str | None) -> Iterator["SparkSession"]:
    """Start Spark, and stop it at the end.

    Args:
        master: Where it runs. None for the one that `spark-submit` chose, or else all cores of this
            machine.

    Raises:
        Faulty: if it is not installed or does not start, and if it fails meanwhile.
    """
    check_spark(master)
    from pyspark.sql import SparkSession

    place, master = Place(master or HERE), master_of(master)
    with (
        _own_environment(master),
        scratch_folder() as scratch,  # Spark tidies up there too, a little later
        failing_as("spark-failed", place),
    ):
        builder = SparkSession.builder.appName("integraal")
        if master is not None:
            builder = builder.master(master)
        settings = _MEANING | (_on_this_machine(scratch) if is_local(master) else {})
        for name, value in settings.items():
            builder = builder.config(name, value)
        session = _started(builder, place, scratch / LOCK)
        with _no_talk():
            try:
                yield session
            finally:
                with contextlib.suppress(Exception):  # it may have stopped by itself
                    stop(session)


def stop(session: "SparkSession") -> None:
    """Stop Spark; that its Java ended before it was asked to, as with Ctrl-C, is no news."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        session.stop()


@contextmanager
def _own_environment(master: str | None) -> Iterator[None]:
    """Let Spark find Python, and leave nothing behind of what it writes in the environment."""
    before = dict(os.environ)
    if is_local(master):
        # Without it the workers would run some other Python, which has no integraal.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.pop("SPARK_LOCAL_DIRS", None)  # it would go before the folder that we choose
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _no_ctrl_c() -> Iterator[None]:
    """Keep Ctrl-C until the end: a Java that is left alone while it starts never ends.

    Raises:
        KeyboardInterrupt: at the end, if there was one.
    """
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


@contextmanager
def _no_talk() -> Iterator[None]:
    """Let Ctrl-C end what runs at once, without what py4j then has to tell about connections."""
    before, disabled = signal.getsignal(signal.SIGINT), logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        logging.disable(disabled)
        signal.signal(signal.SIGINT, before)


def master_of(given: str | None) -> str | None:
    """Where Spark runs; None where `spark-submit` has settled that."""
    return given or (None if _SUBMITTED in os.environ else HERE)


def is_local(master: str | None) -> bool:
    """Whether a master is this machine alone."""
    return master is not None and re.fullmatch(r"local(\[.*\])?", master) is not None


def _on_this_machine(scratch: Path) -> dict[str, str]:
    """Keep cases off the network and in a folder that only this user can open."""
    return {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.local.dir": str(scratch),
        "spark.driver.defaultJavaOptions": f'-Djava.io.tmpdir="{scratch}"',
        "spark.sql.artifact.isolation.enabled": "false",
    }


def check_spark(master: str | None) -> None:
    """Look for Spark, and for a Java that is new enough.

    Raises:
        Faulty: if one of them is not there.
    """
    place = Place(master or HERE)
    if importlib.util.find_spec("pyspark") is None:
        raise faulty("no-pyspark", place)
    if _SUBMITTED in os.environ:
        return  # then Java runs already
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin") if home else None)
    found = None
    if java is not None:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)  # noqa: S603
        found = re.search(r'version "(\d+)', told.stderr)
    if found is None or int(found[1]) < JAVA:
        raise faulty("no-java", place, version=JAVA)


def _started(builder: "SparkSession.Builder", place: Place, log: Path) -> "SparkSession":
    """Start Java and Spark in it; what they have to tell goes to a file.

    Raises:
        Faulty: if that fails, with the reason that stands in that file.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        with _no_ctrl_c(), _silenced(log):
            session = builder.getOrCreate()
        session.sparkContext.setLogLevel("OFF")  # what goes wrong comes back as an exception
    except (Py4JError, PySparkException) as error:
        told = _told_in(log.read_text(encoding="utf-8", errors="replace"))
        raise faulty("spark-failed", place, reason=told or reason_of(_bottom(error))) from None
    return session


_TOLD = (r"Reason: (.+)$", r"^(?:Exception in .* )?\S+(?:Exception|Error): (.+)$")
"""How Spark writes down why it stops, and how Java does."""


def _told_in(log: str) -> str | None:
    """Find why Spark did not start.

    >>> _told_in('Exception in thread "main" org.apache.spark.SparkException: No master')
    'No master'
    """
    found = (re.search(pattern, log, re.MULTILINE) for pattern in _TOLD)
    return next((each[1].strip() for each in found if each), None)


@contextmanager
def _silenced(log: Path) -> Iterator[None]:
    """Redirect what a process that is started here writes, from our stdout and stderr to a file."""
    kept = {number: os.dup(number) for number in (1, 2)}
    with log.open("ab") as file:
        hold(file)  # and so does that process, also when this one is killed
        for number in kept:
            os.dup2(file.fileno(), number)
    try:
        yield
    finally:
        for number, before in kept.items():
            os.dup2(before, number)
            os.close(before)


@contextmanager
def failing_as(code: str, place: Place) -> Iterator[None]:
    """Turn the errors of Spark into a finding.

    Raises:
        Faulty: with the reason that Spark gives.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import AnalysisException, PySparkException

    try:
        yield
    except AnalysisException as error:
        known = {NOT_FOUND: "no-such-file", "PATH_ALREADY_EXISTS": "exists-already"}
        if error.getCondition() == TWICE:
            column = (error.getMessageParameters() or {}).get("columnName", "").strip("`")
            raise faulty("column-twice", place, column=column) from None
        own = known.get(str(error.getCondition()))
        details = {} if own else {"reason": reason_of(_bottom(error)), "still": "unknown"}
        raise faulty(own or code, place, **details) from None
    except (Py4JError, PySparkException) as error:
        told = _bottom(error)
        file = re.search(r"^CSV file: (.+)$", told, re.MULTILINE)
        if file and "CSV header" in told:
            raise faulty("other-header", Place(unquote(file[1]), 1, 1)) from None
        raise faulty(code, place, reason=reason_of(told), still="unknown") from None


def _bottom(error: Exception) -> str:
    """Find the message at the bottom of an error."""
    cause = getattr(error, "java_exception", None) or getattr(error, "_origin", None)
    told = str(error)
    while cause is not None:
        told = str(cause.getMessage() or cause.getClass().getName())
        cause = cause.getCause()
    return told


def reason_of(told: str) -> str:
    r"""Find the line of an error that says what it is: the first, or the last where Python failed.

    >>> reason_of("[PATH_NOT_FOUND] Path does not exist: a.\n at b")
    '[PATH_NOT_FOUND] Path does not exist: a.'
    """
    lines = [line.strip() for line in told.splitlines() if line.strip()] or [told]
    return lines[-1] if "Traceback" in told else lines[0]
