"""What a change means for families: two versions of the content read, opened and told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from site_generator.html.theme import Theme, load_theme
from site_generator.making.houses import open_house
from site_generator.print.reprints import reprints
from site_generator.print.reprints_in_words import paper_in_words
from site_generator.problems import Problem, has_errors
from site_generator.project import DEFAULT_THEME, Project
from site_generator.read.published import what_is_there
from site_generator.read.versions import SHARED, changed_files, houses_in, unpack
from site_generator.records.municipality import Municipality, read_municipality
from site_generator.records.shared_content import SharedContent, read_shared_content
from site_generator.rules import Circumstances, check
from site_generator.told.changes.account import Account, Section, told_together
from site_generator.told.changes.activities import activity_changes
from site_generator.told.changes.activities_in_words import activities_in_words
from site_generator.told.changes.contact import contact_changes
from site_generator.told.changes.contact_in_words import contact_in_words
from site_generator.told.changes.doubts import (
    Doubt,
    doubts_about_activities,
    doubts_about_contact,
    doubts_about_hours,
    doubts_about_offers,
)
from site_generator.told.changes.doubts_in_words import ASKED, doubts_in_words
from site_generator.told.changes.hours import opening_changes
from site_generator.told.changes.hours_in_words import hours_in_words
from site_generator.told.changes.offers import offer_changes
from site_generator.told.changes.offers_in_words import offers_in_words
from site_generator.told.changes.texts import texts_in_words
from site_generator.told.house import House
from site_generator.views.changed_pages import pages_in_words


@dataclass(frozen=True)
class Version:
    """A house in one version. `faulty` are its files of which something could not be read."""

    house: House | None
    faulty: frozenset[str]
    sound: bool


@dataclass(frozen=True)
class Side:
    """One version of all content. The themes are those that lie here: content is compared."""

    municipalities: Path
    shared: SharedContent
    problems: tuple[Problem, ...]
    project: Project

    def version(self, slug: str, today: date) -> Version | None:
        """A house as it is in this version; None where it is not there."""
        folder = self.municipalities / slug
        if not folder.is_dir():
            return None
        municipality, problems = read_municipality(folder, self.shared)
        faulty = frozenset(
            problem.path.removeprefix(f"municipalities/{slug}/")
            for problem in problems
            if problem.level == "error"
        )
        if municipality is None:
            return Version(None, faulty | {"site.yml"}, sound=False)
        sound = not faulty and not self._errors(municipality, today)
        theme = self._theme(municipality)
        house = open_house(municipality, self.shared, theme, today, "")
        return Version(house, faulty, sound)

    def _errors(self, municipality: Municipality, today: date) -> bool:
        return has_errors(check(municipality, Circumstances(self.shared, today)))

    def _theme(self, municipality: Municipality) -> Theme:
        own = self.project.theme(municipality.site.theme)
        return load_theme(own if own.is_dir() else self.project.theme(DEFAULT_THEME))


def changes(
    project: Project, commit: str, slugs: Sequence[str], today: date
) -> tuple[Account, ...]:
    """What has changed since a commit at the named houses, or at all; what holds at several once.

    Empty where nothing changes for families.
    """
    files = changed_files(project.root, commit)
    touched = {parts[1] for name in files if (parts := name.split("/"))[0] == "municipalities"}
    all_houses = any(name.startswith(f"{SHARED}/") for name in files)
    with _before(project, commit, touched, all_houses) as (before, after):
        there = {folder.name for folder in _houses(before) | _houses(after)}
        wanted = there if all_houses else touched & there
        chosen = sorted(wanted & set(slugs) if slugs else wanted)
        accounts = [*_shared_faults(before, after)]
        accounts += [compared(slug, before, after, today) for slug in chosen]
    return told_together([account for account in accounts if not account.says_nothing])


def known_houses(project: Project, commit: str) -> tuple[str, ...]:
    """The houses that can be named: those that are here, and those that were."""
    return tuple(sorted(houses_in(project.root, commit).union(project.slugs())))


@contextmanager
def _before(
    project: Project, commit: str, touched: set[str], all_houses: bool
) -> Iterator[tuple[Side, Side]]:
    """Both versions; the old one lies in a folder of its own as long as it is read."""
    with TemporaryDirectory() as folder:
        houses = [f"municipalities/{slug}" for slug in sorted(touched)]
        unpack(
            project.root, commit, ["municipalities", SHARED] if all_houses else houses, Path(folder)
        )
        shared, problems = read_shared_content(*project.content)
        old_shared, old_problems = shared, problems
        if all_houses:
            old_shared, old_problems = read_shared_content(*_as_they_were(project, Path(folder)))
        old = Path(folder) / "municipalities"
        yield (
            Side(old, old_shared, tuple(old_problems), project),
            Side(project.municipalities, shared, tuple(problems), project),
        )


def _as_they_were(project: Project, old: Path) -> tuple[Path, ...]:
    """The shared content: the project's own as it was, over what comes with the program."""
    return (old / SHARED, *project.content[1:])


def _houses(side: Side) -> set[Path]:
    return {one for one in side.municipalities.glob("*/") if not one.name.startswith(".")}


