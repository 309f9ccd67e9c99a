"""Once a month each house is asked what still holds, and ticks become dates: the commands, and the
scripts of the two workflows with a repository to push to and a `gh` that writes down what it is
asked. Each case is the text of an issue, what differs in the files, and what the answer says."""

from __future__ import annotations

import difflib
import json
import re
import subprocess
from pathlib import Path
from shutil import copy, rmtree
from typing import Any

import pytest
import yaml
from building import ROOT
from click.testing import CliRunner
from past import Past
from test_workflows import run

from site_generator.commands.cli import main

CASES = sorted((ROOT / "tests/cases/freshness_ticks").glob("*.yml"))
TODAY = "2026-11-30"

HOUSE = {
    "site.yml": """\
name: Huset <!-- stadig-rigtigt: nabo -->
municipality: Testkommune
status: demo
headline: Et hus
intro: Kom.
access: both
contact: {phone: 00 00 00 00}
reviewed: 2026-11-01
""",
    "opening_hours.yml": """\
reviewed: 2024-01-01
# Om sommeren er der lukket.
house:
  - week: {man-fre: 10-12}
""",
    # Two kinds of line ends: no program can change a line without asking which.
    "transport.yml": "getting_there:\r\n  - car: Ved huset.\nreviewed: 2024-01-01\n",
    "offers.yml": """\
# Husets tilbud
offers:
  - id: soevn
    title: "Søvn og ro"   # med anførselstegn
    summary: Kort.
    topics: [baby]
    access: open
    reviewed: 2025-05-01 # Anna
  - {id: ny, title: Ny, summary: Kort., topics: [baby], access: open, reviewed: 2025-11-30}
""",
    "pages/foerste-gang.md": """\
---
title: Første gang
summary: Sådan er det.
reviewed: "2025-05-01"
---
reviewed: 2025-05-01

Vi tager imod.
""",
}

