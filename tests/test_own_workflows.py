"""The workflows of a repository of its own: they call ours, which run there with what is there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import ROOT, files_below, replace_in
from installed import PROGRAM, Installed
from past import Past
from test_workflows import GH, run

from site_generator import __version__

pytest_plugins = "own_repositories"

CALLED = re.compile(rf"^{PROGRAM}/(\.github/workflows/[\w-]+\.yml)@v{re.escape(__version__)}$")
CALLERS = (
    *("er-det-rigtigt", "forhaandsvisning", "formularer", "kalendere"),
    *("natlig", "stadig-rigtigt", "tjek", "udgivelse"),
)
RIGHTS = ("none", "read", "write")


def loaded(file: Path) -> dict[str, Any]:
    flow: dict[str, Any] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    return flow


def most_of(jobs: dict[str, Any]) -> dict[str, str]:
    """The most that any job asks for."""
    asked: dict[str, str] = {}
    for job in jobs.values():
        for scope, right in job["permissions"].items():
            asked[scope] = max(asked.get(scope, "none"), right, key=RIGHTS.index)
    return asked


@pytest.mark.parametrize("name", CALLERS)
def test_a_workflow_calls_ours_with_what_that_asks_for_and_no_more(own: Path, name: str) -> None:
    """A workflow that is called gets no more than its caller lets it have."""
    flow = loaded(own / f".github/workflows/{name}.yml")
    assert flow["permissions"] == {}
    (job,) = flow["jobs"].values()
    called = CALLED.fullmatch(job["uses"])
    assert called, job["uses"]
    ours = loaded(ROOT / called[1])
    inputs = (ours["on"]["workflow_call"] or {}).get("inputs", {})
    given = job.get("with", {})
    assert given.keys() == inputs.keys()
    assert job["permissions"] == most_of(ours["jobs"])
    known = {"program": PROGRAM, "version": f"v{__version__}", "publish": "udgivelse.yml"}
    assert given == {key: known[key] for key in given}
    # Two that wait for the same group would wait for each other.
    group = flow.get("concurrency", {}).get("group")
    assert group is None or group != ours.get("concurrency", {}).get("group")


@pytest.mark.parametrize("name", CALLERS)
def test_what_starts_ours_here_starts_it_there(own: Path, name: str) -> None:
    """The same events and hours; what is published by a push has the branch of its name."""
    flow = loaded(own / f".github/workflows/{name}.yml")
    (job,) = flow["jobs"].values()
    ours = Path(job["uses"].partition("@")[0]).name
    if ours == "own-preview.yml":
        ours = "preview.yml"
    here = loaded(ROOT / ".github/workflows" / ours)["on"]
    for event, when in flow["on"].items():
        if not ours.startswith("own-"):
            assert here[event] == when, event


def test_there_are_no_other_workflows(own: Path) -> None:
    assert sorted(file.stem for file in (own / ".github/workflows").iterdir()) == sorted(CALLERS)


def test_the_forms_are_the_same(own: Path) -> None:
    there = files_below(own / ".github/ISSUE_TEMPLATE")
    assert there == files_below(ROOT / ".github/ISSUE_TEMPLATE")


CALLABLE = [
    file
    for file in sorted((ROOT / ".github/workflows").glob("*.yml"))
    if "workflow_call" in loaded(file)["on"]
]


@pytest.mark.parametrize("file", CALLABLE, ids=lambda file: file.stem)
def test_what_can_be_called_needs_nothing_of_ours_there(file: Path) -> None:
    """No make, no .venv and no .ci: those are only in the program's own repository."""
    for job in loaded(file)["jobs"].values():
        for step in job["steps"]:
            script = step.get("run", "")
            if step.get("if") != "${{ !inputs.program }}":
                assert not re.search(r"\bmake\b|\.venv|(?<!\.program/)\.ci/", script), script
            for name in re.findall(r"(?:\$SCRIPTS|\.program/\.ci)/([\w-]+)", script):
                assert os.access(ROOT / ".ci" / name, os.X_OK), name


