"""The scripts of the workflows, run as they run on GitHub: with a repository to push to, and with a
`gh` that writes down what it was asked instead of asking GitHub, which is not here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from past import Past

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))

GH = """\
#!/bin/sh
# `gh issue list` answers with what $OPEN says; everything is written down, one argument a line.
case "$1 $2" in "issue list") printf '%s' "$OPEN" ;; esac
printf '%s\\n' "$@" "" >> "$ASKED"
"""


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "gh").write_text(GH, "utf-8")
    (folder / "gh").chmod(0o755)
    return folder


def run(
    script: Path, *arguments: str, folder: Path, **env: str
) -> tuple[subprocess.CompletedProcess[str], list[list[str]]]:
    """A script, and what it asked `gh` for: a list of arguments for each time."""
    asked = folder / "asked"
    asked.write_text("", "utf-8")
    known = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "ASKED": str(asked)}
    done = subprocess.run(
        [script, *arguments], env={**known, **env}, capture_output=True, text=True, check=False
    )
    calls = asked.read_text("utf-8").split("\n\n")
    return done, [call.split("\n") for call in calls if call.strip()]


@pytest.mark.parametrize(
    ("result", "open_issue", "wanted"),
    [
        ("failure", "", "issue create"),
        ("failure", "7", ""),
        ("skipped", "", "issue create"),
        ("success", "7", "issue close"),
        ("success", "", ""),
    ],
)
def test_one_issue_tells_of_a_failed_run_and_is_closed_when_it_works(
    result: str, open_issue: str, wanted: str, bin_folder: Path
) -> None:
    done, calls = run(
        ROOT / ".ci/tell-run",
        result,
        "https://github.example/1",
        folder=bin_folder,
        OPEN=open_issue,
    )
    assert done.returncode == 0, done.stderr
    assert calls[0][:2] == ["issue", "list"]
    assert [" ".join(call[:2]) for call in calls[1:] if call[0] == "issue"] == [wanted] * bool(
        wanted
    )
    if wanted == "issue create":
        asked = "\n".join("\n".join(call) for call in calls)
        assert "https://github.example/1" in asked
        assert "Re-run failed jobs" in asked


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in git that can be pushed, with the program and its scripts."""
    project = tmp_path / "project"
    (project / "municipalities").mkdir(parents=True)
    (project / "municipalities" / ".gitkeep").touch()
    (project / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/new-house", project / ".ci")
    command = project / ".venv/bin/familiehus"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m site_generator "$@"\n', "utf-8")
    command.chmod(0o755)
    (project / ".gitignore").write_text(".venv/\n", "utf-8")
    Past(project).commit()
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "origin"], check=True)
    add = ["git", "remote", "add", "origin", tmp_path / "origin"]
    subprocess.run(add, cwd=project, check=True)
    return project


def new_house(project: Path, bin_folder: Path, slug: str, name: str = "") -> Any:
    env = {"SLUG": slug, "NAME": name, "PYTHONPATH": str(ROOT), "OPEN": ""}
    return run(project / ".ci/new-house", folder=bin_folder, **env)


def pushed(project: Path) -> str:
    listing = ["git", "ls-tree", "-r", "--name-only", "nyt-hus/toender"]
    done = subprocess.run(
        listing, cwd=project.parent / "origin", capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_form_makes_a_new_house_as_a_pull_request(project: Path, bin_folder: Path) -> None:
    name = 'Tønder "$(touch ramt)" `touch ramt` Kommune; touch ramt'
    done, calls = new_house(project, bin_folder, "toender", name)
    assert done.returncode == 0, done.stderr
    assert "municipalities/toender/site.yml" in pushed(project)
    assert calls[0][:4] == ["pr", "create", "--head", "nyt-hus/toender"]
    assert list(project.rglob("ramt")) == []
    site = yaml.safe_load((project / "municipalities/toender/site.yml").read_text("utf-8"))
    assert site["municipality"].startswith("Tønder")


@pytest.mark.parametrize(
    "slug", ["--help", "../ud", "$(touch ramt)", "a; touch ramt", "Tønder", "-x", "", "a\nb"]
)
def test_what_is_no_name_of_a_folder_makes_nothing(
    slug: str, project: Path, bin_folder: Path
) -> None:
    done, calls = new_house(project, bin_folder, slug)
    assert done.returncode != 0
    assert calls == []
    assert [folder.name for folder in (project / "municipalities").iterdir()] == [".gitkeep"]
    assert list(project.rglob("ramt")) == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_workflows_ask_for_little_and_run_nothing_that_was_typed(file: Path) -> None:
    text = file.read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    for used in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", used), used
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"]
        for step in job.get("steps", ()):
            assert "${{" not in step.get("run", ""), step


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_whatever_a_workflow_may_write_is_told(file: Path) -> None:
    """SECURITY.md says who starts it and what it writes; one that writes nothing is not there."""
    jobs = yaml.safe_load(file.read_text("utf-8"))["jobs"].values()
    rights = [right for job in jobs for right in job["permissions"].items()]
    writes = {scope for scope, right in rights if right == "write"}
    rows = (ROOT / "SECURITY.md").read_text("utf-8").splitlines()
    told = [row for row in rows if row.startswith("|") and f"`{file.name}`" in row.split("|")[1]]
    assert len(told) == bool(writes)
    for row in told:
        assert writes <= set(re.findall(r"`([a-z-]+)`", row.split("|")[3])), row


def test_zizmor_finds_nothing() -> None:
    """As strict as it can be, and without asking GitHub."""
    command = [
        Path(sys.executable).parent / "zizmor",
        "--offline",
        "--persona=auditor",
        "--format=plain",
    ]
    done = subprocess.run([*command, *WORKFLOWS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_closed_request_is_gone_and_a_strangers_is_never_shown() -> None:
    """Publishing starts anew, on the main branch, with what is open then."""
    flow = yaml.load((ROOT / ".github/workflows/preview.yml").read_text("utf-8"), yaml.BaseLoader)
    assert "closed" in flow["on"]["pull_request"]["types"]
    (job,) = flow["jobs"].values()
    assert job["permissions"] == {"actions": "write"}
    assert "head.repo.full_name == github.repository" in job["if"]
    assert [step["run"] for step in job["steps"]] == [
        'gh workflow run publish.yml --repo "$REPOSITORY" --ref "$BRANCH"'
    ]


def test_previews_never_stand_in_the_way_of_the_site() -> None:
    """They are made on a machine of their own, which keeps nothing for the site's own builds."""
    flow = yaml.load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"), yaml.BaseLoader)
    jobs = flow["jobs"]
    assert "previews" not in str(jobs["build"])
    assert jobs["join"]["if"] == "${{ !cancelled() && needs.build.result == 'success' }}"
    (laid,) = [step for step in jobs["join"]["steps"] if "previews" in step.get("if", "")]
    assert laid["continue-on-error"] == "true"
    assert laid["with"]["path"] == "site/forhaandsvisning/"
    used = str(jobs["previews"]["steps"])
    assert "actions/cache/restore@" in used
    assert "actions/cache@" not in used
    assert "write" not in jobs["previews"]["permissions"].values()
