"""What raters filled in on sheets, as it stands there: nothing of it is understood yet."""

from dataclasses import dataclass

from integraal.model.finding import Place


@dataclass(frozen=True, slots=True)
class FilledMark:
    """What stands at one case."""

    place: Place
    case: str
    """As it stands there; it may be none of the study."""
    marked: tuple[str, ...] = ()
    """Boxes with a cross, or what was written; each as it stands there."""
    sure: tuple[str, ...] = ()
    why: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.marked or self.sure or self.why)


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """One file that came back."""

    file: str
    rater: str
    """The letter that it is named by."""
    checks: tuple[str, ...]
    """All that looks like the check of a sheet; empty where it was lost."""
    marks: tuple[FilledMark, ...]
    letters: frozenset[str] = frozenset()
    """Of which raters it says that it is their sheet; empty where it does not say."""
