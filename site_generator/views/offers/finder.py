"""PAGES: the list of offers, grouped by need, and a page for each choice of those who look for one.

Every choice is a link to a page of its own, so the finder works without scripts and can be shared.
The script (`components/offer_finder`) combines the choices on the list of all offers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from site_generator import addresses
from site_generator.language.spoken import N_, _, ngettext
from site_generator.output import Page
from site_generator.schema.choices import Topic
from site_generator.schema.offers import Offer
from site_generator.told.ages import is_for_expecting
from site_generator.told.dangers import article_about
from site_generator.told.facts import Action, Link
from site_generator.told.help_lines import urgent_lines
from site_generator.told.house import House
from site_generator.told.offers import offers_counted, shown_offers
from site_generator.told.once import once
from site_generator.views.around.frame import page_frame
from site_generator.views.around.written_in import offers_file
from site_generator.views.elements import Frame, OfferCard, WayOn
from site_generator.views.offers.answers import is_ready, ready_offers
from site_generator.views.offers.facets import (
    FACETS,
    PEOPLE,
    TOPIC_SLUGS,
    TOPICS,
    Facet,
    Value,
    fitting,
)
from site_generator.views.offers.guide import has_guide
from site_generator.views.offers.in_short import offer_card, see_all_offers
from site_generator.views.offers.needs import NEEDS
from site_generator.views.offers.ways import house_ways

# So few that all of them are seen at once need no finder.
_WORTH_FINDING = 4
# What is made for whoever chooses, and what is for all parents.
_ALSO = N_("{offers} og {count} for alle")


@dataclass(frozen=True)
class FoundOffer:
    """An offer in the list. `fits`: the slugs of all choices that it is for, in a row; `own`: of
    those people for whom it is made. Where both are empty it is no answer to what was chosen."""

    card: OfferCard
    fits: str
    own: str


@dataclass(frozen=True)
class OfferGroup:
    """The offers that help with one need. `anchor` is the end of the group's address.

    `made_for`: the slugs of those people for whom something in the group is made, in a row.
    """

    anchor: str
    title: str
    offers: tuple[FoundOffer, ...]
    made_for: str


@dataclass(frozen=True)
class Choice:
    """A value of a facet that some offers fit. `count`: how many; `together`: how many of them
    fit what is chosen on this page too. `own_page`: its page has what no list has, such as the way
    out, so the script leads there."""

    slug: str
    label: str
    href: str
    count: int
    together: int
    current: bool
    own_page: bool = False


@dataclass(frozen=True)
class Question:
    name: str
    label: str
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Finder:
    """`chosen` is as in the address bar, `for=far`, and empty on the list of all offers.

    `counts[n]` says that n offers were found: languages differ in how they count; `also` how many
    of them are for all parents.
    """

    questions: tuple[Question, ...]
    everything: str
    everything_label: str
    chosen: str
    found: str
    counts: tuple[str, ...]
    also: str
    nothing: WayOn


@dataclass(frozen=True)
class OffersView:
    frame: Frame
    title: str
    finder: Finder | None
    guide: str
    access: str
    groups: tuple[OfferGroup, ...]
    for_all: tuple[FoundOffer, ...]
    later: tuple[FoundOffer, ...]
    actions: tuple[Action, ...]
    professionals: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing that one can get now fits."""
        return not self.groups and not self.for_all


def offers_pages(house: House) -> Iterator[Page]:
    """All offers, and the offers for each choice where there is enough to choose from."""
    yield _offers_page(house)
    if _is_worth_finding(house):
        for facet in FACETS:
            for value in facet.values_of(shown_offers(house)):
                yield _offers_for(house, facet, value)


def _is_worth_finding(house: House) -> bool:
    return len(shown_offers(house)) >= _WORTH_FINDING


def _offers_page(house: House) -> Page:
    lead = _in_a_sentence(house, len(shown_offers(house)))
    frame = page_frame(house, addresses.OFFERS, _("Tilbud"), lead)
    return _page(house, addresses.OFFERS, frame, _("Find det, der passer til dig"))


def _in_a_sentence(house: House, count: int) -> str:
    name = house.municipality.site.name
    if is_for_expecting(house.municipality):
        return ngettext(
            "{house} har {count} tilbud til dig, der venter barn eller har børn.",
            "{house} har {count} tilbud til dig, der venter barn eller har børn.",
            count,
            house=name,
        )
    return ngettext(
        "{house} har {count} tilbud til dig, der har børn.",
        "{house} har {count} tilbud til dig, der har børn.",
        count,
        house=name,
    )


def _offers_for(house: House, facet: Facet, value: Value) -> Page:
    address = addresses.offers_for(value.slug)
    found = [offer for offer in ready_offers(house) if value.fits(offer)]
    title = _("Tilbud: {choice}", choice=_(value.label))
    description = _(
        "{house}: {offers}. {choice}.",
        house=house.municipality.site.name,
        offers=_counts(house)[len(found)],
        choice=_(value.title),
    )
    trail = (Link(_("Tilbud"), addresses.OFFERS),)
    frame = page_frame(house, address, title, description, trail, topics=_topics_of(value))
    # A topic may be called as the group that its offers stand in.
    heading = title if facet is TOPICS else _(value.title)
    return _page(house, address, frame, heading, facet, value)


