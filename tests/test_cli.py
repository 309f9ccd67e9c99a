"""The commands: what they print, where, and with which exit code; nobody meets a traceback."""

from __future__ import annotations

import contextlib
import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from building import PROJECT, ROOT, copied_project, files_below, replace_in
from click import Command, Context
from click.testing import CliRunner, Result

from site_generator.commands.cli import main

COMMANDS = ("build", "changes", "check", "gallery", "join", "new", "schema", "serve", "verify")
DATE = ("--date", "2026-11-22")

Run = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two real municipalities, to be changed."""
    return copied_project(tmp_path / "project", "skive", "vejle")


@pytest.fixture
def run(project: Path, tmp_path: Path) -> Run:
    """`run("build", …)` runs a command in the project, with its site beside it."""

    def command(name: str, *arguments: str) -> Result:
        options = ["--root", str(project)]
        if name in ("build", "check"):
            options += DATE
        if name == "build":
            options = ["--site", str(tmp_path / "site"), *options]
        result = CliRunner().invoke(main, [name, *options, *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return command


def spoil(project: Path) -> None:
    """An error of the kind that happens: a word that is not one of the choices."""
    replace_in(project / "municipalities/skive/site.yml", "status: demo", "status: demmo")


# Help


def loaded(command: str) -> Command:
    found = main.get_command(Context(main), command)
    assert found
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_help_tells_of_every_argument(command: str):
    """Each option has a sentence in Danish; defaults are shown."""
    text = CliRunner().invoke(main, [command, "--help"]).stdout
    described = {
        option.name
        for option in loaded(command).params
        if getattr(option, "help", None) and option.help.split()[0] in text
    }
    options = {p.name for p in loaded(command).params if p.param_type_name == "option"}
    assert described == options
    assert loaded(command).help.split("\n")[0] in re.sub(r"\s+", " ", text)


def test_help_names_every_command():
    """`familiehus` alone says what it can do, and so does -h."""
    for arguments in ([], ["--help"], ["-h"]):
        text = CliRunner().invoke(main, arguments).output
        assert [name for name in COMMANDS if f"  {name} " not in text] == []


@pytest.mark.parametrize(
    "arguments", [["--help"], *([name, "--help"] for name in COMMANDS), ["serve"], ["bild"]]
)
def test_help_and_mistakes_are_in_danish_throughout(arguments: list[str]):
    """Communication staff should not have to read English to find a comma."""
    text = CliRunner().invoke(main, arguments).output
    english = r"Usage|Options|Commands|Show|Error|Missing|No such|Did you|DIRECTORY|TEXT|default:"
    assert re.findall(english, text) == []


def test_the_version_is_told():
    """For those who report a fault."""
    text = CliRunner().invoke(main, ["--version"]).stdout
    assert re.fullmatch(r"familiehus \d+\.\d+\.\d+\n", text)


# build


def test_build_writes_everything(run: Run, tmp_path: Path):
    """Every municipality and the page above them; what happened goes to standard error."""
    result = run("build")
    assert result.exit_code == 0
    assert {"index.html", "404.html", "skive/index.html", "vejle/index.html"} <= files_below(
        tmp_path / "site"
    ).keys()
    assert f"Siderne ligger i {tmp_path / 'site'}/" in result.stderr


def test_build_of_one_municipality_writes_that_and_the_page_above(run: Run, tmp_path: Path):
    """For a quick look at one's own work; the page above lists what stands, and no more."""
    assert run("build", "skive").exit_code == 0
    site = tmp_path / "site"
    above = {".familiehus", "404.html", "assets", "index.html"}
    assert {entry.name for entry in site.iterdir()} == above | {"skive"}
    page = (site / "index.html").read_text("utf-8")
    assert 'href="skive/"' in page
    assert 'href="vejle/"' not in page


def test_build_with_an_error_leaves_the_old_site(run: Run, project: Path, tmp_path: Path):
    """It says what is wrong and that nothing was written; every byte stands as it stood."""
    run("build")
    before = files_below(tmp_path / "site")
    spoil(project)
    for arguments in ([], ["skive"]):
        result = run("build", *arguments)
        assert result.exit_code == 1
        assert "municipalities/skive/site.yml:" in result.stdout
        assert "Mente du «demo»?" in result.stdout
        assert "Ingen sider er skrevet. De gamle står, som de stod." in result.stderr
        assert files_below(tmp_path / "site") == before


