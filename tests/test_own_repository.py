"""A repository of its own: the program comes as a package, and in the folder are only houses."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
from building import ROOT, files_below, replace_in
from click.testing import CliRunner
from installed import PROGRAM, Installed, installed_anew
from past import Past

from site_generator import __version__, project
from site_generator.commands.cli import main
from site_generator.project import DEFAULT_THEME, Project
from site_generator.read.changelog import for_editors, number, pinned
from site_generator.read.layers import file_of, files_of
from site_generator.records.shared_content import read_shared_content

pytest_plugins = "own_repositories"

DAY = "2026-11-22"
UNFILLED = re.compile(r"(?<!\$)\{(?:slug|program|version|municipality|serve)\}")
# All that is left to do in a new house.
TO_DO = "familier har intet at trykke på"


def test_the_wheel_holds_what_a_site_is_made_of(wheel: Path) -> None:
    """Everything of themes/ and content/ but what is for those who write."""
    said = subprocess.run(
        ["git", "ls-files", "-z", "themes", "content"], cwd=ROOT, capture_output=True, check=True
    )
    names = said.stdout.decode().strip("\0").split("\0")
    wanted = {name for name in names if not re.match(r"content/(handbook|schema)/", name)}
    with ZipFile(wheel) as packed:
        inside = {name for name in packed.namelist() if "/shipped/" in name}
        outside = {name.split("/")[0] for name in packed.namelist()}
    assert inside == {f"site_generator/shipped/{name}" for name in (*wanted, "CHANGELOG.md")}
    assert {name.partition("-")[0] for name in outside} == {"site_generator", "familiehus"}


def test_in_an_empty_folder_everything_works(program: Installed, own: Path) -> None:
    shipped = Path(program.env["PYTHONPATH"])
    before = looks(shipped)
    assert TO_DO in program.run("check", "--date", DAY, folder=own)
    program.run("build", "--date", DAY, folder=own)
    assert (own / "site/vejle/index.html").is_file()
    assert (own / "site/vejle/viden/index.html").is_file(), "shared articles are there"
    assert "Alt er i orden" in program.run("verify", folder=own)
    replace_in(own / "municipalities/vejle/site.yml", "Et sted for dig", "Et hus for dig")
    assert "Et hus for dig" in program.run("changes", "HEAD", "--date", DAY, folder=own)
    assert looks(shipped) == before, "nothing is written where the program is installed"


def looks(folder: Path) -> dict[str, str]:
    return {name: sha256(data).hexdigest() for name, data in files_below(folder).items()}


def test_it_is_the_same_site_as_from_a_checkout(
    program: Installed, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project, "SHIPPED", ROOT)
    program.run("build", "--date", DAY, folder=own)
    from_wheel = files_below(own / "site" / "vejle")
    arguments = ["build", "--date", DAY, "--root", str(own), "--site", str(own / "other")]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    assert files_below(own / "other" / "vejle") == from_wheel


def test_own_content_goes_before_and_a_build_sees_that_it_changed(
    program: Installed, own: Path
) -> None:
    program.run("build", "--date", DAY, folder=own)
    page = own / "site/vejle/viden/hvad-er-et-familiehus/index.html"
    assert page.is_file()
    article = own / "content/articles/hvad-er-et-familiehus.md"
    article.parent.mkdir()
    article.write_text("---\ntitle: Vores egen\nsummary: Kort.\n---\nHer hos os.\n", "utf-8")
    program.run("build", "--date", DAY, folder=own)
    assert "Her hos os." in page.read_text("utf-8")
    article.unlink()
    program.run("build", "--date", DAY, folder=own)
    assert "Her hos os." not in page.read_text("utf-8")


def test_an_own_theme_is_whole_and_goes_by_its_name(program: Installed, own: Path) -> None:
    shutil.copytree(ROOT / "themes" / DEFAULT_THEME, own / "themes" / "vores")
    replace_in(own / "themes/vores/pages/front.html", "<h1>", '<h1 data-theme="vores">')
    site = own / "municipalities/vejle/site.yml"
    site.write_text(f"{site.read_text('utf-8')}\ntheme: vores\n", "utf-8")
    program.run("build", "--date", DAY, folder=own)
    assert 'data-theme="vores"' in (own / "site/vejle/index.html").read_text("utf-8")
    replace_in(site, "theme: vores", "theme: voresx")
    assert "Mente du «vores»?" in program.run("check", "--date", DAY, folder=own, fails=True)


def test_an_own_article_is_never_shown_beside_a_translation_of_another(tmp_path: Path) -> None:
    shipped = ROOT / "content"
    name = next(file.name for file in (shipped / "articles").glob("*.en.md")).partition(".")[0]
    own = tmp_path / "content"
    (own / "articles").mkdir(parents=True)
    (own / "articles" / f"{name}.md").write_text(
        "---\ntitle: Vores\nsummary: Kort.\n---\nHej.\n", "utf-8"
    )
    shared, problems = read_shared_content(own, shipped)
    assert problems == []
    (page,) = [page for page in shared.articles if page.slug == name]
    assert page.body.strip() == "Hej."
    assert page.translations == {}
    before, _ = read_shared_content(shipped)
    assert {page.slug for page in shared.articles} == {page.slug for page in before.articles}
    assert shared.help_lines == before.help_lines


def test_own_help_lines_must_hold_what_is_shown_in_danger(tmp_path: Path) -> None:
    """Told in the file that one has, and not in one that came with the program."""
    shipped, own = ROOT / "content", tmp_path / "content"
    own.mkdir()
    text = (shipped / "help_lines.yml").read_text("utf-8")
    (own / "help_lines.yml").write_text(text.replace("Alarmcentralen", "112"), "utf-8")
    (problem,) = read_shared_content(own, shipped)[1]
    assert (problem.path, problem.line) == ("content/help_lines.yml", 1)
    assert "«Alarmcentralen» mangler" in problem.message
    (own / "help_lines.yml").write_text(text, "utf-8")
    assert read_shared_content(own, shipped)[1] == []


def test_a_file_is_taken_from_the_uppermost_folder(tmp_path: Path) -> None:
    upper, lower = tmp_path / "upper", tmp_path / "lower"
    for folder, names in ((upper, ("a.yml",)), (lower, ("a.yml", "b.yml"))):
        (folder / "catalogue").mkdir(parents=True)
        for name in names:
            (folder / "catalogue" / name).touch()
            (folder / name).touch()
    layers = (upper, lower)
    assert file_of(layers, "a.yml") == upper / "a.yml"
    assert file_of(layers, "b.yml") == lower / "b.yml"
    assert file_of(layers, "c.yml") == upper / "c.yml"
    found = files_of(layers, "catalogue", "*.yml")
    assert found == [upper / "catalogue/a.yml", lower / "catalogue/b.yml"]


def test_a_checkout_has_one_layer() -> None:
    checkout = Project(ROOT, ROOT)
    assert checkout.content == (ROOT / "content",)
    assert checkout.theme(DEFAULT_THEME) == ROOT / "themes" / DEFAULT_THEME


def test_the_repository_holds_no_program_and_pins_it_in_one_line(own: Path) -> None:
    assert sorted(entry.name for entry in own.iterdir() if entry.name != ".git") == [
        *(".gitattributes", ".github", ".gitignore", ".vscode", "README.md", "content"),
        *("municipalities", "requirements.txt"),
    ]
    (line,) = (own / "requirements.txt").read_text("utf-8").splitlines()
    assert pinned(line) == __version__
    for name, data in files_below(own).items():
        if not name.startswith((".git/", "content/schema/")):
            unfilled = re.findall(
                r"(?<!\$)\{(?:slug|program|version|municipality|serve)\}", data.decode()
            )
            assert unfilled == [], name


def test_an_editor_knows_the_format_there_as_here(own: Path) -> None:
    assert files_below(own / ".vscode") == files_below(ROOT / ".vscode")
    here = {name for name in files_below(ROOT / "content" / "schema") if name.endswith(".json")}
    assert here <= set(files_below(own / "content" / "schema"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["vejle", "--repository", "ny"], "--program EJER/NAVN"),
        (["vejle", "--repository", "ny", "--program", "x y/z"], "ikke et sted på GitHub"),
        (["vejle", "--repository", "ny", "--program", "a/b@v1 #"], "ikke et sted på GitHub"),
        (["Vejle!", "--repository", "ny", "--program", PROGRAM], "bindestreg"),
        (["vejle", "--repository", "fuld", "--program", PROGRAM], "ikke tom"),
        (["vejle"], "Her er ingen mappe «municipalities»"),
    ],
)
def test_what_cannot_be_made_is_told(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fuld").mkdir()
    (tmp_path / "fuld" / "fil.txt").write_text("min", "utf-8")
    done = CliRunner().invoke(main, ["new", *arguments])
    assert done.exit_code != 0
    assert said in " ".join(done.output.split())
    assert not (tmp_path / "ny").exists()
    assert (tmp_path / "fuld" / "fil.txt").read_text("utf-8") == "min"


CHANGELOG = """\
# Changelog

