"""PAGES: pages of running text: about, articles, local pages, privacy, accessibility, not found."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.spoken import _, isolated, spoken
from site_generator.output import Image, Page
from site_generator.records.markdown_pages import MarkdownPage
from site_generator.schema.choices import Topic
from site_generator.schema.help_lines import HelpLine
from site_generator.told.ages import children_of, families_of
from site_generator.told.facts import Action, Fact, HelpLineView, Link, SourceView
from site_generator.told.help_lines import help_line
from site_generator.told.house import House
from site_generator.told.offers import shown_offers
from site_generator.told.sources import sources
from site_generator.views.around.contact import contact_actions
from site_generator.views.around.frame import page_frame
from site_generator.views.around.written_in import file_of, written_in
from site_generator.views.elements import Film, Frame, OfferCard
from site_generator.views.offers.answers import only_for, ready_offers
from site_generator.views.offers.in_short import offer_card
from site_generator.views.offers.ways import house_ways
from site_generator.views.texts.films import films
from site_generator.views.texts.lost import LostNote, lost_notes, what_is_wrong
from site_generator.wording.in_words import plain_date, sentence, words
from site_generator.wording.markup import to_html, to_text


@dataclass(frozen=True)
class TextView:
    frame: Frame
    title: str
    summary: str
    body: Markup
    actions: tuple[Action, ...]
    help_lines: tuple[HelpLineView, ...]
    related: tuple[OfferCard, ...]
    sources: tuple[SourceView, ...]
    reviewed: str


@dataclass(frozen=True)
class AboutView:
    frame: Frame
    title: str
    summary: str
    body: Markup | None
    image: Image | None
    families: str
    ages: str
    staff: tuple[Fact, ...]
    films: tuple[Film, ...]
    social_media: tuple[Link, ...]
    pages: tuple[Link, ...]
    sources: tuple[SourceView, ...]
    reviewed: str


@dataclass(frozen=True)
class KnowledgeView:
    frame: Frame
    title: str
    lead: str
    articles: tuple[tuple[Link, str], ...]


@dataclass(frozen=True)
class SimpleView:
    """A page with a title, a sentence and links on; `lost` says it in the other languages."""

    frame: Frame
    title: str
    lead: str
    links: tuple[Link, ...]
    actions: tuple[Action, ...] = ()
    lost: tuple[LostNote, ...] = ()


def about_page(house: House) -> Page:
    address, site = addresses.ABOUT, house.municipality.site
    root = addresses.way_up(address)
    intro = to_text(words(site.intro))
    view = AboutView(
        frame=page_frame(house, address, _("Om huset"), intro),
        title=_("Om {house}", house=site.name),
        summary=intro,
        body=to_html(words(site.about)) if site.about else None,
        image=house.image(site.picture, root),
        families=families_of(house.municipality),
        ages=children_of(site),
        staff=tuple(
            Fact("hands", sentence(member.profession.label), words(member.note))
            for member in site.staff
        ),
        films=films(house, root),
        social_media=tuple(Link(m.name, m.link or "") for m in site.social_media),
        pages=tuple(
            Link(words(page.head.title), root + addresses.local_page(page.slug))
            for page in house.municipality.pages
        ),
        sources=sources(site.sources),
        reviewed=plain_date(site.reviewed) if site.reviewed else "",
    )
    return Page(address, "pages/about.html", view, written_in(site, "about"))


def local_page(house: House, page: MarkdownPage) -> Page:
    address = addresses.local_page(page.slug)
    return _text_page(house, page, address, (), house_ways(house, addresses.way_up(address)))


def article_page(house: House, page: MarkdownPage) -> Page:
    trail = (Link(_("Godt at vide"), addresses.KNOWLEDGE),)
    address = addresses.article(page.slug)
    return _text_page(house, page, address, trail, house_ways(house, addresses.way_up(address)))


def privacy_page(house: House) -> Page:
    protection = house.municipality.site.data_protection
    actions: list[Action] = []
    if protection and protection.phone:
        phone = protection.phone
        actions.append(Action("call", _("Ring {phone}", phone=isolated(phone)), phone.href))
    if protection and protection.email:
        actions.append(Action("write", _("Skriv en mail"), f"mailto:{protection.email}"))
    if protection and protection.link:
        label = _("Læs, hvordan kommunen passer på data")
        actions.append(Action("form", label, protection.link))
    page = house.shared.legal["privacy"]
    return _text_page(house, page, addresses.PRIVACY, (), tuple(actions))


def tracks_page(house: House) -> Page:
    """What the button «Forlad siden» cannot hide, and what one can do about it."""
    return _text_page(house, house.shared.legal["tracks"], addresses.TRACKS, ())


def accessibility_page(house: House) -> Page:
    page = house.shared.legal["accessibility"]
    actions = contact_actions(house.municipality.site.contact)
    return _text_page(house, page, addresses.ACCESSIBILITY, (), actions)


def statement_page(house: House) -> Page:
    """`was/`: the short address that the law asks for, leading to the statement."""
    address = addresses.STATEMENT
    root = addresses.way_up(address)
    site = house.municipality.site
    statement = site.accessibility_statement
    more = Link(_("Læs, hvad vi har gjort for tilgængelighed"), root + addresses.ACCESSIBILITY)
    if statement:
        seen = plain_date(statement.date)
        lead = _("Vi har sidst gennemgået erklæringen den {date}.", date=seen)
        links: tuple[Link, ...] = (Link(_("Åbn erklæringen"), statement.link), more)
    else:
        lead = _("Siden er en demonstration, og der er ikke lavet en erklæring for den.")
        links = (more,)
    title = _("Tilgængelighedserklæring")
    view = SimpleView(page_frame(house, address, title, lead), title, lead, links)
    return Page(address, "pages/simple.html", view, written_in(site, "accessibility_statement"))


def not_found_page(house: House) -> Page:
    """Shown for any address, so its links cannot be relative to a depth that is not known."""
    root = "/" + house.base_path
    title, lead = what_is_wrong()
    links = _ways_back(house, root)
    frame = page_frame(house, addresses.NOT_FOUND, title, lead, root=root)
    others = lost_notes(
        house.languages,
        lambda language: _ways_back(house, root + addresses.in_language("", language.code)),
    )
    view = SimpleView(frame, title, lead, links, house_ways(house, root), others)
    return Page(addresses.NOT_FOUND, "pages/simple.html", view, file_of(house.municipality.site))


def _ways_back(house: House, root: str) -> tuple[Link, ...]:
    offers = (Link(_("Se alle tilbud"), root + addresses.OFFERS),) if shown_offers(house) else ()
    return (Link(_("Til forsiden"), root), *offers, Link(_("Find os"), root + addresses.FIND_US))


def knowledge_page(house: House) -> Page:
    address = addresses.KNOWLEDGE
    title, lead = _("Godt at vide"), _("Korte tekster om det, mange forældre tænker på.")
    root = addresses.way_up(address)
    articles = tuple(
        (Link(words(p.head.title), root + addresses.article(p.slug)), words(p.head.summary))
        for p in house.articles()
    )
    view = KnowledgeView(page_frame(house, address, title, lead), title, lead, articles)
    return Page(address, "pages/knowledge.html", view, "content/articles")


def _text_page(
    house: House,
    page: MarkdownPage,
    address: str,
    trail: tuple[Link, ...],
    actions: tuple[Action, ...] = (),
) -> Page:
    title, summary = words(page.head.title), words(page.head.summary)
    topics = page.head.topics
    view = TextView(
        frame=page_frame(house, address, title, summary, trail, topics=topics),
        title=title,
        summary=summary,
        body=to_html(words(page.text)),
        actions=actions,
        help_lines=tuple(help_line(line) for line in _serious(house, topics)),
        related=_related(house, topics, addresses.way_up(address)),
        sources=sources(page.head.sources),
        reviewed=plain_date(page.head.reviewed) if page.head.reviewed else "",
    )
    written = page.translations.get(spoken().code, page)
    return Page(address, "pages/text.html", view, written.path)


def _serious(house: House, topics: tuple[Topic, ...]) -> tuple[HelpLine, ...]:
    return house.help_lines(*topics) if topics else ()


def _related(house: House, topics: tuple[Topic, ...], root: str) -> tuple[OfferCard, ...]:
    found = [offer for offer in ready_offers(house) if set(offer.topics) & set(topics)]
    about = sorted(found, key=lambda offer: bool(only_for(offer)) and offer.topics[0] not in topics)
    return tuple(offer_card(offer, root) for offer in about[:4])
