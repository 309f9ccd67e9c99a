"""PAGES: what frames every page of a house: its title, ways on, languages, help lines, sharing."""

from __future__ import annotations

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.marked import respelt
from site_generator.language.spoken import _, spoken
from site_generator.pictures.share_picture import SIZE
from site_generator.schema.choices import Topic
from site_generator.schema.values import LANGUAGES
from site_generator.told.closings import closings_told
from site_generator.told.dangers import article_about
from site_generator.told.facts import Link
from site_generator.told.help_lines import urgent_lines
from site_generator.told.house import House
from site_generator.told.once import once
from site_generator.told.unknown import whom_to_ask
from site_generator.views.around.reporting_faults import way_to_report
from site_generator.views.elements import Frame, HoursNotices, LanguageLink, SafeExit, Sharing
from site_generator.wording.in_words import plain_date, words

_IN_MENU = (addresses.OFFERS, addresses.CALENDAR, addresses.FIND_US, addresses.ABOUT)
_HAVE_TODAY = (addresses.FRONT, addresses.FIND_US)
_TELL_HOURS = (
    addresses.OFFERS,
    addresses.CALENDAR,
    addresses.GUIDE,
    addresses.SEARCH,
    addresses.FLYERS,
    addresses.PROFESSIONALS,
    addresses.OFFLINE,
    addresses.EMBEDDED,
)

# As social networks name languages: with a country.
_LOCALES = {"da": "da_DK", "en": "en_GB", "uk": "uk_UA", "ar": "ar_AR"}


def page_frame(
    house: House,
    address: str,
    title: str,
    description: str,
    trail: tuple[Link, ...] = (),
    root: str | None = None,
    topics: tuple[Topic, ...] = (),
    linked_data: Markup | None = None,
) -> Frame:
    """The frame of the page at `address`. The trail leads from the front page to it.

    `root` is given where the page is not shown at its own address; `topics` where the page is
    about some.
    """
    site = house.municipality.site
    # For lost visitors there is one page, in no other language.
    languages = _languages(house, address) if root is None else ()
    root = addresses.way_up(address) if root is None else root
    files = house.files(root)
    own_title = respelt(title, lambda own: own if own == site.name else f"{own} – {site.name}")
    return Frame(
        title=own_title if address else f"{site.name} – {site.municipality}",
        description=respelt(description, lambda text: " ".join(text.split())[:300]),
        name=site.name,
        municipality=site.municipality,
        root=root,
        home=root,
        navigation=_navigation(house, address if address in _IN_MENU else "", root),
        search=_search(address, root),
        trail=tuple(Link(link.label, root + link.href) for link in trail),
        footer=_footer(house, root),
        help_lines=urgent_lines(house),
        demo_notice=house.demo_notice,
        preview=_preview(house),
        logo=house.image(site.brand.logo, root),
        stylesheet=f"{files}{addresses.STYLESHEET}?{house.version}",
        script=f"{files}{addresses.SCRIPT}?{house.version}",
        icon=files + addresses.ICON,
        accent=site.brand.colour,
        canonical=_canonical(house, address),
        languages=languages,
        made_on=plain_date(house.today),
        sharing=_sharing(house),
        offline=house.kept_offline,
        hours=_hours(house, address),
        safe_exit=_safe_exit(house, address, root, topics),
        linked_data=linked_data,
        report=way_to_report(house, _canonical(house, address) or f"{house.slug}/{address}"),
    )


def _preview(house: House) -> Link | None:
    """From a page that nobody has said yes to, the way to those that hold."""
    if not house.preview:
        return None
    return Link(_("Se den rigtige side"), house.page(addresses.FRONT) if house.base_url else "")


def _hours(house: House, address: str) -> HoursNotices | None:
    """On every page that tells when something is. The front page and that of the way there have
    the box of today, which tells the closings."""
    if address not in _HAVE_TODAY and not address.startswith(_TELL_HOURS):
        return None
    closings = () if address in _HAVE_TODAY else closings_told(house)
    return HoursNotices(house.today.isoformat(), whom_to_ask(house), closings)


@once
def _sharing(house: House) -> Sharing:
    site = house.municipality.site
    own = site.picture if house.share_photograph else None
    width, height = SIZE
    return Sharing(
        locale=_LOCALES[spoken().code],
        image=house.absolute(addresses.SHARE_PICTURE) if house.base_url else "",
        width=width,
        height=height,
        alt=words(own.alt) if own else f"{site.name}, {site.municipality}",
    )


def _safe_exit(house: House, address: str, root: str, topics: tuple[Topic, ...]) -> SafeExit | None:
    """Only where somebody may be at risk: everywhere else it would frighten for nothing."""
    if Topic.VIOLENCE not in topics:
        return None
    article = article_about(house, topics)
    if article is None or article.href == address:
        return SafeExit(house.shared.leave_to, root + addresses.TRACKS)
    there = Link(article.label, root + article.href)
    return SafeExit(house.shared.leave_to, root + addresses.TRACKS, there)


def _canonical(house: House, address: str) -> str:
    own = addresses.in_language(address, spoken().code)
    return house.absolute(own) if house.base_url else ""


def _languages(house: House, address: str) -> tuple[LanguageLink, ...]:
    """The page at `address` in all languages of the site; none where there is only one."""
    if len(house.languages) < 2:
        return ()
    return tuple(_language_link(house, address, language.code) for language in house.languages)


def _language_link(house: House, address: str, code: str) -> LanguageLink:
    own = addresses.in_language(address, code)
    way = house.files(addresses.way_up(address)) + own
    return LanguageLink(
        code=code,
        name=LANGUAGES[code],
        href=way.removeprefix("./") or "./",
        absolute=house.absolute(own) if house.base_url else "",
        current=code == spoken().code,
    )


@once
def _navigation(house: House, current: str, root: str) -> tuple[Link, ...]:
    entries = [
        (_("Tilbud"), addresses.OFFERS, bool(house.municipality.offers)),
        (_("Kalender"), addresses.CALENDAR, bool(house.municipality.events.events)),
        (_("Find os"), addresses.FIND_US, True),
        (_("Om huset"), addresses.ABOUT, True),
    ]
    return tuple(
        Link(label, root + target, current=current == target)
        for label, target, shown in entries
        if shown
    )


@once
def _footer(house: House, root: str) -> tuple[Link, ...]:
    municipality = house.municipality
    entries = [
        (_("Godt at vide"), addresses.KNOWLEDGE, bool(house.articles())),
        (_("Podcast"), addresses.PODCAST, municipality.podcasts is not None),
        (_("Flyers og plakater"), addresses.FLYERS, house.has_flyers),
        (_("Til fagfolk"), addresses.PROFESSIONALS, True),
        (_("Dine oplysninger"), addresses.PRIVACY, True),
        (_("Tilgængelighedserklæring"), addresses.STATEMENT, True),
    ]
    return tuple(Link(label, root + target) for label, target, shown in entries if shown)


def _search(address: str, root: str) -> Link:
    """Leads into the field itself: whoever asks for it is about to write."""
    current = address == addresses.SEARCH
    href = root + addresses.SEARCH + addresses.SEARCH_FIELD
    return Link(_("Søg"), href, current)
