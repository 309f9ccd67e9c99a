"""What a pull request shows of itself: the scripts of its workflow, on a real history."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from shutil import copytree
from threading import Thread
from typing import Any

import pytest
import yaml
from building import ROOT, replace_in
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from past import Past, golden_past
from sampling import slow_unless

from site_generator.commands.markdown import _BREAK, escaped, on_a_line

HOSTILE = (
    "@octocat",
    "se #12 og GH-7 og a/b#3",
    "![x](https://ond.example/x.png)",
    "[Klik her](https://ond.example)",
    "<img src=x onerror=alert(1)>",
    "<!-- familiehus: changes -->",
    "</details>",
    "`kode` **fed** ~~væk~~ _skrå_",
    "https://ond.example/ og www.ond.example",
    "&lt;script&gt; &#64;octocat",
    "| a | b |",
    "$x$ :smile:",
    "1. et",
    "- [x] gjort",
    "\\*ikke\\*",
    "\u202eomvendt\u202c",
)


def test_the_program_is_never_run_with_rights_of_its_own():
    """Only the job that runs nothing of the change may write, and only to the pull request."""
    text = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    flow = yaml.load(text, yaml.BaseLoader)
    assert "pull_request_target" not in flow["on"]
    writing = {
        name: job["permissions"]
        for name, job in flow["jobs"].items()
        if "write" in job["permissions"].values()
    }
    assert writing == {"comment": {"contents": "read", "pull-requests": "write"}}
    checkout, *_ = flow["jobs"]["comment"]["steps"]
    assert checkout["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
    runs = [step["run"] for job in flow["jobs"].values() for step in job["steps"] if "run" in step]
    assert [run for run in runs if "${{" in run] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_stranger_writes_is_text_and_nothing_else(text: str):
    says_only(text)
    shown = MarkdownIt().render(f"- {escaped(text)}\n")
    assert "@o" not in shown
    assert "#1" not in shown
    assert "://" not in shown
    assert "www." not in shown


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_text(text: str):
    says_only(text)


def says_only(text: str) -> None:
    """Rendered, a point of a list holds these letters: no tag, no link, no picture."""
    tokens = MarkdownIt().enable("strikethrough").enable("table").parse(f"- {escaped(text)}\n")
    inline = [token for token in tokens if token.type == "inline"]
    parts = [part for token in inline for part in token.children or []]
    assert {part.type for part in parts} <= {"text", "text_special"}
    assert "".join(part.content for part in parts).replace(_BREAK, "") == on_a_line(text)
    kinds = [token.type for token in tokens if token.nesting == 1]
    assert kinds in (
        ["bullet_list_open", "list_item_open"],
        ["bullet_list_open", "list_item_open", "paragraph_open"],
    )


# The scripts


@pytest.fixture
def past(tmp_path: Path) -> Past:
    """A checkout as GitHub's machine has it: the scripts, and the program where they look."""
    past = golden_past(tmp_path / "project")
    copytree(ROOT / ".ci", past.root / ".ci")
    program = past.write(".venv/bin/familiehus", "")
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m site_generator "$@"\n', "utf-8")
    program.chmod(0o755)
    past.write(".gitignore", ".cache\nthemes\n.venv\n.ci\n")
    past.commit()
    return past


