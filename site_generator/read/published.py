"""READ: what old versions of a house's files have put on the web: flyers, offers, activities …

What is printed hangs on doors for years, and whoever subscribes never looks at the address again.
So whatever was ever on the main branch counts as published; the history knows that better than
any list that somebody must keep.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from pathlib import Path

from site_generator.read.entries import Entry, entries
from site_generator.read.remembered import (
    FileState,
    HouseHistory,
    PublishedActivity,
    PublishedCode,
    PublishedFlyer,
    PublishedGuid,
)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# The files of which more is asked than whether they were there.
READ = ("site.yml", "location.yml", "flyers.yml", "offers.yml", "events.yml", "podcasts.yml")
_DATE = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\. ?[a-zæøåA-ZÆØÅ]+ \d{4}"
)
_LANGUAGES = re.compile(
    r"^[\"']?(retired_)?languages[\"']?[ \t]*:(.*)\n?((?:[ \t]*(?:-.*|#.*)?(?:\n|$))*)",
    re.MULTILINE,
)
_EMBED = re.compile(
    r"^[\"']?embed[\"']?[ \t]*:[ \t]*[\"']?(?:ja|yes|true)\b", re.MULTILINE | re.IGNORECASE
)
_COMMENT = re.compile(r"#.*")
_CODE = re.compile(r"\b[a-z]{2}\b")
# Without a page of their own, as they have ended or not begun.
_GONE = ("inactive", "defunct")
# An episode without any of these is in no feed.
_SOUND = {"audio", "audio_elsewhere"}
# How much longer than its meetings a course may last: holidays fall out, a month has five weeks.
_SLACK, _MONTH = 10, 5


def what_is_there(folder: Path) -> HouseHistory:
    """What a house would publish now, read as its old versions are."""
    found = Publishing()
    for name in READ:
        try:
            found.read(name, (folder / name).read_text("utf-8", "replace"))
        except OSError:
            continue
    found.pages |= {page.name.partition(".")[0] for page in (folder / "pages").glob("*.md")}
    return found.as_history((), ())


@dataclass
class _Editions:
    """Of one flyer: each paper in each language that some version of it had."""

    pairs: set[tuple[str, str]] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)

    def add(self, entry: Entry) -> None:
        papers, languages = entry.listed("paper") or ("a5",), entry.listed("languages") or ("da",)
        self.pairs |= set(product(papers, languages))
        self.kinds.add(entry.values.get("kind", "flyer").lower())

    def as_published(self, name: str) -> PublishedFlyer:
        return PublishedFlyer(name, tuple(sorted(self.pairs)), tuple(sorted(self.kinds)))


@dataclass
class Publishing:
    """What a house has published, as its old versions are read, oldest first."""

    published: bool = False
    codes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    flyers: dict[str, _Editions] = field(default_factory=lambda: defaultdict(_Editions))
    offers: set[str] = field(default_factory=set)
    activities: dict[str, PublishedActivity] = field(default_factory=dict)
    episodes: set[str] = field(default_factory=set)
    guids: dict[str, str] = field(default_factory=dict)
    pages: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    chosen: set[str] = field(default_factory=set)
    since: int = 0
    embedded: bool = False

    def read(self, name: str, text: str) -> None:
        """One old version of a file, by its name in the house's folder."""
        if name == "site.yml":
            self.published = True
            self.languages |= _languages(text)
            self.embedded |= bool(_EMBED.search(text))
        elif name == "location.yml":
            self.places |= set(_ids(entries(text, "places")))
        elif name == "flyers.yml":
            self._codes(text)
            self._flyers(text)
        elif name == "offers.yml":
            shown = [
                one for one in entries(text, "offers") if one.values.get("status") not in _GONE
            ]
            self.offers |= set(_ids((*shown, *entries(text, "retired"))))
            self.chosen |= frozenset().union(*map(_chosen, shown))
        elif name == "podcasts.yml":
            self._episodes(text)
        elif name == "events.yml":
            self._activities(text)
        elif name.startswith("pages/"):
            # `foerste-gang.en.md` is the page in another language, not a page of its own.
            self.pages.add(name.removeprefix("pages/").partition(".")[0])

    def _codes(self, text: str) -> None:
        for entry in (*entries(text, "flyers"), *entries(text, "retired_codes")):
            code, flyer = entry.values.get("code", ""), entry.values.get("id", "")
            if SLUG.fullmatch(code):
                self.codes[code] |= {flyer} if SLUG.fullmatch(flyer) else set()

    def _flyers(self, text: str) -> None:
        for entry in entries(text, "flyers"):
            for name in _ids([entry]):
                self.flyers[name].add(entry)

    def _episodes(self, text: str) -> None:
        self.episodes |= set(_ids(entries(text, "retired")))
        for entry in entries(text, "episodes"):
            for name in _ids([entry]):
                self.episodes.add(name)
                if entry.values.keys() & _SOUND:
                    self.guids[name] = entry.values.get("guid", "")

    def _activities(self, text: str) -> None:
        for entry in entries(text, "events"):
            for name in _ids([entry]):
                self.activities[name] = _activity(entry)
            self.chosen |= _chosen(entry)
        for name in _ids(entries(text, "retired")):
            self.activities[name] = PublishedActivity(name, (), 0)

    def as_history(
        self, files: tuple[FileState, ...], shared: tuple[FileState, ...]
    ) -> HouseHistory:
        return HouseHistory(
            known=True,
            files=files,
            shared=shared,
            published=self.published,
            since=self.since,
            codes=tuple(
                PublishedCode(c, tuple(sorted(ids))) for c, ids in sorted(self.codes.items())
            ),
            flyers=tuple(one.as_published(name) for name, one in sorted(self.flyers.items())),
            offers=tuple(sorted(self.offers)),
            activities=tuple(self.activities[name] for name in sorted(self.activities)),
            episodes=tuple(sorted(self.episodes)),
            guids=tuple(PublishedGuid(*one) for one in sorted(self.guids.items())),
            pages=tuple(sorted(filter(SLUG.fullmatch, self.pages))),
            languages=tuple(sorted(self.languages)),
            places=tuple(sorted(self.places)),
            chosen=tuple(sorted(self.chosen)),
            embedded=self.embedded,
        )


