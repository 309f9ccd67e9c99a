"""Forms on GitHub for those without YAML: texts as they come, what is written, what is answered.

Each case holds its answers, and `diff` (of the files that changed) or `reply`. Renew both with
`pytest tests/test_issue_forms.py --bless`, and read what differs.
"""

from __future__ import annotations

import difflib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import PROJECT, ROOT
from click.testing import CliRunner
from past import Past
from test_workflows import GH, run

from site_generator.commands.cli import main
from site_generator.making.issue_forms.answering import MEMBERS, READINGS
from site_generator.making.issue_forms.form import Form, read_forms

FOLDER = ROOT / ".github/ISSUE_TEMPLATE"
CASES = sorted((ROOT / "tests/cases/issue_forms").glob("*.yml"))
FORMS = {form.kind: form for form in read_forms(FOLDER, tuple(READINGS))}


class Blocks(yaml.SafeDumper):
    """Texts of several lines as one reads them."""


Blocks.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)
LOOK: Any = {"allow_unicode": True, "sort_keys": False, "width": 1000}


def body_of(form: Form, answers: dict[str, str]) -> str:
    """An issue's text as GitHub makes it of a form."""
    parts = [f"### {f.label}\n\n{answers.get(f.id) or '_No response_'}" for f in form.fields]
    return "\n\n".join(parts)


def event_of(case: dict[str, Any]) -> dict[str, Any]:
    answers = dict(case["answers"])
    if "huge" in case:
        answers[case["huge"]] *= 60_000
    body = body_of(FORMS[case["form"]], answers)
    return {"issue": {"author_association": case.get("association", "MEMBER"), "body": body}}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    shutil.copytree(PROJECT / "municipalities/eksempel", project / "municipalities/eksempel")
    shutil.copytree(FOLDER, project / ".github/ISSUE_TEMPLATE")
    for shared in ("content", "themes"):
        (project / shared).symlink_to(ROOT / shared)
    return project


def read(project: Path, event: dict[str, Any]) -> Path:
    """What `familiehus issue-form` lays in a folder."""
    (project.parent / "event.json").write_text(json.dumps(event), "utf-8")
    made = project.parent / "made"
    arguments = [str(project.parent / "event.json"), "--to", str(made), "--root", str(project)]
    done = CliRunner().invoke(main, ["issue-form", *arguments, "--date", "2026-11-30"])
    assert done.exit_code == 0, done.output
    return made


def diff_of(project: Path, made: Path) -> str:
    """What differs in each file, without the lines around it."""
    shown = []
    for file in sorted((made / "municipalities").rglob("*.yml")):
        name = str(file.relative_to(made))
        was, now = ((f / name).read_text("utf-8").split("\n") for f in (project, made))
        lines = difflib.unified_diff(was, now, n=0, lineterm="")
        kept = [line for line in lines if not re.match(r"---|\+\+\+|@@", line)]
        shown += [name, *(line.rstrip() for line in kept)]
    return "\n".join(shown)


def without_flyers(reply: str) -> str:
    """A reply without which sheets and pages change, which other tests know (`cases/changes`)."""
    return re.sub(r"\*\*(?:Papir|Sider)\*\*\n.*?(?=^#|\Z)", "", reply, flags=re.S | re.M)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_form_comes_to_what_stands_in_the_case(
    file: Path, project: Path, request: pytest.FixtureRequest
) -> None:
    case = yaml.safe_load(file.read_text("utf-8"))
    before = {f: f.read_bytes() for f in project.rglob("*.yml")}
    made = read(project, event_of(case))
    assert {f: f.read_bytes() for f in project.rglob("*.yml")} == before
    diff = diff_of(project, made)
    reply = without_flyers((made / "reply.md").read_text("utf-8"))
    found = {"diff": diff, "reply": reply}
    if request.config.getoption("--bless"):
        case |= found
        file.write_text(yaml.dump(case, Dumper=Blocks, **LOOK), "utf-8")
    assert found == {name: case.get(name) for name in found}
    assert bool(diff) == (made / "title.txt").is_file()


def test_half_of_the_cases_are_hostile_or_muddled() -> None:
    right = [file for file in CASES if file.stem.startswith("right")]
    assert len(right) >= 5
    assert len(CASES) - len(right) >= 5


@pytest.mark.parametrize("kind", READINGS)
def test_forms_ask_first_what_the_workflow_knows_them_by(kind: str) -> None:
    workflow = (ROOT / ".github/workflows/issue-forms.yml").read_text("utf-8")
    assert f"'### {FORMS[kind].fields[0].label}'" in workflow
    assert json.dumps(list(MEMBERS)) in workflow


def test_no_form_can_be_taken_for_another() -> None:
    labels = {kind: {field.label for field in form.fields} for kind, form in FORMS.items()}
    assert len(labels) == 4
    for kind, own in labels.items():
        assert not any(own <= other for name, other in labels.items() if name != kind)


@pytest.mark.parametrize("kind", READINGS)
def test_forms_are_as_github_takes_them(kind: str) -> None:
    """docs.github.com, "Syntax for GitHub's form schema"."""
    form = yaml.safe_load((FOLDER / f"{kind}.yml").read_text("utf-8"))
    assert form.keys() <= {"name", "description", "title", "labels", "body"}
    for part in form["body"]:
        assert part["type"] in ("input", "textarea", "dropdown")
        assert part.keys() <= {"type", "id", "attributes", "validations"}
        allowed = {"label", "description", "placeholder", "options"}
        assert part["attributes"].keys() <= allowed
    labels = [part["attributes"]["label"] for part in form["body"]]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    "body",
    [
        "### Hvilket hus?\n\neksempel",
        "### Hvilket hus?",
        "",
        None,
        "::error::x\n### Hvilket hus?\n" + "### " * 20_000,
    ],
)
def test_what_is_no_form_is_answered_too(body: str | None, project: Path) -> None:
    made = read(project, {"issue": {"author_association": "OWNER", "body": body}})
    assert "hvilken formular det er" in (made / "reply.md").read_text("utf-8")
    assert not (made / "municipalities").exists()