def test_build_with_an_error_and_no_old_site_writes_nothing(
    run: Run, project: Path, tmp_path: Path
):
    """Not even an empty folder."""
    spoil(project)
    assert run("build").exit_code == 1
    assert not (tmp_path / "site").exists()


def test_an_error_elsewhere_does_not_stop_one_municipality(run: Run, project: Path):
    """Vejle can publish while Skive mends a comma."""
    spoil(project)
    assert run("build", "vejle").exit_code == 0


def test_build_into_a_foreign_folder_is_refused(run: Run, tmp_path: Path):
    """With the way out in plain words, and nothing touched."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "ferie.jpg").touch()
    result = run("build")
    assert result.exit_code == 1
    assert "Vælg en tom mappe med --site" in result.stderr
    assert list(files_below(tmp_path / "site")) == ["ferie.jpg"]


@pytest.mark.parametrize("command", ["build", "check"])
def test_an_unknown_municipality_is_met_with_a_suggestion(run: Run, command: str, tmp_path: Path):
    """The nearest name, and the list of all."""
    result = run(command, "vejl")
    assert result.exit_code == 1
    assert "Mente du «vejle»? Du kan skrive: skive, vejle." in result.stdout
    assert not (tmp_path / "site").exists()


def test_the_date_is_that_of_the_order(run: Run, tmp_path: Path):
    """And not today's."""
    run("build", "skive")
    page = (tmp_path / "site/skive/index.html").read_text("utf-8")
    assert "Siden er opdateret den 22. november 2026" in page


@pytest.mark.parametrize("date", ["i morgen", "2026-02-30", "24/12/2026"])
def test_a_date_that_is_none_is_refused(run: Run, date: str):
    """With an example of one that is."""
    result = run("build", "--date", date)
    assert result.exit_code == 2 or "er ikke en dato" not in result.stderr
    result = CliRunner().invoke(main, ["check", "--date", date, "--root", str(PROJECT)])
    assert result.exit_code == 2
    assert f"«{date}» er ikke en dato. Skriv fx 2026-12-24." in result.stderr


def test_a_folder_that_is_no_project_is_told_apart(tmp_path: Path):
    """The most common mistake: standing in the wrong folder."""
    result = CliRunner().invoke(main, ["build", "--root", str(tmp_path)])
    assert result.exit_code == 2
    assert "Her er ingen mappe «municipalities»" in result.stderr
    assert "--root" in result.stderr


@pytest.mark.parametrize("shard", ["3/2", "0/2", "1", "a/b", "1/2/3", "-1/2"])
def test_a_part_that_there_cannot_be_is_refused(run: Run, shard: str):
    """With an example of one that there can be."""
    result = run("build", f"--shard={shard}")
    assert result.exit_code == 2
    assert f"«{shard}» er ikke en del. Skriv fx 2/3" in result.stderr


def test_parts_of_several_machines_are_put_together(run: Run, project: Path, tmp_path: Path):
    """As the workflow does it."""
    parts = [str(tmp_path / f"part-{n}") for n in (1, 2)]
    for n, part in enumerate(parts, 1):
        assert run("build", f"--shard={n}/2", "--site", part).exit_code == 0
    options = ["--root", str(project), "--site", str(tmp_path / "site"), *DATE]
    assert CliRunner().invoke(main, ["join", *parts, *options]).exit_code == 0
    assert (tmp_path / "site/vejle/index.html").is_file()
    result = CliRunner().invoke(main, ["join", parts[0], *options])
    assert result.exit_code == 1
    assert "er ikke i nogen af delene" in result.stdout


# check


def test_check_of_good_files_says_so(run: Run):
    """Exit code 0, so that a workflow goes on."""
    result = run("check", "vejle")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Alt er i orden.\n"


def test_check_tells_file_line_fault_and_remedy(run: Run, project: Path):
    """In one line that an editor can click on; exit code 1."""
    spoil(project)
    result = run("check")
    assert result.exit_code == 1
    line = line_of(project / "municipalities/skive/site.yml", "demmo")
    assert f"municipalities/skive/site.yml:{line}  «demmo» kan ikke vælges her." in result.stdout
    assert result.stderr == "1 fejl og 0 advarsler.\n"


def test_check_as_json_can_be_read_by_a_program(run: Run, project: Path):
    """Standard output is JSON and nothing else, with and without faults."""
    assert json.loads(run("check", "vejle", "--format", "json").stdout) == []
    spoil(project)
    [fault] = json.loads(run("check", "--format", "json").stdout)
    assert fault.keys() == {"path", "line", "message", "remedy", "field", "level"}
    assert (fault["path"], fault["level"]) == ("municipalities/skive/site.yml", "error")
    assert fault["line"] == line_of(project / "municipalities/skive/site.yml", "demmo")


