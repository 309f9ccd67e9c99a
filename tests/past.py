"""A project with a past of its own: real commits at given moments, and what is known of them."""

from __future__ import annotations

import os
import subprocess
from datetime import date, datetime
from pathlib import Path

from building import ROOT, TODAY, golden_project

from site_generator.feeds.house_feeds import house_feeds
from site_generator.html.theme import load_theme
from site_generator.making.houses import open_house
from site_generator.problems import Problem, in_reading_order
from site_generator.read.file_dates import file_dates
from site_generator.read.history import read_history
from site_generator.read.remembered import History
from site_generator.records.municipality import read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.rules import Circumstances, check
from site_generator.rules.collection import articles_are_kept, history_is_whole, houses_are_kept
from site_generator.told.house import House

SLUG = "testkommune"
BASE_URL = "https://familiehuse.example/"


class Past:
    """A repository. `root` is the project in it; both are the same where nothing else is said."""

    def __init__(self, repository: Path, root: Path | None = None) -> None:
        self.repository, self.root = repository, root or repository
        repository.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str | Path, when: datetime | None = None) -> str:
        who = {
            f"GIT_{role}_{key}": "x@example.org"
            for role in ("AUTHOR", "COMMITTER")
            for key in ("NAME", "EMAIL")
        }
        clock = {"GIT_COMMITTER_DATE": f"{when:%Y-%m-%dT%H:%M:%S}+0000"} if when else {}
        options = ("-c", "commit.gpgsign=false", "-c", "core.excludesFile=")
        done = subprocess.run(
            ["git", "-C", self.repository, *options, *arguments],
            check=True,
            capture_output=True,
            env=os.environ | who | clock,
        )
        return done.stdout.decode("utf-8", "replace").strip()

    def commit(self, when: datetime | date | None = None) -> str:
        """Everything as it lies here, at noon UTC where no hour is given; the commit's id."""
        if when and not isinstance(when, datetime):
            when = datetime(when.year, when.month, when.day, 12)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x", when=when)
        return self.git("rev-parse", "HEAD")

    def write(self, name: str, text: str) -> Path:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def history(self) -> History:
        return read_history(self.root, None)


def golden_past(root: Path) -> Past:
    """The golden municipality without its flyers' cache, committed on 1 October 2026."""
    past = Past(golden_project(root))
    past.write(".gitignore", ".cache\nthemes\n")
    past.commit(date(2026, 10, 1))
    return past


def house_at(past: Past, today: date = TODAY, slug: str = SLUG) -> House:
    """A house as a build on a day would see it."""
    shared, _ = read_shared_content(past.root / "content")
    municipality, _ = read_municipality(past.root / "municipalities" / slug, shared)
    assert municipality
    theme = load_theme(ROOT / "themes" / "familiehus")
    known = past.history().of(slug)
    dates = file_dates(past.root, slug, known, today)
    return open_house(municipality, shared, theme, today, BASE_URL, known, dates)


def feeds_at(past: Past, today: date) -> dict[str, bytes]:
    return {made.address: made.content for made in house_feeds(house_at(past, today))}


def problems_at(past: Past, today: date = TODAY, slug: str = SLUG) -> list[Problem]:
    """What `check` says of a house and of what all share."""
    history = past.history()
    shared, problems = read_shared_content(past.root / "content")
    folders = (past.root / "municipalities").iterdir()
    problems += [*history_is_whole(history)]
    problems += houses_are_kept(history, [folder.name for folder in folders], shared)
    articles = (past.root / "content" / "articles").glob("*.md")
    problems += articles_are_kept(history, [file.stem for file in articles], shared)
    folder = past.root / "municipalities" / slug
    if folder.is_dir():
        municipality, faults = read_municipality(folder, shared)
        assert municipality, faults
        problems += faults + check(municipality, Circumstances(shared, today, history.of(slug)))
    return in_reading_order(problems)
