"""Only what has changed is made again, and one cannot see from the site that it was so."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from building import PROJECT, ROOT, TODAY, files_below, golden_project, replace_in
from sampling import slow_unless

from site_generator.build import build, join
from site_generator.making.progress import Silent
from site_generator.problems import Problem
from site_generator.project import Order, Project
from site_generator.write import exchange
from site_generator.write.standing import MARK

HOUSES = ("skive", "vejle", "langeland")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own in every part, with three houses and a cache that nobody shares."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "content", root / "content", ignore=shutil.ignore_patterns("handbook"))
    shutil.copytree(ROOT / "themes", root / "themes")
    for slug in HOUSES:
        shutil.copytree(PROJECT / "municipalities" / slug, root / "municipalities" / slug)
        (root / "municipalities" / slug / "flyers.yml").unlink(missing_ok=True)
    return root


@pytest.fixture
def order(project: Path, tmp_path: Path) -> Order:
    return Order(
        Project(project, ROOT), tmp_path / "site", (), TODAY, "https://familiehuse.example/"
    )


def built(order: Order) -> dict[str, bytes]:
    """The whole site after a build that may keep what it can."""
    problems = build(order, Silent())
    assert [problem for problem in problems if problem.level == "error"] == []
    return files_below(order.site)


def from_nothing(order: Order) -> dict[str, bytes]:
    """The whole site as it is built where nothing was ever built."""
    root = order.project.root
    bare = root.parent / "from-nothing"
    shutil.rmtree(bare, ignore_errors=True)
    (bare / "project").mkdir(parents=True)
    for name in ("content", "themes", "municipalities"):
        (bare / "project" / name).symlink_to(root / name)
    return built(
        replace(order, project=Project(bare / "project", ROOT), site=bare / "site", slugs=())
    )


def moments(site: Path) -> dict[str, int]:
    """When each file of a site was put there."""
    return {str(f): f.stat().st_ctime_ns for f in sorted(site.rglob("*")) if f.is_file()}


# Edits


def other_value(root: Path, chance: random.Random) -> None:
    new_headline(root, chance.choice(HOUSES), f"Nr. {chance.random()} for alle")


def new_headline(root: Path, slug: str, headline: str) -> None:
    file = root / "municipalities" / slug / "site.yml"
    text = re.sub("^headline: .*$", f"headline: {headline}", file.read_text("utf-8"), flags=re.M)
    assert headline in text
    file.write_text(text, "utf-8")


def another_page(root: Path, chance: random.Random) -> None:
    pages = root / "municipalities" / chance.choice(HOUSES) / "pages"
    pages.mkdir(exist_ok=True)
    name = f"side-{chance.randrange(10**6)}"
    (pages / f"{name}.md").write_text(f"---\ntitle: {name}\nsummary: Kort.\n---\nKom og se.\n")


def a_page_less(root: Path, chance: random.Random) -> None:
    for page in (root / "municipalities").glob("*/pages/side-*.md"):
        page.unlink()
        return


def a_shared_article(root: Path, chance: random.Random) -> None:
    article = chance.choice(sorted((root / "content" / "articles").glob("*.md")))
    article.write_text(article.read_text("utf-8") + f"\nDet er nummer {chance.random()}.\n")


def a_template(root: Path, chance: random.Random) -> None:
    page = root / "themes" / "familiehus" / "layouts" / "document.html"
    page.write_text(
        page.read_text("utf-8") + f"{{# {chance.random()} #}}<!-- {chance.random()} -->"
    )


def another_house(root: Path, chance: random.Random) -> None:
    new = root / "municipalities" / f"by-{chance.randrange(10**6)}"
    shutil.copytree(root / "municipalities" / chance.choice(HOUSES), new)


def a_house_less(root: Path, chance: random.Random) -> None:
    for folder in (root / "municipalities").glob("by-*"):
        shutil.rmtree(folder)
        return


def nothing(root: Path, chance: random.Random) -> None:
    """Somebody saves a file as it is."""
    file = root / "municipalities" / "skive" / "site.yml"
    file.write_bytes(file.read_bytes())


EDITS = (
    *(other_value, another_page, a_page_less, a_shared_article, a_template),
    *(another_house, a_house_less, nothing),
)


def edited(order: Order, chance: random.Random) -> Order:
    """One change of the kind that happens; of the files, or of what is asked for."""
    edit = chance.choice([*EDITS, "date", "address", "one house", "processes"])
    if edit == "date":
        return replace(order, today=order.today + timedelta(days=chance.randrange(1, 40)))
    if edit == "address":
        return replace(order, base_url=f"https://nr{chance.randrange(99)}.example/")
    if edit == "one house":
        other_value(order.project.root, chance)
        built(replace(order, slugs=(chance.choice(HOUSES),)))
        return order
    if edit == "processes":
        return replace(order, jobs=chance.choice([1, 4]))
    assert callable(edit)
    edit(order.project.root, chance)
    return order


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, marks=slow_unless(seed == 1)) for seed in range(1, 13)]
)
def test_what_is_kept_and_what_is_made_anew_are_the_same(order: Order, seed: int):
    """After every one of many changes, in every byte."""
    chance = random.Random(seed)
    for _ in range(5):
        order = edited(order, chance)
        assert built(order) == from_nothing(order)


def test_four_processes_make_what_one_makes(order: Order):
    """The same site, and the same warnings in the same order."""
    for slug in HOUSES:
        warn_about(order.project.root / "municipalities" / slug)
    told = build(replace(order, jobs=4), Silent())
    site = files_below(order.site)
    shutil.rmtree(order.project.root / ".cache")
    alone = replace(order, site=order.site.with_name("alone"), jobs=1)
    assert build(alone, Silent()) == told
    assert files_below(alone.site) == site
    assert len(told) >= len(HOUSES)


def warn_about(folder: Path) -> None:
    """Something that is told and stops nothing: a house that nobody has looked at for years."""
    with (folder / "site.yml").open("a", encoding="utf-8") as file:
        file.write("reviewed: 2023-01-01\n")


def test_only_the_house_that_changed_is_put_there_anew(order: Order):
    """The others are not even written again."""
    built(order)
    before = moments(order.site)
    other_value(order.project.root, random.Random(1))
    built(order)
    after = moments(order.site)
    changed = {file for file in after if before.get(file) != after[file]}
    houses = {Path(file).relative_to(order.site).parts[0] for file in changed}
    assert len(houses & set(HOUSES)) == 1


def test_warnings_of_what_has_not_changed_are_told_again(order: Order):
    """A nightly build says the same as the one before it."""
    warn_about(order.project.root / "municipalities" / "vejle")
    first = build(order, Silent())
    assert any(problem.level == "warning" for problem in first)
    assert build(order, Silent()) == first


def test_nothing_changed_loads_nothing_heavy(order: Order):
    """Neither the models nor the templates: the comparison stands before them."""
    built(order)
    heavy = {"pydantic", "mkdocs", "jinja2", "yaml", "babel", "PIL", "typst", "rich", "icalendar"}
    told = ("--base-url", order.base_url, "--site", str(order.site))
    assert heavy & loaded_by(order, "build", *told) == set()


def test_a_check_loads_nothing_that_pages_are_made_with(order: Order):
    """Nor what several processes need: one house is looked at by the first."""
    heavy = {"jinja2", "icalendar", "mkdocs", "site_generator.views.pages"}
    heavy |= {"concurrent.futures", "multiprocessing"}
    assert heavy & loaded_by(order, "check", "skive") == set()


def loaded_by(order: Order, command: str, *told: str) -> set[str]:
    """The names of all modules that a process has loaded in the end."""
    script = (
        "import sys; from site_generator.commands.cli import main\n"
        "try: main(standalone_mode=False)\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print(*sorted(sys.modules))"
    )
    day = ("--date", str(TODAY), "--root", str(order.project.root))
    done = subprocess.run(
        [sys.executable, "-c", script, command, *told, *day],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


# More than one machine


def test_parts_put_together_are_what_one_build_gives(order: Order, tmp_path: Path):
    """Each machine has a part of the houses, and no two have the same."""
    parts = [tmp_path / f"part-{n}" for n in (1, 2)]
    for n, part in enumerate(parts, 1):
        build(replace(order, site=part, shard=(n, 2)), Silent())
    in_parts = [slug for part in parts for slug in HOUSES if (part / slug).is_dir()]
    assert sorted(in_parts) == sorted(HOUSES)
    (order.site / "nogle-andres").mkdir(parents=True)
    (order.site / "nogle-andres" / MARK).touch()
    assert join(order, parts) == ()
    assert files_below(order.site) == from_nothing(order)


def test_a_part_that_is_missing_is_told(order: Order, tmp_path: Path):
    """And nothing is put together."""
    part = tmp_path / "part"
    build(replace(order, site=part, shard=(1, 2)), Silent())
    missing = join(order, [part])
    assert {f"municipalities/{slug}" for slug in HOUSES if not (part / slug).is_dir()} == {
        problem.path for problem in missing
    }
    assert not order.site.exists()


# Damage


def empty(file: Path) -> None:
    file.write_bytes(b"")


def delete(file: Path) -> None:
    file.unlink()


def rewrite_unseen(file: Path) -> None:
    """Another text of the same length, with the old times put back."""
    before = file.stat()
    file.write_bytes(file.read_bytes()[::-1])
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def add_another(file: Path) -> None:
    file.with_name("noget-andet.txt").write_text("Hej")


def make_a_folder_of_it(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGE = [empty, delete, rewrite_unseen, add_another, make_a_folder_of_it]


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", ["vejle/index.html", "skive/kalender/index.html", "index.html"])
def test_damage_in_the_site_is_mended(order: Order, name: str, damage: Callable[[Path], None]):
    """Whatever somebody does to a file by hand is gone with the next build."""
    whole = built(order)
    file = order.site / name
    if not file.is_file():
        file = order.site / "skive" / "find-os" / "index.html"
    damage(file)
    assert built(order) == whole


@pytest.mark.parametrize("damage", [empty, rewrite_unseen, make_a_folder_of_it, delete])
def test_damage_in_what_was_kept_changes_no_byte(order: Order, damage: Callable[[Path], None]):
    """Each entry knows its own content."""
    whole = built(order)
    for entry in sorted((order.project.root / ".cache").rglob("*")):
        if entry.is_file():
            damage(entry)
    assert built(order) == whole
    other_value(order.project.root, random.Random(1))
    assert built(order) == from_nothing(order)


def test_the_cache_may_be_deleted_or_be_no_folder(order: Order):
    """It holds nothing that cannot be made again."""
    whole = built(order)
    cache = order.project.root / ".cache"
    shutil.rmtree(cache)
    assert built(order) == whole
    shutil.rmtree(cache)
    cache.write_text("Jeg er en fil.")
    assert built(order) == whole


def test_what_stands_for_no_house_goes(order: Order):
    """Of a house whose folder is gone nothing stays, and nothing of what somebody left there."""
    built(order)
    shutil.rmtree(order.project.root / "municipalities" / "vejle")
    (order.site / "gammelt.html").write_text("Hej")
    assert {entry.name for entry in order.site.iterdir()} >= {"vejle", "gammelt.html"}
    assert built(order) == from_nothing(order)


def test_one_house_renews_the_page_above(order: Order):
    """With the houses that stand, as they are now."""
    built(order)
    new_headline(order.project.root, "skive", "En ny begyndelse")
    built(replace(order, slugs=("skive",)))
    assert "En ny begyndelse" in (order.site / "index.html").read_text("utf-8")
    assert files_below(order.site) == from_nothing(order)


# Ends before its time


def started(order: Order, jobs: int = 2) -> subprocess.Popen[bytes]:
    command = ["build", "--date", str(order.today), "--base-url", order.base_url]
    folders = ["--root", order.project.root, "--site", order.site, "--jobs", str(jobs)]
    return subprocess.Popen(
        [sys.executable, "-m", "site_generator", *command, *folders],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def ended(process: subprocess.Popen[bytes]) -> int:
    process.communicate(timeout=120)
    return process.returncode


def houses_of(files: dict[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The files of each house, and of what is above them under the empty name."""
    houses: dict[str, dict[str, bytes]] = {}
    for name, content in files.items():
        slug, inside, _ = name.partition("/")
        house = slug if inside and slug != "assets" else ""
        houses.setdefault(house, {})[name] = content
    return houses