def test_check_for_github_shows_beside_the_line(run: Run, project: Path):
    """As workflow commands, one for each fault."""
    spoil(project)
    [command] = run("check", "--format", "github").stdout.splitlines()
    line = line_of(project / "municipalities/skive/site.yml", "demmo")
    assert command.startswith(f"::error file=municipalities/skive/site.yml,line={line}::«demmo»")


def line_of(file: Path, word: str) -> int:
    lines = file.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if word in line)


def test_a_warning_stops_nothing(run: Run, project: Path):
    """It is told, and the exit code is 0."""
    with (project / "municipalities/vejle/site.yml").open("a", encoding="utf-8") as file:
        file.write("reviewed: 2023-01-01\n")
    result = run("check", "vejle")
    assert result.exit_code == 0
    assert "Advarsel: " in result.stdout
    assert run("build").exit_code == 0


# new


def test_new_makes_files_that_can_be_built_at_once(run: Run, project: Path, tmp_path: Path):
    """And says how to go on."""
    result = run("new", "nyby", "--name", "Nyby Kommune")
    assert result.exit_code == 0
    assert "familiehus serve nyby" in result.stdout
    assert run("check", "nyby").exit_code == 0
    assert run("build", "nyby").exit_code == 0
    assert "Nyby Kommune" in (tmp_path / "site/nyby/index.html").read_text("utf-8")


def test_new_never_writes_over_anything(run: Run, project: Path):
    """The files of a municipality that is there stay as they are."""
    before = files_below(project / "municipalities")
    result = run("new", "skive")
    assert result.exit_code == 1
    assert "Der er allerede en mappe, der hedder «skive»." in result.stderr
    assert files_below(project / "municipalities") == before


@pytest.mark.parametrize("slug", ["Ny By", "../ude", "nyby/", "æbleby", "", "-", "nyby "])
def test_new_takes_only_names_that_can_be_addresses(run: Run, project: Path, slug: str):
    """With a remedy, and no folder made anywhere."""
    result = run("new", "--", slug) if slug.startswith("-") else run("new", slug)
    assert result.exit_code in (1, 2)
    assert result.stderr
    assert {f.name for f in (project / "municipalities").iterdir()} == {"skive", "vejle"}


# verify and schema


def test_verify_reads_a_built_site(run: Run, tmp_path: Path):
    """Exit code 1 where a link is dead."""
    run("build")
    site = str(tmp_path / "site")
    assert CliRunner().invoke(main, ["verify", site]).exit_code == 0
    (tmp_path / "site/skive/om/index.html").unlink()
    result = CliRunner().invoke(main, ["verify", site])
    assert result.exit_code == 1
    assert "skive/index.html:" in result.stdout
    assert "om/» fører ingen steder hen." in result.stdout


def test_schema_explains_every_field_in_danish(tmp_path: Path):
    """One JSON Schema for each kind of file; on the screen or in a folder."""
    shown = json.loads(CliRunner().invoke(main, ["schema"]).stdout)
    files = "site location transport opening_hours offers events podcasts flyers"
    assert set(files.split()) <= shown.keys()
    assert CliRunner().invoke(main, ["schema", "--to", str(tmp_path / "s")]).exit_code == 0
    for name, schema in shown.items():
        assert json.loads((tmp_path / f"s/{name}.schema.json").read_text("utf-8")) == schema
    assert [fault for name, schema in shown.items() for fault in unexplained(name, schema)] == []


def unexplained(name: str, schema: dict[str, Any]) -> Iterator[str]:
    """The fields without a title or a description, be it of their own or of what they hold."""
    models = schema.get("$defs", {})
    for model in (schema, *models.values()):
        for field, about in model.get("properties", {}).items():
            held = models.get(about.get("$ref", "").rpartition("/")[2], {})
            if not (about.get("title") and (about.get("description") or held.get("description"))):
                yield f"{name}: {field}"


# serve


