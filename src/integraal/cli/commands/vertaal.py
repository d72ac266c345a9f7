"""`integraal vertaal`: an overlay in another language, begun or brought up to date."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.cli.output.formats import Format, promised
from integraal.cli.output.seam import Output, offers
from integraal.reading.files import read_text

if TYPE_CHECKING:
    from integraal.model.text import Translation
    from integraal.reading.overlays.draft import Draft

_FEW = 20


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(Format.YAML, Format.PO)
    def vertaal(
        out: Output,
        translated: Annotated[str, options.argument("translated", say("metavar.instrument"))],
        into: Annotated[options.Language, options.argument("into", say("metavar.language"))],
        given: Annotated[
            str | None, options.option("--po", key="po", metavar=say("metavar.file"))
        ] = None,
    ) -> None:
        from integraal.reading.overlays.draft import refreshed, taken_in
        from integraal.reading.overlays.originals import original
        from integraal.reading.overlays.overlay_text import overlay_text

        promised(given, (Format.PO,), "--po")
        whole, file = original(translated)
        language = into.value
        if language == whole.written_in:
            raise typer.BadParameter(say("usage.own_language"), param_hint=say("metavar.language"))
        overlay = file.parent / "translations" / f"{whole.id}.{language}.yaml"
        draft = refreshed(whole, language, overlay)
        if given is not None:
            from integraal.exchange.po import translations_in

            elsewhere = translations_in(read_text(Path(given)), given, language)
            draft = taken_in(draft, elsewhere)
            _tell_taken(draft, elsewhere, given)
        _tell(draft)
        if out.format is Format.PO:
            from integraal.exchange.po import po_text

            out.write(po_text(whole.id, language, draft.texts))
        elif out.target is None and file == Path(translated):
            _put(overlay, overlay_text(draft))
        else:
            out.write(overlay_text(draft))

    return vertaal


def _put(overlay: Path, text: str) -> None:
    """Put an overlay in its place, where a refreshed one holds all that the old one did."""
    if overlay.is_file() and read_text(overlay) == text:
        screen.talk(words()("vertaal.unchanged", file=overlay))
        return
    from integraal.reading.storage.atomic_write import write_atomically

    overlay.parent.mkdir(exist_ok=True)
    write_atomically(overlay, text)
    screen.talk(words()("written", file=overlay))


def _tell_taken(draft: "Draft", elsewhere: "Sequence[Translation]", file: str) -> None:
    """Say what came of a file of a translator."""
    say = words()
    given = {each.key: each.text for each in elsewhere if each.text}
    left = sum(given.get(each.key, each.text) != each.text for each in draft.texts)
    numbers = {"count": say.count(len(given)), "left": say.count(left)}
    screen.tell(say("vertaal.taken_in", **numbers, file=file))


def _tell(draft: "Draft") -> None:
    """Say what there is to do, and what nobody reads any more."""
    say = words()
    stale = sum(each.is_stale for each in draft.texts)
    empty = sum(not each.text for each in draft.texts)
    numbers = {"texts": len(draft.texts), "empty": empty, "stale": stale}
    screen.tell(say("vertaal.counted", **{name: say.count(n) for name, n in numbers.items()}))
    if draft.unused:
        keys = [each.key for each in draft.unused]
        some = [*keys[:_FEW], *(["…"] if len(keys) > _FEW else [])]
        screen.tell(say("vertaal.unused", count=say.count(len(keys)), keys=", ".join(some)))