## [Unreleased]

### Til redaktører

- Ikke ude endnu.

## [0.3.0]

### For developers

- Only inside.

## [0.2.0] - 2026-12-01

### Til redaktører

- Skriv det i to.

### For visitors

- Seen.

## [0.1.0]

### Til redaktører

- Den første.
"""


@pytest.mark.parametrize(
    ("before", "now", "wanted"),
    [
        ("0.1.0", "0.3.0", [("0.2.0", "- Skriv det i to.")]),
        ("0.2.0", "0.3.0", []),
        ("0.0.9", "0.2.0", [("0.2.0", "- Skriv det i to."), ("0.1.0", "- Den første.")]),
        ("0.1", "0.10.0", [("0.2.0", "- Skriv det i to."), ("0.1.0", "- Den første.")]),
    ],
)
def test_what_is_new_for_editors_between_two_versions(
    before: str, now: str, wanted: list[tuple[str, str]]
) -> None:
    first, last = number(before), number(now)
    assert first and last
    assert list(for_editors(CHANGELOG, first, last)) == wanted


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("familiehus==0.2.0", "0.2.0"),
        ("familiehus @ git+https://github.com/a/b@v0.2.0", "0.2.0"),
        ("familiehus @ git+https://github.com/a/b@v0.2.0  # ny", "0.2.0"),
        ("click==8.0\nfamiliehus == 1.10.2\n", "1.10.2"),
        ("familiehus @ git+https://github.com/a/b@main", ""),
        ("# familiehus==0.2.0", ""),
    ],
)
def test_the_pinned_version(line: str, version: str) -> None:
    assert pinned(line) == version


def test_a_pull_request_that_raises_the_version_says_what_is_new(
    own: Path, program: Installed
) -> None:
    """As a workflow of its own asks: what stands in requirements.txt, beside what stood there."""
    assert program.run("news", "HEAD", folder=own) == ""
    pin = own / "requirements.txt"
    replace_in(pin, f"@v{__version__}", "@v0.0.1")
    Past(own).commit(date(2026, 10, 2))
    replace_in(pin, "@v0.0.1", f"@v{__version__}")
    said = program.run("news", "HEAD", folder=own)
    assert said.startswith(f"## Nyt for redaktører i {__version__}")
    assert "Skriv jeres hus ind i otte korte filer" in said
    replace_in(pin, f"@v{__version__}", "@v0.0.0")
    assert "går tilbage" in program.run("news", "HEAD", folder=own)
    assert "Git kender ingen udgave" in program.run("news", "findes-ikke", folder=own, fails=True)


def test_an_upgrade_lets_calendars_know(own: Path) -> None:
    """A standard offer that comes with the program may say something else from then on."""
    from site_generator.read.history import read_history

    past = Past(own)
    replace_in(own / "requirements.txt", f"@v{__version__}", "@v9.9.9")
    past.commit(date(2026, 11, 1))
    shared = read_history(own, None).of("vejle").shared
    assert [(file.name, file.changed > 1_793_000_000) for file in shared] == [
        ("requirements.txt", True)
    ]


@pytest.fixture
def port() -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    yield number


@pytest.mark.slow
def test_in_a_new_environment(wheel: Path, tmp_path: Path, port: int) -> None:
    """All that a municipality does, with nothing but what the wheel brings along."""
    program = installed_anew(wheel, tmp_path / "venv")
    own = tmp_path / "own"
    arguments = ("new", "vejle", "--repository", str(own), "--program", PROGRAM)
    program.run(*arguments, folder=tmp_path)
    Past(own).commit(date(2026, 10, 1))
    assert TO_DO in program.run("check", folder=own)
    program.run("build", folder=own)
    program.run("verify", folder=own)
    program.run("changes", "HEAD", folder=own)
    command = [program.python, "-m", "site_generator", "serve", "vejle", "--port", str(port)]
    with subprocess.Popen(command, cwd=own, env=program.env) as serving:
        try:
            assert b"Familiens Hus" in fetched(f"http://127.0.0.1:{port}/vejle/")
        finally:
            serving.terminate()


def fetched(address: str) -> bytes:
    """The page, as soon as somebody answers."""
    for _ in range(300):
        try:
            with urlopen(address, timeout=5) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"nobody answers at {address}")