@pytest.fixture(scope="module")
def seconds_of_a_build(tmp_path_factory: pytest.TempPathFactory) -> float:
    """How long a build takes here, so that it can be killed at any moment of it."""
    root = golden_project(tmp_path_factory.mktemp("timed") / "project")
    order = Order(Project(root, ROOT), root.parent / "site", (), TODAY)
    start = time.monotonic()
    assert ended(started(order)) == 0
    return time.monotonic() - start


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, marks=slow_unless(seed == 1)) for seed in range(1, 7)]
)
def test_a_build_killed_at_any_moment_leaves_every_house_whole(
    order: Order, seed: int, seconds_of_a_build: float
):
    """Old or new, never half; the next build is right, and leaves nothing beside the site."""
    chance = random.Random(seed)
    kills = 8 if seed == 1 else 40
    old = houses_of(built(order))
    for _ in range(kills):
        for slug in HOUSES:
            new_headline(order.project.root, slug, f"Nr. {chance.random()}")
        process = started(order)
        time.sleep(chance.uniform(0, seconds_of_a_build * 1.5))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        left = houses_of(files_below(order.site))
        new = houses_of(from_nothing(order))
        for house in HOUSES:
            assert left[house] in (old[house], new[house])
        old = houses_of(built(order))
        assert old == new
        beside = {entry.name for entry in order.site.parent.iterdir()}
        assert beside == {"project", "site", "from-nothing"}