@pytest.mark.parametrize("file", CALLABLE, ids=lambda file: file.stem)
def test_every_input_is_declared_and_used(file: Path) -> None:
    call = loaded(file)["on"]["workflow_call"] or {}
    used = re.findall(r"\binputs\.(\w+)", file.read_text("utf-8"))
    assert set(used) == call.get("inputs", {}).keys()


# What ours do, done there


@pytest.fixture
def cloned(own: Path, program: Installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As a workflow has it: our scripts beside it, a place to push to, the program installed."""
    shutil.copytree(ROOT / ".ci", own / ".program/.ci")
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    familiehus = f'#!/bin/sh\nexec "{program.python}" -m site_generator "$@"\n'
    for name, script in (("gh", GH), ("familiehus", familiehus)):
        (bin_folder / name).write_text(script, "utf-8")
        (bin_folder / name).chmod(0o755)
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "origin"], check=True)
    Past(own).git("remote", "add", "origin", str(tmp_path / "origin"))
    monkeypatch.setenv("PYTHONPATH", program.env["PYTHONPATH"])
    monkeypatch.setenv("FAMILIEHUS", "familiehus")
    monkeypatch.chdir(own)
    return own


def test_a_form_becomes_a_pull_request_there_too(
    cloned: Path, program: Installed, tmp_path: Path
) -> None:
    site = cloned / "municipalities/vejle/site.yml"
    replace_in(site, "# phone: 00 00 00 00", "phone: 00 00 00 01")
    Past(cloned).git("add", "municipalities")
    Past(cloned).git("commit", "-q", "-m", "Et nummer")
    body = "\n\n".join(
        f"### {label}\n\n{answer}"
        for label, answer in (
            ("Hvilket hus?", "Vejle Kommune"),
            ("Hvad er det nye nummer?", "00 00 00 99"),
            ("Hvad er det gamle nummer?", "00 00 00 01"),
        )
    )
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"issue": {"author_association": "MEMBER", "body": body}}), "utf-8")
    program.run("issue-form", str(event), "--to", str(tmp_path / "read"), folder=cloned)
    asker = {"ISSUE": "12", "LOGIN": "anna-a", "USER_ID": "345", "OPEN": ""}
    script = cloned / ".program/.ci/answer-form"
    done, calls = run(script, str(tmp_path / "read"), folder=tmp_path / "bin", **asker)
    assert done.returncode == 0, done.stderr
    assert [" ".join(call[:2]) for call in calls] == ["pr list", "pr create", "issue comment"]
    shown = Past(cloned).git("show", "--name-only", "--format=%an", "formular/12").split()
    assert shown == ["anna-a", "municipalities/vejle/site.yml"]


def test_an_open_request_is_shown_there_too(cloned: Path, tmp_path: Path) -> None:
    past = Past(cloned)
    past.git("switch", "-q", "-c", "ny")
    replace_in(cloned / "municipalities/vejle/site.yml", "Et sted for dig", "Et hus for dig")
    past.git("add", "municipalities")
    past.git("commit", "-q", "-m", "Nyt")
    past.git("push", "-q", "origin", "HEAD:refs/pull/7/head")
    past.git("switch", "-q", "main")
    (tmp_path / "bin/gh").write_text("#!/bin/sh\necho 7\n", "utf-8")
    script = cloned / ".program/.ci/previews"
    wanted = {"BRANCH": "main", "BASE_URL": "https://hus.example/", "DATE": "2026-11-22"}
    done, _ = run(script, "forhaandsvisning", folder=tmp_path / "bin", **wanted)
    assert done.returncode == 0, done.stderr
    front = cloned / "forhaandsvisning/7/vejle/index.html"
    assert "Et hus for dig" in front.read_text("utf-8")
