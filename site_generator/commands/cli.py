"""The command `familiehus`: arguments in, problems and exit codes out."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

import click

from site_generator import __version__
from site_generator.build import DEFAULT_THEME, Order, build, check
from site_generator.commands.danish_click import DanishGroup
from site_generator.commands.gallery import build_gallery
from site_generator.commands.json_schema import editor_schemas
from site_generator.commands.scaffold import SlugTakenError, new_municipality
from site_generator.html.mkdocs_adapter import serve as serve_site
from site_generator.problems import FORMATS, Problem, closing_line, has_errors, in_reading_order
from site_generator.progress import Silent, Terminal
from site_generator.project import Project
from site_generator.records.shared_content import read_shared_content
from site_generator.rules.reading_ease import shared_texts
from site_generator.schema.values import parse_slug
from site_generator.verify.site import verify
from site_generator.write.write import NotOurFolderError

_DANISH_TIME = ZoneInfo("Europe/Copenhagen")


class _Date(click.ParamType[date]):
    name = "ÅÅÅÅ-MM-DD"

    def convert(self, value: object, param: object, ctx: object) -> date:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"«{value}» er ikke en dato. Skriv fx 2026-12-24.")


def _project(ctx: click.Context, _: click.Parameter, root: Path) -> Project:
    project = Project(root)
    if not project.municipalities.is_dir():
        raise click.UsageError(
            f"Her er ingen mappe «municipalities»: {root.resolve()}. "
            "Gå til projektets mappe, eller brug --root."
        )
    return project


_root = click.option(
    "--root",
    "project",
    default=".",
    type=click.Path(path_type=Path, file_okay=False),
    callback=_project,
    help="Projektets mappe. Ellers den, du står i.",
)
_date = click.option(
    "--date",
    "today",
    type=_Date(),
    default=lambda: datetime.now(_DANISH_TIME).date(),
    show_default="i dag",
    help="Byg, som om det var denne dag.",
)
_base_url = click.option(
    "--base-url",
    default="",
    metavar="ADRESSE",
    help="Sidernes adresse, fx https://familiehuse.dk/. Kan udelades.",
)
_site = click.option(
    "--site",
    default="site",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappen, som siderne skrives i.",
)
_slugs = click.argument("slugs", nargs=-1, metavar="[KOMMUNE]...")


@click.group(cls=DanishGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="familiehus %(version)s", help="Vis versionen.")
def main() -> None:
    """Byg, se og kontrollér familiehusenes hjemmesider.

    Kommunernes oplysninger står i municipalities/. En kommune kaldes ved sin mappes navn.
    """


@main.command("build")
@_slugs
@_site
@_date
@_base_url
@click.option(
    "--print-shop",
    is_flag=True,
    help="Lav også flyers til et trykkeri: 3 mm til at skære af og skæremærker.",
)
@_root
def build_command(
    slugs: tuple[str, ...],
    site: Path,
    today: date,
    base_url: str,
    print_shop: bool,
    project: Project,
) -> None:
    """Byg siderne. Uden KOMMUNE bliver alle bygget.

    Er der fejl, bliver intet skrevet, og de gamle sider bliver stående.
    """
    start = perf_counter()
    try:
        problems = build(Order(project, site, slugs, today, base_url, print_shop), Terminal())
    except NotOurFolderError as folder:
        raise _not_our_folder(folder, "--site") from None
    _tell(problems)
    if has_errors(problems):
        click.echo("Ingen sider er skrevet. De gamle står, som de stod.", err=True)
        sys.exit(1)
    click.echo(f"Siderne ligger i {site}/ ({perf_counter() - start:.1f} sekunder).", err=True)


@main.command("check")
@_slugs
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="text er til mennesker, github til pull requests, json til programmer.",
)
@click.option(
    "--lix", "with_lix", is_flag=True, help="Vis lixtallet for hver af de fælles tekster."
)
@_date
@_root
def check_command(
    slugs: tuple[str, ...], form: str, with_lix: bool, today: date, project: Project
) -> None:
    """Find fejl i filerne. Uden KOMMUNE bliver alle set efter."""
    if with_lix:
        _tell_lix(project)
    problems = check(Order(project, Path(), slugs, today, ""))
    _tell(problems, form)
    sys.exit(has_errors(problems))


@main.command("serve")
@click.argument("slug", metavar="KOMMUNE")
@click.option("--port", default=8000, show_default=True, help="Porten på din egen maskine.")
@click.option(
    "--site",
    default=".cache/serve",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappen, som siderne skrives i.",
)
@_date
@_root
def serve_command(slug: str, port: int, site: Path, today: date, project: Project) -> None:
    """Se en kommunes sider i browseren, mens du retter i filerne."""
    order = Order(project, site, (slug,), today, "")

    def rebuild() -> None:
        problems = build(order, Silent())
        _tell(problems)

    rebuild()
    if not (site / slug).is_dir():
        click.echo("Ret fejlene, og prøv igen.", err=True)
        sys.exit(1)
    click.echo(f"Se siden på http://127.0.0.1:{port}/{slug}/ (stop med Ctrl+C).", err=True)
    watched = (project.municipalities / slug, project.content, project.themes)
    serve_site(site, rebuild, watched, slug, port)


@main.command("new")
@click.argument("slug", metavar="KOMMUNE")
@click.option("--name", default=None, help="Kommunens navn, fx «Vejle Kommune».")
@_root
def new_command(slug: str, name: str | None, project: Project) -> None:
    """Lav en ny kommune med filer, der er klar til at udfylde.

    KOMMUNE er mappens navn og bliver en del af adressen: små bogstaver a-z, tal og bindestreg.
    """
    try:
        parse_slug(slug)
        folder = new_municipality(project.municipalities, slug, name)
    except SlugTakenError:
        raise click.ClickException(f"Der er allerede en mappe, der hedder «{slug}».") from None
    except Exception as fault:
        raise click.ClickException(_fault_text(fault)) from None
    click.echo(f"Filerne ligger i {folder}/. Begynd med {folder}/site.yml.")
    click.echo(f"Se siden med: familiehus serve {slug}")


@main.command("verify")
@click.argument(
    "site", default="site", type=click.Path(path_type=Path, exists=True, file_okay=False)
)
def verify_command(site: Path) -> None:
    """Læs de byggede sider igen, og find døde links og andre fejl."""
    problems = verify(site)
    _tell(problems)
    sys.exit(has_errors(problems))


@main.command("schema")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Skriv en fil for hver af filerne i denne mappe. Ellers skrives alt på skærmen.",
)
def schema_command(folder: Path | None) -> None:
    """Filernes opbygning som JSON Schema, til editorer, der kan foreslå og forklare."""
    schemas = editor_schemas()
    if folder is None:
        click.echo(json.dumps(schemas, ensure_ascii=False, indent=2))
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas.items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.schema.json").write_text(text, "utf-8")


@main.command("gallery")
@click.option(
    "--to",
    "folder",
    default="build/gallery",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappen, som galleriet skrives i.",
)
@_root
def gallery_command(folder: Path, project: Project) -> None:
    """Vis alle temaets komponenter med deres eksempler, på hvert sprog.

    Til dem, der laver om på temaet.
    """
    try:
        build_gallery(project.themes / DEFAULT_THEME, folder)
    except NotOurFolderError as refused:
        raise _not_our_folder(refused, "--to") from None
    click.echo(f"Galleriet ligger i {folder}/.", err=True)


def _not_our_folder(folder: NotOurFolderError, option: str) -> click.ClickException:
    return click.ClickException(
        f"«{folder}» indeholder noget, som familiehus ikke har lavet. "
        f"Vælg en tom mappe med {option}, eller slet den selv."
    )


def _tell(problems: Sequence[Problem], form: str = "text") -> None:
    ordered = in_reading_order(problems)
    click.echo(FORMATS[form](ordered), nl=False)
    click.echo(closing_line(ordered), err=True)


def _tell_lix(project: Project) -> None:
    """On standard error: what is checked by programs stays what it was."""
    shared, _ = read_shared_content(project.content)
    for text in shared_texts(shared):
        click.echo(f"{text.lix:>3}  {text.path}", err=True)


def _fault_text(fault: Exception) -> str:
    context = getattr(fault, "context", None) or {}
    return f"{context.get('message', fault)} {context.get('remedy', '')}".strip()
