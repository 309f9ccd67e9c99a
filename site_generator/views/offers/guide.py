"""PAGES: «Hvad fylder hos dig?» – one or two questions that lead to a few offers and what to do.

Each question and each result is a page, so it works everywhere; the number of them is bound by
the needs and their topics. «Det ved jeg ikke» is always an answer, and nothing leads nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_generator import addresses
from site_generator.language.marked import join
from site_generator.language.spoken import _
from site_generator.output import Page
from site_generator.schema.choices import Topic
from site_generator.schema.offers import Offer
from site_generator.told.dangers import article_about
from site_generator.told.facts import Action, HelpLineView, Link
from site_generator.told.help_lines import help_line, urgent_lines
from site_generator.told.house import House
from site_generator.told.offers import offers_counted, shown_offers
from site_generator.told.once import once
from site_generator.views.around.frame import page_frame
from site_generator.views.around.written_in import offers_file
from site_generator.views.elements import Frame, OfferCard
from site_generator.views.offers.answers import (
    helping,
    in_order,
    is_ready,
    only_for,
    ready_offers,
)
from site_generator.views.offers.facets import PEOPLE, STAGES, TOPICS, Facet, Value, topic_value
from site_generator.views.offers.in_short import offer_card, see_all_offers
from site_generator.views.offers.needs import NEEDS, Need
from site_generator.views.offers.ways import house_ways
from site_generator.wording.in_words import words

# More than this is a list again, and not an answer.
_MOST_FOUND = 4
# With fewer offers, or a single need, reading them is quicker than answering.
FEWEST_OFFERS = 4
_FEWEST_NEEDS = 2
_BEFORE_ONE_ASKS = ("maa-jeg-vaere-anonym", "saadan-kommer-du-i-gang")


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
    """What was found, and what to do now. `later` is what pauses, and is no answer."""

    frame: Frame
    title: str
    lead: str
    cards: tuple[OfferCard, ...]
    now: str
    actions: tuple[Action, ...]
    help_lines: tuple[HelpLineView, ...]
    links: tuple[Link, ...]
    reading: tuple[Link, ...] = ()
    later: tuple[OfferCard, ...] = ()


@once
def has_guide(house: House) -> bool:
    return len(shown_offers(house)) >= FEWEST_OFFERS and len(_needs(house)) >= _FEWEST_NEEDS


def guide_pages(house: House) -> Iterator[Page]:
    """First the needs; for a need with many offers its topics, or else the child's age."""
    yield _question(house, None, _("Hvad fylder mest lige nu?"), need_answers(house))
    yield _unsure(house)
    for need in NEEDS:
        offers = helping(house, need)
        if any(map(is_ready, offers)) and (facet := _narrowing(need, offers)):
            yield from _second_step(house, need, facet, offers)
        elif offers or _is_read_about(house, need):
            # Also of what pauses: its address has been published, and says so now.
            yield _result(house, need, None, offers)


def _second_step(house: House, need: Need, facet: Facet, offers: Sequence[Offer]) -> Iterator[Page]:
    ready = list(filter(is_ready, offers))
    answers = tuple(_narrower(need, value, ready) for value in facet.values_of(ready))
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
            _counted(sum(map(is_ready, helping(house, need)))),
        )
        for need in _needs(house)
    )


def unsure_answer() -> Answer:
    return Answer(_("Det ved jeg ikke"), addresses.UNSURE, "")


def _narrower(need: Need, value: Value, offers: Sequence[Offer]) -> Answer:
    count = sum(map(value.fits, offers))
    return Answer(_(value.label), addresses.guide(need.anchor, value.slug), offers_counted(count))


def _counted(count: int) -> str:
    return offers_counted(count) if count else ""


@once
def _needs(house: House) -> tuple[Need, ...]:
    """Those with an answer: an offer that one can get now, or else an article."""
    return tuple(
        need
        for need in NEEDS
        if any(map(is_ready, helping(house, need))) or _is_read_about(house, need)
    )


def _is_read_about(house: House, need: Need) -> bool:
    """Whether an article answers by itself. Of family treatment it tells what the house gives."""
    return Topic.FAMILY_TREATMENT not in need.topics and bool(_reading(house, need, ""))


def _reading(house: House, need: Need, root: str) -> tuple[Link, ...]:
    # What is above all about it: an article that only touches it is no answer.
    about = [page for page in house.articles() if set(page.head.topics[:1]) & set(need.topics)]
    return tuple(Link(words(p.head.title), root + addresses.article(p.slug)) for p in about[:2])


def _narrowing(need: Need, offers: Sequence[Offer]) -> Facet | None:
    """What a second question asks; None where it is not needed or would not help."""
    if len(offers) <= _MOST_FOUND:
        return None
    own_topics = tuple(topic_value(topic) for topic in (*need.topics, *need.also))
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
    return Page(address, "pages/question.html", view, offers_file(house))


