"""The sheet of a rater in a browser: a button that keeps her marks as codes, and how it looks."""

from importlib.resources import files
from typing import Any

from integraal.browser.bundle import script
from integraal.model.study.sheet import SURE_CODE, WHY_CODE, Sheet
from integraal.words.words import Words


def sheet_code() -> str:
    """What runs on the page."""
    return script("panel/sheet.js")


def sheet_style() -> str:
    """How the button looks."""
    return files("integraal.browser").joinpath("panel/sheet.css").read_text("utf-8")


def sheet_data(sheet: Sheet, name: str, words: Words) -> dict[str, Any]:
    """What it works with.

    Args:
        sheet: Of one rater.
        name: Of the file that is kept.
        words: In the language of the page.
    """
    return {
        "say": {
            "keep": words("sheet.keep"),
            "kept": words("sheet.kept", file=name),
            "unkept": words("sheet.unkept"),
            "blank": words("sheet.blank"),
        },
        "name": name,
        "first": f"{sheet.rater} {sheet.check}",
        "cases": [vignette.case for vignette in sheet.vignettes],
        "sure": SURE_CODE,
        "why": WHY_CODE,
    }