GH = """\
#!/bin/sh
# Answers as $PERMISSION and $OPEN say; everything is written down, one argument a line.
case "$1 $2" in
    "pr list") printf '%s' "$OPEN" ;;
    "pr create") echo "https://github.example/pull/9" ;;
    "api "*) echo "$PERMISSION" ;;
esac
printf '%s\\n' "$@" "" >> "$ASKED"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    for slug in ("huset", "nabo"):
        for name, text in HOUSE.items():
            file = project / "municipalities" / slug / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8"))
    for shared in ("content", "themes"):
        (project / shared).symlink_to(ROOT / shared)
    return project


def called(project: Path, *arguments: str) -> Path:
    made = project.parent / "made"
    rmtree(made, ignore_errors=True)
    end = ["--to", str(made), "--root", str(project), "--date", TODAY]
    done = CliRunner().invoke(main, [*arguments, *end])
    assert done.exit_code == 0, done.output
    return made


def read(project: Path, body: str | None) -> Path:
    event = project.parent / "event.json"
    event.write_text(json.dumps({"issue": {"body": body}}), "utf-8")
    return called(project, "confirm-freshness", str(event))


def ask(project: Path, *slugs: str, issues: list[dict[str, Any]] | None = None) -> Path:
    known = project.parent / "open.json"
    known.write_text(json.dumps(issues or []), "utf-8")
    where = "--repository=https://github.example/a/b"
    return called(project, "ask-freshness", *slugs, f"--open={known}", where)


def diff_of(project: Path, made: Path) -> str:
    shown = []
    for file in sorted(one for one in made.rglob("municipalities/**/*") if one.is_file()):
        name = str(file.relative_to(made))
        was, now = ((f / name).read_text("utf-8").split("\n") for f in (project, made))
        lines = difflib.unified_diff(was, now, n=0, lineterm="")
        shown += [name, *(line for line in lines if not re.match(r"---|\+\+\+|@@", line))]
    return "\n".join(shown)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_ticks_come_to_what_stands_in_the_case(file: Path, project: Path) -> None:
    case = yaml.safe_load(file.read_text("utf-8"))
    more = (case.get("repeated", "").replace("{n}", str(n)) for n in range(case.get("times", 0)))
    made = read(project, case["body"] + "".join(more))
    assert diff_of(project, made) == case["diff"]
    reply = made / "reply.md"
    assert reply.is_file() == bool(case["reply"])
    said = reply.read_text("utf-8") if case["reply"] else ""
    assert len(said) < 3000
    for words in case["reply"]:
        assert words in said
    assert (made / "title.txt").is_file() == bool(case["diff"])


@pytest.mark.parametrize("body", ["", None, "x"])
def test_what_is_about_no_house_is_answered(body: str | None, project: Path) -> None:
    assert "hvilket hus" in (read(project, body) / "reply.md").read_text("utf-8")


def test_what_is_no_event_is_told(project: Path, tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text("[" * 1000, "utf-8")
    arguments = [str(tmp_path / "event.json"), "--to", str(tmp_path / "x"), "--root", str(project)]
    done = CliRunner().invoke(main, ["confirm-freshness", *arguments])
    assert done.exit_code == 2
    assert "fortæller ikke om en sag" in done.output


def test_a_house_is_asked_about_what_is_old_and_nothing_else(project: Path) -> None:
    """What was asked can be ticked, all of it, and becomes dates."""
    body = (ask(project) / "huset/body.md").read_text("utf-8")
    boxes = [line for line in body.splitlines() if line.startswith("- [")]
    assert [re.findall(r"<!-- (\S+) -->", line) for line in boxes] == [
        ["transport.yml"],
        ["opening_hours.yml"],
        ["offers.yml/soevn"],
        ["pages/foerste-gang.md"],
    ]
    way = "https://github.example/a/b/blob/HEAD/municipalities/huset/offers.yml#L3"
    assert f"[Søvn og ro]({way}): stadig rigtigt" in body
    ticked = read(project, body.replace("- [ ]", "- [x]"))
    assert sorted(one.name for one in (ticked / "municipalities/huset").rglob("*.*")) == [
        "foerste-gang.md",
        "offers.yml",
        "opening_hours.yml",
    ]


def test_an_issue_that_is_open_is_renewed_and_keeps_its_ticks(project: Path) -> None:
    first = (ask(project) / "huset/body.md").read_text("utf-8")
    ticked = first.replace("- [ ] [Søvn", "- [x] [Søvn").replace("\n", "\r\n")
    (project / "municipalities/huset/opening_hours.yml").write_text("house: []\n", "utf-8")
    made = ask(project, issues=[{"number": 12, "body": ticked}, {"number": 30, "body": first}])
    assert (made / "huset/number.txt").read_text("utf-8") == "12\n"
    renewed = (made / "huset/body.md").read_text("utf-8")
    assert "- [x] [Søvn" in renewed
    assert "opening_hours.yml" not in renewed
    assert not (made / "nabo/number.txt").exists()
    same = ask(project, "huset", issues=[{"number": 12, "body": renewed}])
    assert not same.exists()


def test_what_a_house_is_called_changes_no_other_issue(project: Path) -> None:
    made = ask(project, "huset")
    assert (made / "huset/body.md").read_text("utf-8").startswith("<!-- stadig-rigtigt: huset -->")
    assert len((made / "huset/title.txt").read_text("utf-8").splitlines()) == 1


# The scripts that may write: on GitHub in a job of their own, with a checkout of its own.


@pytest.fixture
def pushed(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (project / ".ci").mkdir()
    for script in ("propose-dates", "ask-freshness"):
        copy(ROOT / ".ci" / script, project / ".ci")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/gh").write_text(GH, "utf-8")
    (tmp_path / "bin/gh").chmod(0o755)
    Past(project).commit()
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "origin"], check=True)
    subprocess.run(["git", "remote", "add", "origin", tmp_path / "origin"], cwd=project, check=True)
    monkeypatch.chdir(project)
    return project


def propose(project: Path, made: Path, **env: str) -> tuple[Any, list[list[str]]]:
    who = {"ISSUE": "12", "LOGIN": "anna-a", "USER_ID": "345", "OPEN": "", "PERMISSION": "write"}
    where = {"GITHUB_REPOSITORY": "a/b"}
    folder = project.parent / "bin"
    found = run(project / ".ci/propose-dates", str(made), folder=folder, **who | where | env)
    subprocess.run(["git", "checkout", "-q", "-f", "main"], cwd=project, check=True)
    return found


def git(project: Path, *arguments: str) -> str:
    command = ["git", "-C", str(project.parent / "origin"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def body_of(name: str) -> str:
    return str(yaml.safe_load((CASES[0].parent / f"{name}.yml").read_text("utf-8"))["body"])


def asked(calls: list[list[str]]) -> list[str]:
    return [" ".join(call[:2]) for call in calls if call[0] != "api"]


def test_who_ticks_is_the_author_of_one_pull_request(pushed: Path) -> None:
    done, calls = propose(pushed, read(pushed, body_of("right_two_things")))
    assert done.returncode == 0, done.stderr
    assert asked(calls) == ["pr list", "pr create", "issue comment"]
    log = git(pushed, "log", "-1", "--format=%an <%ae>|%cn|%s", "stadig-rigtigt/12").strip()
    who = "anna-a <345+anna-a@users.noreply.github.com>"
    assert log == f"{who}|github-actions[bot]|Stadig rigtigt: huset"
    changed = git(pushed, "show", "--name-only", "--format=", "stadig-rigtigt/12").split()
    assert changed == [
        "municipalities/huset/offers.yml",
        "municipalities/huset/pages/foerste-gang.md",
    ]


def test_another_tick_comes_into_the_same_pull_request(pushed: Path) -> None:
    made = read(pushed, body_of("right_two_things"))
    propose(pushed, made)
    done, calls = propose(pushed, made, OPEN="https://github.example/pull/9")
    assert (done.returncode, asked(calls)) == (0, ["pr list"])
    more = read(pushed, body_of("right_two_things").replace("[ ]", "[x]"))
    done, calls = propose(pushed, more, OPEN="https://github.example/pull/9")
    assert done.returncode == 0, done.stderr
    assert asked(calls) == ["pr list", "pr edit"]
    changed = git(pushed, "show", "--name-only", "--format=", "stadig-rigtigt/12").split()
    assert len(changed) == 3


def test_without_ticks_the_pull_request_is_closed(pushed: Path) -> None:
    propose(pushed, read(pushed, body_of("right_two_things")))
    none = read(pushed, body_of("nothing_is_ticked"))
    done, calls = propose(pushed, none, OPEN="https://github.example/pull/9")
    assert (done.returncode, asked(calls)) == (0, ["pr list", "pr close"])
    done, calls = propose(pushed, none)
    assert (done.returncode, asked(calls)) == (0, ["pr list"])


@pytest.mark.parametrize("permission", ["read", "none", ""])
def test_who_may_not_write_changes_nothing_and_is_answered(permission: str, pushed: Path) -> None:
    made = read(pushed, body_of("right_two_things"))
    done, calls = propose(pushed, made, PERMISSION=permission)
    assert (done.returncode, asked(calls)) == (0, ["issue comment"])
    assert git(pushed, "branch", "--list") == ""


@pytest.mark.parametrize("name", [file.stem for file in CASES if file.stem.startswith("hostile")])
def test_nothing_hostile_is_run(name: str, pushed: Path) -> None:
    done, _ = propose(pushed, read(pushed, body_of(name)))
    assert done.returncode == 0, done.stderr
    assert list(pushed.parent.rglob("ramt")) == []
    assert "::error" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "env", [{"LOGIN": "a$(touch ramt)"}, {"ISSUE": "../x"}, {"USER_ID": "1 2"}, {"LOGIN": "a\nb"}]
)
def test_an_asker_that_is_none_stops_it(env: dict[str, str], pushed: Path) -> None:
    done, calls = propose(pushed, read(pushed, body_of("right_two_things")), **env)
    assert done.returncode != 0
    assert calls == []


def test_only_files_that_are_there_are_taken(pushed: Path) -> None:
    made = pushed.parent / "made"
    for name in ("findes-ikke/site.yml", "huset/nyt.yml", "huset/pages/ny.md", "-x/site.yml"):
        (made / "municipalities" / name).parent.mkdir(parents=True, exist_ok=True)
        (made / "municipalities" / name).write_text("x: y\n", "utf-8")
    (made / "municipalities/huset/offers.yml").symlink_to("/etc/passwd")
    done, calls = propose(pushed, made)
    assert done.returncode == 0, done.stderr
    assert asked(calls) == ["pr list"]
    assert git(pushed, "branch", "--list") == ""


def test_what_somebody_has_added_to_the_branch_is_left_to_them(pushed: Path) -> None:
    propose(pushed, read(pushed, body_of("right_two_things")))
    local = ["git", "-C", str(pushed)]
    subprocess.run([*local, "checkout", "-q", "stadig-rigtigt/12"], check=True)
    (pushed / "municipalities/huset/note.txt").write_text("min\n", "utf-8")
    Past(pushed).commit()
    subprocess.run([*local, "push", "-q", "origin", "stadig-rigtigt/12"], check=True)
    subprocess.run([*local, "checkout", "-q", "-f", "main"], check=True)
    tip = git(pushed, "rev-parse", "stadig-rigtigt/12")
    more = read(pushed, body_of("right_with_the_line_ends_of_windows"))
    done, calls = propose(pushed, more, OPEN="https://github.example/pull/9")
    assert (done.returncode, asked(calls)) == (0, ["pr list", "issue comment"])
    assert git(pushed, "rev-parse", "stadig-rigtigt/12") == tip


def test_each_house_has_one_issue(pushed: Path) -> None:
    first = (ask(pushed) / "huset/body.md").read_text("utf-8")
    script, folder = pushed / ".ci/ask-freshness", pushed.parent / "bin"
    done, calls = run(script, str(pushed.parent / "made"), folder=folder)
    assert (done.returncode, asked(calls)) == (0, ["issue create", "issue create"])
    files = pushed / "municipalities/nabo"
    for file in files.rglob("*.*"):
        text = re.sub(r"20\d\d-\d\d-\d\d", TODAY, file.read_text("utf-8"))
        file.write_text(text, "utf-8")
    issues = [
        {"number": 1, "body": first.replace("- [ ]", "- [x]", 1) + "mere"},
        {"number": 2, "body": first.replace("huset", "nabo", 1)},
        {"number": 3, "body": first.replace("huset", "findes-ikke", 1)},
    ]
    made = ask(pushed, issues=issues)
    done, calls = run(script, str(made), folder=folder)
    assert done.returncode == 0, done.stderr
    assert [call[:3] for call in calls] == [["issue", "edit", "1"], ["issue", "close", "2"]]


def test_only_our_own_issues_are_read() -> None:
    flow = (ROOT / ".github/workflows/confirm-freshness.yml").read_text("utf-8")
    assert "github.event.issue.user.login == 'github-actions[bot]'" in flow
    from site_generator.commands.freshness_issue import TITLE

    assert f"startsWith(github.event.issue.title, '{TITLE}')" in flow
    assert f'in:title "{TITLE}"' in (ROOT / ".github/workflows/freshness.yml").read_text("utf-8")
