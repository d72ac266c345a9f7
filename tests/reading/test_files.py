"""A named file is read only when it is a plain file of sensible size in UTF-8; else it is said."""

import errno
import os
from pathlib import Path

import pytest

from integraal.model.finding import Finding, Place
from integraal.reading.files import MAX_BYTES, decoded, read_text
from tests.reading.helpers import codes, faults, within


def test_a_plain_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    path.write_text("casus: één\n", encoding="utf-8")
    assert read_text(path) == "casus: één\n"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decoded(b"\xef\xbb\xbfcasus: C-1\n", "casus.yaml") == "casus: C-1\n"


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    assert faults(lambda: read_text(path)) == (Finding("no-such-file", Place(str(path))),)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert codes(lambda: read_text(tmp_path)) == ["not-a-file"]


def test_a_device_is_not_a_file() -> None:
    with within(10):
        assert codes(lambda: read_text(Path("/dev/zero"))) == ["not-a-file"]


def test_a_pipe_with_a_name_is_not_a_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "casus.yaml"
    os.mkfifo(pipe)
    with within(10):
        assert codes(lambda: read_text(pipe)) == ["not-a-file"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "echt.yaml").write_text("casus: C-1\n", encoding="utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to("echt.yaml")
    assert read_text(link) == "casus: C-1\n"


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    link = tmp_path / "kring.yaml"
    link.symlink_to(link)
    (finding,) = faults(lambda: read_text(link))
    assert finding.code == "unreadable-file"
    assert dict(finding.details)["reason"] == os.strerror(errno.ELOOP)


@pytest.mark.parametrize("name", ["nul\0.yaml", "lang" * 100 + ".yaml"])
def test_a_name_that_no_file_can_have_is_said(tmp_path: Path, name: str) -> None:
    assert codes(lambda: read_text(tmp_path / name)) == ["unreadable-file"]


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    (finding,) = faults(lambda: read_text(path))
    assert (finding.code, finding.details) == ("file-too-large", (("limit", "1024 kB"),))


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert len(read_text(path)) == MAX_BYTES


def test_another_encoding_is_said_with_its_line_and_byte() -> None:
    (finding,) = faults(lambda: decoded("casus: C-1\nland: één\n".encode("latin-1"), "casus.yaml"))
    assert (finding.code, finding.place.line) == ("not-utf8", 2)
    assert finding.details == (("byte", "0xe9"),)


def test_sixteen_bit_text_is_said_at_its_first_byte() -> None:
    (finding,) = faults(lambda: decoded("casus: C-1\n".encode("utf-16"), "casus.yaml"))
    assert (finding.code, finding.details) == ("not-utf8", (("byte", "0xff"),))


@pytest.mark.parametrize(
    ("begin", "ending"),
    [(b"PK\x03\x04", ".xlsx, .docx, .zip"), (b"%PDF-1.7", ".pdf"), (b"PAR1\x15", ".parquet")],
)
def test_a_file_of_another_program_is_named_and_nobody_is_asked_to_save_it_as_text(
    begin: bytes, ending: str
) -> None:
    (finding,) = faults(lambda: decoded(begin + bytes(9), "casus.yaml"))
    assert (finding.code, dict(finding.details)["ending"]) == ("other-program", ending)
