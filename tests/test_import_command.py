"""`familiehus import-events`, `import-offers` and `template`, as one types them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from building import PROJECT, ROOT
from click.testing import CliRunner, Result
from past import Past

from site_generator.commands.cli import main
from site_generator.project import Project

SHEET = "Navn;Dato;Tid;Sted;Tilmelding på telefon;Sidste tilmelding\n"
FINE = f"{SHEET}Kor;7/1-27;10-11;Hus;00 00 00 01;5/1-27\n"
LATE = f"{SHEET}Kor;7/1-27;10-11;Hus;00 00 00 01;9/1-27\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    house = tmp_path / "municipalities/eksempel"
    shutil.copytree(PROJECT / "municipalities/eksempel", house)
    for shared in ("content", "themes"):
        (tmp_path / shared).symlink_to(ROOT / shared)
    Past(tmp_path).commit()
    return Project(tmp_path)


def familiehus(project: Project, *arguments: str) -> Result:
    command = [*arguments, "--to", "eksempel", "--date", "2026-11-30", "--root", str(project.root)]
    return CliRunner().invoke(main, command)


def files(project: Project) -> dict[str, bytes]:
    found = (project.municipalities / "eksempel").rglob("*")
    return {str(file): file.read_bytes() for file in found if file.is_file()}


def source(project: Project, text: str) -> str:
    file = project.root / "plan.csv"
    file.write_text(text, "utf-8")
    return str(file)


def test_what_would_change_for_families_is_told_before_it_is_written(project: Project) -> None:
    before = files(project)
    told = familiehus(project, "import-events", source(project, FINE), "--dry-run")
    assert told.exit_code == 0, told.output
    assert "Det ville blive til: 1 ny aktivitet i events.yml." in told.output
    assert "Ny aktivitet: «Kor», torsdag 7. januar kl. 10–11." in told.output
    assert files(project) == before
    done = familiehus(project, "import-events", source(project, FINE))
    assert done.output == told.output.replace("Det ville blive til", "Hentet ind")
    after = files(project)
    changed = {Path(name).name for name in after if after[name] != before.get(name)}
    assert changed == {"events.yml", ".imported.json"}
    again = familiehus(project, "import-events", source(project, FINE))
    assert (again.exit_code, again.output) == (0, "Der er ikke noget nyt.\n")
    assert files(project) == after


def test_what_would_not_pass_the_check_is_not_written(project: Project) -> None:
    before = files(project)
    told = familiehus(project, "import-events", source(project, LATE))
    assert told.exit_code == 1
    assert told.output.startswith("Der er ikke hentet noget ind.")
    assert "events.yml er ikke ændret" in told.output
    assert "Tilmeldingen lukker den 9. januar 2027, men sidste gang er den 7." in told.output
    assert files(project) == before


def test_a_house_with_faults_is_left_alone(project: Project) -> None:
    events = project.municipalities / "eksempel/events.yml"
    events.write_text(events.read_text("utf-8").replace("time: 9.30-13.00", "time: 9.3o"), "utf-8")
    before = files(project)
    told = familiehus(project, "import-events", source(project, FINE))
    assert told.exit_code == 1
    assert "Husets filer har fejl" in told.output
    assert "familiehus check eksempel" in told.output
    assert files(project) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import-events", "er-her-ikke.ics"], "Der er ingen fil, der hedder «er-her-ikke.ics»."),
        (["import-events", "http://eksempel.dk/a.ics"], "begynder ikke med https://"),
        (["import-events"], "Der står ingen adresse i events.yml."),
        (["import-events", "/dev/zero"], "over 10 MB"),
    ],
)
def test_what_cannot_be_read_is_told(arguments: list[str], said: str, project: Project) -> None:
    before = files(project)
    told = familiehus(project, *arguments)
    assert told.exit_code == 1
    assert said in told.output
    assert files(project) == before


def test_a_house_that_is_not_there_is_told(project: Project) -> None:
    command = ["import-events", "a.ics", "--to", "eksempl", "--root", str(project.root)]
    told = CliRunner().invoke(main, command)
    assert told.exit_code == 2
    assert "Mente du «eksempel»?" in told.output


def test_the_sheet_that_is_made_can_be_brought_in_as_it_is(project: Project) -> None:
    """Its example is nobody's activity."""
    sheet = str(project.root / "ark.xlsx")
    made = familiehus(project, "template", sheet)
    assert made.exit_code == 0, made.output
    told = familiehus(project, "import-events", sheet)
    assert (told.exit_code, told.output) == (0, "Der er ikke noget nyt.\n")
    again = familiehus(project, "template", sheet)
    assert again.exit_code == 1
    assert "Der er allerede en fil" in again.output


