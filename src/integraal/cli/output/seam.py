"""The one way out: which formats a command offers, where its result goes, and in which format.

A command declares its formats with `offers` and gets an `Output`, settled before there is any work.
Nothing else looks at `--formaat`, at how the name of a result ends, at what stands in the way of a
file, or at which bytes leave through stdout.
"""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial, wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, Literal, TextIO, TypeAlias

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.cli.output.as_json import as_json
from integraal.cli.output.formats import BYTES, PAPER, STDOUT, Format, endings, promised
from integraal.cli.output.marks import say_unlimited, with_comment
from integraal.cli.output.pager import page_through
from integraal.cli.output.paths import free_path
from integraal.report.blocks import Document, Paragraph
from integraal.report.render.text import plain
from integraal.report.render.visible import visible

FILE_WIDTH = 80
"""Columns of text in a file, whatever the width of the terminal."""
Result: TypeAlias = Document | dict[str, Any] | str | bytes
"""A page; data; or a text or file that is as it is."""
Command: TypeAlias = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Output:
    """Where the result of a command goes, and in which format."""

    format: Format
    target: str | None
    """As the user named it; None or `-` for stdout."""
    overwrite: bool
    large: bool

    @property
    def is_data(self) -> bool:
        """Whether the data is asked for, and not the page."""
        return self.format is Format.JSON

    @property
    def is_printed(self) -> bool:
        """Whether it goes to stdout."""
        return self.target is None or self.target == STDOUT

    @property
    def is_screen(self) -> bool:
        """Whether people read it on a terminal, at once."""
        return self.format is Format.TERMINAL and self.is_printed and sys.stdout.isatty()

    @property
    def is_paper(self) -> bool:
        """Whether the page is to be a file of its own."""
        return self.format in PAPER

    def write(self, result: Result) -> None:
        """Write a page, data, or what is ready to be written."""
        match result:
            case Document() if self.is_screen:
                show_all([result])
                return
            case Document():
                made = self._rendered(result)
            case dict():
                made = as_json(result, indent=2)
            case _:
                made = result
        self._send(made, result)

    def write_each(self, results: Iterable[Document | dict[str, Any]]) -> None:
        """Write pages below each other, or data line by line."""
        if self.is_data:
            results = list(results)
            self._send("".join(map(as_json, results)), *results)
            return
        if self.is_paper:
            [page] = results
            self.write(page)
            return
        pages = [one for one in results if isinstance(one, Document)]
        if self.is_screen:
            show_all(pages)
        else:
            self._send("\n".join(str(self._rendered(page)) for page in pages), *pages)

    def _rendered(self, document: Document) -> str | bytes:
        if self.format is Format.TERMINAL and self.is_printed:
            return drawn(document, sys.stdout)
        made = rendered(document, self.format, large=self.large)
        is_markdown = self.format is Format.MARKDOWN and not self.is_printed
        return with_comment(made, document) if is_markdown else made

    def _send(self, made: str | bytes, *results: Result) -> None:
        """Print, or write to the file that was asked for.

        Of a file is said until when it may stay, and the danger on it: it is not on the screen.

        Raises:
            Faulty: if the file cannot be written, or is one that this process has read: what came
                of it would take its place.
        """
        if self.is_printed:
            _print(made, is_for_people=self.format is Format.TERMINAL)
            return
        from integraal.reading.storage.atomic_write import write_atomically

        path = free_path(str(self.target), overwrite=self.overwrite)
        write_atomically(path, made, overwrite=self.overwrite)
        screen.talk(words()("written", file=str(path)))
        say_unlimited(str(self.target), *results)
        say_again([one for one in results if isinstance(one, Document)], sys.stderr)


def rendered(document: Document, form: Format, *, large: bool = False) -> str | bytes:
    """Make a page in a format, as it stands in a file."""
    match form:
        case Format.PDF:
            from integraal.report.render.pdf.document import render_pdf

            return render_pdf(document, large=large)
        case Format.DOCX:
            from integraal.report.render.word.document import render_docx

            return render_docx(document, large=large)
        case Format.HTML:
            from integraal.report.render.html.document import render_html

            return render_html(document, large=large)
        case Format.MARKDOWN:
            from integraal.report.render.markdown import render_markdown

            return render_markdown(document)
        case Format.TERMINAL:
            from integraal.report.render.terminal.document import render_terminal

            return render_terminal(document, FILE_WIDTH, styled=False)
        case _:
            raise AssertionError(f"{form} is no format of a page")


def pour(path: Path) -> None:
    """Print a table as it stands in a file; a terminal shows what it would obey."""
    with path.open("rb") as file:
        if not sys.stdout.isatty():
            shutil.copyfileobj(file, sys.stdout.buffer)
            return
        for line in file:
            _print(f"{visible(line.decode().rstrip())}\n", is_for_people=True)


