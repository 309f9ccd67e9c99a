"""PAGES: «Hvad fylder hos dig?» – one or two questions that lead to a few offers and what to do.

Each question and each result is a page, so it works everywhere; the number of them is bound by
the needs and their topics. «Det ved jeg ikke» is always an answer, and nothing leads nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.output import Page
from site_generator.schema.choices import OfferStatus, Topic
from site_generator.schema.offers import Offer
from site_generator.told.dangers import article_about
from site_generator.told.facts import Action, HelpLineView, Link
from site_generator.told.help_lines import help_line, urgent_lines
from site_generator.told.house import House
from site_generator.told.offers import offers_counted, shown_offers
from site_generator.told.once import once
from site_generator.views.around.contact import contact_actions
from site_generator.views.around.frame import page_frame
from site_generator.views.elements import Frame, OfferCard
from site_generator.views.offers.facets import STAGES, TOPICS, Facet, Value, topic_value
from site_generator.views.offers.in_short import offer_card, see_all_offers
from site_generator.views.offers.needs import NEEDS, Need

# More than this is a list again, and not an answer.
_MOST_FOUND = 4
# With fewer offers, or a single need, reading them is quicker than answering.
_FEWEST_OFFERS = 4
_FEWEST_NEEDS = 2


@dataclass(frozen=True)
class Answer:
    """`count` says how many offers it leads to; empty where it leads to people."""

    label: str
    href: str
    count: str


@dataclass(frozen=True)
class QuestionView:
    frame: Frame
    title: str
    lead: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class ResultView:
    """What was found, and what to do now. `more` leads to what was left out."""

    frame: Frame
    title: str
    lead: str
    cards: tuple[OfferCard, ...]
    now: str
    actions: tuple[Action, ...]
    help_lines: tuple[HelpLineView, ...]
    links: tuple[Link, ...]


@once
def has_guide(house: House) -> bool:
    return len(shown_offers(house)) >= _FEWEST_OFFERS and len(_needs(house)) >= _FEWEST_NEEDS


def guide_pages(house: House) -> Iterator[Page]:
    """First the needs; for a need with many offers its topics, or else the child's age."""
    yield _question(house, None, _("Hvad fylder mest lige nu?"), need_answers(house))
    yield _unsure(house)
    for need in _needs(house):
        offers = _helping(house, need)
        if facet := _narrowing(need, offers):
            yield from _second_step(house, need, facet, offers)
        else:
            yield _result(house, need, None, offers)


def _second_step(house: House, need: Need, facet: Facet, offers: Sequence[Offer]) -> Iterator[Page]:
    answers = tuple(_narrower(need, value, offers) for value in facet.values_of(offers))
    yield _question(house, need, _(facet.question), answers)
    for value in facet.values_of(offers):
        yield _result(house, need, value, [offer for offer in offers if value.fits(offer)])


@once
def need_answers(house: House) -> tuple[Answer, ...]:
    """The answers to the first question, with links from the house's own folder."""
    return tuple(
        Answer(
            _(need.title),
            addresses.guide(need.anchor),
            _counted(house, need),
        )
        for need in _needs(house)
    )


def _counted(house: House, need: Need) -> str:
    count = len(_helping(house, need))
    return offers_counted(count) if count else ""


def unsure_answer() -> Answer:
    return Answer(_("Det ved jeg ikke"), addresses.UNSURE, "")


def _narrower(need: Need, value: Value, offers: Sequence[Offer]) -> Answer:
    count = sum(map(value.fits, offers))
    return Answer(_(value.label), addresses.guide(need.anchor, value.slug), offers_counted(count))


@once
def _needs(house: House) -> tuple[Need, ...]:
    """Those that some offer helps with, and that of which one must be able to read at once."""
    return tuple(need for need in NEEDS if _helping(house, need) or _is_read_about(house, need))


def _is_read_about(house: House, need: Need) -> bool:
    return article_about(house, need.topics) is not None


@once
def _helping(house: House, need: Need) -> tuple[Offer, ...]:
    """The offers that help with a need: those that are above all about it first."""
    found = [offer for offer in shown_offers(house) if set(offer.topics) & set(need.topics)]
    if _is_read_about(house, need):
        # An evening about a little of everything is no answer to violence.
        found = [offer for offer in found if offer.topics[0] in need.topics]
    return tuple(sorted(found, key=lambda offer: offer.topics[0] not in need.topics))


def _narrowing(need: Need, offers: Sequence[Offer]) -> Facet | None:
    """What a second question asks; None where it is not needed or would not help."""
    if len(offers) <= _MOST_FOUND:
        return None
    own_topics = tuple(topic_value(topic) for topic in need.topics)
    for facet in (replace(TOPICS, values=own_topics), STAGES):
        counts = [sum(map(value.fits, offers)) for value in facet.values_of(offers)]
        if len(counts) > 1 and min(counts) < len(offers):
            return facet
    return None