def _result(house: House, need: Need, value: Value | None, offers: Sequence[Offer]) -> Page:
    address = addresses.guide(need.anchor, *([value.slug] if value else []))
    root = addresses.way_up(address)
    answers = [_(need.title), *([_(value.label)] if value else [])]
    ready = list(filter(is_ready, offers))
    answered = _("Du svarede: {answer}.", answer=": ".join(answers))
    lead = join(" ", [answered, *_caution(house, need, ready)])
    reading = _reading(house, need, root)
    title = _("Det her kan hjælpe dig") if ready or reading else _("Spørg os om det")
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
        cards=tuple(offer_card(offer, root) for offer in ready[:_MOST_FOUND]),
        now=_now(house, need, len(ready)),
        actions=house_ways(house, root),
        help_lines=tuple(help_line(line) for line in house.help_lines(*need.topics)),
        links=tuple(_links(house, root, need, value, ready)),
        reading=reading,
        later=tuple(offer_card(offer, root) for offer in _pausing(need, offers)),
    )
    return Page(address, "pages/result.html", view, offers_file(house))


def _caution(house: House, need: Need, ready: Sequence[Offer]) -> Iterator[str]:
    """What only fits some is said to do so, where nothing else was found."""
    if not ready and article_about(house, need.topics):
        return  # there are numbers and an article, above all else
    if not ready:
        yield _("Lige nu er der ikke et tilbud om det.")
    elif all(set(only_for(offer)) - set(need.people) for offer in ready):
        yield _("Vi har kun noget, der er for nogle. Passer det ikke på dig, så spørg os.")


def _now(house: House, need: Need, count: int) -> str:
    if not count and article_about(house, need.topics):
        return _("Ring, eller læs artiklen øverst. Du bestemmer selv, hvad du vil fortælle.")
    ask = _("Er du i tvivl, så spørg os. Intet spørgsmål er for lille.")
    return join(" ", [_("Åbn det, der passer bedst."), ask]) if count > 1 else ask


def _pausing(need: Need, offers: Sequence[Offer]) -> Sequence[Offer]:
    """What pauses and is above all about this, as far as the page has room for it."""
    ready = sum(map(is_ready, offers))
    about = [o for o in offers if not is_ready(o) and o.topics[0] in need.topics]
    return about[: max(0, _MOST_FOUND - ready)]


def _named(answers: Sequence[str]) -> str:
    """The title of a page after some answers; an article may be called as a need is."""
    return _("Hvad fylder: {answer}", answer=": ".join(answers))


def _unsure(house: House) -> Page:
    """For those who cannot say it: to talk with somebody is an answer too."""
    address = addresses.UNSURE
    root = addresses.way_up(address)
    title = _("Du behøver ikke vide det")
    lead = _("Fortæl os, hvordan du har det. Så finder vi sammen ud af, hvad der kan hjælpe.")
    talks = [offer for offer in ready_offers(house) if Topic.ADVICE in offer.topics]
    view = ResultView(
        frame=page_frame(house, address, title, lead, _trail()),
        title=title,
        lead=lead,
        cards=tuple(offer_card(offer, root) for offer in in_order(talks, NEEDS[0])[:_MOST_FOUND]),
        now=join(
            " ",
            [
                _("Du kan begynde med at sige: «Jeg ved ikke helt, hvad jeg har brug for.»"),
                _(
                    "Spørg også, hvis du er bedsteforælder, adoptiv- eller plejeforælder, har fået "
                    "tvillinger, eller er ung og alene."
                ),
            ],
        ),
        actions=house_ways(house, root),
        help_lines=urgent_lines(house),
        links=(_all_offers(house, root),),
        reading=_for_the_unsure(house, root),
    )
    return Page(address, "pages/result.html", view, offers_file(house))


def _for_the_unsure(house: House, root: str) -> tuple[Link, ...]:
    """What holds many back from asking: whether it is written down, and what becomes of it."""
    return tuple(
        Link(words(page.head.title), root + addresses.article(page.slug))
        for page in house.articles()
        if page.slug in _BEFORE_ONE_ASKS
    )


def _first_topic(need: Need, offers: Sequence[Offer]) -> Value:
    found = offers[0].topics if offers else ()
    return topic_value(next(t for t in (*found, *need.topics) if t in need.topics))


def _links(
    house: House, root: str, need: Need, value: Value | None, ready: Sequence[Offer]
) -> Iterator[Link]:
    if len(ready) > _MOST_FOUND:
        chosen = value or _first_topic(need, ready)
        label = _("Se alle tilbud: {choice}", choice=_(chosen.label))
        yield Link(label, root + addresses.offers_for(chosen.slug))
    for person in _persons(house, need):
        label = _("Se også det, der er for alle forældre")
        yield Link(label, root + addresses.offers_for(person.slug))
    yield Link(_("Svar noget andet"), root + addresses.GUIDE)
    yield _all_offers(house, root)


def _persons(house: House, need: Need) -> list[Value]:
    """Whose own offers these are: what is for all parents is for them too."""
    found = PEOPLE.values_of(shown_offers(house))
    return [v for v in found if need.people and v.slug == need.anchor]


def _all_offers(house: House, root: str) -> Link:
    return Link(see_all_offers(house), root + addresses.OFFERS)


def _trail(need: Need | None = None, value: Value | None = None) -> tuple[Link, ...]:
    """One step back: to the question that was answered last."""
    if need and value:
        return (Link(_(need.title), addresses.guide(need.anchor)),)
    return (Link(_("Hvad fylder hos dig?"), addresses.GUIDE),)
