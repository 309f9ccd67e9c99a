"""What `import-events` and `import-offers` ask alike, and how both end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from site_generator.commands import options
from site_generator.commands.telling import ends_in_words
from site_generator.problems import has_errors
from site_generator.project import Project

if TYPE_CHECKING:
    from site_generator.making.importing import Import

_Command = TypeVar("_Command", bound=Callable[..., Any])

_HOUSE = click.option(
    "--to", "slug", required=True, metavar="KOMMUNE", help="Mappen i municipalities."
)
_DRY = click.option(
    "--dry-run", "dry", is_flag=True, help="Fortæl kun, hvad der ville ske. Skriv intet."
)
_FORM = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="text er til mennesker, markdown til pull requests.",
)


def asks(command: _Command) -> _Command:
    """Into which house, whether only to tell, how, which day, and where the project is."""
    return _HOUSE(_DRY(_FORM(options.day(options.root(command)))))


@contextmanager
def into(file: str) -> Iterator[None]:
    """What stops an import is said in Danish, and that the file stands as it stood."""
    from site_generator.making.imports.happening import SourceError

    try:
        with ends_in_words(f"{file} er ikke ændret."):
            yield
    except SourceError as fault:
        raise click.ClickException(" ".join(map(str, fault.args))) from None


def write_and_tell(project: Project, slug: str, done: Import, *, dry: bool, form: str) -> None:
    """An import is written, unless it is only to be told of, and told of. Ends the program."""
    from site_generator.commands.import_report import report, report_in_markdown
    from site_generator.making.importing import write_import

    if not dry:
        with into(f"{done.what}.yml"):
            write_import(project, slug, done.files)
    click.echo(report_in_markdown(done) if form == "markdown" else report(done, dry=dry), nl=False)
    sys.exit(has_errors(done.problems))