def tells(past: Past) -> str:
    done = subprocess.run(
        [".ci/tell-changes", "HEAD^1"],
        cwd=past.root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def test_faults_and_changes_are_told_in_words(past: Past):
    house = past.root / "municipalities" / "testkommune"
    faults = "".join(f"    felt{n}: x\n" for n in range(12))
    replace_in(house / "offers.yml", "    cost: 50 kr.\n", f"    cost: 50 kr.\n{faults}")
    replace_in(house / "location.yml", "Prøvevej 2", "Prøvevej 14")
    past.commit()
    said = tells(past)
    assert said.count("er ikke et navn, vi kender her") == 12
    assert "Vej og nummer" in said
    assert "Prøvevej 14" in said


def test_a_change_of_nothing_is_told_in_few_words(past: Past):
    past.commit()
    assert [line for line in tells(past).splitlines() if line] == [
        "## Er filerne i orden?",
        "Ingen kommune er ændret.",
        "## Det betyder ændringen for familierne",
        "Intet ændrer sig for familier.",
    ]


@pytest.mark.parametrize(
    "text", [pytest.param(text, marks=slow_unless(text in HOSTILE[::4])) for text in HOSTILE]
)
def test_hostile_names_stay_text_in_the_account(past: Past, text: str):
    house = past.root / "municipalities" / "testkommune"
    quoted = json.dumps(text, ensure_ascii=False)
    replace_in(house / "events.yml", "title: Fest i haven <3", f"title: {quoted}")
    past.write(f"municipalities/testkommune/{text.replace('/', '')[:40].strip()}.txt", "")
    past.commit()
    shown = MarkdownIt().enable("table").render(tells(past))
    for tag in ("<img", "<a ", "<!--", "<code", "</details", "<table", "@octocat", "://"):
        assert tag not in shown


# The comment

Comment = dict[str, Any]
Server = Callable[[list[Comment]], tuple[str, list[tuple[str, str, str]]]]


@pytest.fixture
def github() -> Iterator[Server]:
    """A server that answers as GitHub does, from the comments that it is given."""
    servers: list[HTTPServer] = []

    def start(there: list[Comment]) -> tuple[str, list[tuple[str, str, str]]]:
        asked: list[tuple[str, str, str]] = []
        server = HTTPServer(("127.0.0.1", 0), answering(there, asked))
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}", asked

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def answering(there: list[Comment], asked: list[tuple[str, str, str]]) -> Any:
    class Answer(BaseHTTPRequestHandler):
        def answer(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size))["body"] if size else ""
            path, _, query = self.path.partition("?")
            asked.append((self.command, path, body))
            page = int(query.rpartition("page=")[2] or 1)
            found = there[(page - 1) * 100 : page * 100] if self.command == "GET" else {}
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(found).encode())

        do_GET = do_POST = do_PATCH = answer  # noqa: N815 (named by http.server)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    return Answer


def renew(address: str, text: str, folder: Path) -> None:
    file = folder / "changes.md"
    file.write_text(text, "utf-8")
    asks = {"GITHUB_API_URL": address, "GITHUB_REPOSITORY": "et/hus", "GITHUB_TOKEN": "x"}
    subprocess.run(
        [sys.executable, ROOT / ".ci" / "renew-comment", file],
        env={**os.environ, **asks, "PULL_REQUEST": "7", "no_proxy": "*"},
        check=True,
    )


MARK = "<!-- familiehus: changes -->"
COMMENTS = "/repos/et/hus/issues/7/comments"


def comment(number: int, login: str, body: str) -> Comment:
    return {"id": number, "user": {"login": login}, "body": body}


def test_the_first_account_becomes_a_comment(github: Server, tmp_path: Path):
    address, asked = github([comment(1, "editor", f"{MARK} min egen")])
    renew(address, "- Torsdag: nu lukket\n", tmp_path)
    method, path, body = asked[-1]
    assert (method, path) == ("POST", COMMENTS)
    assert body.startswith(f"{MARK}\n- Torsdag: nu lukket\n")


def test_the_next_one_renews_it_wherever_it_stands(github: Server, tmp_path: Path):
    others = [comment(n, "editor", "Hej") for n in range(130)]
    address, asked = github([*others, comment(900, "github-actions[bot]", f"{MARK}\ngammel")])
    renew(address, "Intet ændrer sig for familier.\n", tmp_path)
    assert [(method, path) for method, path, _ in asked] == [
        ("GET", COMMENTS),
        ("GET", COMMENTS),
        ("PATCH", "/repos/et/hus/issues/comments/900"),
    ]


def test_nothing_to_tell_begins_no_comment(github: Server, tmp_path: Path):
    address, asked = github([])
    renew(address, "Intet ændrer sig for familier.\n", tmp_path)
    assert [method for method, *_ in asked] == ["GET"]


def test_what_is_too_long_for_github_is_cut_between_lines(github: Server, tmp_path: Path):
    address, asked = github([])
    renew(address, "- en linje\n" * 20_000, tmp_path)
    body = asked[-1][2]
    assert len(body) < 65_536
    assert "- en linje\n\nDer er mere." in body
