"""`familiehus preview`: what somebody proposes is seen, and marked, and harms nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from shutil import copytree
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from building import ROOT, TODAY, build_site, copied_project, files_below, replace_in
from past import Past, golden_past
from playwright.sync_api import Browser

from site_generator.commands import preview_story as story
from site_generator.html.from_disk import page_from_disk
from site_generator.making.progress import Silent
from site_generator.problems import has_errors
from site_generator.project import Order, Project
from site_generator.verify.site import verify

BASE_URL = "https://hus.example/familier/"
HOUSE = "municipalities/testkommune"


@pytest.fixture
def past(tmp_path: Path) -> Past:
    """The golden house as it is published, with the scripts and the program where they look."""
    past = golden_past(tmp_path / "project")
    copytree(ROOT / ".ci", past.root / ".ci")
    program = past.write(".venv/bin/familiehus", "")
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m site_generator "$@"\n', "utf-8")
    program.chmod(0o755)
    past.write(".gitignore", ".cache\nthemes\n.venv\n.ci\nsite\nforhaandsvisning\n")
    past.commit()
    return past


def proposed(past: Past, name: str, *edits: tuple[str, str, str]) -> str:
    """A branch from main with some edits: its commit."""
    past.git("switch", "-q", "-c", name, "main")
    for file, old, new in edits:
        replace_in(past.root / file, old, new)
    commit = past.commit()
    past.git("switch", "-q", "main")
    return commit


def preview(past: Past, version: str, *options: str) -> Path:
    """The folder of the preview of a version."""
    command = [sys.executable, "-m", "site_generator", "preview", version, "--date", "2026-11-22"]
    done = subprocess.run(
        [*command, "--base-url", BASE_URL, *options],
        cwd=past.root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return past.root / "forhaandsvisning"


MOVED = (f"{HOUSE}/location.yml", "Prøvevej 2", "Prøvevej 14")


def test_a_preview_says_what_it_is_and_can_be_followed_by_nobody(past: Past):
    site = preview(past, proposed(past, "ny", MOVED))
    house = site / "testkommune"
    assert "Prøvevej 14" in (house / "find-os/index.html").read_text("utf-8")
    pages = {name: text.decode() for name, text in files_below(site).items() if name[-4:] == "html"}
    # What only lead on, and what only the root of a server shows, have nothing to say themselves.
    shown = {n: t for n, t in pages.items() if "site-header" in t and not n.endswith("404.html")}
    assert len(shown) > 20
    danish = [name for name, text in shown.items() if '<html lang="da">' in text]
    assert len(danish) > 20
    assert [name for name in danish if "<strong>Forhåndsvisning.</strong>" not in shown[name]] == []
    assert [n for n, text in shown.items() if 'content="noindex"' not in text] == []
    assert [n for n, text in pages.items() if "webcal" in text or ".ics" in text] == []
    assert list(site.rglob("*.ics")) == []
    assert "caches.delete" in (house / "sw.js").read_text("utf-8")
    assert "data-offline" not in pages["testkommune/index.html"]
    assert f'{BASE_URL}testkommune/">Se den rigtige side</a>' in pages["testkommune/index.html"]
    assert not has_errors(verify(site))


def test_a_code_on_a_sheet_of_a_preview_leads_to_the_published_site(past: Past):
    """Should one hang somewhere after all: the preview itself is gone when the request is."""
    site = preview(past, proposed(past, "ny", MOVED))
    sheet = min((site / "testkommune/flyers").glob("*.pdf"))
    page = pypdfium2.PdfDocument(BytesIO(sheet.read_bytes()))[0]
    codes = [code.text for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())]
    assert codes
    assert all(code.startswith(f"{BASE_URL}testkommune/") for code in codes)
    assert "Forhåndsvisning." in page.get_textpage().get_text_range()


def told(site: Path) -> str:
    """The one page in place of a preview."""
    assert [file for file in files_below(site) if file.endswith(".html")] == ["index.html"]
    page = (site / "index.html").read_text("utf-8")
    assert 'content="noindex"' in page
    return page


def test_faults_are_told_at_the_address_of_the_preview(past: Past):
    name = "<img src=x onerror=alert(1)>"
    edit = (f"{HOUSE}/location.yml", "Prøvevej 2", f"Prøvevej 2\n    {json.dumps(name)}: x")
    site = preview(past, proposed(past, "fejl", edit))
    page = told(site)
    assert "Der er fejl, der skal rettes først" in page
    assert f"{HOUSE}/location.yml:" in page
    assert "<img" not in page


def test_an_old_preview_makes_way_for_the_page_about_faults(past: Past):
    site = preview(past, proposed(past, "ny", MOVED))
    broken = proposed(past, "fejl", (f"{HOUSE}/site.yml", "status:", "statuss:"))
    assert preview(past, broken) == site
    assert "Der er fejl" in told(site)


def test_what_has_changed_on_both_sides_is_told(past: Past):
    branch = proposed(past, "ny", MOVED)
    replace_in(past.root / HOUSE / "location.yml", "Prøvevej 2", "Prøvevej 3")
    past.commit()
    assert "støder sammen" in told(preview(past, branch))


def test_what_came_in_the_meantime_is_there_too(past: Past):
    branch = proposed(past, "ny", MOVED)
    replace_in(past.root / HOUSE / "events.yml", "Fest i haven", "Bal i haven")
    past.commit()
    house = preview(past, branch) / "testkommune"
    assert "Prøvevej 14" in (house / "find-os/index.html").read_text("utf-8")
    assert "Bal i haven" in (house / "kalender/index.html").read_text("utf-8")


def test_a_change_of_the_program_alone_shows_nothing(past: Past):
    past.git("switch", "-q", "-c", "program")
    past.write("site_generator/x.py", "raise SystemExit\n")
    commit = past.commit()
    past.git("switch", "-q", "main")
    assert "Her er intet nyt at se" in told(preview(past, commit))


def test_the_published_program_reads_content_and_nothing_else_of_a_proposal(past: Past):
    """Neither its code nor its theme nor what its links lead to, nor what it names as a hook."""
    secret = past.root.parent / "hemmeligt.md"
    secret.write_text("# Hemmeligt\n\nAdgangskode\n", "utf-8")
    past.git("switch", "-q", "-c", "ond")
    (past.root / HOUSE / "pages/ud.md").symlink_to(secret)
    past.write("site_generator/__init__.py", "raise SystemExit('kørt')\n")
    past.write("sitecustomize.py", "raise SystemExit('kørt')\n")
    past.write(".gitattributes", "*.yml filter=ond export-ignore\n")
    replace_in(past.root / MOVED[0], *MOVED[1:])
    past.git("add", "-f", "site_generator", "sitecustomize.py")
    commit = past.commit()
    past.git("switch", "-q", "main")
    site = preview(past, commit)
    everything = b"".join(files_below(site).values())
    assert b"Adgangskode" not in everything
    assert past.git("status", "--porcelain") == ""
    assert past.git("worktree", "list").count("\n") == 0


def test_more_than_any_content_weighs_is_not_unpacked(past: Past, monkeypatch: pytest.MonkeyPatch):
    from site_generator.read import proposals

    commit = proposed(past, "stor", MOVED)
    monkeypatch.setattr(proposals, "MOST_BYTES", 1000)
    with pytest.raises(proposals.TooLargeError), proposals.laid_out(past.root, "main", commit):
        pass
    monkeypatch.setattr(proposals, "MOST_BYTES", 10**9)
    monkeypatch.setattr(proposals, "MOST_FILES", 3)
    with pytest.raises(proposals.TooLargeError), proposals.laid_out(past.root, "main", commit):
        pass


def test_the_same_proposal_is_the_same_bytes(past: Past):
    branch = proposed(past, "ny", MOVED)
    first = files_below(preview(past, branch, "--site", "forhaandsvisning"))
    again = files_below(preview(past, branch))
    assert first == again


def test_whatever_ends_the_work_a_page_says_so(past: Past):
    """As when a machine gives up: nothing of what stood there before is left to be believed."""

    class Ends(Silent):
        def step(self, what: str, count: int) -> Any:
            raise KeyboardInterrupt

    site = preview(past, proposed(past, "ny", MOVED))
    order = Order(Project(past.root), site, (), TODAY, BASE_URL)
    branch = proposed(past, "anden", (f"{HOUSE}/location.yml", "Prøvevej 2", "Prøvevej 9"))
    with pytest.raises(KeyboardInterrupt):
        story.preview(order, "main", branch, Ends())
    assert "blev ikke færdig" in told(site)


def test_no_house_takes_the_place_of_the_previews(tmp_path: Path):
    project = copied_project(tmp_path / "project", "skive")
    (project / "municipalities/skive").rename(project / "municipalities/forhaandsvisning")
    (fault,) = [p for p in build_site(project, project / "site") if p.level == "error"]
    assert fault.message == "Adressen /forhaandsvisning/ bruges allerede af sitet selv."
    assert fault.remedy == "Giv mappen et andet navn, fx forhaandsvisning-hus."
    (project / "municipalities/forhaandsvisning").rename(
        project / "municipalities/forhaandsvisning-hus"
    )
    assert not has_errors(build_site(project, project / "site"))


# The script of the workflow

GH = """\
#!/bin/sh
printf '%s\\n' "$@" > "$ASKED"
printf '7\\n8\\n9\\n$(touch ramt)\\n'
"""


def test_all_open_requests_are_built_whatever_one_of_them_holds(past: Past, tmp_path: Path):
    """7 is right, 8 has faults, 9 is closed by now; of none but its number anything is asked."""
    right = proposed(past, 'a";touch$IFS"ramt', MOVED)
    broken = proposed(past, "$(touch${IFS}ramt)", (f"{HOUSE}/site.yml", "status:", "statuss:"))
    past.git("update-ref", "refs/pull/7/head", right)
    past.git("update-ref", "refs/pull/8/head", broken)
    past.git("remote", "add", "origin", past.root)
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin/gh"
    gh.write_text(GH, "utf-8")
    gh.chmod(0o755)
    done = subprocess.run(
        [".ci/previews", "forhaandsvisning"],
        cwd=past.root,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PATH": f"{gh.parent}:{os.environ['PATH']}",
            "ASKED": str(tmp_path / "asked"),
            "BRANCH": "main",
            "BASE_URL": BASE_URL,
            "DATE": "2026-11-22",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    made = past.root / "forhaandsvisning"
    assert sorted(folder.name for folder in made.iterdir()) == ["7", "8"]
    assert "Prøvevej 14" in (made / "7/testkommune/find-os/index.html").read_text("utf-8")
    assert "Der er fejl" in told(made / "8")
    assert list(tmp_path.rglob("ramt")) == []
    asked = (tmp_path / "asked").read_text("utf-8")
    assert "number,isCrossRepository" in asked
    assert not {"title", "headRefName", "author", "body"} & set(asked.replace(",", "\n").split())


# From a disk


def test_links_lead_to_files():
    html = (
        '<a href="../../">A</a><a href="./#b">B</a><a href="tilbud/?x=1&amp;y=2#c">C</a>'
        '<a href="..">D</a><a href="#e">E</a><a href="a.pdf">F</a><a href="https://x.example/">G</a>'
        '<a href="tel:+4500000001">H</a><meta http-equiv="refresh" content="0; url=../../om/">'
    )
    assert page_from_disk(html, lambda _: b"") == (
        '<a href="../../index.html">A</a><a href="./index.html#b">B</a>'
        '<a href="tilbud/index.html?x=1&amp;y=2#c">C</a><a href="../index.html">D</a>'
        '<a href="#e">E</a><a href="a.pdf">F</a><a href="https://x.example/">G</a>'
        '<a href="tel:+4500000001">H</a>'
        '<meta http-equiv="refresh" content="0; url=../../om/index.html">'
    )


@pytest.mark.browser
def test_a_preview_can_be_opened_from_a_folder(past: Past, browser: Browser):
    """By clicks alone: front page, offers, search and what it finds, with style and script."""
    site = preview(past, proposed(past, "ny", MOVED), "--from-disk")
    assert not has_errors(verify(site))
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto((site / "index.html").as_uri())
    page.click("main article a")
    assert page.url == (site / "testkommune/index.html").as_uri()
    styled = page.evaluate("getComputedStyle(document.querySelector('.site-header')).borderBottom")
    assert styled.startswith("1px solid")
    page.click(".site-header__search")
    page.fill("#soegefelt", "fest")
    page.click(".search-box__results a")
    page.wait_for_selector("main h1")
    assert page.url.endswith(".html") or ".html#" in page.url
    assert "fest" in page.inner_text("main").casefold()
    assert faults == []
    page.close()