def test_places_and_offers_of_the_house_can_be_chosen_in_the_sheet(project: Project) -> None:
    import openpyxl

    file = project.root / "ark.xlsx"
    familiehus(project, "template", str(file))
    book = openpyxl.load_workbook(file)
    lists = book["Lister"]
    chosen = {cell.value for column in lists.columns for cell in column}
    assert {"Familiehuset Solsikken", "Tryghedscirklen", "hver uge"} <= chosen
    assert len(book["Aktiviteter"].data_validations.dataValidation) == 4


OFFERS = "Navn;Emner;Kort sagt;Adgang;Pris\nBabyrytmik;;;;50\nMarte Meo;;;;\n"


def test_what_offers_would_change_is_told_before_it_is_written(project: Project) -> None:
    before = files(project)
    told = familiehus(project, "import-offers", source(project, OFFERS), "--dry-run")
    assert told.exit_code == 0, told.output
    first = "Det ville blive til: 1 nyt tilbud og 1 ændret tilbud i offers.yml."
    assert told.output.startswith(first)
    assert "«Babyrytmik», pris: nu 50 kr, før 40 kr. pr. gang." in told.output
    assert "«Marte Meo»" in told.output
    assert files(project) == before
    done = familiehus(project, "import-offers", source(project, OFFERS))
    assert done.output == told.output.replace("Det ville blive til", "Hentet ind")
    after = files(project)
    changed = {Path(name).name for name in after if after[name] != before.get(name)}
    assert changed == {"offers.yml", ".imported.json"}
    again = familiehus(project, "import-offers", source(project, OFFERS))
    assert (again.exit_code, again.output) == (0, "Der er ikke noget nyt.\n")
    assert files(project) == after


def test_offers_that_would_not_pass_the_check_are_not_written(project: Project) -> None:
    before = files(project)
    wrong = "Navn;Emner;Barnets alder fra;Barnets alder til\nMarte Meo;;3 år;1 år\n"
    told = familiehus(project, "import-offers", source(project, wrong))
    assert told.exit_code == 1
    assert told.output.startswith("Der er ikke hentet noget ind.")
    assert "offers.yml er ikke ændret" in told.output
    assert files(project) == before


def test_a_house_without_offers_gets_a_file_of_them(project: Project) -> None:
    house = project.municipalities / "eksempel"
    for name in ("offers.yml", "events.yml", "flyers.yml", "podcasts.yml"):
        (house / name).unlink()
    shutil.rmtree(project.root / ".git")  # or they are missed
    told = familiehus(project, "import-offers", source(project, OFFERS))
    assert "1 nyt tilbud i offers.yml." in told.output
    written = (house / "offers.yml").read_text("utf-8")
    assert written.startswith("# yaml-language-server: $schema=")
    assert "Ret gerne her" in written
    assert written.endswith("offers:\n  - id: marte-meo\n    based_on: marte-meo\n")


@pytest.mark.parametrize(
    ("command", "text", "said"),
    [
        ("import-events", OFFERS, "familiehus import-offers"),
        ("import-offers", FINE, "familiehus import-events"),
        ("import-offers", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "familiehus import-events"),
        ("import-offers", "a;b\n1;2\n", "familiehus template --offers"),
    ],
)
def test_who_takes_the_wrong_command_is_told_the_right_one(
    command: str, text: str, said: str, project: Project
) -> None:
    told = familiehus(project, command, source(project, text))
    assert told.exit_code == 1
    assert said in told.output


def test_the_sheet_of_offers_can_be_brought_in_as_it_is(project: Project) -> None:
    """Its example is nobody's offer, and its guide is no sheet of offers."""
    import openpyxl

    sheet = str(project.root / "ark.xlsx")
    made = familiehus(project, "template", sheet, "--offers")
    assert f"familiehus import-offers {sheet}" in made.output
    lists = openpyxl.load_workbook(sheet)["Lister"]
    chosen = {cell.value for column in lists.columns for cell in column}
    assert {"Familiehuset Solsikken", "Marte Meo", "Du kan bare komme", "Søvn"} <= chosen
    told = familiehus(project, "import-offers", sheet)
    assert (told.exit_code, told.output) == (0, "Der er ikke noget nyt.\n")


@pytest.mark.parametrize("command", ["import-events", "import-offers", "template"])
def test_the_help_is_danish(command: str) -> None:
    told = CliRunner().invoke(main, [command, "--help"]).output
    assert told.startswith("Sådan bruges den: ")
    assert "Usage" not in told