def _languages(text: str) -> set[str]:
    """Those that a site has been in, or has been and says so."""
    found: set[str] = set()
    for _, same_line, below in _LANGUAGES.findall(text):
        found |= set(_CODE.findall(_COMMENT.sub("", f"{same_line}\n{below}")))
    return found


def _ids(found: Iterator[Entry] | tuple[Entry, ...] | list[Entry]) -> Iterator[str]:
    for entry in found:
        name = entry.values.get("id", "")
        if SLUG.fullmatch(name):
            yield name


@lru_cache(1 << 16)
def _activity(entry: Entry) -> PublishedActivity:
    dates = tuple(sorted(set(_DATE.findall(entry.text))))
    return PublishedActivity(entry.values["id"], dates, _weeks_on(entry))


@lru_cache(1 << 16)
def _chosen(entry: Entry) -> frozenset[str]:
    """What lists are narrowed by, and the shared offer that may tell more of it."""
    listed = (entry.listed(name) for name in ("audience", "topics", "access", "based_on"))
    return frozenset(word for words in listed for word in words)


def _weeks_on(entry: Entry) -> int | None:
    """How many weeks after the last date that it names an activity may go on; None for ever."""
    told = entry.values
    if not told.keys() & {"weekly", "monthly"} or "until" in told:
        return 0
    if "meetings" not in told:
        return None
    meetings, every = (_number(told.get(key, "1")) for key in ("meetings", "every"))
    return meetings * (_MONTH if "monthly" in told else every) + _SLACK


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 4 else 52
