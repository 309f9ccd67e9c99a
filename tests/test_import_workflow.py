"""A house that names its calendar gets a pull request when it differs: the scripts of the workflow,
with a repository to push to, a `gh` that writes down what it is asked, and a calendar for a net."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from building import PROJECT, ROOT
from past import Past
from test_workflows import GH, run

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Copenhagen:20990106T100000
DTEND;TZID=Europe/Copenhagen:20990106T120000
SUMMARY:Kor $(touch ramt) `touch ramt` @alle [her](https://ond.example)
LOCATION:Hus
END:VEVENT
END:VCALENDAR
"""

# The program as it is, but that what it fetches lies in a file: there is no net here.
COMMAND = """\
#!{python}
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from site_generator.making.imports import sources
sources.fetched = lambda address, rules=None: Path({calendar!r}).read_bytes()
from site_generator.commands.cli import main
main()
"""


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "gh").write_text(GH, "utf-8")
    (folder / "gh").chmod(0o755)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one house whose calendar has an address, and a place to push it to."""
    project, origin = tmp_path / "project", tmp_path / "origin"
    house = project / "municipalities/eksempel"
    shutil.copytree(PROJECT / "municipalities/eksempel", house)
    for shared in ("content", "themes"):
        (project / shared).symlink_to(ROOT / shared)
    (project / ".ci").mkdir()
    for script in ("read-calendars", "propose-imports"):
        shutil.copy(ROOT / ".ci" / script, project / ".ci")
    with (house / "events.yml").open("a") as events:
        events.write("events_from: https://kalender.example/hus.ics\n")
    command = project / ".venv/bin/familiehus"
    command.parent.mkdir(parents=True)
    calendar = str(tmp_path / "hus.ics")
    command.write_text(
        COMMAND.format(python=sys.executable, root=str(ROOT), calendar=calendar), "utf-8"
    )
    command.chmod(0o755)
    (project / ".gitignore").write_text(".venv/\n.cache/\nread/\n", "utf-8")
    Past(project).commit()
    subprocess.run(["git", "init", "-q", "--bare", origin], check=True)
    subprocess.run(["git", "remote", "add", "origin", origin], cwd=project, check=True)
    Path(calendar).write_text(CALENDAR, "utf-8")
    return project


def a_night(project: Path, bin_folder: Path) -> tuple[Any, list[list[str]]]:
    """Each of the two jobs with a checkout of its own, as on GitHub."""
    read = project.parent / "read"
    shutil.rmtree(read, ignore_errors=True)
    git = ["git", "-C", str(project)]
    done, _ = run(project / ".ci/read-calendars", str(read), folder=bin_folder, OPEN="")
    subprocess.run([*git, "checkout", "-q", "-f", "main"], check=True)
    subprocess.run([*git, "clean", "-qfd", "municipalities"], check=True)
    if done.returncode:
        return done, []
    found = run(project / ".ci/propose-imports", str(read), folder=bin_folder, OPEN="")
    subprocess.run([*git, "checkout", "-q", "-f", "main"], check=True)
    return found


@pytest.fixture(autouse=True)
def in_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)


def branch(project: Path, *arguments: str) -> str:
    command = ["git", "-C", str(project.parent / "origin"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_calendar_that_differs_becomes_one_pull_request(project: Path, bin_folder: Path) -> None:
    done, calls = a_night(project, bin_folder)
    assert done.returncode == 0, done.stderr
    assert calls[-1][:4] == ["pr", "create", "--head", "kalender/eksempel"]
    changed = branch(project, "show", "--name-only", "--format=", "kalender/eksempel").split()
    assert changed == [
        "municipalities/eksempel/.imported.json",
        "municipalities/eksempel/events.yml",
    ]
    events = branch(project, "show", "kalender/eksempel:municipalities/eksempel/events.yml")
    assert "date: 2099-01-06" in events
    assert list(project.parent.rglob("ramt")) == []
    again, calls = a_night(project, bin_folder)
    assert again.returncode == 0, again.stderr
    assert calls == []


def test_nothing_in_a_calendar_does_anything_in_the_pull_request(
    project: Path, bin_folder: Path
) -> None:
    a_night(project, bin_folder)
    report = (project.parent / "read/eksempel/report.md").read_text("utf-8")
    assert "](https" not in report
    assert " @alle" not in report
    assert "Kor" in report


def test_what_somebody_has_added_to_the_branch_is_left_to_them(
    project: Path, bin_folder: Path
) -> None:
    a_night(project, bin_folder)
    git = ["git", "-C", str(project)]
    subprocess.run([*git, "checkout", "-q", "kalender/eksempel"], check=True)
    (project / "municipalities/eksempel/note.txt").write_text("min\n", "utf-8")
    Past(project).commit()
    subprocess.run([*git, "push", "-q", "origin", "kalender/eksempel"], check=True)
    subprocess.run([*git, "checkout", "-q", "-f", "main"], check=True)
    tip = branch(project, "rev-parse", "kalender/eksempel")
    (project.parent / "hus.ics").write_text(CALENDAR.replace("0106", "0107"), "utf-8")
    done, calls = a_night(project, bin_folder)
    assert done.returncode == 0, done.stderr
    assert (calls, branch(project, "rev-parse", "kalender/eksempel")) == ([], tip)


def test_a_calendar_that_cannot_be_read_is_told(project: Path, bin_folder: Path) -> None:
    (project.parent / "hus.ics").write_text("<html>Log ind", "utf-8")
    done, calls = a_night(project, bin_folder)
    assert done.returncode == 1
    assert calls == []
    assert "eksempel: kalenderen er ikke hentet ind" in done.stderr
    assert "en hjemmeside og ingen kalender" in done.stderr