def test_a_build_killed_between_two_renamings_is_mended(order: Order):
    """Where two folders cannot be swapped in one step a house may be away; the next build sees."""
    whole = built(order)
    script = (
        "import os; from pathlib import Path; from site_generator.write import exchange\n"
        "exchange._swapped = lambda *_: False\n"
        "rename = Path.rename\n"
        "def once(self, target):\n"
        "    rename(self, target)\n"
        "    self.parent.name == 'site' and os._exit(9)\n"
        "Path.rename = once\n"
        "from site_generator.commands.cli import main; main()"
    )
    new_headline(order.project.root, "vejle", "En ny begyndelse")
    command = ["build", "--date", str(TODAY), "--base-url", order.base_url]
    folders = ["--root", order.project.root, "--site", order.site, "--jobs", "1"]
    done = subprocess.run([sys.executable, "-c", script, *command, *folders], cwd=ROOT, check=False)
    assert done.returncode == 9
    assert not (order.site / "vejle").exists()
    assert built(order).keys() == whole.keys()
    assert {entry.name for entry in order.site.parent.iterdir()} == {"project", "site"}


def test_ctrl_c_ends_all_processes_at_once(order: Order):
    """With a sentence in Danish, the old site untouched, and nobody left behind."""
    before = built(order)
    a_shared_article(order.project.root, random.Random(1))
    process = started(order)
    wait_until_it_works(order)
    os.killpg(process.pid, signal.SIGINT)
    start = time.monotonic()
    _, said = process.communicate(timeout=20)
    assert time.monotonic() - start < 5
    assert process.returncode == 130
    assert "Afbrudt. Ingen sider er skrevet. De gamle står, som de stod." in said.decode()
    assert "Traceback" not in said.decode()
    assert files_below(order.site) == before
    assert group_is_gone(process.pid)
    assert {entry.name for entry in order.site.parent.iterdir()} == {"project", "site"}


