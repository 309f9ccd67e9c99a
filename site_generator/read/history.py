"""READ: the history of the project, in one pass for all houses, and kept by commit.

Two things are asked of it. When did each file change last, so that calendars and flyers can say
so (lineage.py)? And what has been published, so that none of it vanishes (published.py)? Where
there is no history (files from a zip), nothing is known and nothing is refused.

Where nothing has been committed since, it costs one `git rev-parse` and the reading of one file.
Imports nothing heavy: a build in which nothing has changed reads this and little else.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from site_generator.read.git import Change, Commit, Edge, Tips, changes, commits, contents, tips_of
from site_generator.read.lineage import State, edges_of, main_line, state_at
from site_generator.read.published import READ, SLUG, Publishing
from site_generator.read.remembered import PIN, FileState, History, as_json, from_json

_PATHS = ("municipalities", "content/catalogue", "content/articles", PIN)
_OF_HOUSE = re.compile(r"municipalities/([^/]+)/([^/]+\.yml|pages/[^/]+\.md)")
_ARTICLE = re.compile(r"content/articles/([^/]+)\.md")
_OF_ALL = re.compile(rf"content/catalogue/[^/]+\.yml|{re.escape(PIN)}")
_MODULES = ("git", "lineage", "entries", "published", "remembered", "history")
_KEEP = 20


def read_history(root: Path, kept: Path | None) -> History:
    """What the history of the project in `root` tells; `kept` is where it is remembered."""
    tips = tips_of(root)
    if tips is None:
        return History()
    file = kept / f"{_key(tips)}.json" if kept else None
    known = _remembered(file) if file else None
    if known is None:
        known = _read(root, tips)
        if file:
            _remember(file, known)
    return known


def _read(root: Path, tips: Tips) -> History:
    found = commits(root, tips)
    changed = changes(root, edges_of(found), _PATHS)
    state = state_at(tips.head, found, changed)
    published = _published(root, tips, found, changed)
    files = _by_house(state)
    shared = tuple(
        FileState(name, *state[name]) for name in sorted(state) if _OF_ALL.fullmatch(name)
    )
    return History(
        commit=tips.head,
        shallow=tips.shallow,
        articles=_articles(tips, found, changed),
        houses={
            slug: published.get(slug, Publishing()).as_history(files.get(slug, ()), shared)
            for slug in sorted(files.keys() | published.keys())
        },
    )


def _articles(
    tips: Tips, found: list[Commit], changed: Mapping[Edge, list[Change]]
) -> tuple[str, ...]:
    edges = main_line(tips.main, found)
    names = (_ARTICLE.fullmatch(name) for edge in edges for name, _ in changed.get(edge, ()))
    return tuple(sorted({name[1] for name in names if name and SLUG.fullmatch(name[1])}))


def _by_house(state: State) -> Mapping[str, tuple[FileState, ...]]:
    found: dict[str, list[FileState]] = defaultdict(list)
    for name in sorted(state):
        place = _OF_HOUSE.fullmatch(name)
        if place and SLUG.fullmatch(place[1]):
            found[place[1]].append(FileState(place[2], *state[name]))
    return {slug: tuple(files) for slug, files in found.items()}


def _published(
    root: Path, tips: Tips, found: list[Commit], changed: Mapping[Edge, list[Change]]
) -> Mapping[str, Publishing]:
    """Each house's old versions on the main branch, oldest first."""
    versions: dict[tuple[str, str, str], None] = {}
    first: dict[str, str] = {}
    for edge in main_line(tips.main, found):
        for name, blob in changed.get(edge, ()):
            place = _OF_HOUSE.fullmatch(name)
            if place and blob and SLUG.fullmatch(place[1]):
                first.setdefault(place[1], edge[0])
                # Said again where it comes again: the last version is the one that counts.
                versions.pop((place[1], place[2], blob), None)
                versions[place[1], place[2], blob] = None
    # None is held longer than it is read: all of them are many times what the project is now.
    texts = contents(root, [blob for _, name, blob in versions if name in READ])
    houses: dict[str, Publishing] = defaultdict(Publishing)
    for slug, name, _ in versions:
        houses[slug].read(name, next(texts) if name in READ else "")
    when = {one.id: one.when for one in found}
    for slug, commit in first.items():
        houses[slug].since = when[commit]
    return houses


def _key(tips: Tips) -> str:
    """Also of what reads it: other rules would have found other things."""
    here = Path(__file__).parent
    parts = [tips.head, tips.main, tips.prefix, str(tips.shallow)]
    parts += [(here / f"{name}.py").read_text("utf-8") for name in _MODULES]
    return sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:40]


def _remembered(file: Path) -> History | None:
    """What was kept; None where there is nothing, or anything but what was written."""
    try:
        digest, _, text = file.read_text("utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return from_json(text) if digest == _digest(text) else None


def _remember(file: Path, history: History) -> None:
    """Written aside and then put in place. Where it cannot be kept it is read again next time."""
    text = as_json(history)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _put(file, f"{_digest(text)}\n{text}")
        old = sorted(file.parent.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)
        for one in old[_KEEP:]:
            one.unlink(missing_ok=True)
    except OSError:
        return


def _put(file: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as target:
            target.write(text)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
