"""`familiehus new`: what it makes passes the check, as it is and with every example in use."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from building import PROJECT
from click.testing import CliRunner
from past import Past

from site_generator.build import check
from site_generator.commands.cli import main
from site_generator.commands.scaffold import SlugTakenError, likely_name, new_municipality
from site_generator.making.progress import Silent
from site_generator.problems import Problem
from site_generator.project import Order, Project
from site_generator.records.municipality import AUTHOR_FILES

ROOT = Path(__file__).resolve().parent.parent
STARTER = ROOT / "site_generator" / "commands" / "starter"
TODAY = date(2026, 11, 22)

# A commented line that is an example and no explanation: it begins with a name and a colon.
EXAMPLE = re.compile(r"^ *# *(?:- )?[a-z_]+:(?: |$)")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project without municipalities, with the content and themes of this one, in git."""
    (tmp_path / "municipalities").mkdir()
    for shared in ("content", "themes"):
        (tmp_path / shared).symlink_to(ROOT / shared)
    Past(tmp_path).commit(TODAY)
    return Project(tmp_path)


def problems_of(project: Project) -> list[Problem]:
    return list(check(Order(project, Path(), (), TODAY), Silent()))


# All that is left to do: a number, an address or a link that nobody but the house knows.
WITHOUT_CONTACT = "Der er hverken nummer, mail eller link, så familier har intet at trykke på."


def told_of(project: Project) -> list[str]:
    return [problem.message for problem in problems_of(project)]


def test_a_new_municipality_passes_the_check_as_it_is(project: Project) -> None:
    new_municipality(project.municipalities, "ringkoebing-skjern", None)
    assert told_of(project) == [WITHOUT_CONTACT]


def test_every_example_in_the_starter_can_be_used(project: Project) -> None:
    folder = new_municipality(project.municipalities, "ringsted", None)
    for name in AUTHOR_FILES:
        if (folder / name).exists():
            (folder / name).write_text(with_examples((folder / name).read_text("utf-8")), "utf-8")
    # Offers of every kind contradict the promise that all are open to everyone.
    replace(folder / "site.yml", "access: ask", "access: both")
    shutil.copy(PROJECT / "municipalities/eksempel/media/huset.jpg", folder / "media")
    assert problems_of(project) == []


def with_examples(text: str) -> str:
    """A file of the starter with the comment sign taken away from every example."""
    lines: list[str] = []
    in_example = False
    for line in text.splitlines():
        indented = line.strip().startswith("#  ") or line.strip() == "#"
        in_example = bool(EXAMPLE.match(line)) or (in_example and indented)
        lines.append(re.sub(r"# ?", "", line, count=1) if in_example else line)
    return "\n".join(lines) + "\n"


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_starter_names_every_offer_of_the_catalogue_and_no_other() -> None:
    named = re.findall(r"based_on: (\S+)", (STARTER / "offers.yml").read_text("utf-8"))
    assert named == sorted(file.stem for file in (ROOT / "content/catalogue").glob("*.yml"))


def test_the_starter_builds_and_calls_the_house_by_its_municipality(
    project: Project, tmp_path: Path
) -> None:
    arguments = ["--root", str(project.root)]
    CliRunner().invoke(main, ["new", "aeroe", *arguments], catch_exceptions=False)
    site = tmp_path / "site"
    result = CliRunner().invoke(main, ["build", "--site", str(site), *arguments])
    assert result.exit_code == 0
    assert "Ærø Kommune" in (site / "aeroe" / "index.html").read_text("utf-8")


def test_the_command_says_where_to_begin(project: Project) -> None:
    result = CliRunner().invoke(main, ["new", "varde", "--root", str(project.root)])
    assert "Begynd med" in result.output
    assert "familiehus serve varde" in result.output
    assert "make serve SLUG=varde" in (project.municipalities / "varde/site.yml").read_text("utf-8")


def test_a_municipality_that_is_there_is_left_alone(project: Project) -> None:
    folder = new_municipality(project.municipalities, "varde", None)
    (folder / "site.yml").write_text("vores egen", "utf-8")
    with pytest.raises(SlugTakenError):
        new_municipality(project.municipalities, "varde", None)
    assert (folder / "site.yml").read_text("utf-8") == "vores egen"


def test_a_name_with_danish_letters_is_answered_with_one_that_can_be_used(project: Project) -> None:
    result = CliRunner().invoke(main, ["new", "Ærø Kommune", "--root", str(project.root)])
    assert result.exit_code == 1
    assert "aeroe-kommune" in result.output
    assert not list(project.municipalities.iterdir())


@pytest.mark.parametrize("name", ['Tom "Kommune"', "Tom: Kommune # nr. 1", "- Tom\\\nKommune", '"'])
def test_no_name_breaks_the_files(project: Project, name: str) -> None:
    new_municipality(project.municipalities, "tom", name)
    assert told_of(project) == [WITHOUT_CONTACT]


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("vejle", "Vejle Kommune"),
        ("ringkoebing-skjern", "Ringkøbing-Skjern Kommune"),
        ("hoeje-taastrup", "Høje-Taastrup Kommune"),
        ("lyngby-taarbaek", "Lyngby-Taarbæk Kommune"),
        ("aalborg", "Aalborg Kommune"),
        ("aeroe", "Ærø Kommune"),
        ("koebenhavn", "Københavns Kommune"),
        ("taarnby", "Tårnby Kommune"),
        ("bornholm", "Bornholms Regionskommune"),
    ],
)
def test_the_name_is_guessed_from_the_folder(slug: str, name: str) -> None:
    assert likely_name(slug) == name