def wait_until_it_works(order: Order) -> None:
    aside = order.site.with_name(f".{order.site.name}-new")
    for _ in range(600):
        if aside.is_dir() and any(aside.iterdir()):
            return
        time.sleep(0.02)
    pytest.fail("the build never began to write")


def group_is_gone(group: int) -> bool:
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_two_builds_at_once_leave_one_right_site(order: Order):
    """The second waits for the first."""
    processes = [started(order) for _ in range(2)]
    assert [ended(process) for process in processes] == [0, 0]
    assert files_below(order.site) == from_nothing(order)


# An error anywhere


def test_an_error_anywhere_leaves_everything_as_it_was(order: Order):
    """Also the houses that were made before it was found, with one process or several."""
    before = built(order)
    for jobs in (1, 4):
        a_shared_article(order.project.root, random.Random(jobs))
        replace_in(order.project.root / "municipalities/vejle/site.yml", "status: ", "status: x")
        problems = build(replace(order, jobs=jobs), Silent())
        assert any(problem.level == "error" for problem in problems)
        assert files_below(order.site) == before
        replace_in(order.project.root / "municipalities/vejle/site.yml", "status: x", "status: ")


def test_faults_of_several_houses_are_told_together_and_in_order(order: Order):
    """However many processes look for them."""
    for slug in ("skive", "vejle"):
        replace_in(order.project.root / f"municipalities/{slug}/site.yml", "status: ", "status: x")
    told = [faults(build(replace(order, jobs=jobs), Silent())) for jobs in (1, 4)]
    assert told[0] == told[1]
    assert {path.split("/")[1] for path in told[0]} == {"skive", "vejle"}


def faults(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.path for problem in problems if problem.level == "error"]


# In use without an address


def test_a_site_in_use_without_its_address_is_told_of(order: Order):
    """Its codes would lead nowhere. It is no fault where the build or the house has one."""
    file = order.project.root / "municipalities/vejle/site.yml"
    replace_in(file, "status: demo", "status: official\nreviewed: 2026-11-01")
    told = build(replace(order, base_url=""), Silent())
    mine = [problem for problem in told if "bygges uden sin adresse" in problem.message]
    assert [(one.path, one.level) for one in mine] == [(file_of("vejle"), "warning")]
    assert not [one for one in build(order, Silent()) if one in mine]
    with file.open("a", encoding="utf-8") as text:
        text.write("base_url: https://vejle.example/\n")
    assert not [one for one in build(replace(order, base_url=""), Silent()) if one in mine]


def file_of(slug: str) -> str:
    return f"municipalities/{slug}/site.yml"


# The swap itself


def test_two_folders_change_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """In one step where the system can, and in two where it cannot, with the same end."""
    for swapped in (exchange._swapped, lambda *_: False):
        monkeypatch.setattr(exchange, "_swapped", swapped)
        for name in ("ny", "gammel"):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / "navn").write_text(name)
        exchange.exchange(tmp_path / "ny", tmp_path / "gammel")
        assert (tmp_path / "gammel" / "navn").read_text() == "ny"
        assert (tmp_path / "ny" / "navn").read_text() == "gammel"


def test_every_house_has_its_mark(order: Order):
    """Or it could never be replaced by itself."""
    files = built(order)
    assert {f"{slug}/{MARK}" for slug in HOUSES} <= files.keys()
