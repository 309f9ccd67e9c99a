"""What several commands are asked: where the project is, which day, which houses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import click

from site_generator.addresses import fault_of_base_address
from site_generator.making.processes import cores
from site_generator.problems import did_you_mean
from site_generator.project import Project
from site_generator.write.standing import NotOurFolderError

_Command = TypeVar("_Command", bound=Callable[..., Any])

_DANISH_TIME = ZoneInfo("Europe/Copenhagen")


class Date(click.ParamType[date]):
    name = "ÅÅÅÅ-MM-DD"

    def convert(self, value: object, param: object, ctx: object) -> date:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"«{value}» er ikke en dato. Skriv fx 2026-12-24.")


class Shard(click.ParamType[tuple[int, int]]):
    name = "DEL/ANTAL"

    def convert(self, value: object, param: object, ctx: object) -> tuple[int, int]:
        index, _, count = str(value).partition("/")
        if not (index.isdecimal() and count.isdecimal() and 1 <= int(index) <= int(count)):
            self.fail(f"«{value}» er ikke en del. Skriv fx 2/3 for den anden af tre.")
        return int(index), int(count)


def project_in(root: Path) -> Project:
    """The project in a folder. Raises UsageError where there is none."""
    project = Project(root)
    if not project.municipalities.is_dir():
        raise click.UsageError(
            f"Her er ingen mappe «municipalities»: {root.resolve()}. "
            "Gå til projektets mappe, eller brug --root."
        )
    return project


def house_of(project: Project, slug: str) -> Path:
    """The folder of a municipality. Raises UsageError where there is none."""
    if slug not in project.slugs():
        remedy = did_you_mean(slug, project.slugs())
        raise click.UsageError(f"Der er ingen kommune, der hedder «{slug}». {remedy}")
    return project.municipalities / slug


_ROOT = "Projektets mappe. Ellers den, du står i."
_FOLDER: click.Path = click.Path(path_type=Path, file_okay=False)
root = click.option(
    "--root",
    "project",
    default=".",
    type=_FOLDER,
    callback=lambda _, __, folder: project_in(folder),
    help=_ROOT,
)
root_of_project = click.option("--root", default=".", type=_FOLDER, help=_ROOT)
day = click.option(
    "--date",
    "today",
    type=Date(),
    default=lambda: datetime.now(_DANISH_TIME).date(),
    show_default="i dag",
    help="Byg, som om det var denne dag.",
)


def _folder_on_the_web(_: click.Context, __: click.Parameter, value: str) -> str:
    """Refuses an address behind which nothing can stand."""
    if wrong := fault_of_base_address(value):
        raise click.BadParameter(" ".join(wrong))
    return value


base_url = click.option(
    "--base-url",
    callback=_folder_on_the_web,
    default="",
    metavar="ADRESSE",
    help="Sidernes adresse, fx https://familiehuse.dk/. Kan udelades.",
)


def _without_last_slash(ctx: click.Context, of: click.Parameter, value: str) -> str:
    return _folder_on_the_web(ctx, of, value).rstrip("/")


repository = click.option(
    "--repository",
    callback=_without_last_slash,
    default="",
    metavar="ADRESSE",
    help="Filernes adresse på GitHub, fx https://github.com/kommunen/familiehus. Så har hver side "
    "nederst et link til den fil, den er lavet af. Kan udelades.",
)
jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="ANTAL",
    default=cores,
    show_default="alle maskinens kerner",
    help="Hvor mange kommuner der må arbejdes på samtidig.",
)
slugs = click.argument("slugs", nargs=-1, metavar="[KOMMUNE]...")


def not_our_folder(folder: NotOurFolderError, option: str) -> click.ClickException:
    return click.ClickException(
        f"«{folder}» indeholder noget, som familiehus ikke har lavet. "
        f"Vælg en tom mappe med {option}, eller slet den selv."
    )


def site(default: str) -> Callable[[_Command], _Command]:
    return click.option(
        "--site",
        default=default,
        show_default=True,
        type=click.Path(path_type=Path, file_okay=False),
        help="Mappen, som siderne skrives i.",
    )
