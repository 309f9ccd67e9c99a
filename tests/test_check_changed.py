"""`.ci/check-changed`: what a pull request touches is checked, whatever it is called."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
import yaml
from building import ROOT
from past import Past

ODD = ["to huse", "tønder", "*", "-x", "--help", 'hus "a"', "hus\n::error::x", "a'b", "$(touch x)"]


@pytest.fixture
def past(tmp_path: Path) -> Past:
    """Two houses that lack nearly everything, so that each that is checked tells of itself."""
    past = Past(tmp_path / "project")
    for slug in ("et", "to"):
        past.write(f"municipalities/{slug}/site.yml", f"name: {slug}\n")
    past.write("content/help_lines.yml", "help_lines: []\n")
    past.write("README.md", "Hej\n")
    past.write(".gitignore", ".venv\nthemes\n.cache\n")
    program = past.write(
        ".venv/bin/familiehus",
        f'#!/bin/sh\nexport PYTHONPATH="{ROOT}"\nexec "{sys.executable}" -m site_generator "$@"\n',
    )
    program.chmod(0o755)
    (past.root / "themes").symlink_to(ROOT / "themes")
    past.commit()
    return past


def run(past: Past, form: str = "json", between: str = "HEAD") -> tuple[int, str, str]:
    done = subprocess.run(
        [ROOT / ".ci" / "check-changed", between, "--format", form, "--date", "2026-11-22"],
        cwd=past.root,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def checked(past: Past, between: str = "HEAD") -> set[str]:
    """The houses that `check` told of."""
    paths = [problem["path"] for problem in json.loads(run(past, between=between)[1])]
    return {path.split("/")[1] for path in paths if path.startswith("municipalities/")}


def test_nothing_that_concerns_a_house_is_said_in_a_sentence(past: Past):
    past.write("README.md", "Hej igen\n")
    assert run(past) == (0, "Ingen kommune er ændret.\n", "")


def test_only_the_house_that_is_touched_is_checked(past: Past):
    past.write("municipalities/to/site.yml", "name: Nyt\n")
    assert checked(past) == {"to"}


@pytest.mark.parametrize("name", ODD)
def test_a_house_is_checked_whatever_it_is_called(past: Past, name: str):
    past.write(f"municipalities/{name}/site.yml", "name: x\n")
    past.git("add", "-A")
    assert checked(past) == {name}
    assert not (past.root / "x").exists()


@pytest.mark.parametrize("bytes_name", [b"\xe6", b"\x1b[31m"])
def test_a_name_that_is_no_text_is_checked_too(past: Past, bytes_name: bytes):
    past.write(f"municipalities/{os.fsdecode(bytes_name)}/site.yml", "name: x\n")
    past.git("add", "-A")
    assert checked(past) == {os.fsdecode(bytes_name)}


def test_a_house_that_is_renamed_or_removed_is_missed(past: Past):
    """With the codes that hang on doors; and all others are checked with it."""
    past.git("mv", "municipalities/et", "municipalities/andet")
    code, told, _ = run(past, "text")
    assert code == 1
    assert "Huset «et» har været på nettet, men mappen er her ikke mere." in told
    assert checked(past) == {"andet", "to"}
    past.git("rm", "-q", "-r", "--cached", "municipalities/to")
    (past.root / "municipalities/to/site.yml").unlink()
    (past.root / "municipalities/to").rmdir()
    assert "Huset «to» har været på nettet" in run(past, "text")[1]


def test_another_repository_in_place_of_a_house_is_seen(past: Past):
    """As is a file of that name: it is no house, and one that stood there would be gone."""
    commit = past.git("rev-parse", "HEAD")
    past.git("update-index", "--add", "--cacheinfo", f"160000,{commit},municipalities/fremmed")
    past.git("commit", "-q", "-m", "x")
    assert checked(past, "HEAD^..HEAD") == {"et", "to"}


MACHINERY = [".github/workflows/check.yml", ".ci/ny", "site_generator/x.py", "Makefile"]


@pytest.mark.parametrize("file", [*MACHINERY, "pyproject.toml", "constraints.txt", "tests/x.py"])
def test_a_change_of_the_machinery_is_named(past: Past, file: str):
    """Whoever merges must read it: what is green was made green by it."""
    past.write(file, "x\n")
    past.git("add", "-A")
    _, told, _ = run(past, "github")
    assert (
        f"::warning file={file},line=1::Her ændres det, der bygger, tjekker og udgiver siderne. "
        "Læs ændringen, før den bliver flettet ind, også hvis alt er grønt.\n"
    ) in told


@pytest.mark.parametrize("file", ["content/x.yml", "themes2", "site_generator/x.py"])
def test_what_all_share_checks_all(past: Past, file: str):
    past.write(file, "x\n")
    past.git("add", "-A")
    if file.startswith("themes2"):
        assert run(past)[1] == "Ingen kommune er ændret.\n"
    else:
        assert checked(past) == {"et", "to"}


def test_a_range_that_is_none_is_no_change_of_nothing(past: Past):
    done = subprocess.run(
        [ROOT / ".ci" / "check-changed", "findes-ikke"],
        cwd=past.root,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 128
    assert done.stdout == b""


# The workflows themselves

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_gives_a_stranger_nothing(file: Path):
    """No rights but those named; actions by their commit; nothing of theirs runs with our rights;
    no text of theirs (a title, a branch) stands in a script."""
    text = file.read_text("utf-8")
    assert re.search(r"^permissions: \{\}$", text, re.M)
    assert not re.search(r"pull_request_target|workflow_run|issue_comment|secrets\.", text)
    uses = re.findall(r"uses: (\S+)", text)
    assert len(uses) == text.count("uses:")
    assert [one for one in uses if not re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40}", one)] == []
    checkouts = text.count("uses: actions/checkout@")
    assert text.count("persist-credentials: false") == checkouts
    for script in re.findall(r"run: (?:\|\n((?: {10,}.*\n)+)|(.*))", text):
        assert "${{" not in "".join(script)


def test_a_pull_request_may_write_nothing():
    """Neither to the repository nor to the cache that the published site is built from."""
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text("utf-8")
    # Only the comment is written, by a job that runs nothing of theirs.
    written = re.findall(r"^ +([\w-]+: write)\b", text, re.M)
    assert written == ["pull-requests: write"]
    assert not re.search(r"actions/cache@|actions/cache/save@|cache: (pip|npm)", text)


# What has to be tested at all

CONTENT_ALONE = ["municipalities/et/site.yml", "content/help_lines.yml", ".github/CODEOWNERS"]
PROGRAM = [*MACHINERY, "tests/x.py", "README.md", "content/schema/x.json", "content/handbook/x.md"]


def planned(past: Past) -> str:
    done = subprocess.run(
        [ROOT / ".ci" / "plan-checks", "HEAD"], cwd=past.root, capture_output=True, check=True
    )
    return done.stdout.decode()


@pytest.mark.parametrize(
    "name", [*(f"municipalities/{odd}/site.yml" for odd in ODD), *CONTENT_ALONE]
)
def test_a_change_of_content_alone_tests_no_program(past: Past, name: str):
    past.write(name, "name: x\n")
    past.git("add", "-A")
    assert planned(past) == "program=false\n"


@pytest.mark.parametrize("name", [*PROGRAM, "municipalities", "contents/x.yml"])
def test_any_other_change_tests_the_program(past: Past, name: str):
    """Also together with one of content, and where a folder of content becomes something else."""
    past.write("content/help_lines.yml", "help_lines: []\n\n")
    if name == "municipalities":
        past.git("mv", "municipalities/et", "houses")
    else:
        past.write(name, "x\n")
    past.git("add", "-A")
    assert planned(past) == "program=true\n"


def built(past: Past) -> tuple[int, str, set[str]]:
    """What building what has changed says, and which houses stand there then."""
    done = subprocess.run(
        [ROOT / ".ci" / "build-changed", "HEAD"],
        cwd=past.root,
        capture_output=True,
        text=True,
        check=False,
    )
    site = past.root / "site"
    houses = (
        {one.name for one in site.glob("*/") if one.name != "assets"} if site.is_dir() else set()
    )
    return done.returncode, done.stdout + done.stderr, houses


HOUSE = """\
name: Familiens Hus
municipality: Testkommune
status: demo
headline: Et hus for alle familier
intro: Kom og vær med.
access: ask
contact: {phone: 00 00 00 00}
"""


def test_only_what_has_changed_is_built_and_read_back(past: Past):
    for slug in ("et", "to"):
        past.write(f"municipalities/{slug}/site.yml", HOUSE)
    (past.root / "content/help_lines.yml").unlink()
    copytree(
        ROOT / "content",
        past.root / "content",
        ignore=ignore_patterns("handbook", "schema"),
        dirs_exist_ok=True,
    )
    past.write(".gitignore", ".venv\nthemes\n.cache\nsite\n")
    past.commit()
    assert built(past) == (0, "Ingen kommune er ændret.\n", set())
    past.write("municipalities/to/site.yml", HOUSE.replace("alle familier", "dig"))
    code, said, houses = built(past)
    assert (code, houses) == (0, {"to"}), said
    assert "Alt er i orden." in said
    past.write("municipalities/et/site.yml", "name: 1\n")
    assert built(past)[0] == 1


# The one check that is required

CHECK = yaml.load((ROOT / ".github/workflows/check.yml").read_text("utf-8"), yaml.BaseLoader)


def ready(program: str, always: str, tested: str) -> bool:
    (step,) = CHECK["jobs"]["ready"]["steps"]
    env = {**os.environ, "PROGRAM": program, "ALWAYS": always, "TESTED": tested}
    # As GitHub runs it.
    return subprocess.run(["bash", "-e", "-c", step["run"]], env=env, check=False).returncode == 0


@pytest.mark.parametrize(
    ("program", "always", "tested", "green"),
    [
        ("false", "success success", "skipped skipped", True),
        ("true", "success success", "success success", True),
        ("true", "success success", "skipped skipped", False),
        ("true", "success success", "success failure", False),
        ("true", "success success", "cancelled success", False),
        ("false", "success failure", "skipped skipped", False),
        ("false", "success cancelled", "skipped skipped", False),
        ("", "failure success", "skipped skipped", False),
        ("", "skipped skipped", "skipped skipped", False),
    ],
)
def test_the_required_check_is_green_when_all_that_had_to_run_went_well(
    program: str, always: str, tested: str, green: bool
):
    assert ready(program, always, tested) is green


def test_a_change_of_content_alone_runs_these_steps_and_no_others():
    """Seconds of a machine are not tested, only that nothing slow is among them."""
    jobs = CHECK["jobs"]
    heavy = {name for name, job in jobs.items() if "outputs.program == 'true'" in job.get("if", "")}
    assert heavy == {"test", "audit"}
    assert jobs["ready"]["if"] == "always()"
    assert set(jobs["ready"]["needs"]) == set(jobs) - {"ready", "comment"}
    runs = [step["run"] for step in jobs["content"]["steps"] if "run" in step]
    assert [run.split()[0] for run in runs] == [
        *("make", ".ci/check-changed", ".ci/build-changed", ".ci/tell-changes"),
        ".venv/bin/familiehus",
    ]
    assert runs[0] == "make setup"
    assert runs[-1].split()[1] == "preview"