def _shared_faults(before: Side, after: Side) -> Iterator[Account]:
    """Shared files that cannot be read now, told once and not at each house."""
    old = {problem.path for problem in before.problems if problem.level == "error"}
    new = {problem.path for problem in after.problems if problem.level == "error"}
    told = [_not_read(path) for path in sorted(new)]
    told += [_not_read_before(path) for path in sorted(old - new)]
    if told:
        yield Account(("",), "Det fælles indhold", unread=tuple(told))


def _not_read(name: str) -> str:
    return f"{name} har fejl og er ikke sammenlignet. Ret fejlene først."


def _not_read_before(name: str) -> str:
    return f"{name} havde fejl i den gamle udgave og er ikke sammenlignet."


def compared(slug: str, before: Side, after: Side, today: date) -> Account:
    """What a house's families would be told of two versions of it."""
    was, now = before.version(slug, today), after.version(slug, today)
    if now is None:
        name = was.house.municipality.site.name if was and was.house else slug
        return Account((slug,), name, questions=(f"{ASKED} Hele huset er væk: {name}.",))
    faults = _unread(was, now)
    if now.house is None or (was and was.house is None):
        name = next((v.house.municipality.site.name for v in (was, now) if v and v.house), slug)
        return Account((slug,), name, unread=tuple(faults))
    if was is None or was.house is None:
        return _new(slug, now.house, faults)
    houses = was.house, now.house
    locales = after.project.theme(DEFAULT_THEME) / "locales"
    return _compared(slug, (was, now), houses, faults, locales)


def _unread(was: Version | None, now: Version) -> list[str]:
    old = was.faulty if was else frozenset()
    told = [_not_read(name) for name in sorted(now.faulty)]
    return told + [_not_read_before(name) for name in sorted(old - now.faulty)]


def _new(slug: str, house: House, faults: list[str]) -> Account:
    site, offers = house.municipality.site, len(house.municipality.offers)
    said = f"Nyt hus: {site.name}, {site.municipality}, med {offers} tilbud og "
    said += f"{len(house.municipality.events.events)} aktiviteter."
    sections = (Section("Huset", (said,)),)
    return Account((slug,), site.name, unread=tuple(faults), sections=sections)


def _compared(
    slug: str,
    versions: tuple[Version, Version],
    houses: tuple[House, House],
    faults: list[str],
    locales: Path,
) -> Account:
    was, now = versions
    faulty = was.faulty | now.faulty
    comparison = Comparison(*houses, faulty, locales)
    sections = [*comparison.sections()]
    if was.sound and now.sound:
        sections += comparison.media()
    elif not faults:
        faults = ["Papir og sider er ikke sammenlignet, for der er fejl, som tjekket fortæller om."]
    said = tuple(Section(title, told) for title, made in sections if (told := tuple(made)))
    questions = tuple(doubts_in_words(comparison.doubts()))
    name = houses[1].municipality.site.name
    return Account((slug,), name, questions, tuple(faults), said)


Made = tuple[str, Iterator[str]]


class Comparison:
    """Two versions of a house; what rests on a file that cannot be read is left out."""

    def __init__(self, before: House, after: House, faulty: frozenset[str], locales: Path) -> None:
        self.before, self.after, self.faulty, self.locales = before, after, faulty, locales
        can = self._can_be_read
        self.openings = tuple(opening_changes(before, after)) if can(*_HOURS) else ()
        self.activities = tuple(activity_changes(before, after)) if can(*_ACTIVITIES) else ()

    def _can_be_read(self, *files: str) -> bool:
        return not self.faulty & set(files)

    def sections(self) -> Iterator[Made]:
        """What there is to tell of each subject, in the order in which it matters."""
        both = self.before, self.after
        yield "Åbningstider", hours_in_words(self.openings, "house")
        yield "Telefontider", hours_in_words(self.openings, "phone")
        if self._can_be_read(*_CONTACT):
            yield "Kontakt og sted", contact_in_words(contact_changes(*both))
        yield "Aktiviteter", activities_in_words(self.activities)
        if self._can_be_read("offers.yml"):
            yield "Tilbud", offers_in_words(offer_changes(*both))
        yield "Tekster", texts_in_words(*both)

    def media(self) -> Iterator[Made]:
        """What follows from it on paper and on the pages."""
        yield "Papir", paper_in_words(reprints(self.before, self.after, self.locales))
        published = what_is_there(self.before.municipality.folder)
        yield "Sider", pages_in_words(self.before, self.after, published)

    def doubts(self) -> Iterator[Doubt]:
        both = self.before, self.after
        yield from doubts_about_hours(self.openings)
        if self._can_be_read(*_ACTIVITIES):
            yield from doubts_about_activities(*both, self.activities)
        if self._can_be_read("offers.yml"):
            yield from doubts_about_offers(*both)
        if self._can_be_read(*_CONTACT, "offers.yml", "events.yml"):
            yield from doubts_about_contact(*both)


_HOURS = ("opening_hours.yml", "location.yml")
_ACTIVITIES = ("events.yml", "offers.yml", *_HOURS)
_CONTACT = ("site.yml", "location.yml", "transport.yml")
