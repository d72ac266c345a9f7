"""LibreOffice, the real one: turns files for Word into PDF, and says what stands on each page."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests import required

NEEDED = ("soffice", "pdftotext", "pdfinfo")


def need() -> None:
    """Go on where it is installed."""
    required.need(all(map(shutil.which, NEEDED)), "LibreOffice", required.OFFICE)


def converted(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Turn files for Word into PDF, all in one go: starting LibreOffice takes longest."""
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
            *(str(folder / f"{name}.docx") for name in files),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: folder / f"{name}.pdf" for name in files}


def pages(pdf: Path) -> list[str]:
    """Give the text of each page, in the order in which it was written there."""
    told = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return told.stdout.split("\f")[:-1]


def about(pdf: Path) -> dict[str, str]:
    """Give what the PDF says of itself."""
    told = subprocess.run(
        ["pdfinfo", pdf], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    pairs = (line.partition(":") for line in told.stdout.splitlines())
    return {name: value.strip() for name, _, value in pairs}
