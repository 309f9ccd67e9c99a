"""What `make bench-country` measures: faultless houses, the same pages for Hugo, true costs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from benchmarks.country.collection import HOUSES, MODELS, make_collection, municipalities
from benchmarks.country.hugo_data import TEMPLATES, Route, prepare
from benchmarks.country.measuring import Cost, ProgramFailedError, cost_of
from benchmarks.country.programs import EVERYTHING, HUGO, Country, programs
from benchmarks.country.promises import PROMISES
from benchmarks.country.stages import seconds_of_stages
from benchmarks.country.table import ratio
from building import ROOT, TODAY, build_site, files_below, share_what_is_rendered

from site_generator.making.houses import Workshop
from site_generator.problems import Problem
from site_generator.project import Order, Project
from site_generator.records.municipality import read_municipality
from site_generator.rules import Circumstances, check
from site_generator.schema.values import parse_slug

# As many as are needed for every model with everything that may be added to it.
EVERY_KIND = 29
THREE = {"eksempel", "aabenraa", "aalborg"}


class Built(NamedTuple):
    project: Path
    site: Path
    problems: tuple[Problem, ...]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Three houses, built. Not to be changed."""
    folder = tmp_path_factory.mktemp("country")
    project, site = folder / "project", folder / "site"
    make_collection(3, project)
    share_what_is_rendered(project)
    return Built(project, site, build_site(project, site))


@pytest.fixture(scope="module")
def for_hugo(three: Built) -> list[Route]:
    return prepare(three.project, three.site, three.project.with_name("hugo"))


def errors(project: Path) -> Iterator[Problem]:
    shop = Workshop(Order(Project(project), Path(), (), TODAY))
    for slug in shop.order.project.slugs():
        folder = project / "municipalities" / slug
        municipality, problems = read_municipality(folder, shop.shared)
        assert municipality, problems
        yield from (p for p in problems if p.level == "error")
        found = check(municipality, Circumstances(shop.shared, TODAY))
        yield from (p for p in found if p.level == "error")


def test_no_house_has_an_error(tmp_path: Path):
    slugs = make_collection(EVERY_KIND, tmp_path / "project")
    assert len(slugs) == EVERY_KIND
    assert list(errors(tmp_path / "project")) == []


def test_all_of_three_houses_is_built(three: Built):
    assert [problem for problem in three.problems if problem.level == "error"] == []
    for end in ("index.html", "find-os/index.html", "flyers/*.pdf", "kalender/*.ics"):
        files = three.site.glob(f"*/{end}")
        assert {file.relative_to(three.site).parts[0] for file in files} == THREE


def test_every_slug_is_valid_and_its_own():
    slugs = [municipality.slug for municipality in municipalities(300)]
    assert [parse_slug(slug) for slug in slugs] == slugs
    assert len(set(slugs)) == 299
    assert "eksempel" not in slugs


def test_the_models_are_the_demonstrations_from_reports():
    """A house that is added later changes no figure of the past; one that is gone would."""
    assert [model for model in MODELS if not (HOUSES / model).is_dir()] == []


def test_the_houses_are_the_same_each_time(tmp_path: Path):
    for name in ("one", "other"):
        make_collection(6, tmp_path / name)
    one, other = (files_below(tmp_path / name / "municipalities") for name in ("one", "other"))
    assert "alleroed/media/hus.jpg" in one
    assert one == other


def test_hugo_gets_the_addresses_of_the_built_site(three: Built, for_hugo: list[Route]):
    ours = {
        file.relative_to(three.site).as_posix().removesuffix("/index.html")
        for file in three.site.glob("*/**/*.html")
    }
    assert {route.path.replace("ikke-fundet", "404.html") for route in for_hugo} == ours
    assert len(for_hugo) == len(ours)


def test_hugo_has_a_template_for_every_page(for_hugo: list[Route]):
    templates = {file.stem for file in (TEMPLATES / "layouts" / "portal").iterdir()}
    assert {route.kind for route in for_hugo} == templates


def test_the_stages_make_what_a_build_makes(three: Built, tmp_path: Path):
    """Where the time goes is measured beside the build: what is forgotten there is missing here."""
    seconds = seconds_of_stages(three.project, tmp_path, TODAY)
    built = files_below(three.site)
    houses = {name: built[name] for name in built if name.partition("/")[0] in THREE}
    assert files_below(tmp_path) == houses
    assert all(spent > 0 for spent in seconds.values())


@pytest.mark.parametrize("houses", [1, 2])
def test_an_edit_is_a_new_opening_hour_without_a_fault(houses: int, tmp_path: Path):
    country = Country(tmp_path, houses)
    file = country.project / "municipalities" / country.edited / "opening_hours.yml"
    texts = {file.read_bytes()}
    for _ in range(62):  # more than an hour has minutes
        country.edit()
        texts.add(file.read_bytes())
    assert len(texts) == 63
    assert list(errors(country.project)) == []


def test_every_promise_is_measured(tmp_path: Path):
    flyers, plain = Country(tmp_path / "all", 1), Country(tmp_path / "plain", 1, flyers=False)
    measured = {program.name: program for program in programs(flyers, plain, Path("hugo"))}
    assert PROMISES.keys() <= measured.keys()
    assert {program.beside for program in measured.values()} <= measured.keys()
    assert measured[EVERYTHING].ours
    assert not measured[HUGO].ours


def test_a_cost_includes_what_a_process_has_begun():
    """The builds' own processes are where the work is done. Measured in a process of its own, as
    by the benchmark: this one may be larger than what is measured, which would hide it."""
    inner = "x = bytearray(300 << 20); sum(range(3_000_000))"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}], check=True)"
    large, small = measured_alone(outer), measured_alone("")
    assert 300 < large.memory < 600
    assert large.wall > 0
    assert large.processor > small.processor
    assert small.memory < 100


def measured_alone(code: str) -> Cost:
    """What a small process measures of Python running some code."""
    measure = (
        "import sys; from pathlib import Path; from benchmarks.country.measuring import cost_of;"
        f"cost = cost_of((sys.executable, '-c', {code!r}), Path());"
        "print(cost.wall, cost.processor, cost.memory)"
    )
    command = [sys.executable, "-c", measure]
    told = subprocess.run(command, cwd=ROOT / "tests", check=True, stdout=subprocess.PIPE)
    return Cost(*map(float, told.stdout.split()))


def test_a_program_that_fails_says_why(tmp_path: Path):
    with pytest.raises(ProgramFailedError, match="no such thing"):
        cost_of((sys.executable, "-c", "raise SystemExit('no such thing')"), tmp_path)


def test_ratios_are_taken_round_by_round():
    """What slows a whole round down slows both: 2, 2 and 3 times, whatever the medians say."""
    ours = [Cost(wall, 0, 0) for wall in (2, 20, 9)]
    theirs = [Cost(wall, 0, 0) for wall in (1, 10, 3)]
    assert ratio(ours, theirs) == 2
