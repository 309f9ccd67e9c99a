"""Any name may stand in the checkout: it is told, and nothing acts on it where it is shown."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from building import ROOT
from past import Past

from site_generator.problems import FORMATS, Problem, in_one_line

NAMES = [
    "tønder".encode(),
    "to\u0308nder".encode(),
    b"hus 'a'",
    b'hus "a"',
    b"hus\\n",
    b"a b",
    b" ",
    b"*",
    b"-x",
    b"::error::x",
    b"a\n::error file=README.md,line=1::pwned",
    b"a\r::stop-commands::x",
    b"##[error]x",
    b"x ##vso[task.setvariable]y",
    b"\xe6",
    b"\x1b]0;x\x07\x1b[31m",
    "\u202egpj".encode(),
    "a\u2028::error::x".encode(),
    b"$(touch pwned)",
    b"`touch pwned`; touch pwned",
    b"%0A::error::x",
    b"x" * 200,
]

# What GitHub's runner takes for a command: `::name` where a line begins, `##[name]` anywhere.
COMMAND = re.compile(r"^\s*::|##\[|##vso\[")
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a past, in which everything is called as strangely as can be."""
    root = tmp_path_factory.mktemp("names") / "project"
    past = Past(root)
    past.write("municipalities/hus/site.yml", "name: Hus\n")
    past.write("content/help_lines.yml", "help_lines: []\n")
    for name in NAMES:
        for folder in ("municipalities", "municipalities/hus"):
            write(root, folder, name + b"/site.yml")
        for folder in ("hus", "hus/pages", "hus/media"):
            write(root, f"municipalities/{folder}", name + b".md")
        for folder in ("articles", "catalogue"):
            write(root, f"content/{folder}", name + b".yml")
    past.commit()
    past.git("mv", "municipalities/a b", "municipalities/c d")
    past.git("rm", "-q", "-r", "municipalities/tønder")
    past.commit()
    (root / "themes").symlink_to(ROOT / "themes")
    return root


def write(root: Path, folder: str, name: bytes) -> None:
    file = root / folder / os.fsdecode(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x: 1\n")


def checked(project: Path, form: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = ("check", "--jobs", "1", "--format", form, "--date", "2026-11-22")
    done = subprocess.run(
        [sys.executable, "-m", "site_generator", *command, "--root", project],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("form", FORMATS)
def test_no_name_acts_on_what_reads_the_log(project: Path, form: str):
    """In each format all names are told, each on its own line, and none of them is a command."""
    done = checked(project, form)
    told = done.stdout.decode("utf-8")
    commands = r"::(error|warning) file=[^:]*,line=1::[^:]" if form == "github" else "$."
    for line in (told + done.stderr.decode("utf-8")).split("\n"):
        assert not ACTS.search(line)
        assert not COMMAND.search(line) or re.match(commands, line)
    assert told.count("municipalities/hus/media/") >= len(NAMES)
    if form == "json":
        paths = {os.fsencode(problem["path"]) for problem in json.loads(told)}
        assert {b"municipalities/hus/media/" + name + b".md" for name in NAMES} <= paths
    else:
        assert told.count("\n") == len(json.loads(checked(project, "json").stdout))


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-8"])
def test_a_terminal_of_another_encoding_gets_what_it_can_show(project: Path, encoding: str):
    done = checked(project, "text", PYTHONIOENCODING=encoding, LC_ALL="C")
    assert "municipalities/hus/pages/" in done.stdout.decode(encoding)


def test_a_sentence_that_cites_two_lines_stays_on_one():
    problem = Problem(path="a.md", line=3, message="«<b\n::error::x»", remedy="\x1b[31mSlet den.")
    assert FORMATS["text"]([problem]) == "a.md:3  «<b\\x0a::error::x» \\x1b[31mSlet den.\n"
    assert FORMATS["github"]([problem]) == (
        "::error file=a.md,line=3::«<b%0A::error::x» \\x1b[31mSlet den.\n"
    )


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Ærø – «æ»", "Ærø – «æ»"),
        ("a\nb", "a\\x0ab"),
        ("\udce6", "\\xe6"),
        ("\ud800", "\\ud800"),
        ("\u202e", "\\u202e"),
        ("::error::x", "./::error::x"),
        ("x ##[error]", "x #\\#[error]"),
        ("## Overskrift", "## Overskrift"),
    ],
)
def test_what_acts_is_shown_by_its_number(raw: str, shown: str):
    assert in_one_line(raw) == shown