def _question(house: House, need: Need | None, title: str, answers: tuple[Answer, ...]) -> Page:
    address = addresses.guide(need.anchor) if need else addresses.GUIDE
    root = addresses.way_up(address)
    name = _named([_(need.title)]) if need else _("Hvad fylder hos dig?")
    lead = _("Vælg det, der ligger nærmest. Du kan altid gå tilbage.")
    view = QuestionView(
        frame=page_frame(
            house,
            address,
            name,
            f"{title} {lead}",
            _trail() if need else (),
            topics=need.topics if need else (),
        ),
        title=title,
        lead=lead,
        answers=tuple(
            Answer(answer.label, root + answer.href, answer.count)
            for answer in (*answers, unsure_answer())
        ),
    )
    return Page(address, "pages/question.html", view, f"{house.slug}: hvad fylder")


def _result(house: House, need: Need, value: Value | None, offers: Sequence[Offer]) -> Page:
    address = addresses.guide(need.anchor, *([value.slug] if value else []))
    root = addresses.way_up(address)
    answers = [_(need.title), *([_(value.label)] if value else [])]
    lead = _("Du svarede: {answer}.", answer=": ".join(answers))
    title = _("Det her kan hjælpe dig")
    view = ResultView(
        frame=page_frame(
            house,
            address,
            _named(answers),
            f"{title}. {lead}",
            _trail(need, value),
            topics=need.topics,
        ),
        title=title,
        lead=lead,
        cards=tuple(offer_card(offer, root) for offer in _best(offers)),
        now=_(
            "Åbn det, der passer bedst. Er du i tvivl, så spørg os. Intet spørgsmål er for lille."
        )
        if offers
        else _("Ring, eller læs artiklen øverst. Du bestemmer selv, hvad du vil fortælle."),
        actions=_actions(house, root),
        help_lines=tuple(help_line(line) for line in house.help_lines(*need.topics)),
        links=tuple(_links(house, root, value or _first_topic(need, offers), len(offers))),
    )
    return Page(address, "pages/result.html", view, f"{house.slug}: hvad fylder")


def _named(answers: Sequence[str]) -> str:
    """The title of a page after some answers; an article may be called as a need is."""
    return _("Hvad fylder: {answer}", answer=": ".join(answers))


def _unsure(house: House) -> Page:
    """For those who cannot say it: to talk with somebody is an answer too."""
    address = addresses.UNSURE
    root = addresses.way_up(address)
    title = _("Du behøver ikke vide det")
    lead = _("Fortæl os, hvordan du har det. Så finder vi sammen ud af, hvad der kan hjælpe.")
    talks = [offer for offer in shown_offers(house) if Topic.ADVICE in offer.topics]
    view = ResultView(
        frame=page_frame(house, address, title, lead, _trail()),
        title=title,
        lead=lead,
        cards=tuple(offer_card(offer, root) for offer in _best(talks)),
        now=_("Du kan begynde med at sige: «Jeg ved ikke helt, hvad jeg har brug for.»"),
        actions=_actions(house, root),
        help_lines=urgent_lines(house),
        links=(_all_offers(house, root),),
    )
    return Page(address, "pages/result.html", view, f"{house.slug}: hvad fylder")


def _best(offers: Sequence[Offer]) -> list[Offer]:
    """The first few; what pauses comes last."""
    ready_first = sorted(offers, key=lambda offer: offer.status is not OfferStatus.ACTIVE)
    return ready_first[:_MOST_FOUND]


def _first_topic(need: Need, offers: Sequence[Offer]) -> Value:
    found = offers[0].topics if offers else ()
    return topic_value(next(t for t in (*found, *need.topics) if t in need.topics))


def _actions(house: House, root: str) -> tuple[Action, ...]:
    find_us = Action("go", _("Se, hvordan du får kontakt"), root + addresses.FIND_US)
    return contact_actions(house.municipality.site.contact)[:2] or (find_us,)


def _links(house: House, root: str, value: Value, count: int) -> Iterator[Link]:
    if count > _MOST_FOUND:
        label = _("Se alle tilbud: {choice}", choice=_(value.label))
        yield Link(label, root + addresses.offers_for(value.slug))
    yield Link(_("Svar noget andet"), root + addresses.GUIDE)
    yield _all_offers(house, root)


def _all_offers(house: House, root: str) -> Link:
    return Link(see_all_offers(house), root + addresses.OFFERS)


def _trail(need: Need | None = None, value: Value | None = None) -> tuple[Link, ...]:
    """One step back: to the question that was answered last."""
    if need and value:
        return (Link(_(need.title), addresses.guide(need.anchor)),)
    return (Link(_("Hvad fylder hos dig?"), addresses.GUIDE),)
