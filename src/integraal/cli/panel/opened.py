"""Open a study: its cases, and its instrument in the language in which they are told."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from integraal.cli import terminal as screen
from integraal.model.finding import faulty
from integraal.model.instrument import Instrument
from integraal.model.study.cases import Study, StudyCase
from integraal.model.study.sheet import Vignette, sheet_check
from integraal.reading.panel.study import read_study, study_instrument, study_remarks


@dataclass(frozen=True, slots=True)
class OpenStudy:
    """A study in its folder."""

    folder: Path
    study: Study
    instrument: Instrument

    @property
    def check(self) -> str:
        """Four signs that stand on each of its sheets."""
        return sheet_check(self.study)

    def inside(self, name: str) -> Path:
        """A folder in that of the study, made where it is not there.

        Raises:
            Faulty: if it cannot be made.
        """
        folder = self.folder / name
        try:
            folder.mkdir(exist_ok=True)
        except FileExistsError:
            raise faulty("no-such-folder", folder, folder=folder) from None
        except OSError as error:
            raise faulty("unreadable-file", folder, reason=error.strerror or "") from None
        return folder

    def told(self, cases: Iterable[StudyCase]) -> tuple[Vignette, ...]:
        """Some of its cases as they are told."""
        from integraal.panel.vignettes import vignettes
        from integraal.reading.panel.stories import read_stories, shipped_stories

        path = shipped_stories(self.instrument)
        stories = read_stories(path, self.instrument) if path else None
        wanted = {case.id for case in cases}
        # All are told, so that a second round gives no family the name of one of the first.
        told = vignettes(self.study, self.instrument, stories)
        return tuple(each for each in told if each.case in wanted)


def open_study(name: str) -> OpenStudy:
    """Open the study in a folder, and say what is remarkable about it.

    Raises:
        Faulty: with every fault in its file, or in that of its instrument.
    """
    folder = Path(name)
    study = read_study(folder)
    instrument = study_instrument(study, folder, study.language)
    screen.report_all(study_remarks(study, folder, instrument))
    return OpenStudy(folder, study, instrument)
