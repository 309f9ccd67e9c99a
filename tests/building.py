"""What the tests build: a project with houses of their own, the golden one, and copies."""

from __future__ import annotations

import atexit
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from site_generator.build import build
from site_generator.making.houses import Workshop, open_house
from site_generator.making.progress import Silent
from site_generator.problems import Problem
from site_generator.project import Order, Project
from site_generator.records.municipality import read_municipality
from site_generator.told.house import House

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).resolve().parent / "golden"
_HOUSES = Path(__file__).resolve().parent / "houses"
SLUGS = tuple(sorted(file.parent.name for file in _HOUSES.glob("*/site.yml")))

# A Sunday. What the sites say must not change with the day on which the tests are run.
TODAY = date(2026, 11, 22)

# Uses everything; no address; seven places; telephone hours only; an offer about violence.
FEW = ("eksempel", "skive", "vejle", "aalborg", "lolland")
BASE = "https://familiehuse.example"
# As it is published, each page leads its authors to their file.
REPOSITORY = "https://github.com/kommunen/familiehus"


def share_what_is_rendered(root: Path) -> None:
    """A copy takes the flyers and pictures that other tests have rendered: what goes into them is
    the same, and setting them anew takes seconds each time."""
    kept = ROOT / ".cache"
    kept.mkdir(exist_ok=True)
    (root / ".cache").symlink_to(kept)


def share_what_all_have(root: Path) -> None:
    """The content and the themes that come with the program, and what has been rendered."""
    for shared in ("content", "themes"):
        (root / shared).symlink_to(ROOT / shared)
    share_what_is_rendered(root)


def _project_of_the_tests(root: Path) -> Path:
    (root / "municipalities").symlink_to(_HOUSES)
    share_what_all_have(root)
    return root


# All houses of the tests, not to be changed. The folder lies outside of git: what was committed
# when decides nothing that a test sees.
_FOLDER = TemporaryDirectory(prefix="familiehus-")
atexit.register(_FOLDER.cleanup)
PROJECT = _project_of_the_tests(Path(_FOLDER.name))


def build_site(
    root: Path,
    site: Path,
    *slugs: str,
    today: date = TODAY,
    base_url: str = "",
    repository: str = "",
) -> tuple[Problem, ...]:
    """Build the project in `root` into `site`, as `familiehus build` does."""
    order = Order(Project(root), site, slugs, today, base_url, repository=repository)
    return build(order, Silent())


def opened_house(root: Path, slug: str, today: date = TODAY, base_url: str = "") -> House:
    """A house as the pages, feeds and flyers get it."""
    shop = Workshop(Order(Project(root), Path(), (), today))
    municipality, _ = read_municipality(root / "municipalities" / slug, shop.shared)
    assert municipality, f"{slug} cannot be read"
    theme = shop.theme(municipality.site.theme)
    return open_house(municipality, shop.shared, theme, today, base_url)


def golden_project(root: Path) -> Path:
    """A project in the new folder `root` with testkommune, its own content and the real themes."""
    shutil.copytree(GOLDEN / "content", root / "content")
    shutil.copytree(GOLDEN / "testkommune", root / "municipalities" / "testkommune")
    (root / "themes").symlink_to(ROOT / "themes")
    share_what_is_rendered(root)
    return root


def copied_project(root: Path, *slugs: str) -> Path:
    """A project in the new folder `root` with copies of houses of the tests, to be changed."""
    for slug in slugs:
        shutil.copytree(_HOUSES / slug, root / "municipalities" / slug)
    share_what_all_have(root)
    return root


def replace_in(file: Path, old: str, new: str) -> None:
    """Change a text file; `old` must stand in it, so that no test changes nothing."""
    text = file.read_text("utf-8")
    assert old in text, f"{file.name} no longer holds {old!r}"
    file.write_text(text.replace(old, new), "utf-8")


def put_in_use(project: Path) -> None:
    """Make the copied example no demonstration any more, and give it its statement."""
    site_file = project / "municipalities" / "eksempel" / "site.yml"
    replace_in(site_file, "status: demo", "status: official")
    replace_in(site_file, "# accessibility_statement:", "accessibility_statement:")
    replace_in(site_file, "#   link: https://was", "  link: https://was")
    replace_in(site_file, "#   date:", "  date:")


def files_below(folder: Path) -> dict[str, bytes]:
    """The content of every file below a folder, by its path in the folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def without_flyers(root: Path, *slugs: str) -> Path:
    """As `copied_project`, without what takes longest and what these tests never look at."""
    copied_project(root, *slugs)
    for slug in slugs:
        (root / "municipalities" / slug / "flyers.yml").unlink(missing_ok=True)
    return root