@pytest.fixture
def serving(project: Path, tmp_path: Path) -> Iterator[str]:
    """`familiehus serve skive`, running; gives the address of the house."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "site_generator", "serve", "skive", "--port", str(port)]
    options = ["--root", project, "--site", tmp_path / "served", *DATE]
    with subprocess.Popen(
        [*command, *options],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        # Whoever runs the tests in the background has it ignored, and it would be inherited.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    ) as server:
        try:
            yield f"http://127.0.0.1:{port}/skive/"
            server.send_signal(signal.SIGINT)
            _, errors = server.communicate(timeout=20)
        finally:
            server.kill()  # one that does not end must not keep the tests from ending
    assert b"Traceback" not in errors
    assert server.returncode == 0


def seen(address: str, wanted: str, seconds: float = 40) -> bool:
    """Whether a text comes to stand on a page before one loses patience."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=10) as answer:
                if wanted in answer.read().decode():
                    return True
        except URLError:
            pass
        time.sleep(0.2)
    return False


def test_serve_shows_an_edit_without_being_started_again(serving: str, project: Path):
    """Save the file, look at the browser; with a mistake the last good page stays, and says above
    itself what is wrong, where, and what to do."""
    site_file = project / "municipalities/skive/site.yml"
    assert seen(serving, "<h1>")
    headline = re.search(r"^headline: .*$", site_file.read_text("utf-8"), re.MULTILINE)[0]
    replace_in(site_file, headline, "headline: En helt ny overskrift til forældre.")
    assert seen(serving, "<h1>En helt ny overskrift til forældre.</h1>")
    replace_in(site_file, "status: demo", "status: demmo")
    replace_in(site_file, "En helt ny overskrift", "En anden overskrift")
    line = line_of(site_file, "demmo")
    assert seen(serving, f"municipalities/skive/site.yml, linje {line}")
    page = urlopen(serving, timeout=10).read().decode()
    assert "«demmo» kan ikke vælges her. Mente du «demo»?" in page
    assert "<h1>En helt ny overskrift til forældre.</h1>" in page
    assert "En anden overskrift" not in page
    replace_in(site_file, "status: demmo", "status: demo")
    assert seen(serving, "<h1>En anden overskrift til forældre.</h1>")
    assert 'role="alert"' not in urlopen(serving, timeout=10).read().decode()


def test_serve_shows_new_paper_after_the_page(serving: str, project: Path):
    """The PDF that the page leads to is set by itself, and the page then names its size."""
    assert seen(f"{serving}flyers/", ".pdf")
    page = urlopen(f"{serving}flyers/", timeout=10).read().decode()
    paper = serving + re.search(r'href="\.\./([^"]+\.pdf)"', page)[1]
    before = urlopen(paper, timeout=10).read()
    site_file = project / "municipalities/skive/site.yml"
    name = re.search(r"^name: .*$", site_file.read_text("utf-8"), re.MULTILINE)[0]
    replace_in(site_file, name, "name: Gulhuset")
    assert seen(serving, "Gulhuset")
    end = time.monotonic() + 40
    while urlopen(paper, timeout=10).read() == before and time.monotonic() < end:
        time.sleep(0.2)
    after = urlopen(paper, timeout=10).read()
    assert after != before
    assert after.startswith(b"%PDF")
    assert after.rstrip().endswith(b"%%EOF")


def test_serve_answers_only_by_the_name_of_this_machine(serving: str):
    """A foreign page whose name is made to lead here (DNS rebinding) reads nothing of the site."""
    assert seen(serving, "<h1>")
    port = urlsplit(serving).port
    own = ("localhost", "LocalHost", "127.0.0.1", f"127.0.0.1:{port}", f"localhost:{port}")
    for host in own:
        assert answered(serving, host) == 200, host
    foreign = (f"evil.example:{port}", "localhost.evil.example", "127.0.0.1.evil.example", "")
    for host in (*foreign, f"evil.example:{port}@localhost", "[::1]", "192.168.1.2", "localhost:x"):
        assert answered(serving, host) == 403, host
        assert answered(f"{serving.removesuffix('skive/')}livereload/0/1", host) == 403, host


def answered(address: str, host: str) -> int:
    """The status of an answer to one who says that he asks `host`."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", parts.path, headers={"Host": host})
    with contextlib.closing(connection):
        return connection.getresponse().status


def test_serve_of_files_with_errors_tells_them_and_ends(run: Run, project: Path, tmp_path: Path):
    """There is nothing to show yet."""
    spoil(project)
    result = run("serve", "skive", "--site", str(tmp_path / "served"), *DATE)
    assert result.exit_code == 1
    assert "«demmo» kan ikke vælges her." in result.stdout
    assert "Ret fejlene, og prøv igen." in result.stderr