def _topics_of(value: Value) -> tuple[Topic, ...]:
    return tuple(topic for topic, slug in TOPIC_SLUGS.items() if slug == value.slug)


def _page(
    house: House,
    address: str,
    frame: Frame,
    title: str,
    facet: Facet | None = None,
    value: Value | None = None,
) -> Page:
    root = addresses.way_up(address)
    view = OffersView(
        frame=frame,
        title=title,
        finder=_finder(house, root, facet, value) if _is_worth_finding(house) else None,
        guide=root + addresses.GUIDE if has_guide(house) else "",
        access=house.municipality.site.access.label,
        groups=offer_groups(house, root, value),
        for_all=_for_all(house, root, value),
        later=_later(house, root, value),
        actions=house_ways(house, root),
        professionals=root + addresses.PROFESSIONALS,
    )
    return Page(address, "pages/offers.html", view, offers_file(house))


def offer_groups(house: House, root: str, value: Value | None = None) -> tuple[OfferGroup, ...]:
    """Each offer that one can get now once, under the need that its most important topic belongs
    to. With a choice only what is made for it."""
    shown = [offer for offer in ready_offers(house) if value is None or value.made_for(offer)]
    cards = _cards(house, root)
    groups = []
    for need in NEEDS:
        offers = [offer for offer in shown if offer.topics[0] in need.topics]
        if offers:
            found = tuple(cards[offer.id] for offer in offers)
            groups.append(OfferGroup(need.anchor, _(need.title), found, _made_for(offers)))
    return tuple(groups)


def _for_all(house: House, root: str, value: Value | None) -> tuple[FoundOffer, ...]:
    """What is for whoever chooses, and for all the others too."""
    if value is None:
        return ()
    fit = [offer for offer in ready_offers(house) if value.fits(offer)]
    return _uncounted(offer_card(o, root) for o in fit if not value.made_for(o))


def _later(house: House, root: str, value: Value | None) -> tuple[FoundOffer, ...]:
    """What pauses. On the list of all the script chooses among it; elsewhere it is no answer."""
    pausing = [offer for offer in shown_offers(house) if not is_ready(offer)]
    if value is None:
        return tuple(_cards(house, root)[offer.id] for offer in pausing)
    return _uncounted(offer_card(offer, root) for offer in pausing if value.fits(offer))


def _uncounted(cards: Iterable[OfferCard]) -> tuple[FoundOffer, ...]:
    return tuple(FoundOffer(card, "", "") for card in cards)


@once
def _cards(house: House, root: str) -> Mapping[str, FoundOffer]:
    """Every offer as it stands in a list, by its id."""
    return {
        offer.id: FoundOffer(offer_card(offer, root), fitting(offer), _made_for([offer]))
        for offer in shown_offers(house)
    }


def _made_for(offers: Sequence[Offer]) -> str:
    return " ".join(value.slug for value in PEOPLE.values_of(offers))


def _finder(house: House, root: str, facet: Facet | None, value: Value | None) -> Finder:
    shown = shown_offers(house) if value is None else ready_offers(house)
    found = {o.id for o in shown if value is None or value.fits(o)}
    own = sum(value is None or value.made_for(o) for o in shown)
    return Finder(
        questions=tuple(_questions(house, found, root, value)),
        everything=root + addresses.OFFERS,
        everything_label=see_all_offers(house),
        chosen=f"{facet.name}={value.slug}" if facet and value else "",
        found=_found(house, own, len(found) - own),
        counts=_counts(house),
        also=_(_ALSO, offers="{offers}", count="{count}"),
        nothing=_way_on(house, root),
    )


def _found(house: House, own: int, for_all: int) -> str:
    counts = _counts(house)
    if own and for_all:
        return _(_ALSO, offers=counts[own], count=for_all)
    return counts[own + for_all]


@once
def _counts(house: House) -> tuple[str, ...]:
    offers = shown_offers(house)
    return (_("Ingen tilbud"), *(offers_counted(n + 1) for n in range(len(offers))))


@once
def _fitting(house: House) -> tuple[tuple[Facet, tuple[tuple[Value, frozenset[str]], ...]], ...]:
    """Each question with its choices, and the ids of what is made for each: those are counted."""
    offers = ready_offers(house)
    return tuple(
        (facet, tuple((v, frozenset(o.id for o in offers if v.made_for(o))) for v in found))
        for facet in FACETS
        if (found := facet.values_of(offers))
    )


def _questions(
    house: House, found: Set[str], root: str, chosen: Value | None
) -> Iterator[Question]:
    for facet, values in _fitting(house):
        choices = tuple(
            Choice(
                slug=value.slug,
                label=_(value.label),
                href=root + addresses.offers_for(value.slug),
                count=len(ids),
                together=len(ids & found),
                current=value is chosen,
                own_page=article_about(house, _topics_of(value)) is not None,
            )
            for value, ids in values
        )
        yield Question(facet.name, _(facet.label), _(facet.question), choices)


@once
def _way_on(house: House, root: str) -> WayOn:
    """For choices that no offer fits together."""
    guide = (Link(_("Få hjælp til at finde det rette"), root + addresses.GUIDE),)
    return WayOn(
        text=_("Intet tilbud passer på det hele. Tag et valg væk, eller spørg os."),
        links=guide if has_guide(house) else (),
        actions=house_ways(house, root),
        help_lines=urgent_lines(house),
    )