def _print(result: str | bytes, *, is_for_people: bool) -> None:
    """Print; what programs read is UTF-8 whatever the terminal speaks."""
    if isinstance(result, str) and not is_for_people and sys.stdout.isatty():
        result = "\n".join(map(visible, result.split("\n")))
    if isinstance(result, str) and is_for_people:
        sys.stdout.write(result)
    else:
        # A name that is no text stays readable, and in JSON means the same.
        text = result if isinstance(result, bytes) else result.encode("utf-8", "backslashreplace")
        sys.stdout.flush()
        sys.stdout.buffer.write(text)
    sys.stdout.flush()


def drawn(document: Document, stream: TextIO) -> str:
    """Draw a document for this stream, as wide as the terminal."""
    from integraal.report.render.terminal.document import render_terminal

    looks = {"styled": screen.is_styled(stream), "colour": screen.has_colour(stream)}
    return render_terminal(document, screen.width(), **looks)


def show_all(documents: Sequence[Document]) -> None:
    """Show pages on a terminal: through a pager where they are longer than the window.

    What stood on the screen is then gone, or far above; so danger is said again below it.
    """
    text = "\n".join(drawn(document, sys.stdout) for document in documents)
    if not page_through(text):
        _print(text, is_for_people=True)
        return
    say_again(documents, sys.stdout)


def say_again(documents: Sequence[Document], stream: TextIO) -> None:
    """Say danger in short at the end, where the pages with it are not on the screen."""
    for document in documents:
        if document.alarm is not None:
            last = Document("", document.language, (Paragraph(document.alarm.last),))
            screen.at_end(plain(document.alarm.last), partial(show, last, stream))


def show(document: Document, stream: TextIO | None = None) -> None:
    """Show a document in the middle of other things."""
    stream = stream or sys.stdout
    stream.write(drawn(document, stream))
    stream.flush()


def offers(
    *formats: Format, target: str | None = None, about: str = ""
) -> Callable[[Command], Command]:
    """Declare what a command can write: it gets `out`, and its users the options to choose with.

    Args:
        formats: The first is what it writes where nobody asks for another.
        target: Where it writes where nobody names a place; None for stdout.
        about: What comes before the keys of what is said of these options, where a command writes
            other things as well, at other places.
    """

    def declare(command: Command) -> Command:
        @wraps(command)
        def run(
            *,
            layout: Format | None = None,
            output: str | None = target,
            overwrite: bool = False,
            large: bool = False,
            language: options.Language = options.Language.NL,
            **others: Any,
        ) -> None:
            del language  # settled before the command line was parsed
            asked = Output(layout or formats[0], output, overwrite, large)
            settled = _settled(formats, asked, is_chosen=layout is not None, about=about)
            command(out=settled, **others)

        given = signature(command).parameters
        own = [parameter for name, parameter in given.items() if name != "out"]
        # A form can speak several languages, and asks for them itself.
        options_ = _options(formats, target, about)
        added = [each for each in options_ if f"{each.name}s" not in given]
        run.__signature__ = Signature([*own, *added])  # type: ignore[attr-defined]
        run.formats = formats  # type: ignore[attr-defined]
        return run

    return declare


def _settled(offered: Sequence[Format], asked: Output, *, is_chosen: bool, about: str) -> Output:
    """Settle the format, and refuse what cannot be.

    Args:
        offered: The first is the usual one.
        asked: As the user typed it.
        is_chosen: Whether the user chose the format.
        about: As in `offers`.

    Raises:
        typer.BadParameter: if the file would be called something else than it is, a screen would
            get bytes, or letters without a size would have to be large.
        Faulty: if something stands in the way of the file.
    """
    is_bytes = offered[0] in BYTES
    named = promised(asked.target, offered, "--uitvoer", must_promise=is_bytes, about=about)
    if named and is_chosen and named is not asked.format:
        ending = endings(asked.format)[0]
        problem = words()("usage.other_ending", file=asked.target, ending=ending)
        raise typer.BadParameter(problem, param_hint="--formaat")
    out = replace(asked, format=named or asked.format)
    if out.large and not out.is_paper:
        raise typer.BadParameter(words()("usage.large_is_paper"), param_hint="--groot")
    if not out.is_printed:
        free_path(str(out.target), overwrite=out.overwrite)  # before any work, not after it
    elif out.format in BYTES and sys.stdout.isatty():
        problem = words()("usage.needs_file", layout=out.format)
        raise typer.BadParameter(problem, param_hint="--formaat")
    return out


def _options(formats: Sequence[Format], target: str | None, about: str) -> Iterator[Parameter]:
    """The options with which a user chooses format, place and language."""

    def chosen(name: str, kind: Any, option: Any, default: object) -> Parameter:
        annotation = Annotated[kind, option]
        return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)

    if len(formats) > 1:
        offered: Any = Literal.__getitem__(tuple(formats))
        option = options.option("--formaat", "-f", key=f"{about}layout")
        yield chosen("layout", offered | None, option, None)
    yield chosen("language", options.Language, options.language_option(), options.Language.NL)
    place = options.option("--uitvoer", "-o", key=f"{about}output", metavar=words()("metavar.file"))
    yield chosen("output", str | None, place, target)
    yield chosen("overwrite", bool, options.overwrite_option(), default=False)
    if set(PAPER) & set(formats):
        large = options.option("--groot", key=f"{about}large")
        yield chosen("large", bool, large, default=False)
