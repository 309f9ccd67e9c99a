"""Who is asked before a house's folder changes: site.yml, `.github/CODEOWNERS`, and `check`."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

import pytest
from building import ROOT, TODAY, build_site, copied_project, replace_in

from site_generator.build import check
from site_generator.making.progress import Silent
from site_generator.project import Order, Project

MADE = run_path(str(ROOT / ".ci" / "codeowners.py"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two houses, of which one says who looks after it."""
    project = copied_project(tmp_path / "project", "skive", "varde")
    (project / ".github").mkdir()
    site = project / "municipalities/varde/site.yml"
    site.write_text(
        site.read_text("utf-8") + "maintainers: [eksempel/familiehus, '@en-anden']\n", "utf-8"
    )
    return project


def written(project: Path) -> str:
    return (project / ".github/CODEOWNERS").read_text("utf-8")


def write(project: Path, text: str = "") -> None:
    (project / ".github/CODEOWNERS").write_text(MADE["with_houses"](project, text), "utf-8")


def told(project: Path) -> list[str]:
    """What `check` says of who is asked."""
    order = Order(Project(project), Path(), (), TODAY)
    return [
        f"{problem.path} {problem.message} {problem.remedy}"
        for problem in check(order, Silent())
        if problem.field == "maintainers"
    ]


LINE = "/municipalities/varde/ @eksempel/familiehus @en-anden"


def test_who_is_asked_is_written_and_what_is_by_hand_stays(project: Path):
    write(project, "/site_generator/ @programmet\n")
    assert written(project).splitlines() == ["/site_generator/ @programmet", MADE["MARK"], LINE]
    once = written(project)
    write(project, once)
    assert written(project) == once
    assert told(project) == []


def test_a_missing_line_is_told_and_the_remedy_is_right_to_the_letter(project: Path):
    write(project)
    (project / ".github/CODEOWNERS").write_text("", "utf-8")
    (said,) = told(project)
    assert said.startswith("municipalities/varde/site.yml De, der passer siden")
    line = said.partition("Skriv linjen «")[2].partition("»")[0]
    (project / ".github/CODEOWNERS").write_text(f"{line}\n", "utf-8")
    assert told(project) == []


def test_a_line_without_a_field_is_told(project: Path):
    write(project, "/municipalities/skive/ @gammel\n")
    (said,) = told(project)
    assert "Skriv «maintainers: [gammel]» her, eller slet linjen" in said
    site = project / "municipalities/skive/site.yml"
    site.write_text(site.read_text("utf-8") + "maintainers: [gammel]\n", "utf-8")
    assert told(project) == []


def test_a_project_that_is_not_on_github_asks_nobody(project: Path):
    (project / ".github").rmdir()
    assert told(project) == []


def test_a_new_line_is_seen_by_a_build_that_remembers(project: Path):
    (project / ".github/CODEOWNERS").write_text("", "utf-8")
    site = project / "site"
    assert any(p.field == "maintainers" for p in build_site(project, site))
    write(project)
    assert not any(p.field == "maintainers" for p in build_site(project, site))


@pytest.mark.content
def test_the_file_of_the_project_is_up_to_date():
    """Mend it with `make owners`."""
    assert written(ROOT) == MADE["with_houses"](ROOT, written(ROOT))


# The address of a house of its own


@pytest.mark.parametrize(
    ("own", "right"),
    [
        ("https://x.example/y/skive/", True),
        ("https://X.example/y/skive", True),
        ("https://x.example/y/", False),
        ("https://x.example/skive/", False),
        ("https://x.example/y/Skive/", False),
        ("https://familiehus.example/", False),
    ],
)
def test_an_address_that_the_published_one_cannot_serve_is_told(
    tmp_path: Path, own: str, right: bool
):
    project = copied_project(tmp_path / "project", "skive")
    site = project / "municipalities/skive/site.yml"
    replace_in(site, "status: demo", f"status: demo\nbase_url: {own}")
    line = site.read_text("utf-8").splitlines().index(f"base_url: {own}") + 1
    problems = build_site(project, project / "site", base_url="https://x.example/y/")
    found = [problem for problem in problems if problem.field == "base_url"]
    assert [problem.line for problem in found] == ([] if right else [line])
    if found:
        remedy = found[0].remedy.partition("skriv «")[2].partition("»")[0]
        replace_in(site, f"base_url: {own}", remedy)
        again = build_site(project, project / "site", base_url="https://x.example/y/")
        assert not [problem for problem in again if problem.field == "base_url"]
