"""The same portals for Hugo: our YAML as its data, and the addresses of a site we have built."""

from __future__ import annotations

import json
import shutil
from collections.abc import Container, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

TEMPLATES = Path(__file__).with_name("hugo")

NOT_FOUND = "404.html"
LANGUAGES = ("en", "uk", "ar")
KINDS = {
    "find-os": "findus",
    "flyers": "flyers",
    "fagfolk": "professionals",
    "hvad-fylder": "guide",
    "kalender": "calendar",
    "om": "about",
    "q": "code",
    "viden": "viden",
}


@dataclass(frozen=True)
class Route:
    """One page: `path` is its address without the outer slashes, `kind` names its template.

    `arg` is the offer, article, month or group that it is about, empty where there is none.
    """

    slug: str
    lang: str
    kind: str
    arg: str
    path: str
    depth: int


def prepare(project: Path, site: Path, hugo: Path) -> list[Route]:
    """Put all that Hugo needs into the new folder `hugo`; gives its pages."""
    shutil.copytree(TEMPLATES, hugo)
    data = hugo / "data"
    _copy_yaml(project, data)
    articles = _articles(project)
    found = list(routes(site, articles))
    _write(data / "articles.json", articles)
    _write(data / "routes.json", [asdict(route) for route in found])
    return found


def routes(site: Path, articles: Container[str]) -> Iterator[Route]:
    """Every page of every house in a built site."""
    for file in sorted(site.glob("*/**/*.html")):
        slug, *parts = file.relative_to(site).parts
        yield _route(slug, [part for part in parts if part != "index.html"], articles)


def _route(slug: str, parts: list[str], articles: Container[str]) -> Route:
    in_other_language = parts[:1] and parts[0] in LANGUAGES
    inner = parts[1:] if in_other_language else parts
    kind, arg = _kind(inner, articles) if inner else ("front", "")
    path = "/".join((slug, *parts)).replace(NOT_FOUND, "ikke-fundet")
    return Route(slug, parts[0] if in_other_language else "da", kind, arg, path, path.count("/"))


def _kind(parts: Sequence[str], articles: Container[str]) -> tuple[str, str]:
    first, *rest = parts
    if first == "tilbud":
        return _offers(rest)
    if first == "viden" and rest:
        return "article", rest[0]
    if first in articles:
        return "article", first
    if first in KINDS:
        # What a month or group of a calendar is called stands last; else the first part decides.
        return KINDS[first], "".join(rest[-1:] if first == "kalender" else rest[:1])
    return "plain", first


def _offers(rest: Sequence[str]) -> tuple[str, str]:
    """All offers, those for somebody, or one."""
    if rest[:1] == ["for"]:
        return "offers", rest[-1]
    return ("offer", rest[0]) if rest else ("offers", "")


def _copy_yaml(project: Path, data: Path) -> None:
    for file in project.glob("municipalities/*/*.yml"):
        target = data / "m" / file.parent.name / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    shutil.copytree(project / "content" / "catalogue", data / "catalogue")
    shutil.copy(project / "content" / "help_lines.yml", data)


def _articles(project: Path) -> dict[str, dict[str, str]]:
    """Shared articles, legal pages and the houses' own, by their file names."""
    patterns = ("content/articles/*.md", "content/legal/*.md", "municipalities/*/pages/*.md")
    files = [file for pattern in patterns for file in sorted(project.glob(pattern))]
    return {file.stem: _article(file) for file in files}


def _article(file: Path) -> dict[str, str]:
    text = file.read_text("utf-8")
    _, head, body = text.split("---", 2) if text.startswith("---") else ("", "", text)
    title = (yaml.safe_load(head) or {}).get("title", file.stem)
    return {"title": title["da"] if isinstance(title, dict) else title, "body": body}


def _write(file: Path, content: Any) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