# The other job: what was laid in the folder becomes a branch, a pull request and an answer.


@pytest.fixture
def pushed(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project in git, with a place to push to, and a `gh` that writes down what it is asked."""
    (project / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/answer-form", project / ".ci")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/gh").write_text(GH, "utf-8")
    (tmp_path / "bin/gh").chmod(0o755)
    Past(project).commit()
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "origin"], check=True)
    subprocess.run(["git", "remote", "add", "origin", tmp_path / "origin"], cwd=project, check=True)
    monkeypatch.chdir(project)
    return project


def answer(project: Path, made: Path, **env: str) -> tuple[Any, list[list[str]]]:
    asker = {"ISSUE": "12", "LOGIN": "anna-a", "USER_ID": "345", "OPEN": ""}
    found = run(
        project / ".ci/answer-form", str(made), folder=project.parent / "bin", **asker | env
    )
    subprocess.run(["git", "checkout", "-q", "-f", "main"], cwd=project, check=True)
    return found


def git(project: Path, *arguments: str) -> str:
    command = ["git", "-C", str(project.parent / "origin"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def case_named(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((CASES[0].parent / f"{name}.yml").read_text("utf-8"))
    return found


def test_the_asker_is_the_author_of_the_pull_request(pushed: Path) -> None:
    made = read(pushed, event_of(case_named("right_moved")))
    done, calls = answer(pushed, made)
    assert done.returncode == 0, done.stderr
    assert [" ".join(call[:2]) for call in calls] == ["pr list", "pr create", "issue comment"]
    log = git(pushed, "log", "-1", "--format=%an <%ae>|%cn|%s", "formular/12").strip()
    who = "anna-a <345+anna-a@users.noreply.github.com>"
    assert log == f"{who}|github-actions[bot]|Aflys eller flyt: eksempel"
    changed = git(pushed, "show", "--name-only", "--format=", "formular/12").split()
    assert changed == ["municipalities/eksempel/events.yml"]
    again, calls = answer(pushed, made)
    assert (again.returncode, calls) == (0, [])


def test_what_cannot_be_done_is_answered_and_nothing_is_pushed(pushed: Path) -> None:
    made = read(pushed, event_of(case_named("muddled")))
    done, calls = answer(pushed, made)
    assert done.returncode == 0, done.stderr
    assert [call[:3] for call in calls] == [["issue", "comment", "12"]]
    assert git(pushed, "branch", "--list") == ""


def test_nothing_hostile_is_run(pushed: Path) -> None:
    made = read(pushed, event_of(case_named("hostile_breaks_out_of_everything")))
    done, _ = answer(pushed, made)
    assert done.returncode == 0, done.stderr
    assert list(pushed.parent.rglob("ramt")) == []
    assert "::error" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "env", [{"LOGIN": "a$(touch ramt)"}, {"ISSUE": "../x"}, {"USER_ID": "1 2"}, {"LOGIN": "a\nb"}]
)
def test_an_asker_that_is_none_stops_it(env: dict[str, str], pushed: Path) -> None:
    made = read(pushed, event_of(case_named("right_moved")))
    done, calls = answer(pushed, made, **env)
    assert done.returncode != 0
    assert calls == []


def test_only_files_of_a_house_that_is_there_are_taken(pushed: Path) -> None:
    made = pushed.parent / "made"
    for name in ("findes-ikke/site.yml", "eksempel/pages/x.yml", "-x/site.yml"):
        (made / "municipalities" / name).parent.mkdir(parents=True, exist_ok=True)
        (made / "municipalities" / name).write_text("x: y\n", "utf-8")
    (made / "municipalities/eksempel/events.yml").symlink_to("/etc/passwd")
    (made / "reply.md").write_text("Nej.\n", "utf-8")
    done, calls = answer(pushed, made)
    assert done.returncode == 0, done.stderr
    assert [call[:2] for call in calls] == [["issue", "comment"]]


def test_what_somebody_has_added_to_the_branch_is_left_to_them(pushed: Path) -> None:
    made = read(pushed, event_of(case_named("right_moved")))
    answer(pushed, made)
    local = ["git", "-C", str(pushed)]
    subprocess.run([*local, "checkout", "-q", "formular/12"], check=True)
    (pushed / "municipalities/eksempel/note.txt").write_text("min\n", "utf-8")
    Past(pushed).commit()
    subprocess.run([*local, "push", "-q", "origin", "formular/12"], check=True)
    subprocess.run([*local, "checkout", "-q", "-f", "main"], check=True)
    tip = git(pushed, "rev-parse", "formular/12")
    made = read(pushed, event_of(case_named("right_new_event")))
    done, calls = answer(pushed, made)
    assert done.returncode == 0, done.stderr
    assert [call[:2] for call in calls] == [["issue", "comment"]]
    assert git(pushed, "rev-parse", "formular/12") == tip


def test_the_help_is_danish() -> None:
    told = CliRunner().invoke(main, ["issue-form", "--help"]).output
    assert told.startswith("Sådan bruges den: ")


def test_what_is_no_event_is_told(project: Path, tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text("[" * 1000, "utf-8")
    arguments = [str(tmp_path / "event.json"), "--to", str(tmp_path / "x"), "--root", str(project)]
    done = CliRunner().invoke(main, ["issue-form", *arguments])
    assert done.exit_code == 2
    assert "fortæller ikke om en sag" in done.output
