"""What must not last is taken away, also while somebody still writes there."""

import contextlib
import threading
import time
from pathlib import Path

from integraal.reading.storage.flush import remove


def test_a_folder_in_which_somebody_writes_a_moment_longer_goes(tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    begun = threading.Event()

    def go_on_writing() -> None:
        until = time.monotonic() + 0.5
        while time.monotonic() < until:
            with contextlib.suppress(OSError):  # the folder is gone
                (folder / f"deel-{time.monotonic_ns()}").write_text("x")
            begun.set()

    writer = threading.Thread(target=go_on_writing)
    writer.start()
    begun.wait()
    remove(folder)
    writer.join()
    assert not folder.exists()


def test_what_is_not_there_is_no_fault(tmp_path: Path) -> None:
    remove(tmp_path / "niets")
    (tmp_path / "een").write_text("x")
    remove(tmp_path / "een")
    assert list(tmp_path.iterdir()) == []
