"""PAGES: the small things that pages are made of. Every text is as the visitor reads it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from site_generator.output import Image
from site_generator.told.closings import Closing
from site_generator.told.facts import Action, HelpLineView, Link


@dataclass(frozen=True)
class LanguageLink:
    """The same page in another language. `name` is what its speakers call the language;
    `absolute` is its whole address, empty where the site's own is not known."""

    code: str
    name: str
    href: str
    absolute: str
    current: bool


@dataclass(frozen=True)
class OfferCard:
    """An offer in a list."""

    title: str
    href: str
    summary: str
    badges: tuple[str, ...]
    pause: str


@dataclass(frozen=True)
class WayOn:
    """What to do where nothing was found: never a dead end."""

    text: str
    links: tuple[Link, ...]
    actions: tuple[Action, ...]
    help_lines: tuple[HelpLineView, ...] = ()


@dataclass(frozen=True)
class EventCard:
    """An occurrence in a list. `state` is planned, cancelled, moved or full; `ways` what one can
    do about it now: sign up, or take part on the net. `named` comes after the title where it is
    heard alone: the day, and what is not as planned."""

    day_number: str
    month: str
    iso_date: str
    title: str
    href: str
    when: str
    state: str
    state_text: str
    note: str
    ways: tuple[Action, ...] = ()
    anchor: str = ""
    ends: str = ""
    named: str = ""


@dataclass(frozen=True)
class ClosedDays:
    """Days in a row on which there is no door to come to, and why. `ends` is when they are over."""

    days: str
    text: str
    ends: str


@dataclass(frozen=True)
class CaptionTrack:
    """What is said in a film, with times. `first`: shown until the visitor chooses another."""

    code: str
    name: str
    href: str
    first: bool


@dataclass(frozen=True)
class Film:
    """`video` is shown on the page with its `captions`, `href` leads out; `image` stands before
    the film begins, or above the link."""

    title: str
    summary: str
    video: str
    captions: tuple[CaptionTrack, ...]
    image: Image | None
    href: str
    where: str
    transcript: Markup | None


@dataclass(frozen=True)
class Sharing:
    """How a link to the page looks where somebody shares it. `image` is a whole address, empty
    where the site's own is not known."""

    locale: str
    image: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class SafeExit:
    """The way out of a page that somebody else should not see. `more` tells what it cannot hide,
    `article` what to read; None on that page itself."""

    href: str
    more: str
    article: Link | None = None


@dataclass(frozen=True)
class HoursNotices:
    """What stands above hours and days: how old they are and whom to ask, and what is closed for
    a time, unless the page has a box of its own that says so."""

    told_on: str
    ask: str
    closings: tuple[Closing, ...]


@dataclass(frozen=True)
class Frame:
    """What every page of a house has around its own content.

    `hours` is there where the page tells hours or days. `root` leads from the page up to the
    folder of its language. `name` is what the house is called. `linked_data` says to machines
    what the page says. `partly_danish` says that some of the page has not been translated. `file`
    leads staff to the file that decides the page; empty where the repository is not known.
    """

    title: str
    description: str
    name: str
    municipality: str
    root: str
    home: str
    navigation: tuple[Link, ...]
    search: Link
    trail: tuple[Link, ...]
    footer: tuple[Link, ...]
    help_lines: tuple[HelpLineView, ...]
    demo_notice: str
    logo: Image | None
    stylesheet: str
    script: str
    icon: str
    accent: str
    canonical: str
    languages: tuple[LanguageLink, ...]
    made_on: str
    sharing: Sharing
    offline: bool
    hours: HoursNotices | None = None
    safe_exit: SafeExit | None = None
    preview: Link | None = None
    linked_data: Markup | None = None
    partly_danish: bool = False
    file: str = ""
